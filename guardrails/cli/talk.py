"""A conversation at a terminal: say a line, see the guarded reply as it is released."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, TextIO

import click

from guardrails.cli.printing import plain
from guardrails.cli.reading import LineReader
from guardrails.cli.show import shown
from guardrails.errors import ModelError, RequestError
from guardrails.events import CoverageGap, Done, Escalated, Event, Replaced
from guardrails.guard import Guard
from guardrails.messages import Chunk, Message, Role, TextChunk
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.workers import Workers

YOU = "you> "
REPLY = "reply> "
QUIT = "/quit"
MODEL_FAILED = "failure.model"


class Tee:
    """
    A `ChatModel` that keeps what the one below it was asked and said, for one turn.

    What it keeps never leaves this process: it is for `--show` alone.
    """

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self.asked: ModelRequest | None = None
        self.said: list[str] = []

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """Yield what the model below yields."""
        self.asked = request
        async with aclosing(self._model.stream(request)) as chunks:
            async for chunk in chunks:
                if isinstance(chunk, TextChunk):
                    self.said.append(chunk.text)
                yield chunk


@dataclass(slots=True)
class Conversation:
    """
    One conversation.

    Attributes:
        guard: Guards it.
        model: Is asked.
        session: Its id.
        out: Where it is shown.
        notices: Where the guard's console channels write; shown after each reply.
        system: What the model is told first, or None.
        options: For the model.
        remembered: How many messages the model is given, or None for all.
        show: Show what was found, decided, said and released.
        locale: BCP 47 tag, or None.
        country: ISO 3166-1 alpha-2 code, or None.
        receipts: Gets the hash of each turn's last record.
        history: What was said and shown so far.
    """

    guard: Guard
    model: ChatModel
    session: str
    out: TextIO
    notices: io.StringIO
    system: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    remembered: int | None = None
    show: bool = False
    locale: str | None = None
    country: str | None = None
    receipts: list[str] = field(default_factory=list)
    history: list[Message] = field(default_factory=list, repr=False)

    async def run(self, lines: AsyncIterator[str]) -> bool:
        """Answer each of *lines*; return whether every turn could be served."""
        good = True
        async for line in lines:
            try:
                good = await self._turn(line) and good
            except (RequestError, ModelError) as error:
                good = False
                self._say(f"\n({error})\n")
            self._tell()
        return good

    async def _turn(self, line: str) -> bool:
        """Say *line*, show the reply, and return whether the model could be heard."""
        tee = Tee(self.model)
        said = Message.of(Role.USER, line)
        events: list[Event] = []
        self._say(REPLY)
        async with aclosing(self._events(tee, [*self._before(), said])) as stream:
            async for event in stream:
                events.append(event)
                self._say(plain(event.text))
                await asyncio.sleep(0)  # a fast model must not keep notices from leaving
        self._say("\n")
        for event in events:
            if isinstance(event, Escalated):
                self._say(f"({event.to} is told: {event.level})\n")
            elif isinstance(event, CoverageGap):
                self._say(f"(not looked at: {event.what}, {event.kind}; {event.do})\n")
        reply = "".join(event.text for event in events)
        self.history += [said, Message.of(Role.ASSISTANT, reply)]
        [done] = [event for event in events if isinstance(event, Done)]
        if done.receipt is not None:
            self.receipts.append(done.receipt.leaf)
        if self.show:
            for row in shown(line, tee.asked, tee.said, reply, done):
                self._say(row + "\n")
        failed = any(isinstance(one, Replaced) and one.rule == MODEL_FAILED for one in events)
        if failed:
            self._say("(the model failed, and the policy has a text for that)\n")
        return not failed

    def _before(self) -> Sequence[Message]:
        first = [Message.of(Role.SYSTEM, self.system)] if self.system else []
        kept = len(self.history) if self.remembered is None else self.remembered
        past = self.history[max(len(self.history) - kept, 0) :]
        return [*first, *past]

    def _events(self, model: ChatModel, messages: list[Message]) -> AsyncGenerator[Event, None]:
        return self.guard.stream(
            model,
            messages,
            session_id=self.session,
            locale=self.locale,
            country=self.country,
            **self.options,
        )

    def _tell(self) -> None:
        """Show what the console channels were told since the last time."""
        for line in self.notices.getvalue().splitlines():
            self._say(f"[notice] {line}\n")
        self.notices.seek(0)
        self.notices.truncate()

    def _say(self, text: str) -> None:
        click.echo(text, file=self.out, nl=False)
        self.out.flush()


async def typed(source: LineReader, out: TextIO) -> AsyncGenerator[str, None]:
    """Yield each line that somebody types, until the end of the input or `/quit`."""
    # A daemon thread of its own: Ctrl-C does not wait for the next line.
    keyboard = Workers("keyboard")
    try:
        while True:
            click.echo(YOU, file=out, nl=False)
            out.flush()
            line = await asyncio.wrap_future(keyboard.submit(source.readline))
            text = line.decode("utf-8", "replace").strip()
            if not line or text == QUIT:
                return
            if text:
                yield text
    finally:
        keyboard.close()


async def played(lines: Sequence[str], out: TextIO) -> AsyncGenerator[str, None]:
    """Yield prepared *lines* and show them as if somebody had typed them."""
    for line in lines:
        click.echo(f"{YOU}{line}", file=out)
        yield line
