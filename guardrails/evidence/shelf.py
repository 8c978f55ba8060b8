"""
The files that kept texts lie in, beside the segments of their log.

    DIR/<origin>/evidence/texts.db    SQLite: sealed texts, sealed keys, whose they are
                          names.key   32 random bytes; ids are kept as HMACs under them

SQLite overwrites what is deleted with zeros and keeps no second copy: `secure_delete`,
and a rollback journal that is emptied with each commit, since a write-ahead log would hold
deleted rows on. `synchronous=FULL` waits for the disk, also for the journal to be empty.
"""

from __future__ import annotations

import hmac
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from guardrails.erasure import Whose
from guardrails.errors import EvidenceError
from guardrails.evidence.base import Expired
from guardrails.ledger.disk import EVIDENCE, make_folder, sync_folder
from guardrails.ledger.scribe import Random

DATABASE: Final = "texts.db"
NAMES: Final = "names.key"
VERSION: Final = 1
_AGES: Final = "CREATE TABLE IF NOT EXISTS ages (name TEXT PRIMARY KEY, at INTEGER) WITHOUT ROWID"
LENGTH: Final = 32
"""Bytes of the key under which ids are kept."""
MARGIN: Final = 60
"""Seconds that a text's record may come after the text: what is recorded as too old is."""
_BLOCK: Final = 1024 * 1024
_PART: Final = 8
"""Bytes of a key by which a file is looked through: few enough, and seldom there by chance."""
_TABLES: Final = f"""
    CREATE TABLE names (mac BLOB, session TEXT, PRIMARY KEY (mac, session)) WITHOUT ROWID;
    CREATE TABLE keys (
        name TEXT, holder TEXT, session TEXT, wrapped BLOB, PRIMARY KEY (name, holder)
    ) WITHOUT ROWID;
    CREATE TABLE texts (name TEXT PRIMARY KEY, session TEXT, sealed BLOB);
    {_AGES};
    CREATE INDEX keys_of ON keys (session);
    CREATE INDEX texts_of ON texts (session);
    CREATE INDEX names_of ON names (session);
"""


@dataclass(frozen=True, slots=True)
class Row:
    """
    What is stored for one decision.

    Attributes:
        session: Reference of the conversation, as the log names it.
        session_id: Names it as the caller does.
        subject_id: Names the person, or None.
        key: Name of the conversation's key.
        wrapped: Id of an investigators' key → the conversation's key, sealed to it.
        texts: Name of a sealed text → its bytes.
        at: When it is stored, Unix seconds.
    """

    session: str
    session_id: str = field(repr=False)
    subject_id: str | None = field(repr=False)
    key: str
    wrapped: dict[str, bytes] = field(repr=False)
    texts: dict[str, bytes] = field(repr=False)
    at: int = 0


