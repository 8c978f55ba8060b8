"""The desk: who waits for a human, and what is known of one ticket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.responses import Response

from guardrails.console.asked import Asked
from guardrails.console.console import Service
from guardrails.console.desk_words import (
    LEVEL_WORDS,
    LEVELS,
    OUTCOMES,
    PAUSES,
    REASONS,
    STEPS,
    TOLD,
)
from guardrails.desk.desk import Desk
from guardrails.desk.views import View, view_of
from guardrails.errors import RefusedError, TicketMissingError
from guardrails.escalation.recent import Said
from guardrails.escalation.ticket import State, Ticket

MESSAGE_MAX: Final = 4_000
"""Characters of a message to a person."""


@dataclass(frozen=True, slots=True)
class Row:
    """A ticket in the queue: the service that it belongs to, and when something is due, if ever."""

    service: str
    view: View
    until: int | None
    over: bool

    @property
    def path(self) -> str:
        """Its address, after `/console`."""
        return f"/desk/{self.service}/{self.view.id}"


async def queue(asked: Asked) -> Response:
    """Return the page with everybody who waits."""
    return asked.page("desk.html", **await _queue(asked), told=told_of(asked))


async def queue_live(asked: Asked) -> Response:
    """Return the part of that page that changes by itself."""
    return asked.page("desk_queue.html", **await _queue(asked))


async def _queue(asked: Asked) -> dict[str, Any]:
    rows: dict[str, Row] = {}
    for service in asked.services:
        await opened(service)
        for ticket in await service.intake.tickets.listed():
            row = _row(asked, service, ticket)
            known = rows.get(ticket.id)
            # Two services of one log may both know of it; only one knows the conversation.
            if known is None or known.view.conversation is None:
                rows[ticket.id] = row
    ordered = list(rows.values())  # the most urgent first, as each desk lists them
    return {
        "waiting": [one for one in ordered if one.view.holder is None],
        "held": [one for one in ordered if one.view.holder is not None],
        "paused": await _paused(asked),
        "pauses": PAUSES,
    }


def _row(asked: Asked, service: Service, ticket: Ticket) -> Row:
    until = ticket.due if ticket.state is State.IN_HAND else ticket.at + ticket.within
    over = until is not None and until < asked.console.now()
    return Row(service.name, view_of(ticket), until, over)


async def _paused(asked: Asked) -> bool:
    for service in asked.services:
        if (await service.intake.tickets.standing("")).paused:
            return True
    return False


async def pause(asked: Asked) -> Response:
    """Ask no model any more, in every service of this process."""
    reason = one_of(PAUSES, asked.field("reason"))
    for service in asked.services:
        await service.guard.desk.pause(asked.by, reason)
    return asked.to("/desk?told=paused")


async def resume(asked: Asked) -> Response:
    """Ask models again."""
    reason = one_of(PAUSES, asked.field("reason"))
    for service in asked.services:
        await service.guard.desk.resume(asked.by, reason)
    return asked.to("/desk?told=resumed")


async def drill(asked: Asked) -> Response:
    """Send a marked test through the channels of the service that the form names."""
    service = asked.service_of(asked.field("service"))
    await (await opened(service)).drill(asked.by)
    return asked.to("/desk?told=drill")


async def ticket(asked: Asked) -> Response:
    """Return the page of one ticket."""
    return await ticket_page(asked)


async def ticket_live(asked: Asked) -> Response:
    """Return the part of that page that changes by itself."""
    return asked.page("desk_turns.html", **await _facts(asked))


async def ticket_page(
    asked: Asked,
    status: int = 200,
    *,
    error: str = "",
    written: str = "",
    unmasked: Sequence[Said] | None = None,
) -> Response:
    """
    Return the page of the ticket that the address names.

    Args:
        asked: By whom.
        status: Of the answer.
        error: What went wrong, in a sentence, or "".
        written: What was to be sent to the person and was not.
        unmasked: The last turns with the person's own values, if they are to be shown.

    Raises:
        RefusedError: There is no such ticket.
    """
    facts = await _facts(asked)
    return asked.page(
        "desk_ticket.html",
        status,
        **facts,
        error=error,
        told=told_of(asked),
        written=written,
        unmasked=unmasked,
        levels=[(str(one), LEVEL_WORDS[one]) for one in LEVELS],
        reasons=REASONS,
        outcomes=OUTCOMES,
        longest=MESSAGE_MAX,
        may_clear=facts["view"].conversation is not None,
    )


async def _facts(asked: Asked) -> dict[str, Any]:
    service, id_ = asked.service, str(asked.request.path_params["ticket"])
    desk = await opened(service)
    try:
        kept = await service.intake.keeper.get(id_)
        view = await desk.show(id_)
    except TicketMissingError:
        raise RefusedError(404, "not_found", "there is no such ticket") from None
    row = _row(asked, service, kept)
    return {
        "view": view,
        "row": row,
        "mine": view.holder == asked.by,
        "history": [(at, STEPS.get(what, what), who or "") for at, what, who in view.history],
        "version": kept.version,
        "state": str(view.state),
    }


async def opened(service: Service) -> Desk:
    """Return the desk of *service*, with the tickets that a crash left in the log."""
    await service.intake.start()
    return service.guard.desk


def told_of(asked: Asked) -> str:
    """Return in words what was done just now, as the address says, or an empty string."""
    return TOLD.get(asked.request.query_params.get("told", ""), "")


def one_of(known: Mapping[str, object], value: str) -> str:
    """
    Return *value*.

    Raises:
        RefusedError: It is not among *known*.
    """
    if value not in known:
        raise RefusedError(400, "invalid_value", "choose one of the answers first")
    return value
