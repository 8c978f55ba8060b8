"""What comes in at the desk: people in need, from the turns of a guard and from its log."""

from __future__ import annotations

import asyncio
import random
import secrets
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from functools import partial
from typing import Final

from guardrails.desk.catch_up import catch_up
from guardrails.desk.clock import SteadyClock
from guardrails.desk.courier import Courier
from guardrails.desk.keeper import Keeper
from guardrails.desk.runner import Runner
from guardrails.errors import LogReadError, TicketMissingError, TicketStoreError
from guardrails.escalation.base import Channel
from guardrails.escalation.lines import What, Word
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.recent import Said, Who
from guardrails.escalation.steps import Heard, Merged, step
from guardrails.escalation.ticket import UNSENT, Ticket
from guardrails.escalation.tickets import Standing, TicketStore
from guardrails.escalation.words import MemoryWords, Text, Words
from guardrails.held_texts import JOINED, LEFT, held_text
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.outbox import reading_of
from guardrails.policy.channel_spec import ChannelSpec
from guardrails.policy.hours import Hours, hours_of

ANSWER: Final = 600
"""Seconds in which a human who holds a conversation writes; then others are told."""
CLOSING: Final = 5.0
"""Seconds that notices under way get when the desk is closed."""
_KNOWN: Final = 10_000
_AGAIN: Final = 1.0  # seconds between tries to keep a ticket that the store did not take


