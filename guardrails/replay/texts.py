"""
The kept texts of a log, message by message, opened on record.

    decisions of a message ─▶ `access` of its conversation, durable ─▶ texts of its frames
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from guardrails.errors import EvidenceError
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.opening import Opener
from guardrails.evidence.shelved import ShelfOf, beside
from guardrails.ledger.acts import access_body
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.read import Found
from guardrails.ledger.record import Kind

_ALL: Final = "session"
"""What an `access` record names as its field: every text of the record's conversation."""

_NOT_KEPT: Final = "no text is kept"
_IN_PART: Final = "other parts of the message are not kept"
_ERASED: Final = "erased"
_Key = tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class Investigator:
    """
    Who opens texts, and why.

    Attributes:
        key: The investigators' private key.
        acts: The log in which each conversation that is opened is recorded.
        by: Who it is, such as a staff number; an id, never a name.
        reason: A code, such as `review`.
        case: Id of the case that the reason stands in.
        now: Unix time in seconds.
        shelf_of: Returns where the texts of a log are.
    """

    key: OpeningKey
    acts: DecisionLog
    by: str
    reason: str
    case: str
    now: Callable[[], float]
    shelf_of: ShelfOf = beside

    def body(self, record: str) -> dict[str, Any]:
        """
        Return the body of the `access` record for the conversation of *record*, an id.

        Raises:
            RecordError: *by*, *reason* or *case* has another shape.
        """
        return access_body(
            record=record,
            field=_ALL,
            by=self.by,
            reason=self.reason,
            case=self.case,
            at=int(self.now()),
        )


@dataclass(frozen=True, slots=True)
class Spoken:
    """
    One message, or one reply, with its frames.

    Attributes:
        found: The records of its decisions, in order.
        texts: What is kept of each frame, as it came.
    """

    found: tuple[Found, ...]
    texts: tuple[str, ...] = field(repr=False)

    @property
    def records(self) -> tuple[Mapping[str, Any], ...]:
        """The records."""
        return tuple(one.record for one in self.found if one.record is not None)

    @property
    def masked(self) -> bool:
        """Whether something in it was masked before it was kept: its places have moved."""
        return any(
            len(text) != record["text"]["in"]["len"]
            for text, record in zip(self.texts, self.records, strict=True)
        )


class Opened:
    """
    Opens the texts of logs, and counts what it does not get.

    Attributes:
        sessions: How many conversations were opened.
        left_out: Why a decision's text is not there → how often.
        unread: Places of texts that are kept and do not open, and why.
    """

    def __init__(self, investigator: Investigator) -> None:
        investigator.body("-")  # a wrong id is told before anything is opened
        self._who = investigator
        self._folder: Path | None = None
        self._opener: Opener | None = None
        self._absent = False
        self._origin = ""
        self._known: set[str] = set()
        self._parts: dict[_Key, list[Found]] = {}
        self.sessions = 0
        self.left_out: Counter[str] = Counter()
        self.unread: list[str] = []

    def enter(self, folder: Path) -> None:
        """Go on with the log in *folder*."""
        self.close()
        self._folder, self._origin, self._absent = folder, "", False

    def boot(self, record: Mapping[str, Any]) -> None:
        """Take the log's name from *record*, of kind `boot` or `retain`."""
        self._origin = self._origin or str(record.get("origin", ""))

    async def take(self, found: Found, record: Mapping[str, Any]) -> Spoken | None:
        """
        Take a decision, and return the message that it ends, opened; None if it ends none.

        Raises:
            LogWriteError: The access cannot be recorded; nothing more is opened.
            KeyError, TypeError: The record lacks something.
        """
        n, last = record["part"]["n"], record["part"]["last"]
        key = (record["session"], record["turn"], record["side"], record["surface"])
        if n == 0:
            self._drop(self._parts.pop(key, ()))
        parts = self._parts.setdefault(key, [])
        parts.append(found)
        if not last:
            return None
        del self._parts[key]
        if [one.record["part"]["n"] for one in parts if one.record] != list(range(len(parts))):
            self._drop(parts)
            return None
        return await self._open(parts)

    async def _open(self, parts: list[Found]) -> Spoken | None:
        """Return the message of *parts* once it is recorded that it is opened."""
        records = [one.record for one in parts if one.record is not None]
        why = [_unkept(record) for record in records]
        if any(why):
            self.left_out.update(one or _IN_PART for one in why)
            return None
        try:
            opener = self._opened()
            if opener is None:
                self.left_out[_NOT_KEPT] += len(parts)
                return None
            if not all(opener.is_there(record) for record in records):
                self.left_out[_ERASED] += len(parts)
                return None
            await self._record(records[0])
            texts = tuple(_whole(opener, record) for record in records)
        except EvidenceError as error:
            self.unread.append(f"{parts[0].path}:{parts[0].line}: {error}")
            return None
        return Spoken(tuple(parts), texts)

    def _opened(self) -> Opener | None:
        """Return what opens the texts of this log, None without any. Raises `EvidenceError`."""
        if self._opener is None and self._folder is not None and not self._absent:
            shelf = self._who.shelf_of(self._folder)
            self._absent = shelf is None
            if shelf is not None:
                self._opener = Opener(shelf, self._origin, self._who.key)
        return self._opener

    async def _record(self, record: Mapping[str, Any]) -> None:
        """Record that texts of a conversation are opened, before the first one is."""
        session = record["session"]
        if session not in self._known:
            await self._who.acts.append(Kind.ACCESS, self._who.body(record["id"]))
            self._known.add(session)
            self.sessions += 1

    def _drop(self, parts: Iterable[Found]) -> None:
        self.left_out.update(_IN_PART for _ in parts)

    def close(self) -> None:
        """Let go of files and keys; messages that never ended are counted. Safe to call twice."""
        for parts in self._parts.values():
            self._drop(parts)
        self._parts.clear()
        if self._opener is not None:
            self._opener.close()
            self._opener = None


def _unkept(record: Mapping[str, Any]) -> str:
    """Return why no text of *record* is kept, or an empty string."""
    told = record["text"]
    kept = isinstance(told.get("in"), dict) and "ct" in told["in"] and "key" in told
    return "" if kept else str(told.get("why") or _NOT_KEPT)


def _whole(opener: Opener, record: Mapping[str, Any]) -> str:
    """Return the text of *record* as it came."""
    return next(one.text for one in opener.open(record) if one.name == "in")
