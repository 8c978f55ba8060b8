"""
A second opinion of a language model, where ours is in doubt whether somebody is in need.

    rules and model ─▶ in doubt? ─▶ personal data out ─▶ one question ─▶ a finding, or none
                          no: nobody is asked

It may raise what was found, and takes nothing back: its answer is one more finding.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Protocol

from guardrails.breaker import Breaker
from guardrails.detectors.base import Report, State, View
from guardrails.errors import ConfigurationError, ModelError
from guardrails.findings import Family, Finding, Level, Span
from guardrails.levels import level_of
from guardrails.messages import Surface, TextChunk
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.opinion_question import LONGEST_ANSWER, answer_of, question
from guardrails.redaction import Replacement, replace, united
from guardrails.workers import Deadline, Workers

SCORE: Final = 7000
"""Score of every finding: over the thresholds of the ready policies, and no more than a model's."""

_NAME: Final = "second-opinion/1"


class Doubtful(Protocol):
    """Knows of which texts it is not sure: `CrisisModel`, or a fake."""

    def in_doubt(self, view: View, least: int) -> bool:
        """Return whether *view* scores *least* or more, and too little to be reported."""
        ...


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """
    Whom to ask, and when.

    Attributes:
        model: A LangChain chat model, an async function, or whatever else `Guard.wrap` takes.
        name: Of the model, for the records: up to 60 letters, digits and `: / . + _ -`.
        seconds: How long it may take. The person waits for it.
        least: It is asked from this score of our own model on, of 10,000, up to where our
            own model reports by itself.
        most: How often it is asked in one turn; what goes beyond counts as no answer.
        options: Passed to the model, such as `{"temperature": 0}`.
    """

    model: object = field(repr=False)
    name: str
    seconds: float = 4.0
    least: int = 2000
    most: int = 3
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)


class Consultant:
    """
    Asks for second opinions.

    Args:
        wanted: Whom, and when.
        model: The model of *wanted*.
        doubtful: Knows which texts are in doubt.
        marker: Makes what stands in the lines around a text; nobody may guess it.
        clock: Monotonic seconds, for the breaker.

    Raises:
        ConfigurationError: The name cannot stand in a record.
    """

    def __init__(
        self,
        wanted: SecondOpinion,
        model: ChatModel,
        doubtful: Doubtful,
        *,
        marker: Callable[[], str] = lambda: secrets.token_hex(8),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = f"{_NAME}:{wanted.name}"
        self._wanted = wanted
        self._model = model
        self._doubtful = doubtful
        self._marker = marker
        self._breaker = Breaker(clock)
        self._left: set[asyncio.Task[str]] = set()
        self._workers = Workers("candor-opinion")
        try:
            Finding("crisis.suicide", Span(0, 1), SCORE, self.name)
        except ValueError:
            msg = f"SecondOpinion: the name {wanted.name!r} cannot stand in a record: use letters"
            raise ConfigurationError(msg) from None

    async def consult(self, view: View, reports: Sequence[Report], asked: int) -> Report | None:
        """
        Return what the model says of *view*, or None if there is no doubt, and it is not asked.

        A model that does not answer, in time or in the closed list, has failed. It has never
        "found nothing".

        Args:
            view: A message of a person.
            reports: What the detectors said of it.
            asked: How often it was asked in this turn.
        """
        found = [finding for report in reports for finding in report.findings]
        if max(map(level_of, found), default=Level.NONE) >= Level.HIGH:
            return None
        try:
            if not await self._in_doubt(view):
                return None
        except Exception:  # noqa: BLE001 - whatever it is, there is no answer
            return self._report(State.FAILED, "doubt not measured")
        return self._spared(reports, asked) or await self._opinion(view, found)

    async def _in_doubt(self, view: View) -> bool:
        limit = Deadline()
        look = partial(self._doubtful.in_doubt, view, self._wanted.least)
        return await self._workers.run(limit.seconds(len(view.text)), limit.patience, look)

    def _spared(self, reports: Iterable[Report], asked: int) -> Report | None:
        """Return why the model is not asked although there is doubt, or None if it is."""
        if asked >= self._wanted.most:
            return self._report(State.SKIPPED, "asked often enough")
        if not covers(reports):
            return self._report(State.SKIPPED, "personal data not covered")
        if self._breaker.open:
            return self._report(State.FAILED, "breaker")
        return None

    async def _opinion(self, view: View, found: Iterable[Finding]) -> Report:
        began = time.perf_counter_ns()
        said, why = await self._said(without_personal_data(view.text, found))
        answer = answer_of(said) if not why else None
        if answer is None:
            self._breaker.failed()
            return self._report(State.FAILED, why or "no answer", began=began)
        self._breaker.succeeded()
        if answer.level is Level.NONE:
            return self._report(State.DECIDED, began=began)
        where = Span(view.start, view.stop)
        finding = Finding(answer.category, where, SCORE, self.name, answer.marks)
        return self._report(State.DECIDED, findings=(finding,), began=began)

    async def _said(self, text: str) -> tuple[str, str]:
        """Return what the model says about *text*, and why it says nothing, or ""."""
        task = asyncio.get_running_loop().create_task(self._heard(text))
        self._left.add(task)
        task.add_done_callback(self._left.discard)
        try:
            done, _ = await asyncio.wait({task}, timeout=self._wanted.seconds)
        except asyncio.CancelledError:
            task.cancel()
            raise
        if not done:
            task.cancel()  # it may not listen; nobody waits for it any more
            return "", "timeout"
        if task.cancelled() or task.exception() is not None:
            error = None if task.cancelled() else task.exception()
            return "", "model" if isinstance(error, ModelError) else "raised"
        return task.result(), ""

    async def _heard(self, text: str) -> str:
        request = ModelRequest(question(text, self._marker()), self._wanted.options)
        said = ""
        async with aclosing(self._model.stream(request)) as chunks:
            async for chunk in chunks:
                if isinstance(chunk, TextChunk) and chunk.surface is Surface.TEXT:
                    said += chunk.text
                if len(said) > LONGEST_ANSWER:
                    break
        return said

    def _report(
        self,
        state: State,
        why: str = "",
        *,
        findings: tuple[Finding, ...] = (),
        began: int | None = None,
    ) -> Report:
        micros = 0 if began is None else (time.perf_counter_ns() - began) // 1000
        return Report(self.name, Family.CRISIS, state, findings, why, micros)

    def close(self) -> None:
        """Let the threads go. Safe to call twice."""
        self._workers.close()


def without_personal_data(text: str, found: Iterable[Finding]) -> str:
    """Return *text* with the type in the place of each value that was *found*: `<person>`."""
    spans = [(one.span, one.category[4:]) for one in found if one.family is Family.PII]
    return replace(text, (Replacement(span, f"<{kind}>") for span, kind in united(spans)))


def covers(reports: Iterable[Report]) -> bool:
    """Return whether personal data was looked for, and nothing of the text was left out."""
    looked = [report for report in reports if report.family is Family.PII]
    return bool(looked) and all(one.state is State.DECIDED and not one.why for one in looked)