class Shelf:
    """
    Stores sealed texts and keys. For one thread.

    Args:
        folder: Of the log.
        random: Makes the key under which ids are kept.
        make: Make the files if they are missing.

    Raises:
        EvidenceError: They are missing, cannot be read, or are of a later version.
    """

    def __init__(self, folder: Path, *, random: Random = os.urandom, make: bool = False) -> None:
        self.folder = folder / EVIDENCE
        self._path = self.folder / DATABASE
        try:
            if make:
                _make(self.folder, random)
            self._key = (self.folder / NAMES).read_bytes()
        except FileNotFoundError:
            msg = f"{self.folder}: no texts are kept there"
            raise EvidenceError(msg) from None
        except OSError as error:
            msg = f"{self.folder}: {error.strerror}"
            raise EvidenceError(msg) from error
        with self._told():
            self._database = _opened(self._path)

    @property
    def where(self) -> str:
        """Where the files lie, for errors."""
        return str(self.folder)

    def put(self, rows: Iterable[Row]) -> None:
        """
        Store *rows*, all or none, durably. What is there already stays as it is.

        Raises:
            EvidenceError: They are not stored.
        """
        with self._told(), self._written() as database:
            for row in rows:
                database.executemany(
                    "INSERT OR IGNORE INTO names VALUES (?, ?)",
                    [(mac, row.session) for mac in self._macs(row.session_id, row.subject_id)],
                )
                for holder, wrapped in row.wrapped.items():
                    database.execute(
                        "INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)",
                        (row.key, holder, row.session, wrapped),
                    )
                for name, sealed in row.texts.items():
                    database.execute(
                        "INSERT OR IGNORE INTO texts VALUES (?, ?, ?)", (name, row.session, sealed)
                    )
                    database.execute("INSERT OR IGNORE INTO ages VALUES (?, ?)", (name, row.at))

    def sealed(self, name: str) -> bytes | None:
        """Return the sealed text of that name, or None. Raises `EvidenceError`."""
        with self._told():
            found = self._database.execute("SELECT sealed FROM texts WHERE name = ?", (name,))
            row = found.fetchone()
        return None if row is None else bytes(row[0])

    def wrapped(self, key: str) -> dict[str, bytes]:
        """Return id of an investigators' key → the key of that name. Raises `EvidenceError`."""
        with self._told():
            found = self._database.execute(
                "SELECT holder, wrapped FROM keys WHERE name = ?", (key,)
            ).fetchall()
        return {holder: bytes(wrapped) for holder, wrapped in found}

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and bytes of every sealed text. Raises `EvidenceError`."""
        with self._told():
            for name, sealed in self._database.execute("SELECT name, sealed FROM texts"):
                yield name, bytes(sealed)

    def erase(self, whose: Whose) -> frozenset[str]:
        """
        Delete texts, keys and names of *whose*, and return the references of the sessions.

        Afterwards the files are searched for the bytes of the keys that went.

        Raises:
            EvidenceError: It could not be done, or such bytes are still there.
        """
        with self._told():
            sessions, gone = self._erase(whose)
        self.search(gone)
        return sessions

    def expire(self, before: int, now: int) -> Expired:
        """
        Delete what is older, as `drop_old` does, and search the files as in `erase`.

        Raises:
            EvidenceError: It could not be done, or bytes of a key are still there.
        """
        expired, gone = self.drop_old(before, now)
        self.search(key for keys in gone.values() for key in keys)
        return expired

    def drop_old(self, before: int, now: int) -> tuple[Expired, dict[str, list[bytes]]]:
        """
        Delete texts that are older, and keys and names of sessions that have none left.

        A text of which nobody wrote down when it came counts from *now* on. Both are Unix
        times in seconds. Returns what it was, and sessions that have none left with their
        keys, for `search`.

        Raises:
            EvidenceError: It could not be done.
        """
        with self._told(), self._written() as database:
            database.execute("INSERT OR IGNORE INTO ages SELECT name, ? FROM texts", (now,))
            old = database.execute(
                "DELETE FROM texts WHERE name IN (SELECT name FROM ages WHERE at < ?) "
                "RETURNING session",
                (before - MARGIN,),
            )
            sessions = [session for (session,) in old.fetchall()]
            database.execute("DELETE FROM ages WHERE name NOT IN (SELECT name FROM texts)")
            gone: dict[str, list[bytes]] = {}
            for session in sorted(set(sessions)):
                left = database.execute("SELECT 1 FROM texts WHERE session = ? LIMIT 1", (session,))
                if left.fetchone() is None:
                    gone[session] = self._forget(database, session)
        return Expired(len(sessions), len(set(sessions))), gone

    def search(self, gone: Iterable[bytes]) -> None:
        """
        Return if the files hold none of these keys. Another thread may call it meanwhile.

        Raises:
            EvidenceError: They hold one, or cannot be read.
        """
        wanted = frozenset(gone)
        with self._told():
            for path in sorted(self.folder.iterdir()) if wanted else ():
                if _holds(path, wanted):
                    msg = f"{path}: bytes of an erased key are still in this file; erase again"
                    raise EvidenceError(msg)

    def _erase(self, whose: Whose) -> tuple[frozenset[str], list[bytes]]:
        [mac] = self._macs(whose.session_id, whose.subject_id)
        gone: list[bytes] = []
        with self._written() as database:
            found = database.execute("SELECT session FROM names WHERE mac = ?", (mac,))
            sessions = frozenset(session for (session,) in found.fetchall())
            for session in sorted(sessions):
                gone += self._forget(database, session)
        return sessions, gone

    def _forget(self, database: sqlite3.Connection, session: str) -> list[bytes]:
        """Delete all of a session, and return its keys, as they were stored."""
        found = database.execute("SELECT wrapped FROM keys WHERE session = ?", (session,))
        gone = [bytes(wrapped) for (wrapped,) in found.fetchall()]
        database.execute(
            "DELETE FROM ages WHERE name IN (SELECT name FROM texts WHERE session = ?)", (session,)
        )
        for table in ("texts", "keys", "names"):
            database.execute(f"DELETE FROM {table} WHERE session = ?", (session,))  # noqa: S608 - a fixed list
        return gone

    def _macs(self, session_id: str | None, subject_id: str | None) -> list[bytes]:
        return macs(self._key, session_id, subject_id)

    @contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        """Give the database for one transaction: all of it is durable afterwards, or nothing."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            self._database.execute(_AGES)  # files of the first version have none
            yield self._database
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            msg = f"{self._path}: {type(error).__name__}: {error}"  # SQLite's words name no value
            raise EvidenceError(msg) from error

    def close(self) -> None:
        """Let go of the files. Safe to call twice."""
        self._database.close()


