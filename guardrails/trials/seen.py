"""What the guard did with one case: its answer, and what its log says of the way there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guardrails.findings import Family
from guardrails.inspecting import Inspected
from guardrails.ledger.base import Receipt
from guardrails.ledger.forgotten import ForgottenLog
from guardrails.messages import Side


class KeptLog(ForgottenLog):
    """A log that hands out the decisions since it was last asked, and keeps nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._made: list[Mapping[str, Any]] = []

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """Keep a decision; of other records only the number."""
        if kind == "decision":
            self._made.append(body)
        return await super().append(kind, body)

    def taken(self) -> tuple[Mapping[str, Any], ...]:
        """Return the decisions since this was last asked."""
        made = tuple(self._made)
        self._made.clear()
        return made


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fired: at which score, 0..10000, and whether it acted or was only watched."""

    rule: str
    score: int
    acts: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """
    What became of one text.

    Attributes:
        inspected: As a caller of the guard sees it.
        hits: Every rule that fired, the highest score of each, by rule.
        told: Channels that a notice goes to.
        states: Family → `decided`, `failed` or `skipped`, the worst of all decisions on the
            text's own side; a family that did not look is not among them.
    """

    inspected: Inspected = field(repr=False)
    hits: tuple[Hit, ...]
    states: Mapping[Family, str]
    told: frozenset[str] = frozenset()

    @property
    def shown(self) -> str:
        """What the person gets, or for a message that goes on what the model gets."""
        return self.inspected.reply if self.inspected.reply is not None else self.inspected.text

    @classmethod
    def of(cls, inspected: Inspected, made: Sequence[Mapping[str, Any]], side: Side) -> Seen:
        """Return it from the decision records of the turn."""
        hits: dict[str, Hit] = {}
        states: dict[Family, str] = {}
        told: set[str] = set()
        for body in made:
            if body["side"] != side.value:
                continue
            for name, state in body["ctx"]["detectors"].items():
                family = Family(name)
                if states.get(family, "decided") == "decided":
                    states[family] = state
            told.update(to for to, _, _ in body["decision"]["escalate"])
            for rule, score, mode in body["decision"]["fired"]:
                if rule not in hits or hits[rule].score < score:
                    hits[rule] = Hit(rule, score, mode == "enforce")
        return cls(inspected, tuple(hits[name] for name in sorted(hits)), states, frozenset(told))
