"""Reads the cases of a policy: what its authors expect of it, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from guardrails.decisions import Do
from guardrails.findings import Level
from guardrails.messages import Side
from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.rule import Rule

DONE: Final = tuple(do for do in Do if do is not Do.RELAY)

NOBODY: Final = "none"
"""What a case expects of `escalated_to` if no human is to be told."""


@dataclass(frozen=True, slots=True)
class Expect:
    """
    What is expected of one case. What is None is not looked at.

    Attributes:
        do: The strongest action.
        rule: Id of a rule that fires, or a pattern such as `crisis.*`.
        not_rule: Id or pattern of rules of which none fires.
        level: The crisis level.
        escalated_to: The channel that a notice goes to; `none` for no notice.
        in_reply: A text that the person, or the model for a person's message, gets.
        not_in_reply: A text that neither gets.
    """

    do: Do | None = None
    rule: str | None = None
    not_rule: str | None = None
    level: Level | None = None
    in_reply: str | None = field(default=None, repr=False)
    not_in_reply: str | None = field(default=None, repr=False)
    escalated_to: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyCase:
    """
    One case.

    Attributes:
        say: The text.
        side: `input` for what a person says, `output` for what the model says.
        expect: What is to come of it.
        locale: BCP 47 tag, or None for the policy's first.
        country: ISO 3166-1 alpha-2 code, or None.
        after: What the person said before it, or None for nothing.
        why: For people.
        todo: A known gap, and why: the case is expected to fail. None for no gap.
        line: Line in the file, from 1.
        column: Column in the file, from 1.
        file: Name of its file, if that is not the policy's own.
    """

    say: str = field(repr=False)
    side: Side
    expect: Expect
    locale: str | None = None
    country: str | None = None
    after: str | None = field(default=None, repr=False)
    why: str = ""
    todo: str | None = None
    line: int = 0
    column: int = 1
    file: str = ""


class Names(NamedTuple):
    """
    What the cases of a policy may name.

    Attributes:
        rules: Ids and patterns, from `rule_names`.
        locales: Of the policy.
        channels: By their names.
    """

    rules: Mapping[str, object]
    locales: tuple[str, ...]
    channels: Mapping[str, object]


def read_cases(root: Fields, known: Names) -> tuple[PolicyCase, ...]:
    """Return every case of the list `tests` of the file *root*; *known* is what it may name."""
    return tuple(_case(fields, known) for fields in root.blocks("tests", "a test"))


def _case(fields: Fields, known: Names) -> PolicyCase:
    speaker = fields.need("from", values.choice(("user", "model")), "user")
    return PolicyCase(
        say=fields.need("say", values.text, ""),
        side=Side.INPUT if speaker == "user" else Side.OUTPUT,
        expect=_expect(fields, known),
        locale=fields.read("locale", values.choice(known.locales)) if known.locales else None,
        country=fields.read("country", values.country),
        after=fields.read("after", values.text),
        why=fields.read_or("why", values.text, ""),
        todo=fields.read("todo", values.text),
        line=fields.line,
        column=fields.column,
        file=fields.file,
    )


def _expect(fields: Fields, known: Names) -> Expect:
    if "expect" not in fields:
        fields.need("expect", values.table, None)
    block = fields.block("expect")
    do = block.read("do", values.choice(DONE))
    level = block.read("level", values.choice(tuple(Level)))
    expect = Expect(
        do=do,
        rule=_pattern(block, "rule", known.rules),
        not_rule=_pattern(block, "not_rule", known.rules),
        level=level,
        escalated_to=_channel(block, known.channels),
        in_reply=block.read("in_reply", values.text),
        not_in_reply=block.read("not_in_reply", values.text),
    )
    if block.table is not None and not block.table.entries:
        block.tell("'expect' holds nothing, so this test could not fail")
    return expect


def _channel(block: Fields, channels: Mapping[str, object]) -> str | None:
    value = block.read("escalated_to", values.text)
    if value is not None:
        block.refer("escalated_to", "channel", value, {**channels, NOBODY: None})
    return value


def _pattern(block: Fields, name: str, rules: Mapping[str, object]) -> str | None:
    value = block.read(name, values.text)
    if value is not None:
        block.refer(name, "rule", value, rules)
    return value


def rules_of(name: str, rules: Iterable[Rule]) -> frozenset[str]:
    """Return the ids of those of *rules* that *name*, an id or a pattern, fits."""
    return frozenset(rule.id for rule in rules if fits(rule.id, name))


def fits(rule: str, name: str) -> bool:
    """Return whether *name*, an id or a pattern such as `crisis.*`, fits the id *rule*."""
    return rule.startswith(name[:-1]) if name.endswith("*") else rule == name


def rule_names(rules: Iterable[str]) -> dict[str, None]:
    """Return the ids *rules* and every pattern, such as `crisis.*`, that fits one of them."""
    names = dict.fromkeys(rules)
    for rule in tuple(names):
        parts = rule.split(".")
        names.update(dict.fromkeys(f"{'.'.join(parts[:n])}.*" for n in range(1, len(parts))))
    return names
