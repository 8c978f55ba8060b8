"""The humans beside a conversation: who holds it, what they are told, and what they say."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.alarms import Alarms
from guardrails.decisions import Decision
from guardrails.escalation.recent import Who
from guardrails.escalation.tickets import Standing
from guardrails.events import Escalated, FromHuman
from guardrails.judge import Judge
from guardrails.messages import Message, Role, TextPart
from guardrails.turn.occasion import Occasion

_APART = "\n\n"


class Humans:
    """
    The humans beside the conversation of one turn.

    Args:
        alarms: Tells them.
        occasion: Of the turn.

    Attributes:
        standing: Who holds the conversation, and whether the service is paused.
        called: Some decision of the turn is one that humans are to be told of.
    """

    def __init__(self, alarms: Alarms, occasion: Occasion) -> None:
        self._alarms = alarms
        self._occasion = occasion
        self.standing = Standing()
        self.called = False

    async def stand(self, judge: Judge) -> None:
        """Ask who holds the conversation, and whether the service is paused, and tell *judge*."""
        context = self._occasion.context
        self.standing = await self._alarms.intake.standing(
            self._occasion.session.ref, context.session_id, context.subject_id
        )
        judge.circumstances.stand(self.standing)

    async def pass_on(self, messages: Sequence[Message]) -> None:
        """
        Keep the last of *messages* that the person said, as the model would see it.

        Who holds the conversation is waited for.
        """
        intake, context = self._alarms.intake, self._occasion.context
        if not self._occasion.session.erased:
            locale = context.locale or self._occasion.policy.locales[0]
            last, subject = _last_said(messages), context.subject_id
            intake.said(context.session_id, Who.PERSON, last, locale, subject=subject)
        if self.standing.holder is not None and self.standing.ticket is not None:
            await intake.heard(self.standing.ticket)

    async def words(self) -> list[FromHuman]:
        """Return the words of a human that the person was not given yet."""
        conversation = self._occasion.context.session_id
        words = await self._alarms.intake.words_for(conversation, self.standing)
        return [FromHuman(word.text + _APART, word.what.value) for word in words]

    async def call(self, decisions: Sequence[Decision]) -> list[Escalated]:
        """Start telling humans what *decisions* want them told, and return the events."""
        at = self._occasion
        self.called = any(decision.escalate for decision in decisions)
        return await self._alarms.raise_for(decisions, at.bench, at.session, at.context, at.now)

    def answered(self, text: str) -> None:
        """Keep the program's reply for them, as the model is to see it."""
        conversation = self._occasion.context.session_id
        self._alarms.intake.said(conversation, Who.SOFTWARE, text)


def _last_said(messages: Sequence[Message]) -> str:
    """Return the person's last message as the model would see it."""
    said = next((one for one in reversed(messages) if one.role is Role.USER), None)
    parts = () if said is None else said.parts
    return "\n".join(one.text for one in parts if isinstance(one, TextPart))
