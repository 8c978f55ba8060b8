"""The console's pages about a log in a database: read from the copy that the process keeps."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from guardrails.access.roles import Role
from guardrails.ledger.postgres import PostgresLog
from guardrails.ledger.pull import KeptCopy
from guardrails.ledger.verdict import Code
from tests.console.houses import House, Person, house
from tests.ledger.auditor import judge

from .conftest import KEY, Database

PAGES = (
    "/log",
    "/log/verify",
    "/log/replay",
    "/log/plots",
    "/log/export?to=csv",
)


@pytest.fixture
def shown(database: Database, tmp_path: Path) -> Iterator[House]:
    log = database.log(copy=tmp_path / "copy")
    (tmp_path / "house").mkdir()
    with house(tmp_path / "house", log=log, small=True) as one:
        yield one
        for client in one.clients:
            client.close()


def rows(answer: httpx.Response) -> list[int]:
    return [int(seq) for seq in re.findall(r"/console/log/record/local/(\d+)\"", answer.text)]


def test_every_page_about_the_log_is_there(shown: House, database: Database) -> None:
    shown.say("Good morning.", "first")
    person = Person(shown, Role.AUDITOR)
    for page in PAGES:
        answer = person.get(page)
        assert answer.status_code == 200, (page, answer.text)
    assert rows(person.get("/log"))[0] == len(database.lines()) - 1
    shown.say("It is late.", "second")
    assert rows(person.get("/log"))[0] == len(database.lines()) - 1
    assert "boot" in person.get("/log/record/local/0").text
    checked = person.post("/log/verify", key=str(KEY.verifier), head="")
    assert "sound" in checked.text


def test_records_come_fifty_at_a_time(shown: House, database: Database) -> None:
    async def fill() -> None:
        log = database.log()
        for n in range(120):
            await log.append("heartbeat", {"n": n})
        log.close()

    asyncio.run(fill())
    person = Person(shown, Role.AUDITOR)
    first = person.get("/log?kind=heartbeat")
    seen = rows(first)
    assert len(seen) == 50
    [older] = re.findall(r"until=(\d+)\">Older", first.text)
    more = rows(person.get(f"/log?kind=heartbeat&until={older}"))
    assert len(more) == 50
    assert max(more) < min(seen)


def test_what_is_not_there_any_more_as_it_was_copied_is_told_and_not_shown(
    shown: House, database: Database
) -> None:
    person = Person(shown, Role.AUDITOR)
    assert person.get("/log").status_code == 200
    database.run("DELETE FROM candor_log.checkpoints")
    answer = person.get("/log")
    assert answer.status_code == 409
    assert "keep the copy" in answer.text


def test_without_a_copy_the_pages_say_how_to_read_the_log(
    database: Database, tmp_path: Path
) -> None:
    log = database.log()
    assert log.copied is None
    (tmp_path / "house").mkdir()
    with house(tmp_path / "house", log=log, small=True) as one:
        person = Person(one, Role.AUDITOR)
        for page in PAGES:
            answer = person.get(page)
            assert (answer.status_code, "candor log pull" in answer.text) == (404, True)
        for client in one.clients:
            client.close()


async def test_a_copy_is_brought_up_to_date_by_one_at_a_time(
    database: Database, tmp_path: Path
) -> None:
    log = database.log()
    copy = KeptCopy(database.url(), tmp_path, "local")
    for n in range(5):
        await log.append("heartbeat", {"n": n})
    found = await asyncio.gather(*(asyncio.to_thread(copy.refresh) for _ in range(6)))
    assert {*found} == {tmp_path / "local"}
    log.close()
    copy.refresh()
    assert judge(tmp_path, KEY.verifier).code is Code.SOUND


def test_the_log_says_where_it_is_and_where_its_copy(database: Database, tmp_path: Path) -> None:
    log = database.log(copy=tmp_path)
    assert isinstance(log, PostgresLog)
    assert log.address == database.url()
    assert log.copied is not None
    assert log.copied() == tmp_path / "local"
