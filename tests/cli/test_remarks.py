"""One set of remarks in every form."""

from __future__ import annotations

import json

import click
import pytest
from click.testing import CliRunner

from guardrails.cli.remarks import FORMS, counted, failed, format_option, printed
from guardrails.errors import Problem
from guardrails.policy.remarks import Remark, Weight

REMARKS = (
    Remark(Problem("a, b.yaml", 3, 7, "100 % wrong"), Weight.ERROR, "policy"),
    Remark(Problem("p.yaml", 4, 1, "a text\x1b[31m"), Weight.WARNING, "cut-text"),
    Remark(Problem("p.yaml", 5, 1, "a gap"), Weight.NOTE, "known-gap"),
)


@click.command()
@format_option
def show(form: str) -> None:
    printed(REMARKS, form, {"good": False}, "the end")


def told(form: str) -> str:
    result = CliRunner().invoke(show, ["--format", form])
    assert result.exit_code == 0
    return result.stdout


def test_people_read_one_line_for_each_and_a_last_one() -> None:
    assert told("text").splitlines() == [
        "a, b.yaml:3:7: 100 % wrong [policy]",
        "p.yaml:4:1: warning: a text\ufffd[31m [cut-text]",
        "p.yaml:5:1: note: a gap [known-gap]",
        "the end",
    ]


def test_json_holds_the_facts_and_every_remark() -> None:
    value = json.loads(told("json"))
    assert value["good"] is False
    assert value["remarks"][0] == {
        "file": "a, b.yaml",
        "line": 3,
        "column": 7,
        "weight": "error",
        "code": "policy",
        "message": "100 % wrong",
    }
    assert len(value["remarks"]) == 3


def test_sarif_holds_what_its_standard_asks_for() -> None:
    # OASIS SARIF 2.1.0: version and runs (3.13), tool.driver.name (3.19.8), result.message
    # (3.27.11), level (3.27.10), region from 1 (3.30).
    value = json.loads(told("sarif"))
    assert value["version"] == "2.1.0"
    [run] = value["runs"]
    assert run["tool"]["driver"]["name"] == "candor"
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    known = {one["id"] for one in run["tool"]["driver"]["rules"]}
    assert {one["ruleId"] for one in run["results"]} == known
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a, b.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 7}


def test_github_reads_commands_with_what_it_would_misread_escaped() -> None:
    assert told("github").splitlines() == [
        "::error file=a%2C b.yaml,line=3,col=7,title=policy::100 %25 wrong",
        "::warning file=p.yaml,line=4,col=1,title=cut-text::a text\ufffd[31m",
        "::notice file=p.yaml,line=5,col=1,title=known-gap::a gap",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_to_say_is_said_in_every_form(form: str) -> None:
    assert FORMS[form]((), {}, "fine") in {"", "fine"} or json.loads(FORMS[form]((), {}, "fine"))


def test_remarks_are_counted_by_weight() -> None:
    assert counted(()) == "nothing to say"
    assert counted((*REMARKS, REMARKS[0])) == "2 errors, 1 warning, 1 note"
    assert failed(REMARKS)
    assert not failed(REMARKS[1:])
