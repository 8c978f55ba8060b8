"""Files of texts that a policy takes up."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrails.errors import PolicyError
from guardrails.policy.load import load, load_text

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
