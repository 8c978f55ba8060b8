"""Reads the rules of a policy: the sections `pii`, `claim` and `crisis`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from guardrails.decisions import Do, Mode
from guardrails.findings import Family, Level
from guardrails.messages import Side
from guardrails.policy import values
from guardrails.policy.exemptions import read_exemptions
from guardrails.policy.fields import Fields
from guardrails.policy.known import Known, check_message
from guardrails.policy.model import Escalation, Rule
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Node
from guardrails.policy.vocabulary import CLAIMS, NEVER_FICTION, PII_TYPES, RESOURCES_SLOT

PII_THRESHOLD: Final = 4_000
CLAIM_THRESHOLD: Final = 5_000

_PII_DO: Final = (Do.NOTE, Do.MASK, Do.BLOCK)
_CLAIM_DO: Final = (Do.NOTE, Do.REWRITE, Do.ADD, Do.REPLACE, Do.BLOCK)
_CRISIS_DO: Final = {
    Level.CARE: Do.ADD,
    Level.CONCERN: Do.ADD,
    Level.HIGH: Do.REPLACE,
    Level.IMMINENT: Do.REPLACE,
}
_WHERE: Final = ("input", "output", "log")
_SAID: Final = frozenset({Do.ADD, Do.REPLACE, Do.BLOCK})
_SLOT = re.compile(r"\{[^{}]*\}|[{}]")
_MASK_SLOTS: Final = frozenset({"{type}", "{n}"})


def read_rules(root: Fields, known: Known, problems: Problems) -> tuple[Rule, ...]:
    """Return the rules of all sections, in the order of the sections and of the file."""
    rules: list[Rule] = []
    first: dict[str, Node] = {}
    for section, read in (("pii", _pii), ("claim", _claim), ("crisis", _crisis)):
        for fields in root.blocks(section, f"a {section} rule"):
            rule, node = read(fields, known, problems), fields.node("id")
            rules.append(rule)
            if node is None or not rule.id:
                continue
            before = first.setdefault(rule.id, node)
            if before is not node:
                at = f"{before.line}:{before.column}"
                problems.add(node, f"rule {quoted(rule.id)} given twice, first at {at}")
    return tuple(rules)


def _pii(fields: Fields, known: Known, problems: Problems) -> Rule:
    do = fields.need("do", values.choice(_PII_DO), Do.MASK)
    types = fields.need("detect", values.many(values.choice(PII_TYPES)), ())
    where = fields.read_or("where", values.many(values.choice(_WHERE)), ("input", "output"))
    sides = frozenset(Side(side) for side in where if side != "log")
    if not sides and fields.table is not None:
        problems.add(fields.table, "'where' needs input or output: no text ever goes into the log")
    rule = Rule(
        id=_id(fields, Family.PII, problems),
        family=Family.PII,
        categories=frozenset(f"pii.{name}" for name in types),
        threshold=fields.read_or("threshold", values.score, PII_THRESHOLD),
        do=do,
        where=sides,
    )
    mask = fields.read("mask_as", values.text)
    if mask is not None:
        _check_mask(fields, mask, do, problems)
        rule = replace(rule, mask_as=mask)
    return _common(rule, fields, known, problems)


def _check_mask(fields: Fields, mask: str, do: Do, problems: Problems) -> None:
    node = fields.node("mask_as")
    if node is None:
        return
    if do is not Do.MASK:
        problems.add(node, "'mask_as' goes with do: mask")
    for slot in dict.fromkeys(_SLOT.findall(mask)):
        if slot not in _MASK_SLOTS:
            problems.add(node, f"{quoted(slot)} is no slot of a mask: {{type}} and {{n}} are")


def _claim(fields: Fields, known: Known, problems: Problems) -> Rule:
    claims = fields.need("claims", values.many(values.choice(CLAIMS)), ())
    rule = Rule(
        id=_id(fields, Family.CLAIM, problems),
        family=Family.CLAIM,
        categories=frozenset(f"claim.{name}" for name in claims),
        threshold=fields.read_or("threshold", values.score, CLAIM_THRESHOLD),
        do=fields.need("do", values.choice(_CLAIM_DO), Do.REWRITE),
        where=frozenset({Side.OUTPUT}),
        exemptions=read_exemptions(fields, NEVER_FICTION.intersection(claims), problems),
    )
    return _common(rule, fields, known, problems)


def _crisis(fields: Fields, known: Known, problems: Problems) -> Rule:
    level = fields.need("level", values.choice(tuple(_CRISIS_DO)), Level.CARE)
    wanted = _CRISIS_DO[level]
    do = fields.need("do", values.choice(tuple(Do)), wanted)
    node = fields.node("do")
    if node is not None and do is not wanted:
        why = "a person in crisis is never blocked" if do is Do.BLOCK else f"this is level {level}"
        problems.add(node, f"{why}: write do: {wanted}")
    rule = Rule(
        id=_id(fields, Family.CRISIS, problems),
        family=Family.CRISIS,
        categories=frozenset(),
        threshold=fields.need("threshold", values.score, 0),
        do=wanted,
        level=level,
        where=frozenset({Side.INPUT}),
        escalate=_escalate(fields, known, problems),
    )
    if rule.escalate is None and "escalate" not in fields and level >= Level.CONCERN:
        _tell(fields, f"level {level} needs 'escalate': from concern up a human is told", problems)
    return _common(rule, fields, known, problems)


def _escalate(fields: Fields, known: Known, problems: Problems) -> Escalation | None:
    if "escalate" not in fields:
        return None
    block = fields.block("escalate")
    to = block.need("to", values.text, "")
    node = block.node("to")
    if to and node is not None and to not in known.channels:
        problems.unknown(node, f"no channel {quoted(to)}", to, known.channels)
    return Escalation(to, block.need("within", values.seconds, 1))


def _common(rule: Rule, fields: Fields, known: Known, problems: Problems) -> Rule:
    """Return *rule* with the settings that all sections share."""
    mode = fields.read_or("mode", values.choice(tuple(Mode)), known.default)
    percent = fields.node("percent")
    if percent is not None and not known.salted:
        problems.add(percent, "'percent' needs rollout.salt, or sessions change sides at random")
    if percent is not None and mode is not Mode.ENFORCE:
        problems.add(percent, f"'percent' goes with mode: enforce, and this rule is in {mode}")
    fields.read("until", values.day)
    return replace(
        rule,
        say=_say(rule, fields, known, problems),
        mode=mode,
        percent=fields.read_or("percent", values.percent, 100),
        floor=fields.read_or("floor", values.flag, default=False),
        why=fields.read_or("why", values.text, ""),
        line=fields.table.line if fields.table is not None else 0,
    )


def _id(fields: Fields, family: Family, problems: Problems) -> str:
    name = fields.need("id", values.identifier, "")
    node = fields.node("id")
    if name and node is not None and not name.startswith(f"{family}."):
        problems.add(node, f"'id' is {quoted(name)}: a {family} rule's id starts with '{family}.'")
    return name


def _say(rule: Rule, fields: Fields, known: Known, problems: Problems) -> str | None:
    name, node = fields.read("say", values.text), fields.node("say")
    if node is None and rule.do in _SAID:
        _tell(fields, f"do: {rule.do} needs 'say', the message that is shown", problems)
    if name is None or node is None:
        return None
    if rule.do not in _SAID:
        problems.add(node, f"do: {rule.do} shows no message: leave 'say' out")
    check_message(node, name, known.messages, problems)
    if rule.family is not Family.CRISIS and name in known.slotted:
        problems.add(node, f"message '{name}' holds {RESOURCES_SLOT}: only crisis rules fill it in")
    return name


def _tell(fields: Fields, message: str, problems: Problems) -> None:
    if fields.table is not None:
        problems.add(fields.table, message)
