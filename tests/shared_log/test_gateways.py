"""Two gateways, as processes of their own, that write one log."""

from __future__ import annotations

import json
from pathlib import Path

import httpx

from guardrails.ledger.read import read_records
from guardrails.ledger.verdict import Code
from guardrails.replay.run import replay
from tests.console.houses import house_in, token_in
from tests.gateway.gates import Upstream, words
from tests.gateway.test_process import post, process
from tests.serving import served

from .conftest import KEY, Database


def test_two_gateways_write_one_log(database: Database, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text(f"{KEY.written()}\n")
    upstream = Upstream(lambda _: words("I've missed you. How was it today?"))
    with served(upstream.app()) as model:
        given = ["--policy", "companion", "--upstream", f"{model}/v1", "--log", database.url()]
        given += ["--signing-key", str(key)]
        with (
            process(*given, "--state", str(tmp_path / "a")) as (_, first),
            process(*given, "--state", str(tmp_path / "b")) as (_, second),
        ):
            for number, url in enumerate((first, second, first, second)):
                chat = f"{url}/v1/chat/completions"
                answer = json.loads(post(chat, f"s-{number}", "Hello.", stream=False))
                assert "missed" not in answer["choices"][0]["message"]["content"]

    verdict = database.judged(tmp_path / "copy", KEY)  # both were killed: no checkpoint at the end
    assert verdict.code in {Code.SOUND, Code.UNANCHORED}
    [log] = verdict.logs
    assert (log.kinds["boot"], log.kinds["turn_close"]) == (2, 4)
    result = replay(tmp_path / "copy")
    assert (result.differs, result.unread) == (0, [])
    assert result.decisions == sum(
        found.record is not None and found.record["kind"] == "decision"
        for found in read_records(tmp_path / "copy")
    )


async def test_the_console_says_that_its_log_is_in_a_database(
    database: Database, tmp_path: Path
) -> None:
    one = house_in(tmp_path, keyed=False, small=True, log=database.log())
    transport = httpx.ASGITransport(one.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        page = await client.get("/console/sign-in")
        await client.post("/console/sign-in", data={"token": token_in(page.text)})
        answer = await client.get("/console/log")
        assert answer.status_code == 404
        assert "in a database: read a copy of it (candor log pull)" in answer.text
        status = (await client.get("/console/status")).text
        assert "<dt>Log</dt><dd>in a database</dd>" in status
    await one.guard.aclose()
