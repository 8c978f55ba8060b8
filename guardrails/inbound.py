"""
Messages on their way to the model: recognised, looked at, decided, pseudonymised.

What was looked at in an earlier turn is told by a keyed HMAC and not looked at
again, so the cost of a turn does not grow with the conversation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from operator import is_

from guardrails.arguments import rewritten
from guardrails.bench import Looked, whole
from guardrails.decisions import Decision, Do, MaskWith, Mode
from guardrails.detectors.base import TAIL
from guardrails.fiction import Inventor
from guardrails.findings import Family, Finding, Level, Span
from guardrails.heard import Heard, Spoken, packed, unpacked
from guardrails.judge import Judge
from guardrails.keeping import Texts
from guardrails.levels import level_of, urgency
from guardrails.masks import Mask
from guardrails.mending import mended
from guardrails.messages import Message, OpaquePart, Part, Role, Side, Surface, TextPart, ToolCall
from guardrails.recalled import KNOWN
from guardrails.redaction import united
from guardrails.sessions.base import Session
from guardrails.sightings import Sightings
from guardrails.surrogates import words_of
from guardrails.taxonomy import Subject, subject_of
from guardrails.window import AHEAD, SPOKEN, Frame, frames

_HANDED = {Surface.TOOL_RESULT, Surface.TOOL_ARGUMENT}
"""Surfaces with words of tools, to which surrogates are handed."""
SKIMMED = 100
"""How many findings are kept of a text that is refused for its length."""


@dataclass(slots=True)
class Inbound:
    """
    The input of one turn.

    Attributes:
        decisions: One for each frame of the messages that this turn answers.
        hidden: The messages as the model may see them.
        level: The highest crisis level of the messages that this turn answers.
        past: The highest crisis level of older messages that were not known.
        about: Who is in need at that level.
        need: Category of what was found at that level, or "".
        question: The person's last message.
        gaps: Kinds of parts that nobody could read.
        looks: With each decision, what it was taken on.
        older: Decisions about older messages of the person that were not known and that
            humans are to be told of.
        too_long: Length of the longest text, if it is over the limit.
    """

    decisions: list[Decision] = field(default_factory=list)
    hidden: list[Message] = field(default_factory=list, repr=False)
    level: Level = Level.NONE
    past: Level = Level.NONE
    about: Subject = Subject.SELF
    need: str = ""
    question: str = field(default="", repr=False)
    gaps: list[str] = field(default_factory=list)
    looks: list[Looked] = field(default_factory=list)
    older: list[Decision] = field(default_factory=list)
    too_long: int | None = None


class Receiver:
    """Takes in the messages of one turn."""

    def __init__(self, judge: Judge, session: Session, limit: int) -> None:
        self._judge = judge
        self._vault = session.vault
        self._limit = limit
        self._ways = {rule.id: rule.mask_with for rule in judge.policy.rules}
        self._taken = Inbound()
        self._inventor: Inventor | None = None
        self._marks: dict[tuple[Role, Surface, str], bytes] = {}

    async def take(self, messages: Sequence[Message]) -> Inbound:
        """
        Return what became of *messages*.

        Messages after the last reply of the assistant are what this turn answers;
        the policy decides about them. Those before it are history. A reply that the
        caller began for the model is no reply.

        Raises:
            LogWriteError: A decision could not be recorded.
        """
        if self._vault.source is not None:
            await self._vault.expect(list(self._marked(messages)))
        current = _current(messages)
        self._inventor = self._judge.inventor(partial(_words_in, messages))
        for index, message in enumerate(messages):
            hidden = await self._recalled(message) if index < current else None
            if hidden is None:
                hidden = await self._message(message, now=index >= current)
            self._taken.hidden.append(hidden)
        if messages and not self._taken.decisions:
            await self._empty()
        if self._vault.pseudonyms.dresses:
            self._taken.hidden = [self._dressed(message) for message in self._taken.hidden]
        return self._taken

    def _dressed(self, message: Message) -> Message:
        """Return *message*, in which values are hidden, with the surrogates for the model."""
        dress = self._vault.pseudonyms.dress
        parts = tuple(
            replace(part, text=dress(part.text)) if isinstance(part, TextPart) else part
            for part in message.parts
        )
        calls = tuple(replace(call, arguments=dress(call.arguments)) for call in message.tool_calls)
        return replace(message, parts=parts, tool_calls=calls)

    async def _empty(self) -> None:
        """Decide about a turn without a word, a picture say: what is due is due all the same."""
        looked = whole("")
        decision = self._judge.decide(looked, Side.INPUT, Surface.TEXT)
        await self._judge.record(looked, decision, Side.INPUT, Surface.TEXT, n=0, released=0)
        self._taken.decisions.append(decision)
        self._taken.looks.append(looked)

    def _marked(self, messages: Sequence[Message]) -> Iterator[bytes]:
        """Yield the marks of all texts of *messages*, so that they are looked up in one go."""
        for message in messages:
            for run in _runs(message.parts):
                if not isinstance(run, OpaquePart):
                    part = _joined(run)
                    yield self._mark(message.role, part.surface, mended(part.text))

    async def _recalled(self, message: Message) -> Message | None:
        """Return *message* as the model may see it, if all of it was looked at before."""
        if message.tool_calls or message.name is not None:
            return None
        only = message.parts[0] if len(message.parts) == 1 else None
        if isinstance(only, TextPart):  # as nearly all are: nothing to be joined
            hidden = await self._known(message.role, only)
            if hidden is None or hidden == only.text:
                return None if hidden is None else message
            return replace(message, parts=(TextPart(hidden, only.surface),))
        parts: list[Part] = []
        for run in _runs(message.parts):
            if isinstance(run, OpaquePart):
                parts.append(run)
                continue
            part = _joined(run)
            hidden = await self._known(message.role, part)
            if hidden is None:
                return None
            parts += _kept(run, part, hidden)
        same = all(map(is_, parts, message.parts))
        return message if same else replace(message, parts=tuple(parts))

    async def _known(self, role: Role, part: TextPart) -> str | None:
        """Return *part*'s text as the model may see it, if it was looked at before."""
        text = mended(part.text)
        kept = await self._vault.recall(self._mark(role, part.surface, text))
        known = unpacked(kept, looks=False)
        if known is None:
            return None
        self._ask(role, part.surface, text)
        return self._hidden(role, part.surface, text, known)

    def _mark(self, role: Role, surface: Surface, text: str) -> bytes:
        mark = self._marks.get((role, surface, text))
        if mark is None:
            mark = self._vault.mark(f"{role.value}\n{surface.value}\n{text}".encode())
            self._marks[role, surface, text] = mark
        return mark

    def _ask(self, role: Role, surface: Surface, text: str) -> None:
        """Keep the person's last message: it is what a reply is read against."""
        if role is Role.USER and surface is Surface.TEXT:
            self._taken.question = self._vault.question = text[-TAIL:]

    def _hidden(self, role: Role, surface: Surface, text: str, known: Heard | Spoken) -> str:
        """Return *text* with what is known of it hidden."""
        if isinstance(known, Spoken):
            return known.hidden
        names = self._vault.pseudonyms
        if not known.masks and "<" not in text and not names.dresses:
            return text
        own = role in {Role.USER, Role.ASSISTANT}
        handed = surface in _HANDED
        return names.hide(text, known.masks, own=own, draw=self._inventor, handed=handed)

    async def _message(self, message: Message, *, now: bool) -> Message:
        """Return *message* as the model may see it."""
        parts: list[Part] = []
        for run in _runs(message.parts):
            if isinstance(run, OpaquePart):
                if now:
                    self._taken.gaps.append(run.kind)
                parts.append(run)
                continue
            part = _joined(run)
            parts += _kept(run, part, await self._text(message.role, part, now=now))
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

    async def _text(self, role: Role, part: TextPart, *, now: bool) -> str:
        """Return *part*'s text as the model may see it."""
        text = mended(part.text)
        mark = self._mark(role, part.surface, text)
        known = unpacked(await self._vault.recall(mark))
        self._ask(role, part.surface, text)
        if isinstance(known, Spoken):
            return known.hidden
        spoken = role is Role.USER and part.surface is Surface.TEXT
        if now and spoken and known is not None and known.after != self._said():
            known = None  # the same words after other words may mean something else
        fresh = known is None
        heard = await self._look(role, part.surface, text) if known is None else known
        acting = now and role is not Role.SYSTEM
        if fresh or acting:
            heard = await self._decide(heard, part.surface, text, acting=acting, fresh=fresh)
        if fresh and spoken:
            self._vault.tail = f"{self._vault.tail}\n{text}"[-TAIL:].lstrip("\n")
        if fresh and heard.complete and len(text) <= self._limit:
            self._vault.remember(
                mark, packed(replace(heard, after=self._said()) if spoken else heard)
            )
        return self._hidden(role, part.surface, text, heard)

    def _said(self) -> bytes:
        return self._vault.mark(self._vault.tail.encode())

    async def _decide(
        self, heard: Heard, surface: Surface, text: str, *, acting: bool, fresh: bool
    ) -> Heard:
        """Decide about each frame, record it, and return *heard* with what is to be masked."""
        spans: list[tuple[Span, str, MaskWith]] = []
        for n, looked in enumerate(heard.looks):
            decision = self._judge.decide(looked, Side.INPUT, surface)
            released = looked.at[1] - looked.at[0]
            texts = Texts(text[slice(*looked.at)])
            await self._judge.record(
                looked, decision, Side.INPUT, surface, n=n, released=released, texts=texts
            )
            spans += self._masked(decision, looked)
            if acting or decision.do is Do.BLOCK:
                self._taken.decisions.append(decision)
                self._taken.looks.append(looked)
            if acting:
                self._worse(decision, looked)
            elif fresh:
                self._taken.past = max(self._taken.past, decision.level)
                if decision.level >= Level.HIGH:
                    self._taken.older.append(decision)
        return replace(heard, masks=_whole_words(_masks(spans)))

    def _worse(self, decision: Decision, looked: Looked) -> None:
        """Keep the highest level, and who is in need at it: the person before others."""
        taken, level = self._taken, decision.level
        if level is Level.NONE or level < taken.level:
            return
        if level > taken.level or taken.about is Subject.OTHER:
            worst = _worst(decision, looked)
            taken.about, taken.need = subject_of(worst), worst.category
        taken.level = level

    async def _look(self, role: Role, surface: Surface, text: str) -> Heard:
        families: frozenset[Family] | None = None
        if len(text) > self._limit:
            return await self._skim(surface, text)
        if role is Role.ASSISTANT:
            families = self._judge.families(Side.INPUT, surface) & {Family.PII}
        cut = list(frames(text, SPOKEN, AHEAD))
        sightings = Sightings()
        looks = [
            await self._judge.look(
                frame,
                Side.INPUT,
                surface,
                tail=self._vault.tail if frame.n == 0 else "",
                families=families,
                sightings=sightings,
            )
            for frame in cut
        ]
        return Heard(tuple(map(sightings.completed, cut, looks)) or (whole(text),))

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

    def _masked(self, decision: Decision, looked: Looked) -> list[tuple[Span, str, MaskWith]]:
        """Return span and type of each value that an enforced rule masks, and how it does."""
        masked = [
            (looked.findings[one.finding], self._ways.get(one.rule, MaskWith.PSEUDONYM))
            for one in decision.fired
            if one.mode is Mode.ENFORCE and one.do is Do.MASK
        ]
        # Of two names for a value the policy's own counts, or else what it was called before.
        masked.sort(key=lambda one: (not one[0].own, one[0].source != KNOWN))
        return [(finding.span, finding.category[4:], how) for finding, how in masked]

    async def _call(self, call: ToolCall) -> ToolCall:
        """Return an earlier tool call with the values in its arguments hidden."""

        async def hide(text: str) -> str:
            part = TextPart(text, Surface.TOOL_ARGUMENT)
            hidden = await self._text(Role.ASSISTANT, part, now=False)
            return self._vault.pseudonyms.cover(hidden)

        return replace(call, arguments=await rewritten(call.arguments, hide))


