"""What happens to a ticket while time passes: channels that fail, and people who do not come."""

import asyncio
import random
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guardrails.desk.clock import SteadyClock
from guardrails.desk.courier import Courier, notice_of
from guardrails.errors import ChannelError, TicketStoreError
from guardrails.escalation.base import Notice
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.sqlite import SqliteTickets
from guardrails.escalation.steps import Failed, Sent
from guardrails.escalation.ticket import State
from guardrails.findings import Level
from guardrails.policy.channel_spec import ChannelSpec
from tests.desk.clocks import Clock, Office, office
from tests.escalation.tickets import NOW, ticket
from tests.guards import Desk as Channel


async def raised(of: Office, **fields: Any) -> None:
    await of.desk.intake.raise_(ticket(**fields))
    await of.pass_()


async def test_a_ticket_goes_to_its_channel_and_waits_for_an_answer() -> None:
    one = office()
    await raised(one)
    [notice] = one.channels["desk"].notices
    assert (notice.id, notice.ticket, notice.session, notice.subject) == (
        *("e1", "e1", "chat-1", "p1"),
    )
    told = await one.one()
    assert (told.state, told.due) == (State.NOTIFIED, NOW + 60)
    assert one.steps() == ["sent"]


async def test_when_nobody_comes_the_next_channel_is_told_and_then_the_first_again() -> None:
    one = office()
    await raised(one)
    await one.pass_(59)
    assert one.channels["phone"].notices == []
    await one.pass_(1)
    await one.pass_()
    assert [notice.id for notice in one.channels["phone"].notices] == ["e1:1"]
    await one.pass_(60)
    assert [notice.id for notice in one.channels["desk"].notices] == ["e1", "e1:2"]
    assert (await one.one()).due == NOW + 120 + 120, "each round takes twice as long"
    assert one.steps() == ["sent", "expired", "sent", "expired", "sent"]


async def test_without_a_time_to_answer_a_channel_is_told_once() -> None:
    one = office(ack=None)
    await raised(one)
    await one.pass_(10_000)
    assert len(one.channels["desk"].notices) == 1
    assert (await one.one()).due is None


async def test_who_claims_and_falls_silent_is_replaced_and_the_person_is_told() -> None:
    one = office(answer=300)
    await raised(one)
    await one.desk.claim("e1", "ann")
    await one.pass_(299)
    assert (await one.one()).holder == "ann"
    await one.pass_(1)
    assert (await one.one()).holder is None
    assert len(one.channels["desk"].notices) == 2
    assert [word.what for word in await one.desk.intake.words.take("chat-1")] == ["joined", "left"]


async def test_a_person_who_is_not_answered_is_not_left_waiting() -> None:
    one = office(answer=300)
    await raised(one)
    await one.desk.claim("e1", "ann")
    await one.desk.reply("e1", "ann", "Hello.")
    await one.pass_(5_000)
    assert (await one.one()).holder == "ann", "nobody waits for them"
    await one.desk.intake.heard("e1")
    await one.pass_(300)
    assert (await one.one()).holder is None
    assert one.steps() == ["sent", "claimed", "replied", "heard", "expired", "sent"]


async def test_who_acknowledges_has_the_time_of_the_level_to_come() -> None:
    one = office()
    await raised(one)
    await one.desk.acknowledge("e1", "ann")
    await one.pass_(599)
    assert len(one.channels["desk"].notices) == 1
    await one.pass_(1)
    assert len(one.channels["desk"].notices) == 2


async def test_a_channel_is_tried_three_times_and_then_the_next_one() -> None:
    one = office(refuse=3)
    await raised(one)
    assert [notice.to for notice in one.channels["phone"].notices] == ["phone"]
    [failed] = one.log.of("escalation_failed")
    assert (failed["to"], failed["attempt"], failed["why"], failed["then"]) == (
        *("desk", 3, "ChannelError", "phone"),
    )
    assert one.clock.seconds == 0.5 + 1.0


