"""Investigators open what is kept, on record; nobody else does, and nothing that was changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import orjson
import pytest

from guardrails.errors import EvidenceError, LogReadError, LogWriteError, RecordError
from guardrails.evidence.check import check
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.opening import Opened, open_texts, record_at
from guardrails.ledger.fakes import BrokenLog
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.read import read_records
from tests.evidence.conftest import Keeping, keeping
from tests.guards import say

WHO = {"by": "op_7", "reason": "complaint", "case": "C-2026/11"}
AGREED = {"consent": ["log-text"]}


def decisions(folder: Path) -> list[dict[str, Any]]:
    records = [one.record for one in read_records(folder)]
    return [one for one in records if one is not None and one["kind"] == "decision"]


@pytest.fixture
async def folder(kept: Keeping, tmp_path: Path) -> Path:
    """Return a log with two conversations of which texts are kept: seqs 4, 5 and 9, 10."""
    async with kept() as guarded:
        await say(guarded, "I told nobody.", "I missed you. It is late.", **AGREED)
        await say(guarded, "Nor did I.", "It is late.", session_id="t", **AGREED)
    assert [one["seq"] for one in decisions(tmp_path)] == [4, 5, 9, 10]
    return tmp_path / "local"


async def test_the_texts_of_a_decision_are_shown_once_each_is_recorded(
    folder: Path, investigators: OpeningKey
) -> None:
    acts = MemoryLog("investigators")
    record = decisions(folder)[1]
    opened = await open_texts(folder, 5, investigators, acts, **WHO, now=lambda: 99.5)

    assert opened == (
        Opened(record["id"], "in", "I missed you. It is late."),
        Opened(record["id"], "out", "Welcome back! It is late."),
    )
    assert "late" not in repr(opened)
    wanted = (*WHO, "record", "field", "at")
    told = [{key: one[key] for key in wanted} for one in acts.of("access")]
    both = ({**WHO, "record": record["id"], "field": name, "at": 99} for name in ("in", "out"))
    assert told == list(both)


async def test_a_text_that_went_on_as_it_came_is_shown_once(
    folder: Path, investigators: OpeningKey
) -> None:
    opened = await open_texts(folder, 10, investigators, MemoryLog(), **WHO)

    assert [(one.name, one.text) for one in opened] == [("in", "It is late.")]


async def test_nothing_is_shown_that_cannot_be_recorded(
    folder: Path, investigators: OpeningKey
) -> None:
    with pytest.raises(LogWriteError):
        await open_texts(folder, 4, investigators, BrokenLog(), **WHO)


@pytest.mark.parametrize(
    "wrong", [{"reason": "I am curious"}, {"case": ""}, {"by": "Jo Smith"}, {"reason": "Complaint"}]
)
async def test_who_and_why_are_ids_and_codes(
    folder: Path, investigators: OpeningKey, wrong: dict[str, str]
) -> None:
    acts = MemoryLog()
    with pytest.raises(RecordError):
        await open_texts(folder, 4, investigators, acts, **{**WHO, **wrong})

    assert acts.of("access") == []


async def refused(folder: Path, seq: int, key: OpeningKey) -> str:
    """Return why the text does not open; nothing is recorded then."""
    acts = MemoryLog()
    with pytest.raises(EvidenceError) as told:
        await open_texts(folder, seq, key, acts, **WHO)
    assert acts.of("access") == []
    return str(told.value)


async def test_another_key_opens_nothing(folder: Path, investigators: OpeningKey) -> None:
    told = await refused(folder, 4, OpeningKey.generate("investigators"))

    assert "none to which this conversation was sealed" in told
    assert investigators.sealing.id in told


def change(folder: Path, statement: str, *values: object) -> None:
    database = sqlite3.connect(folder / "evidence" / "texts.db")
    database.execute(statement, values)
    database.commit()
    database.close()


def name_at(folder: Path, seq: int) -> str:
    [name] = [one["text"]["in"]["ct"] for one in decisions(folder) if one["seq"] == seq]
    return str(name)


async def test_a_text_that_was_changed_or_taken_away_is_told(
    folder: Path, investigators: OpeningKey
) -> None:
    change(folder, "UPDATE texts SET sealed = x'00' WHERE name = ?", name_at(folder, 4))
    change(folder, "DELETE FROM texts WHERE name = ?", name_at(folder, 5))

    assert "was changed: it has another hash" in await refused(folder, 4, investigators)
    assert "'in' of record 5 is not there" in await refused(folder, 5, investigators)
    verdict = check(folder)
    assert [one.rpartition(" ")[2] for one in verdict.problems] == ["changed", "0"]
    assert "1 conversations that records name are gone" in verdict.problems[1]


async def test_a_text_of_another_record_does_not_open_whatever_its_record_says(
    folder: Path, investigators: OpeningKey
) -> None:
    # Who may write the log as well can make a record name the text of another one.
    path = folder / "seg-000001.jsonl"
    lines = path.read_bytes().splitlines()
    mine, other = (orjson.loads(lines[seq]) for seq in (4, 5))
    mine["text"]["in"]["ct"] = other["text"]["in"]["ct"]
    lines[4] = orjson.dumps(mine, option=orjson.OPT_SORT_KEYS)
    path.write_bytes(b"\n".join(lines) + b"\n")

    assert "does not belong to this record" in await refused(folder, 4, investigators)


async def test_the_key_of_another_conversation_opens_nothing(
    folder: Path, investigators: OpeningKey
) -> None:
    [one, other] = {one["text"]["key"] for one in decisions(folder)}
    swap = "UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE name = ?) WHERE name = ?"
    change(folder, swap, one, other)
    at = {one["text"]["key"]: one["seq"] for one in decisions(folder)}

    assert "for another conversation" in await refused(folder, at[other], investigators)


async def test_after_an_erasure_nothing_opens_and_the_rest_does(
    kept: Keeping, tmp_path: Path, investigators: OpeningKey
) -> None:
    async with kept() as guarded:
        await say(guarded, "I told nobody.", "Fine.", subject_id="p1", **AGREED)
        await say(guarded, "Nor did I.", "Fine.", session_id="t", **AGREED)
        await guarded.forget(subject_id="p1", by="op_1")
    folder = tmp_path / "local"

    assert "was erased, or taken away" in await refused(folder, 4, investigators)
    [opened] = await open_texts(folder, 9, investigators, MemoryLog(), **WHO)
    assert opened.text == "Nor did I."
    verdict = check(tmp_path)
    assert (verdict.named, verdict.kept, verdict.erased, verdict.problems) == (4, 2, 1, ())


async def test_why_no_text_is_kept_is_told(
    kept: Keeping, tmp_path: Path, investigators: OpeningKey
) -> None:
    async with kept(keeping("masked-text")) as guarded:
        await say(guarded, "I told nobody.", "Fine.")
    folder = tmp_path / "local"

    assert "the person had not agreed" in await refused(folder, 4, investigators)
    assert "policy that keeps texts" in await refused(folder, 2, investigators)


async def test_a_record_that_is_not_there_is_told(
    folder: Path, tmp_path: Path, investigators: OpeningKey
) -> None:
    with pytest.raises(LogReadError, match="no record 99 in this log"):
        await open_texts(folder, 99, investigators, MemoryLog(), **WHO)
    with pytest.raises(LogReadError, match="No such file"):
        record_at(tmp_path / "nowhere", 0)
    with (folder / "seg-000001.jsonl").open("ab") as file:
        file.write(b"no record\n")
    with pytest.raises(LogReadError, match="no record 99"):
        record_at(folder, 99)


async def test_what_is_missing_without_an_erasure_is_a_problem_and_what_is_over_a_note(
    folder: Path, tmp_path: Path
) -> None:
    assert check(tmp_path).problems == ()
    change(folder, "DELETE FROM texts WHERE session = (SELECT session FROM texts LIMIT 1)")
    change(folder, "INSERT INTO texts VALUES ('sha256:0', 's', x'00')")
    verdict = check(tmp_path)

    assert (verdict.unnamed, verdict.erased) == (1, 0)
    assert any("erase records account for 0" in one for one in verdict.problems)


async def test_a_log_that_came_without_its_texts_is_no_problem(folder: Path) -> None:
    for path in (folder / "evidence").iterdir():
        path.unlink()
    verdict = check(folder)

    assert (verdict.problems, verdict.absent) == ((), (str(folder),))
    assert (verdict.named, verdict.kept) == (5, 0)


async def test_texts_that_cannot_be_read_are_a_problem(folder: Path) -> None:
    path = folder / "evidence" / "texts.db"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)

    assert any("malformed" in one for one in check(folder).problems)
    path.write_bytes(b"no database at all" * 100)
    assert any("not a database" in one for one in check(folder).problems)


async def test_lines_that_are_no_records_are_passed_over(folder: Path) -> None:
    with (folder / "seg-000001.jsonl").open("ab") as file:
        file.write(b"no record\n")

    assert check(folder).kept == 5
