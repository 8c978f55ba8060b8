"""What there is to say of a run of a policy's cases, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrails.errors import Problem
from guardrails.policy.loaded import Loaded
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.rule import Rule
from guardrails.trials.judge import Outcome, Result
from guardrails.trials.run import Trial

_SHOWN: Final = 240
"""Characters of what came out that are told."""


def remarks_of(loaded: Loaded, trial: Trial, *, demanding: bool) -> Iterator[Remark]:
    """
    Yield what there is to say of *trial*, in no order.

    Args:
        loaded: Whose cases were run.
        trial: What came of them.
        demanding: That a rule fires, or stays silent, in no case is an error.
    """
    if not loaded.cases:
        what = "there are no cases: write some under 'tests'"
        yield Remark(Problem(loaded.file, 1, 1, what), Weight.ERROR, "no-cases")
    for outcome in trial.outcomes:
        match outcome.result:
            case Result.FAILED:
                what = "; ".join(outcome.why) + _came_out(outcome)
                yield _of(loaded, outcome, Weight.ERROR, "case-failed", what)
            case Result.KNOWN_GAP:
                what = f"known gap: {outcome.case.todo} ({'; '.join(outcome.why)})"
                yield _of(loaded, outcome, Weight.NOTE, "known-gap", what)
            case Result.CLOSED_GAP:
                what = "this gap is closed: the case passes, so take 'todo' out"
                yield _of(loaded, outcome, Weight.WARNING, "closed-gap", what)
            case Result.PASSED:
                pass
    weight = Weight.ERROR if demanding else Weight.NOTE
    fires = "fires in no case that passes: write one under 'tests' that expects it"
    silent = "stays silent in no case that passes: write one that it must not act on"
    for rules, code, what in (
        (trial.never_fired, "never-fired", fires),
        (trial.never_silent, "never-silent", silent),
    ):
        for rule in rules:
            yield _of_rule(loaded, rule, weight, code, f"'{rule.id}' {what}")


def _came_out(outcome: Outcome) -> str:
    """Return what came out of a case that failed: its words are the policy's own, and nobody's."""
    shown = " ".join(outcome.shown.split())
    if not shown:
        return ""
    cut = f"{shown[: _SHOWN - 3]}..." if len(shown) > _SHOWN else shown
    return f". What came out: {cut!r}"


def _of(loaded: Loaded, outcome: Outcome, weight: Weight, code: str, what: str) -> Remark:
    case = outcome.case
    return Remark(Problem(case.file or loaded.file, case.line, case.column, what), weight, code)


def _of_rule(loaded: Loaded, rule: Rule, weight: Weight, code: str, what: str) -> Remark:
    return Remark(Problem(rule.file or loaded.file, rule.line, 1, what), weight, code)
