"""A turn in two halves is the same turn, and the hooks of a proxy make it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from guardrails.context import TurnContext
from guardrails.errors import (
    GuardrailsError,
    ModelError,
    RefusedError,
)
from guardrails.gateway.halves import HalvedTurn, failure_of
from guardrails.gateway.proxy_hooks import TURN, ProxyHooks
from guardrails.guard import Guard
from guardrails.messages import Chunk, EndChunk, Message, Role, TextChunk
from guardrails.reply import Limits
from tests.guards import guard, kinds, say, text_of

CLAIM = "I missed you all day. How was it?"
CRISIS = "I cannot go on at all."
CONTEXT = TurnContext(session_id="s")
HEADERS = {"x-candor-session": "one", "x-candor-country": "GB"}


def asked(text: str = "Hello.") -> tuple[Message, ...]:
    return (Message.of(Role.USER, text),)


async def pieces(*texts: str | Exception) -> AsyncIterator[Chunk]:
    for text in texts:
        if isinstance(text, Exception):
            raise text
        yield TextChunk(text)
    yield EndChunk("stop")


def body(text: str = "Hello.", **fields: Any) -> dict[str, Any]:
    return {"model": "m", "messages": [{"role": "user", "content": text}], **fields}


def whole(text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "c", "created": 3, "model": "m-1", "choices": [choice]}


async def streamed(text: str) -> AsyncIterator[dict[str, Any]]:
    for at in range(0, len(text), 5):
        choice = {"index": 0, "delta": {"content": text[at : at + 5]}, "finish_reason": None}
        yield {"choices": [choice]}
    yield {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}


async def test_two_halves_release_what_one_turn_does() -> None:
    async with guard() as one, guard() as other:
        turn = HalvedTurn(one, CONTEXT, asked("I am Priya."))
        messages = await turn.asked()
        assert messages is not None
        assert messages[-1].text == "I am <PERSON_1>."
        events = [event async for event in turn.reply(pieces("I missed ", "you all day. And?"))]
        wanted = await say(other, "I am Priya.", "I missed you all day. And?")
    assert text_of(events) == text_of(wanted)
    assert kinds(events) == kinds(wanted)


async def test_a_turn_that_the_policy_answers_asks_no_model() -> None:
    async with guard() as small:
        turn = HalvedTurn(small, CONTEXT, asked(CRISIS))
        assert await turn.asked() is None
        events = [event async for event in turn.reply(pieces("never read"))]
    assert text_of(events)
    assert "never read" not in text_of(events)


async def test_a_reply_that_breaks_off_is_a_failed_model() -> None:
    class TooMuchError(Exception):
        status_code = 429

    async with guard() as small:
        turn = HalvedTurn(small, CONTEXT, asked())
        await turn.asked()
        with pytest.raises(ModelError, match=r"TooMuchError \(HTTP 429\)"):
            [event async for event in turn.reply(pieces("Well. ", TooMuchError()))]


async def test_an_error_of_ours_is_told_as_it_is() -> None:
    async with guard() as small:
        turn = HalvedTurn(small, CONTEXT, asked())
        await turn.asked()
        with pytest.raises(ModelError, match="InvalidReply"):
            [e async for e in turn.reply(pieces(ModelError("InvalidReply")))]


async def test_whoever_leaves_ends_the_turn_and_its_record_is_written() -> None:
    async with guard() as small:
        turn = HalvedTurn(small, CONTEXT, asked())
        await turn.asked()
        events = turn.reply(pieces("word " * 200))
        await anext(events)
        await events.aclose()
        assert turn.over.done()
        [closed] = small.log.of("turn_close")  # type: ignore[attr-defined]
    assert "cancelled" in repr(closed)


async def test_a_second_half_that_never_comes_ends_as_a_silent_model() -> None:
    async with guard(limits=Limits(silence=0.05)) as small:
        turn = HalvedTurn(small, CONTEXT, asked())
        assert await turn.asked() is not None
        await asyncio.wait({turn.over})
        with pytest.raises(ModelError):
            [event async for event in turn.reply(pieces("late"))]
        assert [event.text for event in await say(small, "And?", "Yes.")]  # the session is free


async def test_an_error_before_the_model_is_raised_by_the_first_half() -> None:
    small = guard()
    await small.aclose()
    with pytest.raises(GuardrailsError, match="closed"):
        await HalvedTurn(small, CONTEXT, asked()).asked()


def test_a_failure_has_a_status_only_if_it_is_a_number() -> None:
    class OddError(Exception):
        status_code = "no"

    assert failure_of(OddError()).status is None


@pytest.mark.parametrize("stream", [False, True])
async def test_hooks_guard_a_completion(stream: bool) -> None:
    async with guard() as small:
        hooks = ProxyHooks(small)
        data = body("I am at jo@example.org.", user="u", stream=stream)
        assert await hooks.before(data, "acompletion", HEADERS, "key") is None
        assert data["messages"] == [{"role": "user", "content": "I am at <EMAIL_1>."}]
        assert "user" not in data
        assert hooks.running == 1
        if stream:
            data["stream_options"] = {"include_usage": True}
            chunks = [c async for c in hooks.streamed(data, streamed(CLAIM))]
            text = "".join(c["choices"][0]["delta"].get("content", "") for c in chunks[:-1])
            assert chunks[-1]["guardrails"]["do"] == "rewrite"
        else:
            made = await hooks.whole(data, whole(CLAIM))
            text = made["choices"][0]["message"]["content"]
            assert (made["id"], made["created"], made["model"]) == ("c", 3, "m-1")
            assert made["guardrails"]["do"] == "rewrite"
        assert "missed" not in text
        assert text.endswith("How was it?")
        assert hooks.running == 0


async def test_what_the_policy_answers_is_said_by_the_proxy_once() -> None:
    async with guard() as small:
        hooks = ProxyHooks(small)
        for n, stream in enumerate((False, True)):
            data = body(CRISIS)
            answer = await hooks.before(data, "completion", HEADERS, f"key-{n}")
            assert answer
            if stream:
                chunks = [c async for c in hooks.streamed(data, streamed(answer))]
                said = "".join(c["choices"][0]["delta"].get("content", "") for c in chunks)
            else:
                said = (await hooks.whole(data, whole("x")))["choices"][0]["message"]["content"]
            assert said == answer
        data = body(CRISIS)
        await hooks.before(data, "completion", HEADERS, "key-3")
        await hooks.failed(data, RuntimeError())
        assert hooks.running == 0


async def test_a_model_that_cannot_be_asked_ends_the_turn() -> None:
    async with guard() as small:
        hooks = ProxyHooks(small)
        data = body()
        await hooks.before(data, "acompletion", HEADERS, "key")
        await hooks.failed(data, RuntimeError("gone"))
        await hooks.failed({}, RuntimeError("never begun"))
        assert hooks.running == 0
        assert len(small.log.of("turn_close")) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "data", "headers", "code"),
    [
        ("aresponses", body(), HEADERS, "unsupported_call"),
        ("acompletion", body(), {}, "session_missing"),
        ("acompletion", body(), {"x-candor-session": "a b"}, "session_missing"),
        ("acompletion", body(n=2), HEADERS, "unsupported_parameter"),
        ("acompletion", {"model": "m", "messages": []}, HEADERS, "invalid_value"),
    ],
)
async def test_what_cannot_be_guarded_is_refused_up_front(
    kind: str, data: dict[str, Any], headers: dict[str, str], code: str
) -> None:
    async with guard() as small:
        with pytest.raises(RefusedError) as refused:
            await ProxyHooks(small).before(data, kind, headers, "key")
    assert refused.value.code == code


async def test_calls_that_say_nothing_to_a_person_pass() -> None:
    async with guard() as small:
        data = {"model": "m", "input": "x"}
        assert await ProxyHooks(small).before(data, "aembedding", {}, "key") is None
    assert data == {"model": "m", "input": "x"}


async def test_a_reply_without_a_first_half_is_never_released() -> None:
    async with guard() as small:
        hooks = ProxyHooks(small)
        for data in ({}, {"metadata": {TURN: "guessed"}}):
            with pytest.raises(RefusedError, match="no guarded turn"):
                await hooks.whole(data, whole(CLAIM))
            with pytest.raises(RefusedError, match="no guarded turn"):
                [c async for c in hooks.streamed(data, streamed(CLAIM)) if "missed" in str(c)]


async def test_a_broken_stream_is_a_failed_model() -> None:
    async def broken() -> AsyncIterator[dict[str, Any]]:
        yield {"choices": [{"index": 0, "delta": {"content": "Well. "}, "finish_reason": None}]}

    async with guard() as small:
        hooks = ProxyHooks(small)
        data = body()
        await hooks.before(data, "acompletion", HEADERS, "key")
        with pytest.raises(ModelError, match="BrokenStream"):
            [c async for c in hooks.streamed(data, broken())]


async def test_sessions_of_two_keys_are_two() -> None:
    async with guard() as small:
        hooks = ProxyHooks(small)
        first, second = body("I am Priya."), body("Say <PERSON_1>.")
        for data, key in ((first, "a"), (second, "b")):
            await hooks.before(data, "acompletion", HEADERS, key)
        await hooks.whole(first, whole("Fine."))
        made = await hooks.whole(second, whole("It is <PERSON_1>."))
    assert "Priya" not in made["choices"][0]["message"]["content"]


async def test_a_turn_that_cannot_begin_leaves_nothing_behind() -> None:
    small: Guard = guard()
    hooks = ProxyHooks(small)
    await small.aclose()
    with pytest.raises(GuardrailsError):
        await hooks.before(body(), "acompletion", HEADERS, "key")
    assert hooks.running == 0
