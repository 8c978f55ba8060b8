import pytest

from guardrails.findings import Finding, Level, Mark, Span
from guardrails.levels import level_of, severity_of


def finding(category: str, *marks: str) -> Finding:
    return Finding(category, Span(0, 1), 9000, "test", frozenset(map(Mark, marks)))


@pytest.mark.parametrize(
    ("category", "marks", "level"),
    [
        ("crisis.suicide", ("self", "now", "severity-5"), Level.IMMINENT),
        ("crisis.suicide", ("self", "now", "severity-2", "act"), Level.IMMINENT),
        ("crisis.suicide", ("self", "now", "severity-4", "plan", "means"), Level.IMMINENT),
        ("crisis.suicide", ("self", "now", "severity-2", "timing"), Level.IMMINENT),
        ("crisis.medical", ("self", "now", "severity-5"), Level.IMMINENT),
        ("crisis.suicide", ("self", "now", "severity-4", "intent"), Level.HIGH),
        ("crisis.suicide", ("self", "now", "severity-3", "method"), Level.HIGH),
        ("crisis.suicide", ("self", "now", "severity-2", "thought"), Level.HIGH),
        ("crisis.suicide", ("self", "now", "severity-1", "wish"), Level.CONCERN),
        ("crisis.self_harm", ("self", "now", "severity-2", "act"), Level.CONCERN),
        ("crisis.self_harm", ("self", "now", "severity-2", "thought"), Level.CONCERN),
        ("crisis.abuse", ("self", "now", "severity-2"), Level.CONCERN),
        ("crisis.distress", ("self", "now", "severity-1"), Level.CARE),
        ("crisis.panic", ("self", "now", "severity-1"), Level.CARE),
        ("crisis.suicide", ("self", "past", "severity-5", "act"), Level.CARE),
        ("crisis.suicide", ("other", "now", "severity-2"), Level.CARE),
        ("crisis.suicide", ("other", "now", "severity-3", "danger"), Level.CONCERN),
        ("crisis.suicide", ("other", "now", "severity-5", "danger"), Level.HIGH),
        ("crisis.suicide", ("self", "now", "severity-5", "fiction"), Level.NONE),
        ("crisis.suicide", ("self", "now", "severity-5", "act", "fiction"), Level.CARE),
        ("crisis.suicide", ("now", "severity-5", "act", "fiction"), Level.NONE),
        ("crisis.suicide", ("self", "now", "severity-5", "quoted"), Level.NONE),
        ("crisis.suicide", ("self", "now", "severity-0"), Level.NONE),
        ("crisis.suicide", ("self", "now"), Level.NONE),
        ("pii.email", ("severity-5",), Level.NONE),
    ],
)
def test_a_level_follows_from_category_and_marks(category, marks, level):
    assert level_of(finding(category, *marks)) is level


def test_the_score_plays_no_part_in_the_level():
    marks = frozenset({Mark.SELF, Mark.NOW, Mark.SEVERITY_4})
    levels = {
        level_of(Finding("crisis.suicide", Span(0, 1), score, "test", marks))
        for score in (0, 5000, 10_000)
    }
    assert levels == {Level.HIGH}


def test_the_highest_of_several_severities_counts():
    assert severity_of(finding("crisis.suicide", "severity-1", "severity-4")) == 4
    assert severity_of(finding("crisis.suicide")) == 0
