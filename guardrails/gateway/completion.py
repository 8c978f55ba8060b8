"""The events of a guarded turn as a chat completion, whole or in chunks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guardrails.events import Done, Event, Passed, Reasoning, ToolCalled
from guardrails.gateway import wire
from guardrails.gateway.released import TOLD, Released
from guardrails.messages import OpaquePart, ToolCall

_REASONS: Final = frozenset({"stop", "length", "tool_calls"})


class Completion:
    """
    One reply in the shape of a chat completion.

    Args:
        id: Of the reply.
        created: Unix time in seconds.
        model: Name of the model that was asked for.

    Attributes:
        last: What a stream ends with.
        released: What was released so far.
    """

    last: Final = wire.DONE

    def __init__(self, id: str, created: int, model: str) -> None:  # noqa: A002 - as the format has it
        self._id = id
        self._created = created
        self._model = model
        self.released = Released()
        self._calls = 0

    def take(self, event: Event) -> None:
        """Keep *event* for the whole reply, or for the end of a stream."""
        self.released.take(event)

    def whole(self) -> dict[str, Any]:
        """Return the reply that all events make; `Done` must be among them."""
        made, done = self.released, self.released.done
        message: dict[str, Any] = {"role": "assistant", "content": made.text, "refusal": None}
        thoughts = "".join(e.thought for e in made.events if isinstance(e, Reasoning))
        if thoughts:
            message["reasoning_content"] = thoughts
        if made.calls:
            message["content"] = message["content"] or None
            message["tool_calls"] = list(map(_call, made.calls))
        if parts := [e.part for e in made.events if isinstance(e, Passed)]:
            message["images"] = list(map(_value, parts))
        value = self._base("chat.completion", done)
        choice = {"index": 0, "message": message, "logprobs": None}
        value["choices"] = [{**choice, "finish_reason": self._reason(done)}]
        if made.usage is not None:
            value["usage"] = made.usage
        value[TOLD] = made.told
        return value

    def opening(self) -> Iterator[dict[str, Any]]:
        """Yield the chunk that a stream begins with."""
        yield self._chunk({"role": "assistant", "content": ""})

    def chunks(self, event: Event) -> Iterator[dict[str, Any]]:
        """Keep *event* and yield what it adds to a stream."""
        self.take(event)
        match event:
            case Reasoning():
                yield self._chunk({"reasoning_content": event.thought})
            case ToolCalled():
                yield self._chunk({"tool_calls": [{"index": self._calls, **_call(event.call)}]})
                self._calls += 1
            case Passed():
                yield self._chunk({"images": [_value(event.part)]})
            case _ if event.text:
                yield self._chunk({"content": event.text})
            case _:
                pass

    def closing(self, *, usage: bool) -> Iterator[dict[str, Any]]:
        """Yield the chunks that a stream ends with; with its *usage*, if that is known."""
        made, done = self.released, self.released.done
        yield {**self._chunk({}, done), TOLD: made.told}
        if usage and (counts := made.usage) is not None:
            yield {**self._base("chat.completion.chunk", done), "choices": [], "usage": counts}

    def _chunk(self, delta: Mapping[str, Any], done: Done | None = None) -> dict[str, Any]:
        reason = None if done is None else self._reason(done)
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
        return {**self._base("chat.completion.chunk", done), "choices": [choice]}

    def _base(self, kind: str, done: Done | None) -> dict[str, Any]:
        model = self._model if done is None else done.metadata.get("model", self._model)
        return {"id": self._id, "object": kind, "created": self._created, "model": model}

    def _reason(self, done: Done) -> str:
        """
        Return why the reply ended, in the words that clients know.

        A reply that the policy ended is a reply, and often the one that matters most: it is
        no `content_filter`, at which clients throw away what was said.
        """
        if self.released.calls:
            return "tool_calls"
        return done.finish_reason if done.finish_reason in _REASONS else "stop"


def _call(call: ToolCall) -> dict[str, Any]:
    function = {"name": call.name, "arguments": call.arguments}
    return {"id": call.id, "type": "function", "function": function}


def _value(part: OpaquePart) -> object:
    return part.value
