"""
A service that dies at one step: `python dying.py FOLDER URL [STEP [NTH]]`.

STEP is what is called when it dies, and `before` or `after`: `log.escalation.after`. It dies
at the NTH time. Without a step it looks for what a crash left, and ends once nothing is due.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guardrails.desk.intake import Intake
from guardrails.escalation.base import Notice
from guardrails.escalation.sqlite import SqliteTickets
from guardrails.escalation.ticket import opened
from guardrails.escalation.webhook import WebhookChannel
from guardrails.findings import Level
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import escalation_body
from guardrails.ledger.store import FileLog
from guardrails.policy.model import ChannelSpec

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


class DyingTickets(SqliteTickets):
    """Tickets whose process dies."""

    def __init__(self, path: Path, death: Death) -> None:
        super().__init__(path)
        self._death = death

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name not in {"add", "save", "lease", "logged", "reached", "due"}:
            return found
        death = super().__getattribute__("_death")

        async def call(*args: Any, **fields: Any) -> Any:
            death.at(f"tickets.{name}.before")
            value = await found(*args, **fields)
            death.at(f"tickets.{name}.after")
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


async def main(folder: Path, url: str, step: str, nth: int) -> None:
    death = Death(step, nth)
    log = DyingLog(FileLog(folder, origin="web"), death)
    tickets = DyingTickets(folder / "tickets.db", death)
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


if __name__ == "__main__":
    step, nth = [*sys.argv[3:], "", "1"][:2] if len(sys.argv) > 3 else ["", "1"]
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], step, int(nth)))
