"""What `candor chat --show` prints beside a reply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guardrails.cli.printing import plain
from guardrails.events import Done, Made
from guardrails.messages import Surface
from guardrails.models.base import ModelRequest

_WIDTH = 11
_WHERE = {
    Surface.SYSTEM: "system prompt",
    Surface.TOOL_RESULT: "tool's result",
    Surface.TOOL_ARGUMENT: "tool's argument",
    Surface.REASONING: "reasoning",
}


def shown(
    line: str, asked: ModelRequest | None, said: Sequence[str], released: str, done: Done
) -> Iterator[str]:
    """
    Yield the rows of one turn.

    Args:
        line: What the person said.
        asked: What the model was asked, or None if it was not.
        said: What the model answered, in pieces.
        released: What the person saw.
        done: The last event of the turn.
    """
    for made in done.decisions:
        yield from _decision(made)
    if not done.decisions:
        yield _row("found", "nothing that a rule acts on")
    if asked is None:
        yield _row("model", "was not asked")
    else:
        seen = asked.messages[-1].text if asked.messages else ""
        yield _row("model saw", "the message as it was" if seen == line else seen)
        yield _row("model said", "".join(said))
    same = asked is not None and "".join(said) == released
    yield _row("released", "all of it, unchanged" if same else released)
    if done.receipt is not None:
        yield _row("record", f"{done.receipt.seq} ({done.receipt.id})")


def _decision(made: Made) -> Iterator[str]:
    side = _WHERE.get(made.surface) or ("message" if made.side == "input" else "reply")
    for category, start, stop, score in made.findings:
        yield _row("found", f"{category} {score / 100:.0f} % in the {side} at {start}-{stop}")
    yield _row("decided", f"{made.do} by rule {made.rule}" if made.rule else str(made.do))


def _row(name: str, text: str) -> str:
    indent = "\n" + " " * (_WIDTH + 5)
    return f"  | {name:<{_WIDTH}} {plain(text).strip().replace(chr(10), indent)}"
