"""The same sentences under two policies: which of them come out stricter, and which weaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guardrails.inspecting import Inspected
from guardrails.policy.cases import PolicyCase
from guardrails.policy.compare import Way
from guardrails.trials.run import Trier
from guardrails.trials.seen import Seen


@dataclass(frozen=True, slots=True)
class Moved:
    """
    One sentence that comes out differently.

    Attributes:
        case: The case that says it.
        way: Which way.
        what: How: actions, rules and who is told; no text.
    """

    case: PolicyCase
    way: Way
    what: str


def distinct(*lists: Iterable[PolicyCase]) -> list[PolicyCase]:
    """Return each sentence once: by its words, who says it after what, language and country."""
    found: dict[tuple[object, ...], PolicyCase] = {}
    for cases in lists:
        for case in cases:
            found.setdefault((case.say, case.side, case.locale, case.country, case.after), case)
    return list(found.values())


async def moved(cases: Iterable[PolicyCase], old: Trier, new: Trier) -> list[Moved]:
    """Return which of *cases* come out differently; a case's expectations are not looked at."""
    found = []
    for case in cases:
        before = await old.see(case.say, case.side, case.locale, case.country, case.after)
        after = await new.see(case.say, case.side, case.locale, case.country, case.after)
        one = _moved(case, before, after)
        if one is not None:
            found.append(one)
    return found


def _moved(case: PolicyCase, old: Seen, new: Seen) -> Moved | None:
    before, after = old.inspected, new.inspected
    what = f"{_told(before)} -> {_told(after)}"
    if before.escalate != after.escalate:
        told = "a human is told now" if after.escalate else "no human is told any more"
        return Moved(case, Way.STRICTER if after.escalate else Way.WEAKER, f"{what}; {told}")
    if before.do != after.do:
        return Moved(case, Way.STRICTER if after.do > before.do else Way.WEAKER, what)
    if before.rule != after.rule:
        return Moved(case, Way.OTHER, what)
    if (old.shown, before.also) != (new.shown, after.also):
        return Moved(case, Way.OTHER, f"{_told(after)}, with another text")
    return None


def _told(one: Inspected) -> str:
    return f"{one.do} by {one.rule or 'no rule'}"