async def test_with_no_network_the_ticket_stays_and_is_tried_again_ever_more_seldom() -> None:
    one = office(then=None, refuse=10**9)
    await raised(one)
    ticket = await one.one()
    assert ticket.state is State.OPEN
    assert [view.id for view in await one.desk.list()] == ["e1"]
    waits = []
    for _ in range(8):
        now = int(one.desk.intake.now())
        ticket = await one.one()
        assert ticket.due is not None
        waits.append(ticket.due - now)
        await one.pass_(max(0, ticket.due - now))
    assert waits[:5] == [5, 10, 20, 40, 80]
    assert max(waits) == 300
    one.channels["desk"].refuse = 0
    await one.pass_(301)
    assert (await one.one()).state is State.NOTIFIED
    assert {notice.id for notice in one.channels["desk"].notices} == {"e1"}


async def test_a_channel_that_keeps_failing_is_spared_for_a_while() -> None:
    one = office(then=None, refuse=10**9)
    for number in range(3):
        await one.desk.intake.raise_(ticket(id_=f"e{number}", session=f"s_{number}"))
    await one.pass_()
    whys = [record["why"] for record in one.log.of("escalation_failed")]
    assert whys.count("resting") >= 1
    assert all(
        record["attempt"] == 0
        for record in one.log.of("escalation_failed")
        if record["why"] == "resting"
    )


async def test_a_channel_that_the_policy_no_longer_has_is_told_of() -> None:
    one = office()
    await raised(one, to="gone")
    [failed] = one.log.of("escalation_failed")
    assert (failed["why"], failed["attempt"]) == ("no such channel", 0)


async def test_a_further_finding_is_merged_and_a_worse_one_is_told_anew() -> None:
    one = office()
    await raised(one)
    await raised(one, id_="e2", level=Level.IMMINENT, rule="crisis.imminent", to="phone")
    [notice] = one.channels["phone"].notices
    assert (notice.id, notice.ticket, notice.level) == ("e1:1", "e1", Level.IMMINENT)
    await one.desk.claim("e1", "ann")
    await raised(one, id_="e3")
    assert (await one.one()).also == ("e2", "e3")
    assert (await one.desk.show("e3")).id == "e1"
    await raised(one, id_="e3")
    assert one.steps() == ["sent", "merged", "sent", "claimed", "merged"]


async def test_an_operator_gets_a_notice_and_has_nothing_to_answer() -> None:
    one = office()
    await raised(one, kind="operator", level=Level.NONE)
    assert (await one.one()).over
    assert list(await one.desk.list()) == []


async def test_the_most_urgent_ticket_is_told_first() -> None:
    one = office()
    for number in range(12):
        level = Level.IMMINENT if number == 11 else Level.CONCERN
        await one.desk.intake.tickets.add(
            ticket(id_=f"e{number:02}", session=f"s_{number}", level=level)
        )
    await one.pass_()
    ids = [notice.id for notice in one.channels["desk"].notices]
    assert ids[0] == "e11"
    assert len(ids) == 12


@pytest.mark.parametrize("jump", [-7_200.0, 7_200.0])
async def test_a_clock_that_jumps_changes_no_deadline(jump: float) -> None:
    wall = [float(NOW)]
    one = office(now=lambda: wall[0])
    await raised(one)
    wall[0] += jump
    await one.pass_(59)
    assert one.steps() == ["sent"]
    await one.pass_(1)
    assert "expired" in one.steps()


async def test_a_clock_that_went_back_over_a_restart_delays_nothing() -> None:
    store = MemoryTickets()
    before = office(tickets=store)
    await raised(before)
    after = office(tickets=store, now=lambda: NOW - 7_200)
    await after.desk.intake.start()
    await after.pass_(59)
    assert after.steps() == []
    await after.pass_(1)
    assert after.steps() == ["expired", "sent"]


def test_a_steady_clock_asks_the_time_once() -> None:
    clock = Clock()
    steady = SteadyClock(lambda: 100.0, clock.ticks)
    assert steady() == 100.0
    clock.seconds = 2.5
    assert steady() == 102.5


class Broken(MemoryTickets):
    """Tickets on a disk that is gone for a while."""

    broken = False

    async def add(self, *args: Any, **fields: Any) -> bool:
        self.check()
        return await super().add(*args, **fields)

    async def of_session(self, session: str) -> Any:
        self.check()
        return await super().of_session(session)

    async def standing(self, session: str) -> Any:
        self.check()
        return await super().standing(session)

    async def due(self, now: int) -> Any:
        self.check()
        return await super().due(now)

    def check(self) -> None:
        if self.broken:
            msg = "the disk is gone"
            raise TicketStoreError(msg)


