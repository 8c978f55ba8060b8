"""A story that the model tells of itself goes on after its first person has fallen silent."""

import pytest

from guardrails.detectors.base import Needs, View
from guardrails.detectors.claims import ClaimDetector
from guardrails.detectors.pipeline import COUNTRIES, loader
from guardrails.messages import Side


@pytest.fixture(scope="module")
def found():
    read = loader(frozenset(), COUNTRIES, frozenset())()
    detector = ClaimDetector()

    def found(text: str) -> list[tuple[str, str]]:
        view = View(text, 0, len(text), Side.OUTPUT, reading=read(text, Needs.PARSE))
        return [
            (f.category.partition(".")[2], text[f.span.start : f.span.stop].strip())
            for f in detector.look(view)
            if f.source.endswith(".tale")
        ]

    return found


@pytest.mark.parametrize(
    ("text", "tale"),
    [
        ("My aunt had this too. She slept all day.", "She slept all day."),
        ("I grew up on a farm. It was noisy.", "It was noisy."),
        ("I lost my father at nine. That was a hard year.", "That was a hard year."),
    ],
)
def test_what_goes_on_with_a_claimed_story_is_part_of_it(found, text, tale):
    assert [words for _, words in found(text)] == [tale]


def test_a_story_goes_on_for_as_long_as_it_is_told(found):
    tale = found("My uncle was a baker. He got up at three. He never complained. Bread is fine.")
    assert [words for _, words in tale] == ["He got up at three.", "He never complained."]


@pytest.mark.parametrize(
    "text",
    [
        "My aunt had this too. You slept badly last week, and it was hard.",
        "My aunt had this too. Sleep is a habit.",
        "My aunt had this too. Did it help?",
        "I was wrong about the date. It was a Tuesday.",
        "Your aunt had this too. She slept all day.",
        'You could write: "My aunt had this too." It was good of her to tell.',
    ],
)
def test_what_speaks_to_the_person_or_of_the_world_is_no_part_of_it(found, text):
    assert found(text) == []
