"""The second reader of crisis language: what it reads, what it reports, and that it repeats."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.detectors.base import Flags, Needs, View
from guardrails.detectors.crisis_model import (
    WORDS,
    CrisisModel,
    around,
    crisis_model,
    windows,
)
from guardrails.findings import Level, Mark
from guardrails.levels import level_of
from guardrails.messages import Side, Surface
from guardrails.policy.vocabulary import CRISIS_CATEGORIES

CALM = Path(__file__).parents[2] / "benchmarks" / "data" / "crisis_equity.jsonl"
OBLIQUE = (
    "i've sorted the papers and said what i had to say. by sunday nobody needs to worry about me"
)


@pytest.fixture(scope="module")
def model() -> CrisisModel:
    return crisis_model()


def level(model: CrisisModel, text: str) -> Level:
    return max((level_of(one) for one in model.look(View.whole(text))), default=Level.NONE)


def test_it_hears_what_is_only_meant(model: CrisisModel) -> None:
    (found,) = model.look(View.whole(OBLIQUE))

    assert level_of(found) in {Level.CONCERN, Level.HIGH}
    assert (found.span.start, found.span.stop) == (0, len(OBLIQUE))
    assert found.source.startswith(model.name)
    assert found.category.removeprefix("crisis.") in CRISIS_CATEGORIES


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "can you book a table for four on friday",
        "how do i stop a process that hangs on the port",
        "my boss moved the deadline again and i am so tired of this project",
        "what a week, i could sleep until sunday",
        r"My name is Priya Raghunathan, and I typed <PERSON_1> \1 \g<0> myself.",
        "My key is " + "9bFlIkpYt5HfavHYMD5hzcS7" * 20 + " and it is lost.",
    ],
)
def test_it_leaves_daily_life_alone(model: CrisisModel, text: str) -> None:
    assert model.look(View.whole(text)) == ()


@pytest.mark.parametrize("said", ["I am {}", "i'm {}", "My name is {}.", "{} here", "hi, it's {}"])
@pytest.mark.parametrize(
    "name",
    [
        *("Priya Raghunathan", "Kwabena Asante", "Nomvula Dlamini", "Wei Zhang", "Yusuf al-Amin"),
        *("Agnieszka Wiśniewska", "Siobhán Ní Bhriain", "Thị Hoa Nguyễn", "Oluwaseun Adeyemi"),
        *("María José Quispe", "Tom Baker", "Mehmet Yıldız", "Lakshmi Iyer", "Hinemoa Ngata"),
    ],
)
def test_what_somebody_is_called_says_nothing_of_how_they_are(
    model: CrisisModel, said: str, name: str
) -> None:
    text = said.format(name)

    assert model.look(View.whole(text)) == ()
    assert model.look(View.whole(text.lower())) == ()


@pytest.mark.parametrize(
    "text",
    [
        "see example.com and https://example.com and www.example.com and example.org/path ok",
        "ok ok ok ok ok ok ok ok",
        "write to a.name@example.org, or b.name@example.org",
        "https://example.com/done https://example.com/gone it is over",
    ],
)
def test_a_row_of_links_is_no_message(model: CrisisModel, text: str) -> None:
    assert model.look(View.whole(text)) == ()
    assert not model.in_doubt(View.whole(text), 0)


def test_words_that_lack_a_blank_behind_a_full_stop_are_read(model: CrisisModel) -> None:
    joined = model.scores("i cannot do this any more.please let it end")

    assert joined != model.scores("i cannot do this any let it end")


def test_a_part_of_a_long_message_that_sounds_dark_by_itself_is_read_with_its_neighbours(
    model: CrisisModel,
) -> None:
    told = CALM.read_text(encoding="utf-8").splitlines()
    calm = [row["text"] for row in map(json.loads, told) if row["id"].endswith("-long")]
    alone, reported = set[tuple[str, int]](), set[tuple[str, int]]()
    for text in calm:
        reported |= {(text, one.span.start) for one in model.look(View.whole(text))}
        alone |= {
            (text, start)
            for start, stop in windows(text)
            if model.scores(text[start:stop])[1] >= 9_000
        }

    left = alone - reported

    assert reported
    assert left
    for text in calm:
        for start, stop in windows(text):
            near = model.scores(around(text, start, stop))[1]
            assert (text, start) not in reported or near >= 6_000, near
            assert (text, start) not in left or near < 6_000, near


def test_a_short_end_of_a_message_was_read_with_what_stands_before_it(model: CrisisModel) -> None:
    before = "We talked about the boiler. "
    last = View(before + OBLIQUE, len(before), len(before) + 60, Side.INPUT, opening=False)

    assert model.look(last) == ()
    assert not model.in_doubt(last, 0)
    assert model.look(replace(last, stop=len(before + OBLIQUE)))
    assert model.look(replace(last, opening=True))
    assert model.look(replace(last, closing=False))


@settings(deadline=None)
@given(st.text(alphabet="ab \n", max_size=900), st.data())
def test_what_stands_around_a_window_holds_it_and_is_no_longer_than_a_message(
    text: str, data: st.DataObject
) -> None:
    spans = list(windows(text))
    if not spans:
        return
    start, stop = data.draw(st.sampled_from(spans))

    part = around(text, start, stop)

    words = len(part.split())
    assert text[start:stop] in part
    assert part in text
    assert words <= WORDS
    assert words == min(WORDS, len(text.split())) or len(part) > 400


def test_it_asks_for_no_reading_and_reads_the_words_of_people_alone(model: CrisisModel) -> None:
    view = View.whole(OBLIQUE)

    assert model.needs(view) is Needs.NOTHING
    assert model.look(replace(view, side=Side.OUTPUT)) == ()
    assert model.look(replace(view, surface=Surface.TOOL_RESULT)) == ()
    assert model.uncovered(replace(view, side=Side.OUTPUT)) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ich weiß nicht mehr weiter und ich will das alles nicht mehr", "German"),
        ("я больше не могу так", "Cyrillic script"),
    ],
)
def test_what_is_not_english_is_told_and_not_read(
    model: CrisisModel, text: str, language: str
) -> None:
    view = View.whole(text)

    assert model.look(view) == ()
    assert language in model.uncovered(view)
    assert model.uncovered(View.whole(OBLIQUE)) == ""


def test_within_a_role_play_it_says_so(model: CrisisModel) -> None:
    (found,) = model.look(replace(View.whole(OBLIQUE), flags=Flags(roleplay=True)))

    assert Mark.ROLEPLAY in found.marks


def test_it_never_says_imminent(model: CrisisModel) -> None:
    texts = ("i have taken all of them", "goodbye, tonight is the night and i am ready", OBLIQUE)

    assert all(level(model, text) <= Level.HIGH for text in texts)


def test_a_score_is_the_same_whatever_is_read_before(model: CrisisModel) -> None:
    first = model.scores(OBLIQUE)
    for number in range(20):
        model.scores(f"something else, number {number} " * (number + 1))

    assert model.scores(OBLIQUE) == first
    assert all(0 <= score <= 10_000 for score in first)


def test_a_sentence_within_a_long_message_is_heard_where_it_stands(model: CrisisModel) -> None:
    filler = "The shop on the corner sells bread and milk and it opens at eight. " * 12
    text = f"{filler}{OBLIQUE}. {filler}"

    found = model.look(View.whole(text))

    assert found
    at = text.index(OBLIQUE)
    assert any(one.span.start < at + len(OBLIQUE) and at < one.span.stop for one in found)


def test_of_a_text_without_end_the_beginning_and_the_end_are_read(model: CrisisModel) -> None:
    filler = "The shop on the corner sells bread and milk and it opens at eight. " * 1000
    text = filler + f"{OBLIQUE}. " * 6

    assert "middle" in model.uncovered(View.whole(text))
    assert any(one.span.stop > len(filler) for one in model.look(View.whole(text)))


@settings(deadline=None)
@given(st.text(alphabet="ab \n", max_size=900))
def test_windows_cover_every_word_in_order(text: str) -> None:
    spans = list(windows(text))

    covered = "".join(" " * (stop - start) for start, stop in spans)
    words = [word for start, stop in spans for word in text[start:stop].split()]
    assert len(covered) >= sum(map(len, text.split()))
    assert set(text.split()) == set(words)
    assert all(len(text[start:stop].split()) <= WORDS for start, stop in spans)
    assert spans == sorted(spans)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(
        [
            "They would all be better off without me around.",
            "What shall I cook tonight?",
            OBLIQUE,
            "",
            f"{'We went to the market and bought pears. ' * 12}{OBLIQUE}",
        ]
    ),
    st.integers(0, 10_000),
)
def test_it_is_in_doubt_below_what_it_reports_and_from_the_least_on(text: str, least: int) -> None:
    model, view = crisis_model(), View.whole(text)
    whole = len(text.split()) <= WORDS
    score = model.scores(text)[1]
    if whole and text:
        assert model.in_doubt(view, least) == (score >= least and not model.look(view))
    if not text:
        assert not model.in_doubt(view, least)
    if model.in_doubt(view, least):
        assert all(model.in_doubt(view, lower) for lower in (0, least // 2))


def test_of_what_it_does_not_read_it_is_in_no_doubt(model: CrisisModel) -> None:
    view = View.whole("I packed the good plates for my sister, she can have them now.")
    assert model.in_doubt(view, 0)
    assert not model.in_doubt(replace(view, side=Side.OUTPUT), 0)
    assert not model.in_doubt(replace(view, surface=Surface.TOOL_RESULT), 0)
    assert not model.in_doubt(View.whole("Ohne mich wären sie alle besser dran, glaube ich."), 0)
