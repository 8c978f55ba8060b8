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
from guardrails.evidence.seal import bound, name_of, unseal, unwrap
from guardrails.evidence.shelf import Shelf
from guardrails.ledger.acts import access_body
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.disk import segments
from guardrails.ledger.read import read_lines, record_of
from guardrails.ledger.record import Kind

FIELDS: Final = ("in", "out")
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

    Raises:
        LogReadError: There is no such record, or it cannot be read.
        EvidenceError: No text of it is kept, or it does not open with this key.
        RecordError: *by*, *reason* or *case* has another shape; nothing was opened.
        LogWriteError: The access cannot be recorded; nothing is shown.
    """
    access_body(record="-", field=FIELDS[0], by=by, reason=reason, case=case, at=0)
    origin, record = record_at(folder, seq)
    opened = _opened(folder, origin, record, key)
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


def _opened(
    folder: Path, origin: str, record: Mapping[str, Any], key: OpeningKey
) -> tuple[Opened, ...]:
    told = record.get("text")
    about = told if isinstance(told, dict) else {}
    names = {name: about[name]["ct"] for name in FIELDS if _is_kept(about.get(name))}
    if not names or not isinstance(about.get("key"), str):
        why = _WHY.get(str(about.get("why")))
        reason = f": {why}" if why else "; decisions of a policy that keeps texts have one"
        msg = f"no text of record {record['seq']:,} is kept{reason}"
        raise EvidenceError(msg)
    shelf = Shelf(folder)
    try:
        wrapped = shelf.wrapped(about["key"])
        if not wrapped:
            msg = (
                f"the key of record {record['seq']:,} is not there any more: what was kept of "
                "this conversation was erased, or taken away"
            )
            raise EvidenceError(msg)
        if key.sealing.id not in wrapped:
            known = ", ".join(sorted(wrapped))
            msg = (
                f"the key {key.name} ({key.sealing.id}) is none to which this conversation was "
                f"sealed: {known} would open it"
            )
            raise EvidenceError(msg)
        session = unwrap(
            wrapped[key.sealing.id], origin, str(record.get("session")), about["key"], key
        )
        opened = []
        for name, ct in names.items():
            sealed = shelf.sealed(ct)
            if sealed is None or name_of(sealed) != ct:
                what = "is not there" if sealed is None else "was changed: it has another hash"
                msg = f"the sealed text {name!r} of record {record['seq']:,} {what}"
                raise EvidenceError(msg)
            to = bound(origin, record, about.get("n", -1), name)
            opened.append(Opened(record["id"], name, unseal(session, sealed, to)))
        return tuple(opened)
    finally:
        shelf.close()


def _is_kept(told: object) -> bool:
    return isinstance(told, dict) and isinstance(told.get("ct"), str)
