"""What the LangChain tests share: a guard that removes one phrase, a model, and listeners."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Any

from langchain_core.callbacks import AsyncCallbackHandler, BaseCallbackHandler
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.tracers.base import BaseTracer
from langchain_core.tracers.schemas import Run
from pydantic import Field

from guardrails.context import TurnContext
from guardrails.decisions import Do
from guardrails.events import (
    GUARDED,
    Blocked,
    CoverageGap,
    Done,
    Event,
    Made,
    Passed,
    Reasoning,
    Text,
    ToolCalled,
)
from guardrails.langchain.chat import GuardedChatModel
from guardrails.langchain.portal import Portal
from guardrails.langchain.wrapped import wrap
from guardrails.ledger.base import Receipt
from guardrails.messages import (
    EndChunk,
    OpaqueChunk,
    Part,
    Surface,
    TextChunk,
    TextPart,
    ToolCall,
    ToolCallChunk,
)
from guardrails.models.base import ChatModel, ModelRequest

CANARY = "I have missed you all day."
SHOWN = "[repaired]"
PERSON = "Wilhelmina"
PSEUDONYM = "<PERSON_1>"
RECEIPT = Receipt("r_1", 7, "sha256:" + "0" * 64, "test")

Chunks = Sequence[AIMessageChunk | BaseException]


def hidden(text: str) -> str:
    return text.replace(PERSON, PSEUDONYM)


def released(text: str) -> str:
    return text.replace(CANARY, SHOWN).replace(PSEUDONYM, PERSON)


def _down(part: Part) -> Part:
    return replace(part, text=hidden(part.text)) if isinstance(part, TextPart) else part


@dataclass
class FakeTurns:
    """Hides one name, removes one phrase, and holds back only what could still be that phrase."""

    asked: list[ModelRequest] = field(default_factory=list)
    contexts: list[TurnContext] = field(default_factory=list)
    restored: list[frozenset[str]] = field(default_factory=list)
    closed: int = 0
    before: tuple[Event, ...] = ()

    async def run(
        self,
        model: ChatModel,
        request: ModelRequest,
        context: TurnContext,
        *,
        restore_tools: frozenset[str] = frozenset(),
        raise_errors: bool = False,
    ) -> AsyncGenerator[Event, None]:
        self.contexts.append(context)
        self.restored.append(restore_tools)
        messages = tuple(
            replace(
                message,
                parts=tuple(map(_down, message.parts)),
                tool_calls=tuple(
                    replace(call, arguments=hidden(call.arguments)) for call in message.tool_calls
                ),
            )
            for message in request.messages
        )
        down = replace(request, messages=messages)
        self.asked.append(down)
        try:
            for event in self.before:
                yield event
            async with aclosing(self._reply(model, down, restore_tools)) as events:
                async for event in events:
                    yield event
        finally:
            self.closed += 1

    async def _reply(
        self, model: ChatModel, request: ModelRequest, restore_tools: frozenset[str]
    ) -> AsyncGenerator[Event, None]:
        held = ""
        calls: dict[int, list[str]] = {}
        end = EndChunk()
        async with aclosing(model.stream(request)) as chunks:
            async for chunk in chunks:
                match chunk:
                    case TextChunk(text, Surface.REASONING):
                        yield Reasoning(released(text))
                    case TextChunk(text):
                        held = released(held + text)
                        cut = max(len(held) - len(CANARY), 0)
                        if cut:
                            yield Text(held[:cut])
                        held = held[cut:]
                    case ToolCallChunk():
                        call = calls.setdefault(chunk.index, ["", "", ""])
                        call[0] = call[0] or chunk.id
                        call[1] = call[1] or chunk.name
                        call[2] += chunk.arguments
                    case OpaqueChunk(part):
                        yield CoverageGap(part.kind, "output", Do.NOTE)
                        yield Passed(part)
                    case EndChunk():
                        end = chunk
        if held:
            yield Text(held)
        for id_, name, arguments in calls.values():
            text = arguments.replace(CANARY, SHOWN)
            text = text.replace(PSEUDONYM, PERSON) if name in restore_tools else text
            yield ToolCalled(ToolCall(id_, name, text or "{}"))
        ended = any(isinstance(event, Blocked) for event in self.before)
        yield Done(
            RECEIPT,
            (
                Made(
                    "d_1", "output", Surface.TEXT, (0, 4), Do.NOTE, "a-rule", (("pii.x", 0, 4, 9),)
                ),
            ),
            Do.NOTE,
            finish_reason=GUARDED if ended else end.finish_reason,
            usage=end.usage,
            metadata=end.metadata,
        )


class ScriptedModel(BaseChatModel):
    """Says its chunks, raises its exceptions, and keeps what it was asked."""

    chunks: list[Any] = Field(default_factory=list)
    seen: list[Any] = Field(default_factory=list)
    log: list[str] = Field(default_factory=list)
    pause: float = 0.0
    asked: asyncio.Event = Field(default_factory=asyncio.Event)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    async def _astream(
        self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **kwargs: Any
    ) -> AsyncIterator[ChatGenerationChunk]:
        if stop is not None:
            kwargs["stop"] = stop
        self.seen.append((messages, kwargs))
        self.asked.set()
        try:
            for chunk in self.chunks:
                await asyncio.sleep(self.pause)
                if isinstance(chunk, BaseException):
                    raise chunk
                yield ChatGenerationChunk(message=chunk)
        finally:
            self.log.append("closed")

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        raise NotImplementedError

    def bind_tools(self, tools: Any, **kwargs: Any) -> Runnable[Any, Any]:
        return self.bind(tools=list(tools), **kwargs)


class WholeModel(ScriptedModel):
    """Says its first chunk whole, and cannot stream."""

    _astream = BaseChatModel._astream

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        self.seen.append((messages, kwargs))
        return ChatResult(generations=[ChatGeneration(message=self.chunks[0])])


def saying(*pieces: str) -> list[AIMessageChunk]:
    """Return chunks of plain text, the last of which says how the reply ended."""
    last = AIMessageChunk(
        content="",
        response_metadata={"finish_reason": "stop", "model_name": "scripted-1"},
        usage_metadata={"input_tokens": 3, "output_tokens": 5, "total_tokens": 8},
    )
    return [*(AIMessageChunk(content=piece) for piece in pieces), last]


def calling(name: str, arguments: dict[str, Any], id_: str = "call_1") -> list[AIMessageChunk]:
    """Return the chunks of one tool call, cut into pieces of four characters."""
    text = json.dumps(arguments)
    pieces = [text[start : start + 4] for start in range(0, len(text), 4)]
    return [
        AIMessageChunk(
            content="",
            tool_call_chunks=[
                {
                    "index": 0,
                    "id": id_ if n == 0 else None,
                    "name": name if n == 0 else None,
                    "args": piece,
                }
            ],
        )
        for n, piece in enumerate(pieces)
    ]


SAID = (f"Hello {PSEUDONYM}. I have mis", "sed you all ", "day. How was the interview?")
WANTED = f"Hello {PERSON}. {SHOWN} How was the interview?"


def guarded(
    model: Runnable[Any, Any],
    turns: FakeTurns,
    portal: Portal,
    session: str | None = None,
    restore_tools: Sequence[str] = (),
) -> GuardedChatModel:
    return wrap(turns, model, session=session, restore_tools=restore_tools, portal=portal)


def named(session: str = "s1", **more: Any) -> RunnableConfig:
    return {"configurable": {"session_id": session, **more}}


class Tracer(BaseTracer):
    """Keeps every run."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []

    def _persist_run(self, run: Run) -> None:
        self.runs.append(run)

    def text(self) -> str:
        return "".join(repr(run.model_dump()) + repr(run) for run in self.runs)


