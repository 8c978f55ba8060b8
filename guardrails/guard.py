"""The guard: put together once, wrapped around any number of models."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import time
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeGuard

from guardrails.alarms import Alarms
from guardrails.assembly import (
    categories_of,
    channels_of,
    consultant_of,
    engine_of,
    fiction_of,
    opened_log,
    ready_detectors,
    tickets_of,
)
from guardrails.bench import Bench
from guardrails.context import TurnContext
from guardrails.desk.desk import Desk
from guardrails.desk.intake import Intake
from guardrails.desk.serving import served, socket_name
from guardrails.detectors.base import AsyncDetector, Detector
from guardrails.errors import ConfigurationError, LogWriteError
from guardrails.escalation.base import Channel
from guardrails.escalation.lines import Word
from guardrails.escalation.tickets import TicketStore
from guardrails.events import Event
from guardrails.guarded import GuardedModel, fixed_session
from guardrails.held_texts import held_text
from guardrails.inspecting import Inspected, inspect
from guardrails.inspection import Inspection, Reader
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.bodies import write_policy
from guardrails.messages import Side
from guardrails.models.base import ChatModel
from guardrails.opinion import SecondOpinion
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.reply import Limits
from guardrails.resources import Resources
from guardrails.sessions.base import SessionStore
from guardrails.sessions.memory import MemorySessions
from guardrails.shapes import Messages
from guardrails.turns import Turns
from guardrails.workers import Deadline

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from guardrails.langchain.chat import GuardedChatModel
    from guardrails.models.openai import OpenAIModel


class Guard:
    """
    A policy, its detectors, a decision log and sessions.

    Building one loads the language models that the policy's rules need and warms
    them up, which takes a second or two; build it once, when the service starts.

    Args:
        policy: Name of a ready policy (`companion`, `support-desk`), a path, or a
            loaded policy.
        log: Directory of the decision log, or a log of your own. `MemoryLog()` for
            trying things out: it is gone with the process.
        sessions: Where conversations are kept; in memory by default.
        channels: Ways to reach a human, by the names that the policy uses. The
            policy's own channels are made from their settings where none is given.
        tickets: Where tickets are kept. By default in the file `tickets.db` in the directory
            of the log, where they outlive the process; in memory if *log* is no directory.
        environ: Where webhook addresses and secrets are read from, by the names in
            the policy; nothing is read from the process's environment here.
        detectors: All detectors, instead of the ready ones.
        extra: Detectors beside the others.
        reader: Reads texts for detectors that need a parse or entities.
        resources: Crisis lines and emergency numbers by country; ours by default.
        second_opinion: A language model that is asked where ours is in doubt whether
            somebody is in need; nobody by default. The message leaves for it, without the
            personal data that the policy finds.
        deadline: For each detector.
        limits: What a model may take.
        now: Unix time in seconds.
        random: Gives *n* random bytes.

    Raises:
        PolicyError: The policy file is wrong; file, line and column are told.
        ModelMissingError: A language model is not installed.
        ConfigurationError: A channel of the policy cannot be made, or its surrogates; or a
            second opinion is wanted of a text from which personal data is not taken.
        LogLockedError: Another process writes this log.
    """

    def __init__(
        self,
        policy: str | Path | Policy,
        log: str | Path | DecisionLog,
        sessions: SessionStore | None = None,
        *,
        channels: Mapping[str, Channel] | None = None,
        tickets: TicketStore | None = None,
        environ: Mapping[str, str] | None = None,
        detectors: Sequence[Detector | AsyncDetector] | None = None,
        extra: Sequence[Detector | AsyncDetector] = (),
        reader: Reader | None = None,
        resources: Resources | None = None,
        second_opinion: SecondOpinion | None = None,
        deadline: Deadline = Deadline(),  # noqa: B008 - a frozen value
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
        now: Callable[[], float] = time.time,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.policy = policy if isinstance(policy, Policy) else load_policy(policy)
        self._fiction = fiction_of(self.policy)
        self._servers: list[OpenAIModel] = []
        self._consultant = consultant_of(self.policy, second_opinion, self._asked_alone)
        self._resources = resources or Resources.load()
        self._channels = channels_of(self.policy, channels or {}, environ or {})
        if detectors is None:
            detectors, made = ready_detectors(self.policy, self._resources, deadline)
            reader = reader or made
        known = categories_of(self.policy)
        self._inspection = Inspection(
            [*detectors, *extra], reader, deadline=deadline, categories=known
        )
        self.log = opened_log(log)
        self.sessions = MemorySessions(random=random) if sessions is None else sessions
        asked = () if self._consultant is None else (self._consultant.name,)
        self._engine = engine_of((*self._inspection.names, *asked))
        self._policy_at: int | None = None
        self._lock = threading.Lock()
        self._portal: Any = None
        self._closed = False
        intake = Intake(
            self.log,
            self._channels,
            self.policy.channels,
            tickets_of(log) if tickets is None else tickets,
            say=self._said,
            now=now,
        )
        self.desk = Desk(intake, self._restored)
        self._desk_at = Path(log) / socket_name(self.log.origin) if _is_path(log) else None
        self._open = AsyncExitStack()
        self._turns = Turns(
            self._bench,
            self.sessions,
            Alarms(intake, random),
            limits=limits,
            now=now,
        )

    async def _bench(self) -> Bench:
        """
        Return what all turns share; the first call puts the policy into the log.

        Raises:
            ConfigurationError: The guard is closed.
        """
        if self._closed:
            msg = "this guard is closed: build a new one, or keep it open while its models are used"
            raise ConfigurationError(msg)
        if self._policy_at is None:
            # A turn finds out for itself that the log is broken, and says the fixed texts.
            with suppress(LogWriteError):
                self._policy_at = (await write_policy(self.log, self.policy)).seq
        await self.desk.intake.start()
        return Bench(
            self.policy,
            -1 if self._policy_at is None else self._policy_at,
            self._inspection,
            self.log,
            self._resources,
            self._engine,
            self._fiction,
            self._consultant,
        )

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
        if isinstance(model, GuardedModel):
            return model
        if isinstance(restore_tools, str):
            msg = f"restore_tools takes names, as in restore_tools=[{restore_tools!r}]"
            raise ConfigurationError(msg)
        if _is_langchain(model):
            return self._wrap_langchain(model, session, restore_tools)
        return GuardedModel(
            self._turns,
            _chat_model(self._served(model)),
            fixed_session(session),
            frozenset(restore_tools),
        )

    def _served(self, model: object) -> object:
        """Return *model*; for a base URL the server there, closed with this guard."""
        if not isinstance(model, str):
            return model
        from guardrails.models.openai import OpenAIModel

        server = OpenAIModel(model)
        self._servers.append(server)
        return server

    def _asked_alone(self, model: object) -> ChatModel:
        """Return *model* as it is asked for a second opinion, with no guard around it."""
        if isinstance(model, GuardedModel):
            msg = "second_opinion takes a model as it is: a guarded one would be asked in a circle"
            raise ConfigurationError(msg)
        if _is_langchain(model):
            from guardrails.langchain.asking import asked

            return asked(model, "")[0]
        return _chat_model(self._served(model))(())

    def _wrap_langchain(
        self, model: Runnable[Any, Any], session: str | None, restore_tools: Iterable[str]
    ) -> GuardedChatModel:
        from guardrails.langchain.chat import wrap
        from guardrails.langchain.portal import Portal

        with self._lock:
            if self._portal is None:
                self._portal = Portal()
        return wrap(
            self._turns, model, session=session, restore_tools=restore_tools, portal=self._portal
        )

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
        restore_tools: Iterable[str] = (),
        **options: Any,  # noqa: ANN401 - whatever the model takes
    ) -> AsyncGenerator[Event, None]:
        """
        Return the typed events of one turn; see `GuardedModel.stream`.

        *model* is anything that `wrap` takes.
        """
        if _is_langchain(model):
            from guardrails.langchain.asking import asked

            inner, messages = asked(model, messages)
            guarded = GuardedModel(
                self._turns, lambda _: inner, restore_tools=frozenset(restore_tools)
            )
        else:
            guarded = self.wrap(model, restore_tools=restore_tools)
        context = TurnContext(
            session_id=session_id,
            subject_id=subject_id,
            locale=locale,
            country=country,
            minor=minor,
            roleplay=roleplay,
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

    async def aclose(self) -> None:
        """
        Wait for notices that are under way, then let go of threads and files.

        A notice that no channel has taken within five seconds is given up, and the log
        says so: a channel that hangs must not hold up the end of the service.
        """
        await self._turns.drain()
        for server in self._servers:
            await server.aclose()
        await asyncio.to_thread(self.close)

    def close(self) -> None:
        """
        Let go of threads and files. Safe to call twice.

        A turn that is still running ends as one whose log cannot be written.
        """
        self._closed = True
        self._inspection.close()
        if self._consultant is not None:
            self._consultant.close()
        with self._lock:
            portal, self._portal = self._portal, None
        if portal is not None:
            portal.close()
        self.desk.intake.close()
        self.log.close()

    async def __aenter__(self) -> Self:
        """
        Build the tickets that a crash left in the log, see to what is due, and let
        `candor desk` in if the log is a directory.
        """
        await self.desk.intake.start()
        if self._desk_at is not None:
            await self._open.enter_async_context(served(self.desk, self._desk_at))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()
        await self.aclose()


def _is_path(log: object) -> TypeGuard[str | Path]:
    return isinstance(log, str | Path)


def _is_langchain(model: object) -> TypeGuard[Runnable[Any, Any]]:
    """Return whether *model* is LangChain's; nothing is imported to find out."""
    runnables = sys.modules.get("langchain_core.runnables")
    return runnables is not None and isinstance(model, runnables.Runnable)


def _chat_model(model: object) -> Callable[[Messages], ChatModel]:
    """Return what gives the `ChatModel` for messages of some shape."""
    if hasattr(model, "stream"):
        return lambda _: model
    if callable(model):
        from guardrails.models.plain import CallableModel

        function = CallableModel(model)
        return lambda _: function
    msg = (
        f"cannot wrap a {type(model).__name__}: give a LangChain model, a callable, "
        "the base URL of an OpenAI-compatible server, or an object with stream(request)"
    )
    raise ConfigurationError(msg)
