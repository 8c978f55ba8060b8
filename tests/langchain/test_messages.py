from typing import Any

import pytest
from langchain_core.messages import (
    AIMessage,
    BaseMessage,
    ChatMessage,
    FunctionMessage,
    HumanMessage,
    RemoveMessage,
    SystemMessage,
    ToolMessage,
)

from guardrails.errors import UnsupportedError
from guardrails.langchain.facts import facts_of
from guardrails.langchain.messages import from_langchain, to_langchain
from guardrails.messages import Message, OpaquePart, Role, Surface, TextPart, ToolCall
from tests.langchain.fakes import PERSON, PSEUDONYM

IMAGE = {"type": "image_url", "image_url": {"url": "https://example.org/cat.png"}}


def down(message: BaseMessage) -> BaseMessage:
    """Return *message* as the model gets it when every name was hidden on the way."""
    ours = from_langchain(message)
    parts = tuple(
        TextPart(part.text.replace(PERSON, PSEUDONYM), part.surface)
        if isinstance(part, TextPart)
        else part
        for part in ours.parts
    )
    calls = tuple(
        ToolCall(call.id, call.name, call.arguments.replace(PERSON, PSEUDONYM))
        for call in ours.tool_calls
    )
    hidden = Message(ours.role, parts, calls, ours.tool_call_id, ours.name)
    (result,) = to_langchain([hidden], [message])
    return result


@pytest.mark.parametrize(
    ("message", "role", "surface"),
    [
        (HumanMessage("hello"), Role.USER, Surface.TEXT),
        (AIMessage("hello"), Role.ASSISTANT, Surface.TEXT),
        (SystemMessage("hello"), Role.SYSTEM, Surface.SYSTEM),
        (ToolMessage("hello", tool_call_id="c1"), Role.TOOL, Surface.TOOL_RESULT),
        (FunctionMessage(name="f", content="hello"), Role.TOOL, Surface.TOOL_RESULT),
        (ChatMessage(role="Developer", content="hello"), Role.SYSTEM, Surface.SYSTEM),
        (ChatMessage(role="user", content="hello"), Role.USER, Surface.TEXT),
    ],
)
def test_each_kind_of_message_goes_there_and_back(
    message: BaseMessage, role: Role, surface: Surface
) -> None:
    ours = from_langchain(message)

    assert (ours.role, ours.parts) == (role, (TextPart("hello", surface),))
    assert to_langchain([ours], [message]) == [message]


@pytest.mark.parametrize("message", [RemoveMessage(id="m1"), ChatMessage(role="bard", content="x")])
def test_a_message_that_nobody_speaks_is_refused_without_its_text(message: BaseMessage) -> None:
    with pytest.raises(UnsupportedError, match=type(message).__name__):
        from_langchain(message)


def test_only_the_text_of_blocks_changes() -> None:
    message = HumanMessage(
        [
            "plain",
            {"type": "text", "text": f"I am {PERSON}", "cache_control": {"type": "ephemeral"}},
            IMAGE,
            {"text": "no type"},
            {"cachePoint": {"type": "default"}},
        ],
        id="m1",
        name="someone",
    )

    result = down(message)

    assert result == HumanMessage(
        [
            "plain",
            {"type": "text", "text": f"I am {PSEUDONYM}", "cache_control": {"type": "ephemeral"}},
            IMAGE,
            {"text": "no type"},
            {"cachePoint": {"type": "default"}},
        ],
        id="m1",
        name="someone",
    )


def test_text_beside_the_text_of_a_block_stays_behind() -> None:
    block = {
        "type": "text",
        "text": "hello",
        "annotations": [{"type": "citation", "cited_text": PERSON}],
        "title": PERSON,
        "extras": {"signature": "abc", "note": PERSON},
    }

    assert PERSON not in repr(down(HumanMessage([block])))
    assert down(HumanMessage([block])).content == [
        {"type": "text", "text": "hello", "extras": {"signature": "abc"}}
    ]


def test_text_in_additional_kwargs_stays_behind_and_signatures_go_on() -> None:
    message = AIMessage(
        "hello",
        additional_kwargs={
            "reasoning_content": PERSON,
            "audio": {"transcript": PERSON},
            "__gemini_function_call_thought_signatures__": {"c1": "sig"},
        },
        response_metadata={"model_name": "m", "logprobs": {"content": [{"token": PERSON}]}},
    )

    result = down(message)

    assert PERSON not in repr(result)
    assert result.additional_kwargs == {
        "__gemini_function_call_thought_signatures__": {"c1": "sig"}
    }
    assert result.response_metadata == {"model_name": "m"}


