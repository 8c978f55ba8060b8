"""The checks of `verify` that look at what records say, one class for each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from guardrails.ledger.chain import content_hash, is_hash, named
from guardrails.ledger.disk import FILES
from guardrails.ledger.flaws import Flaws
from guardrails.ledger.opening import opened

DRIFT = 2_000_000
"""Microseconds by which the wall clock may part from the monotonic one unnoted."""
_READ = 1024 * 1024

Record = Mapping[str, Any]


class Runs:
    """Steps 6 and 7: runs of the writer, and their clocks."""

    def __init__(self, flaws: Flaws) -> None:
        self.origin = ""
        self.begun = False  # before the first record that is there
        self._flaws = flaws
        self._boot = ""
        self._ts = self._mono = self._last = 0
        self._drifted = False

    def look(self, record: Record) -> None:
        """Look at the next record."""
        kind, ts, mono = record["kind"], record["ts"], record["mono"]
        if record["boot"] != self._boot:
            self._begin(record)
        elif kind == "boot":
            self._flaws.problem("a second boot record in one run of the writer")
        elif mono < self._last:
            self._flaws.problem("the monotonic clock goes back")
        drift = (ts - self._ts) - (mono - self._mono)
        if abs(drift) > DRIFT and not self._drifted:
            self._drifted = True
            self._flaws.note(f"the wall clock is {drift / 1e6:+,.1f} s off since this run began")
        self._last = mono

    def _begin(self, record: Record) -> None:
        if record["kind"] != "boot":
            if not self.begun:
                self._flaws.problem("a run of the writer that does not begin with a boot record")
        elif not self.origin:
            self.origin = str(record.get("origin"))
        elif record.get("origin") != self.origin:
            self._flaws.problem("a boot record of another log")
        self._boot, self._ts, self._mono = record["boot"], record["ts"], record["mono"]
        self._drifted = self.begun = False


_TURNS = frozenset({"boot", "turn_open", "turn_close", "session_close"})


class Turns:
    """Step 8: turns that were opened and not closed, or that follow a turn that is not there."""

    def __init__(self, flaws: Flaws) -> None:
        self.begun = False  # in records that were removed
        self._flaws = flaws
        self._origin: object = None
        self._closed: dict[str, object] = {}  # id of the last end of a turn, by session
        self._open: dict[tuple[object, object], tuple[Path, int]] = {}

    def look(self, record: Record) -> None:
        """Look at the next record."""
        kind = record["kind"]
        if kind not in _TURNS:
            return
        session = str(record.get("session"))
        turn = (session, _whole(record.get("turn")))
        if kind == "turn_open":
            self._open[turn] = (self._flaws.path, self._flaws.line)
            before = record.get("before")
            if (
                isinstance(before, dict)
                and before.get("origin") == self._origin
                and before.get("id") != self._closed.get(session)
                and (session in self._closed or not self.begun)
            ):
                self._flaws.note("the turn before this one in its session is not in this log")
        elif kind == "turn_close":
            self._open.pop(turn, None)
            self._closed[session] = record["id"]
        elif kind == "session_close":
            self._closed.pop(session, None)
        elif kind == "boot":
            self._origin = record.get("origin")

    def end(self) -> None:
        """Note what is still open."""
        for (_, turn), (path, line) in self._open.items():
            self._flaws.path, self._flaws.line = path, line
            self._flaws.note(f"turn {turn} of its session was opened here and never closed")


class Attachments:
    """Step 9: files beside the records."""

    def __init__(self, folder: Path, flaws: Flaws) -> None:
        self._folder = folder / FILES
        self._flaws = flaws
        self._seen: set[str] = set()

    def look(self, record: Record) -> None:
        """Look at a record that may name files."""
        for name in files_of(record):
            self._named(name)

    def _named(self, name: str) -> None:
        if name in self._seen:
            return
        self._seen.add(name)
        path = self._folder / name.removeprefix("sha256:")
        if not path.is_file():
            self._flaws.problem(f"the attached file {path.name} is missing")
        elif _hash_of(path) != name:
            self._flaws.problem(f"the attached file {path.name} was changed")

    def end(self) -> None:
        """Look at the files that no record names."""
        for path in self._others():
            self._flaws.path, self._flaws.line = path, 0
            if _hash_of(path) == named(path.name):
                self._flaws.note("no record names this file")
            else:
                self._flaws.problem("this file does not have the content that it is named by")

    def _others(self) -> Iterator[Path]:
        if self._folder.is_dir():
            for path in sorted(self._folder.iterdir()):
                if named(path.name) not in self._seen and path.suffix != ".draft":
                    yield path


def files_of(record: Record) -> Iterator[str]:
    """Yield the name of each attached file that *record* names, `sha256:<hex>`."""
    for holder in (record, record.get("cut")):
        if isinstance(holder, dict) and is_hash(name := holder.get("file")):
            yield str(name)
    if record["kind"] == "retain" and isinstance(kept := record.get("policies"), list):
        for one in kept:
            if isinstance(one, dict) and is_hash(name := one.get("hash")):
                yield str(name)


class Policies:
    """Step 10: the texts of policies, and the decisions that name them."""

    def __init__(self, flaws: Flaws) -> None:
        self._flaws = flaws
        self._hashes: dict[object, object] = {}
        self._sound: object = object()
        self.begun = 0  # place of the first record that is there
        self._before: dict[tuple[int, str], tuple[Path, int]] = {}

    def look(self, record: Record) -> None:
        """Look at the next record."""
        about, kind = record.get("policy"), record["kind"]
        if about == self._sound and kind == "decision":
            return  # nearly all of them
        if kind == "policy":
            known = about.get("hash") if isinstance(about, dict) else None
            text = record.get("text")
            actual = content_hash(text.encode()) if isinstance(text, str) else record.get("file")
            if actual != known or not is_hash(known):
                self._flaws.problem("the text of the policy does not have its hash")
            self._hashes[record["seq"]] = known
        elif (
            isinstance(about, dict)
            and "at" in about
            and (about.get("hash") != self._hashes.get(_whole(about["at"]), self))
        ):
            at, name = _whole(about["at"]), about.get("hash")
            if 0 <= at < self.begun and is_hash(name):  # its record was removed
                self._before.setdefault((at, str(name)), (self._flaws.path, self._flaws.line))
                self._sound = about
                return
            self._flaws.problem("names a policy that was not recorded before it")
        elif isinstance(about, dict) and "at" in about:
            self._sound = about

    def end(self, kept: Collection[tuple[int, str]]) -> None:
        """Judge what names policies whose records were removed; *kept* are those vouched for."""
        for policy, (path, line) in self._before.items():
            if policy not in kept:
                self._flaws.path, self._flaws.line = path, line
                self._flaws.problem("names a policy whose record was removed and that was not kept")


def in_words(recovery: Record) -> str:
    """Return in words what a `recovery` record owns up to."""
    why, cut = str(recovery.get("why")), recovery.get("cut")
    size = _whole(cut.get("len")) if isinstance(cut, dict) else 0
    count = _whole(recovery.get("records"))
    strange = "; the segment no longer held what had been written to it"
    refused = why == "unsigned" and recovery.get("error") == "LogReadError"
    words = {
        "torn-tail": (
            f"the run before was cut short; {size:,} bytes of no whole record were moved out"
        ),
        "write-failed": (
            f"a write failed; {size:,} bytes that nobody relied on were moved out"
            f"{strange if recovery.get('strange') else ''}"
        ),
        "late": "records became durable after their callers had given up on them",
        "unsigned": (
            "its writer refused to sign: the records were not those that were written or signed"
            if refused
            else "for a while no checkpoint could be written"
        ),
        "unanchored": "for a while checkpoints could not be shown where the policy wants them",
        "lost": f"{count:,} records could not be written",
        "dropped": (
            f"{count:,} records of turns were dropped while the log could not be written: their "
            "texts went out without them, as the policy has it"
        ),
    }
    return words.get(why, "the writer found lines out of place when it started")


def _whole(value: object) -> int:
    return value if isinstance(value, int) else -1


def _hash_of(path: Path) -> str:
    digest = sha256()
    with opened(path) as file:
        while data := file.read(_READ):
            digest.update(data)
    return named(digest.hexdigest())
