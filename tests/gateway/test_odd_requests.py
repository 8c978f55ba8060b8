"""Odd requests: each is served or refused in OpenAI's shape, and says what is wrong with it."""

import json
from collections.abc import Iterator
from typing import Any
from zlib import crc32

import pytest

from tests.gateway.gates import SESSION, Gate, gate, post, saying

MAIL = "jo@example.org"
HEADERS = {**SESSION, "content-type": "application/json"}
SAID: Any = [{"role": "user", "content": "Hello."}]
CALL = {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}


def user(content: Any) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": content}]}


def after(assistant: dict[str, Any], *more: dict[str, Any]) -> dict[str, Any]:
    return {"messages": [*SAID, {"role": "assistant", **assistant}, *more]}


def nested(depth: int) -> bytes:
    form = '{"a":' * depth + "1" + "}" * depth
    return f'{{"model":"m","messages":{json.dumps(SAID)},"response_format":{form}}}'.encode()


def text(content: str) -> bytes:
    return f'{{"model":"m","messages":[{{"role":"user","content":"{content}"}}]}}'.encode()


PLAIN = text("Hi")
BODIES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "invalid_json"),
    "half an object": (b"{", "invalid_json"),
    "more than an object": (PLAIN + b" x", "invalid_json"),
    "latin-1": (text("é").decode().encode("latin-1"), "invalid_json"),
    "utf-16": (PLAIN.decode().encode("utf-16"), "invalid_json"),
    "utf-16 without a mark": (PLAIN.decode().encode("utf-16-le"), "invalid_json"),
    "utf-32": (PLAIN.decode().encode("utf-32"), "invalid_json"),
    "half a pair of surrogates as bytes": (
        text("a ").replace(b"a ", b"\xed\xa0\xbd"),
        "invalid_json",
    ),
    "not a number": (PLAIN[:-1] + b',"temperature":NaN}', "invalid_json"),
    "a number without end": (PLAIN[:-1] + b',"seed":' + b"9" * 5000 + b"}", "invalid_json"),
    "infinity": (PLAIN[:-1] + b',"temperature":1e999}', "unsupported_value"),
    "too deep": (nested(3000), "invalid_json"),
    "deeper": (nested(100_000), "invalid_json"),
    "null": (b"null", "invalid_body"),
    "a list": (b"[]", "invalid_body"),
    "a number": (b"3", "invalid_body"),
    "a string": (b'"x"', "invalid_body"),
    "with a byte order mark": (b"\xef\xbb\xbf" + PLAIN, ""),
    "half a pair as an escape": (text("a \\ud83d b"), ""),
    "half a pair in a name": (PLAIN[:-1] + b',"\\ud83d":1}', ""),
    "a zero character": (text("a\\u0000b"), ""),
    "deep, but not too deep": (nested(300), ""),
    "a large number": (PLAIN[:-1] + b',"seed":' + b"9" * 400 + b"}", ""),
    "messages twice": (b'{"model":"m","messages":[],' + PLAIN[13:], ""),
}

REQUESTS: dict[str, tuple[dict[str, Any], str]] = {
    "no messages": ({"messages": None}, "invalid_value"),
    "no message": ({"messages": []}, "invalid_value"),
    "messages that are text": ({"messages": "Hello."}, "invalid_value"),
    "a message that is text": ({"messages": ["Hello."]}, "invalid_value"),
    "a message that is null": ({"messages": [None]}, "invalid_value"),
    "a message without a role": ({"messages": [{"content": "x"}]}, "invalid_value"),
    "a role that there is not": (
        {"messages": [{"role": "human", "content": "x"}]},
        "invalid_value",
    ),
    "a developer": ({"messages": [{"role": "developer", "content": "Be kind."}, *SAID]}, ""),
    "a system alone": ({"messages": [{"role": "system", "content": "Be kind."}]}, ""),
    "an assistant last": (after({"content": "Well,"}), ""),
    "a tool first": ({"messages": [{"role": "tool", "tool_call_id": "a", "content": "x"}]}, ""),
    "a tool's answer to nothing": (
        after({"tool_calls": [CALL]}, {"role": "tool", "tool_call_id": "", "content": "x"}),
        "invalid_value",
    ),
    "a custom tool's call": (
        after({"tool_calls": [{"type": "custom", "id": "a"}]}),
        "invalid_value",
    ),
    "a call whose arguments are no JSON": (
        after({"tool_calls": [{**CALL, "function": {"name": "f", "arguments": f"{{ {MAIL}"}}]}),
        "",
    ),
    "no tool calls": (after({"content": "x", "tool_calls": None}, *SAID), ""),
    "an empty assistant": (after({"content": None}, *SAID), ""),
    "an assistant that refused": (after({"content": None, "refusal": f"Not {MAIL}."}, *SAID), ""),
    "an assistant that thought": (after({"content": "x", "reasoning_content": MAIL}, *SAID), ""),
    "content that is null": (user(None), "invalid_value"),
    "content that is a number": (user(3), "invalid_value"),
    "content that is an object": (user({"type": "text", "text": "x"}), "invalid_value"),
    "no words": (user(""), ""),
    "white space": (user(" \n"), ""),
    "no parts": (user([]), ""),
    "a part that is text": (user(["x"]), "invalid_value"),
    "a part of text without any": (user([{"type": "text"}]), "invalid_value"),
    "a part of text that is null": (user([{"type": "text", "text": None}]), "invalid_value"),
    "a value in two parts": (
        user([{"type": "text", "text": "jo@exam"}, {"type": "text", "text": "ple.org"}]),
        "",
    ),
    "a note beside a text": (user([{"type": "text", "text": "x", "note": MAIL}]), ""),
    "a part of another kind": (user([{"type": "memo", "memo": MAIL}]), ""),
    "words beside a picture": (
        user([{"type": "image_url", "image_url": {"url": "data:,"}, "text": MAIL}]),
        "unsupported_value",
    ),
    "words beside a sound": (
        user([{"type": "input_audio", "input_audio": {}, "transcript": MAIL}]),
        "unsupported_value",
    ),
    "a speaker's name": ({"messages": [{"role": "user", "name": MAIL, "content": "x"}]}, ""),
    "two replies": ({"n": 2}, "unsupported_parameter"),
    "no reply": ({"n": 0}, "unsupported_parameter"),
    "a reply that is true": ({"n": True}, "unsupported_parameter"),
    "logprobs": ({"logprobs": True}, "unsupported_parameter"),
    "top logprobs": ({"top_logprobs": 2}, "unsupported_parameter"),
    "sound": ({"modalities": ["text", "audio"]}, "unsupported_parameter"),
    "a voice": ({"audio": {"voice": "x", "format": "wav"}}, "unsupported_parameter"),
    "the web": ({"web_search_options": {"user_location": None}}, "unsupported_parameter"),
    "the web as it comes": ({"web_search_options": {}}, "unsupported_parameter"),
    "functions": ({"functions": [{"name": "f"}]}, "unsupported_parameter"),
    "a custom tool": ({"tools": [{"type": "custom"}]}, "unsupported_value"),
    "a tool without a function": ({"tools": [{"type": "function"}]}, "invalid_value"),
    "tools that are text": ({"tools": "x"}, "invalid_value"),
    "no tools": ({"tools": []}, ""),
    "a stream that is text": ({"stream": "yes"}, "invalid_value"),
    "stream options that are a list": ({"stream": True, "stream_options": []}, "invalid_value"),
    "no model": ({"model": ""}, "invalid_value"),
    "a model that is a number": ({"model": 3}, "invalid_value"),
    "a long model": ({"model": "m" * 300}, "invalid_value"),
    "a person that is a number": ({"user": 3}, "invalid_value"),
    "a person in two lines": ({"user": "a\nb"}, ""),
    "a thousand and one": ({"messages": SAID * 1001}, "too_many_messages"),
    "stop": ({"stop": ["\n"], "seed": 1, "logit_bias": {"1": 2}, "max_tokens": 5}, ""),
    "a schema": (
        {"response_format": {"type": "json_schema", "json_schema": {"name": "x", "schema": {}}}},
        "",
    ),
}


