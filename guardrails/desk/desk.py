"""The desk: where people are told of people, and take over from the software."""

from __future__ import annotations

import asyncio
import random
import secrets
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from guardrails.desk.catch_up import catch_up
from guardrails.desk.clock import SteadyClock
from guardrails.desk.courier import Courier
from guardrails.desk.keeper import Keeper
from guardrails.desk.report import Report, reported
from guardrails.desk.runner import Runner
from guardrails.desk.views import Found, View, view_of
from guardrails.errors import (
    DeskError,
    LogReadError,
    LogWriteError,
    TicketMissingError,
    TicketStoreError,
    TicketTakenError,
)
from guardrails.escalation.base import Channel
from guardrails.escalation.lines import Lines, What, Word
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.recent import MemoryRecent, Recent, Said, Who
from guardrails.escalation.steps import (
    Acknowledged,
    Assessed,
    Claimed,
    Heard,
    Merged,
    Released,
    Replied,
    Resolved,
    Sent,
)
from guardrails.escalation.ticket import State, Ticket, opened
from guardrails.escalation.tickets import Standing, TicketStore
from guardrails.findings import Level
from guardrails.held_texts import JOINED, LEFT, held_text
from guardrails.ledger.acts import access_body, code, reference
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.bodies import escalation_body
from guardrails.ledger.handover import pause_body
from guardrails.ledger.record import Kind
from guardrails.policy.model import ChannelSpec

ANSWER: Final = 600
"""Seconds in which a human who holds a conversation writes; then others are told."""
CLOSING: Final = 5.0
"""Seconds that notices under way get when the desk is closed."""
DRILL_WITHIN: Final = 600
"""Seconds in which a drill is to be answered."""
_KNOWN: Final = 10_000

Restore = Callable[[str, str], Awaitable[str]]
"""Returns the text of a conversation with the person's own values: conversation, masked text."""


