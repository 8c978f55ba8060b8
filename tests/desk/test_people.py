"""What on-call people can and cannot do, in Python."""

import asyncio

import pytest

from guardrails.desk.report import drilled, reported
from guardrails.errors import (
    DeskError,
    LogWriteError,
    RecordError,
    TicketMissingError,
    TicketStoreError,
    TicketTakenError,
)
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.recent import Who
from guardrails.escalation.steps import Assessed, Claimed, Failed, Sent, step
from guardrails.escalation.ticket import Ticket
from guardrails.findings import Level
from tests.desk.clocks import Office, office
from tests.escalation.tickets import NOW, ticket
from tests.guards import guard, say, text_of


async def held(by: str = "ann") -> Office:
    one = office()
    await one.desk.intake.raise_(ticket())
    await one.pass_()
    one.desk.intake.said("chat-1", Who.PERSON, "I cannot sleep.", "de-DE")
    await one.desk.claim("e1", by)
    return one


async def test_a_ticket_that_is_not_there_is_told() -> None:
    with pytest.raises(TicketMissingError, match="no ticket 'e9'"):
        await office().desk.show("e9")


async def test_what_only_the_holder_may_do() -> None:
    one = await held()
    for forbidden in (
        one.desk.claim("e1", "ben"),
        one.desk.acknowledge("e1", "ben"),
        one.desk.assess("e1", "ben", Level.CARE),
        one.desk.reply("e1", "ben", "Hello."),
        one.desk.release("e1", "ben"),
        one.desk.resolve("e1", "ben"),
    ):
        with pytest.raises(TicketTakenError, match="ann holds the conversation of ticket e1"):
            await forbidden
    assert (await one.desk.claim("e1", "ann")).holder == "ann"
    await one.desk.release("e1", "ann")
    with pytest.raises(TicketTakenError, match="you do not hold"):
        await one.desk.reply("e1", "ann", "Hello.")


async def test_the_person_is_told_in_their_language() -> None:
    one = await held()
    [joined] = await one.desk.intake.words.take("chat-1")
    assert joined.text.startswith("Ein Mensch aus unserem Team")


async def test_a_resolved_ticket_is_over() -> None:
    one = await held()
    await one.desk.resolve("e1", "ann", "spoken")
    assert (await one.desk.resolve("e1", "ben")).holder is None
    for over in (one.desk.claim("e1", "ben"), one.desk.acknowledge("e1", "ben")):
        with pytest.raises(DeskError, match="ticket e1 is resolved"):
            await over


async def test_names_and_sentences_do_not_get_into_the_log() -> None:
    one = await held()
    for wrong in (
        one.desk.claim("e1", "Ann of the night shift"),
        one.desk.resolve("e1", "ann", "They said that they are well."),
        one.desk.pause("ann", "Because of the news"),
        one.desk.unmask("e1", "ann", reason="So that I know", case="7"),
    ):
        with pytest.raises(RecordError):
            await wrong
    assert not (await one.desk.intake.standing("s_1")).paused


async def test_a_level_may_be_given_by_its_name_and_is_one_that_exists() -> None:
    one = await held()
    with pytest.raises(DeskError, match="no level 'bad': it is one of none, care, concern"):
        await one.desk.assess("e1", "ann", "bad")
    assert (await one.desk.assess("e1", "ann", "care")).assessed is Level.CARE


async def test_an_empty_reply_is_none() -> None:
    one = await held()
    with pytest.raises(DeskError, match="nothing in this reply"):
        await one.desk.reply("e1", "ann", " \n")


async def test_a_ticket_from_before_a_restart_says_that_it_cannot_reach_the_person() -> None:
    one = office()
    await one.desk.intake.raise_(ticket(conversation=None))
    view = await one.desk.claim("e1", "ann")
    assert view.turns == ()
    with pytest.raises(DeskError, match="after a restart"):
        await one.desk.reply("e1", "ann", "Hello.")


async def test_nothing_is_unmasked_that_the_log_does_not_hold() -> None:
    one = await held()
    assert (await one.desk.unmask("e1", "ann", reason="call-back", case="7"))[0].text
    one.log.failing = True
    with pytest.raises(LogWriteError):
        await one.desk.unmask("e1", "ann", reason="call-back", case="7")
    assert await one.desk.pause("ann", "incident"), "but a pause works"
    with pytest.raises(LogWriteError):
        await one.desk.resume("ann", "fixed")
    assert (await one.desk.intake.standing("s_1")).paused


async def test_who_held_it_in_a_lost_race_is_told_so() -> None:
    class Late(MemoryTickets):
        """Tickets of which somebody else gives one back between a look and a change."""

        async def save(self, one: Ticket, version: int) -> bool:
            if one.history[-1].what in {"replied", "released"}:
                self._tickets.update(e1=step(self._tickets["e1"], Claimed(NOW, "ben", 9)))
                self._tickets["e1"] = stolen(self._tickets["e1"])
                return False
            return await super().save(one, version)

    def stolen(one: Ticket) -> Ticket:
        from dataclasses import replace

        return replace(one, holder="ben")

    for do in ("reply", "release"):
        one = office(tickets=Late())
        await one.desk.intake.raise_(ticket())
        await one.desk.claim("e1", "ann")
        with pytest.raises(TicketTakenError, match="ben holds"):
            await getattr(one.desk, do)("e1", "ann", "text")


