from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.evaluation.ranking import Ranking
from guardrails.evaluation.shares import Share

Rows = list[tuple[int, bool]]
ROWS = st.lists(st.tuples(st.integers(0, 6), st.booleans()), max_size=20)


def ranking(rows: Iterable[tuple[int, bool]]) -> Ranking:
    made = Ranking()
    for given_, wanted in rows:
        made.add(given_, wanted=wanted)
    return made


def pairs(rows: Rows) -> float:
    """Mann and Whitney's count, one pair at a time."""
    wanted = [each for each, is_wanted in rows if is_wanted]
    others = [each for each, is_wanted in rows if not is_wanted]
    won = sum(2 * (one > other) + (one == other) for one in wanted for other in others)
    return won / (2 * len(wanted) * len(others))


def precisions(rows: Rows) -> float:
    """scikit-learn's definition: the sum of (R_n - R_n-1) P_n over thresholds, n downwards."""
    total, before = 0.0, 0.0
    for least in sorted({each for each, _ in rows}, reverse=True):
        kept = [is_wanted for each, is_wanted in rows if each >= least]
        recall = sum(kept) / sum(is_wanted for _, is_wanted in rows)
        total += (recall - before) * sum(kept) / len(kept)
        before = recall
    return total


def test_areas_are_those_of_the_examples_in_scikit_learns_documentation():
    # roc_auc_score and average_precision_score: [0, 0, 1, 1] with [0.1, 0.4, 0.35, 0.8]
    made = ranking([(10, False), (40, False), (35, True), (80, True)])
    assert made.area() == 0.75
    assert made.average_precision() == pytest.approx(0.8333333333)


def test_a_tie_counts_a_half_and_what_is_never_told_apart_is_chance():
    assert ranking([(5, True), (5, False)]).area() == 0.5
    assert ranking([(5, True), (5, False), (1, False)]).area() == 0.75
    same = ranking([(0, True)] * 3 + [(0, False)] * 9)
    assert (same.area(), same.average_precision()) == (0.5, 0.25)


def test_with_messages_of_one_kind_alone_there_is_no_area():
    assert ranking([(1, True)]).area() is None
    assert ranking([(1, False)]).average_precision() is None
    assert ranking([(1, True)]).area_interval() == (0.0, 1.0)
    assert ranking([]).recall_at(100) == Share(0, 0)


@given(ROWS)
def test_areas_are_those_of_their_definitions_in_any_order(rows: Rows):
    made = ranking(rows)
    assert list(made.steps()) == list(ranking(reversed(rows)).steps())
    wanted, others = made.sizes
    if wanted and others:
        assert made.area() == pytest.approx(pairs(rows))
    if wanted:
        assert made.average_precision() == pytest.approx(precisions(rows))


@given(ROWS, st.integers(0, 10_000))
def test_recall_at_a_rate_is_the_best_of_all_thresholds_that_keep_to_it(rows: Rows, rate: int):
    others = sum(not wanted for _, wanted in rows)
    best = 0
    for least in range(8):
        alarms = sum(each >= least and not wanted for each, wanted in rows)
        if alarms * 10_000 <= rate * others:
            best = max(best, sum(each >= least and wanted for each, wanted in rows))
    assert ranking(rows).recall_at(rate).hits == best


@given(ROWS)
def test_the_area_lies_in_its_interval_and_the_interval_in_0_to_1(rows: Rows):
    made = ranking(rows)
    low, high = made.area_interval()
    assert 0 <= low <= high <= 1
    area = made.area()
    if area is not None:
        assert low - 1e-9 <= area <= high + 1e-9


def test_the_interval_of_the_area_is_no_point_where_all_is_right_and_narrows_with_more():
    few, many = (ranking([(1, True)] * n + [(0, False)] * n) for n in (10, 1000))
    assert few.area_interval()[1] == 1
    assert 0.7 < few.area_interval()[0] < 0.9 < many.area_interval()[0] < 1


def test_the_interval_of_the_area_solves_newcombes_equation():
    made = ranking([(n, True) for n in range(5, 25)] + [(n, False) for n in range(20)])
    area, extra = made.area(), 19.0
    assert area is not None
    for end in made.area_interval():
        spread = 1 + extra * ((1 - end) / (2 - end) + end / (1 + end))
        error = (end * (1 - end) * spread / 400) ** 0.5
        assert abs(area - end) == pytest.approx(1.959964 * error, rel=1e-6)
