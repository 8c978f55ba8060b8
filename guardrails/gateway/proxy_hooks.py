"""
What the hooks of a proxy do with a chat completion that the proxy asks for itself.

It knows no proxy: bodies and replies are JSON values in OpenAI's shape.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable, Mapping
from contextlib import aclosing
from typing import Any, Final, Protocol

from guardrails.context import TurnContext
from guardrails.errors import ModelError, RefusedError
from guardrails.events import Event
from guardrails.gateway.admission import Limits
from guardrails.gateway.completion import Completion
from guardrails.gateway.halves import HalvedTurn
from guardrails.gateway.request import REFUSED, Asked, asked_in
from guardrails.guard import Guard
from guardrails.messages import Chunk
from guardrails.models.completions import ReplyDecoder, encode

TURN: Final = "candor_turn"
"""Key in the request's metadata under which the second half finds the first."""
CHAT: Final = frozenset({"completion", "acompletion"})
"""Kinds of calls that are guarded."""
WORDLESS: Final = frozenset(
    {"embedding", "embeddings", "aembedding", "moderation", "amoderation", "rerank", "arerank"}
)
"""Kinds of calls that say nothing to a person; all others are refused."""

_READ = frozenset({"model", "messages", "tools", "user", "safety_identifier", "stream"})
_SESSION = re.compile(r"[\x21-\x7e]{1,200}")


class ProxyHooks:
    """
    The turns under way in a proxy.

    Args:
        guard: Runs them; stays open as long as the proxy.
        restore_tools: Tools whose arguments get the person's own values.
        limits: What a request may take.
    """

    def __init__(
        self,
        guard: Guard,
        *,
        restore_tools: Iterable[str] = (),
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
    ) -> None:
        self._guard = guard
        self._restore_tools = frozenset(restore_tools)
        self._limits = limits
        self._turns: dict[str, _Second] = {}

    @property
    def running(self) -> int:
        """How many turns are under way."""
        return len(self._turns)

    async def before(
        self, data: dict[str, Any], kind: str, headers: Mapping[str, str], owner: str
    ) -> str | None:
        """
        Begin a turn, and put into *data* what the model is to be asked.

        Returns the policy's reply if it answers instead of the model, which then need not be
        asked; the second half comes all the same.

        Args:
            data: The request, changed in place.
            kind: Of the call.
            headers: Of the request, by names in small letters.
            owner: Whose key it came with: one application's sessions are not another's.

        Raises:
            RefusedError: This request cannot be guarded.
            GuardrailsError: The turn cannot be served.
        """
        if kind in WORDLESS:
            return None
        if kind not in CHAT:
            said = f"a call of the kind {kind} is not guarded: use chat completions"
            raise RefusedError(400, "unsupported_call", said)
        asked = self._asked(data)
        context = _context(headers, owner, asked)
        turn = HalvedTurn(self._guard, context, asked.messages, self._restore_tools)
        try:
            messages = await turn.asked()
        except BaseException:
            await turn.close()
            raise
        token = secrets.token_hex(16)
        data["metadata"] = {**(data.get("metadata") or {}), TURN: token}
        self._turns[token] = turn
        for name in ("user", "safety_identifier", "prompt_cache_key"):
            data.pop(name, None)
        if messages is not None:
            data["messages"] = encode(messages)
            turn.over.add_done_callback(lambda _: self._turns.pop(token, None))
            return None
        events = [event async for event in turn.reply(_nothing())]
        self._turns[token] = _Told(events)
        return "".join(event.text for event in events)

    def _asked(self, data: Mapping[str, Any]) -> Asked:
        body = {name: data[name] for name in (*_READ, *REFUSED) if name in data}
        return asked_in(json.dumps(body).encode(), self._limits.messages)

    async def whole(self, data: Mapping[str, Any], reply: Mapping[str, Any]) -> dict[str, Any]:
        """
        Return the guarded form of the model's whole *reply*.

        Raises:
            RefusedError: The first half of this turn is not known.
            GuardrailsError: The turn failed.
        """
        completion = _completion(reply)
        async with aclosing(self._second(data).reply(_chunks(_one(reply)))) as events:
            async for event in events:
                completion.take(event)
        return completion.whole()

    async def streamed(
        self, data: Mapping[str, Any], reply: AsyncIterable[Mapping[str, Any]]
    ) -> AsyncGenerator[dict[str, Any], None]:
        """
        Yield the guarded form of the pieces of a *reply*.

        Raises:
            RefusedError: The first half of this turn is not known.
            GuardrailsError: The turn failed.
        """
        completion = Completion(_name(), int(time.time()), str(data.get("model", "")))
        for chunk in completion.opening():
            yield chunk
        async with aclosing(self._second(data).reply(_chunks(reply))) as events:
            async for event in events:
                for chunk in completion.chunks(event):
                    yield chunk
        options = data.get("stream_options") or {}
        for chunk in completion.closing(usage=bool(options.get("include_usage"))):
            yield chunk

    async def failed(self, data: Mapping[str, Any], error: Exception) -> None:
        """End the turn of a request whose model could not be asked; it is recorded."""
        if (turn := self._turns.pop(_token(data), None)) is not None:
            await turn.fail(error)

    def _second(self, data: Mapping[str, Any]) -> _Second:
        turn = self._turns.pop(_token(data), None)
        if turn is None:
            # Whatever this reply is, nobody has looked at what it answers.
            said = "this reply belongs to no guarded turn"
            raise RefusedError(500, "turn_unknown", said)
        return turn


