"""
The recipe of one turn: inspect, decide, record, ask, release, record.

Nothing unlogged is released. If the log cannot be written, no text of the model
goes out; the fixed crisis text and the notice to a human still do. Only a policy that
says `on_failure: drop` has it otherwise: its log counts what it cannot write.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from functools import partial

from guardrails.alarms import Alarms
from guardrails.decisions import Do
from guardrails.errors import InputTooLongError, LogWriteError, ModelError
from guardrails.events import (
    GUARDED,
    Blocked,
    Disclosed,
    Escalated,
    Event,
)
from guardrails.findings import Family, Level
from guardrails.foreword import Foreword
from guardrails.inbound.inbound import Inbound
from guardrails.inbound.receiver import Receiver
from guardrails.judge import Judge
from guardrails.messages import Side, Surface
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.policy.vocabulary import SAFE_REPLY, TOO_LONG
from guardrails.reply import Limits, Reply
from guardrails.rights import Rights
from guardrails.turn.afterword import Afterword
from guardrails.turn.dues import Dues
from guardrails.turn.ending import NO_SESSION, Ending
from guardrails.turn.gaps import gaps, unread
from guardrails.turn.humans import Humans
from guardrails.turn.occasion import Occasion
from guardrails.turn.opening import record_opening
from guardrails.turn.own_reply import own_reply
from guardrails.turn.redrafting import Redrafting
from guardrails.turn.result import Result
from guardrails.turn.steps import Steps, to_its_end
from guardrails.turn.unlogged import unlogged
from guardrails.turn.wishes import fulfil
from guardrails.values import asks_for_value

_APART = "\n\n"
_PATIENCE = 60.0
"""Seconds between two pieces of a second draft."""


@dataclass(slots=True)
class Turn:
    """
    One turn under way.

    Attributes:
        occasion: Whose turn it is, and when.
        alarms: Tells humans.
        limits: What the model may take.
        raise_errors: A model that fails raises, although the policy has words for that:
            for those who try again, or another model.
        rights: Does what is the person's own right.
        unable: Message that tells the person that what they have a right to cannot be done.
        rewriter: Rewrites a reply that claims too much to be mended, where the policy holds whole
            replies back; the model itself is asked again if None.
        judge: Judges every text of the turn.
        humans: Those beside its conversation.
        result: What it has come to so far.
        steps: Those of its steps that nobody can break off.
        ending: Ends it.
    """

    occasion: Occasion
    alarms: Alarms
    limits: Limits
    raise_errors: bool = False
    rights: Rights | None = None
    unable: str | None = None
    rewriter: ChatModel | None = None
    judge: Judge = field(init=False)
    humans: Humans = field(init=False)
    result: Result = field(init=False)
    steps: Steps = field(init=False)
    ending: Ending = field(init=False)

    def __post_init__(self) -> None:
        at = self.occasion
        at.session.state = at.session.state.begun(at.now)
        self.judge = Judge(at.bench, at.session, at.context, at.now)
        self.humans = Humans(self.alarms, at)
        self.result = Result()
        self.steps = Steps(self.alarms)
        self.ending = Ending(at, self.judge, self.humans, self.result, self.steps)

    async def events(
        self, model: ChatModel, request: ModelRequest, restore_tools: frozenset[str]
    ) -> AsyncGenerator[Event, None]:
        """Yield the events of the turn; its end is recorded however it ends."""
        try:
            async with aclosing(self._events(model, request, restore_tools)) as events:
                async for event in events:
                    self.result.shown.append(event.text)
                    yield event
        except BaseException as error:
            gone = isinstance(error, (GeneratorExit, asyncio.CancelledError))
            await to_its_end(self.ending.left("cancelled" if gone else "error"))
            raise

    async def _events(
        self, model: ChatModel, request: ModelRequest, restore_tools: frozenset[str]
    ) -> AsyncGenerator[Event, None]:
        """Hear the person, answer for the policy if it has to, or else ask the model."""
        try:
            taken, called = await self.steps.begin(self._hear(request))
        except LogWriteError:
            async for event in self._unlogged(request):
                yield event
            return
        if taken.level is not Level.NONE:
            self.judge.circumstances.watch(taken.level, taken.about, taken.need)
        words = await self.humans.words()
        self.result.hidden += [word.text for word in words]
        before: list[Event] = [*called, *words, *gaps(self.occasion.policy, taken)]
        for event in before:
            yield event
        stands_in = self.occasion.without is not None
        own = own_reply(
            self.occasion.policy,
            self.judge.wordings,
            taken,
            unable=self.unable,
            stands_in=stands_in,
        )
        if own is not None:
            said, self.result.do = own
            self.result.hidden.append(said.text)
            yield said
            end = NO_SESSION if stands_in else GUARDED
            yield await self.ending.record(called=False, end=end, said=said.text)
            return
        if taken.too_long is not None:
            text = self.judge.wordings.say(TOO_LONG)
            await self.ending.record(called=False, end="too-long")
            raise InputTooLongError(taken.too_long, self.occasion.policy.max_input, text)
        async with aclosing(self._answer(model, request, taken, restore_tools)) as events:
            async for event in events:
                yield event

    async def _hear(self, request: ModelRequest) -> tuple[Inbound, list[Escalated]]:
        """Take in the messages and tell humans, in one go: whoever leaves takes nothing away."""
        await self.humans.stand(self.judge)
        await record_opening(self.occasion)
        policy = self.occasion.policy
        receiver = Receiver(self.judge, self.occasion.session, policy.max_input)
        taken = await receiver.take(request.messages)
        await asyncio.gather(*(self.judge.gap(gap, Side.INPUT) for gap in unread(policy, taken)))
        await self.humans.pass_on(taken.hidden)
        self.result.take(taken)
        self.unable = await fulfil(self.rights, self.occasion, taken.decisions)
        return taken, await self.humans.call([*taken.decisions, *taken.older])

    async def _answer(
        self,
        model: ChatModel,
        request: ModelRequest,
        taken: Inbound,
        restore_tools: frozenset[str],
    ) -> AsyncGenerator[Event, None]:
        """Ask the model and yield what may be released of its reply, with what goes around it."""
        policy, session = self.occasion.policy, self.occasion.session
        dues = Dues(self.judge.wordings, self.occasion, taken.decisions)
        asked = request.structured or asks_for_value(request.options)
        foreword = Foreword(dues.messages, dues.tell, asked=asked)
        question = taken.question or session.vault.question
        sorry = None if self.raise_errors else policy.failure.model_error
        afterword = Afterword(self.judge.wordings, self.occasion, taken.decisions, sorry)
        guarding = partial(
            Reply, self.judge, session, question, restore_tools, followed=afterword.kinds
        )
        reply = guarding(self.limits, foreword)
        for aside in foreword.begin():
            yield aside
        heard = self.judge.families(Side.INPUT, Surface.TEXT)
        drafts = Redrafting(
            reply,
            self.judge.wordings,
            held_back=policy.hold == "reply",
            rewriter=self.rewriter if Family.PII in heard else None,
            anew=partial(guarding, _brief(self.limits), draft=2, before=foreword),
        )
        failed: ModelError | None = None
        hidden = replace(request, messages=tuple(taken.hidden))
        try:
            async with aclosing(drafts.events(model, hidden)) as events:
                async for event in events:
                    yield event
        except ModelError as error:
            failed = error
        except LogWriteError:
            for event in self._broken_midway(drafts.held, afterword):
                yield event
            return
        reply = drafts.reply
        self.result.hidden += [*foreword.before, reply.hidden, *foreword.after]
        self.result.do = max(self.result.do, drafts.do)
        for event in afterword.events(reply, foreword, failed=failed is not None):
            self.result.hidden.append(event.text)
            yield event
        end = "model-error" if failed is not None else reply.end
        done = await self.ending.record(
            called=True,
            end=end,
            said=reply.shown,
            reply=reply,
            failed=failed,
            again=drafts.again,
            unheard=drafts.unheard,
        )
        if failed is not None and sorry is None:
            dues.take_back()
            raise failed
        yield done

    async def _unlogged(self, request: ModelRequest) -> AsyncGenerator[Event, None]:
        """The log is broken: look at the person's words all the same, and release no other text."""
        humans = self.humans
        async for event in unlogged(
            self.occasion, self.judge.wordings, humans, self.result, request
        ):
            yield event
        do = Do.BLOCK if humans.standing.holder is None else Do.RELAY
        yield self.ending.unrecorded(do, called=False)

    def _broken_midway(self, held: Iterable[Event], afterword: Afterword) -> Iterator[Event]:
        """The log broke while the model spoke: nothing more of it goes out."""
        for event in held:
            if isinstance(event, Disclosed):  # which counts as said by now
                yield event
        yield Blocked(_APART + self.judge.wordings.say(SAFE_REPLY), "failure.log")
        yield from afterword.broken_off()
        yield self.ending.unrecorded(Do.BLOCK, called=True)


def _brief(limits: Limits) -> Limits:
    """Return *limits* for a second draft, which is waited for less long: there is a first."""
    return replace(limits, silence=min(limits.silence, _PATIENCE))
