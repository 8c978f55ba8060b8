"""The guard: put together once, wrapped around any number of models."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import AsyncGenerator, Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from guardrails.alarms import Alarms
from guardrails.assembly import words_of
from guardrails.bench import Bench, families_of
from guardrails.context import TurnContext
from guardrails.desk.desk import Desk
from guardrails.desk.intake import Intake
from guardrails.desk.serving import served, socket_name
from guardrails.detectors.base import AsyncDetector, Detector
from guardrails.erasure import Erasable, Erased, Whose
from guardrails.errors import ConfigurationError
from guardrails.escalation.base import Channel
from guardrails.escalation.lines import Word
from guardrails.escalation.tickets import TicketStore
from guardrails.escalation.words import Words
from guardrails.events import Event
from guardrails.evidence.base import Evidence
from guardrails.evidence.expiry import Expiry
from guardrails.fittings import Fittings
from guardrails.health import Health
from guardrails.held_texts import held_text
from guardrails.inspecting import Inspected, inspect
from guardrails.inspection import Reader
from guardrails.ledger.anchors import Anchor
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.dropping import DroppingLog
from guardrails.messages import Side, Surface
from guardrails.opened import follow, is_directory, opened_log, tickets_of
from guardrails.opinion import SecondOpinion
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.policy.source import PolicyFile
from guardrails.reloading import Reloader
from guardrails.reply import Limits
from guardrails.resources import Resources
from guardrails.rights import Rights
from guardrails.service import Service
from guardrails.sessions.base import SessionStore
from guardrails.sessions.memory import MemorySessions
from guardrails.shapes import Messages
from guardrails.turns import Turns
from guardrails.workers import Deadline
from guardrails.wrapping import Wrapping

if TYPE_CHECKING:
    from guardrails.langchain.portal import Portal


class Guard:
    """
    A policy, its detectors, a decision log and sessions.

    Building one loads the language models that the policy's rules need and warms
    them up, which takes a second or two; build it once, when the service starts.

    Args:
        policy: Name of a ready policy (`companion`, `support-desk`), a path, or a
            loaded policy; or a `PolicyFile`, which is followed: an edit is taken, or
            refused, while the guard runs.
        log: Directory of the decision log, the address of a database with it, or a log of
            your own. `MemoryLog()` for
            trying things out: it is gone with the process.
        sessions: Where conversations are kept; in memory by default.
        channels: Ways to reach a human, by the names that the policy uses. The
            policy's own channels are made from their settings where none is given.
        tickets: Where tickets are kept. By default with the log, where they outlive the process:
            in the file `tickets.db` in its directory, or in its database; else in memory.
        words: Where the last turns of conversations, and words of humans for people, are kept
            for who takes one over. By default in memory, where a desk of the same process
            finds them.
        environ: Where webhook addresses and secrets are read from, by the names in
            the policy; nothing is read from the process's environment here.
        detectors: All detectors, instead of the ready ones.
        extra: Detectors beside the others.
        reader: Reads texts for detectors that need a parse or entities.
        resources: Crisis lines and emergency numbers by country; ours by default.
        second_opinion: A language model that is asked where ours is in doubt whether
            somebody is in need; nobody by default. The message leaves for it, without the
            personal data that the policy finds.
        rewriter: A language model, in any shape that `wrap` takes, that rewrites a reply which
            claims too much to be mended, where the policy holds whole replies back (`hold:
            reply`). It gets the person's last message with stand-ins and the draft without
            personal data; what it writes is looked at like any reply. Without one the guarded
            model is asked a second time.
        evidence: Keeps the texts that the policy wants kept, sealed; needed where the policy's
            text level is `masked-text` or `sealed-text`.
        erasables: Further places that keep something of a person and that `forget` is to
            clear, such as an application's own tables.
        anchors: Where the log's checkpoints are shown. By default where the policy's
            `logging.anchor` says; an empty list for nowhere, and then the log needs no key.
        deadline: For each detector.
        limits: What a model may take.
        now: Unix time in seconds.
        random: Gives *n* random bytes.

    Raises:
        PolicyError: The policy file is wrong; file, line and column are told.
        ModelMissingError: A language model is not installed.
        ConfigurationError: A channel of the policy cannot be made, or its surrogates; or a
            rewriter is given where no whole reply is held back; or a
            second opinion is wanted of a text from which personal data is not taken; or texts
            are to be kept and there is no place for them; or the policy wants the log signed
            and it has no key.
        LogLockedError: Another process writes this log.
    """

    def __init__(
        self,
        policy: str | Path | Policy | PolicyFile,
        log: str | Path | DecisionLog,
        sessions: SessionStore | None = None,
        *,
        channels: Mapping[str, Channel] | None = None,
        tickets: TicketStore | None = None,
        words: Words | None = None,
        environ: Mapping[str, str] | None = None,
        detectors: Sequence[Detector | AsyncDetector] | None = None,
        extra: Sequence[Detector | AsyncDetector] = (),
        reader: Reader | None = None,
        resources: Resources | None = None,
        second_opinion: SecondOpinion | None = None,
        rewriter: object | None = None,
        evidence: Evidence | None = None,
        erasables: Sequence[Erasable] = (),
        anchors: Sequence[Anchor] | None = None,
        deadline: Deadline = Deadline(),  # noqa: B008 - a frozen value
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
        now: Callable[[], float] = time.time,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._wrapping = Wrapping()
        self._fittings = Fittings(
            log,
            channels or {},
            environ or {},
            None if detectors is None else list(detectors),
            tuple(extra),
            reader,
            resources or Resources.load(),
            second_opinion,
            evidence,
            anchors,
            deadline,
            self._wrapping.unguarded,
        )
        self._service: Service | None = None
        self._lock = threading.Lock()
        self._closed = False
        self._reloader: Reloader | None = None
        self._channels: dict[str, Channel] = {}
        self.sessions = MemorySessions(random=random) if sessions is None else sessions
        self.log: DecisionLog
        self._begin(policy, now)
        if rewriter is not None:
            self._check_rewriter(ours=self.log is not log)
        self._dropping = DroppingLog(self.log, now)
        self._expiry = Expiry(evidence, self.log, lambda: self.policy, now)
        self._check_origin(ours=self.log is not log)
        intake = Intake(
            self.log,
            self._channels,
            self.policy.channels,
            tickets_of(log) if tickets is None else tickets,
            words=words_of(words, self.sessions),
            say=self._said,
            now=now,
        )
        self.desk = Desk(intake, self._restored)
        self._desk_at = Path(log) / socket_name(self.log.origin) if is_directory(log) else None
        self._open = AsyncExitStack()
        alarms = Alarms(intake, random)
        refuge = MemorySessions(random=random, store="refuge")
        kept = () if evidence is None else (evidence,)
        others = (refuge, *kept, *erasables)
        self.rights = Rights(self._bench, self.sessions, alarms, others, now, self.desk)
        """What is a person's own right: what is kept, consent, being forgotten, a human."""
        self._turns = Turns(
            self._bench,
            self.sessions,
            alarms,
            limits=limits,
            rights=self.rights,
            refuge=refuge,
            rewriter=None if rewriter is None else self._wrapping.unguarded(rewriter, "rewriter"),
            now=now,
        )
        if self._reloader is not None:
            self._reloader.follow(self._put)

    def _begin(self, policy: str | Path | Policy | PolicyFile, now: Callable[[], float]) -> None:
        """Open the log, and put *policy* in force, the first one."""
        if not isinstance(policy, PolicyFile):
            service = self._serve(policy if isinstance(policy, Policy) else _unsigned(policy))
            try:
                self.log = opened_log(self._fittings.log)
            except BaseException:
                service.looking.leave()
                raise
            self._put(service)
            return
        self.log = opened_log(self._fittings.log)
        self._reloader = Reloader(policy, self.log, self._serve, now)
        try:
            self._put(self._reloader.start())
        except BaseException:
            self.log.close()
            raise

    def _serve(self, policy: Policy) -> Service:
        return self._fittings.service(policy, self._service)

    def _check_rewriter(self, *, ours: bool) -> None:
        """
        Raise an error if a rewriter would never be asked; a log of *ours* is closed.

        Raises:
            ConfigurationError: The policy does not hold whole replies back.
        """
        # A policy that is followed may hold them back tomorrow.
        if self.policy.hold == "reply" or self._reloader is not None:
            return
        self._current.looking.leave()
        if ours:
            self.log.close()
        msg = (
            f"rewriter would never be asked: the policy '{self.policy.id}' lets replies out before "
            "they are whole. Write streaming: {hold: reply} into it, or leave rewriter out"
        )
        raise ConfigurationError(msg)

    def _check_origin(self, *, ours: bool) -> None:
        """
        Raise an error if kept texts would lie beside another log; one of *ours* is closed.

        Raises:
            ConfigurationError: They would.
        """
        evidence = self._fittings.evidence
        if evidence is None or evidence.origin == self.log.origin:
            return
        msg = (
            f"evidence is kept for the log {evidence.origin!r}, and this guard writes "
            f"{self.log.origin!r}: give both the same origin"
        )
        if ours:
            self.log.close()
        raise ConfigurationError(msg)

    def _put(self, service: Service) -> None:
        """Serve turns that begin from now on with *service*."""
        # Notices of turns that have begun still find the ways that their policy names.
        self._channels.update(service.channels)
        if self._service is not None:
            self.desk.intake.route(service.policy.channels)
        with self._lock:
            before = self._service
            if self._closed:  # it was taken while the guard was being closed
                before = service
            else:
                self._service = service
        follow(self.log, service.policy, service.anchors)
        if before is not None:
            before.looking.leave()

    @property
    def policy(self) -> Policy:
        """The policy in force for turns that begin now."""
        return self._current.policy

    @property
    def health(self) -> Health:
        """How it stands with the policy: which one is in force, and whether the file is."""
        if self._reloader is not None:
            return self._reloader.health
        return Health(self.policy.id, self.policy.hash, 0)

    @property
    def follows(self) -> PolicyFile | None:
        """The policy file that is followed; None for a policy that stays as it is."""
        return None if self._reloader is None else self._reloader.source

    async def reload(self) -> Health:
        """
        Look at the policy file now, take what is good, and return how it stands.

        Only a guard with a `PolicyFile` has one to look at; it looks by itself as well.
        """
        if self._reloader is None:
            return self.health
        return await asyncio.to_thread(self._reloader.look)

    @property
    def _current(self) -> Service:
        service = self._service
        if service is None:  # pragma: no cover - there is one from the end of __init__ on
            raise AssertionError
        return service

    @asynccontextmanager
    async def _bench(self) -> AsyncGenerator[Bench, None]:
        """
        Give what a turn shares with others; its policy and detectors stay until it has ended.

        Raises:
            ConfigurationError: The guard is closed.
        """
        if self._closed:
            msg = "this guard is closed: build a new one, or keep it open while its models are used"
            raise ConfigurationError(msg)
        await self.start()
        with self._lock:
            service = self._current
            service.looking.enter()
        try:
            idle = getattr(self.sessions, "idle", 0)
            yield await service.bench(self.log, idle, self._dropping)
        finally:
            service.looking.leave()

    async def start(self) -> None:
        """
        Build the tickets that a crash left in the log, and see to what is due from now on.

        The first turn does so by itself, and so does `async with`.
        """
        await self.desk.intake.start()
        self._expiry.wake()

    def wrap(
        self,
        model: object,
        *,
        session: str | None = None,
        restore_tools: Iterable[str] = (),
    ) -> Any:  # noqa: ANN401 - a chat model for LangChain's, a GuardedModel for others
        """
        Return *model* under guard.

        Args:
            model: A LangChain chat model or Runnable (the result is a LangChain chat
                model), a callable that takes messages and returns a string or an
                iterator of strings, the base URL of an OpenAI-compatible server, or
                a `ChatModel` (the result is a `GuardedModel`).
            session: Session id for calls that name none; `"single"` if there is only
                ever one conversation.
            restore_tools: Tools whose arguments get the person's own values.

        Raises:
            ConfigurationError: *model* is none of these.
        """
        return self._wrapping.wrap(self._turns, model, session=session, restore_tools=restore_tools)

    def portal(self) -> Portal:
        """Return the thread that serves sync calls of LangChain; it ends with this guard."""
        return self._wrapping.portal()

    def stream(
        self,
        model: object,
        messages: Messages,
        *,
        session_id: str,
        subject_id: str | None = None,
        locale: str | None = None,
        country: str | None = None,
        minor: bool = False,
        roleplay: bool = False,
        has_memory: bool = False,
        sends_reminders: bool = False,
        consent: Collection[str] = (),
        restore_tools: Iterable[str] = (),
        **options: Any,  # noqa: ANN401 - whatever the model takes
    ) -> AsyncGenerator[Event, None]:
        """
        Return the typed events of one turn; see `GuardedModel.stream`.

        *model* is anything that `wrap` takes.
        """
        guarded, messages = self._wrapping.once(self._turns, model, messages, restore_tools)
        context = TurnContext(
            session_id=session_id,
            subject_id=subject_id,
            locale=locale,
            country=country,
            minor=minor,
            roleplay=roleplay,
            has_memory=has_memory,
            sends_reminders=sends_reminders,
            consent=consent,
        )
        return guarded.stream_in(context, messages, **options)

    async def inspect(
        self, text: str, side: Side = Side.INPUT, context: TurnContext | None = None
    ) -> Inspected:
        """
        Return what the guard does with one *text*, with no model behind it.

        Args:
            text: A user's message (`input`) or a model's reply (`output`).
            side: Which of the two.
            context: Whose turn it is; a session of its own by default.

        Raises:
            InputTooLongError: A user's message is longer than the policy takes.
        """
        context = context or TurnContext(session_id=os.urandom(8).hex())
        return await inspect(self._turns, text, side, context)

    async def failing(self) -> tuple[str, ...]:
        """
        Return the detectors that do not answer when asked about a plain text, sorted.

        A family that the policy needs and for which there is no detector counts too.
        Nothing of it is recorded, and nobody is told.
        """
        return await self._current.looking.inspection.failing(
            {side: families_of(self.policy, side, Surface.TEXT) for side in Side}
        )

    async def clear_watch(self, session_id: str, *, by: str) -> bool:
        """
        Take the crisis flag of a conversation down, and return whether there was one.

        For a human who has read the conversation or spoken with the person: after words of
        the level `high` or more nothing else takes the flag down. It is recorded.

        Args:
            session_id: Names the conversation.
            by: Who decided it, such as a staff number: 1 to 120 letters, digits and
                `: / . + @ - _`.

        Raises:
            ConfigurationError: *by* has another shape, or the guard is closed.
            SessionBusyError: A turn of the conversation did not end in time.
            LogWriteError: It could not be recorded; the flag stays up.
        """
        return await self._turns.clear_watch(session_id, by)

    def follow(self, session_id: str) -> AsyncGenerator[Word, None]:
        """
        Yield what a human who has taken the conversation over says, as it comes.

        It tells too when they join and leave, and does not end by itself: follow it for as
        long as the person looks. What nobody follows comes with the person's next turn.

        Args:
            session_id: Names the conversation.
        """
        return self.desk.intake.follow(session_id)

    async def _restored(self, session_id: str, text: str) -> str:
        """Return *text* of a conversation with the person's own values."""
        async with self.sessions.hold(session_id) as session:
            names = session.vault.pseudonyms
            return names.restore(names.undress(text), also=names.tokens)

    def _said(self, message: str, locale: str) -> str:
        """Return a text of the policy's or, where it has none, of ours."""
        locale = locale or self.policy.locales[0]
        if message in self.policy.messages:
            return self.policy.text(message, locale)
        return held_text(message, locale)

    async def forget(
        self,
        *,
        subject_id: str | None = None,
        session_id: str | None = None,
        by: str,
        reason: str = "request",
    ) -> Erased:
        """
        Erase what is kept of a person, or of one conversation, in every store of this guard.

        Stand-ins, the last words, keys and kept texts go; the log keeps its records, which
        hold no words, and says that and when something was erased, not whose it was. A turn
        that is under way is waited for.

        Args:
            subject_id: Names the person, as in calls.
            session_id: Names the conversation, as in calls. Give one of the two.
            by: Who does it, such as a staff number: 1 to 80 letters, digits and `. _ : / # -`.
            reason: A code, such as `request` or `age`.

        Raises:
            ConfigurationError: Not one of the two is given, or the guard is closed.
            RecordError: *by* or *reason* has another shape; nothing was erased.
            ErasureError: Some store failed; the others are cleared, and recorded.
            LogWriteError: All is erased, and it could not be recorded.
        """
        whose = Whose(subject_id, session_id)
        return await self.rights.forget_all(whose, by=by, reason=reason)

    @property
    def stores(self) -> tuple[str, ...]:
        """Codes of the stores that `forget` clears."""
        return self.rights.stores

    async def aclose(self) -> None:
        """
        Wait for notices that are under way, then let go of threads and files.

        A notice that no channel has taken within five seconds is given up, and the log
        says so: a channel that hangs must not hold up the end of the service.
        """
        await self._turns.drain()
        await self._dropping.settle()
        await self._wrapping.leave_servers()
        await asyncio.to_thread(self.close)

    def close(self) -> None:
        """
        Let go of threads and files. Safe to call twice.

        A turn that is still running ends as one whose log cannot be written.
        """
        self._closed = True
        self._expiry.close()
        if self._reloader is not None:
            self._reloader.close()
        self._current.looking.inspection.close()
        if self._fittings.consultant is not None:
            self._fittings.consultant.close()
        self._wrapping.close()
        self.desk.intake.close()
        if self._fittings.evidence is not None:
            self._fittings.evidence.close()
        self.log.close()

    async def __aenter__(self) -> Self:
        """
        Build the tickets that a crash left in the log, see to what is due, and let
        `candor desk` in if the log is a directory.
        """
        await self.start()
        if self._desk_at is not None:
            await self._open.enter_async_context(served(self.desk, self._desk_at))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()
        await self.aclose()


def _unsigned(name: str | Path) -> Policy:
    """
    Return the policy *name*, if it needs nobody's signature.

    Raises:
        ConfigurationError: It asks for signatures, which only a `PolicyFile` looks at.
    """
    policy = load_policy(name)
    if policy.sign_off is not None:
        msg = (
            f"the policy {policy.id!r} asks for signatures (sign_off): give "
            "PolicyFile(..., trust=...), which checks them"
        )
        raise ConfigurationError(msg)
    return policy
