import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main

ONE = {
    "name": "Night Desk",
    "number": "555 01",
    "source": ["https://a.example/1", "https://b.example/2"],
    "read_on": "2026-01-01",
    "confirmed_on": None,
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["helplines", *arguments])


def written(folder: Path, value: object) -> str:
    path = folder / "own.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


def own(folder: Path, **changes: object) -> str:
    country = {"emergency": [], "lines": [{**ONE, **changes}]}
    return written(folder, {"countries": {"XX": country}})


def test_a_table_that_was_read_lately_is_fine() -> None:
    result = run("--on", "2026-11-27")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "32 countries, 125 numbers, 0 of them checked by a person"
    ]


def test_numbers_that_nobody_has_read_for_too_long_are_told_each_on_a_line() -> None:
    result = run("--on", "2027-11-26", "--oldest", "366")
    lines = result.output.splitlines()
    assert result.exit_code == 1
    assert len(lines) > 40
    assert all(" 368 days ago, on 2026-11-23; " in line for line in lines[1:])


def test_a_table_of_an_operator_is_looked_at_as_well(tmp_path: Path) -> None:
    result = run("--file", own(tmp_path), "--on", "2026-11-27")
    assert result.exit_code == 1
    assert result.output.splitlines()[1].startswith(
        "XX: Night Desk 555 01 was last looked at 330 days ago, on 2026-01-01; read two pages"
    )
    assert len(result.output.splitlines()) == 2


@pytest.mark.parametrize(
    "value",
    [
        [],
        {"countries": []},
        {"countries": {"XX": {"lines": []}}},
        {"countries": {"XX": {"emergency": [], "lines": [1]}}},
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path: Path, value: object) -> None:
    result = run("--file", written(tmp_path, value))
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
    assert "own.json: " in result.output


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": ["https://a.example/1"]}, "555 01 needs two sources"),
        ({"topics": ["gambling"]}, "555 01 needs topics"),
        ({"way": "pigeon"}, "pigeon"),
    ],
)
def test_an_entry_that_cannot_stand_is_refused_with_what_is_wrong(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    result = run("--file", own(tmp_path, **change))
    assert result.exit_code == 1
    assert said in result.output


def test_what_is_no_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text("{", encoding="utf-8")
    assert run("--file", str(path)).output.startswith("candor: ")
