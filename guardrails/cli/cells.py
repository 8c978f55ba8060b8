"""Cells of CSV files that a spreadsheet takes for what they are."""

from __future__ import annotations

from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def cell(value: str | int | None) -> str | int | None:
    """Return *value*; one that would pass for a formula begins with an apostrophe."""
    formula = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if formula else value
