"""Holds the texts that are kept against the records that name them. It opens none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.errors import EvidenceError
from guardrails.evidence.opening import FIELDS
from guardrails.evidence.seal import name_of
from guardrails.evidence.shelf import Shelf, has_evidence
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
        unnamed: Texts that are there and that no record names: a crash has cut the record off.
        problems: Texts that were changed, or are gone without an erasure that accounts for it.
        absent: Logs whose records name texts and that came without any; nothing is said of them.
    """

    named: int
    kept: int
    erased: int
    unnamed: int
    problems: tuple[str, ...]
    absent: tuple[str, ...]


def check(directory: Path) -> EvidenceVerdict:
    """
    Return what is to be said of the texts that are kept for the logs under *directory*.

    A conversation without its texts is accounted for by an `erase` record in any of the
    logs. These say how many conversations they are about, not which, so a text that was
    taken away while another was erased twice is not found out.

    Raises:
        LogReadError: There is no log, or it cannot be read.
    """
    seen: dict[Path, dict[str, str]] = {}
    erased = 0
    for found in read_records(directory, glancing=True):
        if found.record is None:
            continue
        if found.record["kind"] == Kind.ERASE and isinstance(found.record.get("sessions"), int):
            erased += found.record["sessions"]
        names = seen.setdefault(found.path.parent, {})
        names.update(_names(found.record))
    problems: list[str] = []
    absent: list[str] = []
    gone = set[str]()
    kept = unnamed = 0
    for folder in find_logs(directory):
        named = seen.get(folder, {})
        if not has_evidence(folder):
            absent += [str(folder)] if named else []
            continue
        there = set[str]()
        for name, problem in _texts(folder):
            problems += [problem] if problem else []
            there.add(name)
        kept += len(there & named.keys())
        unnamed += len(there - named.keys())
        gone |= {session for name, session in named.items() if name not in there}
    if len(gone) > erased:
        problems.append(
            f"texts of {len(gone):,} conversations that records name are gone; erase records "
            f"account for {erased:,}"
        )
    return EvidenceVerdict(
        sum(map(len, seen.values())), kept, erased, unnamed, tuple(problems), tuple(absent)
    )


def _names(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield name and conversation of each text that a record names."""
    text = record.get("text")
    if record["kind"] == Kind.DECISION and isinstance(text, dict):
        for field in FIELDS:
            told = text.get(field)
            if isinstance(told, dict) and isinstance(told.get("ct"), str):
                yield told["ct"], str(record.get("session"))


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of each text that is there, and what is wrong with it."""
    try:
        shelf = Shelf(folder)
    except EvidenceError as error:
        yield "", str(error)
        return
    try:
        for name, sealed in shelf.texts():
            whole = name_of(sealed) == name
            yield name, "" if whole else f"{shelf.folder}: the sealed text {name} was changed"
    except EvidenceError as error:
        yield "", str(error)
    finally:
        shelf.close()
