"""What the person is due to be told with a reply, and what is still due after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guardrails.decisions import Decision
from guardrails.outcome import texts_added
from guardrails.sessions.state import State
from guardrails.turn.occasion import Occasion
from guardrails.wordings import Wordings


class Dues:
    """
    The answers, disclosures and reminders of one turn.

    Args:
        wordings: Of the turn.
        occasion: Of the turn.
        decisions: About what the person said.

    Attributes:
        messages: Ids of what the person is told before the reply, each once.
    """

    def __init__(
        self, wordings: Wordings, occasion: Occasion, decisions: Sequence[Decision]
    ) -> None:
        self._wordings = wordings
        self._occasion = occasion
        self._session = occasion.session
        self._before = occasion.session.state
        self._answers = (
            *(text for text, rule in texts_added(decisions) if rule.startswith("disclosure.")),
            *(one for one in self._before.owed if one in occasion.policy.messages),
        )
        due = [decision.disclose for decision in decisions if decision.disclose]
        reminders = [one for decision in decisions for one in decision.remind]
        self._reminders = frozenset(reminders)
        self.messages = list(dict.fromkeys([*self._answers, *due, *reminders]))

    def tell(self, message: str, beside: bool) -> str:
        """
        Return the text of *message*, which the person is told before a reply, or *beside* it.

        What stands beside it is still due: an answer is owed, and all else falls due again.
        """
        if beside:
            if message in self._answers:
                self._session.state = self._session.state.owing(message)
            return self._wordings.say(message, beside=True)
        self._session.state = self._told(message).paid(message)
        return self._wordings.say(message)

    def _told(self, message: str) -> State:
        """Return the state after *message*, a disclosure, a request or a reminder, was said."""
        plan, now = self._occasion.policy.disclosure, self._occasion.now
        state = self._session.state
        if message not in self._reminders or message in self._answers:
            return state.disclosed(now)
        if plan.consent is not None and message == plan.consent.ask:
            state = state.asked_consent(now)
        if plan.pause is not None and message == plan.pause.say:
            state = state.reminded(now)
        return state

    def take_back(self) -> None:
        """All is due again: it went out with a reply that its caller may drop."""
        self._session.state = replace(
            self._session.state,
            disclosed_turn=self._before.disclosed_turn,
            disclosed_at=self._before.disclosed_at,
            consent_asked=self._before.consent_asked,
            paused_at=self._before.paused_at,
            owed=self._before.owed,
        )
