"""
The one thread that writes a log.

It takes whatever waits, writes it in one go and waits for the disk once (group
commit). It never lingers for more to come: that was measured to be slower.
"""

from __future__ import annotations

import errno
import math
import queue
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from guardrails.errors import LogReadError, LogWriteError
from guardrails.ledger.base import Receipt
from guardrails.ledger.desk import Desk, Outcome, Ticket
from guardrails.ledger.draft import draft
from guardrails.ledger.durable import Durable, Signs
from guardrails.ledger.operators import warn
from guardrails.ledger.record import Kind

_BATCH = 4096  # jobs in one go: bounds what one failure can take with it
_RANGES = 1000  # in one record of what came late


class Entry(NamedTuple):
    """A record that waits to be written; `draft` as `draft.draft` returns it."""

    draft: bytes
    ticket: Ticket


class Attachment(NamedTuple):
    """A text that waits to be stored beside the records, and how to store it."""

    store: Callable[[], str]
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Late:
    """Places of records that became durable after their callers had given up."""

    seqs: Sequence[int]


@dataclass(frozen=True, slots=True)
class Note:
    """Something of the log's own to be recorded: the body of a `recovery` record."""

    body: dict[str, Any]


class Stop:
    """Nothing comes after this."""


Job = Entry | Attachment | Late | Note | Stop


