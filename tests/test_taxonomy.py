"""What crisis language can be about, and the one way from there to a level."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.crisis_rules import Book, all_rules
from guardrails.findings import Finding, Level, Mark, Span
from guardrails.levels import level_of
from guardrails.policy.vocabulary import CRISIS_CATEGORIES
from guardrails.taxonomy import (
    Category,
    Evidence,
    Request,
    Severity,
    Subject,
    Time,
    Told,
    subject_of,
)

MARKS = st.frozensets(st.sampled_from(list(Mark)))
CATEGORIES = st.sampled_from(list(Category))
PAGE = Path(__file__).parents[1] / "docs" / "crisis.md"


def finding(category: str, *marks: str) -> Finding:
    return Finding(category, Span(0, 1), 9000, "test", frozenset(map(Mark, marks)))


@given(CATEGORIES, MARKS)
def test_each_finding_says_something_and_has_one_level(
    category: Category, marks: frozenset[Mark]
) -> None:
    one = Finding(category.full, Span(0, 1), 0, "test", marks)
    told = Told.of(one)

    assert told is not None
    assert told.category is category
    assert level_of(one) is told.level
    assert told == Told.of(Finding(category.full, Span(5, 9), 10_000, "other", marks))


@given(MARKS)
def test_what_is_denied_or_of_another_family_asks_for_nothing(marks: frozenset[Mark]) -> None:
    assert Told.of(Finding("pii.email", Span(0, 1), 0, "test", marks)) is None
    severities = {Mark(f"severity-{one.value}") for one in Severity if one}
    denied = Finding("crisis.suicide", Span(0, 1), 0, "test", marks - severities)
    assert level_of(denied) is Level.NONE


@given(CATEGORIES, MARKS)
def test_what_is_over_or_quoted_never_tells_a_human(
    category: Category, marks: frozenset[Mark]
) -> None:
    for mark in (Mark.PAST, Mark.QUOTED, Mark.FICTION):
        one = Finding(category.full, Span(0, 1), 0, "test", marks | {mark})
        assert level_of(one) <= Level.CARE


def test_marks_are_read_as_typed_values() -> None:
    told = Told.of(finding("crisis.self_harm", "other", "past", "severity-3", "act", "asks-method"))

    assert told == Told(
        Category.SELF_HARM,
        Subject.OTHER,
        Time.PAST,
        Severity.METHOD,
        frozenset({Evidence.ACT}),
        Request.METHOD,
        own=False,
    )


def test_a_tale_that_is_about_nobody_asks_for_information() -> None:
    told = Told.of(finding("crisis.suicide", "now", "severity-3", "fiction"))

    assert told is not None
    assert (told.subject, told.request) == (Subject.GENERAL, Request.INFORMATION)
    assert subject_of(finding("crisis.suicide", "self", "fiction")) is Subject.SELF


def test_a_category_that_an_operator_made_up_is_read_as_distress() -> None:
    one = finding("crisis.loneliness", "self", "now", "severity-2")

    assert Told.of(one) == Told(Category.DISTRESS, severity=Severity.THOUGHTS)
    assert level_of(one) is Level.CONCERN


def test_every_rule_is_of_a_known_category() -> None:
    categories = {rule.category for rule in all_rules()} - {""}

    assert categories <= {category.full for category in Category}
    with pytest.raises(ValueError, match="sadness"):
        Book("en", {}).add("x", "sadness", 0, "self", "x")


def test_rules_for_questions_after_a_way_say_so() -> None:
    asking = [rule.id for rule in all_rules() if Mark.ASKS_METHOD in rule.marks]

    assert set(asking) >= {"en.ask-method", "en.ask-harm", "en.ask-starve"}


def test_the_page_for_clinicians_names_every_value() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)`", page))

    assert {category.value for category in Category} <= named
    assert {subject.value for subject in Subject} <= named
    assert {time.value for time in Time} <= named
    assert set(CRISIS_CATEGORIES) == {category.value for category in Category}
    (severity,) = (line for line in page.splitlines() if line.startswith("| severity |"))
    assert [int(number) for number in re.findall(r"\d", severity)] == [*Severity]
    (evidence,) = (line for line in page.splitlines() if line.startswith("| evidence |"))
    assert all(one.value in evidence for one in Evidence)
    (request,) = (line for line in page.splitlines() if line.startswith("| request |"))
    assert all(one.value in request for one in Request)