def macs(key: bytes, session_id: str | None, subject_id: str | None) -> list[bytes]:
    """Return what stands for the ids that are given, under the *key* of the names."""
    given = (("session", session_id), ("subject", subject_id))
    return [
        hmac.digest(key, f"{kind}\n{name}".encode("utf-8", "surrogatepass"), "sha256")
        for kind, name in given
        if name
    ]


def has_evidence(folder: Path) -> bool:
    """Return whether texts of the log in *folder* are kept there."""
    return (folder / EVIDENCE / DATABASE).is_file()


def _make(folder: Path, random: Random) -> None:
    """Make what is missing, the key first, and each of them whole. Raises `OSError`."""
    make_folder(folder)
    names, draft = folder / NAMES, folder / f"{NAMES}.draft"
    if not names.exists():
        draft.unlink(missing_ok=True)
        with os.fdopen(_new(draft), "wb") as file:
            file.write(random(LENGTH))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(names)
        sync_folder(folder)
    if not (folder / DATABASE).exists():
        os.close(_new(folder / DATABASE))
        sync_folder(folder)


def _new(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,  # closed by whoever closes the store
    )
    try:
        for setting in (
            *("journal_mode=TRUNCATE", "synchronous=FULL", "secure_delete=ON"),
            *("temp_store=MEMORY", "busy_timeout=2000"),
        ):
            database.execute(f"PRAGMA {setting}").close()
        _versioned(path, database)
    except BaseException:
        database.close()
        raise
    return database


def _versioned(path: Path, database: sqlite3.Connection) -> None:
    """Make the tables of a new file; refuse one of another format."""
    [version] = database.execute("PRAGMA user_version").fetchone()
    if not version:
        database.executescript(f"BEGIN; {_TABLES} PRAGMA user_version={VERSION}; COMMIT;")
    elif version != VERSION:
        msg = f"{path}: format {version}; this version reads {VERSION}, a later one is needed"
        raise EvidenceError(msg)


def _holds(path: Path, wanted: Collection[bytes]) -> bool:
    """
    Return whether the file holds one of these, wherever it stands.

    The file is read once, however many they are: whatever holds one of them holds one of
    its parts at a multiple of *step*, and only where there is such a part is each looked for.
    """
    shortest = min(map(len, wanted))
    width = min(_PART, shortest)
    step = shortest - width + 1
    parts = {one[at : at + width] for one in wanted for at in range(step)}
    overlap = max(map(len, wanted)) - 1
    data = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            data = data[max(0, len(data) - overlap) :] + block
            found = (data[at : at + width] for at in range(0, len(data), step))
            if not parts.isdisjoint(found) and any(one in data for one in wanted):
                return True
    return False
