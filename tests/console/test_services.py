"""Several policies in one gateway, and the parts of the console on their own."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.requests import Request

from guardrails.access.key_file import changing
from guardrails.access.keys import new_key
from guardrails.access.roles import Role
from guardrails.console.console import Service
from guardrails.console.drafts import source_of
from guardrails.console.forms import form_of
from guardrails.console.pages import day, duration, moment, percent, plain
from guardrails.console.standing import standing_of
from guardrails.console.works import Works
from guardrails.context import TurnContext
from guardrails.errors import PolicyNotFoundError, RefusedError
from tests.console.houses import House, Person, house_in, token_in

ROUTES = {
    "default": {"policy": "companion"},
    "again": {"policy": "companion"},
    "support": {"policy": "support-desk"},
}
CRISIS = "I cannot go on at all."  # as the small guards know it


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[House]:
    one = house_in(tmp_path, routes=ROUTES, small=True)
    yield one
    for service in one.deployment.console.services.values():  # type: ignore[union-attr]
        await service.guard.aclose()


@asynccontextmanager
async def signed_in(one: House, key: str) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(one.app)
    base = "http://localhost/console"
    async with httpx.AsyncClient(transport=transport, base_url=base) as client:
        page = await client.get("/sign-in")
        await client.post("/sign-in", data={"token": token_in(page.text), "key": key})
        yield client


async def test_each_policy_is_one_service_and_a_key_opens_its_own_alone(both: House) -> None:
    services = both.deployment.console.services  # type: ignore[union-attr]
    assert [*services] == ["default", "support"]
    await services["default"].guard.inspect(CRISIS, context=TurnContext("from-companion"))
    await services["support"].guard.inspect(CRISIS, context=TurnContext("from-support"))

    async with signed_in(both, both.keys[Role.ADMIN]) as client:
        page = (await client.get("/desk")).text
        assert "from-companion" in page
        assert "from-support" in page
        choice = (await client.get("/bench")).text
        assert 'href="/console/bench/default"' in choice
        assert 'href="/console/bench/support"' in choice
        await client.post("/desk/pause", data={"token": token_in(page), "reason": "incident"})
        assert (await client.get("/status")).text.count("Paused: default, support") == 1

    key, text = new_key("eve", Role.ADMIN, 1, routes=["support"])
    other, other_text = new_key("ida", Role.ADMIN, 1, routes=["again"])
    with changing(both.path) as keys:
        keys.extend([key, other])
    async with signed_in(both, other_text) as client:
        assert "from-companion" in (await client.get("/desk")).text
        assert (await client.get("/bench")).headers["location"] == "/console/bench/default"
    async with signed_in(both, text) as client:
        page = (await client.get("/desk")).text
        assert "from-support" in page
        assert "from-companion" not in page
        [ticket] = await services["default"].guard.desk.list()
        for path in (f"/desk/default/{ticket.id}", "/bench/default"):
            assert (await client.get(path)).status_code == 403
        drill = {"token": token_in(page), "service": "default"}
        assert (await client.post("/desk/drill", data=drill)).status_code == 403
        assert (await client.get("/bench")).headers["location"] == "/console/bench/support"


async def test_a_ticket_that_two_services_know_of_is_shown_once(both: House) -> None:
    services = both.deployment.console.services  # type: ignore[union-attr]
    await services["support"].guard.inspect(CRISIS, context=TurnContext("from-support"))
    await services["default"].intake.start()  # reads the log of both
    async with signed_in(both, both.keys[Role.ON_CALL]) as client:
        page = (await client.get("/desk")).text
    assert page.count('class="ticket') == 2  # the list and the one in it
    assert "from-support" in page
    assert "from before a restart" not in page


async def test_the_status_tells_what_failed_and_what_was_not_looked_at(both: House) -> None:
    log = next(iter(both.deployment.routes.values())).guard.log
    about = {"session": "s", "turn": 0, "side": "input", "count": 3}
    why = {"of": "detector", "name": "pii/1", "state": "failed", "why": "timeout"}
    await log.append("failure", {**about, **why})
    await log.append("coverage_gap", {**about, "gap": "image", "what": "", "do": "note"})
    with (both.deployment.console.folder / "seg-000001.jsonl").open("ab") as file:  # type: ignore[union-attr, operator]
        file.write(b"no record\n")
    async with signed_in(both, both.keys[Role.SAFETY]) as client:
        page = (await client.get("/status")).text
    assert '<td>pii/1: timeout</td><td class="n">3</td>' in page
    assert '<td>image (note)</td><td class="n">3</td>' in page
    assert "Begin a drill" not in page


async def test_metrics_hold_no_ticket(both: House) -> None:
    services = both.deployment.console.services  # type: ignore[union-attr]
    await services["default"].guard.inspect(CRISIS, context=TurnContext("someone"))
    [ticket] = await services["default"].guard.desk.list()
    async with signed_in(both, both.keys[Role.ON_CALL]) as client:
        assert (await client.get(f"/desk/default/{ticket.id}")).status_code == 200
        bare = await client.get("http://localhost/console")
        assert bare.headers["location"] == "/console/"
    text = both.deployment.measures.text().decode()
    assert ticket.id not in text
    assert "someone" not in text


async def test_a_policy_whose_file_is_gone_is_told(both: House, tmp_path: Path) -> None:
    console = both.deployment.console
    assert console is not None
    guard = console.services["default"].guard
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(b"\xff\xfe")
    console.services = {"default": Service("default", guard, str(broken), ("default",))}
    async with signed_in(both, both.keys[Role.SAFETY]) as client:
        answer = await client.get("/bench/default")
        assert answer.status_code == 409
        assert "annot read the policy file" in answer.text
    with pytest.raises(PolicyNotFoundError):
        source_of(str(broken))


def test_of_a_policy_that_cannot_be_found_nothing_is_signed() -> None:
    class Held:
        policy = None

    held: Any = Held()
    assert standing_of(Service("default", held, "no-such-policy", ())).problem


def test_a_person_who_is_not_signed_in_is_led_nowhere_odd(shared: House) -> None:
    who = Person(shared)
    assert who.get("/").headers["location"] == "/console/sign-in"
    answer = who.get("/log/record/a%20b/1")
    assert answer.headers["location"] == "/console/sign-in"


async def test_too_much_long_work_is_refused() -> None:
    works, go = Works(at_once=1, waiting=1), threading.Event()
    first = asyncio.create_task(works.run(go.wait))
    second = asyncio.create_task(works.run(lambda: "second"))
    await asyncio.sleep(0)
    with pytest.raises(RefusedError) as refused:
        await works.run(lambda: "third")
    assert refused.value.retry_after
    go.set()
    assert await first
    assert await second == "second"
    assert await works.run(lambda: "fourth") == "fourth"


async def test_long_work_leaves_the_event_loop_alone() -> None:
    assert await Works().run(threading.get_ident) != threading.get_ident()


async def test_a_form_that_does_not_arrive_is_given_up() -> None:
    async def receive() -> Any:
        await asyncio.Event().wait()

    headers = [(b"content-type", b"application/x-www-form-urlencoded")]
    request = Request({"type": "http", "method": "POST", "headers": headers}, receive)
    with pytest.raises(RefusedError) as refused:
        await form_of(request, patience=0.0)
    assert refused.value.status == 408


def test_times_and_scores_are_told_as_people_read_them() -> None:
    assert duration(59) == "59 s"
    assert duration(-61) == "1 min 1 s"
    assert duration(3_700) == "1 h 1 min"
    assert duration(90_000) == "1 d 1 h"
    assert moment(0) == "1970-01-01T00:00:00Z"
    assert day(0) == "1 Jan 1970, 00:00:00 UTC"
    assert percent(9_250) in {"92 %", "93 %"}
    assert plain("in_hand-on") == "in hand on"


async def test_a_file_that_is_not_what_is_in_force_is_told(both: House) -> None:
    async with signed_in(both, both.keys[Role.SAFETY]) as client:
        page = (await client.get("/bench/default")).text
    assert "The file means something else than the policy in force" in page
