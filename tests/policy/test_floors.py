"""What a policy may not make weaker of the one that it builds on; both places are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do
from guardrails.errors import PolicyError
from guardrails.findings import Level
from guardrails.messages import Side, Surface
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.floors import broken_floors
from guardrails.policy.load import load_text, read_file, read_text
from guardrails.policy.tree import Table
from tests.policies import crisis, policy
from tests.policy.test_decide import FINDINGS
from tests.policy.test_extends import head

PARENT = """\
schema: 1
policy: {id: base, version: "1"}
locales: [en-GB]
rollout: {salt: one}
pii:
  - {id: pii.contact, detect: [email, phone], do: mask, threshold: 50, floor: true}
  - {id: pii.free, detect: [person], do: mask}
claim:
  - {id: claim.bond, claims: [bond], do: rewrite, floor: true, except: [{name: quotation, when: {quoted: true}}]}
crisis:
  - {id: crisis.care, level: care, threshold: 50, do: add, say: help, floor: true}
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, escalate: {to: desk, within: 10m}}
disclosure: {at_start: plain, when_asked_if_human: plain, repeat: {every_turns: 40, every: 3h}, floor: true}
escalation:
  channels:
    desk: {kind: console}
    day: {kind: console}
failure: {detector_error: {claim: block}, coverage: {image: block}, floor: true}
messages:
  help: {en-GB: "Please call somebody. {resources}"}
  plain: {en-GB: "I am a program."}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""  # noqa: E501


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "base.yaml").write_text(PARENT, encoding="utf-8")
    return tmp_path


def told(folder: Path, text: str) -> list[str]:
    whole = head(read_file(folder / "base.yaml")) + text
    try:
        read_text(whole, str(folder / "child.yaml"), folder)
    except PolicyError as error:
        return [str(one).replace(f"{folder}/", "") for one in error.problems]
    return []


