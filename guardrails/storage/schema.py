"""Makes tables, and brings those of an older version up to date."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.errors import GuardrailsError
from guardrails.storage.backend import Cursor


def migrate(
    db: Cursor,
    table: str,
    steps: Sequence[Sequence[str]],
    *,
    what: str,
    error: type[GuardrailsError],
) -> dict[str, bytes]:
    """
    Bring tables up to date, and return what the *table* of facts about them holds.

    Args:
        db: The database, in a transaction that nobody else's migration runs beside.
        table: Where their version is kept, as the fact `schema`; made if it is missing.
        steps: What leads from each version to the next one; version 0 is nothing at all.
        what: What the tables are, for the error.
        error: What is raised.

    Raises:
        GuardrailsError: The *error* that is given: a newer version of this package wrote them.
    """
    db.run(
        f"CREATE TABLE IF NOT EXISTS {table} (name TEXT PRIMARY KEY, value {{bytes}} NOT NULL)", {}
    )
    rows = db.run(f"SELECT name, value FROM {table}", {})  # noqa: S608 - a name of ours
    facts = {name: bytes(value) for name, value in rows}
    version = int(facts.get("schema", b"0"))
    if version > len(steps):
        msg = (
            f"{what} has schema {version}, and this version of the package reads "
            f"up to {len(steps)}: use the version that wrote it, or a newer one"
        )
        raise error(msg)
    for step in steps[version:]:
        for statement in step:
            db.run(statement, {})
    if version < len(steps):
        put(db, table, "schema", str(len(steps)).encode())
    return facts


def put(db: Cursor, table: str, name: str, value: bytes) -> None:
    """Keep a fact about tables."""
    db.run(
        f"INSERT INTO {table} (name, value) VALUES (:name, :value) "  # noqa: S608 - a name of ours
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {"name": name, "value": value},
    )
