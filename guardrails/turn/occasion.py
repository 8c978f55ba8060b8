"""Whose turn it is, when, and what it shares with others: what all parts of a turn go by."""

from __future__ import annotations

from dataclasses import dataclass

from guardrails.bench import Bench
from guardrails.context import TurnContext
from guardrails.errors import SessionError
from guardrails.policy.model import Policy
from guardrails.sessions.base import Session


@dataclass(frozen=True, slots=True)
class Occasion:
    """
    What a turn is given.

    Attributes:
        bench: What all turns of the guard share.
        session: Whose turn it is; nobody else holds it meanwhile.
        context: What the caller says of the turn.
        now: Unix time in seconds.
        without: Why the session is not the conversation's own, but one that stands in for it:
            the model, which would get what was not looked at with what is known of the
            conversation, is not asked then.
    """

    bench: Bench
    session: Session
    context: TurnContext
    now: int
    without: SessionError | None = None

    @property
    def policy(self) -> Policy:
        """The policy in force for the turn."""
        return self.bench.policy