HIGH = "though base.yaml:12 is a floor"
CONTACT = "though base.yaml:6 is a floor"
BOND = "though base.yaml:9 is a floor"
BROKEN = {
    "crisis: {change: [{id: crisis.high, threshold: 46}]}": [
        f"child.yaml:5:48: crisis.high threshold 45 -> 46, {HIGH}"
    ],
    "crisis: {change: [{id: crisis.high, escalate: {within: 11m}}]}": [
        f"child.yaml:5:47: crisis.high within 10 minutes -> 11 minutes, {HIGH}"
    ],
    "crisis: {change: [{id: crisis.high, floor: false}]}": [
        f"child.yaml:5:44: crisis.high floor true -> false, {HIGH}"
    ],
    "crisis: {change: [{id: crisis.high, subject: self}]}": [
        f"child.yaml:5:46: crisis.high answers high -> high of self, {HIGH}"
    ],
    "crisis: {change: [{id: crisis.high, level: imminent}]}": [
        f"child.yaml:5:44: crisis.high answers high -> imminent, {HIGH}"
    ],
    "crisis: {remove: [crisis.high]}": [f"child.yaml:5:19: crisis.high is gone, {HIGH}"],
    "crisis: {replace: [{id: crisis.care, level: care, threshold: 50, do: add, say: help, "
    "floor: true}]}": [f"child.yaml:5:1: crisis.high is gone, {HIGH}"],
    "pii: {change: [{id: pii.contact, do: note}]}": [
        f"child.yaml:5:38: pii.contact do mask -> note, {CONTACT}"
    ],
    "pii: {change: [{id: pii.contact, detect: {remove: [phone]}}]}": [
        f"child.yaml:5:42: pii.contact covers - pii.phone, {CONTACT}"
    ],
    "pii: {change: [{id: pii.contact, mode: shadow}]}": [
        f"child.yaml:5:40: pii.contact mode enforce -> shadow, {CONTACT}"
    ],
    "pii: {change: [{id: pii.contact, percent: 99}]}": [
        f"child.yaml:5:43: pii.contact percent 100 -> 99, {CONTACT}"
    ],
    "pii: {change: [{id: pii.contact, where: [input]}]}": [
        f"child.yaml:5:41: pii.contact where - output, {CONTACT}"
    ],
    "pii: {change: [{id: pii.contact, surfaces: [text]}]}": [
        f"child.yaml:5:44: pii.contact surfaces have changed, {CONTACT}"
    ],
    "pii: {remove: [pii.contact], add: [{id: pii.contact, detect: [email, phone], do: mask, "
    "threshold: 60, floor: true}]}": [
        f"child.yaml:5:99: pii.contact threshold 50 -> 60, {CONTACT}"
    ],
    "claim: {change: [{id: claim.bond, except: "
    "{add: [{name: play, when: {mode: roleplay}}]}}]}": [
        f"child.yaml:5:43: claim.bond exceptions + roleplay, {BOND}"
    ],
    "rollout: {default: shadow}\ncrisis: {change: [{id: crisis.care, mode: enforce}, "
    "{id: crisis.high, mode: enforce}]}\npii: {change: [{id: pii.contact, mode: enforce}]}": [
        f"child.yaml:5:20: claim.bond mode enforce -> shadow, {BOND}"
    ],
    "disclosure: {repeat: {every_turns: 41}}": [
        "child.yaml:5:36: disclosure: every_turns is longer, though base.yaml makes it a floor"
    ],
    "disclosure: {repeat: {every: 4h}}": [
        "child.yaml:5:30: disclosure: every is longer, though base.yaml makes it a floor"
    ],
    "disclosure: {floor: false}": [
        "child.yaml:5:21: disclosure: the floor is taken away, though base.yaml makes it a floor"
    ],
    "failure: {detector_error: {claim: note}}": [
        ("child.yaml:5:35: failure: failure.detector_error.claim block -> note, "
        "though base.yaml makes it a floor")
    ],
    "failure: {coverage: {image: note}}": [
        ("child.yaml:5:29: failure: failure.coverage.image block -> note, "
        "though base.yaml makes it a floor")
    ],
    "failure: {floor: false}": [
        "child.yaml:5:18: failure: the floor is taken away, though base.yaml makes it a floor"
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", BROKEN)
def test_what_goes_below_a_floor_is_refused_with_both_places(folder: Path, text: str) -> None:
    assert told(folder, text + "\n") == BROKEN[text]


@pytest.mark.parametrize(
    "text",
    [
        "crisis: {change: [{id: crisis.high, threshold: 40, escalate: {to: day, within: 5m}}]}",
        "crisis: {change: [{id: crisis.high, say_for: {abuse: help}}]}",
        "pii: {change: [{id: pii.contact, detect: {add: [iban]}, mask_as: '[x]'}]}",
        "pii: {change: [{id: pii.free, do: note, threshold: 90, mode: shadow}]}",
        "pii: {remove: [pii.free]}",
        "claim: {change: [{id: claim.bond, do: replace, say: plain, may_except: [quoted]}]}",
        "disclosure: {repeat: {every_turns: 10, every: 1h}}",
        "failure: {coverage: {audio: block}, model_error: plain}",
        (
            "crisis: {add: [{id: crisis.imminent, level: imminent, threshold: 35, do: replace, "
            "say: help, escalate: {to: desk, within: 60s}}]}"
        ),
        (
            "crisis: {add: [{id: crisis.other, level: high, subject: other, threshold: 90, "
            "do: replace, say: help, mode: shadow, escalate: {to: desk, within: 90m}}]}"
        ),
    ],
)
def test_what_is_stricter_or_no_floor_may_change(folder: Path, text: str) -> None:
    assert told(folder, text + "\n") == []


def test_a_rule_that_answers_before_a_floor_may_not_do_less(folder: Path) -> None:
    late = (
        "crisis: {add: [{id: crisis.imminent, level: imminent, threshold: 35, do: replace, "
        "say: help, escalate: {to: desk, within: 11m}}]}\n"
    )
    assert told(folder, late) == [
        (
            "child.yaml:5:16: 'crisis.imminent' answers before 'crisis.high', the floor at "
            "base.yaml:12, and leaves more time: 11 minutes, not 10 minutes"
        )
    ]
    # Whose need it is: a rule for one of two is nearer than a rule for both.
    whose = late.replace("imminent, level: imminent", "self, level: high, subject: self")
    assert "'crisis.self' answers before 'crisis.high'" in told(folder, whose)[0]


def test_who_answers_before_a_floor_and_how_is_told_of_policies_made_in_code() -> None:
    floor = replace(crisis(Level.HIGH, Do.REPLACE, "crisis-text"), floor=True)
    root = Table((), 1, 1)
    for nearer, why in (
        (replace(crisis(Level.IMMINENT, Do.ADD, "crisis-text")), "does less: add, not replace"),
        (crisis(Level.IMMINENT, Do.REPLACE, "crisis-text", escalate=False), "tells nobody"),
    ):
        found = list(broken_floors(policy(floor), "base", policy(floor, nearer), root, root))
        assert [what.endswith(why) for _, what in found] == [True]


@pytest.mark.parametrize("missing", ["at_start", "when_asked", "repeat"])
def test_a_disclosure_that_is_a_floor_is_not_left_out(missing: str) -> None:
    parent = load_text(PARENT)
    child = replace(parent, disclosure=replace(parent.disclosure, **{missing: None}))
    root = Table((), 1, 1)
    assert len(list(broken_floors(parent, "base", child, root, root))) == 1


def test_a_repetition_that_is_left_out_is_longer_than_any() -> None:
    parent = load_text(PARENT)
    child = replace(parent, disclosure=replace(parent.disclosure, every_turns=None))
    root = Table((), 1, 1)
    [(_, what)] = broken_floors(parent, "base", child, root, root)
    assert what == "disclosure: every_turns is longer, though base makes it a floor"


# --- what a floor is worth ---

LEVELS = {Level.CARE: Do.ADD, Level.CONCERN: Do.ADD, Level.HIGH: Do.REPLACE}
RULES = st.lists(
    st.builds(
        lambda level, score, within, subject: (level, score, within, subject),
        st.sampled_from(["care", "concern", "high", "imminent"]),
        st.integers(0, 90),
        st.integers(1, 20),
        st.sampled_from(["", ", subject: self", ", subject: other"]),
    ),
    max_size=3,
    unique_by=lambda one: (one[0], one[3]),
)


@settings(max_examples=60)
@given(RULES, st.integers(20, 60), st.integers(1, 20), FINDINGS)
def test_whoever_a_floor_helps_is_helped_as_much_by_every_policy_on_top_of_it(
    tmp_path_factory: pytest.TempPathFactory,
    rules: list[tuple[str, int, int, str]],
    threshold: int,
    within: int,
    findings: tuple[object, ...],
) -> None:
    folder = tmp_path_factory.mktemp("floor")
    (folder / "base.yaml").write_text(PARENT, encoding="utf-8")
    parent = read_file(folder / "base.yaml")
    added = "".join(
        f"    - {{id: crisis.r{number}, level: {level}, threshold: {score}{subject}, say: help, "
        f"do: {'replace' if level in {'high', 'imminent'} else 'add'}, "
        f"escalate: {{to: day, within: {minutes}m}}}}\n"
        for number, (level, score, minutes, subject) in enumerate(rules)
    )
    text = (
        head(parent)
        + f"crisis:\n  change: [{{id: crisis.high, threshold: {threshold}, "
        + f"escalate: {{within: {within}m}}}}]\n"
        + (f"  add:\n{added}" if added else "")
    )
    try:
        child = read_text(text, str(folder / "child.yaml"), folder).policy
    except PolicyError:
        return
    ctx = DecideContext(1_795_384_134, Side.INPUT, Surface.TEXT)
    before = decide(parent.policy, findings, ctx)  # type: ignore[arg-type]
    after = decide(child, findings, ctx)  # type: ignore[arg-type]
    assert after.do >= before.do
    if before.escalate:
        soonest = min(one.within for one in after.escalate)
        assert soonest <= min(one.within for one in before.escalate)
