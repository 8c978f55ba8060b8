"""
Write the SQLite file of one schema, as the version of the package that brought it does.

    python -m tests.sessions.released.make schema-1.db

Run it once, with the first version that writes a schema; the file is committed and never
written again, so that every later version proves that it reads it.
"""

import asyncio
import sqlite3
import sys
from pathlib import Path

from guardrails.findings import Level
from guardrails.risk import Step
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.sqlite import sqlite_sessions
from tests.sessions.conftest import KEY


async def write(path: Path) -> None:
    store = sqlite_sessions(path, Keyring.of(KEY), wall=lambda: 1_800_000_000.0)
    async with store.hold("conversation", subject_id="person") as session:
        session.opened = True
        session.state = (
            session.state.disclosed(1_800_000_000)
            .alarmed("desk:high", 1_800_000_000)
            .after(Step(Level.HIGH, 1_800_000_000, "crisis.suicide"), ["crisis-high"])
        )
        session.vault.tail = "I live in Leeds with Priya"
        session.vault.question = "Who lives with me?"
        session.vault.pseudonyms.token("person", "Priya")
        session.vault.remember(session.vault.mark(b"a message"), b"what was found")
    await store.aclose()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


if __name__ == "__main__":
    asyncio.run(write(Path(__file__).parent / sys.argv[1]))
