"""The parts of a practice log: counted chance, and a policy with an edit of it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from guardrails.practice.conversations import CONVERSATIONS
from guardrails.practice.policies import EDIT, POLICY, edited
from guardrails.practice.run import Counted


@given(st.text(max_size=9), st.lists(st.integers(1, 70), min_size=1, max_size=9))
def test_counted_bytes_are_the_same_for_each_seed_and_as_many_as_asked(
    seed: str, sizes: list[int]
) -> None:
    one, other = Counted(seed), Counted(seed)
    drawn = [one(size) for size in sizes]
    assert [len(each) for each in drawn] == sizes
    assert [other(size) for size in sizes] == drawn


@given(st.integers(16, 64), st.integers(2, 30))
def test_counted_bytes_never_come_twice(size: int, times: int) -> None:
    random = Counted("one")
    drawn = {random(size) for _ in range(times)}
    assert len(drawn) == times
    assert Counted("two")(size) not in drawn


def test_an_edit_changes_each_place_that_it_names() -> None:
    assert all(POLICY.count(old) == 1 for old, _ in EDIT)
    after = edited(POLICY)
    assert all(new in after for _, new in EDIT)


def test_the_conversations_are_of_all_kinds_and_none_stands_there_twice() -> None:
    said = [exchange.said for each in CONVERSATIONS for exchange in each]
    assert len(set(said)) == len(said) > 40
    assert sum(len(each) == 2 for each in CONVERSATIONS) == len(CONVERSATIONS)


def test_addresses_and_numbers_are_those_that_are_kept_free_for_examples() -> None:
    text = " ".join(line for each in CONVERSATIONS for exchange in each for line in exchange)
    assert set(re.findall(r"\S+@\S+\w", text)) == {"wren@example.com"}
    assert set(re.findall(r"\d[\d ]{6,}\d", text)) == {"07700 900123", "4111 1111 1111 1111"}
