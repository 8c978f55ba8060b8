"""
Write tickets as the version of the package that brought a schema does.

    python -m tests.escalation.released.make tickets-1.db
    python -m tests.escalation.released.make tickets-1.sql postgresql://...

Run it once, with the first version that writes a schema; the file is committed and never
written again, so that every later version proves that it reads it. The database must be empty.
"""

import asyncio
import sqlite3
import sys
from pathlib import Path

from guardrails.escalation.postgres import postgres_tickets
from guardrails.escalation.sqlite import SqliteTickets
from guardrails.escalation.steps import Claimed, Merged, Resolved, step
from guardrails.escalation.tickets import Position, TicketStore
from guardrails.findings import Level
from tests.escalation.tickets import NOW, ticket

_FIRST = ticket(fired=(("crisis.high", 8100),))
_OTHER = ticket(id_="e9", session="s_9", conversation="chat-9", subject="p9")
MADE = (
    step(
        step(_FIRST, Merged(NOW + 1, "e2", Level.IMMINENT, "crisis.imminent", "desk", 60)),
        Claimed(NOW + 2, "ann", 300),
    ),
    step(_OTHER, Resolved(NOW + 3, "ann", "spoken")),
)


async def fill(store: TicketStore) -> None:
    await store.add(_FIRST)
    await store.save(MADE[0], 1)
    await store.logged("e1", 1)
    await store.add(_OTHER)
    await store.save(MADE[1], 1)
    await store.logged("e9", 1)
    await store.reached("web", Position(3, 14))
    await store.pause(on=True)
    store.close()


def dumped(url: str) -> str:
    """Return the schema `candor` as statements."""
    import psycopg

    lines = ["CREATE SCHEMA candor", "SET search_path = candor"]
    with psycopg.connect(url, options="-c search_path=candor") as db:
        columns = db.execute(
            "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
            " WHERE table_schema = 'candor' ORDER BY table_name, ordinal_position"
        ).fetchall()
        for table in dict.fromkeys(row[0] for row in columns):
            mine = [row for row in columns if row[0] == table]
            fields = ", ".join(
                f"{n} {kind}{' NOT NULL' * (null == 'NO')}" for _, n, kind, null in mine
            )
            lines.append(f"CREATE TABLE {table} ({fields})")
            every = f"SELECT * FROM {table}"
            for row in db.execute(every).fetchall():  # type: ignore[call-overload]
                values = ", ".join(map(_value, row))
                lines.append(f"INSERT INTO {table} VALUES ({values})")
        for (index,) in db.execute(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'candor' ORDER BY indexname"
        ):
            lines.append(index)
    return "".join(f"{line};\n" for line in lines)


def _value(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bytes | memoryview):
        return f"'\\x{bytes(value).hex()}'"
    return f"'{value}'" if isinstance(value, str) else str(value)


def main(name: str, url: str = "") -> None:
    path = Path(__file__).parent / name
    if not url:
        asyncio.run(fill(SqliteTickets(path)))
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
        connection.close()
        return
    asyncio.run(fill(postgres_tickets(url)))
    path.write_text(dumped(url), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
