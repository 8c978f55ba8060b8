"""What the commands of a policy answer to programs, editors and services."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guardrails.policy.load import load
from tests.approvals.test_approvals import Office
from tests.cli.policy.test_commands import POLICY, run

SAID = "I am Priya Raghunathan, write to jo@example.org"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "p.yaml"
    path.write_text(POLICY.replace("{id: tested}", '{id: tested, version: "1"}'), encoding="utf-8")
    return path


def as_json(*arguments: str | Path) -> Any:
    return json.loads(run(*arguments, "--format", "json").stdout)


def test_a_tried_sentence_is_told_with_rules_places_and_what_is_shown(file: Path) -> None:
    told = as_json("try", file, SAID)
    assert told["policy"] == {"id": "tested", "hash": load(file).hash}
    assert (told["do"], told["rule"], told["from"]) == ("mask", "pii.email", "user")
    assert "jo@example.org" not in told["text"]
    assert [(one["rule"], one["acts"], one["line"]) for one in told["fired"]] == [
        ("pii.email", True, 5),
        ("pii.person", False, 6),
    ]
    assert [one["code"] for one in told["remarks"]] == ["fired", "watched"]


def test_a_rule_that_is_built_in_has_no_place_of_its_own() -> None:
    [one] = as_json("try", "baseline", "Are you a human?")["fired"]
    assert one == {"rule": "disclosure.asked", "score": one["score"], "acts": True}


def test_a_tried_sentence_is_a_note_on_the_lines_of_its_rules(file: Path) -> None:
    result = run("try", file, SAID, "--format", "github")
    first, second = result.stdout.splitlines()
    assert first == (
        f"::notice file={file},line=5,col=1,title=fired::pii.email fired: 100 %25 >= 40 %25, mask"
    )
    assert second.startswith(f"::notice file={file},line=6,col=1,title=watched::pii.person watched")
    assert "Priya" not in result.stdout


def test_lines_that_are_typed_have_one_form(file: Path) -> None:
    result = run("try", file, "--format", "json", typed="Hello\n")
    assert result.exit_code == 2
    assert "--format json goes with TEXT" in result.stderr


def test_a_rule_is_explained_to_programs(file: Path) -> None:
    told = as_json("explain", file, "crisis.*")
    [rule] = told["rules"]
    assert (rule["rule"], rule["file"], rule["line"]) == ("crisis.high", str(file), 8)
    assert rule["messages"] == {"help": "Please call somebody."}
    assert rule["cases"] == [f"{file}:16"]
    assert rule["words"][0].startswith("When a detector is at least 45 % sure that")
    [remark] = told["remarks"]
    assert remark["message"].startswith("crisis.high: When a detector is at least 45 % sure")


def test_what_a_policy_changes_of_another_is_explained_to_programs(file: Path) -> None:
    pin = run("pin", file).stdout.replace(str(file), file.name)
    child = file.parent / "child.yaml"
    child.write_text(
        f"schema: 1\npolicy: {{id: child}}\nextends:\n{pin}"
        "crisis: {change: [{id: crisis.high, threshold: 40}]}\n",
        encoding="utf-8",
    )
    [rule] = as_json("explain", child, "crisis.high")["rules"]
    assert rule["from"] == [
        {
            "policy": "tested",
            "version": "1",
            "at": f"{file}:8",
            "changed": ["crisis.high threshold 45 -> 40"],
        }
    ]


def test_a_case_is_explained_to_programs(file: Path) -> None:
    told = as_json("explain", file, "15")
    assert told["case"]["fired"] == ["pii.email"]
    assert (told["case"]["result"], told["case"]["line"]) == ("passed", 15)
    assert told["remarks"][0]["code"] == "case"


def test_pins_are_told_to_programs(file: Path) -> None:
    told = as_json("pin", file)
    assert told["policies"] == [{"policy": str(file), "version": "1", "hash": load(file).hash}]
    assert as_json("pin", "--write", file)["written"] == []


def test_what_is_laid_out_is_told_to_programs(file: Path) -> None:
    told = as_json("fmt", "--check", file)
    assert told["changed"] == [str(file)]
    assert [one["weight"] for one in told["remarks"]] == ["error"]
    assert as_json("fmt", file) | {"remarks": []} == {
        "changed": [str(file)],
        "written": True,
        "remarks": [],
    }
    assert as_json("fmt", "--check", file)["changed"] == []


def status(office: Office, form: str) -> tuple[int, str]:
    result = office.run(
        "approve-status", office.file, "--trust", office.trust_file, "--format", form
    )
    return result.exit_code, result.stdout


def test_a_service_is_told_what_is_missing_and_what_acts(tmp_path: Path) -> None:
    office = Office(tmp_path)
    code, told = status(office, "json")
    value = json.loads(told)
    assert (code, value["approved"], value["signed_by"]) == (1, False, [])
    [problem] = value["problems"]
    assert [one["message"] for one in value["remarks"]] == [problem]

    office.sign("staff-1", "staff-2")
    code, told = status(office, "github")
    assert code == 0
    assert told == (
        f"::notice file={office.file},line=1,col=1,title=approved::the policy may be taken into "
        "service; signed by staff-1, staff-2\n"
    )


def test_a_service_is_told_which_roll_out_acts_and_which_waits(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.trusts("{needed: 1}", "{needed: 2}")
    office.sign("staff-1", "staff-2")
    rule = ["rollout", office.file, "claim.emotion", "--percent", "25"]
    assert office.run(*rule, by="staff-1").exit_code == 0
    value = json.loads(status(office, "json")[1])
    rolled = {"number": 1, "rules": {"claim.emotion": {"mode": "enforce", "percent": 25}}}
    assert (value["rollout"], value["pending"]) == (None, rolled)
    assert [one["code"] for one in value["remarks"]] == ["rollout-waits", "approved"]

    assert office.run("sign", office.file, "--rollout", by="staff-2").exit_code == 0
    value = json.loads(status(office, "json")[1])
    assert (value["rollout"], value["pending"]) == (rolled, None)
    assert value["acts_as"] != value["policy"]["hash"]


@pytest.mark.parametrize("what", [["explain", "tested"], ["pin"], ["try", "Hello"]])
def test_every_answer_is_sarif_if_that_is_asked_for(what: list[str], file: Path) -> None:
    command, *rest = what
    rest = ["pii.email"] if command == "explain" else rest
    result = run(command, file, *rest, "--format", "sarif")
    assert json.loads(result.stdout)["version"] == "2.1.0"
