"""Which replies a program reads, told by what was asked for and by their first characters."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.values import asks_for_value, is_value, may_open_value

SCHEMA = {"type": "json_schema", "json_schema": {"name": "Mood"}}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=9,
)
VALUES = st.lists(JSON, max_size=3) | st.dictionaries(st.text(max_size=5), JSON, max_size=3)
FENCES = st.sampled_from(
    [("", ""), ("```json\n", "\n```"), ("```\n", "```"), ("```JSON\n", "\n```")]
)


@pytest.mark.parametrize(
    "options",
    [
        {"response_format": {"type": "json_object"}},
        {"response_format": SCHEMA},
        {"response_format": dict},
        {"format": "json"},
        {"format": {"type": "object"}},
        {"format": {"type": ["object", "null"]}},
        {"response_format": [{"type": "object"}]},
        {"text": {"format": SCHEMA}},
        {"json_schema": {"type": "object"}},
        {"response_mime_type": "application/json"},
        {"tool_choice": "required"},
        {"tool_choice": "any"},
        {"tool_choice": "Mood"},
        {"tool_choice": True},
        {"tool_choice": {"type": "function", "function": {"name": "Mood"}}},
        {"tool_choice": {"type": "tool", "name": "Mood"}},
    ],
)
def test_a_form_that_is_asked_for_is_a_value(options: dict[str, Any]) -> None:
    assert asks_for_value(options)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"temperature": 0.2, "response_format": None},
        {"response_format": {"type": "text"}},
        {"text": {"format": {"type": "text"}, "verbosity": "low"}},
        {"text": "json"},
        {"format": ""},
        {"tools": [{}], "tool_choice": "auto"},
        {"tool_choice": "none"},
        {"tool_choice": {"type": "auto"}},
        {"tool_choice": {"type": ["tool"]}},
        {"tool_choice": ["Mood"]},
        {"tool_choice": False},
        {"response_mime_type": "text/plain"},
    ],
)
def test_words_are_no_form(options: dict[str, Any]) -> None:
    assert not asks_for_value(options)


@given(VALUES, FENCES, st.sampled_from(["", " ", "\n\n"]))
def test_every_object_and_array_is_a_value_and_opens_like_one(
    value: Any, fence: tuple[str, str], space: str
) -> None:
    text = f"{space}{fence[0]}{json.dumps(value)}{fence[1]}{space}"

    assert is_value(text)
    assert may_open_value(text) is True


@given(st.text(alphabet='{["`jsonab\n1 ]}:,tru', max_size=30), st.integers(0, 30))
def test_what_a_beginning_tells_stays_so(text: str, at: int) -> None:
    told = may_open_value(text[:at])

    assert told is None or may_open_value(text) is told


@pytest.mark.parametrize(
    "text", ["Hello.", "{name}, hello", "[smiles] Hi", "```python\nx", "``` ```", "42", '"Yes"']
)
def test_words_do_not_open_like_a_value(text: str) -> None:
    assert may_open_value(text) is False
    assert not is_value(text)


@pytest.mark.parametrize(
    "text", ["", " \n", "`", "``", "```", "```js", "```json\n", "{", "[ ", "[tr"]
)
def test_too_little_tells_nothing(text: str) -> None:
    assert may_open_value(text) is None
    assert not is_value(text)


@pytest.mark.parametrize("text", ['{"a": 1} Anything else?', "[1] as I said", "[" * 100_000])
def test_what_goes_on_in_words_or_never_ends_is_no_value(text: str) -> None:
    assert not is_value(text)
