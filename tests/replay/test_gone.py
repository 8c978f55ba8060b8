"""What was removed from the front of a log is told by who reads the rest."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from guardrails.errors import LogReadError
from guardrails.evidence.keys import OpeningKey
from guardrails.ledger.prune import prune
from guardrails.ledger.read import Found
from guardrails.ledger.store import FileLog
from guardrails.replay.explain import explain
from guardrails.replay.gone import Gone, begun
from guardrails.replay.report import in_words
from guardrails.replay.run import replay
from tests.replay.test_detect import again
from tests.replay.test_detect import recorded as kept
from tests.replay.test_replay import TALK, recorded

ALL = 2**52  # microseconds: later than every record
RETAIN = {"kind": "retain", "seq": 22, "ts": 0, "segments": [1, 2], "seqs": [0, 15]}


def pruned(directory: Path, origin: str = "web-1", reason: str = "age") -> int:
    """Remove all records of the log but the last ones, and return how many are gone."""
    log = FileLog(directory, origin=origin, segment_records=1)
    try:
        return asyncio.run(prune(log, ALL, reason=reason)).seqs[1] + 1
    finally:
        log.close()


def test_each_removal_is_told_by_its_own_record(tmp_path: Path) -> None:
    first = pruned(recorded(tmp_path, TALK[:2]), reason="law")
    recorded(tmp_path, TALK[:1])
    second = pruned(tmp_path)

    with pytest.raises(LogReadError, match=f"records {first} to {second - 1} of them for 'age'"):
        explain(tmp_path, first)
    [gone] = replay(tmp_path).gone
    assert gone.records == second
    assert f"records 0 to {second - 1:,} of the log web-1 were removed" in "".join(
        in_words(replay(tmp_path))
    )


def test_who_looks_at_kept_texts_again_is_told_as_well(tmp_path: Path) -> None:
    key = OpeningKey.generate("investigators")
    kept(tmp_path, key)
    assert again(tmp_path, key).gone == []
    number = pruned(tmp_path, "local")
    [gone] = again(tmp_path, key).gone
    assert (gone.records, len(gone.removals)) == (number, 1)


def test_a_log_that_does_not_begin_with_a_record_says_nothing_of_what_is_gone(
    tmp_path: Path,
) -> None:
    assert begun(Found(tmp_path / "web-1" / "seg-000002.jsonl", 1, b"x", None)) == Gone("web-1", 0)


def test_of_a_whole_log_nothing_is_gone(tmp_path: Path) -> None:
    assert replay(recorded(tmp_path, TALK[:1])).gone == []
    assert "not replayed" not in "".join(in_words(replay(tmp_path)))


def test_what_is_gone_without_a_word_is_told_as_that() -> None:
    assert "are not there, and no retain record says why" in str(Gone("web-1", 16))


@pytest.mark.parametrize("new", [{"seqs": [0]}, {"seqs": "x"}, {"segments": [1, "2"]}])
def test_a_retain_record_that_makes_no_sense_says_nothing(new: dict[str, object]) -> None:
    gone = Gone("web-1", 16)
    gone.take({**RETAIN, **new})
    assert gone.removals == []
    gone.take(RETAIN)
    assert "records 0 to 15 of them at 1970-01-01 00:00:00 UTC" in str(gone)
    assert gone.lost(15)
    assert not gone.lost(16)
