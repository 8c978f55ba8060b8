"""What a version wrote must verify and replay with every later one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from guardrails.ledger.read import read_records
from guardrails.ledger.record import Kind
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from guardrails.replay.compare import Change
from guardrails.replay.explain import explain
from guardrails.replay.run import replay

FOLDER = Path(__file__).parent / "golden"
WRITTEN = {
    "0.1.0": ("sha256:b8fc2bb26e4bdd67958e6127a508f508e953d63d734da3828a709b19893f7f34", 106, 44),
}
"""Version → its head, its records and its decisions."""
LATER = {Kind.TICKET, Kind.PAUSE}
"""Kinds that came after these logs were written."""


def test_every_golden_log_is_known() -> None:
    assert {path.name for path in FOLDER.glob("[0-9]*")} == set(WRITTEN)


@pytest.mark.parametrize("version", WRITTEN)
def test_a_golden_log_is_sound_up_to_the_head_that_was_known_when_it_was_written(
    version: str,
) -> None:
    head, records, _ = WRITTEN[version]

    verdict = verify(FOLDER / version, head=head)

    assert verdict.code is Code.SOUND
    assert verdict.logs[0].records == records


@pytest.mark.parametrize("version", WRITTEN)
def test_each_decision_of_a_golden_log_comes_out_as_it_was_recorded(version: str) -> None:
    _, _, decisions = WRITTEN[version]

    result = replay(FOLDER / version)

    assert result.changes == {Change.SAME: decisions}
    assert result.unread == []
    assert len(result.policies) == 2


@pytest.mark.parametrize("version", WRITTEN)
def test_each_record_of_a_golden_log_can_be_put_into_words(version: str) -> None:
    kinds = set()
    for found in read_records(FOLDER / version):
        assert found.record is not None
        told = explain(FOLDER / version, found.record["seq"])
        titles = [title for title, _ in told.lines]
        assert "What" in titles
        assert "Unclear" not in titles
        kinds.add(found.record["kind"])
    assert kinds == set(Kind) - LATER


@pytest.mark.parametrize("version", WRITTEN)
def test_any_changed_byte_of_a_golden_log_is_noticed(version: str, tmp_path: Path) -> None:
    """All but those of the last line, which only somebody who knows the head can tell."""
    shutil.copytree(FOLDER / version, tmp_path / "log")
    tried = 0
    for path in sorted((tmp_path / "log").rglob("*")):
        if not path.is_file():
            continue
        path.chmod(0o640)
        whole = path.read_bytes()
        for at in range(0, len(whole), 1 + len(whole) // 40):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            verdict = verify(tmp_path / "log", head=WRITTEN[version][0])
            assert verdict.code is Code.PROBLEM, f"{path.name} at {at}"
            tried += 1
        path.write_bytes(whole)
    assert verify(tmp_path / "log", head=WRITTEN[version][0]).code is Code.SOUND
    assert tried > 200


def test_every_key_of_a_record_is_in_the_written_format() -> None:
    text = (Path(__file__).parents[2] / "docs" / "log-format.md").read_text()
    told = set(re.findall(r"`([a-z_0-9-]+)`", text))
    missing = set()
    for found in read_records(FOLDER):
        assert found.record is not None
        kind = found.record["kind"]
        missing |= {f"{kind}.{key}" for key in found.record if key not in told}
        for inner in ("ctx", "decision", "part", "text", "policy"):
            value = found.record.get(inner)
            if isinstance(value, dict):
                missing |= {f"{inner}.{key}" for key in value if key not in told}
    assert missing == set()
    assert {kind.value for kind in Kind} <= told
