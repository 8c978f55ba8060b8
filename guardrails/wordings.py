"""What the policy's messages say in one conversation, each time in words that are new there."""

from __future__ import annotations

from collections import Counter

from guardrails.bench import Bench
from guardrails.context import TurnContext
from guardrails.held_texts import HELD, held_text
from guardrails.kept import Kept
from guardrails.policy.vocabulary import EMERGENCY_SLOT, KEPT_SLOT, RESOURCES_SLOT
from guardrails.sessions.base import Session


class Wordings:
    """
    Gives the texts of the policy's messages in one turn.

    Args:
        bench: What all turns of the guard share.
        session: Whose turn it is.
        context: What the caller says of the turn.

    Attributes:
        said: Ids of the messages that the turn has said, in order.
        beside: Ids of those that stand beside its reply.
    """

    def __init__(self, bench: Bench, session: Session, context: TurnContext) -> None:
        self._bench = bench
        self._session = session
        self._context = context
        self._locale = context.locale or bench.policy.locales[0]
        self.said: list[str] = []
        self.beside: list[str] = []

    def say(self, message: str, language: str = "", *, beside: bool = False) -> str:
        """
        Return the policy's text for *message*, with local resources filled in.

        It is in *language*, that of the reply, where the policy speaks it: else in the
        person's.

        It is the next of its wordings: what was said in this session is not said again
        in the same words. A minor is told what the policy has for minors, and of the lines
        for minors. The lines are those for what the message is about.

        What is said *beside* a reply the person may not have read: it is not counted.
        """
        policy, minor = self._bench.policy, self._context.minor
        about = policy.about(message)
        before = Counter(self._session.state.said)
        before.update(self.said)
        message = policy.saying(message, before, minor=minor)
        (self.beside if beside else self.said).append(message)
        if message in HELD and message not in policy.messages:
            text = held_text(message, self._spoken(language))
        else:
            text = policy.text(message, self._spoken(language), before[message])
        return self._filled(text, about)

    def _filled(self, text: str, about: frozenset[str]) -> str:
        """Return *text* with the lines for *about* where the person is, and what is kept."""
        country, resources = self._context.country, self._bench.resources
        if RESOURCES_SLOT in text:
            lines = resources.render(country, self._locale, about, minor=self._context.minor)
            text = text.replace(RESOURCES_SLOT, lines)
        if EMERGENCY_SLOT in text:
            text = text.replace(EMERGENCY_SLOT, resources.emergency(country, self._locale))
        if KEPT_SLOT in text:
            kept = Kept.of(self._session, self._bench.idle)
            text = text.replace(KEPT_SLOT, kept.text(self._locale, now=1))
        return text

    def _spoken(self, language: str) -> str:
        """Return the locale of the policy's texts for a reply in *language*."""
        if not language or self._locale.partition("-")[0].lower() == language:
            return self._locale
        locales = self._bench.policy.locales
        near = (one for one in locales if one.partition("-")[0].lower() == language)
        return next(near, self._locale)
