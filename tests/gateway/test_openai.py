"""The real `openai` client talks to the gateway as it would to OpenAI."""

import json
from collections.abc import Iterator
from typing import Any

import openai
import pytest

from guardrails.models.openai import OpenAIModel
from tests.gateway.gates import SESSION, USAGE, Gate, call_of, gate, saying, words
from tests.guards import guard

CLAIM = "I missed you all day. How was it?"
TOOLS: Any = [{"type": "function", "function": {"name": "send_note", "parameters": {}}}]


def hello(text: str = "Hello.") -> Any:
    return [{"role": "user", "content": text}]


@pytest.fixture(scope="module")
def talking() -> Iterator[Gate]:
    with gate(saying(CLAIM)) as running:
        yield running


def client(at: Gate, **options: Any) -> openai.OpenAI:
    return openai.OpenAI(base_url=at.base, api_key="none", max_retries=0, **options)


def asynchronous(at: Gate) -> openai.AsyncOpenAI:
    return openai.AsyncOpenAI(base_url=at.base, api_key="none", max_retries=0)


def test_a_whole_reply_is_guarded_and_says_what_was_done(talking: Gate) -> None:
    with client(talking) as ai:
        reply = ai.chat.completions.create(model="tiny", messages=hello(), extra_headers=SESSION)
    choice = reply.choices[0]
    assert choice.message.content is not None
    assert "missed" not in choice.message.content
    assert choice.message.content.endswith("How was it?")
    assert choice.finish_reason == "stop"
    assert (reply.object, reply.model) == ("chat.completion", "tiny-1")
    assert reply.usage is not None
    assert reply.usage.total_tokens == USAGE["total_tokens"]
    told = (reply.model_extra or {})["guardrails"]
    assert told["do"] == "rewrite"
    assert told["receipt"]["leaf"].startswith("sha256:")
    assert talking.upstream.seen[-1]["model"] == "tiny"


def test_a_streamed_reply_is_the_whole_one_in_pieces(talking: Gate) -> None:
    with client(talking) as ai:
        whole = ai.chat.completions.create(model="tiny", messages=hello(), extra_headers=SESSION)
        options: Any = {"include_usage": True}
        stream = ai.chat.completions.create(
            model="tiny",
            messages=hello(),
            stream=True,
            stream_options=options,
            extra_headers={"X-Candor-Session": "s-2"},
        )
        chunks = list(stream)
    texts = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
    assert "".join(texts) == whole.choices[0].message.content
    assert len([text for text in texts if text]) > 1
    assert chunks[0].choices[0].delta.role == "assistant"
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert (chunks[-2].model_extra or {})["guardrails"]["do"] == "rewrite"
    assert chunks[-1].choices == []
    assert chunks[-1].usage is not None
    assert chunks[-1].usage.total_tokens == USAGE["total_tokens"]
    assert len({chunk.id for chunk in chunks}) == 1


async def test_the_async_client_gets_the_same_whole_and_streamed(talking: Gate) -> None:
    async with asynchronous(talking) as ai:
        whole = await ai.chat.completions.create(
            model="tiny", messages=hello(), extra_headers=SESSION
        )
        async with ai.chat.completions.stream(
            model="tiny", messages=hello(), extra_headers={"X-Candor-Session": "s-2"}
        ) as stream:
            async for _ in stream:
                pass
            final = await stream.get_final_completion()
    assert final.choices[0].message.content == whole.choices[0].message.content


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
def test_the_release_is_that_of_the_python_api(stream: bool) -> None:
    replies = [
        CLAIM,
        "Write to jo@example.org about it.",
        "As your licensed therapist I say no. And more.",
        "I am a real person. Believe me.",
        "Plain words, quite long ones, of which none is changed by any rule at all.",
        "\U0001f642 é ‱ done",
    ]
    questions = ["Hello.", "I am Priya, at ann@example.org.", "I cannot go on at all."]
    pairs = [(question, reply) for question in questions for reply in replies]
    with gate(lambda asked: words(asked["options"]["say"])) as at, client(at) as ai:
        for n, (question, reply) in enumerate(pairs):
            session = f"same-{n}"
            answer: Any = ai.chat.completions.create(
                model="tiny",
                messages=hello(question),
                stream=stream,
                extra_headers={"X-Candor-Session": session},
                extra_body={"options": {"say": reply}},
            )
            if stream:
                chunks = [chunk for chunk in answer if chunk.choices]
                text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
            else:
                text = answer.choices[0].message.content
            assert text == python_api(at, question, reply), (question, reply)