def test_tool_calls_keep_id_and_name_and_their_arguments_are_guarded() -> None:
    message = AIMessage(
        [
            {"type": "text", "text": "One moment."},
            {"type": "tool_use", "id": "c1", "name": "find", "input": {"who": PERSON}},
        ],
        tool_calls=[{"id": "c1", "name": "find", "args": {"who": PERSON, "n": 2}}],
        invalid_tool_calls=[
            {"id": "c2", "name": "find", "args": '{"who": "' + PERSON, "error": "bad " + PERSON}
        ],
    )

    result = down(message)

    assert isinstance(result, AIMessage)
    assert PERSON not in repr(result)
    assert result.content == [{"type": "text", "text": "One moment."}]
    assert result.tool_calls == [
        {"id": "c1", "name": "find", "args": {"who": PSEUDONYM, "n": 2}, "type": "tool_call"}
    ]
    assert result.invalid_tool_calls == [
        {
            "id": "c2",
            "name": "find",
            "args": '{"who": "' + PSEUDONYM,
            "error": None,
            "type": "invalid_tool_call",
        }
    ]


@pytest.mark.parametrize(
    "message",
    [
        AIMessage([{"type": "tool_use", "id": "c1", "name": "find", "input": {"who": PERSON}}]),
        AIMessage([{"type": "tool_call", "id": "c1", "name": "find", "args": {"who": PERSON}}]),
        AIMessage(
            [
                {
                    "type": "function_call",
                    "call_id": "c1",
                    "name": "find",
                    "arguments": '{"who": "' + PERSON + '"}',
                }
            ]
        ),
    ],
)
def test_a_call_that_stands_in_the_content_alone_is_guarded_too(message: AIMessage) -> None:
    result = down(message)

    assert isinstance(result, AIMessage)
    assert result.content == []
    assert result.tool_calls[0]["args"] == {"who": PSEUDONYM}
    assert result.tool_calls[0]["id"] == "c1"


def test_a_function_call_of_old_becomes_a_tool_call() -> None:
    old = {"function_call": {"name": "find", "arguments": '{"who": "' + PERSON + '"}'}}

    result = down(AIMessage("", additional_kwargs=old))

    assert isinstance(result, AIMessage)
    assert result.additional_kwargs == {}
    assert result.tool_calls[0]["args"] == {"who": PSEUDONYM}


def test_arguments_that_are_no_json_object_are_an_invalid_call() -> None:
    (result,) = to_langchain([Message(Role.ASSISTANT, (), (ToolCall("c", "f", "[1"),))])

    assert isinstance(result, AIMessage)
    assert result.tool_calls == []
    assert result.invalid_tool_calls[0]["args"] == "[1"


def test_a_tool_message_keeps_its_call_and_status_but_not_its_artifact() -> None:
    message = ToolMessage(
        [{"type": "text", "text": PERSON}, IMAGE],
        tool_call_id="c1",
        status="error",
        artifact={"raw": PERSON},
    )

    result = down(message)

    assert isinstance(result, ToolMessage)
    assert PERSON not in repr(result)
    assert (result.tool_call_id, result.status) == ("c1", "error")
    assert result.content == [{"type": "text", "text": PSEUDONYM}, IMAGE]


def test_reasoning_goes_back_as_it_was_signed_or_not_at_all() -> None:
    signed = {"type": "thinking", "thinking": "They ask again.", "signature": "abc"}
    about = {"type": "thinking", "thinking": f"{PERSON} asks again.", "signature": "abc"}
    bare = {"type": "reasoning", "reasoning": "They ask again."}
    sealed = {"type": "redacted_thinking", "data": "abc"}
    text = {"type": "text", "text": "Hello"}

    assert down(AIMessage([signed, text])).content == [signed, text]
    assert down(AIMessage([about, text])).content == [text]
    assert down(AIMessage([bare, text])).content == [text]
    assert down(AIMessage([sealed, text])).content == [sealed, text]
    assert from_langchain(AIMessage([bare, text])).parts == (TextPart("Hello"),)


