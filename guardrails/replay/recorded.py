"""What a `decision` record says that `decide` read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guardrails.errors import RecordError
from guardrails.findings import Family, Finding, Level, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.policy.decide import DecideContext
from guardrails.taxonomy import Subject

_MARKS = {mark.value: mark for mark in Mark}
_NO_MARKS = frozenset[Mark]()
_FAMILIES = {family.value: family for family in Family}


@dataclass(frozen=True, slots=True)
class Inputs:
    """
    All that a decision was made from, besides the policy.

    Attributes:
        findings: In the order in which they were decided upon.
        ctx: The rest.
    """

    findings: tuple[Finding, ...]
    ctx: DecideContext


def inputs(record: Mapping[str, Any]) -> Inputs | None:
    """
    Return what *record*, of kind `decision`, was made from; None if its findings are left out.

    Raises:
        RecordError: It lacks something, or holds what no finding or context may; nothing
            of it is quoted.
    """
    findings = record.get("findings")
    if findings is None:
        return None
    try:
        return Inputs(tuple(map(_finding, _listed(findings))), _context(record))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"a decision that cannot be read ({type(error).__name__})"
        raise RecordError(msg) from None


def _finding(told: Mapping[str, Any]) -> Finding:
    marks = frozenset([_MARKS[mark] for mark in names]) if (names := told["m"]) else _NO_MARKS
    return Finding(told["d"], Span(told["a"], told["b"]), told["s"], told["src"], marks)


def _context(record: Mapping[str, Any]) -> DecideContext:
    told = record["ctx"]
    since = told["since_disclosure"]
    return DecideContext(
        now=_whole(told["now"]),
        side=Side(record["side"]),
        surface=Surface(record["surface"]),
        locale=told["locale"],
        country=told["country"],
        minor=_truth(told["minor"]),
        roleplay=_truth(told["roleplay"]),
        risk=_whole(told["risk"]),
        watched=_truth(told["watched"]),
        level=Level(told["level"]),
        about=Subject(told["about"]),
        held_by=told["held_by"],
        since_turns=None if since["turns"] is None else _whole(since["turns"]),
        since_seconds=None if since["s"] is None else _whole(since["s"]),
        consent=tuple(told["consent"]),
        bucket={rule: _whole(place) for rule, place in told["bucket"].items()},
        detectors={_FAMILIES[family]: state for family, state in told["detectors"].items()},
    )


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _truth(value: object) -> bool:
    if type(value) is not bool:
        raise TypeError
    return value
