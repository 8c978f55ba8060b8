"""The desk: who waits for a human, and what a human does for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.responses import Response

from guardrails.console.asked import Asked
from guardrails.console.console import Service
from guardrails.desk.desk import Desk
from guardrails.desk.views import View, view_of
from guardrails.errors import DeskError, GuardrailsError, RefusedError, TicketMissingError
from guardrails.escalation.recent import Said
from guardrails.escalation.ticket import State, Ticket
from guardrails.findings import Level

REASONS: Final = {
    "call-back": "To call them back",
    "emergency": "To send help to them",
    "identify": "To find out whom I speak with",
    "duty": "Because the law asks for it",
}
"""Why somebody sees a person's own values, as a code and in words."""
OUTCOMES: Final = {
    "done": "Spoken with, nothing more to do",
    "handed-on": "Handed on to other help",
    "emergency": "Emergency service called",
    "no-contact": "Could not be reached",
    "false-alarm": "Nobody was in need",
}
PAUSES: Final = {
    "incident": "Something is going wrong",
    "staffing": "Nobody is there to answer",
    "maintenance": "Work on the service",
    "precaution": "To be sure",
}
LEVELS: Final = (Level.NONE, Level.CARE, Level.CONCERN, Level.HIGH, Level.IMMINENT)
LEVEL_WORDS: Final = {
    Level.NONE: "None: nobody is in need",
    Level.CARE: "Care: a kind word helps",
    Level.CONCERN: "Concern: somebody should talk with them",
    Level.HIGH: "High: they may be in danger",
    Level.IMMINENT: "Imminent: they are in danger now",
}
TOLD: Final = {
    "claimed": "You have taken the conversation. The software is silent, and the person was told.",
    "acknowledged": "You have said that you will take it. Nobody else is told meanwhile.",
    "assessed": "Your assessment is kept. What the machine found is shown now.",
    "sent": "Sent.",
    "released": "You have handed the conversation back. The person was told.",
    "resolved": "Resolved.",
    "cleared": "The crisis flag of this conversation is down.",
    "not-flagged": "This conversation had no crisis flag.",
    "paused": "Paused. No model is asked any more; people get fixed texts, and you.",
    "resumed": "Models are asked again.",
    "drill": "A drill has begun. Answer it as you would a real one.",
}
_MESSAGE_MAX: Final = 4_000
_NOTE_MAX: Final = 2_000
_STEPS: Final = {
    "opened": "Raised, for",
    "sent": "Told:",
    "failed": "Could not be told:",
    "acknowledged": "Acknowledged by",
    "claimed": "Taken by",
    "assessed": "Assessed by",
    "replied": "Written to by",
    "heard": "The person wrote",
    "released": "Handed back by",
    "resolved": "Resolved by",
    "expired": "Nobody came in time; next:",
    "merged": "A further alarm was added",
}


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
    return asked.page("desk.html", **await _queue(asked), told=_told(asked))


async def queue_live(asked: Asked) -> Response:
    """Return the part of that page that changes by itself."""
    return asked.page("desk_queue.html", **await _queue(asked))


async def _queue(asked: Asked) -> dict[str, Any]:
    rows: dict[str, Row] = {}
    for service in asked.services:
        desk = await _opened(service)
        for ticket in await desk.intake.tickets.listed():
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
        if (await service.guard.desk.intake.tickets.standing("")).paused:
            return True
    return False


async def pause(asked: Asked) -> Response:
    """Ask no model any more, in every service of this process."""
    reason = _one_of(PAUSES, asked.field("reason"))
    for service in asked.services:
        await service.guard.desk.pause(asked.by, reason)
    return asked.to("/desk?told=paused")


async def resume(asked: Asked) -> Response:
    """Ask models again."""
    reason = _one_of(PAUSES, asked.field("reason"))
    for service in asked.services:
        await service.guard.desk.resume(asked.by, reason)
    return asked.to("/desk?told=resumed")


async def drill(asked: Asked) -> Response:
    """Send a marked test through the channels of the service that the form names."""
    service = asked.console.services.get(asked.field("service"))
    if service is None or not asked.caller.may_use(service.name):
        raise RefusedError(404, "not_found", "there is no such service")
    await (await _opened(service)).drill(asked.by)
    return asked.to("/desk?told=drill")


async def ticket(asked: Asked) -> Response:
    """Return the page of one ticket."""
    return await _ticket(asked)


async def ticket_live(asked: Asked) -> Response:
    """Return the part of that page that changes by itself."""
    return asked.page("desk_turns.html", **await _facts(asked))


