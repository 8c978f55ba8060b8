"""The events of a guarded turn as a response of OpenAI's Responses API, whole or in events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from guardrails.events import Event, ToolCalled
from guardrails.gateway.released import TOLD, Released
from guardrails.messages import ToolCall

_OPENING: Final = ("created", "in_progress")
_EMPTY: Final[dict[str, Any]] = {
    "error": None,
    "incomplete_details": None,
    "instructions": None,
    "metadata": {},
    "parallel_tool_calls": True,
    "previous_response_id": None,
    "store": False,
    "temperature": None,
    "tool_choice": "auto",
    "tools": [],
    "top_p": None,
    "usage": None,
}
"""What a response has besides: nothing of the request is repeated."""


class ResponsesReply:
    """
    One reply in the shape of a response.

    Its output is a list of items: messages of text, and calls of functions, in the order in which
    they were released.

    Args:
        id: Of the reply.
        created: Unix time in seconds.
        model: Name of the model that was asked for.

    Attributes:
        last: What a stream ends with: nothing but its last event.
        released: What was released so far.
    """

    last: Final = b""

    def __init__(self, id: str, created: int, model: str) -> None:  # noqa: A002 - as the format has it
        self._id = id
        self._created = created
        self._model = model
        self.released = Released()
        self._output: list[dict[str, Any]] = []
        self._open = False
        self._pieces: list[str] = []
        self._number = len(_OPENING)

    def take(self, event: Event) -> None:
        """Keep *event* for the whole reply."""
        for _ in self.chunks(event):
            pass

    def whole(self) -> dict[str, Any]:
        """Return the reply that all events make; `Done` must be among them."""
        for _ in self._shut():
            pass
        return self._response()

    def opening(self) -> Iterator[dict[str, Any]]:
        """Yield the two events that a stream begins with, whenever they are asked for."""
        begun = {**self._base("in_progress"), "output": []}
        for number, name in enumerate(_OPENING):
            yield {"type": f"response.{name}", "sequence_number": number, "response": begun}

    def chunks(self, event: Event) -> Iterator[dict[str, Any]]:
        """Keep *event* and yield what it adds to a stream."""
        self.released.take(event)
        if isinstance(event, ToolCalled):
            yield from self._shut()
            yield from self._called(event.call)
        elif event.text:
            yield from self._said(event.text)

    def closing(self, *, usage: bool) -> Iterator[dict[str, Any]]:
        """Yield the events that a stream ends with; the *usage* is always in the last one."""
        del usage
        yield from self._shut()
        response = self._response()
        yield self._event(f"response.{response['status']}", response=response)

    def _said(self, text: str) -> Iterator[dict[str, Any]]:
        if not self._open:
            self._open = True
            item = self._item("msg", "message", role="assistant", content=[])
            self._output.append(item)
            yield self._event("response.output_item.added", **self._place(), item=item)
            yield self._event("response.content_part.added", **self._within(), part=_part(""))
        self._pieces.append(text)
        yield self._event("response.output_text.delta", **self._within(), delta=text, logprobs=[])

    def _shut(self) -> Iterator[dict[str, Any]]:
        """Yield the end of the message that is open, if one is."""
        if not self._open:
            return
        self._open = False
        text, where = "".join(self._pieces), self._within()
        self._pieces.clear()
        part = _part(text)
        item = {**self._output[-1], "content": [part], "status": "completed"}
        self._output[-1] = item
        yield self._event("response.output_text.done", **where, text=text, logprobs=[])
        yield self._event("response.content_part.done", **where, part=part)
        yield self._event("response.output_item.done", **self._place(), item=item)

    def _called(self, call: ToolCall) -> Iterator[dict[str, Any]]:
        item = self._item("fc", "function_call", call_id=call.id, name=call.name, arguments="")
        self._output.append(item)
        where = {**self._place(), "item_id": item["id"]}
        yield self._event("response.output_item.added", **self._place(), item=item)
        arguments = call.arguments
        yield self._event("response.function_call_arguments.delta", **where, delta=arguments)
        yield self._event(
            "response.function_call_arguments.done", **where, name=call.name, arguments=arguments
        )
        done = self._output[-1] = {**item, "arguments": arguments, "status": "completed"}
        yield self._event("response.output_item.done", **self._place(), item=done)

    def _item(self, mark: str, kind: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
        number = len(self._output)
        name = f"{mark}_{self._id.rpartition('_')[2]}_{number}"
        return {"id": name, "type": kind, "status": "in_progress", **fields}

    def _place(self) -> dict[str, Any]:
        return {"output_index": len(self._output) - 1}

    def _within(self) -> dict[str, Any]:
        return {**self._place(), "item_id": self._output[-1]["id"], "content_index": 0}

    def _event(self, kind: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
        number = self._number
        self._number += 1
        return {"type": kind, "sequence_number": number, **fields}

    def _base(self, status: str, model: str | None = None) -> dict[str, Any]:
        about = {"id": self._id, "object": "response", "created_at": self._created}
        return {**_EMPTY, **about, "model": model or self._model, "status": status}

    def _response(self) -> dict[str, Any]:
        done = self.released.done
        cut = done.finish_reason == "length"
        status = "incomplete" if cut else "completed"
        value = self._base(status, done.metadata.get("model"))
        value["output"] = list(self._output)
        if cut:
            value["incomplete_details"] = {"reason": "max_output_tokens"}
        value["usage"] = _usage(self.released.usage)
        value[TOLD] = self.released.told
        return value


def _part(text: str) -> dict[str, Any]:
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}


def _usage(counts: dict[str, Any] | None) -> dict[str, Any] | None:
    if counts is None:
        return None
    asked, said = counts.get("prompt_tokens", 0), counts.get("completion_tokens", 0)
    held = counts.get("prompt_tokens_details") or {}
    thought = counts.get("completion_tokens_details") or {}
    return {
        "input_tokens": asked,
        "input_tokens_details": {"cached_tokens": held.get("cached_tokens") or 0},
        "output_tokens": said,
        "output_tokens_details": {"reasoning_tokens": thought.get("reasoning_tokens") or 0},
        "total_tokens": counts.get("total_tokens", asked + said),
    }
