"""
What is known of texts that were looked at before, and how the model may see them.

A text is told by a keyed HMAC, so that the cost of a turn does not grow with the
conversation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from operator import is_

from guardrails.fiction import Inventor
from guardrails.heard import Heard, Spoken, packed, unpacked
from guardrails.inbound.runs import joined, kept, runs
from guardrails.judge import Judge
from guardrails.mending import mended
from guardrails.messages import Message, OpaquePart, Part, Role, Surface, TextPart
from guardrails.sessions.base import Vault
from guardrails.surrogates import words_of

_HANDED = {Surface.TOOL_RESULT, Surface.TOOL_ARGUMENT}
"""Surfaces with words of tools, to which surrogates are handed."""


class Memory:
    """
    What a session knows of the texts of one turn.

    Args:
        vault: That of the session.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._inventor: Inventor | None = None
        self._marks: dict[tuple[Role, Surface, str], bytes] = {}

    async def begin(self, messages: Sequence[Message], judge: Judge) -> None:
        """Look all of *messages* up in one go; what *judge* makes up is none of their words."""
        if self._vault.source is not None:
            await self._vault.expect(list(self._marked(messages)))
        self._inventor = judge.inventor(partial(_words_in, messages))

    def _marked(self, messages: Iterable[Message]) -> Iterator[bytes]:
        for message in messages:
            for run in runs(message.parts):
                if not isinstance(run, OpaquePart):
                    part = joined(run)
                    yield self._mark(message.role, part.surface, mended(part.text))

    def _mark(self, role: Role, surface: Surface, text: str) -> bytes:
        mark = self._marks.get((role, surface, text))
        if mark is None:
            mark = self._vault.mark(f"{role.value}\n{surface.value}\n{text}".encode())
            self._marks[role, surface, text] = mark
        return mark

    async def known(self, role: Role, surface: Surface, text: str) -> Heard | Spoken | None:
        """Return what is known of *text*, or None."""
        return unpacked(await self._vault.recall(self._mark(role, surface, text)))

    def keep(self, role: Role, surface: Surface, text: str, heard: Heard) -> None:
        """Keep what was *heard* in *text*."""
        self._vault.remember(self._mark(role, surface, text), packed(heard))

    async def message(self, message: Message) -> Message | None:
        """Return *message* as the model may see it, if all of it was looked at before."""
        if message.tool_calls or message.name is not None:
            return None
        only = message.parts[0] if len(message.parts) == 1 else None
        if isinstance(only, TextPart):  # as nearly all are: nothing to be joined
            hidden = await self._recalled(message.role, only)
            if hidden is None or hidden == only.text:
                return None if hidden is None else message
            return replace(message, parts=(TextPart(hidden, only.surface),))
        parts: list[Part] = []
        for run in runs(message.parts):
            if isinstance(run, OpaquePart):
                parts.append(run)
                continue
            part = joined(run)
            hidden = await self._recalled(message.role, part)
            if hidden is None:
                return None
            parts += kept(run, part, hidden)
        same = all(map(is_, parts, message.parts))
        return message if same else replace(message, parts=tuple(parts))

    async def _recalled(self, role: Role, part: TextPart) -> str | None:
        """Return *part*'s text as the model may see it, if it was looked at before."""
        text = mended(part.text)
        value = await self._vault.recall(self._mark(role, part.surface, text))
        known = unpacked(value, looks=False)
        return None if known is None else self.hidden(role, part.surface, text, known)

    def hidden(self, role: Role, surface: Surface, text: str, known: Heard | Spoken) -> str:
        """Return *text* with what is known of it hidden."""
        if isinstance(known, Spoken):
            return known.hidden
        names = self._vault.pseudonyms
        if not known.masks and "<" not in text and not names.dresses:
            return text
        own = role in {Role.USER, Role.ASSISTANT}
        handed = surface in _HANDED
        return names.hide(text, known.masks, own=own, draw=self._inventor, handed=handed)

    def dressed(self, message: Message) -> Message:
        """Return *message*, in which values are hidden, with the surrogates for the model."""
        dress = self._vault.pseudonyms.dress
        parts = tuple(
            replace(part, text=dress(part.text)) if isinstance(part, TextPart) else part
            for part in message.parts
        )
        calls = tuple(replace(call, arguments=dress(call.arguments)) for call in message.tool_calls)
        return replace(message, parts=parts, tool_calls=calls)


def _words_in(messages: Iterable[Message]) -> frozenset[str]:
    """Return the words of all that the model is to read, in lower case."""
    texts = [part.text for one in messages for part in one.parts if isinstance(part, TextPart)]
    texts += [call.arguments for one in messages for call in one.tool_calls]
    return frozenset().union(*map(words_of, texts))
