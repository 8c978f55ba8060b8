"""What lint says where a policy takes away one of the protections that nothing excuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guardrails.policy.lint import linted, remarks_on
from guardrails.policy.load import load, read_text
from guardrails.policy.quieted import Earlier
from guardrails.policy.remarks import Weight
from tests.policy.test_lint import HEAD, REST

TODAY = date(2026, 11, 26)
WHOLE = """\
claim:
  - {id: claim.human, claims: [human_identity, emotion], do: rewrite}
  - {id: claim.trade, claims: [professional], do: rewrite}
  - {id: claim.hold, claims: [retention], do: rewrite}
"""
BASE = f"{HEAD}{WHOLE}{REST}".replace("{id: small}", '{id: base, version: "1"}')
CODES = ("protection-lost", "protection-phrases")


def on_top(change: str, folder: Path) -> list[str]:
    """Return what is told of a policy on top of `BASE` that holds *change* in line 5."""
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    pin = load(folder / "base.yaml").hash
    file = folder / "p.yaml"
    text = (
        "schema: 1\npolicy: {id: child}\nextends:\n"
        f'  - {{policy: base.yaml, version: "1", hash: "{pin}"}}\n{change}\n'
    )
    file.write_text(text, encoding="utf-8")
    found = linted(file, TODAY)
    assert Weight.ERROR not in {one.weight for one in found}, found
    told = [str(one) for one in found if one.code in CODES and not one.below]
    return [one.removeprefix(f"{file}:") for one in told]


TAIL = ", so they reach people as they are. To bring the protection back, "
HUMAN = "claims to be a human being (human_identity)"
HOLD = "pleas that hold people back when they want to leave (retention)"
TRADE = "claims to be a licensed professional (professional)"

WEAKENED = {
    "a rule that is removed": (
        "claim: {remove: [claim.hold]}",
        (
            f"5:18: warning: nothing looks for {HOLD} any more: 'claim.hold' of base 1 is removed "
            f"here{TAIL}take 'claim.hold' out of 'remove' [protection-lost]"
        ),
    ),
    "a rule that only notes": (
        "claim: {change: [{id: claim.trade, do: note}]}",
        (
            f"5:1: warning: nothing is done any more about {TRADE}: 'claim.trade' only notes them "
            f"(do: note){TAIL}write do: replace [protection-lost]"
        ),
    ),
    "a threshold that nothing reaches": (
        "claim: {change: [{id: claim.trade, threshold: 91}]}",
        (
            f"5:1: warning: nothing is done any more about {TRADE}: 'claim.trade' acts above 91 % "
            f"alone, which hardly a sentence reaches{TAIL}write a lower 'threshold', such as 50 "
            "[protection-lost]"
        ),
    ),
    "a kind that is taken out of its rule": (
        "claim: {change: [{id: claim.human, claims: {remove: [human_identity]}}]}",
        (
            f"5:44: warning: nothing looks for {HUMAN} any more: 'claim.human' of base 1 covers "
            f"it, and here it does not{TAIL}put human_identity into its 'claims' again "
            "[protection-lost]"
        ),
    ),
    "all rules written anew without one": (
        "claim: {replace: [{id: claim.a, claims: [human_identity, retention], do: rewrite}]}",
        (
            f"5:1: warning: nothing looks for {TRADE} any more: 'claim.trade' of base 1 is left "
            f"out here{TAIL}write a rule under 'claim', as 'claim.professional' in baseline, with "
            "claims: [professional] [protection-lost]"
        ),
    ),
    "another rule that is only watched in its place": (
        (
            "claim: {remove: [claim.hold], add: [{id: claim.b, claims: [retention], do: rewrite, "
            "mode: shadow}]}"
        ),
        (
            f"5:1: warning: nothing is done any more about {HOLD}: 'claim.b' is only watched{TAIL}"
            "write mode: enforce [protection-lost]"
        ),
    ),
}


@pytest.mark.parametrize(("change", "told"), WEAKENED.values(), ids=WEAKENED.keys())
def test_a_protection_that_a_policy_on_top_takes_away_is_told(
    change: str, told: str, tmp_path: Path
) -> None:
    found = on_top(change, tmp_path)
    assert [one.partition(": ")[2] for one in found] == [told.partition(": ")[2]]
    if not told.startswith("5:1:"):
        assert found == [told]


QUIET = {
    "nothing": "",
    "another kind taken out": "claim: {change: [{id: claim.human, claims: {remove: [emotion]}}]}",
    "a stricter rule": "claim: {change: [{id: claim.trade, threshold: 40}]}",
    "a threshold that can be reached": "claim: {change: [{id: claim.trade, threshold: 90}]}",
    "another rule in its place": (
        "claim: {remove: [claim.hold], add: [{id: claim.b, claims: [retention], do: rewrite}]}"
    ),
    "what is told as a rule that is only watched": (
        "claim: {change: [{id: claim.trade, mode: shadow}]}"
    ),
}


@pytest.mark.parametrize("change", QUIET.values(), ids=QUIET.keys())
def test_a_policy_on_top_that_keeps_the_protections_is_told_nothing(
    change: str, tmp_path: Path
) -> None:
    assert on_top(change, tmp_path) == []


def against(new: str) -> list[str]:
    earlier = Earlier("the policy in force", read_text(BASE).policy)
    return [str(one) for one in remarks_on(read_text(new), TODAY, [earlier]) if one.code in CODES]


def test_a_protection_that_the_policy_in_force_has_and_an_edit_has_not_is_told() -> None:
    assert against(BASE) == []
    [told] = against(BASE.replace("  - {id: claim.hold, claims: [retention], do: rewrite}\n", ""))
    assert "'claim.hold' of the policy in force is left out here" in told
    [told] = against(BASE.replace("[human_identity, emotion]", "[emotion]"))
    assert "'claim.human' of the policy in force covers it, and here it does not" in told
    assert len(against(BASE.replace(WHOLE, ""))) == 3


def test_of_a_copy_a_kind_that_is_looked_for_nowhere_is_told_and_no_claims_at_all_are_not(
    tmp_path: Path,
) -> None:
    file = tmp_path / "p.yaml"

    def told(text: str) -> list[str]:
        file.write_text(text, encoding="utf-8")
        return [one.problem.message for one in linted(file, TODAY) if one.code in CODES]

    assert told(BASE) == told(BASE.replace(WHOLE, "")) == []
    assert told(BASE.replace("[retention]", "[sentience]")) == [
        (
            f"nothing looks for {HOLD}, while other claims are looked for: if the rule was taken "
            "out by mistake, write a rule under 'claim', as 'claim.retention' in baseline, with "
            "claims: [retention]"
        )
    ]


def test_phrases_that_excuse_what_nothing_excuses_are_told(tmp_path: Path) -> None:
    phrase = "except: [{name: slogan, phrases: {en-GB: [I am a real person]}}]"
    file = tmp_path / "p.yaml"

    def told(old: str) -> list[str]:
        text = BASE.replace(old, f"{old}, {phrase}")
        assert text != BASE
        file.write_text(text, encoding="utf-8")
        return [one.problem.message for one in linted(file, TODAY) if one.code in CODES]

    (said,) = told("[human_identity, emotion], do: rewrite")
    assert said.startswith(f"these phrases let {HUMAN} through, for which no role-play is")
    assert "candor policy test" in said
