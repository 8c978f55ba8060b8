"""`candor eval`, as a person and as a program use it."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from guardrails.cli.evaluate import _draw
from guardrails.cli.main import main
from guardrails.evaluation.report import Figure, Report, Table
from guardrails.evaluation.shares import Share
from guardrails.policy.load import load
from tests.policy.conftest import SMALL

ROWS = [
    {
        "id": "a",
        "text": "write to ann.hill@example.org",
        "spans": [{"start": 9, "end": 29, "label": "EMAIL_ADDRESS"}],
    },
    {
        "id": "b",
        "text": "the code word is zebra",
        "spans": [{"start": 17, "end": 22, "label": "SECRET"}],
    },
    {"id": "c", "text": "good morning to you"},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)) + "\n", encoding="utf-8")
    return path


def test_figures_are_printed_for_people_and_programs(data: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    args = ["eval", "--task", "pii", "--data", str(data)]
    shown = CliRunner().invoke(main, [*args, "--html", str(page)])
    told = CliRunner().invoke(main, [*args, "--json"])

    assert (shown.exit_code, told.exit_code) == (0, 0)
    assert "Personal data: 3 messages" in shown.stdout
    heads = {one["name"]: (one["hits"], one["of"]) for one in json.loads(told.stdout)["figures"]}
    assert list(heads.values()) == [(1, 2), (1, 2), (0, 1)]
    assert json.loads(told.stdout)["worst"] == ["b"]
    for output in (shown.stdout, told.stdout, page.read_text(encoding="utf-8")):
        assert "zebra" not in output
        assert "ann.hill" not in output


def test_the_policy_that_was_measured_is_named_with_its_version_and_file(
    data: Path, tmp_path: Path
) -> None:
    ours, page = tmp_path / "ours.yaml", tmp_path / "report.html"
    ours.write_text(SMALL.replace("{id: small}", '{id: ours, version: "7"}'), encoding="utf-8")
    args = ["eval", "--task", "crisis", "--policy", str(ours), "--html", str(page), "--data"]
    rows = tmp_path / "crisis.jsonl"
    rows.write_text('{"text": "good morning", "label": "benign"}\n', encoding="utf-8")
    shown = CliRunner().invoke(main, [*args, str(rows)])
    told = CliRunner().invoke(main, [*args, str(rows), "--json"])

    assert (shown.exit_code, told.exit_code) == (0, 0), shown.output
    name = load(ours).hash
    assert shown.stdout.splitlines()[0] == f"policy: ours 7 ({ours}), {name}"
    assert f"<li>policy: ours 7 ({ours}), {name}</li>" in page.read_text(encoding="utf-8")
    made = json.loads(told.stdout)["policy"]
    assert made == {"id": "ours", "version": "7", "file": str(ours), "hash": name}


def test_a_part_of_the_rows_is_counted_if_asked_for(data: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    with data.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"text": "good evening", "split": "test"}) + "\n")
    args = ["eval", "--task", "pii", "--data", str(data), "--split", "test", "--html", str(page)]
    result = CliRunner().invoke(main, args)

    assert "Personal data: 1 messages" in result.stdout
    assert "rows.jsonl, split test" in page.read_text(encoding="utf-8")


def test_at_a_terminal_figures_stand_in_tables(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    named = (Figure("[red]\x1b[2J", Share(1, 2)),)
    _draw(Report("Personal data", named, (Table("By label", named), Table("None", ())), ("r",), 2))
    shown = capsys.readouterr().out
    assert "50.0% [9.5, 90.5]" in shown
    assert shown.count("[red]\ufffd[2J") == 2
    assert "By label" in shown
    assert "None" not in shown
    assert "\x1b[2J" not in shown


def test_a_broken_line_is_told_and_the_rest_is_counted(data: Path) -> None:
    with data.open("a", encoding="utf-8") as lines:
        lines.write('\n{"text": 7}\n')
        lines.write(json.dumps({"text": "x" * 40_000}) + "\n")
    result = CliRunner().invoke(main, ["eval", "--task", "pii", "--data", str(data)])

    assert result.exit_code == 1
    assert f"{data}:5: 'text' must be a string" in result.stderr
    assert f"{data}:6: a message of 40,000 characters" in result.stderr
    assert "3 messages" in result.stdout


CRISIS = [
    {"text": "I want to kill myself", "label": "crisis", "lang": "en", "category": "suicide"},
    {"text": "zebra crossing", "label": "crisis", "lang": "en"},
    {"text": "quiero suicidarme", "level": "high", "category": "suicide", "lang": "es"},
    {"text": "good morning to you", "label": "benign", "lang": "en"},
    {"turns": ["hello", "I want to kill myself"], "label": "ambiguous"},
]


@pytest.fixture
def crisis(tmp_path: Path) -> list[str]:
    path = tmp_path / "crisis.jsonl"
    path.write_text("\n".join(map(json.dumps, CRISIS)) + "\n", encoding="utf-8")
    return ["eval", "--task", "crisis", "--data", str(path)]


def test_crisis_language_is_measured_for_people_and_programs(
    crisis: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    shown = CliRunner().invoke(main, [*crisis, "--by", "lang, voice", "--html", str(page)])
    told = CliRunner().invoke(main, [*crisis, "--json", "--prevalence", "0.5"])

    assert (shown.exit_code, told.exit_code) == (0, 0), shown.output
    made = json.loads(told.stdout)
    assert [(one["hits"], one["of"]) for one in made["figures"]][:4] == [(2, 3), (0, 1)] * 2
    assert made["errors"] == {"missed": ["2"], "false alarms": []}
    assert made["measures"][2]["value"] == 10_000
    assert "Recall at concern or more, by lang, the worst first" in shown.stdout
    assert "Recall at concern or more, by voice, the worst first" in shown.stdout
    written = page.read_text(encoding="utf-8")
    assert written.count("<figure>") == 2
    for output in (shown.stdout, told.stdout, written):
        assert "zebra" not in output


def test_charts_are_drawn_into_a_directory(crisis: list[str], tmp_path: Path) -> None:
    charts = tmp_path / "new" / "charts"
    assert CliRunner().invoke(main, [*crisis, "--png", str(charts)]).exit_code == 0
    assert sorted(one.name for one in charts.iterdir()) == ["reliability.png", "roc.png"]


def test_without_what_draws_charts_one_is_told_what_to_install(
    crisis: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = CliRunner().invoke(main, [*crisis, "--png", str(tmp_path / "charts")])
    assert result.exit_code == 1
    assert "pip install 'candor-guardrails[eval]'" in result.stderr
    assert not (tmp_path / "charts").exists()


def test_of_many_broken_lines_the_first_are_told_and_the_rest_counted(
    crisis: list[str],
) -> None:
    with Path(crisis[-1]).open("a", encoding="utf-8") as lines:
        lines.write('{"text": "zebra", "label": "other_harm"}\n' * 250)
    result = CliRunner().invoke(main, crisis)
    told = result.stderr.splitlines()
    assert result.exit_code == 1
    assert told[0].startswith(f"{crisis[-1]}:6: 'label' must be one of crisis, method_seeking")
    assert (len(told), told[-1]) == (201, f"{crisis[-1]}: 50 further lines could not be counted")
    assert "zebra" not in result.stderr


@pytest.mark.parametrize("more", [["--by", "lang"], ["--prevalence", "0.1"], ["--png", "x"]])
def test_what_goes_with_crisis_alone_is_refused_elsewhere(data: Path, more: list[str]) -> None:
    result = CliRunner().invoke(main, ["eval", "--task", "pii", "--data", str(data), *more])
    assert result.exit_code == 2
    assert "go with --task crisis" in result.stderr


@pytest.mark.parametrize("args", [["--task", "pii"], ["--task", "weather", "--data", "x"], []])
def test_a_wrong_use_is_status_2(args: list[str]) -> None:
    assert CliRunner().invoke(main, ["eval", *args]).exit_code == 2
