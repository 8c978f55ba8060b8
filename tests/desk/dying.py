"""
A service that dies at one step: `python dying.py FOLDER URL [STEP [NTH]]`.

STEP is what is called when it dies, and `before` or `after`: `log.escalation.after`. It dies
at the NTH time. Without a step it looks for what a crash left, and ends once nothing is due.
"""

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from guardrails.desk.intake import Intake
from guardrails.escalation.base import Notice
from guardrails.escalation.postgres import postgres_tickets
from guardrails.escalation.sqlite import SqliteTickets
from guardrails.escalation.ticket import opened
from guardrails.escalation.tickets import TicketStore
from guardrails.escalation.webhook import WebhookChannel
from guardrails.findings import Level
from guardrails.ledger.base import Receipt
from guardrails.ledger.escalations import escalation_body
from guardrails.ledger.store import FileLog
from guardrails.policy.channel_spec import ChannelSpec

SECRET = "a secret of thirty-two characters"


class Death:
    """Kills this process, as a lost power line would, when its step has come."""

    def __init__(self, step: str, nth: int) -> None:
        self._step = step
        self._left = nth

    def at(self, step: str) -> None:
        if step == self._step:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


class DyingLog:
    """A log whose process dies."""

    def __init__(self, inner: FileLog, death: Death) -> None:
        self._inner = inner
        self._death = death
        self.origin = inner.origin
        self.folder = inner.folder

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        self._death.at(f"log.{kind}.before")
        receipt = await self._inner.append(kind, body)
        self._death.at(f"log.{kind}.after")
        return receipt

    async def attach(self, data: bytes) -> str:
        return await self._inner.attach(data)

    def close(self) -> None:
        self._inner.close()


class DyingTickets:
    """Tickets whose process dies."""

    def __init__(self, inner: TicketStore, death: Death) -> None:
        self._inner = inner
        self._death = death

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if name not in {"add", "save", "lease", "logged", "reached", "due"}:
            return found

        async def call(*args: Any, **fields: Any) -> Any:
            self._death.at(f"tickets.{name}.before")
            value = await found(*args, **fields)
            self._death.at(f"tickets.{name}.after")
            return value

        return call


class DyingChannel:
    """A channel whose process dies."""

    def __init__(self, inner: WebhookChannel, death: Death) -> None:
        self._inner = inner
        self._death = death

    async def send(self, notice: Notice) -> None:
        self._death.at("channel.send.before")
        await self._inner.send(notice)
        self._death.at("channel.send.after")


async def main(folder: Path, url: str, step: str, nth: int, database: str = "") -> None:
    death = Death(step, nth)
    log = DyingLog(FileLog(folder, origin="web"), death)
    kept = postgres_tickets(database) if database else SqliteTickets(folder / "tickets.db")
    tickets: Any = DyingTickets(kept, death)
    channel = DyingChannel(WebhookChannel(url, SECRET, private=True), death)
    specs = {"desk": ChannelSpec("desk", "webhook", ack_within=600)}
    intake = Intake(log, {"desk": channel}, specs, tickets)
    await intake.start()
    if step:
        told: dict[str, Any] = {"level": Level.HIGH, "rule": "crisis.high", "to": "desk"}
        told |= {"session": "s_1", "turn": 0, "within": 600, "at": int(intake.now())}
        receipt = await log.append("escalation", escalation_body(**told))
        await intake.raise_(opened(id_=receipt.id, conversation="chat-1", origin="web", **told))
    await intake.drain(30)
    intake.close()
    log.close()


def forked(work: Callable[[], Coroutine[Any, Any, None]]) -> int:
    """Return how a child of this process ended that did *work*."""
    child = os.fork()
    if not child:
        code = 1
        try:
            asyncio.run(work())
            code = 0
        except BaseException:  # noqa: BLE001 - told, and then it is over
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


async def recover(folder: Path, url: str, database: str) -> None:
    """Do what a service does at its next start, tell of each ticket, and leave nothing behind."""
    await main(folder, url, "", 1, database)
    store = postgres_tickets(database)
    for ticket in await store.listed(resolved=True):
        sys.stdout.write(f"{ticket.id} {ticket.state}\n")
    store.close()
    sys.stdout.flush()
    import psycopg

    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("DROP SCHEMA candor CASCADE")


def die_at_each(root: Path, url: str, database: str, steps: Sequence[str]) -> None:
    """For each of *steps*, `STEP:NTH`, die there and recover: one import for all."""
    for number, step in enumerate(steps):
        name, _, nth = step.partition(":")
        folder = root / str(number)
        folder.mkdir()
        sys.stdout.write(f"{forked(partial(main, folder, url, name, int(nth), database))} ")
        sys.stdout.flush()
        if forked(partial(recover, folder, url, database)):
            sys.exit(1)


if __name__ == "__main__" and sys.argv[1] == "each":
    die_at_each(Path(sys.argv[2]), *sys.argv[3:5], sys.argv[5:])
elif __name__ == "__main__":
    step, nth = [*sys.argv[3:], "", "1"][:2] if len(sys.argv) > 3 else ["", "1"]
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], step, int(nth)))
