"""
The rows in which words are kept for humans who take conversations over.

    talk        one row each: its locked key, locked note and language, and how far it is
    talk_turn   the last turns, locked
    talk_word   words of a human for the person, locked, by number
    talk_meta   version of these tables, and the locked key from which names are made

Each function is part of one transaction of the caller's, in which `held` comes first: changes
of one conversation wait for each other at its row.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final, NamedTuple

from guardrails.storage.backend import Cursor

STEPS: Final[Sequence[Sequence[str]]] = (
    (
        """CREATE TABLE talk (
          name {bytes} PRIMARY KEY,
          subject {bytes},
          ref TEXT NOT NULL,
          talk_key {bytes} NOT NULL,
          about {bytes},
          held INTEGER NOT NULL,
          turn {whole} NOT NULL,
          word {whole} NOT NULL,
          given {whole} NOT NULL,
          listened {real} NOT NULL,
          touched {real} NOT NULL
        )""",
        "CREATE INDEX talk_subject ON talk (subject)",
        "CREATE INDEX talk_touched ON talk (touched)",
        """CREATE TABLE talk_turn (
          name {bytes} NOT NULL REFERENCES talk (name) ON DELETE CASCADE,
          place {whole} NOT NULL, value {bytes} NOT NULL, PRIMARY KEY (name, place)
        )""",
        """CREATE TABLE talk_word (
          name {bytes} NOT NULL REFERENCES talk (name) ON DELETE CASCADE,
          place {whole} NOT NULL, value {bytes} NOT NULL, PRIMARY KEY (name, place)
        )""",
    ),
)
"""What leads from each version to the next one; a released one is only added to."""


class Row(NamedTuple):
    """
    A conversation, as it is kept.

    Attributes:
        name: What the store calls it.
        ref: A random name, to which what is locked is bound.
        key: Its data key, locked.
        about: Note and language, locked, or None.
        held: The person was last told that a human is there.
        turn: Number of its last turn.
        word: Number of the last word of a human.
        given: Number of the last word that the person was given.
        listened: Somebody follows it, in whatever process.
    """

    name: bytes
    ref: str
    key: bytes
    about: bytes | None
    held: bool
    turn: int
    word: int
    given: int
    listened: bool


_ROW: Final = "ref, talk_key, about, held, turn, word, given, listened > {wall}"
_HELD: Final = f"""
UPDATE talk SET touched = {{wall}}, subject = COALESCE(:subject, subject)
WHERE name = :name RETURNING {_ROW}"""  # noqa: S608 - no value is written into it
_MAKE: Final = """
INSERT INTO talk (name, ref, talk_key, held, turn, word, given, listened, touched)
VALUES (:name, :ref, :key, 0, 0, 0, 0, 0, {wall}) ON CONFLICT (name) DO NOTHING"""
_LOOK: Final = f"SELECT {_ROW} FROM talk WHERE name = :name"  # noqa: S608


def _row(name: bytes, row: Sequence[Any]) -> Row:
    ref, key, about, held, turn, word, given, listened = row
    locked = None if about is None else bytes(about)
    return Row(name, ref, bytes(key), locked, bool(held), turn, word, given, bool(listened))


def held(db: Cursor, name: bytes, ref: str, key: bytes, *, subject: bytes | None = None) -> Row:
    """Return the conversation, made with *ref* and the locked *key* if it is not there."""
    db.run(_MAKE, {"name": name, "ref": ref, "key": key})
    [row] = db.run(_HELD, {"name": name, "subject": subject})
    return _row(name, row)


def look(db: Cursor, name: bytes) -> Row | None:
    """Return the conversation as it stands, or None."""
    rows = db.run(_LOOK, {"name": name})
    return _row(name, rows[0]) if rows else None


def put_about(db: Cursor, name: bytes, about: bytes) -> None:
    """Keep note and language, locked."""
    db.run("UPDATE talk SET about = :about WHERE name = :name", {"name": name, "about": about})


def add_turn(db: Cursor, row: Row, value: bytes, keep: int) -> None:
    """Keep one more turn, locked; of the older ones *keep* less one stay."""
    place = row.turn + 1
    values = {"name": row.name, "place": place}
    db.run("UPDATE talk SET turn = :place WHERE name = :name", values)
    db.run("INSERT INTO talk_turn VALUES (:name, :place, :value)", {**values, "value": value})
    old = {"name": row.name, "place": place - keep}
    db.run("DELETE FROM talk_turn WHERE name = :name AND place <= :place", old)


def turns(db: Cursor, name: bytes) -> list[bytes]:
    """Return the last turns, locked, the oldest first."""
    statement = "SELECT value FROM talk_turn WHERE name = :name ORDER BY place"
    return [bytes(value) for (value,) in db.run(statement, {"name": name})]


def add_word(db: Cursor, row: Row, value: bytes, keep: int, *, held: bool) -> Row:
    """Keep one more word of a human, locked; *held* is whether a human is there after it."""
    place = row.word + 1
    values = {"name": row.name, "place": place}
    db.run(
        "UPDATE talk SET word = :place, held = :held WHERE name = :name",
        {**values, "held": int(held)},
    )
    db.run("INSERT INTO talk_word VALUES (:name, :place, :value)", {**values, "value": value})
    old = {"name": row.name, "place": place - keep}
    db.run("DELETE FROM talk_word WHERE name = :name AND place <= :place", old)
    return row._replace(word=place, held=held)


def words(db: Cursor, name: bytes, after: int) -> list[tuple[int, bytes]]:
    """Return number and locked value of the words after number *after*."""
    statement = (
        "SELECT place, value FROM talk_word WHERE name = :name AND place > :after ORDER BY place"
    )
    rows = db.run(statement, {"name": name, "after": after})
    return [(place, bytes(value)) for place, value in rows]


def give(db: Cursor, name: bytes, place: int) -> None:
    """Keep that the person was given the words up to number *place*."""
    db.run(
        "UPDATE talk SET given = :place WHERE name = :name AND given < :place",
        {"name": name, "place": place},
    )


def listen(db: Cursor, names: Collection[bytes], seconds: float) -> None:
    """Keep that somebody follows these conversations, for so many seconds; 0 for no longer."""
    for name in names:
        db.run(
            "UPDATE talk SET listened = {wall} + :seconds WHERE name = :name",
            {"name": name, "seconds": float(seconds)},
        )


def newest(db: Cursor, names: Sequence[bytes]) -> dict[bytes, int]:
    """Return the number of the last word of each of these conversations."""
    each = {f"n{number}": name for number, name in enumerate(names)}
    listed = ", ".join(f":{one}" for one in each)
    rows = db.run(f"SELECT name, word FROM talk WHERE name IN ({listed})", each)  # noqa: S608
    return {bytes(name): word for name, word in rows}


def keys(db: Cursor, after: bytes, page: int) -> list[tuple[bytes, str, bytes]]:
    """Return name, random name and locked key of the next few conversations after *after*."""
    rows = db.run(
        "SELECT name, ref, talk_key FROM talk WHERE name > :after ORDER BY name LIMIT :page",
        {"after": after, "page": page},
    )
    return [(bytes(name), ref, bytes(key)) for name, ref, key in rows]


def rekey(db: Cursor, name: bytes, old: bytes, new: bytes) -> int:
    """Put a locked key in the place of the *old* one, if that is still there."""
    statement = "UPDATE talk SET talk_key = :new WHERE name = :name AND talk_key = :old RETURNING 1"
    return len(db.run(statement, {"name": name, "old": old, "new": new}))


def forget(db: Cursor, column: str, name: bytes) -> int:
    """Delete the conversations whose *column* is *name*, with all their words; return how many."""
    statement = f"DELETE FROM talk WHERE {column} = :name RETURNING 1"  # noqa: S608 - ours
    return len(db.run(statement, {"name": name}))


def sweep(db: Cursor, keep: float) -> int:
    """Delete what nothing was said in for *keep* seconds and nobody follows; return how many."""
    rows = db.run(
        "DELETE FROM talk WHERE touched <= {wall} - :keep AND listened <= {wall} RETURNING 1",
        {"keep": float(keep)},
    )
    return len(rows)
