"""
All detectors on one view, together, each with a deadline.

A detector that raises, hangs or is missing gives a report that says so. It is
never taken for one that found nothing; what follows is the policy's business.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Protocol, TypeAlias

from guardrails.breaker import Breaker
from guardrails.detectors.base import (
    AsyncDetector,
    Brief,
    Detector,
    Needs,
    Reading,
    Report,
    State,
    View,
)
from guardrails.errors import ConfigurationError, DetectorError, DetectorTimeoutError
from guardrails.findings import Family, Finding
from guardrails.messages import Side
from guardrails.workers import Deadline, Workers

PROBE = "I have a question, and I hope that you can help me."
"""A text that every detector answers in no time, if it answers at all."""

Formats: TypeAlias = Callable[[], Callable[[str], Reading] | None]


class Reader(Protocol):
    """
    Makes the one reading of a text that detectors share.

    It may have `formats()` as well: what reads formats alone, at once and on any thread,
    or None if nothing can do so now. Such a text is read where it is looked at.
    """

    async def read(self, text: str, needs: Needs) -> Reading:
        """
        Return a reading of *text* with what *needs* asks for.

        Raises:
            DetectorError: It could not be read.
        """
        ...

    def close(self) -> None:
        """Let go of threads and models. Safe to call twice."""
        ...


def _none() -> None:
    """Return that there is nothing at hand."""


@dataclass(slots=True)
class _Progress:
    """Which detector a worker is at, for the case that it never comes back."""

    reports: list[Report] = field(default_factory=list)


class Inspection:
    """
    The detectors of a guard.

    Args:
        detectors: In any order; several may share a family.
        reader: Makes readings for those that need one, or None.
        deadline: For each detector.
        categories: Those that a finding may have; any if None.
        clock: Monotonic seconds, for the breakers.
    """

    def __init__(
        self,
        detectors: Sequence[Detector | AsyncDetector],
        reader: Reader | None = None,
        *,
        deadline: Deadline = Deadline(),  # noqa: B008 - a frozen value
        categories: Collection[str] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        for one in detectors:
            if not (hasattr(one, "look") or hasattr(one, "inspect")) or not hasattr(one, "name"):
                msg = f"a {type(one).__name__} is no detector: it has name, family, needs and look"
                raise ConfigurationError(msg)
        # Told once: to ask a protocol takes longer than a short look.
        self._waiting = [one for one in detectors if isinstance(one, AsyncDetector)]
        self._looking = [one for one in detectors if not isinstance(one, AsyncDetector)]
        self._reader = reader
        self._formats: Formats = getattr(reader, "formats", _none)
        self._deadline = deadline
        self._categories = categories
        self._left: set[asyncio.Task[Any]] = set()
        self._breakers = {one.name: Breaker(clock) for one in detectors}
        self._briefs = {one.name: one.brief for one in detectors if isinstance(one, Brief)}
        self._workers = Workers("candor-look", count=2)
        self._closed = False
        self._looked = False  # on the event loop, in this turn of it

    @property
    def names(self) -> tuple[str, ...]:
        """Names and versions of the detectors, sorted."""
        return tuple(sorted(self._breakers))

    async def look(self, view: View, families: Collection[Family]) -> tuple[Report, ...]:
        """
        Return a report of every detector of *families*, sorted by name.

        A family with no detector gets a failed report that says `missing`.
        """
        looking = [one for one in self._looking if one.family in families]
        waiting = [one for one in self._waiting if one.family in families]
        chosen: list[Detector | AsyncDetector] = [*looking, *waiting]
        present = {one.family for one in chosen}
        reports = [
            Report(f"{family}/none", family, State.FAILED, why="missing")
            for family in families
            if family not in present
        ]
        spared = {one.name for one in chosen if self._breakers[one.name].open}
        reports += [_failed(one, "breaker") for one in chosen if one.name in spared]
        made = await self._run([one for one in chosen if one.name not in spared], view)
        late = {report.detector for report in made if report.why.endswith("timeout")}
        fine = await self._fine([one for one in chosen if one.name in late], view)
        for report in made:
            if report.detector not in fine:
                self._count(report)
        return tuple(sorted([*reports, *made], key=lambda report: report.detector))

    async def failing(self, families: Mapping[Side, Collection[Family]]) -> tuple[str, ...]:
        """Return the detectors of *families* that do not answer about a plain text, sorted."""
        asked = [self.look(View.whole(PROBE, side), of) for side, of in families.items()]
        reports = [report for made in await asyncio.gather(*asked) for report in made]
        return tuple(sorted({one.detector for one in reports if one.state is State.FAILED}))

    async def _run(self, chosen: Sequence[Detector | AsyncDetector], view: View) -> list[Report]:
        waiting = [one for one in self._waiting if one in chosen]
        looking = [one for one in self._looking if one in chosen]
        asked = [(one, _needs(one, view)) for one in looking]
        plain = [one for one, needs in asked if needs is Needs.NOTHING]
        reading = [(one, needs) for one, needs in asked if needs is not Needs.NOTHING]
        groups = [self._look(plain, view)] if plain else []
        groups += [self._read_and_look(reading, view)] if reading else []
        groups += [self._wait(one, view) for one in waiting]
        if len(groups) == 1:
            return await groups[0]
        return [report for group in await asyncio.gather(*groups) for report in group]

    async def _fine(self, late: Sequence[Detector | AsyncDetector], view: View) -> frozenset[str]:
        """
        Return which of the detectors that were *late* answer when asked about a plain text.

        Those were late because of the text, and are not spared for it: one person's
        message must not leave the others unguarded.
        """
        if not late:
            return frozenset()
        probe = View.whole(PROBE, view.side)
        reports = await self._run(late, replace(probe, surface=view.surface))
        return frozenset(one.detector for one in reports if one.state is State.DECIDED)

    def _count(self, report: Report) -> None:
        breaker = self._breakers[report.detector]
        if report.state is State.DECIDED:
            breaker.succeeded()
        else:
            breaker.failed()

    async def _read_and_look(
        self, asked: Sequence[tuple[Detector, Needs | None]], view: View
    ) -> list[Report]:
        broken = [_failed(one, "raised") for one, needs in asked if needs is None]
        ready = [one for one, needs in asked if needs is not None]
        if not ready:
            return broken
        wanted = Needs.NOTHING
        for _, needs in asked:
            wanted |= needs or Needs.NOTHING
        if self._reader is None:
            return broken + [_failed(one, "no reader") for one in ready]
        if wanted is Needs.FORMATS and (formats := self._formats()) is not None:
            return broken + await self._look(ready, view, formats)
        try:
            reading = await self._reader.read(view.text, wanted)
        except DetectorTimeoutError:
            return broken + [_failed(one, "timeout") for one in ready]
        except Exception:  # noqa: BLE001 - whatever it is, it is a failed detector
            return broken + [_failed(one, "reader") for one in ready]
        able = [(one, needs in reading.made) for one, needs in asked if needs is not None]
        broken += [_failed(one, reading.why or "reader") for one, can in able if not can]
        ready = [one for one, can in able if can]
        return broken + await self._look(ready, replace(view, reading=reading))

    async def _look(
        self,
        detectors: Sequence[Detector],
        view: View,
        read: Callable[[str], Reading] | None = None,
    ) -> list[Report]:
        """
        Let *detectors* look one after the other, in one trip to a worker thread.

        What reads the text, if it is not read yet, is called there too. Looks that are brief
        need no trip.
        """
        if self._may_look_here(detectors, view):
            return await self._look_here(detectors, view, read)
        left = list(detectors)
        reports: list[Report] = []
        while left:
            progress = _Progress()
            batch = tuple(left)
            seconds = self._deadline.seconds(len(view.text))
            try:
                look = partial(_each, batch, view, progress, self._categories, read)
                reports += await self._workers.run(seconds, self._deadline.patience, look)
                left = []
            except DetectorTimeoutError:
                done = len(progress.reports)
                reports += progress.reports[:done]
                reports += [_failed(one, "timeout") for one in batch[done : done + 1]]
                left = list(batch[done + 1 :])
            except DetectorError:
                return reports + [_failed(one, "closed") for one in left]
        return reports

    def _may_look_here(self, detectors: Sequence[Detector], view: View) -> bool:
        """
        Return whether *detectors* may look on the event loop.

        There may be one brief look in each turn of the loop, so that it is never held up for
        longer than one takes, however many people write at once.
        """
        if self._looked or self._closed:
            return False
        try:
            return all(
                one.name in self._briefs and self._briefs[one.name](view) for one in detectors
            )
        except Exception:  # noqa: BLE001 - who cannot say so is not brief
            return False

    async def _look_here(
        self,
        detectors: Sequence[Detector],
        view: View,
        read: Callable[[str], Reading] | None,
    ) -> list[Report]:
        self._looked = True
        asyncio.get_running_loop().call_soon(self._turn)
        began = time.thread_time()
        # An interrupt is of somebody who stops the program, and none of the detector's.
        reports = _each(detectors, view, _Progress(), self._categories, read, KeyboardInterrupt)
        if time.thread_time() - began > self._deadline.seconds(len(view.text)):
            reports = [_failed(one, "timeout") for one in detectors]
        await asyncio.sleep(0)  # the next frame's look comes after whatever else is waiting
        return reports

    def _turn(self) -> None:
        self._looked = False

    async def _wait(self, detector: AsyncDetector, view: View) -> list[Report]:
        began = time.perf_counter_ns()
        task = asyncio.get_running_loop().create_task(_asked(detector, view))
        self._left.add(task)
        task.add_done_callback(self._left.discard)
        seconds = self._deadline.seconds(len(view.text))
        try:
            done, _ = await asyncio.wait({task}, timeout=seconds)
        except asyncio.CancelledError:
            task.cancel()
            raise
        if not done:
            task.cancel()  # it may not listen; nobody waits for it any more
            return [_failed(detector, "timeout")]
        found = None if task.cancelled() else task.result()
        if found is None or isinstance(found, str):
            return [_failed(detector, found or "raised")]
        return [_checked(detector, found, view, began, self._categories)]

    def close(self, *, reader: bool = True) -> None:
        """Let the threads go, and the *reader* if it is not used elsewhere. Safe to call twice."""
        self._closed = True
        self._workers.close()
        if reader and self._reader is not None:
            self._reader.close()


async def _asked(detector: AsyncDetector, view: View) -> Iterable[Finding] | str:
    """Return what *detector* found, or why it could not look; only a cancellation gets out."""
    try:
        return tuple(await detector.inspect(view))
    except asyncio.CancelledError:
        raise
    except BaseException as error:  # noqa: BLE001 - a detector may not end the loop either
        return _why(error)


def _needs(detector: Detector, view: View) -> Needs | None:
    """Return what *detector* needs, or None if it cannot even say so."""
    try:
        return detector.needs(view)
    except Exception:  # noqa: BLE001 - a failure is a result
        return None


def _each(
    detectors: Sequence[Detector],
    view: View,
    progress: _Progress,
    known: Collection[str] | None,
    read: Callable[[str], Reading] | None,
    through: type[BaseException] | tuple[()] = (),
) -> list[Report]:
    if read is not None:
        try:
            view = replace(view, reading=read(view.text))
        except Exception:  # noqa: BLE001 - whatever it is, it is a failed detector
            progress.reports += [_failed(one, "reader") for one in detectors]
            return progress.reports
    for detector in detectors:
        began = time.perf_counter_ns()
        try:
            report = _checked(detector, detector.look(view), view, began, known)
        except through:
            raise
        except BaseException as error:  # noqa: BLE001 - a failure is a result, whatever it is
            report = _failed(detector, _why(error))
        progress.reports.append(report)
    return progress.reports


def _checked(
    detector: Detector | AsyncDetector,
    told: Iterable[Finding],
    view: View,
    began: int,
    known: Collection[str] | None,
) -> Report:
    """Return a decided report, unless the findings cannot be true."""
    micros = (time.perf_counter_ns() - began) // 1000
    found = tuple(told)  # it may be an iterator, which gives its findings only once
    for finding in found:
        if not isinstance(finding, Finding):
            return _failed(detector, "no finding")
        if finding.family is not detector.family:
            return _failed(detector, "wrong family")
        if known is not None and finding.category not in known:
            return _failed(detector, "unknown category")
        if finding.span.stop > len(view.text):
            return _failed(detector, "span outside the text")
    uncovered = getattr(detector, "uncovered", None)  # of a `Partial`
    why = uncovered(view) if uncovered is not None else ""
    return Report(detector.name, detector.family, State.DECIDED, found, why, micros)


def _failed(detector: Detector | AsyncDetector, why: str) -> Report:
    return Report(detector.name, detector.family, State.FAILED, why=why)


def _why(error: BaseException) -> str:
    return "could not look" if isinstance(error, DetectorError) else "raised"
