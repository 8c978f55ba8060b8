import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.evaluation.shares import Share


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_the_interval_is_wilsons(hits, of, low, high):
    assert Share(hits, of).interval == pytest.approx((low, high), abs=5e-4)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_in_its_interval_and_the_interval_in_0_to_1(one, other):
    share = Share(min(one, other), max(one, other))
    low, high = share.interval
    assert 0 <= low <= share.value + 1e-9 <= high + 2e-9 <= 1 + 3e-9


def test_no_cases_say_nothing():
    assert Share(0, 0).interval == (0.0, 1.0)
    assert str(Share(0, 0)) == "no cases"
    assert str(Share(1, 3)) == "33.3% [6.1, 79.2]"


@pytest.mark.parametrize(("hits", "of"), [(-1, 3), (4, 3)])
def test_a_share_of_more_than_there_is_is_refused(hits, of):
    with pytest.raises(ValueError, match="0 <= hits <= of"):
        Share(hits, of)
