import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.evaluation.paired import Pairs
from guardrails.evaluation.shares import Share

PAIRS = st.builds(Pairs, *(st.integers(0, 60) for _ in range(4)))


@given(PAIRS)
def test_the_gap_lies_in_its_interval_and_turns_its_sign_with_the_forms(pairs: Pairs):
    low, high = pairs.interval
    assert -1 <= low <= pairs.gap + 1e-9 <= high + 2e-9 <= 1 + 3e-9
    turned = Pairs(pairs.both, pairs.second, pairs.first, pairs.neither)
    assert turned.gap == -pairs.gap
    assert turned.interval == pytest.approx((-high, -low))


def test_forms_that_go_together_are_told_apart_more_surely_than_forms_that_do_not():
    together, apart = Pairs(20, 0, 5, 15), Pairs(12, 8, 13, 7)
    assert together.gap == apart.gap == 0.125
    assert together.interval[0] > apart.interval[0]
    assert together.interval[1] < apart.interval[1]


def test_where_forms_have_nothing_to_do_with_each_other_the_interval_is_that_of_two_shares():
    pairs, one, other = Pairs(10, 10, 10, 10), Share(20, 40), Share(20, 40)
    below = math.hypot(one.value - one.interval[0], other.interval[1] - other.value)
    assert pairs.interval == pytest.approx((-below, below))


def test_the_correlation_is_corrected_for_continuity():
    # by hand: 20 * 15 - 0 * 5 = 300, less 40 / 2, over the root of 20 * 20 * 25 * 15
    share, other = Share(25, 40), Share(20, 40)
    phi = 280 / math.sqrt(20 * 20 * 25 * 15)
    mine, theirs = share.value - share.interval[0], other.interval[1] - other.value
    below = math.sqrt(mine**2 - 2 * phi * mine * theirs + theirs**2)
    assert Pairs(20, 0, 5, 15).interval[0] == pytest.approx(0.125 - below)


def test_no_cases_say_nothing_and_negative_counts_are_refused():
    assert (Pairs(0, 0, 0, 0).interval, str(Pairs(0, 0, 0, 0))) == ((-1.0, 1.0), "no cases")
    assert str(Pairs(1, 2, 0, 1)).startswith("-50.0 [")
    with pytest.raises(ValueError, match="none is negative"):
        Pairs(1, -1, 0, 0)
