"""The records of an escalation: a human is to be told, was told, or was not."""

from __future__ import annotations

from typing import Any


def escalation_body(
    *,
    session: str,
    turn: int,
    level: str,
    rule: str,
    to: str,
    within: int,
    at: int,
    about: str = "person",
    ticket: str | None = None,
    service: str = "",
) -> dict[str, Any]:
    """
    Return the body of `escalation`: a human is to be told. This record is the outbox.

    Args:
        session: Id of the conversation.
        turn: Number of the turn in it.
        level: How urgent.
        rule: Which rule asked for it.
        to: Name of the first channel.
        within: Seconds in which it is to be acknowledged.
        at: Unix time in seconds.
        about: `person` for a person in need, `operator` for a failed detector, `drill`.
        ticket: Id of the ticket, where it was made before this could be recorded.
        service: Which of several services raised it; "" if there is one alone.
    """
    body: dict[str, Any] = {
        "session": session,
        "turn": turn,
        "level": str(level),
        "rule": rule,
        "to": to,
        "within": within,
        "at": at,
        "about": about,
    }
    if ticket is not None:
        body["ticket"] = ticket
    if service:
        body["service"] = service
    return body


def escalation_sent_body(*, escalation: str, to: str, attempt: int) -> dict[str, Any]:
    """Return the body of `escalation_sent`: channel *to* took it; attempts count from 1."""
    return {"escalation": escalation, "to": to, "attempt": attempt}


def escalation_failed_body(
    *, escalation: str, to: str, attempt: int, why: str, then: str | None = None
) -> dict[str, Any]:
    """Return the body of `escalation_failed`; *why* is a type of error, *then* the next channel."""
    return {"escalation": escalation, "to": to, "attempt": attempt, "why": why, "then": then}


def escalation_ack_body(*, escalation: str, by: str, at: int) -> dict[str, Any]:
    """Return the body of `escalation_ack`: *by* is an operator's id, never a name."""
    return {"escalation": escalation, "by": by, "at": at}