class Intake:
    """
    Turns what a guard raises into tickets, and has channels told of them.

    Args:
        log: Every step is a record.
        channels: Ways to reach a human, by name.
        specs: The policy's settings of the channels.
        tickets: Where tickets are kept; in memory by default.
        words: Where the last turns are kept, and words of humans for people; in memory by
            default.
        say: Returns a text for people: id of the message, locale.
        answer: Seconds in which a human who holds a conversation is to write.
        now: Unix time in seconds.
        ticks: Seconds of a clock that never goes back.
        sleep: Waits between tries; seconds.
        chance: Returns a random number from 0 up to 1.

    Attributes:
        log: The same.
        now: Unix time in seconds, as the desk counts it: it never jumps.
        tickets: Where tickets are kept.
        words: Where the last turns are kept, and words of humans for people.
        keeper: Changes tickets.
        service: Its name among several that share tickets; "" if it is alone.
        acks: Name of a channel → seconds in which somebody is to acknowledge there.
        answer: Seconds in which a human who holds a conversation is to write.
    """

    def __init__(
        self,
        log: DecisionLog,
        channels: Mapping[str, Channel],
        specs: Mapping[str, ChannelSpec],
        tickets: TicketStore | None = None,
        *,
        words: Words | None = None,
        say: Callable[[str, str], str] = held_text,
        answer: int = ANSWER,
        now: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.tickets = MemoryTickets() if tickets is None else tickets
        self.words = MemoryWords() if words is None else words
        self.service = str(getattr(self.tickets, "service", ""))
        self.log = log
        self._say = say
        self.answer = answer
        self.now = SteadyClock(now, ticks)
        self.acks: dict[str, int] = {}
        self._then: dict[str, str] = {}
        self._hours: dict[str, Hours] = {}
        self.route(specs)
        self._courier = Courier(
            channels,
            self._then,
            self.acks,
            hours=self._hours,
            chance=chance,
            sleep=sleep,
            ticks=ticks,
        )
        self.keeper = Keeper(self.tickets, log)
        self.keeper.listen(self._changed)
        self._outbox = reading_of(log)
        # A log has one writer: who writes it again after a crash is the same process to others.
        owner = log.origin if getattr(log, "folder", None) is not None else secrets.token_hex(8)
        self._runner = Runner(self.keeper, self._courier, log, now=self.now, owner=owner)
        self._standings: dict[str, Standing] = {}
        self._unkept: set[asyncio.Task[None]] = set()
        self._late: set[asyncio.Task[None]] = set()
        self._started = False

    @property
    def names(self) -> list[str]:
        """Of all channels."""
        return self._courier.names

    def route(self, specs: Mapping[str, ChannelSpec]) -> None:
        """Take the settings of channels from *specs*; what is not in them stays as it was."""
        for name, one in specs.items():
            self.acks.pop(name, None)
            self._then.pop(name, None)
            if one.ack_within:
                self.acks[name] = one.ack_within
            if one.then:
                self._then[name] = one.then
            self._hours.pop(name, None)
            hours = None if one.hours is None else hours_of(one.hours)
            if hours is not None:
                self._hours[name] = hours

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
        if self._outbox is None:
            return 0
        return await catch_up(
            self._outbox,
            self.log.origin,
            self.tickets,
            self.take,
            now=self.now(),
            acks=self.acks,
            answer=self.answer,
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
            await self.take(ticket, logged=logged)
        except TicketStoreError:
            # The person matters more: told without a ticket, which is kept once it can be.
            self._begin(self._unkept, self._carry_unkept(ticket, int(logged)))
        self._runner.wake()

    async def take(self, ticket: Ticket, *, logged: bool = True) -> None:
        """
        Keep *ticket*, which is new, or merge it into the one of its conversation.

        Raises:
            TicketStoreError: Tickets cannot be read or written.
        """
        await self._take(ticket, ticket.version if logged else 0)

    async def _take(self, ticket: Ticket, logged: int) -> None:
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
        await self.tickets.add(ticket, logged=logged)

    def _begin(self, tasks: set[asyncio.Task[None]], work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    async def _carry_unkept(self, ticket: Ticket, logged: int) -> None:
        """Tell channels of *ticket*, which no store has, and keep it once one can."""
        tried: set[str] = set()
        while ticket.to not in tried and ticket.state in UNSENT:
            tried.add(ticket.to)
            ticket = step(ticket, await self._courier.carry(ticket, self.now))
        self._begin(self._late, self._keep_late(ticket, logged))

    async def _keep_late(self, ticket: Ticket, logged: int) -> None:
        while True:
            try:
                await self._take(ticket, logged)
            except TicketStoreError:
                await asyncio.sleep(_AGAIN)
            else:
                self._runner.wake()
                return

    async def standing(
        self, session: str, conversation: str | None = None, subject: str | None = None
    ) -> Standing:
        """
        Return how a conversation stands.

        If tickets cannot be read, what was last known counts. A ticket that was built from
        the log learns here whose it is.

        Args:
            session: Its random name in the log.
            conversation: Its id, as the caller names it.
            subject: Id of the person, as the caller names them.
        """
        try:
            standing = await self.tickets.standing(session)
            if standing.ticket is not None and not standing.known and conversation is not None:
                await self.tickets.name(standing.ticket, conversation, subject)
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
            await self.keeper.change(ticket, Heard(int(self.now()), self.answer))
            self._runner.wake()

    def said(
        self,
        conversation: str,
        who: Who,
        text: str,
        locale: str = "",
        *,
        subject: str | None = None,
    ) -> None:
        """Keep one masked message of *conversation* for who may take it over."""
        self.words.said(conversation, Said(who, text), locale=locale, subject=subject)

    async def words_for(self, conversation: str, standing: Standing) -> list[Word]:
        """Return the words of a human that the person was not given yet."""
        left = self._text(LEFT) if standing.holder is None else None
        return await self.words.take(conversation, left, int(self.now()))

    def follow(self, conversation: str) -> AsyncGenerator[Word, None]:
        """Yield the words of a human for the person as they come; it does not end."""
        return self.words.follow(conversation)

    async def _changed(self, before: Ticket, after: Ticket) -> None:
        """Tell the person that a human came or went; if that cannot be, their next turn does."""
        if after.conversation is None or before.holder == after.holder:
            return
        what, text = (What.JOINED, JOINED) if after.holder is not None else (What.LEFT, LEFT)
        with suppress(TicketStoreError):
            await self.words.post(after.conversation, what, self._text(text), int(self.now()))

    def _text(self, message: str) -> Text:
        return partial(self._say, message)

    async def tick(self) -> None:
        """
        Do what is due now, once; for callers that keep time themselves.

        Raises:
            TicketStoreError: Tickets cannot be read or written.
        """
        await self._runner.tick()

    def wake(self) -> None:
        """See to what is due."""
        self._runner.wake()

    async def drain(self, seconds: float = CLOSING) -> None:
        """Return when no notice is under way, at most *seconds* later, and do no more."""
        loop = asyncio.get_running_loop()
        unkept = [task for task in self._unkept if task.get_loop() is loop]
        if unkept:
            await asyncio.wait(unkept, timeout=seconds)
        for task in [task for task in self._late if task.get_loop() is loop]:
            task.cancel()  # the log asks for it again at the next start
        await self._runner.drain(seconds)

    def close(self) -> None:
        """Let go of tickets and words. Safe to call twice."""
        self._runner.close()
        self.tickets.close()
        self.words.close()
