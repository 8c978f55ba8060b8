"""A rule that is only watched does nothing, and tells of just what it would do if it acted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.decisions import Do, Mode
from guardrails.findings import Family, Finding, Level, Mark
from guardrails.messages import Side, Surface
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.modes import enforcing, settled, waits
from guardrails.policy.rule import Rule
from guardrails.policy.shares import bucket
from guardrails.taxonomy import Subject
from tests.policies import RULES, crisis, policy, rule
from tests.policy.test_decide import FINDINGS, found, suicidal

IN = DecideContext(1_795_384_134, Side.INPUT, Surface.TEXT)
EVERY = (
    *RULES,
    rule("crisis-reply.harm", Family.CRISIS_REPLY, do=Do.REPLACE),
    replace(crisis(Level.CONCERN, Do.ADD, "care-text"), id="crisis.other", subject=Subject.OTHER),
)
WAYS = st.sampled_from([(Mode.ENFORCE, 100), (Mode.SHADOW, 100), (Mode.ENFORCE, 50)])
MODES = st.lists(WAYS, min_size=len(EVERY), max_size=len(EVERY))
CONTEXTS = st.builds(
    lambda side, level, low: IN._replace(
        side=side,
        level=level,
        bucket={one.id: 100 if low else 9_000 for one in EVERY},
    ),
    st.sampled_from(list(Side)),
    st.sampled_from(list(Level)),
    st.booleans(),
)
HARM = Finding("crisis-reply.harm", found("pii.email").span, 9_000, "test/1", frozenset())
SEEN = st.tuples(FINDINGS, st.booleans()).map(lambda one: one[0] + (HARM,) * one[1])


def moded(modes: list[tuple[Mode, int]]) -> Policy:
    rules = [
        replace(one, mode=mode, percent=percent)
        # A policy without a crisis rule that acts for everybody is never loaded.
        if one.id != "crisis.care"
        else one
        for one, (mode, percent) in zip(EVERY, modes, strict=True)
    ]
    return policy(*rules)


@given(MODES, SEEN, CONTEXTS)
def test_would_is_what_is_done_once_every_rule_acts(
    modes: list[tuple[Mode, int]], findings: tuple[Finding, ...], ctx: DecideContext
) -> None:
    mixed = moded(modes)
    everything = enforcing(mixed, {one.id for one in EVERY})

    assert not any(map(waits, everything.rules))
    assert decide(mixed, findings, ctx).would == decide(everything, findings, ctx).do


@given(MODES, SEEN, CONTEXTS)
def test_a_rule_that_is_watched_changes_nothing(
    modes: list[tuple[Mode, int]], findings: tuple[Finding, ...], ctx: DecideContext
) -> None:
    mixed = moded(modes)
    low = ctx.bucket["pii.contact"] < 5_000
    acting = [
        replace(one, percent=100)
        for one in mixed.rules
        if one.mode is Mode.ENFORCE and (one.percent == 100 or low)
    ]

    watched, without = decide(mixed, findings, ctx), decide(policy(*acting), findings, ctx)

    assert watched._replace(fired=(), would=Do.PASS) == without._replace(fired=(), would=Do.PASS)
    assert [one for one in watched.fired if one.mode is Mode.ENFORCE] == list(without.fired)


@given(MODES, SEEN, CONTEXTS, st.integers(0, len(EVERY) - 1))
def test_what_a_watched_rule_finds_is_what_it_acts_upon(
    modes: list[tuple[Mode, int]], findings: tuple[Finding, ...], ctx: DecideContext, at: int
) -> None:
    mixed, name = moded(modes), EVERY[at].id
    before = [one for one in decide(mixed, findings, ctx).fired if one.rule == name]
    after = [
        one for one in decide(enforcing(mixed, {name}), findings, ctx).fired if one.rule == name
    ]

    if name == "crisis-reply.harm":  # whose text depends on which crisis rules act, not on itself
        before = [one._replace(say=None) for one in before]
        after = [one._replace(say=None) for one in after]
    assert [one._replace(mode=Mode.ENFORCE) for one in before] == after


@given(st.integers(0, 100), st.integers(0, 100), st.text(min_size=1, max_size=9))
def test_a_higher_percent_keeps_everybody_who_is_in(one: int, other: int, session: str) -> None:
    low, high = sorted((one, other))
    share = {percent: rule("pii.email", Family.PII, percent=percent) for percent in (low, high)}
    ctx = IN._replace(bucket={"pii.email": bucket("salt", "pii.email", session)})

    def mode(percent: int) -> Mode:
        [fired] = decide(policy(share[percent]), (found("pii.email"),), ctx).fired
        return fired.mode

    assert not (mode(low) is Mode.ENFORCE and mode(high) is Mode.SHADOW)


def test_a_watched_crisis_rule_puts_no_flag_up() -> None:
    care = crisis(Level.CARE, Do.ADD, "care-text", escalate=False)
    high = crisis(Level.HIGH, Do.REPLACE, "crisis-text")
    harsh = (suicidal(Mark.INTENT, Mark.SEVERITY_4, score=4_500),)
    deaf = replace(care, threshold=9_000)

    shadow = decide(policy(deaf, replace(high, mode=Mode.SHADOW)), harsh, IN)

    assert (shadow.level, shadow.would, shadow.escalate) == (Level.NONE, Do.REPLACE, ())
    assert decide(policy(deaf, high), harsh, IN).level is Level.HIGH


@pytest.mark.parametrize(("mode", "do"), [(Mode.SHADOW, Do.PASS), (Mode.ENFORCE, Do.BLOCK)])
def test_a_detector_that_fails_closes_only_what_acts(mode: Mode, do: Do) -> None:
    mine = policy(rule("pii.email", Family.PII, mode=mode), crisis(Level.CARE, Do.ADD, "care-text"))

    made = decide(mine, (), IN._replace(detectors={Family.PII: "failed"}))

    assert made.do is do


def test_the_text_of_a_watched_rule_is_never_shown() -> None:
    mild = replace(crisis(Level.CONCERN, Do.ADD, "concern-text"), mode=Mode.SHADOW)
    mine = policy(mild, crisis(Level.HIGH, Do.REPLACE, "crisis-text"), EVERY[-2])
    ctx = IN._replace(side=Side.OUTPUT, level=Level.CONCERN)

    assert decide(mine, (HARM,), ctx).say == "crisis-text"
    assert decide(mine, (), ctx._replace(detectors={Family.CRISIS: "failed"})).say == "crisis-text"


def test_rules_that_wait_are_told_from_those_that_act_and_those_that_are_off() -> None:
    ways: dict[str, Rule] = {
        "shadow": rule("pii.a", Family.PII, mode=Mode.SHADOW),
        "share": rule("pii.b", Family.PII, percent=99),
        "all": rule("pii.c", Family.PII),
        "off": rule("pii.d", Family.PII, mode=Mode.DISABLED, percent=50),
    }
    assert [name for name, one in ways.items() if waits(one)] == ["shadow", "share"]
    mine = policy(*ways.values())
    assert [(one.mode, one.percent) for one in settled(mine, {"pii.b"}).rules] == [
        (Mode.SHADOW, 100),
        (Mode.ENFORCE, 100),
        (Mode.ENFORCE, 100),
        (Mode.DISABLED, 50),
    ]
    assert enforcing(mine, {"pii.c", "pii.d"}).rules == mine.rules
