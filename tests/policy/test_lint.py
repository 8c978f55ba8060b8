"""What lint has to say of policies that load."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guardrails.policy.lint import linted
from guardrails.policy.remarks import Weight

TODAY = date(2026, 11, 26)
HEAD = """\
schema: 1
policy: {id: small}
locales: [en-GB]
"""
REST = """\
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}
escalation:
  channels:
    desk: {kind: webhook, url_env: DESK}
messages:
  help: {en-GB: "Please call somebody. {resources}", reviewed_by: A clinician}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
tests:
  - {say: I want to kill myself, from: user, expect: {rule: crisis.high}}
"""  # noqa: E501


def lint(text: str, folder: Path) -> list[str]:
    file = folder / "p.yaml"
    file.write_text(text, encoding="utf-8")
    return [str(one).removeprefix(f"{file}:") for one in linted(file, TODAY)]


def test_there_is_nothing_to_say_of_a_sound_policy(tmp_path: Path) -> None:
    assert lint(HEAD + REST, tmp_path) == []


PII = "pii:\n  - {id: pii.all, detect: [email, phone], do: mask}\n"
ALL = "{rule: crisis.high}}\n  - {say: a, from: user, expect: {rule: pii.all}}\n"

WORTH_SAYING = {
    "a text that is not signed": (
        ", reviewed_by: A clinician",
        ", reviewed_by: null",
        [
            (
                "10:67: warning: no clinician has signed 'help', a text for people in need: "
                "have it read, and write who did into 'reviewed_by' [unreviewed-text]"
            )
        ],
    ),
    "a text without a word on who signed it": (
        ", reviewed_by: A clinician",
        "",
        [
            (
                "10:3: warning: no clinician has signed 'help', a text for people in need: "
                "have it read, and write who did into 'reviewed_by' [unreviewed-text]"
            )
        ],
    ),
    "a text that a comment cuts": (
        "policy: {id: small}",
        "policy:\n  id: small # a comment\n  title: For ward #4 and # 5",
        [
            (
                "4:10: warning: this text ends before ' #', and the rest of the line is a comment: "
                "put the text in quotes if the rest belongs to it [cut-text]"
            )
        ],
    ),
    "a day of review that is past": (
        "{id: small}",
        '{id: small, review_by: "2026-11-25"}',
        [
            (
                "2:32: warning: 'review_by' is 2026-11-25: the policy was to be looked at again by "
                "this day [expired]"
            )
        ],
    ),
    "a day of review that is today": ("{id: small}", '{id: small, review_by: "2026-11-26"}', []),
    "a day by which a rule was to be decided on": (
        "say: help, escalate",
        'say: help, until: "2026-01-01", escalate',
        [
            (
                "5:82: 'until' is 2026-01-01: this day is past, and nothing has changed "
                "by itself: decide, and write a new day [expired]"
            )
        ],
    ),
    "a message that nothing shows": (
        "  safe-reply:",
        "  spare: {en-GB: Spare.}\n  safe-reply:",
        [
            (
                "11:3: warning: nothing shows the message 'spare': take it out, or name it "
                "[unused-message]"
            )
        ],
    ),
    "a channel that prints": (
        "{kind: webhook, url_env: DESK}",
        "{kind: console}",
        [
            (
                "8:18: note: this channel prints to the operator's terminal, where at night nobody "
                "looks: use a webhook before going live [console-channel]"
            )
        ],
    ),
    "a rule that nothing tests": (
        "{rule: crisis.high}",
        "{not_rule: crisis.high}",
        [
            (
                "5:1: note: no case under 'tests' expects 'crisis.high' to fire: write one "
                "[untested-rule]"
            )
        ],
    ),
    "texts that are kept as they were said": (
        "crisis:\n",
        "logging: {level: sealed-text}\ncrisis:\n",
        [
            (
                "4:18: note: 'sealed-text' keeps texts of people who agreed to it, sealed: tell "
                "them so before they agree, and settle who holds the investigators' key and how "
                "long texts are kept [kept-text]"
            ),
            (
                "4:18: warning: personal data is kept as it was said: put 'log' into 'where' of "
                "the rules that are to mask it, or write 'masked-text' [unmasked-text]"
            ),
        ],
    ),
    "a log that may be left out": (
        "crisis:\n",
        "logging: {on_failure: drop}\ncrisis:\n",
        [
            (
                "4:23: warning: while the log cannot be written, text of the model goes out and "
                "nobody can ever say why; how many records are missing is all that will be known. "
                "'safe-reply' releases none [unlogged-text]"
            )
        ],
    ),
    "masked texts of a side on which nobody looks": (
        "crisis:\n",
        (
            "logging: {level: masked-text}\npii:\n  - {id: pii.a, detect: [email], do: mask, "
            "where: [input], mode: shadow, until: '2027-01-31'}\ncrisis:\n"
        ),
        [
            (
                "4:18: note: 'masked-text' keeps texts of people who agreed to it, sealed: tell "
                "them so before they agree, and settle who holds the investigators' key and how "
                "long texts are kept [kept-text]"
            ),
            (
                "4:18: warning: no live pii rule looks at replies, so nothing in them could be "
                "masked, and none of them is kept [unkept-text]"
            ),
            "6:1: note: no case under 'tests' expects 'pii.a' to fire: write one [untested-rule]",
        ],
    ),
    "a rule that is off and that nothing tests": (
        "crisis:\n",
        "pii:\n  - {id: pii.all, detect: [email], do: mask, mode: disabled}\ncrisis:\n",
        [],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), WORTH_SAYING.values(), ids=WORTH_SAYING.keys())
def test_what_may_not_be_meant_is_told_with_its_place(
    old: str, new: str, told: list[str], tmp_path: Path
) -> None:
    assert (HEAD + REST).count(old) == 1
    assert lint((HEAD + REST).replace(old, new), tmp_path) == told


DEAD = {
    "the same at a higher threshold": (
        "{id: pii.b, detect: [email], do: mask, threshold: 60}",
        True,
    ),
    "a weaker action": ("{id: pii.b, detect: [email], do: note}", True),
    "fewer surfaces": ("{id: pii.b, detect: [email], do: mask, surfaces: [text]}", True),
    "another type": ("{id: pii.b, detect: [email, iban], do: mask}", False),
    "a stronger action": ("{id: pii.b, detect: [email], do: block, say: too-long}", False),
    "a lower threshold": ("{id: pii.b, detect: [email], do: mask, threshold: 20}", False),
}


@pytest.mark.parametrize(("rule", "dead"), DEAD.values(), ids=DEAD.keys())
def test_a_rule_that_another_always_does_the_work_of_is_told_of(
    rule: str, dead: bool, tmp_path: Path
) -> None:
    text = HEAD + PII + f"  - {rule}\n" + REST.replace("{rule: crisis.high}}\n", ALL)
    told = [one for one in lint(text, tmp_path) if "dead-rule" in one]
    assert told == (
        [
            (
                "6:1: warning: 'pii.b' never decides anything: 'pii.all' (line 5) takes all that "
                "it takes, and does as much or more [dead-rule]"
            )
        ]
        if dead
        else []
    )


OFTEN = {"in shadow": "mode: shadow", "for a share": "percent: 50", "on one side": "where: [input]"}


@pytest.mark.parametrize("setting", OFTEN.values(), ids=OFTEN.keys())
def test_a_rule_that_does_not_always_act_makes_no_other_dead(setting: str, tmp_path: Path) -> None:
    rules = f"pii:\n  - {{id: pii.all, detect: [email], do: mask, {setting}}}\n"
    rules += "  - {id: pii.zzz, detect: [email], do: mask}\n"
    text = HEAD + "rollout: {salt: a}\n" + rules + REST
    assert not [one for one in lint(text, tmp_path) if "'pii.zzz' never" in one]


def test_of_two_rules_that_are_alike_one_is_dead(tmp_path: Path) -> None:
    rules = PII + "  - {id: pii.zzz, detect: [email, phone], do: mask}\n"
    told = [one for one in lint(HEAD + rules + REST, tmp_path) if "dead-rule" in one]
    assert len(told) == 1


def test_a_policy_that_does_not_load_gives_its_errors_alone(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text("schema: 2\n", encoding="utf-8")
    found = linted(file, TODAY)
    assert {one.weight for one in found} == {Weight.ERROR}
    assert {one.code for one in found} == {"policy"}
