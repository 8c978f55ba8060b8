"""JSON values as bytes, and as server-sent events (WHATWG HTML, section 9.2)."""

from __future__ import annotations

import json
from typing import Final

import orjson

from guardrails.gateway.problems import Problem

DONE: Final = b"data: [DONE]\n\n"
PING: Final = b": waiting\n\n"
"""A comment, which clients skip: whoever stands between sees that the stream is alive."""


def as_bytes(value: object) -> bytes:
    """Return *value* as JSON; half a pair of surrogates becomes an escape."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value).encode()


def event(value: object) -> bytes:
    """Return *value* as one event of a stream; one with a `type` is named by it."""
    name = value.get("type") if isinstance(value, dict) else None
    begin = f"event: {name}\n".encode() if isinstance(name, str) else b""
    return begin + b"data: " + as_bytes(value) + b"\n\n"


def error_event(problem: Problem) -> bytes:
    """Return *problem* as the last event of a stream: there is no `[DONE]` after it."""
    return event(problem.body)