@pytest.mark.parametrize(
    ("block", "thoughts"),
    [
        ({"type": "reasoning", "reasoning": "a", "id": "rs_1"}, ["a"]),
        (
            {
                "type": "reasoning",
                "id": "rs_1",
                "summary": [{"type": "summary_text", "text": "a"}, {"text": "b"}, "?"],
            },
            ["a", "b"],
        ),
        (
            {"type": "reasoning_content", "reasoning_content": {"text": "a", "signature": "s"}},
            ["a"],
        ),
        ({"type": "reasoning_content", "reasoning_content": "a", "signature": "s"}, ["a"]),
        ({"type": "thinking", "signature": "s"}, []),
    ],
)
def test_reasoning_is_read_in_every_shape(block: dict[str, Any], thoughts: list[str]) -> None:
    parts = from_langchain(AIMessage([block])).parts

    assert parts == tuple(TextPart(thought, Surface.REASONING) for thought in thoughts)
    assert down(AIMessage([block])).content == [block]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (IMAGE, "image"),
        ({"type": "image", "base64": "AA==", "mime_type": "image/png"}, "image"),
        ({"type": "image", "source_type": "url", "url": "https://example.org/a.png"}, "image"),
        ({"type": "input_audio", "input_audio": {"data": "AA=="}}, "audio"),
        ({"type": "video", "url": "https://example.org/a.mp4"}, "video"),
        ({"type": "file", "file_id": "f1"}, "file"),
        ({"type": "text-plain", "text": "a letter"}, "file"),
        ({"type": "media", "mime_type": "video/mp4", "data": "AA=="}, "video"),
        ({"type": "media", "mime_type": "application/pdf", "data": "AA=="}, "file"),
        ({"type": "tool_result", "content": "a result"}, "unknown"),
        ({"document": {"name": "a"}}, "file"),
        ({"something": "else"}, "unknown"),
    ],
)
def test_what_cannot_be_read_is_named_and_handed_on_unchanged(
    block: dict[str, Any], kind: str
) -> None:
    message = HumanMessage([block])
    ours = from_langchain(message)

    assert [part.kind for part in ours.parts if isinstance(part, OpaquePart)] == [kind]
    assert to_langchain([ours], [message])[0].content == [block]
    assert to_langchain([ours])[0].content == [block]


def test_a_text_block_without_text_is_handed_on_and_a_refusal_is_text() -> None:
    message = AIMessage([{"type": "text", "text": None}, {"type": "refusal", "refusal": PERSON}])

    assert from_langchain(message).parts == (TextPart(PERSON),)
    assert down(message).content == [
        {"type": "text", "text": None},
        {"type": "refusal", "refusal": PSEUDONYM},
    ]


def test_a_part_that_the_guard_took_out_does_not_go_down() -> None:
    message = HumanMessage([{"type": "text", "text": "look"}, IMAGE])
    ours = from_langchain(message)

    fewer = Message(ours.role, ours.parts[:1])
    noted = Message(ours.role, (*ours.parts[:1], TextPart("[an image]")))

    assert to_langchain([fewer], [message])[0].content == [{"type": "text", "text": "look"}]
    assert to_langchain([noted], [message])[0].content == [
        {"type": "text", "text": "look"},
        {"type": "text", "text": "[an image]"},
    ]


def test_messages_that_the_guard_put_first_go_down_and_the_rest_stays_as_it_was() -> None:
    originals = [SystemMessage("be brief", id="m0"), HumanMessage("hello", id="m1")]
    ours = [from_langchain(message) for message in originals]

    result = to_langchain([Message.of(Role.SYSTEM, "You are software."), *ours], originals)

    assert result == [SystemMessage("You are software."), *originals]


def test_messages_that_match_no_original_are_made_anew() -> None:
    messages = [
        Message.of(Role.USER, "hello"),
        Message(Role.TOOL, (TextPart("42"),), tool_call_id="c1", name="sum"),
        Message(
            Role.ASSISTANT, (TextPart("thought", Surface.REASONING), TextPart("a"), TextPart("b"))
        ),
        Message(Role.USER, ()),
    ]

    assert to_langchain(messages, [HumanMessage("x"), SystemMessage("y")]) == [
        HumanMessage("hello"),
        ToolMessage("42", tool_call_id="c1", name="sum"),
        AIMessage([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]),
        HumanMessage(""),
    ]


def test_a_part_of_another_library_is_refused() -> None:
    with pytest.raises(UnsupportedError, match="'image'"):
        to_langchain([Message(Role.USER, (OpaquePart("image", object()), TextPart("a")))])


def test_empty_content_stays_empty() -> None:
    assert down(HumanMessage("")) == HumanMessage("")
    assert down(HumanMessage([])) == HumanMessage([])
    assert down(AIMessage("", id="m1")) == AIMessage("", id="m1")


def test_facts_are_short_values_of_known_names() -> None:
    assert facts_of(
        {
            "finish_reason": "stop",
            "model_name": "x" * 300,
            "logprobs": [1],
            "content": PERSON,
            "token_usage": {"total": 3, "details": {"cached": 1}, "note": PERSON, "flag": True},
            "usage": {"note": PERSON},
        }
    ) == {"finish_reason": "stop", "token_usage": {"total": 3, "details": {"cached": 1}}}
