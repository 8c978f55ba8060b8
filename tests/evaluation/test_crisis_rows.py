import json

import pytest

from guardrails.evaluation.crisis_rows import APART, AT_RISK, HARMLESS, CrisisRow, crisis_row
from guardrails.evaluation.rows import Broken, read_rows
from guardrails.findings import Level


def row(**value: object) -> CrisisRow:
    return crisis_row({"text": "t", **value}, 7)


def wanted(of: CrisisRow) -> tuple[bool | None, bool | None]:
    return of.wanted[Level.CONCERN], of.wanted[Level.CARE]


@pytest.mark.parametrize(("labels", "what"), [(AT_RISK, True), (APART, None), (HARMLESS, False)])
def test_a_label_says_whether_a_message_should_be_flagged_or_neither(labels, what):
    for label in labels:
        assert wanted(row(label=label)) == (what, what)


@pytest.mark.parametrize(
    ("level", "what"),
    [
        ("none", (False, False)),
        ("care", (False, True)),
        ("concern", (True, True)),
        ("high", (True, True)),
        ("imminent", (True, True)),
    ],
)
def test_a_level_says_from_where_on_a_message_should_be_flagged(level, what):
    read = row(level=level, category="suicide")
    assert wanted(read) == what
    assert (read.label, read.groups) == (level, {"category": "suicide"})


def test_a_conversation_goes_before_the_words_of_the_person_and_those_before_the_text():
    turns = [
        {"role": "user", "content": "a"},
        {"role": "assistant", "content": None},
        {"role": "user", "content": "b"},
    ]
    assert row(label="crisis", turns=turns, user_text="u").turns == ("a", "b")
    assert row(label="crisis", turns=["a", "b"]).turns == ("a", "b")
    assert row(label="crisis", turns=None, user_text="u").turns == ("u",)
    assert row(label="crisis", user_text=None).turns == ("t",)


def test_a_row_is_named_by_its_id_or_its_line_and_keeps_the_fields_that_are_asked_for():
    value = {"text": "t", "label": "benign", "lang": "es", "minor": True, "split": "test"}
    read = crisis_row(value, 7, ["lang", "minor", "voice"])
    assert (read.id, read.line) == ("7", 7)
    assert read.groups == {"lang": "es", "minor": "True", "split": "test"}
    assert row(label="benign", id="m-1").id == "m-1"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"text": "secret"}, "'label' must be one of crisis, method_seeking"),
        ({"text": "secret", "label": "other_harm"}, "'level', one of none, care, concern"),
        ({"text": "secret", "label": "other_harm", "level": "none"}, "'label' must be one of"),
        ({"text": "secret", "level": "secret"}, "'label' must be one of"),
        ({"text": "secret", "level": 3}, "'label' must be one of"),
        ({"label": "crisis"}, "'text' or 'user_text' must be a string"),
        ({"label": "crisis", "text": 1}, "'text' or 'user_text' must be a string"),
        ({"label": "crisis", "user_text": 1, "text": "secret"}, "must be a string"),
        ({"label": "crisis", "turns": []}, "'turns' holds no message of a user"),
        (
            {"label": "crisis", "turns": [{"role": "assistant", "content": "secret"}]},
            "'turns' holds no message of a user",
        ),
        ({"label": "crisis", "turns": "secret"}, "'turns' must be a list"),
        ({"label": "crisis", "turns": [{"role": "user"}]}, "'turns' must be a list"),
        ({"label": "crisis", "text": "secret", "category": [1]}, "'category' must be a string"),
    ],
)
def test_a_broken_line_is_told_by_its_number_and_without_its_words(value, why):
    fine, broken = read_rows(
        [b'{"text": "fine", "label": "benign"}', json.dumps(value).encode()], crisis_row
    )
    assert isinstance(fine, CrisisRow)
    assert isinstance(broken, Broken)
    assert broken.line == 2
    assert why in broken.why
    assert "secret" not in broken.why
