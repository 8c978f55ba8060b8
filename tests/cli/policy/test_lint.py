"""`candor policy lint`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.policy.keeping import Keeping
from guardrails.policy.load import load
from tests.cli.policy.test_commands import POLICY
from tests.policy.conftest import SMALL

WRONG = """\
schema: 1
policy: {id: wrong}
locales: [en-GB]
pii:
  - {id: pii.a, detect: [emial], do: mask, floor: yes}
crisis:
  - {id: crisis.high, level: high, treshold: 45, do: replace, say: help, escalate: {to: dsek, within: 10}}
escalation: {channels: {desk: {kind: console}}}
messages:
  help: {en-GB: "Call."}
  safe-reply:
    en-GB: Not now. # Try ward #4
  too-long: {en-GB: Long.}
"""  # noqa: E501


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["policy", "lint", *arguments])


def test_every_mistake_of_a_policy_is_told_at_once_and_fails(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(WRONG, encoding="utf-8")
    result = run(str(file))
    assert result.exit_code == 1
    assert [line.removeprefix(f"{file}:") for line in result.stdout.splitlines()] == [
        (
            "5:26: 'detect' is 'emial': write person, email, phone, postal-address, location, "
            "date-of-birth, date-time, payment-card, iban, bank-account, national-id, passport, "
            "driving-licence, tax-id, health-id, ip-address, mac-address, url, handle, "
            "crypto-wallet, number-plate, organization, nationality, secret, stand-in or "
            "long-word. Did you mean 'email'? [policy]"
        ),
        "5:51: 'floor' is 'yes': write true or false [policy]",
        "7:5: a crisis rule needs 'threshold' [policy]",
        (
            "7:36: 'treshold' is not a setting of a crisis rule. Did you mean 'threshold'? [policy]"
        ),
        "7:89: no channel 'dsek'. Did you mean 'desk'? [policy]",
        (
            "7:103: 'within' is '10': write a duration such as 60s, 10m, 3h or 400d [policy]"
        ),
        (
            "12:12: the text ends before ' #', and the rest of the line is a comment: put the text "
            "in quotes, or the comment on a line of its own [policy]"
        ),
        "7 errors",
    ]  # fmt: skip


def test_a_ready_policy_has_no_errors_and_says_that_nobody_signed_its_texts() -> None:
    result = run("--every", "companion", "support-desk")
    assert result.exit_code == 0
    assert "no clinician has signed 'crisis-high'" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("82 warnings")


def test_texts_that_nobody_signed_are_one_line_for_people_and_all_are_counted() -> None:
    result = run("companion")
    note, line, last = result.stdout.splitlines()
    assert "[console-channel]" in note
    assert line.endswith(
        "crisis.yaml:8:18: warning: no clinician has signed 41 texts for people in need, the first "
        "of them 'crisis-care': have them read, and write who did into 'reviewed_by' of each "
        "(candor policy lint --every names all) [unreviewed-text]"
    )
    assert last == "41 warnings, 1 note"


def test_unsigned_texts_are_one_line_even_where_others_stand_between_them(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    care = "crisis:\n  - {id: crisis.care, level: care, threshold: 50, do: add, say: kind}\n"
    text = SMALL.replace("crisis:\n", care) + '  kind: {en-GB: "Be well."}\n'
    file.write_text(text, encoding="utf-8")
    told = run(str(file), str(file)).stdout
    assert told.count("nothing shows the message 'plain'") == 2
    assert told.count("no clinician has signed") == 2
    assert told.count("no clinician has signed 2 texts for people in need") == 2
    assert told.splitlines()[-1] == "6 warnings, 6 notes"


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_programs_are_told_of_every_text_that_nobody_signed(form: str) -> None:
    assert run("companion", "--format", form).stdout.count("no clinician has signed '") == 41


def test_one_text_that_nobody_signed_is_told_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(SMALL, encoding="utf-8")
    assert "warning: no clinician has signed 'help', a text" in run(str(file)).stdout


def test_a_rule_that_acts_now_and_not_in_an_edit_is_told(tmp_path: Path) -> None:
    now, edit = tmp_path / "now.yaml", tmp_path / "edit.yaml"
    now.write_text(POLICY, encoding="utf-8")
    edit.write_text(
        POLICY.replace("[email], do: mask", "[email], do: mask, mode: shadow"), encoding="utf-8"
    )
    assert "rule-quieted" not in run(str(edit)).stdout
    told = run(str(edit), "--against", str(now)).stdout
    assert f"'pii.email' acted in {now} and is only watched here" in told
    folder = tmp_path / "last-good"
    Keeping(folder).save(load(now), "sha256:0")
    told = run(str(edit), "--against", str(folder)).stdout
    assert "'pii.email' acted in the policy that the service keeps and is only watched here" in told
    (folder / "last-good.json").unlink()
    wrong = run(str(edit), "--against", str(folder))
    assert (wrong.exit_code, "holds no policy that a service keeps" in wrong.output) == (1, True)


def test_warnings_fail_where_that_is_asked_for() -> None:
    assert run("--strict", "companion").exit_code == 1


def test_a_policy_that_is_not_there_is_exit_status_1() -> None:
    assert run("companoin").exit_code == 1
    assert run().exit_code == 2


def child(folder: Path, rest: str = "") -> str:
    """Return the name of a policy on top of `support-desk`, which holds *rest* besides."""
    file = folder / "ours.policy.yaml"
    made = CliRunner().invoke(main, ["policy", "new", str(file), "--extends", "support-desk"])
    assert made.exit_code == 0, made.output
    file.write_text(file.read_text(encoding="utf-8") + rest, encoding="utf-8")
    return str(file)


RULES = """
pii:
  add:
    - {id: pii.names, detect: [nationality], do: mask}
    - {id: pii.group, detect: [organization], do: mask}
"""


def test_of_a_policy_on_top_of_another_what_it_wrote_itself_is_told(tmp_path: Path) -> None:
    fresh = run(child(tmp_path))
    below = "41 warnings, 1 note in the policies below: --all tells them"
    assert fresh.stdout.splitlines() == [f"nothing to say; {below}"]
    (tmp_path / "ours.policy.yaml").unlink()
    ours = child(tmp_path, RULES)
    *notes, last = run(ours).stdout.splitlines()
    assert [note.partition(": ")[0] for note in notes] == [f"{ours}:11:1", f"{ours}:12:1"]
    assert last == f"2 notes; {below}"


def test_what_the_policies_below_are_told_is_told_if_asked_for(tmp_path: Path) -> None:
    ours = child(tmp_path, RULES)
    whole = run("--all", ours).stdout
    assert "no clinician has signed 41 texts" in whole
    assert whole.splitlines()[-1] == "41 warnings, 3 notes"
    assert run("--every", ours).stdout.count("no clinician has signed '") == 41


def test_warnings_that_are_not_told_fail_nothing_and_programs_are_told_how_many(
    tmp_path: Path,
) -> None:
    ours = child(tmp_path)
    assert run("--strict", ours).exit_code == 0
    assert run("--strict", "--all", ours).exit_code == 1
    made = json.loads(run("--format", "json", ours).stdout)
    assert (made["remarks"], made["below"]) == ([], {"error": 0, "warning": 41, "note": 1})
    assert json.loads(run("--format", "json", "--all", ours).stdout)["below"]["warning"] == 0
