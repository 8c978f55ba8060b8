"""Files of texts that a policy takes up."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrails.errors import PolicyError
from guardrails.policy.load import load, load_text, read_file

TEXTS = """\
schema: 1
messages:
  plain: {en-GB: "I am a program."}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""


@pytest.fixture
def parted(small: str) -> str:
    """The small policy, with all but one of its texts in a file of their own."""
    head = small[: small.index("  plain:")]
    return f"{head}texts: [texts/en.yaml]\n"


def laid(folder: Path, policy: str, texts: str | bytes = TEXTS) -> Path:
    (folder / "texts").mkdir()
    data = texts.encode() if isinstance(texts, str) else texts
    (folder / "texts" / "en.yaml").write_bytes(data)
    file = folder / "p.yaml"
    file.write_text(policy, encoding="utf-8")
    return file


def problems_in(file: Path) -> list[str]:
    with pytest.raises(PolicyError) as caught:
        load(file)
    return [str(one).removeprefix(f"{file.parent}/") for one in caught.value.problems]


def test_texts_in_a_file_of_their_own_are_those_of_the_policy(
    tmp_path: Path, small: str, parted: str
) -> None:
    policy = load(laid(tmp_path, parted))
    assert policy.hash == load_text(small).hash
    assert policy.messages == load_text(small).messages


def test_another_text_in_the_file_is_another_policy(
    tmp_path: Path, small: str, parted: str
) -> None:
    changed = load(laid(tmp_path, parted, TEXTS.replace("a program", "software")))
    assert changed.hash != load_text(small).hash


