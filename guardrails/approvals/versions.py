"""Versions of a policy that people sign, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from guardrails.approvals.notes import Rollout

ID: Final = 24
"""Characters of a version's id."""
_START: Final = len("sha256:")


@dataclass(frozen=True, slots=True)
class Version:
    """
    A version of a policy.

    Attributes:
        hash: `sha256:<hex>` of what it resolved to when it was kept.
        text: Its file.
        by: Who brought it; empty for one that was in force before anybody proposed anything.
        at: Unix time in seconds.
        report: `sha256:<hex>` of the replay that is kept with it, or None.
    """

    hash: str
    text: str = field(repr=False)
    by: str = ""
    at: int = 0
    report: str | None = None

    @property
    def id(self) -> str:
        """Names it in addresses and files."""
        return id_of(self.hash)


@dataclass(frozen=True, slots=True)
class Take:
    """
    A roll-out that was taken into service.

    Attributes:
        number: Of the roll-out.
        base: `sha256:<hex>` of the version that it is laid over.
        instead: `sha256:<hex>` of the version whose place that took.
        done: The file holds it. If not, the process ended in between.
    """

    number: int
    base: str
    instead: str
    done: bool = False


def id_of(name: str) -> str:
    """Return the id of the version with the hash *name*."""
    return name[_START : _START + ID]


def is_over(rollout: Rollout, today: date) -> bool:
    """Return whether no service may take *rollout* any more."""
    return rollout.until is not None and today > rollout.until
