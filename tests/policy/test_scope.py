"""The section `scope`: what a service may do for a person's mind, by the kind of help."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrails.context import TurnContext
from guardrails.decisions import Do, Mode
from guardrails.detectors.scope import ScopeDetector
from guardrails.errors import PolicyError
from guardrails.findings import Family
from guardrails.guard import Guard
from guardrails.ledger.forgotten import ForgottenLog
from guardrails.messages import Side
from guardrails.policy.load import load_text, read_file, read_text
from guardrails.policy.restore import restored
from guardrails.policy.rule import Rule
from guardrails.policy.scope import MODALITIES, NEVER, REFUSED, STRUCTURED
from guardrails.policy.words import rule_in_words
from tests.guards import Desk

BASE = """\
schema: 1
policy: {id: base, version: "1"}
locales: [en-GB]
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}
escalation: {channels: {desk: {kind: console}}}
messages:
  help: {en-GB: Please call somebody.}
  beyond: {en-GB: That is for a clinician.}
  safe-reply: {en-GB: Not now.}
  too-long: {en-GB: Too long.}
"""  # noqa: E501


def scope(text: str) -> Rule:
    return load_text(f"{BASE}scope: {{{text}}}\n").rules[-1]


def told(text: str) -> str:
    with pytest.raises(PolicyError) as caught:
        scope(text)
    return str(caught.value)


def test_no_scope_is_no_rule_and_changes_no_hash() -> None:
    policy = load_text(BASE)
    assert not any(rule.family is Family.SCOPE for rule in policy.rules)
    assert policy.failure.detector_error[Family.SCOPE] == "block"


@pytest.mark.parametrize("modality", MODALITIES)
def test_relational_care_is_refused_and_structured_care_allowed_in_every_modality(
    modality: str,
) -> None:
    rule = scope(f"modality: {modality}, do: replace, say: beyond")
    assert rule.categories >= {f"scope.{act}" for act in REFUSED}
    assert rule.categories.isdisjoint({f"scope.{act}" for act in STRUCTURED})
    assert rule.categories == {f"scope.{act}" for act in (*REFUSED, *MODALITIES[modality])}


def test_acts_can_be_allowed_and_refused_besides() -> None:
    rule = scope("may: [exposure_plan], may_not: [thought_record], do: note, mode: shadow")
    assert "scope.exposure_plan" not in rule.categories
    assert "scope.thought_record" in rule.categories
    assert (rule.id, rule.do, rule.mode) == ("scope.modality", Do.NOTE, Mode.SHADOW)
    assert (rule.threshold, rule.where) == (5_000, frozenset({Side.OUTPUT}))
    assert "the model goes beyond its scope: diagnosis" in rule_in_words(rule)[0]


@pytest.mark.parametrize("act", sorted(NEVER))
def test_some_acts_no_program_may_do(act: str) -> None:
    assert f"no program may do '{act}': leave it out" in told(f"may: [{act}], do: note")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("do: replace", "do: replace needs 'say', the message that is shown"),
        ("do: rewrite", "'do' is 'rewrite'"),
        ("say: beyond", "scope needs 'do'"),
        ("modality: cbt-skils, do: note", "Did you mean 'cbt-skills'?"),
        ("may: [activation], may_not: [activation], do: note", "stands under 'may_not' too"),
        ("modalty: general, do: note", "Did you mean 'modality'?"),
        ("do: note, percent: 5", "'percent' needs rollout.salt"),
    ],
)
def test_what_is_wrong_is_told(text: str, wanted: str) -> None:
    assert wanted in told(text)


def test_a_policy_with_a_scope_is_restored_from_its_canonical_bytes() -> None:
    policy = load_text(f"{BASE}scope: {{do: block, say: beyond}}\n")
    assert restored(policy.canonical).rules[-1].categories == policy.rules[-1].categories
    assert restored(policy.canonical).hash == policy.hash


async def test_a_sentence_beyond_the_scope_is_replaced_and_a_quotation_is_not() -> None:
    policy = load_text(f"{BASE}scope: {{do: replace, say: beyond}}\n")
    guard = Guard(policy, ForgottenLog(), channels={"desk": Desk()}, detectors=[ScopeDetector()])
    async with guard:
        seen = await guard.inspect(
            "I hear you. You have depression. Shall we go on?", Side.OUTPUT, TurnContext("s1")
        )
        quoted = await guard.inspect(
            'In the play he says: "You have depression."', Side.OUTPUT, TurnContext("s2")
        )
    assert seen.text == "I hear you. That is for a clinician. Shall we go on?"
    assert (seen.do, seen.rule) == (Do.REPLACE, "scope.modality")
    assert "You have depression" in quoted.text


def on_top(folder: Path, *names: str, text: str = "") -> Rule:
    entries = "".join(
        f'  - {{policy: {one}, version: "1", hash: "{read_file(folder / one).policy.hash}"}}\n'
        for one in names
    )
    head = f"schema: 1\npolicy: {{id: child}}\nextends:\n{entries}{text}"
    return read_text(head, str(folder / "child.yaml"), folder).policy.rules[-1]


def test_a_scope_below_can_be_changed_and_is_a_floor_if_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        f"{BASE}scope: {{may_not: [activation], do: replace, say: beyond, floor: true}}\n", "utf-8"
    )
    more = "scope: {modality: grief-support, may_not: {add: [thought_record]}}\n"
    rule = on_top(tmp_path, "a.yaml", text=more)
    assert rule.categories >= {"scope.activation", "scope.thought_record", "scope.hurry_grief"}
    with pytest.raises(PolicyError, match=r"scope\.modality covers .* is a floor"):
        on_top(tmp_path, "a.yaml", text="scope: {may: [prognosis]}\n")


def test_scopes_of_several_policies_refuse_what_each_refuses(tmp_path: Path) -> None:
    for name, text in (
        ("a", "may: [prognosis, treatment], may_not: [activation], do: note"),
        ("b", "may: [treatment], modality: humanistic, do: replace, say: beyond"),
    ):
        whole = BASE.replace("id: base", f"id: {name}") + f"scope: {{{text}}}\n"
        (tmp_path / f"{name}.yaml").write_text(whole, encoding="utf-8")
    (tmp_path / "c.yaml").write_text(BASE.replace("id: base", "id: c"), encoding="utf-8")
    rule = on_top(tmp_path, "c.yaml", "a.yaml", "b.yaml")
    assert rule.do is Do.REPLACE
    assert rule.categories >= {"scope.prognosis", "scope.activation", "scope.direct_order"}
    assert "scope.treatment" not in rule.categories
