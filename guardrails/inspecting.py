"""One text through the guard, with no model behind it: for trying and measuring."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from guardrails.answer import Answer
from guardrails.context import TurnContext
from guardrails.decisions import Do
from guardrails.events import READABLE, CoverageGap, Made, Replaced
from guardrails.findings import Level
from guardrails.messages import Chunk, Message, Role, Side, TextChunk
from guardrails.models.base import ModelRequest
from guardrails.turns import Turns


@dataclass(frozen=True, slots=True)
class Inspected:
    """
    What the guard would do with one text.

    Attributes:
        do: The strongest action.
        rule: The rule that it comes from, or None.
        findings: Category, start, stop (code points of the text) and score of
            everything that fired a rule.
        text: What the model would get (of a user's text) or the person (of a model's).
        reply: What is shown instead of calling the model, or None.
        also: What the policy adds to the model's reply, or None.
        failed: Name of each detector that could not look, and why, in a few words.
        uncovered: What nobody looked for in it, such as `claims in Polish, Latin script`.
        level: Crisis level, or None if nothing was found.
        escalate: Whether a human is to be told.
    """

    do: Do
    rule: str | None
    findings: tuple[tuple[str, int, int, int], ...]
    text: str = field(repr=False)
    reply: str | None = field(repr=False)
    level: Level | None
    escalate: bool
    also: str | None = field(default=None, repr=False)
    failed: tuple[tuple[str, str], ...] = ()
    uncovered: tuple[str, ...] = ()


class _Recorder:
    """A model that says one prepared thing and keeps what it was asked."""

    def __init__(self, reply: str) -> None:
        self._reply = reply
        self.asked: Message | None = None

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """Yield the prepared reply."""
        self.asked = request.messages[-1] if request.messages else None
        if self._reply:
            yield TextChunk(self._reply)


async def inspect(turns: Turns, text: str, side: Side, context: TurnContext) -> Inspected:
    """
    Return what the guard does with *text*; the session moves on as in a real turn.

    Args:
        turns: The guard's.
        text: A user's message or a model's reply.
        side: `input` for a user's message, `output` for a model's reply to the
            session's last message.
        context: Whose turn it is.

    Raises:
        InputTooLongError: A user's message is longer than the policy takes.
    """
    from_user = side is Side.INPUT
    model = _Recorder("" if from_user else text)
    messages = (Message.of(Role.USER, text),) if from_user else ()
    events = [event async for event in turns.run(model, ModelRequest(messages), context)]
    answer = Answer.of(events)
    all_gaps = [one for one in events if isinstance(one, CoverageGap)]
    gaps = [one for one in all_gaps if one.kind == "detector"]
    added = [one.text for one in events if isinstance(one, Replaced) and one.do is Do.ADD]
    done = answer.done
    mine = [one for one in done.decisions if one.side == side]
    first = _strongest(mine)
    seen = text if model.asked is None else model.asked.text
    return Inspected(
        do=first.do if first else done.do,
        rule=first.rule if first else None,
        findings=tuple(sorted({f for one in mine for f in one.findings}, key=_place)),
        text=seen if from_user else answer.text,
        reply=answer.text if from_user and not done.called else None,
        level=done.level if from_user and done.level is not Level.NONE else None,
        escalate=done.escalate,
        also="".join(added).strip() or None if from_user and done.called else None,
        failed=tuple(dict.fromkeys((one.what, one.why) for one in gaps)),
        uncovered=tuple(sorted({one.what for one in all_gaps if one.kind in READABLE})),
    )


def _place(finding: tuple[str, int, int, int]) -> tuple[int, int, str]:
    return finding[1], finding[2], finding[0]


def _strongest(made: list[Made]) -> Made | None:
    return max(made, key=lambda one: one.do, default=None)
