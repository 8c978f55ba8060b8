from typing import Any

import pytest
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    ChatMessageChunk,
    HumanMessage,
)

from guardrails.errors import UnsupportedError
from guardrails.langchain.pieces import Pieces
from guardrails.messages import (
    Chunk,
    EndChunk,
    OpaqueChunk,
    OpaquePart,
    Surface,
    TextChunk,
    ToolCallChunk,
)


def read(*pieces: Any) -> list[Chunk]:
    reader = Pieces()
    return [chunk for piece in pieces for chunk in reader.chunks(piece)]


def call(index: Any, id_: str | None, name: str | None, args: str | None) -> AIMessageChunk:
    chunk = {"index": index, "id": id_, "name": name, "args": args, "type": "tool_call_chunk"}
    return AIMessageChunk(content="", tool_call_chunks=[chunk])


def gathered(*pieces: Any) -> list[tuple[str, str, str]]:
    """Return id, name and arguments of the calls that *pieces* make."""
    calls: dict[int, list[str]] = {}
    for chunk in read(*pieces):
        assert isinstance(chunk, ToolCallChunk)
        found = calls.setdefault(chunk.index, ["", "", ""])
        found[0] = found[0] or chunk.id
        found[1] = found[1] or chunk.name
        found[2] += chunk.arguments
    return [(id_, name, args) for id_, name, args in calls.values()]


def test_text_is_read_from_strings_messages_and_blocks() -> None:
    assert read(
        "a",
        "",
        AIMessageChunk(content="b"),
        AIMessage("c"),
        AIMessageChunk(content=["d", {"type": "text", "text": "e", "index": 0}]),
        ChatMessageChunk(role="assistant", content="f"),
        AIMessageChunk(content=[{"type": "refusal", "refusal": "g"}]),
    ) == [TextChunk(letter) for letter in "abcdefg"]


@pytest.mark.parametrize(
    "message",
    [
        AIMessageChunk(content=[{"type": "thinking", "thinking": "hm", "index": 0}]),
        AIMessageChunk(content=[{"type": "reasoning", "reasoning": "hm"}]),
        AIMessageChunk(content="", additional_kwargs={"reasoning_content": "hm"}),
        AIMessageChunk(content="", additional_kwargs={"reasoning": "hm"}),
        AIMessageChunk(
            content="",
            additional_kwargs={"reasoning": {"id": "r", "summary": [{"text": ""}, {"text": "hm"}]}},
        ),
    ],
)
def test_reasoning_is_read_wherever_a_provider_puts_it(message: AIMessageChunk) -> None:
    assert read(message) == [TextChunk("hm", Surface.REASONING)]


def test_what_stands_beside_the_content_is_read_or_dropped() -> None:
    audio = {"data": "AA==", "transcript": "hello"}
    message = AIMessageChunk(
        content="",
        additional_kwargs={"refusal": "no", "audio": audio, "parsed": {"answer": "unseen"}},
    )

    assert read(message) == [
        TextChunk("no"),
        OpaqueChunk(OpaquePart("audio", {"type": "non_standard", "value": {"audio": audio}})),
    ]


def test_an_unreadable_block_is_handed_on_as_one() -> None:
    block = {"type": "image", "base64": "AA==", "mime_type": "image/png"}

    assert read(AIMessageChunk(content=[block])) == [OpaqueChunk(OpaquePart("image", block))]


def test_the_pieces_of_two_calls_are_told_apart_by_their_index() -> None:
    assert gathered(
        call(0, "c1", "find", ""),
        call(0, None, None, '{"a":'),
        call(1, "c2", "find", '{"b":'),
        call(0, None, None, " 1}"),
        call(1, "", "", " 2}"),
    ) == [("c1", "find", '{"a": 1}'), ("c2", "find", '{"b": 2}')]


@pytest.mark.parametrize("index", [0, None])
def test_calls_of_one_index_are_told_apart_by_their_ids(index: int | None) -> None:
    assert gathered(
        call(index, "c1", "find", '{"a": 1}'),
        call(index, "c2", "find", '{"b":'),
        call(index, None, None, " 2}"),
        call(index, "c2", None, ""),
    ) == [("c1", "find", '{"a": 1}'), ("c2", "find", '{"b": 2}')]


def test_calls_without_index_and_id_are_told_apart_by_their_names() -> None:
    assert gathered(
        call(None, None, "find", "{"), call(None, None, None, "}"), call(None, None, "find", "{}")
    ) == [("", "find", "{}"), ("", "find", "{}")]


def test_a_call_in_the_content_and_beside_it_counts_once() -> None:
    message = AIMessageChunk(
        content=[{"type": "tool_use", "id": "c1", "name": "find", "input": {}, "index": 1}],
        tool_call_chunks=[{"index": 1, "id": "c1", "name": "find", "args": "{}"}],
    )

    assert gathered(message) == [("c1", "find", "{}")]


def test_the_calls_of_a_whole_message_are_read() -> None:
    message = AIMessage(
        "",
        tool_calls=[{"id": "c1", "name": "find", "args": {"a": "é"}}],
        invalid_tool_calls=[
            {"id": None, "name": None, "args": None, "error": None},
            {"id": "c3", "name": "find", "args": "{", "error": None},
        ],
    )

    assert gathered(message) == [("c1", "find", '{"a": "é"}'), ("", "", ""), ("c3", "find", "{")]


def test_calls_that_stand_in_the_content_alone_are_read() -> None:
    blocks = [{"type": "tool_use", "id": "c1", "name": "find", "input": {"a": 1}}, "text"]
    assert read(AIMessage(blocks)) == [
        TextChunk("text"),
        ToolCallChunk(0, "c1", "find", '{"a": 1}'),
    ]


def test_a_function_call_of_old_is_read_piece_by_piece() -> None:
    def old(**call: str) -> AIMessageChunk:
        return AIMessageChunk(content="", additional_kwargs={"function_call": call})

    assert gathered(old(name="find", arguments='{"a"'), old(arguments=": 1}")) == [
        ("", "find", '{"a": 1}')
    ]


def test_counts_are_added_and_facts_are_kept_without_text() -> None:
    ends = read(
        AIMessageChunk(
            content="",
            usage_metadata={"input_tokens": 3, "output_tokens": 0, "total_tokens": 3},
            response_metadata={"model_name": "m", "output_version": "v1"},
        ),
        AIMessageChunk(content="", response_metadata={"logprobs": {"content": ["word"]}}),
        AIMessageChunk(
            content="",
            usage_metadata={
                "input_tokens": 0,
                "output_tokens": 5,
                "total_tokens": 5,
                "output_token_details": {"reasoning": 2},
            },
        ),
        AIMessageChunk(content="", response_metadata={"stop_reason": "end_turn"}),
    )

    assert ends[-1] == EndChunk(
        "end_turn",
        {
            "input_tokens": 3,
            "output_tokens": 5,
            "total_tokens": 8,
            "output_token_details": {"reasoning": 2},
        },
        {"model_name": "m", "stop_reason": "end_turn"},
    )
    assert len(ends) == 3


@pytest.mark.parametrize("piece", [{"answer": "secret"}, ["secret"], HumanMessage("secret"), 7])
def test_anything_else_is_refused_without_being_repeated(piece: Any) -> None:
    with pytest.raises(UnsupportedError, match=type(piece).__name__) as caught:
        read(piece)

    assert "secret" not in str(caught.value)