def _worst(decision: Decision, looked: Looked) -> Finding:
    """Return what *decision*, which has a crisis level, is about: the person before others."""
    found = [looked.findings[one.finding] for one in decision.fired]
    highest = max(map(level_of, found))
    return min((one for one in found if level_of(one) is highest), key=urgency)


def _runs(parts: Iterable[Part]) -> Iterator[tuple[TextPart, ...] | OpaquePart]:
    """
    Yield what the model reads in one piece: parts of text side by side, on one surface.

    A value may begin in one part and end in the next.
    """
    run: list[TextPart] = []
    for part in parts:
        if run and (isinstance(part, OpaquePart) or part.surface is not run[0].surface):
            yield tuple(run)
            run = []
        if isinstance(part, OpaquePart):
            yield part
        else:
            run.append(part)
    if run:
        yield tuple(run)


def _joined(run: Sequence[TextPart]) -> TextPart:
    return run[0] if len(run) == 1 else TextPart("".join(p.text for p in run), run[0].surface)


def _kept(run: Sequence[TextPart], joined: TextPart, hidden: str) -> Sequence[TextPart]:
    """Return the parts of *run* as they were, or one part if something in them is hidden."""
    return run if hidden == joined.text else (TextPart(hidden, joined.surface),)


def _current(messages: Sequence[Message]) -> int:
    """Return the index of the first message that this turn answers."""
    end = len(messages)
    while end and messages[end - 1].role is Role.ASSISTANT:
        end -= 1
    while end and messages[end - 1].role is not Role.ASSISTANT:
        end -= 1
    return end


