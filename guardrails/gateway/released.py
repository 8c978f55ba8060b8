"""What a turn has released so far, in whatever form it is told."""

from __future__ import annotations

from typing import Any, Final

from guardrails.answer import told
from guardrails.events import Done, Event, ToolCalled
from guardrails.messages import ToolCall

TOLD: Final = "guardrails"
"""Key under which a reply says what the guard did; in a stream at its end only."""

_NO_TOKENS: Final = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}


class Released:
    """
    The events of one turn.

    Attributes:
        events: In the order in which they came.
    """

    def __init__(self) -> None:
        self.events: list[Event] = []

    def take(self, event: Event) -> None:
        """Keep *event*."""
        self.events.append(event)

    @property
    def text(self) -> str:
        """The text that was released so far."""
        return "".join(event.text for event in self.events)

    @property
    def calls(self) -> list[ToolCall]:
        """The tool calls that were released so far."""
        return [event.call for event in self.events if isinstance(event, ToolCalled)]

    @property
    def done(self) -> Done:
        """The last event of the turn, which must have come."""
        return next(event for event in reversed(self.events) if isinstance(event, Done))

    @property
    def usage(self) -> dict[str, Any] | None:
        """The token counts; none were used if nobody was asked, None if nobody said."""
        done = self.done
        if not done.called:
            return dict(_NO_TOKENS)
        return None if done.usage is None else dict(done.usage)

    @property
    def told(self) -> dict[str, Any]:
        """What the guard did, for whoever reads the reply."""
        return {**told(self.events), "finish_reason": self.done.finish_reason}
