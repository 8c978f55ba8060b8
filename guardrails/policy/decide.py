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
from datetime import UTC, datetime
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from guardrails.decisions import Decision, Do, Escalate, Fired, Mode
from guardrails.findings import SCORE_MAX, Family, Level, Mark, Seen
from guardrails.held_texts import PAUSED
from guardrails.levels import level_of, urgency
from guardrails.messages import Side, Surface
from guardrails.policy.candidates import Candidate
from guardrails.policy.model import Live, Policy, Rule
from guardrails.policy.rights import CATEGORIES, answers
from guardrails.policy.vocabulary import NEVER_SHOWN
from guardrails.risk import raised
from guardrails.taxonomy import Subject

ASKED = "disclosure.asked"
"""Id of the rule that answers "are you human?"."""


REQUESTED = "escalation.asked"
"""Id of the rule that answers a person who asks for a human."""


HELD = "escalation.held"
"""Id of the rule that passes a message on to the human who holds the conversation."""


PAUSE = "escalation.paused"
"""Id of the rule by which no model is asked while the service is paused."""


IDENTITY_QUESTION = "disclosure.identity_question"
"""Category of the finding that the person asks whether this is a human."""


HUMAN_REQUEST = "disclosure.human_request"
"""Category of the finding that the person asks to talk to a human."""


GOODBYE = "disclosure.goodbye"
"""Category of the finding that the person takes their leave."""


ALARM = "failure.crisis"
"""Id of the rule by which the operator is told that nobody looks for a crisis."""


NOT_ALONE = "crisis.goodbye"
"""Id of the rule that lets nobody in need go without help."""


RETENTION = "claim.retention"
"""Category of the finding that a reply holds the person back."""


_OWN = CATEGORIES | NEVER_SHOWN | {IDENTITY_QUESTION, HUMAN_REQUEST, GOODBYE, RETENTION}
_CRISES = f"{Family.CRISIS}."
# Python 3.11 is slow to look them up in their classes.
_ENFORCE, _NONE, _PASS, _ADD = Mode.ENFORCE, Level.NONE, Do.PASS, Do.ADD
_INPUT, _TEXT, _OTHER = Side.INPUT, Surface.TEXT, Mark.OTHER
_HELP, _LEANING = Family.CRISIS, Family.DEPENDENCE
_ORDER = itemgetter(0)
_FIRED = itemgetter(0, 1)  # rule, finding
_DECIDED = frozenset({"decided"})
_HIDING = frozenset({Do.MASK, Do.BLOCK})
_make = tuple.__new__  # a named tuple's own constructor is a function of Python


class DecideContext(NamedTuple):
    """
    Everything that `decide` reads besides the policy and the findings.

    Attributes:
        now: Unix time in whole seconds.
        side: Which way the text goes.
        surface: Which part of a message it is.
        locale: BCP 47 tag.
        country: ISO 3166-1 alpha-2 code, or None.
        minor: The person is known to be a minor.
        roleplay: Fiction was asked for.
        risk: Risk that the session had gathered before the turn, 0..10000.
        watched: A crisis flag is up.
        level: How much the person needs: the level of this turn, or what is left of earlier
            ones.
        about: Who is in need at that level.
        held_by: Who holds the conversation, or None for the model.
        since_turns: Turns since the last disclosure, or None if there was none.
        since_seconds: Seconds since the last disclosure, or None if there was none.
        consent: What the person agreed to, sorted.
        bucket: Rule id → 0..9999, for rules that are on for a share of sessions.
        detectors: Family → `decided`, `failed` or `skipped`.
        consent_asked: The person was asked for their consent.
        since_break: Seconds that the person has talked without a long pause, or since they
            were last reminded to take one; None if nobody counts them.
        paused: No model is asked: fixed texts and people only.
        need: Category of what the person needs, as told in this turn or, while a crisis flag is
            up, in an earlier one, or "".
    """

    now: int
    side: Side
    surface: Surface
    locale: str = "en-GB"
    country: str | None = None
    minor: bool = False
    roleplay: bool = False
    risk: int = 0
    watched: bool = False
    level: Level = Level.NONE
    about: Subject = Subject.SELF
    held_by: str | None = None
    since_turns: int | None = None
    since_seconds: int | None = None
    consent: tuple[str, ...] = ()
    bucket: Mapping[str, int] = MappingProxyType({})
    detectors: Mapping[Family, str] = MappingProxyType({})
    consent_asked: bool = False
    since_break: int | None = None
    paused: bool = False
    need: str = ""


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
        own, asked = _own(policy, findings, fired, ctx)
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
        _due(policy, ctx) if is_message and not asked else None,
        bool(failures) and any(one.rule == ALARM for one in failures),
        _reminders(policy, ctx) if is_message else (),
    )
    return _make(Decision, values)


