"""Odd servers: what they send is put together, or told as a failure; nothing passes unread."""

import gzip
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any
from zlib import crc32

import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from tests.gateway.gates import Gate, chunk, gate, post
from tests.serving import DONE

CLAIM = "I missed you all day. How was it?"
KIND = "Welcome back! How was it?"
STOP = chunk({}, "stop")
END = [STOP, DONE]
FINE = {"delta": {"content": "Fine."}}


def said(text: Any) -> bytes:
    return chunk({"content": text})


def data(value: Any) -> bytes:
    return f"data: {json.dumps(value)}\n\n".encode()


def stream(*pieces: bytes) -> Callable[[], Response]:
    return lambda: StreamingResponse(iter(pieces), media_type="text/event-stream")


async def broken_off(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
    raise ConnectionResetError


def dying(*pieces: bytes) -> Callable[[], Response]:
    return lambda: StreamingResponse(broken_off(*pieces), media_type="text/event-stream")


def in_bytes(*pieces: bytes) -> Callable[[], Response]:
    return stream(*(bytes([one]) for one in b"".join(pieces)))


def lines(end: bytes) -> Callable[[], Response]:
    return stream(*(one.replace(b"\n", end) for one in (said(CLAIM), *END)))


def called(name: str = "f", id_: str = "a") -> list[bytes]:
    call = {"index": 0, "id": id_, "function": {"name": name, "arguments": "{}"}}
    return [chunk({"tool_calls": [call]}), chunk({}, "tool_calls"), DONE]


WHOLE = {"choices": [{"index": 0, "message": {"content": CLAIM}, "finish_reason": "stop"}]}
SAME: dict[str, Callable[[], Response]] = {
    "ends of lines as on a typewriter": lines(b"\r\n"),
    "carriage returns": lines(b"\r"),
    "no space after the colon": stream(said(CLAIM).replace(b"data: ", b"data:"), *END),
    "comments": stream(b": waiting\n\n", said(CLAIM), b":\n\n", *END),
    "other fields": stream(b"event: message\nid: 3\nretry: 9\n", said(CLAIM), *END),
    "bytes": in_bytes(said(CLAIM), *END),
    "no end but a reason": stream(said(CLAIM), STOP),
    "no reason but an end": stream(said(CLAIM), DONE),
    "a reason twice": stream(chunk({"content": CLAIM}, "stop"), STOP, DONE),
    "no index": stream(data({"choices": [{"delta": {"content": CLAIM}}]}), *END),
    "choices that are null": stream(data({"choices": None}), said(CLAIM), *END),
    "a delta that is null": stream(
        data({"choices": [{"index": 0, "delta": None}]}), said(CLAIM), *END
    ),
    "a list of parts": stream(said([{"type": "text", "text": CLAIM}]), *END),
    "a refusal": stream(chunk({"refusal": CLAIM}), *END),
    "another choice": stream(
        said(CLAIM), data({"choices": [{"index": 1, "delta": {"content": "And more."}}]}), *END
    ),
    "words after the end": stream(said(CLAIM), *END, said(" And more.")),
    "one object": lambda: JSONResponse(WHOLE),
    "one object after white space": lambda: Response(b"  \n " + json.dumps(WHOLE).encode()),
    "one object that says it is a stream": lambda: Response(
        json.dumps(WHOLE), media_type="text/event-stream"
    ),
    "compressed": lambda: Response(
        gzip.compress(said(CLAIM) + STOP + DONE), headers={"content-encoding": "gzip"}
    ),
    "a connection that breaks after the last word": dying(said(CLAIM), STOP),
}
FAILED: dict[str, Callable[[], Response]] = {
    "neither a reason nor an end": stream(said("Well now. ")),
    "nothing": stream(),
    "no JSON": stream(said("Well now. "), b"data: I missed you\n\n", *END),
    "a list": stream(data([1]), *END),
    "null": stream(b"data: null\n\n", *END),
    "choices that are text": stream(data({"choices": "x"}), *END),
    "a delta that is text": stream(data({"choices": [{"delta": "I missed you"}]}), *END),
    "content that is a number": stream(said(3), *END),
    "parts that are text": stream(said(["I missed you"]), *END),
    "a call of nothing": stream(chunk({"tool_calls": [{"index": 0, "function": None}]}), *END),
    "a call by a sentence": stream(*called("I missed you all day")),
    "a call whose id is a sentence": stream(*called(id_="I missed you all day")),
    "too deep": stream(b'data: {"choices":' + b"[" * 2000 + b"]" * 2000 + b"}\n\n", *END),
    "an error as text": stream(data({"error": "I missed you"})),
    "an error after words": stream(
        said("Well now. "), data({"error": {"message": "I missed you"}})
    ),
    "half an object": lambda: Response(json.dumps(WHOLE)[:60]),
    "a page": lambda: Response("<html>I missed you</html>", media_type="text/html"),
    "no content": lambda: Response(status_code=204),
    "somewhere else": lambda: Response(status_code=301, headers={"location": "http://x/"}),
    "a teapot": lambda: Response("I missed you", 418),
    "no compression": lambda: Response(b"x", headers={"content-encoding": "gzip"}),
    "a line without end": stream(*[b"data: " + b"x" * 1_000_000] * 17),
    "a connection that breaks at once": dying(),
    "a connection that breaks off": dying(said("Well now. And then, ")),
}
BESIDE: dict[str, Callable[[], Response]] = {
    "why it ended": stream(said("Fine."), chunk({}, "I missed you all day"), DONE),
    "the name of the model": stream(
        said("Fine."), data({"model": "I missed you", "choices": []}), *END
    ),
    "the name of the model at the end": stream(
        data(
            {
                "model": "I missed you",
                "choices": [{"delta": {"content": "Fine."}, "finish_reason": "stop"}],
            }
        ),
        DONE,
    ),
    "counts": stream(
        said("Fine."),
        STOP,
        data(
            {"choices": [], "usage": {"prompt_tokens": "I missed you", "x": {"y": "I missed you"}}}
        ),
        data({"choices": [], "usage": {"I missed you": 1, "total_tokens": 4}}),
        DONE,
    ),
    "words beside a picture": stream(
        chunk({"images": [{"type": "image_url", "image_url": {"url": "data:,"}, "text": CLAIM}]}),
        *END,
    ),
    "words of a sound": stream(chunk({"audio": {"id": "a", "transcript": CLAIM}}), *END),
    "quotations": stream(chunk({"content": "Fine.", "annotations": [{"title": CLAIM}]}), *END),
    "details of thoughts": stream(
        chunk({"content": "Fine.", "reasoning_details": [{"text": CLAIM}]}), *END
    ),
}
ALL = {**SAME, **FAILED, **BESIDE}


@pytest.fixture(scope="module")
def talking() -> Iterator[Gate]:
    with gate(lambda asked: ALL[asked["how"]]()) as running:
        yield running
    assert running.deployment.admission.running == 0


def asked(at: Gate, name: str, *, streamed: bool) -> tuple[int, str, str, Any]:
    """Return the status, the answer, what was said, and the error."""
    body = {"model": "m", "how": name, "stream": streamed}
    body |= {"messages": [{"role": "user", "content": "Hello."}]}
    body |= {"stream_options": {"include_usage": True}}
    headers = {"X-Candor-Session": str(crc32(f"{name} {streamed}".encode()))}
    answer = post(f"{at.base}/chat/completions", json=body, headers=headers)
    if answer.headers["content-type"] == "application/json":
        value = answer.json()
        words = value["choices"][0]["message"]["content"] if "choices" in value else ""
        return answer.status_code, answer.text, words or "", value.get("error")
    rows = [json.loads(row[6:]) for row in answer.text.split("\n\n") if row.startswith("data: {")]
    deltas = [row["choices"][0]["delta"] for row in rows if row.get("choices")]
    words = "".join(one.get("content") or "" for one in deltas)
    error = rows[-1].get("error")
    assert answer.text.endswith("data: [DONE]\n\n") == (error is None)
    return answer.status_code, answer.text, words, error


WAYS = pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])


@WAYS
@pytest.mark.parametrize("name", SAME)
def test_a_reply_is_the_same_however_its_server_writes_it(
    talking: Gate, name: str, streamed: bool
) -> None:
    status, text, words, error = asked(talking, name, streamed=streamed)
    assert (status, words, error) == (200, KIND, None), text


@WAYS
@pytest.mark.parametrize("name", FAILED)
def test_a_server_that_fails_is_told_without_its_words(
    talking: Gate, name: str, streamed: bool
) -> None:
    status, text, words, error = asked(talking, name, streamed=streamed)
    assert status == 502 or (streamed and status == 200 and words), text
    assert error["code"] == "upstream_failed"
    assert "missed" not in text


@WAYS
@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_a_reply_brings_no_words_past_the_guard(
    talking: Gate, name: str, streamed: bool
) -> None:
    status, text, words, error = asked(talking, name, streamed=streamed)
    assert (status, error) == (200, None), text
    assert words in {"Fine.", KIND}
    assert "missed" not in text
