"""The policy's own reply, where the model is not to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from guardrails.decisions import Decision, Do
from guardrails.events import Blocked, Relayed, Replaced
from guardrails.held_texts import PASSED_ON, PAUSED, PAUSED_CARE
from guardrails.inbound.inbound import Inbound
from guardrails.outcome import crisis_texts_added, helps, imminent_texts, strongest
from guardrails.policy.decide import PAUSE
from guardrails.policy.model import Policy
from guardrails.policy.vocabulary import SAFE_REPLY
from guardrails.turn.gaps import unread
from guardrails.wordings import Wordings

_APART = "\n\n"

OwnReply: TypeAlias = Replaced | Blocked | Relayed


def own_reply(
    policy: Policy, wordings: Wordings, taken: Inbound, *, unable: str | None, stands_in: bool
) -> tuple[OwnReply, Do] | None:
    """
    Return the policy's reply and what it does to the turn, or None if the model is asked.

    Args:
        policy: In force for the turn.
        wordings: Of the turn.
        taken: What became of the person's messages.
        unable: Message that tells the person that what they have a right to cannot be done.
        stands_in: The conversation's own session is out of reach.
    """
    first = strongest(taken.decisions)
    decided = _decided(wordings, first, taken.decisions, unable=unable)
    if decided is not None:
        return decided, first.do
    if unable is not None:
        return _out_of_reach(wordings, unable, first)
    care = crisis_texts_added(taken.decisions)
    if first.do >= Do.REPLACE:
        texts = [first.say or SAFE_REPLY, *(message for message, _ in care)]
        return Blocked(_said(wordings, texts), first.rule or ""), first.do
    if care and (taken.too_long is not None or stands_in):
        message, rule = care[0]
        return Replaced(wordings.say(message), Do.ADD, rule), first.do
    return (
        _out_of_reach(wordings, SAFE_REPLY, first)
        if stands_in
        else _unreadable(policy, wordings, taken)
    )


def _decided(
    wordings: Wordings, first: Decision, decisions: Iterable[Decision], *, unable: str | None
) -> OwnReply | None:
    """Return the reply of the strongest decision, if it has one that goes before all else."""
    if first.do is Do.RELAY:
        return relayed(wordings, decisions)
    if first.rule == PAUSE:
        return _paused(wordings, decisions)
    if first.do is Do.REPLACE and first.say and (unable is None or helps(first)):
        return Replaced(wordings.say(first.say), Do.REPLACE, first.rule or "")
    return None


def relayed(wordings: Wordings, decisions: Iterable[Decision]) -> Relayed:
    """Return what the person is told where a human answers them."""
    return Relayed(_said(wordings, [PASSED_ON, *(text for text, _ in imminent_texts(decisions))]))


def _paused(wordings: Wordings, decisions: Iterable[Decision]) -> Replaced:
    care = [text for text, _ in crisis_texts_added(decisions)] or [PAUSED_CARE]
    return Replaced(_said(wordings, [PAUSED, *care]), Do.REPLACE, PAUSE)


def _out_of_reach(wordings: Wordings, say: str, first: Decision) -> tuple[Blocked, Do]:
    """Return the message *say*, where the conversation's own session cannot be had."""
    return Blocked(wordings.say(say), "failure.sessions"), max(first.do, Do.BLOCK)


def _unreadable(policy: Policy, wordings: Wordings, taken: Inbound) -> tuple[Blocked, Do] | None:
    """Return what is said where a part that nobody can read may not be let through."""
    for gap in unread(policy, taken):
        if gap.do is Do.BLOCK:
            return Blocked(wordings.say(SAFE_REPLY), f"coverage.{gap.kind}"), Do.BLOCK
    return None


def _said(wordings: Wordings, messages: Iterable[str]) -> str:
    return _APART.join(map(wordings.say, messages))
