"""What a policy does about consent, breaks and rights: a pure function of what is known."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.decisions import Decision, Do
from guardrails.findings import Finding, Level, Mark, Span
from guardrails.ledger.decided import decided
from guardrails.messages import Side, Surface
from guardrails.policy.canonical import sealed
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.disclosure import Consent, Disclosure, Pause, Rights
from guardrails.policy.load import load_text
from guardrails.policy.restore import restored
from guardrails.policy.rights import (
    CATEGORIES,
    CONSENT_GIVEN,
    CONSENT_WITHDRAWN,
    RIGHTS_FORGET,
    RIGHTS_KEPT,
    forgets,
)
from guardrails.taxonomy import Subject
from tests.policies import policy

PLAN = Disclosure(
    pause=Pause("break", 3600, 600),
    consent=Consent(("second-opinion",), "ask", "given", "withdrawn"),
    rights=Rights("kept", "forgotten", "watched", "alone", "failed"),
)
POLICY = policy(disclosure=PLAN)
BARE = policy(disclosure=Disclosure())


def ctx(**fields: Any) -> DecideContext:
    return DecideContext(1_800_000_000, Side.INPUT, Surface.TEXT, **fields)


def found(category: str, *marks: Mark) -> Finding:
    return Finding(category, Span(0, 9), 9000, "rights-rules/1", frozenset(marks))


def says(category: str, *marks: Mark, **fields: Any) -> Decision:
    return decide(POLICY, (found(category, *marks),), ctx(**fields))


def test_a_right_that_is_asked_for_alone_is_the_whole_answer() -> None:
    for category, rule, say in (
        (RIGHTS_KEPT, "rights.kept", "kept"),
        (RIGHTS_FORGET, "rights.forget", "forgotten"),
        (CONSENT_WITHDRAWN, "consent.withdrawn", "withdrawn"),
    ):
        decision = says(category, Mark.ALONE)
        assert (decision.do, decision.rule, decision.say) == (Do.REPLACE, rule, say)
        assert decision.level is Level.NONE


def test_a_right_among_other_words_is_answered_beside_the_reply() -> None:
    for category, say in (
        (RIGHTS_KEPT, "kept"),
        (RIGHTS_FORGET, "alone"),
        (CONSENT_WITHDRAWN, "withdrawn"),
    ):
        decision = says(category)
        assert (decision.do, decision.say) == (Do.ADD, say)


def test_only_a_wish_that_stands_alone_forgets() -> None:
    assert forgets(says(RIGHTS_FORGET, Mark.ALONE))
    assert not forgets(says(RIGHTS_FORGET))
    assert not forgets(says(RIGHTS_KEPT, Mark.ALONE))


def test_a_crisis_goes_before_every_right_and_nothing_is_forgotten_for_it() -> None:
    crisis = Finding(
        "crisis.suicide",
        Span(0, 9),
        9000,
        "rules/1",
        frozenset({Mark.SELF, Mark.NOW, Mark.INTENT, Mark.SEVERITY_4}),
    )
    decision = decide(POLICY, (found(RIGHTS_FORGET, Mark.ALONE), crisis), ctx())

    assert decision.rule == "crisis.high"
    assert not forgets(decision)


def test_where_a_crisis_flag_is_up_the_answer_says_that_a_note_stays() -> None:
    assert says(RIGHTS_FORGET, Mark.ALONE, watched=True).say == "watched"


def test_consent_is_taken_only_where_it_was_asked_for_and_stands_alone() -> None:
    asked = {"consent_asked": True}
    assert says(CONSENT_GIVEN, Mark.ALONE, **asked).rule == "consent.given"
    assert says(CONSENT_GIVEN, Mark.ALONE).do is Do.PASS
    assert says(CONSENT_GIVEN, **asked).do is Do.PASS
    given = says(CONSENT_GIVEN, Mark.ALONE, consent=("second-opinion",), **asked)
    assert given.do is Do.PASS


def test_a_quotation_asks_for_nothing() -> None:
    for category in CATEGORIES:
        assert says(category, Mark.ALONE, Mark.QUOTED, consent_asked=True).do is Do.PASS


def test_a_policy_without_these_settings_does_nothing_about_them() -> None:
    for category in CATEGORIES:
        one = found(category, Mark.ALONE)
        assert decide(BARE, (one,), ctx(consent_asked=True, since_break=10**6)) == Decision()


def test_what_a_model_says_asks_for_nothing() -> None:
    one = found(RIGHTS_FORGET, Mark.ALONE)
    assert decide(POLICY, (one,), ctx()._replace(side=Side.OUTPUT)).do is Do.PASS


def test_consent_is_asked_for_once() -> None:
    assert decide(POLICY, (), ctx()).remind == ("ask",)
    assert decide(POLICY, (), ctx(consent_asked=True)).remind == ()
    assert decide(POLICY, (), ctx(consent=("second-opinion",))).remind == ()
    assert decide(POLICY, (), ctx()._replace(surface=Surface.TOOL_RESULT)).remind == ()
    assert decide(POLICY, (), ctx()._replace(side=Side.OUTPUT)).remind == ()


@pytest.mark.parametrize(
    ("since", "minor", "due"),
    [
        (None, False, False),
        (0, True, False),
        (599, True, False),
        (600, True, True),
        (600, False, False),
        (3599, False, False),
        (3600, False, True),
    ],
)
def test_a_break_is_proposed_after_its_time(since: int | None, minor: bool, due: bool) -> None:
    decision = decide(POLICY, (), ctx(consent_asked=True, since_break=since, minor=minor))
    assert ("break" in decision.remind) is due


def test_a_break_may_be_for_minors_alone() -> None:
    young = policy(disclosure=Disclosure(pause=Pause("break", minors=600)))
    assert decide(young, (), ctx(since_break=10**6)).remind == ()
    assert decide(young, (), ctx(since_break=600, minor=True)).remind == ("break",)


def test_what_is_due_stands_in_the_record_only_where_something_is() -> None:
    assert "remind" not in decided(Decision())
    assert decided(decide(POLICY, (), ctx()))["remind"] == ["ask"]


@given(
    st.lists(st.sampled_from(sorted(CATEGORIES)), max_size=4),
    st.sets(st.sampled_from([Mark.ALONE, Mark.QUOTED])),
    st.booleans(),
    st.booleans(),
    st.none() | st.integers(0, 10**6),
)
def test_every_wish_has_one_decision_in_whatever_order(
    categories: list[str], marks: set[Mark], asked: bool, watched: bool, since: int | None
) -> None:
    findings = tuple(found(one, *marks) for one in categories)
    about = ctx(consent_asked=asked, watched=watched, since_break=since)
    one, other = decide(POLICY, findings, about), decide(POLICY, findings[::-1], about)
    assert (one.do, one.rule, one.say, one.remind) == (
        other.do,
        other.rule,
        other.say,
        other.remind,
    )
    assert forgets(one) is forgets(other)


def test_these_settings_are_part_of_what_a_policy_is_and_come_back_from_a_log() -> None:
    full, bare = sealed(POLICY), sealed(BARE)
    assert full.hash != bare.hash
    assert restored(full.canonical).disclosure == PLAN
    assert "pause" not in orjson.loads(bare.canonical)["disclosure"]
    assert {"break", "ask", "given", "withdrawn", "kept"} <= set(PLAN.messages)


# What is wrong in a file

BREAK = "disclosure: {break: {say: plain, every: 3h}}"
SAID = "ask: plain, given: plain, withdrawn: plain"
CONSENT = f"disclosure: {{consent: {{needed_for: [roleplay], {SAID}}}}}"
ANSWERS = "kept: plain, forgotten: plain, ask_alone: plain, failed: plain"


def test_what_a_file_says_is_what_the_policy_does(small: str) -> None:
    one = load_text(f"{small}{BREAK}").disclosure
    other = load_text(f"{small}{CONSENT.replace('}}', ', withdraw: erase-session}}')}").disclosure

    assert one.pause == Pause("plain", 10_800)
    assert other.consent == Consent(("roleplay",), "plain", "plain", "plain", erases=True)
    assert load_text(f"{small}{CONSENT}").disclosure.consent == Consent(
        ("roleplay",), "plain", "plain", "plain"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("disclosure: {break: {say: plain}}", "14:21: 'break' needs every, minors, or both"),
        ("disclosure: {break: {every: 3h}}", "14:21: break needs 'say'"),
        ("disclosure: {break: {say: plian, every: 3h}}", "14:27: no message 'plian'"),
        (CONSENT.replace("roleplay", "cake"), "14:37: 'needed_for' is 'cake'"),
        (CONSENT.replace("ask: plain, ", ""), "14:23: consent needs 'ask'"),
        (
            f"disclosure: {{rights: {{{ANSWERS}}}}}",
            "14:22: rights needs 'watched'",
        ),
        (
            "disclosure: {break: {say: help, every: 3h}}",
            "14:27: message 'help' holds {resources}: only crisis rules fill it in",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    line: str, expected: str, small: str, problems_of: Any
) -> None:
    (problem,) = problems_of(f"{small}{line}")
    assert problem.startswith(f"p.yaml:{expected}")


def test_what_is_kept_is_told_by_one_setting_alone(small: str, problems_of: Any) -> None:
    text = small.replace("  plain: {", '  mine: {en-GB: "All: {kept}"}\n  plain: {')
    rights = "kept: mine, forgotten: plain, watched: plain, ask_alone: plain, failed: plain"
    assert text != small
    assert load_text(f"{text}disclosure: {{rights: {{{rights}}}}}").disclosure.rights is not None
    (problem,) = problems_of(f"{text}disclosure: {{at_start: mine}}")
    assert "only disclosure.rights.kept fills it in" in problem


def test_nobody_is_in_need_by_asking_for_what_is_theirs() -> None:
    assert says(RIGHTS_FORGET, Mark.ALONE, level=Level.NONE, about=Subject.SELF).escalate == ()
