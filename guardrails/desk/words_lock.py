"""Locks the words of conversations, and names them, so that no database reads along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import orjson

from guardrails.desk import words_table as table
from guardrails.desk.words_table import Row
from guardrails.errors import TicketStoreError
from guardrails.escalation.lines import What, Word
from guardrails.sessions.keyring import KEY, Keyring, called, cipher, lock, unlock
from guardrails.storage.backend import Cursor
from guardrails.storage.schema import migrate, put

WHAT: Final = "the store of words"
"""What errors call it."""

_NAMES: Final = b"candor words: names"
_PAGE: Final = 500


class WordsLock:
    """
    The keys of one store of words, each conversation's its own.

    Everything here runs within a transaction, on the database's thread.

    Args:
        keys: Lock the keys of the conversations.
        random: Gives *n* random bytes.
    """

    def __init__(self, keys: Keyring, random: Callable[[int], bytes]) -> None:
        self._keys = keys
        self._random = random
        self._names: bytes | None = None
        self._stale = False

    @property
    def is_open(self) -> bool:
        """Whether the tables and the key of the names are known."""
        return self._names is not None and not self._stale

    def doubt(self) -> None:
        """Look again before the next use: the tables may be others when the database is back."""
        self._stale = True

    def open(self, db: Cursor) -> None:
        """
        Have the tables, and the key from which names are made.

        Raises:
            SessionKeyError: That key is locked under one that is not on the ring.
        """
        if self.is_open:
            return
        facts = migrate(db, "talk_meta", table.STEPS, what=WHAT, error=TicketStoreError)
        known = facts.get("names")
        names = self._random(KEY) if known is None else self._keys.unlock(known, _NAMES)
        if known is None or not self._keys.fresh(known):
            put(db, "talk_meta", "names", self._keys.lock(names, _NAMES))
        self._names, self._stale = names, False

    def called(self, caller: str, what: bytes = b"session") -> bytes:
        """Return what the store calls a conversation or a person: the caller's id stays out."""
        return called(self._names or b"", what, caller)

    def held(self, db: Cursor, conversation: str, subject: str | None = None) -> Row:
        """Return the row of *conversation*; it is made, with a key, if it is not there."""
        ref = f"w_{self._random(16).hex()}"
        key = self._keys.lock(self._random(KEY), ref.encode())
        person = None if subject is None else self.called(subject, b"subject")
        return table.held(db, self.called(conversation), ref, key, subject=person)

    def locked(self, row: Row, what: str, value: Any) -> bytes:  # noqa: ANN401 - JSON
        """Return *value*, the *what* of the conversation of *row*, locked."""
        key = cipher(self._keys.unlock(row.key, row.ref.encode()))
        # Words of people may hold half of a surrogate pair, which JSON of ours does not take.
        data = orjson.dumps([_whole(one) for one in value])
        return lock(key, data, f"{row.ref}\n{what}".encode(), self._random)

    def unlocked(self, row: Row, what: str, locked: bytes) -> Any:  # noqa: ANN401 - JSON
        """Return what `locked` was given."""
        key = cipher(self._keys.unlock(row.key, row.ref.encode()))
        return orjson.loads(unlock(key, locked, f"{row.ref}\n{what}".encode()))

    def about(self, row: Row) -> tuple[str, str]:
        """Return note and language."""
        if row.about is None:
            return "", ""
        note, locale = self.unlocked(row, "about", row.about)
        return note, locale

    def word(self, row: Row, locked: bytes) -> Word:
        """Return a word for the person."""
        what, text, at = self.unlocked(row, "word", locked)
        return Word(What(what), text, at)

    def rekeyed(self, after: bytes, db: Cursor) -> tuple[int, bytes]:
        """
        Lock anew what is locked under an older key, in one page of conversations.

        Returns how many they were, and after which one the next page begins; `b""` at the end.
        """
        page = table.keys(db, after, _PAGE)
        changed = 0
        for name, ref, key in page:
            if not self._keys.fresh(key):
                new = self._keys.relocked(key, ref.encode())
                changed += table.rekey(db, name, key, new)
        return changed, page[-1][0] if page else b""


def _whole(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return *value*; of a text, halves of surrogate pairs are put as question marks."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
