"""Scripts in which names are not found are told, and the log and the caller hear of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails import Guard, MemoryLog, ScriptedModel
from guardrails.decisions import Do
from guardrails.detectors.base import Needs, Reading, View
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.scripts import unread_scripts
from guardrails.events import CoverageGap


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
