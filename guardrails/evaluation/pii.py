"""
Figures for personal data: what leaks, what is found, what is touched for nothing.

A span counts as found only if every letter and digit of it is covered by a finding,
whatever its type. A message leaks if a direct identifier in it is not covered by
findings that are acted upon: one that is only noted reaches the model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guardrails.evaluation.report import Figure, Report, Table
from guardrails.evaluation.rows import Labelled, Row
from guardrails.evaluation.shares import Share

INDIRECT = frozenset({
    "AGE", "DATE_TIME", "LOCATION", "NATIONALITY", "NRP", "ORGANIZATION", "PREFIX", "TITLE", "URL",
    "ZIP_CODE",
})  # fmt: skip
"""Labels of what points at nobody by itself; everything else is a direct identifier."""


def plain(label: str) -> str:
    """Return *label* as Presidio writes it: "date-time" is one too, and "person"."""
    return label.upper().replace("-", "_")


NOTES = (
    (
        "A message leaks if any letter or digit of a value in it that points at a person reaches "
        "the model: a name, a number, an address."
    ),
    "A value that the policy only notes is found, but leaks all the same.",
    (
        "A clean message has nothing in it that should be hidden. Touched means that something "
        "was hidden in it for nothing."
    ),
    (
        "The interval says where the true share lies for messages like these, 19 times in 20. "
        "With few cases it is wide, and the figure says little."
    ),
)
"""How the figures are to be read."""

ALL = "all"
"""The group of every name, whatever its origin."""

WORST = 20
"""How many messages are named that leak most."""

LEAKS, HALF, TOUCHED = (
    "messages with a direct identifier that leak",
    "the same, more than half of one visible",
    "clean messages that are touched",
)
"""What the figures over messages are called."""

_UPPER, _LOWER, _PROPER = "all capitals", "lower case", "usual capitals"


def visible(text: str, span: Labelled, found: Iterable[tuple[int, int]]) -> float:
    """Return the share, 0..1, of *span*'s letters and digits that no range of *found* covers."""
    told = [at for at in range(span.start, span.stop) if text[at].isalnum()]
    ranges = [(low, high) for low, high in found if low < span.stop and high > span.start]
    seen = sum(not any(low <= at < high for low, high in ranges) for at in told)
    return seen / len(told) if told else 0.0


def casing(text: str) -> str:
    """Return how *text* is written: all capitals, lower case, or as usual."""
    return _UPPER if text.isupper() else _LOWER if text.islower() else _PROPER


@dataclass(slots=True)
class _Messages:
    """Counts of messages, of all or of one language."""

    identified: int = 0
    leaked: int = 0
    half: int = 0
    clean: int = 0
    touched: int = 0

    def figures(self, of: str = "") -> tuple[Figure, Figure, Figure]:
        """Return leak, strict and half visible, and clean messages that are touched."""
        return (
            Figure(f"{of}{LEAKS}", Share(self.leaked, self.identified)),
            Figure(f"{of}{HALF}", Share(self.half, self.identified)),
            Figure(f"{of}{TOUCHED}", Share(self.touched, self.clean)),
        )


@dataclass(slots=True)
class PiiFigures:
    """Counts over rows; the order in which they come makes no difference."""

    messages: int = 0
    every: _Messages = field(default_factory=_Messages)
    langs: dict[str, _Messages] = field(default_factory=dict)
    found: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    named: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    worst: list[tuple[float, str]] = field(default_factory=list)

    def add(
        self, row: Row, found: Sequence[tuple[int, int]], acted: Sequence[tuple[int, int]]
    ) -> None:
        """Count *row*: *found* was taken for personal data, and of that *acted* was hidden."""
        self.messages += 1
        counts = [self.every]
        if lang := row.groups.get("lang"):
            counts.append(self.langs.setdefault(lang, _Messages()))
        if not row.spans:
            for count in counts:
                count.clean += 1
                count.touched += bool(acted)
            return
        seen = {span: visible(row.text, span, found) for span in row.spans}
        for span, share in seen.items():
            self.labels[span.label] += 1
            self.found[span.label] += share == 0
            if plain(span.label) == "PERSON":
                self._name(row, span, found=share == 0)
        direct = [
            visible(row.text, span, acted)
            for span in row.spans
            if plain(span.label) not in INDIRECT
        ]
        if direct:
            for count in counts:
                count.identified += 1
                count.leaked += max(direct) > 0
                count.half += max(direct) > 1 / 2
            if max(direct) > 0:
                self.worst.append((-max(direct), row.id))

    def _name(self, row: Row, span: Labelled, *, found: bool) -> None:
        written = row.groups.get("casing") or casing(row.text[span.start : span.stop])
        for origin in {ALL, row.groups.get("origin", ALL)}:
            self.names[origin, written] += 1
            self.named[origin, written] += found

    def report(self) -> Report:
        """Return the figures, ready to be shown."""
        labels = sorted(self.labels, key=lambda label: (self._label(label), label))
        names = sorted(self.names, key=lambda key: (self._names(key), key))
        return Report(
            "Personal data",
            (
                *self.every.figures(),
                *(
                    Figure(f"names found, worst group: {origin}, {how}", self._names((origin, how)))
                    for origin, how in [one for one in names if one[0] != ALL][:1]
                ),
            ),
            (
                Table("Found, by label", tuple(Figure(one, self._label(one)) for one in labels)),
                Table(
                    "Names found, by origin and casing, worst first",
                    tuple(
                        Figure(f"{origin}, {how}", self._names((origin, how)))
                        for origin, how in names
                    ),
                ),
                Table(
                    "By language",
                    tuple(
                        figure
                        for lang, count in sorted(self.langs.items())
                        for figure in count.figures(f"{lang}: ")
                    ),
                ),
            ),
            tuple(id_ for _, id_ in sorted(self.worst)[:WORST]),
            self.messages,
            NOTES,
        )

    def _label(self, label: str) -> Share:
        return Share(self.found[label], self.labels[label])

    def _names(self, key: tuple[str, str]) -> Share:
        return Share(self.named[key], self.names[key])
