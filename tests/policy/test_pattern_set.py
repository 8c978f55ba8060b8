"""Patterns in one pass: which match, and what becomes of those that are too large."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.errors import ConfigurationError
from guardrails.policy.pattern_set import PatternSet


def test_the_numbers_of_the_patterns_that_match_are_told() -> None:
    patterns = PatternSet(["oak", "elm", "O.K"])
    assert sorted(patterns.match("An OAK tree")) == [0, 2]
    assert patterns.match("A birch") == []
    assert patterns.one(2).search("An OAK").span() == (3, 6)
    assert patterns.one(2) is patterns.one(2)


def test_no_text_matches_what_is_not_a_pattern_of_the_policy() -> None:
    assert PatternSet([]).match("\ue000canary\ue001") == []


@given(st.text(max_size=80), st.lists(st.sampled_from(["a", "b+", "[cd]e", "."]), max_size=6))
def test_the_set_says_what_each_pattern_says_by_itself(text: str, sources: list[str]) -> None:
    text = text.replace("\ud800", "")
    patterns = PatternSet(sources)
    alone = [n for n in range(len(sources)) if patterns.one(n).search(text)]
    assert sorted(patterns.match(text)) == alone


def test_patterns_that_cannot_be_searched_together_are_an_error_and_no_silence() -> None:
    with pytest.raises(ConfigurationError, match="700 patterns of the policy are too large"):
        PatternSet([f"{n}[a-z]{{1000}}" for n in range(700)])
