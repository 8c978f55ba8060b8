"""Texts: each in every locale, with one slot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guardrails.policy.load import load_text

ProblemsOf = Callable[[str], list[str]]

PLAIN = '  plain: {en-GB: "I am a program."}\n'

WRONG = {
    "a locale missing": ("  plain: {}\n", "11:3: message 'plain' has no text for en-GB"),
    "an empty text": ('  plain: {en-GB: ""}\n', "11:18: 'plain: en-GB' has no value"),
    "no text": ("  plain: {en-GB: }\n", "11:18: 'plain: en-GB' has no value"),
    "a number": ("  plain: {en-GB: 999}\n", "11:18: 'plain: en-GB' is a text: put 999 in quotes"),
    "a list": ("  plain: {en-GB: [a]}\n", "11:18: 'plain: en-GB' is a list: write a text"),
    "a text without locales": (
        "  plain: I am a program.\n",
        "11:10: 'plain' is a single value: write a block of settings",
    ),
    "nothing at all": (
        "  plain:\n",
        "11:9: 'plain' has no value: write a block of settings, or leave the line out",
    ),
    "another locale": (
        "  plain: {en-GB: a, en-US: b}\n",
        "11:21: 'en-US' in message 'plain' is none of this policy's locales (en-GB)",
    ),
    "an unknown slot": (
        '  plain: {en-GB: "Dear {name}"}\n',
        "11:18: '{name}' is no slot of a message: only {resources} is",
    ),
    "a stray brace": (
        '  plain: {en-GB: "Dear }"}\n',
        "11:18: '}' is no slot of a message: only {resources} is",
    ),
    "an unreadable reviewer": (
        "  plain: {en-GB: a, reviewed_by: []}\n",
        "11:34: 'reviewed_by' is a list: write a text",
    ),
    "a name with a space": (
        '  "my text": {en-GB: a}\n',
        (
            "11:3: 'a message's id' is 'my text': write small letters, digits, '-', '_' and '.', "
            "from a letter on"
        ),
    ),
    "a word that readers disagree on": (
        "  plain: {en-GB: Yes}\n",
        "11:18: 'Yes' means different things to different YAML readers: put it in quotes",
    ),
    "such a word in the place of a block": (
        "  plain: yes\n",
        "11:10: 'yes' means different things to different YAML readers: put it in quotes",
    ),
    "such a word as reviewer": (
        "  plain: {en-GB: a, reviewed_by: ~}\n",
        "11:34: '~' means different things to different YAML readers: put it in quotes",
    ),
}


@pytest.mark.parametrize(("line", "expected"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_text_is_told_with_its_place(
    line: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert PLAIN in small
    assert problems_of(small.replace(PLAIN, line)) == [f"p.yaml:{expected}"]


@pytest.mark.parametrize("name", ["safe-reply", "too-long"])
def test_the_messages_that_the_guard_itself_shows_are_needed(
    name: str, small: str, problems_of: ProblemsOf
) -> None:
    problems = problems_of("\n".join(line for line in small.splitlines() if name not in line))
    assert len(problems) == 1
    assert problems[0].startswith(f"p.yaml:10:3: messages needs '{name}': ")


def test_a_policy_without_texts_is_refused(small: str, problems_of: ProblemsOf) -> None:
    problems = problems_of(small[: small.index("messages:")])
    assert "p.yaml:1:1: the policy file needs 'messages'" in problems


def test_a_reviewer_changes_nothing_that_people_read(small: str) -> None:
    signed = small.replace(PLAIN, '  plain: {reviewed_by: A clinician, en-GB: "I am a program."}\n')
    unsigned = small.replace(PLAIN, '  plain: {reviewed_by: null, en-GB: "I am a program."}\n')
    assert load_text(signed).messages == load_text(unsigned).messages == load_text(small).messages


def test_a_folded_text_keeps_its_paragraphs_and_loses_the_space_around(small: str) -> None:
    line = "  plain:\n    en-GB: >\n      One line\n      of text.\n\n      Another.\n"
    policy = load_text(small.replace(PLAIN, line))
    assert policy.messages["plain"]["en-GB"] == "One line of text.\nAnother."
