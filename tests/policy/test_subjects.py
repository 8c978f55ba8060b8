"""Who is in need decides which text is shown: the person who writes, or somebody they tell of."""

from dataclasses import replace

import pytest

from guardrails.decisions import Do, Mode
from guardrails.findings import Family, Finding, Level, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.rule import Rule
from guardrails.taxonomy import Subject
from tests.policies import crisis, policy

CTX = DecideContext(now=0, side=Side.INPUT, surface=Surface.TEXT, since_turns=0, since_seconds=0)
OTHER = replace(
    crisis(Level.CONCERN, Do.ADD, "care-text"), id="crisis.other-concern", subject=Subject.OTHER
)
HERSELF = replace(OTHER, id="crisis.self-concern", subject=Subject.SELF)


def finding(*marks: str) -> Finding:
    return Finding(
        "crisis.suicide", Span(0, 4), 9000, "test/1", frozenset(map(Mark, ("now", *marks)))
    )


ABOUT_ME = finding("self", "severity-2")
ABOUT_THEM = finding("other", "danger", "severity-3")
THEY_DID = finding("other", "danger", "severity-5")


def with_rules(*rules: Rule) -> Policy:
    return replace(policy(), rules=rules)


@pytest.mark.parametrize("first", [True, False])
def test_a_rule_for_others_goes_before_a_rule_of_its_level_for_everybody(first):
    rules = (OTHER, crisis(Level.CONCERN, Do.ADD, "concern-text"))
    both = with_rules(*(rules if first else rules[::-1]))
    assert decide(both, (ABOUT_THEM,), CTX).rule == "crisis.other-concern"
    assert decide(both, (ABOUT_ME,), CTX).rule == "crisis.concern"


def test_a_rule_for_the_person_is_silent_about_others():
    assert decide(with_rules(HERSELF), (ABOUT_THEM,), CTX).do is Do.PASS
    assert decide(with_rules(HERSELF), (ABOUT_ME,), CTX).rule == "crisis.self-concern"


def test_a_rule_for_others_answers_for_higher_levels_that_have_none():
    decision = decide(with_rules(OTHER), (THEY_DID,), CTX)
    assert (decision.rule, decision.level) == ("crisis.other-concern", Level.HIGH)


def test_a_higher_level_for_everybody_goes_before_a_lower_one_for_others():
    both = with_rules(OTHER, crisis(Level.HIGH, Do.REPLACE, "crisis-text"))
    assert decide(both, (THEY_DID,), CTX).rule == "crisis.high"


@pytest.mark.parametrize("how", [{"mode": Mode.SHADOW}, {"percent": 0}], ids=str)
def test_a_rule_in_shadow_takes_nothing_away_from_an_enforced_one(how):
    imminent = replace(crisis(Level.IMMINENT, Do.REPLACE, "crisis-text"), **how)
    both = with_rules(imminent, crisis(Level.HIGH, Do.REPLACE, "crisis-text"))
    decision = decide(both, (finding("self", "severity-5", "act"),), CTX)
    assert (decision.do, decision.rule) == (Do.REPLACE, "crisis.high")
    assert {one.rule for one in decision.fired} == {"crisis.high", "crisis.imminent"}


@pytest.mark.parametrize(
    ("lower", "higher", "do"),
    [
        (Level.HIGH, Level.IMMINENT, Do.REPLACE),
        (Level.CARE, Level.CONCERN, Do.ADD),
    ],
)
def test_of_two_levels_the_higher_one_speaks_whatever_the_rules_are_called(lower, higher, do):
    marks = {
        Level.CARE: ("self", "past", "severity-3"),
        Level.CONCERN: ("self", "severity-2"),
        Level.HIGH: ("self", "severity-4", "intent"),
        Level.IMMINENT: ("self", "severity-5", "act"),
    }
    found = (finding(*marks[lower]), finding(*marks[higher]))
    for names in (("a", "z"), ("z", "a")):
        rules = [
            replace(crisis(level, do, f"{level}-text"), id=f"crisis.{name}")
            for level, name in zip((lower, higher), names, strict=True)
        ]
        decision = decide(with_rules(*rules), found, CTX)
        assert (decision.level, decision.say) == (higher, f"{higher}-text")
        assert decision.rule == f"crisis.{names[1]}"


REPLY = replace(
    crisis(Level.CARE, Do.REPLACE, "no"),
    id="crisis-reply.harm",
    family=Family.CRISIS_REPLY,
    categories=frozenset({"crisis-reply.method"}),
    level=None,
    say=None,
    escalate=None,
)
OUT = CTX._replace(side=Side.OUTPUT)
HARM = Finding("crisis-reply.method", Span(0, 4), 9000, "test/1")
TEXTS = (
    crisis(Level.CARE, Do.ADD, "care-text"),
    crisis(Level.CONCERN, Do.ADD, "concern-text"),
    replace(OTHER, say="too-long"),
    crisis(Level.HIGH, Do.REPLACE, "crisis-text"),
)


@pytest.mark.parametrize(
    ("level", "about", "say"),
    [
        (Level.NONE, Subject.SELF, "concern-text"),
        (Level.CARE, Subject.SELF, "concern-text"),
        (Level.CARE, Subject.OTHER, "too-long"),
        (Level.CONCERN, Subject.SELF, "concern-text"),
        (Level.CONCERN, Subject.OTHER, "too-long"),
        (Level.HIGH, Subject.SELF, "crisis-text"),
        (Level.IMMINENT, Subject.SELF, "crisis-text"),
    ],
)
def test_a_harmful_reply_gives_way_to_the_text_of_the_level(level, about, say):
    using = with_rules(*TEXTS, REPLY)
    decision = decide(using, (HARM,), OUT._replace(level=level, about=about))
    assert (decision.do, decision.rule, decision.say) == (Do.REPLACE, "crisis-reply.harm", say)
    assert decision.helps
    assert decision.ends
    assert not decision.escalate
    assert [one.say for one in decision.fired] == [say]


def test_a_policy_with_texts_for_higher_levels_alone_shows_the_lowest():
    using = with_rules(crisis(Level.HIGH, Do.REPLACE, "crisis-text"), REPLY)
    assert decide(using, (HARM,), OUT).say == "crisis-text"


def test_a_policy_with_texts_for_the_person_alone_shows_them_for_others_too():
    using = with_rules(HERSELF, REPLY)
    assert decide(using, (HARM,), OUT._replace(about=Subject.OTHER)).say == HERSELF.say


def test_a_harmful_reply_is_replaced_before_another_rule_blocks_it():
    secret = Finding("pii.secret", Span(5, 9), 9000, "test/1")
    using = replace(policy(), rules=(*policy().rules, REPLY))
    decision = decide(using, (HARM, secret), OUT)
    assert (decision.do, decision.rule) == (Do.REPLACE, "crisis-reply.harm")
