"""Reads what is neither a rule nor a text: disclosure, failure, logging and limits."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final, Literal

from guardrails.findings import Family
from guardrails.policy import values
from guardrails.policy.anchors import read_anchors, read_checkpoint
from guardrails.policy.disclosure import Consent, Disclosure, Pause, Rights
from guardrails.policy.fields import Fields
from guardrails.policy.known import Known, read_message
from guardrails.policy.log_settings import Keep, Logging, OnFailure, TextLevel
from guardrails.policy.model import BucketBy, Failure, OnError, SignOff
from guardrails.policy.problems import Problems
from guardrails.policy.rule import Rule
from guardrails.policy.vocabulary import CONSENTS, KEPT_SLOT, OPAQUE_KINDS

MOST_SIGNERS: Final = 20
BUCKETS: Final[tuple[BucketBy, ...]] = ("session", "subject")
BUCKET_BY: Final[values.How[BucketBy]] = values.choice(BUCKETS)
MAX_INPUT: Final = values.whole(100, 1_000_000, "characters")

ON_ERROR: Final[dict[Family, tuple[OnError, ...]]] = {
    # The first of each is the default.
    Family.PII: ("block", "note"),
    Family.CLAIM: ("block", "note"),
    Family.CRISIS: ("show-resources",),
    Family.CRISIS_REPLY: ("show-resources", "block"),
    Family.DEPENDENCE: ("note", "block"),
    Family.DISCLOSURE: ("note", "block"),
    Family.SCOPE: ("block", "note"),
}
ON_GAP: Final[tuple[Literal["block", "note"], ...]] = ("note", "block")
LOG_LEVELS: Final[tuple[TextLevel, ...]] = (
    *("metadata", "findings"),
    *("masked-text", "sealed-text"),
)
ON_LOG_FAILURE: Final[tuple[OnFailure, ...]] = ("safe-reply", "drop")
_LOG_LEVEL: Final[values.How[TextLevel]] = values.choice(LOG_LEVELS)
_ON_LOG_FAILURE: Final[values.How[OnFailure]] = values.choice(ON_LOG_FAILURE)


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
        pause=_pause(fields, known),
        consent=_consent(fields, known),
        rights=_rights(fields, known),
        floor=fields.read_or("floor", values.flag, default=False),
    )


def _pause(fields: Fields, known: Known) -> Pause | None:
    """Return when the person is reminded of a break."""
    block = fields.block("break")
    every, minors = block.read("every", values.seconds), block.read("minors", values.seconds)
    if block.table is not None and every is None and minors is None:
        block.tell("'break' needs every, minors, or both")
    say = _needed(block, "say", known)
    return None if say is None else Pause(say, every, minors)


def _consent(fields: Fields, known: Known) -> Consent | None:
    """Return what the person is asked to agree to."""
    block = fields.block("consent")
    if block.table is None:
        return None
    purposes = values.many(values.choice(CONSENTS))
    needed_for: tuple[str, ...] = block.need("needed_for", purposes, ())
    ask, given, withdrawn = (_needed(block, one, known) for one in ("ask", "given", "withdrawn"))
    ways = values.choice(("keep-session", "erase-session"))
    erases = block.read_or("withdraw", ways, "keep-session") == "erase-session"
    whose = values.choice(("conversation", "person"))
    of_person = block.read_or("holds_for", whose, "conversation") == "person"
    if ask is None or given is None or withdrawn is None:
        return None
    return Consent(tuple(sorted({*needed_for})), ask, given, withdrawn, erases, of_person)


def _rights(fields: Fields, known: Known) -> Rights | None:
    """Return how a person is answered who asks for what is theirs."""
    block = fields.block("rights")
    kept = _needed(block, "kept", known, fills=KEPT_SLOT)
    others = [_needed(block, one, known) for one in ("forgotten", "watched", "ask_alone", "failed")]
    said = [one for one in others if one is not None]
    return None if kept is None or len(said) < len(others) else Rights(kept, *said)


def _needed(block: Fields, name: str, known: Known, *, fills: str = "") -> str | None:
    """Return the id of a message that a block, if it stands there, has to name."""
    if block.table is not None and name not in block:
        block.need(name, values.text, "")  # it tells that it is missing
    return read_message(block, name, known, fills=fills)


def read_sign_off(fields: Fields) -> SignOff:
    """Return how many have to sign, and in which roles; at least one."""
    return SignOff(
        fields.read_or("needed", values.whole(1, MOST_SIGNERS, "people"), 1),
        fields.read_or("roles", values.many(values.identifier), ()),
    )


def read_failure(fields: Fields, known: Known) -> Failure:
    """Return the failure matrix; a family that it leaves out keeps its default."""
    block = fields.block("detector_error")
    on_error: dict[Family, OnError] = {}
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
        floor=fields.read_or("floor", values.flag, default=False),
    )


def read_logging(fields: Fields, rules: Iterable[Rule], problems: Problems) -> Logging:
    """Return what the log keeps: at least every score that some rule may act upon."""
    level: TextLevel = fields.read_or("level", _LOG_LEVEL, Logging().level)
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
                problems.add_at(rule.line, 1, what, rule.file)
    logging = Logging(
        level,
        lowest,
        fields.read_or("on_failure", _ON_LOG_FAILURE, Logging().on_failure),
        _read_keep(fields),
        read_checkpoint(fields),
        read_anchors(fields),
    )
    if logging.keep is not None and logging.keep.text is not None and not logging.keeps_texts:
        fields.block("keep").tell_of("text", f"no texts are kept at level {level}: leave it out")
    return logging


def _read_keep(fields: Fields) -> Keep | None:
    """Return how long records are kept, if that is said; those of a crisis no shorter."""
    block = fields.block("keep")
    keep = Keep(
        block.read("decisions", values.seconds),
        block.read("crisis", values.seconds),
        block.read("text", values.seconds),
    )
    if keep.crisis is not None and (keep.decisions is None or keep.crisis < keep.decisions):
        what = "'crisis' has to be at least as long as 'decisions', of which these records are part"
        block.tell_of("crisis", what)
    if keep.text is not None and keep.decisions is not None and keep.text > keep.decisions:
        what = "'text' is longer than 'decisions': a text is opened by its record"
        block.tell_of("text", what)
    return keep if keep != Keep() else None
