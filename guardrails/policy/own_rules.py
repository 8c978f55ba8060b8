"""
The guard's own rules: those that every policy has, whatever is written in its file.

Who asks what this is, for a human, or for what is theirs, is answered; nobody in need is
let go without help; and some things are never shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from guardrails.decisions import Do, Escalate, Fired, Mode
from guardrails.findings import Family, Level, Mark, Seen
from guardrails.messages import Side
from guardrails.policy.candidates import Candidate
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.due import agreed
from guardrails.policy.help import help_for
from guardrails.policy.model import Policy
from guardrails.policy.rights import CATEGORIES, answers
from guardrails.policy.vocabulary import NEVER_SHOWN

ASKED: Final = "disclosure.asked"
"""Id of the rule that answers "are you human?"."""
REQUESTED: Final = "escalation.asked"
"""Id of the rule that answers a person who asks for a human."""
NOT_ALONE: Final = "crisis.goodbye"
"""Id of the rule that lets nobody in need go without help."""

IDENTITY_QUESTION: Final = "disclosure.identity_question"
"""Category of the finding that the person asks whether this is a human."""
HUMAN_REQUEST: Final = "disclosure.human_request"
"""Category of the finding that the person asks to talk to a human."""
GOODBYE: Final = "disclosure.goodbye"
"""Category of the finding that the person takes their leave."""
RETENTION: Final = "claim.retention"
"""Category of the finding that a reply holds the person back."""

OWN: Final = CATEGORIES | NEVER_SHOWN | {IDENTITY_QUESTION, HUMAN_REQUEST, GOODBYE, RETENTION}
"""Categories of the findings that the guard's own rules are for."""

_HIDING = frozenset({Do.MASK, Do.BLOCK})


def own_answers(
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


def _let_go(
    policy: Policy, findings: Sequence[Seen], fired: Sequence[Fired], ctx: DecideContext
) -> Iterable[tuple[Fired, Candidate]]:
    """
    Yield help for a person in need who takes their leave, or whom a reply held back.

    What the reply said goes by the rule for it; the text of the person's level is added.
    """
    say = help_for(policy, ctx)
    enforced = {one.finding for one in fired if one.mode is Mode.ENFORCE}
    for index, finding in enumerate(findings):
        leaves = finding.category == GOODBYE
        if say is not None and (leaves or (finding.category == RETENTION and index in enforced)):
            one = Fired(NOT_ALONE, index, finding.score, Mode.ENFORCE, Do.ADD, say)
            yield one, Candidate.of(Do.ADD, NOT_ALONE, Family.CRISIS, say)


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
    asked = ctx.consent_asked and not agreed(policy, ctx)
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
