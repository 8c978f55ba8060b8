"""
Findings and a policy in, a decision out. Nothing else is read.

    findings ─┐
    policy  ──┼─▶ decide ─▶ decision
    context ──┘

No clock, no randomness, no floating point, no text and no I/O: a log of
findings replays to the same decisions, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from guardrails.decisions import Decision, Do, Escalate, Fired, Mode
from guardrails.findings import SCORE_MAX, Family, Finding, Level, Mark
from guardrails.levels import level_of, urgency
from guardrails.messages import Side, Surface
from guardrails.policy.model import Policy, Rule
from guardrails.policy.vocabulary import NEVER_SHOWN
from guardrails.risk import raised
from guardrails.taxonomy import Subject

ASKED = "disclosure.asked"
"""Id of the rule that answers "are you human?"."""


REQUESTED = "escalation.asked"
"""Id of the rule that answers a person who asks for a human."""


IDENTITY_QUESTION = "disclosure.identity_question"
"""Category of the finding that the person asks whether this is a human."""


HUMAN_REQUEST = "disclosure.human_request"
"""Category of the finding that the person asks to talk to a human."""


_HELPING = frozenset({Family.CRISIS, Family.CRISIS_REPLY})
_CRISIS = f"{Family.CRISIS}."
_SECTIONS = {family: place for place, family in enumerate(Family)}


@dataclass(frozen=True, slots=True)
class DecideContext:
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
    bucket: Mapping[str, int] = field(default_factory=dict)
    detectors: Mapping[Family, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An action that some rule asks for."""

    do: Do
    rule: str
    family: Family
    say: str | None = None
    escalate: Escalate | None = None
    level: Level = Level.NONE
    urgency: int = 0

    @property
    def order(self) -> tuple[bool, int, int, int, str, int]:
        """
        Smallest is strongest: action, then section, then level, then id, then urgency.

        The text for a person in crisis goes before everything but a human who holds the
        conversation: nobody in need is blocked, whatever else was found or has failed.
        """
        helps = self.family in _HELPING and self.do in {Do.REPLACE, Do.RELAY}
        return (
            not helps,
            -self.do.rank,
            _SECTIONS[self.family],
            -self.level.rank,
            self.rule,
            self.urgency,
        )


def decide(policy: Policy, findings: tuple[Finding, ...], ctx: DecideContext) -> Decision:
    """
    Return what *policy* does about *findings*.

    Total: every input has a decision. All rules are looked at and the strongest
    action wins; ties go to the section (crisis first), then to the higher level, then
    to the id. The order of rules and of findings never matters to `do` and `rule`.
    """
    live = policy.live[ctx.side, ctx.surface]
    matches: list[tuple[Fired, _Candidate]] = []
    for index, finding in enumerate(findings):
        if rules := live.get(finding.category):
            matches += _matches(rules, index, finding, ctx, policy)
        if finding.category.startswith(_CRISIS) and (rules := live.get(Family.CRISIS)):
            matches += _levels(rules, index, finding, ctx)
    fired = [fired for fired, _ in matches]
    every = [candidate for _, candidate in matches]
    enforced = [c for f, c in matches if f.mode is Mode.ENFORCE]
    asked = _asked(policy, findings, ctx)
    for one, candidate in [
        *asked,
        *_requested(policy, findings, ctx),
        *_never_shown(findings, fired),
    ]:
        fired.append(one)
        enforced.append(candidate)
        every.append(candidate)
    failures = list(_failures(policy, ctx))
    enforced += failures
    every += failures
    if ctx.held_by is not None:
        relay = _Candidate(Do.RELAY, "escalation.held", Family.CRISIS)
        enforced.append(relay)
        every.append(relay)
    enforced.sort(key=lambda candidate: candidate.order)
    first = enforced[0] if enforced else None
    return Decision(
        do=first.do if first else Do.PASS,
        rule=first.rule if first else None,
        would=min(every, key=lambda candidate: candidate.order).do if every else Do.PASS,
        fired=tuple(sorted(fired, key=lambda one: (one.rule, one.finding))),
        say=first.say if first else None,
        urgency=first.urgency if first else 0,
        also=_also(enforced),
        escalate=_escalations(enforced),
        level=max(
            (_level(findings[at], ctx) for at in _crises(findings, fired)), default=Level.NONE
        ),
        disclose=None if asked else _due(policy, ctx),
        alarm=any(c.rule == "failure.crisis" for c in failures),
    )


