"""Turns of any number of sessions, those of one session in order."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, aclosing, suppress

from guardrails.alarms import Alarms
from guardrails.bench import Bench
from guardrails.consents import Consents
from guardrails.context import TurnContext
from guardrails.errors import ConfigurationError, LogWriteError, SessionError
from guardrails.events import Event
from guardrails.ledger.bodies import session_close_body, sign_off_body
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.reply import Limits
from guardrails.rights import Rights
from guardrails.sessions.base import Ended, Session, SessionStore
from guardrails.sessions.memory import MemorySessions
from guardrails.turn.occasion import Occasion
from guardrails.turn.turn import Turn

_BY = re.compile(r"[A-Za-z0-9:/.+@_-]{1,120}")


class Turns:
    """
    Runs turns, one at a time in each session.

    Args:
        bench: Gives what a turn shares with others, and keeps it until the turn has ended; the
            log holds the policy by then.
        sessions: Where sessions are kept.
        alarms: Tells humans.
        limits: What a model may take.
        rights: Does what is a person's own right.
        refuge: Sessions that stand in for those whose store is out of reach.
        rewriter: Rewrites a reply that claims too much to be mended; None if nobody does.
        now: Unix time in seconds.
    """

    def __init__(
        self,
        bench: Callable[[], AbstractAsyncContextManager[Bench]],
        sessions: SessionStore,
        alarms: Alarms,
        *,
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
        rights: Rights | None = None,
        refuge: MemorySessions | None = None,
        rewriter: ChatModel | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._bench = bench
        self._sessions = sessions
        self._alarms = alarms
        self._limits = limits
        self._rights = rights
        self._rewriter = rewriter
        self._now = now
        self._refuge = MemorySessions() if refuge is None else refuge
        self._over: list[Ended] = []
        self._consents = Consents(sessions)

    async def run(
        self,
        model: ChatModel,
        request: ModelRequest,
        context: TurnContext,
        *,
        restore_tools: frozenset[str] = frozenset(),
        raise_errors: bool = False,
    ) -> AsyncGenerator[Event, None]:
        """
        Yield the events of one guarded turn; `Done` is the last.

        Args:
            model: Is asked only if the policy lets the message through.
            request: The conversation so far and options for the model.
            context: Whose turn it is.
            restore_tools: Tools whose arguments get the person's own values.
            raise_errors: A model that fails raises, although the policy has words for that.

        Raises:
            ConfigurationError: The guard is closed.
            SessionBusyError: The turn before did not end in time.
            SessionLostError: Another process took the session over meanwhile; what was
                yielded stands, and is in the log.
            InputTooLongError: A message is longer than the policy takes.
            ModelError: The model failed and the policy has no text for that.
        """
        async with AsyncExitStack() as stack:
            session, without = await self._held(stack, context)
            bench = await stack.enter_async_context(self._bench())
            self._close_idle(bench)
            if without is None:
                with suppress(SessionError):  # it holds what it knew
                    await self._consents.bring(session, bench.policy, context.subject_id)
            occasion = Occasion(bench, session, context, int(self._now()), without)
            turn = Turn(
                occasion,
                self._alarms,
                self._limits,
                raise_errors,
                self._rights,
                rewriter=self._rewriter,
            )
            async with aclosing(turn.events(model, request, restore_tools)) as events:
                async for event in events:
                    yield event

    async def _held(
        self, stack: AsyncExitStack, context: TurnContext
    ) -> tuple[Session, SessionError | None]:
        """
        Return the session of the turn, held until *stack* is left.

        While its store is out of reach, it is one in this process that stands in for it, so
        that a person in need is heard, and told and escalated once; with it comes the
        error. What that one gathered goes into the session once it is back.
        """
        name = context.session_id
        try:
            hold = self._sessions.hold(name, subject_id=context.subject_id)
            session = await stack.enter_async_context(hold)
        except SessionError as error:
            refuge = self._refuge.hold(name, subject_id=context.subject_id)
            return await stack.enter_async_context(refuge), error
        if len(self._refuge):
            async with self._refuge.hold(name) as stood_in:
                session.state = session.state.joined(stood_in.state)
            await self._refuge.forget(name)
        return session, None

    async def clear_watch(self, session_id: str, by: str) -> bool:
        """
        Take the crisis flag of a session down, and return whether there was one.

        Args:
            session_id: Names the conversation.
            by: Who decided it: 1 to 120 letters, digits and `: / . + @ - _`.

        Raises:
            ConfigurationError: *by* has another shape, or the guard is closed.
            SessionBusyError: A turn of the session did not end in time.
            LogWriteError: It could not be recorded; the flag stays up.
        """
        if not _BY.fullmatch(by):
            msg = "by is 1 to 120 letters, digits and : / . + @ - _ that say who took the flag down"
            raise ConfigurationError(msg)
        async with self._sessions.hold(session_id) as session, self._bench() as bench:
            state = session.state
            if not state.watched:
                return False
            body = sign_off_body(
                session=session.ref, turn=state.turn, by=by, points=state.risk.points
            )
            await bench.log.append("sign_off", body)
            session.state = state.cleared()
            return True

    def _close_idle(self, bench: Bench) -> None:
        """Begin to record the sessions that were forgotten since nobody used them."""
        ended = getattr(self._sessions, "ended", list)
        self._over += ended()
        if self._over:
            over, self._over = self._over, []
            self._alarms.hold(asyncio.get_running_loop().create_task(self._closed(bench, over)))

    async def _closed(self, bench: Bench, over: list[Ended]) -> None:
        while over:
            body = session_close_body(session=over[-1].ref, turns=over[-1].turns)
            try:
                await bench.log.append("session_close", body)
            except LogWriteError:
                self._over += over  # with the next turn
                return
            over.pop()

    async def drain(self) -> None:
        """Return when no notice is under way."""
        self._over += getattr(self._sessions, "ended", list)()
        if self._over:
            with suppress(ConfigurationError):
                async with self._bench() as bench:
                    self._close_idle(bench)
        await self._alarms.drain()