@pytest.fixture(scope="module")
def talking() -> Iterator[Gate]:
    with gate(saying("I missed you all day. How was it?")) as running:
        yield running
    assert running.deployment.admission.running == 0


def check(at: Gate, body: bytes, code: str, name: str) -> None:
    at.upstream.seen.clear()
    headers = {**HEADERS, "X-Candor-Session": str(crc32(name.encode()))}
    answer = post(f"{at.base}/chat/completions", content=body, headers=headers)
    assert "missed" not in answer.text
    assert MAIL not in json.dumps(at.upstream.seen)
    if not code:
        assert answer.status_code == 200, answer.text
        return
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, code), answer.text
    assert set(error) == {"message", "type", "param", "code"}
    assert MAIL not in answer.text
    assert at.upstream.seen == []


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_json_in_utf_8_or_refused(talking: Gate, name: str) -> None:
    body, code = BODIES[name]
    check(talking, body, code, name)


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_is_served_or_refused_by_its_place(
    talking: Gate, name: str, stream: bool
) -> None:
    value, code = REQUESTS[name]
    asked = {"model": "m", "messages": SAID, "stream": stream, **value}
    check(talking, json.dumps(asked).encode(), code, f"{name} {stream}")


def test_a_refusal_names_the_part_that_is_at_fault(talking: Gate) -> None:
    table: list[tuple[dict[str, Any], str]] = [
        (user([{"type": "text"}]), "messages.0.content.0.text"),
        (
            user([{"type": "text", "text": "x"}, {"type": "image_url", "text": "y"}]),
            "messages.0.content.1.text",
        ),
        ({"web_search_options": {}}, "web_search_options"),
    ]
    for value, where in table:
        body = {"model": "m", "messages": SAID, **value}
        answer = post(f"{talking.base}/chat/completions", json=body, headers=SESSION)
        assert answer.json()["error"]["param"] == where
    item = {"role": "user", "content": [{"type": "input_text"}]}
    body = {"model": "m", "input": [item]}
    answer = post(f"{talking.base}/responses", json=body, headers=SESSION)
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == "input.0.content.0.text"


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("responses", {"input": [{"role": "user", "content": [{"type": [MAIL]}]}]}, "input.0"),
        ("responses", {"input": [{"type": [MAIL], "role": "user", "content": "x"}]}, "input.0"),
        ("responses", {"input": [{"role": MAIL, "content": "x"}]}, "input.0.role"),
        ("chat/completions", user([{"type": [MAIL], "text": "x"}]), "messages.0.content.0.type"),
        ("chat/completions", {"messages": [{"role": MAIL, "content": "x"}]}, "messages.0"),
        ("chat/completions", {"messages": [{"role": [MAIL], "content": "x"}]}, "messages.0"),
    ],
)
def test_a_kind_or_a_role_that_there_is_not_is_refused_and_not_repeated(
    talking: Gate, path: str, value: dict[str, Any], where: str
) -> None:
    body = {"model": "m", **value}
    answer = post(f"{talking.base}/{path}", json=body, headers=SESSION)
    error = answer.json()["error"]
    assert answer.status_code == 400, answer.text
    assert error["param"].startswith(where)
    assert MAIL not in answer.text
