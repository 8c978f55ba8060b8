"""
Signs a log in PostgreSQL. Several processes may; one at a time does, for all of them.

Who signs reads what others have written since, and signs only what chains: each line names the
hash of the line before, and what this process wrote itself has to be there as it was written.
Of records that were removed the hashes are left; nothing is removed that was not signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import orjson

from guardrails.errors import LogReadError, LogWriteError, ProofError
from guardrails.ledger.chain import GENESIS, leaf, named
from guardrails.ledger.keys import VerifierKey
from guardrails.ledger.notary import check_name
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.pace import Pace, Signing
from guardrails.ledger.removed_rows import first_left, removed_hashes
from guardrails.ledger.rows import Rows
from guardrails.ledger.tables import LENGTH, SCHEMA, hold
from guardrails.ledger.tree import SIZE, WIDTH, Tree, whole
from guardrails.storage.backend import Backend, Cursor

_PAGE: Final = 2_000
_LINES: Final = f"""
    SELECT seq, line FROM {SCHEMA}.records WHERE log = :log AND seq >= :start AND seq < :stop
    ORDER BY seq
"""  # noqa: S608 - names of ours
_NEWEST: Final = f"""
    SELECT note FROM {SCHEMA}.checkpoints WHERE log = :log ORDER BY size DESC LIMIT 1
"""  # noqa: S608 - names of ours
_SIGN: Final = f"""
    INSERT INTO {SCHEMA}.checkpoints (log, size, note) VALUES (:log, :size, :note)
"""  # noqa: S608 - names of ours
_TILE: Final = f"""
    INSERT INTO {SCHEMA}.tiles (log, level, place, hashes) VALUES (:log, :level, :place, :hashes)
    ON CONFLICT DO NOTHING
"""  # noqa: S608 - names of ours
_TILES: Final = f"""
    SELECT place, hashes FROM {SCHEMA}.tiles
    WHERE log = :log AND level = :level AND place >= :start AND place < :stop ORDER BY place
