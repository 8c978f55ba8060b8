"""Words in small letters after "I'm" that say how somebody is, and names that stand there."""

from __future__ import annotations

import pytest

from .pii_looking import Look, left, looking
from .pii_said import said

STATES = (
    *("I'm conscious and I dream.", "I am conscious and I dream", "i am sentient and i want out"),
    *("I'm drained and I dread tomorrow", "I'm fuming and I need to vent"),
    *("I'm bilingual and I teach", "I'm dyslexic and I type slowly", "I'm epileptic and I drive"),
    *("I'm widowed and I garden", "I'm engaged and I panic", "I'm retired and I paint"),
    *("I'm redundant and I drink", "I'm freelance and I invoice late", "I'm numb and I don't cry"),
    *("I'm left-handed and I smudge", "I'm aware and I feel", "I'm menopausal and I sweat"),
    *("I'm devastated and I pray", "I'm curious and I read", "I'm impatient and I snap"),
    *("I'm luminous and I know it", "I'm cold-blooded and I like it", "i'm ravenous and i snack"),
    *("I'm anaemic and I bruise", "i'm broke and i owe rent", "I'm infertile and I cope"),
)
NAMES = (
    *("i'm [olive] and i need help", "i'm [eric] and my rent is late"),
    *("im [xiaoming] and i study here", "i'm [ngozi] btw", "i'm [grace] and i can't sleep"),
    *("i am [manish] and i work nights", "i'm [bilal], 34", "i'm [marcus] and i lost my card"),
    *("i am [tereza] and i am tired", "i'm [fred] and i fix boilers"),
)


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("text", STATES)
def test_how_somebody_is_in_small_letters_is_no_name(look: Look, text: str) -> None:
    assert look(text) == ()


@pytest.mark.parametrize("line", NAMES)
def test_a_name_in_small_letters_is_one(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert left(text, ranges, look(text)) == []
