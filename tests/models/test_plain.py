import asyncio
import contextvars
import threading
import time
from collections.abc import AsyncIterator, Iterator
from functools import partial
from typing import Any

import pytest

from guardrails.errors import ModelError, UnsupportedError
from guardrails.messages import TextChunk
from guardrails.models.plain import CallableModel
from tests.guards import guard
from tests.models.asking import ask, hear, hear_into, text_of

Messages = list[dict[str, Any]]


async def a_string(messages: Messages) -> str:
    return f"You said: {messages[-1]['content']}"


async def pieces(messages: Messages) -> AsyncIterator[str]:
    for word in ("You ", "said: ", messages[-1]["content"]):
        yield word


async def promised_pieces(messages: Messages) -> AsyncIterator[str]:
    return pieces(messages)


def a_plain_string(messages: Messages) -> str:
    return f"You said: {messages[-1]['content']}"


def plain_pieces(messages: Messages) -> Iterator[str]:
    yield from ("You ", "said: ", messages[-1]["content"])


def a_list(messages: Messages) -> list[str]:
    return list(plain_pieces(messages))


def later(messages: Messages) -> Any:
    return a_string(messages)


class Callable:
    async def __call__(self, messages: Messages) -> str:
        return await a_string(messages)


class Stream:
    """Has `__aiter__` alone: no generator, nothing to close."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def __aiter__(self) -> AsyncIterator[str]:
        return Steps(iter(a_list(self._messages)))


class Steps:
    def __init__(self, words: Iterator[str]) -> None:
        self._words = words

    def __aiter__(self) -> "Steps":
        return self

    async def __anext__(self) -> str:
        for word in self._words:
            return word
        raise StopAsyncIteration


@pytest.mark.parametrize(
    "fn",
    [
        pytest.param(a_string, id="async function"),
        pytest.param(pieces, id="async generator"),
        pytest.param(promised_pieces, id="awaitable of an async generator"),
        pytest.param(a_plain_string, id="function"),
        pytest.param(plain_pieces, id="generator"),
        pytest.param(a_list, id="function that returns a list"),
        pytest.param(later, id="function that returns a coroutine"),
        pytest.param(Callable(), id="callable object"),
        pytest.param(Stream, id="class of an async iterable"),
        pytest.param(partial(pieces), id="partial of an async generator"),
    ],
)
async def test_any_callable_is_a_model(fn: Any) -> None:
    assert text_of(await hear(CallableModel(fn), ask("hi"))) == "You said: hi"


async def test_the_options_of_the_request_are_passed_by_name() -> None:
    async def fn(_: Messages, **options: Any) -> str:
        return str(options)

    assert text_of(await hear(CallableModel(fn), ask(temperature=0))) == "{'temperature': 0}"


async def test_the_messages_come_in_the_shape_the_caller_asks_for() -> None:
    model = CallableModel(lambda text: text.upper(), encode=lambda messages: messages[-1].text)
    assert text_of(await hear(model, ask("hi"))) == "HI"


async def nothing(_: Messages) -> AsyncIterator[str]:
    for _ in ():
        yield ""


@pytest.mark.parametrize(
    "fn",
    [
        pytest.param(lambda _: None, id="None"),
        pytest.param(lambda _: "", id="an empty string"),
        pytest.param(nothing, id="an iterator of nothing"),
        pytest.param(lambda _: [None, "", None], id="pieces of nothing"),
    ],
)
async def test_saying_nothing_is_an_empty_reply(fn: Any) -> None:
    assert await hear(CallableModel(fn)) == []


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (7, ""),
        (b"bytes", ""),
        ({"content": "Hi"}, ""),
        (["Hi", 7, "there"], "Hi"),
        (["Hi", b"there"], "Hi"),
        ([{"type": "text", "text": "Hi"}], ""),
    ],
)
async def test_what_is_not_text_is_an_error_after_the_text_before_it(reply: Any, text: str) -> None:
    heard: list[Any] = []
    with pytest.raises(ModelError, match="ReplyNotText"):
        await hear_into(heard, CallableModel(lambda _: reply))
    assert text_of(heard) == text


async def fails(_: Messages) -> str:
    raise ValueError("Hello")


async def fails_midway(_: Messages) -> AsyncIterator[str]:
    yield "Good "
    raise KeyError("Hello")


def fails_plainly(_: Messages) -> Iterator[str]:
    yield "Good "
    raise OSError("Hello")


def stops(_: Messages) -> str:
    raise StopIteration


async def gives_up(_: Messages) -> str:
    raise asyncio.CancelledError


async def out_of_time(_: Messages) -> str:
    raise ModelError("Busy", 503)


@pytest.mark.parametrize(
    ("fn", "text", "kind"),
    [
        (fails, "", "ValueError"),
        (fails_midway, "Good ", "KeyError"),
        (fails_plainly, "Good ", "OSError"),
        (stops, "", "RuntimeError"),
        (gives_up, "", "CancelledError"),
        (out_of_time, "", "Busy"),
        (lambda: "takes no messages", "", "TypeError"),
    ],
)
async def test_an_exception_is_told_by_its_type_alone(fn: Any, text: str, kind: str) -> None:
    heard: list[Any] = []
    with pytest.raises(ModelError) as caught:
        await hear_into(heard, CallableModel(fn))
    assert text_of(heard) == text
    assert caught.value.kind == kind
    assert "Hello" not in repr(caught.value)
    assert caught.value.__context__ is None


async def test_a_reply_that_is_not_heard_out_closes_an_async_generator() -> None:
    closed = asyncio.Event()

    async def fn(_: Messages) -> AsyncIterator[str]:
        try:
            while True:
                yield "word "
        finally:
            closed.set()

    chunks = CallableModel(fn).stream(ask())
    assert await anext(chunks) == TextChunk("word ")
    await chunks.aclose()
    assert closed.is_set()


async def test_a_reply_that_is_not_heard_out_closes_a_generator() -> None:
    closed = threading.Event()

    def fn(_: Messages) -> Iterator[str]:
        try:
            while True:
                yield "word "
        finally:
            closed.set()

    chunks = CallableModel(fn).stream(ask())
    await anext(chunks)
    await chunks.aclose()
    assert await asyncio.to_thread(closed.wait, 5)


async def test_a_generator_that_will_not_close_does_not_spoil_the_end() -> None:
    async def fn(_: Messages) -> AsyncIterator[str]:
        try:
            yield "word "
        finally:
            msg = "Hello"
            raise ValueError(msg)

    chunks = CallableModel(fn).stream(ask())
    await anext(chunks)
    await chunks.aclose()


async def test_a_slow_function_does_not_hold_up_the_event_loop() -> None:
    def fn(_: Messages) -> Iterator[str]:
        for _ in range(3):
            time.sleep(0.1)
            yield "word "

    lags = []

    async def tick() -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(0.005)
            lags.append(time.perf_counter() - begun)

    ticking = asyncio.create_task(tick())
    assert text_of(await hear(CallableModel(fn))) == "word word word "
    ticking.cancel()
    assert len(lags) > 10
    assert sorted(lags)[len(lags) // 2] < 0.09


async def test_a_generator_runs_on_one_thread_in_the_callers_context() -> None:
    who = contextvars.ContextVar("who", default="nobody")
    threads = set()

    def fn(_: Messages) -> Iterator[str]:
        for _ in range(3):
            threads.add(threading.get_ident())
            yield who.get()

    who.set("me ")
    assert text_of(await hear(CallableModel(fn))) == "me me me "
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_cancelling_the_turn_is_not_taken_for_a_failure_of_the_model() -> None:
    started = asyncio.Event()

    async def fn(_: Messages) -> str:
        started.set()
        await asyncio.sleep(60)
        return ""

    task = asyncio.create_task(hear(CallableModel(fn)))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    ("fn", "options", "taken"),
    [
        (lambda messages: "Hi", {}, True),
        (lambda messages: "Hi", {"subject": "p"}, False),
        (lambda messages, **options: "Hi", {"subject": "p"}, True),
        (lambda messages, temperature=1: "Hi", {"temperature": 0}, True),
        (dict, {"temperature": 0}, True),
    ],
    ids=["none", "unknown", "any", "known", "does not tell"],
)
def test_an_option_that_the_function_does_not_take_is_an_error_at_once(
    fn: Any, options: dict[str, Any], taken: bool
) -> None:
    model = CallableModel(fn)
    if taken:
        model.takes(options)
    else:
        with pytest.raises(UnsupportedError, match="does not take: subject; misspelt"):
            model.takes(options)


async def test_a_misspelt_name_in_a_call_is_told_to_its_author_and_not_to_the_person() -> None:
    async with guard() as guarded:
        model = guarded.wrap(lambda messages: "Hi")
        with pytest.raises(UnsupportedError, match="subject"):
            await model("Hello", session_id="s", subject="p")
