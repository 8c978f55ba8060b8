"""Exceptions of rules: what they may say, and what they are part of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guardrails.policy.lint import linted
from guardrails.policy.load import load_text
from guardrails.policy.restore import restored
from guardrails.policy.rule import Exemption
from guardrails.policy.words import rule_in_words

ProblemsOf = Callable[[str], list[str]]
CLAIM = "claim:\n  - {id: claim.a, claims: [bond], do: rewrite, except: [%s]}\n"
MAY = "claim:\n  - {id: claim.a, claims: [bond], do: rewrite, may_except: [%s], except: [%s]}\n"
PHRASES = "{name: a, phrases: {en-GB: [of course, Oh my], fr: ['bien sûr', of course]}}"


def exceptions(small: str, written: str) -> tuple[Exemption, ...]:
    return load_text(small + CLAIM % written).rules[0].exemptions


def test_the_phrases_of_all_languages_are_one_list(small: str) -> None:
    [one] = exceptions(small, PHRASES)
    assert one == Exemption("a", None, phrases=("Oh my", "bien sûr", "of course"))


def test_an_exception_may_have_phrases_a_condition_consent_and_an_end(small: str) -> None:
    [one] = exceptions(
        small,
        "{name: a, phrases: {en: [ah]}, when: {mode: roleplay, consent: roleplay}, "
        'expires: "2027-01-31"}',
    )
    assert one == Exemption("a", "roleplay", "2027-01-31", ("ah",), "roleplay")


WRONG = {
    "{name: a}": "15:57: an exception needs 'when', 'phrases', or both",
    "{name: a, phrases: [ah]}": (
        "15:76: 'phrases' is phrases by language: write phrases: {en-GB: [happy to help]}"
    ),
    "{name: a, phrases: {}}": "15:76: 'phrases' holds nothing: write a language with a phrase",
    "{name: a, phrases: {en: ah}}": "15:81: 'en' is a single value: write a list such as [ah]",
    "{name: a, phrases: {english: [ah]}}": (
        "15:77: 'phrases' is 'english': write a language tag such as en-GB"
    ),
    "{name: a, phrases: {en: [ah, '...']}}": "15:86: '...' holds no word",
    "{name: a, phrases: {en: [%s]}}" % ("a" * 81): (
        f"15:82: '{'a' * 40}…' is longer than 80 characters: write the words that tell it apart"
    ),
    "{name: a, when: {consent: roleplay}}": (
        "15:73: 'when' needs one of quoted: true and mode: roleplay"
    ),
    "{name: a, when: {mode: roleplay, consent: fiction}}": (
        "15:99: 'consent' is 'fiction': write roleplay, second-opinion or log-text"
    ),
    "{name: a, phrases: {en: [ah]}, when: {quoted: true, mode: roleplay}}": (
        "15:94: 'when' needs one of quoted: true and mode: roleplay"
    ),
}


@pytest.mark.parametrize(("written", "told"), WRONG.items(), ids=WRONG)
def test_what_is_wrong_with_an_exception_is_told_at_its_place(
    written: str, told: str, small: str, problems_of: ProblemsOf
) -> None:
    assert problems_of(small + CLAIM % written) == [f"p.yaml:{told}"]


def test_a_rule_says_whether_phrases_may_excuse_it(small: str, problems_of: ProblemsOf) -> None:
    assert load_text(small + MAY % ("phrases", PHRASES)).rules[0].excusable == {"phrases"}
    assert problems_of(small + MAY % ("quoted", PHRASES)) == [
        "p.yaml:15:79: this rule allows quoted (may_except), and 'a' is about phrases"
    ]


def test_phrases_and_consent_are_part_of_the_identity_and_languages_are_not(small: str) -> None:
    def identity(written: str) -> str:
        return load_text(small + CLAIM % written).hash

    assert identity("{name: a, phrases: {en: [ah, oh]}}") == identity(
        "{name: a, phrases: {fr: [oh], en: [ah]}}"
    )
    assert (
        len(
            {
                identity("{name: a, phrases: {en: [ah]}}"),
                identity("{name: a, phrases: {en: [ah]}, when: {quoted: true}}"),
                identity("{name: a, phrases: {en: [ah]}, when: {consent: roleplay}}"),
                identity("{name: a, when: {mode: roleplay}}"),
                identity("{name: a, when: {mode: roleplay, consent: roleplay}}"),
            }
        )
        == 5
    )


def test_a_policy_with_phrases_comes_back_from_its_canonical_bytes(small: str) -> None:
    before = load_text(
        small
        + "rollout: {salt: s, bucket_by: subject}\n"
        + CLAIM % f"{PHRASES}, {{name: b, when: {{mode: roleplay, consent: roleplay}}}}"
    )
    after = restored(before.canonical)
    assert after.rules[0].exemptions == before.rules[0].exemptions
    assert (after.hash, after.bucket_by) == (before.hash, "subject")


def test_an_exception_is_told_in_words(small: str) -> None:
    text = small + CLAIM % (
        "{name: a, phrases: {en: [ah, oh]}}, "
        '{name: b, when: {mode: roleplay, consent: roleplay}, expires: "2027-01-31"}'
    )
    assert rule_in_words(load_text(text).rules[0])[1:3] == (
        "Not where it would not be there without the words 'ah' or 'oh' (exception 'a').",
        (
            "Not where it is part of fiction that was asked for, if the person agreed to roleplay "
            "(exception 'b', until 2027-01-31)."
        ),
    )


def codes(text: str, folder: Path) -> list[str]:
    file = folder / "p.yaml"
    file.write_text(text, encoding="utf-8")
    known = {"unasked-consent", "excused-case", "found-in-silence"}
    return [
        f"{one.problem.line}:{one.problem.column} {one.code}"
        for one in linted(file, date(2026, 11, 26))
        if one.code in known
    ]


ASKED = """\
disclosure:
  consent: {needed_for: [roleplay], ask: hello, given: hello, withdrawn: hello}