def _masks(spans: Sequence[tuple[Span, str, MaskWith]]) -> Iterator[Mask]:
    """Yield what to hide: of ways to hide that meet in a value, the one that tells least."""
    ways = sorted(((span, how) for span, _, how in spans), reverse=True)
    for span, kind in united([(span, kind) for span, kind, _ in spans]):
        how = MaskWith.SURROGATE
        while ways and ways[-1][0].start < span.stop:
            how = max(how, ways.pop()[1])
        yield Mask(span.start, span.stop, kind, how)


def _words_in(messages: Iterable[Message]) -> frozenset[str]:
    """Return the words of all that the model is to read, in lower case."""
    texts = [part.text for one in messages for part in one.parts if isinstance(part, TextPart)]
    texts += [call.arguments for one in messages for call in one.tool_calls]
    return frozenset().union(*map(words_of, texts))


def _whole_words(masks: Iterable[Mask]) -> tuple[Mask, ...]:
    """Return *masks* with the pieces of a word that is longer than a frame made one."""
    made: list[Mask] = []
    for mask in masks:
        last = made[-1] if made else None
        if last and last.kind == mask.kind == "long-word" and last.stop == mask.start:
            made[-1] = last._replace(stop=mask.stop)
        else:
            made.append(mask)
    return tuple(made)
