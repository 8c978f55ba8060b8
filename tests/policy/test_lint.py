"""What lint has to say of policies that load."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from pkgutil import iter_modules

import pytest

import guardrails.detectors
from guardrails.policy.lint import linted, remarks_on
from guardrails.policy.load import load, read_text
from guardrails.policy.quieted import Earlier
from guardrails.policy.remarks import Weight
from guardrails.resource_texts import WORDS

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
    "another way to mask that counts": (
        "{id: pii.b, detect: [email], do: mask, mask_with: label}",
        False,
    ),
    "a mask of the texts that are kept": (
        "{id: pii.b, detect: [email], do: mask, where: [input, output, log]}",
        False,
    ),
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


def test_a_mask_is_not_dead_beside_a_block_since_older_messages_are_masked(tmp_path: Path) -> None:
    block = "pii:\n  - {id: pii.a, detect: [email], do: block, say: too-long%s}\n"
    mask = "  - {id: pii.b, detect: [email], do: mask%s}\n"
    both = HEAD + block % "" + mask % "" + REST
    assert not [one for one in lint(both, tmp_path) if "dead-rule" in one]
    replies = HEAD + block % "" + mask % ", where: [output]" + REST
    assert [one for one in lint(replies, tmp_path) if "'pii.b' never decides" in one]


def test_a_rule_that_tells_somebody_is_not_dead_beside_one_that_tells_nobody(
    tmp_path: Path,
) -> None:
    rules = (
        "dependence:\n"
        "  - {id: dependence.a, signs: [romance, overuse], do: note}\n"
        "  - {id: dependence.b, signs: [romance], do: note%s}\n"
    )
    quiet = [one for one in lint(HEAD + rules % "" + REST, tmp_path) if "dead-rule" in one]
    told = ", escalate: {to: desk, within: 1h}"
    assert len(quiet) == 1
    assert not [one for one in lint(HEAD + rules % told + REST, tmp_path) if "dead-rule" in one]


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


ACTS = "pii:\n  - {id: pii.all, detect: [email, phone], do: mask}\n"
QUIETER = {
    "in shadow": ("do: mask", 'do: mask, mode: shadow, until: "2027-01-01"', "is only watched"),
    "off": ("do: mask", "do: mask, mode: disabled", "is off"),
    "for a share": (
        "do: mask",
        'do: mask, percent: 20, until: "2027-01-01"',
        "acts for 20 % alone",
    ),
    "all by one line": ("{salt: a}", "{salt: a, default: shadow}", "is only watched"),
}


@pytest.mark.parametrize(("old", "new", "now"), QUIETER.values(), ids=QUIETER.keys())
def test_a_rule_that_acted_and_does_less_now_is_told(old: str, new: str, now: str) -> None:
    whole = f"{HEAD}rollout: {{salt: a}}\n{ACTS}{REST}".replace(
        "level: high", "level: high, mode: enforce"
    )
    assert old in whole
    earlier = Earlier("the policy in force", read_text(whole).policy)
    after, before = read_text(whole.replace(old, new)), read_text(whole)
    told = [one for one in remarks_on(after, TODAY, [earlier]) if one.code == "rule-quieted"]
    assert [(one.weight, one.problem.line, one.problem.message) for one in told] == [
        (
            Weight.WARNING,
            6,
            (
                f"'pii.all' acted in the policy in force and {now} here: what it stopped goes "
                "through. To watch other settings, write a rule of another id beside it"
            ),
        )
    ]
    stricter = Earlier("the policy in force", after.policy)
    assert not [one for one in remarks_on(before, TODAY, [stricter]) if one.code == "rule-quieted"]


def test_a_rule_of_the_policy_below_that_is_only_watched_on_top_is_told(tmp_path: Path) -> None:
    base = f"{HEAD}{ACTS}{REST}".replace("{id: small}", '{id: base, version: "1"}')
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    pin = load(tmp_path / "base.yaml").hash
    head = (
        "schema: 1\npolicy: {id: child}\nextends:\n"
        f'  - {{policy: base.yaml, version: "1", hash: "{pin}"}}\n'
    )
    quiet = 'pii: {change: [{id: pii.all, mode: shadow, until: "2027-01-01"}]}\n'
    told = [one for one in lint(head + quiet, tmp_path) if "rule-quieted" in one]
    assert [one.partition(": ")[2].partition(" here")[0] for one in told] == [
        "warning: 'pii.all' acted in base 1 and is only watched"
    ]


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ("{rule: pii.all}", 0),
        ("{rule: pii.all, do: pass}", 0),
        ("{rule: pii.all, escalated_to: none}", 0),
        ("{rule: pii.all, do: mask}", 1),
        ("{rule: pii.*, not_in_reply: jo@}", 1),
        ("{rule: pii.all, in_reply: EMAIL}", 1),
    ],
)
def test_cases_that_expect_a_watched_rule_to_act_are_told(
    expect: str, told: int, tmp_path: Path
) -> None:
    case = f"  - {{say: jo@example.org, from: user, expect: {expect}}}\n"
    watched = ACTS.replace("do: mask", 'do: mask, mode: shadow, until: "2027-01-01"')
    found = [one for one in lint(HEAD + watched + REST + case, tmp_path) if "on-shadow" in one]
    assert len(found) == told
    if told:
        assert found == [
            (
                "5:1: warning: a case expects 'pii.all' to act (the first at "
                f"{tmp_path / 'p.yaml'}:17), and it is only watched: in service nothing is done by "
                "it [case-on-shadow]"
            )
        ]
    assert not [one for one in lint(HEAD + ACTS + REST + case, tmp_path) if "on-shadow" in one]


def test_a_language_that_is_written_and_not_heard_is_told(tmp_path: Path) -> None:
    both = (HEAD + REST).replace("[en-GB]", "[en-GB, ar]").replace("en-GB: ", "ar: Hi, en-GB: ")
    both = both.replace('ar: Hi, en-GB: "Please', 'ar: "{resources}", en-GB: "Please')
    assert lint(both, tmp_path) == [
        (
            "3:18: warning: people are answered in ar, and what they write in it is not "
            "understood: crisis language is looked for in de, en, es, fr, it, nl, pt, and the "
            "words around helplines are English. Say so to people, or leave the language out "
            "[unread-language]"
        )
    ]


def test_helplines_are_told_in_the_languages_in_which_crisis_language_is_looked_for() -> None:
    names = [one.name for one in iter_modules(guardrails.detectors.__path__)]
    found = {name.removeprefix("crisis_rules_") for name in names if "crisis_rules_" in name}
    assert {name for name in found if len(name) == 2} == set(WORDS)


def test_a_type_that_no_rule_names_is_told_where_it_stands(tmp_path: Path) -> None:
    types = "types:\n  - {name: ward, phrases: [Oak Ward]}\n  - {name: bed, phrases: [Bed Four]}\n"
    rule = "pii:\n  - {id: pii.own, detect: [ward], do: mask, mode: disabled}\n"
    told = [one for one in lint(HEAD + REST + types + rule, tmp_path) if "unnamed-type" in one]
    line = (HEAD + REST + types).count("\n")
    assert len(told) == 1
    assert f"{line}:5: warning: no rule names the type 'bed', so it is not looked for" in told[0]


def test_the_day_of_a_scope_that_is_only_watched_is_seen(tmp_path: Path) -> None:
    scope = "scope: {do: note, mode: shadow}\n"
    assert any("[endless-shadow]" in one for one in lint(HEAD + REST + scope, tmp_path))
    dated = scope.replace("shadow}", 'shadow, until: "2027-01-01"}')
    assert not any("[endless-shadow]" in one for one in lint(HEAD + REST + dated, tmp_path))


def test_what_a_policy_below_is_told_by_itself_is_told_apart_from_what_one_on_top_made_of_it(
    tmp_path: Path,
) -> None:
    late = '{id: pii.a, detect: [email], do: mask, mode: shadow, until: "2026-01-01"}'
    rules = f"pii:\n  - {late}\n  - {{id: pii.b, detect: [phone], do: mask}}\n"
    base = f"{HEAD}{rules}{REST}".replace("{id: small}", '{id: base, version: "1"}')
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    pin = load(tmp_path / "base.yaml").hash
    head = f'extends:\n  - {{policy: base.yaml, version: "1", hash: "{pin}"}}\n'
    change = "pii: {add: [{id: pii.all, detect: [phone, iban], do: mask}]}\n"
    file = tmp_path / "p.yaml"
    file.write_text(f"schema: 1\npolicy: {{id: child}}\n{head}{change}", encoding="utf-8")
    told = [(one.problem.file, one.code, one.below) for one in linted(file, TODAY)]
    below, own = str(tmp_path / "base.yaml"), str(file)
    assert told == [
        (below, "untested-rule", True),
        (below, "expired", False),  # an error is everybody's
        (below, "dead-rule", False),
        (below, "untested-rule", True),
        (own, "untested-rule", False),
    ]


def test_a_bare_domain_that_is_allowed_is_told_to_allow_no_address(tmp_path: Path) -> None:
    def told(allow: str, rule: str = "") -> list[str]:
        text = f"{HEAD}allow: [{allow}]\n{rule}{REST}"
        return [one for one in lint(text, tmp_path) if "allowed-domain" in one]

    assert told("a@example.org, Clinic.example") == [
        (
            "4:24: warning: 'Clinic.example' allows no e-mail address, only the name of the domain "
            'by itself: write "@Clinic.example" for every address of the domain [allowed-domain]'
        )
    ]
    assert told("Clinic.example, '@clinic.example', Oak Ward, 0161 496 0001") == []
    rule = "pii:\n  - {id: pii.a, detect: [url], do: mask%s}\n"
    assert "note: 'clinic.example' allows" in told("clinic.example", rule % "")[0]
    off = rule % ", mode: disabled"
    assert "warning: 'clinic.example' allows" in told("clinic.example", off)[0]
