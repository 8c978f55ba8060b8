"""
Words in a database, so that a desk in one process can take over what another one serves.

    the person's turn ──▶ said ──▶ talk_turn ──▶ turns ──▶ the desk, in any process
    the desk          ──▶ post ──▶ talk_word ──▶ follow, take ──▶ the person, in any process
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncGenerator, Callable
from functools import partial
from typing import Final, TypeVar

from guardrails.desk import words_table as table
from guardrails.desk.household import Household
from guardrails.desk.listeners import Listener, Listeners
from guardrails.desk.words_lock import WordsLock
from guardrails.desk.words_table import Row
from guardrails.desk.words_work import WordsWork
from guardrails.errors import TicketStoreError
from guardrails.escalation.lines import WAITING_MAX, What, Word
from guardrails.escalation.recent import LENGTH, TURNS, Said, Who
from guardrails.escalation.words import Text
from guardrails.sessions.keyring import Keyring
from guardrails.storage.backend import Backend, Cursor

T = TypeVar("T")

KEEP: Final = 86_400.0
"""Seconds after which the words of a conversation are forgotten if nothing more is said."""
LOOK: Final = 0.5
"""Seconds between looks for words of other processes, while somebody follows."""


class StoredWords:
    """
    `Words` in a database, each conversation's under a key of its own.

    Args:
        backend: Runs the transactions, in the order in which they come; its error is
            `TicketStoreError`.
        keys: Lock the keys of the conversations.
        keep: Seconds after which a conversation in which nothing is said is forgotten.
        look: Seconds between looks for words of other processes.
        random: Gives *n* random bytes.

    Attributes:
        keep: The same.
    """

    def __init__(
        self,
        backend: Backend,
        keys: Keyring,
        *,
        keep: float = KEEP,
        look: float = LOOK,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.keep = keep
        self._lock = WordsLock(keys, random)
        self._work = WordsWork(backend, self._lock)
        self._listeners = Listeners()
        self._house = Household(self._work, self._listeners, keep=keep, look=look)

    def said(
        self, conversation: str, said: Said, *, locale: str = "", subject: str | None = None
    ) -> None:
        """Keep one more message; if the database cannot be used, it is not kept."""
        if not said.text:
            return

        def work(db: Cursor) -> None:
            row = self._lock.held(db, conversation, subject)
            note, known = self._lock.about(row)
            if locale and locale != known:
                table.put_about(db, row.name, self._lock.locked(row, "about", (note, locale)))
            value = self._lock.locked(row, "turn", (said.who.value, said.text[-LENGTH:]))
            table.add_turn(db, row, value, TURNS)

        self._later(work)

    async def turns(self, conversation: str) -> tuple[Said, ...]:
        """Return the last messages, the oldest first."""

        def work(db: Cursor) -> tuple[Said, ...]:
            row = table.look(db, self._lock.called(conversation))
            if row is None:
                return ()
            found = [self._lock.unlocked(row, "turn", one) for one in table.turns(db, row.name)]
            return tuple(Said(Who(who), text) for who, text in found)

        return await self._done(work)

    async def post(self, conversation: str, what: What, text: Text, at: int) -> None:
        """Keep *text* for all who follow the conversation, or for the first who will."""

        def work(db: Cursor) -> Row:
            return self._posted(db, self._lock.held(db, conversation), what, text, at)

        row = await self._done(work, durable=True)
        self._listeners.tell({row.name: row.word})

    def _posted(self, db: Cursor, row: Row, what: What, text: Text, at: int) -> Row:
        value = self._lock.locked(row, "word", (what.value, text(self._lock.about(row)[1]), at))
        return table.add_word(db, row, value, WAITING_MAX, held=what is not What.LEFT)

    async def take(self, conversation: str, left: Text | None = None, at: int = 0) -> list[Word]:
        """Return the words that nobody was given yet; none if the database cannot be used."""
        late = threading.Event()

        def work(db: Cursor) -> tuple[Row | None, list[Word]]:
            if late.is_set():
                return None, []  # nobody waits for them any more: they stay for the next turn
            row = table.look(db, self._lock.called(conversation))
            gone = row is not None and row.held and left is not None
            if row is None or (row.word == row.given and not gone):
                return None, []
            row = self._lock.held(db, conversation)
            if gone and left is not None and row.held:
                row = self._posted(db, row, What.LEFT, left, at)
            if row.listened:
                return row, []
            words = table.words(db, row.name, row.given)
            table.give(db, row.name, row.word)
            return row, [self._lock.word(row, value) for _, value in words]

        try:
            row, words = await self._done(work)
        except TicketStoreError:
            late.set()
            return []
        if row is not None:
            self._listeners.tell({row.name: row.word})
        return words

    async def follow(self, conversation: str) -> AsyncGenerator[Word, None]:
        """
        Yield the words of a human as they come, those that waited first. It does not end.

        While the database cannot be used nothing comes, and what was said then comes after.
        """
        me = Listener(asyncio.get_running_loop(), asyncio.Event())
        try:
            while True:
                me.ready.clear()
                try:
                    name, words = await self._done(partial(self._followed, conversation, me))
                except TicketStoreError:
                    await asyncio.sleep(max(self._house.look, 0.05))
                    continue
                for place, word in words:
                    me.place = place
                    try:
                        yield word
                    finally:
                        self._later(partial(table.give, name=name, place=place))
                if not words:
                    await me.ready.wait()
        finally:
            self._later(partial(self._gone, conversation, me))

    def _followed(
        self, conversation: str, me: Listener, db: Cursor
    ) -> tuple[bytes, list[tuple[int, Word]]]:
        row = self._lock.held(db, conversation)
        if me.place < 0:
            me.place = row.given
            self._house.follow(db, row.name, me)
        words = table.words(db, row.name, me.place)
        return row.name, [(place, self._lock.word(row, value)) for place, value in words]

    def _gone(self, conversation: str, me: Listener, db: Cursor) -> None:
        """Take *me* off the list; after the last one nobody follows any more."""
        name = self._lock.called(conversation)
        if not self._listeners.remove(name, me):
            table.listen(db, [name], 0.0)

    async def put_note(self, conversation: str, note: str) -> None:
        """Keep a note for the next human in the place of the one before; "" for none."""

        def work(db: Cursor) -> None:
            row = table.look(db, self._lock.called(conversation))
            if row is None and not note:
                return
            row = self._lock.held(db, conversation)
            locale = self._lock.about(row)[1]
            table.put_about(db, row.name, self._lock.locked(row, "about", (note, locale)))

        await self._done(work)

    async def note(self, conversation: str) -> str:
        """Return the note that the last human left, or ""."""

        def work(db: Cursor) -> str:
            row = table.look(db, self._lock.called(conversation))
            return "" if row is None else self._lock.about(row)[0]

        return await self._done(work)

    async def forget(self, conversation: str) -> bool:
        """Drop all that is kept of a conversation and return whether there was anything."""
        return await self._forgotten("name", conversation, b"session") > 0

    async def forget_subject(self, subject: str) -> int:
        """Drop all that is kept of a person and return of how many conversations."""
        return await self._forgotten("subject", subject, b"subject")

    async def _forgotten(self, column: str, caller: str, what: bytes) -> int:
        def work(db: Cursor) -> int:
            return table.forget(db, column, self._lock.called(caller, what))

        return await self._done(work, durable=True, wipe=True)

    async def sweep(self) -> int:
        """
        Forget now what nothing was said in for `keep` seconds; return how many conversations.

        Raises:
            TicketStoreError: The database cannot be used.
        """
        return await self._done(partial(table.sweep, keep=self.keep), durable=True, wipe=True)

    async def rekey(self) -> int:
        """
        Lock what was locked under an older key anew, under the first one; return how much.

        Raises:
            TicketStoreError: The database cannot be used, or something is locked under a key
                that is not on the ring; what was locked anew before it stays so.
        """
        changed, after = 0, b""
        while True:
            count, after = await self._done(
                partial(self._lock.rekeyed, after), durable=True, wipe=True
            )
            changed += count
            if not after:
                return changed

    async def _done(self, work: Callable[[Cursor], T], **how: bool) -> T:
        self._house.keep()
        return await self._work.done(work, **how)

    def _later(self, work: Callable[[Cursor], object]) -> None:
        self._house.keep()
        self._work.later(work)

    def close(self) -> None:
        """Finish what was begun and let go of the database. Safe to call twice."""
        self._house.close()
        self._work.close()
