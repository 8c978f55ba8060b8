"""The contract of a place that keeps tickets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from guardrails.escalation.ticket import Entry, Ticket


class Standing(NamedTuple):
    """
    How a conversation stands.

    Attributes:
        paused: The whole service is paused: fixed texts and people only.
        holder: Who holds the conversation, or None.
        ticket: Id of the unresolved ticket of the conversation, or None.
        known: That ticket knows the conversation's id.
    """

    paused: bool = False
    holder: str | None = None
    ticket: str | None = None
    known: bool = True


class Position(NamedTuple):
    """How far a log was read: number of a segment, and an offset in it in bytes."""

    segment: int
    offset: int


class TicketStore(Protocol):
    """
    Keeps tickets. What it says is done is done: on disk, if it has one.

    Several processes may share one. Every method raises `TicketStoreError` where the
    store cannot be read or written.
    """

    @property
    def shared(self) -> bool:
        """Whether other machines may add tickets: it has to be looked at from time to time."""
        ...

    async def add(self, ticket: Ticket, *, logged: int = 1) -> bool:
        """
        Keep *ticket* and return whether it was new; its id may be that of a merged record.

        Args:
            ticket: A new one.
            logged: How many entries of its history stand in the decision log.
        """
        ...

    async def get(self, id_: str) -> Ticket | None:
        """Return the ticket *id_*, or the one that the record *id_* was merged into, or None."""
        ...

    async def save(self, ticket: Ticket, version: int) -> bool:
        """
        Keep *ticket* if the one that is kept has *version*, and return whether it had.

        It must be of the same conversation too: who was forgotten meanwhile stays forgotten.
        """
        ...

    async def of_session(self, session: str) -> Ticket | None:
        """Return the newest unresolved ticket of *session* that is about a person, or None."""
        ...

    async def due(self, now: int) -> Sequence[Ticket]:
        """Return the tickets with something due at Unix time *now*, the most urgent first."""
        ...

    async def next_due(self) -> int | None:
        """Return the earliest Unix time at which something is due, or None."""
        ...

    async def listed(self, *, resolved: bool = False) -> Sequence[Ticket]:
        """Return the unresolved tickets, or all of them, the most urgent first."""
        ...

    async def lease(self, id_: str, owner: str, until: int, now: int) -> bool:
        """
        Return whether *owner* may tell a channel of ticket *id_* until Unix time *until*.

        Nobody else may before then, so that two processes do not tell it twice. A store that
        machines share counts the seconds from *now* to *until* on a clock of its own.
        """
        ...

    async def unlogged(self, before: int) -> Sequence[tuple[Ticket, int, Entry]]:
        """Return ticket, number and entry of each step up to *before* that no log holds yet."""
        ...

    async def logged(self, id_: str, number: int) -> None:
        """Keep that entry *number* of ticket *id_* stands in the decision log."""
        ...

    async def position(self, origin: str) -> Position | None:
        """Return how far the log *origin* was read, or None if it never was."""
        ...

    async def reached(self, origin: str, position: Position) -> None:
        """Keep how far the log *origin* was read."""
        ...

    async def standing(self, session: str) -> Standing:
        """Return how the conversation *session* stands."""
        ...

    async def name(self, id_: str, conversation: str, subject: str | None) -> None:
        """Keep whose ticket *id_* is, if it does not know yet; that is no step of it."""
        ...

    async def pause(self, *, on: bool) -> bool:
        """Pause the service, or let it go on, and return whether that changed anything."""
        ...

    async def forget(self, conversation: str) -> int:
        """
        Drop what is kept of a conversation and return how many tickets that touched.

        Resolved tickets go; unresolved ones stay without the ids that the caller gave.
        """
        ...

    def close(self) -> None:
        """Let go of files and threads. Safe to call twice."""
        ...
