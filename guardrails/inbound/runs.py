"""What a model reads in one piece of a message, and which messages a turn answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from guardrails.mending import mended
from guardrails.messages import Message, OpaquePart, Part, Role, Surface, TextPart


def runs(parts: Iterable[Part]) -> Iterator[tuple[TextPart, ...] | OpaquePart]:
    """
    Yield what the model reads in one piece: parts of text side by side, on one surface.

    A value may begin in one part and end in the next.
    """
    run: list[TextPart] = []
    for part in parts:
        if run and (isinstance(part, OpaquePart) or part.surface is not run[0].surface):
            yield tuple(run)
            run = []
        if isinstance(part, OpaquePart):
            yield part
        else:
            run.append(part)
    if run:
        yield tuple(run)


def joined(run: Sequence[TextPart]) -> TextPart:
    """Return the parts of *run* as one part."""
    return run[0] if len(run) == 1 else TextPart("".join(p.text for p in run), run[0].surface)


def kept(run: Sequence[TextPart], part: TextPart, hidden: str) -> Sequence[TextPart]:
    """
    Return the parts of *run* as they were, or one part if something in them is hidden.

    Args:
        run: The parts.
        part: The same as one part.
        hidden: Its text as the model may see it.
    """
    return run if hidden == part.text else (TextPart(hidden, part.surface),)


def last_said(messages: Sequence[Message]) -> str | None:
    """Return the person's last words, or None if they said none."""
    for message in reversed(messages):
        if message.role is not Role.USER:
            continue
        for run in reversed(list(runs(message.parts))):
            if not isinstance(run, OpaquePart) and run[0].surface is Surface.TEXT:
                return mended(joined(run).text)
    return None


def current(messages: Sequence[Message]) -> int:
    """Return the index of the first message that this turn answers."""
    end = len(messages)
    while end and messages[end - 1].role is Role.ASSISTANT:
        end -= 1
    while end and messages[end - 1].role is not Role.ASSISTANT:
        end -= 1
    return end
