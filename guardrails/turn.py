"""
The recipe of one turn: inspect, decide, record, ask, release, record.

Nothing unlogged is released. If the log cannot be written, no text of the model
goes out; the fixed crisis text and the notice to a human still do. Only a policy that
says `on_failure: drop` has it otherwise: its log counts what it cannot write.
"""

from __future__ import annotations

import asyncio
from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Coroutine,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from guardrails.alarms import Alarms
from guardrails.bench import Bench
from guardrails.context import TurnContext
from guardrails.decisions import Decision, Do
from guardrails.errors import (
    ErasureError,
    InputTooLongError,
    LogWriteError,
    ModelError,
    SessionError,
)
from guardrails.escalation.recent import Who
from guardrails.escalation.tickets import Standing
from guardrails.events import (
    GUARDED,
    READABLE,
    Aside,
    Blocked,
    CoverageGap,
    Disclosed,
    Done,
    Escalated,
    Event,
    FromHuman,
    Relayed,
    Replaced,
    Text,
    gaps_in,
)
from guardrails.findings import Family, Level, Mark
from guardrails.foreword import Foreword
from guardrails.heard import Spoken, packed
from guardrails.held_texts import PASSED_ON, PAUSED, PAUSED_CARE
from guardrails.inbound import Inbound, Receiver
from guardrails.judge import Judge
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import (
    session_open_body,
    turn_close_body,
    turn_open_body,
)
from guardrails.messages import Message, Role, Side, Surface, TextPart
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.outcome import (
    crisis_texts,
    crisis_texts_added,
    helps,
    imminent_texts,
    is_for_crisis,
    strongest,
    texts_added,
)
from guardrails.policy import rights as own_rights
from guardrails.policy.decide import PAUSE
from guardrails.policy.vocabulary import SAFE_REPLY, TOO_LONG
from guardrails.reply import Limits, Reply
from guardrails.rights import Rights
from guardrails.risk import Step
from guardrails.sessions.base import Session
from guardrails.sessions.state import State
from guardrails.taxonomy import Subject
from guardrails.values import asks_for_value, is_value

NO_SESSION: Final = "no-session"
"""How a turn ended for which the store of sessions was out of reach."""

_APART = "\n\n"
_LEANS = f"{Family.DEPENDENCE}."
T = TypeVar("T")


