"""A model's reply, in all its surfaces: text, reasoning, tool calls, unreadable parts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from guardrails.amend.amend import amend
from guardrails.arguments import is_object, rewritten
from guardrails.decisions import Do
from guardrails.errors import GuardrailsError, ModelError
from guardrails.events import GUARDED, Blocked, CoverageGap, Event, Passed, ToolCalled
from guardrails.foreword import Foreword
from guardrails.judge import Judge
from guardrails.keeping import Texts
from guardrails.messages import (
    Chunk,
    EndChunk,
    OpaqueChunk,
    Side,
    Surface,
    TextChunk,
    ToolCall,
    ToolCallChunk,
)
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.outbound import Outbound
from guardrails.policy.vocabulary import SAFE_REPLY
from guardrails.recalled import passed
from guardrails.sessions.base import Session
from guardrails.sightings import Sightings
from guardrails.used import Used
from guardrails.values import is_value
from guardrails.window import frames

_BREATH = 256
_CUT_SHORT = frozenset({"length", "max_tokens", "MAX_TOKENS"})
"""What providers call the end of a reply that was allowed no more tokens."""


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What a model may take.

    Attributes:
        reply: Characters of a reply, or of the arguments of its tool calls; what follows
            is not asked for.
        silence: Seconds between two pieces of a reply.
    """

    reply: int = 200_000
    silence: float = 300.0


@dataclass(slots=True)
class _Call:
    """A tool call whose pieces are still coming."""

    id: str = ""
    name: str = ""
    arguments: list[str] = field(default_factory=list, repr=False)


