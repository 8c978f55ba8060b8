"""
Write the SQLite file of one schema of words, as the version of the package that brought it does.

    python -m tests.desk.released.make words-1.db

Run it once, with the first version that writes a schema; the file is committed and never
written again, so that every later version proves that it reads it.
"""

import asyncio
import sqlite3
import sys
from pathlib import Path

from guardrails.desk.words import sqlite_words
from guardrails.escalation.lines import What
from guardrails.escalation.recent import Said, Who
from guardrails.sessions.keyring import Keyring
from tests.escalation.tickets import NOW
from tests.sessions.conftest import KEY


async def write(path: Path) -> None:
    words = sqlite_words(path, Keyring.of(KEY))
    words.said("c", Said(Who.PERSON, "I cannot sleep."), locale="de", subject="p")
    words.said("c", Said(Who.SOFTWARE, "I hear you."))
    await words.post("c", What.JOINED, lambda locale: f"here {locale}", NOW)
    await words.put_note("c", "Calmer.")
    words.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


if __name__ == "__main__":
    asyncio.run(write(Path(__file__).parent / sys.argv[1]))
