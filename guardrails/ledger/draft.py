"""
The line of a record before the log has given the record its place.

It is canonical JSON in which a zero byte stands for each value of the header that only
the writer knows. Canonical JSON escapes that byte, so it stands nowhere else. Whoever
calls the log has the line made on the spot, so a body that changes afterwards changes
no record, and the writer's thread serialises nothing a second time.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from typing import Any, Final

import orjson

from guardrails.ledger.record import (
    BODY_MAX,
    DEPTH_MAX,
    HEADER,
    KINDS,
    OPTIONS,
    VERSION,
    checked,
)

HOLE: Final = b"\x00"
"""What stands for `boot`, `id`, `mono`, `prev`, `seq` and `ts`, in this order."""

_HOLE: Final = orjson.Fragment(HOLE)
_HEADER: Final = {"v": VERSION, **dict.fromkeys(sorted(HEADER - {"v", "kind"}), _HOLE)}
_CONTAINERS: Final = frozenset({dict, list, tuple})
_REST: Final = bytes(set(range(256)) - set(b"g{["))
_MARSHAL: Final = 2  # writes every value out, and a float as a `g` and its eight bytes


def draft(kind: str, body: Mapping[str, Any]) -> bytes:
    """
    Return the line of a record of *kind*, with a `HOLE` for each value it does not know yet.

    Raises:
        RecordError: The body cannot be a record; see `record.checked`.
    """
    name = str(kind)
    if name in KINDS and type(body) is dict and HEADER.isdisjoint(body):
        try:
            told = marshal.dumps(body, _MARSHAL)  # refuses all but built-in types themselves
            line = orjson.dumps({**body, **_HEADER, "kind": name}, option=OPTIONS)
        except (TypeError, ValueError):
            line = told = b""  # `checked` knows why, or what to make of it
        if line.isascii() and 0 < len(line) <= BODY_MAX:
            # Texts have as many a `g` here as there, and nothing else in JSON has one: where
            # the numbers agree there is no float, not even one that JSON writes as null.
            signs = line.translate(None, _REST)
            texts = signs.count(b"g")
            if told.count(b"g") + name.count("g") == texts and (
                len(signs) - texts <= DEPTH_MAX or _is_shallow(body)
            ):
                return line
    return orjson.dumps({**checked(name, body), **_HEADER, "kind": name}, option=OPTIONS)


def _is_shallow(body: dict[str, Any]) -> bool:
    """Return whether *body* is nested no deeper than a record may be."""
    level: list[Any] = [body]
    for _ in range(DEPTH_MAX + 1):
        level = [
            item
            for one in level
            for item in (one.values() if type(one) is dict else one)
            if type(item) in _CONTAINERS
        ]
    return not level
