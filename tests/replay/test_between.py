"""What a change of a policy would have meant in a log."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.cli.main import main
from guardrails.decisions import Do, Mode
from guardrails.errors import LogReadError
from guardrails.policy.canonical import sealed
from guardrails.policy.load import load
from guardrails.policy.log_settings import Logging
from guardrails.policy.model import Policy
from guardrails.replay.between import MOST_EXAMPLES, Move, between
from guardrails.replay.compare import Change
from guardrails.replay.run import replay
from tests.policies import RULES, policy
from tests.replay.test_replay import DEFAULT, TALK, recorded, rewritten

TALKED = tuple((message, reply or "I see.") for message, reply in TALK)


def with_rule(name: str, **fields: Any) -> Policy:
    return sealed(policy(*(replace(one, **fields) if one.id == name else one for one in RULES)))


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("log"))


def test_a_policy_and_itself_treat_everybody_alike(log: Path) -> None:
    found = between(log, DEFAULT, DEFAULT)
    assert found.decisions == found.by_old > len(TALK)
    assert found.changes == {Change.SAME: found.decisions}
    assert (found.moves, found.needs_text, found.unread) == ({}, {}, [])


def test_each_move_is_counted_by_rule_with_the_numbers_of_records(log: Path) -> None:
    found = between(log, DEFAULT, with_rule("claim.emotion", mode=Mode.DISABLED))
    gone = [one for one in found.moves if one.before[1] == "claim.emotion"]
    assert [one.change for one in gone] == [Change.WEAKER] == list({one.change for one in gone})
    assert gone[0].before == ("rewrite", "claim.emotion")
    seen = found.moves[gone[0]]
    assert seen.decisions == found.changes[Change.WEAKER] == len(seen.examples) > 0
    back = between(log, with_rule("claim.emotion", mode=Mode.DISABLED), DEFAULT)
    assert back.changes[Change.STRICTER] == seen.decisions
    assert back.by_old == 0


def test_what_differs_beside_action_and_rule_is_named(log: Path) -> None:
    found = between(log, DEFAULT, with_rule("crisis.high", say="concern-text"))
    [(move, seen)] = found.moves.items()
    high = ("replace", "crisis.high")
    assert move == Move(Change.MESSAGE, high, high, ("say",))
    assert seen.decisions == found.changes[Change.MESSAGE] == 1


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([rule.id for rule in RULES]), st.sampled_from([0, 3000, 9900]), st.data())
def test_against_the_policy_of_the_log_it_counts_as_a_replay_does(
    log: Path, name: str, threshold: int, data: st.DataObject
) -> None:
    mode = data.draw(st.sampled_from(list(Mode)))
    new = with_rule(name, threshold=threshold, mode=mode)
    found, replayed = between(log, DEFAULT, new), replay(log, new)
    assert found.changes == replayed.changes
    assert sum(one.decisions for one in found.moves.values()) == replayed.differs
    assert set(found.needs_text.items()) >= set(replayed.needs_text.items())


def test_examples_are_few_and_counts_are_whole(tmp_path: Path) -> None:
    recorded(tmp_path, [("hello there", "I have missed you.")] * (MOST_EXAMPLES + 2))
    [seen] = between(tmp_path, DEFAULT, with_rule("claim.emotion", do=Do.NOTE)).moves.values()
    assert (seen.decisions, len(seen.examples)) == (MOST_EXAMPLES + 2, MOST_EXAMPLES)


def test_rules_that_nobody_looked_for_are_counted_as_in_need_of_the_text(tmp_path: Path) -> None:
    rules = [rule for rule in RULES if not rule.id.startswith("claim.")]
    old = sealed(policy(*rules))
    recorded(tmp_path, using=old)
    found = between(tmp_path, old, DEFAULT)
    assert {name for name in found.needs_text if name.startswith("claim.")} == {
        "claim.emotion",
        "claim.human_identity",
        "claim.professional",
    }
    # It is the same for the other way round: there the old policy is the blind one.
    assert between(tmp_path, DEFAULT, old).needs_text == found.needs_text


def test_records_without_findings_are_left_out(tmp_path: Path) -> None:
    using = sealed(replace(policy(), logging=Logging(level="metadata")))
    found = between(recorded(tmp_path, using=using), using, DEFAULT)
    assert found.without_findings == found.decisions > 0
    assert not found.changes


def _no_rules(record: dict[str, Any]) -> None:
    record["policy"] = {}


def _other_policy(record: dict[str, Any]) -> None:
    record["policy"]["hash"] = "sha256:" + "0" * 64


@pytest.mark.parametrize(
    ("change", "why"),
    [(_no_rules, "a decision lacks something"), (_other_policy, "names a policy that was not")],
)
def test_what_cannot_be_replayed_is_told_with_its_place(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], why: str
) -> None:
    rewritten(recorded(tmp_path), change)
    found = between(tmp_path, DEFAULT, DEFAULT)
    assert len(found.unread) == found.decisions > 0
    assert all(why in one and "seg-" in one for one in found.unread)
    assert not found.changes
    assert not found.by_old


def test_a_line_that_is_no_record_and_a_folder_that_is_no_log_are_told(tmp_path: Path) -> None:
    recorded(tmp_path / "one")
    [path] = (tmp_path / "one").rglob("seg-*.jsonl")
    path.chmod(0o640)
    path.write_bytes(path.read_bytes() + b"{\n")
    seen: list[int] = []
    found = between(tmp_path, DEFAULT, DEFAULT, seen.append)
    assert [one.rpartition(": ")[2] for one in found.unread] == ["no record"]
    assert sum(seen) == path.stat().st_size
    (tmp_path / "empty").mkdir()
    with pytest.raises(LogReadError):
        between(tmp_path / "empty", DEFAULT, DEFAULT)


def test_a_policy_of_the_log_that_cannot_be_read_stops_it_with_its_place(tmp_path: Path) -> None:
    recorded(tmp_path)
    [path] = tmp_path.rglob("seg-*.jsonl")
    path.chmod(0o640)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"Please talk to someone now", b"Please talk to anybody now"))
    with pytest.raises(LogReadError, match=r"seg-000001.jsonl:\d+: record \d+: the text of the"):
        between(tmp_path, DEFAULT, DEFAULT)


POLICY = """\
schema: 1
policy: {id: tested}
locales: [en-GB]
claim:
  - {id: claim.emotion, claims: [emotion], do: rewrite}
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, escalate: {to: desk, within: 10m}}
escalation: {channels: {desk: {kind: console}}}
messages:
  help: {en-GB: "Please call somebody."}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""  # noqa: E501


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(POLICY, encoding="utf-8")
    weaker = POLICY.replace("do: rewrite", "do: note")
    new.write_text(weaker + "disclosure: {at_start: too-long}\n", encoding="utf-8")
    return old, new


