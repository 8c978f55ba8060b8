from typing import Any

import pytest

from guardrails.errors import ModelError
from guardrails.messages import (
    Chunk,
    EndChunk,
    Message,
    OpaqueChunk,
    OpaquePart,
    Role,
    Surface,
    TextChunk,
    TextPart,
    ToolCall,
    ToolCallChunk,
)
from guardrails.models.completions import ReplyDecoder, encode, provider_error

PICTURE = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}


def said(*deltas: dict[str, Any]) -> list[Chunk]:
    reply = ReplyDecoder()
    return [
        chunk
        for delta in deltas
        for chunk in reply.decode({"choices": [{"index": 0, "delta": delta}]})
    ]


def test_plain_messages_are_strings() -> None:
    messages = [Message.of(Role.SYSTEM, "Be kind."), Message.of(Role.USER, "Hello.")]
    assert encode(messages) == [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": "Hello."},
    ]


def test_a_part_that_nobody_can_read_goes_on_as_the_block_it_was() -> None:
    message = Message(Role.USER, (TextPart("What is this?"), OpaquePart("image", PICTURE)))
    [out] = encode([message])
    assert out["content"] == [{"type": "text", "text": "What is this?"}, PICTURE]
    assert out["content"][1] is PICTURE


def test_reasoning_is_not_sent_back() -> None:
    thought = TextPart("hm", Surface.REASONING)
    parts = (thought, TextPart("Yes."))
    assert encode([Message(Role.ASSISTANT, parts)])[0]["content"] == "Yes."
    mixed = Message(Role.ASSISTANT, (*parts, OpaquePart("image", PICTURE)))
    assert encode([mixed])[0]["content"] == [{"type": "text", "text": "Yes."}, PICTURE]


def test_tool_calls_and_their_results_keep_their_ids() -> None:
    call = ToolCall("c1", "weather", '{"city": "Leeds"}')
    asked = Message(Role.ASSISTANT, (), tool_calls=(call,))
    answered = Message(Role.TOOL, (TextPart("rain"),), tool_call_id="c1", name="weather")
    assert encode([asked, answered]) == [
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {
                    "id": "c1",
                    "type": "function",
                    "function": {"name": "weather", "arguments": '{"city": "Leeds"}'},
                }
            ],
        },
        {"role": "tool", "content": "rain", "name": "weather", "tool_call_id": "c1"},
    ]


@pytest.mark.parametrize(
    ("delta", "chunks"),
    [
        pytest.param({"content": "Hi"}, [TextChunk("Hi")], id="text"),
        pytest.param({"content": ""}, [], id="empty text"),
        pytest.param({"role": "assistant", "content": None}, [], id="the role alone"),
        pytest.param({"refusal": "I cannot."}, [TextChunk("I cannot.")], id="a refusal is text"),
        pytest.param(
            {"reasoning_content": "hm"},
            [TextChunk("hm", Surface.REASONING)],
            id="reasoning_content",
        ),
        pytest.param(
            {"reasoning": "hm", "content": "Hi"},
            [TextChunk("hm", Surface.REASONING), TextChunk("Hi")],
            id="reasoning beside text",
        ),
        pytest.param(
            {"content": [{"type": "text", "text": "Hi"}, PICTURE]},
            [TextChunk("Hi"), OpaqueChunk(OpaquePart("image", PICTURE))],
            id="a list of parts",
        ),
        pytest.param(
            {"content": [{"type": "hologram"}]},
            [OpaqueChunk(OpaquePart("unknown", {"type": "hologram"}))],
            id="a part of no known type",
        ),
        pytest.param(
            {"images": [PICTURE]}, [OpaqueChunk(OpaquePart("image", PICTURE))], id="images"
        ),
        pytest.param(
            {"audio": {"id": "a"}}, [OpaqueChunk(OpaquePart("audio", {"id": "a"}))], id="audio"
        ),
        pytest.param(
            {"function_call": {"name": "f", "arguments": "{}"}},
            [ToolCallChunk(0, "", "f", "{}")],
            id="a call of the old kind",
        ),
        pytest.param(
            {"tool_calls": [{"index": 0, "function": {"name": "f", "arguments": {"a": "é"}}}]},
            [ToolCallChunk(0, "", "f", '{"a": "é"}')],
            id="arguments as an object",
        ),
    ],
)
def test_what_a_delta_says_becomes_chunks(delta: dict[str, Any], chunks: list[Chunk]) -> None:
    assert said(delta) == chunks


