"""What a rule may say, and what contradicts itself or endangers people."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from guardrails.decisions import Do, MaskWith
from guardrails.findings import Level
from guardrails.messages import Side
from guardrails.policy.load import load_text
from guardrails.policy.vocabulary import (
    CLAIMS,
    CRISIS_CATEGORIES,
    CRISIS_REPLIES,
    DEPENDENCE,
    NEVER_FICTION,
    PII_TYPES,
)

ProblemsOf = Callable[[str], list[str]]

PII = "pii: [{id: pii.a, detect: [email], do: mask}]\n"
CLAIM = "claim: [{id: claim.a, claims: [bond], do: rewrite}]\n"

WRONG_PII = {
    "no id": ("id: pii.a, ", "", "14:7: a pii rule needs 'id'"),
    "an id of another section": (
        "pii.a",
        "claim.a",
        "14:12: 'id' is 'claim.a': a pii rule's id starts with 'pii.'",
    ),
    "nothing to detect": ("detect: [email], ", "", "14:7: a pii rule needs 'detect'"),
    "no do": (", do: mask", "", "14:7: a pii rule needs 'do'"),
    "a do of claims": (
        "do: mask",
        "do: rewrite",
        "14:40: 'do' is 'rewrite': write note, mask or block",
    ),
    "a misspelt do": (
        "do: mask",
        "do: maks",
        "14:40: 'do' is 'maks': write note, mask or block. Did you mean 'mask'?",
    ),
    "a type twice": ("[email]", "[email, email]", "14:35: 'detect' holds 'email' twice"),
    "only the log": (
        "do: mask",
        "do: mask, where: [log]",
        "14:53: 'where' needs input or output: 'log' is what is kept of them",
    ),
    "a place nobody knows": (
        "do: mask",
        "do: mask, where: [imput]",
        "14:54: 'where' is 'imput': write input, output or log. Did you mean 'input'?",
    ),
    "a block without a message": (
        "do: mask",
        "do: block",
        "14:7: do: block needs 'say', the message that is shown",
    ),
    "a message that is never shown": (
        "do: mask",
        "do: mask, say: plain",
        "14:51: do: mask shows no message: leave 'say' out",
    ),
    "an unknown message": (
        "do: mask",
        "do: block, say: plian",
        "14:52: no message 'plian'. Did you mean 'plain'?",
    ),
    "a message of crises": (
        "do: mask",
        "do: block, say: help",
        "14:52: message 'help' holds {resources}: only crisis rules fill it in",
    ),
    "an unknown slot of a mask": (
        "do: mask",
        'do: mask, mask_as: "[{kind}]"',
        "14:55: '{kind}' is no slot of a mask: {type} and {n} are",
    ),
    "half a slot": (
        "do: mask",
        'do: mask, mask_as: "{type"',
        "14:55: '{' is no slot of a mask: {type} and {n} are",
    ),
    "a mask on a note": (
        "do: mask",
        'do: note, mask_as: "[{type}]"',
        "14:55: 'mask_as' goes with do: mask",
    ),
    "a way to mask that nobody knows": (
        "do: mask",
        "do: mask, mask_with: surogate",
        (
            "14:57: 'mask_with' is 'surogate': write surrogate, pseudonym, label or remove. "
            "Did you mean 'surrogate'?"
        ),
    ),
    "a way to mask for a note": (
        "do: mask",
        "do: note, mask_with: label",
        "14:57: 'mask_with' goes with do: mask",
    ),
    "a way to mask what the model never gets": (
        "do: mask",
        "do: mask, where: [output], mask_with: remove",
        "14:74: 'mask_with' is about what the model gets: 'where' needs input",
    ),
    "a percentage above hundred": (
        "do: mask",
        "do: mask, threshold: 101",
        "14:57: 'threshold' is '101': write whole percent, 0..100",
    ),
    "a fraction": (
        "do: mask",
        "do: mask, threshold: 0.7",
        "14:57: 'threshold' is '0.7': write whole percent, 0..100",
    ),
    "a percent sign": (
        "do: mask",
        "do: mask, threshold: 70%",
        "14:57: 'threshold' is '70%': write whole percent, 0..100",
    ),
    "a share without a salt": (
        "do: mask",
        "do: mask, percent: 10",
        "14:55: 'percent' needs rollout.salt, or sessions change sides at random",
    ),
    "an unknown mode": (
        "do: mask",
        "do: mask, mode: watch",
        "14:52: 'mode' is 'watch': write disabled, shadow or enforce",
    ),
    "a date outside quotes": (
        "do: mask",
        "do: mask, until: 2026-12-15",
        "14:53: '2026-12-15' means different things to different YAML readers: put it in quotes",
    ),
    "a date that is a list": (
        "do: mask",
        "do: mask, until: []",
        "14:53: 'until' is a list: write a text",
    ),
    "a floor that is a number": (
        "do: mask",
        "do: mask, floor: 1",
        "14:53: 'floor' is '1': write true or false",
    ),
    "a setting of claims": (
        "do: mask",
        "do: mask, claims: [bond]",
        "14:46: 'claims' is not a setting of a pii rule",
    ),
    "an exception": (
        "do: mask",
        "do: mask, except: []",
        "14:46: 'except' is not a setting of a pii rule",
    ),
}


@pytest.mark.parametrize("how", list(MaskWith))
def test_a_rule_says_what_the_model_gets(how: MaskWith, small: str) -> None:
    plain = load_text(small + PII)
    loaded = load_text(small + PII.replace("do: mask", f"do: mask, mask_with: {how}"))

    assert loaded.rules[0].mask_with is how
    assert (loaded.hash == plain.hash) is (how is MaskWith.PSEUDONYM)
    assert b"mask_with" not in plain.canonical


def test_surrogates_without_faker_are_refused_when_the_policy_is_loaded(
    small: str, problems_of: ProblemsOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "faker", None)

    (told,) = problems_of(small + PII.replace("do: mask", "do: mask, mask_with: surrogate"))

    needed = "pip install 'candor-guardrails[surrogates]'"
    assert told == f"p.yaml:14:57: 'mask_with: surrogate' needs Faker: {needed}"


@pytest.mark.parametrize(("old", "new", "expected"), WRONG_PII.values(), ids=WRONG_PII.keys())
def test_a_wrong_pii_rule_is_told_with_its_place(
    old: str, new: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert old in PII
    assert problems_of(small + PII.replace(old, new)) == [f"p.yaml:{expected}"]


WRONG_CLAIM = {
    "an unknown claim": (
        "[bond]",
        "[bonds]",
        (
            "14:32: 'claims' is 'bonds': write emotion, sentience, embodiment, lived_experience, "
            "human_identity, own_relationships, professional, bond, retention, own_desires, "
            "shared_feeling or continuous_presence. Did you mean 'bond'?"
        ),
    ),
    "a mask": (
        "do: rewrite",
        "do: mask",
        "14:43: 'do' is 'mask': write note, rewrite, add, replace or block",
    ),
    "a replacement without a text": (
        "do: rewrite",
        "do: replace",
        "14:9: do: replace needs 'say', the message that is shown",
    ),
    "an addition without a text": (
        "do: rewrite",
        "do: add",
        "14:9: do: add needs 'say', the message that is shown",
    ),
    "an exception without a reason": (
        "do: rewrite",
        "do: rewrite, except: [{name: a}]",
        "14:61: an exception needs 'when', 'phrases', or both",
    ),
    "an exception without a name": (
        "do: rewrite",
        "do: rewrite, except: [{when: {quoted: true}}]",
        "14:61: an exception needs 'name'",
    ),
    "an exception twice": (
        "do: rewrite",
        "do: rewrite, except: [{name: a, when: {quoted: true}}, {name: a, when: {mode: roleplay}}]",
        "14:101: exception 'a' given twice",
    ),
    "an exception for both": (
        "do: rewrite",
        "do: rewrite, except: [{name: a, when: {quoted: true, mode: roleplay}}]",
        "14:77: 'when' needs one of quoted: true and mode: roleplay",
    ),
    "an exception for neither": (
        "do: rewrite",
        "do: rewrite, except: [{name: a, when: {}}]",
        "14:77: 'when' needs one of quoted: true and mode: roleplay",
    ),
    "an exception for what is not quoted": (
        "do: rewrite",
        "do: rewrite, except: [{name: a, when: {quoted: false}}]",
        "14:77: quoted: false excepts nothing: leave the exception out",
    ),
    "an exception that is a word": (
        "do: rewrite",
        "do: rewrite, except: [{name: a, when: quoted}]",
        "14:77: 'when' is a single value: write a block of settings",
    ),
    "an unknown play": (
        "do: rewrite",
        "do: rewrite, except: [{name: a, when: {mode: theatre}}]",
        "14:84: 'mode' is 'theatre': write roleplay",
    ),
    "an expiry on no day": (
        "do: rewrite",
        'do: rewrite, except: [{name: a, when: {quoted: true}, expires: "soon"}]',
        "14:102: 'expires' is 'soon': write a date such as \"2027-05-01\"",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), WRONG_CLAIM.values(), ids=WRONG_CLAIM.keys())
def test_a_wrong_claim_rule_is_told_with_its_place(
    old: str, new: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert old in CLAIM
    assert problems_of(small + CLAIM.replace(old, new)) == [f"p.yaml:{expected}"]


@pytest.mark.parametrize("claim", CLAIMS)
def test_role_play_excuses_a_feeling_but_never_a_lie_about_who_is_there(
    claim: str, small: str, problems_of: ProblemsOf
) -> None:
    rule = CLAIM.replace("[bond]", f"[{claim}]").replace(
        "do: rewrite", "do: rewrite, except: [{name: play, when: {mode: roleplay}}]"
    )
    problems = problems_of(small + rule)
    if claim in NEVER_FICTION:
        assert len(problems) == 1
        assert problems[0].endswith(
            f"role-play never excuses {claim}: move it into a rule of its own"
        )
    else:
        assert problems == []


WRONG_CRISIS = {
    "no level": ("level: high, ", "", "5:5: a crisis rule needs 'level'"),
    "no threshold": ("threshold: 45, ", "", "5:5: a crisis rule needs 'threshold'"),
    "no do": ("do: replace, ", "", "5:5: a crisis rule needs 'do'"),
    "a block": (
        "do: replace",
        "do: block",
        "5:55: a person in crisis is never blocked: write do: replace",
    ),
    "an addition to a high level": (
        "do: replace",
        "do: add",
        "5:55: this is level high: write do: replace",
    ),
    "a replacement at a low level": (
        "level: high",
        "level: care",
        "5:55: this is level care: write do: add",
    ),
    "a replacement at level concern": (
        "level: high",
        "level: concern",
        "5:58: this is level concern: write do: add",
    ),
    "the level of nothing": (
        "level: high",
        "level: none",
        "5:30: 'level' is 'none': write care, concern, high or imminent",
    ),
    "nothing to say": (
        "say: help, ",
        "",
        "5:5: do: replace needs 'say', the message that is shown",
    ),
    "nobody told": (
        ", escalate: {to: desk, within: 10m}",
        "",
        "5:5: level high needs 'escalate': from concern up a human is told",
    ),
    "an unknown channel": (
        "to: desk",
        "to: dsek",
        "5:90: no channel 'dsek'. Did you mean 'desk'?",
    ),
    "no channel": ("to: desk, ", "", "5:85: escalate needs 'to'"),
    "no time": (", within: 10m", "", "5:85: escalate needs 'within'"),
    "a time without a unit": (
        "10m",
        "10",
        "5:104: 'within' is '10': write a duration such as 60s, 10m, 3h or 400d",
    ),
    "no time at all": (
        "10m",
        "0s",
        "5:104: 'within' is '0s': write a duration such as 60s, 10m, 3h or 400d",
    ),
    "a time that is a list": (
        "10m",
        "[10m]",
        "5:104: 'within' is a list: write a duration such as 60s, 10m, 3h or 400d",
    ),
    "an exception": (
        "do: replace",
        "except: [], do: replace",
        "5:51: 'except' is not a setting of a crisis rule",
    ),
    "a place": (
        "do: replace",
        "where: [output], do: replace",
        "5:51: 'where' is not a setting of a crisis rule",
    ),
    "an id of another section": (
        "crisis.high",
        "high",
        "5:10: 'id' is 'high': a crisis rule's id starts with 'crisis.'",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), WRONG_CRISIS.values(), ids=WRONG_CRISIS.keys())
def test_a_wrong_crisis_rule_is_told_with_its_place(
    old: str, new: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert old in small
    assert problems_of(small.replace(old, new, 1)) == [f"p.yaml:{expected}"]


@pytest.mark.parametrize("level", ["care", "concern", "high", "imminent"])
@pytest.mark.parametrize("do", list(Do))
def test_a_person_in_crisis_is_answered_as_their_level_asks_and_never_blocked(
    level: str, do: Do, small: str, problems_of: ProblemsOf
) -> None:
    wanted = Do.ADD if Level(level) < Level.HIGH else Do.REPLACE
    text = small.replace("level: high", f"level: {level}").replace("do: replace", f"do: {do}")
    assert (problems_of(text) == []) is (do is wanted)


def test_care_needs_nobody_to_be_told(small: str) -> None:
    text = small.replace("level: high", "level: care").replace("do: replace", "do: add")
    rule = load_text(text.replace(", escalate: {to: desk, within: 10m}", "")).rules[0]
    assert rule.escalate is None


def test_an_id_given_twice_is_told_with_both_places_even_on_one_line(
    small: str, problems_of: ProblemsOf
) -> None:
    text = small + (
        "pii: [{id: pii.a, detect: [email], do: mask}, {id: pii.a, detect: [url], do: note}]\n"
    )
    assert problems_of(text) == ["p.yaml:14:52: rule 'pii.a' given twice, first at 14:12"]


def test_a_share_of_sessions_goes_with_enforcement(small: str, problems_of: ProblemsOf) -> None:
    text = small + "rollout: {salt: s}\n" + PII.replace("do: mask", "do: mask, percent: 0")
    assert load_text(text).rules[0].percent == 0
    shadow = text.replace("percent: 0", "percent: 5, mode: shadow")
    assert problems_of(shadow) == [
        "p.yaml:15:55: 'percent' goes with mode: enforce, and this rule is in shadow"
    ]


def test_claims_are_looked_for_in_what_the_model_says_and_crises_in_what_people_say(
    small: str,
) -> None:
    claim, crisis = load_text(small + CLAIM).rules
    assert claim.where == {Side.OUTPUT}
    assert crisis.where == {Side.INPUT}


def test_log_among_the_places_means_no_more_than_holds_anyway(small: str) -> None:
    with_log = load_text(small + PII.replace("do: mask", "do: mask, where: [input, output, log]"))
    without = load_text(small + PII)
    assert with_log.hash == without.hash


def test_the_vocabularies_hold_no_name_twice() -> None:
    for names in (PII_TYPES, CLAIMS, CRISIS_CATEGORIES):
        assert len(set(names)) == len(names)
    assert set(CLAIMS) >= NEVER_FICTION


def test_every_type_and_claim_can_stand_in_a_rule(small: str) -> None:
    text = small + PII.replace("[email]", f"[{', '.join(PII_TYPES)}]")
    text += CLAIM.replace("[bond]", f"[{', '.join(CLAIMS)}]")
    pii, claim, _ = load_text(text).rules
    assert pii.categories == {f"pii.{name}" for name in PII_TYPES}
    assert claim.categories == {f"claim.{name}" for name in CLAIMS}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("level: high,", "level: high, mode: disabled,", "no crisis rule is enforced"),
        ("level: high,", "level: high, mode: shadow,", "no crisis rule is enforced"),
        ("policy: {id: small}", "policy: {id: small}\nrollout: {default: shadow}", "is enforced"),
        ("level: high,", "level: high, floor: true, mode: shadow,", "with floor: true is enforced"),
        ("threshold: 45", "threshold: 100", "'threshold' is over 90: nobody in need"),
    ],
)
def test_a_policy_cannot_switch_help_off(small, problems_of, old, new, told):
    problems = problems_of(small.replace(old, new))
    assert len(problems) == 1
    assert told in problems[0]


REPLY = "crisis-reply: [{id: crisis-reply.a, harms: [method], do: replace}]\n"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "do: replace",
            "do: block",
            "14:58: 'do' is 'block': write note or replace",
        ),
        (
            "do: replace",
            "do: replace, say: help",
            "14:72: a crisis-reply rule shows the text of the person's level: leave 'say' out",
        ),
        (
            "crisis-reply.a",
            "crisis.a",
            "14:21: 'id' is 'crisis.a': a crisis-reply rule's id starts with 'crisis-reply.'",
        ),
        (
            "do: replace",
            "do: replace, except: [{name: play, when: {mode: roleplay}}]",
            "14:95: role-play never excuses method: move it into a rule of its own",
        ),
    ],
    ids=["a do", "a text", "an id", "role-play"],
)
def test_a_wrong_rule_for_replies_is_told_with_its_place(
    old: str, new: str, problem: str, small: str, problems_of: ProblemsOf
) -> None:
    (told,) = problems_of(small + REPLY.replace(old, new))
    assert told == f"p.yaml:{problem}"


def test_what_harms_is_looked_for_in_what_the_model_says(small: str) -> None:
    (_, reply) = load_text(
        small + REPLY.replace("[method]", f"[{', '.join(CRISIS_REPLIES)}]")
    ).rules
    assert reply.where == {Side.OUTPUT}
    assert reply.categories == {f"crisis-reply.{name}" for name in CRISIS_REPLIES}
    assert (reply.do, reply.say, reply.threshold) == (Do.REPLACE, None, 5_000)


def test_a_policy_without_such_rules_keeps_its_hash(small: str) -> None:
    choice = "failure: {detector_error: {crisis-reply: block}}\n"
    assert load_text(small).hash == load_text(small + choice).hash
    assert load_text(small + REPLY).hash != load_text(small + REPLY + choice).hash


LEANS = "dependence: [{id: dependence.a, signs: [romance], do: note}]\n"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("do: note", "do: replace", "'do' is 'replace': write note or add"),
        ("do: note", "do: add", "14:14: do: add needs 'say', the message that is shown"),
        ("[romance]", "[gambling]", "'signs' is 'gambling': write romance"),
        ("do: note", "do: note, escalate: {to: nobody, within: 3d}", "no channel 'nobody'"),
        ("dependence.a", "claim.a", "a dependence rule's id starts with 'dependence.'"),
    ],
)
def test_a_wrong_rule_about_dependence_is_told_with_its_place(
    old: str, new: str, problem: str, small: str, problems_of: ProblemsOf
) -> None:
    (told,) = problems_of(small + LEANS.replace(old, new))
    assert problem in told


def test_signs_are_looked_for_in_what_the_person_says(small: str) -> None:
    every = f"[{', '.join(DEPENDENCE)}]"
    (_, leans) = load_text(small + LEANS.replace("[romance]", every)).rules
    assert leans.where == {Side.INPUT}
    assert leans.categories == {f"dependence.{name}" for name in DEPENDENCE}
    assert (leans.do, leans.say, leans.threshold, leans.escalate) == (Do.NOTE, None, 5_000, None)


def test_a_policy_without_rules_about_dependence_keeps_its_hash(small: str) -> None:
    choice = "failure: {detector_error: {dependence: block}}\n"
    assert load_text(small).hash == load_text(small + choice).hash
    assert load_text(small + LEANS).hash != load_text(small + LEANS + choice).hash


HOLDS = "claim: [{id: claim.a, claims: [retention], do: replace, say: help, at_goodbye: help}]\n"


def test_what_is_said_at_a_goodbye_is_read_and_hashed(small: str) -> None:
    held = small.replace("{resources}", "help") + HOLDS
    rule = load_text(held).rules[0]
    assert (rule.say, rule.at_goodbye) == ("help", "help")
    assert load_text(held).hash != load_text(held.replace(", at_goodbye: help", "")).hash


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[retention]", "[bond]", "'at_goodbye' goes with claims: [retention]"),
        ("do: replace, say: help", "do: rewrite", "do: rewrite shows no message"),
        ("at_goodbye: help", "at_goodbye: nothing", "no message 'nothing'"),
    ],
)
def test_a_goodbye_that_cannot_be_said_is_told(
    old: str, new: str, problem: str, small: str, problems_of: ProblemsOf
) -> None:
    held = small.replace("{resources}", "help") + HOLDS.replace(old, new)
    assert problem in problems_of(held)[0]