def python_api(at: Gate, question: str, reply: str) -> str:
    import asyncio

    async def ask() -> str:
        url = str(at.deployment.routes["default"].upstream.base_url)
        async with guard() as same:
            model = OpenAIModel(url, model="tiny")
            answer = await same.wrap(model, session="single")(question, options={"say": reply})
            await model.aclose()
            return str(answer)

    return asyncio.run(ask())


def test_a_tool_call_is_guarded_and_its_arguments_stay_json() -> None:
    arguments = json.dumps({"to": "jo@example.org", "text": "See you at nine."})
    with gate(lambda _: call_of("send_note", arguments)) as at, client(at) as ai:
        whole = ai.chat.completions.create(
            model="tiny", messages=hello(), tools=TOOLS, extra_headers=SESSION
        )
        stream = ai.chat.completions.create(
            model="tiny",
            messages=hello(),
            tools=TOOLS,
            stream=True,
            extra_headers={"X-Candor-Session": "s-2"},
        )
        deltas = [chunk.choices[0] for chunk in stream if chunk.choices]
    calls: Any = whole.choices[0].message.tool_calls
    assert whole.choices[0].finish_reason == "tool_calls"
    assert whole.choices[0].message.content is None
    assert (calls[0].id, calls[0].function.name) == ("call_7", "send_note")
    given = json.loads(calls[0].function.arguments)
    assert given["text"] == "See you at nine."
    assert "jo@example.org" not in given["to"]
    streamed: Any = [d.delta.tool_calls[0] for d in deltas if d.delta.tool_calls]
    assert "".join(piece.function.arguments for piece in streamed) == calls[0].function.arguments
    assert deltas[-1].finish_reason == "tool_calls"
    assert at.upstream.seen[0]["tools"] == TOOLS


def test_a_tool_that_is_named_gets_the_persons_own_values() -> None:
    def reply(asked: dict[str, Any]) -> list[bytes]:
        told = asked["messages"][-1]["content"]
        stand_in = told.split(" ")[-1]
        return call_of("send_note", json.dumps({"to": stand_in}))

    with gate(reply, route={"restore_tools": ["send_note"]}) as at, client(at) as ai:
        reply_ = ai.chat.completions.create(
            model="tiny",
            messages=hello("Write to ann@example.org"),
            tools=TOOLS,
            extra_headers=SESSION,
        )
    calls: Any = reply_.choices[0].message.tool_calls
    assert json.loads(calls[0].function.arguments) == {"to": "ann@example.org"}
    assert "ann@example.org" not in json.dumps(at.upstream.seen)


def test_what_a_tool_answered_is_guarded_on_its_way_to_the_model(talking: Gate) -> None:
    call = {
        "id": "call_7",
        "type": "function",
        "function": {"name": "read_note", "arguments": '{"of": "ann@example.org"}'},
    }
    messages: Any = [
        *hello("Read it."),
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_7", "content": "From jo@example.org"},
    ]
    with client(talking) as ai:
        ai.chat.completions.create(model="tiny", messages=messages, extra_headers=SESSION)
    sent = talking.upstream.seen[-1]["messages"]
    assert [one["role"] for one in sent] == ["user", "assistant", "tool"]
    assert sent[2]["tool_call_id"] == "call_7"
    assert "example.org" not in json.dumps(sent)


def test_the_models_of_the_upstream_are_listed_and_looked_up(talking: Gate) -> None:
    with client(talking) as ai:
        assert [model.id for model in ai.models.list()] == ["tiny"]
        assert ai.models.retrieve("tiny").owned_by == "us"
        with pytest.raises(openai.NotFoundError):
            ai.models.retrieve("large")


def test_a_crisis_is_answered_by_the_policy_and_the_model_is_not_asked(talking: Gate) -> None:
    before = len(talking.upstream.seen)
    with client(talking) as ai:
        reply = ai.chat.completions.create(
            model="tiny",
            messages=hello("I cannot go on at all."),
            extra_headers={"X-Candor-Session": "crisis"},
        )
    assert "Please talk to someone now." in (reply.choices[0].message.content or "")
    assert reply.choices[0].finish_reason == "stop"
    assert reply.usage is not None
    assert reply.usage.total_tokens == 0
    told = (reply.model_extra or {})["guardrails"]
    assert (told["level"], told["finish_reason"]) == ("high", "guarded")
    assert told["escalated"][0]["level"] == "high"
    assert len(talking.upstream.seen) == before
