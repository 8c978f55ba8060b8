import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.decisions import Decision, Do, Mode
from guardrails.findings import SCORE_MAX, Family, Finding, Level, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.rule import Exemption
from tests.policies import RULES, crisis, policy, rule

IN = DecideContext(1_795_384_134, Side.INPUT, Surface.TEXT)
OUT = IN._replace(side=Side.OUTPUT)
CATEGORIES = [
    "claim.emotion",
    "claim.human_identity",
    "claim.professional",
    "pii.email",
    "pii.person",
    "pii.secret",
    "crisis.suicide",
    "disclosure.identity_question",
    "scope.other",
]


def found(category: str, score: int = 9000, *marks: Mark) -> Finding:
    return Finding(category, Span(0, 4), score, "test/1", frozenset(marks))


def suicidal(*marks: Mark, score: int = 9000) -> Finding:
    return found("crisis.suicide", score, Mark.SELF, Mark.NOW, *marks)


FINDINGS = st.lists(
    st.builds(
        Finding,
        st.sampled_from(CATEGORIES),
        st.integers(0, 50).map(lambda at: Span(at, at + 3)),
        st.integers(0, SCORE_MAX),
        st.just("test/1"),
        st.frozensets(st.sampled_from(list(Mark)), max_size=5),
    ),
    max_size=6,
).map(tuple)


@given(FINDINGS, st.sampled_from(list(Side)), st.booleans())
def test_the_same_findings_give_the_same_decision(
    findings: tuple[Finding, ...], side: Side, watched: bool
) -> None:
    ctx = IN._replace(side=side, watched=watched)

    assert decide(policy(), findings, ctx) == decide(policy(), findings, ctx)


@given(FINDINGS, st.integers(0, 1000))
def test_the_order_of_rules_never_matters(findings: tuple[Finding, ...], seed: int) -> None:
    rules = list(RULES)
    random.Random(seed).shuffle(rules)

    assert decide(policy(*rules), findings, IN) == decide(policy(), findings, IN)


@given(FINDINGS, st.sampled_from(list(Side)))
def test_a_shadow_rule_would_do_what_it_does_when_enforced(
    findings: tuple[Finding, ...], side: Side
) -> None:
    ctx = IN._replace(side=side)
    shadow = policy(*(replace(one, mode=Mode.SHADOW) for one in RULES))

    watched, enforced = decide(shadow, findings, ctx), decide(policy(), findings, ctx)

    assert watched.would == enforced.do


@given(FINDINGS)
def test_a_person_in_crisis_is_never_blocked_by_the_crisis_rules(
    findings: tuple[Finding, ...],
) -> None:
    only = tuple(one for one in findings if one.family is Family.CRISIS)

    assert decide(policy(), only, IN).do is not Do.BLOCK


def test_nothing_found_is_a_pass() -> None:
    assert decide(policy(), (), IN) == Decision()


def test_a_score_below_the_threshold_does_not_fire() -> None:
    assert decide(policy(), (found("pii.email", 4999),), IN).do is Do.PASS
    assert decide(policy(), (found("pii.email", 5000),), IN).do is Do.MASK


def test_the_strongest_action_wins() -> None:
    made = decide(policy(), (found("pii.email"), found("claim.professional")), OUT)

    assert (made.do, made.rule, made.say) == (Do.BLOCK, "claim.professional", "no")
    assert [one.rule for one in made.fired] == ["claim.professional", "pii.contact"]


def test_crisis_wins_over_another_section_with_the_same_action() -> None:
    findings = (found("claim.human_identity"), suicidal(Mark.THOUGHT, Mark.SEVERITY_4))

    assert decide(policy(), findings, IN).rule == "crisis.high"


def test_a_rule_acts_only_on_its_sides() -> None:
    assert decide(policy(), (found("pii.person"),), OUT).do is Do.PASS


def test_a_quoted_claim_is_exempt() -> None:
    assert decide(policy(), (found("claim.emotion", 9000, Mark.QUOTED),), OUT).do is Do.PASS


def test_fiction_is_no_excuse_while_a_crisis_flag_is_up_or_for_a_minor() -> None:
    claim = (found("claim.emotion", 9000, Mark.ROLEPLAY),)

    assert decide(policy(), claim, OUT).do is Do.PASS
    assert decide(policy(), claim, OUT._replace(watched=True)).do is Do.REWRITE
    assert decide(policy(), claim, OUT._replace(minor=True)).do is Do.REWRITE


def test_an_expired_exemption_does_not_count() -> None:
    old = rule(
        "claim.emotion",
        Family.CLAIM,
        do=Do.REWRITE,
        exemptions=(Exemption("quoting", "quoted", "2026-01-01"),),
    )

    made = decide(policy(old), (found("claim.emotion", 9000, Mark.QUOTED),), OUT)

    assert made.do is Do.REWRITE


@pytest.mark.parametrize(("bucket", "do"), [(2499, Do.MASK), (2500, Do.PASS), (None, Do.PASS)])
def test_a_share_of_sessions_gets_the_rule_and_the_rest_its_shadow(
    bucket: int | None, do: Do
) -> None:
    share = rule("pii.email", Family.PII, do=Do.MASK, percent=25)
    ctx = IN._replace(bucket={} if bucket is None else {"pii.email": bucket})

    made = decide(policy(share), (found("pii.email"),), ctx)

    assert (made.do, made.would) == (do, Do.MASK)


