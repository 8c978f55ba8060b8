"""The decision log in files: durable before it says so, and sound after a crash."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable, Iterable, Mapping
from os import urandom
from pathlib import Path
from typing import Any

from guardrails.errors import LogWriteError
from guardrails.ledger.anchoring import Anchoring
from guardrails.ledger.anchors import Anchor
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import boot_body
from guardrails.ledger.callers import Callers
from guardrails.ledger.disk import FILES, Opener, PlainFile, keep, make_folder, origin_folder
from guardrails.ledger.draft import draft
from guardrails.ledger.lock import Lock
from guardrails.ledger.notary import Notary, Signing, check_key
from guardrails.ledger.packer import Packer, tidy, unpacked
from guardrails.ledger.record import Kind
from guardrails.ledger.recovery import find_end, repair
from guardrails.ledger.scribe import Clock, Random, Scribe
from guardrails.ledger.segment import Limits, Segments
from guardrails.ledger.writer import Attachment, Entry, Writer
from guardrails.policy.log_settings import Checkpoints

_make = tuple.__new__  # a named tuple's own constructor is a function of Python


class FileLog:
    """
    A `DecisionLog` in the folder `DIRECTORY/<origin>`.

    One process writes one log: give each process an origin of its own. Several
    event loops of that process may append to it. Opening it repairs what a crash
    has torn, and writes a `boot` record; it waits for the disk while it does.

    Args:
        directory: Where logs lie; made if it is missing.
        origin: Name of this log: letters, digits, `.`, `_`, `-`, in parts joined by `/`.
        clock: Unix time in nanoseconds.
        ticks: A clock in nanoseconds that never goes back.
        random: Source of record ids.
        segment_bytes: Size at which the next file is begun.
        segment_records: Records after which the next file is begun.
        segment_seconds: Age of a file at which the next one is begun, with the next record:
            what `prune` removes are whole files.
        compress: Compress the files that are full, on a thread of its own (extra `audit`).
        write_limit: Seconds that a caller waits for the disk before `LogWriteError`.
        opener: Opens a file for appending.
        signing: Whose key signs the log, and when; None leaves it unsigned.

    Raises:
        ConfigurationError: It is to be compressed, and `zstandard` is not installed.
        LogLockedError: Another writer has this log.
        LogReadError: What lies there cannot be gone on with, or is signed with another key.
        LogWriteError: The folder cannot be written.
        ValueError: The origin is no safe name, or the key is not that of this log.
    """

    def __init__(
        self,
        directory: str | Path,
        *,
        origin: str = "local",
        clock: Clock = time.time_ns,
        ticks: Clock = time.monotonic_ns,
        random: Random = urandom,
        segment_bytes: int = 64 * 1024 * 1024,
        segment_records: int = 65_536,
        segment_seconds: float = 86_400.0,
        compress: bool = False,
        write_limit: float = 2.0,
        opener: Opener = PlainFile,
        signing: Signing | None = None,
    ) -> None:
        folder = origin_folder(Path(directory), origin)
        self._origin = origin
        self._folder = folder
        self._opener = opener
        self._order = threading.Lock()
        self._attached: set[str] = set()  # only the writer's thread looks at it
        packer = Packer(f"packing of {origin}", self._order) if compress else None
        try:
            make_folder(folder)
            lock = Lock(folder)
        except OSError as error:
            raise _unwritable(folder, error) from error
        try:
            if signing is not None:
                check_key(folder, origin, signing)  # before anything is mended
            tidy(folder)
            end = find_end(folder)
            repaired = repair(folder, end, opener)
            scribe = Scribe(
                origin, clock=clock, ticks=ticks, random=random, seq=end.seq, prev=end.prev
            )
            notary = None if signing is None else Notary(folder, origin, signing, end.seq)
            boot = boot_body(origin) if notary is None else {**boot_body(origin), "key": notary.key}
            first = [draft(Kind.BOOT, boot)]
            if repaired is not None:
                first.append(draft(Kind.RECOVERY, repaired))
            limits = Limits(segment_bytes, segment_records, segment_seconds * 1e6)
            on_sealed = _ignore if packer is None else packer.put
            segments = Segments(folder, lock, scribe, end, opener, limits, on_sealed)
            try:
                _begin(segments, first, notary)
                if packer is not None:
                    packer.start(unpacked(folder))
            except BaseException:
                segments.close()
                raise
        except OSError as error:
            lock.release()
            raise _unwritable(folder, error) from error
        except BaseException:
            lock.release()
            raise
        on_stop = _stop(lock, packer)
        self._notary = notary
        self._writer = Writer(f"log {origin}", segments, write_limit, on_stop, notary)
        self._callers = Callers(self._writer, write_limit)
        self._anchoring = Anchoring(folder, self._writer.note)
        self._closer = weakref.finalize(self, _close, self._writer, self._anchoring)

    @property
    def origin(self) -> str:
        """Name of the log."""
        return self._origin

    @property
    def folder(self) -> Path:
        """Where its segments lie."""
        return self._folder

    @property
    def order(self) -> threading.Lock:
        """To be held by who removes segments that are full, or compresses them."""
        return self._order

    @property
    def signed(self) -> bool:
        """Whether it signs what it holds."""
        return self._notary is not None

    def follow(self, name: str, pace: Checkpoints | None, anchors: Iterable[Anchor]) -> None:
        """
        Be signed as often as *pace* says, and show checkpoints to *anchors*.

        It counts instead of what was asked for under *name* before. Of several that ask, the
        one that has it signed most often counts, and all anchors. A log without a key has
        nothing to sign and to show.

        Args:
            name: Who asks, such as the id of a policy.
            pace: None for what the log was opened with.
            anchors: Where checkpoints are shown from now on.
        """
        if self._notary is not None:
            self._notary.pace.keep(name, pace)
            self._anchoring.show_to(name, anchors)

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """
        Return once the record is durable. It is written even if the caller is cancelled.

        Raises:
            RecordError: The body cannot be a record; see `record.checked`.
            LogWriteError: It is not durable, or was not within the time limit. In the
                latter case it may still be written; a `recovery` record then says so.
        """
        drafted = draft(kind, body)
        ticket = self._callers.ticket()
        _, future, _ = ticket
        try:  # as `hand_in`, without one more call for each record
            self._writer.put(_make(Entry, (drafted, ticket)))
        except LogWriteError:
            future.cancel()
            raise
        receipt: Receipt = await future
        return receipt

    async def attach(self, data: bytes) -> str:
        """
        Store *data* as `files/<sha256>` and return `sha256:<hex>`. Twice is as good as once.

        Raises:
            LogWriteError: It is not durable.
        """
        folder, opener, attached = self._folder, self._opener, self._attached

        def store() -> str:
            name = keep(folder, data, opener)
            attached.add(name.removeprefix("sha256:"))
            return name

        ticket = self._callers.ticket()
        self._callers.hand_in(Attachment(store, ticket))
        name: str = await ticket.future
        return name

    async def detach(self, names: Iterable[str]) -> None:
        """
        Remove attached files, but none that was attached, or attached again, in this run.

        Args:
            names: `sha256:<hex>` of each; no record that is kept may name them.

        Raises:
            LogWriteError: One could not be removed.
        """
        doomed = [self._folder / FILES / name.removeprefix("sha256:") for name in names]
        attached = self._attached

        def remove() -> str:
            for path in doomed:
                if path.name not in attached:
                    path.unlink(missing_ok=True)
            return ""

        ticket = self._callers.ticket()
        self._callers.hand_in(Attachment(remove, ticket))
        await ticket.future

    def close(self) -> None:
        """Write what waits and let go of the files. Safe to call twice."""
        self._closer()


def _begin(segments: Segments, drafts: list[bytes], notary: Notary | None) -> None:
    """Write the first records of a run, and sign what there is."""
    while drafts:
        receipts = segments.add(drafts)
        del drafts[: len(receipts)]
        if notary is not None:
            notary.add(receipt.leaf for receipt in receipts)
    if notary is not None:
        notary.sign()


def _stop(lock: Lock, packer: Packer | None) -> Callable[[], None]:
    """Return what is to be done after the last record."""

    def stop() -> None:
        if packer is not None:
            packer.stop()
        lock.release()

    return stop


def _close(writer: Writer, anchoring: Anchoring) -> None:
    """Write what waits, sign it, and show that."""
    writer.close()
    anchoring.close()


def _ignore(_: Path) -> None:
    return


def _unwritable(folder: Path, error: OSError) -> LogWriteError:
    return LogWriteError(f"the decision log in {folder} cannot be written: {error.strerror}")
