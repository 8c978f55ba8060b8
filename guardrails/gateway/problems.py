"""Errors in the shape that OpenAI's clients read, without a word of the conversation."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guardrails.errors import (
    AnsweredError,
    GuardrailsError,
    InputTooLongError,
    LogWriteError,
    ModelError,
    RefusedError,
    RequestError,
    SessionBusyError,
)

_BY_CALLER = frozenset({400, 404, 409, 413, 415, 422, 429})
"""What the upstream says of the request itself; it holds for the caller as well."""

_LATE = ("Timeout", "silence")
_UNKNOWN = 401
_UNAVAILABLE = 503
_TOO_MANY = 429
_SERVER = 500


@dataclass(frozen=True, slots=True)
class Problem:
    """
    An HTTP error.

    Attributes:
        status: HTTP status.
        code: Short name of the reason.
        message: What happened and what to do.
        param: Name of the part of the request that is at fault, or None.
        headers: For the response.
        say: The policy's text that the person must see, or "".
    """

    status: int
    code: str
    message: str
    param: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    say: str = field(default="", repr=False)

    @property
    def body(self) -> dict[str, Any]:
        """The error as a JSON value."""
        error: dict[str, Any] = {
            "message": self.message,
            "type": _type(self.status),
            "param": self.param,
            "code": self.code,
        }
        if self.say:
            error["say"] = self.say
        return {"error": error}


def problem_of(error: BaseException) -> Problem:  # noqa: PLR0911 - a table
    """Return what a caller is told of *error*."""
    match error:
        case RefusedError():
            headers = _headers(error.retry_after)
            if error.status == _UNKNOWN:
                headers["www-authenticate"] = "Bearer"  # RFC 9110, section 11.6.1
            return Problem(error.status, error.code, str(error), error.param, headers)
        case InputTooLongError():
            code = "context_length_exceeded"
            return Problem(400, code, str(error), "messages", say=error.say)
        case SessionBusyError():
            return Problem(409, "session_busy", str(error), headers=_headers(1))
        case RequestError():
            return Problem(400, "unsupported_value", str(error))
        case ModelError():
            return _upstream(error)
        case LogWriteError():
            return Problem(_UNAVAILABLE, "log_unwritable", str(error), headers=_headers(5))
        case AnsweredError():
            return Problem(409, "answered", str(error), say=error.say)
        case GuardrailsError():
            return Problem(_UNAVAILABLE, "unavailable", str(error), headers=_headers(5))
        case _:
            said = f"an error of this gateway: {type(error).__name__}"
            return Problem(_SERVER, "internal_error", said)


def _upstream(error: ModelError) -> Problem:
    """Return a failure of the model: what the caller can mend keeps its status."""
    said = f"the model behind this gateway failed: {_cause(error)}"
    if error.status in _BY_CALLER:
        wait = _headers(error.retry_after or 1) if error.status == _TOO_MANY else {}
        return Problem(error.status, "upstream_refused", said, headers=wait)
    if error.kind.endswith(_LATE):
        return Problem(504, "upstream_timeout", said)
    if error.status == _UNAVAILABLE:
        wait = _headers(error.retry_after)
        return Problem(_UNAVAILABLE, "upstream_unavailable", said, headers=wait)
    return Problem(502, "upstream_failed", said)


def _cause(error: ModelError) -> str:
    return error.kind if error.status is None else f"{error.kind} (HTTP {error.status})"


def _headers(retry_after: float | None) -> dict[str, str]:
    return {} if retry_after is None else {"retry-after": str(max(1, math.ceil(retry_after)))}


def _type(status: int) -> str:
    match status:
        case 401:
            return "authentication_error"
        case 403:
            return "permission_error"
        case 404:
            return "not_found_error"
        case 429:
            return "rate_limit_error"
        case _:
            return "server_error" if status >= _SERVER else "invalid_request_error"
