from typing import Any

from langchain_core.messages import AIMessage

from guardrails.decisions import Do
from guardrails.events import (
    Blocked,
    CoverageGap,
    Disclosed,
    Done,
    Escalated,
    Event,
    Made,
    Passed,
    Reasoning,
    Replaced,
    Text,
    ToolCalled,
)
from guardrails.findings import Level
from guardrails.langchain.reply import Reply, whole
from guardrails.messages import OpaquePart, Surface, ToolCall
from tests.langchain.fakes import RECEIPT


def read(*events: Event) -> AIMessage:
    reply = Reply()
    return whole([chunk for event in events for chunk in reply.chunks(event)])


def test_a_reply_of_text_is_a_string_of_all_released_text() -> None:
    message = read(
        Disclosed("I am software. "),
        Text("Hello. "),
        Replaced("", Do.REWRITE, "r"),
        Replaced("[e-mail] ", Do.MASK, "r"),
        Escalated("e1", Level.HIGH, "console", text="Someone is told. "),
        CoverageGap("detector", "pii", Do.NOTE, text="(unread) "),
        Blocked("Let us stop here.", "r"),
        Done(RECEIPT, text=" Bye."),
    )

    assert message.content == (
        "I am software. Hello. [e-mail] Someone is told. (unread) Let us stop here. Bye."
    )


def test_what_the_guard_did_stands_in_the_metadata() -> None:
    made = Made("d1", "input", Surface.TEXT, (2, 9), Do.MASK, "pii", (("pii.email", 3, 8, 9000),))
    message = read(
        Escalated("e1", Level.HIGH, "console"),
        CoverageGap("image", "input", Do.NOTE),
        Done(RECEIPT, (made,), Do.MASK, Level.HIGH),
    )

    assert message.response_metadata == {
        "guardrails": {
            "do": "mask",
            "level": "high",
            "failed": None,
            "decisions": [
                {
                    "id": "d1",
                    "side": "input",
                    "surface": "text",
                    "at": [2, 9],
                    "do": "mask",
                    "rule": "pii",
                    "findings": [{"category": "pii.email", "start": 3, "end": 8, "score": 9000}],
                }
            ],
            "receipt": {"id": "r_1", "seq": 7, "leaf": RECEIPT.leaf, "origin": "test"},
            "escalated": [{"id": "e1", "level": "high", "to": "console"}],
            "coverage_gaps": [{"kind": "image", "what": "input", "do": "note"}],
            "beside": [],
        }
    }
    assert type(message.response_metadata["guardrails"]["do"]) is str


def test_a_reply_without_receipt_says_so() -> None:
    assert read(Done(None)).response_metadata["guardrails"]["receipt"] is None


def test_usage_and_the_end_are_passed_on() -> None:
    counts = {"input_tokens": 1, "output_tokens": 2, "total_tokens": 3}
    ours = read(Done(RECEIPT, finish_reason="guarded", usage=counts, metadata={"model_name": "m"}))
    theirs = read(Done(RECEIPT, usage={"prompt_tokens": 1}))

    assert ours.usage_metadata == counts
    assert ours.response_metadata["finish_reason"] == "guarded"
    assert ours.response_metadata["model_name"] == "m"
    assert theirs.usage_metadata is None
    assert theirs.response_metadata["token_usage"] == {"prompt_tokens": 1}


def test_a_reply_with_other_parts_is_a_list_of_blocks_in_order() -> None:
    image = {"type": "image", "base64": "AA==", "mime_type": "image/png"}
    message = read(
        Text("Look"),
        Text(": "),
        Reasoning("They want "),
        Reasoning("a cat."),
        Reasoning(""),
        Text("here "),
        Text("it is"),
        Passed(OpaquePart("image", image)),
        Passed(OpaquePart("image", image)),
        Passed(OpaquePart("unknown", "raw")),
        Text("!"),
        Done(RECEIPT),
    )

    assert message.content == [
        {"type": "text", "text": "Look: "},
        {"type": "reasoning", "reasoning": "They want a cat."},
        {"type": "text", "text": "here it is"},
        image,
        image,
        {"type": "non_standard", "value": {"part": "raw"}},
        {"type": "text", "text": "!"},
    ]
    assert message.text == "Look: here it is!"


def test_the_pieces_of_one_unreadable_part_come_together_again() -> None:
    def piece(index: int, data: str) -> Passed:
        return Passed(OpaquePart("audio", {"type": "audio", "base64": data, "index": index}))

    message = read(piece(4, "AA"), piece(4, "BB"), piece(5, "CC"), Done(RECEIPT))

    assert message.content == [
        {"type": "audio", "base64": "AABB"},
        {"type": "audio", "base64": "CC"},
    ]


def test_tool_calls_are_whole_and_parsed() -> None:
    message = read(
        ToolCalled(ToolCall("c1", "find", '{"a": "é"}')),
        ToolCalled(ToolCall("c1", "find", "{}")),
        Done(RECEIPT),
    )

    assert message.tool_calls == [
        {"name": "find", "args": {"a": "é"}, "id": "c1", "type": "tool_call"},
        {"name": "find", "args": {}, "id": "c1", "type": "tool_call"},
    ]
    assert message.invalid_tool_calls == []


def test_only_the_last_chunk_has_metadata() -> None:
    reply = Reply()
    events: list[Any] = [Text("a"), Reasoning("b"), ToolCalled(ToolCall("c", "f", "{}")), Text("d")]
    chunks = [chunk for event in [*events, Done(RECEIPT)] for chunk in reply.chunks(event)]

    assert [bool(chunk.response_metadata) for chunk in chunks] == [False] * 4 + [True]
    assert [chunk.chunk_position for chunk in chunks] == [None] * 4 + ["last"]
