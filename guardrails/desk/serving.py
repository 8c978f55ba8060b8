"""
The desk of a running service for commands on the same machine, over a socket in a file.

One line of JSON asks, one line answers: `{"do": "claim", "id": ..., "by": ...}` gives
`{"ok": {...}}` or `{"error": "TicketTakenError", "message": ...}`. Only who may open the
file, the user that the service runs as, can ask.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

import orjson

from guardrails.desk.desk import Desk
from guardrails.desk.desks import Desks
from guardrails.desk.views import as_json
from guardrails.errors import DeskError, GuardrailsError
from guardrails.findings import Level

LINE_MAX: Final = 256 * 1024
"""Longest question, in bytes."""
_LEAVING: Final = 1.0  # seconds for those who ask when the service ends
_LONGEST: Final = 100  # of a path that every system takes for a socket


def socket_name(origin: str) -> str:
    """Return the name of the socket of the service that writes the log *origin*."""
    return f"desk-{origin.replace('/', '-')}.sock"


@asynccontextmanager
async def served(desk: Desk | Desks, path: Path) -> AsyncGenerator[None, None]:
    """
    Answer commands at the socket *path* meanwhile.

    A socket that a crash has left is taken over: the log has one writer, so nobody else
    listens there.

    Raises:
        DeskError: It cannot listen there.
    """
    asking: set[asyncio.Task[None]] = set()

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            asking.add(task)
            task.add_done_callback(asking.discard)
        try:
            with suppress(OSError, asyncio.CancelledError):
                await _answered(desk, reader, writer)
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    _gone(path)
    old = os.umask(0o177)
    try:
        with short(path) as name:
            server = await asyncio.start_unix_server(one, name, limit=LINE_MAX)
    except OSError as error:
        msg = f"the desk cannot listen at {path}: {error.strerror}"
        raise DeskError(msg) from None
    finally:
        os.umask(old)
    try:
        yield
    finally:
        server.close()
        _gone(path)
        for task in asking:
            task.cancel()
        if asking:
            await asyncio.wait(asking, timeout=_LEAVING)


def _gone(path: Path) -> None:
    """Remove the socket *path*, and nothing else that may lie there."""
    if path.is_socket():
        path.unlink()


async def _answered(
    desk: Desk | Desks, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    try:
        line = await reader.readline()
    except ValueError:
        line = b""
    writer.write(orjson.dumps(await answer(desk, line)) + b"\n")
    await writer.drain()


async def answer(desk: Desk | Desks, line: bytes) -> dict[str, Any]:
    """Return the answer to one *line*; whatever it is, there is one."""
    try:
        asked = orjson.loads(line)
        do = _COMMANDS[asked["do"]]
        if do is _list:
            return {"ok": await _list(desk, asked)}
        one = desk if isinstance(desk, Desk) else await desk.desk_for(asked)
        if "id" in asked:
            asked["id"] = await one.find(asked["id"])
        return {"ok": await do(one, asked)}
    except GuardrailsError as error:
        return {"error": type(error).__name__, "message": str(error)}
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        return {"error": "DeskError", "message": "the desk does not understand this question"}


Asked = Mapping[str, Any]
Command = Callable[[Desk, Asked], Awaitable[Any]]


async def _list(desk: Desk | Desks, asked: Asked) -> Any:  # noqa: ANN401 - JSON
    return [as_json(one) for one in await desk.list(resolved=bool(asked.get("all")))]


async def _show(desk: Desk, asked: Asked) -> Any:  # noqa: ANN401
    return as_json(await desk.show(asked["id"]))


async def _ack(desk: Desk, asked: Asked) -> Any:  # noqa: ANN401
    return as_json(await desk.acknowledge(asked["id"], asked["by"]))


async def _claim(desk: Desk, asked: Asked) -> Any:  # noqa: ANN401
    return as_json(await desk.claim(asked["id"], asked["by"]))


async def _assess(desk: Desk, asked: Asked) -> Any:  # noqa: ANN401
    await desk.assess(asked["id"], asked["by"], Level(asked["level"]))
    return as_json(await desk.show(asked["id"]))


async def _reply(desk: Desk, asked: Asked) -> None:
    await desk.reply(asked["id"], asked["by"], asked["text"])


async def _release(desk: Desk, asked: Asked) -> Any:  # noqa: ANN401
    return as_json(await desk.release(asked["id"], asked["by"], asked.get("note", "")))


async def _resolve(desk: Desk, asked: Asked) -> Any:  # noqa: ANN401
    return as_json(await desk.resolve(asked["id"], asked["by"], asked.get("outcome", "done")))


async def _unmask(desk: Desk, asked: Asked) -> Any:  # noqa: ANN401
    turns = await desk.unmask(asked["id"], asked["by"], reason=asked["reason"], case=asked["case"])
    return [{"who": str(one.who), "text": one.text} for one in turns]


async def _drill(desk: Desk, asked: Asked) -> Any:  # noqa: ANN401
    return as_json(await desk.drill(asked["by"], asked.get("to")))


async def _pause(desk: Desk, asked: Asked) -> bool:
    how = desk.pause if asked["on"] else desk.resume
    return await how(asked["by"], asked["reason"])


_COMMANDS: Final[Mapping[str, Command]] = {
    "list": _list,
    "show": _show,
    "ack": _ack,
    "claim": _claim,
    "assess": _assess,
    "reply": _reply,
    "release": _release,
    "resolve": _resolve,
    "unmask": _unmask,
    "drill": _drill,
    "pause": _pause,
}


class short:  # noqa: N801 - used like a function
    """
    Gives a name for a socket at *path* that is not too long, meanwhile.

    Systems take about 100 bytes. Where the system shows open folders as files, the name
    goes by way of one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number = -1

    def __enter__(self) -> str:
        whole = str(self._path)
        if len(os.fsencode(whole)) <= _LONGEST or not Path("/proc/self/fd").is_dir():
            return whole
        self._number = os.open(self._path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        return f"/proc/self/fd/{self._number}/{self._path.name}"

    def __exit__(self, *_: object) -> None:
        if self._number >= 0:
            os.close(self._number)
