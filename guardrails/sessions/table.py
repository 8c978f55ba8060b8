"""
The rows in which sessions are kept, over any connection of Python's database interface.

    session   one row each: state, locked key, locked words, who holds it until when
    seen      what was found in each message, locked, by its mark
    meta      version of these tables, and the locked key from which names are made

SQLite and PostgreSQL read the same statements; two clocks and the way in which values
are written differ. Each function is one transaction of the caller's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum
from typing import Any, Final, NamedTuple

from guardrails.sessions.base import REMEMBERED
from guardrails.storage.backend import Cursor

_PAGE: Final = 500
_MANY: Final = 64  # marks from which on reading all of a session is cheaper than each


class Seed(NamedTuple):
    """
    What a new session is made from.

    Attributes:
        ref: Its random name in the log.
        key: Its data key, locked.
    """

    ref: str
    key: bytes


class Hold(NamedTuple):
    """
    A session that was taken.

    Attributes:
        name: What the store calls it.
        holder: Who took it.
        fence: Grows each time that it is taken: an earlier taker can change nothing more.
        token: Names this very taking, at random.
        ref: Its random name in the log.
        opened: Whether its first record is written.
        state: As JSON, or None for a new one.
        key: Its data key, locked.
        vault: Its words, locked, or None for a new one.
    """

    name: bytes
    holder: str
    fence: int
    token: str
    ref: str
    opened: bool
    state: str | None
    key: bytes
    vault: bytes | None


class Lease(NamedTuple):
    """Somebody else's lease: its fence, and when it ends on the store's clock."""

    fence: int
    until: float


class Change(NamedTuple):
    """What a turn leaves behind."""

    name: bytes
    holder: str
    fence: int
    token: str
    ref: str
    subject: bytes | None
    opened: bool
    state: str
    vault: bytes
    seen: Sequence[tuple[bytes, int, bytes]]
    places: int


class Kept(Enum):
    """What became of a change: it is kept, or the session is gone, or somebody else's."""

    KEPT = "kept"
    GONE = "gone"
    LOST = "lost"


_BACK = "fence, ref, opened, state, session_key, vault"
_TAKE = f"""
UPDATE session SET holder = :holder, token = :token,
  lease_until = {{clock}} + :lease, fence = fence + 1
WHERE name = :name AND touched > {{wall}} - :idle
  AND (holder IS NULL OR holder = :holder OR lease_until <= {{clock}}
       OR (fence = :dead_fence AND lease_until = :dead_until))
RETURNING {_BACK}"""  # noqa: S608 - no value is written into it
_LOOK = "SELECT fence, lease_until FROM session WHERE name = :name"
_DROP_IDLE = """
DELETE FROM session WHERE name = :name AND touched <= {wall} - :idle
  AND (holder IS NULL OR lease_until <= {clock}
       OR (fence = :dead_fence AND lease_until = :dead_until)) RETURNING ref, opened, state"""
_MAKE = f"""
INSERT INTO session (name, subject, ref, opened, state, session_key, vault, touched,
                     holder, token, lease_until, fence)
VALUES (:name, :subject, :ref, 0, NULL, :session_key, NULL, {{wall}}, :holder, :token,
        {{clock}} + :lease, 1)
ON CONFLICT (name) DO NOTHING RETURNING {_BACK}"""  # noqa: S608 - no value is written into it
# The last line: a server that crashed may have forgotten that the session was taken, and
# nobody else has taken it since.
_KEEP = """
UPDATE session SET state = :state, opened = :opened, vault = :vault, touched = {wall},
  subject = COALESCE(:subject, subject), holder = NULL, lease_until = 0, fence = :fence,
  token = :token
WHERE name = :name AND ref = :ref
  AND ((token = :token AND holder = :holder) OR (fence < :fence AND holder IS NULL))
RETURNING 1"""
_SAW = """
INSERT INTO seen (name, mark, place, value) VALUES (:name, :mark, :place, :value)
ON CONFLICT (name, mark) DO UPDATE SET place = excluded.place, value = excluded.value"""
_WHOSE = "SELECT ref, token, holder FROM session WHERE name = :name"


