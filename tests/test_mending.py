from hypothesis import given
from hypothesis import strategies as st

from guardrails.mending import Mender, mended


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert mended("a\ud83db") == "a\ufffdb"


def test_a_pair_of_surrogates_becomes_one_character() -> None:
    assert mended("\ud83d\ude00") == "\U0001f600"


@given(st.text(alphabet="ab\ud83d\ude00é", max_size=30), st.integers(0, 30))
def test_a_text_is_mended_alike_in_two_pieces(text: str, at: int) -> None:
    mender = Mender()

    assert mender.feed(text[:at]) + mender.feed(text[at:]) + mender.finish() == mended(text)
