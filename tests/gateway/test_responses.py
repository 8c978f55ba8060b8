"""The real `openai` client uses the Responses API of the gateway, in text."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_openai import ChatOpenAI
from pydantic import BaseModel, SecretStr

from guardrails.decisions import Do
from guardrails.errors import RefusedError
from guardrails.events import (
    Done,
    Escalated,
    Event,
    Reasoning,
    Replaced,
    Text,
    ToolCalled,
)
from guardrails.findings import Level
from guardrails.gateway.responses_reply import ResponsesReply
from guardrails.gateway.responses_request import responses_asked
from guardrails.messages import ToolCall
from tests.gateway.gates import (
    SESSION,
    USAGE,
    Gate,
    call_of,
    chunk,
    event,
    gate,
    post,
    saying,
    words,
)

CLAIM = "I missed you all day. How was it?"
TOOLS: Any = [
    {"type": "function", "name": "send_note", "description": "Send it.", "parameters": {}}
]


@pytest.fixture(scope="module")
def talking() -> Iterator[Gate]:
    with gate(saying(CLAIM)) as running:
        yield running


def client(at: Gate) -> openai.OpenAI:
    return openai.OpenAI(base_url=at.base, api_key="none", max_retries=0)


def session(name: str) -> dict[str, str]:
    return {"X-Candor-Session": name}


def test_a_whole_response_is_guarded_and_says_what_was_done(talking: Gate) -> None:
    with client(talking) as ai:
        reply = ai.responses.create(
            model="tiny",
            input="Hello.",
            instructions="Be kind.",
            max_output_tokens=50,
            temperature=0.5,
            extra_headers=SESSION,
        )
        chat = ai.chat.completions.create(
            model="tiny",
            messages=[{"role": "user", "content": "Hello."}],
            extra_headers=session("chat"),
        )
    assert reply.output_text == chat.choices[0].message.content
    assert "missed" not in reply.output_text
    assert (reply.status, reply.object, reply.model) == ("completed", "response", "tiny-1")
    assert reply.id.startswith("resp_")
    assert reply.usage is not None
    assert reply.usage.total_tokens == USAGE["total_tokens"]
    assert (reply.model_extra or {})["guardrails"]["do"] == "rewrite"
    asked = talking.upstream.seen[-2]
    assert [one["role"] for one in asked["messages"]] == ["system", "user"]
    assert (asked["max_completion_tokens"], asked["temperature"]) == (50, 0.5)
    assert not {"input", "instructions", "max_output_tokens"} & asked.keys()


def test_a_streamed_response_is_the_whole_one_in_events(talking: Gate) -> None:
    with client(talking) as ai:
        whole = ai.responses.create(model="tiny", input="Hello.", extra_headers=session("w"))
        stream = ai.responses.create(
            model="tiny", input="Hello.", stream=True, extra_headers=session("s")
        )
        events = list(stream)
    kinds = [one.type for one in events]
    deltas = [one.delta for one in events if one.type == "response.output_text.delta"]
    assert kinds[:4] == [
        "response.created",
        "response.in_progress",
        "response.output_item.added",
        "response.content_part.added",
    ]
    assert kinds[-4:] == [
        "response.output_text.done",
        "response.content_part.done",
        "response.output_item.done",
        "response.completed",
    ]
    assert len(deltas) > 1
    assert "".join(deltas) == whole.output_text
    assert [one.sequence_number for one in events] == list(range(len(events)))
    last: Any = events[-1]
    assert last.response.output_text == whole.output_text
    assert last.response.model_extra["guardrails"]["do"] == "rewrite"


async def test_the_async_client_puts_a_stream_together(talking: Gate) -> None:
    async with (
        openai.AsyncOpenAI(base_url=talking.base, api_key="none", max_retries=0) as ai,
        ai.responses.stream(model="tiny", input="Hello.", extra_headers=session("a")) as stream,
    ):
        async for _ in stream:
            pass
        final = await stream.get_final_response()
    assert final.output_text.endswith("How was it?")
    assert "missed" not in final.output_text


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
def test_a_function_call_is_guarded_and_its_result_goes_back(stream: bool) -> None:
    arguments = json.dumps({"to": "<EMAIL_1>"})

    def reply(asked: dict[str, Any]) -> Any:
        if asked["messages"][-1]["role"] == "tool":
            return words("Sent. I missed you.")
        return call_of("send_note", arguments)

    with gate(reply) as at, client(at) as ai:
        said: Any = [{"role": "user", "content": "Write to jo@example.org."}]
        first: Any = ai.responses.create(
            model="tiny",
            input=said,
            tools=TOOLS,
            tool_choice={"type": "function", "name": "send_note"},
            stream=stream,
            extra_headers=session("t"),
        )
        if stream:
            *_, last = list(first)
            first = last.response
        calls = [one for one in first.output if one.type == "function_call"]
        assert [one.name for one in calls] == ["send_note"]
        assert json.loads(calls[0].arguments) == {"to": "<EMAIL_1>"}
        assert "missed" not in first.output_text
        given = {
            "type": "function_call_output",
            "call_id": calls[0].call_id,
            "output": "to jo@example.org",
        }
        said += [one.model_dump(exclude_none=True) for one in first.output]
        second = ai.responses.create(
            model="tiny", input=[*said, given], tools=TOOLS, extra_headers=session("t")
        )
        asked = at.upstream.seen
    assert "missed" not in second.output_text
    function = {"name": "send_note", "description": "Send it.", "parameters": {}}
    assert asked[0]["tools"] == [{"type": "function", "function": function}]
    assert asked[0]["tool_choice"] == {"type": "function", "function": {"name": "send_note"}}
    roles = [one["role"] for one in asked[1]["messages"]]
    assert roles[0] == "user"
    assert roles[-2:] == ["assistant", "tool"]
    assert "jo@example.org" not in repr(asked)


class Contact(BaseModel):
    """How to reach the person."""

    email: str


def test_structured_output_is_asked_for_as_a_chat_completion_is() -> None:
    with gate(saying('{"email": "<EMAIL_1>"}')) as at, client(at) as ai:
        reply = ai.responses.parse(
            model="tiny",
            input="I am at jo@example.org.",
            text_format=Contact,
            extra_headers=SESSION,
        )
    assert reply.output_parsed == Contact(email="jo@example.org")
    form = at.upstream.seen[0]["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["name"] == "Contact"
    assert form["json_schema"]["strict"] is True


def test_langchain_talks_to_it_too(talking: Gate) -> None:
    model = ChatOpenAI(
        model="tiny",
        base_url=talking.base,
        api_key=SecretStr("none"),
        use_responses_api=True,
        default_headers=session("lc"),
        max_retries=0,
    )
    said = model.invoke("Hello.").text
    assert said.endswith("How was it?")
    assert "missed" not in said


def test_a_person_in_need_is_answered_by_the_policy(talking: Gate) -> None:
    with client(talking) as ai:
        reply = ai.responses.create(
            model="tiny", input="I cannot go on at all.", extra_headers=session("need")
        )
    assert reply.output_text
    assert reply.status == "completed"
    assert reply.usage is not None
    assert reply.usage.total_tokens == 0
    assert (reply.model_extra or {})["guardrails"]["finish_reason"] == "guarded"


def test_a_conversation_is_told_by_its_history() -> None:
    with gate(saying("Well, <PERSON_1>."), route={"session": "stateless"}) as at, client(at) as ai:
        said: Any = [{"role": "user", "content": "I am Priya."}]
        first = ai.responses.create(model="tiny", input=said)
        said += [one.model_dump(exclude_none=True) for one in first.output]
        said.append({"role": "user", "content": [{"type": "input_text", "text": "And?"}]})
        second = ai.responses.create(model="tiny", input=said)
    assert "Priya" in first.output_text
    assert "Priya" in second.output_text


def test_a_reply_that_was_cut_is_incomplete() -> None:
    pieces = [event("Well"), chunk({}, "length"), b"data: [DONE]\n\n"]
    with gate(lambda _: pieces) as at, client(at) as ai:
        whole = ai.responses.create(model="tiny", input="Hello.", extra_headers=session("w"))
        stream = ai.responses.create(
            model="tiny", input="Hello.", stream=True, extra_headers=session("s")
        )
        *_, last = list(stream)
    assert whole.status == "incomplete"
    assert whole.incomplete_details is not None
    assert whole.incomplete_details.reason == "max_output_tokens"
    assert last.type == "response.incomplete"
    assert whole.usage is None


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
def test_a_model_that_fails_is_told(stream: bool) -> None:
    def broken(_: Any) -> list[bytes]:
        return [*map(event, ["A first sentence of some length, which is let go. "] * 4)]

    with gate(broken) as at, client(at) as ai, pytest.raises(openai.APIError) as failed:
        reply: Any = ai.responses.create(
            model="tiny", input="Hello.", stream=stream, extra_headers=SESSION
        )
        list(reply)
    assert "failed" in str(failed.value)


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"previous_response_id": "resp_1"}, "previous_response_id"),
        ({"conversation": "c"}, "conversation"),
        ({"store": True}, "store"),
        ({"background": True}, "background"),
        ({"include": ["message.output_text.logprobs"]}, "include"),
        ({"prompt": {"id": "p"}}, "prompt"),
        ({"tools": [{"type": "web_search"}]}, "tools.0.type"),
        ({"tools": TOOLS, "tool_choice": {"type": "custom"}}, "tool_choice"),
        ({"input": [{"type": "reasoning", "id": "r", "summary": []}]}, "input.0.type"),
        (
            {"input": [{"role": "user", "content": [{"type": "input_image", "image_url": "x"}]}]},
            "input.0.content.0.type",
        ),
        ({"input": [{"role": "user"}]}, "input.0.content"),
        ({"input": [5]}, "input.0"),
        ({"input": []}, "input"),
        ({"input": None}, "input"),
        ({"truncation": "auto"}, "truncation"),
        ({"text": {"format": {"type": "grammar"}}}, "text.format.type"),
        ({"max_output_tokens": 0}, "max_output_tokens"),
        ({"n": 2}, "n"),
    ],
)
def test_what_cannot_be_served_is_refused_with_its_place(
    talking: Gate, fields: dict[str, Any], param: str
) -> None:
    body = {"model": "tiny", "input": "Hello.", **fields}
    answer = post(f"{talking.base}/responses", json=body, headers=SESSION)
    assert answer.status_code == 400, answer.text
    error = answer.json()["error"]
    assert error["param"] == param
    assert "Hello" not in answer.text


def test_what_asks_for_nothing_is_no_error(talking: Gate) -> None:
    nothing = {"store": False, "include": [], "prompt": None, "background": False}
    body = {"model": "tiny", "input": "Hello.", "truncation": "disabled", **nothing}
    more = {"reasoning": {"effort": "low"}, "text": {"format": {"type": "json_object"}}}
    more["text"]["verbosity"] = "low"
    answer = post(f"{talking.base}/responses", json={**body, **more}, headers=SESSION)
    assert answer.status_code == 200, answer.text
    asked = talking.upstream.seen[-1]
    assert asked["reasoning_effort"] == asked["verbosity"] == "low"
    assert asked["response_format"] == {"type": "json_object"}
    assert not {"store", "include", "text", "truncation", "reasoning"} & asked.keys()


@pytest.mark.parametrize(("length", "status"), [("50.0", 200), ("50.5", 400)])
def test_a_whole_number_is_one_however_it_is_written(
    talking: Gate, length: str, status: int
) -> None:
    body = f'{{"model": "tiny", "input": "Hello.", "max_output_tokens": {length}}}'
    headers = {**SESSION, "Content-Type": "application/json"}
    answer = post(f"{talking.base}/responses", content=body, headers=headers)
    assert answer.status_code == status, answer.text
    if status == 200:
        assert talking.upstream.seen[-1]["max_completion_tokens"] == 50


def test_a_body_that_is_none_is_told() -> None:
    for body, code in ((b"[]", "invalid_body"), (b"{", "invalid_json")):
        with pytest.raises(RefusedError) as refused:
            responses_asked(body, 10)
        assert refused.value.code == code
    many = json.dumps({"model": "m", "input": [{"role": "user", "content": "x"}] * 3}).encode()
    with pytest.raises(RefusedError, match="3 messages") as refused:
        responses_asked(many, 2)
    assert refused.value.param == "input"


def test_a_whole_number_may_be_written_with_a_point() -> None:
    for text, taken in (("5.0", 5), ("5", 5), ("null", None)):
        body = f'{{"model": "m", "input": "x", "max_output_tokens": {text}}}'
        assert responses_asked(body.encode(), 9).options.get("max_completion_tokens") == taken
    for text in ("5.5", '"5"', "true"):
        with pytest.raises(RefusedError, match="max_output_tokens"):
            body = f'{{"model": "m", "input": "x", "max_output_tokens": {text}}}'
            responses_asked(body.encode(), 9)


def test_calls_and_texts_of_a_history_become_messages() -> None:
    call = {"type": "function_call", "name": "f", "arguments": "{}"}
    items = [
        {"role": "user", "content": "Both."},
        {**call, "call_id": "a"},
        {**call, "call_id": "b"},
        {"type": "function_call_output", "call_id": "a", "output": "1"},
        {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]},
        {"role": "developer", "content": [{"type": "input_text", "text": "Go on."}]},
    ]
    body = {"model": "m", "input": items, "tools": TOOLS, "tool_choice": "auto"}
    asked = responses_asked(json.dumps(body).encode(), 10)
    assert [str(one.role) for one in asked.messages] == [
        "user",
        "assistant",
        "tool",
        "assistant",
        "system",
    ]
    assert [one.id for one in asked.messages[1].tool_calls] == ["a", "b"]
    assert asked.messages[3].text == "No."
    assert asked.options["tool_choice"] == "auto"
    first = {"type": "function_call", "call_id": "z", "name": "f", "arguments": "{}"}
    alone = responses_asked(json.dumps({"model": "m", "input": [first]}).encode(), 10)
    assert alone.messages[0].tool_calls[0].id == "z"


def put_together(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the output as a client puts it together from the events of a stream."""
    output: list[dict[str, Any]] = []
    for one in told:
        match one["type"].removeprefix("response."):
            case "output_item.added":
                assert one["output_index"] == len(output)
                output.append(dict(one["item"]))
            case "content_part.added":
                output[one["output_index"]]["content"] = [dict(one["part"])]
            case "output_text.delta":
                output[one["output_index"]]["content"][0]["text"] += one["delta"]
            case "function_call_arguments.delta":
                output[one["output_index"]]["arguments"] += one["delta"]
            case "output_item.done":
                assert {**output[one["output_index"]], "status": "completed"} == one["item"]
                output[one["output_index"]] = one["item"]
    return output


