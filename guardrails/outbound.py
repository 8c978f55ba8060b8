"""
A reply on its way to the person: held back, looked at, decided, recorded, released.

    chunks ─▶ undress ─▶ Cutter ─▶ look ─▶ decide ─▶ amend ─▶ record ─▶ restore ─▶ events

A whole reply takes the very same way as a streamed one.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from guardrails.amend.amend import amend
from guardrails.amend.made import Amended, Piece
from guardrails.bench import Looked
from guardrails.decisions import Decision, Do, Mode
from guardrails.density import suspected, weighed
from guardrails.detectors.goodbye import says_goodbye
from guardrails.events import (
    READABLE,
    Blocked,
    CoverageGap,
    Event,
    Reasoning,
    Replaced,
    Text,
    gaps_in,
)
from guardrails.findings import Span
from guardrails.judge import Judge
from guardrails.keeping import Texts
from guardrails.lasting import lasting
from guardrails.links import Trail
from guardrails.mending import Mender
from guardrails.messages import Side, Surface
from guardrails.opinion import covers, without_personal_data
from guardrails.places import Place
from guardrails.pseudonyms import Pseudonyms
from guardrails.recalled import passed
from guardrails.sightings import Sightings
from guardrails.stand_ins import STAND_IN
from guardrails.surrogates import Undressing
from guardrails.used import Used, closing, gap_behind, plain_goodbye, whole
from guardrails.values import is_value
from guardrails.voice import Voice, advance, foreign
from guardrails.window import Cutter, Frame

_APART = "\n\n"


@dataclass(slots=True)
class Outbound:
    """
    One surface of one reply.

    Args:
        judge: Of the turn.
        pseudonyms: Of the session.
        surface: `text` or `reasoning`.
        question: The person's message that is answered.
        restore: Whether pseudonyms are turned back into the person's values.
    """

    judge: Judge
    pseudonyms: Pseudonyms
    surface: Surface = Surface.TEXT
    question: str = field(default="", repr=False)
    restore: bool = True
    draft: int = 1
    """Which draft of the reply it is; a second is asked for where the first is torn."""
    tail: str = field(default="", repr=False)
    """What the person said last, up to 600 characters."""
    taken: int = 0
    """Characters of the model's text that came in."""
    blocked: bool = False
    """The policy ended this surface: nothing more is taken."""
    helped: bool = False
    """It did so with the text for a person in need, for the reply was not safe for them."""
    adds: dict[str, str] = field(default_factory=dict)
    """Messages of the policy to be added at the end of the reply → rule."""
    said: list[str] = field(default_factory=list, repr=False)
    """What was released, as the person sees it."""
    hidden: list[str] = field(default_factory=list, repr=False)
    """What was released, with pseudonyms in the place of the person's values."""
    do: Do = Do.PASS
    masked: list[str] = field(default_factory=list, repr=False)
    """What the model said, without personal data, where whole replies are held back."""
    covered: bool = True
    """Personal data was looked for in all of it."""
    told: list[str] = field(default_factory=list)
    """Ids of the policy's messages that stand in it."""
    changed: int = 0
    """Characters of the model's text that were not let through as they were."""
    _cutter: Cutter = field(default_factory=Cutter, repr=False)
    _mender: Mender = field(default_factory=Mender, repr=False)
    _undressing: Undressing = field(init=False, repr=False)
    _voice: Voice = field(default_factory=Voice, repr=False)
    _used: Used = field(default_factory=Used, repr=False)
    _told: set[CoverageGap] = field(default_factory=set, repr=False)
    _carry: int = 0
    _trail: Trail = field(default_factory=Trail, repr=False)
    _place: Place = field(default_factory=Place, repr=False)
    _sightings: Sightings = field(default_factory=Sightings, repr=False)

    def __post_init__(self) -> None:
        self._undressing = self.pseudonyms.undressing()
        self._used.question = self.question
        self._part()
        self._voice = Voice.answering(self.question)

    @property
    def length(self) -> int:
        """Characters of the model's text so far."""
        return self._cutter.length

    @property
    def spent(self) -> bool:
        """Whether it claimed so much that the rest of it was given up."""
        return self._used.density.spent

    @property
    def torn(self) -> bool:
        """Whether it claims, and was given up, or more than half of it changed."""
        density = self._used.density
        return density.spent or (density.sure and self.changed * 2 > self.length)

    def instead(self) -> tuple[str, str]:
        """
        Let one honest text stand for all that was said, but for what a person could act upon.

        It is returned, with the rule that acts.
        """
        self.told.clear()
        goodbye = self._goodbye() if self._used.parts else ""
        for texts in (self.said, self.hidden):
            texts[:] = [whole(self._used, lasting("".join(texts)), goodbye)]
        return self.said[0], self._used.rule or ""

    async def feed(self, piece: str) -> AsyncGenerator[Event, None]:
        """Take the next *piece* of the raw reply and yield what may be released now."""
        self.taken += len(piece)
        for frame in self._cutter.feed(self._undressing.feed(self._mender.feed(piece))):
            async for event in self._frame(frame):
                yield event
            if self.blocked:
                return

    async def finish(self) -> AsyncGenerator[Event, None]:
        """Yield what was held back. The reply is over, whatever the reason."""
        if self.blocked:
            return
        for frame in self._rest():
            async for event in self._frame(frame):
                yield event
            if self.blocked:
                return
        spoken = self.surface is Surface.TEXT and self.length > 0
        if not spoken or self.do is Do.PASS:
            return
        said = "".join(self.said)
        if is_value(said):
            return
        if text := closing(self._used, said, self._goodbye):
            parting = self._used.parting
            do = Do.REPLACE if parting else Do.REWRITE
            yield self._release(Piece(text, do, parting or None, own=True))
        for text, rule in self._used.late:
            gap = gap_behind("".join(self.said))
            yield self._release(Piece(f"{gap}{text}", Do.REPLACE, rule, own=True))

    def _rest(self) -> Iterator[Frame]:
        yield from self._cutter.feed(self._undressing.feed(self._mender.finish()))
        yield from self._cutter.feed(self._undressing.finish())
        yield from self._cutter.finish()

    async def _frame(self, frame: Frame) -> AsyncGenerator[Event, None]:
        looked = await self.judge.look(
            frame,
            Side.OUTPUT,
            self.surface,
            voice=self._voice,
            tail=self.tail,
            question=self.question,
            sightings=self._sightings,
        )
        looked = self._sightings.completed(frame, looked)
        decision = self.judge.decide(looked, Side.OUTPUT, self.surface)
        amended = await self._amend(frame, looked, decision)
        self._voice = advance(self._voice, frame.text, self.question)
        also = passed(frame, looked.findings, decision, self.pseudonyms)
        pieces = amended.pieces
        if self.judge.policy.hold == "reply" and self.surface is Surface.TEXT:
            self._keep(frame, looked, pieces)
        if decision.helps and "".join(self.said).strip():
            pieces = (Piece(_APART, own=True), *pieces)
        events = [self._release(piece, also) for piece in pieces]
        await self.judge.record(
            looked,
            decision,
            Side.OUTPUT,
            self.surface,
            n=frame.n,
            draft=self.draft,
            released=sum(len(event.text) for event in events),
            texts=Texts(frame.text, _shown(events), "".join(piece.text for piece in pieces)),
        )
        self._carry = amended.carry
        self.do = max(self.do, decision.do)
        self.blocked = decision.ends
        self.helped = decision.helps
        self._note_adds(decision)
        for gap in gaps_in(looked.reports, decision.do):
            if gap.kind not in READABLE or gap not in self._told:
                self._told.add(gap)
                yield gap
        for event in events:
            yield event

    def _keep(self, frame: Frame, looked: Looked, pieces: Sequence[Piece]) -> None:
        """Remember what a second draft is asked for with, should the reply be torn."""
        let = sum(len(one.text) for one in pieces if one.do in {Do.PASS, Do.MASK})
        self.changed += max(0, len(frame.text) - let)
        found = [
            replace(one, span=span.shifted(-frame.start))
            for one in looked.findings
            if (span := one.span.clipped(frame.start, frame.stop)) is not None
            and STAND_IN.fullmatch(frame.text, span.start - frame.start, span.stop - frame.start)
            is None
        ]
        self.covered = self.covered and covers(looked.reports)
        self.masked.append(without_personal_data(frame.text, found))

    async def _amend(self, frame: Frame, looked: Looked, decision: Decision) -> Amended:
        idle = not decision.fired and decision.do is not Do.BLOCK and self._carry <= frame.start
        density = weighed(self._used.density, frame, looked.findings, decision)
        self._used.density = density
        strict = density.sure and any(map(suspected, looked.findings))
        if idle and not (strict or self._used.wake.stirred or density.deep):
            self._used.pass_on(frame.text)
            return Amended((Piece(frame.text),), frame.stop)
        return await amend(
            frame,
            looked.findings,
            decision,
            self.judge.policy,
            self._used,
            carry=self._carry,
            say=self._say,
            check=self._clean,
            spared=[
                Span(start + frame.start, stop + frame.start)
                for start, stop in foreign(
                    self._voice,
                    frame.text,
                    self.question,
                    quoted=not density.spent or bool(self._voice.asked[1]),
                )
                if start < stop
            ],
        )

    def _say(self, message: str, language: str = "") -> str:
        """Return the policy's text for *message*, and remember that it stands in the reply."""
        said = self.judge.wordings.said
        before = len(said)
        text = self.judge.wordings.say(message, language)
        self.told += said[before:]
        return text

    def precede(self, messages: Sequence[str], texts: Sequence[str]) -> None:
        """Take note of *texts* that were said before the reply, those of *messages*."""
        if texts and not self._used.before:
            self._used.before = "".join(texts)
            self._used.messages.update(messages)

    def follow(self, kinds: frozenset[str]) -> None:
        """Take note that of *kinds*, such as `bond`, the policy speaks behind the reply."""
        self._used.templates.update(kinds)
        self._used.followed = bool(kinds)

    def _part(self) -> None:
        """Take note of a leave that the person takes; who may be in need is not let go."""
        leave = None
        if not self.judge.circumstances.flags.watched:
            leave = says_goodbye(self.question)
        self._used.parts = leave is not None
        self._used.leaves = leave is not None and leave.alone

    def _goodbye(self) -> str:
        """Return the policy's text to somebody who takes their leave, or a plain one."""
        rules = self.judge.policy.rules
        message = next((rule.at_goodbye for rule in rules if rule.at_goodbye), None)
        if message is None:
            return plain_goodbye(self._used)
        return self._say(message, self._used.language)

    async def _clean(self, text: str) -> bool:
        """Return whether *text* could stand in the reply without any rule acting on it."""
        frame = Frame(0, 0, len(text), last=True, left=0, window=text)
        looked = await self.judge.look(
            frame,
            Side.OUTPUT,
            self.surface,
            voice=self._voice,
            tail=self.tail,
            question=self.question,
        )
        decision = self.judge.decide(looked, Side.OUTPUT, self.surface)
        if self._used.density.sure and any(map(suspected, looked.findings)):
            return False
        acting = {Do.MASK, Do.REWRITE, Do.REPLACE, Do.BLOCK}
        return decision.do not in acting and not any(
            one.mode is Mode.ENFORCE and one.do in acting for one in decision.fired
        )

    def _note_adds(self, decision: Decision) -> None:
        if decision.do is Do.ADD and decision.say and decision.rule:
            self.adds.setdefault(decision.say, decision.rule)
        for message in decision.also:
            self.adds.setdefault(message, decision.rule or "")

    def _release(self, piece: Piece, also: frozenset[str] = frozenset()) -> Event:
        """
        Return the event that shows *piece*, and remember it.

        The person's own values come back in it, and those that *also* names.
        """
        shown = piece.text
        if self.restore and not piece.own:
            shown = self.pseudonyms.restore(
                piece.text, also=also, trail=self._trail, place=self._place
            )
        else:
            self._trail.add(shown)
            self._place.read(shown)
        if self.surface is Surface.REASONING:
            return Reasoning(shown)
        self.said.append(shown)
        self.hidden.append(piece.text)
        if piece.do is Do.BLOCK:
            return Blocked(shown, piece.rule or "")
        if piece.do is Do.PASS:
            return Text(shown)
        return Replaced(shown, piece.do, piece.rule or "")


def _shown(events: Iterable[Event]) -> str:
    """Return what *events* show the person, reasoning included."""
    return "".join(one.thought if isinstance(one, Reasoning) else one.text for one in events)
