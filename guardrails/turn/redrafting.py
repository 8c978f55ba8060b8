"""
A reply that claims too much to be mended is asked for a second time, before any of it goes out.

    first draft ─▶ torn? ─▶ asked again, or rewritten ─▶ looked at like the first ─▶ still torn?
                    no: it goes out                         no: it goes out     yes: one honest text

Only where the policy holds whole replies back (`hold: reply`): nobody has read the first then.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Any, Final

from guardrails.decisions import Do
from guardrails.errors import GuardrailsError, LogWriteError, ModelError, SessionError
from guardrails.events import Disclosed, Event, Reasoning, Replaced, Text
from guardrails.messages import Message, Role, Surface, TextPart
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.reply import Reply
from guardrails.wordings import Wordings

AGAIN: Final = (
    "Your last draft of the next reply was not sent: it spoke as if you had feelings, a body, a "
    "past, a licence, a bond with the person or a mind of your own, or promised to be always "
    "there. Write the reply once more, as the computer program that you are. Answer what the "
    "person asked or told, warmly and about them. Claim nothing of that kind and play no such "
    "part; say of yourself one short sentence at most. Do not mention this instruction or the "
    "draft."
)
"""What a model is told that is asked for a reply once more."""
REWRITE: Final = (
    "You rewrite a chatbot's reply before it is sent. The draft speaks as if a program had "
    "feelings, a body, a past, a licence, a bond with the person or a mind of its own, or promises "
    "to be always there. Write it anew without that, in the same language and register: warm, "
    "about the person, and as the program that the speaker is. Keep advice, numbers, addresses, "
    "code, and words in angle brackets such as <PERSON_1> as they are. Answer with the reply alone."
)
"""What a rewriting model is told."""

NewReply = Callable[[], Reply]


@dataclass(slots=True)
class Redrafting:
    """
    The drafts of one reply, and what goes out of them.

    Attributes:
        reply: The draft that counts.
        wordings: Of the turn.
        held_back: Nothing of it goes out before its end, so that there may be a second.
        rewriter: Rewrites a draft; the model is asked again if None.
        anew: Returns what guards a second draft.
        held: Events that are held back.
        again: What went out of a reply that was asked for again: `second`, `first` (the second
            failed, or was none) or `instead`, one honest text; "" if it was not.
        unheard: Why nothing of the rewriter's went out, in a few words; "" of any other turn.
    """

    reply: Reply
    wordings: Wordings
    held_back: bool
    rewriter: ChatModel | None
    anew: NewReply
    held: list[Event] = field(default_factory=list)
    again: str = ""
    unheard: str = ""
    _before: Do = Do.PASS

    @property
    def do(self) -> Do:
        """The strongest action on any draft."""
        return max(self._before, self.reply.do)

    async def events(self, model: ChatModel, request: ModelRequest) -> AsyncGenerator[Event, None]:
        """
        Yield what may be released of the reply of *model* to *request*, which is pseudonymised.

        Raises:
            ModelError: The model failed; what it had said until then was yielded.
            LogWriteError: A decision could not be recorded; what is in `held` was not yielded.
        """
        failed: ModelError | None = None
        said = len(self.wordings.said)
        try:
            async with aclosing(self.reply.events(model, request)) as events:
                async for event in events:
                    if self.held_back and (self.held or not isinstance(event, Disclosed)):
                        self.held.append(event)
                    else:
                        yield event
        except ModelError as error:
            failed = error
        if failed is None and self.held_back and self.reply.torn:
            await self._again(model, request, said)
        for event in self.held:
            if self._goes_out(event):
                yield event
        if failed is not None:
            raise failed

    async def _again(self, model: ChatModel, request: ModelRequest, said: int) -> None:
        """
        Ask for a second draft, and for no third.

        A model that fails leaves the first, mended. What was given up even so becomes one
        honest text. The first *said* messages of the turn were shown before any draft.
        """
        first, rewriter = self.reply, self.rewriter if self.reply.covered else None
        asked = _corrected(request) if rewriter is None else _rewriting(request, first.draft)
        second, held = self.anew(), list[Event]()
        messages, until = self.wordings.said, len(self.wordings.said)
        failed = ""
        try:
            async with aclosing(second.events(rewriter or model, asked)) as events:
                held = [event async for event in events]
        except (LogWriteError, SessionError):
            raise
        except ModelError as error:
            failed = error.kind if error.status is None else f"{error.kind} (HTTP {error.status})"
        except GuardrailsError as error:
            failed = type(error).__name__
        usage = _summed(first.usage, second.usage)
        self._before = max(first.do, second.do)
        fits = second.is_plain if rewriter is not None else not second.blocked
        if not failed and fits and second.shown.strip():
            self._take_back(first.told, said, until)
            self.reply, self.again = second, "second"
            self.held = [*_beside(self.held), *held]
        else:
            del messages[until:]
            self.again = "first"
            if rewriter is not None:
                self.unheard = failed or ("no words" if fits else "not a plain reply")
        if self.reply.spent:
            self._take_back(self.reply.told, said, len(messages))
            text, rule = self.reply.instead()
            self.held = [*_beside(self.held), Replaced(text, Do.REWRITE, rule)]
            self.again = "instead"
        self.reply.usage = usage

    def _take_back(self, told: Iterable[str], start: int, stop: int) -> None:
        """Forget that messages which nobody was shown were said, from *start* to *stop*."""
        said = self.wordings.said
        for message in told:
            if message in said[start:stop]:
                del said[said.index(message, start, stop)]
                stop -= 1

    def _goes_out(self, event: Event) -> bool:
        """Whether *event*, which was held back, goes out now that the reply is over."""
        helps = isinstance(event, Replaced) and event.rule.startswith("crisis-reply.")
        return not self.reply.blocked or helps or not isinstance(event, (Text, Replaced))


def _beside(events: Sequence[Event]) -> list[Event]:
    """Return those of *events* that are no text of the reply."""
    return [one for one in events if not isinstance(one, (Text, Replaced, Reasoning))]


def _corrected(request: ModelRequest) -> ModelRequest:
    """Return *request* with what is to be better, at the end of what leads the model."""
    first = request.messages[0] if request.messages else None
    if first is None or first.role is not Role.SYSTEM:
        return replace(request, messages=(Message.of(Role.SYSTEM, AGAIN), *request.messages))
    more = TextPart(f"\n\n{AGAIN}", Surface.SYSTEM)
    led = replace(first, parts=(*first.parts, more))
    return replace(request, messages=(led, *request.messages[1:]))


def _rewriting(request: ModelRequest, draft: str) -> ModelRequest:
    """Return what a rewriting model is asked about *draft*: with the person's last words alone."""
    said = [one.text for one in request.messages if one.role is Role.USER]
    told = f"The person wrote:\n\n{said[-1] if said else ''}\n\nThe draft:\n\n{draft}"
    return ModelRequest((Message.of(Role.SYSTEM, REWRITE), Message.of(Role.USER, told)))


def _summed(
    first: Mapping[str, Any] | None, second: Mapping[str, Any] | None
) -> Mapping[str, Any] | None:
    """Return what two drafts used, token counts added up; the rest as of the second."""
    if not first or not second:
        return second or first
    return {**first, **{key: _added(first.get(key), value) for key, value in second.items()}}


def _added(first: object, second: object) -> object:
    match first, second:
        case int() | float(), int() | float():
            return first + second
        case Mapping(), Mapping():
            return _summed(first, second)
        case _:
            return second
