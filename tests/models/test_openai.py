import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from guardrails.errors import ConfigurationError, ModelError, UnsupportedError
from guardrails.messages import EndChunk, Message, OpaquePart, Role, TextPart
from guardrails.models.base import ModelRequest
from guardrails.models.openai import OpenAIModel, completions_url
from tests.models.asking import ask, hear, hear_into, text_of
from tests.serving import DONE, event, served

URL = "http://model.test"


REPLY = event("Good ") + event("évening") + event("\U0001f642.") + event(finish="stop") + DONE


class Pieces(httpx.AsyncByteStream):
    """A body that comes in given pieces, raises where told to, and knows when it was closed."""

    def __init__(self, pieces: Sequence[bytes | Exception]) -> None:
        self._pieces = pieces
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def aclose(self) -> None:
        self.closed = True


def model_that_answers(
    *pieces: bytes | Exception, status: int = 200, headers: dict[str, str] | None = None
) -> OpenAIModel:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=headers, stream=Pieces(pieces))

    return model_over(answer)


def model_over(answer: Callable[[httpx.Request], httpx.Response], **options: Any) -> OpenAIModel:
    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return OpenAIModel(URL, client=client, **options)


def model_that_records(seen: list[httpx.Request], **options: Any) -> OpenAIModel:
    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, content=REPLY)

    return model_over(answer, **options)


def body(request: httpx.Request) -> Any:
    return json.loads(request.content)


async def test_a_streamed_reply_is_heard_in_order() -> None:
    chunks = await hear(model_that_answers(REPLY))
    assert text_of(chunks) == "Good évening\U0001f642."
    assert chunks[-1] == EndChunk("stop")


@given(st.lists(st.integers(0, len(REPLY)), max_size=12).map(sorted))
async def test_a_reply_is_the_same_however_the_network_cuts_it(cuts: list[int]) -> None:
    ends = [0, *cuts, len(REPLY)]
    pieces = [REPLY[a:b] for a, b in pairwise(ends)]
    assert await hear(model_that_answers(*pieces)) == await hear(model_that_answers(REPLY))


async def test_a_missing_done_is_no_error_once_there_was_a_reason_to_finish() -> None:
    assert text_of(await hear(model_that_answers(event("Hi"), event(finish="stop")))) == "Hi"


async def test_a_missing_reason_is_no_error_once_there_was_a_done() -> None:
    assert text_of(await hear(model_that_answers(event("Hi"), DONE))) == "Hi"
    assert text_of(await hear(model_that_answers(event("Hi"), DONE.strip()))) == "Hi"


async def test_what_comes_after_done_is_not_heard() -> None:
    chunks = await hear(model_that_answers(REPLY, event("more"), httpx.ReadError("late")))
    assert text_of(chunks) == "Good évening\U0001f642."


