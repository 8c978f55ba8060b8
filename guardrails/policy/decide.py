"""
Findings and a policy in, a decision out. Nothing else is read.

    findings ─┐
    policy  ──┼─▶ decide ─▶ decision
    context ──┘

No clock, no randomness, no floating point, no text and no I/O: a log of
findings replays to the same decisions, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from guardrails.decisions import Decision, Do, Escalate, Fired, Mode
from guardrails.findings import Family, Level, Mark, Seen
from guardrails.held_texts import PAUSED
from guardrails.levels import level_of, urgency
from guardrails.messages import Side, Surface
from guardrails.policy.acting import exempt, mode_of
from guardrails.policy.candidates import Candidate
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.due import disclosure_due, reminders_due
from guardrails.policy.help import help_for, resources_of
from guardrails.policy.live import Live
from guardrails.policy.model import Policy
from guardrails.policy.own_rules import OWN, RETENTION, own_answers
from guardrails.policy.rule import Rule
from guardrails.risk import raised
from guardrails.taxonomy import Subject

HELD = "escalation.held"
"""Id of the rule that passes a message on to the human who holds the conversation."""
PAUSE = "escalation.paused"
"""Id of the rule by which no model is asked while the service is paused."""
ALARM = "failure.crisis"
"""Id of the rule by which the operator is told that nobody looks for a crisis."""

OWN_RULES = frozenset({HELD, PAUSE, *(f"failure.{family}" for family in Family)})
"""Ids of all rules that no policy writes."""

_CRISES = f"{Family.CRISIS}."
# Python 3.11 is slow to look them up in their classes.
_ENFORCE, _NONE, _PASS, _ADD = Mode.ENFORCE, Level.NONE, Do.PASS, Do.ADD
_INPUT, _TEXT, _OTHER = Side.INPUT, Surface.TEXT, Mark.OTHER
_HELP, _LEANING = Family.CRISIS, Family.DEPENDENCE
_ORDER = itemgetter(0)
_FIRED = itemgetter(0, 1)  # rule, finding
_DECIDED = frozenset({"decided"})
_make = tuple.__new__  # a named tuple's own constructor is a function of Python


def decide(policy: Policy, findings: Sequence[Seen], ctx: DecideContext) -> Decision:
    """
    Return what *policy* does about *findings*.

    Total: every input has a decision. All rules are looked at and the strongest
    action wins; ties go to the section (crisis first), then to the higher level, then
    to the id. The order of rules and of findings never matters to `do` and `rule`.
    """
    fired, every, enforced, level, is_own = _matches(policy, findings, ctx)
    asked = False
    if is_own:
        own, asked = own_answers(policy, findings, fired, ctx)
        for told, candidate in own:
            fired.append(told)
            enforced.append(candidate)
            every.append(candidate)
    failures: list[Candidate] = []
    if not _DECIDED.issuperset(ctx.detectors.values()):
        failures += _failures(policy, ctx)
    if ctx.held_by is not None:
        failures.append(Candidate.of(Do.RELAY, HELD, Family.CRISIS))
    if ctx.paused and ctx.side is _INPUT:
        failures.append(Candidate.of(Do.REPLACE, PAUSE, Family.DISCLOSURE, PAUSED))
    if failures:
        enforced += failures
        every += failures
    if len(fired) > 1 or failures:
        enforced.sort(key=_ORDER)
        fired.sort(key=_FIRED)
    first = enforced[0] if enforced else None
    strongest = first if len(every) == len(enforced) else min(every, key=_ORDER)
    is_message = ctx.side is _INPUT and ctx.surface is _TEXT
    values = (
        first.do if first else _PASS,
        first.rule if first else None,
        strongest.do if strongest else _PASS,
        tuple(fired),
        first.say if first else None,
        first.urgency if first else 0,
        _also(enforced) if len(enforced) > 1 else (),
        _escalations(enforced) if enforced else (),
        level,
        disclosure_due(policy, ctx) if is_message and not asked else None,
        bool(failures) and any(one.rule == ALARM for one in failures),
        reminders_due(policy, ctx) if is_message else (),
    )
    return _make(Decision, values)


def _matches(
    policy: Policy, findings: Sequence[Seen], ctx: DecideContext
) -> tuple[list[Fired], list[Candidate], list[Candidate], Level, bool]:
    """
    Return what fired, what its rules ask for, and how much of that is enforced.

    Then comes the highest level of the crisis findings that an enforced rule takes, and
    whether anything was found that the guard's own rules are for.
    """
    where = ctx[1:3]
    live, nearest, is_own = policy.live[where], policy.nearest[where], False
    fired: list[Fired] = []
    every: list[Candidate] = []
    enforced: list[Candidate] = []
    highest = _NONE
    for index, finding in enumerate(findings):
        category, score = finding.category, finding.score
        is_own = is_own or category in OWN
        for one in live.get(category, ()):
            rule = one.rule
            if score < rule.threshold or (rule.exemptions and exempt(rule, finding, ctx)):
                continue
            mode = one.mode or mode_of(rule, ctx)
            wanted = one.candidate
            if one.helps and category not in rule.say_for:
                wanted = wanted._replace(say=help_for(policy, ctx))
            elif category == RETENTION:
                wanted = wanted._replace(say=_leave(rule, finding, ctx))
            told = (rule.id, index, score, mode, rule.do, wanted.say)
            fired.append(_make(Fired, told))
            every.append(wanted)
            if mode is _ENFORCE:
                enforced.append(wanted)
        if nearest and category.startswith(_CRISES):
            level = _level(finding, ctx)
            for near, wanted in _levels(nearest, index, finding, level, ctx):
                fired.append(near)
                every.append(wanted)
                if near.mode is _ENFORCE:
                    highest = level if level.rank > highest.rank else highest
                    enforced.append(wanted)
    return fired, every, enforced, highest, is_own


def _levels(
    nearest: Mapping[tuple[Level, Subject], tuple[Live, ...]],
    index: int,
    finding: Seen,
    level: Level,
    ctx: DecideContext,
) -> Iterable[tuple[Fired, Candidate]]:
    """Yield what the nearest of the crisis rules ask for."""
    wall = None
    for one in nearest.get((level, _subject(finding)), ()):
        rule, wanted = one.rule, one.candidate
        if finding.score < rule.threshold or rule.level is None:
            continue
        near = (rule.level, rule.subject is not None)
        # A level answers for those above it, and a rule for everybody for each subject, but
        # only where no enforced rule of their own takes the finding.
        if wall is not None and near != wall:
            return
        mode = one.mode or mode_of(rule, ctx)
        if mode is _ENFORCE:
            wall = near
        if rule.exemptions and exempt(rule, finding, ctx):
            continue
        way = rule.escalate
        escalate = None if way is None else _make(Escalate, (way.to, way.within, level))
        say = rule.say_for.get(finding.category, rule.say)
        place = urgency(finding)
        order = (*wanted.order[:5], place)
        asks = (order, rule.do, rule.id, rule.family, say, escalate, place)
        told = (rule.id, index, finding.score, mode, rule.do, say)
        yield _make(Fired, told), _make(Candidate, asks)


def _leave(rule: Rule, finding: Seen, ctx: DecideContext) -> str | None:
    """Return what is said in the place of words that hold a person; nobody in need is let go."""
    if ctx.watched:
        return None
    said = rule.at_goodbye if Mark.GOODBYE in finding.marks else None
    return said or rule.say


def _level(finding: Seen, ctx: DecideContext) -> Level:
    """Return the level of *finding*, as what was said before in the session raises it."""
    return raised(level_of(finding), ctx.risk, _subject(finding))


def _subject(finding: Seen) -> Subject:
    """Return whose need it is; a rule without a subject apart, what is nobody's is the person's."""
    return Subject.OTHER if _OTHER in finding.marks else Subject.SELF


def _failures(policy: Policy, ctx: DecideContext) -> Iterable[Candidate]:
    watched = policy.watched[ctx[1:3]]
    for family, state in ctx.detectors.items():
        if state == "decided" or family in watched:
            continue
        rule = f"failure.{family}"
        match policy.failure.detector_error.get(family, "block"):
            case "block":
                yield Candidate.of(Do.BLOCK, rule, family)
            case "show-resources":
                yield Candidate.of(Do.ADD, rule, family, resources_of(policy, ctx))
            case "note":
                yield Candidate.of(Do.NOTE, rule, family)


def _also(enforced: list[Candidate]) -> tuple[str, ...]:
    """Return the further texts to add: one for each section besides the first candidate's."""
    seen = {enforced[0].family}
    texts: list[str] = []
    for candidate in enforced[1:]:
        family = candidate.family
        # Who is in need reads of people already in the text for that.
        if family is _LEANING and _HELP in seen:
            continue
        if candidate.do is _ADD and candidate.say and family not in seen:
            seen.add(family)
            texts.append(candidate.say)
    return tuple(dict.fromkeys(texts)) if texts else ()


def _escalations(enforced: list[Candidate]) -> tuple[Escalate, ...]:
    """Return each channel once, at its most urgent."""
    ways = [one.escalate for one in enforced if one.escalate]
    if not ways:
        return ()
    most: dict[str, Escalate] = {}
    for way in ways:
        known = most.get(way.to)
        if known is None or (way.level, -way.within) > (known.level, -known.within):
            most[way.to] = way
    return tuple([most[name] for name in sorted(most)])
