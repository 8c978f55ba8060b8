"""Scripts in which names are not found are told, and the log and the caller hear of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails import Guard, MemoryLog, ScriptedModel
from guardrails.decisions import Do
from guardrails.detectors.base import Needs, Reading, View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.scripts import unread_scripts
from guardrails.events import CoverageGap
from guardrails.messages import Side, Surface


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("I am Zoë Müller-Łukasz from Đà Nẵng", ()),
        ("меня зовут Ольга", ("Cyrillic",)),
        ("اسمي ليلى", ("Arabic",)),
        ("मेरा नाम राधा है", ("Devanagari",)),
        ("我叫王芳", ("Cjk",)),
        ("わたしは花子です", ("Cjk", "Hiragana")),
        ("제 이름은 민서", ("Hangul",)),
        ("an angle α of 5 µm, 10 Ω", ()),
        ("🙂 2², ⅷ, ʰ", ()),
    ],
)
def test_a_text_names_its_scripts(text: str, scripts: tuple[str, ...]) -> None:
    assert unread_scripts(text) == scripts


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_text_in_latin_letters_is_covered(text: str) -> None:
    assert unread_scripts(text) == ()


def test_full_width_letters_are_latin_to_the_detector() -> None:
    detector = PiiDetector()

    assert detector.uncovered(View.whole("\uff2a\uff4f\uff48\uff4e")) == ""
    assert detector.uncovered(View.whole("Ольга")) == "names in Cyrillic script"


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("nie wiem, co mam dzisiaj robić i nikt mnie nie chce", "Polish, Latin script"),
        ("меня зовут Ольга", "Cyrillic script"),
        (
            "Ольга: nie wiem, co mam dzisiaj robić i nikt mnie nie chce",
            "Polish, Latin script and in Cyrillic script",
        ),
        ("no sé qué hacer hoy y estoy muy cansada de todo", ""),
        ("nie wiem", ""),
    ],
)
def test_both_detectors_tell_the_script_and_the_language_that_they_do_not_know(
    text: str, gap: str
) -> None:
    for detector, what in ((PiiDetector(), "names"), (CrisisDetector(), "crisis language")):
        told = detector.uncovered(View.whole(text))
        assert told == (f"{what} in {gap}" if gap else "")


def test_what_is_not_looked_at_is_no_gap() -> None:
    polish = "nie wiem, co mam dzisiaj robić i nikt mnie nie chce"
    reply = View.whole(polish, Side.OUTPUT)
    assert PiiDetector(formats=frozenset({Side.OUTPUT})).uncovered(reply) == ""
    assert CrisisDetector().uncovered(reply) == ""
    assert CrisisDetector().uncovered(replace(View.whole(polish), surface=Surface.SYSTEM)) == ""


class Nothing:
    """A reader that reads everything and finds nothing."""

    async def read(self, text: str, needs: Needs) -> Reading:
        return replace(Reading(), made=needs)

    def close(self) -> None:
        pass


async def test_what_is_not_covered_is_in_the_record_and_told_once_for_each_side() -> None:
    log = MemoryLog()
    async with Guard("support-desk", log, detectors=[PiiDetector()], reader=Nothing()) as guard:
        model = ScriptedModel(["Да, конечно. " * 60])
        events = [each async for each in guard.stream(model, "меня зовут Ольга", session_id="a")]

    gaps = [each for each in events if isinstance(each, CoverageGap) and each.kind == "script"]
    assert gaps == [CoverageGap("script", "names in Cyrillic script", Do.NOTE)] * 2
    told = [
        each["nd"][PiiDetector().name]
        for each in log.of("decision")
        if PiiDetector().name in each["nd"]
    ]
    assert len(told) > 2
    assert {(each["state"], each["why"]) for each in told} == {
        ("decided", "names in Cyrillic script")
    }


async def test_a_language_without_rules_is_in_the_record_of_both_detectors_and_told_once() -> None:
    log = MemoryLog()
    detectors = [PiiDetector(), CrisisDetector()]
    message = "Nie wiem, co mam dzisiaj robić, i nikt mnie nie chce. " * 12
    async with Guard("support-desk", log, detectors=detectors, reader=Nothing()) as guard:
        model = ScriptedModel(["Of course."])
        events = [each async for each in guard.stream(model, message, session_id="a")]

    gaps = [each for each in events if isinstance(each, CoverageGap) and each.kind == "language"]
    whys = {"names in Polish, Latin script", "crisis language in Polish, Latin script"}
    assert {each.what for each in gaps} == whys
    assert len(gaps) == len(whys)
    told = [each["nd"] for each in log.of("decision") if each["side"] == "input"]
    assert len(told) > 1
    for each in told:
        assert {each[detector.name]["why"] for detector in detectors} == whys
