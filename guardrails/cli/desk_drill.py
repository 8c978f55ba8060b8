"""A drill from the command line: through a running service, or through a policy's channels."""

from __future__ import annotations

import asyncio
import os
import time
from typing import TYPE_CHECKING, Any, Final

from guardrails.cli.desk_call import ORIGIN, ask
from guardrails.cli.desk_place import Place
from guardrails.desk.report import Drilled, drilled

if TYPE_CHECKING:
    from guardrails.escalation.ticket import Ticket

_LOOK: Final = 0.2  # seconds between looks at whether somebody has answered
_ANSWERS: Final = ("acknowledged", "claimed")


def drilled_there(directory: Place, by: str, to: str | None, wait: float) -> Drilled:
    """
    Return how a drill through the channels of a running service went.

    Raises:
        DeskError: No service runs, or there is no such channel.
    """
    view = ask(directory, "drill", by=by, to=to)
    end = time.monotonic() + wait
    while not _answered(view) and time.monotonic() < end:
        time.sleep(_LOOK)
        view = ask(directory, "show", id=view["id"])
    ask(directory, "resolve", id=view["id"], by=view["holder"] or by, outcome="drill-over")
    return asyncio.run(_kept(directory, view["id"]))


def _answered(view: dict[str, Any]) -> bool:
    return any(what in _ANSWERS for _, what, _ in view["history"])


async def _kept(directory: Place, ticket: str) -> Drilled:
    store = directory.tickets()
    try:
        found = await store.get(ticket)
        if found is None:
            raise AssertionError  # pragma: no cover - it was there a moment ago
        return drilled(found)
    finally:
        store.close()


async def drilled_here(
    directory: Place, policy: str, by: str, to: str | None, wait: float
) -> Drilled:
    """
    Return how a drill through the channels of *policy* went, with this process's environment.

    Raises:
        PolicyError: The policy is wrong.
        ConfigurationError: A variable of a channel is not set.
        DeskError: There is no such channel.
        LogLockedError: Another command is at work.
    """
    from guardrails.assembly import channels_of
    from guardrails.desk.desk import Desk
    from guardrails.desk.intake import Intake
    from guardrails.ledger.store import FileLog
    from guardrails.policy.ready import load_policy

    loaded = load_policy(policy)
    channels = channels_of(loaded, {}, os.environ)
    log = FileLog(directory.directory, origin=ORIGIN)
    intake = Intake(log, channels, loaded.channels, directory.tickets())
    desk = Desk(intake)
    try:
        view = await desk.drill(by, to)
        ticket = await intake.keeper.get(view.id)
        end = time.monotonic() + wait
        while not _taken(ticket) and time.monotonic() < end:
            await asyncio.sleep(_LOOK)
            ticket = await intake.keeper.get(view.id)
        await intake.drain()
        ticket = await intake.keeper.get(view.id)
        await desk.resolve(view.id, ticket.holder or by, "drill-over")
        return drilled(ticket)
    finally:
        intake.close()
        log.close()


def _taken(ticket: Ticket) -> bool:
    return any(one.what in _ANSWERS for one in ticket.history)
