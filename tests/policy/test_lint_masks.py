"""What lint has to say of ways to mask that never count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guardrails.policy.lint import linted
from guardrails.policy.load import load
from tests.policy.conftest import SMALL

TODAY = date(2026, 11, 26)
RULES = """\
pii:
  - {id: pii.person, detect: [person, email], do: mask}
"""
BASE = SMALL.replace("{id: small}", '{id: base, version: "1"}') + RULES


def remarks(text: str, folder: Path) -> list[str]:
    """Return the place, the weight and the code of what is said of masks and of dead rules."""
    file = folder / "p.yaml"
    file.write_text(text, encoding="utf-8")
    found = [one for one in linted(file, TODAY) if one.code in CODES]
    return [f"{one.problem.line}:{one.problem.column} {one.code}" for one in found]


CODES = {"dead-rule", "mask-outdone", "no-surrogate"}


def on_top(rules: str, folder: Path) -> str:
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    pin = load(folder / "base.yaml").hash
    head = "schema: 1\npolicy: {id: child}\n"
    return f'{head}extends: [{{policy: base.yaml, version: "1", hash: "{pin}"}}]\npii:\n{rules}'


ON_TOP = {
    "a surrogate for one of the types": (
        "  add: [{id: pii.names, detect: [person], do: mask, mask_with: surrogate}]\n",
        ["5:64 mask-outdone"],
    ),
    "a surrogate by a rule that comes later by its name": (
        "  add: [{id: pii.zzz, detect: [person], do: mask, mask_with: surrogate}]\n",
        ["5:1 dead-rule", "5:62 mask-outdone"],
    ),
    "a surrogate for a type more": (
        "  add: [{id: pii.names, detect: [person, phone], do: mask, mask_with: surrogate}]\n",
        ["5:71 mask-outdone"],
    ),
    "a label, which counts": (
        "  add: [{id: pii.names, detect: [person], do: mask, mask_with: label}]\n",
        [],
    ),
    "a surrogate where the other rule leaves the type out": (
        (
            "  add: [{id: pii.names, detect: [person], do: mask, mask_with: surrogate}]\n"
            "  change: [{id: pii.person, detect: {remove: [person]}}]\n"
        ),
        [],
    ),
    "a surrogate in both": (
        (
            "  add: [{id: pii.zzz, detect: [phone], do: mask, mask_with: surrogate}]\n"
            "  change: [{id: pii.person, mask_with: surrogate}]\n"
        ),
        [],
    ),
    "a surrogate from a lower score on": (
        (
            "  add: [{id: pii.names, detect: [person], do: mask, threshold: 9, "
            "mask_with: surrogate}]\n"
        ),
        [],
    ),
    "a surrogate that is off": (
        (
            "  add: [{id: pii.names, detect: [person], do: mask, mask_with: surrogate, "
            "mode: disabled}]\n"
        ),
        [],
    ),
}


@pytest.mark.parametrize(("rules", "told"), ON_TOP.values(), ids=ON_TOP.keys())
def test_a_way_to_mask_that_a_rule_of_another_policy_outdoes_is_told(
    rules: str, told: list[str], tmp_path: Path
) -> None:
    assert remarks(on_top(rules, tmp_path), tmp_path) == told


def test_it_is_told_by_which_rule_and_what_to_write(tmp_path: Path) -> None:
    rules = "  add: [{id: pii.names, detect: [person], do: mask, mask_with: surrogate}]\n"
    file = tmp_path / "p.yaml"
    file.write_text(on_top(rules, tmp_path), encoding="utf-8")
    [told] = [one.problem.message for one in linted(file, TODAY) if one.code == "mask-outdone"]
    assert told == (
        f"mask_with: surrogate of 'pii.names' never counts for person: 'pii.person' ("
        f"{tmp_path / 'base.yaml'}:15) with mask_with: pseudonym masks the same, and of several "
        "ways the one counts that tells the model least (remove, then label, pseudonym, "
        "surrogate). Take the type out of that rule, or write the way there, with 'change' where "
        "it is another policy's"
    )


ALONE = {
    "one way for most types and another for one": (
        (
            "  - {id: pii.b, detect: [person, email], do: mask, mask_with: surrogate}\n"
            "  - {id: pii.c, detect: [person], do: mask, mask_with: label}\n"
        ),
        [],
    ),
    "another way for each type, by two rules": (
        (
            "  - {id: pii.b, detect: [person, email], do: mask, mask_with: surrogate}\n"
            "  - {id: pii.c, detect: [person], do: mask, mask_with: label}\n"
            "  - {id: pii.d, detect: [email], do: mask}\n"
        ),
        ["15:63 mask-outdone"],
    ),
    "another way for replies alone": (
        (
            "  - {id: pii.b, detect: [person], do: mask, mask_with: surrogate}\n"
            "  - {id: pii.c, detect: [person], do: mask, where: [output]}\n"
        ),
        [],
    ),
}


@pytest.mark.parametrize(("rules", "told"), ALONE.values(), ids=ALONE.keys())
def test_in_one_file_a_way_to_mask_is_told_if_it_counts_for_no_type(
    rules: str, told: list[str], tmp_path: Path
) -> None:
    found = remarks(f"{SMALL}pii:\n{rules}", tmp_path)
    assert [one for one in found if "dead-rule" not in one] == told


def test_a_policy_on_top_may_tell_the_model_less_than_the_one_below(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(
        BASE.replace("do: mask}", "do: mask, mask_with: surrogate}"), encoding="utf-8"
    )
    pin = load(tmp_path / "base.yaml").hash
    head = f'extends: [{{policy: base.yaml, version: "1", hash: "{pin}"}}]\n'
    add = "{id: pii.all, detect: [person, email], do: mask, mask_with: label}"
    text = f"schema: 1\npolicy: {{id: child}}\n{head}pii: {{add: [{add}]}}\n"
    assert not [one for one in remarks(text, tmp_path) if "mask-outdone" in one]


def test_types_of_which_no_surrogate_is_made_are_told(tmp_path: Path) -> None:
    types = "types: [{name: order-number, patterns: ['O-[0-9]{8}']}]\n"
    rule = "pii: [{id: pii.o, detect: [%s], do: mask, mask_with: %s}]\n"
    file = tmp_path / "p.yaml"
    mixed = rule % ("person, order-number, date-of-birth", "surrogate")
    file.write_text(SMALL + types + mixed, encoding="utf-8")
    [told] = [str(one) for one in linted(file, TODAY) if one.code == "no-surrogate"]
    assert told == (
        f"{file}:15:87: note: there are no surrogates of date-of-birth, order-number: the model "
        "gets a pseudonym such as <DATE_OF_BIRTH_1>. That is hidden as well; to say so in the "
        "file, give these types a rule of their own without 'mask_with' [no-surrogate]"
    )
    assert remarks(SMALL + types + rule % ("order-number", "label"), tmp_path) == []
    assert remarks(SMALL + types + rule % ("person, phone", "surrogate"), tmp_path) == []
