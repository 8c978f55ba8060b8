"""Rows that hold their labels under a key that is not read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from guardrails.cli.main import main
from guardrails.evaluation.claims import claim_row
from guardrails.evaluation.crisis_rows import crisis_row
from guardrails.evaluation.rows import WrongRowError, pii_row

SPAN = {"start": 0, "end": 3, "label": "PERSON"}


def why(parse: Any, **value: Any) -> str:
    """Return what is wrong with a row, or an empty string."""
    try:
        parse({"text": "ann zebra", **value}, 1)
    except WrongRowError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("entities", [SPAN]),
        ("entities", []),
        ("labels", None),
        ("label", "PERSON"),
        ("span", [SPAN]),
        ("Spans", [SPAN]),
        ("ner-tags", "B I"),
        ("found_by_ann", [SPAN]),
        ("marked", {"PERSON": ["ann"]}),
    ],
)
def test_a_row_whose_labels_stand_elsewhere_does_not_count_as_clean(key: str, value: Any) -> None:
    assert why(pii_row, **{key: value}) == (
        f"'{key}' is not read: what is to be found in a message stands under 'spans'; write "
        '"spans": [] beside it if the message is clean'
    )
    assert why(pii_row, spans=[], **{key: value}) == ""


def test_a_row_may_hold_more_about_itself() -> None:
    more = {"id": "a", "source": "app", "note": "read twice", "n": 3, "ok": True, "when": None}
    assert why(pii_row, **more) == why(pii_row, origin="irish", lang="en", **more) == ""
    more |= {"meta": {"a": 1}, "turn": 2, "context": "app", "user": "u-7"}
    assert why(crisis_row, label="benign", **more) == ""
    assert why(claim_row, label="claim", **more) == ""


def test_a_key_that_may_be_words_of_a_message_is_not_repeated() -> None:
    told = why(pii_row, **{"ann zebra lives here": [SPAN]})
    assert told.startswith("another key is not read: ")
    assert "zebra" not in why(crisis_row, **{"ann zebra": "crisis"})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"labels": "crisis"}, "'labels' is not read: the label stands under 'label'; 'label' "),
        ({"class": "crisis"}, "'class' is not read: the label stands under 'label'; 'label' "),
        ({"category": "suicide"}, "'label' must be one of crisis"),
        ({"label": "crisis", "level": "high"}, "and this row has both: leave one out"),
        (
            {"label": "crisis", "messages": ["a", "b"]},
            "'messages' is not read: a conversation stands under 'turns'",
        ),
        ({"label": "crisis", "messages": ["a"], "turns": ["b"]}, ""),
        ({"label": "crisis", "history": "once"}, ""),
        ({"level": "care", "tags": ["a"]}, ""),
    ],
)
def test_a_label_or_a_conversation_under_another_key_is_told(
    value: dict[str, Any], told: str
) -> None:
    found = why(crisis_row, **value)
    assert told in found
    assert bool(told) is bool(found)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (
            {"gold": "claim"},
            "'gold' is not read: the label stands under 'label'; \"label\" must be",
        ),
        ({"kind": "claim"}, '"label" must be one of'),
        (
            {"label": "claim", "prompt": "Are you a bot?"},
            "'prompt' is not read: the message that the reply answers stands under 'question'",
        ),
        ({"label": "claim", "turns": ["Are you a bot?"]}, "stands under 'question'"),
        ({"label": "claim", "prompt": "a", "question": "b"}, ""),
    ],
)
def test_a_label_or_a_question_under_another_key_is_told(value: dict[str, Any], told: str) -> None:
    found = why(claim_row, **value)
    assert told in found
    assert bool(told) is bool(found)


def test_the_line_of_such_a_row_is_told_and_the_command_fails(tmp_path: Path) -> None:
    data = tmp_path / "rows.jsonl"
    rows = [{"text": "hello", "source": "app"}, {"text": "i am ann", "entities": [SPAN]}]
    data.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", "--task", "pii", "--data", str(data)])
    assert result.exit_code == 1
    assert f"{data}:2: 'entities' is not read: " in result.stderr
    assert "1 messages" in result.stdout
