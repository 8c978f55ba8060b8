"""The check of `verify` that holds the records against what was signed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from guardrails.errors import ProofError
from guardrails.ledger.checkpoints import read_notes
from guardrails.ledger.disk import CHECKPOINT, CHECKPOINTS, COSIGNED
from guardrails.ledger.flaws import Flaws
from guardrails.ledger.keys import LOG, WITNESS, VerifierKey
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.opening import content
from guardrails.ledger.stamps import Stamped
from guardrails.ledger.succession import Succession
from guardrails.ledger.tiles import tile_path
from guardrails.ledger.timestamps import Authorities
from guardrails.ledger.tree import Tree


@dataclass(frozen=True, slots=True)
class Known:
    """
    What the caller of `verify` knows from elsewhere.

    Attributes:
        keys: Public keys of logs and of witnesses.
        checkpoints: Checkpoints that were kept; they are believed as they are.
        authorities: Whose time stamps are believed; None if nobody's.
    """

    keys: Collection[VerifierKey] = ()
    checkpoints: Collection[Checkpoint] = ()
    authorities: Authorities | None = None

    def speaks_of(self, origin: str) -> bool:
        """Return whether a key or a checkpoint here could vouch for the log *origin*, or ""."""
        if not origin:  # a log that has lost its name may be any of them
            return bool(self.keys or self.checkpoints)
        names = {key.name for key in self.keys if key.kind == LOG}
        names.update(one.origin for one in self.checkpoints)
        return origin in names or any(key.kind == WITNESS for key in self.keys)


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    line: int
    checkpoint: Checkpoint


class Signed:
    """
    Builds the tree over the records and compares its roots with the checkpoints.

    Those are read first: what is written meanwhile is not yet signed.

    Args:
        folder: The log.
        known: What the caller knows.
        flaws: Is told what is wrong.

    Attributes:
        checkpoints: How many stand in the folder; copies of one count once.
        signed: Records covered by a checkpoint by a key that the caller knows.
        witnessed: Records covered by one that a known witness has seen.
        seen_at: When that was, seconds since 1970; 0 if never.
        remembered: Records covered by a checkpoint that the caller had kept.
        seen_by: Witnesses that the caller knows and that have signed a checkpoint.
        successors: Keys that are believed since one that the caller knows names them.
        torn: Bytes at the end of `checkpoints` that are no whole one.
        stamped: The time stamps of checkpoints.
    """

    def __init__(self, folder: Path, known: Known, flaws: Flaws) -> None:
        self.signed = self.witnessed = self.seen_at = self.remembered = self.successors = 0
        self.seen_by: set[VerifierKey] = set()
        self._folder = folder
        self._known = known
        self._flaws = flaws
        self.checkpoints = self.torn = 0
        self.stamped = Stamped(folder, known.authorities, flaws)
        self._found: list[_Found] = []
        self._sizes = {one.size for one in known.checkpoints}
        self._roots: dict[int, bytes] = {}
        self._declared: list[VerifierKey] = []
        self._is_declared = False
        self._tree = Tree()
        self._without_tiles = False
        self._blind = False

    def read(self) -> None:
        """
        Read the checkpoints, before the records are.

        Raises:
            OSError: They cannot be read.
        """
        self._found = [
            one
            for name in (CHECKPOINTS, COSIGNED)
            for one in self._notes(self._folder / name, *read_notes(self._folder / name))
        ]
        newest = self._folder / CHECKPOINT
        if newest.is_file():
            self._found += self._notes(newest, [(1, content(newest))], 0)
        self.checkpoints = len({one.checkpoint.note.text for one in self._found})  # in both files
        self._sizes.update(one.checkpoint.size for one in self._found)
        self.stamped.read()
        self._meet()

    def _notes(self, path: Path, notes: Sequence[tuple[int, bytes]], rest: int) -> list[_Found]:
        found = []
        for line, data in notes:
            try:
                found.append(_Found(path, line, Checkpoint.parse(data)))
            except ProofError as error:
                self._at(path, line)
                self._flaws.problem(f"the note {error}")
        if rest:
            self._at(path, 0)
            if path.name == CHECKPOINTS:
                self.torn = rest
            self._flaws.problem(f"its last {rest:,} bytes are no whole checkpoint (torn)")
        return found

    def _at(self, path: Path, line: int) -> None:
        self._flaws.path, self._flaws.line = path, line

    def look(self, leaf: bytes) -> None:
        """Take the leaf of the next record, 32 bytes."""
        if self._sizes:
            self._tree.add(leaf)
            self._meet()

    def want(self, size: int) -> None:
        """Have the root over the first *size* records remembered, for `root_at`."""
        self._sizes.add(size)

    def root_at(self, size: int) -> bytes | None:
        """Return the root over the first *size* records, if it is remembered."""
        return self._roots.get(size)

    def give_up(self) -> None:
        """Compare no roots any more: the leaves of records are missing, which has been told."""
        self._blind = True

    def _meet(self) -> None:
        if self._tree.size in self._sizes:
            self._roots[self._tree.size] = self._tree.root()
        while self._tree.full:
            row, index, data = self._tree.full.pop()
            path = tile_path(self._folder, row, index)
            try:
                same = content(path) == data
            except FileNotFoundError:
                self._without_tiles = True
                continue
            if not same:
                before = (self._flaws.path, self._flaws.line)
                self._at(path, 0)
                self._flaws.note("the tile does not hold the hashes of the records; proofs fail")
                self._at(*before)

    def declare(self, key: object) -> None:
        """Take the key by which a run of the writer says, in its `boot` record, that it signs."""
        self._is_declared = True
        try:
            declared = VerifierKey.parse(str(key))
        except ProofError as error:
            self._flaws.problem(f"the key of this run {error}")
            return
        if str(declared) != key:
            self._flaws.problem("the key of this run is no public key: something follows it")
            return
        self._declared.append(declared)

    def end(self, origin: str, records: int) -> None:
        """
        Judge all checkpoints, now that the records have been read.

        Args:
            origin: Name of the log.
            records: Lines that it holds.

        Raises:
            OSError: A time stamp cannot be read.
        """
        mine = [key for key in self._known.keys if key.kind == LOG and key.name == origin]
        witnesses = [key for key in self._known.keys if key.kind == WITNESS]
        self._emptied(records)
        if self._blind or not origin:  # which has been told
            return
        succession = Succession(mine or self._declared)
        for one in sorted(self._found, key=lambda found: found.checkpoint.size):
            self._at(one.path, one.line)
            if self._stands(one.checkpoint, origin, records):
                self._judge(one.checkpoint, succession, witnesses, known=bool(mine))
                self.stamped.stands(one.checkpoint)
        self.successors = succession.named if mine else 0
        self._signer(origin, records, succession.keys if mine else None)
        self._put_back(origin)
        self._at(self._folder / CHECKPOINTS, 0)
        if not any(one.path.name == CHECKPOINTS for one in self._found) and (
            mine or self._is_declared
        ):
            self._flaws.problem(
                "there is no checkpoint, though the log is signed: they were removed"
            )
        elif mine and not self.signed:
            self._flaws.problem(
                f"the key of {origin} that you gave has signed no checkpoint that fits the records"
            )
        if self._without_tiles and self._found:
            self._flaws.note("some tiles are missing; they can be made again from the records")
        for kept in self._known.checkpoints:
            if kept.origin == origin:
                self._at(self._folder, 0)
                if self._stands(kept, origin, records):
                    self.remembered = max(self.remembered, kept.size)
        self.stamped.end()

    def _put_back(self, origin: str) -> None:
        """Note it if the file with the newest checkpoint holds an older one."""
        known = [one for one in self._found if one.checkpoint.origin == origin]
        sizes = [one.checkpoint.size for one in known if one.path.name == CHECKPOINTS]
        for one in known:
            if one.path.name == CHECKPOINT and one.checkpoint.size < max(sizes, default=0):
                self._at(one.path, 0)
                self._flaws.note(
                    f"it covers {one.checkpoint.size:,} records, and the newest in {CHECKPOINTS} "
                    f"{max(sizes):,}: it was put back, or a crash came before it was written"
                )

    def _signer(self, origin: str, records: int, known: Sequence[VerifierKey] | None) -> None:
        """
        Note it if the newest checkpoint is by a key that is not believed.

        Args:
            origin: Name of the log.
            records: Lines that it holds.
            known: The keys that are, if the caller knows one. If not, that of the first run is,
                and those that checkpoints name.
        """
        own = [
            one
            for one in self._found
            if one.path.name == CHECKPOINTS
            and one.checkpoint.origin == origin
            and one.checkpoint.size <= records
        ]
        last = max(reversed(own), key=lambda found: found.checkpoint.size, default=None)
        try:
            if known is None:
                named = [key for one in own if (key := one.checkpoint.successor) is not None]
                known = [*self._declared[:1], *named]
            if last is None or not known or last.checkpoint.is_by_log(known):
                return
        except ProofError:
            return  # which has been told
        self._at(last.path, last.line)
        latest = self._declared[-1:]
        by = f" ({latest[0]})" if latest and latest[0] not in known else ""
        self._flaws.note(
            f"this newest checkpoint is by another key{by} than those that you gave or that "
            "signed before, and none of them names it: somebody else may have gone on with the log"
        )

    def _emptied(self, records: int) -> None:
        """Tell if no record is there, though checkpoints were signed over some."""
        if not records and self._found:
            last = max(self._found, key=lambda found: found.checkpoint.size)
            self._at(last.path, last.line)
            self._stands(last.checkpoint, last.checkpoint.origin, records)

    def _stands(self, one: Checkpoint, origin: str, records: int) -> bool:
        """Return whether the records are those of *one*; if not, a problem is told."""
        if one.origin != origin:
            self._flaws.problem("a checkpoint of another log")
        elif one.size > records:
            self._flaws.problem(
                f"a checkpoint covers {one.size:,} records and only {records:,} are there: "
                "the end was cut off, or an older state was put back"
            )
        elif self._roots.get(one.size) != one.root:
            self._flaws.problem(
                f"the first {one.size:,} records are not those that this checkpoint was signed over"
            )
        else:
            return True
        return False

    def _judge(
        self,
        one: Checkpoint,
        succession: Succession,
        witnesses: Sequence[VerifierKey],
        *,
        known: bool,
    ) -> None:
        """
        Judge the signatures of *one*; checkpoints come in the order of their sizes.

        *known* says whether *succession* began with a key that the caller knows.
        """
        try:
            if succession.takes(one) and known:
                self.signed = max(self.signed, one.size)
            seen = {key: at for key in witnesses if (at := one.seen_at([key]))}
            self.seen_by.update(seen)
            if seen:
                self.witnessed = max(self.witnessed, one.size)
                self.seen_at = max(self.seen_at, *seen.values())
        except ProofError as error:
            self._flaws.problem(str(error))