def _own(
    policy: Policy, findings: Sequence[Seen], fired: list[Fired], ctx: DecideContext
) -> tuple[list[tuple[Fired, Candidate]], bool]:
    """Return what the guard's own rules do, and whether one answers who is asked what it is."""
    categories = {finding.category for finding in findings}
    asked = _asked(policy, findings, ctx) if IDENTITY_QUESTION in categories else []
    own = [*asked]
    if not CATEGORIES.isdisjoint(categories) and ctx.side is Side.INPUT:
        own += _rights(policy, findings, ctx)
    if HUMAN_REQUEST in categories:
        own += _requested(policy, findings, ctx)
    if ctx.watched and not categories.isdisjoint({GOODBYE, RETENTION}):
        own += _let_go(policy, findings, fired, ctx)
    if not NEVER_SHOWN.isdisjoint(categories):
        own += _never_shown(findings, fired)
    return own, bool(asked)


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
        is_own = is_own or category in _OWN
        for one in live.get(category, ()):
            rule = one.rule
            if score < rule.threshold or (rule.exemptions and _exempt(rule, finding, ctx)):
                continue
            mode = one.mode or _mode(rule, ctx)
            wanted = one.candidate
            if one.helps and category not in rule.say_for:
                wanted = wanted._replace(say=_help(policy, ctx))
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
        mode = one.mode or _mode(rule, ctx)
        if mode is _ENFORCE:
            wall = near
        if rule.exemptions and _exempt(rule, finding, ctx):
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


def _let_go(
    policy: Policy, findings: Sequence[Seen], fired: Sequence[Fired], ctx: DecideContext
) -> Iterable[tuple[Fired, Candidate]]:
    """
    Yield help for a person in need who takes their leave, or whom a reply held back.

    What the reply said goes by the rule for it; the text of the person's level is added.
    """
    say = _help(policy, ctx)
    enforced = {one.finding for one in fired if one.mode is Mode.ENFORCE}
    for index, finding in enumerate(findings):
        leaves = finding.category == GOODBYE
        if say is not None and (leaves or (finding.category == RETENTION and index in enforced)):
            one = Fired(NOT_ALONE, index, finding.score, Mode.ENFORCE, Do.ADD, say)
            yield one, Candidate.of(Do.ADD, NOT_ALONE, Family.CRISIS, say)


def _help(policy: Policy, ctx: DecideContext) -> str | None:
    """
    Return the crisis text for the person: that of their level, at least `concern`, and need.

    A level without a rule is answered by the next lower one that has a rule, or else by
    the lowest of all.
    """
    level = max(ctx.level, Level.CONCERN)
    texts = [
        (rule.level, rule.subject is not None, rule.say_for.get(ctx.need, rule.say))
        for rule in _speaking(policy, ctx)
        if rule.level and rule.say and rule.subject in {None, ctx.about}
    ]
    near = [one for one in texts if one[0] <= level]
    if near:
        return max(near)[2]
    return min(texts)[2] if texts else _resources(policy, ctx)


def _speaking(policy: Policy, ctx: DecideContext) -> Sequence[Rule]:
    """Return the rules whose texts may be shown: those that act; all, if none of crisis does."""
    acting = [rule for rule in policy.rules if rule.level and _mode(rule, ctx) is _ENFORCE]
    return acting or policy.rules


def _mode(rule: Rule, ctx: DecideContext) -> Mode:
    """Return the mode of *rule* for this session."""
    if rule.percent == 100 or rule.mode is not Mode.ENFORCE:  # noqa: PLR2004
        return rule.mode
    share = ctx.bucket.get(rule.id, SCORE_MAX) < rule.percent * 100
    return Mode.ENFORCE if share else Mode.SHADOW


def _level(finding: Seen, ctx: DecideContext) -> Level:
    """Return the level of *finding*, as what was said before in the session raises it."""
    return raised(level_of(finding), ctx.risk, _subject(finding))


def _subject(finding: Seen) -> Subject:
    """Return whose need it is; a rule without a subject apart, what is nobody's is the person's."""
    return Subject.OTHER if _OTHER in finding.marks else Subject.SELF


def _exempt(rule: Rule, finding: Seen, ctx: DecideContext) -> bool:
    if not rule.exemptions or not (finding.marks or finding.excused):
        return False
    today = datetime.fromtimestamp(ctx.now, UTC).date().isoformat()
    for exemption in rule.exemptions:
        if exemption.expires is not None and exemption.expires < today:
            continue
        if exemption.mark == Mark.ROLEPLAY and (ctx.watched or ctx.minor):
            continue
        if exemption.consent is not None and exemption.consent not in ctx.consent:
            continue
        if exemption.phrases and exemption.key(rule.id) not in finding.excused:
            continue
        if exemption.mark is None or exemption.mark in finding.marks:
            return True
    return False


