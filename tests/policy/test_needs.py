"""Which text a crisis rule says: that of the need, of the most urgent one, and of a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.decisions import Do, Escalate, Mode
from guardrails.findings import SCORE_MAX, Finding, Level, Mark, Span
from guardrails.levels import urgency
from guardrails.messages import Side, Surface
from guardrails.policy.channel_spec import OnRequest
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.load import load_text
from guardrails.policy.model import Policy
from guardrails.policy.own_rules import HUMAN_REQUEST, REQUESTED
from guardrails.policy.ready import load_policy, ready
from guardrails.policy.rule import Escalation
from guardrails.policy.vocabulary import CRISIS_CATEGORIES
from guardrails.taxonomy import Subject
from tests.policies import RULES, changed, crisis, policy

ProblemsOf = Callable[[str], list[str]]
IN = DecideContext(1_795_384_134, Side.INPUT, Surface.TEXT)
NEEDS = tuple(f"crisis.{name}" for name in CRISIS_CATEGORIES)
SAY_FOR = {"crisis.abuse": "care-text", "crisis.medical": "concern-text"}
HIGH = replace(crisis(Level.HIGH, Do.REPLACE, "crisis-text"), say_for=SAY_FOR)
ASKS = Finding(HUMAN_REQUEST, Span(0, 4), 9000, "test/1")
REQUEST = OnRequest("hello", Escalation("desk", 3600))


def need(category: str, *marks: Mark, at: int = 0) -> Finding:
    found = frozenset({Mark.SELF, Mark.NOW, Mark.INTENT, Mark.SEVERITY_4, *marks})
    return Finding(category, Span(at, at + 4), 9000, "test/1", found)


def test_a_rule_says_the_text_of_the_need_and_its_own_for_the_others() -> None:
    said = {
        one: decide(policy(HIGH), (need(one),), IN).say for one in NEEDS if one != "crisis.panic"
    }
    assert said.pop("crisis.abuse") == "care-text"
    assert said.pop("crisis.medical") == "concern-text"
    assert set(said.values()) == {"crisis-text"}


@given(
    st.permutations(
        [need("crisis.abuse"), need("crisis.suicide", at=9), need("crisis.medical", at=20)]
    )
)
def test_of_several_needs_the_most_urgent_one_is_answered_in_whatever_order_they_come(
    findings: list[Finding],
) -> None:
    decision = decide(policy(HIGH), tuple(findings), IN)
    assert (decision.say, decision.urgency) == ("concern-text", 0)
    without = tuple(one for one in findings if one.category != "crisis.medical")
    assert decide(policy(HIGH), without, IN).say == "crisis-text"


def test_the_record_of_what_fired_names_the_text_of_each_need() -> None:
    fired = decide(policy(HIGH), (need("crisis.abuse"), need("crisis.suicide", at=9)), IN).fired
    assert [one.say for one in fired] == ["care-text", "crisis-text"]


@given(st.sampled_from(NEEDS), st.sampled_from(NEEDS))
def test_the_person_s_own_need_goes_before_that_of_somebody_else(mine: str, theirs: str) -> None:
    assert urgency(need(mine)) < urgency(need(theirs, Mark.OTHER))


def test_every_need_has_a_place_of_its_own_and_what_is_no_need_comes_last() -> None:
    places = [urgency(need(one)) for one in NEEDS]
    assert sorted(places) == list(range(len(NEEDS)))
    assert urgency(Finding("pii.email", Span(0, 1), 1, "x")) == len(NEEDS)


@cache
def loaded(name: str) -> Policy:
    return load_policy(name)


@pytest.mark.untraced
@given(st.sampled_from(ready()), st.sampled_from(NEEDS), st.sampled_from(list(Mark)), st.booleans())
def test_every_need_at_every_level_has_a_text_in_the_ready_policies(
    name: str, category: str, severity: Mark, other: bool
) -> None:
    chosen = loaded(name)
    marks = {severity, Mark.NOW, *((Mark.OTHER, Mark.DANGER) if other else (Mark.SELF,))}
    finding = Finding(category, Span(0, 4), SCORE_MAX, "test/1", frozenset(marks))
    decision = decide(chosen, (finding,), IN)
    if decision.level is not Level.NONE:
        assert decision.say in chosen.messages
        theirs = {"crisis-other-care", "crisis-other-concern", "crisis-other-high"}
        theirs |= {"crisis-other-abuse", "crisis-other-violence"}
        assert (decision.say in theirs) is (Mark.OTHER in marks)


def test_without_a_finding_a_failure_shows_the_text_for_the_person_not_for_a_helper() -> None:
    helper = replace(crisis(Level.CARE, Do.ADD, "a-text", escalate=False), id="crisis.other")
    helper = replace(helper, subject=Subject.OTHER)
    both = policy(helper, HIGH)
    failed = decide(both, (), IN._replace(detectors={HIGH.family: "failed"}))
    assert failed.say == "crisis-text"


# A request for a human


def test_a_request_for_a_human_is_told_to_a_human_and_answered() -> None:
    decision = decide(changed(policy(), on_request=REQUEST), (ASKS,), IN)
    assert (decision.do, decision.rule, decision.say) == (Do.ADD, REQUESTED, "hello")
    assert decision.escalate == (Escalate("desk", 3600, Level.CARE),)
    assert decision.level is Level.NONE
    assert [one.mode for one in decision.fired] == [Mode.ENFORCE]


def test_a_request_alone_is_answered_by_the_policy_and_not_by_the_model() -> None:
    alone = replace(ASKS, marks=frozenset({Mark.ALONE}))
    assert decide(changed(policy(), on_request=REQUEST), (alone,), IN).do is Do.REPLACE


@pytest.mark.parametrize(
    ("asked", "ctx"),
    [
        (replace(ASKS, marks=frozenset({Mark.QUOTED})), IN),
        (ASKS, IN._replace(side=Side.OUTPUT)),
    ],
)
def test_what_is_no_request_of_the_person_changes_nothing(
    asked: Finding, ctx: DecideContext
) -> None:
    assert decide(changed(policy(), on_request=REQUEST), (asked,), ctx).do is Do.PASS


def test_without_the_setting_a_request_changes_nothing() -> None:
    assert decide(policy(), (ASKS,), IN).do is Do.PASS


def test_a_crisis_goes_before_a_request_and_both_are_told() -> None:
    chosen = changed(policy(*RULES), on_request=REQUEST)
    high = decide(chosen, (ASKS, need("crisis.suicide", at=9)), IN)
    assert (high.do, high.say) == (Do.REPLACE, "crisis-text")
    assert high.escalate == (Escalate("desk", 600, Level.HIGH),)
    concern = need("crisis.suicide", Mark.WISH, at=9)
    concern = replace(concern, marks=frozenset({Mark.SELF, Mark.WISH, Mark.SEVERITY_1}))
    added = decide(chosen, (ASKS, concern), IN)
    assert (added.do, added.say, added.also) == (Do.ADD, "concern-text", ("hello",))


def test_who_asks_for_a_human_and_whether_this_is_one_is_told_what_happens_next() -> None:
    chosen = changed(policy(), on_request=REQUEST, disclosure=Disclosure(when_asked="not-human"))
    asked = Finding("disclosure.identity_question", Span(9, 12), 9000, "test/1")
    assert decide(chosen, (asked, ASKS), IN).say == "hello"


# What is wrong in a file


SAID = "say: help, escalate"
REQUESTS = "    desk: {kind: console}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (SAID, "say: help, say_for: {}, escalate", "5:84: 'say_for' holds nothing: name a need"),
        (SAID, "say: help, say_for: {abuse: hepl}, escalate", "5:92: no message 'hepl'. Did you"),
        (
            SAID,
            "say: help, say_for: {abus: help}, escalate",
            "5:85: 'abus' is not a setting of say_",
        ),
        (SAID, "say: help, say_for: [abuse], escalate", "5:84: 'say_for' is a list: write a block"),
        (
            REQUESTS,
            REQUESTS + "  on_request: {to: desk, within: 1h}\n",
            "9:15: on_request needs 'say'",
        ),
        (
            REQUESTS,
            REQUESTS + "  on_request: {say: plain, to: desk}\n",
            "9:15: on_request needs 'with",
        ),
        (
            REQUESTS,
            REQUESTS + "  on_request: {say: plain, within: 1h}\n",
            "9:15: on_request needs 'to'",
        ),
        (
            REQUESTS,
            REQUESTS + "  on_request: {say: plain, to: dsk, within: 1h}\n",
            "9:32: no channel 'dsk'. Did you mean 'desk'?",
        ),
        (
            REQUESTS,
            REQUESTS + "  on_request: {say: help, to: desk, within: 1h}\n",
            "9:21: message 'help' holds {resources}: only crisis rules fill it in",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    old: str, new: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert old in small
    (problem,) = problems_of(small.replace(old, new))
    assert problem.startswith(f"p.yaml:{expected}")


def test_needs_and_requests_are_part_of_what_a_policy_is(small: str) -> None:
    needs = load_text(small.replace(SAID, "say: help, say_for: {abuse: plain}, escalate"))
    asks = load_text(
        small.replace(REQUESTS, REQUESTS + "  on_request: {say: plain, to: desk, within: 1h}\n")
    )
    assert needs.rules[0].say_for == {"crisis.abuse": "plain"}
    assert asks.on_request == OnRequest("plain", Escalation("desk", 3600))
    assert len({needs.hash, asks.hash, load_text(small).hash}) == 3
