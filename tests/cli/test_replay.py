from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.replay.report import LIMIT
from tests.replay.test_replay import recorded

NO_HIGH = """\
schema: 1
policy: {id: lax, title: Lax}
locales: [en-GB]
crisis:
  - {id: crisis.care, level: care, threshold: 40, do: add, say: care-text}
messages:
  care-text: {en-GB: That sounds heavy.}
  safe-reply: {en-GB: Not now.}
  too-long: {en-GB: Too long.}
"""


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return recorded(tmp_path / "log")


@pytest.fixture
def lax(tmp_path: Path) -> Path:
    path = tmp_path / "lax.yaml"
    path.write_text(NO_HIGH, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["log", "replay", *map(str, arguments)])


def test_a_sound_log_replays_and_the_limit_is_told(directory: Path) -> None:
    result = run(directory)

    assert result.exit_code == 0
    assert "decisions, made again by the policies of the log" in result.stdout
    assert "same" in result.stdout
    assert result.stdout.splitlines()[-1] == LIMIT


def test_a_changed_record_is_a_difference_and_exit_status_one(directory: Path) -> None:
    path = next(directory.rglob("seg-*.jsonl"))
    path.chmod(0o640)
    path.write_bytes(path.read_bytes().replace(b'"do":"replace"', b'"do":"pass"', 1))

    result = run(directory)

    assert result.exit_code == 1
    assert "now replace by" in result.stdout


def test_another_policy_fails_only_on_what_is_named(directory: Path, lax: Path) -> None:
    assert run(directory, "--policy", lax).exit_code == 0
    assert run(directory, "--policy", lax, "--fail-on", "weaker:crisis.*").exit_code == 1
    assert run(directory, "--policy", lax, "--fail-on", "weaker:failure.pii").exit_code == 0
    assert run(directory, "--policy", lax, "--fail-on", "stricter:pii.*").exit_code == 0
    assert run(directory, "--policy", lax, "--fail-on", "weaker").exit_code == 1


def test_the_report_for_programs_and_the_page_hold_the_same_counts(
    directory: Path, lax: Path
) -> None:
    told = json.loads(run(directory, "--policy", lax, "--format", "json").stdout)
    page = run(directory, "--policy", lax, "--format", "html").stdout

    assert told["decisions"] == sum(told["changes"].values())
    assert told["changes"]["weaker"] > 0
    assert page.startswith("<!doctype html>")
    assert f"{told['decisions']:,} decisions" in page


def test_the_page_draws_what_came_out_otherwise(directory: Path, lax: Path) -> None:
    told = json.loads(run(directory, "--policy", lax, "--format", "json").stdout)
    page = run(directory, "--policy", lax, "--format", "html").stdout
    same = run(directory, "--format", "html").stdout

    count = told["changes"]["weaker"]
    kinds = page.split("by kind</caption>")[1].split("</table>")[0]
    assert f'weaker</th><td class="n">{count:,}</td>' in kinds
    assert kinds.count("<svg") == 4
    assert 'width="320" height="12" fill' in kinds  # the longest bar
    assert "came out otherwise, by rule</caption>" in page
    assert "by kind" not in same
    assert "Nothing." in same


def test_a_log_that_is_none_is_exit_status_two(tmp_path: Path) -> None:
    result = run(tmp_path)

    assert result.exit_code == 2
    assert result.stderr.startswith("candor: no decision log in")


def test_what_cannot_be_read_is_exit_status_two(directory: Path) -> None:
    path = next(directory.rglob("seg-*.jsonl"))
    path.chmod(0o640)
    path.write_bytes(path.read_bytes() + b"nothing\n")

    assert run(directory).exit_code == 2


def test_a_rule_that_is_nowhere_is_told_with_those_that_are_near(
    directory: Path, lax: Path
) -> None:
    for given, near in (
        ("weaker:crisis", "there is crisis.*, crisis.care, crisis.concern, crisis.high"),
        ("weaker:crisis.hihg", "there is crisis.high"),
    ):
        result = run(directory, "--policy", lax, "--fail-on", given)
        assert result.exit_code == 2
        assert f"no rule is called {given.partition(':')[2]}" in result.stderr
        assert near in result.stderr
        assert not result.stdout
    far = run(directory, "--policy", lax, "--fail-on", "weaker:0000")
    assert far.exit_code == 2
    assert far.stderr.endswith("nor in those of the log\n")


@pytest.mark.parametrize("missing", ["first", "middle"])
def test_records_that_are_missing_without_account_are_exit_status_two(
    directory: Path, missing: str
) -> None:
    path = next(directory.rglob("seg-*.jsonl"))
    path.chmod(0o640)
    lines = path.read_bytes().splitlines(keepends=True)
    at = [n for n, line in enumerate(lines) if b'"kind":"turn_close"' in line]
    if missing == "first":
        lines = lines[-1:]  # with nothing to replay
        kept = path.with_name("seg-000002.jsonl")
        kept.write_bytes(b"".join(lines))
        path.unlink()
        assert "no retain record says why" in run(directory).stdout
    else:
        path.write_bytes(b"".join(lines[: at[0]] + lines[at[0] + 1 :]))
        assert "does not follow: others are missing before it" in run(directory).stdout
    assert run(directory).exit_code == 2


@pytest.mark.parametrize("condition", ["softer", "weaker:", "weaker:CRISIS", "weaker crisis.*"])
def test_a_condition_that_is_none_is_told(directory: Path, lax: Path, condition: str) -> None:
    result = run(directory, "--policy", lax, "--fail-on", condition)

    assert result.exit_code == 2
    assert "write weaker, stricter, message or reason" in result.stderr


def test_a_condition_needs_another_policy(directory: Path) -> None:
    result = run(directory, "--fail-on", "weaker")

    assert result.exit_code == 2
    assert "--fail-on needs --policy" in result.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "Did you mean 'companion'?"),
        (b"rules: [", "not valid YAML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"id: mine\n", "needs 'schema'"),
    ],
)
def test_a_policy_that_cannot_be_read_is_exit_status_two_and_no_difference(
    directory: Path, tmp_path: Path, text: bytes | None, said: str
) -> None:
    policy = tmp_path / "companian"
    if text is not None:
        policy = tmp_path / "edited.yaml"
        policy.write_bytes(text)
    result = run(directory, "--policy", policy if text else policy.name, "--fail-on", "weaker")

    assert result.exit_code == 2
    assert said in result.stderr
