"""Telling a human: what is told, and the one method of a way to tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from guardrails.findings import Level


@dataclass(frozen=True, slots=True)
class Notice:
    """
    What a human is told. It holds no words of the conversation.

    Attributes:
        id: Key of the alert; the same on a repeat, so that a receiver can drop it. Of the
            first one it is the id of the escalation's record in the decision log.
        session: Id of the conversation.
        subject: Id of the person, if the caller gave one.
        level: How urgent.
        rule: Which rule asked for it.
        to: Name of the channel.
        within: Seconds in which it is to be acknowledged.
        at: Unix time in seconds.
        turn: Number of the turn in the session, from 0.
        kind: `person` for a person in need, `operator` for a failed detector, `drill`.
        ticket: Id of the ticket: what `candor desk` knows it by.
    """

    id: str
    session: str
    subject: str | None
    level: Level
    rule: str
    to: str
    within: int
    at: int
    turn: int
    kind: str = "person"
    ticket: str = ""


class Channel(Protocol):
    """A way to reach a human."""

    async def send(self, notice: Notice) -> None:
        """
        Hand *notice* over.

        Raises:
            ChannelError: It was not taken; the guard tries again, then the next channel.
        """
        ...
