"""Tickets as JSON, for places that keep bytes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import orjson

from guardrails.escalation.ticket import Entry, State, Ticket
from guardrails.findings import Level


def dumped(ticket: Ticket) -> bytes:
    """Return *ticket* as JSON."""
    told = asdict(ticket)
    told["history"] = [list(entry) for entry in ticket.history]
    return orjson.dumps(told)


def loaded(data: bytes) -> Ticket:
    """
    Return the ticket that *data* holds.

    Raises:
        ValueError: It holds none.
        KeyError: It lacks something.
        TypeError: It has something of another kind.
    """
    told: dict[str, Any] = orjson.loads(data)
    assessed = told["assessed"]
    return Ticket(
        **{
            **told,
            "level": Level(told["level"]),
            "state": State(told["state"]),
            "assessed": None if assessed is None else Level(assessed),
            "fired": tuple((rule, score) for rule, score in told["fired"]),
            "also": tuple(told["also"]),
            "history": tuple(map(_entry, told["history"])),
        }
    )


def _entry(told: list[Any]) -> Entry:
    entry = Entry(*told)
    return entry._replace(state=State(entry.state), level=Level(entry.level))