async def test_a_person_in_need_is_told_of_although_the_store_is_gone() -> None:
    store = Broken()
    one = office(tickets=store, refuse=3)
    store.broken = True
    await one.desk.intake.raise_(ticket())
    await one.settle()
    assert [notice.id for notice in one.channels["phone"].notices] == ["e1"]
    store.broken = False
    assert list(await store.listed()) == []


async def test_while_the_store_is_gone_what_was_last_known_counts() -> None:
    store = Broken()
    one = office(tickets=store)
    await raised(one)
    await one.desk.claim("e1", "ann")
    await one.desk.intake.standing("s_1")
    await one.desk.pause("op_7", "incident")
    await one.desk.intake.standing("s_2")
    store.broken = True
    assert (await one.desk.intake.standing("s_1")).holder == "ann"
    assert (await one.desk.intake.standing("s_3")).paused


async def test_a_step_that_the_log_could_not_take_is_recorded_once_it_can() -> None:
    one = office()
    one.log.failing = True
    await one.desk.intake.raise_(ticket(id_="n_1"), logged=False)
    await one.pass_()
    assert len(one.channels["desk"].notices) == 1
    one.log.failing = False
    assert await one.desk.intake.keeper.settle(NOW + 100)
    [escalation] = one.log.of("escalation")
    assert (escalation["ticket"], escalation["level"], escalation["session"]) == (
        *("n_1", "high", "s_1"),
    )
    assert [sent["escalation"] for sent in one.log.of("escalation_sent")] == ["n_1"]
    assert await one.desk.intake.keeper.settle(NOW + 100)
    assert len(one.log.of("escalation")) == 1


async def test_the_runner_does_what_is_due_by_itself_and_rests_when_nothing_is() -> None:
    told = asyncio.Event()

    class Phone:
        async def send(self, notice: Notice) -> None:
            told.set()

    one = office(ticks=time.monotonic, ack=1, channels={"desk": Channel(), "phone": Phone()})
    await one.desk.intake.raise_(ticket())
    await asyncio.wait_for(told.wait(), 20)
    await one.desk.resolve("e1", "ann")
    await one.settle()
    assert (await one.one()).over


async def test_a_ticket_that_comes_while_the_runner_is_about_to_rest_is_not_overlooked() -> None:
    told: list[str] = []
    both = asyncio.Event()

    class Phone:
        async def send(self, notice: Notice) -> None:
            told.append(notice.id)
            if len(told) == 2:
                both.set()

    class Late(MemoryTickets):
        """Tickets among which one comes when nothing was due a moment ago."""

        async def unlogged(self, before: int) -> Any:
            owed = await super().unlogged(before)
            if told == ["e1"] and await self.next_due() is None:
                await one.desk.intake.raise_(ticket(id_="e2", session="s_2"))
            return owed

    one = office(ack=None, channels={"desk": Phone()}, tickets=Late())
    await one.desk.intake.raise_(ticket())
    await asyncio.wait_for(both.wait(), 20)
    assert told == ["e1", "e2"]
    await one.settle()


async def test_a_channel_that_hangs_is_given_up_at_the_end_and_stays_to_be_told() -> None:
    class Hanging:
        async def send(self, notice: Notice) -> None:
            await asyncio.Event().wait()

    one = office(channels={"desk": Hanging()})
    await one.desk.intake.raise_(ticket())
    await one.desk.intake.tick()
    await one.desk.intake.drain(0.05)
    [failed] = one.log.of("escalation_failed")
    assert (failed["why"], failed["attempt"]) == ("closed", 0)
    assert (await one.one()).state is State.OPEN
    await one.desk.intake.drain(0.05)


@pytest.mark.parametrize("chance", [0.0, 0.999])
async def test_pauses_between_tries_are_random_up_to_a_limit_that_doubles(chance: float) -> None:
    slept: list[float] = []

    class Closed:
        async def send(self, notice: Notice) -> None:
            msg = "closed"
            raise ChannelError(msg)

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    courier = Courier(
        {"desk": Closed()}, {}, {}, chance=lambda: chance, sleep=sleep, ticks=lambda: 0.0
    )
    event = await courier.carry(ticket(), lambda: NOW)
    assert isinstance(event, Failed)
    assert slept == [chance, chance * 2]


