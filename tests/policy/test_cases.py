"""The cases that a policy file holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guardrails.decisions import Do
from guardrails.findings import Level
from guardrails.messages import Side
from guardrails.policy.cases import Expect, PolicyCase, rule_names
from guardrails.policy.load import load_text, read_text

ProblemsOf = Callable[[str], list[str]]

CASE = "tests: [{say: Hello, from: user, expect: {do: pass}}]"

WRONG = {
    "nothing said": ("say: Hello, ", "", "14:9: a test needs 'say'"),
    "nobody speaking": ("from: user, ", "", "14:9: a test needs 'from'"),
    "somebody else speaking": (
        "from: user",
        "from: robot",
        "14:28: 'from' is 'robot': write user or model",
    ),
    "nothing expected": (", expect: {do: pass}", "", "14:9: a test needs 'expect'"),
    "an empty expectation": (
        "{do: pass}",
        "{}",
        "14:42: 'expect' holds nothing, so this test could not fail",
    ),
    "an unknown expectation": (
        "{do: pass}",
        "{dos: pass}",
        "14:43: 'dos' is not a setting of expect. Did you mean 'do'?",
    ),
    "an unknown rule": (
        "{do: pass}",
        "{rule: crisis.hihg}",
        "14:49: no rule 'crisis.hihg'. Did you mean 'crisis.high'?",
    ),
    "a pattern that fits no rule": (
        "{do: pass}",
        '{not_rule: "pii.*"}',
        "14:53: no rule 'pii.*'",
    ),
    "an unknown level": (
        "{do: pass}",
        "{level: severe}",
        "14:50: 'level' is 'severe': write none, care, concern, high or imminent",
    ),
    "a held conversation": (
        "{do: pass}",
        "{do: relay}",
        "14:47: 'do' is 'relay': write pass, note, mask, rewrite, add, replace or block",
    ),
    "a locale of another policy": (
        "from: user",
        "from: user, locale: fr",
        "14:42: 'locale' is 'fr': write en-GB",
    ),
    "a country by its name": (
        "from: user",
        "from: user, country: France",
        "14:43: 'country' is 'France': write a country as two capital letters, such as GB",
    ),
    "a country that readers disagree on": (
        "from: user",
        "from: user, country: NO",
        "14:43: 'NO' means different things to different YAML readers: put it in quotes",
    ),
    "a channel that there is not": (
        "{do: pass}",
        "{escalated_to: dest}",
        "14:57: no channel 'dest'. Did you mean 'desk'?",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_case_is_told_with_its_place(
    old: str, new: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert old in CASE
    assert problems_of(small + CASE.replace(old, new)) == [f"p.yaml:{expected}"]


def test_a_case_arrives_whole(small: str) -> None:
    text = small + (
        "tests:\n"
        "  - {say: One, from: user, locale: en-GB, country: GB, why: so, todo: later,\n"
        "     expect: {do: replace, rule: crisis.high, not_rule: crisis.*, level: high,\n"
        "              in_reply: call, not_in_reply: block}}\n"
        "  - {say: Two, from: model, expect: {level: none}}\n"
    )
    assert read_text(text).cases == (
        PolicyCase(
            say="One",
            side=Side.INPUT,
            expect=Expect(Do.REPLACE, "crisis.high", "crisis.*", Level.HIGH, "call", "block"),
            locale="en-GB",
            country="GB",
            why="so",
            todo="later",
            line=15,
            column=5,
        ),
        PolicyCase(say="Two", side=Side.OUTPUT, expect=Expect(level=Level.NONE), line=18, column=5),
    )


def test_what_people_say_is_not_in_the_repr_of_a_case(small: str) -> None:
    text = small + CASE.replace("Hello", "Marmalade").replace("do: pass", "in_reply: Quince")
    assert "Marmalade" not in repr(read_text(text).cases)
    assert "Quince" not in repr(read_text(text).cases)


def test_the_question_whether_a_human_is_there_counts_as_a_rule_where_it_is_answered(
    small: str, problems_of: ProblemsOf
) -> None:
    case = CASE.replace("{do: pass}", "{rule: disclosure.asked}")
    assert problems_of(small + case) == ["p.yaml:14:49: no rule 'disclosure.asked'"]
    assert load_text(small + case + "\ndisclosure: {when_asked_if_human: plain}").id == "small"


def test_a_case_is_no_part_of_what_the_policy_is(small: str) -> None:
    assert load_text(small + CASE).hash == load_text(small).hash


def test_patterns_are_the_prefixes_of_ids() -> None:
    assert list(rule_names(["pii.a.b", "claim.c"])) == [
        "pii.a.b",
        "claim.c",
        "pii.*",
        "pii.a.*",
        "claim.*",
    ]