class Reply:
    """
    Guards one reply of a model.

    Args:
        judge: Of the turn.
        session: Of the turn.
        question: The person's message that is answered.
        restore_tools: Tools whose arguments get the person's own values.
        limits: What the model may take.
        foreword: What the policy says before the reply, or beside it.
        before: What was said before the first draft, if this is a second.
        followed: What is said of the program behind the reply anyway, such as `bond`.
        draft: 2 for a reply that is asked for again.
    """

    def __init__(
        self,
        judge: Judge,
        session: Session,
        question: str,
        restore_tools: frozenset[str],
        limits: Limits,
        foreword: Foreword | None = None,
        *,
        draft: int = 1,
        before: Foreword | None = None,
        followed: frozenset[str] = frozenset(),
    ) -> None:
        self._judge = judge
        self._session = session
        self._limits = limits
        self._restore_tools = restore_tools
        names = session.vault.pseudonyms
        tail = session.vault.tail
        self._text = Outbound(judge, names, Surface.TEXT, question, draft=draft, tail=tail)
        self._reasoning = Outbound(
            judge, names, Surface.REASONING, question, draft=draft, tail=tail
        )
        self._calls: dict[int, _Call] = {}
        self._arguments = 0
        self._pieces = 0
        self._parts = 0
        self._gap_blocked = False
        self._cut = False
        self._foreword = Foreword((), _untold) if foreword is None else foreword
        self._before = self._foreword if before is None else before
        self._text.follow(followed)
        self.finish_reason: str | None = None
        self.usage: Mapping[str, Any] | None = None
        self.metadata: dict[str, Any] = {}

    @property
    def shown(self) -> str:
        """The text that was released so far, as the person sees it."""
        return "".join(self._text.said)

    @property
    def hidden(self) -> str:
        """The text that was released so far, with pseudonyms for the person's values."""
        return "".join(self._text.hidden)

    @property
    def blocked(self) -> bool:
        """Whether the policy ended the reply."""
        return self._text.blocked or self._gap_blocked

    @property
    def helped(self) -> bool:
        """Whether it ended with the text for a person in need, for it was not safe for them."""
        return self._text.helped

    @property
    def spent(self) -> bool:
        """Whether it claimed so much that the rest of it was given up."""
        return self._text.spent and self.is_plain

    @property
    def torn(self) -> bool:
        """Whether it claims too much to be mended, and is nothing but text."""
        return self._text.torn and self.is_plain

    @property
    def told(self) -> list[str]:
        """Ids of the policy's messages that stand in its text."""
        return self._text.told

    @property
    def covered(self) -> bool:
        """Whether personal data was looked for in all of its text."""
        return self._text.covered

    @property
    def is_plain(self) -> bool:
        """Whether it is text alone, which no policy ended and no program reads."""
        alone = not (self.blocked or self._calls or self._parts or self._foreword.after)
        return alone and not (self._foreword.asked or is_value(self.draft))

    @property
    def draft(self) -> str:
        """What the model said, without personal data."""
        return "".join(self._text.masked)

    def instead(self) -> tuple[str, str]:
        """Let one honest text stand for all that was said; return it, and the rule that acts."""
        return self._text.instead()

    @property
    def do(self) -> Do:
        """The strongest action so far."""
        return max(self._text.do, self._reasoning.do, Do.BLOCK if self._gap_blocked else Do.PASS)

    @property
    def end(self) -> str:
        """How the reply ended, for the record."""
        if self.blocked:
            return GUARDED
        return "length" if self._cut else "stop"

    @property
    def adds(self) -> list[tuple[str, str]]:
        """Messages of the policy to be added at the end, and their rules."""
        return list(self._text.adds.items())

    async def events(self, model: ChatModel, request: ModelRequest) -> AsyncGenerator[Event, None]:
        """
        Yield what may be released of the model's reply.

        What was held back is released before an error of the model goes on.

        Raises:
            ModelError: The model failed.
            LogWriteError: A decision could not be recorded.
        """
        failed: GuardrailsError | None = None
        async with aclosing(model.stream(request)) as chunks:
            while True:
                try:
                    chunk = await self._next(chunks)
                except StopAsyncIteration:
                    break
                except TimeoutError:
                    failed = ModelError("silence")
                    break
                except GuardrailsError as error:
                    failed = error
                    break
                except Exception as error:  # noqa: BLE001 - told by its type: it may quote the text
                    failed = ModelError(type(error).__name__)
                    break
                async for event in self._chunk(chunk):
                    yield event
                if self.blocked or self._over():
                    break
        failed = failed or self._unread()
        whole = failed is None and not self._cut
        async for event in self._flush(whole=whole, told=failed is None):
            yield event
        if failed is not None:
            raise failed

    async def _next(self, chunks: AsyncGenerator[Chunk, None]) -> Chunk:
        async with asyncio.timeout(self._limits.silence):
            chunk = await anext(chunks)
        if not _is_chunk(chunk):
            raise ModelError("ReplyNotText")
        return chunk

    def _unread(self) -> GuardrailsError | None:
        """Return what failed where arguments are no JSON object, unless the reply was cut there."""
        if self._cut or self.blocked:
            return None
        if all(is_object("".join(call.arguments)) for call in self._calls.values()):
            return None
        self._cut = self.finish_reason in _CUT_SHORT
        return None if self._cut else ModelError("ArgumentsNotJSON")

    def _over(self) -> bool:
        said = max(self._text.taken, self._reasoning.taken, self._arguments)
        self._cut = said >= self._limits.reply
        return self._cut

    def _within(self, text: str, of: Outbound) -> str:
        """Return as much of *text* as the limit leaves room for, wherever chunks end."""
        return text[: max(0, self._limits.reply - of.taken)]

    async def _chunk(self, chunk: Chunk) -> AsyncGenerator[Event, None]:
        self._pieces += 1
        if self._pieces % _BREATH == 0:
            await asyncio.sleep(0)  # pieces without a word must not hold up the loop
        match chunk:
            case TextChunk(text, Surface.REASONING):
                async for event in self._reasoning.feed(self._within(text, self._reasoning)):
                    yield event
            case TextChunk(text):
                async for event in self._said(text):
                    yield event
            case ToolCallChunk():
                call = self._calls.setdefault(chunk.index, _Call())
                call.id = call.id or chunk.id
                call.name = call.name or chunk.name
                call.arguments.append(chunk.arguments)
                self._arguments += len(chunk.arguments) + 1
            case OpaqueChunk(part):
                async for event in self._opaque(part.kind, Passed(part)):
                    yield event
            case EndChunk():
                self.finish_reason = chunk.finish_reason or self.finish_reason
                self.usage = chunk.usage or self.usage
                self.metadata |= chunk.metadata

    async def _said(self, text: str) -> AsyncGenerator[Event, None]:
        for told in self._foreword.read(text):
            yield told
        async for event in self._spoken():
            yield event

    async def _spoken(self) -> AsyncGenerator[Event, None]:
        """Yield what may be released of the text that came so far."""
        if text := self._within(self._foreword.ready(), self._text):
            self._text.precede(self._before.messages, self._before.before)
            async for event in self._text.feed(text):
                yield event

    async def _foretold(self) -> AsyncGenerator[Event, None]:
        """Yield what is told before anything else than text, and the text that waited for it."""
        for told in self._foreword.other():
            yield told
        async for event in self._spoken():
            yield event

    async def _opaque(self, kind: str, passed: Passed) -> AsyncGenerator[Event, None]:
        async for event in self._foretold():
            yield event
        self._parts += 1
        do = Do(self._judge.policy.failure.coverage.get(kind, "block"))
        gap = CoverageGap(kind, Side.OUTPUT, do)
        await self._judge.gap(gap, Side.OUTPUT)
        yield gap
        if do is Do.BLOCK:
            async for event in self._text.finish():
                yield event
            self._gap_blocked = True
            yield Blocked(self._judge.wordings.say(SAFE_REPLY), f"coverage.{kind}")
        else:
            yield passed

    async def _flush(self, *, whole: bool, told: bool) -> AsyncGenerator[Event, None]:
        """
        Release what is held on every surface; if the reply is *whole*, tool calls too.

        What is due before a reply is *told* although no word of the reply came, or is not.
        """
        async for event in self._reasoning.finish():
            yield event
        if self._foreword.untouched and not told:
            return  # nothing is sent, so that the caller may still answer otherwise
        if not self._gap_blocked:
            async for event in self._foretold():
                yield event
            async for event in self._text.finish():
                yield event
        for last in self._foreword.end(self.shown):
            yield last
        if self.blocked or not whole:
            return
        for index in sorted(self._calls):
            call = self._calls[index]
            also: set[str] = set()
            change = partial(self._argument, also)
            arguments = await rewritten("".join(call.arguments) or "{}", change)
            names = self._session.vault.pseudonyms
            if call.name in self._restore_tools:
                arguments = names.restore_json(arguments, also=also)
            else:
                arguments = names.dress(arguments)  # as the model wrote them
            yield ToolCalled(ToolCall(call.id, call.name, arguments))

    async def _argument(self, also: set[str], text: str) -> str:
        """
        Return one string of a tool call's arguments as the policy lets it through.

        Stand-ins of values not the person's that no rule hides are added to *also*.
        """
        pieces: list[str] = []
        used = Used()
        carry = 0
        sightings = Sightings()
        for frame in frames(self._session.vault.pseudonyms.undress(text)):
            looked = await self._judge.look(
                frame, Side.OUTPUT, Surface.TOOL_ARGUMENT, sightings=sightings
            )
            looked = sightings.completed(frame, looked)
            decision = self._judge.decide(looked, Side.OUTPUT, Surface.TOOL_ARGUMENT)
            amended = await amend(
                frame,
                looked.findings,
                decision,
                self._judge.policy,
                used,
                carry=carry,
                say=self._judge.wordings.say,
                check=_never,
            )
            carry = amended.carry
            also |= passed(frame, looked.findings, decision, self._session.vault.pseudonyms)
            made = "".join(piece.text for piece in amended.pieces)
            await self._judge.record(
                looked,
                decision,
                Side.OUTPUT,
                Surface.TOOL_ARGUMENT,
                n=frame.n,
                released=len(made),
                texts=Texts(frame.text, made, made),
            )
            pieces.append(made)
        return "".join(pieces)


def _is_chunk(chunk: object) -> bool:
    """Return whether a model's *chunk* is one, with text where text has to be."""
    match chunk:
        case TextChunk(text):
            return isinstance(text, str)
        case ToolCallChunk(index, id_, name, arguments):
            kinds: list[tuple[object, type]] = [(index, int)]
            kinds += [(text, str) for text in (id_, name, arguments)]
            return all(isinstance(one, kind) for one, kind in kinds)
        case _:
            return isinstance(chunk, OpaqueChunk | EndChunk)


def _untold(message: str, beside: bool) -> str:
    """Say nothing: there is nothing to be told."""
    del beside
    return message


async def _never(_: str) -> bool:
    """No sentence of a tool's argument is ever repaired."""
    return False
