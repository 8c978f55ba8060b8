"""Disclosure, failure and logging."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guardrails.errors import PolicyError
from guardrails.findings import Family
from guardrails.policy.compare import Way, compared
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.load import load_text
from guardrails.policy.log_settings import AnchorSpec, Checkpoints, Keep
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
        "14:23: 'on_failure' is 'ignore': write safe-reply or drop",
    ),
    "a term for texts that nobody keeps": (
        "logging: {keep: {text: 30d}}",
        "14:24: no texts are kept at level findings: leave it out",
    ),
    "texts that outlive their records": (
        "logging: {level: sealed-text, keep: {decisions: 9d, text: 10d}}",
        "14:59: 'text' is longer than 'decisions': a text is opened by its record",
    ),
    "an empty checkpoint": (
        "logging: {checkpoint: {}}",
        "14:23: 'checkpoint' needs every, records, or both",
    ),
    "a checkpoint that comes too late": (
        "logging: {checkpoint: {every: 2h}}",
        "14:31: 'every' is longer than 1h: write a shorter one",
    ),
    "a checkpoint after no record": (
        "logging: {checkpoint: {records: 0}}",
        "14:33: 'records' is '0': write records, 1..65536",
    ),
    "no anchor": (
        "logging: {anchor: []}",
        "14:19: 'anchor' is an empty list: write at least one, or leave it out",
    ),
    "an anchor of no kind": (
        "logging: {anchor: [{kind: bucket}]}",
        "14:27: 'kind' is 'bucket': write witness, file, timestamp or s3",
    ),
    "a witness without its key": (
        "logging: {anchor: [{kind: witness, url_env: WITNESS_URL}]}",
        "14:20: a witness needs 'key_env', the variable that holds its public key",
    ),
    "a file at an address": (
        "logging: {anchor: [{kind: file, path_env: PLACE, url_env: WITNESS_URL}]}",
        "14:59: 'url_env' goes with kind: witness or timestamp or s3",
    ),
    "an authority that nobody could check": (
        "logging: {anchor: [{kind: timestamp, url_env: TSA_URL}]}",
        (
            "14:20: an authority needs 'roots_env', the variable that holds its path to root "
            "certificates"
        ),
    ),
    "a bucket that locks nothing": (
        "logging: {anchor: [{kind: s3, url_env: BUCKET}]}",
        "14:20: a bucket needs 'lock_for', how long nobody can remove what is shown there",
    ),
    "a bucket that locks for an hour": (
        "logging: {anchor: [{kind: s3, url_env: BUCKET, lock_for: 1h}]}",
        "14:58: 'lock_for' is between a day and 36500 days (100 years)",
    ),
    "a file that is locked": (
        "logging: {anchor: [{kind: file, path_env: PLACE, lock_for: 9d}]}",
        "14:60: 'lock_for' goes with kind: s3",
    ),
    "the same anchor twice": (
        "logging: {anchor: [{kind: file, path_env: PLACE}, {kind: file, path_env: PLACE}]}",
        "14:51: this anchor stands there twice",
    ),
    "an anchor that is shown nothing for days": (
        "logging: {anchor: [{kind: file, path_env: PLACE, every: 2d}]}",
        "14:57: 'every' is longer than 24h: write a shorter one",
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


SIGNED = (
    "logging: {level: masked-text, on_failure: drop, keep: {text: 30d}, "
    "checkpoint: {every: 5s, records: 64}, anchor: ["
    "{kind: witness, url_env: WITNESS_URL, key_env: WITNESS_KEY}, "
    "{kind: file, path_env: ANCHOR_FILE, every: 5m}, "
    "{kind: timestamp, url_env: TSA_URL, roots_env: TSA_ROOTS}, "
    "{kind: s3, url_env: BUCKET, lock_for: 400d, every: 1h}]}"
)


def test_how_a_log_is_signed_and_where_that_is_shown_is_read(small: str) -> None:
    logging = load_text(small + SIGNED).logging
    assert logging.checkpoint == Checkpoints(5, 64)
    assert logging.anchor == (
        AnchorSpec("witness", url_env="WITNESS_URL", key_env="WITNESS_KEY", every=60),
        AnchorSpec("file", path_env="ANCHOR_FILE", every=300),
        AnchorSpec("timestamp", url_env="TSA_URL", roots_env="TSA_ROOTS"),
        AnchorSpec("s3", url_env="BUCKET", lock_for=400 * 86_400, every=3600),
    )
    assert (logging.on_failure, logging.keep) == ("drop", Keep(text=30 * 86_400))
    half = load_text(small + "logging: {checkpoint: {records: 1000}}").logging
    assert half.checkpoint == Checkpoints(10, 1000)


def test_what_is_said_of_the_log_is_part_of_the_hash_and_comes_back_from_it(small: str) -> None:
    plain, signed = load_text(small), load_text(small + SIGNED)
    assert not any(word in plain.canonical for word in (b'"checkpoint"', b'"anchor"'))
    assert restored(signed.canonical).logging == signed.logging
    kept = load_text(small + "logging: {level: sealed-text, keep: {decisions: 9d}}")
    assert b'"text"' not in kept.canonical.split(b'"keep"')[1].split(b"}")[0]


def test_a_policy_of_before_keeps_its_hash_though_anchors_may_say_more_now(small: str) -> None:
    anchor = "logging: {anchor: [{kind: file, path_env: PLACE}]}"
    canonical = load_text(small + anchor).canonical
    assert not any(word in canonical for word in (b"roots_env", b"lock_for"))


def test_a_change_of_what_the_log_does_is_told_by_what_it_means(small: str) -> None:
    plain, signed = load_text(small), load_text(small + SIGNED)
    there = {one.what: one.way for one in compared(plain, signed)}
    back = {one.what: one.way for one in compared(signed, plain)}

    assert there["logging.on_failure safe-reply -> drop"] is Way.WEAKER
    assert back["logging.on_failure drop -> safe-reply"] is Way.STRICTER
    anchors = "logging.anchor has changed: where checkpoints are shown"
    assert (there[anchors], back[anchors]) == (Way.STRICTER, Way.WEAKER)
    assert "logging.checkpoint has changed: how often the log is signed" in there
    assert "logging.keep has changed: how long records and texts are kept" in there
