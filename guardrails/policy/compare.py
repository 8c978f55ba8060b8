"""
What a change of a policy means: stricter, weaker, or other; not which lines differ.

Stricter is what finds more, does more, tells a human sooner or excuses less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from guardrails.decisions import Mode
from guardrails.policy.exemptions import EXCUSES
from guardrails.policy.model import Policy
from guardrails.policy.quieted import watched_only
from guardrails.policy.rule import Exemption, Rule
from guardrails.policy.words import duration

_MODES: Final = (Mode.DISABLED, Mode.SHADOW, Mode.ENFORCE)
_ON_ERROR: Final = ("note", "show-resources", "block")


class Way(StrEnum):
    """Which way a change goes."""

    STRICTER = "stricter"
    WEAKER = "WEAKER"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Change:
    """
    One change.

    Attributes:
        what: What changed, such as `crisis.high threshold 45 -> 55`.
        way: Which way.
        broken: The old rule was a floor, which the change goes below.
        line: Line in the new file; 0 if it is gone from there or stands in no one place.
        old_line: Line in the old file, or 0.
        file: Name of the new file, if that is not the new policy's own.
        old_file: The same of the old one.
        rule: Id of the rule that it is about, or empty.
    """

    what: str
    way: Way
    broken: bool = False
    line: int = 0
    old_line: int = 0
    file: str = ""
    old_file: str = ""
    rule: str = ""


def compared(old: Policy, new: Policy) -> tuple[Change, ...]:
    """Return every change from *old* to *new*, rules first."""
    return (*compared_rules(old, new), *_rest(old, new))


def compared_rules(old: Policy, new: Policy) -> Iterator[Change]:
    """Yield every change of a rule from *old* to *new*."""
    before = {rule.id: rule for rule in old.rules}
    after = {rule.id: rule for rule in new.rules}
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name), after.get(name)
        if one is None and other is not None:
            what, way = f"{name} is new{_watched(other)}", _of(other, Way.STRICTER)
            yield Change(what, way, line=other.line, file=other.file, rule=name)
        elif one is not None and other is None:
            what, way = f"{name} is gone{_watched(one)}", _of(one, Way.WEAKER)
            yield Change(what, way, one.floor, old_line=one.line, old_file=one.file, rule=name)
        elif one is not None and other is not None:
            yield from _rule(one, other)


def _of(rule: Rule, way: Way) -> Way:
    """Return *way*, or that it is another if *rule* does nothing for anybody."""
    return way if rule.mode is Mode.ENFORCE else Way.OTHER


def _watched(rule: Rule) -> str:
    return ", one that is only watched" if watched_only(rule) else ""


def _rule(old: Rule, new: Rule) -> Iterator[Change]:
    for what, way in _differences(old, new):
        other_need = way is Way.OTHER and what.startswith("answers ")
        broken = old.floor and (way is Way.WEAKER or other_need)
        told = f"{new.id} {what}"
        yield Change(told, way, broken, new.line, old.line, new.file, old.file, new.id)


def _differences(old: Rule, new: Rule) -> Iterator[tuple[str, Way]]:
    if old.threshold != new.threshold:
        yield (
            f"threshold {old.threshold // 100} -> {new.threshold // 100}",
            _way(old.threshold > new.threshold),
        )
    if old.do is not new.do:
        yield f"do {old.do} -> {new.do}", _way(new.do > old.do)
    if old.mode is not new.mode:
        more = _MODES.index(new.mode) > _MODES.index(old.mode)
        yield f"mode {old.mode} -> {new.mode}", _way(more)
    if old.percent != new.percent:
        yield f"percent {old.percent} -> {new.percent}", _way(new.percent > old.percent)
    yield from _reach(old, new)
    yield from _escalation(old, new)
    if old.mask_with is not new.mask_with:
        more = new.mask_with > old.mask_with
        yield f"mask_with {old.mask_with} -> {new.mask_with}", _way(more)
    if old.floor != new.floor:
        yield f"floor {_said(old.floor)} -> {_said(new.floor)}", _way(new.floor)
    for name in ("say", "at_goodbye", "mask_as", "until"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{name} {before or 'none'} -> {after or 'none'}", Way.OTHER
    if dict(old.say_for) != dict(new.say_for):
        yield "say_for has changed", Way.OTHER


def _reach(old: Rule, new: Rule) -> Iterator[tuple[str, Way]]:
    """Yield what changes of all that the rule is about."""
    if old.level is not new.level or old.subject is not new.subject:
        before, after = _need(old), _need(new)
        narrower = old.level is new.level and old.subject is None
        yield f"answers {before} -> {after}", Way.WEAKER if narrower else Way.OTHER
    yield from _set("covers", old.categories, new.categories, more=Way.STRICTER)
    yield from _set("where", old.where, new.where, more=Way.STRICTER)
    if old.surfaces != new.surfaces:
        yield from _surfaces(old, new)
    yield from _set("exceptions", _exceptions(old), _exceptions(new), more=Way.WEAKER)
    if old.excusable != new.excusable:
        yield f"may_except {_listed(old)} -> {_listed(new)}", _way(_allowed(new) < _allowed(old))


def _surfaces(old: Rule, new: Rule) -> Iterator[tuple[str, Way]]:
    if old.surfaces is None or new.surfaces is None:
        yield "surfaces have changed", _way(new.surfaces is None)
    else:
        yield from _set("surfaces", old.surfaces, new.surfaces, more=Way.STRICTER)


def _escalation(old: Rule, new: Rule) -> Iterator[tuple[str, Way]]:
    before, after = old.escalate, new.escalate
    if before is None or after is None:
        if before is not after:
            yield f"tells {'nobody' if after is None else after.to} now", _way(after is not None)
        return
    if before.to != after.to:
        yield f"tells {before.to} -> {after.to}", Way.OTHER
    if before.within != after.within:
        what = f"within {duration(before.within)} -> {duration(after.within)}"
        yield what, _way(after.within < before.within)


def _set(
    what: str, old: frozenset[Any], new: frozenset[Any], *, more: Way
) -> Iterator[tuple[str, Way]]:
    less = Way.WEAKER if more is Way.STRICTER else Way.STRICTER
    for sign, names, way in (("+", new - old, more), ("-", old - new, less)):
        if names:
            yield f"{what} {sign} {', '.join(sorted(map(str, names)))}", way


def _exceptions(rule: Rule) -> frozenset[str]:
    return frozenset(told for one in rule.exemptions for told in _excused(one))


def _excused(one: Exemption) -> Iterator[str]:
    """Yield what *one* excuses, each with what else it takes."""
    needs = f" with consent to {one.consent}" if one.consent else ""
    until = f" until {one.expires}" if one.expires else ""
    kind = f"{one.mark} " if one.mark and one.phrases else one.mark or ""
    for what in [f"{kind}'{phrase}'" for phrase in one.phrases] or [kind]:
        yield f"{what}{needs}{until}"


def _allowed(rule: Rule) -> frozenset[str]:
    return frozenset(EXCUSES) if rule.excusable is None else rule.excusable


def _listed(rule: Rule) -> str:
    return "+".join(sorted(_allowed(rule))) or "none"


def _need(rule: Rule) -> str:
    return f"{rule.level}{f' of {rule.subject}' if rule.subject else ''}"


def _rest(old: Policy, new: Policy) -> Iterator[Change]:
    yield from compared_failures(old, new)
    for name in ("allow", "countries", "locales", "types"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            lost = name == "allow" and set(after or ()) > set(before or ())
            yield Change(f"{name} have changed", Way.WEAKER if lost else Way.OTHER)
    if old.hold != new.hold:
        yield Change(f"streaming.hold {old.hold} -> {new.hold}", _way(new.hold == "reply"))
    for name in ("id", "max_input", "repeat_after", "salt", "bucket_by", "review_by"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change(f"{name} {before or 'none'} -> {after or 'none'}", Way.OTHER)
    yield from _keeping(old, new)
    for name in ("disclosure", "channels", "on_request"):
        if getattr(old, name) != getattr(new, name):
            gone = name == "on_request" and new.on_request is None
            yield Change(f"{name} has changed", Way.WEAKER if gone else Way.OTHER)
    yield from _texts(old, new)


def _keeping(old: Policy, new: Policy) -> Iterator[Change]:
    """Yield what changes of what the log keeps, and of the texts beside it."""
    for name in ("level", "findings_from", "on_failure"):
        before, after = getattr(old.logging, name), getattr(new.logging, name)
        if before != after:
            if name == "findings_from":
                before, after = before // 100, after // 100
            way = _way(after == "safe-reply") if name == "on_failure" else Way.OTHER
            yield Change(f"logging.{name} {before} -> {after}", way)
    if old.logging.keep != new.logging.keep:
        yield Change("logging.keep has changed: how long records and texts are kept", Way.OTHER)
    if old.logging.checkpoint != new.logging.checkpoint:
        yield Change("logging.checkpoint has changed: how often the log is signed", Way.OTHER)
    if old.logging.anchor != new.logging.anchor:
        fewer = not set(old.logging.anchor) <= set(new.logging.anchor)
        what = "logging.anchor has changed: where checkpoints are shown"
        yield Change(what, Way.WEAKER if fewer else Way.STRICTER)
    if old.logging.keeps_texts and new.logging.keeps_texts:
        masked = {rule.id: rule.log for rule in old.rules}
        for rule in new.rules:
            if masked.get(rule.id, rule.log) != rule.log:
                does = "masks" if rule.log else "no longer masks"
                what = f"{rule.id} {does} the texts that are kept"
                yield Change(what, _way(rule.log), line=rule.line)


def compared_failures(old: Policy, new: Policy) -> Iterator[Change]:
    """Yield every change of what is done when something fails."""
    for part in ("detector_error", "coverage"):
        before: Mapping[str, str] = getattr(old.failure, part)
        after: Mapping[str, str] = getattr(new.failure, part)
        for name, do in after.items():
            if name in before and before[name] != do:
                more = _ON_ERROR.index(do) > _ON_ERROR.index(before[name])
                yield Change(f"failure.{part}.{name} {before[name]} -> {do}", _way(more))
    if old.failure.model_error != new.failure.model_error:
        yield Change("failure.model_error has changed", Way.OTHER)


def _texts(old: Policy, new: Policy) -> Iterator[Change]:
    for name in dict.fromkeys((*old.messages, *new.messages)):
        before, after = old.messages.get(name), new.messages.get(name)
        if before is None or after is None:
            yield Change(f"message {name} is {'gone' if after is None else 'new'}", Way.OTHER)
            continue
        where = sorted(one for one in {*before, *after} if before.get(one) != after.get(one))
        if where:
            yield Change(f"message {name} has another text in {', '.join(where)}", Way.OTHER)
        elif old.again.get(name) != new.again.get(name):
            yield Change(f"message {name} has other further wordings", Way.OTHER)
    if dict(old.to_minor) != dict(new.to_minor):
        yield Change("messages for minors have changed", Way.OTHER)
    if dict(old.then) != dict(new.then):
        yield Change("messages that go on after others have changed", Way.OTHER)


def _way(stricter: bool) -> Way:
    return Way.STRICTER if stricter else Way.WEAKER


def _said(value: bool) -> str:
    return str(value).lower()
