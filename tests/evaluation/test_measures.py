import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.evaluation.measures import Measure, Point, precision_at, thinned
from guardrails.evaluation.shares import Share


def test_precision_is_that_of_bayes_at_the_share_that_was_asked_for():
    measure = precision_at(0.0015, Share(990, 1000), Share(8, 1000), "precision")
    assert measure.value == pytest.approx(0.0015 * 0.99 / (0.0015 * 0.99 + 0.9985 * 0.008))
    assert measure.of == "1 message at risk in 667"


@given(
    st.floats(0.0001, 0.9999), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.data()
)
def test_precision_lies_in_its_interval(share: float, hits: int, more: int, alarms: int, data):
    others = data.draw(st.integers(max(alarms, 1), 100))
    measure = precision_at(share, Share(hits, hits + more + 1), Share(alarms, others), "x")
    assert measure.interval is not None
    low, high = measure.interval
    assert 0 <= low <= high <= 1
    if measure.value is not None:
        assert low - 1e-9 <= measure.value <= high + 1e-9


def test_without_cases_or_alarms_precision_is_not_made_up():
    assert str(precision_at(0.5, Share(1, 1), Share(0, 0), "x")) == "no cases"
    assert precision_at(0.5, Share(0, 9), Share(0, 9), "x").value is None
    assert str(Measure("x", 0.25, None, "")) == "0.2500"
    assert str(Measure("x", 0.25, (0.1, 0.5), "")) == "0.2500 [0.1000, 0.5000]"


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=50).map(sorted))
def test_a_thinned_curve_keeps_both_ends_and_leaves_out_near_points_alone(places):
    points = [Point(x, y) for x, y in places]
    kept = list(thinned(points))
    assert (kept[:1], kept[-1:]) == (points[:1], points[-1:])
    for one in points:
        assert any(max(abs(one.x - at.x), abs(one.y - at.y)) < 1 / 400 for at in kept)
    assert len(list(thinned(Point(n / 1e6, 0) for n in range(1000)))) == 2
