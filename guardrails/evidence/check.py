"""Holds the texts that are kept against the records that name them. It opens none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.errors import EvidenceError
from guardrails.evidence.opening import FIELDS
from guardrails.evidence.seal import name_of
from guardrails.evidence.shelved import ShelfOf, Shelved, beside
from guardrails.ledger.read import find_logs, read_records
from guardrails.ledger.record import Kind

_TOLD = 20


@dataclass(frozen=True, slots=True)
class EvidenceVerdict:
    """
    What was seen of the kept texts of some logs.

    Attributes:
        named: Texts that records name.
        kept: Those of them that are there, with the hash that the record names.
        erased: Conversations that `erase` records speak of.
        expired: Texts that are gone since they were too old, as an `erase` record says.
        unnamed: Texts that are there and that no record names: a crash has cut the record off.
        problems: Texts that were changed, or are gone without an erasure that accounts for it.
        absent: Logs whose records name texts and that came without any; nothing is said of them.
        unseen: Texts that records of those name; they count in `named`.
    """

    named: int
    kept: int
    erased: int
    expired: int
    unnamed: int
    problems: tuple[str, ...]
    absent: tuple[str, ...]
    unseen: int = 0


def check(directory: Path, shelf_of: ShelfOf = beside) -> EvidenceVerdict:
    """
    Return what is to be said of the texts that are kept for the logs under *directory*.

    A text from before the time that an `erase` record gives is accounted for by it. Another
    conversation without its texts is accounted for by an `erase` record in any of the logs.
    These say how many conversations they are about, not which, so a text that was
    taken away while another was erased twice is not found out.

    Args:
        directory: One log or several.
        shelf_of: Returns where the texts of a log are; each is closed.

    Raises:
        LogReadError: There is no log, or it cannot be read.
    """
    told = _Told()
    for found in read_records(directory, glancing=True):
        if found.record is not None:
            told.look(found.path.parent, found.record)
    problems: list[str] = []
    absent: list[str] = []
    gone = set[str]()
    kept = expired = unnamed = unseen = 0
    for folder in find_logs(directory):
        named = told.named.get(folder, {})
        found_there = _texts(folder, shelf_of)
        if found_there is None:
            absent += [str(folder)] if named else []
            unseen += len(named)
            continue
        there = set[str]()
        for name, problem in found_there:
            problems += [problem] if problem else []
            there.add(name)
        kept += len(there & named.keys())
        unnamed += len(there - named.keys())
        old = told.until.get(told.origins.get(folder, ""), 0)
        lacking = [of for name, of in named.items() if name not in there]
        expired += sum(ts < old for _, ts in lacking)
        gone |= {session for session, ts in lacking if ts >= old}
    if len(gone) > told.erased:
        problems.append(
            f"texts of {len(gone):,} conversations that records name are gone; erase records "
            f"account for {told.erased:,}"
        )
    return EvidenceVerdict(
        sum(map(len, told.named.values())),
        kept,
        told.erased,
        expired,
        unnamed,
        tuple(problems),
        tuple(absent),
        unseen,
    )


class _Told:
    """
    What the records of some logs say of kept texts.

    Attributes:
        named: Log → name of a text → its conversation, and when its record was written.
        origins: Log → its name.
        erased: Conversations that were erased.
        until: Name of a log → microseconds up to which texts were erased for their age.
    """

    def __init__(self) -> None:
        self.named: dict[Path, dict[str, tuple[str, int]]] = {}
        self.origins: dict[Path, str] = {}
        self.erased = 0
        self.until: dict[str, int] = {}

    def look(self, folder: Path, record: dict[str, Any]) -> None:
        """Take the next record of the log in *folder*."""
        kind, before, count = record["kind"], record.get("before"), record.get("sessions")
        if kind == Kind.ERASE and isinstance(before, int):
            origin, until = str(record.get("origin")), min(before * 1_000_000, record["ts"])
            self.until[origin] = max(self.until.get(origin, 0), until)
        elif kind == Kind.ERASE and isinstance(count, int):
            self.erased += count
        elif kind in {Kind.BOOT, Kind.RETAIN}:
            self.origins.setdefault(folder, str(record.get("origin")))
        self.named.setdefault(folder, {}).update(_names(record))


def _names(record: dict[str, Any]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield name, and conversation and time, of each text that a record names."""
    text = record.get("text")
    if record["kind"] == Kind.DECISION and isinstance(text, dict):
        for field in FIELDS:
            told = text.get(field)
            if isinstance(told, dict) and isinstance(told.get("ct"), str):
                yield told["ct"], (str(record.get("session")), record["ts"])


def _texts(folder: Path, shelf_of: ShelfOf) -> Iterable[tuple[str, str]] | None:
    """Return the name of each text that is there, and what is wrong with it; None without any."""
    try:
        shelf = shelf_of(folder)
    except EvidenceError as error:
        return [("", str(error))]
    return None if shelf is None else _checked(shelf)


def _checked(shelf: Shelved) -> Iterator[tuple[str, str]]:
    try:
        for name, sealed in shelf.texts():
            whole = name_of(sealed) == name
            yield name, "" if whole else f"{shelf.where}: the sealed text {name} was changed"
    except EvidenceError as error:
        yield "", str(error)
    finally:
        shelf.close()