def _matches(
    rules: tuple[Rule, ...], index: int, finding: Finding, ctx: DecideContext, policy: Policy
) -> Iterable[tuple[Fired, _Candidate]]:
    """Yield what each of *rules*, all for the category of *finding*, asks for."""
    for rule in rules:
        if finding.score < rule.threshold or _exempt(rule, finding, ctx):
            continue
        say = _help(policy, ctx) if rule.family is Family.CRISIS_REPLY else rule.say
        say = rule.say_for.get(finding.category, say)
        yield (
            Fired(rule.id, index, finding.score, _mode(rule, ctx), rule.do, say),
            _Candidate(rule.do, rule.id, rule.family, say),
        )


def _levels(
    rules: tuple[Rule, ...], index: int, finding: Finding, ctx: DecideContext
) -> Iterable[tuple[Fired, _Candidate]]:
    """Yield what the nearest of the crisis *rules* ask for."""
    level, subject = _level(finding, ctx), _subject(finding)
    taking = [
        (rule, wanted, _mode(rule, ctx))
        for rule in rules
        if (wanted := rule.level) is not None and _takes(rule, finding, level, subject)
    ]
    for rule, wanted, mode in taking:
        near = (wanted, rule.subject is not None)
        # A level answers for those above it, and a rule for everybody for each subject, but
        # only where no enforced rule of their own takes the finding.
        if any(
            (other, one.subject is not None) > near and how is Mode.ENFORCE
            for one, other, how in taking
        ):
            continue
        if _exempt(rule, finding, ctx):
            continue
        way = rule.escalate
        escalate = None if way is None else Escalate(way.to, way.within, level)
        say = rule.say_for.get(finding.category, rule.say)
        yield (
            Fired(rule.id, index, finding.score, mode, rule.do, say),
            _Candidate(rule.do, rule.id, rule.family, say, escalate, wanted, urgency(finding)),
        )


def _help(policy: Policy, ctx: DecideContext) -> str | None:
    """
    Return the crisis text for the person: that of their level, at least `concern`.

    A level without a rule is answered by the next lower one that has a rule, or else by
    the lowest of all.
    """
    level = max(ctx.level, Level.CONCERN)
    texts = [
        (rule.level, rule.subject is not None, rule.say)
        for rule in policy.rules
        if rule.level and rule.say and rule.subject in {None, ctx.about}
    ]
    near = [one for one in texts if one[0] <= level]
    if near:
        return max(near)[2]
    return min(texts)[2] if texts else _resources(policy)


def _crises(findings: tuple[Finding, ...], fired: list[Fired]) -> set[int]:
    return {one.finding for one in fired if findings[one.finding].category.startswith(_CRISIS)}


def _mode(rule: Rule, ctx: DecideContext) -> Mode:
    """Return the mode of *rule* for this session."""
    if rule.percent == 100 or rule.mode is not Mode.ENFORCE:  # noqa: PLR2004
        return rule.mode
    share = ctx.bucket.get(rule.id, SCORE_MAX) < rule.percent * 100
    return Mode.ENFORCE if share else Mode.SHADOW


def _takes(rule: Rule, finding: Finding, level: Level, subject: Subject) -> bool:
    """Return whether the crisis *rule* is about *finding*, leaving the other rules aside."""
    return (
        finding.score >= rule.threshold
        and level is not Level.NONE
        and rule.level is not None
        and rule.level.rank <= level.rank
        and (rule.subject is None or rule.subject is subject)
    )


def _level(finding: Finding, ctx: DecideContext) -> Level:
    """Return the level of *finding*, as what was said before in the session raises it."""
    return raised(level_of(finding), ctx.risk, _subject(finding))


def _subject(finding: Finding) -> Subject:
    return Subject.OTHER if Mark.OTHER in finding.marks else Subject.SELF


def _exempt(rule: Rule, finding: Finding, ctx: DecideContext) -> bool:
    if not rule.exemptions or not finding.marks:
        return False
    today = datetime.fromtimestamp(ctx.now, UTC).date().isoformat()
    for exemption in rule.exemptions:
        if exemption.expires is not None and exemption.expires < today:
            continue
        if exemption.mark == Mark.ROLEPLAY and (ctx.watched or ctx.minor):
            continue
        if exemption.mark in finding.marks:
            return True
    return False


