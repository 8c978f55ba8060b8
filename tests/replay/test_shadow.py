"""What a report says of a rule that is only watched is what the rule does once it acts."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.cli.main import main
from guardrails.decisions import Mode
from guardrails.errors import LogReadError
from guardrails.ledger.disk import FILES
from guardrails.ledger.query import Query
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Logging
from guardrails.policy.model import Policy
from guardrails.replay.compare import Change, compare
from guardrails.replay.shadow import shadow_report
from tests.policies import RULES, policy
from tests.replay.test_replay import TALK, WORDS, recorded, rewritten

TALKED = tuple((message, reply or "I see.") for message, reply in TALK)
NAMES = [rule.id for rule in RULES if rule.id != "crisis.care"]


def watching(*names: str, **fields: Any) -> Policy:
    """Return the policy of the tests, some of its rules in shadow, or as *fields* say."""
    wanted = fields or {"mode": Mode.SHADOW}
    rules = [replace(one, **wanted) if one.id in names else one for one in RULES]
    return sealed(policy(*rules, salt="one"))


def decisions(folder: Path) -> list[dict[str, Any]]:
    lines = [
        orjson.loads(line)
        for path in sorted(folder.rglob("seg-*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    return [line for line in lines if line["kind"] == "decision"]


def test_a_report_tells_who_would_have_been_treated_otherwise(tmp_path: Path) -> None:
    report = shadow_report(
        recorded(tmp_path, TALKED, watching("claim.emotion", "crisis.concern", "crisis.high"))
    )
    assert report.decisions == len(decisions(tmp_path))
    assert set(report.rules) == {"claim.emotion", "crisis.concern", "crisis.high"}
    claim, high = report.rules["claim.emotion"], report.rules["crisis.high"]
    assert claim.moves == {("pass", "rewrite"): claim.fired}
    assert claim.changes == {Change.STRICTER: claim.fired}
    assert 0 < claim.fired < claim.looked <= report.decisions
    # The rule of the level below answers in the meantime.
    assert high.moves == {("add", "replace"): 1}
    assert high.told == 1
    assert len(high.sessions) == 1
    assert [(log, seq) for log, seq in high.examples] == [("web-1", high.examples[0][1])]
    assert report.first < report.last
    assert not report.unread


def test_a_log_without_rules_that_wait_has_nothing_to_report(tmp_path: Path) -> None:
    assert shadow_report(recorded(tmp_path)).rules == {}


@settings(max_examples=12)
@given(
    st.sampled_from(NAMES),
    st.lists(
        st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).map(lambda one: [one]),
        min_size=1,
        max_size=3,
    ),
)
def test_what_is_reported_of_a_rule_is_what_it_does_once_it_acts(
    name: str, talks: list[list[tuple[str, str]]]
) -> None:
    # Each conversation is one message, since another answer would change the rest of it.
    for talk in talks:
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            watched = recorded(Path(one), talk, watching(name))
            acting = recorded(Path(other), talk, sealed(policy(salt="one")))
            report = shadow_report(watched).rules[name]
            changes, moves, left = Counter[Change](), Counter[tuple[str, str]](), False
            both = list(zip(decisions(watched), decisions(acting), strict=False))
            assert both
            for was, does in both:
                assert (was["side"], was["findings"]) == (does["side"], does["findings"])
                before, after = was["decision"], does["decision"]
                if any(rule == name for rule, _, _ in before["fired"]):
                    changes[compare(before, after)] += 1
                    moves.update([(before["do"], after["do"])] * (before["do"] != after["do"]))
                    left = left or (was["side"] == "input" and before["do"] != after["do"])
                if left:  # the model is not asked any more, or asked otherwise
                    break
            if left:
                assert all(report.changes[change] >= n for change, n in changes.items())
            else:
                assert (report.changes, report.moves) == (changes, moves)


def test_a_share_of_conversations_is_told_beside_the_rest(tmp_path: Path) -> None:
    for number in range(8):
        recorded(tmp_path / str(number), TALK[:1], watching("pii.contact", percent=50))
    report = shadow_report(tmp_path)
    seen = report.rules["pii.contact"]
    assert (seen.mode, seen.percent) == (Mode.ENFORCE, 50)
    # Which side a conversation is on depends on its random name; each is on one of them.
    assert seen.looked + seen.acting == report.decisions
    assert seen.fired + seen.acted == 8
    assert seen.moves == ({("pass", "mask"): seen.fired} if seen.fired else {})


def test_how_a_rule_acted_is_told_from_its_first_version_to_its_last(tmp_path: Path) -> None:
    for way in ({"mode": Mode.SHADOW}, {"percent": 50}, {"mode": Mode.ENFORCE}):
        recorded(tmp_path, TALK[:1], watching("pii.contact", **way))
    seen = shadow_report(tmp_path).rules["pii.contact"]
    assert seen.ways == [(Mode.SHADOW, 100), (Mode.ENFORCE, 50), (Mode.ENFORCE, 100)]
    assert (seen.mode, seen.percent) == (Mode.ENFORCE, 100)
    assert "pii.contact (shadow, then 50 %, then for everybody): fired" in run(tmp_path).stdout
    assert sum(seen.policies.values()) == seen.looked


def test_a_rule_for_some_texts_is_not_told_of_others(tmp_path: Path) -> None:
    report = shadow_report(recorded(tmp_path, using=watching("pii.person")))
    sides = [one["side"] for one in decisions(tmp_path)]
    assert report.rules["pii.person"].looked == sides.count("input") < len(sides)
    from guardrails.messages import Surface

    only = watching("pii.contact", surfaces=frozenset({Surface.SYSTEM}), mode=Mode.SHADOW)
    assert shadow_report(recorded(tmp_path / "system", using=only)).rules == {}


def test_a_query_narrows_what_is_reported(tmp_path: Path) -> None:
    recorded(tmp_path, using=watching("claim.emotion"))
    last = decisions(tmp_path)[-1]["ts"]
    assert shadow_report(tmp_path, Query(since=last)).decisions == 1


def test_records_without_findings_are_counted_and_left_out(tmp_path: Path) -> None:
    using = sealed(replace(watching("pii.contact"), logging=Logging(level="metadata")))
    report = shadow_report(recorded(tmp_path, using=using))
    assert report.without_findings == report.decisions > 0
    assert report.rules == {}


def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    recorded(tmp_path, using=watching("pii.contact"))

    def spoil(record: dict[str, Any]) -> None:
        if record["turn"] == 0:
            record["ctx"] = {}
        else:
            record["policy"]["hash"] = "sha256:none"

    rewritten(tmp_path, spoil)
    [segment] = tmp_path.rglob("seg-*.jsonl")
    with segment.open("ab") as file:
        file.write(b"no record\n")
    report = shadow_report(tmp_path)
    assert len(report.unread) == report.decisions + 1
    assert "names a policy that was not recorded before it" in report.unread[-2]
    assert report.unread[-1].endswith(": no record")
    segment.write_bytes(segment.read_bytes().replace(b'"text":"{', b'"text":"'))
    with pytest.raises(LogReadError, match=r"seg-000001.jsonl:\d+: "):
        shadow_report(tmp_path)


def test_a_policy_is_read_from_its_file_once_its_record_is_removed(tmp_path: Path) -> None:
    recorded(tmp_path, using=watching("claim.emotion"))
    before = shadow_report(tmp_path)
    [segment] = tmp_path.rglob("seg-*.jsonl")
    lines = segment.read_bytes().splitlines(keepends=True)
    [removed] = [orjson.loads(line) for line in lines if b'"kind":"policy"' in line]
    files = segment.parent / FILES
    files.mkdir(exist_ok=True)
    name = removed["policy"]["hash"].removeprefix("sha256:")
    (files / name).write_text(removed["text"])
    segment.write_bytes(b"".join(line for line in lines if b'"kind":"policy"' not in line))
    report = shadow_report(tmp_path)
    assert report.rules == before.rules
    assert not report.unread


# --- the command ---


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["policy", "shadow-report", *map(str, arguments)])


def test_the_report_is_printed_for_people(tmp_path: Path) -> None:
    recorded(tmp_path, TALKED, watching("claim.emotion", "crisis.concern", "crisis.high"))
    result = run(tmp_path)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert " decisions, " in lines[0]
    assert any(line.startswith("claim.emotion (shadow): fired in ") for line in lines)
    assert "          1    add -> replace" in lines
    assert "          1  somebody else is told, or sooner" in lines
    assert any(line.startswith("  for example web-1 #") for line in lines)
    only = run(tmp_path, "--rule", "claim.*").stdout
    assert "claim.emotion" in only
    assert "crisis.high" not in only
    assert "no rule was only watched" in run(tmp_path, "--rule", "pii.*").stdout


def test_the_report_is_printed_for_programs(tmp_path: Path) -> None:
    for number in range(6):
        recorded(tmp_path / str(number), TALK[:1], watching("pii.contact", percent=50))
    told = json.loads(run(tmp_path, "--format", "json").stdout)
    [rule] = told["rules"]
    assert (rule["rule"], rule["mode"], rule["percent"]) == ("pii.contact", "enforce", 50)
    assert rule["fired"] + rule["acted"] == 6
    words = run(tmp_path).stdout
    assert f"pii.contact (50 %): fired in {rule['fired']}" in words
    assert ("where it acts it fired in" in words) == bool(rule["acting"])


def test_a_report_that_is_not_whole_says_so(tmp_path: Path) -> None:
    recorded(tmp_path, using=watching("pii.contact"))

    def spoil(record: dict[str, Any]) -> None:
        record["ctx"] = {}

    rewritten(tmp_path, spoil)
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "unread  and " in result.stdout
    using = sealed(replace(watching("pii.contact"), logging=Logging(level="metadata")))
    assert "left out: their findings" in run(recorded(tmp_path / "b", using=using)).stdout