"""  # noqa: S608 - names of ours


class RowNotary:
    """
    Signs a log in PostgreSQL: a `Signs`, for one thread.

    Args:
        backend: One connection to the tables.
        rows: What this process writes.
        origin: Name of the log.
        signing: With which key, and when.

    Attributes:
        pace: When the next checkpoint, or a heartbeat, is due.

    Raises:
        ValueError: The key is not that of a log of this name.
        LogReadError: The records are not those that were signed: nothing may be signed on top.
        LogWriteError: The database cannot be used.
    """

    def __init__(self, backend: Backend, rows: Rows, origin: str, signing: Signing) -> None:
        check_name(signing, origin)
        self._backend = backend
        self._rows = rows
        self._log = origin
        self._key = signing.key
        self._last = GENESIS  # leaf hash of the tree's last leaf
        self._tree = Tree()
        newest = backend.submit(self._begin).result()
        self.pace = Pace(signing, self._tree.size, 0 if newest is None else newest.size)

    @property
    def key(self) -> str:
        """The public key, as text."""
        return str(self._key.verifier)

    def add(self, hashes: Iterable[str]) -> None:
        """Take that this process has written; what, the rows know."""
        if any(hashes):
            self.pace.grew(self._rows.size)

    def sign(self) -> None:
        """
        Sign what there is, unless somebody has signed already what this process wrote.

        Raises:
            LogReadError: Records are not what they were: they are not signed.
            LogWriteError: The database cannot be used; it stays due, later.
        """
        if self.pace.uncovered <= 0:
            return
        self.pace.trying()
        size, tiles = self._backend.submit(self._sign).result()
        del self._tree.full[:tiles]
        self.pace.signed(size)

    def hand_over(self, successor: VerifierKey) -> Checkpoint:
        """
        Sign what there is, name the key that signs from there on, and return that checkpoint.

        At least one record has to have been written here since the last checkpoint.

        Raises:
            LogReadError: Records are not what they were: they are not signed.
            LogWriteError: The database cannot be used, or somebody else signs the log meanwhile.
        """
        self._backend.submit(lambda db: self._sign(db, successor)).result()
        newest = self._backend.submit(lambda db: db.run(_NEWEST, {"log": self._log})).result()
        return Checkpoint.parse(bytes(newest[0][0]))

    def _sign(self, db: Cursor, successor: VerifierKey | None = None) -> tuple[int, int]:
        """
        Return how many records are signed now, and how many full tiles were kept.

        Raises:
            LogReadError: Records that were written here, or signed by anybody, are not there.
            LogWriteError: *successor* should be named, and the log has been signed meanwhile.
        """
        hold(db, self._log, "sign")
        db.last()  # somebody may hold a copy of it before the server has it on its disk
        newest = self._newest(db)
        if newest is not None and newest.size >= self._rows.size:
            if successor is not None:
                msg = f"somebody else signs the log {self._log}: stop whoever writes it first"
                raise LogWriteError(msg)
            return newest.size, 0
        [(length,)] = db.run(LENGTH, {"log": self._log})
        signed = 0 if newest is None else newest.size
        if (length or 0) < max(self._tree.size, self._rows.size, signed):
            raise self._unlike()
        if newest is not None and first_left(db, self._log) > signed:
            raise self._unlike()  # what nobody has signed was removed
        if newest is not None and signed >= self._tree.size:
            self._grow(db, signed)
            if self._tree.root() != newest.root:  # what another process saw there and signed
                raise self._unlike()
        self._grow(db, length)
        checkpoint = Checkpoint.sign(self._key, self._tree.size, self._tree.root(), successor)
        full = list(self._tree.full)
        for level, place, hashes in full:
            told = {"log": self._log, "level": level, "place": place, "hashes": hashes}
            db.run(_TILE, told)
        note = {"log": self._log, "size": checkpoint.size, "note": bytes(checkpoint)}
        db.run(_SIGN, note)
        return checkpoint.size, len(full)

    def _grow(self, db: Cursor, size: int) -> None:
        """
        Add the records up to *size* to the tree, having seen that each follows the one before.

        Raises:
            LogReadError: One does not.
        """
        mine = self._rows.last
        for seq, digest, line in self._leaves(db, self._tree.size, size):
            fits = line is None or _place(line) == (seq, self._last)
            follows = seq == self._tree.size and fits
            if not follows or (mine is not None and seq == mine[0] and named(digest) != mine[1]):
                raise self._unlike()
            self._tree.add(bytes.fromhex(digest))
            self._last = digest

    def _begin(self, db: Cursor) -> Checkpoint | None:
        """Find the tree as it was signed last, and add what was written since."""
        hold(db, self._log, "sign")  # and nothing is removed meanwhile
        newest = self._newest(db)
        if newest is not None:
            self._tree = self._as_signed(db, newest)
            for _, digest, _ in self._leaves(db, newest.size - 1, newest.size):
                self._last = digest
        [(length,)] = db.run(LENGTH, {"log": self._log})
        self._grow(db, length or 0)
        return newest

    def _newest(self, db: Cursor) -> Checkpoint | None:
        """
        Return the newest checkpoint, which has to be by our own key, or name it as the next.

        Raises:
            LogReadError: It is not; or it names another key as the next.
        """
        rows = db.run(_NEWEST, {"log": self._log})
        if not rows:
            return None
        try:
            found = Checkpoint.parse(bytes(rows[0][0]))
            mine, successor = self._key.verifier, found.successor
            if found.origin == self._log and mine == successor:
                return found
            if found.origin == self._log and found.is_by_log([mine]):
                if successor is None:
                    return found
                msg = (
                    f"the log {self._log} in PostgreSQL goes on under another key, which this one "
                    f"has named: sign with {successor}"
                )
                raise LogReadError(msg)
        except ProofError:
            pass
        msg = (
            f"the newest checkpoint of the log {self._log} in PostgreSQL is not by the key that "
            "it is to be signed with: run candor log verify, and begin another log with origin=..."
        )
        raise LogReadError(msg)

    def _as_signed(self, db: Cursor, last: Checkpoint) -> Tree:
        """Return the tree that *last* signed, from the tiles or else from the records."""
        tree = self._from_tiles(db, last.size)
        if tree is None or tree.root() != last.root:
            tree = Tree()
            for _, digest, _ in self._leaves(db, 0, last.size):
                tree.add(bytes.fromhex(digest))
            if (tree.size, tree.root()) != (last.size, last.root):
                raise self._unlike()
        return tree

    def _from_tiles(self, db: Cursor, size: int) -> Tree | None:
        """Return the tree of the first *size* records as the tiles have it; None without them."""
        first = size // WIDTH * WIDTH
        rows = [[bytes.fromhex(digest) for _, digest, _ in self._leaves(db, first, size)]]
        level = 0
        while size >> 8 * (level + 1):
            width = (size >> 8 * (level + 1)) % WIDTH
            start = (size >> 8 * (level + 2)) * WIDTH
            where = {"log": self._log, "level": level, "start": start, "stop": start + width}
            found = [bytes(hashes) for _, hashes in db.run(_TILES, where)]
            if len(found) != width:
                return None
            rows.append([whole(_cut(tile)) for tile in found])
            level += 1
        return Tree(rows, size) if len(rows[0]) == size - first else None

    def _leaves(self, db: Cursor, start: int, stop: int) -> Iterator[tuple[int, str, bytes | None]]:
        """
        Yield place, leaf hash and line of the records from *start* on, below *stop*.

        Of one that was removed there is no line.
        """
        left = first_left(db, self._log)
        for seq, digest in removed_hashes(db, self._log, start, min(stop, left)):
            yield seq, digest.hex(), None
        for first in range(max(start, left), stop, _PAGE):
            where = {"log": self._log, "start": first, "stop": min(first + _PAGE, stop)}
            for seq, line in db.run(_LINES, where):
                yield seq, leaf(bytes(line)), bytes(line)

    def _unlike(self) -> LogReadError:
        return LogReadError(
            f"records of the log {self._log} in PostgreSQL are not those that were written or "
            "signed: keep the database as it is, run candor log verify, and begin another log "
            "with origin=..."
        )


def _place(line: bytes) -> tuple[object, object]:
    """Return `seq` and `prev` of a record; of what is none, two that fit nowhere."""
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        record = None
    return (record.get("seq"), record.get("prev")) if isinstance(record, dict) else (None, None)


def _cut(tile: bytes) -> list[bytes]:
    return [tile[at : at + SIZE] for at in range(0, WIDTH * SIZE, SIZE)]