class Desk:
    """
    Tickets, the channels that tell of them, and what on-call people do with them.

    Args:
        log: Every step is a record.
        channels: Ways to reach a human, by name.
        specs: The policy's settings of the channels.
        tickets: Where tickets are kept; in memory by default.
        recent: Where the last turns of conversations are kept; in memory by default.
        restore: Gives the person's own values back, for who unmasks; nothing by default.
        say: Returns a text for people: id of the message, locale.
        answer: Seconds in which a human who holds a conversation is to write.
        now: Unix time in seconds.
        ticks: Seconds of a clock that never goes back.
        sleep: Waits between tries; seconds.
        chance: Returns a random number from 0 up to 1.

    Attributes:
        now: Unix time in seconds, as the desk counts it: it never jumps.
        tickets: Where tickets are kept.
        recent: Where the last turns are kept.
        lines: Where words of humans wait for people.
    """

    def __init__(
        self,
        log: DecisionLog,
        channels: Mapping[str, Channel],
        specs: Mapping[str, ChannelSpec],
        tickets: TicketStore | None = None,
        *,
        recent: Recent | None = None,
        restore: Restore | None = None,
        say: Callable[[str, str], str] = held_text,
        answer: int = ANSWER,
        now: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.tickets = MemoryTickets() if tickets is None else tickets
        self.recent = MemoryRecent() if recent is None else recent
        self.lines = Lines()
        self._log = log
        self._restore = restore
        self._say = say
        self._answer = answer
        self.now = SteadyClock(now, ticks)
        self._acks = {name: one.ack_within for name, one in specs.items() if one.ack_within}
        then = {name: one.then for name, one in specs.items() if one.then}
        self._courier = Courier(channels, then, self._acks, chance=chance, sleep=sleep, ticks=ticks)
        self.keeper = Keeper(self.tickets, log)
        self.keeper.listen(self._changed)
        folder = getattr(log, "folder", None)
        self._folder: Path | None = folder
        # A log has one writer: who writes it again after a crash is the same process to others.
        owner = log.origin if folder is not None else secrets.token_hex(8)
        self._runner = Runner(self.keeper, self._courier, log, now=self.now, owner=owner)
        self._standings: dict[str, Standing] = {}
        self._notes: dict[str, str] = {}
        self._locales: dict[str, str] = {}
        self._unkept: set[asyncio.Task[None]] = set()
        self._started = False

    # What the guard does.

    async def start(self) -> None:
        """
        Build the tickets that a crash left in the log, and begin to do what is due.

        Twice is as good as once. What cannot be read now is read at the next start.
        """
        if self._started:
            return
        self._started = True
        with suppress(LogReadError, TicketStoreError):
            # A clock that was set back meanwhile would put every deadline off.
            waiting = await self.tickets.listed()
            self.now.not_before(max((one.history[-1].at for one in waiting), default=0))
            await self.catch_up()
        self._runner.wake()

    async def catch_up(self) -> int:
        """
        Build the tickets that the log asks for since it was last read; return how many.

        Raises:
            LogReadError: The log cannot be read.
            TicketStoreError: Tickets cannot be read or written.
        """
        if self._folder is None:
            return 0
        return await catch_up(
            self._folder,
            self._log.origin,
            self.tickets,
            self._take,
            now=self.now(),
            acks=self._acks,
            answer=self._answer,
        )

    async def raise_(self, ticket: Ticket, *, logged: bool = True) -> None:
        """
        Have humans told of *ticket*, which is new; never raises, and waits for no channel.

        A further ticket of one conversation is merged into the one that is not resolved.

        Args:
            ticket: A new one.
            logged: Its record stands in the log.
        """
        try:
            await self._take(ticket, logged=logged)
        except TicketStoreError:
            # The person matters more: told without a ticket, which the log asks for later.
            task = asyncio.get_running_loop().create_task(self._carry_unkept(ticket))
            self._unkept.add(task)
            task.add_done_callback(self._unkept.discard)
        self._runner.wake()

    async def _take(self, ticket: Ticket, *, logged: bool = True) -> None:
        if ticket.kind == "person":
            open_ = await self.tickets.of_session(ticket.session)
            if open_ is not None and open_.id != ticket.id:
                merged = Merged(
                    *(ticket.at, ticket.id, ticket.level, ticket.rule, ticket.to, ticket.within),
                    ticket.fired,
                )
                _, after = await self.keeper.change(open_.id, merged)
                if ticket.id in after.also:
                    return
        number = ticket.version if logged else 0
        await self.tickets.add(ticket, logged=number)

    async def _carry_unkept(self, ticket: Ticket) -> None:
        tried: set[str] = set()
        name: str | None = ticket.to
        while name is not None and name not in tried:
            tried.add(name)
            event = await self._courier.carry(replace(ticket, to=name), self.now)
            if isinstance(event, Sent):
                return
            name = event.then

    async def standing(self, session: str) -> Standing:
        """
        Return how the conversation *session* (its random name) stands.

        If tickets cannot be read, what was last known counts.
        """
        try:
            standing = await self.tickets.standing(session)
        except TicketStoreError:
            return self._standings.get(session, self._standings.get("", Standing()))
        self._standings[""] = Standing(standing.paused)
        self._standings.pop(session, None)
        if standing.holder is not None:
            self._standings[session] = standing
            while len(self._standings) > _KNOWN:
                del self._standings[next(iter(self._standings))]
        return standing

    async def heard(self, ticket: str) -> None:
        """Keep that the person wrote to the human who holds *ticket*."""
        with suppress(TicketStoreError, TicketMissingError):
            await self.keeper.change(ticket, Heard(int(self.now()), self._answer))
            self._runner.wake()

    def said(self, conversation: str, who: Who, text: str, locale: str = "") -> None:
        """Keep one masked message of *conversation* for who may take it over."""
        self.recent.add(conversation, Said(who, text))
        if locale:
            self._locales[conversation] = locale
            while len(self._locales) > _KNOWN:
                del self._locales[next(iter(self._locales))]

    def words_for(self, conversation: str, standing: Standing) -> list[Word]:
        """Return the words of a human that the person was not given yet."""
        if standing.holder is None and self.lines.held(conversation):
            self._post(conversation, What.LEFT, LEFT)
        return self.lines.take(conversation)

    def follow(self, conversation: str) -> AsyncGenerator[Word, None]:
        """Yield the words of a human for the person as they come; it does not end."""
        return self.lines.follow(conversation)

    # What on-call people do.

    async def list(self, *, resolved: bool = False) -> Sequence[View]:
        """
        Return the unresolved tickets, or all of them, the most urgent first.

        Raises:
            TicketStoreError: Tickets cannot be read.
        """
        return [view_of(one) for one in await self.tickets.listed(resolved=resolved)]

    async def show(self, id_: str) -> View:
        """
        Return one ticket with the last turns of its conversation, masked.

        Raises:
            TicketMissingError: There is none.
            TicketStoreError: Tickets cannot be read.
        """
        return self._view(await self.keeper.get(id_))

    def _view(self, ticket: Ticket) -> View:
        if ticket.conversation is None:
            return view_of(ticket, note=self._notes.get(ticket.id, ""))
        turns = self.recent.of(ticket.conversation)
        return view_of(ticket, turns, self._notes.get(ticket.id, ""))

    async def acknowledge(self, id_: str, by: str) -> View:
        """
        Say that you have seen the ticket and will take it, and return it.

        Raises:
            TicketTakenError: Somebody else holds the conversation.
            DeskError: It cannot be done; the message says why.
        """
        ticket = await self._done(id_, Acknowledged(self._at(), reference(by)), by)
        self._runner.wake()
        return self._view(ticket)

    async def claim(self, id_: str, by: str) -> View:
        """
        Take the conversation over: the software is silent, and the person is told.

        Returns the ticket with the last turns. What the machine found is shown after
        `assess`. Of two people who claim at once one has it, and the other is told who.

        Raises:
            TicketTakenError: Somebody else holds it.
            DeskError: It cannot be done; the message says why.
        """
        event = Claimed(self._at(), reference(by), self._answer)
        ticket = await self._done(id_, event, by)
        if ticket.holder != by:
            raise TicketTakenError(id_, ticket.holder)
        self._runner.wake()
        return self._view(ticket)

    async def assess(self, id_: str, by: str, level: Level) -> Found:
        """
        Say how much the person needs, and return what the machine found.

        The first assessment of a holder counts.

        Raises:
            TicketTakenError: You do not hold the conversation.
            DeskError: It cannot be done; the message says why.
        """
        ticket = await self._held(id_, by)
        if ticket.assessed is None:
            _, ticket = await self.keeper.change(id_, Assessed(self._at(), by, level))
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
        _, after = await self.keeper.change(id_, Replied(self._at(), by, len(text)))
        if after.holder != by:
            raise TicketTakenError(id_, after.holder)
        self.recent.add(conversation, Said(Who.HUMAN, text))
        self.lines.post(conversation, Word(What.SAID, text, self._at()))

    async def release(self, id_: str, by: str, note: str = "") -> View:
        """
        Give the conversation back to the software, with a note for the next human.

        The person is told. The ticket stays until it is resolved.

        Raises:
            TicketTakenError: You do not hold the conversation.
            DeskError: It cannot be done; the message says why.
        """
        await self._held(id_, by)
        before, after = await self.keeper.change(id_, Released(self._at(), by))
        if before is after:
            raise TicketTakenError(id_, after.holder)
        if note:
            self._notes[id_] = note
        self._runner.wake()
        return self._view(after)

    async def resolve(self, id_: str, by: str, outcome: str = "done") -> View:
        """
        Say that nothing more is to be done; *outcome* is a code of your own.

        Raises:
            TicketTakenError: Somebody else holds the conversation.
            RecordError: The outcome is no code, or *by* is no id.
            DeskError: It cannot be done; the message says why.
        """
        event = Resolved(self._at(), reference(by), code(outcome))
        before, after = await self.keeper.change(id_, event)
        if before is after and not after.over:
            raise TicketTakenError(id_, after.holder)
        self._notes.pop(id_, None)
        return self._view(after)

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
        await self._log.append(Kind.ACCESS, body)
        turns = self.recent.of(conversation)
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
        changed = await self.tickets.pause(on=True)
        with suppress(LogWriteError):
            await self._log.append(Kind.PAUSE, body)
        return changed

    async def resume(self, by: str, reason: str) -> bool:
        """
        Ask models again, and return whether the service was paused.

        Raises:
            LogWriteError: It could not be recorded; the service stays paused.
            TicketStoreError: It could not be kept.
        """
        await self._log.append(
            Kind.PAUSE, pause_body(on=False, by=by, reason=reason, at=self._at())
        )
        return await self.tickets.pause(on=False)

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
        names = self._courier.names
        name = to or (names[0] if names else "")
        if name not in names:
            msg = f"there is no channel {name!r}; there are {', '.join(sorted(names)) or 'none'}"
            raise DeskError(msg)
        at, session = self._at(), f"drill-{secrets.token_hex(8)}"
        within = self._acks.get(name, DRILL_WITHIN)
        told: dict[str, Any] = {"level": Level.HIGH, "to": name, "within": within, "at": at}
        rule = f"drill.{reference(by)}"
        body = escalation_body(session=session, turn=0, rule=rule, about="drill", **told)
        receipt = await self._log.append(Kind.ESCALATION, body)
        ticket = opened(
            id_=receipt.id,
            session=session,
            rule=rule,
            kind="drill",
            conversation=session,
            origin=self._log.origin,
            **told,
        )
        await self._take(ticket)
        self._runner.wake()
        return view_of(ticket)

    async def report(self) -> Report:
        """
        Return how tickets were answered, and how far humans and the machine agree.

        Raises:
            TicketStoreError: Tickets cannot be read.
        """
        return reported(await self.tickets.listed(resolved=True))

    async def forget(self, conversation: str) -> bool:
        """
        Drop what is kept of a conversation: turns, words that wait, ids in tickets, notes.

        Return whether there was anything.

        Raises:
            TicketStoreError: Tickets cannot be read or written.
        """
        for ticket in await self.tickets.listed(resolved=True):
            if ticket.conversation == conversation:
                self._notes.pop(ticket.id, None)
        touched = await self.tickets.forget(conversation)
        turns = self.recent.forget(conversation)
        words = self.lines.forget(conversation)
        self._locales.pop(conversation, None)
        return touched > 0 or turns or words

    # What both need.

    def _at(self) -> int:
        return int(self.now())

    async def _done(self, id_: str, event: Acknowledged | Claimed, by: str) -> Ticket:
        """Return the ticket after *event*; who has done it before may do it again."""
        before, after = await self.keeper.change(id_, event)
        if after.over:
            msg = f"ticket {id_} is resolved"
            raise DeskError(msg)
        if before is after and after.holder not in {None, by}:
            raise TicketTakenError(id_, after.holder)
        return after

    async def _held(self, id_: str, by: str) -> Ticket:
        ticket = await self.keeper.get(id_)
        if ticket.holder != by:
            raise TicketTakenError(id_, ticket.holder)
        return ticket

    def _changed(self, before: Ticket, after: Ticket) -> None:
        """Tell the person that a human came or went."""
        if after.conversation is None or before.holder == after.holder:
            return
        if after.state is State.IN_HAND:
            self._post(after.conversation, What.JOINED, JOINED)
        elif before.holder is not None:
            self._post(after.conversation, What.LEFT, LEFT)

    def _post(self, conversation: str, what: What, message: str) -> None:
        text = self._say(message, self._locales.get(conversation, ""))
        self.lines.post(conversation, Word(what, text, self._at()))

    async def tick(self) -> None:
        """
        Do what is due now, once; for callers that keep time themselves.

        Raises:
            TicketStoreError: Tickets cannot be read or written.
        """
        await self._runner.tick()

    async def drain(self, seconds: float = CLOSING) -> None:
        """Return when no notice is under way, at most *seconds* later, and do no more."""
        loop = asyncio.get_running_loop()
        unkept = [task for task in self._unkept if task.get_loop() is loop]
        if unkept:
            await asyncio.wait(unkept, timeout=seconds)
        await self._runner.drain(seconds)

    def close(self) -> None:
        """Let go of the tickets. Safe to call twice."""
        self.tickets.close()


def _known(ticket: Ticket) -> str:
    """Return the conversation of *ticket* as the caller names it."""
    if ticket.conversation is None:
        msg = (
            f"ticket {ticket.id} was built from the log after a restart: which conversation of "
            "the caller's it is, is not known until the person writes again"
        )
        raise DeskError(msg)
    return ticket.conversation
