"""The desk for on-call people: see who needs somebody, take over, write, give back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from guardrails.desk.drill import drill
from guardrails.desk.intake import Intake
from guardrails.desk.report import Report, reported
from guardrails.desk.views import Found, View, view_of
from guardrails.erasure import Whose
from guardrails.errors import DeskError, LogWriteError, TicketMissingError, TicketTakenError
from guardrails.escalation.lines import What
from guardrails.escalation.recent import Said, Who
from guardrails.escalation.steps import Acknowledged, Assessed, Claimed, Released, Replied, Resolved
from guardrails.escalation.ticket import Ticket
from guardrails.findings import Level
from guardrails.ledger.acts import access_body, code, reference
from guardrails.ledger.handover import pause_body
from guardrails.ledger.record import Kind

Restore = Callable[[str, str], Awaitable[str]]
"""Returns the text of a conversation with the person's own values: conversation, masked text."""


class Desk:
    """
    What on-call people do.

    Args:
        intake: Where tickets come from.
        restore: Gives the person's own values back, for who unmasks; nothing by default.

    Attributes:
        intake: The same.
    """

    def __init__(self, intake: Intake, restore: Restore | None = None) -> None:
        self.intake = intake
        self._restore = restore

    async def list(self, *, resolved: bool = False) -> Sequence[View]:
        """
        Return the unresolved tickets, or all of them, the most urgent first.

        Raises:
            TicketStoreError: Tickets cannot be read.
        """
        return [view_of(one) for one in await self.intake.tickets.listed(resolved=resolved)]

    async def find(self, start: str) -> str:
        """
        Return the id of the one ticket whose id is *start*, or begins with it.

        Raises:
            TicketMissingError: There is none.
            DeskError: There are several.
            TicketStoreError: Tickets cannot be read.
        """
        ticket = await self.intake.tickets.get(start)
        if ticket is not None:
            return ticket.id
        tickets = await self.intake.tickets.listed(resolved=True) if start else ()
        found = [one.id for one in tickets if one.id.startswith(start)]
        if len(found) > 1:
            msg = f"{len(found)} tickets begin with {start!r}: give more of the id"
            raise DeskError(msg)
        if not found:
            raise TicketMissingError(start)
        return found[0]

    async def show(self, id_: str) -> View:
        """
        Return one ticket with the last turns of its conversation, masked.

        Raises:
            TicketMissingError: There is none.
            TicketStoreError: Tickets cannot be read.
        """
        return await self._view(await self.intake.keeper.get(id_))

    async def _view(self, ticket: Ticket) -> View:
        words = self.intake.words
        note = await words.note(_place(ticket))
        if ticket.conversation is None:
            return view_of(ticket, note=note)
        return view_of(ticket, await words.turns(ticket.conversation), note)

    async def acknowledge(self, id_: str, by: str) -> View:
        """
        Say that you have seen the ticket and will take it, and return it.

        Raises:
            TicketTakenError: Somebody else holds the conversation.
            DeskError: It cannot be done; the message says why.
        """
        ticket = await self._done(id_, Acknowledged(self._at(), reference(by)), by)
        self.intake.wake()
        return await self._view(ticket)

    async def claim(self, id_: str, by: str) -> View:
        """
        Take the conversation over: the software is silent, and the person is told.

        Returns the ticket with the last turns. What the machine found is shown after
        `assess`. Of two people who claim at once one has it, and the other is told who.

        Raises:
            TicketTakenError: Somebody else holds it.
            DeskError: It cannot be done; the message says why.
        """
        event = Claimed(self._at(), reference(by), self.intake.answer)
        ticket = await self._done(id_, event, by)
        if ticket.holder != by:
            raise TicketTakenError(id_, ticket.holder)
        self.intake.wake()
        return await self._view(ticket)

    async def assess(self, id_: str, by: str, level: Level | str) -> Found:
        """
        Say how much the person needs, and return what the machine found.

        The first assessment of a holder counts.

        Args:
            id_: The ticket.
            by: Who says it.
            level: A level, or its name, such as "high".

        Raises:
            TicketTakenError: You do not hold the conversation.
            DeskError: It cannot be done; the message says why.
        """
        if level not in set(Level):
            msg = f"there is no level {level!r}: it is one of {', '.join(Level)}"
            raise DeskError(msg)
        level = Level(level)
        ticket = await self._held(id_, by)
        if ticket.assessed is None:
            _, ticket = await self.intake.keeper.change(id_, Assessed(self._at(), by, level))
        return Found(ticket.level, ticket.rule, ticket.fired, ticket.assessed or level)

    async def reply(self, id_: str, by: str, text: str) -> None:
        """
        Write to the person.

        Raises:
            TicketTakenError: You do not hold the conversation.
            DeskError: This process does not know the conversation, or there is no text.
        """
        if not text.strip():
            msg = "there is nothing in this reply"
            raise DeskError(msg)
        ticket = await self._held(id_, by)
        conversation = _known(ticket)
        # First of all: what could not be handed over must not count as an answer.
        await self.intake.words.post(conversation, What.SAID, lambda _: text, self._at())
        self.intake.words.said(conversation, Said(Who.HUMAN, text))
        _, after = await self.intake.keeper.change(id_, Replied(self._at(), by, len(text)))
        if after.holder != by:
            raise TicketTakenError(id_, after.holder)

    async def release(self, id_: str, by: str, note: str = "") -> View:
        """
        Give the conversation back to the software, with a note for the next human.

        The person is told. The ticket stays until it is resolved.

        Raises:
            TicketTakenError: You do not hold the conversation.
            DeskError: It cannot be done; the message says why.
        """
        await self._held(id_, by)
        before, after = await self.intake.keeper.change(id_, Released(self._at(), by))
        if before is after:
            raise TicketTakenError(id_, after.holder)
        if note:
            await self.intake.words.put_note(_place(after), note)
        self.intake.wake()
        return await self._view(after)

    async def resolve(self, id_: str, by: str, outcome: str = "done") -> View:
        """
        Say that nothing more is to be done; *outcome* is a code of your own.

        Raises:
            TicketTakenError: Somebody else holds the conversation.
            RecordError: The outcome is no code, or *by* is no id.
            DeskError: It cannot be done; the message says why.
        """
        event = Resolved(self._at(), reference(by), code(outcome))
        before, after = await self.intake.keeper.change(id_, event)
        if before is after and not after.over:
            raise TicketTakenError(id_, after.holder)
        await self.intake.words.put_note(_place(after), "")
        return await self._view(after)

    async def unmask(self, id_: str, by: str, *, reason: str, case: str) -> tuple[Said, ...]:
        """
        Return the last turns with the person's own values; the log remembers who asked.

        Args:
            id_: Of a ticket whose conversation you hold.
            by: Who.
            reason: A code, such as `call-back`.
            case: Id of the case that the reason stands in.

        Raises:
            TicketTakenError: You do not hold the conversation.
            LogWriteError: It could not be recorded; nothing is shown.
            DeskError: This process does not know the conversation.
        """
        ticket = await self._held(id_, by)
        conversation = _known(ticket)
        body = access_body(
            record=ticket.id, field="turns", by=by, reason=reason, case=case, at=self._at()
        )
        await self.intake.log.append(Kind.ACCESS, body)
        turns = await self.intake.words.turns(conversation)
        if self._restore is None:
            return turns
        return tuple([Said(one.who, await self._restore(conversation, one.text)) for one in turns])

    async def pause(self, by: str, reason: str) -> bool:
        """
        Ask no model any more: fixed texts and people only. Return whether it was not so before.

        It holds for every process that shares the tickets, from its next turn on, and
        outlives a restart. It works although the log is broken.

        Raises:
            RecordError: *by* is no id, or the reason no code.
            TicketStoreError: It could not be kept.
        """
        body = pause_body(on=True, by=by, reason=reason, at=self._at())
        changed = await self.intake.tickets.pause(on=True)
        with suppress(LogWriteError):
            await self.intake.log.append(Kind.PAUSE, body)
        return changed

    async def resume(self, by: str, reason: str) -> bool:
        """
        Ask models again, and return whether the service was paused.

        Raises:
            LogWriteError: It could not be recorded; the service stays paused.
            TicketStoreError: It could not be kept.
        """
        await self.intake.log.append(
            Kind.PAUSE, pause_body(on=False, by=by, reason=reason, at=self._at())
        )
        return await self.intake.tickets.pause(on=False)

    async def drill(self, by: str, to: str | None = None) -> View:
        """
        Send a marked test through the real channels and return its ticket.

        Claim or acknowledge it as you would a real one; `report` tells in what time.

        Args:
            by: Who began it.
            to: Name of the first channel; the policy's first one by default.

        Raises:
            DeskError: There is no such channel.
            LogWriteError: It could not be recorded; nobody is told.
            TicketStoreError: It could not be kept.
        """
        return view_of(await drill(self.intake, reference(by), to))

    async def report(self) -> Report:
        """
        Return how tickets were answered, and how far humans and the machine agree.

        Raises:
            TicketStoreError: Tickets cannot be read.
        """
        return reported(await self.intake.tickets.listed(resolved=True))

    async def forget(self, conversation: str) -> bool:
        """
        Drop what is kept of a conversation: turns, words that wait, ids in tickets, notes.

        Return whether there was anything.

        Raises:
            TicketStoreError: Tickets cannot be read or written.
        """
        touched = await self.intake.tickets.forget(conversation)
        return await self.intake.words.forget(conversation) or touched > 0

    @property
    def store(self) -> str:
        """Its code in `erase` records."""
        return "tickets"

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Forget a conversation, or those of a person that tickets name; see `Erasable`.

        Raises:
            TicketStoreError: Tickets cannot be read or written.
        """
        named = [
            one
            for one in await self.intake.tickets.listed(resolved=True)
            if one.conversation is not None
            and (
                one.conversation == whose.session_id
                or (whose.subject_id is not None and one.subject == whose.subject_id)
            )
        ]
        conversations = {one.conversation for one in named if one.conversation is not None}
        if whose.subject_id is not None:
            await self.intake.words.forget_subject(whose.subject_id)
        if whose.session_id is not None:
            conversations.add(whose.session_id)
        for conversation in sorted(conversations):
            await self.forget(conversation)
        return frozenset(one.session for one in named)

    def _at(self) -> int:
        return int(self.intake.now())

    async def _done(self, id_: str, event: Acknowledged | Claimed, by: str) -> Ticket:
        """Return the ticket after *event*; who has done it before may do it again."""
        before, after = await self.intake.keeper.change(id_, event)
        if after.over:
            msg = f"ticket {id_} is resolved"
            raise DeskError(msg)
        if before is after and after.holder not in {None, by}:
            raise TicketTakenError(id_, after.holder)
        return after

    async def _held(self, id_: str, by: str) -> Ticket:
        ticket = await self.intake.keeper.get(id_)
        if ticket.holder != by:
            raise TicketTakenError(id_, ticket.holder)
        return ticket


def _place(ticket: Ticket) -> str:
    """Return by what the note of *ticket* is kept."""
    return ticket.conversation or ticket.session


def _known(ticket: Ticket) -> str:
    """Return the conversation of *ticket* as the caller names it."""
    if ticket.conversation is None:
        msg = (
            f"ticket {ticket.id} was built from the log after a restart: which conversation of "
            "the caller's it is, is not known until the person writes again"
        )
        raise DeskError(msg)
    return ticket.conversation
