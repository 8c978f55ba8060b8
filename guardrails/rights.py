"""
What is a person's own right: to know what is kept, to take consent back, to be forgotten.

By the chat and by `guard.rights` the same is done, and each is a record without a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Final

from guardrails.alarms import Alarms
from guardrails.bench import Bench
from guardrails.consents import Consents
from guardrails.context import TurnContext
from guardrails.decisions import Decision, Do, Escalate
from guardrails.erasure import Erasable, Erased, Whose, erase
from guardrails.errors import ConfigurationError, ErasureError, TicketStoreError
from guardrails.findings import Level
from guardrails.kept import Kept
from guardrails.ledger.acts import code, erase_body, reference, right_body
from guardrails.ledger.record import Kind
from guardrails.policy.own_rules import REQUESTED
from guardrails.sessions.base import Session, SessionStore

PERSON: Final = "person"
"""Who asks, in the records of what a person asks for in the chat."""
_BY = re.compile(r"[A-Za-z0-9._:/#-]{1,80}")


class Rights:
    """
    Does what people have a right to, and records it.

    Args:
        bench: Returns what all turns share.
        sessions: Where conversations are kept.
        alarms: Tells humans.
        others: Further stores that hold something of people.
        now: Unix time in seconds.
        tickets: What is known of people who need a human.

    Attributes:
        consents: What people agreed to over all of their conversations.
    """

    def __init__(
        self,
        bench: Callable[[], AbstractAsyncContextManager[Bench]],
        sessions: SessionStore,
        alarms: Alarms,
        others: Sequence[Erasable],
        now: Callable[[], float],
        tickets: Erasable | None = None,
    ) -> None:
        self._bench = bench
        self._sessions = sessions
        self.consents = Consents(sessions)
        self._alarms = alarms
        self._others = others
        desk = () if tickets is None else (tickets,)
        self._places: tuple[Erasable, ...] = (sessions, *desk, *others)
        self._now = now

    async def kept(self, session_id: str, *, by: str) -> Kept | None:
        """
        Return what is kept of a conversation, or None if nothing is.

        Args:
            session_id: Names the conversation.
            by: Who asks, such as `person` or a staff number: 1 to 80 letters, digits and
                `. _ : / # -`.

        Raises:
            ConfigurationError: *by* has another shape, or the guard is closed.
            SessionError: The store is out of reach.
            LogWriteError: It could not be recorded.
        """
        _who(by)
        async with self._sessions.hold(session_id) as session:
            if not session.opened:
                await session.erase()  # it was made by asking
                return None
            await self.record(session, "kept", by)
            return Kept.of(session, self._sessions.idle)

    async def agree(
        self,
        session_id: str,
        purposes: Iterable[str],
        *,
        by: str,
        subject_id: str | None = None,
    ) -> None:
        """
        Record that the person agrees to *purposes*: `roleplay`, `second-opinion`, `log-text`.

        With a *subject_id* it holds in all of their conversations, if the policy says so.
        Other arguments and errors as for `kept`.
        """
        _who(by)
        hold = self._sessions.hold(session_id, subject_id=subject_id)
        async with hold as session, self._bench() as bench:
            wanted = sorted({*purposes})
            await self.consents.bring(session, bench.policy, subject_id)
            await self.record(session, "agree", by, wanted)
            session.state = session.state.agreed(wanted, int(self._now()))
            await self.consents.keep(session, bench.policy, subject_id)

    async def withdraw(
        self,
        session_id: str,
        purposes: Iterable[str] | None = None,
        *,
        by: str,
        subject_id: str | None = None,
    ) -> None:
        """
        Take the person's consent to *purposes* back, or all of it.

        Where the policy says `withdraw: erase-session`, the conversation is forgotten too.
        With a *subject_id* it is taken back in all of their conversations, if the policy says
        that consent holds there. Other arguments and errors as for `kept`.
        """
        _who(by)
        hold = self._sessions.hold(session_id, subject_id=subject_id)
        async with hold as session, self._bench() as bench:
            await self.consents.bring(session, bench.policy, subject_id)
            wanted = sorted(session.state.consent if purposes is None else {*purposes})
            await self.record(session, "withdraw", by, wanted)
            session.state = session.state.withdrew(wanted)
            await self.consents.keep(session, bench.policy, subject_id)
            consent = bench.policy.disclosure.consent
            if consent is not None and consent.erases:
                await self.erase(session, session_id, None, by)

    async def forget(
        self, session_id: str, *, by: str, subject_id: str | None = None, watched: bool = False
    ) -> bool:
        """
        Forget a conversation, or all of a person's, and return whether there was one.

        Args:
            session_id: Names the conversation.
            by: Who asks; as for `kept`.
            subject_id: Names the person: all of their conversations are forgotten.
            watched: Where a crisis flag is up, it goes too. Without this it stays, with
                nothing else, for those who look after them.

        Raises:
            ConfigurationError: *by* has another shape, or the guard is closed.
            SessionError: The store is out of reach; nothing is forgotten there.
            LogWriteError: It could not be recorded; nothing is forgotten.
        """
        _who(by)
        async with self._sessions.hold(session_id, subject_id=subject_id) as session:
            if not session.opened:
                await session.erase()
                return False
            await self.record(session, "forget", by)
            if watched:
                session.state = session.state.cleared()
            await self.erase(session, session_id, subject_id, by)
            return True

    async def human(self, session_id: str, *, by: str, subject_id: str | None = None) -> bool:
        """
        Tell a human that the person wants to talk to one, and return whether one is told now.

        It goes where the policy's `escalation.on_request` says; False if it says nothing, or
        if one was told a short while ago. Arguments and errors as for `kept`.
        """
        _who(by)
        async with (
            self._sessions.hold(session_id, subject_id=subject_id) as session,
            self._bench() as bench,
        ):
            await self.record(session, "human", by)
            wanted = bench.policy.on_request
            if wanted is None:
                return False
            way = Escalate(wanted.escalate.to, wanted.escalate.within, Level.CARE)
            decision = Decision(Do.ADD, REQUESTED, escalate=(way,), level=Level.CARE)
            context = TurnContext(session_id, subject_id)
            now = int(self._now())
            return bool(await self._alarms.raise_for([decision], bench, session, context, now))

    async def record(
        self, session: Session, right: str, by: str = PERSON, purposes: Sequence[str] = ()
    ) -> None:
        """
        Record that a right was asked for, before anything is done about it.

        Raises:
            LogWriteError: It is not durable.
        """
        body = right_body(
            session=session.ref,
            turn=session.state.turn,
            right=right,
            by=by,
            purposes=purposes,
            at=int(self._now()),
        )
        async with self._bench() as bench:
            await bench.log.append(Kind.RIGHT, body)

    async def erase(
        self, session: Session, session_id: str, subject_id: str | None, by: str = PERSON
    ) -> None:
        """
        Forget a session that is held, and all of the person's, in every store; then record it.

        Raises:
            SessionStoreError: The store is out of reach; nothing is forgotten there.
            ErasureError: Another store failed; all else is forgotten, and recorded.
            LogWriteError: It could not be recorded that everything is forgotten.
        """
        await session.erase()
        refs = {session.ref}
        wanted = [Whose(session_id=session_id)]
        if subject_id:
            refs.update(await self._sessions.forget_subject(subject_id, but=session_id))
            wanted.append(Whose(subject_id=subject_id))
        # Where a crisis flag stays up, a human still has to find the person by their ticket.
        places = self._others if session.state.watched else self._places[1:]
        failed = await self._forget_words(session_id, subject_id)
        done = [await erase(places, whose) for whose in wanted]
        failed |= {store: error for one in done for store, error in one.failed.items()}
        stores = [self._sessions.store, *(one.store for one in places if one.store not in failed)]
        refs.update(*(one.sessions for one in done))
        await self._told(Erased(frozenset(refs), tuple(stores), failed), by, "request")

    async def _forget_words(self, session_id: str, subject_id: str | None) -> dict[str, str]:
        """Forget what was kept for humans, and return what failed."""
        words = self._alarms.intake.words
        try:
            await words.forget(session_id)
            if subject_id:
                await words.forget_subject(subject_id)
        except TicketStoreError as error:
            return {"words": type(error).__name__}
        return {}

    async def forget_all(self, whose: Whose, *, by: str, reason: str) -> Erased:
        """
        Forget a person or a conversation, crisis flag and all, in every store; then record it.

        A turn that is under way is waited for. See `Guard.forget`.
        """
        reference(by)
        code(reason)
        async with self._bench():
            pass  # a guard that is closed says so before anything is erased
        erased = await erase(self._places, whose)
        await self._told(erased, by, reason)
        return erased

    async def _told(self, erased: Erased, by: str, reason: str) -> None:
        """
        Record what was erased.

        Raises:
            LogWriteError: It is not durable that it was.
            ErasureError: Some store failed; that of the others is recorded.
        """
        body = erase_body(
            sessions=len(erased.sessions),
            stores=erased.stores,
            by=by,
            reason=reason,
            at=int(self._now()),
        )
        async with self._bench() as bench:
            await bench.log.append(Kind.ERASE, body)
        if erased.failed:
            raise ErasureError(erased.failed)

    @property
    def stores(self) -> tuple[str, ...]:
        """Codes of the stores that are cleared."""
        return tuple(place.store for place in self._places)

    @property
    def idle(self) -> float:
        """Seconds after which a conversation is forgotten by itself."""
        return self._sessions.idle


def _who(by: str) -> None:
    if not _BY.fullmatch(by):
        msg = "by is 1 to 80 letters, digits and . _ : / # - that say who asks"
        raise ConfigurationError(msg)