async def test_a_connection_that_stays_open_after_done_does_not_hold_up_the_reply() -> None:
    class Open(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield REPLY
            await asyncio.sleep(60)

    model = model_over(lambda _: httpx.Response(200, stream=Open()))
    async with asyncio.timeout(5):
        assert text_of(await hear(model)) == "Good évening\U0001f642."


async def test_bytes_that_are_not_utf_8_become_replacement_characters() -> None:
    broken = event("X").replace(b"X", b"caf\xc3 \xff")
    assert text_of(await hear(model_that_answers(broken, DONE))) == "caf\ufffd \ufffd"


async def test_an_answer_that_is_not_streamed_is_heard_whole() -> None:
    answer = {
        "model": "m",
        "choices": [{"message": {"content": "Good evening."}, "finish_reason": "stop"}],
        "usage": {"total_tokens": 5},
    }
    text = json.dumps(answer).encode()
    chunks = await hear(model_that_answers(b" \n", text[:9], text[9:]))
    assert text_of(chunks) == "Good evening."
    assert chunks[-1] == EndChunk(usage={"total_tokens": 5})


@pytest.mark.parametrize(
    ("pieces", "text", "kind"),
    [
        pytest.param([event("Hi"), httpx.ReadError("x")], "Hi", "ReadError", id="breaks off"),
        pytest.param([event("Hi")], "Hi", "IncompleteReply", id="ends too early"),
        pytest.param([], "", "IncompleteReply", id="says nothing"),
        pytest.param([event("Hi"), b"data: {\n\n"], "Hi", "InvalidJSON", id="not JSON"),
        pytest.param([b"<html>busy</html>"], "", "IncompleteReply", id="a web page"),
        pytest.param([b"{", b"}"], "", "IncompleteReply", id="an empty object"),
        pytest.param([b"{nonsense"], "", "InvalidJSON", id="an object that does not parse"),
        pytest.param(
            [b"{" + b"x" * 20_000_000, b"x" * 20_000_000],
            "",
            "ReplyTooLong",
            id="an endless object",
        ),
        pytest.param(
            [b"data: " + b"[" * 100_000 + b"\n\n"], "", "InvalidJSON", id="nested beyond reason"
        ),
        pytest.param(
            [event("Hi"), b'data: {"error": {"code": 500, "message": "Hi"}}\n\n'],
            "Hi",
            "ProviderError",
            id="reports an error midway",
        ),
        pytest.param([RuntimeError("boom")], "", "RuntimeError", id="a bug below"),
    ],
)
async def test_a_reply_that_fails_midway_keeps_what_was_said(
    pieces: list[bytes | Exception], text: str, kind: str
) -> None:
    heard: list[Any] = []
    with pytest.raises(ModelError) as caught:
        await hear_into(heard, model_that_answers(*pieces))
    assert text_of(heard) == text
    assert caught.value.kind == kind
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


@pytest.mark.parametrize("status", [301, 307, 400, 401, 404, 429, 500, 503])
async def test_another_status_than_200_is_an_error_without_the_servers_words(status: int) -> None:
    model = model_that_answers(
        b'{"error": {"message": "you said Hello there."}}',
        status=status,
        headers={"location": "http://elsewhere.test/"},
    )
    with pytest.raises(ModelError) as caught:
        await hear(model)
    assert (caught.value.kind, caught.value.status) == ("HTTPStatusError", status)
    assert "Hello" not in repr(caught.value)


async def test_a_redirect_is_never_followed() -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.host)
        return httpx.Response(307, headers={"location": "http://elsewhere.test/"})

    client = httpx.AsyncClient(transport=httpx.MockTransport(answer), follow_redirects=True)
    with pytest.raises(ModelError):
        await hear(OpenAIModel(URL, client=client, api_key="k"))
    assert seen == ["model.test"]


async def test_the_request_holds_messages_options_model_and_key() -> None:
    seen: list[httpx.Request] = []
    model = model_that_records(seen, model="small", api_key="sk-test")
    await hear(model, ask("Hi", temperature=0, stop=None, stream_options=None))
    [request] = seen
    assert request.headers["authorization"] == "Bearer sk-test"
    assert request.url == "http://model.test/v1/chat/completions"
    assert body(request) == {
        "model": "small",
        "temperature": 0,
        "messages": [{"role": "user", "content": "Hi"}],
        "stream": True,
    }


async def test_the_options_win_over_the_models_name() -> None:
    seen: list[httpx.Request] = []
    model = model_that_records(seen, model="small")
    await hear(model, ask(model="large"))
    await hear(model_that_records(seen))
    assert body(seen[0])["model"] == "large"
    assert "model" not in body(seen[1])
    assert body(seen[1])["stream_options"] == {"include_usage": True}
    assert "authorization" not in seen[1].headers


async def test_lone_surrogates_are_replaced_and_pairs_are_joined() -> None:
    seen: list[httpx.Request] = []
    await hear(model_that_records(seen), ask("a\ud800b \ud83d\ude42"))
    assert body(seen[0])["messages"][0]["content"] == "a\ufffdb \U0001f642"