async def _ticket(
    asked: Asked,
    status: int = 200,
    *,
    error: str = "",
    written: str = "",
    unmasked: Sequence[Said] | None = None,
) -> Response:
    facts = await _facts(asked)
    return asked.page(
        "desk_ticket.html",
        status,
        **facts,
        error=error,
        told=_told(asked),
        written=written,
        unmasked=unmasked,
        levels=[(str(one), LEVEL_WORDS[one]) for one in LEVELS],
        reasons=REASONS,
        outcomes=OUTCOMES,
        longest=_MESSAGE_MAX,
        may_clear=facts["view"].conversation is not None,
    )


async def _facts(asked: Asked) -> dict[str, Any]:
    service, id_ = asked.service, str(asked.request.path_params["ticket"])
    desk = await _opened(service)
    try:
        kept = await desk.intake.keeper.get(id_)
        view = await desk.show(id_)
    except TicketMissingError:
        raise RefusedError(404, "not_found", "there is no such ticket") from None
    row = _row(asked, service, kept)
    return {
        "view": view,
        "row": row,
        "mine": view.holder == asked.by,
        "history": [(at, _STEPS.get(what, what), who or "") for at, what, who in view.history],
        "version": kept.version,
        "state": str(view.state),
    }


async def act(asked: Asked) -> Response:
    """Do what the form says to a ticket, and lead back to it."""
    what = str(asked.request.path_params["act"])
    doing = _ACTS.get(what)
    if doing is None:
        raise RefusedError(404, "not_found", "there is no such page")
    id_ = str(asked.request.path_params["ticket"])
    desk = await _opened(asked.service)
    try:
        return await doing(asked, desk, id_)
    except TicketMissingError:
        raise RefusedError(404, "not_found", "there is no such ticket") from None
    except RefusedError as error:
        return await _ticket(asked, error.status, error=_in_words(error), written=_written(asked))
    except GuardrailsError as error:
        return await _ticket(asked, 409, error=_in_words(error), written=_written(asked))


async def _claim(asked: Asked, desk: Desk, id_: str) -> Response:
    await desk.claim(id_, asked.by)
    return _back(asked, "claimed")


async def _acknowledge(asked: Asked, desk: Desk, id_: str) -> Response:
    await desk.acknowledge(id_, asked.by)
    return _back(asked, "acknowledged")


async def _assess(asked: Asked, desk: Desk, id_: str) -> Response:
    level = _one_of({str(one): "" for one in LEVELS}, asked.field("level"))
    await desk.assess(id_, asked.by, Level(level))
    return _back(asked, "assessed")


async def _reply(asked: Asked, desk: Desk, id_: str) -> Response:
    await desk.reply(id_, asked.by, asked.field("text", _MESSAGE_MAX))
    return _back(asked, "sent")


async def _release(asked: Asked, desk: Desk, id_: str) -> Response:
    await desk.release(id_, asked.by, asked.field("note", _NOTE_MAX))
    return _back(asked, "released")


async def _resolve(asked: Asked, desk: Desk, id_: str) -> Response:
    outcome = _one_of(OUTCOMES, asked.field("outcome"))
    await desk.resolve(id_, asked.by, outcome)
    return _back(asked, "resolved")


async def _unmask(asked: Asked, desk: Desk, id_: str) -> Response:
    reason = _one_of(REASONS, asked.field("reason"))
    case = asked.field("case")
    turns = await desk.unmask(id_, asked.by, reason=reason, case=case)
    # Shown this once: the address of the page holds nothing of it, and no store keeps it.
    return await _ticket(asked, unmasked=turns)


async def _clear(asked: Asked, desk: Desk, id_: str) -> Response:
    view = await desk.show(id_)
    if view.holder != asked.by or view.conversation is None:
        msg = "take the conversation first: who has read it takes the flag down"
        raise DeskError(msg)
    cleared = await asked.service.guard.clear_watch(view.conversation, by=asked.by)
    return _back(asked, "cleared" if cleared else "not-flagged")


_ACTS: Final = {
    "acknowledge": _acknowledge,
    "assess": _assess,
    "claim": _claim,
    "clear": _clear,
    "release": _release,
    "reply": _reply,
    "resolve": _resolve,
    "unmask": _unmask,
}


async def _opened(service: Service) -> Desk:
    """Return the desk of *service*, with the tickets that a crash left in the log."""
    desk = service.guard.desk
    await desk.intake.start()
    return desk


def _back(asked: Asked, told: str) -> Response:
    parameters = asked.request.path_params
    return asked.to(f"/desk/{parameters['service']}/{parameters['ticket']}?told={told}")


def _told(asked: Asked) -> str:
    return TOLD.get(asked.request.query_params.get("told", ""), "")


def _written(asked: Asked) -> str:
    """Return what was written to the person and was not sent."""
    return asked.form.get("text", "")[:_MESSAGE_MAX]


def _one_of(known: Mapping[str, object], value: str) -> str:
    if value not in known:
        raise RefusedError(400, "invalid_value", "choose one of the answers first")
    return value


def _in_words(error: GuardrailsError) -> str:
    said = str(error)
    return f"{said[:1].upper()}{said[1:]}."