"""


def test_lint_says_where_nobody_is_asked_for_the_consent(small: str, tmp_path: Path) -> None:
    text = small + CLAIM % "{name: a, when: {mode: roleplay, consent: roleplay}}"
    assert codes(text, tmp_path) == ["15:57 unasked-consent"]
    asked = text.replace("messages:\n", 'messages:\n  hello: {en-GB: "Hello."}\n') + ASKED
    assert codes(asked, tmp_path) == []


CASE = "tests:\n  - {say: Oh of course I do!, from: model, expect: {%s}}\n"


@pytest.mark.parametrize(
    ("phrase", "expect", "told"),
    [
        ("of course", "rule: claim.a", ["15:57 excused-case"]),
        ("Of Course", "rule: claim.*", ["15:57 excused-case"]),
        ("of cour", "rule: claim.a", []),
        ("of course", "not_rule: claim.a", []),
    ],
)
def test_lint_says_where_a_phrase_excuses_what_a_case_expects(
    phrase: str, expect: str, told: list[str], small: str, tmp_path: Path
) -> None:
    text = small + CLAIM % f"{{name: a, phrases: {{en: [{phrase}]}}}}" + CASE % expect
    assert codes(text, tmp_path) == told


@pytest.mark.parametrize(
    ("expect", "told"),
    [("not_rule: pii.w", ["15:5 found-in-silence"]), ("rule: pii.w", [])],
)
def test_lint_says_where_a_phrase_is_found_in_a_case_that_expects_silence(
    expect: str, told: list[str], small: str, tmp_path: Path
) -> None:
    text = (
        f"{small}types:\n  - {{name: ward, phrases: [of course]}}\n"
        "pii:\n  - {id: pii.w, detect: [ward], do: mask}\n" + CASE % expect
    )
    assert codes(text, tmp_path) == told
