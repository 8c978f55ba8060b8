"""
The callback of the LiteLLM proxy, with the proxy's own types, and within a real proxy.

LiteLLM takes seconds to import, so each test does it for itself: who runs others need not wait.
"""

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import HTTPException

from tests.guards import guard

# LiteLLM's own types, told by pydantic whenever one is made.
pytestmark = pytest.mark.filterwarnings("ignore:Item .* using the `ReadOnly` qualifier:UserWarning")

ROOT = Path(__file__).parents[2]
CLAIM = "I missed you all day. How was it?"
CRISIS = "I cannot go on at all."


def body(text: str = "Hello.", headers: dict[str, str] | None = None, **more: Any) -> Any:
    named = {"X-Candor-Session": "one", "X-Candor-Country": "GB"} if headers is None else headers
    said = [{"role": "user", "content": text}]
    return {"model": "m", "messages": said, "proxy_server_request": {"headers": named}, **more}


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let LiteLLM know that its list of prices is not to be fetched on import."""
    monkeypatch.setenv("LITELLM_LOCAL_MODEL_COST_MAP", "True")


def key(alias: str = "my-app") -> Any:
    from litellm.proxy._types import UserAPIKeyAuth

    return UserAPIKeyAuth(api_key="hashed", key_alias=alias)


def made(using: Any) -> Any:
    from guardrails.gateway.litellm_hook import CandorHook

    return CandorHook(using)


def whole(text: str) -> Any:
    from litellm.types.utils import ModelResponse

    message = {"role": "assistant", "content": text}
    return ModelResponse(choices=[{"index": 0, "message": message, "finish_reason": "stop"}])


async def streamed(text: str) -> AsyncIterator[Any]:
    from litellm.types.utils import ModelResponseStream

    deltas: list[tuple[dict[str, str], str | None]] = [
        ({"content": text[at : at + 5]}, None) for at in range(0, len(text), 5)
    ]
    for delta, reason in [*deltas, ({}, "stop")]:
        yield ModelResponseStream(choices=[{"index": 0, "delta": delta, "finish_reason": reason}])


async def begun(hook: Any, data: Any, kind: str = "acompletion") -> Any:
    return await hook.async_pre_call_hook(key(), None, data, kind)


async def in_pieces(hook: Any, data: Any, text: str) -> list[Any]:
    pieces = hook.async_post_call_streaming_iterator_hook(key(), streamed(text), data)
    return [piece async for piece in pieces]


def text_in(pieces: list[Any]) -> str:
    return "".join(one.choices[0].delta.content or "" for one in pieces if one.choices)


async def test_a_whole_reply_is_guarded_and_stays_a_response_of_the_proxy() -> None:
    async with guard() as small:
        hook = made(small)
        data = await begun(hook, body("I am at jo@example.org.", user="u-1"))
        assert data["messages"] == [{"role": "user", "content": "I am at <EMAIL_1>."}]
        assert "user" not in data
        assert "mock_response" not in data
        reply = whole(CLAIM)
        told = await hook.async_post_call_success_hook(data, key(), reply)
    assert told is reply
    assert "missed" not in told.choices[0].message.content
    assert told.choices[0].message.content.endswith("How was it?")
    assert told.choices[0].finish_reason == "stop"
    assert told.model_dump()["guardrails"]["do"] == "rewrite"


async def test_a_streamed_reply_is_the_whole_one_in_pieces() -> None:
    async with guard() as small:
        hook = made(small)
        data = await begun(hook, body(stream=True))
        pieces = await in_pieces(hook, data, CLAIM)
        again = await begun(hook, body(headers={"x-candor-session": "two"}))
        told = await hook.async_post_call_success_hook(again, key(), whole(CLAIM))
    assert text_in(pieces) == told.choices[0].message.content
    assert pieces[-1].choices[0].finish_reason == "stop"
    assert pieces[-1].model_dump()["guardrails"]["do"] == "rewrite"


async def test_what_the_policy_answers_the_proxy_says_without_a_model() -> None:
    async with guard() as small:
        hook = made(small)
        data = await begun(hook, body(CRISIS))
        said = data["mock_response"]
        told = await hook.async_post_call_success_hook(data, key(), whole(said))
        other = await begun(hook, body(CRISIS, {"X-Candor-Session": "two"}, stream=True))
        pieces = await in_pieces(hook, other, other["mock_response"])
    assert "Please talk to someone now." in said
    assert told.choices[0].message.content == said
    assert text_in(pieces).startswith("Please talk to someone now.")


@pytest.mark.parametrize(
    ("data", "kind", "status", "code"),
    [
        (body(headers={}), "acompletion", 400, "session_missing"),
        ({"model": "m", "messages": []}, "acompletion", 400, "invalid_value"),
        (body(n=2), "completion", 400, "unsupported_parameter"),
        (body(), "aresponses", 400, "unsupported_call"),
    ],
)
async def test_what_cannot_be_guarded_is_an_error_of_http_in_openais_shape(
    data: Any, kind: str, status: int, code: str
) -> None:
    async with guard() as small:
        with pytest.raises(HTTPException) as refused:
            await begun(made(small), data, kind)
    assert refused.value.status_code == status
    assert refused.value.detail["error"]["code"] == code  # type: ignore[index]


async def test_a_reply_without_a_first_half_is_never_released() -> None:
    async with guard() as small:
        hook = made(small)
        with pytest.raises(HTTPException) as whole_one:
            await hook.async_post_call_success_hook({}, key(), whole(CLAIM))
        with pytest.raises(HTTPException) as streamed_one:
            await in_pieces(hook, {}, CLAIM)
    codes = [one.value.detail["error"]["code"] for one in (whole_one, streamed_one)]  # type: ignore[index]
    assert codes == ["turn_unknown"] * 2


async def test_what_says_nothing_to_a_person_passes() -> None:
    from litellm.types.utils import EmbeddingResponse

    async with guard() as small:
        hook = made(small)
        data = await begun(hook, {"model": "m", "input": "x"}, "aembedding")
        numbers = EmbeddingResponse()
        assert await hook.async_post_call_success_hook(data, key(), numbers) is numbers
    assert data == {"model": "m", "input": "x"}


async def test_a_model_that_failed_ends_the_turn_and_its_record_is_written() -> None:
    async with guard() as small:
        hook = made(small)
        data = await begun(hook, body())
        await hook.async_post_call_failure_hook(data, RuntimeError("gone"), key())
        [closed] = small.log.of("turn_close")  # type: ignore[attr-defined]
    assert closed["end"] == "model-error"


async def test_sessions_belong_to_the_key_of_the_proxy() -> None:
    other = key("another")
    async with guard() as small:
        hook = made(small)
        mine = await begun(hook, body("I am Priya."))
        theirs = await hook.async_pre_call_hook(other, None, body("Say it."), "acompletion")
        await hook.async_post_call_success_hook(mine, key(), whole("Fine."))
        told = await hook.async_post_call_success_hook(theirs, other, whole("It is <PERSON_1>."))
    assert "Priya" not in told.choices[0].message.content


def test_a_real_litellm_proxy_is_guarded_whole_and_streamed() -> None:
    done = subprocess.run(  # noqa: S603 - our own example
        [sys.executable, ROOT / "examples" / "litellm_proxy" / "talk.py"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=560,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout
    assert "missed" not in said
    assert said.count("plan, mia.holt@example.org.") == 2
    assert said.count("Samaritans: call 116 123") == 2
    assert said.partition("the model was told:")[2].count("<EMAIL_1>") == 2
    assert "mia.holt" not in said.partition("the model was told:")[2]
    assert "without a session: 400" in said
    assert "Result: sound" in said
