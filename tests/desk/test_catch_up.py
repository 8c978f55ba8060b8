"""The log is the outbox: what it asks for is built, once, and what it says of it counts."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.desk.catch_up import OLDEST
from guardrails.desk.desk import Desk
from guardrails.desk.records import event_of, record_of, ticket_of
from guardrails.errors import LogReadError
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.steps import Claimed, Event, Merged, Overdue, Resolved, Sent, step
from guardrails.escalation.ticket import State, Ticket
from guardrails.findings import Level
from guardrails.ledger.escalations import escalation_body
from guardrails.ledger.outbox import read_outbox
from guardrails.ledger.record import checked
from guardrails.ledger.store import FileLog
from tests.desk.clocks import office
from tests.escalation.tickets import NOW, events, ticket

TOLD: dict[str, Any] = {"session": "s_1", "turn": 0, "level": Level.HIGH, "rule": "crisis.high"}
TOLD |= {"to": "desk", "within": 600}


def desk_of(log: FileLog, store: MemoryTickets | None = None) -> Desk:
    return office(log=log, tickets=store or MemoryTickets()).desk


def opened_log(folder: Path) -> FileLog:
    return FileLog(folder, origin="web", segment_records=8)


async def steps(log: FileLog, one: Ticket, happened: Sequence[Event]) -> Ticket:
    """Record what happened to *one*, whose first record is there, and return it."""
    for event in happened:
        new = step(one, event)
        if new is not one:
            await log.append(*record_of(new, one.version))
        one = new
    return one


async def test_a_ticket_that_nobody_made_is_built_from_its_record(tmp_path: Path) -> None:
    log = opened_log(tmp_path)
    receipt = await log.append("escalation", escalation_body(**TOLD, at=NOW))
    desk = desk_of(log)

    assert await desk.intake.catch_up() == 1
    assert await desk.intake.catch_up() == 0

    [view] = await desk.list()
    assert (view.id, view.state, view.conversation) == (receipt.id, State.OPEN, None)
    log.close()


async def test_what_the_log_says_of_a_ticket_counts_where_the_store_is_lost(tmp_path: Path) -> None:
    log = opened_log(tmp_path)
    ids = []
    for number in range(4):
        body = escalation_body(**{**TOLD, "session": f"s_{number}"}, at=NOW)
        ids.append((await log.append("escalation", body)).id)
    done, held, told, late = [ticket(id_=id_, session=f"s_{n}") for n, id_ in enumerate(ids)]
    sent, claimed = Sent(NOW, "desk", 0, 1, 60), Claimed(NOW + 3, "ann", 600)
    await steps(log, done, [sent, claimed, Resolved(NOW + 9, "ann", "spoken")])
    worse = Merged(NOW + 4, "m1", Level.IMMINENT, "crisis.imminent", "desk", 60)
    await steps(log, held, [sent, claimed, worse])
    await steps(log, told, [sent])
    await steps(log, late, [sent, Overdue(NOW + 60, "phone")])
    desk = desk_of(log)

    assert await desk.intake.catch_up() == 4

    made = {one.id: one for one in await desk.intake.tickets.listed(resolved=True)}
    assert [made[id_].state for id_ in ids] == [
        *(State.RESOLVED, State.IN_HAND, State.NOTIFIED, State.EXPIRED)
    ]
    assert (made[held.id].holder, made[held.id].level) == ("ann", Level.IMMINENT)
    assert made[told.id].due is not None
    assert made[late.id].to == "phone"
    assert await desk.intake.tickets.unlogged(2**40) == []
    log.close()


async def test_a_log_that_was_never_read_calls_nobody_for_what_is_long_past(tmp_path: Path) -> None:
    log = opened_log(tmp_path)
    await log.append("escalation", escalation_body(**TOLD, at=NOW - OLDEST - 1))
    desk = desk_of(log)
    assert await desk.intake.catch_up() == 0
    await log.append("escalation", escalation_body(**TOLD, at=NOW - OLDEST - 1))
    assert await desk.intake.catch_up() == 1, "from there on it is read"
    log.close()


async def test_records_of_escalations_that_lack_something_are_passed_over(tmp_path: Path) -> None:
    log = opened_log(tmp_path)
    await log.append("escalation", {"at": NOW})
    await log.append("escalation", {**escalation_body(**TOLD, at=NOW), "level": "dire"})
    await log.append("ticket", {})
    await log.append("ticket", {"escalation": "e", "step": "danced"})
    assert await desk_of(log).intake.catch_up() == 0
    log.close()


async def test_only_what_is_new_is_read_over_segments_and_only_whole_lines(tmp_path: Path) -> None:
    log = opened_log(tmp_path)
    for number in range(20):
        await log.append("escalation", escalation_body(**TOLD, at=NOW + number))
    first = read_outbox(log.folder)
    assert [one["at"] for one in first.records] == [NOW + number for number in range(20)]
    await log.append("heartbeat", {})
    await log.append("escalation", escalation_body(**TOLD, at=NOW + 99))
    second = read_outbox(log.folder, first.segment, first.offset)
    assert [one["at"] for one in second.records] == [NOW + 99]
    log.close()
    last = max(log.folder.glob("seg-*.jsonl"))
    torn = b'{"kind":"escalation","torn'
    with last.open("ab") as file:
        file.write(torn)
    third = read_outbox(log.folder, second.segment, second.offset)
    assert third == ([], second.segment, second.offset)
    with last.open("ab") as file:
        file.write(b"\n" + b"x" * 70_000 + b"\n")
    assert read_outbox(log.folder, second.segment, second.offset).records == []


def test_a_log_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(LogReadError, match="cannot read"):
        read_outbox(tmp_path / "none")


async def test_a_desk_without_files_has_nothing_to_catch_up_with() -> None:
    assert await office().desk.intake.catch_up() == 0


@settings(max_examples=60)
@given(st.lists(events(), max_size=25))
def test_the_records_of_a_ticket_lead_to_where_it_stands(happened: list[Event]) -> None:
    one = ticket(conversation=None, subject=None, origin="web")
    records = []
    for event in happened:
        new = step(one, event)
        if new is not one:
            kind, body = record_of(new, one.version)
            assert checked(kind, body)
            at = new.history[-1].at
            records.append(
                {**json.loads(json.dumps(body)), "kind": kind.value, "ts": at * 1_000_000}
            )
        one = new
    kind, body = record_of(one, 0)
    told = {**body, "id": "e1"}
    again = ticket_of(told, "web")
    assert (kind.value, again.id) == ("escalation", "e1")
    for record in records:
        event = event_of(record, again, {"desk": 60, "phone": 60}, 300)
        again = again if event is None else step(again, event)
    assert again.over is one.over
    assert again.holder == one.holder
    assert again.level == max(again.level, Level.HIGH)