def test_a_tool_call_comes_in_pieces() -> None:
    assert said(
        {"tool_calls": [{"index": 1, "id": "c", "function": {"name": "f", "arguments": ""}}]},
        {"tool_calls": [{"index": 1, "function": {"arguments": '{"a"'}}]},
        {"tool_calls": [{"index": 1, "function": {"arguments": ":1}"}}]},
    ) == [
        ToolCallChunk(1, "c", "f", ""),
        ToolCallChunk(1, "", "", '{"a"'),
        ToolCallChunk(1, "", "", ":1}"),
    ]


def test_calls_without_an_index_are_told_by_their_ids() -> None:
    chunks = said(
        {"tool_calls": [{"function": {"name": "nameless"}}]},
        {"tool_calls": [{"id": "a", "function": {"name": "f"}}]},
        {"tool_calls": [{"function": {"arguments": "{}"}}]},
        {"tool_calls": [{"id": "b", "function": {"name": "g"}}]},
        {"tool_calls": [{"id": "a", "function": {"arguments": " "}}]},
    )
    assert [c.index for c in chunks if isinstance(c, ToolCallChunk)] == [0, 1, 1, 2, 1]


def test_the_end_of_a_reply_has_its_reason_and_the_model() -> None:
    reply = ReplyDecoder()
    value = {"model": "m", "choices": [{"delta": {}, "finish_reason": "stop"}]}
    assert list(reply.decode(value)) == [EndChunk("stop", metadata={"model": "m"})]
    assert reply.finished


def test_usage_comes_alone_at_the_end() -> None:
    usage = {"prompt_tokens": 3}
    assert list(ReplyDecoder().decode({"choices": [], "usage": usage})) == [EndChunk(usage=usage)]


def test_a_second_choice_is_not_mixed_into_the_first() -> None:
    value = {"choices": [{"index": 1, "delta": {"content": "B"}}, {"delta": {"content": "A"}}]}
    assert list(ReplyDecoder().decode(value)) == [TextChunk("A")]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("text", id="not an object"),
        pytest.param({"choices": ["x"]}, id="a choice that is not an object"),
        pytest.param({"choices": [{"delta": "x"}]}, id="a delta that is not an object"),
        pytest.param({"choices": [{"delta": {"content": 7}}]}, id="content that is a number"),
        pytest.param({"choices": [{"delta": {"tool_calls": [{}]}}]}, id="a call of nothing"),
        pytest.param(
            {"choices": [{"delta": {"tool_calls": [{"id": 1, "index": 0, "function": {}}]}}]},
            id="an id that is a number",
        ),
    ],
)
def test_another_shape_than_a_reply_is_an_error(value: Any) -> None:
    with pytest.raises(ModelError, match="InvalidReply"):
        list(ReplyDecoder().decode(value))


@pytest.mark.parametrize(
    ("error", "status"),
    [
        ({"code": 503, "message": "secret"}, 503),
        ({"code": "429"}, 429),
        ({"code": "rate_limit"}, None),
        ({"code": 7}, None),
        ("secret", None),
    ],
)
def test_an_error_of_the_provider_keeps_its_status_and_loses_its_words(
    error: Any, status: int | None
) -> None:
    with pytest.raises(ModelError) as caught:
        list(ReplyDecoder().decode({"error": error}))
    assert (caught.value.kind, caught.value.status) == ("ProviderError", status)
    assert "secret" not in str(caught.value)
    assert provider_error(error).status == status
