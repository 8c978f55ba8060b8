"""Records as tables of DuckDB: what they hold, and that a question reaches nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from guardrails.audit.schema import TABLES
from guardrails.audit.tables import Answer, Tables, open_tables, write_parquet
from guardrails.errors import LogReadError, LogWriteError, QuestionError
from guardrails.ledger.query import Query
from tests.replay.test_replay import recorded, rewritten


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("logs"))


@pytest.fixture(scope="module")
def tables(directory: Path) -> Iterator[Tables]:
    with open_tables(directory) as opened:
        yield opened


def lines(directory: Path) -> list[dict[str, object]]:
    return [
        orjson.loads(line)
        for path in sorted(directory.rglob("seg-*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]


def everything(answer: Answer) -> list[tuple[object, ...]]:
    return list(answer.rows)


def test_every_record_decision_finding_turn_and_call_is_a_row(directory: Path) -> None:
    records = lines(directory)
    decisions = [one for one in records if one["kind"] == "decision"]
    with open_tables(directory) as tables:
        counted = {
            name: everything(tables.ask(f"SELECT count(*) FROM {name}"))[0][0] for name in TABLES
        }
        told = everything(tables.ask('SELECT seq, "do", rule FROM decisions ORDER BY seq'))
        found = everything(tables.ask("SELECT seq, category FROM findings ORDER BY seq"))
        bodies = everything(tables.ask("SELECT body->>'origin' FROM records WHERE kind = 'boot'"))

    assert counted["records"] == len(records)
    assert counted["turns"] == sum(one["kind"] == "turn_open" for one in records)
    assert counted["escalations"] == sum(one["kind"] == "escalation" for one in records) > 0
    assert told == [
        (one["seq"], one["decision"]["do"], one["decision"]["rule"]) for one in decisions
    ]
    assert found == [(one["seq"], f["d"]) for one in decisions for f in one["findings"]]
    assert bodies == [("web-1",)]


def test_only_texts_of_the_policy_that_name_helplines_are_referrals(directory: Path) -> None:
    with open_tables(directory) as tables:
        helplines = everything(tables.ask("SELECT message FROM messages WHERE helplines"))
        shown = everything(tables.ask("SELECT turn, said FROM referrals"))
        said = everything(tables.ask("SELECT said FROM turns WHERE len(said) > 0"))

    names = {name for (name,) in helplines}
    assert names
    assert 0 < len(shown) < len(said)
    assert all(names & set(texts) for _, texts in shown)


def test_a_query_leaves_rows_out_and_still_knows_the_policies(directory: Path) -> None:
    with open_tables(directory, Query(kinds=frozenset({"turn_open"}))) as tables:
        assert everything(tables.ask("SELECT count(*) FROM decisions")) == [(0,)]
        assert everything(tables.ask("SELECT count(*) FROM messages"))[0][0] > 0
        assert tables.unknown == set()


HOSTILE = [
    "SELECT * FROM '{secret}'",
    "SELECT * FROM read_text('{secret}')",
    "SELECT * FROM read_csv('{secret}')",
    "SELECT * FROM read_json('{secret}')",
    "SELECT * FROM read_blob('{secret}')",
    "SELECT * FROM parquet_metadata('{secret}')",
    "SELECT * FROM sniff_csv('{secret}')",
    "SELECT * FROM glob('{folder}/*')",
    "SELECT * FROM query('FROM read_text(''{secret}'')')",
    "SELECT * FROM tables",
    "SELECT * FROM duckdb_secrets()",
    "COPY records TO '{target}'",
    "COPY records FROM '{secret}'",
    "EXPORT DATABASE '{target}'",
    "ATTACH '{target}'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "PRAGMA database_list",
    "DROP TABLE calls",
    "SELECT 1; COPY records TO '{target}'",
    "WITH gone AS (DELETE FROM calls RETURNING *) SELECT * FROM gone",
    "CREATE TABLE mine AS SELECT 1",
    "",
    "-- nothing",
    "SELECT",
    "SELECT no_such_column FROM records",
    "SELECT 1 / CAST('x' AS INTEGER)",
]


@pytest.mark.parametrize("sql", HOSTILE)
def test_a_question_neither_reads_nor_writes_anything_but_the_tables(
    sql: str, directory: Path, tables: Tables, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("CANARY\n1\n", encoding="utf-8")
    target = tmp_path / "target"
    before = {path: path.read_bytes() for path in directory.rglob("*") if path.is_file()}
    asked = sql.format(secret=secret, folder=tmp_path, target=target)
    with pytest.raises(QuestionError) as refused:
        everything(tables.ask(asked))
    [(calls,)] = everything(tables.ask("SELECT count(*) FROM calls"))

    assert "CANARY" not in str(refused.value)
    assert not target.exists()
    assert calls > 0
    assert {path: path.read_bytes() for path in directory.rglob("*") if path.is_file()} == before


def test_what_a_record_says_in_another_type_is_nothing_and_no_error(tmp_path: Path) -> None:
    def lying(record: dict[str, object]) -> None:
        record.update(turn="'; DROP TABLE calls", findings=7, nd=[1], text="none")
        record["decision"] = {"do": ["pass"], "fired": "x", "escalate": {}, "alarm": "maybe"}
        record["ctx"] = {"locale": {"a": "\x00"}, "risk": 2**64 - 1}

    directory = recorded(tmp_path)
    rewritten(directory, lying)
    with open_tables(directory) as tables:
        rows = everything(tables.ask("SELECT turn, findings, risk, alarm FROM decisions"))
        assert rows
        assert set(rows) == {(None, None, None, None)}
        assert everything(tables.ask("SELECT count(*) FROM findings")) == [(0,)]


def test_lines_that_are_no_records_are_named_and_left_out(tmp_path: Path) -> None:
    directory = recorded(tmp_path)
    [path] = directory.rglob("seg-*.jsonl")
    path.write_bytes(path.read_bytes() + b'{"half')
    with open_tables(directory) as tables:
        assert [where for where, _ in tables.missed] == [path]


def test_columns_of_one_name_are_told_apart(tables: Tables) -> None:
    answer = tables.ask("SELECT 1 AS a, 2 AS a, ? AS b", [3])
    assert answer.columns == ("a", "a_2", "b")
    assert everything(answer) == [(1, 2, 3)]


def test_a_policy_that_is_gone_is_told(tmp_path: Path) -> None:
    directory = recorded(tmp_path)
    for path in directory.rglob("seg-*.jsonl"):
        kept = [line for line in path.read_bytes().splitlines() if b'"kind":"policy"' not in line]
        path.write_bytes(b"\n".join(kept) + b"\n")
    with open_tables(directory) as tables:
        assert len(tables.unknown) == 1


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_written_as_parquet(
    table: str, directory: Path, tables: Tables, tmp_path: Path
) -> None:
    import duckdb

    out = tmp_path / "it's.parquet"
    assert write_parquet(directory, table, out) == 0
    with duckdb.connect() as database:
        written = database.execute("SELECT count(*) FROM read_parquet(?)", [str(out)]).fetchone()
    assert written == everything(tables.ask(f"SELECT count(*) FROM {table}"))[0]
    with pytest.raises(LogWriteError, match="is there already"):
        write_parquet(directory, table, out)


def test_a_file_that_cannot_be_written_is_told(directory: Path, tmp_path: Path) -> None:
    with pytest.raises(LogWriteError, match="cannot be written"):
        write_parquet(directory, "turns", tmp_path / "no-such-folder" / "out.parquet")


def test_without_duckdb_it_is_said_what_to_install(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(LogReadError, match=r"candor-guardrails\[audit\]"), open_tables(directory):
        raise AssertionError


def test_nothing_is_left_behind(directory: Path, tmp_path: Path, monkeypatch: object) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with open_tables(directory) as tables:
        assert isinstance(tables, Tables)
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []
