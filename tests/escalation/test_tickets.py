"""Every place that keeps tickets keeps the same promises."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from guardrails.errors import TicketStoreError
from guardrails.escalation import sqlite_schema
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.postgres import postgres_tickets
from guardrails.escalation.sqlite import SqliteTickets
from guardrails.escalation.steps import Claimed, Merged, Resolved, Sent, step
from guardrails.escalation.stored import STEPS, StoredTickets
from guardrails.escalation.tickets import Position, Standing, TicketStore
from guardrails.findings import Level
from tests.escalation.released.make import MADE
from tests.escalation.tickets import NOW, ticket
from tests.postgres import Server

WORSE = Merged(NOW + 1, "e2", Level.IMMINENT, "crisis.imminent", "desk", 60)
CLAIMED = Claimed(NOW + 2, "ann", 300)
DONE = Resolved(NOW + 3, "ann", "spoken")


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def store(request: Any, tmp_path: Path) -> Iterator[TicketStore]:
    made: TicketStore
    if request.param == "memory":
        made = MemoryTickets()
    elif request.param == "sqlite":
        made = SqliteTickets(tmp_path / "a" / "t.db")
    else:
        made = postgres_tickets(request.getfixturevalue("server").empty())
    yield made
    made.close()
    made.close()


@pytest.fixture
def later(store: TicketStore, request: Any) -> Callable[[int], int]:
    """Let seconds pass for leases, and return the time by then."""
    passed = [0]

    def pass_(seconds: int) -> int:
        passed[0] += seconds
        if isinstance(store, StoredTickets):  # it goes by the server's clock
            request.getfixturevalue("server").run(
                f"UPDATE candor.ticket SET lease_until = lease_until - {seconds}"
            )
        return NOW + passed[0]

    return pass_


async def test_a_ticket_comes_back_as_it_was_kept(store: TicketStore) -> None:
    one = ticket(fired=(("crisis.high", 8100),))
    assert await store.add(one)
    assert await store.get("e1") == one
    assert await store.get("e9") is None
    assert await store.of_session("s_1") == one
    assert await store.of_session("s_2") is None


async def test_the_same_record_makes_one_ticket(store: TicketStore) -> None:
    one = ticket()
    assert await store.add(one)
    assert not await store.add(one)
    merged = step(one, WORSE)
    assert await store.save(merged, 1)
    assert not await store.add(ticket(id_="e2"))
    assert await store.get("e2") == merged
    assert list(await store.listed()) == [merged]


async def test_of_two_changes_to_one_version_one_is_kept(store: TicketStore) -> None:
    one = ticket()
    await store.add(one)
    ann, ben = step(one, CLAIMED), step(one, Claimed(NOW + 2, "ben", 300))
    kept = await asyncio.gather(store.save(ann, 1), store.save(ben, 1))
    assert sorted(kept) == [False, True]
    held = await store.get("e1")
    assert held is not None
    assert held.holder == ("ann" if kept[0] else "ben")
    assert await store.standing("s_1") == Standing(False, held.holder, "e1")
    assert not await store.save(step(ticket(id_="e7"), CLAIMED), 1)


async def test_what_is_due_comes_with_the_most_urgent_first(store: TicketStore) -> None:
    assert await store.next_due() is None
    await store.add(ticket())
    await store.add(ticket(id_="e5", at=NOW + 50))
    await store.add(ticket(id_="e6", level=Level.IMMINENT, session="s_6"))
    assert [one.id for one in await store.due(NOW)] == ["e6", "e1"]
    assert [one.id for one in await store.due(NOW + 50)] == ["e6", "e1", "e5"]
    assert await store.next_due() == NOW
    assert await store.due(NOW - 1) == []


async def test_a_resolved_ticket_is_listed_only_if_asked_for(store: TicketStore) -> None:
    one = ticket()
    await store.add(one)
    done = step(one, DONE)
    assert await store.save(done, 1)
    assert not await store.save(step(one, CLAIMED), 1)
    assert list(await store.listed()) == []
    assert list(await store.listed(resolved=True)) == [done]
    assert await store.get("e1") == done
    assert await store.standing("s_1") == Standing()
    assert not await store.add(one)


async def test_one_process_at_a_time_may_tell_a_channel(
    store: TicketStore, later: Callable[[int], int]
) -> None:
    await store.add(ticket())
    assert await store.lease("e1", "a", NOW + 30, NOW)
    assert await store.lease("e1", "a", NOW + 31, NOW)
    now = later(30)
    assert not await store.lease("e1", "b", now + 30, now)
    now = later(1)
    assert await store.lease("e1", "b", now + 30, now)
    assert not await store.lease("e9", "a", NOW, NOW)
    await store.save(step(ticket(), DONE), 1)
    now = later(90)
    assert not await store.lease("e1", "a", now + 1, now)


async def test_a_change_that_began_before_somebody_was_forgotten_brings_no_id_back(
    store: TicketStore,
) -> None:
    one = ticket()
    await store.add(one)
    assert await store.forget("chat-1") == 1
    assert not await store.save(step(one, CLAIMED), 1)
    left = await store.get("e1")
    assert left is not None
    assert left.conversation is None
    assert await store.save(step(left, CLAIMED), 1)


async def test_what_no_log_holds_is_known_until_one_does(store: TicketStore) -> None:
    one = ticket()
    await store.add(one, logged=0)
    sent = step(one, Sent(NOW + 1, "desk", 0))
    await store.save(sent, 1)
    assert [(number, entry.what) for _, number, entry in await store.unlogged(NOW)] == [
        (0, "opened")
    ]
    assert [entry.what for _, _, entry in await store.unlogged(NOW + 1)] == ["opened", "sent"]
    await store.logged("e1", 0)
    await store.logged("e1", 0)
    assert [entry.what for _, _, entry in await store.unlogged(NOW + 1)] == ["sent"]


async def test_how_far_a_log_was_read_is_kept(store: TicketStore) -> None:
    assert await store.position("local") is None
    await store.reached("local", Position(1, 10))
    await store.reached("local", Position(2, 5))
    assert await store.position("local") == Position(2, 5)


async def test_a_pause_is_seen_by_every_conversation(store: TicketStore) -> None:
    assert await store.pause(on=True)
    assert not await store.pause(on=True)
    assert await store.standing("s_1") == Standing(paused=True)
    assert await store.pause(on=False)
    assert await store.standing("s_1") == Standing()


async def test_who_is_forgotten_leaves_no_id_but_an_open_ticket_stays(store: TicketStore) -> None:
    old, new = ticket(), ticket(id_="e3", at=NOW + 9)
    await store.add(old)
    await store.save(step(step(old, WORSE), DONE), 1)
    await store.add(new)
    await store.add(ticket(id_="e4", conversation="chat-2", session="s_2"))

    assert await store.forget("chat-1") == 2
    assert await store.forget("chat-1") == 0

    assert await store.get("e1") is None
    assert await store.get("e2") is None
    left = await store.get("e3")
    assert left is not None
    assert (left.conversation, left.subject) == (None, None)
    assert len(await store.listed(resolved=True)) == 2


async def test_a_ticket_that_did_not_know_whose_it_is_learns_it_once(store: TicketStore) -> None:
    await store.add(ticket(conversation=None, subject=None))
    assert not (await store.standing("s_1")).known
    await store.name("e1", "chat-1", "p1")
    await store.name("e1", "chat-2", "p2")
    await store.name("e9", "chat-2", "p2")
    named = await store.get("e1")
    assert named is not None
    assert (named.conversation, named.subject, named.version) == ("chat-1", "p1", 1)
    assert (await store.standing("s_1")).known


async def test_memory_keeps_the_newest_resolved_tickets() -> None:
    store = MemoryTickets(limit=1)
    for id_, merged in (("e1", "m1"), ("e3", "m3")):
        one = ticket(id_=id_)
        await store.add(one)
        await store.save(step(step(one, WORSE._replace(id_=merged)), DONE), 1)
    assert await store.get("m1") is None
    assert await store.get("m3") is not None


def holding(folder: Path, words: bytes) -> list[str]:
    return [path.name for path in folder.iterdir() if words in path.read_bytes()]


async def test_forgotten_ids_are_in_no_file(tmp_path: Path) -> None:
    store = SqliteTickets(tmp_path / "t.db")
    one = ticket(conversation="chat-to-be-forgotten", subject="person-to-be-forgotten")
    await store.add(one)
    await store.save(step(one, DONE), 1)
    await store.forget("chat-to-be-forgotten")
    assert holding(tmp_path, b"to-be-forgotten") == []
    store.close()


async def test_tickets_outlive_the_process_and_are_shared_between_two(tmp_path: Path) -> None:
    first = SqliteTickets(tmp_path / "t.db")
    await first.add(ticket())
    second = SqliteTickets(tmp_path / "t.db")
    assert await second.get("e1") == ticket()
    await second.pause(on=True)
    assert (await first.standing("s_1")).paused
    first.close()
    second.close()
    with pytest.raises(TicketStoreError, match="closed"):
        await first.get("e1")
    assert (tmp_path / "t.db").stat().st_mode & 0o077 == 0


async def test_many_may_open_one_new_file_at_once(tmp_path: Path) -> None:
    stores = [SqliteTickets(tmp_path / "t.db") for _ in range(6)]
    added = await asyncio.gather(*(one.add(ticket()) for one in stores))
    assert sorted(added) == [False] * 5 + [True]
    for one in stores:
        one.close()


async def test_a_file_that_stays_locked_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("CREATE TABLE other (x)")
        db.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            sqlite_schema.connected(path, 0.1)


async def test_a_file_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {sqlite_schema.VERSION + 1}")
    store = SqliteTickets(path)
    with pytest.raises(TicketStoreError, match="newer version"):
        await store.listed()
    store.close()


RELEASED = Path(__file__).parent / "released"


def test_there_is_a_place_of_every_version_that_was_ever_written() -> None:
    kinds = {"db": sqlite_schema.VERSION, "sql": len(STEPS)}
    for kind, count in kinds.items():
        names = sorted(one.name for one in RELEASED.glob(f"tickets-*.{kind}"))
        assert names == [f"tickets-{n + 1}.{kind}" for n in range(count)]


@pytest.mark.parametrize(
    "released", sorted(RELEASED.glob("tickets-*")), ids=lambda path: str(path.name)
)
async def test_tickets_of_each_version_that_was_ever_written_are_read(
    released: Path, request: Any, tmp_path: Path
) -> None:
    store: TicketStore
    if released.suffix == ".db":
        shutil.copy(released, tmp_path / "t.db")
        store = SqliteTickets(tmp_path / "t.db")
    else:
        server = request.getfixturevalue("server")
        url = server.empty()
        server.run(released.read_text(encoding="utf-8"))  # noqa: ASYNC240 - a small file
        store = postgres_tickets(url)
    merged, done = MADE
    assert list(await store.listed(resolved=True)) == [merged, done]
    assert await store.get("e2") == merged
    assert await store.position("web") == Position(3, 14)
    assert (await store.standing("s_1")) == Standing(True, "ann", "e1")
    assert [number for _, number, _ in await store.unlogged(NOW + 9)] == [2]
    assert await store.next_due() == merged.due
    assert await store.forget("chat-9") == 1
    store.close()


async def test_tables_of_a_newer_version_are_left_alone(server: Server) -> None:
    url = server.empty()
    first = postgres_tickets(url)
    await first.add(ticket())
    first.close()
    server.run("UPDATE candor.ticket_meta SET value = '2'")
    store = postgres_tickets(url)
    with pytest.raises(TicketStoreError, match=r"store of tickets has schema 2.*up to 1"):
        await store.listed()
    store.close()


async def test_two_services_share_tickets_and_the_pause(server: Server) -> None:
    url = server.empty()
    stores = [postgres_tickets(url) for _ in range(3)]
    added = await asyncio.gather(*(one.add(ticket()) for one in stores))
    assert sorted(added) == [False, False, True]
    leased = await asyncio.gather(
        *(one.lease("e1", f"w{n}", NOW + 60, NOW) for n, one in enumerate(stores))
    )
    assert sorted(leased) == [False, False, True]
    assert await stores[0].pause(on=True)
    assert (await stores[1].standing("s_1")).paused
    for one in stores:
        one.close()
    with pytest.raises(TicketStoreError, match="the store of tickets is closed"):
        await stores[0].listed()


async def test_a_ticket_that_is_none_is_told(server: Server) -> None:
    store = postgres_tickets(server.empty())
    await store.add(ticket())
    server.run("UPDATE candor.ticket SET body = '{}'")
    with pytest.raises(TicketStoreError, match="a ticket cannot be read: KeyError"):
        await store.get("e1")
    store.close()


async def test_an_address_where_nobody_answers_is_told_without_it() -> None:
    store = postgres_tickets("postgresql://u:sesame@127.0.0.1:1/none")
    with pytest.raises(TicketStoreError, match=r"tickets in PostgreSQL cannot be used") as told:
        await store.listed()
    assert "sesame" not in f"{told.value!r}"
    store.close()


async def test_what_is_no_database_is_told_and_used_once_it_is_one(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    path.write_bytes(b"nothing that SQLite could read, and long enough to be looked at" * 9)
    store = SqliteTickets(path)
    with pytest.raises(TicketStoreError, match=r"t\.db cannot be used: DatabaseError"):
        await store.listed()
    path.unlink()
    assert list(await store.listed()) == []
    store.close()