_HEARD = (
    "on_llm_start",
    "on_chat_model_start",
    "on_llm_new_token",
    "on_llm_end",
    "on_llm_error",
    "on_chain_start",
    "on_chain_end",
    "on_chain_error",
    "on_tool_start",
    "on_tool_end",
    "on_tool_error",
    "on_text",
    "on_retry",
    "on_custom_event",
)


class Ears(BaseCallbackHandler):
    """Writes down whatever it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.names: list[str] = []


class AsyncEars(AsyncCallbackHandler):
    """Writes down whatever it is told, without blocking."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.names: list[str] = []


def _hearing(name: str) -> tuple[Any, Any]:
    def hear(self: Ears, *args: Any, **kwargs: Any) -> None:
        self.names.append(name)
        self.heard.append(f"{args!r} {kwargs!r} {_chained(args)}")

    async def hear_later(self: AsyncEars, *args: Any, **kwargs: Any) -> None:
        self.names.append(name)
        self.heard.append(f"{args!r} {kwargs!r} {_chained(args)}")

    return hear, hear_later


def _chained(args: Sequence[Any]) -> str:
    """Return what an error says, with everything that hangs on it."""
    said = []
    todo = [arg for arg in args if isinstance(arg, BaseException)]
    while todo:
        error = todo.pop()
        said.append(f"{error!r} {error} {vars(error)}")
        todo += [other for other in (error.__cause__, error.__context__) if other is not None]
    return "".join(said)


for _name in _HEARD:
    _now, _later = _hearing(_name)
    setattr(Ears, _name, _now)
    setattr(AsyncEars, _name, _later)