class Writer:
    """
    Does jobs on a thread of its own, in order.

    Args:
        name: Name of the thread.
        segments: Where records go.
        limit: Seconds after which a write counts as hanging.
        on_stop: Called on the thread after the last job.
        notary: Signs what was written, if anybody does.
    """

    def __init__(
        self,
        name: str,
        segments: Durable,
        limit: float,
        on_stop: Callable[[], None],
        notary: Signs | None = None,
    ) -> None:
        self._segments = segments
        self._limit = limit
        self._on_stop = on_stop
        self._notary = notary
        self._segment = segments.number
        self._unsigned = False  # and it has been owned up to
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._entrance = threading.Lock()
        self._open = True
        self._lost = 0  # records that failed and are not yet owned up to
        self._unsure = 0  # notes among what failed last
        self._notes: list[tuple[str, dict[str, Any]]] = []  # of the writer's own
        self._began = 0.0
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        """
        Queue *job*.

        Raises:
            LogWriteError: The log is closed, or the disk hangs.
        """
        began = self._began
        with self._entrance:
            if not self._open:
                msg = "the decision log is closed"
                raise LogWriteError(msg)
            if began and time.monotonic() - began > self._limit:
                self._lost += isinstance(job, Entry)
                msg = f"the place of the decision log has not answered for {self._limit:g} s"
                raise LogWriteError(msg)
            self._jobs.put(job)

    def late(self, results: Sequence[Any]) -> None:
        """Have it recorded that callers had given up on these *results*."""
        seqs = [result.seq for result in results if isinstance(result, Receipt)]
        with self._entrance:
            if self._open and seqs:
                self._jobs.put(Late(seqs))

    def note(self, body: Mapping[str, Any]) -> None:
        """Have *body* recorded as a `recovery`; nobody waits for it."""
        with self._entrance:
            if self._open:
                self._jobs.put(Note(dict(body)))

    def close(self) -> None:
        """Do what waits and end the thread, unless the disk hangs. Safe to call twice."""
        with self._entrance:
            if self._open:
                self._open = False
                self._jobs.put(Stop())
        if self._thread is not threading.current_thread():
            self._thread.join(self._limit + 0.5)

    def _run(self) -> None:
        going = True
        while going:
            jobs = self._first()
            while (more := min(self._jobs.qsize(), _BATCH - len(jobs))) > 0:
                jobs += [self._jobs.get() for _ in range(more)]  # nobody else takes from it
            going = self._serve(jobs)
            del jobs  # an idle thread holds on to nobody's future
            self._tend()
        self._sign()
        self._segments.close()
        self._on_stop()

    def _first(self) -> list[Job]:
        """Return the next job, or none if the notary has something to do before it comes."""
        if self._notary is None or (patience := self._notary.pace.patience) == math.inf:
            return [self._jobs.get()]
        try:
            return [self._jobs.get(timeout=patience)]
        except queue.Empty:
            return []

    def _tend(self) -> None:
        """Break a long silence, and sign when that is due."""
        if self._notary is None:
            return
        if self._notary.pace.silence() and not self._notes:
            self._notes.append((str(Kind.HEARTBEAT), {}))
            self._commit(())
        if self._notary.pace.due or self._segments.number != self._segment:
            self._segment = self._segments.number
            self._sign()

    def _sign(self) -> None:
        """
        Sign what was written.

        That it could not be is recorded once, with the next record, and told to operators with
        the reason: nobody waits for a checkpoint, so that no caller could be told.
        """
        if self._notary is None:
            return
        try:
            self._notary.sign()
        except (OSError, LogReadError, LogWriteError) as error:
            if not self._unsigned:
                number = error.errno if isinstance(error, OSError) else None
                reason = errno.errorcode.get(number or 0, type(error).__name__)
                self._note({"why": "unsigned", "error": reason})
                warn(self._thread.name, f"what was written is not signed: {error}")
            self._unsigned = True
        else:
            self._unsigned = False

    def _note(self, body: dict[str, Any]) -> None:
        self._notes.append((str(Kind.RECOVERY), body))

    def _serve(self, jobs: Sequence[Job]) -> bool:
        """Do *jobs* in order and return whether more may come."""
        entries: list[Entry] = []
        going = True
        for job in jobs:
            if type(job) is Entry:  # nearly all of them
                entries.append(job)
                continue
            match job:
                case Attachment():
                    self._commit(entries)
                    entries = []
                    self._attach(job)
                case Late():
                    for note in _late_notes(job.seqs):
                        self._note(note)
                case Note():
                    self._note(job.body)
                case _:
                    going = False
        self._commit(entries)
        return going

    def _commit(self, entries: Sequence[Entry]) -> None:
        """Make *entries* durable, and tell their callers what became of them."""
        live = [one for one in entries if not one.ticket.future.done() or not one.ticket.expired]
        if expired := len(entries) - len(live):
            with self._entrance:
                self._lost += expired
        if not live and not self._notes:
            return
        receipts: list[Receipt] = []
        drafts: list[bytes] = []
        notes = 0
        fault: Exception | None = None
        self._began = time.monotonic()
        try:
            if self._segments.broken:
                self._recover()
            self._own_up()
            notes = len(self._notes)
            drafts = [draft(kind, body) for kind, body in self._notes]
            drafts += [entry.draft for entry in live]
            while len(receipts) < len(drafts):
                receipts += self._segments.add(drafts[len(receipts) :] if receipts else drafts)
        except Exception as error:  # noqa: BLE001 - the thread must outlive whatever went wrong
            fault = error
            if drafts:
                self._unsure = max(notes - len(receipts), 0)
        self._began = 0.0
        del self._notes[: len(receipts)]
        if self._notary is not None:
            self._notary.add(receipt.leaf for receipt in receipts)
        self._tell(live, receipts[notes:], fault)

    def _recover(self) -> None:
        """Make the place fit to be written to again, and have it recorded what came of that."""
        note = self._segments.recover()
        found = self._segments.found
        # What was found comes after the notes, of which nobody was told that they failed.
        del self._notes[: min(self._unsure, len(found))]
        late = [receipt.seq for receipt in found[self._unsure :]]
        self._unsure = 0
        with self._entrance:
            self._lost -= len(late)
        for body in [*([] if note is None else [note]), *_late_notes(late)]:
            self._note(body)

    def _own_up(self) -> None:
        """Turn the count of lost records into a note; it is 0 again once that is written."""
        if not self._lost:
            return
        with self._entrance:
            lost, self._lost = self._lost, 0
        if lost and self._notes and self._notes[-1][1].get("why") == "lost":
            self._notes[-1][1]["records"] += lost
        elif lost:
            self._note({"why": "lost", "records": lost})

    def _tell(
        self, live: Sequence[Entry], receipts: Sequence[Receipt], fault: Exception | None
    ) -> None:
        results: list[Any] = [*receipts]
        missing = len(live) - len(receipts)
        if missing:
            results += [_write_error(fault) for _ in range(missing)]
            with self._entrance:
                self._lost += missing
        by_desk: dict[Desk, list[Outcome]] = {}
        last: Desk | None = None
        outcomes: list[Outcome] = []
        for (_, ticket), result in zip(live, results, strict=True):
            if ticket.desk is not last:
                last = ticket.desk
                outcomes = by_desk.setdefault(last, [])
            outcomes.append((ticket, result))
        for desk, outcomes in by_desk.items():
            desk.call(outcomes)

    def _attach(self, job: Attachment) -> None:
        if job.ticket.expired:
            return
        result: str | LogWriteError
        self._began = time.monotonic()
        try:
            result = job.store()
        except Exception as error:  # noqa: BLE001 - the thread must outlive whatever went wrong
            result = _write_error(error)
        self._began = 0.0
        job.ticket.desk.call([(job.ticket, result)])


def _write_error(error: Exception | None) -> LogWriteError:
    """Return a new error, since each waiting caller raises its own."""
    reason = error.strerror if isinstance(error, OSError) else None
    told = isinstance(error, LogWriteError)
    failure = LogWriteError(
        str(error) if told else f"the decision log cannot be written: {reason or error}"
    )
    failure.__cause__ = error
    return failure


def _late_notes(seqs: Iterable[int]) -> list[dict[str, Any]]:
    """Return bodies of `recovery` records that name *seqs* as closed ranges."""
    ranges: list[list[int]] = []
    for seq in sorted(seqs):
        if ranges and ranges[-1][1] + 1 == seq:
            ranges[-1][1] = seq
        else:
            ranges.append([seq, seq])
    return [
        {"why": "late", "seqs": ranges[start : start + _RANGES]}
        for start in range(0, len(ranges), _RANGES)
    ]
