"""The JSON lines of `candor inspect`: a request in, a result or an error out."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from guardrails.context import TurnContext
from guardrails.messages import Side

if TYPE_CHECKING:
    from guardrails.inspecting import Inspected

Inspect: TypeAlias = "Callable[[str, Side, TurnContext], Awaitable[Inspected]]"
"""Inspects one text."""

SIDES = {"user": Side.INPUT, "model": Side.OUTPUT}
"""Who a text is from, and so which way it goes."""


class LineError(Exception):
    """A line is not a request; the message says why, without the line's words."""


@dataclass(frozen=True, slots=True)
class Request:
    """
    One text to inspect.

    Attributes:
        id: The caller's, handed back as it came: a string, an integer or None.
        text: What was said.
        side: Which way it goes.
        session: Lines that share it are one conversation; None stands alone.
        locale: BCP 47 tag, or None.
        country: ISO 3166-1 alpha-2 code, or None.
        subject: Id of the person, or None.
        question: What the person had said, if the text is a reply to it; or None.
    """

    id: str | int | None
    text: str = field(repr=False)
    side: Side
    session: str | None = None
    locale: str | None = None
    country: str | None = None
    subject: str | None = None
    question: str | None = field(default=None, repr=False)

    def context(self, alone: str) -> TurnContext:
        """Return the context of its turn; *alone* names the session if the line does not."""
        return TurnContext(
            session_id=self.session if self.session is not None else alone,
            subject_id=self.subject,
            locale=self.locale,
            country=self.country,
        )


async def looked_at(request: Request, inspect: Inspect, alone: str) -> Inspected:
    """
    Return what *inspect* makes of *request*, after what it answers if that is told.

    Args:
        request: The text.
        inspect: Inspects one text.
        alone: Names its session if the request does not.

    Raises:
        GuardrailsError: One of the two could not be inspected.
    """
    context = request.context(alone)
    if request.question is not None:
        await inspect(request.question, Side.INPUT, context)
    return await inspect(request.text, request.side, context)


def read_line(line: bytes) -> Request:
    """
    Return the request in one line of JSON. Other keys than ours are passed over.

    Raises:
        LineError: It is not UTF-8, not a JSON object, or a key is missing or wrong.
    """
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        msg = f"not UTF-8 at byte {error.start + 1}"
        raise LineError(msg) from None
    except json.JSONDecodeError as error:
        msg = f"not JSON at character {error.pos + 1}: {error.msg}"
        raise LineError(msg) from None
    except (RecursionError, ValueError):
        msg = "not JSON that can be read: nested or numbered beyond reason"
        raise LineError(msg) from None
    if not isinstance(value, dict):
        msg = "not a JSON object"
        raise LineError(msg)
    said_by = _string(value, "from")
    if said_by not in SIDES:
        msg = 'from: "user" or "model" is needed'
        raise LineError(msg)
    text = _string(value, "text")
    if text is None:
        msg = "text: a string is needed"
        raise LineError(msg)
    question = _string(value, "question")
    if question is not None and SIDES[said_by] is Side.INPUT:
        msg = 'question: goes with from: "model", whose reply answers it'
        raise LineError(msg)
    return Request(
        id=_id(value.get("id")),
        text=text,
        side=SIDES[said_by],
        session=_string(value, "session"),
        locale=_string(value, "locale"),
        country=_string(value, "country"),
        subject=_string(value, "subject"),
        question=question,
    )


def _id(value: object) -> str | int | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    msg = "id: a string or an integer is needed"
    raise LineError(msg)


def _string(value: dict[str, Any], key: str) -> str | None:
    one = value.get(key)
    if one is not None and not isinstance(one, str):
        msg = f"{key}: a string is needed"
        raise LineError(msg)
    return one


def result_value(request: Request, result: Inspected) -> dict[str, Any]:
    """Return *result* as the JSON value that is printed for *request*."""
    return {
        "id": request.id,
        "do": str(result.do),
        "rule": result.rule,
        "findings": [
            {"category": category, "start": start, "end": end, "score": score}
            for category, start, end, score in result.findings
        ],
        "text": result.text,
        "reply": result.reply,
        "level": None if result.level is None else str(result.level),
        "escalate": result.escalate,
        "failed": [{"detector": name, "why": why} for name, why in result.failed],
        "uncovered": list(result.uncovered),
    }


def error_value(number: int, message: str) -> dict[str, Any]:
    """Return the JSON value that is printed for line *number* (from 1) if it failed."""
    return {"line": number, "error": message}


def written(value: dict[str, Any]) -> bytes:
    """Return *value* as one line of UTF-8; a lone surrogate stays a JSON escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"
