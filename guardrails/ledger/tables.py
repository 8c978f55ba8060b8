"""
The tables of a decision log in PostgreSQL, and who may do what to them.

    candor_log.records       log, seq, line       one row for each record, as `FileLog` stores it
    candor_log.files         log, name, data      texts too long for a record
    candor_log.checkpoints   log, size, note      every signed note over the records
    candor_log.tiles         log, level, place    hashes of the tree, 256 a row; to start quickly
    candor_log.removed       log, segment, first  leaf hashes of the records that were removed

Nobody is given the right to delete. Who removes what is old calls a function, which takes whole
segments from the front, never the last record, and only what `removed` has the right hashes of.

`seq` is counted by whoever holds the lock, never by the server: a sequence of PostgreSQL's
leaves gaps where a transaction failed, and a gap looks like a record that was removed. The
primary keys keep two writers from ever giving one place to two records.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Final, TypeVar

from guardrails.errors import LogReadError, LogWriteError
from guardrails.ledger.record import LINE_MAX
from guardrails.storage.backend import Backend, Cursor

T = TypeVar("T")

SCHEMA: Final = "candor_log"
"""Where they are."""
EVIDENCE_SCHEMA: Final = "candor_evidence"
"""Where the texts are that are kept beside it."""
SEGMENT: Final = 65_536
"""Records in a file at the most, where such a log is written to files."""
DAY: Final = 86_400 * 1_000_000
"""Microseconds after which a record begins another such file."""
LENGTH: Final = f"SELECT max(seq) + 1 FROM {SCHEMA}.records WHERE log = :log"  # noqa: S608
"""How many records a log has; no number where it has none."""
_ADDS: Final = "may read it and add to it"

_MADE: Final = f"""\
-- Tables of candor's decision log. For the owner of the database, once or again:
--     candor log tables --writer gateway --reader auditor | psql -v ON_ERROR_STOP=1 -1 DATABASE
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
CREATE TABLE IF NOT EXISTS {SCHEMA}.removed (
  log     TEXT COLLATE "C" NOT NULL,
  segment BIGINT NOT NULL CHECK (segment > 0),
  first   BIGINT NOT NULL CHECK (first >= 0),
  hashes  BYTEA NOT NULL CHECK (octet_length(hashes) % 32 = 0),
  PRIMARY KEY (log, segment)
);
-- Removes the records of one segment whose hashes are kept, if nothing is left before them.
CREATE OR REPLACE FUNCTION {SCHEMA}.remove(of_log TEXT, of_segment BIGINT) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kept {SCHEMA}.removed;
  stop BIGINT;
  gone BIGINT;
BEGIN
  SELECT * INTO STRICT kept FROM {SCHEMA}.removed WHERE log = of_log AND segment = of_segment;
  stop := kept.first + octet_length(kept.hashes) / 32;
  IF NOT EXISTS (SELECT FROM {SCHEMA}.records WHERE log = of_log AND seq < stop) THEN
    RETURN 0;
  END IF;
  IF EXISTS (SELECT FROM {SCHEMA}.records WHERE log = of_log AND seq < kept.first) THEN
    RAISE EXCEPTION 'records before segment % are still there', of_segment;
  END IF;
  IF NOT EXISTS (SELECT FROM {SCHEMA}.records WHERE log = of_log AND seq >= stop) THEN
    RAISE EXCEPTION 'the last record of a log stays';
  END IF;
  IF kept.hashes IS DISTINCT FROM (
    SELECT string_agg(sha256('\\x00'::BYTEA || line), ''::BYTEA ORDER BY seq)
    FROM {SCHEMA}.records WHERE log = of_log AND seq < stop
  ) THEN
    RAISE EXCEPTION 'the hashes kept of segment % are not those of its records', of_segment;
  END IF;
  DELETE FROM {SCHEMA}.records WHERE log = of_log AND seq < stop;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC;
