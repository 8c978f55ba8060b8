"""A drill: a marked test that goes the way of a real call."""

from __future__ import annotations

import secrets
from typing import Any, Final

from guardrails.desk.intake import Intake
from guardrails.errors import DeskError
from guardrails.escalation.ticket import Ticket, opened
from guardrails.findings import Level
from guardrails.ledger.escalations import escalation_body
from guardrails.ledger.record import Kind

WITHIN: Final = 600
"""Seconds in which a drill is to be answered, unless its channel says otherwise."""


async def drill(intake: Intake, by: str, to: str | None = None) -> Ticket:
    """
    Return the ticket of a new drill, which is on its way.

    Args:
        intake: Whose channels are tried.
        by: Id of the operator who began it.
        to: Name of the first channel; the policy's first one by default.

    Raises:
        DeskError: There is no such channel.
        LogWriteError: It could not be recorded; nobody is told.
        TicketStoreError: It could not be kept.
    """
    names = intake.names
    name = to or (names[0] if names else "")
    if not names:
        msg = "there is no channel to try: start the service, or name its policy (--policy)"
        raise DeskError(msg)
    if name not in names:
        msg = f"there is no channel {name!r}; there are {', '.join(sorted(names))}"
        raise DeskError(msg)
    at, session = int(intake.now()), f"drill-{secrets.token_hex(8)}"
    within = intake.acks.get(name, WITHIN)
    told: dict[str, Any] = {"level": Level.HIGH, "to": name, "within": within, "at": at}
    told |= {"service": intake.service}
    rule = f"drill.{by}"
    body = escalation_body(session=session, turn=0, rule=rule, about="drill", **told)
    receipt = await intake.log.append(Kind.ESCALATION, body)
    ticket = opened(
        id_=receipt.id,
        session=session,
        rule=rule,
        kind="drill",
        conversation=session,
        origin=intake.log.origin,
        **told,
    )
    await intake.take(ticket)
    intake.wake()
    return ticket
