"""Holds what was seen of a case against what its author expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from guardrails.findings import Family, Level
from guardrails.policy.cases import NOBODY, PolicyCase, fits
from guardrails.trials.seen import Seen


class Result(StrEnum):
    """What came of a case."""

    PASSED = "passed"
    FAILED = "failed"
    KNOWN_GAP = "known gap"
    CLOSED_GAP = "closed gap"


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    One case and what came of it.

    Attributes:
        case: The case.
        result: `known gap` is a case with `todo` that fails, as it is expected to; `closed gap`
            is one that passes.
        why: What is not as expected; empty if all is. Holds rules and scores, and no text.
        hits: Ids of the rules that fired.
        looked: Families that decided.
        shown: What came out, where the case failed; the policy's own words make up the case.
    """

    case: PolicyCase
    result: Result
    why: tuple[str, ...]
    hits: frozenset[str]
    looked: frozenset[Family]
    shown: str = field(default="", repr=False)


def judged(case: PolicyCase, seen: Seen) -> Outcome:
    """Return what came of *case*: nothing that was not looked at passes."""
    blind = tuple(_blind(case, seen))
    # A detector that did not run is a fault of the trial, which no known gap excuses.
    why = blind or tuple(_wrong(case, seen))
    result = Result.FAILED if why else Result.PASSED
    if case.todo is not None and not blind:
        result = Result.KNOWN_GAP if why else Result.CLOSED_GAP
    looked = frozenset(one for one, state in seen.states.items() if state == "decided")
    hits = frozenset(one.rule for one in seen.hits)
    return Outcome(case, result, why, hits, looked, seen.shown if why and not blind else "")


def _blind(case: PolicyCase, seen: Seen) -> Iterator[str]:
    """Yield why nothing can be said of *case*."""
    if not seen.states:
        yield "no detector looked at it, so this case proves nothing"
    for family, state in sorted(seen.states.items()):
        if state != "decided":
            yield f"the {family} detector {state}, so this case proves nothing"
    for name in (case.expect.rule, case.expect.not_rule):
        wanted = _family(name)
        if wanted is not None and seen.states and wanted not in seen.states:
            speaker = "a person" if case.side == "input" else "the model"
            yield (
                f"no {wanted} detector looks at what {speaker} says, so '{name}' proves nothing "
                "here: turn 'from' round, or name another rule"
            )


def _wrong(case: PolicyCase, seen: Seen) -> Iterator[str]:
    wanted, got = case.expect, seen.inspected
    hits = [f"{one.rule} ({_share(one.score)})" for one in seen.hits]
    fired = ", ".join(hits) or "no rule"
    if wanted.do is not None and got.do != wanted.do:
        by = f" by {got.rule}" if got.rule else ""
        yield f"expected do: {wanted.do}, got {got.do}{by}"
    if wanted.rule is not None and not any(fits(one.rule, wanted.rule) for one in seen.hits):
        yield f"expected {wanted.rule} to fire, and {fired} did"
    if wanted.not_rule is not None:
        wrong = [one for one in seen.hits if fits(one.rule, wanted.not_rule)]
        if wrong:
            which = ", ".join(f"{one.rule} ({_share(one.score)})" for one in wrong)
            yield f"expected {wanted.not_rule} to stay silent, and {which} fired"
    level = got.level or Level.NONE
    if wanted.level is not None and level != wanted.level:
        yield f"expected level: {wanted.level}, got {level}"
    if wanted.escalated_to is not None and wanted.escalated_to not in (seen.told or {NOBODY}):
        told = " and ".join(sorted(seen.told)) or "nobody"
        yield f"expected escalated_to: {wanted.escalated_to}, and {told} is told"
    if wanted.in_reply is not None and wanted.in_reply not in seen.shown:
        yield "what is shown lacks the text of 'in_reply'"
    if wanted.not_in_reply is not None and wanted.not_in_reply in seen.shown:
        yield "what is shown holds the text of 'not_in_reply'"


def _family(rule: str | None) -> Family | None:
    """Return the family of a rule's id or pattern; of an answer to a question it is disclosure."""
    section = (rule or "").partition(".")[0]
    if section in {"disclosure", "escalation"}:
        return Family.DISCLOSURE
    return Family(section) if section in set(Family) else None


def _share(score: int) -> str:
    return f"{score // 100} %"
