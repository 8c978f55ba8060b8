"""Readers side by side: what one cannot do is told, and takes nothing from the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from guardrails import Guard, MemoryLog, ScriptedModel
from guardrails.detectors.base import Entity, Needs, Reading, View
from guardrails.detectors.claims import ClaimDetector
from guardrails.detectors.language import LanguageEngine
from guardrails.detectors.layers import Layers, with_names
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.pipeline import COUNTRIES, loader
from guardrails.errors import DetectorError, DetectorTimeoutError
from guardrails.events import CoverageGap
from guardrails.findings import Family
from guardrails.inspection import Inspection
from guardrails.workers import Deadline

ALL = Needs.PARSE | Needs.ENTITIES | Needs.NAMES


@dataclass
class Language:
    """A reader that makes whatever it is asked for, or fails."""

    error: Exception | None = None
    asked: list[Needs] = field(default_factory=list)

    def __call__(self, text: str, needs: Needs) -> Reading:
        self.asked.append(needs)
        if self.error:
            raise self.error
        return Reading(made=needs)


@dataclass
class Names:
    """A model that gives one name, or fails at once or later."""

    at_once: Exception | None = None
    later: Exception | None = None
    hears: bool = True
    score: int = 3_999
    pending: int = 0
    waited: list[float | None] = field(default_factory=list)

    def begin(self, text: str) -> Callable[[float | None], Reading]:
        if self.at_once:
            raise self.at_once

        def names(seconds: float | None) -> Reading:
            self.waited.append(seconds)
            if self.later:
                raise self.later
            heard = (Entity("person", 0, 4, self.score, "GIVEN_NAME"),) if self.hears else ()
            return Reading(names=heard, made=Needs.NAMES)

        return names


FAILING = [
    (Names(at_once=DetectorTimeoutError("x")), "names timeout"),
    (Names(later=DetectorTimeoutError("x")), "names timeout"),
    (Names(at_once=DetectorError("x")), "names failed"),
    (Names(later=ValueError("x")), "names failed"),
]


def test_each_reader_is_asked_for_its_part_and_no_more() -> None:
    language, names = Language(), Names()
    layers = Layers(language, names, Deadline(base=1, per_thousand=0, patience=4))

    both = layers("ruth", ALL)
    parse = layers("ruth", Needs.PARSE)
    alone = layers("ruth", Needs.NAMES)

    assert (both.made, parse.made, alone.made) == (ALL, Needs.PARSE, Needs.NAMES)
    assert [each.kind for each in both.names] == ["person"]
    assert language.asked == [Needs.PARSE | Needs.ENTITIES, Needs.PARSE]
    assert names.waited == [2, 2]


BOTH = Needs.ENTITIES | Needs.NAMES
FORMATS, ENTITIES = Needs.FORMATS, Needs.ENTITIES


@pytest.mark.parametrize(
    ("text", "hears", "needs", "asked"),
    [
        ("where do i send the form?", False, BOTH, FORMATS),
        ("I wonder. Where do I send it? And when", False, BOTH, FORMATS),
        ("where do i send the form, ruth?", True, BOTH, ENTITIES),
        ("where do I send the form in Leeds?", False, BOTH, ENTITIES),
        ("ist das Amt heute offen, bitte schön?", False, BOTH, ENTITIES),
        ("where do i send the form?", False, BOTH | Needs.UNHEARD, ENTITIES),
        ("where do i send the form?", False, ALL, ENTITIES | Needs.PARSE),
        ("where do i send it? " * 40, False, BOTH, ENTITIES),
    ],
    ids=["unheard", "capitals", "heard", "place", "signs", "wanted", "parsed", "long"],
)
def test_the_reader_of_language_is_spared_where_nothing_is_heard_or_written_as_a_name(
    text: str, hears: bool, needs: Needs, asked: Needs
) -> None:
    language = Language()

    reading = Layers(language, Names(hears=hears), Deadline())(text, needs)

    assert language.asked == [asked]
    assert reading.made == needs


def test_the_reader_of_language_is_spared_where_all_that_is_heard_is_settled() -> None:
    language = Language()

    reading = Layers(language, Names(score=4_000), Deadline())("ruth, where is the form?", BOTH)

    assert (language.asked, reading.made) == ([FORMATS], BOTH)
    assert [each.kind for each in reading.names] == ["person"]


@pytest.mark.parametrize(("names", "why"), FAILING)
def test_names_that_cannot_be_read_spare_the_reader_of_language_nothing(
    names: Names, why: str
) -> None:
    language = Language()

    reading = Layers(language, names, Deadline())("where do i send the form?", BOTH)

    assert (language.asked, reading.made, reading.why) == ([ENTITIES], ENTITIES, why)


@pytest.mark.parametrize(("names", "why"), FAILING)
async def test_names_that_cannot_be_read_fail_personal_data_and_nothing_else(
    names: Names, why: str
) -> None:
    engine = LanguageEngine(load=lambda: Layers(Language(), names, Deadline()))
    inspection = Inspection([PiiDetector(), ClaimDetector()], engine)

    reports = await inspection.look(View.whole("ruth"), {Family.PII, Family.CLAIM})

    assert {each.family: (str(each.state), each.why) for each in reports} == {
        Family.PII: ("failed", why),
        Family.CLAIM: ("decided", ""),
    }
    inspection.close()


def test_a_reader_of_language_that_fails_is_an_error_for_all() -> None:
    with pytest.raises(DetectorError, match="x"):
        Layers(Language(DetectorError("x")), Names(), Deadline())("ruth", ALL)


async def test_a_guard_without_names_blocks_and_says_so_in_its_record() -> None:
    log = MemoryLog()
    layers = Layers(Language(), Names(later=DetectorError("x")), Deadline())
    engine = LanguageEngine(load=lambda: layers)
    async with Guard("support-desk", log, detectors=[PiiDetector()], reader=engine) as guard:
        model = ScriptedModel(["Hello."])
        events = [each async for each in guard.stream(model, "i am ruth", session_id="a")]

    assert model.requests == []
    assert CoverageGap in {type(each) for each in events}
    [record] = log.of("decision")
    assert record["nd"][PiiDetector().name] == {"state": "failed", "us": 0, "why": "names failed"}
    assert record["decision"]["rule"] == "failure.pii"


async def test_names_and_entities_of_a_text_come_in_one_reading() -> None:
    load = loader(frozenset(), COUNTRIES, frozenset())
    engine = LanguageEngine(load=with_names(load, Deadline()))

    reading = await engine.read(
        "my name is kofi mensah, kofi@example.org", Needs.NAMES | Needs.ENTITIES
    )

    assert reading.made == Needs.NAMES | Needs.ENTITIES
    assert [each.kind for each in reading.names if each.score > 5000][:2] == ["person"] * 2
    assert "email" in {each.kind for each in reading.entities}
    engine.close()


def test_what_is_begun_ahead_reads_the_same_as_what_is_begun_in_its_turn() -> None:
    layers = Layers(Language(), Names(), Deadline())

    ahead = layers.ahead("Priya", ALL)

    assert ahead is not None
    assert ahead() == layers("Priya", ALL)


@pytest.mark.parametrize(
    ("text", "needs", "pending"),
    [("Priya", Needs.PARSE, 0), ("Priya " * 200, ALL, 0), ("Priya", ALL, 16)],
)
def test_nothing_is_begun_ahead_without_need_for_long_texts_or_if_much_is_under_way(
    text: str, needs: Needs, pending: int
) -> None:
    names = Names(pending=pending)

    assert Layers(Language(), names, Deadline()).ahead(text, needs) is None
    assert names.waited == []


def test_names_that_cannot_be_begun_ahead_take_nothing_from_a_parse() -> None:
    layers = Layers(Language(), Names(at_once=DetectorError("x")), Deadline())

    ahead = layers.ahead("Priya", ALL)

    assert ahead is not None
    made = ahead()
    assert (made.made & Needs.PARSE, made.why) == (Needs.PARSE, "names failed")
