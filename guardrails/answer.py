"""A whole guarded reply, for callers that do not stream."""

from __future__ import annotations

from collections.abc import AsyncIterable, Sequence
from typing import Any

from guardrails.events import Aside, CoverageGap, Done, Escalated, Event, Reasoning, ToolCalled
from guardrails.messages import ToolCall


class Answer(str):
    """
    The text that the person may see, with what the guard knows of it.

    It is a string, so that it fits wherever the model's own reply did.

    Attributes:
        done: The last event of the turn.
        reasoning: Guarded text of the model's reasoning.
        tool_calls: Inspected tool calls.
        guardrails: The decisions and the receipt, as JSON values.
    """

    __slots__ = ("done", "guardrails", "reasoning", "tool_calls")

    done: Done
    guardrails: dict[str, Any]
    reasoning: str
    tool_calls: tuple[ToolCall, ...]

    @property
    def text(self) -> str:
        """The text itself."""
        return str(self)

    @classmethod
    def of(cls, events: Sequence[Event]) -> Answer:
        """Return the answer that *events* make; `Done` must be among them."""
        answer = cls("".join(event.text for event in events))
        answer.done = next(event for event in events if isinstance(event, Done))
        answer.reasoning = "".join(e.thought for e in events if isinstance(e, Reasoning))
        answer.tool_calls = tuple(e.call for e in events if isinstance(e, ToolCalled))
        answer.guardrails = told(events)
        return answer


def told(events: Sequence[Event]) -> dict[str, Any]:
    """
    Return what the caller is told of a turn, as JSON values without any text of the turn.

    Keys: `do`, `level`, `failed`, `decisions`, `receipt`, `escalated`, `coverage_gaps`, and
    `beside`, the policy's own texts that stand beside a reply that a program reads.
    """
    done = next((event for event in events if isinstance(event, Done)), None)
    return {
        "do": str(done.do) if done else None,
        "level": str(done.level) if done else None,
        "failed": done.failed if done else None,
        "decisions": [
            {
                "id": one.id,
                "side": str(one.side),
                "surface": str(one.surface),
                "at": list(one.at),
                "do": str(one.do),
                "rule": one.rule,
                **({"draft": one.draft} if one.draft > 1 else {}),
                "findings": [
                    {"category": category, "start": start, "end": end, "score": score}
                    for category, start, end, score in one.findings
                ],
            }
            for one in (done.decisions if done else ())
        ],
        "receipt": {
            "id": done.receipt.id,
            "seq": done.receipt.seq,
            "leaf": done.receipt.leaf,
            "origin": done.receipt.origin,
        }
        if done and done.receipt
        else None,
        "escalated": [
            {"id": e.id, "level": str(e.level), "to": e.to}
            for e in events
            if isinstance(e, Escalated)
        ],
        "coverage_gaps": [
            {"kind": e.kind, "what": str(e.what), "do": str(e.do)}
            for e in events
            if isinstance(e, CoverageGap)
        ],
        "beside": [e.said for e in events if isinstance(e, Aside)],
    }


async def answered(events: AsyncIterable[Event]) -> Answer:
    """Return the answer that a turn's *events* make."""
    return Answer.of([event async for event in events])