def _asked(
    policy: Policy, findings: tuple[Finding, ...], ctx: DecideContext
) -> list[tuple[Fired, _Candidate]]:
    say = policy.disclosure.when_asked
    if say is None or ctx.side is not Side.INPUT:
        return []
    return list(
        _answers(IDENTITY_QUESTION, _Candidate(Do.ADD, ASKED, Family.DISCLOSURE, say), findings)
    )


def _requested(
    policy: Policy, findings: tuple[Finding, ...], ctx: DecideContext
) -> Iterable[tuple[Fired, _Candidate]]:
    """Return what is done when the person asks for a human: they are told, and so is a human."""
    wanted = policy.on_request
    if wanted is None or ctx.side is not Side.INPUT:
        return []
    way = Escalate(wanted.escalate.to, wanted.escalate.within, Level.CARE)
    answer = _Candidate(Do.ADD, REQUESTED, Family.DISCLOSURE, wanted.say, way, Level.CARE)
    return _answers(HUMAN_REQUEST, answer, findings)


def _answers(
    category: str, answer: _Candidate, findings: tuple[Finding, ...]
) -> Iterable[tuple[Fired, _Candidate]]:
    """Yield *answer* for each sincere finding; it replaces the reply to a message of that alone."""
    for index, finding in enumerate(findings):
        if finding.category == category and Mark.QUOTED not in finding.marks:
            do = Do.REPLACE if Mark.ALONE in finding.marks else Do.ADD
            one = Fired(answer.rule, index, finding.score, Mode.ENFORCE, do, answer.say)
            yield one, replace(answer, do=do)


def _never_shown(
    findings: tuple[Finding, ...], fired: list[Fired]
) -> list[tuple[Fired, _Candidate]]:
    """Return a mask for each finding that must not be shown and that no rule hides."""
    hidden = {
        one.finding for one in fired if one.mode is Mode.ENFORCE and one.do in {Do.MASK, Do.BLOCK}
    }
    found = []
    for index, finding in enumerate(findings):
        if finding.category in NEVER_SHOWN and index not in hidden:
            rule = f"default.{finding.category.partition('.')[2]}"
            one = Fired(rule, index, finding.score, Mode.ENFORCE, Do.MASK, None)
            found.append((one, _Candidate(Do.MASK, rule, Family.PII)))
    return found


def _due(policy: Policy, ctx: DecideContext) -> str | None:
    """Return the disclosure that is due before the reply to a message of the person."""
    plan = policy.disclosure
    if ctx.side is not Side.INPUT or ctx.surface is not Surface.TEXT:
        return None
    if ctx.since_turns is None or ctx.since_seconds is None:
        return plan.at_start
    if plan.every_turns is not None and ctx.since_turns >= plan.every_turns:
        return plan.repeat
    if plan.every_seconds is not None and ctx.since_seconds >= plan.every_seconds:
        return plan.repeat
    return None


def _failures(policy: Policy, ctx: DecideContext) -> Iterable[_Candidate]:
    for family, state in ctx.detectors.items():
        if state == "decided":
            continue
        rule = f"failure.{family}"
        match policy.failure.detector_error.get(family, "block"):
            case "block":
                yield _Candidate(Do.BLOCK, rule, family)
            case "show-resources":
                yield _Candidate(Do.ADD, rule, family, _resources(policy))
            case "note":
                yield _Candidate(Do.NOTE, rule, family)


def _resources(policy: Policy) -> str | None:
    """Return the mildest crisis text of *policy*, fit to be shown with nothing found."""
    texts = sorted(
        (rule.subject is Subject.OTHER, rule.level, rule.say)
        for rule in policy.rules
        if rule.level and rule.say
    )
    return texts[0][2] if texts else None


def _also(enforced: list[_Candidate]) -> tuple[str, ...]:
    """Return the further texts to add: one for each section besides the first candidate's."""
    if not enforced:
        return ()
    seen = {enforced[0].family}
    texts: list[str] = []
    for candidate in enforced[1:]:
        if candidate.do is Do.ADD and candidate.say and candidate.family not in seen:
            seen.add(candidate.family)
            texts.append(candidate.say)
    return tuple(dict.fromkeys(texts))


def _escalations(enforced: list[_Candidate]) -> tuple[Escalate, ...]:
    """Return each channel once, at its most urgent."""
    most: dict[str, Escalate] = {}
    for candidate in enforced:
        one = candidate.escalate
        if one is None:
            continue
        known = most.get(one.to)
        if known is None or (one.level, -one.within) > (known.level, -known.within):
            most[one.to] = one
    return tuple(most[name] for name in sorted(most))
