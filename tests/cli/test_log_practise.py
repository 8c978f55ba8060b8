"""`candor log practise`: a log on which every command of a safety team has something to tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from guardrails.policy.load import load
from guardrails.replay.shadow import shadow_report


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("some") / "practice"
    done = run("log", "practise", folder, "--times", "2")
    assert done.exit_code == 0, done.output
    return folder


def test_the_log_is_sound_and_both_rules_that_wait_have_something_to_show(practice: Path) -> None:
    assert verify(practice / "log").code is Code.UNANCHORED
    report = shadow_report(practice / "log")
    watched, shared = report.rules["pii.location-watched"], report.rules["claim.bond-told"]
    assert (str(watched.mode), shared.percent) == ("shadow", 25)
    assert watched.fired > 5
    assert watched.moves == {("note", "mask"): watched.fired}
    assert shared.fired > 3
    assert shared.acting > 5
    assert not report.unread


def test_both_policies_of_the_folder_pass_their_own_lint_but_for_what_nobody_signed(
    practice: Path,
) -> None:
    # Once 'pii.location' hides towns itself, the rule that was watched for that is of no use.
    # It takes `claim.retention` away, which is told as well.
    for name, more in (
        ("practice.policy.yaml", set[str]()),
        ("edited.policy.yaml", {"dead-rule", "protection-lost"}),
    ):
        told = json.loads(
            run("policy", "lint", practice / name, "--all", "--format", "json").output
        )
        codes = {one["code"] for one in told["remarks"]}
        assert codes == {"unreviewed-text", "console-channel", *more}, name


def test_a_comparison_over_the_log_tells_what_is_stricter_and_what_is_weaker(
    practice: Path,
) -> None:
    both = (practice / "practice.policy.yaml", practice / "edited.policy.yaml")
    told = run("policy", "diff", *both, "--no-cases", "--log", practice / "log").output
    assert "replace by claim.retention -> pass by no rule" in told
    assert "note by pii.location -> mask by pii.location" in told
    assert "settings: 1 stricter, 1 WEAKER, 0 other" in told


def test_a_roll_out_is_laid_over_the_policy_when_the_log_is_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    assert run("log", "practise", folder, "--times", "1").exit_code == 0
    file, key = folder / "practice.policy.yaml", folder / "staff-17.key"
    rule = ("pii.location-watched", "--mode", "enforce")
    assert run("policy", "rollout", file, *rule, "--key", key).exit_code == 0
    again = run("log", "practise", folder, "--times", "1")
    assert f"roll-out 1 is laid over {file}" in again.output
    assert "wrote" in again.output
    assert f"wrote {file}" not in again.output
    report = shadow_report(folder / "log")
    # In the first run it was watched and nothing else; in the second it is no rule that waits.
    assert 0 < report.rules["pii.location-watched"].fired < 10
    masked = run("log", "query", folder / "log", "--rule", "pii.location-watched", "--do", "mask")
    assert masked.output.count("\n") == report.rules["pii.location-watched"].fired

    # An edit, and the roll-out is for another version.
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("percent: 25", "percent: 30"), encoding="utf-8")
    told = run("log", "practise", folder, "--times", "1").output
    assert "roll-out 1 is not in force: candor policy approve-status" in told
    assert load(file).hash in (folder / "log" / "practice" / "seg-000001.jsonl").read_text("utf-8")


def test_keys_are_for_their_owner_and_nothing_is_written_over(practice: Path) -> None:
    assert (practice / "staff-17.key").stat().st_mode & 0o077 == 0
    other = practice.parent / "mine"
    other.mkdir()
    (other / "notes.txt").write_text("mine", encoding="utf-8")
    refused = run("log", "practise", other)
    assert refused.exit_code == 1
    assert "holds something else already" in refused.output
    assert [one.name for one in other.iterdir()] == ["notes.txt"]
    file = practice.parent / "file" / "below"
    file.parent.write_text("", encoding="utf-8")
    assert "cannot be written" in run("log", "practise", file).output
