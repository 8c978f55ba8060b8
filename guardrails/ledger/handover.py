"""Bodies of the records of what became of a ticket, and of pauses. None of them holds words."""

from __future__ import annotations

from typing import Any

from guardrails.ledger.acts import code, reference


def ticket_body(
    *,
    escalation: str,
    n: int,
    step: str,
    state: str,
    level: str,
    at: int,
    by: str | None = None,
    to: str | None = None,
    why: str | None = None,
    size: int = 0,
) -> dict[str, Any]:
    """
    Return the body of `ticket`: one step of a ticket that has no kind of its own.

    Args:
        escalation: Id of the `escalation` record that the ticket began with.
        n: Number of the step in its history, from 0. After a crash a step may stand twice
            in the log, with the same number.
        step: `merged`, `expired`, `claimed`, `heard`, `assessed`, `replied`, `released` or
            `resolved`.
        state: Where it stands after it.
        level: How urgent it is after it: what the machine found.
        at: Unix time in seconds.
        by: Id of the operator, never a name, or None.
        to: Channel that is told next, or None.
        why: Of `merged` the id of the other record, of `assessed` the operator's own level,
            of `resolved` a code.
        size: Of `replied` the number of characters.

    Raises:
        RecordError: The operator is no id.
    """
    body: dict[str, Any] = {
        "escalation": escalation,
        "n": n,
        "step": step,
        "state": str(state),
        "level": str(level),
        "at": at,
    }
    if by is not None:
        body["by"] = reference(by)
    if to is not None:
        body["to"] = to
    if why is not None:
        body["why"] = why
    if size:
        body["size"] = size
    return body


def pause_body(*, on: bool, by: str, reason: str, at: int) -> dict[str, Any]:
    """
    Return the body of `pause`: from here on no model is asked, or it is again.

    Args:
        on: Whether the service is paused now.
        by: Id of the operator, never a name.
        reason: Code, such as `incident`.
        at: Unix time in seconds.

    Raises:
        RecordError: One of them has another shape.
    """
    return {"on": on, "by": reference(by), "reason": code(reason), "at": at}
