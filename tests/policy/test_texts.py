"""Texts: each in every locale, with one slot."""

from __future__ import annotations

from collections import Counter
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
        "11:18: '{name}' is no slot of a message: only {resources} and {emergency} and {kept} are",
    ),
    "a stray brace": (
        '  plain: {en-GB: "Dear }"}\n',
        "11:18: '}' is no slot of a message: only {resources} and {emergency} and {kept} are",
    ),
    "an empty list of wordings": (
        "  plain: {en-GB: a, again: []}\n",
        "11:28: 'again' is an empty list: write at least one wording",
    ),
    "a wording that is a text": (
        "  plain: {en-GB: a, again: [b]}\n",
        "11:29: 'again' is a single value: write a block of settings",
    ),
    "wordings that are no list": (
        "  plain: {en-GB: a, again: {en-GB: b}}\n",
        "11:28: 'again' is a block of settings: write a list",
    ),
    "a wording in no language": (
        "  plain: {en-GB: a, again: [{}]}\n",
        "11:29: message 'plain' has no text for en-GB",
    ),
    "a wording with a setting of a message": (
        "  plain: {en-GB: a, again: [{en-GB: b, reviewed_by: null}]}\n",
        ("11:40: 'reviewed_by' in message 'plain' is none of this policy's locales (en-GB)"),
    ),
    "a wording that says the same again": (
        "  plain: {en-GB: a, again: [{en-GB: b}, {en-GB: b}]}\n",
        "11:41: message 'plain' says here what it has said before",
    ),
    "an unknown message for minors": (
        "  plain: {en-GB: a, to_minor: hepl}\n",
        "11:31: no message 'hepl'. Did you mean 'help'?",
    ),
    "a message for minors that has one itself": (
        "  plain: {en-GB: a, to_minor: plain}\n",
        "11:31: message 'plain' is for minors: it takes no 'to_minor'",
    ),
    "a message for minors that is no text": (
        "  plain: {en-GB: a, to_minor: [help]}\n",
        "11:31: 'to_minor' is a list: write a text",
    ),
    "wordings that readers disagree on": (
        "  plain: {en-GB: a, again: yes}\n",
        "11:28: 'again' is a single value: write a list",
    ),
    "a wording that readers disagree on": (
        "  plain: {en-GB: a, again: [yes]}\n",
        "11:29: 'again' is a single value: write a block of settings",
    ),
    "an unknown message to go on with": (
        "  plain: {en-GB: a, then: hepl}\n",
        "11:27: no message 'hepl'. Did you mean 'help'?",
    ),
    "a message to go on with that is itself followed": (
        "  plain: {en-GB: a, again: [{en-GB: b}], then: plain}\n",
        "11:48: message 'plain' goes on after another: it takes no 'then'",
    ),
    "a message to go on with that has one wording": (
        "  plain: {en-GB: a, then: help}\n",
        "11:27: message 'help' has one wording: it would be said twice in a row",
    ),
    "a message for minors that readers disagree on": (
        "  plain: {en-GB: a, to_minor: yes}\n",
        "11:31: 'yes' means different things to different YAML readers: put it in quotes",
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
        "11:10: 'plain' is a single value: write a block of settings",
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


FURTHER = "locales: [en-GB]\ncrisis_locales: [it, pt]\n"


def further(small: str, message: str) -> str:
    """The small policy, with two languages for crisis texts, and another text for help."""
    small = small.replace("locales: [en-GB]\n", FURTHER)
    return small.replace('  help: {en-GB: "Please call somebody. {resources}"}\n', message)


def test_a_language_of_crisis_texts_alone_is_spoken_where_they_have_it(small: str) -> None:
    policy = load_text(further(small, "  help: {en-GB: Please call., it: Chiama., pt: Ligue.}\n"))
    assert [policy.text("help", tag) for tag in ("it", "pt-BR", "fr")] == [
        "Chiama.",
        "Ligue.",
        "Please call.",
    ]
    assert policy.text("plain", "it") == "I am a program."


def test_a_crisis_text_that_lacks_such_a_language_is_told(
    small: str, problems_of: ProblemsOf
) -> None:
    assert problems_of(further(small, "  help: {en-GB: Please call.}\n")) == [
        "p.yaml:6:1: 'crisis.high' says 'help', which has no text for it",
        "p.yaml:6:1: 'crisis.high' says 'help', which has no text for pt",
    ]
    assert problems_of(further(small, "  help: {en-GB: Please call., it: Chiama.}\n"))[0] == (
        "p.yaml:6:1: 'crisis.high' says 'help', which has no text for pt"
    )
    lacking = "  help: {en-GB: a, it: b, pt: c, again: [{en-GB: d}]}\n"
    assert problems_of(further(small, lacking)) == [
        "p.yaml:11:42: message 'help' has no text for it",
        "p.yaml:11:42: message 'help' has no text for pt",
    ]


def test_a_locale_stands_in_one_list_only(small: str, problems_of: ProblemsOf) -> None:
    twice = small.replace("locales: [en-GB]\n", "locales: [en-GB]\ncrisis_locales: [en-GB]\n")
    assert problems_of(twice) == ["p.yaml:4:17: en-GB is among 'locales' already"]


def test_each_time_the_next_wording_is_taken_and_after_the_last_the_first(small: str) -> None:
    plain = "  plain: {en-GB: One., again: [{en-GB: Two.}, {en-GB: Three.}]}\n"
    policy = load_text(small.replace(PLAIN, plain))
    assert [policy.text("plain", "en-GB", n) for n in range(4)] == [
        "One.",
        "Two.",
        "Three.",
        "One.",
    ]
    assert policy.text("too-long", "en-GB", 7) == "Too long."
    assert policy.hash != load_text(small.replace(PLAIN, "  plain: {en-GB: One.}\n")).hash


def test_after_the_last_wording_another_message_goes_on(small: str) -> None:
    text = small.replace(
        PLAIN,
        "  plain: {en-GB: One., then: more}\n  more: {en-GB: Two., again: [{en-GB: Three.}]}\n",
    )
    policy = load_text(text)
    heard: Counter[str] = Counter()
    said = []
    for _ in range(5):
        name = policy.saying("plain", heard, minor=False)
        said.append(policy.text(name, "en-GB", heard[name]))
        heard[name] += 1

    assert said == ["One.", "Two.", "Three.", "Two.", "Three."]
    assert heard == {"plain": 1, "more": 4}
    assert policy.hash != load_text(small.replace(PLAIN, "  plain: {en-GB: One.}\n")).hash


def test_a_text_for_minors_changes_the_hash_and_may_have_a_slot_only_if_a_crisis_rule_says_it(
    small: str, problems_of: ProblemsOf
) -> None:
    minor = small.replace('somebody. {resources}"', 'somebody. {resources}", to_minor: plain')
    assert load_text(minor).to_minor == {"help": "plain"}
    assert load_text(minor).hash != load_text(small).hash
    slotted = small.replace('program."', 'program.", to_minor: help')
    assert problems_of(slotted + "disclosure: {at_start: plain}\n") == [
        "p.yaml:14:24: message 'plain' holds {resources}: only crisis rules fill it in"
    ]
