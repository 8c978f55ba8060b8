"""What the strict reader takes, and where it says that something is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.policy.events import MAX_DEPTH, MAX_NODES, parse
from guardrails.policy.problems import Problems
from guardrails.policy.tree import Node, Scalar, Series, Table


def read(text: str) -> tuple[Node | None, list[str]]:
    problems = Problems("p.yaml")
    root = parse(text, problems)
    return root, [str(problem) for problem in problems.error().problems] if problems else []


DISAGREED = [
    *("yes", "Yes", "YES", "no", "No", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N"),
    *("True", "TRUE", "False", "FALSE", "~", "Null", "NULL", "="),
    *(
        "0755",
        "00",
        "0o14",
        "0x1F",
        "0b11",
        "1_000",
        "+5",
        "-0",
        "1e3",
        "1E+3",
        "1.10",
        "70.",
        ".5",
    ),
    *("-.5", "1.2.3", "1.5e2", "12:30", "12:30:45", "190:20:30.5", ".inf", "-.Inf", "+.INF"),
    *(".nan", ".NaN", "2026-05-01", "2026-5-1", "2026-05-01T10:00:00Z", "2026-05-01 10:00:00"),
]
AGREED = [
    *("true", "false", "null", "0", "7", "100", "-5", "60s", "10m", "3h", "400d", "en-GB"),
    *("nobody", "onward", "e5", "1-2", "2026-05", "116 123", "a.b", "...x", "v1.2", "13a"),
    *("a:b", "1st", "yes please", "-a", "+", "--", "on-call", "..."),
]


@pytest.mark.parametrize("value", DISAGREED)
def test_a_plain_value_that_readers_disagree_on_is_refused_where_it_stands(value: str) -> None:
    root, problems = read(f"first: 1\nsecond: {{key: {value}}}\n")
    assert len(problems) == 1
    assert problems[0].startswith(
        f"p.yaml:2:15: '{value}' means different things to different YAML readers: put it in quotes"
    )
    assert isinstance(root, Table)
    inner = root.entries[1].value
    assert isinstance(inner, Table)
    assert inner.entries[0].value == Scalar(value, True, 2, 15, doubtful=True)


@pytest.mark.parametrize("value", DISAGREED)
@pytest.mark.parametrize("quote", ["'", '"'])
def test_in_quotes_the_same_value_is_a_text(value: str, quote: str) -> None:
    root, problems = read(f"key: {quote}{value}{quote}")
    assert problems == []
    assert isinstance(root, Table)
    assert root.entries[0].value == Scalar(value, plain=False, line=1, column=6)


@pytest.mark.parametrize("value", AGREED)
def test_a_plain_value_that_all_readers_read_alike_is_taken(value: str) -> None:
    root, problems = read(f"key: {value}")
    assert problems == []
    assert isinstance(root, Table)
    assert root.entries[0].value == Scalar(value, plain=True, line=1, column=6)


@pytest.mark.parametrize("key", ["on", "NO", "y", "~", "2026-05-01", "1.0"])
def test_a_key_that_readers_disagree_on_is_refused(key: str) -> None:
    root, problems = read(f"a: 1\n{key}: 2\n")
    assert [problem.split(" means ")[0] for problem in problems] == [f"p.yaml:2:1: '{key}'"]
    assert isinstance(root, Table)
    assert [entry.key.text for entry in root.entries] == ["a"]


TRAPS = {
    "nothing": ("", "1:1: the file holds nothing"),
    "only a comment": ("# policy\n", "1:1: the file holds nothing"),
    "a key twice": ("a: 1\nb: 2\na: 3", "3:1: key 'a' given twice, first at 1:1"),
    "a key twice, once in quotes": ('a: 1\n"a": 3', "2:1: key 'a' given twice, first at 1:1"),
    "a key twice in a flow": ("{a: 1, b: 2, a: 3}", "1:14: key 'a' given twice, first at 1:2"),
    "an anchor": ("a: &x 1", "1:4: anchors are not taken: leave out &x"),
    "an anchor on a list": ("a: &x [1]", "1:4: anchors are not taken: leave out &x"),
    "an alias": ("a: *x", "1:4: aliases are not taken: write *x out"),
    "an alias as a key": ("*x : 1", "1:1: aliases are not taken: write *x out"),
    "a merge key": ("a: 1\n<<: {b: 1}", "2:1: merge keys are not taken: write the settings out"),
    "a standard tag": ("a: !!str 5", "1:4: tags are not taken: leave out !!str"),
    "a local tag": ("a: !env HOME", "1:4: tags are not taken: leave out !env"),
    "a tag on a block": ("!x {a: 1}", "1:1: tags are not taken: leave out !x"),
    "the bare tag": ("a: ! 5", "1:4: tags are not taken: leave out !"),
    "a second document": (
        "---\na: 1\n---\nb: 1",
        "3:1: a second document: a policy is one document",
    ),
    "a version directive": (
        "%YAML 1.1\n---\na: 1",
        "1:1: directives (%) are not taken: leave the line out",
    ),
    "a tag directive": (
        "%TAG ! tag:x,2020:\n---\na: 1",
        "1:1: directives (%) are not taken: leave the line out",
    ),
    "a list as a key": (
        "? [a]\n: 1",
        "1:3: a key must be a word, not a list or a block",
    ),
    "a tab": ("a: 1\nb:\t2", "2:3: a tab: use spaces"),
    "a tab as indentation": ("a:\n\tb: 2", "2:1: a tab: use spaces"),
    "a NUL": ("a: \0", "1:4: a NUL character: this is not a text file"),
    "a byte order mark": (
        "\ufeffa: 1",
        "1:1: a byte order mark: save the file as UTF-8 without one",
    ),
    "a hidden mark in the middle": (
        "a: 1\nb: x\ufeffy",
        "2:5: a byte order mark: save the file as UTF-8 without one",
    ),
    "an old Macintosh line end": (
        "a: 1\rb: 2",
        "1:5: a carriage return without a line feed: save the file with Unix line ends",
    ),
    "a line separator": ("a: x\u2028y", "1:5: the character U+2028 cannot stand in a policy"),
    "an escape character": ("a: \x1b[0m", "1:4: the character U+001B cannot stand in a policy"),
    "a lone surrogate": ("a: \ud800", "1:4: the character U+D800 cannot stand in a policy"),
    "a colon in a text": (
        "a: b: c",
        (
            "1:5: not valid YAML: mapping values are not allowed in this context; "
            "a text with a colon in it needs quotes"
        ),
    ),
    "an open list": (
        "a: [1, 2",
        (
            "2:1: not valid YAML: did not find expected ',' or ']' "
            "(while parsing a flow sequence that begins on line 1)"
        ),
    ),
    "an item with one space more": (
        "a:\n  - {b: 1}\n   - {b: 2}",
        "3:4: this line begins 3 spaces in, and line 2, likely its neighbour, 2: give both as many",
    ),
    "a setting with one space less": (
        "a:\n   b: 1\n  c: 2",
        "3:3: this line begins 2 spaces in, and line 2, likely its neighbour, 3: give both as many",
    ),
    "a setting with one space more, behind a text": (
        "a:\n  - b: one\n     c: 2",
        "3:7: this line begins 5 spaces in, and line 2, likely its neighbour, 4: give both as many",
    ),
    "an item further out than the text above it": (
        "a:\n    b: 1\n  - c: 2",
        (
            "3:3: this line begins 2 spaces in, as no line above that it could belong to: "
            "count their spaces"
        ),
    ),
    "one space where there is none": (
        "a: 1\n b: 2",
        "2:3: this line begins 1 space in, and line 1, likely its neighbour, 0: give both as many",
    ),
    "more behind a text in quotes": (
        "a: 'it's'",
        (
            "1:8: not valid YAML: did not find expected key "
            "(while parsing a block mapping that begins on line 1)"
        ),
    ),
    "a bracket too many on a line of its own": (
        "a: [\n    b\n  ]\n  ]",
        (
            "4:3: not valid YAML: did not find expected key "
            "(while parsing a block mapping that begins on line 1)"
        ),
    ),
    "an item among settings": (
        "a:\n  b: 'c'\n  - d",
        (
            "3:3: an item that begins with '-' stands among settings: begin it where the other "
            "items of its list begin"
        ),
    ),
    "an escaped surrogate": (
        'a: "\\uD800"',
        (
            "1:7: not valid YAML: found invalid Unicode character escape code "
            "(while parsing a quoted scalar that begins on line 1)"
        ),
    ),
    "a reserved sign": (
        "a: @x",
        (
            "1:4: not valid YAML: found character that cannot start any token "
            "(while scanning for the next token that begins on line 1); "
            "a text that begins with @ needs quotes"
        ),
    ),
    "a version of tomorrow": (
        "%YAML 3.0\n---\na: 1",
        "1:1: not valid YAML: found incompatible YAML document",
    ),
}


@pytest.mark.parametrize(("text", "expected"), TRAPS.values(), ids=TRAPS.keys())
def test_a_trap_of_yaml_is_refused_with_its_place(text: str, expected: str) -> None:
    assert read(text)[1] == [f"p.yaml:{expected}"]


def test_a_second_block_never_wins_over_the_first_in_silence() -> None:
    root, problems = read("crisis: {mode: enforce}\npii: []\ncrisis: {mode: shadow}\n")
    assert problems == ["p.yaml:3:1: key 'crisis' given twice, first at 1:1"]
    assert isinstance(root, Table)
    assert [entry.key.text for entry in root.entries] == ["crisis", "pii"]


def test_several_things_are_told_at_once_in_the_order_of_the_file() -> None:
    problems = read("a: no\nb: &x 1\na: 2\nc: 12:30\n")[1]
    assert [problem.split(" ")[0] for problem in problems] == [
        "p.yaml:1:4:",
        "p.yaml:2:4:",
        "p.yaml:3:1:",
        "p.yaml:4:4:",
    ]


@pytest.mark.parametrize("brackets", [5_000, 200_000])
@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_thousands_of_brackets_stop_at_the_twenty_fifth(brackets: int, opening: str) -> None:
    problems = read(opening * brackets)[1]
    assert problems == [
        f"p.yaml:1:{MAX_DEPTH * len(opening) + 1}: more than {MAX_DEPTH} levels deep"
    ]


def test_twenty_four_levels_are_taken() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []


@pytest.mark.untraced
def test_more_values_than_allowed_are_refused() -> None:
    assert read("[" + "1," * (MAX_NODES - 1) + "]")[1] == []
    problems = read("[" + "1," * MAX_NODES + "]")[1]
    assert problems == [f"p.yaml:1:{2 * MAX_NODES}: more than {MAX_NODES:,} values"]


@pytest.mark.parametrize("piece", ["1_", "1:1", "1.", "1e", "9", "0_0."])
def test_a_very_long_number_is_judged_in_no_time(piece: str) -> None:
    long = piece * 200_000
    assert len(read(f"a: {long}x")[1]) == 1
    root, problems = read(f"a: {long} pieces")
    assert problems == []
    assert isinstance(root, Table)


def test_columns_count_characters_and_not_bytes() -> None:
    root, problems = read("é🙂: {x: no}")
    assert [problem.split(" ")[0] for problem in problems] == ["p.yaml:1:9:"]
    assert isinstance(root, Table)


def test_windows_line_ends_count_as_one_line() -> None:
    root, problems = read("a: 1\r\nb: [x,\r\n  z]\r\n")
    assert problems == []
    assert isinstance(root, Table)
    series = root.entries[1].value
    assert isinstance(series, Series)
    assert series.items[1] == Scalar("z", plain=True, line=3, column=3)


def test_a_long_text_in_a_message_is_cut_and_kept_on_one_line() -> None:
    problems = read(f'"{"x" * 90}": 1\n"{"x" * 90}": 2')[1]
    assert problems == [f"p.yaml:2:1: key '{'x' * 40}…' given twice, first at 1:1"]
    assert read('"a\\nb": 1\n"a\\nb": 2')[1] == [
        "p.yaml:2:1: key 'a\ufffdb' given twice, first at 1:1"
    ]


def test_only_the_first_hundred_problems_are_told_and_the_rest_is_counted() -> None:
    problems = read("".join(f"k{n}: no\n" for n in range(1_234)))[1]
    assert len(problems) == 101
    assert problems[-1] == "p.yaml:100:6: and 1,134 more problems"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_and_never_both_in_silence(text: str) -> None:
    root, problems = read(text)
    assert root is not None or problems


@settings(deadline=None)
@given(
    st.recursive(
        st.text("abc", min_size=1, max_size=4),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_the_tree_says_what_was_written(value: object) -> None:
    def written(value: object) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f'"{k}": {written(v)}' for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(written, value)) + "]"
        return f'"{value}"'

    def plain(node: Node | None) -> object:
        match node:
            case Table(entries=entries):
                return {entry.key.text: plain(entry.value) for entry in entries}
            case Series(items=items):
                return [plain(item) for item in items]
            case Scalar(text=text):
                return text
            case _:
                raise AssertionError(node)

    root, problems = read(written(value))
    assert problems == []
    assert plain(root) == value
