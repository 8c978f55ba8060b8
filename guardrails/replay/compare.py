"""How two decisions about one text differ, seen from the person's side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guardrails.decisions import Do
from guardrails.findings import Level
from guardrails.ranks import Word

_DO = {do.value: do.rank for do in Do}
_LEVEL = {level.value: level.rank for level in Level}


class Change(Word):
    """What became of a decision."""

    SAME = "same"
    WEAKER = "weaker"
    """A weaker action, a human who is not told or told later, or an alarm less."""
    STRICTER = "stricter"
    """A stronger action, or a human who is told, or sooner, and nothing weaker beside it."""
    MESSAGE = "other message"
    """The same action, and other words for the person."""
    REASON = "other reason"
    """The same for the person: another rule, score or would-be action alone."""


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Change:
    """
    Return how *after* differs from *before*, both as `decision` of a record holds them.

    What is weaker in one thing and stricter in another counts as weaker.

    Raises:
        KeyError: One of them lacks something.
        TypeError: One of them holds something that a decision does not.
    """
    if before == after:
        return Change.SAME
    was, now = _strength(before), _strength(after)
    if now != was:
        fell = any(now.get(name, 0) < value for name, value in was.items())
        return Change.WEAKER if fell else Change.STRICTER
    said = ("say", "also", "disclose")
    if any(before[name] != after[name] for name in said):
        return Change.MESSAGE
    return Change.REASON


def _strength(decision: Mapping[str, Any]) -> dict[str, int]:
    """Return numbers of which a smaller one, or one that is missing, means less is done."""
    told = {"do": 1 + _DO[decision["do"]], "alarm": 1 + bool(decision["alarm"])}
    for to, within, level in decision["escalate"]:
        told[f"in time {to}"] = 1 + 2**31 - within
        told[f"urgency {to}"] = 1 + _LEVEL[level]
    return told


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of what differs between two decisions, sorted."""
    names = before.keys() | after.keys()
    return tuple(sorted(name for name in names if before.get(name) != after.get(name)))
