"""Stand-ins come back as what they stand for, and as nothing else."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guardrails.pseudonyms import Pseudonyms
from guardrails.stand_ins import STAND_IN
from guardrails.surrogates import TOKEN

KINDS = st.sampled_from(["person", "email", "postal-address", "literal", "date-of-birth"])
LOOK_ALIKES = st.sampled_from(
    [
        "<PERSON_1>",
        "<LITERAL_1>",
        "<EMAIL_2>",
        "<",
        ">",
        "_1>",
        "<PERSON",
        "\\1",
        "\\g<0>",
        "[a-z]+",
        "PERSON_1",
        "<person_1>",
        "< EMAIL_1 >",
        "&lt;",
        "PERSON_1&gt;",
        "\\",
        "\\<PERSON\\_1\\>",
        "<PERSON\\_1>",
        "%3CPERSON_1%3E",
    ]
)
TEXTS = st.lists(
    st.one_of(LOOK_ALIKES, st.text(st.characters(codec=None), max_size=6)), max_size=12
).map("".join)


@st.composite
def hidden_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [
        (start, stop, draw(KINDS))
        for start, stop in zip(cuts[::2], cuts[1::2], strict=False)
        if start < stop
    ]
    return text, draw(st.permutations(spans))


@given(hidden_texts())
@example(("<PERSON_1> is me, and <PERSON_1>", [(14, 16, "person")]))
@example(("\ud800<\udfff", [(0, 1, "person")]))
def test_what_was_hidden_comes_back_exactly(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, spans = case
    names = Pseudonyms()

    assert names.restore(names.hide(text, spans)) == text


@given(hidden_texts())
def test_nothing_is_left_where_a_value_stood(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, spans = case
    names = Pseudonyms()

    hidden = names.hide(text, spans)

    rest, at = [], 0
    for start, stop, _ in sorted(spans):
        rest.append(text[at:start])
        at = stop
    rest.append(text[at:])
    assert TOKEN.sub("", hidden) == "".join(STAND_IN.sub("", piece) for piece in rest)


@given(TEXTS, TEXTS)
def test_one_conversation_never_restores_the_values_of_another(one: str, two: str) -> None:
    first, second = Pseudonyms(), Pseudonyms()
    hidden = first.hide(f"x{one}", [(0, 1 + len(one), "person")])

    second.hide(f"y{two}", [(0, 1 + len(two), "email")])

    assert second.restore(hidden) == hidden


@given(TEXTS.filter(lambda text: text not in {"", "to", "note", "n"}), TEXTS)
def test_tool_arguments_stay_valid_json_and_hold_the_value(value: str, around: str) -> None:
    names = Pseudonyms()
    token = names.token("person", value)
    arguments = {"to": f"{token}!", token: [token], "note": TOKEN.sub("", around), "n": 1.0}

    for text in (json.dumps(arguments), json.dumps(arguments, ensure_ascii=False)):
        restored = json.loads(names.restore_json(text))
        assert restored["to"] == f"{value}!"
        assert value in restored
        assert restored["n"] == 1.0


def test_the_same_value_keeps_its_stand_in_for_the_whole_conversation() -> None:
    names = Pseudonyms()

    assert names.token("person", "Ruth") == "<PERSON_1>"
    assert names.token("person", "Amir") == "<PERSON_2>"
    assert names.token("postal-address", "12 Acacia Avenue") == "<POSTAL_ADDRESS_1>"
    assert names.token("person", "Ruth") == "<PERSON_1>"
    assert names.token("email", "Ruth") == "<EMAIL_1>"
    assert names.token("person", "Tom") == "<PERSON_3>"


def test_a_stand_in_that_the_person_types_is_theirs_and_not_a_way_in() -> None:
    names = Pseudonyms()
    names.hide("Ruth", [(0, 4, "person")])

    hidden = names.hide("who is <PERSON_1>?", [])

    assert hidden == "who is <LITERAL_1>?"
    assert names.restore(hidden) == "who is <PERSON_1>?"


def test_a_stand_in_that_a_tool_was_handed_stands_for_the_same_when_it_comes_back() -> None:
    names = Pseudonyms()
    names.hide("Ruth", [(0, 4, "person")])

    assert names.hide("for <PERSON_1>", [], handed=True) == "for <PERSON_1>"
    result = names.hide("sent to <PERSON_1>, PERSON_1", [], own=False, handed=True)

    assert result == "sent to <PERSON_1>, <LITERAL_1>"
    assert names.restore(result) == "sent to Ruth, PERSON_1"
    assert names.hide("who is <PERSON_1>?", []) == "who is <LITERAL_2>?"


def test_a_stand_in_that_no_tool_was_handed_is_not_read_in_what_one_says() -> None:
    names = Pseudonyms()
    names.hide("Ruth", [(0, 4, "person")])

    result = names.hide("write to <PERSON_1>", [], own=False, handed=True)

    assert result == "write to <LITERAL_1>"
    assert names.restore(result) == "write to <PERSON_1>"


def test_what_was_a_literal_once_stays_one_also_where_a_tool_gets_it() -> None:
    names = Pseudonyms()
    assert names.hide("I typed <PERSON_1>", []) == "I typed <LITERAL_1>"
    names.hide("Ruth", [(0, 4, "person")])

    assert names.hide("<PERSON_1>", [], handed=True) == "<LITERAL_1>"
    assert names.hide("<PERSON_1>", [], own=False, handed=True) == "<LITERAL_1>"


def test_a_stand_in_is_never_read_as_a_pattern() -> None:
    names = Pseudonyms()
    names.token("person", r"\1\g<0>.*")

    assert names.restore("dear [PERSON_2] <PERSON_1>") == r"dear [PERSON_2] \1\g<0>.*"


def test_a_value_that_looks_like_a_stand_in_is_not_restored_again() -> None:
    names = Pseudonyms()
    names.token("email", "jo@example.org")
    token = names.token("person", "<EMAIL_1>")

    assert names.restore(token) == "<EMAIL_1>"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("**<PERSON_1>**", "**Ruth**"),
        ("<PERSON_1>'s dog", "Ruth's dog"),
        ("<<PERSON_1>>", "<Ruth>"),
        ("`<PERSON_1>`,<PERSON_1>", "`Ruth`,Ruth"),
        ("<person_1>, < PERSON_1 > and <Person 1>", "Ruth, Ruth and Ruth"),
        ("&lt;PERSON_1&gt; %3CPERSON_1%3E", "Ruth Ruth"),
        (r"\<PERSON_1\> \<PERSON\_1\>", "Ruth Ruth"),
        (r"**<PERSON\_1>**, <PERSON\_1\>", "**Ruth**, Ruth"),
        ("PERSON_1, or (PERSON_1).", "Ruth, or (Ruth)."),
        ("<PERSON_2> <PERSON_01> <PERSON_1 PERSON_1> PERSON_11 person_1 MY_PERSON_1", None),
        ("Person 1 <PERS_1> <PERSON1> <PERSON_1x> PERSON_ 1", None),
        ("", None),
    ],
)
def test_a_stand_in_is_restored_in_the_ways_that_models_bend_it_and_in_no_other(
    said: str, shown: str | None
) -> None:
    names = Pseudonyms()
    names.token("person", "Ruth")

    assert names.restore(said) == (said if shown is None else shown)


def test_a_stand_in_with_escaped_brackets_is_restored_in_json() -> None:
    names = Pseudonyms()
    names.token("person", 'Ruth "R"\n')

    assert json.loads(names.restore_json('{"a": "\\u003cPERSON_1\\u003E"}')) == {"a": 'Ruth "R"\n'}


def test_an_escaped_backslash_before_it_does_not_make_a_stand_in() -> None:
    names = Pseudonyms()
    names.token("person", "Ruth")
    text = json.dumps({"a": "\\u003cPERSON_1\\u003e"})

    assert names.restore_json(text) == text


def test_json_outside_of_strings_is_left_as_it_is() -> None:
    names = Pseudonyms()
    names.token("person", "Ruth")

    assert names.restore_json('{"a": 1.50, "b": <PERSON_1>') == '{"a": 1.50, "b": <PERSON_1>'


@pytest.mark.parametrize(
    "spans",
    [
        pytest.param([(0, 3, "person"), (2, 4, "person")], id="overlap"),
        pytest.param([(2, 2, "person")], id="empty"),
        pytest.param([(3, 9, "person")], id="past the end"),
        pytest.param([(-1, 2, "person")], id="before the start"),
    ],
)
def test_spans_that_cannot_be_hidden_are_refused(spans: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="cannot hide"):
        Pseudonyms().hide("Ruth", spans)


@pytest.mark.parametrize("kind", ["Person", "", "a_b", "person-", "person 1"])
def test_a_kind_outside_of_the_grammar_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        Pseudonyms().token(kind, "Ruth")


def test_an_empty_value_is_refused() -> None:
    with pytest.raises(ValueError, match="value"):
        Pseudonyms().token("person", "")


def test_a_stored_map_restores_and_goes_on_counting() -> None:
    names = Pseudonyms()
    for kind, value in (("person", "Ruth"), ("email", "a@b.example"), ("person", "Amir")):
        names.token(kind, value)

    for copy in (
        Pseudonyms.from_state(json.loads(json.dumps(names.state()))),
        pickle.loads(pickle.dumps(names)),  # noqa: S301 - our own bytes
    ):
        assert copy.tokens == names.tokens == {"<PERSON_1>", "<PERSON_2>", "<EMAIL_1>"}
        assert copy.restore("<PERSON_2>") == "Amir"
        assert copy.token("person", "Noor") == "<PERSON_3>"


def test_its_repr_shows_no_value() -> None:
    names = Pseudonyms()
    names.token("person", "Ruth")

    assert repr(names) == "Pseudonyms(1 values)"
    assert len(names) == 1


def test_a_value_that_is_not_the_person_s_does_not_come_back_unless_it_is_asked_for() -> None:
    names = Pseudonyms()
    names.hide("ann@example.org", [(0, 15, "email")], own=False)
    names.hide("I am Ruth", [(5, 9, "person")])
    said = "<PERSON_1>: <EMAIL_1>, email_1 <email 1> &lt;EMAIL_1&gt; EMAIL_1"

    others = list(names.others(said))

    assert {token for _, _, token in others} == {"<EMAIL_1>"}
    assert [said[low:high] for low, high, _ in others] == [
        "<EMAIL_1>",
        "<email 1>",
        "&lt;EMAIL_1&gt;",
        "EMAIL_1",
    ]
    assert names.restore(said) == said.replace("<PERSON_1>", "Ruth")
    assert names.restore("<EMAIL_1>", also={"<EMAIL_1>"}) == "ann@example.org"
    assert names.restore_json('["<EMAIL_1>"]') == '["<EMAIL_1>"]'
    assert names.restore_json('["<EMAIL_1>"]', also={"<EMAIL_1>"}) == '["ann@example.org"]'


@pytest.mark.parametrize("first", [True, False])
def test_a_value_that_the_person_said_too_is_theirs(first: bool) -> None:
    names = Pseudonyms()
    for own in (first, not first):
        names.token("email", "ann@example.org", own=own)

    assert names.restore("<EMAIL_1>") == "ann@example.org"
    assert not list(names.others("<EMAIL_1>"))


def test_each_way_of_writing_a_value_belongs_to_whoever_wrote_it() -> None:
    names = Pseudonyms()
    names.token("person", "Priya Raghunathan", own=False)
    names.token("person", "Priya")

    assert names.restore("<PERSON_1> <PERSON_1b>") == "<PERSON_1> Priya"


def test_what_looks_like_a_stand_in_comes_back_whoever_typed_it() -> None:
    names = Pseudonyms()

    hidden = names.hide("write <PERSON_1> for names", [], own=False)

    assert names.restore(hidden) == "write <PERSON_1> for names"


@given(TEXTS, TEXTS)
def test_nothing_of_what_somebody_else_wrote_comes_back(theirs: str, said: str) -> None:
    names = Pseudonyms()
    secret = f"\U0001f511{theirs}"
    token = names.token("secret", secret, own=False)

    assert "\U0001f511" not in names.restore(f"{said}{token}{said}")
    assert "\U0001f511" not in names.restore_json(json.dumps([f"{said}{token}{said}"]))


def test_a_stored_map_still_knows_whose_values_they_are() -> None:
    names = Pseudonyms()
    for value, own in (("a@b.example", False), ("c@d.example", True)):
        names.token("email", value, own=own)

    for copy in (
        Pseudonyms.from_state(json.loads(json.dumps(names.state()))),
        pickle.loads(pickle.dumps(names)),  # noqa: S301 - our own bytes
    ):
        assert copy.restore("<EMAIL_1> <EMAIL_2>") == "<EMAIL_1> c@d.example"
        assert copy.state() == names.state()


def test_a_stored_map_that_names_a_stand_in_for_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="stands for nothing"):
        Pseudonyms.from_state({"*": ["<EMAIL_1>"]})


def test_a_stored_map_with_other_stand_ins_than_values_is_refused() -> None:
    for tokens in ([], ["<EMAIL_1>", "<EMAIL_1>"], ["<EMAIL_1>", "x"]):
        with pytest.raises(ValueError, match="not those of the values"):
            Pseudonyms.from_state({"email": ["a@b.example", "c@d.example"], "#": tokens})


def test_a_map_as_earlier_versions_stored_it_is_read() -> None:
    again = Pseudonyms.from_state({"person": ["Priya", "PRIYA", "Ann"]})
    assert again.restore("<PERSON_1> <PERSON_1b> <PERSON_2>") == "Priya PRIYA Ann"
    assert again.token("person", "Zoe") == "<PERSON_3>"


def test_addresses_that_the_person_wrote_are_known_again_from_a_stored_map():
    names = Pseudonyms()
    text = "see https://example.org/jo@example.org/notes"
    hidden = names.hide(text, [(24, 38, "email")])
    again = Pseudonyms.from_state(json.loads(json.dumps(names.state())))

    assert names.restore(hidden) == text
    assert again.restore(hidden) == text
    assert again.state() == names.state()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Write to <EMAIL_1.", "Write to jo@example.org."),
        ("<PERSON_1's mail is <EMAIL_1, I think", "Ruth's mail is jo@example.org, I think"),
        ("**<PERSON_1** or (<PERSON_1).", "**Ruth** or (Ruth)."),
        ("Dear <PERSON_1\nThanks, <PERSON_1", "Dear Ruth\nThanks, Ruth"),
        ("<PERSON_1 name=x> <PERSON_1.x <PERSON_1; x> <PERSON_1x, <person_1.", None),
        ("<PERSON_2. <EMAIL_, <EMAIL. <EMAIL_1", "<PERSON_2. <EMAIL_, <EMAIL. jo@example.org"),
    ],
)
def test_a_stand_in_whose_closing_bracket_is_missing_ends_where_words_end(
    said: str, shown: str | None
) -> None:
    names = Pseudonyms()
    names.token("person", "Ruth")
    names.token("email", "jo@example.org")

    shown = shown or said.replace("<PERSON_1; x>", "Ruth; x>")
    assert names.restore(said) == shown


@given(
    st.integers(1, 130),
    st.sampled_from(["<PERSON_{}>", "PERSON_{}", "<PERSON_{}", "\\<PERSON_{}\\>"]),
)
def test_a_reply_that_is_cut_anywhere_never_shows_somebody_else(number: int, form: str) -> None:
    names = Pseudonyms()
    for each in range(1, 131):
        names.token("person", f"({each:03})")
    said = f"ask {form.format(number)}"

    for cut in range(len(said) + 1):
        shown = names.restore(said[:cut])
        assert shown in {said[:cut], f"ask ({number:03})"}


@given(TEXTS)
@example("%3CPERSON_1%3EPERSON_1&gt;")
def test_what_a_person_types_without_a_closing_bracket_stays_theirs(text: str) -> None:
    names = Pseudonyms()
    names.token("person", "Ruth")
    typed = f"{text}<PERSON_1. {text}\n<PERSON_1"

    assert names.restore(names.hide(typed, [])) == typed
    assert "Ruth" not in names.restore(names.hide(typed, []))


def test_the_only_stand_in_that_a_cut_text_may_mean_comes_back() -> None:
    names = Pseudonyms()
    names.token("person", "Ruth")
    names.token("email", "jo@example.org")

    assert names.restore("ask <PERSON_1") == "ask Ruth"
    assert names.restore("ask PERSON_1") == "ask Ruth"

    names.token("person", "RUTH")  # <PERSON_1b>

    assert names.restore("ask <PERSON_1") == "ask <PERSON_1"
    assert names.restore("ask <PERSON_1.") == "ask Ruth."
