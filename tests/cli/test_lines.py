import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.cli.lines import LineError, Request, error_value, read_line, result_value, written
from guardrails.decisions import Do
from guardrails.findings import Level
from guardrails.inspecting import Inspected
from guardrails.messages import Side

FULL = {
    "id": 7,
    "text": "Hi",
    "from": "model",
    "session": "s",
    "locale": "en-GB",
    "country": "GB",
    "subject": "p",
    "label": "some other column",
}


def test_a_line_holds_a_text_and_whose_it_is() -> None:
    request = read_line(json.dumps(FULL).encode())
    assert request == Request(7, "Hi", Side.OUTPUT, "s", "en-GB", "GB", "p")
    context = request.context("alone")
    assert (context.session_id, context.subject_id) == ("s", "p")
    assert (context.locale, context.country) == ("en-GB", "GB")


def test_a_line_without_a_session_stands_alone() -> None:
    request = read_line(b'{"text": "", "from": "user"}')
    assert request == Request(None, "", Side.INPUT)
    assert request.context("alone-3").session_id == "alone-3"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"\xff{}", "not UTF-8 at byte 1"),
        (b'{"text": "secret\xff"}', "not UTF-8 at byte 17"),
        (b"{secret}", "not JSON at character 2"),
        (b"[" * 100_000, "nested"),
        (b"[]", "not a JSON object"),
        (b'"secret"', "not a JSON object"),
        (b'{"text": "secret"}', 'from: "user" or "model" is needed'),
        (b'{"text": "secret", "from": "bot"}', 'from: "user" or "model" is needed'),
        (b'{"text": "secret", "from": 1}', "from: a string is needed"),
        (b'{"from": "user"}', "text: a string is needed"),
        (b'{"from": "user", "text": null}', "text: a string is needed"),
        (b'{"from": "user", "text": ["secret"]}', "text: a string is needed"),
        (b'{"from": "user", "text": "", "session": 3}', "session: a string is needed"),
        (b'{"from": "model", "text": "", "question": 3}', "question: a string is needed"),
        (b'{"from": "user", "text": "", "question": "Hi?"}', 'question: goes with from: "model"'),
        (b'{"from": "user", "text": "", "id": 1.5}', "id: a string or an integer"),
        (b'{"from": "user", "text": "", "id": true}', "id: a string or an integer"),
        (b'{"from": "user", "text": "", "id": ' + b"1" * 5000 + b"}", "numbered beyond reason"),
    ],
)
def test_a_line_that_is_no_request_says_why_and_not_what(line: bytes, why: str) -> None:
    with pytest.raises(LineError) as caught:
        read_line(line)
    assert why in str(caught.value)
    assert "secret" not in str(caught.value)


@given(st.binary(max_size=60))
def test_no_line_does_worse_than_a_line_error(line: bytes) -> None:
    with suppress(LineError):
        assert read_line(line).side in Side


def test_a_result_is_one_line_with_the_names_of_the_contract() -> None:
    result = Inspected(
        do=Do.MASK,
        rule="pii.contact",
        findings=(("pii.email", 3, 9, 9500),),
        text="at [email_1]",
        reply=None,
        level=Level.CARE,
        escalate=False,
        failed=(("names/1", "timeout"),),
        uncovered=("claims in Polish, Latin script",),
    )
    value = result_value(Request("a", "at a@b.co", Side.INPUT), result)
    assert json.loads(written(value)) == {
        "id": "a",
        "do": "mask",
        "rule": "pii.contact",
        "findings": [{"category": "pii.email", "start": 3, "end": 9, "score": 9500}],
        "text": "at [email_1]",
        "reply": None,
        "level": "care",
        "escalate": False,
        "failed": [{"detector": "names/1", "why": "timeout"}],
        "uncovered": ["claims in Polish, Latin script"],
    }


def test_no_level_is_null() -> None:
    result = Inspected(Do.PASS, None, (), "", None, None, escalate=False)
    assert result_value(Request(None, "", Side.INPUT), result)["level"] is None


@given(st.text(alphabet=st.characters(), max_size=20), st.integers(1, 9))
def test_any_text_is_written_as_one_line_of_utf_8_that_json_reads_back(text: str, n: int) -> None:
    value: dict[str, Any] = error_value(n, text)
    line = written(value)
    assert line.count(b"\n") == 1
    assert json.loads(line.decode("utf-8")) == {"line": n, "error": text}
