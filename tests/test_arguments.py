import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.arguments import is_object, rewritten

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


async def test_strings_change_and_so_do_keys_that_are_no_names_of_fields() -> None:
    assert await rewritten('{"to": "ann", "my ann": [1, true, null, "b"]}', upper) == (
        '{"to": "ANN", "MY ANN": [1, true, null, "B"]}'
    )


async def hidden(text: str) -> str:
    return text.replace("ann@example.org", "[email]").replace("4111111111111111", "[card]")


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('{"to": "ann@example.org", "to": "x"}', '{"to": "x"}'),
        ('{"ann@example.org": 1}', '{"[email]": 1}'),
        ('{"n": 4111111111111111.0}', '{"n": "[card]"}'),
        ('{"n": 4.111111111111111e15}', '{"n": "[card]"}'),
        (r'{"to": "ann\u0040example.org"}', '{"to": "[email]"}'),
        (r'{"to": "ann\u0040example.org"', '{"to": "[email]"'),
        ('{"to": "a\nann@example.org"}', r'{"to": "a\n[email]"}'),
        ('{"to": "a\nb"}', r'{"to": "a\nb"}'),
        (r'{"to": "caf\u00e9"', r'{"to": "caf\u00e9"'),
    ],
)
async def test_nothing_gets_past_in_an_odd_shape(given: str, made: str) -> None:
    assert await rewritten(given, hidden) == made


async def test_arguments_that_nobody_changes_stay_as_the_model_wrote_them() -> None:
    odd = '{ "a" :1.50,"b":"x" }'

    assert await rewritten(odd, same) == odd


async def test_a_long_number_is_looked_at_like_text() -> None:
    made = json.loads(await rewritten('{"card": 4111111111111111, "n": 12}', starred))
    assert made == {"card": "*" * 16, "n": 12}


@pytest.mark.parametrize("broken", ["{not json", '{"a": ', "[" * 5000])
async def test_text_that_is_not_json_is_passed_as_one_string(broken: str) -> None:
    assert await rewritten(broken, starred) == "*" * len(broken)


@pytest.mark.parametrize(
    ("arguments", "whole"),
    [
        ('{"to": "ann"}', True),
        ('{"to": "a\nb"}', True),
        ("", True),
        (" ", True),
        ('{"to": "ann"', False),
        ('{"to": "ann"}}', False),
        ("[1]", False),
        ("null", False),
        ("send it", False),
        ('{"a":' * 100_000, False),
    ],
)
def test_only_one_whole_object_or_nothing_are_arguments(arguments: str, whole: bool) -> None:
    assert is_object(arguments) is whole


async def test_no_arguments_stay_none() -> None:
    assert await rewritten("  ", starred) == "  "


@given(VALUES)
async def test_json_stays_valid_json(value: object) -> None:
    made = await rewritten(json.dumps({"v": value}), upper)

    assert set(json.loads(made)) == {"v"}


async def test_json_of_any_depth_is_looked_at() -> None:
    for depth in (100, 400, 900, 5000):
        deep = '{"a":' * depth + '"ann@example.org"' + "}" * depth
        assert "ann@" not in await rewritten(deep, hidden)
