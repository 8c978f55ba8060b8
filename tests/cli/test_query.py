"""Reading a log by question: query, tail, export and explain on the command line."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.ledger.packer import pack, unpacked
from guardrails.ledger.query import FIELDS, Query, follow
from guardrails.ledger.store import FileLog
from tests.replay.test_replay import recorded


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return recorded(tmp_path)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)])


def found(directory: Path, *filters: str) -> list[dict[str, Any]]:
    result = run("query", directory, *filters, "--format", "json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_query_takes_what_fits_all_its_filters(directory: Path) -> None:
    everything = found(directory)
    decisions = found(directory, "--kind", "decision")
    masks = found(directory, "--do", "mask", "--side", "input")

    assert {one["kind"] for one in decisions} == {"decision"}
    assert 0 < len(decisions) < len(everything)
    assert masks
    assert all(one["decision"]["do"] == "mask" and one["side"] == "input" for one in masks)
    assert found(directory, "--turn", "0", "--kind", "turn_open")[0]["turn"] == 0
    session = decisions[0]["session"]
    assert {one["session"] for one in found(directory, "--session", session[:8])} == {session}
    assert found(directory, "--kind", "decision", "--last", "2") == decisions[-2:]


def test_rules_categories_and_levels_are_found(directory: Path) -> None:
    crisis = found(directory, "--rule", "crisis.*", "--kind", "decision")
    personal = found(directory, "--category", "pii.*")
    high = found(directory, "--level", "high", "--kind", "decision")

    assert {one["decision"]["level"] for one in crisis} == {"concern", "high"}
    assert personal
    assert all(any(f["d"].startswith("pii.") for f in one["findings"]) for one in personal)
    assert [one["decision"]["level"] for one in high] == ["high"]


def test_times_are_taken_in_utc_and_nonsense_is_refused(directory: Path) -> None:
    assert found(directory, "--since", "2020-01-01") == found(directory)
    assert found(directory, "--until", "2020-01-01T00:00:00Z") == []
    result = run("query", directory, "--since", "yesterday")
    assert result.exit_code == 2
    assert "write a day or a time" in result.stderr


@pytest.mark.parametrize("by", ["kind", "do", "rule", "level", "category", "locale", "week"])
def test_records_are_counted(directory: Path, by: str) -> None:
    counted = json.loads(run("query", directory, "--count-by", by, "--format", "json").stdout)
    text = run("query", directory, "--count-by", by).stdout

    assert counted
    assert all(type(number) is int and number > 0 for number in counted.values())
    assert len(text.splitlines()) == len(counted)
    if by == "kind":
        assert counted["decision"] == len(found(directory, "--kind", "decision"))


@pytest.mark.parametrize("by", ["do", "level"])
def test_what_the_end_of_a_turn_tells_again_is_not_counted_twice(directory: Path, by: str) -> None:
    def counted(*more: str) -> Counter[str]:
        told = run("query", directory, "--count-by", by, "--format", "json", *more).stdout
        return Counter(json.loads(told))

    assert counted().total() == len(found(directory, "--kind", "decision"))
    assert counted("--kind", "turn_close").total() == len(found(directory, "--kind", "turn_close"))


def test_tail_prints_the_last_ones(directory: Path) -> None:
    lines = run("tail", directory, "-n", "3").stdout.splitlines()

    assert lines == run("query", directory).stdout.splitlines()[-3:]


def test_what_is_added_is_followed_over_new_segments_and_half_lines(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin="web-1", segment_records=3)
    other: list[FileLog] = []

    def steps() -> Any:
        for number in range(5):
            asyncio.run(log.append("heartbeat", {"n": number}))
            yield True
        with max(log.folder.glob("seg-*")).open("ab") as file:
            file.write(b'{"half')
        yield True
        other.append(FileLog(tmp_path, origin="web-2"))
        yield True

    going = steps()
    got = list(follow(tmp_path, Query(kinds=frozenset({"heartbeat", "boot"})),
                      lambda: next(going, False)))  # fmt: skip
    log.close()
    other[0].close()

    records = [one.record for one in got if one.record is not None]
    assert [one.get("n") for one in records] == [0, 1, 2, 3, 4, None]
    assert records[-1]["origin"] == "web-2"


def test_what_is_added_is_followed_although_segments_are_compressed_meanwhile(
    tmp_path: Path,
) -> None:
    log = FileLog(tmp_path, origin="web-1", segment_records=3)
    asyncio.run(log.append("heartbeat", {"n": 0}))

    def steps() -> Any:
        for number in range(1, 9):
            asyncio.run(log.append("heartbeat", {"n": number}))
            if number % 2:
                for path in unpacked(log.folder):
                    pack(path)
            yield True

    going = steps()
    got = list(follow(tmp_path, Query(), lambda: next(going, False)))
    log.close()

    assert [one.record["n"] for one in got if one.record] == list(range(1, 9))
    assert len(list(log.folder.glob("*.zst"))) == 2


def test_an_export_as_lines_is_what_is_stored(directory: Path) -> None:
    stored = b"".join(path.read_bytes() for path in sorted(directory.rglob("seg-*.jsonl")))

    assert run("export", directory, "--to", "jsonl").stdout_bytes == stored


def test_an_export_as_a_table_has_one_flat_row_for_each_record(directory: Path) -> None:
    out = directory / "out.csv"

    result = run("export", directory, "--to", "csv", "--out", out, "--kind", "decision")

    assert (result.exit_code, result.output) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out.read_text())))
    assert tuple(rows[0]) == FIELDS
    assert len(rows) == len(found(directory, "--kind", "decision"))
    (first, *_) = [row for row in rows if row["do"] == "mask"]
    assert first["categories"] == "pii.email"
    assert first["log"] == "web-1"
    assert first["time"].endswith("Z")
    assert "jo@example.org" not in out.read_text()
    again = run("export", directory, "--to", "csv", "--out", out)
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    nowhere = run("export", directory, "--to", "csv", "--out", directory / "no" / "where.csv")
    assert nowhere.exit_code == 2
    assert "cannot write" in nowhere.stderr


async def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin="web-1")
    await log.append("turn_open", {"session": "=1+1", "turn": 0})
    log.close()

    assert "'=1+1" in run("export", tmp_path, "--to", "csv").stdout


def test_lines_that_are_no_records_are_told(directory: Path) -> None:
    path = next(directory.rglob("seg-*.jsonl"))
    path.chmod(0o640)
    path.write_bytes(path.read_bytes() + b"{}\n")

    assert "no record" in run("query", directory).stderr
    exported = run("export", directory, "--to", "csv")
    assert exported.exit_code == 2
    assert "1 lines are no records" in exported.stderr


def test_explain_prints_words_or_json(directory: Path) -> None:
    (first, *_) = found(directory, "--do", "mask", "--kind", "decision")

    text = run("explain", directory, str(first["seq"]))
    told = json.loads(run("explain", directory, str(first["seq"]), "--format", "json").stdout)

    assert text.exit_code == 0
    assert "Withheld  characters 9 to 23 (pii.email)" in text.stdout
    assert told["record"] == first
    assert [one["text"][:19] for one in told["words"] if one["title"] == "Withheld"] == [
        "characters 9 to 23 "
    ]


@pytest.mark.parametrize(
    "arguments",
    [("query",), ("tail",), ("export", "--to", "csv"), ("explain", "0"), ("replay",)],
    ids=lambda value: value[0],
)
def test_a_folder_without_a_log_is_one_line_and_status_two(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    name, *rest = arguments
    result = run(name, tmp_path / "none", *rest)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "none" in result.stderr
