"""`candor policy test`."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from guardrails.cli.main import main

POLICY = """\
schema: 1
policy: {id: tested}
locales: [en-GB]
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}
escalation: {channels: {desk: {kind: console}}}
messages:
  help: {en-GB: "Please call somebody. {resources}"}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""  # noqa: E501
CASES = """\
tests:
  - {say: I want to kill myself, from: user, expect: {rule: crisis.high}}
  - {say: I baked bread, from: user, expect: {do: pass}}
  - {say: I baked bread, from: user, expect: {rule: crisis.high}, todo: it is slang}
  - {say: I baked a cake, from: user, expect: {do: pass}, todo: it is slang}
"""


def run(file: Path, text: str, *options: str) -> Result:
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["policy", "test", *options, str(file)])


def test_gaps_are_told_and_do_not_fail(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    result = run(file, POLICY + CASES)
    assert result.exit_code == 0
    told = [line.removeprefix(f"{file}:") for line in result.stdout.splitlines()]
    assert told == [
        (
            "14:5: note: known gap: it is slang (expected crisis.high to fire, and no rule did) "
            "[known-gap]"
        ),
        "15:5: warning: this gap is closed: the case passes, so take 'todo' out [closed-gap]",
        (
            "tested: 2 passed, 0 failed, 1 known gap, 1 closed · every rule fires once and stays "
            "silent once: yes"
        ),
    ]  # fmt: skip


WATCHED = """\
rollout: {salt: one}
pii:
  - {id: pii.contact, detect: [email], do: mask, mode: shadow}
  - {id: pii.url, detect: [url], do: mask, percent: 10}
"""


def test_cases_that_rest_on_rules_which_do_not_act_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    cases = (
        f"{CASES}  - {{say: jo@example.org, from: user, expect: {{rule: pii.contact}}}}\n"
        "  - {say: or jo@example.org, from: user, expect: {rule: pii.*}}\n"
    )
    result = run(file, POLICY + WATCHED + cases, "--any-cases")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-2:] == [
        (
            "tested: 2 cases rest on rules in shadow (pii.contact), and ran as if these acted for "
            "everybody: in service they do nothing"
        ),
        (
            "tested: 1 case rests on rules for a share of people (pii.url), and ran as if these "
            "acted for everybody: in service they do nothing for the rest"
        ),
    ]
    told = json.loads(run(file, POLICY + WATCHED + cases, "--format", "json").stdout)
    [one] = told["policies"]
    assert (one["rest_on_shadow"], one["rest_on_share"]) == (2, 1)


def test_a_case_that_fails_and_a_rule_that_never_fires_are_errors(tmp_path: Path) -> None:
    cases = CASES.replace("I want to kill myself", "I like bread")
    result = run(tmp_path / "p.yaml", POLICY + cases, "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    [one] = told["policies"]
    assert (one["good"], one["passed"], one["failed"], one["known_gap"]) == (False, 1, 1, 1)
    assert one["id"] == "tested"
    assert [one["code"] for one in told["remarks"] if one["weight"] == "error"] == [
        "never-fired",
        "case-failed",
    ]
    [failed] = [one for one in told["remarks"] if one["code"] == "case-failed"]
    assert failed["message"].endswith(". What came out: 'I like bread'")


def test_without_the_demand_a_rule_that_never_fires_is_a_note(tmp_path: Path) -> None:
    cases = "tests:\n  - {say: I baked bread, from: user, expect: {do: pass}}\n"
    file = tmp_path / "p.yaml"
    assert run(file, POLICY + cases).exit_code == 1
    assert run(file, POLICY + cases, "--any-cases").exit_code == 0


def test_a_policy_without_cases_fails(tmp_path: Path) -> None:
    result = run(tmp_path / "p.yaml", POLICY, "--any-cases")
    assert result.exit_code == 1
    assert "there are no cases" in result.stdout


def test_a_policy_that_is_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    result = run(file, POLICY.replace("threshold", "treshold"))
    assert result.exit_code == 1
    assert f"{file}:5:36: 'treshold' is not a setting" in result.stderr
