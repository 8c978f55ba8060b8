import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.arguments import rewritten

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


async def upper(text: str) -> str:
    return text.upper()


async def same(text: str) -> str:
    return text


async def starred(text: str) -> str:
    return "*" * len(text)


async def test_strings_change_and_keys_stay() -> None:
    assert await rewritten('{"to": "ann", "n": [1, true, null, "b"]}', upper) == (
        '{"to": "ANN", "n": [1, true, null, "B"]}'
    )


async def test_arguments_that_nobody_changes_stay_as_the_model_wrote_them() -> None:
    odd = '{ "a" :1.50,"b":"x" }'

    assert await rewritten(odd, same) == odd


async def test_a_long_number_is_looked_at_like_text() -> None:
    assert json.loads(await rewritten('{"card": 4111111111111111, "n": 12}', starred)) == {
        "card": "*" * 16,
        "n": 12,
    }


@pytest.mark.parametrize("broken", ["{not json", '{"a": ', "[" * 5000])
async def test_text_that_is_not_json_is_passed_as_one_string(broken: str) -> None:
    assert await rewritten(broken, starred) == "*" * len(broken)


async def test_no_arguments_stay_none() -> None:
    assert await rewritten("  ", starred) == "  "


@given(VALUES)
async def test_json_stays_valid_json(value: object) -> None:
    made = await rewritten(json.dumps({"v": value}), upper)

    assert set(json.loads(made)) == {"v"}