@dataclass(slots=True)
class Turn:
    """
    One turn under way.

    Attributes:
        bench: What all turns of the guard share.
        session: Whose turn it is; nobody else holds it meanwhile.
        context: What the caller says of the turn.
        now: Unix time in seconds.
        alarms: Tells humans.
        limits: What the model may take.
        raise_errors: A model that fails raises, although the policy has words for that:
            for those who try again, or another model.
        without: Why the session is not the conversation's own, but one that stands in for it:
            the model, which would get what was not looked at with what is known of the
            conversation, is not asked then.
        rights: Does what is the person's own right.
    """

    bench: Bench
    session: Session
    context: TurnContext
    now: int
    alarms: Alarms
    limits: Limits
    raise_errors: bool = False
    without: SessionError | None = None
    rights: Rights | None = None
    unable: str | None = None
    judge: Judge = field(init=False)
    foreword: Foreword = field(init=False)
    answers: tuple[str, ...] = ()
    reminders: frozenset[str] = frozenset()
    standing: Standing = Standing()  # noqa: RUF009 - a frozen value
    level: Level = Level.NONE
    need: str = ""
    about: Subject = Subject.SELF
    loss: bool = False
    do: Do = Do.PASS
    escalate: bool = False
    heard: int = 0
    closed: bool = False
    working: asyncio.Task[Any] | None = None
    hidden: list[str] = field(default_factory=list, repr=False)
    shown: list[str] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.session.state = self.session.state.begun(self.now)
        self.judge = Judge(self.bench, self.session, self.context, self.now)

    async def events(
        self, model: ChatModel, request: ModelRequest, restore_tools: frozenset[str]
    ) -> AsyncGenerator[Event, None]:
        """Yield the events of the turn; its end is recorded however it ends."""
        try:
            async with aclosing(self._events(model, request, restore_tools)) as events:
                async for event in events:
                    self.shown.append(event.text)
                    yield event
        except BaseException as error:
            gone = isinstance(error, (GeneratorExit, asyncio.CancelledError))
            await self._left("cancelled" if gone else "error")
            raise

    async def _left(self, end: str) -> None:
        """Finish what is under way and record the end, however often the caller is cancelled."""
        finishing = asyncio.get_running_loop().create_task(self._finish(end))
        while not finishing.done():
            with suppress(asyncio.CancelledError):
                await asyncio.shield(finishing)
        await finishing

    async def _finish(self, end: str) -> None:
        if self.working is not None:
            await asyncio.wait({self.working})
        if not self.closed:
            await self._close(called=True, end=end)

    async def _events(
        self, model: ChatModel, request: ModelRequest, restore_tools: frozenset[str]
    ) -> AsyncGenerator[Event, None]:
        try:
            taken, alarms = await self._kept(self._hear(request))
        except LogWriteError:
            async for event in self._unlogged(request):
                yield event
            return
        first = strongest(taken.decisions)
        if taken.level is not Level.NONE:
            self.judge.watch(taken.level, taken.about, taken.need)
        before: list[Event] = [*alarms, *[one async for one in self._human()], *self._gaps(taken)]
        for event in before:
            yield event
        fixed = self._fixed(first, taken)
        if fixed is not None:
            self.hidden.append(fixed.text)
            yield fixed
            end = GUARDED if self.without is None else NO_SESSION
            yield await self._close(called=False, end=end, said=fixed.text)
            return
        if taken.too_long is not None:
            text = self.judge.say(TOO_LONG)
            await self._close(called=False, end="too-long")
            raise InputTooLongError(taken.too_long, self.bench.policy.max_input, text)
        told = self.session.state
        asked = replace(request, messages=tuple(taken.hidden))
        self.foreword = Foreword(
            self._before(taken.decisions),
            self._tell,
            asked=request.structured or asks_for_value(request.options),
        )
        reply = Reply(
            self.judge,
            self.session,
            taken.question or self.session.vault.question,
            restore_tools,
            self.limits,
            self.foreword,
        )
        for aside in self.foreword.begin():
            yield aside
        async with aclosing(self._answer(reply, model, asked, taken, told)) as events:
            async for event in events:
                yield event

    def _kept(self, work: Coroutine[Any, Any, T]) -> Awaitable[T]:
        """Return *work* under way: it is done to its end, even if nobody waits for it any more."""
        task = asyncio.get_running_loop().create_task(work)
        self.alarms.hold(task)
        self.working = task
        return asyncio.shield(task)

    async def _hear(self, request: ModelRequest) -> tuple[Inbound, list[Escalated]]:
        """Take in the messages and tell humans, in one go: whoever leaves takes nothing away."""
        await self._stand(self.judge)
        taken = await self._take(request)
        await self._pass_on(taken)
        self.level = max(taken.level, taken.past)
        self.need, self.about = taken.need, taken.about
        self.loss = any(Mark.LOSS in one.marks for look in taken.looks for one in look.findings)
        self.heard = sum(look.at[1] - look.at[0] for look in taken.looks)
        self.do = strongest(taken.decisions).do
        await self._rights(taken.decisions)
        return taken, await self._escalate([*taken.decisions, *taken.older])

    async def _rights(self, decisions: Sequence[Decision]) -> None:
        """
        Do what the person has a right to and asks for, once that is recorded.

        Where it cannot be done the person is told so, and it is not done later: they may
        have changed their mind.
        """
        plan, rights = self.bench.policy.disclosure, self.rights
        asked = {one.rule for decision in decisions for one in decision.fired}
        if rights is None or asked.isdisjoint(own_rights.ALL):
            return
        session, context = self.session, self.context
        forget = own_rights.forgets(strongest(decisions))
        try:
            if self.without is not None:
                raise self.without
            if own_rights.KEPT in asked:
                await rights.record(session, "kept")
            if own_rights.GIVEN in asked and plan.consent is not None:
                await rights.record(session, "agree", purposes=plan.consent.needed_for)
                session.state = session.state.agreed(plan.consent.needed_for, self.now)
                await rights.consents.keep(session, self.bench.policy, context.subject_id)
            if own_rights.WITHDRAWN in asked and plan.consent is not None:
                await rights.record(session, "withdraw", purposes=sorted(session.state.consent))
                session.state = session.state.withdrew()
                await rights.consents.keep(session, self.bench.policy, context.subject_id)
                forget = forget or plan.consent.erases
            if forget:
                await rights.record(session, "forget")
                await rights.erase(session, context.session_id, context.subject_id)
        except (SessionError, ErasureError, LogWriteError) as error:
            if isinstance(error, LogWriteError) and not self.bench.policy.logging.may_drop:
                raise
            self.unable = plan.rights.failed if plan.rights is not None else SAFE_REPLY

    async def _stand(self, judge: Judge) -> None:
        """Ask who holds the conversation, and whether the service is paused."""
        context = self.context
        self.standing = await self.alarms.intake.standing(
            self.session.ref, context.session_id, context.subject_id
        )
        judge.stand(self.standing)

    async def _pass_on(self, taken: Inbound) -> None:
        """Keep what the person said for a human; who holds the conversation is waited for."""
        intake, conversation = self.alarms.intake, self.context.session_id
        locale = self.context.locale or self.bench.policy.locales[0]
        if not self.session.erased:
            last, subject = _last_said(taken.hidden), self.context.subject_id
            intake.said(conversation, Who.PERSON, last, locale, subject=subject)
        if self.standing.holder is not None and self.standing.ticket is not None:
            await intake.heard(self.standing.ticket)

    async def _human(self) -> AsyncGenerator[FromHuman, None]:
        """Yield the words of a human that the person was not given yet."""
        words = await self.alarms.intake.words_for(self.context.session_id, self.standing)
        for word in words:
            text = word.text + _APART
            self.hidden.append(text)
            yield FromHuman(text, word.what.value)

    async def _take(self, request: ModelRequest) -> Inbound:
        """Open the turn in the log, then take in the messages."""
        state, policy = self.session.state, self.bench.policy
        if self.bench.policy_at < 0 and not policy.logging.may_drop:
            msg = "the policy could not be recorded, so nothing can be decided by it on record"
            raise LogWriteError(msg)
        if not self.session.opened:
            opened = session_open_body(session=self.session.ref, policy_hash=policy.hash)
            await self.bench.log.append("session_open", opened)
            self.session.opened = True
        before = state.last_record
        body = turn_open_body(
            session=self.session.ref,
            turn=state.turn,
            policy_id=policy.id,
            policy_hash=policy.hash,
            policy_at=self.bench.policy_at,
            before=Receipt(id=before[1], seq=-1, leaf="", origin=before[0]) if before else None,
        )
        await self.bench.log.append("turn_open", body)
        receiver = Receiver(self.judge, self.session, self.bench.policy.max_input)
        taken = await receiver.take(request.messages)
        await asyncio.gather(*(self.judge.gap(gap, Side.INPUT) for gap in self._unread(taken)))
        return taken

    def _fixed(self, first: Decision, taken: Inbound) -> Replaced | Blocked | Relayed | None:
        """Return the policy's own reply, if the model is not to be asked."""
        if first.do is Do.RELAY or first.rule == PAUSE:
            return self._relayed(taken) if first.do is Do.RELAY else self._paused(taken)
        if first.do is Do.REPLACE and first.say and (self.unable is None or helps(first)):
            return Replaced(self.judge.say(first.say), Do.REPLACE, first.rule or "")
        if self.unable is not None:
            return self._out_of_reach(self.unable)
        if first.do >= Do.REPLACE:
            texts = [first.say or SAFE_REPLY, *(m for m, _ in crisis_texts_added(taken.decisions))]
            return Blocked(_APART.join(map(self.judge.say, texts)), first.rule or "")
        if taken.too_long is not None or self.without is not None:
            for message, rule in crisis_texts_added(taken.decisions):
                return Replaced(self.judge.say(message), Do.ADD, rule)
        return self._unreadable(taken) if self.without is None else self._out_of_reach(SAFE_REPLY)

    def _unreadable(self, taken: Inbound) -> Blocked | None:
        """Return what is said where a part that nobody can read may not be let through."""
        blocked = [kind for kind in taken.gaps if self._gap_do(kind) is Do.BLOCK]
        if not blocked:
            return None
        self.do = Do.BLOCK
        return Blocked(self.judge.say(SAFE_REPLY), f"coverage.{blocked[0]}")

    def _out_of_reach(self, say: str) -> Blocked:
        """Return the message *say*, where the conversation's own session cannot be had."""
        self.do = max(self.do, Do.BLOCK)
        return Blocked(self.judge.say(say), "failure.sessions")

    def _relayed(self, taken: Inbound) -> Relayed:
        texts = [PASSED_ON, *(message for message, _ in imminent_texts(taken.decisions))]
        return Relayed(_APART.join(map(self.judge.say, texts)))

    def _paused(self, taken: Inbound) -> Replaced:
        care = [message for message, _ in crisis_texts_added(taken.decisions)] or [PAUSED_CARE]
        return Replaced(_APART.join(map(self.judge.say, [PAUSED, *care])), Do.REPLACE, PAUSE)

    def _gap_do(self, kind: str) -> Do:
        return Do(self.bench.policy.failure.coverage.get(kind, "block"))

    def _unread(self, taken: Inbound) -> Iterable[CoverageGap]:
        for kind in taken.gaps:
            yield CoverageGap(kind, Side.INPUT, self._gap_do(kind))

    def _gaps(self, taken: Inbound) -> Iterable[CoverageGap]:
        yield from self._unread(taken)
        told = dict[CoverageGap, None]()
        for look, decision in zip(taken.looks, taken.decisions, strict=False):
            for gap in gaps_in(look.reports, decision.do):
                if gap.kind in READABLE:
                    told[gap] = None
                else:
                    yield gap
        yield from told

    def _before(self, decisions: Sequence[Decision]) -> Sequence[str]:
        """Return the ids of what the person is told before the reply, each once."""
        due = [decision.disclose for decision in decisions if decision.disclose]
        self.answers = (
            *(text for text, rule in texts_added(decisions) if rule.startswith("disclosure.")),
            *(one for one in self.session.state.owed if one in self.bench.policy.messages),
        )
        reminders = [one for decision in decisions for one in decision.remind]
        self.reminders = frozenset(reminders)
        return list(dict.fromkeys([*self.answers, *due, *reminders]))

    def _tell(self, message: str, beside: bool) -> str:
        """
        Return the text of *message*, which the person is told before a reply, or *beside* it.

        What stands beside it is still due: an answer is owed, and all else falls due again.
        """
        if beside:
            if message in self.answers:
                self.session.state = self.session.state.owing(message)
            return self.judge.say(message, beside=True)
        self.session.state = self._told(message).paid(message)
        return self.judge.say(message)

    def _told(self, message: str) -> State:
        """Return the state after *message*, a disclosure, a request or a reminder, was said."""
        plan, state = self.bench.policy.disclosure, self.session.state
        if message not in self.reminders or message in self.answers:
            return state.disclosed(self.now)
        if plan.consent is not None and message == plan.consent.ask:
            state = state.asked_consent(self.now)
        if plan.pause is not None and message == plan.pause.say:
            state = state.reminded(self.now)
        return state

    async def _answer(
        self, reply: Reply, model: ChatModel, request: ModelRequest, taken: Inbound, told: State
    ) -> AsyncGenerator[Event, None]:
        """Ask the model and yield what may be released of its reply."""
        added = texts_added(taken.decisions)
        after = [(m, rule) for m, rule in added if not rule.startswith(("disclo", _LEANS))]
        if not any(is_for_crisis(rule) for _, rule in added):  # whose text speaks of people
            after += self._about_people(added)[:1]
        whole = self.bench.policy.hold == "reply"
        held: list[Event] = []
        failed: ModelError | None = None
        try:
            async with aclosing(reply.events(model, request)) as events:
                async for event in events:
                    if whole and (held or not isinstance(event, Disclosed)):
                        held.append(event)
                    else:
                        yield event
        except ModelError as error:
            failed = error
        except LogWriteError:
            async for event in self._broken_midway(held, after):
                yield event
            return
        for event in _held(held, reply):
            yield event
        self.hidden += [*self.foreword.before, reply.hidden, *self.foreword.after]
        self.do = max(self.do, reply.do)
        for added_after in self._after(dict([*after, *reply.adds]), reply, failed):
            self.hidden.append(added_after.text)
            yield added_after
        end = "model-error" if failed is not None else reply.end
        done = await self._close(called=True, end=end, said=reply.shown, reply=reply, failed=failed)
        if failed is not None and self._sorry is None:
            # What was disclosed went out with a reply that its caller may drop.
            self.session.state = replace(
                self.session.state,
                disclosed_turn=told.disclosed_turn,
                disclosed_at=told.disclosed_at,
                consent_asked=told.consent_asked,
                paused_at=told.paused_at,
                owed=told.owed,
            )
            raise failed
        yield done

    def _about_people(self, added: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """
        Return what is *added* for a person who leans on the program, save what they have heard.

        Each wording is said once in a conversation: what comes back every time is a reproach,
        however kind.
        """
        again, said = self.bench.policy.again, self.session.state.said
        return [
            (message, rule)
            for message, rule in added
            if rule.startswith(_LEANS) and said.get(message, 0) <= len(again.get(message, ()))
        ]

    def _after(
        self, texts: Mapping[str, str], reply: Reply, failed: ModelError | None
    ) -> Iterable[Event]:
        """
        Yield the policy's texts that follow a reply.

        They stand beside one that a program reads, save those for a person in need: nobody
        may overlook these.
        """
        if failed is not None and self._sorry is not None:
            yield from self.foreword.other()  # before our own words, if the model had none
        apart = _APART if reply.shown.strip() else ""
        aside = failed is None and (self.foreword.asked or is_value(reply.shown))
        if reply.helped:  # by a text for a crisis: another would say the same again
            known = ("crisis.", "failure.crisis")
            texts = {text: rule for text, rule in texts.items() if not rule.startswith(known)}
        for message, rule in texts.items():
            if aside and not is_for_crisis(rule):
                yield Aside(self.judge.say(message, beside=True), rule)
                continue
            yield Replaced(apart + self.judge.say(message), Do.ADD, rule)
            apart = _APART
        if failed is not None and self._sorry is not None:
            yield Replaced(apart + self.judge.say(self._sorry), Do.REPLACE, "failure.model")

    @property
    def _sorry(self) -> str | None:
        """What is shown when the model fails, or None if the error is raised."""
        return None if self.raise_errors else self.bench.policy.failure.model_error

    async def _escalate(self, decisions: Sequence[Decision]) -> list[Escalated]:
        """Start telling humans what is to be told, and return the events."""
        self.escalate = any(decision.escalate for decision in decisions)
        return await self.alarms.raise_for(
            decisions, self.bench, self.session, self.context, self.now
        )

    async def _close(
        self,
        *,
        called: bool,
        end: str,
        said: str = "",
        reply: Reply | None = None,
        failed: ModelError | None = None,
    ) -> Done:
        """Record the end of the turn, move the session on, and return the last event."""
        self.closed = True
        step = self._step()
        body = turn_close_body(
            session=self.session.ref,
            turn=self.session.state.turn,
            called=called,
            end=end,
            do=self.do,
            level=self.level,
            decisions=self.judge.count,
            text_len_in=self.heard,
            text_len_out=len(said),
            us={},
            fold=step.fold,
            said=self.judge.said,
            beside=self.judge.beside,
        )
        troubles = self.judge.troubles(failed, self.without)
        # The session moves on before its record is awaited: who leaves meanwhile changes nothing.
        self.session.state = self.session.state.after(step, self.judge.said)
        receipt = await self._kept(self._closed(troubles, body))
        if end not in {"cancelled", "error"} and not self.session.erased:
            self._remember()
        return Done(
            receipt=receipt,
            decisions=tuple(self.judge.made),
            do=self.do,
            level=self.level,
            escalate=self.escalate,
            called=called,
            finish_reason=_finish(end, reply),
            failed=self._failed(failed),
            usage=reply.usage if reply else None,
            metadata=reply.metadata if reply else {},
        )

    def _failed(self, failed: ModelError | None) -> str | None:
        if self.without is not None:
            return type(self.without).__name__
        return None if failed is None else _cause(failed)

    async def _closed(
        self, troubles: Sequence[tuple[str, Mapping[str, Any]]], body: Mapping[str, Any]
    ) -> Receipt | None:
        """Record what did not work, then the end: in one wait for the disk."""
        log = self.bench.log
        try:
            *_, receipt = await asyncio.gather(
                *(log.append(kind, told) for kind, told in troubles),
                log.append("turn_close", body),
            )
        except LogWriteError:
            return None
        if not receipt.written:
            return None
        self.session.state = replace(self.session.state, last_record=(receipt.origin, receipt.id))
        return receipt

    def _remember(self) -> None:
        """Keep how the model is to see this reply when it comes back as history."""
        shown = "".join(self.shown)
        who = Who.SOFTWARE
        if not self.session.erased:
            self.alarms.intake.said(self.context.session_id, who, "".join(self.hidden).strip())
        if shown:
            mark = self.session.vault.mark(f"{Role.ASSISTANT}\n{Surface.TEXT}\n{shown}".encode())
            self.session.vault.remember(mark, packed(Spoken("".join(self.hidden))))

    async def _unlogged(self, request: ModelRequest) -> AsyncGenerator[Event, None]:
        """The log is broken: look at the person's words all the same, and release no other text."""
        judge = _Silent(self.bench, self.session, self.context, self.now)
        await self._stand(judge)
        receiver = Receiver(judge, self.session, self.bench.policy.max_input)
        taken = await receiver.take(request.messages)
        self.level, self.need, self.about = taken.level, taken.need, taken.about
        await self._pass_on(taken)
        for event in await self._escalate(taken.decisions):
            yield event
        async for word in self._human():
            yield word
        if self.standing.holder is not None:
            yield self._relayed(taken)
            self._leave()
            yield self._unheard(Do.RELAY)
            return
        for message, rule in crisis_texts(taken.decisions):
            yield Replaced(self.judge.say(message), Do.REPLACE, rule)
            break
        else:
            yield Blocked(self.judge.say(SAFE_REPLY), "failure.log")
        self._leave()
        yield self._unheard(Do.BLOCK)

    def _unheard(self, do: Do) -> Done:
        """Return the last event of a turn that the log could not take."""
        return Done(
            None,
            do=do,
            level=self.level,
            escalate=self.escalate,
            called=False,
            finish_reason=GUARDED,
        )

    async def _broken_midway(
        self, held: list[Event], after: list[tuple[str, str]]
    ) -> AsyncGenerator[Event, None]:
        """The log broke while the model spoke: nothing more of it goes out."""
        for event in held:
            if isinstance(event, Disclosed):  # which counts as said by now
                yield event
        yield Blocked(_APART + self.judge.say(SAFE_REPLY), "failure.log")
        for message, rule in after:
            yield Replaced(_APART + self.judge.say(message), Do.ADD, rule)
        self._leave()
        yield Done(
            None,
            do=Do.BLOCK,
            level=self.level,
            escalate=self.escalate,
            finish_reason=GUARDED,
        )

    def _step(self) -> Step:
        """Return what the turn brings to the risk of the session."""
        return Step(self.level, self.now, self.need, self.about, self.loss)

    def _leave(self) -> None:
        """End a turn that cannot be recorded."""
        self.closed = True
        step = self._step()
        self.session.state = self.session.state.after(step, self.judge.said)


class _Silent(Judge):
    """A judge whose decisions cannot be recorded; only fixed texts follow from them."""

    async def record(self, *args: object, **kwargs: object) -> Receipt:
        """Return an empty receipt."""
        del args, kwargs
        return Receipt("", -1, "", "")


def _finish(end: str, reply: Reply | None) -> str | None:
    if end == NO_SESSION:
        return GUARDED
    if end in {GUARDED, "length"}:
        return end
    if end == "model-error":
        return "error"
    return reply.finish_reason if reply else None


def _cause(error: ModelError) -> str:
    return error.kind if error.status is None else f"{error.kind} (HTTP {error.status})"


def _held(events: Iterable[Event], reply: Reply) -> Iterator[Event]:
    """Yield what is released of *events*, held back to the end of *reply*."""
    for event in events:
        helps = isinstance(event, Replaced) and event.rule.startswith("crisis-reply.")
        if not reply.blocked or helps or not isinstance(event, (Text, Replaced)):
            yield event


def _last_said(messages: Sequence[Message]) -> str:
    """Return the person's last message as the model would see it."""
    said = next((one for one in reversed(messages) if one.role is Role.USER), None)
    parts = () if said is None else said.parts
    return "\n".join(one.text for one in parts if isinstance(one, TextPart))
