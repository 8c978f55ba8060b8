"""What a look at a policy file has to say of a place in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from guardrails.errors import Problem

BROKEN: Final = "policy"
"""The code of what keeps a file from being a policy at all."""


class Weight(StrEnum):
    """How much a remark matters: an error fails a command, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """
    One remark.

    Attributes:
        problem: Where it is about, and what it says.
        weight: How much it matters.
        code: What kind of remark it is: small letters and hyphens, such as `expired`.
        about: What it is about by name, where many alike may be told in one line; or empty.
        below: A policy that the file builds on is told the same: the file changes nothing in it.
    """

    problem: Problem
    weight: Weight
    code: str
    about: str = ""
    below: bool = False

    def __str__(self) -> str:
        told = self.problem
        head = "" if self.weight is Weight.ERROR else f"{self.weight}: "
        return f"{told.file}:{told.line}:{told.column}: {head}{told.message} [{self.code}]"
