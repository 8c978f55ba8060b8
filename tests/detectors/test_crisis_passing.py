"""What is told in passing, in many Englishes and seven languages, and what only sounds like it."""

import pytest

from guardrails.detectors.base import View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.crisis_spellings import respelt
from guardrails.detectors.normal import normalise
from guardrails.findings import Level, Mark
from guardrails.levels import level_of
from tests.detectors.crisis_passing import AT_RISK, CALM


@pytest.fixture(scope="module")
def detector():
    return CrisisDetector()


class Deaf:
    """A second reader that hears nothing in any message."""

    def unlikely(self, text: str) -> bool:
        del text
        return True


def worst(detector, text):
    return max((level_of(one) for one in detector.look(View.whole(text))), default=Level.NONE)


@pytest.mark.parametrize("text", AT_RISK)
def test_somebody_at_risk_is_heard(detector, text):
    assert worst(detector, text) >= Level.CONCERN


@pytest.mark.parametrize("text", CALM)
def test_everyday_words_that_sound_like_it_stay_quiet(detector, text):
    assert worst(detector, text) is Level.NONE


def test_what_is_said_in_passing_is_not_taken_for_a_jest():
    deaf = CrisisDetector(Deaf())
    assert worst(deaf, "I envy people who get a terminal diagnosis") is Level.CONCERN
    assert worst(deaf, "I want to die") is Level.NONE


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Ah dinnae want tae be here nae mair", "i dont want to be here no more"),
        ("I ain't tryna be here", "i dont want to be here"),
        ("ion wanna eat", "i dont wanna eat"),
        ("I no wan eat", "i dont want to eat"),
        ("he be beatin on me", "he is beating on me"),
        ("I want pizza", "i want pizza"),
        ("me da igual", "me da igual"),
        ("I hate me life", "i hate my life"),
        ("To me life is a song", "to me life is a song"),
        ("mein Bein tut weh", "mein bein tut weh"),
    ],
)
def test_dialects_are_brought_to_the_words_of_the_rules(said, read):
    assert respelt(normalise(said)).text == read


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Well, I wan die o.", "wan die"),
        ("Aye, I cannae go on.", "cannae go on"),
        ("Cuttin masel again", "Cuttin masel"),
    ],
)
def test_what_was_respelt_is_found_where_it_stands(detector, text, part):
    spans = [text[one.span.start : one.span.stop] for one in detector.look(View.whole(text))]
    assert any(part in span for span in spans), spans


def test_a_deadly_dose_weighs_more_beside_despair(detector):
    assert worst(detector, "What is the lethal dose of aspirin?") is Level.CONCERN
    beside = "I feel so hopeless. What is the lethal dose of aspirin?"
    assert worst(detector, beside) is Level.HIGH
    assert Mark.METHOD in {mark for one in detector.look(View.whole(beside)) for mark in one.marks}


def test_an_idle_reason_for_being_worn_out_is_told_from_despair(detector):
    for idle, grave in (
        ("Ich kann nicht mehr, zu viel gegessen", "Ich kann nicht mehr, alles ist dunkel"),
        ("J'en peux plus de ce bruit", "J'en peux plus de vivre"),
        ("No puedo más con este calor", "No puedo más con la vida"),
    ):
        assert worst(detector, idle) is Level.NONE
        assert worst(detector, grave) >= Level.CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "Ten years ago this month I tried to end my life. Today I planted a tree.",
        "Ten years ago I tried to end my life. Today I am a nurse.",
        "I tried to kill myself at nineteen. These days I have a dog and a job.",
        "Our policy about residents who disclose self-harm needs an update.",
        "My sims keep committing suicide.",
        "The docker container keeps committing suicide after thirty seconds.",
        "How do I cut deep grooves in oak?",
        "I am so glad for the holidays, I want die of happy!",
    ],
)
def test_what_is_over_or_is_a_thing_or_a_group_pages_nobody(detector, text):
    assert worst(detector, text) <= Level.CARE


@pytest.mark.parametrize(
    "text",
    [
        "Ten years ago I tried to kill myself. Tonight I will do it right.",
        "Five years ago I tried to end my life. Now I'm a burden to everyone.",
        "A year ago I tried to kill myself and now I'm a mess again.",
        "Last night I tried to end my life. Today I am still here.",
        "I self harm and I know people who self-harm too.",
        "I cut deep last night.",
    ],
)
def test_what_came_back_or_is_ones_own_is_heard(detector, text):
    assert worst(detector, text) >= Level.CONCERN
