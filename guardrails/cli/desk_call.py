"""Finds the desk that a command is for: that of a running service, or the tickets themselves."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import click
import orjson

from guardrails.cli.desk_place import Place
from guardrails.errors import DeskError

ORIGIN: Final = "desk"
"""Name of the log that commands write while no service runs."""
ALONE: Final = (
    "no service answers here: channels are not told, nobody can be written to, and there are "
    "no turns to see"
)
"""What is said where a command finds no service, and no words that are shared."""
_READING: Final = frozenset({"list", "show"})


def ask(place: Place, do: str, **fields: Any) -> Any:  # noqa: ANN401 - JSON
    """
    Return what the desk answers.

    It is the desk of the service that has the ticket's conversation, of another one that
    runs, or one made here from the tickets themselves, which has turns and words only where
    services share them.

    Args:
        place: Where the log is, and the tickets.
        do: Name of the command.
        **fields: What goes with it.

    Raises:
        DeskError: It cannot be done; the message says why.
        LogLockedError: Another command is at work.
    """
    asked = {name: value for name, value in fields.items() if value is not None}
    for path in _sockets(place, asked.get("id")):
        from guardrails.desk.calling import call

        try:
            return call(path, do=do, **asked)
        except ConnectionError:
            continue  # a crash has left it
    if place.words_url is not None:
        return here(place, do, **asked)
    place.check()
    click.echo(ALONE, err=True)
    if do == "reply":
        msg = "nothing was sent: only a running service, or words that are shared, reach people"
        raise DeskError(msg)
    told = here(place, do, **asked)
    return {**told, "alone": True} if isinstance(told, dict) else told


def _sockets(place: Place, ticket: str | None) -> list[Path]:
    """Return the sockets of services, the one that has the conversation of *ticket* first."""
    found = sorted(place.directory.glob("desk-*.sock"))
    if len(found) > 1 and ticket is not None:
        from guardrails.desk.serving import socket_name

        name = socket_name(_shown(place, found, ticket)["origin"])
        found.sort(key=lambda path: path.name != name)
    return found


def _shown(place: Place, sockets: list[Path], ticket: str) -> Any:  # noqa: ANN401 - JSON
    """Return *ticket* from where the tickets are or, if that is not known, from a service."""
    if not place.known:
        from guardrails.desk.calling import call

        for path in sockets:
            with suppress(ConnectionError):
                return call(path, do="show", id=ticket)
    return here(place, "show", id=ticket)


def here(place: Place, do: str, **asked: Any) -> Any:  # noqa: ANN401 - JSON
    """
    Do it with the tickets themselves; what changes them is recorded in a log called `desk`.

    Raises:
        DeskError: It cannot be done.
        LogLockedError: Another command is at work.
    """
    return asyncio.run(_here(place, orjson.dumps({"do": do, **asked}), read=do in _READING))


async def _here(place: Place, line: bytes, *, read: bool) -> Any:  # noqa: ANN401 - JSON
    from guardrails.desk.calling import RefusedError
    from guardrails.desk.desk import Desk
    from guardrails.desk.intake import Intake
    from guardrails.desk.serving import answer
    from guardrails.ledger.forgotten import ForgottenLog
    from guardrails.ledger.store import FileLog

    tickets, words = place.tickets(), place.words()
    log = ForgottenLog() if read else FileLog(place.directory, origin=ORIGIN)
    desk = Desk(Intake(log, {}, {}, tickets, words=words))
    try:
        told = await answer(desk, line)
    finally:
        desk.intake.close()
        log.close()
    if "error" in told:
        raise RefusedError(told["error"], told["message"])
    return told["ok"]