def test_a_disabled_rule_leaves_no_trace() -> None:
    off = rule("pii.email", Family.PII, do=Do.MASK, mode=Mode.DISABLED)

    assert decide(policy(off), (found("pii.email"),), IN) == Decision()


def test_a_high_finding_replaces_and_tells_a_human() -> None:
    made = decide(policy(), (suicidal(Mark.INTENT, Mark.SEVERITY_4),), IN)

    assert (made.do, made.say, made.level) == (Do.REPLACE, "crisis-text", Level.HIGH)
    assert [(one.to, one.within) for one in made.escalate] == [("desk", 600)]


def test_a_level_without_a_rule_of_its_own_gets_the_next_lower_one() -> None:
    made = decide(policy(), (suicidal(Mark.ACT, Mark.SEVERITY_5),), IN)

    assert (made.level, made.rule) == (Level.IMMINENT, "crisis.high")
    assert [one.rule for one in made.fired] == ["crisis.high"]


def test_a_finding_too_weak_for_its_level_falls_to_the_level_below() -> None:
    strict = replace(crisis(Level.HIGH, Do.REPLACE, "crisis-text"), threshold=9500)
    made = decide(
        policy(crisis(Level.CONCERN, Do.ADD, "concern-text"), strict),
        (suicidal(Mark.INTENT, Mark.SEVERITY_4, score=9000),),
        IN,
    )

    assert (made.do, made.rule) == (Do.ADD, "crisis.concern")


def test_each_channel_is_told_once_at_its_most_urgent() -> None:
    findings = (suicidal(Mark.WISH, Mark.SEVERITY_1), suicidal(Mark.INTENT, Mark.SEVERITY_4))

    made = decide(policy(), findings, IN)

    assert [(one.to, one.level) for one in made.escalate] == [("desk", Level.HIGH)]


def test_the_question_whether_it_is_human_is_answered_whatever_else() -> None:
    asked = found("disclosure.identity_question")
    alone = found("disclosure.identity_question", 9000, Mark.ALONE)

    assert decide(policy(), (asked,), IN).do is Do.ADD
    assert decide(policy(), (alone,), IN).do is Do.REPLACE
    assert decide(policy(), (alone,), IN).say == "not-human"
    assert decide(policy(), (replace(alone, marks=frozenset({Mark.QUOTED})),), IN).do is Do.PASS


def test_care_and_an_identity_question_are_both_answered() -> None:
    findings = (suicidal(Mark.WISH, Mark.SEVERITY_1), found("disclosure.identity_question"))

    made = decide(policy(), findings, IN)

    assert {made.say, *made.also} == {"concern-text", "not-human"}


def test_a_disclosure_is_due_at_the_start_and_again() -> None:
    plan = Disclosure(at_start="hello", repeat="hello", every_turns=10, every_seconds=3600)
    mine = policy(disclosure=plan)

    assert decide(mine, (), IN).disclose == "hello"
    assert decide(mine, (), IN._replace(since_turns=3, since_seconds=30)).disclose is None
    assert decide(mine, (), IN._replace(since_turns=10, since_seconds=30)).disclose == "hello"
    assert decide(mine, (), IN._replace(since_turns=3, since_seconds=3600)).disclose == "hello"
    assert decide(mine, (), OUT).disclose is None


@pytest.mark.parametrize(
    ("family", "do", "rule_id"),
    [
        (Family.PII, Do.BLOCK, "failure.pii"),
        (Family.CLAIM, Do.NOTE, "failure.claim"),
        (Family.CRISIS, Do.ADD, "failure.crisis"),
    ],
)
@pytest.mark.parametrize("state", ["failed", "skipped"])
def test_a_detector_that_did_not_look_is_never_found_nothing(
    family: Family, do: Do, rule_id: str, state: str
) -> None:
    made = decide(policy(), (), IN._replace(detectors={family: state}))

    assert (made.do, made.rule, made.alarm) == (do, rule_id, family is Family.CRISIS)


def test_a_failed_crisis_detector_shows_resources_and_pages_nobody() -> None:
    made = decide(policy(), (), IN._replace(detectors={Family.CRISIS: "failed"}))

    assert (made.say, made.escalate, made.alarm) == ("care-text", (), True)


def test_a_family_that_the_matrix_forgot_is_closed() -> None:
    made = decide(policy(), (), IN._replace(detectors={Family.SCOPE: "failed"}))

    assert made.do is Do.BLOCK


def test_a_conversation_that_a_human_holds_is_relayed() -> None:
    assert decide(policy(), (), IN._replace(held_by="desk")).do is Do.RELAY


def test_resources_are_shown_even_by_a_policy_without_crisis_texts() -> None:
    bare = policy(rule("pii.email", Family.PII))

    made = decide(bare, (), IN._replace(detectors={Family.CRISIS: "failed"}))

    assert (made.do, made.say) == (Do.ADD, None)


def test_a_finding_below_every_threshold_has_no_level() -> None:
    made = decide(policy(), (suicidal(Mark.WISH, Mark.SEVERITY_1, score=3999),), IN)

    assert (made.level, made.do) == (Level.NONE, Do.PASS)
