"""
What people sign: a policy with the report that they read, and a roll-out of its rules.

    candor/policy-approval/v1          candor/policy-rollout/v1
    calm-companion                     calm-companion
    sha256:<policy>                    sha256:<policy that it is laid over>
    sha256:<report> or -               3
                                       sha256:<text of number 2> or -
                                       claim.bond enforce 25

A roll-out of `v2` has the line `until 2026-12-04` above its changes: a service takes it until the
end of that day (UTC), and what it has taken counts on.

All are texts of signed notes (C2SP signed-note), so any tool for those can check them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Final

from guardrails.decisions import Mode
from guardrails.errors import ProofError

APPROVAL: Final = "candor/policy-approval/v1"
ROLLOUT: Final = "candor/policy-rollout/v1"
ROLLOUT_UNTIL: Final = "candor/policy-rollout/v2"
_ROLLOUTS: Final = frozenset({ROLLOUT, ROLLOUT_UNTIL})
NOTHING: Final = "-"
"""Stands for a report that nobody read, and for a roll-out before the first."""

_HASH = re.compile(r"sha256:[0-9a-f]{64}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_UNTIL = re.compile(r"until ([0-9]{4}-[0-9]{2}-[0-9]{2})")
_CHANGE = re.compile(rf"({_NAME.pattern}) (disabled|shadow|enforce) (0|[1-9][0-9]?|100)")


@dataclass(frozen=True, slots=True)
class Approval:
    """
    A policy that somebody agrees to.

    Attributes:
        policy: Its id.
        hash: `sha256:<hex>` of what it resolves to.
        report: `sha256:<hex>` of the replay report that they read, or None.
    """

    policy: str
    hash: str
    report: str | None = None

    def text(self) -> bytes:
        """Return what is signed."""
        lines = (APPROVAL, self.policy, self.hash, self.report or NOTHING)
        return "".join(f"{line}\n" for line in lines).encode()

    @classmethod
    def parse(cls, text: bytes) -> Approval:
        """
        Return the approval that *text* says.

        Raises:
            ProofError: It says none.
        """
        match text.decode().split("\n"):
            case [kind, name, known, report, ""] if kind == APPROVAL:
                one = cls(name, known, None if report == NOTHING else report)
                if _sound(name, known) and (one.report is None or _HASH.fullmatch(report)):
                    return one
        msg = "is no approval of a policy"
        raise ProofError(msg)


@dataclass(frozen=True, slots=True)
class Way:
    """How a rule acts under a roll-out: its mode, and for what share of sessions, 0..100."""

    mode: Mode
    percent: int = 100

    def __str__(self) -> str:
        return f"{self.mode} {self.percent}"


@dataclass(frozen=True, slots=True)
class Rollout:
    """
    How rules of a policy act from now on, whatever its file says.

    Attributes:
        policy: Its id.
        base: `sha256:<hex>` of the policy that this is laid over.
        number: From 1; each follows the one before.
        before: `sha256:<hex>` over the text of that one, or None for the first.
        ways: Rule → how it acts; rules that are not named act as the file says.
        until: Last day (UTC) on which a service may take it, or None for no end.
    """

    policy: str
    base: str
    number: int = 1
    before: str | None = None
    ways: Mapping[str, Way] = field(default_factory=dict)
    until: date | None = None

    def text(self) -> bytes:
        """Return what is signed."""
        kind = ROLLOUT if self.until is None else ROLLOUT_UNTIL
        lines = [kind, self.policy, self.base, str(self.number), self.before or NOTHING]
        lines += [] if self.until is None else [f"until {self.until.isoformat()}"]
        lines += [f"{rule} {self.ways[rule]}" for rule in sorted(self.ways)]
        return "".join(f"{line}\n" for line in lines).encode()

    @property
    def says(self) -> str:
        """How rules act, in words."""
        ways = ", ".join(f"{rule} {self.ways[rule]} %" for rule in sorted(self.ways))
        return ways or "all as the file says"

    @property
    def hash(self) -> str:
        """`sha256:<hex>` over the text."""
        return f"sha256:{sha256(self.text()).hexdigest()}"

    @classmethod
    def parse(cls, text: bytes) -> Rollout:
        """
        Return the roll-out that *text* says.

        Raises:
            ProofError: It says none.
        """
        match text.decode().split("\n"):
            case [kind, name, base, number, before, *changes, ""] if kind in _ROLLOUTS:
                until = _day(changes.pop(0)) if kind == ROLLOUT_UNTIL and changes else None
                found = [match for one in changes if (match := _CHANGE.fullmatch(one))]
                sound = _sound(name, base) and _NUMBER.fullmatch(number)
                if sound and len(found) == len(changes) and _before(before):
                    ways = {one[1]: Way(Mode(one[2]), int(one[3])) for one in found}
                    last = None if before == NOTHING else before
                    one = cls(name, base, int(number), last, ways, until)
                    if one.text() == text:  # in order, no rule twice, a day in v2 alone
                        return one
        msg = "is no roll-out of a policy"
        raise ProofError(msg)


def _day(line: str) -> date | None:
    found = _UNTIL.fullmatch(line)
    try:
        return date.fromisoformat(found[1]) if found is not None else None
    except ValueError:
        return None


def _sound(name: str, known: str) -> bool:
    return bool(_NAME.fullmatch(name) and _HASH.fullmatch(known))


def _before(text: str) -> bool:
    return text == NOTHING or bool(_HASH.fullmatch(text))
