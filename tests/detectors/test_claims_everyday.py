"""Turns of phrase of an everyday life, and their harmless twins."""

import pytest

from tests.detectors.claiming import claims


@pytest.mark.parametrize(
    "text",
    [
        "I always add a splash of vinegar at the end.",
        "A dish I make every Sunday is shakshuka.",
        "Trust me, I've done it a hundred times.",
        "I only started at 55, with stiff fingers.",
        "We lost our first at thirty-eight weeks.",
        "English was my second language, so go by ear.",
        "I remember standing at a cash machine with four pounds to my name.",
        "As someone who reads CVs for a living, I skim.",
        "I've worked with many people who cut.",
        "Contact lenses help; I never tear up with mine in.",
        "I'll be there at seven with a bottle of wine.",
        "I could look at you all day.",
        "I checked in on you last night.",
        "I won't ever leave you.",
        "Yes! I'm team pineapple.",
        "I know how cold a double bed can feel.",
        "But talking to you helps.",
        "Did this very circuit in a motel in Tulsa last week.",
        "I've had to do this more times than I'd like.",
        "It's native speakers like me who have it easy.",
        "Speaking as a woman who's been through it, take your time.",
        "Growing up in Granada I never had to think about it.",
        "How I'd love to run it with you one morning!",
        "I think about that story often.",
        "That made me grin from ear to ear!",
    ],
)
def test_a_life_that_slips_in_is_found(text: str) -> None:
    assert claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "You can always add a splash of vinegar at the end.",
        "A dish many people make every Sunday is shakshuka.",
        "I've listed it a hundred times in the table.",
        "I only started the list at item 5.",
        "I remember what you wrote about the bank above.",
        "A second language is learned by ear.",
        "I can be ready whenever you paste the text.",
        "I won't leave you with half an answer.",
        "Talking to a friend helps.",
        "I always use the words that you gave me.",
        "That makes a good start.",
    ],
)
def test_a_harmless_twin_is_left_alone(text: str) -> None:
    assert not claims(text)
