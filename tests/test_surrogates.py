"""Surrogates read like real values, and come back as what they stand for, and as nothing else."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guardrails.decisions import MaskWith
from guardrails.fiction import SURROGATE_TYPES, Fiction, Inventor
from guardrails.masks import Mask
from guardrails.pseudonyms import Pseudonyms
from guardrails.surrogates import TOKEN, Surrogates

FICTION = Fiction()
VALUES = {
    "person": [
        "Priya",
        "PRIYA",
        "priya",
        "Priya Raghunathan",
        "raghunathan",
        "Dr J. O'Neil",
        "PriYa",
    ],
    "email": ["jo@example.org", "JO@EXAMPLE.ORG"],
    "phone": ["0161 496 0123", "+44 161 496 0123", "07700 900123"],
    "postal-address": ["12 Acacia Avenue"],
    "payment-card": ["4111 1111 1111 1111"],
    "date-of-birth": ["03/04/1987"],
    "literal": ["<PERSON_1>"],
}
ROUND = ["and ", ", ", "'s ", " ", "\n", "(", ") ", "x", "1 ", "+", "@", '"', "\\n", "<", "_"]
PARTS = st.one_of(
    st.tuples(st.just(""), st.sampled_from(ROUND)),
    st.sampled_from([(kind, value) for kind, values in VALUES.items() for value in values]),
    st.tuples(st.just("echo"), st.integers(0, 20)),
)


def inventor(
    key: bytes = b"k", heard: frozenset[str] = frozenset(), country: str = "GB"
) -> Inventor:
    return Inventor(FICTION, key, "en-GB", country, lambda: heard)


def hidden(names: Pseudonyms, text: str, *values: tuple[str, str], **fields: object) -> str:
    """Return *text* with the first of each of *values* replaced, as the model would see it."""
    masks = []
    for value, kind in values:
        start = text.index(value)
        masks.append(Mask(start, start + len(value), kind, MaskWith.SURROGATE))
    return names.dress(names.hide(text, masks, draw=inventor(), **fields))  # type: ignore[arg-type]


def back(names: Pseudonyms, text: str) -> str:
    return names.restore(names.undress(text))


def made(names: Pseudonyms, value: str, kind: str = "person") -> str:
    return hidden(names, value, (value, kind))


@settings(deadline=None)
@given(st.lists(st.lists(PARTS, max_size=8), max_size=4))
@example([[("person", "Priya")], [("echo", 0), ("", " "), ("person", "PRIYA")]])
@example(
    [[("person", "Priya Raghunathan")], [("person", "PRIYA"), ("", " "), ("person", "raghunathan")]]
)
def test_what_was_hidden_comes_back_exactly(messages: list[list[tuple[str, str | int]]]) -> None:
    names = Pseudonyms()
    said: list[str] = []  # what the model has seen so far; the person may type the same
    for parts in messages:
        text, masks = "", []
        for kind, value in parts:
            if kind == "echo":
                text += said[int(value) % len(said)] if said else ""
                continue
            if kind:
                how = MaskWith.SURROGATE
                masks.append(Mask(len(text), len(text) + len(str(value)), kind, how))
            text += str(value)
        tokens = names.hide(text, masks, draw=inventor())
        dressed = names.dress(tokens)

        assert names.undress(dressed) == tokens
        assert back(names, dressed) == text
        said += dressed.split()


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*VALUES["person"], *VALUES["phone"]]), min_size=1, max_size=5),
    st.lists(st.sampled_from([*ROUND, "0", "1", "2", "3"]), max_size=10),
    st.data(),
)
def test_what_comes_back_does_not_depend_on_how_the_reply_is_cut(
    values: list[str], between: list[str], data: st.DataObject
) -> None:
    names = Pseudonyms()
    shown = [made(names, one, "phone" if one[-1].isdigit() else "person") for one in values]
    pieces = data.draw(st.permutations([*shown, *between, *(one.upper() for one in shown)]))
    reply = "".join(pieces)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(reply)), max_size=10)))

    undressing = names.undressing()
    streamed = [
        undressing.feed(reply[start:stop])
        for start, stop in zip([0, *cuts], [*cuts, len(reply)], strict=True)
    ]

    assert "".join([*streamed, undressing.finish()]) == names.undress(reply)


def test_every_two_way_split_of_a_reply_gives_the_same() -> None:
    names = Pseudonyms()
    name, phone = made(names, "Priya Raghunathan"), made(names, "0161 496 0123", "phone")
    reply = (
        f"Dear {name}, {name.split()[0].upper()}'s number is {phone.replace(' ', '-')}. {name}s!"
    )
    whole = names.undress(reply)

    assert whole.count("<") == 4
    for cut in range(len(reply) + 1):
        undressing = names.undressing()
        one, two = undressing.feed(reply[:cut]), undressing.feed(reply[cut:])
        assert one + two + undressing.finish() == whole


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("{0} {1}", "Priya Raghunathan"),
        ("Dear {0},", "Dear Priya,"),
        ("{0}'s dog", "Priya's dog"),
        ("**{0}** _{0}_ `{1}`", "**Priya** _Priya_ `Raghunathan`"),
        ("{0}\n{1}", "Priya Raghunathan"),
        ("Ms {1}", "Ms Raghunathan"),
        ("{0}s Buch, {0} {1}s Haus", "Priyas Buch, Priya Raghunathans Haus"),
        ("{0}ss {0}sx", None),
        ("x{0} {0}x {0}1", None),
    ],
)
@pytest.mark.parametrize("bent", [str, str.upper, str.lower])
def test_a_name_comes_back_in_any_casing_and_in_part(
    said: str, shown: str | None, bent: type[str]
) -> None:
    names = Pseudonyms()
    first, last = made(names, "Priya Raghunathan").split()
    text = said.format(bent(first), bent(last))

    assert back(names, text) == (text if shown is None else shown)


def test_all_forms_of_a_name_are_forms_of_one_surrogate() -> None:
    names = Pseudonyms()

    full = made(names, "Priya Raghunathan")

    assert made(names, "Priya") == full.split()[0]
    assert made(names, "RAGHUNATHAN") == full.split()[1].upper()
    assert made(names, "priya raghunathan") == full.lower()
    assert made(names, "Priya Shah").split()[0] == full.split()[0]
    assert made(names, "Priya Shah").split()[1] != full.split()[1]
    assert made(names, "Dr P. Raghunathan").startswith("Dr ")
    assert made(names, "Dr P. Raghunathan").endswith(f". {full.split()[1]}")
    assert not made(names, "Dr P. Raghunathan").startswith("Dr P")


def test_a_phone_number_comes_back_however_the_model_sets_it() -> None:
    names = Pseudonyms()
    digits = "".join(filter(str.isdigit, made(names, "0161 496 0123", "phone")))

    for said in (digits, f"+44 {digits[1:]}", f"({digits[:4]}) {digits[4:7]}-{digits[7:]}"):
        assert back(names, f"Call {said}.") == "Call 0161 496 0123."
    assert back(names, f"{digits}1") == f"{digits}1"


def test_what_the_person_types_like_a_surrogate_is_theirs() -> None:
    names = Pseudonyms()
    alias = made(names, "Priya")

    shown = hidden(names, f"{alias} is my cousin, {alias.upper()} not", ("cousin", "url"))

    assert alias.casefold() not in shown.casefold()
    assert back(names, shown) == f"{alias} is my cousin, {alias.upper()} not"
    assert back(names, f"{alias} and {shown.split()[0]}") == f"Priya and {alias}"


def test_without_a_way_to_make_one_up_what_reads_like_a_surrogate_gets_a_stand_in() -> None:
    names = Pseudonyms()
    alias = made(names, "Priya")

    assert names.hide(alias, []) == "<LITERAL_1>"


def test_a_surrogate_that_a_tool_was_given_stands_for_the_same_when_it_comes_back() -> None:
    names = Pseudonyms()
    alias = made(names, "Priya Raghunathan")
    text = f"Booked for {alias}; {alias.split()[0]} pays."

    shown = names.hide(text, [(11, 11 + len(alias), "person")], own=False, handed=True)

    assert names.dress(shown) == text
    assert names.restore(shown) == "Booked for Priya Raghunathan; Priya pays."


def test_a_stand_in_that_a_tool_was_handed_comes_back_beside_surrogates() -> None:
    names = Pseudonyms()
    made(names, "Priya Raghunathan")
    token = names.token("date-time", "3 May")

    assert names.hide(f"on {token}", [], handed=True) == f"on {token}"
    shown = names.hide(f"booked on {token}, {token[1:-1]}", [], own=False, handed=True)

    assert shown == f"booked on {token}, <LITERAL_1>"


def test_a_surrogate_is_no_word_that_the_model_reads_anyway() -> None:
    names, other = Pseudonyms(), Pseudonyms()
    first = made(names, "Priya")
    heard = frozenset({first.casefold()})

    masks = [Mask(0, 5, "person", MaskWith.SURROGATE)]
    second = other.dress(other.hide("Priya", masks, draw=inventor(heard=heard)))

    assert second not in {first, "Priya", "<PERSON_1>"}


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=8), st.sampled_from(sorted(set(VALUES) - {"literal"})))
def test_no_surrogate_is_like_its_value_or_any_other(key: bytes, kind: str) -> None:
    names = Pseudonyms()
    shown: list[str] = []
    for each, values in VALUES.items():
        for value in values if each != "literal" else ():
            masks = [Mask(0, len(value), each, MaskWith.SURROGATE)]
            shown.append(names.dress(names.hide(value, masks, draw=inventor(key))))

    said = {value.casefold() for values in VALUES.values() for value in values}
    assert len(set(shown)) == len(shown)
    assert not said & {one.casefold() for one in shown}


def test_another_session_has_other_surrogates_and_gives_nothing_back() -> None:
    one, two = Pseudonyms(), Pseudonyms()
    masks = [Mask(0, 17, "person", MaskWith.SURROGATE)]
    first = one.dress(one.hide("Priya Raghunathan", masks, draw=inventor(b"one")))
    second = two.dress(two.hide("Priya Raghunathan", masks, draw=inventor(b"two")))

    assert first != second
    assert back(two, first) == first
    assert back(one, second) == second
    assert back(Pseudonyms(), first) == first


def test_a_kind_that_nothing_is_made_up_for_gets_a_stand_in() -> None:
    names = Pseudonyms()

    assert made(names, "03/04/1987", "date-of-birth") == "<DATE_OF_BIRTH_1>"
    assert made(names, "+91 98765 43210", "phone") == "<PHONE_1>"
    assert made(names, "AB-1", "national-id") == "<NATIONAL_ID_1>"
    assert made(names, "J.", "person") == "<PERSON_1>"
    assert made(names, "Ruth2", "person") == "<PERSON_2>"


def test_where_no_candidate_is_left_a_value_gets_a_stand_in() -> None:
    def one(kind: str, value: str) -> Iterator[str]:
        yield {"given-name": "Corinne", "ip-address": "192.0.2.1"}.get(kind, "x")

    names = Pseudonyms()
    for value, kind, shown in (
        ("Priya", "person", "Corinne"),
        ("Amir", "person", "<PERSON_2>"),
        ("10.0.0.1", "ip-address", "192.0.2.1"),
        ("10.0.0.2", "ip-address", "<IP_ADDRESS_2>"),
    ):
        masks = [Mask(0, len(value), kind, MaskWith.SURROGATE)]
        assert names.dress(names.hide(value, masks, draw=one)) == shown


def test_a_value_inside_a_word_gets_a_stand_in() -> None:
    names = Pseudonyms()

    assert hidden(names, "xPriya", ("Priya", "person")) == "x<PERSON_1>"
    assert hidden(names, "Priyax", ("Priya", "person")) == "<PERSON_1>x"


def test_a_surrogate_after_a_line_break_in_json_is_found() -> None:
    names = Pseudonyms()
    alias = made(names, "Priya")

    assert json.loads(back(names, json.dumps([f"a\n{alias}\t{alias}"]))) == ["a\nPriya\tPriya"]
    assert names.dress(json.dumps(["a\n<PERSON_1>"])) == json.dumps([f"a\n{alias}"])


def test_a_value_of_somebody_else_does_not_come_back_by_its_surrogate_either() -> None:
    names = Pseudonyms()
    shown = hidden(names, "ask Ann Lee", ("Ann Lee", "person"), own=False)

    said = f"{shown}: {shown.split()[1]}"

    assert "Ann" not in back(names, said)
    assert "<PERSON_1>" in back(names, said)
    assert [kind for *_, kind in names.theirs(names.undress(said))] == ["person", "person"]


def test_no_value_comes_back_by_a_surrogate_inside_a_link_of_the_model() -> None:
    names = Pseudonyms()
    alias = made(names, "Priya")

    assert back(names, f"![](https://a.example/?q={alias})") == (
        "![](https://a.example/?q=<PERSON_1>)"
    )


def test_a_stored_map_knows_its_surrogates() -> None:
    names = Pseudonyms()
    full, phone = made(names, "Priya Raghunathan"), made(names, "0161 496 0123", "phone")

    for copy in (
        Pseudonyms.from_state(json.loads(json.dumps(names.state()))),
        pickle.loads(pickle.dumps(names)),  # noqa: S301 - our own bytes
    ):
        assert back(copy, f"{full} {full.split()[0]} {phone}") == (
            "Priya Raghunathan Priya 0161 496 0123"
        )
        assert made(copy, "Priya Shah").split()[0] == full.split()[0]
        assert made(copy, "Priya Raghunathan") == full


@pytest.mark.parametrize("listed", ["<PERSON_1> person Corinne", "<EMAIL_1> email", "x"])
def test_a_stored_map_with_a_surrogate_for_nothing_is_refused(listed: str) -> None:
    with pytest.raises(ValueError, match="stands for nothing"):
        Pseudonyms.from_state({"email": ["a@b.example"], "=": [listed]})


def test_a_surrogate_is_given_once() -> None:
    made_up = Surrogates()
    made_up.put("<PERSON_1>", "person", "Corinne")

    for token, surrogate in (("<PERSON_1>", "Bethan"), ("<PERSON_2>", "Corinne")):
        with pytest.raises(ValueError, match="once"):
            made_up.put(token, "person", surrogate)


def test_neither_repr_nor_error_shows_a_surrogate() -> None:
    names = Pseudonyms()
    alias = made(names, "Priya")

    assert alias not in repr(names) + repr(names.undressing())


# --- labels, and what is taken out


@settings(deadline=None)
@given(
    st.text("ab ,.\n", max_size=6),
    st.text("ab ,.\n", max_size=6),
    st.sampled_from(["label", "remove"]),
)
def test_nothing_comes_back_of_what_was_labelled_or_taken_out(
    before: str, after: str, how: str
) -> None:
    names = Pseudonyms()
    text = f"{before}Ruth{after}"

    shown = names.hide(text, [(len(before), len(before) + 4, "person", MaskWith(how))])

    assert "Ruth" not in names.restore(shown)
    assert len(names) == 0
    assert shown.replace("<PERSON>", "").replace(" ", "") == (before + after).replace(" ", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I am Ruth now", "I am now"),
        ("I am Ruth, hello", "I am, hello"),
        ("I am Ruth", "I am"),
        ("I am Ruth\nbye", "I am\nbye"),
        ("Ruth is here", "is here"),
        ("I am Ruth Ruth now", "I am now"),
        ("(Ruth)", "()"),
        ("\nRuth is", "\nis"),
        ("Ruth", "<PERSON>"),
        (" Ruth Ruth", "<PERSON>"),
    ],
)
def test_what_is_taken_out_leaves_no_gap(text: str, shown: str) -> None:
    masks, at = [], text.find("Ruth")
    while at >= 0:
        masks.append(Mask(at, at + 4, "person", MaskWith.REMOVE))
        at = text.find("Ruth", at + 1)

    assert Pseudonyms().hide(text, masks).strip() == shown.strip()


def test_a_label_is_the_kind_and_nothing_else() -> None:
    names = Pseudonyms()
    masks = [(0, 4, "postal-address", MaskWith.LABEL), (5, 9, "person", MaskWith.PSEUDONYM)]

    assert names.hide("Here Ruth", masks) == "<POSTAL_ADDRESS> <PERSON_1>"
    assert names.restore("<POSTAL_ADDRESS> <PERSON_1>") == "<POSTAL_ADDRESS> Ruth"
    assert not TOKEN.search("<POSTAL_ADDRESS>")


def test_every_type_that_is_made_up_is_a_type() -> None:
    from guardrails.detectors.kinds import KINDS

    assert SURROGATE_TYPES < KINDS