WRONG = {
    "a mistake inside it": (
        TEXTS.replace('en-GB: "Not', 'en-GV: "Not'),
        [
            "texts/en.yaml:4:3: message 'safe-reply' has no text for en-GB",
            (
                "texts/en.yaml:4:16: 'en-GV' in message 'safe-reply' is none of this policy's "
                "locales (en-GB). Did you mean 'en-GB'?"
            ),
        ],
    ),
    "a message that the policy holds": (
        TEXTS + '  help: {en-GB: "Call somebody."}\n',
        ["texts/en.yaml:6:3: message 'help' given twice, first at p.yaml:10:3"],
    ),
    "a message for minors that is not there": (
        TEXTS.replace('{en-GB: "Not', '{to_minor: plian, en-GB: "Not'),
        ["texts/en.yaml:4:26: no message 'plian'. Did you mean 'plain'?"],
    ),
    "no messages": ("schema: 1\n", ["texts/en.yaml:1:1: a file of texts needs 'messages'"]),
    "a policy": (
        f"policy: {{id: a}}\n{TEXTS}",
        ["texts/en.yaml:1:1: 'policy' is not a setting of a file of texts"],
    ),
    "a list": (
        "- a\n",
        ["texts/en.yaml:1:1: a file of texts is a block of settings, 'schema: 1' first"],
    ),
    "an alias": ("*a\n", ["texts/en.yaml:1:1: aliases are not taken: write *a out"]),
    "nothing": ("", ["texts/en.yaml:1:1: the file holds nothing"]),
    "another encoding": (
        b"schema: 1\n# \xff\n",
        ["texts/en.yaml:2:3: not UTF-8: save the file as UTF-8"],
    ),
    "too much": (b" " * ((1 << 20) + 1), ["texts/en.yaml:1:1: larger than 1,048,576 bytes"]),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_in_a_file_of_texts_is_told_where_it_stands(
    texts: str | bytes, expected: list[str], tmp_path: Path, parted: str
) -> None:
    told = [one.replace(f"{tmp_path}/", "") for one in problems_in(laid(tmp_path, parted, texts))]
    assert told == expected


@pytest.mark.parametrize("name", ["../o.yaml", "/etc/t.yaml", "en.txt", ".en.yaml", "a//b.yaml"])
def test_a_file_of_texts_lies_below_the_policy(name: str, tmp_path: Path, parted: str) -> None:
    [told] = problems_in(laid(tmp_path, parted.replace("texts/en.yaml", name)))
    assert told == (
        f"p.yaml:11:9: 'texts' is '{name}': write a file below the folder of this policy, "
        "such as texts/companion.yaml"
    )


def test_a_file_of_texts_that_is_not_there_is_told_of(tmp_path: Path, parted: str) -> None:
    [told] = problems_in(laid(tmp_path, parted.replace("en.yaml", "fr.yaml")))
    assert told == (
        "p.yaml:11:9: cannot read 'texts/fr.yaml', a file beside this policy: "
        "No such file or directory"
    )


def test_a_text_that_is_in_no_file_has_nothing_beside_it(parted: str) -> None:
    with pytest.raises(PolicyError, match="which is in no file itself"):
        load_text(parted)


CASES = """\
schema: 1
tests:
  - {say: One, from: user, expect: {escalated_to: none}}
  - {say: Two, from: user, expect: {rule: crisis.high, escalated_to: desk}}
"""


def with_cases_in_a_file(folder: Path, small: str, cases: str, more: str = "") -> Path:
    (folder / "cases").mkdir()
    (folder / "cases" / "own.yaml").write_text(cases, encoding="utf-8")
    file = folder / "p.yaml"
    tests = f"tests:\n  - {{say: Zero, from: user, expect: {{do: pass}}}}\n{more}"
    file.write_text(f"{small}{tests}  - {{file: cases/own.yaml}}\n", encoding="utf-8")
    return file


def test_cases_in_a_file_of_their_own_stand_in_the_place_that_names_it(
    tmp_path: Path, small: str
) -> None:
    loaded = read_file(with_cases_in_a_file(tmp_path, small, CASES))
    assert [(one.say, one.line) for one in loaded.cases] == [("Zero", 15), ("One", 3), ("Two", 4)]
    own = f"{tmp_path}/cases/own.yaml"
    assert [one.file for one in loaded.cases] == ["", own, own]
    assert own in loaded.files
    assert [one.expect.escalated_to for one in loaded.cases] == [None, "none", "desk"]
    # Cases are no part of what a policy is.
    assert loaded.policy.hash == load_text(small).hash


def test_a_policy_that_builds_on_one_inherits_the_cases_of_its_files(
    tmp_path: Path, small: str
) -> None:
    small = small.replace("{id: small}", '{id: small, version: "2026.11"}')
    below = load(with_cases_in_a_file(tmp_path, small, CASES))
    child = tmp_path / "child.yaml"
    child.write_text(
        "schema: 1\npolicy: {id: child}\nextends:\n"
        f"  - {{policy: p.yaml, version: '2026.11', hash: '{below.hash}'}}\n",
        encoding="utf-8",
    )
    assert [one.say for one in read_file(child).cases] == ["Zero", "One", "Two"]


WRONG_CASES = {
    "a mistake in it": (
        CASES.replace("say: Two", "sai: Two"),
        "",
        ["cases/own.yaml:4:5: a test needs 'say'", "cases/own.yaml:4:6: 'sai' is not a setting"],
    ),
    "a file in a file": (
        CASES + "  - {file: cases/other.yaml}\n",
        "",
        ["cases/own.yaml:5:5: a file of cases names no further file: name it in the policy"],
    ),
    "no block": ("- one\n", "", ["cases/own.yaml:1:1: a file of cases is a block of settings"]),
    "no yaml": ("schema: [\n", "", ["cases/own.yaml:"]),
    "no cases": ("schema: 1\n", "", ["cases/own.yaml:1:1: a file of cases needs 'tests'"]),
    "named twice": (
        CASES,
        "  - {file: cases/own.yaml}\n",
        ["p.yaml:17:5: 'cases/own.yaml' is named twice: its cases would only run twice"],
    ),
    "not there": (
        CASES,
        "  - {file: cases/no.yaml}\n",
        ["p.yaml:16:12: cannot read 'cases/no.yaml', a file beside this policy: "],
    ),
    "beside a case": (
        CASES,
        "  - {file: cases/no.yaml, say: One}\n",
        ["p.yaml:16:5: 'file' stands alone: what belongs to a case stands in that file"],
    ),
    "out of the folder": (
        CASES,
        "  - {file: ../no.yaml}\n",
        ["p.yaml:16:12: 'file' is '../no.yaml': write a file below the folder of this policy"],
    ),
}


@pytest.mark.parametrize(("cases", "more", "told"), WRONG_CASES.values(), ids=WRONG_CASES.keys())
def test_what_is_wrong_with_a_file_of_cases_is_told_where_it_is(
    tmp_path: Path, small: str, cases: str, more: str, told: list[str]
) -> None:
    found = problems_in(with_cases_in_a_file(tmp_path, small, cases, more))
    assert len(found) == len(told)
    assert all(one.startswith(start) for one, start in zip(found, told, strict=True)), found


def test_a_policy_in_no_file_has_no_file_of_cases_beside_it(small: str) -> None:
    with pytest.raises(PolicyError, match="a file beside the policy, which is in no file itself"):
        load_text(f"{small}tests: [{{file: cases/own.yaml}}]\n")
