"""What `pii.py` measures: each engine as a function that finds spans in a text."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias

from peers import Answer, Peer

from guardrails.detectors.base import Needs, State, View
from guardrails.findings import Family
from guardrails.inspection import Inspection
from guardrails.messages import Side
from guardrails.sightings import Sightings
from guardrails.window import AHEAD, SPOKEN, frames
from guardrails.workers import Deadline

Find: TypeAlias = Callable[[str], Awaitable[list[tuple[int, int]]]]
Ask: TypeAlias = Callable[[str], Awaitable[Answer]]
PATIENT = Deadline(base=10)


def guarded() -> Inspection:
    """Return what the policy `companion` looks with, warmed up."""
    from guardrails.policy.ready import load_policy
    from guardrails.ready import ready_detectors
    from guardrails.resources import Resources

    return Inspection(
        *ready_detectors(load_policy("companion"), Resources.load(), PATIENT), deadline=PATIENT
    )


def formats() -> Inspection:
    """Return the detector of personal data over an engine without a model."""
    from guardrails.detectors.language import LanguageEngine
    from guardrails.detectors.pii import PiiDetector

    engine = LanguageEngine(deadline=PATIENT, model=False)
    engine.warm()
    return Inspection([PiiDetector(formats=frozenset(Side))], engine, deadline=PATIENT)


def formats_alone() -> Callable[[str], list[tuple[int, int]]]:
    """Return the same as one function call: no frames, threads or deadlines, like `bare`."""
    from guardrails.detectors.pii import PiiDetector
    from guardrails.detectors.pipeline import COUNTRIES, Pipeline

    read = Pipeline(frozenset(), COUNTRIES, frozenset(), model=False)
    detector = PiiDetector(formats=frozenset(Side))

    def find(text: str) -> list[tuple[int, int]]:
        view = View.whole(text)
        found = detector.look(replace(view, reading=read(text, Needs.FORMATS)))
        return [(one.span.start, one.span.stop) for one in found]

    return find


def finding(inspection: Inspection) -> Find:
    """Return what finds personal data in a text, frame by frame as a guard does."""

    async def find(text: str) -> list[tuple[int, int]]:
        sightings, looked = Sightings(), []
        for frame in frames(text, SPOKEN, AHEAD):
            left = frame.left
            view = View(frame.window, frame.start - left, frame.stop - left, Side.INPUT)
            found = []
            for report in await inspection.look(view, {Family.PII}):
                if report.state is not State.DECIDED:
                    msg = f"{report.detector} {report.state}: {report.why}"
                    raise RuntimeError(msg)
                found += [replace(one, span=one.span.shifted(left)) for one in report.findings]
            sightings.take(frame, found)
            own = [o for o in found if o.span.start < frame.stop and o.span.stop > frame.start]
            looked.append((frame, own))
        return [
            (one.span.start, one.span.stop)
            for frame, own in looked
            for one in (*own, *sightings.more(frame, own))
        ]

    return find


def plainly(find: Callable[[str], list[tuple[int, int]]]) -> Find:
    async def found(text: str) -> list[tuple[int, int]]:
        return find(text)

    return found


def timed(find: Find) -> Ask:
    async def ask(text: str) -> Answer:
        wall, cpu = time.perf_counter(), time.process_time()
        spans = await find(text)
        return Answer(spans, time.perf_counter() - wall, time.process_time() - cpu)

    return ask


def asking(peer: Peer) -> Ask:
    async def ask(text: str) -> Answer:
        return peer.ask(text)

    return ask
