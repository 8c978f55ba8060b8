"""
Conversations told apart by their history, for clients that do not name them.

A reply is remembered with the whole conversation before it, as a keyed hash. A request whose
history ends with that very reply goes on in its session, and takes it along: the next request
with the same history begins a session of its own. So two people whose conversations are the
same to the letter never share one, and whoever regenerates a reply is looked at anew.
"""

from __future__ import annotations

import hmac
import json
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from guardrails.messages import Message, OpaquePart, Role, TextPart, ToolCall

REMEMBERED = 10_000
"""How many conversations may wait for their next turn."""

ALIKE: Final = 100
"""How many of these may be the same to the letter, as those of a client that asks one thing."""


class Threads:
    """
    The conversations of one route, in this process.

    Args:
        limit: Most conversations that wait; the longest untouched goes first.
        random: Gives *n* random bytes.
    """

    def __init__(
        self, *, limit: int = REMEMBERED, random: Callable[[int], bytes] = os.urandom
    ) -> None:
        self._limit = limit
        self._random = random
        self._key = random(32)
        self._waiting: OrderedDict[bytes, list[str]] = OrderedDict()
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def take(self, scope: str, messages: Sequence[Message]) -> str:
        """
        Return the session in which *messages* go on, now taken; a new one if none waits.

        Args:
            scope: Whose conversation it is: key and person.
            messages: Of the request.
        """
        mark = self._mark(scope, messages[: _replied(messages)])
        waiting = self._waiting.get(mark)
        if not waiting:
            return f"thread-{self._random(16).hex()}"
        session = waiting.pop()
        self._count -= 1
        if not waiting:
            del self._waiting[mark]
        return session

    def give_back(self, scope: str, messages: Sequence[Message], session: str) -> None:
        """Let *session* wait where it waited before: its turn did not come to an end."""
        if end := _replied(messages):
            self._wait(self._mark(scope, messages[:end]), session)

    def follow(
        self,
        scope: str,
        messages: Sequence[Message],
        text: str,
        calls: Sequence[ToolCall],
        session: str,
    ) -> None:
        """Let *session* wait for a request that goes on after this reply to *messages*."""
        reply = Message(Role.ASSISTANT, (TextPart(text),), tuple(calls))
        self._wait(self._mark(scope, [*messages, reply]), session)

    def _wait(self, mark: bytes, session: str) -> None:
        alike = self._waiting.setdefault(mark, [])
        self._waiting.move_to_end(mark)
        if len(alike) == min(ALIKE, self._limit):
            del alike[0]
            self._count -= 1
        alike.append(session)
        self._count += 1
        while self._count > self._limit:
            _, dropped = self._waiting.popitem(last=False)
            self._count -= len(dropped)

    def _mark(self, scope: str, messages: Iterable[Message]) -> bytes:
        """Return the keyed HMAC-SHA256 of a history (RFC 2104)."""
        lines = [scope, *map(_line, messages)]
        return hmac.digest(self._key, json.dumps(lines).encode(), "sha256")


def _replied(messages: Sequence[Message]) -> int:
    """Return the index after the last reply of the assistant, or 0."""
    return max((n for n, one in enumerate(messages, 1) if one.role is Role.ASSISTANT), default=0)


def _line(message: Message) -> str:
    """Return what tells *message*: clients trim texts and write JSON anew, no more than that."""
    parts = [repr(part.value) for part in message.parts if isinstance(part, OpaquePart)]
    calls = [[call.id, call.name, _arguments(call.arguments)] for call in message.tool_calls]
    text = message.text.strip()
    return json.dumps([message.role, message.name, message.tool_call_id, text, calls, parts])


def _arguments(text: str) -> str:
    try:
        return json.dumps(json.loads(text), sort_keys=True)
    except (ValueError, RecursionError):
        return text