@pytest.mark.parametrize("options", [{"n": 2}, {"x": object()}, {"x": float("nan")}])
async def test_options_that_cannot_be_served_are_refused(options: dict[str, Any]) -> None:
    seen: list[httpx.Request] = []
    with pytest.raises(UnsupportedError):
        await hear(model_that_records(seen), ask(**options))
    assert seen == []


async def test_a_part_that_json_cannot_carry_is_refused_without_showing_it() -> None:
    message = Message(Role.USER, (TextPart("look"), OpaquePart("image", b"secret")))
    with pytest.raises(UnsupportedError) as caught:
        await hear(model_that_records([]), ModelRequest((message,)))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("given_url", "url"),
    [
        ("http://localhost:8080", "http://localhost:8080/v1/chat/completions"),
        ("http://localhost:8080/", "http://localhost:8080/v1/chat/completions"),
        ("https://api.test/v1", "https://api.test/v1/chat/completions"),
        ("https://api.test/v1/", "https://api.test/v1/chat/completions"),
        ("https://api.test/v1/chat/completions", "https://api.test/v1/chat/completions"),
        ("https://api.test/team/a?v=2", "https://api.test/team/a/chat/completions?v=2"),
    ],
)
def test_a_base_url_may_be_given_with_and_without_its_path(given_url: str, url: str) -> None:
    assert str(completions_url(given_url)) == url


@pytest.mark.parametrize("url", ["", "localhost:8080", "ftp://x", "http://", "http://x:y", "/v1"])
def test_what_is_not_a_web_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base URL"):
        OpenAIModel(url)


async def test_a_server_that_is_not_there_is_a_model_error() -> None:
    model = OpenAIModel("http://127.0.0.1:9", timeout=2)
    with pytest.raises(ModelError, match="ConnectError"):
        await hear(model)
    await model.aclose()


async def test_a_reply_that_is_not_heard_out_closes_the_connection() -> None:
    stream = Pieces([event("Hi"), event("there"), REPLY])
    model = model_over(lambda _: httpx.Response(200, stream=stream))
    chunks = model.stream(ask())
    await anext(chunks)
    await chunks.aclose()
    assert stream.closed


# --- a real server


async def completions(request: Request) -> Response:
    asked = await request.json()
    text = asked["messages"][-1]["content"]

    async def stream() -> AsyncIterator[bytes]:
        for word in f"You said: {text}".split(" "):
            yield event(word + " ")
        if text == "break":
            msg = "the server breaks"
            raise ConnectionResetError(msg)
        if text == "hang":
            await asyncio.sleep(5)
        yield event(finish="stop") + DONE

    if text == "whole":
        return JSONResponse({"choices": [{"message": {"content": "Whole."}}], "usage": {}})
    return StreamingResponse(stream(), media_type="text/event-stream")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    app = Starlette(routes=[Route("/v1/chat/completions", completions, methods=["POST"])])
    with served(app) as address:
        yield address


async def test_a_real_server_streams_to_several_turns_over_one_connection(server: str) -> None:
    model = OpenAIModel(server)
    for word in ("one", "two"):
        assert text_of(await hear(model, ask(word))) == f"You said: {word} "
    await model.aclose()
    assert text_of(await hear(model, ask("again"))) == "You said: again "
    await model.aclose()
    await model.aclose()


async def test_a_real_server_that_goes_silent_runs_into_the_timeout(server: str) -> None:
    model = OpenAIModel(server, timeout=0.3)
    heard: list[Any] = []
    with pytest.raises(ModelError, match="ReadTimeout"):
        await hear_into(heard, model, ask("hang"))
    assert text_of(heard) == "You said: hang "
    await model.aclose()


def test_one_model_serves_several_event_loops(server: str) -> None:
    model = OpenAIModel(server)

    async def once() -> str:
        try:
            return text_of(await hear(model, ask("hi")))
        finally:
            await model.aclose()

    assert [asyncio.run(once()) for _ in range(3)] == ["You said: hi "] * 3
