"""A case passes only if everything that it expects was looked at and came about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from guardrails.decisions import Do
from guardrails.findings import Family, Level
from guardrails.inspecting import Inspected
from guardrails.messages import Side
from guardrails.policy.cases import Expect, PolicyCase
from guardrails.trials.judge import Result, judged
from guardrails.trials.seen import Hit, Seen

LOOKED = {Family.CRISIS: "decided", Family.PII: "decided", Family.DISCLOSURE: "decided"}


def seen(**fields: Any) -> Seen:
    values: dict[str, Any] = {
        "do": Do.REPLACE,
        "rule": "crisis.high",
        "findings": (),
        "text": "what the model gets",
        "reply": "Please call somebody.",
        "level": Level.HIGH,
        "escalate": True,
    }
    states = fields.pop("states", LOOKED)
    hits = fields.pop("hits", (Hit("crisis.high", 7_800, acts=True),))
    return Seen(Inspected(**{**values, **fields}), hits, states)


def case(todo: str | None = None, **wanted: Any) -> PolicyCase:
    return PolicyCase("words", Side.INPUT, Expect(**wanted), todo=todo)


def test_a_case_of_which_all_comes_about_passes() -> None:
    outcome = judged(
        case(do=Do.REPLACE, rule="crisis.*", not_rule="pii.*", level=Level.HIGH, in_reply="call"),
        seen(),
    )
    assert (outcome.result, outcome.why) == (Result.PASSED, ())
    assert outcome.hits == {"crisis.high"}
    assert outcome.looked == set(LOOKED)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "another action": ({"do": Do.ADD}, "expected do: add, got replace by crisis.high"),
    "another rule": (
        {"rule": "crisis.care"},
        "expected crisis.care to fire, and crisis.high (78 %) did",
    ),
    "a rule that is only the start of one": (
        {"rule": "crisis.hi"},
        "expected crisis.hi to fire, and crisis.high (78 %) did",
    ),
    "a rule that fires": (
        {"not_rule": "crisis.*"},
        "expected crisis.* to stay silent, and crisis.high (78 %) fired",
    ),
    "another level": ({"level": Level.CARE}, "expected level: care, got high"),
    "no such words": ({"in_reply": "999"}, "what is shown lacks the text of 'in_reply'"),
    "forbidden words": (
        {"not_in_reply": "somebody"},
        "what is shown holds the text of 'not_in_reply'",
    ),
}


@pytest.mark.parametrize(("wanted", "why"), WRONG.values(), ids=WRONG.keys())
def test_what_does_not_come_about_fails_the_case(wanted: dict[str, Any], why: str) -> None:
    outcome = judged(case(**wanted), seen())
    assert (outcome.result, outcome.why) == (Result.FAILED, (why,))


def test_a_level_of_none_is_expected_where_nothing_is_found() -> None:
    quiet = seen(do=Do.PASS, rule=None, level=None, hits=(), reply=None)
    assert judged(case(level=Level.NONE), quiet).result is Result.PASSED
    assert judged(case(do=Do.NOTE), quiet).why == ("expected do: note, got pass",)
    assert judged(case(rule="pii.a"), quiet).why == ("expected pii.a to fire, and no rule did",)
    assert judged(case(in_reply="the model gets"), quiet).result is Result.PASSED


def test_a_case_that_no_detector_looked_at_fails_even_if_it_expects_silence() -> None:
    outcome = judged(case(not_rule="crisis.*"), seen(hits=(), states={}))
    assert outcome.result is Result.FAILED
    assert outcome.why == ("no detector looked at it, so this case proves nothing",)


def test_a_case_about_a_rule_whose_detector_does_not_look_there_fails() -> None:
    outcome = judged(case(not_rule="claim.*"), seen())
    assert outcome.result is Result.FAILED
    assert "no claim detector looks at what a person says" in outcome.why[0]
    reply = PolicyCase("words", Side.OUTPUT, Expect(not_rule="escalation.asked"))
    looked = {Family.CLAIM: "decided"}
    assert "what the model says" in judged(reply, seen(hits=(), states=looked)).why[0]


@pytest.mark.parametrize("state", ["failed", "skipped"])
def test_a_detector_that_did_not_look_fails_the_case_and_no_known_gap_excuses_it(
    state: str,
) -> None:
    states = {**LOOKED, Family.CRISIS: state}
    for todo in (None, "later"):
        outcome = judged(case(todo, rule="crisis.high"), seen(states=states))
        assert outcome.result is Result.FAILED
        assert outcome.why == (f"the crisis detector {state}, so this case proves nothing",)
        assert Family.CRISIS not in outcome.looked


def test_a_known_gap_is_a_gap_while_it_fails_and_closed_when_it_passes() -> None:
    assert judged(case("slang", rule="crisis.care"), seen()).result is Result.KNOWN_GAP
    assert judged(case("slang", rule="crisis.high"), seen()).result is Result.CLOSED_GAP


def test_a_name_that_is_no_family_asks_for_no_detector() -> None:
    assert judged(case(not_rule="default.long-word"), seen()).result is Result.PASSED


def test_no_words_of_a_case_are_shown_by_its_outcome() -> None:
    outcome = judged(case(in_reply="999"), seen())
    assert "words" not in repr(outcome)
    assert "999" not in repr(outcome)


@pytest.mark.parametrize(
    ("wanted", "told", "why"),
    [
        ("desk", {"desk", "night"}, ()),
        ("none", set(), ()),
        ("desk", set(), ("expected escalated_to: desk, and nobody is told",)),
        ("desk", {"night"}, ("expected escalated_to: desk, and night is told",)),
        ("none", {"desk", "a"}, ("expected escalated_to: none, and a and desk is told",)),
    ],
)
def test_who_is_told_is_looked_at(wanted: str, told: set[str], why: tuple[str, ...]) -> None:
    outcome = judged(case(escalated_to=wanted), replace(seen(), told=frozenset(told)))
    assert outcome.why == why
