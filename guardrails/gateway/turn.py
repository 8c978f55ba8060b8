"""One turn of a route: found, counted, timed and traced around the guard's own."""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field

from guardrails.access.keys import Caller
from guardrails.context import TurnContext
from guardrails.errors import GuardrailsError
from guardrails.events import CoverageGap, Done, Escalated, Event
from guardrails.gateway.deployment import Deployment
from guardrails.gateway.kinds import Kind
from guardrails.gateway.notes import note
from guardrails.gateway.reply import ReplyResponse, Shape, StalledError
from guardrails.gateway.request import Asked
from guardrails.gateway.route import Route
from guardrails.gateway.traces import TurnSpan

_EXPECTED = (GuardrailsError, OSError, StalledError)


@dataclass(frozen=True, slots=True)
class Person:
    """
    What a request says of the person, beside the conversation.

    Attributes:
        locale: BCP 47 tag for the policy's texts, or None.
        country: ISO 3166-1 alpha-2 code, for local resources, or None.
        minor: The person is known to be a minor.
        roleplay: The person asked for fiction and the operator allows it.
    """

    locale: str | None = None
    country: str | None = None
    minor: bool = False
    roleplay: bool = False


@dataclass(slots=True)
class HttpTurn:
    """
    A turn under way.

    Args:
        deployment: Of the gateway.
        route: That was asked.
        kind: Of the endpoint: in which form the reply is told.
        asked: What for.
        session: Name of the conversation; None if its history has to tell.
        caller: Who asks.
        person: Whose conversation it is.
        headers: Of the request, for traces.
    """

    deployment: Deployment
    route: Route
    kind: Kind
    asked: Asked = field(repr=False)
    session: str | None
    caller: Caller
    person: Person
    headers: Mapping[str, str] = field(repr=False)
    began: float = field(init=False)
    done: Done | None = field(default=None, init=False)
    seen: list[Event] = field(default_factory=list, init=False, repr=False)
    spoken: bool = field(default=False, init=False)
    taken: str | None = field(default=None, init=False, repr=False)
    span: TurnSpan = field(init=False, repr=False)
    completion: Shape = field(init=False, repr=False)

    def response(self) -> ReplyResponse:
        """
        Return the response that runs the turn.

        Raises:
            RefusedError: There are too many already, or the gateway is being stopped.
            UnsupportedError: The country or the locale is none.
        """
        at, asked = self.deployment, self.asked
        self.began = at.clock()
        name = f"{self.kind.mark}{secrets.token_hex(12)}"
        self.completion = self.kind.shape(name, int(at.now()), asked.model)
        at.admission.enter()
        try:
            context = self._context()
            self.span = at.traces.begin(self.route, asked.model, self.headers)
        except BaseException:
            at.admission.leave()
            raise
        at.measures.running(at.admission.running)
        return ReplyResponse(
            self._events(context),
            self.completion,
            stream=asked.stream,
            usage=asked.usage,
            pace=at.pace,
            ended=self._ended,
        )

    def _context(self) -> TurnContext:
        session = self.session
        if session is None and self.route.threads is not None:
            session = self.taken = self.route.threads.take(self._scope, self.asked.messages)
        return TurnContext(
            session_id=session or "",
            subject_id=self.asked.subject,
            locale=self.person.locale,
            country=self.person.country,
            minor=self.person.minor,
            roleplay=self.person.roleplay,
            has_memory=self.route.has_memory,
            sends_reminders=self.route.sends_reminders,
        )

    @property
    def _scope(self) -> str:
        return f"{self.caller.name or ''}\n{self.asked.subject or ''}"

    async def _events(self, context: TurnContext) -> AsyncGenerator[Event, None]:
        options = {"model": self.asked.model, **self.asked.options}
        if not self.route.usage:
            options["stream_options"] = None
        turn = self.route.guarded.stream_in(context, self.asked.messages, **options)
        async with aclosing(turn) as events:
            async for event in events:
                self._note(event)
                yield event

    def _note(self, event: Event) -> None:
        if isinstance(event, Done):
            self.done = event
        if isinstance(event, CoverageGap | Escalated | Done):
            self.seen.append(event)
        elif event.text and not self.spoken:
            self.spoken = True
            at = self.deployment
            seconds = at.clock() - self.began
            at.measures.first_text(self.route.name, seconds)
            at.meters.first_text(self.route, self.asked.model, seconds)

    def _ended(self, error: BaseException | None) -> None:
        at = self.deployment
        if isinstance(error, Exception) and not isinstance(error, _EXPECTED):
            note(error)
        self._follow(error)
        seconds = at.clock() - self.began
        at.measures.ended(self.route.name, self.seen, seconds, error)
        at.meters.ended(self.route, self.asked.model, seconds, self.done, error)
        self.span.end(self.done, error)
        at.admission.leave()
        at.measures.running(at.admission.running)

    def _follow(self, error: BaseException | None) -> None:
        """Let the conversation, if its history tells it, wait for its next turn."""
        threads, session, messages = self.route.threads, self.taken, self.asked.messages
        if threads is None or session is None:
            return
        if self.done is None or error is not None:
            threads.give_back(self._scope, messages, session)
            return
        made = self.completion.released
        threads.follow(self._scope, messages, made.text, made.calls, session)