def diff(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["policy", "diff", "--no-cases", *map(str, arguments)])


def test_the_command_tells_rules_with_their_lines_and_a_sum(
    tmp_path: Path, files: tuple[Path, Path]
) -> None:
    old, new = files
    log = recorded(tmp_path / "log", TALKED, load(old))
    result = diff(old, new, "--log", log)
    assert result.exit_code == 0, result.output
    told = [line for line in result.stdout.splitlines() if "[log-" in line]
    assert told[0].startswith(f"{new}:5:1: warning: WEAKER: 2 decisions of the log, rewrite by ")
    assert "claim.emotion -> note by claim.emotion; for example web-1 #" in told[0]
    assert "nobody looked for" not in result.stdout
    *_, summed, limit = result.stdout.splitlines()
    assert summed.startswith("log: ")
    assert " 2 WEAKER, " in summed
    assert limit.startswith("Each recorded text was judged on its own")
    assert diff("--strict", old, new, "--log", log).exit_code == 1


def test_the_command_tells_the_same_as_json_sarif_and_notes(
    tmp_path: Path, files: tuple[Path, Path]
) -> None:
    log = recorded(tmp_path / "log", TALKED, load(files[0]))
    value = json.loads(diff(*files, "--log", log, "--format", "json").stdout)
    weaker = [one for one in value["log"]["moves"] if one["change"] == "weaker"]
    assert sum(one["decisions"] for one in weaker) == value["log"]["changes"]["weaker"] == 2
    assert weaker[0]["before"] == {"do": "rewrite", "rule": "claim.emotion"}
    assert weaker[0]["examples"][0]["log"] == "web-1"
    assert value["log"]["by_old"] == value["log"]["decisions"]
    sarif = json.loads(diff(*files, "--log", log, "--format", "sarif").stdout)
    assert "log-weaker" in {one["ruleId"] for one in sarif["runs"][0]["results"]}
    notes = diff(*files, "--log", log, "--format", "github").stdout
    assert f"::warning file={files[1]},line=5,col=1,title=log-weaker::WEAKER: 2 " in notes


def test_the_command_tells_what_the_log_cannot(tmp_path: Path, files: tuple[Path, Path]) -> None:
    old, new = files
    claims = "claim:\n  - {id: claim.emotion, claims: [emotion], do: rewrite}\n"
    old.write_text(POLICY.replace(claims, ""), encoding="utf-8")
    log = recorded(tmp_path / "log", TALKED, load(old))
    result = diff(old, new, "--log", log)
    assert result.exit_code == 0
    assert f"{new}:5:1: warning: in " in result.stdout
    assert "nobody looked for all that claim.emotion acts on" in result.stdout


def test_the_command_fails_otherwise_if_the_log_cannot_be_replayed(
    tmp_path: Path, files: tuple[Path, Path]
) -> None:
    log = recorded(tmp_path / "log", TALKED, load(files[0]))
    rewritten(log, _no_rules)
    result = diff(*files, "--log", log)
    assert result.exit_code == 2
    assert "records of the log could not be replayed: " in result.stdout
    assert "; and " in result.stdout
    silent = recorded(tmp_path / "silent", (), load(files[0]))
    empty = diff(*files, "--log", silent)
    assert empty.exit_code == 2
    assert "there is no decision in the log" in empty.stdout


def test_the_command_counts_decisions_without_findings(
    tmp_path: Path, files: tuple[Path, Path]
) -> None:
    text = files[0].read_text(encoding="utf-8") + "logging: {level: metadata}\n"
    files[0].write_text(text, encoding="utf-8")
    log = recorded(tmp_path / "log", TALKED[:1], load(files[0]))
    result = diff(*files, "--log", log)
    assert result.exit_code == 0
    assert "left out: their findings are not recorded [log-left-out]" in result.stdout


def test_a_rule_that_is_gone_is_told_where_it_stood(
    tmp_path: Path, files: tuple[Path, Path]
) -> None:
    old, new = files
    new.write_text(
        POLICY.replace("claim:\n  - {id: claim.emotion, claims: [emotion], do: rewrite}\n", ""),
        encoding="utf-8",
    )
    result = diff(old, new, "--log", recorded(tmp_path / "log", TALKED, load(old)))
    assert f"{old}:5:1: warning: WEAKER: 2 decisions of the log, rewrite by claim.emotion" in (
        result.stdout
    )
    assert "-> pass by no rule" in result.stdout
