"""
Opening kept texts: each is recorded, with who and why, before it is shown.

The record stands in a log of the investigators' own, signed with their key, so that
neither the service has to stop nor its log has a second writer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from guardrails.errors import EvidenceError, LogReadError
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.seal import SessionKey, bound, name_of, unseal, unwrap
from guardrails.evidence.shelf import Shelf
from guardrails.evidence.shelved import Shelved
from guardrails.ledger.acts import access_body
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.disk import segments
from guardrails.ledger.read import read_lines, record_of
from guardrails.ledger.record import Kind

FIELDS: Final = ("in", "out")
_KEYS: Final = 1_000  # of conversations, in memory
_WHY: Final = {
    "no-consent": "the person had not agreed to it",
    "not-looked": "nobody could look for personal data in it, which was to be masked",
    "too-long": "it was longer than the policy takes",
    "not-written": "it could not be written",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """
    A text that was opened.

    Attributes:
        record: Id of the record that it belongs to.
        name: Which of its texts: `in` as it came, `out` as it went on.
        text: The text.
    """

    record: str
    name: str
    text: str = field(repr=False)


async def open_texts(
    folder: Path,
    seq: int,
    key: OpeningKey,
    acts: DecisionLog,
    *,
    by: str,
    reason: str,
    case: str,
    now: Callable[[], float] = time.time,
    shelf: Shelved | None = None,
) -> tuple[Opened, ...]:
    """
    Return the texts of one decision, once an `access` record for each is durable.

    Args:
        folder: The log of the decision.
        seq: Place of its record.
        key: Of the investigators.
        acts: The log in which it is recorded that the texts were opened.
        by: Who opens them, such as a staff number; an id, never a name.
        reason: A code, such as `complaint` or `incident`.
        case: Id of the case that the reason stands in.
        now: Unix time in seconds.
        shelf: Where the texts are, if not beside the records; it is closed.

    Raises:
        LogReadError: There is no such record, or it cannot be read.
        EvidenceError: No text of it is kept, or it does not open with this key.
        RecordError: *by*, *reason* or *case* has another shape; nothing was opened.
        LogWriteError: The access cannot be recorded; nothing is shown.
    """
    access_body(record="-", field=FIELDS[0], by=by, reason=reason, case=case, at=0)
    origin, record = record_at(folder, seq)
    opener = Opener(shelf or Shelf(folder), origin, key)
    try:
        opened = opener.open(record)
    finally:
        opener.close()
    for one in opened:
        body = access_body(
            record=one.record, field=one.name, by=by, reason=reason, case=case, at=int(now())
        )
        await acts.append(Kind.ACCESS, body)
    return opened


def record_at(folder: Path, seq: int) -> tuple[str, Mapping[str, Any]]:
    """
    Return the name of the log in *folder* and its record *seq*.

    Raises:
        LogReadError: There is none, or it cannot be read.
    """
    origin = ""
    try:
        for _, path in segments(folder):
            for line in read_lines(path):
                record = record_of(line)
                if record is None:
                    continue
                if record["kind"] == Kind.BOOT:
                    origin = origin or str(record.get("origin", ""))
                if record["seq"] == seq:
                    return origin, record
    except OSError as error:
        msg = f"{error.filename or folder}: {error.strerror}"
        raise LogReadError(msg) from error
    msg = f"{folder}: no record {seq:,} in this log"
    raise LogReadError(msg)


class Opener:
    """
    Opens the texts of one log with the investigators' key. It records nothing: its callers do.

    Args:
        shelf: Where its texts are; it is closed with this.
        origin: Name of the log.
        key: Of the investigators.
    """

    def __init__(self, shelf: Shelved, origin: str, key: OpeningKey) -> None:
        self._shelf = shelf
        self._origin = origin
        self._key = key
        self._sessions: dict[str, SessionKey] = {}

    def is_there(self, record: Mapping[str, Any]) -> bool:
        """
        Return whether the key of the texts of *record* is still kept: it goes with an erasure.

        Raises:
            EvidenceError: It cannot be told.
        """
        name = _about(record).get("key")
        return isinstance(name, str) and bool(self._shelf.wrapped(name))

    def open(self, record: Mapping[str, Any]) -> tuple[Opened, ...]:
        """
        Return the texts of *record*, a decision.

        Raises:
            EvidenceError: None is kept, or it does not open with this key.
        """
        about = _about(record)
        names = {name: about[name]["ct"] for name in FIELDS if _is_kept(about.get(name))}
        if not names or not isinstance(about.get("key"), str):
            why = _WHY.get(str(about.get("why")))
            reason = f": {why}" if why else "; decisions of a policy that keeps texts have one"
            msg = f"no text of record {record['seq']:,} is kept{reason}"
            raise EvidenceError(msg)
        session = self._session(record, about["key"])
        opened = []
        for name, ct in names.items():
            sealed = self._shelf.sealed(ct)
            if sealed is None or name_of(sealed) != ct:
                what = "is not there" if sealed is None else "was changed: it has another hash"
                msg = f"the sealed text {name!r} of record {record['seq']:,} {what}"
                raise EvidenceError(msg)
            to = bound(self._origin, record, about.get("n", -1), name)
            opened.append(Opened(record["id"], name, unseal(session, sealed, to)))
        return tuple(opened)

    def _session(self, record: Mapping[str, Any], name: str) -> SessionKey:
        """Return the key of that name of the conversation of *record*."""
        if name in self._sessions:
            return self._sessions[name]
        wrapped = self._shelf.wrapped(name)
        if not wrapped:
            msg = (
                f"the key of record {record['seq']:,} is not there any more: what was kept of "
                "this conversation was erased, or taken away"
            )
            raise EvidenceError(msg)
        if self._key.sealing.id not in wrapped:
            known = ", ".join(sorted(wrapped))
            msg = (
                f"the key {self._key.name} ({self._key.sealing.id}) is none to which this "
                f"conversation was sealed: {known} would open it"
            )
            raise EvidenceError(msg)
        sealed = wrapped[self._key.sealing.id]
        session = unwrap(sealed, self._origin, str(record.get("session")), name, self._key)
        if len(self._sessions) >= _KEYS:
            self._sessions.clear()
        self._sessions[name] = session
        return session

    def close(self) -> None:
        """Let go of the files and the keys. Safe to call twice."""
        self._sessions.clear()
        self._shelf.close()


def _about(record: Mapping[str, Any]) -> Mapping[str, Any]:
    told = record.get("text")
    return told if isinstance(told, dict) else {}


def _is_kept(told: object) -> bool:
    return isinstance(told, dict) and isinstance(told.get("ct"), str)