def take(
    db: Cursor,
    name: bytes,
    holder: str,
    seed: Seed,
    *,
    token: str,
    subject: bytes | None,
    lease: float,
    idle: float,
    dead: Lease | None = None,
    gone: list[Idle] | None = None,
) -> Hold | Lease:
    """
    Return the session *name*, taken by *holder*, or the lease of whoever has it.

    A session that is not known, or idle for too long, is made from *seed*.

    Args:
        db: The database.
        name: What the store calls the session.
        holder: Who takes it; what they hold already they may take again.
        seed: What a new one is made from.
        token: Names this taking, at random.
        subject: What the store calls the person.
        lease: Seconds for which it is theirs unless the lease is renewed.
        idle: Seconds after which it is forgotten.
        dead: A lease that was watched for its whole length and not renewed.
        gone: Is filled with the session of that name that was idle, if there was one.
    """
    values = {
        "name": name,
        "holder": holder,
        "token": token,
        "lease": lease,
        "idle": idle,
        "dead_fence": -1 if dead is None else dead.fence,
        "dead_until": 0.0 if dead is None else dead.until,
    }
    rows = db.run(_TAKE, values)
    if not rows:
        idle_one = _idle(db.run(_DROP_IDLE, values))
        if gone is not None:
            gone[:] = idle_one  # from scratch, since a transaction may run twice
        db.last()
        made = {"subject": subject, "ref": seed.ref, "session_key": seed.key}
        rows = db.run(_MAKE, {**values, **made})
    if not rows:
        [(fence, until)] = db.run(_LOOK, {"name": name}) or [(0, 0.0)]
        return Lease(fence, until)
    fence, ref, opened, state, key, vault = rows[0]
    locked = None if vault is None else bytes(vault)
    return Hold(name, holder, fence, token, ref, bool(opened), state, bytes(key), locked)


def keep(db: Cursor, change: Change) -> Kept:
    """Keep what a turn left behind, let go of the session, and return what became of it."""
    values = change._asdict() | {"opened": int(change.opened)}
    del values["seen"], values["places"]
    if not db.run(_KEEP, values):
        rows = db.run(_WHOSE, {"name": change.name})
        if not rows or rows[0][0] != change.ref:
            return Kept.GONE
        # Nobody holds it and nobody took it since: this very change was kept, and the
        # answer to that was lost.
        return Kept.KEPT if rows[0][1:] == (change.token, None) else Kept.LOST
    if change.seen:
        name = change.name
        each = [
            {"name": name, "mark": mark, "place": place, "value": value}
            for mark, place, value in change.seen
        ]
        db.many(_SAW, each)
        if change.places > REMEMBERED:
            db.run(
                "DELETE FROM seen WHERE name = :name AND place <= :place",
                {"name": name, "place": change.places - REMEMBERED},
            )
    return Kept.KEPT


def free(db: Cursor, hold: Hold) -> None:
    """Let go of a session without a change."""
    db.run(
        "UPDATE session SET holder = NULL, lease_until = 0 "
        "WHERE name = :name AND token = :token AND holder = :holder",
        {"name": hold.name, "token": hold.token, "holder": hold.holder},
    )


def renew(db: Cursor, holder: str, lease: float) -> None:
    """Renew every lease of *holder* for another *lease* seconds."""
    db.run(
        "UPDATE session SET lease_until = {clock} + :lease WHERE holder = :holder",
        {"holder": holder, "lease": lease},
    )


def saw(db: Cursor, name: bytes, marks: Collection[bytes]) -> dict[bytes, bytes]:
    """Return what was found in the messages with *marks*, locked; unknown ones are left out."""
    if len(marks) > _MANY:
        rows = db.run("SELECT mark, value FROM seen WHERE name = :name", {"name": name})
    else:
        each = {f"m{n}": mark for n, mark in enumerate(marks)}
        listed = ", ".join(f":{one}" for one in each)
        rows = db.run(
            f"SELECT mark, value FROM seen WHERE name = :name AND mark IN ({listed})",  # noqa: S608
            {"name": name, **each},
        )
    wanted = set(marks)
    return {bytes(mark): bytes(value) for mark, value in rows if bytes(mark) in wanted}


