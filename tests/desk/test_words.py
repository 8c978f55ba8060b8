"""Words for who takes over, and for the person, in memory and in databases that processes share."""

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import Future
from contextlib import aclosing, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from guardrails.desk import household
from guardrails.desk.stored_words import StoredWords
from guardrails.desk.words import postgres_words, sqlite_words
from guardrails.desk.words_table import STEPS
from guardrails.errors import ConfigurationError, TicketStoreError
from guardrails.escalation.lines import WAITING_MAX, What, Word
from guardrails.escalation.postgres import postgres_tickets
from guardrails.escalation.recent import LENGTH, TURNS, Said, Who
from guardrails.escalation.words import MemoryWords, Words
from guardrails.guard import Guard
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.postgres import postgres_sessions
from guardrails.storage.backend import Cursor
from guardrails.storage.sqlite import SQLite
from guardrails.storage.waiting import Waiting
from tests.escalation.tickets import NOW
from tests.guards import guard, say, text_of
from tests.postgres import Server
from tests.sessions.conftest import KEY

CANARY = "quetzalcoatlus"
OTHER = Keyring([b"o" * 32])


@dataclass
class Place:
    """Where words are kept, opened as by several processes."""

    make: Callable[..., Words]
    run: Callable[[str], object]
    made: list[Words] = field(default_factory=list)

    def words(self, keys: Keyring | None = None, **fields: Any) -> Words:
        words = self.make(keys or Keyring.of(KEY), **fields)
        if isinstance(words, StoredWords):
            words._house.look = 0.02
        self.made.append(words)
        return words


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "sqlite":
        path = tmp_path / "words.db"

        def run(statement: str) -> None:
            with closing(sqlite3.connect(path, isolation_level=None)) as db:
                db.execute(statement.replace("candor.", "").replace("'2'", "x'32'"))

        one = Place(lambda keys, **fields: sqlite_words(path, keys, **fields), run)
    else:
        server = request.getfixturevalue("server")
        url = server.empty()
        one = Place(lambda keys, **fields: postgres_words(url, keys, **fields), server.run)
    yield one
    for words in one.made:
        words.close()
        words.close()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def words(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Words]:
    made: Words
    if request.param == "memory":
        made = MemoryWords()
    elif request.param == "sqlite":
        made = sqlite_words(tmp_path / "words.db", Keyring.of(KEY))
    else:
        made = postgres_words(request.getfixturevalue("server").empty(), Keyring.of(KEY))
    yield made
    made.close()
    made.close()


def saying(text: str) -> Callable[[str], str]:
    return lambda locale: f"{text} {locale}".strip()


async def texts(words: Words, conversation: str = "c") -> list[str]:
    return [word.text for word in await words.take(conversation)]


async def first(follow: AsyncGenerator[Word, None], count: int) -> list[str]:
    found: list[str] = []
    async with aclosing(follow), asyncio.timeout(20):
        async for one in follow:
            found.append(one.text)
            if len(found) == count:
                break
    return found


async def followed(words: Any, count: int = 1) -> None:
    """Return once so many follow, of whom nobody tells an outsider."""
    of = getattr(words._listeners, "_of", words._listeners)
    async with asyncio.timeout(20):
        while sum(map(len, of.values())) < count:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_the_last_turns_are_kept_in_order_and_bounded(words: Words) -> None:
    assert await words.turns("c") == ()
    for number in range(TURNS + 2):
        words.said("c", Said(Who.PERSON, f"{number}"))
    words.said("c", Said(Who.SOFTWARE, ""))
    words.said("c", Said(Who.HUMAN, "x" * LENGTH + "end"))
    kept = await words.turns("c")
    assert [one.text for one in kept[:-1]] == [f"{n}" for n in range(3, TURNS + 2)]
    assert (kept[-1].who, kept[-1].text[-4:], len(kept[-1].text)) == (Who.HUMAN, "xend", LENGTH)
    assert await words.turns("d") == ()


