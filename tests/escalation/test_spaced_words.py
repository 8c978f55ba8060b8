"""Words of two services in one place: a name is two conversations, and a person is one."""

from contextlib import aclosing

from guardrails.escalation.lines import What
from guardrails.escalation.recent import Said, Who
from guardrails.escalation.spaced_words import SpacedWords
from guardrails.escalation.words import MemoryWords


def two() -> tuple[SpacedWords, SpacedWords]:
    inner = MemoryWords()
    return SpacedWords(inner, "a"), SpacedWords(inner, "b")


async def test_the_same_name_is_another_conversation_for_each_service() -> None:
    one, other = two()
    one.said("s", Said(Who.PERSON, "Hello."), locale="en")
    await one.put_note("s", "asked for a call")
    await one.post("s", What.SAID, lambda _: "I am here.", 7)
    assert [said.text for said in await one.turns("s")] == ["Hello."]
    assert await one.note("s") == "asked for a call"
    assert await other.turns("s") == ()
    assert await other.note("s") == ""
    assert await other.take("s") == []
    assert [word.text for word in await one.take("s")] == ["I am here."]


async def test_who_follows_a_conversation_hears_that_of_their_own_service() -> None:
    one, other = two()
    await other.post("s", What.SAID, lambda _: "Not for you.", 7)
    await one.post("s", What.SAID, lambda _: "For you.", 8)
    async with aclosing(one.follow("s")) as words:
        assert (await anext(words)).text == "For you."


async def test_a_conversation_is_forgotten_in_its_own_space_and_a_person_in_all() -> None:
    one, other = two()
    for words in (one, other):
        words.said("s", Said(Who.PERSON, "Hello."), subject="mia")
    assert await one.forget("s")
    assert not await one.forget("s")
    assert await other.turns("s")
    one.said("t", Said(Who.PERSON, "Again."), subject="mia")
    assert await one.forget_subject("mia") == 2
    assert await other.turns("s") == ()
    assert one.keep == 0.0
    one.close()
    assert await one.turns("t") == ()
