"""`candor log report`, questions in SQL and Parquet on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from tests.replay.test_replay import recorded


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("logs"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)])


def test_a_question_is_answered_as_text_json_and_csv(directory: Path) -> None:
    sql = 'SELECT "do", count(*) AS n, min(time) AS since, NULL AS x FROM decisions GROUP BY 1'
    text = run("query", directory, "--sql", sql)
    told = [
        json.loads(line)
        for line in run("query", directory, "--sql", sql, "--format", "json").stdout.splitlines()
    ]
    cells = list(
        csv.DictReader(io.StringIO(run("query", directory, "--sql", sql, "--format", "csv").stdout))
    )

    assert text.exit_code == 0, text.output
    assert text.stdout.splitlines()[0].split() == ["do", "n", "since", "x"]
    assert len(text.stdout.splitlines()) == len(told) + 1
    assert {one["do"]: one["n"] for one in told} == {one["do"]: int(one["n"]) for one in cells}


def test_lists_are_words_and_formulas_are_cells(directory: Path) -> None:
    shown = run("query", directory, "--sql", "SELECT ['a', 'b'] AS it, true AS yes").stdout
    cell = run("query", directory, "--sql", "SELECT '=1+1' AS it", "--format", "csv").stdout
    assert shown.splitlines()[1].split() == ["a", "b", "True"]
    assert cell == "it\n'=1+1\n"


def test_a_question_goes_with_filters_and_not_with_counting(directory: Path) -> None:
    sql = ("--sql", "SELECT count(*) AS n FROM records")
    few = run("query", directory, "--kind", "boot", *sql, "--format", "json")
    assert json.loads(few.stdout) == {"n": 1}
    assert run("query", directory, *sql, "--last", "2").exit_code == 2
    assert run("query", directory, "--format", "csv").exit_code == 2


def test_a_bad_question_is_one_clear_error(directory: Path) -> None:
    result = run("query", directory, "--sql", "COPY records TO '/tmp/x'")
    assert result.exit_code == 2
    assert "ask with one SELECT" in result.stderr


def test_lines_that_are_no_records_are_named_on_stderr(tmp_path: Path) -> None:
    directory = recorded(tmp_path)
    [path] = directory.rglob("seg-*.jsonl")
    path.write_bytes(path.read_bytes() + b'{"half')
    result = run("query", directory, "--sql", "SELECT 1")
    assert f"{path}:" in result.stderr
    out = tmp_path / "out.parquet"
    left = run("export", directory, "--to", "parquet", "--out", out)
    assert left.exit_code == 2
    assert "1 lines are no records" in left.stderr
    assert out.exists()


def test_a_table_is_exported_as_parquet(directory: Path, tmp_path: Path) -> None:
    out = tmp_path / "turns.parquet"
    result = run("export", directory, "--to", "parquet", "--table", "turns", "--out", out)
    assert result.exit_code == 0, result.output
    assert out.read_bytes()[:4] == b"PAR1"
    missing = run("export", directory, "--to", "parquet")
    assert missing.exit_code == 2
    assert "needs --out" in missing.stderr


@pytest.mark.parametrize("preset", ["crisis-referrals", "activity"])
def test_a_report_is_printed_in_four_forms(preset: str, directory: Path) -> None:
    asked = ("report", directory, "--preset", preset, "--year", "2026")
    text, page = run(*asked), run(*asked, "--format", "html").stdout
    told = json.loads(run(*asked, "--format", "json").stdout)
    rows = run(*asked, "--format", "csv").stdout.splitlines()

    assert text.exit_code == 0, text.output
    assert told["title"] in text.stdout
    assert page.startswith("<!doctype html>")
    assert rows[0] == "report,what,number"
    assert len(rows) > 1


def test_last_year_is_meant_where_none_is_given_and_an_unknown_zone_is_refused(
    directory: Path,
) -> None:
    from datetime import UTC, datetime

    asked = ("report", directory, "--preset", "crisis-referrals")
    assert f"Crisis referrals in {datetime.now(UTC).year - 1}" in run(*asked).stdout
    wrong = run(*asked, "--zone", "Mars/Olympus")
    assert wrong.exit_code == 2
    assert "no zone of that name" in wrong.stderr
