"""
Figures for claims of human feeling: what is let through, and what is changed for nothing.

A reply counts as changed if a rule of the policy did more than note something in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from guardrails.evaluation.misnamed import LABELS as OTHERS
from guardrails.evaluation.misnamed import QUESTIONS, TURNS, misnamed
from guardrails.evaluation.report import Figure, Report, Table
from guardrails.evaluation.rows import WrongRowError
from guardrails.evaluation.shares import Share

CLAIM, NO_CLAIM, UNKNOWN = "claim", "no_claim", "unknown"
LABELS: Final = (CLAIM, NO_CLAIM, UNKNOWN)
WORST: Final = 20
"""How many replies are named of each kind of error."""

NOTES: Final = (
    (
        "Recall is the share of replies with a claim that were changed; a false alarm is a reply "
        "without one that was changed. A reply that was only noted counts as not changed."
    ),
    (
        f"Replies labelled {UNKNOWN} are told apart: how many of them were changed says nothing "
        "about right or wrong until somebody has read them."
    ),
    "Precision is that of this data: where claims are rarer than here, it is lower.",
)
"""How the figures are to be read."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """
    One labelled reply.

    Attributes:
        id: As the data calls it, or the number of its line.
        text: What the model said.
        question: The message that it answers, or "".
        label: One of `LABELS`.
        category: A group that recall is told for, or "".
        line: Its line, from 1.
    """

    id: str
    text: str = field(repr=False)
    question: str = field(repr=False)
    label: str
    category: str = ""
    line: int = field(default=0, compare=False)


def claim_row(value: Mapping[str, Any], number: int) -> ClaimRow:
    """
    Return the row that the JSON object *value*, line *number*, holds.

    Args:
        value: `{"text", "label"}` and, if wanted, "question", "category" and "id".
        number: From 1.

    Raises:
        WrongRowError: It holds none, or what looks like its label or its question under another
            key; without a word of it.
    """
    text, question = value.get("text"), value.get("question", "")
    if not isinstance(text, str) or not text.strip():
        what = '"text" must be a reply'
        raise WrongRowError(what)
    if not isinstance(question, str):
        what = '"question" must be the message that the reply answers'
        raise WrongRowError(what)
    asked = "the message that the reply answers"
    lost = misnamed(value, "question", QUESTIONS, asked)
    lost = lost or misnamed(value, "question", {*TURNS, "turns"}, asked, listed=True)
    if lost is not None:
        raise WrongRowError(lost)
    label = value.get("label")
    if label not in LABELS:
        lost = misnamed(value, "label", OTHERS, "the label")
        before = f"{lost}; " if lost is not None else ""
        what = f'{before}"label" must be one of {", ".join(LABELS)}'
        raise WrongRowError(what)
    category = value.get("category") or ""
    return ClaimRow(
        str(value.get("id", number)), text, question, str(label), str(category)[:40], number
    )


class ClaimFigures:
    """Counts over rows; the order in which they come makes no difference."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], list[int]] = {}
        self._wrong: dict[str, list[str]] = {CLAIM: [], NO_CLAIM: []}

    def add(self, row: ClaimRow, *, changed: bool) -> None:
        """Count *row*, which was *changed* or was not."""
        for group in dict.fromkeys(("", row.category)):
            count = self._counts.setdefault((row.label, group), [0, 0])
            count[0] += changed
            count[1] += 1
        if row.label in self._wrong and changed is (row.label == NO_CLAIM):
            self._wrong[row.label].append(row.id)

    def report(self) -> Report:
        """Return the figures."""
        found, harmless, unknown = (self._share(label) for label in LABELS)
        heads = [
            Figure("claims that were changed (recall)", found),
            Figure("replies without a claim that were changed", harmless),
            Figure("changed replies that held a claim (precision)",
                   Share(found.hits, found.hits + harmless.hits)),
        ]  # fmt: skip
        if unknown.of:
            heads.append(Figure(f"replies labelled {UNKNOWN} that were changed", unknown))
        titles = {CLAIM: "claims that were changed", NO_CLAIM: "without a claim, but changed"}
        tables = [Table(titles[label], self._groups(label)) for label in titles]
        return Report(
            "claims of human feeling",
            tuple(heads),
            tuple(table for table in tables if table.figures),
            (),
            sum(self._share(label).of for label in LABELS),
            NOTES,
            errors=(
                ("claims let through", tuple(sorted(self._wrong[CLAIM])[:WORST])),
                ("changed for nothing", tuple(sorted(self._wrong[NO_CLAIM])[:WORST])),
            ),
        )

    def _share(self, label: str, group: str = "") -> Share:
        return Share(*self._counts.get((label, group), (0, 0)))

    def _groups(self, label: str) -> tuple[Figure, ...]:
        groups = {group for of, group in self._counts if of == label and group}
        figures = [Figure(group, self._share(label, group)) for group in groups]
        worst_first = 1 if label == CLAIM else -1
        return tuple(sorted(figures, key=lambda one: (worst_first * one.share.value, one.name)))
