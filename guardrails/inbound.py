"""
Messages on their way to the model: recognised, looked at, decided, pseudonymised.

What was looked at in an earlier turn is told by a keyed HMAC and not looked at
again, so the cost of a turn does not grow with the conversation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guardrails.arguments import rewritten
from guardrails.decisions import Decision, Do, Mode
from guardrails.detectors.base import TAIL
from guardrails.findings import Family, Level, Span
from guardrails.judge import Judge, Looked, whole
from guardrails.levels import level_of
from guardrails.mending import mended
from guardrails.messages import Message, OpaquePart, Part, Role, Side, Surface, TextPart, ToolCall
from guardrails.redaction import united
from guardrails.sessions.base import Session
from guardrails.window import Frame, frames

SKIMMED = 100
"""How many findings are kept of a text that is refused for its length."""


@dataclass(frozen=True, slots=True)
class Heard:
    """
    What is kept of a text that was looked at; it holds positions only.

    Attributes:
        looks: One for each frame.
    """

    looks: tuple[Looked, ...]

    @property
    def complete(self) -> bool:
        """Whether every detector looked; what was not looked at is looked at again."""
        return all(state == "decided" for look in self.looks for state in look.states.values())


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is kept of a reply that was released: how the model is to see it."""

    hidden: str = field(repr=False)


@dataclass(slots=True)
class Inbound:
    """
    The input of one turn.

    Attributes:
        decisions: One for each frame of the messages that this turn answers.
        hidden: The messages as the model may see them.
        level: The highest crisis level of the messages that this turn answers.
        past: The highest crisis level of older messages that were not known.
        question: The person's last message.
        gaps: Kinds of parts that nobody could read.
        looks: With each decision, what it was taken on.
        too_long: Length of the longest text, if it is over the limit.
    """

    decisions: list[Decision] = field(default_factory=list)
    hidden: list[Message] = field(default_factory=list, repr=False)
    level: Level = Level.NONE
    past: Level = Level.NONE
    question: str = field(default="", repr=False)
    gaps: list[str] = field(default_factory=list)
    looks: list[Looked] = field(default_factory=list)
    too_long: int | None = None


class Receiver:
    """Takes in the messages of one turn."""

    def __init__(self, judge: Judge, session: Session, limit: int) -> None:
        self._judge = judge
        self._vault = session.vault
        self._limit = limit
        self._taken = Inbound()

    async def take(self, messages: Sequence[Message]) -> Inbound:
        """
        Return what became of *messages*.

        Messages after the last reply of the assistant are what this turn answers;
        the policy decides about them. Those before it are history. A reply that the
        caller began for the model is no reply.

        Raises:
            LogWriteError: A decision could not be recorded.
        """
        current = _current(messages)
        for index, message in enumerate(messages):
            parts: list[Part] = []
            for part in message.parts:
                if isinstance(part, OpaquePart):
                    if index >= current:
                        self._taken.gaps.append(part.kind)
                    parts.append(part)
                else:
                    hidden = await self._text(message.role, part, now=index >= current)
                    parts.append(TextPart(hidden, part.surface))
            calls = tuple([await self._call(call) for call in message.tool_calls])
            self._taken.hidden.append(replace(message, parts=tuple(parts), tool_calls=calls))
        return self._taken

    async def _text(self, role: Role, part: TextPart, *, now: bool) -> str:
        """Return *part*'s text as the model may see it."""
        text = mended(part.text)
        mark = self._vault.mark(f"{role}\n{part.surface}\n{text}".encode())
        known = self._vault.recall(mark)
        if isinstance(known, Spoken):
            return known.hidden
        fresh = known is None
        heard: Heard = await self._look(role, part.surface, text) if known is None else known
        acting = now and role is not Role.SYSTEM
        spans = []
        for n, looked in enumerate(heard.looks):
            spans += await self._decide(looked, part.surface, n, acting=acting, fresh=fresh)
        hidden = self._hide(text, spans)
        if role is Role.USER and part.surface is Surface.TEXT:
            self._taken.question = self._vault.question = text[-TAIL:]
            if fresh:
                self._vault.tail = f"{self._vault.tail}\n{text}"[-TAIL:].lstrip("\n")
        if fresh and heard.complete and len(text) <= self._limit:
            self._vault.remember(mark, heard)
        return hidden

    async def _decide(
        self, looked: Looked, surface: Surface, n: int, *, acting: bool, fresh: bool
    ) -> list[tuple[Span, str]]:
        """Decide about one frame, record it if need be, and return what is to be masked."""
        decision = self._judge.decide(looked, Side.INPUT, surface)
        if acting or fresh:
            released = looked.at[1] - looked.at[0]
            await self._judge.record(looked, decision, Side.INPUT, surface, n=n, released=released)
        if acting or decision.do is Do.BLOCK:
            self._taken.decisions.append(decision)
            self._taken.looks.append(looked)
        if acting:
            self._taken.level = max(self._taken.level, decision.level)
        elif fresh:
            self._taken.past = max(self._taken.past, decision.level)
        return _masked(decision, looked)

    def _hide(self, text: str, spans: Sequence[tuple[Span, str]]) -> str:
        return self._vault.pseudonyms.hide(
            text, [(span.start, span.stop, kind) for span, kind in united(spans)]
        )

    async def _look(self, role: Role, surface: Surface, text: str) -> Heard:
        families: frozenset[Family] | None = None
        if len(text) > self._limit:
            return await self._skim(surface, text)
        if role is Role.ASSISTANT:
            families = self._judge.families(Side.INPUT, surface) & {Family.PII}
        looks = [
            await self._judge.look(
                frame,
                Side.INPUT,
                surface,
                tail=self._vault.tail if frame.n == 0 else "",
                families=families,
            )
            for frame in frames(text)
        ]
        return Heard(tuple(looks) or (whole(text),))

    async def _skim(self, surface: Surface, text: str) -> Heard:
        """Look at a text that is refused for its length in one go, for a crisis alone."""
        self._taken.too_long = max(self._taken.too_long or 0, len(text))
        families = self._judge.families(Side.INPUT, surface) & {Family.CRISIS}
        frame = Frame(0, 0, len(text), last=True, left=0, window=text)
        looked = await self._judge.look(
            frame, Side.INPUT, surface, tail=self._vault.tail, families=families
        )
        # A record holds a limited number of findings; of a text that is refused the worst will do.
        worst = sorted(looked.findings, key=lambda one: (level_of(one), one.score), reverse=True)
        return Heard((replace(looked, findings=tuple(worst[:SKIMMED])),))

    async def _call(self, call: ToolCall) -> ToolCall:
        """Return an earlier tool call with the values in its arguments hidden."""

        async def hide(text: str) -> str:
            part = TextPart(text, Surface.TOOL_ARGUMENT)
            return await self._text(Role.ASSISTANT, part, now=False)

        return replace(call, arguments=await rewritten(call.arguments, hide))


def _current(messages: Sequence[Message]) -> int:
    """Return the index of the first message that this turn answers."""
    end = len(messages)
    while end and messages[end - 1].role is Role.ASSISTANT:
        end -= 1
    while end and messages[end - 1].role is not Role.ASSISTANT:
        end -= 1
    return end


def _masked(decision: Decision, looked: Looked) -> list[tuple[Span, str]]:
    """Return span and type of each value that an enforced rule masks."""
    return [
        (looked.findings[one.finding].span, looked.findings[one.finding].category[4:])
        for one in decision.fired
        if one.mode is Mode.ENFORCE and one.do is Do.MASK
    ]
