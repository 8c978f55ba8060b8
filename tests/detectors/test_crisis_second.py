"""What is also said in jest is read twice, and what the second reader may not take back."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from guardrails.detectors.base import Flags, View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.crisis_model import WORDS, crisis_model
from guardrails.errors import DetectorError
from guardrails.findings import Level, Mark
from guardrails.levels import level_of

JEST = "i want to die every time i see my old profile pictures"


@dataclass
class Deaf:
    """A second reader that hears nothing in any message, and counts what it was asked."""

    asked: int = 0

    def unlikely(self, text: str) -> bool:
        del text
        self.asked += 1
        return True


class Broken:
    """A second reader that fails."""

    def unlikely(self, text: str) -> bool:
        del text
        msg = "the model failed"
        raise DetectorError(msg)


def level(detector: CrisisDetector, view: View) -> Level:
    return max((level_of(one) for one in detector.look(view)), default=Level.NONE)


def test_a_jest_asks_for_nothing_and_stays_in_the_findings() -> None:
    (found,) = CrisisDetector(Deaf()).look(View.whole(JEST))

    assert Mark.UNLIKELY in found.marks
    assert level_of(found) is Level.NONE


def test_without_a_second_reader_or_if_it_fails_the_rules_stand() -> None:
    alone = CrisisDetector().look(View.whole(JEST))

    assert max(map(level_of, alone)) is Level.HIGH
    assert CrisisDetector(Broken()).look(View.whole(JEST)) == alone


@pytest.mark.parametrize(
    "text",
    [
        "i just tried to end it and im still here",
        "tonight is the night I end it",
        "I have a plan and the pills are in front of me",
        "my brother just texted goodbye and won't pick up",
        "i cut myself again last night",
        "quiero morirme",
        "je veux mourir",
    ],
)
def test_what_is_done_or_planned_or_of_others_or_in_other_languages_stands(text: str) -> None:
    deaf = Deaf()
    before = CrisisDetector().look(View.whole(text))

    assert before
    assert CrisisDetector(deaf).look(View.whole(text)) == before
    assert not deaf.asked


def test_in_a_watched_session_nothing_is_taken_for_a_jest() -> None:
    deaf = Deaf()
    view = replace(View.whole(JEST), flags=Flags(watched=True))

    assert level(CrisisDetector(deaf), view) is Level.HIGH
    assert not deaf.asked


def test_what_began_in_an_earlier_message_is_not_taken_for_a_jest() -> None:
    deaf = Deaf()
    view = replace(View.whole("want to die"), tail="i really")

    assert level(CrisisDetector(deaf), replace(view, text="to die", tail="i want")) is Level.HIGH
    assert not deaf.asked
    assert level(CrisisDetector(deaf), replace(view, text=JEST, tail="hello")) is Level.NONE


def test_a_clean_message_is_not_read_twice() -> None:
    deaf = Deaf()

    assert CrisisDetector(deaf).look(View.whole("when does the next bus go?")) == ()
    assert not deaf.asked


def test_the_model_cannot_tell_of_long_messages_and_other_languages() -> None:
    model = crisis_model()

    assert model.unlikely("can you book a table for four on friday")
    assert not model.unlikely("i want to die")
    assert not model.unlikely("a table for four " * WORDS)
    assert not model.unlikely("ich möchte bitte einen tisch für vier personen am freitag")
    assert not model.unlikely("")
