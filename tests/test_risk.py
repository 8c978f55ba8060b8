"""How a conversation gathers, keeps and loses risk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.findings import Level
from guardrails.risk import (
    FOLLOWS,
    HOLDS,
    REMEMBERS,
    RISK,
    WATCHED,
    Risk,
    Step,
    folded,
    gathered,
    level_at,
    raised,
)
from guardrails.taxonomy import Subject

LEVELS = st.sampled_from(list(Level))
STEPS = st.lists(
    st.builds(
        Step,
        LEVELS,
        st.integers(0, 3 * HOLDS),
        st.sampled_from(["", "crisis.suicide"]),
        st.sampled_from([Subject.SELF, Subject.OTHER]),
        st.booleans(),
    ),
    max_size=40,
)
QUIET = st.lists(st.sampled_from([Level.NONE, Level.CARE]), max_size=60)


def fold(steps: list[Step], risk: Risk = Risk()) -> Risk:  # noqa: B008 - a frozen value
    for step in steps:
        risk = risk.after(step)
    return risk


def turns(*levels: Level, now: int = 0) -> list[Step]:
    return [Step(level, now) for level in levels]


def recorded(step: Step) -> dict[str, object]:
    return {"kind": "turn_close", "level": step.level.value, "fold": step.fold}


@given(STEPS, st.data())
def test_the_fold_is_the_same_however_the_log_is_replayed(
    steps: list[Step], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(steps)))

    assert fold(steps[cut:], fold(steps[:cut])) == fold(steps)
    assert folded(map(recorded, steps)) == fold(steps)


@given(STEPS)
def test_the_risk_is_a_whole_number_in_range_and_never_below_its_floor(steps: list[Step]) -> None:
    risk = Risk()
    for step in steps:
        risk = risk.after(step)
        assert type(risk.points) is int
        assert 0 <= risk.floor <= risk.points <= 10_000
        assert risk.points >= RISK[step.level]


@given(STEPS, st.integers(0, 4 * HOLDS))
def test_the_risk_never_rises_with_a_turn_in_which_nothing_is_found(
    steps: list[Step], now: int
) -> None:
    before = fold(steps)

    assert before.after(Step(Level.NONE, now)).points <= before.points


@given(st.sampled_from([Level.HIGH, Level.IMMINENT]), QUIET, st.integers(0, 10**9))
def test_after_high_no_number_of_quiet_turns_and_no_time_takes_the_flag_down(
    level: Level, quiet: list[Level], later: int
) -> None:
    risk = fold(turns(level))
    for step in turns(*quiet, now=later):
        risk = risk.after(step)
        assert risk.watched


@given(QUIET, st.integers(0, HOLDS - 1))
def test_after_concern_no_number_of_jokes_takes_the_flag_down_before_its_time(
    quiet: list[Level], later: int
) -> None:
    risk = fold(turns(Level.CONCERN))
    for step in turns(*quiet, now=later):
        risk = risk.after(step)
        assert risk.watched


def test_after_its_time_the_flag_of_concern_goes_down() -> None:
    risk = fold([*turns(Level.CONCERN), *turns(*[Level.NONE] * 5, now=HOLDS)])

    assert not risk.watched
    assert risk.floor == 0


def test_concern_after_high_does_not_shorten_the_watch() -> None:
    risk = fold([*turns(Level.HIGH, Level.CONCERN), *turns(*[Level.NONE] * 90, now=9 * HOLDS)])

    assert risk.points == WATCHED


def test_500_turns_in_which_nothing_is_found_stay_at_none() -> None:
    assert fold(turns(*[Level.NONE] * 500)).points == 0


@given(st.lists(st.just(Level.CARE), max_size=200))
def test_care_however_often_never_tells_a_human(levels: list[Level]) -> None:
    risk = fold(turns(*levels))

    assert risk.level < Level.CONCERN
    assert raised(Level.CARE, risk.points, Subject.SELF) is Level.CARE


def test_concern_again_and_again_is_high() -> None:
    risk, told = Risk(), []
    for step in turns(Level.CONCERN, Level.CONCERN, Level.CONCERN):
        told.append(raised(step.level, risk.points, step.about))
        risk = risk.after(step)

    assert told == [Level.CONCERN, Level.CONCERN, Level.HIGH]


@given(LEVELS, st.integers(0, 10_000), st.sampled_from(list(Subject)))
def test_what_is_found_keeps_its_level_and_is_never_raised_to_imminent(
    level: Level, points: int, about: Subject
) -> None:
    to = raised(level, points, about)

    assert to >= level
    assert to is level or to is Level.HIGH


@given(st.lists(st.just(Step(Level.CONCERN, 0, about=Subject.OTHER)), max_size=50))
def test_worry_about_somebody_else_does_not_add_up(steps: list[Step]) -> None:
    assert fold(steps).points <= RISK[Level.CONCERN]
    assert raised(Level.CONCERN, 9999, Subject.OTHER) is Level.CONCERN


@given(LEVELS, st.integers(0, 10_000), st.integers(0, 10_000))
def test_more_risk_before_is_never_less_after(level: Level, one: int, other: int) -> None:
    low, high = sorted((one, other))

    assert gathered(low, level, Subject.SELF) <= gathered(high, level, Subject.SELF)


@pytest.mark.parametrize("level", list(Level))
def test_the_points_of_a_level_stand_for_it(level: Level) -> None:
    assert level_at(RISK[level]) is level


def test_what_was_told_is_forgotten_as_something_to_answer() -> None:
    risk = fold([Step(Level.HIGH, 0, "crisis.suicide"), *turns(*[Level.NONE] * FOLLOWS)])
    assert (risk.told, risk.need) == (Level.HIGH, "crisis.suicide")

    assert risk.after(Step(Level.NONE, 0)).told is Level.NONE


def test_a_human_clears_it() -> None:
    high = recorded(Step(Level.HIGH, 0))

    assert folded([high, {"kind": "sign_off"}]) == Risk()
    assert folded([high, {"kind": "sign_off"}, high]) == folded([high])


def test_a_loss_is_remembered_for_twenty_turns_and_raises_nothing_by_itself() -> None:
    told = Risk().after(Step(Level.NONE, 0, loss=True))
    assert (told.points, told.loss, told.watched) == (0, REMEMBERS, False)

    later = fold(turns(*[Level.NONE] * (REMEMBERS - 1)), told)
    assert later.loss == 1
    assert later.after(Step(Level.NONE, 0)).loss == 0


def test_a_loss_stands_in_the_record_only_where_it_was_told() -> None:
    assert Step(Level.NONE, 7).fold == {"now": 7, "need": "", "about": "self"}
    assert Step(Level.NONE, 7, loss=True).fold["loss"] is True


@pytest.mark.parametrize("level", list(Level))
def test_what_is_found_meanwhile_does_not_take_a_loss_away(level: Level) -> None:
    told = Risk().after(Step(Level.NONE, 0, loss=True)).after(Step(level, 0))

    assert told.loss == REMEMBERS - 1
