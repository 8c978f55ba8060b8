"""
Messages on their way to the model: recognised, looked at, decided, pseudonymised.

What was looked at in an earlier turn is recognised and not looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import is_

from guardrails.arguments import rewritten
from guardrails.bench import whole
from guardrails.detectors.base import TAIL
from guardrails.findings import Family
from guardrails.heard import Heard, Spoken
from guardrails.inbound.inbound import Inbound
from guardrails.inbound.listening import listen, skim
from guardrails.inbound.masked import Value, masked, masks
from guardrails.inbound.memory import Memory
from guardrails.inbound.runs import current, joined, kept, last_said, runs
from guardrails.judge import Judge
from guardrails.keeping import Texts
from guardrails.mending import mended
from guardrails.messages import Message, OpaquePart, Part, Role, Side, Surface, TextPart, ToolCall
from guardrails.sessions.base import Session


class Receiver:
    """
    Takes in the messages of one turn.

    Args:
        judge: Of the turn.
        session: Of the turn.
        limit: Characters of the longest text that is not refused.
    """

    def __init__(self, judge: Judge, session: Session, limit: int) -> None:
        self._judge = judge
        self._vault = session.vault
        self._limit = limit
        self._ways = {rule.id: rule.mask_with for rule in judge.policy.rules}
        self._memory = Memory(session.vault)
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
        await self._memory.begin(messages, self._judge)
        answered = current(messages)
        for index, message in enumerate(messages):
            hidden = await self._memory.message(message) if index < answered else None
            if hidden is None:
                hidden = await self._message(message, now=index >= answered)
            self._taken.hidden.append(hidden)
        said = last_said(messages)
        if said is not None:  # a reply is read against it
            self._taken.question = self._vault.question = said[-TAIL:]
        if messages and not self._taken.decisions:
            await self._empty()
        if self._vault.pseudonyms.dresses:
            self._taken.hidden = list(map(self._memory.dressed, self._taken.hidden))
        return self._taken

    async def _empty(self) -> None:
        """Decide about a turn without a word, a picture say: what is due is due all the same."""
        looked = whole("")
        decision = self._judge.decide(looked, Side.INPUT, Surface.TEXT)
        await self._judge.record(looked, decision, Side.INPUT, Surface.TEXT, n=0, released=0)
        self._taken.decisions.append(decision)
        self._taken.looks.append(looked)

    async def _message(self, message: Message, *, now: bool) -> Message:
        """Return *message* as the model may see it."""
        parts: list[Part] = []
        for run in runs(message.parts):
            if isinstance(run, OpaquePart):
                if now:
                    self._taken.gaps.append(run.kind)
                parts.append(run)
                continue
            part = joined(run)
            parts += kept(run, part, await self._text(message.role, part, now=now))
        calls = tuple([await self._call(call) for call in message.tool_calls])
        name = await self._name(message)
        same = calls == message.tool_calls and name == message.name
        if same and all(map(is_, parts, message.parts)):
            return message
        return replace(message, parts=tuple(parts), tool_calls=calls, name=name)

    async def _name(self, message: Message) -> str | None:
        """
        Return who is said to speak, or None where that holds a value to be hidden.

        A provider takes few signs in a name, so that no stand-in fits there. Of a tool's
        message it is the tool that is named.
        """
        if message.name is None or message.role is Role.TOOL:
            return message.name
        spaced = message.name.replace("_", " ")
        hidden = await self._text(Role.SYSTEM, TextPart(spaced, Surface.SYSTEM), now=False)
        return message.name if hidden == spaced else None

    async def _call(self, call: ToolCall) -> ToolCall:
        """Return an earlier tool call with the values in its arguments hidden."""

        async def hide(text: str) -> str:
            part = TextPart(text, Surface.TOOL_ARGUMENT)
            hidden = await self._text(Role.ASSISTANT, part, now=False)
            return self._vault.pseudonyms.cover(hidden)

        return replace(call, arguments=await rewritten(call.arguments, hide))

    async def _text(self, role: Role, part: TextPart, *, now: bool) -> str:
        """Return *part*'s text as the model may see it."""
        text, surface = mended(part.text), part.surface
        known = await self._memory.known(role, surface, text)
        if isinstance(known, Spoken):
            return known.hidden
        spoken = role is Role.USER and surface is Surface.TEXT
        if now and spoken and known is not None and known.after != self._said():
            known = None  # the same words after other words may mean something else
        fresh = known is None
        heard = await self._look(role, surface, text) if known is None else known
        acting = now and role is not Role.SYSTEM
        if fresh or acting:
            heard = await self._decide(heard, surface, text, acting=acting, fresh=fresh)
        if fresh and spoken:
            self._vault.tail = f"{self._vault.tail}\n{text}"[-TAIL:].lstrip("\n")
        if fresh and heard.complete and len(text) <= self._limit:
            after = replace(heard, after=self._said()) if spoken else heard
            self._memory.keep(role, surface, text, after)
        return self._memory.hidden(role, surface, text, heard)

    def _said(self) -> bytes:
        return self._vault.mark(self._vault.tail.encode())

    async def _look(self, role: Role, surface: Surface, text: str) -> Heard:
        tail = self._vault.tail
        if len(text) > self._limit:
            self._taken.too_long = max(self._taken.too_long or 0, len(text))
            return await skim(self._judge, surface, text, tail=tail)
        families: frozenset[Family] | None = None
        if role is Role.ASSISTANT:
            families = self._judge.families(Side.INPUT, surface) & {Family.PII}
        return await listen(self._judge, surface, text, tail=tail, families=families)

    async def _decide(
        self, heard: Heard, surface: Surface, text: str, *, acting: bool, fresh: bool
    ) -> Heard:
        """Decide about each frame, record it, and return *heard* with what is to be masked."""
        values: list[Value] = []
        for n, looked in enumerate(heard.looks):
            decision = self._judge.decide(looked, Side.INPUT, surface)
            released = looked.at[1] - looked.at[0]
            texts = Texts(text[slice(*looked.at)])
            await self._judge.record(
                looked, decision, Side.INPUT, surface, n=n, released=released, texts=texts
            )
            values += masked(decision, looked, self._ways)
            self._taken.decided(decision, looked, acting=acting, fresh=fresh)
        return replace(heard, masks=masks(values))
