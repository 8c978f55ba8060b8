"""Disclosure, failure and logging."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guardrails.errors import PolicyError
from guardrails.findings import Family
from guardrails.policy.compare import compared
from guardrails.policy.load import load_text
from guardrails.policy.model import Disclosure, Keep
from guardrails.policy.restore import restored

ProblemsOf = Callable[[str], list[str]]

WRONG = {
    "an unknown message": (
        "disclosure: {at_start: plane}",
        "14:24: no message 'plane'. Did you mean 'plain'?",
    ),
    "a message of crises": (
        "disclosure: {when_asked_if_human: help}",
        "14:35: message 'help' holds {resources}: only crisis rules fill it in",
    ),
    "a repetition of nothing": (
        "disclosure: {repeat: {every: 3h}}",
        "14:22: 'repeat' needs 'say', since there is no at_start to repeat",
    ),
    "a repetition at no time": (
        "disclosure: {at_start: plain, repeat: {}}",
        "14:39: 'repeat' needs every_turns, every, or both",
    ),
    "a repetition each half turn": (
        "disclosure: {at_start: plain, repeat: {every_turns: 0}}",
        "14:53: 'every_turns' is '0': write turns, 1..10000",
    ),
    "a crisis detector that fails in silence": (
        "failure: {detector_error: {crisis: note}}",
        "14:36: 'crisis' is 'note': write show-resources",
    ),
    "resources for a failed pii detector": (
        "failure: {detector_error: {pii: show-resources}}",
        "14:33: 'pii' is 'show-resources': write block or note",
    ),
    "an unknown kind of part": (
        "failure: {coverage: {picture: note}}",
        "14:22: 'picture' is not a setting of coverage",
    ),
    "a part that is masked": (
        "failure: {coverage: {image: mask}}",
        "14:29: 'image' is 'mask': write note or block",
    ),
    "an unknown apology": (
        "failure: {model_error: sorry}",
        "14:24: no message 'sorry'",
    ),
    "a log that keeps less than a rule reads": (
        "logging: {findings_from: 46}",
        (
            "14:26: the threshold of crisis.high (45) is below logging.findings_from (46), "
            "so it could not be replayed"
        ),
    ),
    "an unknown level": (
        "logging: {level: everything}",
        "14:18: 'level' is 'everything': write metadata, findings, masked-text or sealed-text",
    ),
    "an unknown way out": (
        "logging: {on_failure: ignore}",
        "14:23: 'on_failure' is 'ignore': write safe-reply",
    ),
}


@pytest.mark.parametrize(("section", "expected"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_setting_is_told_with_its_place(
    section: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert problems_of(small + section) == [f"p.yaml:{expected}"]


def test_a_threshold_under_the_default_of_the_log_is_told_at_the_rule(
    small: str, problems_of: ProblemsOf
) -> None:
    text = small.replace("threshold: 45", "threshold: 10")
    assert problems_of(text) == [
        (
            "p.yaml:5:1: the threshold of crisis.high (10) is below logging.findings_from (20), "
            "so it could not be replayed"
        )
    ]
    assert load_text(text + "logging: {findings_from: 10}").logging.findings_from == 1_000


def test_a_repetition_says_its_own_message_or_that_of_the_start(small: str) -> None:
    own = load_text(small + "disclosure: {repeat: {say: plain, every: 1d}}").disclosure
    assert own == Disclosure(repeat="plain", every_seconds=86_400)
    start = load_text(small + "disclosure: {at_start: plain, repeat: {every_turns: 5}}").disclosure
    assert start == Disclosure(at_start="plain", repeat="plain", every_turns=5)


def test_without_a_repetition_nothing_is_repeated(small: str) -> None:
    disclosure = load_text(small + "disclosure: {at_start: plain}").disclosure
    assert disclosure == Disclosure(at_start="plain")


def test_families_without_rules_of_their_own_close(small: str) -> None:
    failure = load_text(small + "failure: {detector_error: {pii: note}}").failure
    assert failure.detector_error[Family.SCOPE] == "block"
    assert failure.detector_error[Family.DEPENDENCE] == "note"
    assert set(failure.detector_error) == set(Family)


def test_how_long_records_are_kept_is_read_in_seconds(small: str) -> None:
    keep = load_text(small + "logging: {keep: {decisions: 400d, crisis: 2200d}}").logging.keep
    assert keep == Keep(400 * 86_400, 2_200 * 86_400)
    assert load_text(small + "logging: {keep: {decisions: 400d}}").logging.keep == Keep(34_560_000)
    assert load_text(small + "logging: {keep: {}}").logging.keep is None


@pytest.mark.parametrize("keep", ["{crisis: 10d}", "{decisions: 11d, crisis: 10d}"])
def test_records_about_people_in_need_are_not_kept_for_less(keep: str, small: str) -> None:
    with pytest.raises(PolicyError, match="at least as long as 'decisions'"):
        load_text(small + f"logging: {{keep: {keep}}}")


def test_how_long_records_are_kept_is_part_of_the_hash_where_it_is_said(small: str) -> None:
    plain, kept = load_text(small), load_text(small + "logging: {keep: {decisions: 400d}}")
    assert b'"keep"' not in plain.canonical
    assert plain.hash != kept.hash
    assert restored(kept.canonical).logging == kept.logging
    assert any("logging.keep" in one.what for one in compared(plain, kept))
