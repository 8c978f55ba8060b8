"""The risk of conversations is folded anew from the records, and comes out the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from guardrails.cli.main import main
from guardrails.findings import Family
from guardrails.policy.canonical import sealed
from guardrails.replay.compare import Change
from guardrails.replay.report import as_json, in_words
from guardrails.replay.run import replay
from tests.policies import RULES, policy
from tests.replay.test_replay import recorded

TALK = (
    ("hello there", "Hello."),
    ("I wish I would not wake up", "Tell me more."),
    ("I wish I would not wake up", "I have missed you."),
    ("hello there", "I have missed you."),
    ("I cannot go on at all", None),
    ("hello there", "I have missed you."),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("logs"), TALK)


def changed(folder: Path, change: Any) -> None:
    for path in folder.rglob("seg-*.jsonl"):
        path.chmod(0o640)
        records = [orjson.loads(line) for line in path.read_bytes().splitlines()]
        kept = [one for one in records if change(one) is not False]
        path.write_bytes(
            b"".join(orjson.dumps(one, option=orjson.OPT_SORT_KEYS) + b"\n" for one in kept)
        )


def test_the_state_of_a_log_comes_out_as_it_was_recorded(folder: Path) -> None:
    result = replay(folder, state="recomputed")
    risks = {
        orjson.loads(line)["ctx"]["risk"]
        for path in folder.rglob("seg-*.jsonl")
        for line in path.read_bytes().splitlines()
        if b'"kind":"decision"' in line
    }

    assert len(risks) > 3  # else nothing was gathered, and nothing shown
    assert result.changes == {Change.SAME: result.decisions}
    assert (result.restated, result.without_state, result.unread) == (0, 0, [])


def test_a_policy_without_crisis_rules_gathers_no_risk(folder: Path) -> None:
    calm = sealed(
        replace(policy(), rules=tuple(one for one in RULES if one.family is not Family.CRISIS))
    )
    recorded_state = replay(folder, calm)
    recomputed = replay(folder, calm, state="recomputed")

    assert recomputed.restated > 0
    assert recorded_state.restated == 0
    assert recomputed.differs >= recorded_state.differs > 0


def test_a_risk_that_was_changed_in_the_log_comes_out_otherwise(tmp_path: Path) -> None:
    folder = recorded(tmp_path, TALK)

    def lied(record: dict[str, Any]) -> None:
        if record["kind"] == "decision":
            record["ctx"]["risk"] = 17

    changed(folder, lied)
    assert replay(folder).restated == 0
    assert replay(folder, state="recomputed").restated == replay(folder).decisions


def test_a_sign_off_takes_the_risk_away(tmp_path: Path) -> None:
    folder = recorded(tmp_path, TALK)

    def signed(record: dict[str, Any]) -> None:
        if record["kind"] == "turn_close" and record["turn"] == 1:
            record["kind"] = "sign_off"

    changed(folder, signed)
    assert replay(folder, state="recomputed").restated > 0


def test_a_conversation_that_began_elsewhere_keeps_its_recorded_state(tmp_path: Path) -> None:
    folder = recorded(tmp_path, TALK)
    changed(folder, lambda record: record.get("turn") not in {0, 1} or record["kind"] == "boot")
    removed = replay(folder, state="recomputed")
    assert removed.without_state == removed.decisions > 0
    assert removed.changes == {Change.SAME: removed.decisions}

    folder = recorded(tmp_path / "b", TALK)

    def moved(record: dict[str, Any]) -> None:
        if record["kind"] == "turn_open" and record["turn"] == 3:
            record["before"]["origin"] = "web-2"

    changed(folder, moved)
    assert 0 < replay(folder, state="recomputed").without_state < removed.decisions


def test_turns_that_lack_something_are_told(tmp_path: Path) -> None:
    folder = recorded(tmp_path, TALK)

    def cut(record: dict[str, Any]) -> None:
        if record["kind"] == "turn_close":
            del record["fold"]

    changed(folder, cut)
    result = replay(folder, state="recomputed")
    assert len(result.unread) == len(TALK)
    assert all("a turn lacks something" in one for one in result.unread)


def test_the_report_and_the_command_tell_of_the_state(folder: Path) -> None:
    result = replay(folder, state="recomputed")
    told = CliRunner().invoke(main, ["log", "replay", str(folder), "--state", "recomputed"])

    assert as_json(result)["state"]["from"] == "recomputed"
    assert any("state comes out otherwise" in line for line in in_words(result))
    assert told.exit_code == 0, told.output
