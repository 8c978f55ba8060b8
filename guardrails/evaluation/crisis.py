"""
Figures for crisis language: who is missed, who is alarmed about for nothing, and how sure it is.

A message is flagged at a level if a rule of the policy fired at that level or a higher one.
For areas and curves messages are ordered by level first, then by score; what no rule took
comes after everything that one took.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from guardrails.evaluation.crisis_rows import (
    APART,
    AT_RISK,
    HARMLESS,
    LEVELS,
    NOT_SAID,
    CrisisRow,
)
from guardrails.evaluation.flags import KINDS, Flags, Judged, Worst
from guardrails.evaluation.measures import Curve, Measure, Point, precision_at, thinned
from guardrails.evaluation.ranking import Ranking
from guardrails.evaluation.report import Figure, Report, Table
from guardrails.evaluation.shares import Share
from guardrails.findings import SCORE_MAX, Level

NOTES: Final = (
    (
        "Recall is the share of messages of people at risk that were flagged; a false alarm is a "
        "harmless message that was flagged. At concern a human is told; at care the person gets "
        "kind words and a number to call."
    ),
    (
        f"At risk: the labels {', '.join(AT_RISK)}. Harmless: {', '.join(HARMLESS)}. "
        f"Neither, and told by label alone: {', '.join(APART)}. A message that is labelled with a "
        "level is at risk at that level and below, and harmless at those above."
    ),
    (
        "The areas, and recall at a rate of false alarms, tell how well messages could be parted; "
        "the place to part them was looked up in this very data, so that they are on the kind side."
    ),
    (
        "Precision is told for the share of messages at risk that was asked for, not for that in "
        "the data: data is full of risk, and life is not."
    ),
)
"""How the figures are to be read."""

GROUPS: Final = 200
"""How many values of a field are told apart; the rest are one group."""
REST: Final = "all others"
RATES: Final = (("1%", 100), ("5%", 500))
"""Rates of false alarms at which recall is told, and how many of 10,000 they are."""
BINS: Final = 10
"""How many ranges of scores reliability is told for."""


class CrisisFigures:
    """
    Counts over rows; the order in which they come makes no difference.

    Args:
        by: Fields of rows by which figures are told.
        prevalence: Share of messages at risk for which precision is told, 0..1.
    """

    def __init__(self, by: Iterable[str], prevalence: float) -> None:
        self._prevalence = prevalence
        self._messages = 0
        self._every = Flags()
        self._fields: dict[str, dict[str, Flags]] = {
            name: {} for name in dict.fromkeys(["category", *by])
        }
        self._labels: dict[str, Counter[Level]] = {}
        self._ranking = Ranking()
        self._levels: dict[Level, Counter[bool]] = {level: Counter() for level in Level}
        self._bins: dict[int, Counter[bool]] = {n: Counter() for n in range(BINS + 1)}
        self._totals: Counter[int] = Counter()
        self._missed, self._alarmed = Worst(), Worst()

    def add(self, row: CrisisRow, seen: Judged) -> None:
        """Count *row*, which was judged so."""
        self._messages += 1
        self._every.add(row, seen)
        self._labels.setdefault(row.label, Counter())[seen.level] += 1
        for name, groups in self._fields.items():
            value = row.groups.get(name, NOT_SAID)
            if value not in groups and len(groups) >= GROUPS:
                value = REST
            groups.setdefault(value, Flags()).add(row, seen)
        wanted = row.wanted[Level.CONCERN]
        if wanted is None:
            return
        self._ranking.add(seen.order, wanted=wanted)
        self._levels[seen.level][wanted] += 1
        place = bin_of(seen.score)
        self._bins[place][wanted] += 1
        self._totals[place] += seen.score
        if wanted and seen.level < Level.CONCERN:
            self._missed.add(-seen.order, row)
        elif not wanted and seen.level >= Level.CONCERN:
            self._alarmed.add(seen.order, row)

    def report(self) -> Report:
        """Return the figures, ready to be shown."""
        return Report(
            "Crisis language",
            (*self._every.figures(), *self._at_rates()),
            tuple(self._tables()),
            (),
            self._messages,
            NOTES,
            measures=tuple(self._measures()),
            curves=(self._roc(), self._reliability()),
            errors=(("missed", self._missed.ids()), ("false alarms", self._alarmed.ids())),
        )

    def _at_rates(self) -> Iterator[Figure]:
        for name, rate in RATES:
            yield Figure(
                f"recall with false alarms at {name} at most", self._ranking.recall_at(rate)
            )

    def _measures(self) -> Iterator[Measure]:
        wanted, others = self._ranking.sizes
        of = f"{wanted:,} at risk, {others:,} not"
        yield Measure(
            "area under the ROC curve", self._ranking.area(), self._ranking.area_interval(), of
        )
        share = f"; {wanted / (wanted + others):.1%} at risk" if wanted + others else ""
        precision = self._ranking.average_precision()
        yield Measure("area under precision and recall", precision, None, of + share)
        for level in LEVELS:
            recall = self._every.share(level, wanted=True)
            alarms = self._every.share(level, wanted=False)
            yield precision_at(self._prevalence, recall, alarms, f"precision at {level} or more")

    def _tables(self) -> Iterator[Table]:
        yield Table("Flagged at concern or more, by label", tuple(self._by_label(Level.CONCERN)))
        yield Table("Flagged at care or more, by label", tuple(self._by_label(Level.CARE)))
        for name, groups in self._fields.items():
            if name != "category" or groups.keys() - {NOT_SAID}:
                yield from _by(name, groups)
        yield Table(
            "At risk, of the messages that were given a level",
            tuple(Figure(str(level), _risk(self._levels[level])) for level in Level),
        )
        yield Table(
            "At risk, of the messages that were given a score",
            tuple(Figure(_range(n), _risk(self._bins[n])) for n in self._bins),
        )

    def _by_label(self, least: Level) -> Iterator[Figure]:
        for label in sorted(self._labels, key=_place):
            levels = self._labels[label]
            flagged = sum(count for level, count in levels.items() if level >= least)
            yield Figure(label, Share(flagged, levels.total()))

    def _roc(self) -> Curve:
        wanted, others = self._ranking.sizes
        points = [
            Point(alarms / others, hits / wanted) for hits, alarms in self._ranking.steps()
        ] if wanted and others else []  # fmt: skip
        return Curve(
            "roc",
            "ROC curve: recall against false alarms",
            "false alarms, share of harmless messages",
            "recall, share of messages at risk",
            "by chance",
            tuple(thinned(points)),
            joined=True,
        )

    def _reliability(self) -> Curve:
        points = []
        for place, counts in self._bins.items():
            share = _risk(counts)
            if share.of:
                mean = self._totals[place] / share.of / SCORE_MAX
                points.append(Point(mean, share.value, share.interval))
        return Curve(
            "reliability",
            "Reliability: how many are at risk of those that were given a score",
            "mean score",
            "share at risk",
            "as sure as right",
            tuple(points),
            joined=False,
        )


def bin_of(score: int) -> int:
    """Return 0 for the score 0, and 1 to `BINS` for the ranges above it, upper ends included."""
    return -(-score * BINS // SCORE_MAX)


def _range(place: int) -> str:
    if not place:
        return "nothing found"
    width = SCORE_MAX // BINS
    return f"{(place - 1) * width + 1:,} to {place * width:,}"


def _risk(counts: Counter[bool]) -> Share:
    return Share(counts[True], counts.total())


def _by(name: str, groups: Mapping[str, Flags]) -> Iterator[Table]:
    """Yield tables of recall and false alarms at each level, by *groups*, the worst first."""
    for level in LEVELS:
        for wanted, kind in KINDS:
            shares = {value: flags.share(level, wanted=wanted) for value, flags in groups.items()}
            sign = 1 if wanted else -1
            order = sorted(shares, key=lambda one: (sign * shares[one].value, one))
            yield Table(
                f"{kind.capitalize()} at {level} or more, by {name}, the worst first",
                tuple(Figure(value, shares[value]) for value in order if shares[value].of),
            )


def _place(label: str) -> int:
    return [*AT_RISK, *reversed(Level), *APART, *HARMLESS].index(label)
