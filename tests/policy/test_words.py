"""Rules and cases, in words."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from guardrails.policy.load import load_text, read_text
from guardrails.policy.ready import load_policy, ready
from guardrails.policy.words import case_in_words, duration, rule_in_words

RULES = {
    "{id: pii.a, detect: [email, phone], do: mask}": (
        (
            "When a detector is at least 40 % sure that what a person writes and what the model says "
            "holds email and phone, the value is hidden: the model gets a pseudonym in its place and a "
            "reply shows [{type}]."
        ),
        "The rule acts for everybody.",
    ),
    "{id: pii.a, detect: [iban], do: note, where: [output], surfaces: [text], mode: shadow, until: '2030-01-31'}": (
        (
            "When a detector is at least 40 % sure that what the model says (text only) holds iban, "
            "that is written into the log, and nothing else happens."
        ),
        (
            "The rule is only watched: the log says what it would have done. Somebody decides on "
            "it by 2030-01-31."
        ),
    ),
    "{id: pii.a, detect: [iban], do: block, say: plain, percent: 25, why: So it is.}": (
        (
            "When a detector is at least 40 % sure that what a person writes and what the model says "
            "holds iban, the reply ends there, and the message 'plain' is shown."
        ),
        "The rule acts in 25 % of conversations, and is watched in the rest.",
        "Why: So it is.",
    ),
}


@pytest.mark.parametrize(("rule", "words"), RULES.items())
def test_a_rule_is_told_in_words(rule: str, words: tuple[str, ...], small: str) -> None:
    policy = load_text(f"{small}rollout: {{salt: a}}\npii:\n  - {rule}\n")
    assert rule_in_words(policy.rules[0]) == words


def test_a_claim_rule_is_told_with_its_exceptions(small: str) -> None:
    text = small + (
        "claim:\n  - id: claim.a\n    claims: [own_desires]\n    do: rewrite\n    mode: disabled\n"
        "    except:\n      - {name: q, when: {quoted: true}}\n"
        '      - {name: f, when: {mode: roleplay}, expires: "2027-01-31"}\n'
    )
    assert rule_in_words(load_text(text).rules[0]) == (
        (
            "When a detector is at least 50 % sure that the model claims for itself: own desires, the "
            "sentence is repaired, so that the claim is gone."
        ),
        "Not where it is quoted (exception 'q').",
        "Not where it is part of fiction that was asked for (exception 'f', until 2027-01-31).",
        "The rule is off.",
    )


def test_a_crisis_rule_is_told_with_whom_it_tells_and_by_when(small: str) -> None:
    text = small.replace(
        "say: help", "say: help, subject: other, floor: true, say_for: {abuse: plain}"
    )
    assert rule_in_words(load_text(text).rules[0]) == (
        (
            "When a detector is at least 45 % sure that somebody else is in need, at level 'high' or "
            "above, unless another rule is nearer, the model is not asked; the person is shown the "
            "message 'help'."
        ),
        "If it is about abuse, the message is 'plain'.",
        "'desk' is told, and is to take it within 10 minutes.",
        "The rule acts for everybody.",
        "No policy that builds on this one may make it weaker.",
    )


@pytest.mark.parametrize("name", ready())
def test_every_rule_of_a_ready_policy_has_words_with_no_gap_in_them(name: str) -> None:
    for rule in load_policy(name).rules:
        told = " ".join(rule_in_words(rule))
        assert "None" not in told
        assert "holds nothing" not in told


def test_a_case_is_told_in_words_without_its_own(small: str) -> None:
    text = small + (
        "tests:\n"
        "  - {say: Hello, from: user, country: GB, expect: {rule: crisis.high, level: high, do: "
        "replace, not_rule: crisis.high, in_reply: secret}, why: so, todo: later}\n"
        "  - {say: Hello, from: model, expect: {not_in_reply: secret}}\n"
    )
    loaded = read_text(text)
    first, second = (case_in_words(case, loaded.policy) for case in loaded.cases)
    assert first == (
        "When a person in GB says this in en-GB, the action is replace, crisis.high fires, "
        "crisis.high stays silent, the level is high and what is shown holds certain words. "
        "Why: so. It is a known gap: later."
    )
    assert second == "When the model says this in en-GB, what is shown lacks certain words."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (90, "90 seconds"),
        (600, "10 minutes"),
        (3600, "1 hour"),
        (172_800, "2 days"),
    ],
)
def test_a_duration_is_told_in_the_largest_unit_that_it_fills(seconds: int, words: str) -> None:
    assert duration(seconds) == words


def test_no_time_is_no_time() -> None:
    assert duration(0) == "no time"
