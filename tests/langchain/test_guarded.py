"""A LangChain model behind a real guard, with detectors of a few phrases."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

import pytest
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)
from langchain_core.messages.ai import add_ai_message_chunks
from pydantic import BaseModel

from guardrails.errors import ConfigurationError, InputTooLongError, ModelError
from guardrails.guard import Guard
from guardrails.policy.model import Failure
from tests.guards import guard as guard_of
from tests.guards import text_of
from tests.langchain.fakes import Ears, ScriptedModel, calling, named, saying
from tests.policies import TEXTS, changed, policy

EMAIL = "ann@example.org"
IMAGE = {"type": "image_url", "image_url": {"url": "https://example.org/cat.png"}}
CLAIM = "I missed you all day."


class Contact(BaseModel):
    """How to reach somebody."""

    email: str


@pytest.fixture
async def guard() -> AsyncIterator[Guard]:
    async with guard_of() as guard:
        yield guard


class Echo(ScriptedModel):
    """Repeats the last word of what it was told, in pieces of three characters."""

    claim: str = ""
    tool: str = ""

    async def _astream(self, messages: Any, *args: Any, **kwargs: Any) -> Any:
        word = messages[-1].text.split()[-1]
        if self.tool:
            self.chunks = calling(self.tool, {"email": word})
        else:
            said = f"{self.claim} I noted {word} for you."
            self.chunks = saying(*(said[at : at + 3] for at in range(0, len(said), 3)))
        async for chunk in super()._astream(messages, *args, **kwargs):
            yield chunk


async def test_a_value_goes_down_hidden_and_comes_back(guard: Guard) -> None:
    inner = Echo()
    ears = Ears()
    model = guard.wrap(inner)
    config = {**named(), "callbacks": [ears]}
    question = [HumanMessage(f"Write to {EMAIL}")]

    whole = await model.ainvoke(question, config)
    streamed = add_ai_message_chunks(*[chunk async for chunk in model.astream(question, config)])
    sync = model.invoke(question, config)

    for message in (whole, streamed, sync):
        assert message.text.strip() == f"I noted {EMAIL} for you."
    assert EMAIL not in repr(inner.seen)
    hidden = inner.seen[0][0][-1].text.split()[-1]
    assert hidden not in "".join(ears.heard)
    said = whole.response_metadata["guardrails"]
    assert said["receipt"]["seq"] > 0
    assert (said["decisions"][0]["side"], said["decisions"][0]["do"]) == ("input", "mask")
    assert said["decisions"][0]["findings"][0]["category"] == "pii.email"


async def test_a_claim_is_not_heard_by_anybody(guard: Guard) -> None:
    ears = Ears()
    inner = Echo(claim=CLAIM)

    events = guard.wrap(inner).astream_events(
        [HumanMessage("My name is Jo")], {**named(), "callbacks": [ears]}, version="v2"
    )
    told = repr([event async for event in events]) + "".join(ears.heard)

    assert "missed" not in told
    assert "guardrails" in told


async def test_a_conversation_goes_on_with_what_was_shown(guard: Guard) -> None:
    inner = Echo()
    model = guard.wrap(inner)
    history: list[Any] = [SystemMessage("Be kind."), HumanMessage(f"Write to {EMAIL}")]
    history.append(await model.ainvoke(history, named()))
    history.append(HumanMessage("Say hello"))

    await model.ainvoke(history, named())

    assert EMAIL in history[2].text
    assert EMAIL not in repr(inner.seen[1])
    assert [message.type for message in inner.seen[1][0]] == ["system", "human", "ai", "human"]


@pytest.mark.parametrize("restore", [(), ("Contact",)])
async def test_tool_calls_get_the_persons_values_where_that_is_wanted(
    guard: Guard, restore: tuple[str, ...]
) -> None:
    model = guard.wrap(Echo(tool="Contact"), restore_tools=restore).bind_tools([Contact])

    message = await model.ainvoke([HumanMessage(f"Write to {EMAIL}")], named())

    (call,) = message.tool_calls
    assert (call["name"], call["id"]) == ("Contact", "call_1")
    assert (call["args"]["email"] == EMAIL) is bool(restore)


async def test_structured_output_holds_the_persons_values(guard: Guard) -> None:
    model = guard.wrap(Echo(tool="Contact")).with_structured_output(Contact)

    assert await model.ainvoke(f"Write to {EMAIL}", named()) == Contact(email=EMAIL)


async def test_a_tools_answer_is_hidden_from_the_model(guard: Guard) -> None:
    inner = Echo()
    history = [
        HumanMessage("Who is it?"),
        AIMessage("", tool_calls=[{"id": "c1", "name": "find", "args": {"who": EMAIL}}]),
        ToolMessage(f"It is {EMAIL}", tool_call_id="c1"),
    ]

    await guard.wrap(inner).ainvoke(history, named())

    seen = inner.seen[0][0]
    assert EMAIL not in repr(seen)
    assert seen[1].tool_calls[0]["id"] == seen[2].tool_call_id == "c1"


async def test_a_person_in_crisis_gets_the_policys_text_and_no_model_is_asked(
    guard: Guard,
) -> None:
    inner = Echo()
    message = await guard.wrap(inner).ainvoke("I cannot go on at all", named())

    said = message.response_metadata["guardrails"]
    assert message.text.startswith("Please talk to someone now.")
    assert inner.seen == []
    assert (said["level"], said["do"]) == ("high", "replace")
    assert said["escalated"][0]["to"] == "desk"
    assert message.response_metadata["finish_reason"] == "guarded"


async def test_a_picture_is_reported_and_never_passed_in_silence(guard: Guard) -> None:
    inner = Echo()
    message = await guard.wrap(inner).ainvoke(
        [HumanMessage([{"type": "text", "text": "Look here"}, IMAGE])], named()
    )

    (gap,) = message.response_metadata["guardrails"]["coverage_gaps"]
    assert (gap["kind"], gap["what"]) == ("image", "input")
    assert (inner.seen == []) is (gap["do"] == "block")


async def test_a_model_that_fails_midway_keeps_what_was_released(guard: Guard) -> None:
    words = "One sentence is over now. " * 8
    inner = ScriptedModel(chunks=[AIMessageChunk(content=words), ValueError(words)])
    heard: list[AIMessageChunk] = []

    async def hear() -> None:
        async with aclosing(guard.wrap(inner).astream("Hello", named())) as chunks:
            async for chunk in chunks:
                heard.append(chunk)

    with pytest.raises(ModelError, match="ValueError"):
        await hear()
    assert "".join(chunk.text for chunk in heard).strip() == words.strip()


async def test_leaving_a_stream_frees_the_session_for_the_next_turn(guard: Guard) -> None:
    inner = ScriptedModel(chunks=saying(*(["One sentence is over now. "] * 20)))
    model = guard.wrap(inner)
    async with aclosing(model.astream("Hello", named())) as chunks:
        await anext(chunks)

    assert inner.log == ["closed"]
    assert (await model.ainvoke("Hello", named())).text
    sync: Any = model.stream("Hello", named())
    next(sync)
    sync.close()
    assert model.invoke("Hello", named()).text


async def test_turns_of_one_session_are_taken_in_order_over_sync_and_async(guard: Guard) -> None:
    model = guard.wrap(Echo())
    messages = [[HumanMessage(f"Say {word}")] for word in ("one", "two", "three")]

    several = await model.abatch(messages, named())
    again = model.batch(messages, named())

    words = [message.text.split()[2] for message in (*several, *again)]
    assert words == ["one", "two", "three"] * 2


async def test_a_message_that_is_too_long_is_refused(guard: Guard) -> None:
    with pytest.raises(InputTooLongError):
        await guard.wrap(Echo()).ainvoke("word " * 20_000, named())


async def test_typed_events_come_from_a_langchain_model_too(guard: Guard) -> None:
    inner = Echo(claim=CLAIM)
    stream = guard.stream(inner, [HumanMessage(f"Write to {EMAIL}")], session_id="s")

    events = [event async for event in stream]

    assert text_of(events).strip().endswith(f"I noted {EMAIL} for you.")
    assert "missed" not in text_of(events)
    assert EMAIL not in repr(inner.seen)


class Flaky(Echo):
    """Fails as often as it is told to, then answers."""

    fails: int = 1
    tries: int = 0

    async def _astream(self, messages: Any, *args: Any, **kwargs: Any) -> Any:
        self.tries += 1
        if self.tries <= self.fails:
            raise ValueError
        async for chunk in super()._astream(messages, *args, **kwargs):
            yield chunk


@pytest.fixture
async def forgiving() -> AsyncIterator[Guard]:
    failure = Failure({}, {}, model_error="safe-reply")
    async with guard_of(changed(policy(), failure=failure)) as guard:
        yield guard


async def test_a_model_that_fails_is_asked_again_where_the_caller_wants_that(
    forgiving: Guard,
) -> None:
    inner = Flaky(fails=2)
    retrying = forgiving.wrap(inner).with_retry(stop_after_attempt=3, wait_exponential_jitter=False)

    message = await retrying.ainvoke([HumanMessage(f"Write to {EMAIL}")], named())

    assert message.text.strip() == f"I noted {EMAIL} for you."
    assert inner.tries == 3
    gone = forgiving.wrap(Flaky(fails=9)).with_retry(
        stop_after_attempt=2, wait_exponential_jitter=False
    )
    with pytest.raises(ModelError):
        await gone.ainvoke([HumanMessage("Hello")], named())


async def test_a_fallback_answers_for_a_model_that_fails_and_the_policy_for_the_last(
    forgiving: Guard,
) -> None:
    broken, other = forgiving.wrap(Flaky(fails=9)), forgiving.wrap(Flaky(fails=9))

    answered = await broken.with_fallbacks([other, Echo()]).ainvoke(
        [HumanMessage(f"Write to {EMAIL}")], named()
    )
    sorry = await broken.with_fallbacks([other]).ainvoke([HumanMessage("Hello")], named())

    assert answered.text.strip() == f"I noted {EMAIL} for you."
    assert sorry.text == TEXTS["safe-reply"]
    assert sorry.response_metadata["guardrails"]["failed"] == "ValueError"


def test_tools_of_one_turn_are_named_in_a_list_too(guard: Guard) -> None:
    with pytest.raises(ConfigurationError, match=r"\['send'\]"):
        guard.stream(Echo(), "Hello.", session_id="s", restore_tools="send")