async def test_words_wait_for_the_person_in_their_language(words: Words) -> None:
    assert await words.take("c", saying("gone"), NOW) == []
    words.said("c", Said(Who.PERSON, "Hallo"), locale="de-DE")
    await words.post("c", What.JOINED, saying("here"), NOW)
    await words.post("c", What.SAID, lambda _: "Hello.", NOW + 1)
    assert await words.take("c") == [
        Word(What.JOINED, "here de-DE", NOW),
        Word(What.SAID, "Hello.", NOW + 1),
    ]
    assert await texts(words) == []
    assert await words.take("c", saying("gone"), NOW + 2) == [
        Word(What.LEFT, "gone de-DE", NOW + 2)
    ]
    assert await words.take("c", saying("gone"), NOW + 3) == []


async def test_not_more_words_wait_than_somebody_would_read(words: Words) -> None:
    for number in range(WAITING_MAX + 3):
        await words.post("c", What.SAID, saying(f"{number}"), NOW)
    waiting = await texts(words)
    assert (len(waiting), waiting[0]) == (WAITING_MAX, "3")


async def test_who_follows_gets_what_waited_and_then_what_comes(words: Words) -> None:
    await words.post("c", What.SAID, saying("one"), NOW)
    following = asyncio.create_task(first(words.follow("c"), 3))
    await words.post("c", What.SAID, saying("two"), NOW)
    await words.post("c", What.SAID, saying("three"), NOW)
    assert await following == ["one", "two", "three"]
    await words.post("c", What.SAID, saying("four"), NOW)
    assert await texts(words) == ["four"]


async def test_a_note_is_kept_until_another_takes_its_place(words: Words) -> None:
    assert await words.note("c") == ""
    await words.put_note("c", "")
    await words.put_note("c", "Calmer.")
    words.said("c", Said(Who.PERSON, "Hi"), locale="fr")
    assert await words.note("c") == "Calmer."
    await words.put_note("c", "")
    assert await words.note("c") == ""


async def test_what_is_forgotten_is_gone_for_a_conversation_and_for_a_person(words: Words) -> None:
    for conversation, subject in (("a", "p1"), ("b", "p1"), ("c", "p2"), ("d", None)):
        words.said(conversation, Said(Who.PERSON, "Hi"), locale="de", subject=subject)
        await words.post(conversation, What.SAID, saying("word"), NOW)
    assert await words.forget("d")
    assert not await words.forget("d")
    assert await words.forget_subject("p1") == 2
    assert [await words.turns(one) for one in "abd"] == [(), (), ()]
    assert [await texts(words, one) for one in "abd"] == [[], [], []]
    assert len(await words.turns("c")) == 1
    await words.post("a", What.SAID, saying("again"), NOW)
    assert await texts(words, "a") == ["again"], "the language is forgotten too"


async def test_what_one_process_hears_another_reads_and_answers(place: Place) -> None:
    ours, theirs = place.words(), place.words()
    ours.said("c", Said(Who.PERSON, "\ud800 I cannot sleep."), locale="es", subject="p")
    ours.said("c", Said(Who.SOFTWARE, "I hear you."))
    assert len(await ours.turns("c")) == 2
    assert [one.text for one in await theirs.turns("c")] == ["? I cannot sleep.", "I hear you."]
    following = asyncio.create_task(first(ours.follow("c"), 2))
    await theirs.post("c", What.JOINED, saying("here"), NOW)
    await theirs.post("c", What.SAID, lambda _: "Hello.", NOW)
    assert await following == ["here es", "Hello."]
    await theirs.put_note("c", "Calmer.")
    assert await ours.note("c") == "Calmer."


async def test_while_one_process_follows_no_other_hands_its_words_out(place: Place) -> None:
    ours, theirs = place.words(), place.words()
    following = asyncio.create_task(first(ours.follow("c"), 2))
    await followed(ours)
    await theirs.post("c", What.SAID, saying("one"), NOW)
    assert await texts(theirs) == []
    await theirs.post("c", What.SAID, saying("two"), NOW)
    assert await following == ["one", "two"]
    await ours.turns("c")  # by then its end is kept
    await theirs.post("c", What.SAID, saying("three"), NOW)
    assert await texts(theirs) == ["three"]