"""  # noqa: S608 - names of ours
_ROLE: Final = f"""\
-- {{title}}
DO $$ BEGIN CREATE ROLE {{role}} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {{role}};
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM {{role}};
GRANT USAGE ON SCHEMA {SCHEMA} TO {{role}};
GRANT {{rights}} ON ALL TABLES IN SCHEMA {SCHEMA} TO {{role}};
"""
_KEPT_FROM: Final = f"REVOKE INSERT ON {SCHEMA}.removed FROM {{role}};\n"
_REMOVES: Final = f"GRANT EXECUTE ON FUNCTION {SCHEMA}.remove(TEXT, BIGINT) TO {{role}};\n"

_TICKETS: Final = """\
-- Tickets, conversations and words, if they are kept in this database too: made by who writes.
CREATE SCHEMA IF NOT EXISTS candor;
DO $$ BEGIN CREATE ROLE {role} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
GRANT USAGE, CREATE ON SCHEMA candor TO {role};
"""


_TEXTS: Final = f"""\
-- Texts that a policy keeps, sealed, and the keys that investigators alone can open.
CREATE SCHEMA IF NOT EXISTS {EVIDENCE_SCHEMA};
CREATE TABLE IF NOT EXISTS {EVIDENCE_SCHEMA}.facts (
  name  TEXT PRIMARY KEY,
  value BYTEA NOT NULL
);
CREATE TABLE IF NOT EXISTS {EVIDENCE_SCHEMA}.names (
  log     TEXT COLLATE "C" NOT NULL,
  mac     BYTEA NOT NULL,
  session TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (log, mac, session)
);
CREATE TABLE IF NOT EXISTS {EVIDENCE_SCHEMA}.keys (
  log     TEXT COLLATE "C" NOT NULL,
  name    TEXT COLLATE "C" NOT NULL,
  holder  TEXT COLLATE "C" NOT NULL,
  session TEXT COLLATE "C" NOT NULL,
  wrapped BYTEA NOT NULL,
  PRIMARY KEY (log, name, holder)
);
CREATE TABLE IF NOT EXISTS {EVIDENCE_SCHEMA}.texts (
  log     TEXT COLLATE "C" NOT NULL,
  name    TEXT COLLATE "C" NOT NULL,
  session TEXT COLLATE "C" NOT NULL,
  sealed  BYTEA NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (log, name)
);
CREATE TABLE IF NOT EXISTS {EVIDENCE_SCHEMA}.erased (
  log     TEXT COLLATE "C" NOT NULL,
  session TEXT COLLATE "C" NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (log, session)
);
CREATE INDEX IF NOT EXISTS names_of ON {EVIDENCE_SCHEMA}.names (log, session);
CREATE INDEX IF NOT EXISTS keys_of ON {EVIDENCE_SCHEMA}.keys (log, session);
CREATE INDEX IF NOT EXISTS texts_of ON {EVIDENCE_SCHEMA}.texts (log, session);
CREATE INDEX IF NOT EXISTS texts_at ON {EVIDENCE_SCHEMA}.texts (log, at);
REVOKE ALL ON SCHEMA {EVIDENCE_SCHEMA} FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA {EVIDENCE_SCHEMA} FROM PUBLIC;
"""
_KEEPS: Final = f"""\
-- Keeps texts, and erases them.
GRANT USAGE ON SCHEMA {EVIDENCE_SCHEMA} TO {{role}};
GRANT SELECT, INSERT, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA {EVIDENCE_SCHEMA} TO {{role}};
"""
_OPENS: Final = f"""\
-- Finds what is kept sealed; what opens it is a key that is not in the database.
GRANT USAGE ON SCHEMA {EVIDENCE_SCHEMA} TO {{role}};
GRANT SELECT ON ALL TABLES IN SCHEMA {EVIDENCE_SCHEMA} TO {{role}};
"""


def tables_sql(writer: str = "", reader: str = "", pruner: str = "", investigator: str = "") -> str:
    """
    Return SQL that makes the tables, and roles for them. To run it twice does no harm.

    Args:
        writer: Role that may add, and never change or remove; "" for none.
        reader: Role that may only read; "" for none.
        pruner: Role that may also remove old segments whose hashes are kept; "" for none.
        investigator: Role that may look for kept texts, and add records of that; "" for none,
            and then there are no tables for such texts.

    Raises:
        ValueError: A name holds a zero byte or a dollar sign, or two are the same: the second
            would take the rights of the first away.
    """
    named = [one for one in (writer, reader, pruner, investigator) if one]
    if len(set(named)) < len(named):
        msg = "no two roles have one name: the second would take the rights of the first away"
        raise ValueError(msg)
    told = [_MADE]
    if writer:
        told.append(_TICKETS.format(role=quoted(writer)))
    if investigator:
        told.append(_TEXTS)
    keeps = _KEPT_FROM + (_KEEPS if investigator else "")
    adds = "SELECT, INSERT"
    for role, title, rights, more in (
        (writer, "Adds records, and can neither change nor remove one.", adds, keeps),
        (reader, "Reads.", "SELECT", ""),
        (pruner, "Removes old segments, whose hashes stay, and records that.", adds, _REMOVES),
        (investigator, "Reads, and records what it opens.", adds, _KEPT_FROM + _OPENS),
    ):
        if role:
            told.append(_ROLE.format(title=title, role=quoted(role), rights=rights))
            told.append(more.format(role=quoted(role)))
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


def backend_of(url: str, rights: str = _ADDS) -> Backend:
    """
    Return one connection to the tables.

    Args:
        url: As libpq reads it.
        rights: What to see to where they cannot be used, besides the server.

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
        rights=f"that `candor log tables` made the schema {SCHEMA!r} and that this user {rights}",
    )


def read(backend: Backend, work: Callable[[Cursor], T]) -> T:
    """
    Return what *work* reads.

    Raises:
        LogReadError: The tables cannot be read.
    """
    try:
        return backend.submit(work).result()
    except LogWriteError as error:
        raise LogReadError(str(error)) from None


def lock_key(log: str, what: str) -> int:
    """Return the number of the advisory lock of *log* for *what*, a signed 64-bit integer."""
    digest = sha256(f"{SCHEMA}\0{what}\0{log}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def hold(db: Cursor, log: str, what: str) -> None:
    """Wait until nobody else does *what* to *log*, and keep others from it until we are done."""
    db.run("SELECT pg_advisory_xact_lock(:key)", {"key": lock_key(log, what)})
