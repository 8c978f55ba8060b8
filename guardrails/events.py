"""
What a guarded turn tells its caller, in order.

Every event has a `text`: joined over all events, it is exactly what the person
may see. Nothing else is ever sent in band.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from guardrails.decisions import Do
from guardrails.detectors.base import Report, State
from guardrails.detectors.scripts import LATIN
from guardrails.findings import Level
from guardrails.ledger.base import Receipt
from guardrails.messages import OpaquePart, Surface, ToolCall

GUARDED: Final = "guarded"
"""The finish reason of a turn that the policy ended itself."""


def _size(text: str) -> str:
    """Return how long *text* is: a repr ends up in logs, where no words may stand."""
    return f"<{len(text)} characters>"


@dataclass(frozen=True, slots=True)
class Text:
    """Text of the model that no rule changed, with the person's own values restored."""

    text: str = field(repr=False)

    def __repr__(self) -> str:
        return f"Text({_size(self.text)})"


@dataclass(frozen=True, slots=True)
class Replaced:
    """
    What stands in the place of text that a rule changed; `text` may be empty.

    Attributes:
        do: `mask`, `rewrite`, `add` or `replace`.
        rule: Which rule.
    """

    text: str = field(repr=False)
    do: Do
    rule: str

    def __repr__(self) -> str:
        return f"Replaced({_size(self.text)}, do={self.do!r}, rule={self.rule!r})"


@dataclass(frozen=True, slots=True)
class Blocked:
    """The reply ends here; `text` is the policy's own."""

    text: str = field(repr=False)
    rule: str

    def __repr__(self) -> str:
        return f"Blocked({_size(self.text)}, rule={self.rule!r})"


@dataclass(frozen=True, slots=True)
class Escalated:
    """
    A human is being told.

    Attributes:
        id: Id of the escalation's record, or of the notice where the log is broken.
        level: How urgent.
        to: The first channel.
    """

    id: str
    level: Level
    to: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The person is told that this is software."""

    text: str = field(repr=False)

    def __repr__(self) -> str:
        return f"Disclosed({_size(self.text)})"


@dataclass(frozen=True, slots=True)
class Aside:
    """
    What the policy says beside a reply that a program reads; not part of it.

    Attributes:
        said: The policy's text.
        rule: Which rule asks for it; None for what is told before a reply.
    """

    said: str = field(repr=False)
    rule: str | None = None
    text: str = ""

    def __repr__(self) -> str:
        return f"Aside({_size(self.said)}, rule={self.rule!r})"


@dataclass(frozen=True, slots=True)
class FromHuman:
    """
    A human has joined the conversation, said something, or left it.

    Attributes:
        what: `joined`, `said` or `left`.
    """

    text: str = field(repr=False)
    what: str


@dataclass(frozen=True, slots=True)
class Relayed:
    """The message went to the human who holds the conversation; the model was not asked."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CoverageGap:
    """
    Something that nobody could look at.

    Attributes:
        kind: `image`, `audio`, `video`, `file`, `unknown`, `detector`, `script` or
            `language`.
        what: The detector's name, where the part stood (`input` or `output`), or for
            `script` and `language` what was not looked for, such as `names in Cyrillic
            script` or `names in Polish, Latin script`.
        do: `note` if it was let through, `block` if not.
        why: Why a detector could not look, in a few words such as `timeout`, or "".
    """

    kind: str
    what: str
    do: Do
    text: str = ""
    why: str = ""


READABLE: Final = frozenset({"script", "language"})
"""Kinds of what was looked at, but not in full: told once for each side of a turn."""


def gaps_in(reports: Iterable[Report], do: Do) -> Iterator[CoverageGap]:
    """Yield what detectors could not look at, or not in full; *do* is the decision's."""
    for report in reports:
        if report.state is not State.DECIDED:
            yield CoverageGap("detector", report.detector, do, why=report.why)
        elif report.why:
            kind = "language" if report.why.endswith(LATIN) else "script"
            yield CoverageGap(kind, report.why, Do.NOTE)


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Guarded text of the model's reasoning; not part of the reply, so `text` is empty."""

    thought: str = field(repr=False)
    text: str = ""

    def __repr__(self) -> str:
        return f"Reasoning({_size(self.thought)})"


@dataclass(frozen=True, slots=True)
class ToolCalled:
    """A complete tool call, inspected; its arguments are valid JSON."""

    call: ToolCall
    text: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """A part of the reply that nobody could read, and that the policy lets through."""

    part: OpaquePart
    text: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """
    One decision of the turn, as the caller may see it. It holds no text.

    Attributes:
        id: Id of its record in the decision log.
        side: `input` or `output`.
        surface: `text`, `system`, `tool_result`, `tool_argument` or `reasoning`.
        at: Half-open range of the raw text, in code points.
        do: What was done.
        rule: Why, or None.
        findings: Category, start, stop and score of each finding, in the raw text.
        draft: Which draft of a reply it is about: 2 for one that was asked for again.
    """

    id: str
    side: str
    surface: Surface
    at: tuple[int, int]
    do: Do
    rule: str | None
    findings: tuple[tuple[str, int, int, int], ...] = ()
    draft: int = 1


@dataclass(frozen=True, slots=True)
class Done:
    """
    The turn is over and recorded.

    Attributes:
        receipt: Proof of its last record; None if the log cannot be written.
        decisions: Every decision of the turn that is not a plain pass, in order.
        do: The strongest of them.
        level: The highest crisis level of the person's message.
        escalate: Whether the policy wants a human told, even if one was told before.
        called: Whether the model was asked at all.
        finish_reason: The model's, `guarded` if the policy ended the reply, `length` if it
            was cut at the guard's own limit, or `error` if the model failed.
        failed: What the model failed with, a kind and a status without words, or None.
        usage: The model's token counts.
        metadata: The model's other facts, without text.
    """

    receipt: Receipt | None
    decisions: tuple[Made, ...] = ()
    do: Do = Do.PASS
    level: Level = Level.NONE
    escalate: bool = False
    called: bool = True
    finish_reason: str | None = None
    failed: str | None = None
    usage: Mapping[str, Any] | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""


Event: TypeAlias = (
    Text
    | Replaced
    | Blocked
    | Escalated
    | Disclosed
    | Aside
    | FromHuman
    | Relayed
    | CoverageGap
    | Reasoning
    | ToolCalled
    | Passed
    | Done
)
