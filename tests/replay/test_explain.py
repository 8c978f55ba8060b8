"""A record in words: nothing of a conversation, and nothing that is not in the log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from guardrails.errors import LogReadError
from guardrails.ledger.acts import (
    access_body,
    coverage_gap_body,
    erase_body,
    failure_body,
    retain_body,
    right_body,
)
from guardrails.ledger.handover import pause_body, ticket_body
from guardrails.ledger.read import read_records
from guardrails.ledger.record import Kind
from guardrails.ledger.store import FileLog
from guardrails.policy.canonical import sealed
from guardrails.policy.load import load
from guardrails.policy.log_settings import Logging
from guardrails.replay.explain import explain
from tests.policies import changed, policy
from tests.replay.test_replay import TALK, recorded, rewritten


def decisions(folder: Path, do: str) -> list[dict[str, Any]]:
    found = [one.record for one in read_records(folder)]
    return [one for one in found if one and one.get("decision", {}).get("do") == do]


def words(folder: Path, seq: int, **fields: Any) -> str:
    return "\n".join(f"{title}: {text}" for title, text in explain(folder, seq, **fields).lines)


@pytest.mark.parametrize(
    ("do", "told"),
    [
        ("pass", ["went on as it was", "none applied", "Withheld: nothing"]),
        ("mask", ["was hidden", "pii.email at characters 9 to 23", "Withheld: characters 9 to 23"]),
        ("replace", ["own words were put in its place", "crisis.high", "Told: desk, level high"]),
    ],
)
def test_a_decision_is_told_in_words(tmp_path: Path, do: str, told: list[str]) -> None:
    recorded(tmp_path)
    found = decisions(tmp_path, do)
    first = next((one for one in found if one["decision"]["escalate"]), found[0])

    text = words(tmp_path, first["seq"])

    for one in told:
        assert one in text
    if do != "pass":
        assert "; how many the model got, if it was asked, is not known" in text
    assert ("Asked for: the policy's text" in text) is (do == "replace")
    assert ("the last record of its turn tells (turn_close)" in text) is (do == "replace")
    assert "the decision is the same" in text
    for word in ("jo@example.org", "hunter2", "not wake up", "cannot go on", "missed you"):
        assert word not in text


def test_the_line_of_the_rule_in_the_file_is_told(tmp_path: Path) -> None:
    using = load(Path("policies/companion.yaml"))
    recorded(tmp_path, TALK[:1], using)
    (masked,) = [one for one in decisions(tmp_path, "mask") if one["side"] == "input"]
    (rule,) = [one for one in using.rules if one.id == masked["decision"]["rule"]]

    text = words(tmp_path, masked["seq"])

    assert f"{rule.id} (line {rule.line} of its file)" in text
    assert f"{using.id}, {using.hash}, in force since record 1" in text


def test_a_decision_that_was_changed_is_told(tmp_path: Path) -> None:
    recorded(tmp_path)
    (first, *_) = decisions(tmp_path, "mask")
    rewritten(tmp_path, lambda record: record["decision"].update(do="pass"))

    assert "MADE AGAIN FROM THE RECORD, THE DECISION IS ANOTHER ONE" in words(
        tmp_path, first["seq"]
    )


def test_a_log_without_findings_says_what_cannot_be_told(tmp_path: Path) -> None:
    recorded(tmp_path, using=sealed(changed(policy(), logging=Logging(level="metadata"))))
    (first, *_) = decisions(tmp_path, "mask")

    text = words(tmp_path, first["seq"])

    assert "Found: not recorded" in text
    assert "Withheld: where is not known" in text
    assert "cannot be made again: the findings cannot be read" in text


def test_a_policy_that_is_not_the_one_of_its_hash_is_told_where_it_is_needed(
    tmp_path: Path,
) -> None:
    path = next(recorded(tmp_path).rglob("seg-*.jsonl"))
    (first, *_) = decisions(tmp_path, "mask")
    path.chmod(0o640)
    path.write_bytes(path.read_bytes().replace(b"Please talk to someone", b"Please talk to no one"))

    text = words(tmp_path, first["seq"])

    assert "is not the one of its hash" in text
    assert "cannot be made again: its policy cannot be read" in text
    assert "what it says is not known, its policy could not be read" in text
    assert "the package's own" not in text


def test_a_decision_that_lacks_something_is_unclear_and_no_failure(tmp_path: Path) -> None:
    recorded(tmp_path)
    (first, *_) = decisions(tmp_path, "mask")
    for change in (lambda r: r.pop("part"), lambda r: r.update(text=7), lambda r: r.pop("ctx")):
        rewritten(tmp_path, lambda record, change=change: change(record))
        assert "Unclear: The record lacks something" in words(tmp_path, first["seq"])


async def test_every_kind_has_words(tmp_path: Path) -> None:
    by: dict[str, Any] = {"by": "op_7", "at": 9}
    trouble: dict[str, Any] = {"session": "s_1", "turn": 0, "side": "input"}
    log = FileLog(tmp_path, origin="web-1")
    for kind, body in {
        Kind.ACCESS: access_body(record="r", field="in", reason="complaint", case="C-7", **by),
        Kind.ERASE: erase_body(sessions=2, stores=["keys"], reason="request", **by),
        Kind.RETAIN: retain_body(segments=(1, 3), seqs=(0, 99), reason="age", at=9),
        Kind.FAILURE: failure_body(
            **trouble, of="detector", name="pii/4", state="failed", why="timeout"
        ),
        Kind.COVERAGE_GAP: coverage_gap_body(**trouble, gap="image", what="", do="note"),
        Kind.RECOVERY: {"why": "lost", "records": 3},
        Kind.HEARTBEAT: {},
        Kind.POLICY: {"policy": 7},
        Kind.ESCALATION_ACK: {"escalation": "e", "by": "op_7", "at": 10},
        Kind.RIGHT: right_body(
            session="s_1", turn=0, right="forget", by="person", purposes=(), at=9
        ),
        Kind.TICKET: ticket_body(
            escalation="e", n=2, step="expired", state="expired", level="high", at=10
        ),
        Kind.PAUSE: pause_body(on=True, reason="incident", **by),
    }.items():
        await log.append(kind, body)
    log.close()

    told = [words(tmp_path, seq) for seq in range(13)]

    for text, part in zip(
        told,
        [
            "A writer began",
            "opened a text (in) of record r; reason complaint, case C-7",
            "kept of 2 conversations was erased",
            "segments 1 to 3 were removed",
            "pii/4 did not do its work (failed: timeout), 1 times",
            "could not be looked at in full (image ), 1 times",
            "3 records could not be written",
            "was alive",
            "Unclear",
            "answered by the operator op_7",
            "asked for by person: forget",
            "The ticket e went on: expired, by the service; it is expired now",
            "op_7 changed whether models are asked; paused: True, reason incident",
        ],
        strict=True,
    ):
        assert part in text


def test_the_words_of_turns_and_alarms_are_filled_in(tmp_path: Path) -> None:
    recorded(tmp_path)
    kinds = {one.record["kind"]: one.record["seq"] for one in read_records(tmp_path) if one.record}

    assert "A conversation began" in words(tmp_path, kinds["session_open"])
    assert "going to be judged by the policy" in words(tmp_path, kinds["turn_open"])
    assert "The strongest action was" in words(tmp_path, kinds["turn_close"])
    assert "over desk within" in words(tmp_path, kinds["escalation"])
    assert "taken by desk, at attempt 1" in words(tmp_path, kinds["escalation_sent"])


def test_a_record_that_is_not_there_or_in_two_logs_is_a_clear_error(tmp_path: Path) -> None:
    recorded(tmp_path, TALK[:1])
    FileLog(tmp_path, origin="web-2").close()

    with pytest.raises(LogReadError, match=r"no record 999 in .* in the log web-1"):
        explain(tmp_path, 999, log="web-1")
    with pytest.raises(LogReadError, match="name one with --origin: web-1, web-2"):
        explain(tmp_path, 0)
    assert "A writer began" in words(tmp_path, 0, log="web-2")


def test_the_bytes_that_were_read_are_told(tmp_path: Path) -> None:
    read: list[int] = []
    explain(recorded(tmp_path, TALK[:1]), 0, progress=read.append)

    assert sum(read) == sum(path.stat().st_size for path in tmp_path.rglob("seg-*.jsonl"))
    assert orjson.loads(next(read_records(tmp_path)).data)["kind"] == "boot"


async def test_what_was_done_to_a_policy_in_the_console_has_words(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin="web-1")
    name = f"sha256:{'a' * 64}"
    for field, reason, case in (("policy", "proposed", "-"), ("note", "taken", "roll-out-3")):
        body = access_body(record=name, field=field, by="op_7", reason=reason, case=case, at=9)
        await log.append(Kind.ACCESS, body)
    log.close()
    told = [words(tmp_path, seq) for seq in (1, 2)]
    assert f"op_7 brought a version of the policy, or took it away: proposed {name}" in told[0]
    assert f"a signed note about the version {name} of the policy: taken, roll-out-3" in told[1]


def test_a_sentence_that_went_with_what_stood_before_it_is_told_to_be_withheld(
    tmp_path: Path,
) -> None:
    recorded(tmp_path)
    first = next(one for one in decisions(tmp_path, "pass") if one["side"] == "output")

    def cut(record: dict[str, Any]) -> None:
        if record["seq"] == first["seq"]:
            record["text"]["in"]["len"], record["text"]["out"]["len"] = 21, 0

    rewritten(tmp_path, cut)
    text = words(tmp_path, first["seq"])

    assert (
        "Done: The text was withheld, 21 characters: nothing was found in it, and it went because "
        "of what stood before it."
    ) in text
    assert "Withheld: all of the text; 21 characters came, 0 went on" in text
    assert "went on as it was" not in text
    assert "Withheld: nothing" not in text