async def test_a_process_that_died_while_it_followed_keeps_no_word_back(place: Place) -> None:
    ours, theirs = place.words(), place.words()
    follow = ours.follow("c")
    waiting = asyncio.ensure_future(anext(follow))
    await followed(ours)
    await ours.turns("c")
    ours._listeners._of.clear()  # type: ignore[attr-defined]
    await theirs.post("c", What.SAID, saying("one"), NOW)
    assert await texts(theirs) == []
    place.run("UPDATE candor.talk SET listened = listened - 15")
    assert await texts(theirs) == ["one"]
    waiting.cancel()
    await asyncio.wait([waiting])
    await follow.aclose()


async def test_two_who_follow_in_one_process_both_get_it_and_one_may_go(place: Place) -> None:
    ours = place.words()
    both = [asyncio.create_task(first(ours.follow("c"), count)) for count in (1, 2)]
    await followed(ours, 2)
    await ours.post("c", What.SAID, saying("one"), NOW)
    assert await both[0] == ["one"]
    await ours.post("c", What.SAID, saying("two"), NOW)
    assert await both[1] == ["one", "two"]


async def test_no_word_and_no_id_can_be_read_without_the_key(
    place: Place, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    words = place.words()
    words.said(f"chat {CANARY}", Said(Who.PERSON, CANARY), locale=CANARY, subject=CANARY)
    await words.post(f"chat {CANARY}", What.SAID, saying(CANARY), NOW)
    await words.put_note(f"chat {CANARY}", CANARY)
    assert await words.note(f"chat {CANARY}") == CANARY
    if (tmp_path / "words.db").exists():
        held = b"".join(one.read_bytes() for one in sorted(tmp_path.glob("words.db*")))  # noqa: ASYNC240
    else:
        rows = request.getfixturevalue("server").rows
        held = repr([rows(f"SELECT * FROM candor.{t}") for t in TABLES]).encode()
    assert CANARY.encode() not in held
    with pytest.raises(TicketStoreError, match=r"store of words: .*not on the ring"):
        await place.words(OTHER).turns("c")


TABLES = ("talk", "talk_turn", "talk_word", "talk_meta")


async def test_forgotten_words_are_in_no_file_not_even_locked(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    words = sqlite_words(path, Keyring.of(KEY))
    words.said("c", Said(Who.PERSON, "Hi"))
    await words.turns("c")
    with closing(sqlite3.connect(path)) as db:
        [(key,)] = db.execute("SELECT talk_key FROM talk").fetchall()
    assert await words.forget("c")
    assert all(key not in one.read_bytes() for one in tmp_path.iterdir())  # noqa: ASYNC240
    words.close()


async def test_what_nobody_speaks_of_any_more_is_forgotten_but_not_who_follows(
    place: Place,
) -> None:
    words = place.words(keep=60.0)
    for conversation in ("a", "b"):
        words.said(conversation, Said(Who.PERSON, "Hi"))
    following = asyncio.create_task(first(words.follow("b"), 1))
    assert await words.sweep() == 0  # type: ignore[attr-defined]
    await followed(words)
    place.run("UPDATE candor.talk SET touched = touched - 61")
    assert await words.sweep() == 1  # type: ignore[attr-defined]
    assert await words.turns("a") == ()
    assert len(await words.turns("b")) == 1
    await words.post("b", What.SAID, saying("one"), NOW)
    assert await following == ["one"]


async def test_what_is_old_goes_by_itself_and_who_follows_stays_known(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(household, "_SWEEP", 0.05)
    monkeypatch.setattr(household, "_LISTENS", 0.3)
    words = place.words(keep=0.2)
    words.said("a", Said(Who.PERSON, "Hi"))
    assert len(await words.turns("a")) == 1
    following = asyncio.create_task(first(words.follow("b"), 1))
    async with asyncio.timeout(20):
        while await words.turns("a"):  # noqa: ASYNC110 - it happens in the database
            await asyncio.sleep(0.05)
    assert not following.done()
    await place.words().post("b", What.SAID, saying("one"), NOW)
    assert await following == ["one"]


async def test_a_new_key_in_front_locks_the_names_anew_and_old_words_still_open(
    place: Place,
) -> None:
    old = place.words()
    old.said("c", Said(Who.PERSON, "Hi"))
    await old.turns("c")
    both = Keyring([b"o" * 32, b"k" * 32])
    assert len(await place.words(both).turns("c")) == 1
    assert await place.words(OTHER).turns("d") == ()


async def test_what_is_locked_anew_opens_with_the_new_key_alone(place: Place) -> None:
    old = place.words()
    for conversation in ("a", "b"):
        old.said(conversation, Said(Who.PERSON, "Hi"))
    assert len(await old.turns("b")) == 1
    both = place.words(Keyring([b"o" * 32, b"k" * 32]))
    assert await both.rekey() == 2  # type: ignore[attr-defined]
    assert await both.rekey() == 0  # type: ignore[attr-defined]
    new = place.words(OTHER)
    assert [len(await new.turns(one)) for one in "ab"] == [1, 1]
    with pytest.raises(TicketStoreError, match="not on the ring"):
        await place.words(Keyring([b"x" * 32])).rekey()  # type: ignore[attr-defined]


async def test_who_stops_following_before_anything_came_leaves_nobody_listening(
    place: Place,
) -> None:
    words = place.words()
    follow = words.follow("c")
    waiting = asyncio.ensure_future(anext(follow))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    await follow.aclose()
    await words.post("c", What.SAID, saying("one"), NOW)
    assert words._listeners.names() == []  # type: ignore[attr-defined]
    assert await texts(words) == ["one"]


class Faulty(SQLite):
    """A database that can be out of reach."""

    gone = False

    def submit(self, work: Callable[[Cursor], Any], **how: bool) -> Future[Any]:
        if not self.gone:
            return super().submit(work, **how)
        failed: Future[Any] = Future()
        failed.set_exception(TicketStoreError("the store of words cannot be used"))
        return failed


async def test_while_the_database_is_gone_a_turn_goes_on_and_a_human_is_told(
    tmp_path: Path,
) -> None:
    base = Faulty(tmp_path / "w.db", what="the store of words", error=TicketStoreError)
    words = StoredWords(base, Keyring.of(KEY), look=0.02)
    await words.post("c", What.SAID, saying("one"), NOW)
    follow = words.follow("c")
    assert (await anext(follow)).text == "one"
    base.gone = True
    words.said("c", Said(Who.PERSON, "lost"))
    assert await words.take("c") == []
    with pytest.raises(TicketStoreError, match="store of words cannot be used"):
        await words.post("c", What.SAID, saying("two"), NOW)
    waiting = asyncio.ensure_future(anext(follow))
    await asyncio.sleep(0.1)
    base.gone = False
    await words.post("c", What.SAID, saying("three"), NOW)
    async with asyncio.timeout(20):
        assert (await waiting).text == "three"
    await follow.aclose()
    words.close()
    words.said("c", Said(Who.PERSON, "after the end"))
    with pytest.raises(TicketStoreError, match="store of words is closed"):
        await words.turns("c")


async def test_words_that_were_asked_for_in_vain_stay_for_the_next_turn(tmp_path: Path) -> None:
    words = sqlite_words(tmp_path / "w.db", Keyring.of(KEY))
    await words.post("c", What.SAID, saying("one"), NOW)
    held, stop = threading.Event(), threading.Event()
    words._later(lambda _: (held.set(), stop.wait(20)))
    assert held.wait(20)
    words._work._waiting = Waiting("the store of words", TicketStoreError, patience=0.01)
    assert await texts(words) == []
    stop.set()
    words._work._waiting = Waiting("the store of words", TicketStoreError)
    assert await texts(words) == ["one"]
    words.close()


RELEASED = Path(__file__).parent / "released"


def test_there_is_a_file_of_every_schema_that_was_ever_written() -> None:
    names = sorted(one.name for one in RELEASED.glob("*.db"))
    assert names == [f"words-{n + 1}.db" for n in range(len(STEPS))]


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.db")), ids=lambda path: path.name)
async def test_every_schema_that_was_ever_written_is_read(released: Path, tmp_path: Path) -> None:
    shutil.copy(released, tmp_path / "words.db")
    words = sqlite_words(tmp_path / "words.db", Keyring.of(KEY))
    assert await words.turns("c") == (
        Said(Who.PERSON, "I cannot sleep."),
        Said(Who.SOFTWARE, "I hear you."),
    )
    assert await words.note("c") == "Calmer."
    assert await words.take("c") == [Word(What.JOINED, "here de", NOW)]
    assert await words.forget_subject("p") == 1
    words.close()


async def test_tables_of_a_newer_version_are_left_alone(place: Place) -> None:
    words = place.words()
    assert await words.turns("c") == ()
    place.run("UPDATE candor.talk_meta SET value = '2' WHERE name = 'schema'")
    with pytest.raises(TicketStoreError, match=r"store of words has schema 2.*up to 1"):
        await place.words().turns("c")


def test_words_that_would_outlive_their_sessions_are_refused(tmp_path: Path) -> None:
    from guardrails.sessions.memory import MemorySessions

    words = sqlite_words(tmp_path / "words.db", Keyring.of(KEY), keep=7_200)
    with pytest.raises(ConfigurationError, match="words are kept for 7200 s, and sessions for 60"):
        guard(sessions=MemorySessions(idle=60), words=words)
    words.close()


def service(url: str) -> Guard:
    """Return one of several services on one database."""
    keys = Keyring.of(KEY)
    words = postgres_words(url, keys)
    words._house.look = 0.02
    return guard(
        sessions=postgres_sessions(url, keys, connections=2),
        tickets=postgres_tickets(url),
        words=words,
    )


async def test_a_desk_in_one_process_takes_over_what_another_one_serves(server: Server) -> None:
    url = server.empty()
    ours, theirs = service(url), service(url)
    seen: list[tuple[str, str]] = []

    async def screen() -> None:
        async with aclosing(ours.follow("s")) as follow:
            async for word in follow:
                seen.append((word.what, word.text))
                if word.what is What.LEFT:
                    return

    async with ours, theirs, asyncio.timeout(60):
        await say(ours, "My mail is jo@example.org.", subject_id="p1")
        await say(ours, "I cannot go on at all.", subject_id="p1")
        showing = asyncio.create_task(screen())
        [view] = await theirs.desk.list()
        claimed = await theirs.desk.claim(view.id, "ann")
        assert [one.text for one in claimed.turns if one.who is Who.PERSON][-1] == (
            "I cannot go on at all."
        )
        assert "jo@example.org" not in repr([one.text for one in claimed.turns])
        unmasked = await theirs.desk.unmask(view.id, "ann", reason="call-back", case="7")
        assert any("jo@example.org" in one.text for one in unmasked)
        await theirs.desk.reply(view.id, "ann", "Hello, I am Ann.")
        relayed = await say(ours, "Are you real?", subject_id="p1")
        assert "has gone to the person" in text_of(relayed)
        assert [one.text for one in (await theirs.desk.show(view.id)).turns][-2:] != []
        await theirs.desk.release(view.id, "ann", "Calmer.")
        assert (await ours.desk.show(view.id)).note == "Calmer."
        await showing
        assert [what for what, _ in seen] == ["joined", "said", "left"]
        assert seen[1][1] == "Hello, I am Ann."
        await ours.forget(subject_id="p1", by="op-1")
        shown = await theirs.desk.show(view.id)
        assert (shown.turns, shown.note, shown.conversation) == ((), "", None)
    for one in (ours, theirs):
        await one.sessions.aclose()  # type: ignore[attr-defined]
