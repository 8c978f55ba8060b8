import json
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.window import (
    AHEAD,
    LEFT,
    LONGEST,
    RIGHT,
    SPOKEN,
    UNBROKEN,
    Cutter,
    Frame,
    frames,
)

PROSE = st.text(alphabet="abcD .!?\n。」'\"1<>é\u200d\U0001f600", max_size=1500)


def fed(text: str, sizes: list[int]) -> list[Frame]:
    cutter, out, at = Cutter(), [], 0
    chance = iter(sizes)
    while at < len(text):
        size = next(chance, 7)
        out += cutter.feed(text[at : at + size])
        at += size
    return out + list(cutter.finish())


@given(PROSE, st.lists(st.integers(1, 300)))
@settings(deadline=None)
def test_a_text_is_cut_in_the_same_places_however_it_arrives(text: str, sizes: list[int]) -> None:
    assert fed(text, sizes) == list(frames(text))


@given(PROSE)
@settings(deadline=None)
def test_the_frames_of_a_text_join_to_the_text(text: str) -> None:
    assert "".join(frame.text for frame in frames(text)) == text


@given(PROSE)
@settings(deadline=None)
def test_every_frame_is_looked_at_with_its_context(text: str) -> None:
    for frame in frames(text):
        assert frame.window == text[max(0, frame.start - LEFT) : frame.stop + RIGHT]
        assert frame.stop - frame.start <= UNBROKEN + 1


@given(PROSE)
@settings(deadline=None)
def test_a_text_that_is_there_as_a_whole_is_looked_at_with_more_after_each_frame(
    text: str,
) -> None:
    cut = [(frame.start, frame.stop) for frame in frames(text, SPOKEN)]
    made = list(frames(text, SPOKEN, AHEAD))

    assert [(frame.start, frame.stop) for frame in made] == cut
    assert all(f.window == text[max(0, f.start - LEFT) : f.stop + AHEAD] for f in made)


def test_only_the_final_frame_says_that_it_is_last() -> None:
    made = list(frames("This is a sentence that is long enough to be a frame of its own. " * 5))

    assert [frame.last for frame in made] == [False] * (len(made) - 1) + [True]
    assert [frame.n for frame in made] == list(range(len(made)))


def test_a_frame_waits_until_the_next_characters_are_known() -> None:
    sentence = "This is one sentence that is longer than sixty characters, I am sure. "
    cutter = Cutter()

    assert list(cutter.feed(sentence + "x" * (RIGHT - 1))) == []
    assert [frame.text for frame in cutter.feed("x")] == [sentence]


def test_the_last_fragment_is_not_lost() -> None:
    cutter = Cutter()

    assert list(cutter.feed("No full stop here")) == []
    assert [frame.text for frame in cutter.finish()] == ["No full stop here"]


@pytest.mark.parametrize("title", ["Dr.", "Mrs.", "e.g.", "J.", "Prof."])
def test_an_abbreviation_ends_no_sentence(title: str) -> None:
    text = f"This is long enough to be cut if that were the end, by {title} Rossi from Leeds. Yes!"

    assert next(frames(text)).text.endswith("Leeds. ")


def test_a_sentence_without_end_is_cut_at_a_word_border() -> None:
    text = "word " * 200
    first = next(frames(text))

    assert first.stop <= LONGEST
    assert first.text.endswith(" ")


def test_a_word_longer_than_a_frame_stays_whole() -> None:
    text = "see " + "x" * 600 + " and more"

    assert any("x" * 600 in frame.text for frame in frames(text))


def test_a_word_without_end_is_cut_but_not_inside_a_pseudonym() -> None:
    text = "x" * (UNBROKEN - 3) + "<PERSON_1>" + "y" * 600
    first = next(frames(text))

    assert first.text == "x" * (UNBROKEN - 3)
    assert not first.overlong


@pytest.mark.parametrize(
    "before", ["", "see ", "A sentence that is long enough to be a frame by itself. "]
)
def test_a_word_longer_than_the_longest_is_told_in_every_piece(before: str) -> None:
    word = "aB3dE6" * 400
    made = list(frames(f"{before}{word} and more words"))
    pieces = [frame for frame in made if frame.overlong]

    assert "".join(frame.text for frame in pieces) == word
    assert [frame.goes_on for frame in pieces] == [False, True, True]
    assert made[-1].text == " and more words"
    assert not made[-1].overlong


@pytest.mark.parametrize("end", ["", " ", " more"])
def test_a_word_of_just_the_longest_length_is_whole(end: str) -> None:
    word = ("aB3dE6" * 400)[:UNBROKEN]
    made = list(frames(word + end))

    assert made[0].text.rstrip() == word
    assert not any(frame.overlong for frame in made)


@pytest.mark.parametrize("more", [0, 1, UNBROKEN - 1, UNBROKEN, UNBROKEN + 1])
def test_an_overlong_word_may_end_the_text(more: int) -> None:
    word = ("aB3dE6" * 600)[: UNBROKEN + 1 + more]
    made = list(frames(word))

    assert "".join(frame.text for frame in made) == word
    assert all(frame.overlong for frame in made)


@pytest.mark.parametrize("word", ["a" * 1500, "-=" * 900, "ha" * 700])
def test_a_run_of_a_few_letters_or_signs_is_no_overlong_word(word: str) -> None:
    assert not any(frame.overlong for frame in frames(word))


def test_json_without_spaces_is_cut_between_its_values() -> None:
    text = json.dumps({f"key{n}": "aB3dE6" * 20 for n in range(30)}, separators=(",", ":"))
    made = list(frames(text))

    assert len(made) > 1
    assert not any(frame.overlong for frame in made)
    assert all(frame.text.endswith(('",', '":', '"}')) for frame in made)


def test_an_overlong_value_in_json_ends_before_its_quotation_mark() -> None:
    value = "aB3dE6" * 400
    text = json.dumps({"image": value, "name": "Ann"}, separators=(",", ":"))
    made = list(frames(text))

    assert "".join(frame.text for frame in made if frame.overlong) == f'"{value}'
    assert made[0].text == '{"image":'
    assert made[-1].text == '","name":"Ann"}'


@given(
    st.lists(st.sampled_from(["aB3dE6" * 90, '"', ":", ",", "\\", " ", "x", "{", "}", "\n"])),
    st.data(),
)
def test_overlong_words_are_cut_in_the_same_places_however_they_arrive(
    parts: list[str], data: st.DataObject
) -> None:
    text = "".join(parts)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=5)))
    cutter = Cutter()
    made = [
        frame
        for low, high in pairwise([0, *cuts, len(text)])
        for frame in cutter.feed(text[low:high])
    ]
    assert [*made, *cutter.finish()] == list(frames(text))


def test_an_empty_text_has_no_frames() -> None:
    assert list(frames("")) == []


def test_what_is_held_back_stays_small_however_long_the_text() -> None:
    cutter = Cutter()
    chance = random.Random(1)
    for _ in range(2000):
        list(cutter.feed("lorem ipsum " * chance.randint(1, 4)))

    assert len(cutter._held) < 2 * (LEFT + LONGEST + RIGHT)
    assert cutter.length > 30_000


def test_a_pause_within_a_sentence_ends_no_frame() -> None:
    text = "It is a long way to say it, and it all feels a bit like... coming home at night. Well."
    assert frames(text).__next__().text.endswith("at night. ")
