"""Rows through a real guard with detectors of phrases."""

import pytest

from guardrails.detectors.base import Needs, View
from guardrails.detectors.phrases import PhraseDetector
from guardrails.errors import ConfigurationError, DetectorError
from guardrails.evaluation.crisis_task import CrisisTask, judged
from guardrails.evaluation.flags import Judged
from guardrails.evaluation.run import NotLookedError
from guardrails.findings import Family, Finding, Level, Mark
from guardrails.guard import Guard
from tests.guards import CONCERN, HIGH, Renamed, guard, worry
from tests.policies import changed, policy, rule

WISH, PLAN = "I wish I would not wake up", "I cannot go on at all"
DENIED = Renamed(worry("not suicidal", Mark.SEVERITY_0), "denied/1")
UNSURE = Renamed(
    PhraseDetector(
        Family.CRISIS,
        {"so tired of it": "crisis.suicide"},
        score=1200,
        marks=frozenset({Mark.SELF, Mark.NOW, Mark.SEVERITY_1, Mark.WISH}),
    ),
    "unsure/1",
)


class Broken:
    """A detector that cannot look."""

    name = "broken/1"
    family = Family.CRISIS

    def needs(self, view: View) -> Needs:
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        msg = "no"
        raise DetectorError(msg)


def measured(*more: object) -> tuple[Guard, CrisisTask]:
    task = CrisisTask((), 0.5)
    detectors = [Renamed(HIGH, "high/1"), Renamed(CONCERN, "concern/1"), DENIED, UNSURE, *more]
    return guard(task.policy(policy()), log=task.log, detectors=detectors), task


async def level(*turns: str) -> Judged:
    under, task = measured()
    async with under:
        return await judged(under, task.log, turns, "row-1")


async def test_all_crisis_detectors_are_folded_and_the_gravest_level_counts():
    assert await level(WISH) == Judged(Level.CONCERN, 10_000)
    assert await level(f"{WISH}. {PLAN}.") == Judged(Level.HIGH, 10_000)
    assert await level("good morning to you") == Judged(Level.NONE, 0)


async def test_a_conversation_is_judged_by_its_gravest_message():
    assert (await level(PLAN, "thank you, bye")).level is Level.HIGH
    assert (await level("hello", WISH)).level is Level.CONCERN


async def test_what_no_rule_takes_keeps_its_score_and_a_denial_has_none():
    assert await level("I am so tired of it") == Judged(Level.NONE, 1200)
    assert await level("I am not suicidal") == Judged(Level.NONE, 0)


async def test_a_message_that_is_too_long_is_judged_all_the_same():
    filler = "word " * 8000
    assert (await level(filler + PLAN)).level is Level.HIGH
    assert await level(filler) == Judged(Level.NONE, 0)


async def test_a_message_at_which_a_detector_could_not_look_is_not_judged():
    under, task = measured(Broken())
    async with under:
        with pytest.raises(NotLookedError):
            await judged(under, task.log, (PLAN,), "row-1")


async def test_nothing_of_a_row_is_kept_once_it_is_judged():
    under, task = measured()
    async with under:
        for n in range(3):
            await judged(under, task.log, (PLAN, WISH), f"row-{n}")
        assert len(under.sessions) == 0
        assert task.log.taken("anything") == []
        assert task.log._decisions == {}


def test_the_policy_is_measured_with_its_crisis_rules_alone_and_tells_nobody():
    mine = CrisisTask((), 0.5).policy(policy())
    assert {one.family for one in mine.rules} == {Family.CRISIS}
    assert all(one.escalate is None for one in mine.rules)
    assert (mine.logging.findings_from, mine.disclosure.when_asked) == (0, None)
    assert mine.rules[0].threshold == policy().rules[0].threshold


def test_a_policy_without_crisis_rules_has_nothing_to_measure():
    other = changed(policy(rule("pii.email", Family.PII)), id="mine")
    with pytest.raises(ConfigurationError, match="'mine' has no rules for crisis"):
        CrisisTask((), 0.5).policy(other)
