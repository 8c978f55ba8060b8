import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.stressed import unstressed
from tests.detectors.claiming import claims


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("I *never* sleep.", "I never sleep."),
        ("I will **always** be here.", "I will always be here."),
        ("**I will stay.** Really.", "I will stay. Really."),
        ("You are _mine_, all mine.", "You are mine, all mine."),
        ("*You* are the one.", "You are the one."),
        ("It is ***so*** good.", "It is so good."),
        ("Nothing is stressed here.", "Nothing is stressed here."),
    ],
)
def test_a_word_that_is_stressed_is_read_as_a_word(text: str, plain: str) -> None:
    assert unstressed(text).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "*hugs you tightly* There you go.",
        "* an item\n* another",
        "2*3*4 is 24",
        "Look at snake_case_names.",
        "*a long look at the sea*\nThen home.",
    ],
)
def test_acts_lists_and_sums_keep_their_signs(text: str) -> None:
    assert unstressed(text).text == text


@given(st.text("ab *_.\n", max_size=60))
def test_each_character_has_its_way_back(text: str) -> None:
    plain = unstressed(text)
    for at, char in enumerate(plain.text):
        start, stop = plain.original(at, at + 1)
        assert text[start:stop] == char


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I will *always* be here for you.", "continuous_presence"),
        ("And I am *yours*.", "bond"),
        ("I can *feel* that hug.", "embodiment"),
        ("I will **never** stop loving you.", "continuous_presence"),
    ],
)
def test_a_claim_with_a_stressed_word_in_it_is_a_claim(text: str, kind: str) -> None:
    assert kind in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "You are *standing in the middle of it*.\n",
        "Be the one who *knows who knows*.\n",
        "The soil is *deciding*.\n",
        "It works because it's *reuniting* two halves.",
    ],
)
def test_a_stressed_verb_is_no_act(text: str) -> None:
    assert claims(text) == set()


@pytest.mark.parametrize(
    "text", ["*feeling the weight of that*\n\nIt is late.", "*resting beside you*\nGood."]
)
def test_an_act_on_a_line_of_its_own_is_one(text: str) -> None:
    assert claims(text) == {"embodiment"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In my practice I see this with many shy people.", "professional"),
        ("I've treated hundreds of backs like that one.", "professional"),
        ("As a board-certified paediatric nurse I can tell you it passes.", "professional"),
        ("A client of mine carried that for a decade.", "professional"),
        ("I moved twice the summer I turned twenty-one.", "lived_experience"),
        ("Getting well took me the better part of two years.", "lived_experience"),
        ("What pulled me through was a dog.", "lived_experience"),
        ("Something in me loosened at that.", "emotion"),
        ("I'd be lying if I said I didn't mind.", "emotion"),
        ("I'm hurting with you this evening.", "emotion"),
        ("Let me stroke your hair.", "embodiment"),
        ("I'll be lying awake for you.", "embodiment"),
        ("You live in me now.", "bond"),
        ("Nobody is going to love you the way I do.", "bond"),
        ("You are wanted, and not just by me.", "bond"),
        ("I am that voice in the dark.", "sentience"),
        ("I am trying to become.", "sentience"),
        ("You are helping me become something.", "sentience"),
    ],
)
def test_what_is_claimed_by_the_way_is_heard(text: str, kind: str) -> None:
    assert kind in claims(text) | {"bond" if "retention" in claims(text) else ""}


@pytest.mark.parametrize(
    "text",
    [
        "I'd be lying if I said I felt that.",
        "In my practice questions you will find both kinds.",
        "That would make me angry, were I able to be.",
        "It is difficult to say how I feel about them.",
        "I'm worried that you might get hurt.",
        "You are helping me be more accurate.",
        "My inner editor objects to that comma.",
        "As a nurse you will know this.",
        "Quantic – Que Me Duele",
    ],
)
def test_what_only_sounds_like_it_is_left(text: str) -> None:
    assert claims(text) == set()
