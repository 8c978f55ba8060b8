"""
The rows in which tickets are kept, in a database that several machines share.

    ticket           one row each: what is asked for, and the ticket itself as JSON
    ticket_merged    records that became part of a ticket
    ticket_owed      steps that no log holds yet
    ticket_position  how far each log was read

Each function is one transaction of the caller's. Changes of one ticket wait for each other
at its row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from guardrails.escalation.ticket import Entry, Ticket
from guardrails.escalation.ticket_json import dumped, loaded
from guardrails.escalation.tickets import Position
from guardrails.storage.backend import Cursor

_ORDER: Final = "ORDER BY done, level DESC, at, id"
_ADD: Final = """
INSERT INTO ticket (id, session, conversation, kind, level, at, due, done, version, body)
VALUES (:id, :session, :conversation, :kind, :level, :at, :due, :done, :version, :body)
ON CONFLICT (id) DO NOTHING RETURNING 1"""
_SET: Final = """
UPDATE ticket SET conversation = :conversation, level = :level, due = :due, done = :done,
  version = :version, body = :body WHERE id = :id"""
_SAVE: Final = f"""{_SET}
AND version = :before AND conversation IS NOT DISTINCT FROM :conversation RETURNING 1"""
_LEASE: Final = """
UPDATE ticket SET lease_by = :owner, lease_until = {clock} + :length
WHERE id = :id AND done = 0
  AND (lease_by IS NULL OR lease_by = :owner OR lease_until <= {clock}) RETURNING 1"""
_STANDING: Final = """
SELECT (SELECT max(paused) FROM ticket_pause),
  (SELECT body FROM ticket WHERE session = :session AND done = 0 AND kind = 'person'
   ORDER BY at DESC, id DESC LIMIT 1)"""
_OWED: Final = """
SELECT body, number FROM ticket_owed JOIN ticket ON id = ticket ORDER BY ticket, number"""
_REACHED: Final = """
INSERT INTO ticket_position (origin, segment, place) VALUES (:origin, :segment, :place)
ON CONFLICT (origin) DO UPDATE SET segment = excluded.segment, place = excluded.place"""


def _row(ticket: Ticket) -> dict[str, Any]:
    return {
        "id": ticket.id,
        "session": ticket.session,
        "conversation": ticket.conversation,
        "kind": ticket.kind,
        "level": ticket.level.rank,
        "at": ticket.at,
        "due": ticket.due,
        "done": int(ticket.over),
        "version": ticket.version,
        "body": dumped(ticket),
    }


def _also(db: Cursor, ticket: Ticket, known: int) -> None:
    """Keep the records that were merged into *ticket*, and the steps since version *known*."""
    db.many(
        "INSERT INTO ticket_merged (record, ticket) VALUES (:record, :id) ON CONFLICT DO NOTHING",
        [{"record": record, "id": ticket.id} for record in ticket.also],
    )
    db.many(
        "INSERT INTO ticket_owed (ticket, number) VALUES (:id, :number) ON CONFLICT DO NOTHING",
        [{"id": ticket.id, "number": number} for number in range(known, ticket.version)],
    )


def add(db: Cursor, ticket: Ticket, logged: int) -> bool:
    """Keep a new *ticket* and return whether it was new."""
    if get(db, ticket.id) is not None or not db.run(_ADD, _row(ticket)):
        return False
    _also(db, ticket, logged)
    return True


def get(db: Cursor, id_: str) -> Ticket | None:
    """Return the ticket *id_*, or the one that it was merged into, or None."""
    merged = "id = coalesce((SELECT ticket FROM ticket_merged WHERE record = :id), :id)"
    found = tickets(db, merged, id=id_)
    return found[0] if found else None


def save(db: Cursor, ticket: Ticket, version: int) -> bool:
    """Keep *ticket* if the one that is kept has *version* and the same conversation."""
    if not db.run(_SAVE, {**_row(ticket), "before": version}):
        return False
    _also(db, ticket, version)
    return True


def put(db: Cursor, ticket: Ticket) -> None:
    """Keep *ticket* in the place of the one that `held` gave."""
    db.run(_SET, _row(ticket))


def tickets(db: Cursor, where: str, **values: Any) -> list[Ticket]:  # noqa: ANN401 - values of SQL
    """Return the tickets that fulfil *where*, the most urgent first."""
    rows = db.run(f"SELECT body FROM ticket WHERE {where} {_ORDER}", values)  # noqa: S608 - ours
    return [loaded(bytes(body)) for (body,) in rows]


def held(db: Cursor, where: str, **values: Any) -> list[Ticket]:  # noqa: ANN401
    """Return the tickets that fulfil *where*; nobody else changes them in this transaction."""
    statement = f"UPDATE ticket SET version = version WHERE {where} RETURNING body"  # noqa: S608
    return [loaded(bytes(body)) for (body,) in db.run(statement, values)]


def lease(db: Cursor, id_: str, owner: str, length: float) -> bool:
    """Return whether ticket *id_* is *owner*'s to tell for *length* seconds."""
    return bool(db.run(_LEASE, {"id": id_, "owner": owner, "length": float(length)}))


def owed(db: Cursor) -> list[tuple[Ticket, int, Entry]]:
    """Return ticket, number and entry of each step that no log holds yet."""
    found = [(loaded(bytes(body)), number) for body, number in db.run(_OWED, {})]
    return [(ticket, number, ticket.history[number]) for ticket, number in found]


def settled(db: Cursor, id_: str, number: int) -> None:
    """Keep that a step stands in the log."""
    statement = "DELETE FROM ticket_owed WHERE ticket = :id AND number = :number"
    db.run(statement, {"id": id_, "number": number})


def reached(db: Cursor, origin: str, position: Position) -> None:
    """Keep how far the log *origin* was read."""
    values = {"origin": origin, "segment": position.segment, "place": position.offset}
    db.run(_REACHED, values)


def standing(db: Cursor, session: str) -> tuple[bool, Ticket | None]:
    """Return whether the service is paused, and the unresolved ticket of *session*, if any."""
    [(paused, body)] = db.run(_STANDING, {"session": session})
    return bool(paused), None if body is None else loaded(bytes(body))


def forget(db: Cursor, conversation: str) -> int:
    """Drop resolved tickets of a conversation and the ids in others; return how many."""
    found = held(db, "conversation = :conversation", conversation=conversation)
    for ticket in found:
        if ticket.over:
            for statement in (
                "DELETE FROM ticket_merged WHERE ticket = :id",
                "DELETE FROM ticket_owed WHERE ticket = :id",
                "DELETE FROM ticket WHERE id = :id",
            ):
                db.run(statement, {"id": ticket.id})
        else:
            put(db, replace(ticket, conversation=None, subject=None))
    return len(found)
