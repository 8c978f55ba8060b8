"""Services that share tickets in PostgreSQL, and what happens while it is gone."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guardrails.desk import intake as intake_module
from guardrails.desk import runner as runner_module
from guardrails.desk.desk import Desk
from guardrails.desk.intake import Intake
from guardrails.errors import TicketStoreError, TicketTakenError
from guardrails.escalation.postgres import postgres_tickets
from guardrails.escalation.ticket import State
from guardrails.ledger.memory import MemoryLog
from guardrails.policy.channel_spec import ChannelSpec
from tests.desk.clocks import office
from tests.escalation.tickets import NOW, ticket
from tests.guards import Desk as Channel
from tests.guards import guard, say, text_of
from tests.postgres import Server


@pytest.fixture
def two(server: Server) -> Iterator[list[Any]]:
    url = server.empty()
    made = [office(tickets=postgres_tickets(url)) for _ in range(2)]
    yield made
    for one in made:
        one.desk.intake.close()


async def test_of_two_services_one_tells_a_channel(two: list[Any]) -> None:
    new = ticket(at=NOW)
    added = await asyncio.gather(*(one.desk.intake.tickets.add(new) for one in two))
    assert sorted(added) == [False, True]
    await asyncio.gather(*(one.pass_() for one in two))
    await asyncio.gather(*(one.pass_() for one in two))
    assert sum(len(one.channels["desk"].notices) for one in two) == 1
    assert (await two[0].one()).state is State.NOTIFIED


async def test_of_two_who_claim_at_once_in_two_services_one_has_it(two: list[Any]) -> None:
    await two[0].desk.intake.tickets.add(ticket(at=NOW))
    done = await asyncio.gather(
        two[0].desk.claim("e1", "ann"), two[1].desk.claim("e1", "ben"), return_exceptions=True
    )
    [lost] = [one for one in done if isinstance(one, TicketTakenError)]
    [won] = [one for one in done if not isinstance(one, BaseException)]
    assert lost.holder == won.holder


async def test_a_service_at_rest_tells_what_another_one_left_when_it_died(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner_module, "_LOOK", 0.05)
    url = server.empty()
    channel = Channel()
    specs = {"desk": ChannelSpec("desk", "console")}
    desk = Desk(Intake(MemoryLog(), {"desk": channel}, specs, postgres_tickets(url)))
    await desk.intake.start()
    dead = postgres_tickets(url)
    now = int(desk.intake.now())
    await dead.add(ticket(at=now))
    await dead.lease("e1", "dead", now + 60, now)
    await asyncio.sleep(0.2)
    assert channel.notices == [], "its lease holds"
    server.run("UPDATE candor.ticket SET lease_until = lease_until - 60")
    async with asyncio.timeout(20):
        while not channel.notices:  # noqa: ASYNC110 - it happens in the database
            await asyncio.sleep(0.02)
    await desk.intake.drain()
    desk.intake.close()
    dead.close()


async def test_while_the_database_is_gone_people_are_told_and_tickets_come_when_it_is_back(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "_AGAIN", 0.05)
    channel = Channel()
    tickets = postgres_tickets(server.empty())
    async with guard(log=tmp_path, tickets=tickets, channels={"desk": channel}) as guarded:
        await say(guarded, "I cannot go on at all.", session_id="before")
        await guarded.desk.intake.drain(5)
        server.stop()
        try:
            events = await say(guarded, "I cannot go on at all.", session_id="meanwhile")
            assert "local emergency" in text_of(events) or text_of(events)
            with pytest.raises(TicketStoreError):
                await guarded.desk.list()
            async with asyncio.timeout(20):
                while len(channel.notices) < 2:  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
        finally:
            server.start()
        async with asyncio.timeout(20):
            while True:
                try:
                    listed = {one.conversation: one for one in await guarded.desk.list()}
                except TicketStoreError:
                    listed = {}
                if len(listed) == 2:
                    break
                await asyncio.sleep(0.05)
        assert listed["meanwhile"].state is State.NOTIFIED
        claimed = await guarded.desk.claim(listed["meanwhile"].id, "ann")
        assert claimed.turns[0].text == "I cannot go on at all."
    assert [one.session for one in channel.notices] == ["before", "meanwhile"]
    assert channel.notices[1].id == listed["meanwhile"].id