class _Second(Protocol):
    """The second half of a turn."""

    def reply(self, chunks: AsyncIterable[Chunk]) -> AsyncGenerator[Event, None]: ...

    async def fail(self, error: Exception) -> None: ...


class _Told:
    """The second half of a turn that the policy answered: its events, once more."""

    def __init__(self, events: list[Event]) -> None:
        self._events = events

    async def reply(self, chunks: AsyncIterable[Chunk]) -> AsyncGenerator[Event, None]:
        del chunks
        for event in self._events:
            yield event

    async def fail(self, error: Exception) -> None:
        """Do nothing: the turn is over."""


def _context(headers: Mapping[str, str], owner: str, asked: Asked) -> TurnContext:
    session = headers.get("x-candor-session", "")
    if not _SESSION.fullmatch(session):
        said = (
            "no session: send the header X-Candor-Session, 1 to 200 visible ASCII characters that "
            "name this conversation"
        )
        raise RefusedError(400, "session_missing", said)
    return TurnContext(
        session_id=f"{owner}/{session}",
        subject_id=asked.subject,
        locale=headers.get("x-candor-locale"),
        country=headers.get("x-candor-country"),
        minor=headers.get("x-candor-minor") == "true",
    )


def _token(data: Mapping[str, Any]) -> str:
    return str((data.get("metadata") or {}).get(TURN, ""))


def _name() -> str:
    return f"chatcmpl-{secrets.token_hex(12)}"


def _completion(reply: Mapping[str, Any]) -> Completion:
    created = reply.get("created")
    return Completion(
        str(reply.get("id") or _name()),
        created if isinstance(created, int) else int(time.time()),
        str(reply.get("model", "")),
    )


async def _chunks(reply: AsyncIterable[Mapping[str, Any]]) -> AsyncGenerator[Chunk, None]:
    """
    Yield what a reply in OpenAI's shape says.

    Raises:
        ModelError: It has another shape.
    """
    decoder = ReplyDecoder()
    async for value in reply:
        for chunk in decoder.decode(value):
            yield chunk
    if not decoder.finished:
        raise ModelError("BrokenStream")


async def _one(reply: Mapping[str, Any]) -> AsyncIterator[Mapping[str, Any]]:
    yield reply


async def _nothing() -> AsyncIterator[Chunk]:
    nothing: tuple[Chunk, ...] = ()
    for chunk in nothing:
        yield chunk