async def test_a_ticket_that_changes_all_the_time_is_told() -> None:
    class Busy(MemoryTickets):
        async def save(self, one: Ticket, version: int) -> bool:
            return False

    one = office(tickets=Busy())
    await one.desk.intake.raise_(ticket())
    with pytest.raises(TicketStoreError, match="changed by others"):
        await one.desk.claim("e1", "ann")


async def test_a_drill_goes_through_the_channels_and_says_that_it_is_one() -> None:
    one = office()
    view = await one.desk.drill("ann", "phone")
    await one.pass_(4)
    [notice] = one.channels["phone"].notices
    assert (notice.kind, notice.rule) == ("drill", "drill.ann")
    await one.desk.acknowledge(view.id, "ben")
    told = drilled(await one.one())
    assert (told.told, told.failed) == ((("phone", 4),), ())
    assert (told.answered_by, told.answered_after) == ("ben", 4)
    report = await one.desk.report()
    assert (report.people, report.drills) == ({}, (told,))
    [escalation] = one.log.of("escalation")
    assert escalation["about"] == "drill"
    with pytest.raises(DeskError, match="no channel 'pigeon'; there are desk, phone"):
        await one.desk.drill("ann", "pigeon")


async def test_a_drill_that_nobody_answers_goes_the_whole_chain() -> None:
    one = office(refuse=3)
    await one.desk.drill("ann")
    await one.pass_()
    told = drilled(await one.one())
    assert told.failed == ("desk",)
    assert [name for name, _ in told.told] == ["phone"]
    assert told.answered_by is None


def test_agreement_is_counted_over_all_assessments() -> None:
    tickets = []
    for number, human in enumerate([Level.HIGH, Level.IMMINENT, Level.CARE]):
        one = ticket(id_=f"e{number}")
        for event in (
            Sent(NOW + 2, "desk", 0),
            Claimed(NOW + 10, "ann", 60),
            Assessed(NOW + 20, "ann", human),
        ):
            one = step(one, event)
        tickets.append(one)
    tickets.append(step(ticket(id_="e9"), Failed(NOW, "desk", 0, 3, "ChannelError")))
    report = reported(tickets)
    agreement = report.agreement
    assert (agreement.of, agreement.same, agreement.near) == (3, 1, 1)
    assert (agreement.higher, agreement.lower) == (1, 1)
    assert agreement.pairs[Level.HIGH, Level.IMMINENT] == 1
    assert (report.told_in, report.answered_in, report.unanswered) == (2.0, 10.0, 1)
    assert report.waiting == 4
    assert reported([]).told_in is None


async def test_who_is_forgotten_is_forgotten_in_every_store_of_the_desk() -> None:
    guarded = guard()
    desk = guarded.desk
    await say(guarded, "I cannot go on at all.", subject_id="p1")
    [view] = await desk.list()
    await desk.claim(view.id, "ann")
    await desk.reply(view.id, "ann", "Hello.")
    await desk.release(view.id, "ann", "A note.")

    assert await desk.forget("s")

    shown = await desk.show(view.id)
    assert (shown.conversation, shown.subject, shown.turns, shown.note) == (None, None, (), "")
    assert await desk.intake.words.take("s") == []
    assert not await desk.forget("s")
    await guarded.aclose()


async def test_somebody_in_danger_reads_whom_to_call_although_a_human_is_there() -> None:
    from guardrails.decisions import Do
    from guardrails.findings import Mark
    from tests.guards import Renamed, detectors, worry
    from tests.policies import RULES, crisis, policy

    now = Renamed(worry("right now", Mark.INTENT, Mark.PLAN, Mark.TIMING, Mark.SEVERITY_5), "now/1")
    rules = (*RULES, crisis(Level.IMMINENT, Do.REPLACE, "crisis-text"))
    guarded = guard(policy(*rules), detectors=[*detectors(), now])
    await say(guarded, "I cannot go on at all.")
    [view] = await guarded.desk.list()
    await guarded.desk.claim(view.id, "ann")

    events = await say(guarded, "I will do it right now.", country="GB")

    assert "Your message has gone to the person" in text_of(events)
    assert "116 123" in text_of(events)
    await guarded.aclose()


async def test_a_held_conversation_is_relayed_although_the_log_is_broken() -> None:
    guarded = guard()
    await say(guarded, "I cannot go on at all.")
    [view] = await guarded.desk.list()
    await guarded.desk.claim(view.id, "ann")
    guarded.log.failing = True  # type: ignore[attr-defined]

    events = await say(guarded, "Are you there?")

    assert [type(one).__name__ for one in events] == ["FromHuman", "Relayed", "Done"]
    assert (await guarded.desk.show(view.id)).turns[-1].text == "Are you there?"
    await guarded.aclose()


def test_tickets_go_on_over_loops_that_come_and_go() -> None:
    one = office()
    asyncio.run(one.desk.intake.raise_(ticket()))
    asyncio.run(one.pass_())
    assert len(one.channels["desk"].notices) == 1