async def test_a_channel_is_not_tried_beyond_its_deadline() -> None:
    clock = Clock()

    class Slow:
        async def send(self, notice: Notice) -> None:
            clock.seconds += 13
            msg = "slow"
            raise ChannelError(msg)

    courier = Courier(
        {"desk": Slow()},
        {},
        {},
        chance=random.Random(1).random,
        sleep=clock.sleep,
        ticks=clock.ticks,
    )
    event = await courier.carry(ticket(), lambda: NOW)
    assert isinstance(event, Failed)
    assert event.attempt == 2


async def test_what_a_broken_channel_raises_is_told_by_its_type_alone() -> None:
    class Broken:
        async def send(self, notice: Notice) -> None:
            msg = "words of a conversation"
            raise KeyError(msg)

    courier = Courier({"desk": Broken()}, {}, {}, chance=lambda: 0.0, sleep=Clock().sleep)
    event = await courier.carry(ticket(), lambda: NOW)
    assert isinstance(event, Failed)
    assert event.why == "KeyError"


async def test_the_time_to_answer_grows_with_each_round_up_to_an_hour() -> None:
    class Taking:
        async def send(self, notice: Notice) -> None:
            pass

    courier = Courier({"desk": Taking()}, {}, {"desk": 60}, chance=lambda: 0.0)
    for rounds, ack in ((0, 60), (1, 120), (6, 3_600), (50, 3_600)):
        event = await courier.carry(replace(ticket(), rounds=rounds), lambda: NOW)
        assert isinstance(event, Sent)
        assert event.ack == ack


def test_a_notice_about_a_conversation_that_is_not_known_names_it_as_the_log_does() -> None:
    assert notice_of(ticket(conversation=None)).session == "s_1"


async def test_two_services_that_share_tickets_tell_a_channel_once(tmp_path: Path) -> None:
    both = [office(tickets=SqliteTickets(tmp_path / "tickets.db")) for _ in range(2)]
    for number in range(6):
        new = ticket(id_=f"e{number}", session=f"s_{number}")
        await asyncio.gather(*(one.desk.intake.tickets.add(new) for one in both))
    await asyncio.gather(*(one.pass_() for one in both))
    sent = [notice.id for one in both for notice in one.channels["desk"].notices]
    assert sorted(sent) == [f"e{number}" for number in range(6)]
    for one in both:
        one.desk.intake.close()


async def test_a_closed_desk_does_no_more() -> None:
    one = office()
    await one.desk.intake.raise_(ticket())
    one.desk.intake.close()
    await asyncio.sleep(0.01)
    one.desk.intake.wake()
    assert one.channels["desk"].notices == []


async def test_a_store_that_is_gone_for_a_while_is_asked_again() -> None:
    told = asyncio.Event()

    class Phone:
        async def send(self, notice: Notice) -> None:
            told.set()

    store = Broken()
    one = office(tickets=store, channels={"desk": Phone()})
    await store.add(ticket())
    store.broken = True
    one.desk.intake.wake()
    await asyncio.sleep(0.01)
    store.broken = False
    await asyncio.wait_for(told.wait(), 20)
    await one.settle()


async def test_a_channel_that_nobody_staffs_now_is_passed_over_but_not_the_last_one() -> None:
    closed = "daily 00:00-00:01 UTC"
    clock_channels = {"desk": Channel(), "phone": Channel()}
    one = office(channels=clock_channels)
    specs = {
        "desk": ChannelSpec("desk", "console", ack_within=60, then="phone", hours=closed),
        "phone": ChannelSpec("phone", "console", ack_within=60, hours=closed),
    }
    one.desk.intake.route(specs)
    await raised(one)
    await one.pass_()
    assert (len(clock_channels["desk"].notices), len(clock_channels["phone"].notices)) == (0, 1)
    [failed] = one.log.of("escalation_failed")
    assert (failed["why"], failed["attempt"], failed["then"]) == ("closed", 0, "phone")
    one.desk.intake.route({"desk": ChannelSpec("desk", "console", then="phone")})
    await one.pass_(60)
    assert len(clock_channels["desk"].notices) == 1, "after the last one the first, now staffed"
