"""Engines side by side: what one cannot do is told, and takes nothing from the others."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from guardrails import Guard, MemoryLog, ScriptedModel
from guardrails.detectors.base import Entity, Needs, Reading, View
from guardrails.detectors.claims import ClaimDetector
from guardrails.detectors.layers import Layers, name_engines
from guardrails.detectors.pii import PiiDetector
from guardrails.errors import DetectorError, DetectorTimeoutError
from guardrails.events import CoverageGap
from guardrails.findings import Family
from guardrails.inspection import Inspection
from guardrails.workers import Deadline

ALL = Needs.PARSE | Needs.ENTITIES | Needs.NAMES


@dataclass
class Fake:
    """An engine that answers for what it is asked, or fails."""

    error: Exception | None = None
    made: list[Needs] = field(default_factory=list)
    gate: asyncio.Event | None = None
    warmed: int = 0
    closed: int = 0

    def warm(self) -> None:
        self.warmed += 1

    async def read(self, text: str, needs: Needs) -> Reading:
        self.made.append(needs)
        if self.gate:
            await self.gate.wait()
        if self.error:
            raise self.error
        names = (Entity("person", 0, 4, 9000, "GIVEN_NAME"),) if Needs.NAMES in needs else ()
        return Reading(names=names, made=needs)

    def close(self) -> None:
        self.closed += 1


async def test_each_engine_is_asked_for_its_part_and_no_more() -> None:
    language, names = Fake(), Fake()
    layers = Layers(language, [names])

    both = await layers.read("ruth", ALL)
    parse = await layers.read("ruth", Needs.PARSE)

    assert (both.made, parse.made) == (ALL, Needs.PARSE)
    assert [each.kind for each in both.names] == ["person"]
    assert language.made == [Needs.PARSE | Needs.ENTITIES, Needs.PARSE]
    assert names.made == [Needs.NAMES]


async def test_texts_go_to_the_engine_that_has_least_to_do() -> None:
    gate = asyncio.Event()
    busy, idle = Fake(gate=gate), Fake()
    layers = Layers(Fake(), [busy, idle])
    first = asyncio.create_task(layers.read("ruth", ALL))
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    await layers.read("ruth", ALL)
    await layers.read("ruth", ALL)
    gate.set()
    await first

    assert (len(busy.made), len(idle.made)) == (1, 2)


@pytest.mark.parametrize(
    ("error", "why"),
    [(DetectorTimeoutError("x"), "names timeout"), (DetectorError("x"), "names failed")],
)
async def test_names_that_cannot_be_read_fail_personal_data_and_nothing_else(
    error: Exception, why: str
) -> None:
    inspection = Inspection([PiiDetector(), ClaimDetector()], Layers(Fake(), [Fake(error)]))

    reports = await inspection.look(View.whole("ruth"), {Family.PII, Family.CLAIM})

    assert {each.family: (str(each.state), each.why) for each in reports} == {
        Family.PII: ("failed", why),
        Family.CLAIM: ("decided", ""),
    }
    inspection.close()


async def test_a_language_engine_that_fails_is_an_error_for_all() -> None:
    with pytest.raises(DetectorError, match="x"):
        await Layers(Fake(DetectorError("x")), [Fake()]).read("ruth", ALL)


async def test_a_guard_without_names_blocks_and_says_so_in_its_record() -> None:
    log = MemoryLog()
    layers = Layers(Fake(), [Fake(DetectorError("x"))])
    async with Guard("support-desk", log, detectors=[PiiDetector()], reader=layers) as guard:
        model = ScriptedModel(["Hello."])
        events = [each async for each in guard.stream(model, "i am ruth", session_id="a")]

    assert model.requests == []
    assert CoverageGap in {type(each) for each in events}
    [record] = log.of("decision")
    assert record["nd"][PiiDetector().name] == {"state": "failed", "us": 0, "why": "names failed"}
    assert record["decision"]["rule"] == "failure.pii"


def test_engines_are_warmed_and_closed_together() -> None:
    language, names = Fake(), Fake()
    layers = Layers(language, [names])

    layers.warm()
    layers.close()

    assert (language.warmed, language.closed, names.warmed, names.closed) == (1, 1, 1, 1)


async def test_name_engines_share_one_model_and_read_the_same() -> None:
    engines = name_engines(Deadline())
    for engine in engines:
        engine.warm()

    readings = [await engine.read("my name is kofi mensah", Needs.NAMES) for engine in engines]

    assert readings[0] == readings[1]
    assert [each.kind for each in readings[0].names if each.score > 5000] == ["person"] * 2
    assert len({id(engine._generation.reader.result()) for engine in engines}) == 1  # type: ignore[union-attr]
    for engine in engines:
        engine.close()