def erase(db: Cursor, hold: Hold, seed: Seed | None) -> None:
    """
    Delete a session that is held, with all that was seen in it.

    With a *seed* a row stays in its place, under another key and with nothing in it, held
    as before and of the same person: for a session of which a crisis flag is kept.
    """
    gone = db.run(
        "DELETE FROM session WHERE name = :name AND token = :token RETURNING subject", _of(hold)
    )
    if seed is not None:
        db.run(
            "INSERT INTO session (name, subject, ref, opened, state, session_key, vault, touched, "
            "holder, token, lease_until, fence) VALUES "
            "(:name, :subject, :ref, 1, NULL, :session_key, NULL, {wall}, :holder, :token, "
            "{clock} + 60, :fence) ON CONFLICT (name) DO NOTHING",
            {
                **_of(hold),
                "subject": gone[0][0] if gone else None,
                "ref": seed.ref,
                "session_key": seed.key,
                "holder": hold.holder,
                "fence": hold.fence,
            },
        )


def _of(hold: Hold) -> dict[str, Any]:
    return {"name": hold.name, "token": hold.token}


def forget(db: Cursor, name: bytes) -> int:
    """Delete a session, held or not, with all that was seen in it; return how many there were."""
    return len(db.run("DELETE FROM session WHERE name = :name RETURNING 1", {"name": name}))


def theirs(db: Cursor, name: bytes | None, subject: bytes | None) -> tuple[bytes, ...]:
    """Return the names of the sessions of a person, or the one named *name*, if there."""
    rows = db.run(
        "SELECT name FROM session WHERE name = :name OR subject = :subject",
        {"name": name or b"", "subject": subject or b""},
    )
    return tuple(bytes(row[0]) for row in rows)


def forget_subject(db: Cursor, subject: bytes, but: bytes | None) -> tuple[str, ...]:
    """Delete every session of a person, but the one named *but*; return their names in the log."""
    rows = db.run(
        "DELETE FROM session WHERE subject = :subject AND name <> :but RETURNING ref",
        {"subject": subject, "but": but or b""},
    )
    return tuple(row[0] for row in rows)


class Idle(NamedTuple):
    """A session that was deleted since nobody used it: its name in the log, and its state."""

    ref: str
    opened: bool
    state: str | None


def _idle(rows: Sequence[tuple[Any, ...]]) -> list[Idle]:
    return [Idle(ref, bool(opened), state) for ref, opened, state in rows]


def sweep(db: Cursor, idle: float) -> list[Idle]:
    """Delete what is idle and not held, and return it."""
    rows = db.run(
        "DELETE FROM session WHERE touched <= {wall} - :idle "
        "AND (holder IS NULL OR lease_until <= {clock}) RETURNING ref, opened, state",
        {"idle": idle},
    )
    return _idle(rows)


class Locked(NamedTuple):
    """The data key of a session, locked, and the session's names here and in the log."""

    name: bytes
    ref: str
    key: bytes


def keys(db: Cursor, after: bytes) -> list[Locked]:
    """Return the locked data keys of the next few sessions whose names follow *after*."""
    rows = db.run(
        "SELECT name, ref, session_key FROM session WHERE name > :after ORDER BY name LIMIT :page",
        {"after": after, "page": _PAGE},
    )
    return [Locked(bytes(name), ref, bytes(key)) for name, ref, key in rows]


def rekey(db: Cursor, old: Sequence[Locked], new: Sequence[Locked]) -> int:
    """Put locked data keys in the place of *old* ones that are still there; return how many."""
    return sum(
        len(
            db.run(
                "UPDATE session SET session_key = :new WHERE name = :name AND session_key = :old "
                "RETURNING 1",
                {"name": before.name, "old": before.key, "new": after.key},
            )
        )
        for before, after in zip(old, new, strict=True)
    )


def counted(db: Cursor) -> tuple[int, int]:
    """Return how many sessions there are, and how many of them are held."""
    [(number, held)] = db.run(
        "SELECT count(*), count(holder) FROM session WHERE name IS NOT NULL", {}
    )
    return number, held