EVENTS = st.lists(
    st.one_of(
        st.builds(Text, st.text(max_size=5)),
        st.builds(Replaced, st.text(max_size=5), st.just(Do.REWRITE), st.just("claim.emotion")),
        st.builds(ToolCalled, st.just(ToolCall("c", "f", "{}"))),
        st.builds(Reasoning, st.text(max_size=5)),
        st.just(Escalated("e", Level.HIGH, "desk")),
    )
)


@given(EVENTS, st.sampled_from(["stop", "length", "guarded", None]))
def test_what_a_client_puts_together_is_the_whole_reply(events: list[Event], end: str) -> None:
    turn = [*events, Done(None, finish_reason=end)]
    whole, streamed = ResponsesReply("resp_1", 1, "m"), ResponsesReply("resp_1", 1, "m")
    for one in turn:
        whole.take(one)
    # A stream begins when there is something to send, and its first events come before that.
    told = [piece for one in turn for piece in streamed.chunks(one)]
    told = [*streamed.opening(), *told, *streamed.closing(usage=False)]
    made = whole.whole()
    assert told[-1]["response"] == made
    assert put_together(told) == made["output"]
    assert [one["sequence_number"] for one in told] == list(range(len(told)))
    texts = [one["content"][0]["text"] for one in made["output"] if one["type"] == "message"]
    assert "".join(texts) == whole.released.text == "".join(one.text for one in turn)
    calls = [one for one in made["output"] if one["type"] == "function_call"]
    assert len(calls) == len(whole.released.calls)
    assert len({one["id"] for one in made["output"]}) == len(made["output"])


def test_the_events_of_a_stream_are_named(talking: Gate) -> None:
    body = {"model": "tiny", "input": "Hello.", "stream": True}
    answer = httpx.post(f"{talking.base}/responses", json=body, headers=SESSION, timeout=60)
    names = [one for one in answer.text.splitlines() if one.startswith("event: ")]
    assert names[0] == "event: response.created"
    assert names[-1] == "event: response.completed"
    assert "[DONE]" not in answer.text
