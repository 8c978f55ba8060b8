"""Reads what is neither a rule nor a text: disclosure, failure, logging and limits."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final, Literal

from guardrails.findings import Family
from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.known import Known, read_message
from guardrails.policy.model import Disclosure, Failure, Logging, OnError, Rule, TextLevel
from guardrails.policy.problems import Problems
from guardrails.policy.vocabulary import OPAQUE_KINDS

MAX_INPUT: Final = values.whole(100, 1_000_000, "characters")

ON_ERROR: Final[dict[Family, tuple[OnError, ...]]] = {
    # The first of each is the default.
    Family.PII: ("block", "note"),
    Family.CLAIM: ("block", "note"),
    Family.CRISIS: ("show-resources",),
    Family.CRISIS_REPLY: ("show-resources", "block"),
    Family.DISCLOSURE: ("note", "block"),
}
ON_GAP: Final[tuple[Literal["block", "note"], ...]] = ("note", "block")
LOG_LEVELS: Final[tuple[TextLevel, ...]] = (
    *("metadata", "findings"),
    *("masked-text", "sealed-text"),
)
_LOG_LEVEL: Final[values.How[TextLevel]] = values.choice(LOG_LEVELS)
_CLOSED: Final = (Family.SCOPE, Family.DEPENDENCE)


def read_disclosure(fields: Fields, known: Known) -> Disclosure:
    """Return when the person is told that this is software."""
    at_start = read_message(fields, "at_start", known)
    repeat = fields.block("repeat")
    turns = repeat.read("every_turns", values.whole(1, 10_000, "turns"))
    pause = repeat.read("every", values.seconds)
    say = read_message(repeat, "say", known)
    if repeat.table is not None:
        if "every_turns" not in repeat and "every" not in repeat:
            repeat.tell("'repeat' needs every_turns, every, or both")
        if "say" not in repeat and "at_start" not in fields:
            repeat.tell("'repeat' needs 'say', since there is no at_start to repeat")
    return Disclosure(
        at_start=at_start,
        when_asked=read_message(fields, "when_asked_if_human", known),
        repeat=(say or at_start) if repeat.table is not None else None,
        every_turns=turns,
        every_seconds=pause,
    )


def read_failure(fields: Fields, known: Known) -> Failure:
    """Return the failure matrix; a family that it leaves out keeps its default."""
    block = fields.block("detector_error")
    on_error: dict[Family, OnError] = dict.fromkeys(_CLOSED, "block")
    for family, choices in ON_ERROR.items():
        on_error[family] = block.read_or(family.value, values.choice(choices), choices[0])
    block = fields.block("coverage")
    coverage: dict[str, Literal["block", "note"]] = {}
    for kind in OPAQUE_KINDS:
        default: Literal["block", "note"] = "block" if kind == "unknown" else "note"
        coverage[kind] = block.read_or(kind, values.choice(ON_GAP), default)
    return Failure(
        detector_error=MappingProxyType(on_error),
        coverage=MappingProxyType(coverage),
        model_error=read_message(fields, "model_error", known),
    )


def read_logging(fields: Fields, rules: Iterable[Rule], problems: Problems) -> Logging:
    """Return what the log keeps: at least every score that some rule may act upon."""
    level: TextLevel | None = fields.read("level", _LOG_LEVEL)
    lowest = fields.read_or("findings_from", values.score, Logging().findings_from)
    for rule in rules:
        if rule.id and rule.threshold < lowest:
            what = (
                f"the threshold of {rule.id} ({rule.threshold // 100}) is below "
                f"logging.findings_from ({lowest // 100}), so it could not be replayed"
            )
            if "findings_from" in fields:
                fields.tell_of("findings_from", what)
            else:
                problems.add_at(rule.line, 1, what)
    fields.read("on_failure", values.choice(("safe-reply",), ("drop",)))
    return Logging(level or Logging().level, lowest)
