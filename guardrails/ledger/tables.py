"""
The tables of a decision log in PostgreSQL, and who may do what to them.

    candor_log.records       log, seq, line       one row for each record, as `FileLog` stores it
    candor_log.files         log, name, data      texts too long for a record
    candor_log.checkpoints   log, size, note      every signed note over the records
    candor_log.tiles         log, level, place    hashes of the tree, 256 a row; to start quickly

`seq` is counted by whoever holds the lock, never by the server: a sequence of PostgreSQL's
leaves gaps where a transaction failed, and a gap looks like a record that was removed. The
primary keys keep two writers from ever giving one place to two records.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from guardrails.errors import LogWriteError
from guardrails.ledger.record import LINE_MAX
from guardrails.storage.backend import Backend, Cursor

SCHEMA: Final = "candor_log"
"""Where they are."""
SEGMENT: Final = 65_536
"""Records in a file, where such a log is written to files: so two copies have the same files."""
LENGTH: Final = f"SELECT max(seq) + 1 FROM {SCHEMA}.records WHERE log = :log"  # noqa: S608
"""How many records a log has; no number where it has none."""

_MADE: Final = f"""\
-- Tables of candor's decision log. For the owner of the database, once:
--     candor log tables --writer gateway --reader auditor | psql --single-transaction DATABASE
CREATE SCHEMA IF NOT EXISTS {SCHEMA};
CREATE TABLE IF NOT EXISTS {SCHEMA}.records (
  log  TEXT COLLATE "C" NOT NULL,
  seq  BIGINT NOT NULL CHECK (seq >= 0),
  line BYTEA NOT NULL CHECK (octet_length(line) <= {LINE_MAX}),
  PRIMARY KEY (log, seq)
);
CREATE TABLE IF NOT EXISTS {SCHEMA}.files (
  log  TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  data BYTEA NOT NULL,
  PRIMARY KEY (log, name)
);
CREATE TABLE IF NOT EXISTS {SCHEMA}.checkpoints (
  log  TEXT COLLATE "C" NOT NULL,
  size BIGINT NOT NULL CHECK (size > 0),
  note BYTEA NOT NULL,
  PRIMARY KEY (log, size)
);
CREATE TABLE IF NOT EXISTS {SCHEMA}.tiles (
  log    TEXT COLLATE "C" NOT NULL,
  level  INTEGER NOT NULL,
  place  BIGINT NOT NULL,
  hashes BYTEA NOT NULL CHECK (octet_length(hashes) = 8192),
  PRIMARY KEY (log, level, place)
);
REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM PUBLIC;
"""
_ROLE: Final = f"""\
-- {{title}}
DO $$ BEGIN CREATE ROLE {{role}} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {{role}};
GRANT USAGE ON SCHEMA {SCHEMA} TO {{role}};
GRANT {{rights}} ON ALL TABLES IN SCHEMA {SCHEMA} TO {{role}};
"""

_TICKETS: Final = """\
-- Tickets, conversations and words, if they are kept in this database too: made by who writes.
CREATE SCHEMA IF NOT EXISTS candor;
DO $$ BEGIN CREATE ROLE {role} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
GRANT USAGE, CREATE ON SCHEMA candor TO {role};
"""


def tables_sql(writer: str = "", reader: str = "") -> str:
    """
    Return SQL that makes the tables, and roles for them. To run it twice does no harm.

    Args:
        writer: Role that may add, and never change or remove; "" for none.
        reader: Role that may only read; "" for none.

    Raises:
        ValueError: A name holds a zero byte or a dollar sign, or both are the same: the second
            would take the rights of the first away.
    """
    if writer and writer == reader:
        msg = "who writes and who reads are two roles; who writes may read as well"
        raise ValueError(msg)
    told = [_MADE]
    if writer:
        told.append(_TICKETS.format(role=quoted(writer)))
    for role, title, rights in (
        (writer, "Adds records, and can neither change nor remove one.", "SELECT, INSERT"),
        (reader, "Reads.", "SELECT"),
    ):
        if role:
            told.append(_ROLE.format(title=title, role=quoted(role), rights=rights))
    return "".join(told)


def quoted(name: str) -> str:
    """
    Return *name* as SQL writes the name of a thing.

    Raises:
        ValueError: It holds a zero byte, or a dollar sign, which would end the block it is in.
    """
    if "\0" in name or "$" in name:
        msg = "the name of a role holds neither a zero byte nor a dollar sign"
        raise ValueError(msg)
    return '"' + name.replace('"', '""') + '"'


def backend_of(url: str) -> Backend:
    """
    Return one connection to the tables.

    Raises:
        ConfigurationError: psycopg is not installed.
    """
    from guardrails.storage.postgres import Postgres

    return Postgres(
        url,
        1,
        what="the decision log",
        error=LogWriteError,
        schema=SCHEMA,
        rights=f"that `candor log tables` made the schema {SCHEMA!r} and that this user may read "
        "it and add to it",
    )


def lock_key(log: str, what: str) -> int:
    """Return the number of the advisory lock of *log* for *what*, a signed 64-bit integer."""
    digest = sha256(f"{SCHEMA}\0{what}\0{log}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def hold(db: Cursor, log: str, what: str) -> None:
    """Wait until nobody else does *what* to *log*, and keep others from it until we are done."""
    db.run("SELECT pg_advisory_xact_lock(:key)", {"key": lock_key(log, what)})
