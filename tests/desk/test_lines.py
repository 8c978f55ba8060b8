"""Words of a human on their way to the person, and the last turns on their way to a human."""

import asyncio
from contextlib import aclosing

from guardrails.escalation import lines as module
from guardrails.escalation.lines import Lines, What, Word
from guardrails.escalation.recent import LENGTH, TURNS, MemoryRecent, Said, Who
from guardrails.held_texts import HELD, TEXTS, held_text
from tests.escalation.tickets import NOW


def word(text: str, what: What = What.SAID) -> Word:
    return Word(what, text, NOW)


async def first(of: Lines, count: int) -> list[str]:
    found: list[str] = []
    async with aclosing(of.follow("c")) as words:
        async for one in words:
            found.append(one.text)
            if len(found) == count:
                break
    return found


async def test_words_wait_until_somebody_follows() -> None:
    of = Lines()
    of.post("c", word("one"))
    of.post("c", word("two"))
    assert await first(of, 1) == ["one"]
    of.post("c", word("three"))
    assert await first(of, 2) == ["two", "three"]
    assert of.take("c") == []


async def test_all_who_follow_get_what_comes() -> None:
    of = Lines()
    both = [asyncio.create_task(first(of, 2)) for _ in range(2)]
    await asyncio.sleep(0)
    of.post("c", word("one"))
    await asyncio.sleep(0)
    of.post("c", word("two"))
    assert await asyncio.gather(*both) == [["one", "two"], ["one", "two"]]


async def test_words_come_from_another_thread() -> None:
    of = Lines()
    waiting = asyncio.create_task(first(of, 1))
    await asyncio.sleep(0)
    await asyncio.to_thread(of.post, "c", word("one"))
    assert await asyncio.wait_for(waiting, 5) == ["one"]


def test_who_followed_on_a_loop_that_is_closed_is_passed_over() -> None:
    of = Lines()
    loop = asyncio.new_event_loop()
    follow = of.follow("c")

    async def begin() -> None:
        waiting = asyncio.ensure_future(anext(follow))
        await asyncio.sleep(0)
        waiting.cancel()

    loop.run_until_complete(begin())
    listener = module._Listener(loop, asyncio.Event(), module.deque())
    of._line("c").listeners.append(listener)
    loop.close()
    of.post("c", word("one"))
    assert [one.text for one in of.take("c")] == ["one"]


def test_whether_a_human_is_there_follows_from_what_the_person_was_told() -> None:
    of = Lines()
    assert not of.held("c")
    of.post("c", word("hello", What.JOINED))
    assert of.held("c")
    of.post("c", word("bye", What.LEFT))
    assert not of.held("c")


def test_what_is_forgotten_is_gone() -> None:
    of = Lines()
    assert not of.forget("c")
    of.post("c", word("one"))
    assert of.forget("c")
    assert of.take("c") == []


def test_of_many_conversations_the_longest_unused_goes() -> None:
    of = Lines()
    for number in range(module.LINES_MAX + 1):
        of.post(f"c{number}", word("one"))
    assert of.take("c0") == []
    assert len(of.take("c1")) == 1


async def test_who_follows_stays_although_many_conversations_come() -> None:
    of = Lines()
    waiting = asyncio.create_task(first(of, 1))
    await asyncio.sleep(0)
    for number in range(module.LINES_MAX + 1):
        of.post(f"c{number}", word("one"))
    assert of.forget("c0") is False
    of.post("c", word("for you"))
    assert await asyncio.wait_for(waiting, 5) == ["for you"]


def test_the_last_turns_are_kept_and_the_older_ones_make_room() -> None:
    recent = MemoryRecent(limit=2)
    for number in range(TURNS + 1):
        recent.add("a", Said(Who.PERSON, f"{number}"))
    recent.add("a", Said(Who.SOFTWARE, ""))
    assert [one.text for one in recent.of("a")] == [f"{n}" for n in range(1, TURNS + 1)]
    recent.add("b", Said(Who.PERSON, "x" * (LENGTH + 5)))
    assert len(recent.of("b")[0].text) == LENGTH
    recent.add("c", Said(Who.PERSON, "last"))
    assert recent.of("a") == ()
    assert recent.forget("b")
    assert not recent.forget("b")


def test_every_text_is_there_in_every_language() -> None:
    for texts in TEXTS.values():
        assert set(texts) == HELD
        assert all(texts.values())
    assert held_text("paused", "de-AT").startswith("Die Software")
    assert held_text("paused", "xx") == held_text("paused", "")
