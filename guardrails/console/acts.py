"""What a human does to a ticket, each by a form that leads back to it."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from guardrails.console.asked import Asked
from guardrails.console.desk import MESSAGE_MAX, one_of, opened, ticket_page
from guardrails.console.desk_words import LEVELS, OUTCOMES, REASONS
from guardrails.desk.desk import Desk
from guardrails.errors import DeskError, GuardrailsError, RefusedError, TicketMissingError
from guardrails.findings import Level

_NOTE_MAX: Final = 2_000


async def act(asked: Asked) -> Response:
    """Do what the form says to a ticket, and lead back to it."""
    what = str(asked.request.path_params["act"])
    doing = _ACTS.get(what)
    if doing is None:
        raise RefusedError(404, "not_found", "there is no such page")
    id_ = str(asked.request.path_params["ticket"])
    desk = await opened(asked.service)
    try:
        return await doing(asked, desk, id_)
    except TicketMissingError:
        raise RefusedError(404, "not_found", "there is no such ticket") from None
    except RefusedError as error:
        return await _again(asked, error, error.status)
    except GuardrailsError as error:
        return await _again(asked, error, 409)


async def _again(asked: Asked, error: GuardrailsError, status: int) -> Response:
    """Return the ticket with what went wrong, and with the words that were not sent."""
    return await ticket_page(asked, status, error=_in_words(error), written=_written(asked))


async def _claim(asked: Asked, desk: Desk, id_: str) -> Response:
    await desk.claim(id_, asked.by)
    return _back(asked, "claimed")


async def _acknowledge(asked: Asked, desk: Desk, id_: str) -> Response:
    await desk.acknowledge(id_, asked.by)
    return _back(asked, "acknowledged")


async def _assess(asked: Asked, desk: Desk, id_: str) -> Response:
    level = one_of({str(one): "" for one in LEVELS}, asked.field("level"))
    await desk.assess(id_, asked.by, Level(level))
    return _back(asked, "assessed")


async def _reply(asked: Asked, desk: Desk, id_: str) -> Response:
    await desk.reply(id_, asked.by, asked.field("text", MESSAGE_MAX))
    return _back(asked, "sent")


async def _release(asked: Asked, desk: Desk, id_: str) -> Response:
    await desk.release(id_, asked.by, asked.field("note", _NOTE_MAX))
    return _back(asked, "released")


async def _resolve(asked: Asked, desk: Desk, id_: str) -> Response:
    outcome = one_of(OUTCOMES, asked.field("outcome"))
    await desk.resolve(id_, asked.by, outcome)
    return _back(asked, "resolved")


async def _unmask(asked: Asked, desk: Desk, id_: str) -> Response:
    reason = one_of(REASONS, asked.field("reason"))
    case = asked.field("case")
    turns = await desk.unmask(id_, asked.by, reason=reason, case=case)
    # Shown this once: the address of the page holds nothing of it, and no store keeps it.
    return await ticket_page(asked, unmasked=turns)


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


def _back(asked: Asked, told: str) -> Response:
    parameters = asked.request.path_params
    return asked.to(f"/desk/{parameters['service']}/{parameters['ticket']}?told={told}")


def _written(asked: Asked) -> str:
    """Return what was written to the person and was not sent."""
    return asked.form.get("text", "")[:MESSAGE_MAX]


def _in_words(error: GuardrailsError) -> str:
    said = str(error)
    return f"{said[:1].upper()}{said[1:]}."
