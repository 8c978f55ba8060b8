"""
Exceptions by words: which findings a phrase of the policy excuses.

    findings, phrases that touch them ─▶ the text without those phrases ─▶ looked at again

A finding is excused if it would not be there without the phrase. So "happy to help" excuses
what was found in those words, and not what is claimed beside them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from guardrails.decisions import Mode
from guardrails.detectors.base import Report, State, View
from guardrails.detectors.phrase_set import PhraseSet, Place
from guardrails.findings import Family, Finding
from guardrails.policy.model import Policy

Look: TypeAlias = Callable[[View, Collection[Family]], Awaitable[tuple[Report, ...]]]
"""Has the detectors of some families look at a view."""


@dataclass(frozen=True, slots=True)
class Excuses:
    """
    The exceptions of a policy that have phrases.

    Attributes:
        about: Name of each, `RULE/EXCEPTION` → the full categories that its rule covers.
        phrases: All their phrases.
    """

    about: dict[str, frozenset[str]]
    phrases: PhraseSet

    async def told(self, view: View, reports: Sequence[Report], look: Look) -> tuple[Report, ...]:
        """
        Return *reports* on *view*, each finding with the exceptions that excuse it.

        Args:
            view: What was looked at.
            reports: What came of it.
            look: Has the detectors look again; asked only where a phrase touches a finding.
        """
        if not any(report.findings for report in reports):
            return tuple(reports)
        places = tuple(self.phrases.find(view.text))
        touched = {
            place.name
            for report in reports
            for one in report.findings
            for place in places
            if self._touches(place, one)
        }
        for name in sorted(touched):
            mine = [place for place in places if place.name == name]
            reports = await self._without(name, mine, view, reports, look)
        return tuple(reports)

    def _touches(self, place: Place, one: Finding) -> bool:
        overlap = one.span.clipped(place.start, place.stop) is not None
        return overlap and one.category in self.about[place.name]

    async def _without(
        self,
        name: str,
        places: Sequence[Place],
        view: View,
        reports: Sequence[Report],
        look: Look,
    ) -> tuple[Report, ...]:
        """Return *reports*, *name* on each finding that is gone once its phrases are."""
        family = Family(next(iter(self.about[name])).partition(".")[0])
        again = await look(replace(view, text=_blanked(view.text, places)), {family})
        if any(report.state is not State.DECIDED for report in again):
            return tuple(reports)  # who could not look has excused nothing
        left = [one for report in again for one in report.findings]

        def named(one: Finding) -> Finding:
            if not any(self._touches(place, one) for place in places) or any(
                other.category == one.category
                and other.span.clipped(one.span.start, one.span.stop) is not None
                for other in left
            ):
                return one
            return replace(one, excused=one.excused | {name})

        return tuple(
            replace(report, findings=tuple(map(named, report.findings)))
            if report.family is family
            else report
            for report in reports
        )


def _blanked(text: str, places: Sequence[Place]) -> str:
    """Return *text* with blanks in *places*: everything else stays where it is."""
    for place in places:
        text = f"{text[: place.start]}{' ' * (place.stop - place.start)}{text[place.stop :]}"
    return text


def excuses_of(policy: Policy) -> Excuses | None:
    """Return the exceptions of *policy* that have phrases; None if there are none."""
    rules = [rule for rule in policy.rules if rule.mode is not Mode.DISABLED]
    said = {
        one.key(rule.id): (rule.categories, one.phrases)
        for rule in rules
        for one in rule.exemptions
        if one.phrases and rule.categories
    }
    if not said:
        return None
    about = {name: categories for name, (categories, _) in said.items()}
    return Excuses(about, PhraseSet({name: phrases for name, (_, phrases) in said.items()}))
