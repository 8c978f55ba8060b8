import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.errors import RefusedError, RequestError
from guardrails.gateway.request import KEPT, REFUSED, Asked, asked_in
from guardrails.messages import OpaquePart, Role, Surface, TextPart

SECRET = "my very own words"
HELLO: dict[str, Any] = {"model": "tiny", "messages": [{"role": "user", "content": SECRET}]}


def read(value: object, most: int = 10) -> Asked:
    return asked_in(json.dumps(value).encode(), most)


def refusal(value: object, most: int = 10) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        read(value, most)
    assert SECRET not in str(caught.value)
    assert caught.value.__context__ is None
    return caught.value


def test_what_the_gateway_does_not_know_goes_on_to_the_model() -> None:
    extra = {"temperature": 0.2, "seed": 7, "cache_prompt": False, "grammar": "root ::= x"}
    asked = read({**HELLO, **extra, "stop": ["\n"], "max_tokens": 5})
    assert asked.options == {"model": "tiny", **extra, "stop": ["\n"], "max_tokens": 5}


def test_what_names_a_person_or_was_not_looked_at_stays_here() -> None:
    asked = read(
        {
            **HELLO,
            "user": "p-7",
            "safety_identifier": "x",
            "metadata": {"note": SECRET},
            "prompt_cache_key": "p-7",
            "stream": True,
            "stream_options": {"include_usage": True, "include_obfuscation": False},
            "n": 1,
        }
    )
    assert asked.options == {"model": "tiny"}
    assert (asked.subject, asked.stream, asked.usage) == ("p-7", True, True)
    assert read({**HELLO, "safety_identifier": "p-8"}).subject == "p-8"
    assert read({**HELLO, "user": ""}).subject is None
    assert read({**HELLO, "user": "a\n\ud83db"}).subject == "a\\n\\ufffdb"
    assert "metadata" in KEPT


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_cannot_be_guarded_is_refused_up_front(name: str) -> None:
    error = refusal({**HELLO, name: 2})
    assert (error.status, error.param, error.code) == (400, name, "unsupported_parameter")
    assert read({**HELLO, name: None}).options == {"model": "tiny"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("logprobs", False), ("n", 1), ("modalities", ["text"]), ("functions", []), ("echo", False)],
)
def test_what_asks_for_nothing_is_not_refused(name: str, value: Any) -> None:
    assert name not in read({**HELLO, name: value}).options


@pytest.mark.parametrize("value", [2, 0, True, "1", 1.0, [1]])
def test_a_number_of_replies_other_than_one_is_refused(value: Any) -> None:
    assert refusal({**HELLO, "n": value}).param == "n"


@pytest.mark.parametrize(
    ("change", "param"),
    [
        ({"model": None}, "model"),
        ({"model": ""}, "model"),
        ({"messages": None}, "messages"),
        ({"messages": []}, "messages"),
        ({"messages": ["Hi"]}, "messages.0"),
        ({"messages": [{"content": SECRET}]}, "messages.0"),
        ({"messages": [{"role": "function", "content": SECRET}]}, "messages.0"),
        ({"messages": [{"role": "user"}]}, "messages.0.content"),
        ({"messages": [{"role": "user", "content": 5}]}, "messages.0.content"),
        ({"messages": [{"role": "user", "content": [SECRET]}]}, "messages.0.content.0"),
        ({"messages": [{"role": "tool", "content": SECRET}]}, "messages.0.tool_call_id"),
        (
            {"messages": [{"role": "assistant", "tool_calls": [{"id": "a"}]}]},
            "messages.0.tool_calls.0.function",
        ),
        (
            {"messages": [{"role": "assistant", "function_call": {"name": "x"}}]},
            "messages.0.function_call",
        ),
        ({"messages": [{"role": "assistant", "audio": {"id": "x"}}]}, "messages.0.audio"),
        ({"stream": "yes"}, "stream"),
        ({"stream_options": []}, "stream_options"),
        ({"tools": [{"type": "custom", "custom": {"name": SECRET}}]}, "tools.0.type"),
        ({"tools": [{"type": "function"}]}, "tools.0.function"),
        ({"tools": [SECRET]}, "tools.0"),
        ({"tools": {"type": "function"}}, "tools"),
        ({"user": 5}, "user"),
        ({"user": "x" * 257}, "user"),
    ],
)
def test_a_request_of_another_form_is_refused_by_its_place(change: Any, param: str) -> None:
    assert refusal({**HELLO, **change}).param == param


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"a": NaN}', b"[" * 100_000, b"nothing"])
def test_a_body_that_is_no_json_is_refused(body: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        asked_in(body, 10)
    assert caught.value.code == "invalid_json"


@pytest.mark.parametrize("value", [None, [], "x", 5])
def test_a_body_that_is_no_object_is_refused(value: Any) -> None:
    assert refusal(value).code == "invalid_body"


def test_more_messages_than_the_gateway_takes_are_refused() -> None:
    messages = HELLO["messages"] * 11
    assert refusal({**HELLO, "messages": messages}).code == "too_many_messages"
    assert len(read({**HELLO, "messages": messages}, 11).messages) == 11


def test_messages_are_read_with_all_that_they_hold() -> None:
    call = {"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    image = {"type": "image_url", "image_url": {"url": "data:x"}}
    asked = read(
        {
            **HELLO,
            "messages": [
                {"role": "developer", "content": "Be kind."},
                {"role": "user", "content": [{"type": "text", "text": "Look."}, image]},
                {"role": "assistant", "content": None, "tool_calls": [call], "name": "bot"},
                {"role": "tool", "tool_call_id": "c", "content": "done"},
                {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]},
            ],
        }
    )
    told, seen, called, done, refused = asked.messages
    assert [one.role for one in asked.messages] == [
        Role.SYSTEM,
        Role.USER,
        Role.ASSISTANT,
        Role.TOOL,
        Role.ASSISTANT,
    ]
    assert told.parts == (TextPart("Be kind.", Surface.SYSTEM),)
    assert seen.parts == (TextPart("Look."), OpaquePart("image", image))
    assert (called.tool_calls[0].id, called.name) == ("c", "bot")
    assert done.tool_call_id == "c"
    assert refused.text == "No."


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(VALUES, st.sampled_from(["model", "messages", "stream", "tools", "user", "n", "stop"]))
def test_whatever_is_sent_is_read_or_refused(value: Any, name: str) -> None:
    with suppress(RequestError):
        assert read({**HELLO, name: value}).messages
