"""Steps of tickets as records of the decision log, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guardrails.escalation.steps import (
    Acknowledged,
    Assessed,
    Claimed,
    Event,
    Heard,
    Merged,
    Overdue,
    Released,
    Replied,
    Resolved,
    Sent,
)
from guardrails.escalation.ticket import Entry, Ticket, opened
from guardrails.findings import Level
from guardrails.ledger.escalations import (
    escalation_ack_body,
    escalation_body,
    escalation_failed_body,
    escalation_sent_body,
)
from guardrails.ledger.handover import ticket_body
from guardrails.ledger.record import Kind


def record_of(ticket: Ticket, number: int) -> tuple[Kind, dict[str, Any]]:
    """
    Return kind and body of the record for entry *number* of *ticket*.

    Raises:
        RecordError: The operator in it is no id.
    """
    entry = ticket.history[number]
    match entry.what:
        case "opened":
            return Kind.ESCALATION, _escalation(ticket, entry)
        case "sent":
            body = escalation_sent_body(escalation=ticket.id, to=entry.to or "", attempt=entry.size)
            return Kind.ESCALATION_SENT, body
        case "failed":
            body = escalation_failed_body(
                escalation=ticket.id,
                to=entry.to or "",
                attempt=entry.size,
                why=entry.why or "",
                then=entry.then,
            )
            return Kind.ESCALATION_FAILED, body
        case "acknowledged":
            body = escalation_ack_body(escalation=ticket.id, by=entry.by or "", at=entry.at)
            return Kind.ESCALATION_ACK, body
        case _:
            return Kind.TICKET, ticket_body(
                escalation=ticket.id,
                n=number,
                step=entry.what,
                state=entry.state,
                level=entry.level,
                at=entry.at,
                by=entry.by,
                to=entry.to,
                why=entry.why,
                size=entry.size,
            )


def _escalation(ticket: Ticket, entry: Entry) -> dict[str, Any]:
    """Return the body of `escalation` for a ticket that was made while the log was broken."""
    return escalation_body(
        session=ticket.session,
        turn=ticket.turn,
        level=entry.level,
        rule=ticket.rule,
        to=entry.to or "",
        within=ticket.within,
        at=entry.at,
        about=ticket.kind,
        ticket=ticket.id,
        service=ticket.service,
    )


def ticket_of(record: Mapping[str, Any], origin: str) -> Ticket:
    """
    Return the new ticket that an `escalation` *record* of the log *origin* asks for.

    Raises:
        KeyError: The record lacks something.
        ValueError: Its level is none.
    """
    return opened(
        id_=record.get("ticket", record["id"]),
        session=record["session"],
        level=Level(record["level"]),
        rule=record["rule"],
        to=record["to"],
        within=record["within"],
        at=record["at"],
        turn=record["turn"],
        kind=record["about"],
        origin=origin,
        service=record.get("service", ""),
    )


def event_of(
    record: Mapping[str, Any], ticket: Ticket, acks: Mapping[str, int], answer: int
) -> Event | None:
    """
    Return what a *record* about *ticket* says has happened, or None if it changed nothing.

    Args:
        record: Of one of the kinds `escalation_sent`, `escalation_ack` and `ticket`.
        ticket: As it stood before.
        acks: Name of a channel → seconds in which somebody is to acknowledge there.
        answer: Seconds that a holder has to write.

    Raises:
        KeyError: The record lacks something.
        ValueError: A level in it is none.
    """
    at = record["ts"] // 1_000_000
    match record["kind"]:
        case "escalation_sent":
            to = record["to"]
            return Sent(at, to, ticket.alert, record["attempt"], acks.get(to))
        case "escalation_ack":
            return Acknowledged(at, record["by"])
        case "ticket":
            return _step(record, ticket, at, answer)
        case _:
            return None


def _step(record: Mapping[str, Any], ticket: Ticket, at: int, answer: int) -> Event | None:
    by, why, to = record.get("by", ""), record.get("why", ""), record.get("to", "")
    event: Event | None = None
    match record["step"]:
        case "merged":
            event = Merged(at, why, Level(record["level"]), ticket.rule, to, ticket.within)
        case "expired":
            event = Overdue(max(at, ticket.due or 0), to)
        case "claimed":
            event = Claimed(at, by, answer)
        case "assessed":
            event = Assessed(at, by, Level(why))
        case "replied":
            event = Replied(at, by, record.get("size", 0))
        case "heard":
            event = Heard(at, answer)
        case "released":
            event = Released(at, by)
        case "resolved":
            event = Resolved(at, by, why)
    return event
