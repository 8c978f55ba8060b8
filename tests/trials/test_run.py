"""The cases of a policy, run with real detectors."""

from __future__ import annotations

from functools import cache
from typing import cast

import pytest

from guardrails.cli.policy.test import PATIENT, opened
from guardrails.decisions import Mode
from guardrails.inspection import Reader
from guardrails.policy.load import read_file, read_text
from guardrails.policy.model import Policy
from guardrails.policy.modes import settled
from guardrails.policy.ready import find, load_policy, ready
from guardrails.ready import ready_detectors
from guardrails.resources import Resources
from guardrails.trials.judge import Result
from guardrails.trials.run import Trial, Trier, tried

TESTED = """\
schema: 1
policy: {id: tested}
locales: [en-GB]
rollout: {salt: one}
pii:
  - {id: pii.email, detect: [email], do: mask}
  - {id: pii.person, detect: [person], do: mask, mode: shadow}
  - {id: pii.place, detect: [location], do: mask, percent: 50}
  - {id: pii.card, detect: [payment-card], do: mask, mode: disabled}
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}
escalation: {channels: {desk: {kind: console}}}
limits: {max_input: 200}
messages:
  help: {en-GB: "Please call somebody. {resources}"}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
tests:
  - {say: Write to jo@example.org, from: user, expect: {rule: pii.email, do: mask, not_in_reply: jo@}}
  - {say: I want to kill myself, from: user, expect: {rule: crisis.high, in_reply: Please call}}
  - {say: I baked bread, from: user, expect: {do: pass}}
  - {say: My sister is called Priya Raghunathan., from: user, expect: {rule: pii.person, do: mask, not_in_reply: Priya}}
  - {say: I have just moved to Manchester for work., from: user, expect: {rule: pii.place, do: mask}}
  - {say: My aunt is called Priya Raghunathan., from: user, expect: {do: pass}, why: in shadow}
"""  # noqa: E501


class Shared:
    """A reader that a guard does not take with it when it is closed."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __getattr__(self, name: str) -> object:
        return getattr(self._reader, name)

    def close(self) -> None:
        """Do nothing: the next guard reads with it too."""


@cache
def reader() -> Reader:
    """One reader for all policies here: to load one takes as long as fifty cases."""
    found = ready_detectors(load_policy("baseline"), Resources.load(), PATIENT)[1]
    assert found is not None
    return cast("Reader", Shared(found))


async def sharing(policy: Policy) -> Trier:
    return await opened(policy, reader())


async def trial(text: str) -> Trial:
    loaded = read_text(text)
    return await tried(loaded.policy, loaded.cases, sharing)


async def test_a_policy_of_which_every_rule_fires_and_stays_silent_is_good() -> None:
    done = await trial(TESTED)
    assert [one.why for one in done.outcomes] == [()] * 6
    assert (done.never_fired, done.never_silent) == ((), ())
    assert done.good
    assert done.count(Result.PASSED) == 6


async def test_a_rule_in_shadow_acts_only_in_the_cases_that_name_it() -> None:
    watched = settled(read_text(TESTED).policy, frozenset({"pii.place"}))
    modes = {rule.id: (rule.mode, rule.percent) for rule in watched.rules}
    assert modes["pii.person"] == (Mode.SHADOW, 100)
    assert modes["pii.place"] == (Mode.ENFORCE, 100)
    assert modes["pii.card"] == (Mode.DISABLED, 100)
    assert modes["crisis.high"] == (Mode.ENFORCE, 100)


async def test_a_guard_is_built_once_for_each_set_of_rules_that_act() -> None:
    built: list[frozenset[str]] = []
    told: list[int] = []

    async def counted(policy: Policy) -> Trier:
        built.append(frozenset(rule.id for rule in policy.rules if rule.mode is Mode.ENFORCE))
        return await sharing(policy)

    loaded = read_text(TESTED)
    await tried(loaded.policy, loaded.cases, counted, lambda: told.append(1))
    assert len(built) == len(set(built)) == 3
    assert len(told) == 6


NOT_GOOD = {
    "a rule that no case fires": ("I want to kill myself", "I baked a cake", "crisis.high"),
    "a case that fails": ("Please call}", "Please wait}", "crisis.high"),
}


@pytest.mark.parametrize(("old", "new", "rule"), NOT_GOOD.values(), ids=NOT_GOOD.keys())
async def test_a_rule_counts_as_fired_only_by_a_case_that_passes(
    old: str, new: str, rule: str
) -> None:
    done = await trial(TESTED.replace(old, new))
    assert not done.good
    assert [one.id for one in done.never_fired] == [rule]


async def test_a_rule_that_always_fires_is_told_of() -> None:
    head = TESTED[: TESTED.index("  - {say: I want")]
    done = await trial(head)
    assert [one.id for one in done.never_silent] == ["pii.email"]
    assert {one.id for one in done.never_fired} == {"pii.person", "pii.place", "crisis.high"}


async def test_a_text_that_is_too_long_fails_its_case() -> None:
    done = await trial(TESTED.replace("I baked bread", "bread " * 60))
    [failed] = [one for one in done.outcomes if one.result is Result.FAILED]
    assert "this policy takes 200" in failed.why[0]


@pytest.mark.parametrize("name", ready())
async def test_every_case_of_a_ready_policy_holds(name: str) -> None:
    loaded = read_file(find(name))
    done = await tried(loaded.policy, loaded.cases, sharing)
    wrong = [f"{one.case.line}: {one.why}" for one in done.outcomes if one.result is Result.FAILED]
    assert wrong == []
    assert done.good
    assert done.count(Result.PASSED) >= 40
    assert done.count(Result.CLOSED_GAP) == 0