def _asked(
    policy: Policy, findings: Sequence[Seen], ctx: DecideContext
) -> list[tuple[Fired, Candidate]]:
    say = policy.disclosure.when_asked
    if say is None or ctx.side is not Side.INPUT:
        return []
    return list(_answers(IDENTITY_QUESTION, findings, ASKED, say))


def _requested(
    policy: Policy, findings: Sequence[Seen], ctx: DecideContext
) -> Iterable[tuple[Fired, Candidate]]:
    """Return what is done when the person asks for a human: they are told, and so is a human."""
    wanted = policy.on_request
    if wanted is None or ctx.side is not Side.INPUT:
        return []
    way = Escalate(wanted.escalate.to, wanted.escalate.within, Level.CARE)
    return _answers(HUMAN_REQUEST, findings, REQUESTED, wanted.say, way, Level.CARE)


def _rights(
    policy: Policy, findings: Sequence[Seen], ctx: DecideContext
) -> Iterable[tuple[Fired, Candidate]]:
    """Return how a person is answered who asks for what is theirs."""
    asked = ctx.consent_asked and not _agreed(policy, ctx)
    for one in answers(policy.disclosure, findings, asked=asked, watched=ctx.watched):
        fired = Fired(one.rule, one.at, one.score, Mode.ENFORCE, one.do, one.say)
        yield fired, Candidate.of(one.do, one.rule, Family.DISCLOSURE, one.say)


def _answers(
    category: str,
    findings: Sequence[Seen],
    rule: str,
    say: str,
    way: Escalate | None = None,
    level: Level = Level.NONE,
) -> Iterable[tuple[Fired, Candidate]]:
    """Yield an answer to each sincere finding; it replaces the reply to a message of that alone."""
    for index, finding in enumerate(findings):
        if finding.category == category and Mark.QUOTED not in finding.marks:
            do = Do.REPLACE if Mark.ALONE in finding.marks else Do.ADD
            one = Fired(rule, index, finding.score, Mode.ENFORCE, do, say)
            yield one, Candidate.of(do, rule, Family.DISCLOSURE, say, way, level)


def _never_shown(findings: Sequence[Seen], fired: list[Fired]) -> list[tuple[Fired, Candidate]]:
    """Return a mask for each finding that must not be shown and that no rule hides."""
    hidden = {one.finding for one in fired if one.mode is Mode.ENFORCE and one.do in _HIDING}
    found = []
    for index, finding in enumerate(findings):
        if finding.category in NEVER_SHOWN and index not in hidden:
            rule = f"default.{finding.category.partition('.')[2]}"
            one = Fired(rule, index, finding.score, Mode.ENFORCE, Do.MASK, None)
            found.append((one, Candidate.of(Do.MASK, rule, Family.PII)))
    return found


def _agreed(policy: Policy, ctx: DecideContext) -> bool:
    """Return whether the person agreed to all that the policy asks them for."""
    consent = policy.disclosure.consent
    return consent is not None and set(ctx.consent).issuperset(consent.needed_for)


def _due(policy: Policy, ctx: DecideContext) -> str | None:
    """Return the disclosure that is due before the reply to a message of the person."""
    plan = policy.disclosure
    if ctx.since_turns is None or ctx.since_seconds is None:
        return plan.at_start
    if plan.every_turns is not None and ctx.since_turns >= plan.every_turns:
        return plan.repeat
    if plan.every_seconds is not None and ctx.since_seconds >= plan.every_seconds:
        return plan.repeat
    return None


def _reminders(policy: Policy, ctx: DecideContext) -> tuple[str, ...]:
    """Return what else is due before the reply to a message: consent to ask for, and a break."""
    plan, due = policy.disclosure, []
    if plan.consent is not None and not ctx.consent_asked and not _agreed(policy, ctx):
        due.append(plan.consent.ask)
    pause = plan.pause
    if pause is not None and ctx.since_break is not None:
        times = [pause.every] if not ctx.minor else [pause.every, pause.minors]
        if any(one is not None and ctx.since_break >= one for one in times):
            due.append(pause.say)
    return tuple(due)


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
                yield Candidate.of(Do.ADD, rule, family, _resources(policy, ctx))
            case "note":
                yield Candidate.of(Do.NOTE, rule, family)


def _resources(policy: Policy, ctx: DecideContext) -> str | None:
    """Return the mildest crisis text of *policy*, fit to be shown with nothing found."""
    texts = sorted(
        (rule.subject is Subject.OTHER, rule.level, rule.say)
        for rule in _speaking(policy, ctx)
        if rule.level and rule.say
    )
    return texts[0][2] if texts else None


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
