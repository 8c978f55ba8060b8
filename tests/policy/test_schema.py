"""The schema that editors read says what the loader takes."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest

from guardrails.cli.policy.schema import written
from guardrails.policy.described import DESCRIBED, MESSAGE
from guardrails.policy.described_takes import Setting
from guardrails.policy.keys import KEYS
from guardrails.policy.load import load_text
from guardrails.policy.schema import DRAFT, FILE, schema

DRAFT_7 = {
    "$ref", "$schema", "additionalProperties", "anyOf", "default", "definitions", "description",
    "enum", "items", "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength",
    "minProperties", "minimum", "pattern", "patternProperties", "properties", "propertyNames",
    "required", "title", "type", "uniqueItems", "if", "not", "then",
}  # fmt: skip
"""Keywords that the schema may use: all of JSON Schema draft 7 (draft-handrews-json-schema-01)."""


def keywords(value: Any) -> set[str]:
    """Return the keywords of a schema, less the names that stand under them."""
    found: set[str] = set()
    if isinstance(value, dict):
        for name, inner in value.items():
            found.add(name)
            if name in {"properties", "patternProperties", "definitions"}:
                found |= set().union(*map(keywords, inner.values()))
            elif name not in {"default", "enum", "required"}:
                found |= keywords(inner)
    elif isinstance(value, list):
        found |= set().union(*map(keywords, value)) if value else set()
    return found


def test_the_schema_in_the_package_is_current() -> None:
    # If this fails: candor policy schema > guardrails/policy/policy-1.schema.json
    file = resources.files("guardrails.policy") / FILE
    assert file.read_text(encoding="utf-8") == written()


def test_the_schema_keeps_to_draft_7() -> None:
    assert schema()["$schema"] == DRAFT
    assert keywords(schema()) <= DRAFT_7


@pytest.mark.parametrize("kind", [kind for kind in KEYS if not kind.startswith("a file of ")])
def test_every_setting_is_described_and_no_other(kind: str) -> None:
    assert set(DESCRIBED[kind]) == set(KEYS[kind])


def test_every_reference_leads_somewhere() -> None:
    def refs(value: Any) -> set[str]:
        if isinstance(value, dict):
            here = {value["$ref"]} if "$ref" in value else set()
            return here.union(*map(refs, value.values()))
        return set().union(*map(refs, value)) if isinstance(value, list) and value else set()

    known = {f"#/definitions/{name}" for name in schema()["definitions"]}
    assert refs(schema()) == known


SETTINGS: list[tuple[str, Setting]] = [
    (f"{kind}: {name}", one)
    for kind, settings in {**DESCRIBED, "a message": MESSAGE}.items()
    for name, one in settings.items()
]


@pytest.mark.parametrize(("name", "setting"), SETTINGS)
def test_a_description_is_a_sentence(name: str, setting: Setting) -> None:
    assert setting.about[0] in "`ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert setting.about.endswith("."), name


def test_the_defaults_that_are_told_are_those_of_the_loader(small: str) -> None:
    def default(kind: str, name: str) -> Any:
        return DESCRIBED[kind][name].default

    rules = (
        "pii: [{id: pii.a, detect: [email], do: mask}]\n"
        "claim: [{id: claim.a, claims: [bond], do: rewrite}]\n"
        "crisis-reply: [{id: crisis-reply.a, harms: [method], do: replace}]\n"
    )
    policy = load_text(small + rules)
    for rule in policy.rules:
        kind = f"a {rule.family} rule"
        assert default(kind, "threshold") in {None, rule.threshold // 100}
        assert default(kind, "percent") == rule.percent
        assert default(kind, "floor") == str(rule.floor).lower()
        assert default("rollout", "default") == rule.mode.value
    assert default("a pii rule", "mask_as") == policy.rules[0].mask_as
    assert default("a pii rule", "mask_with") == policy.rules[0].mask_with.value
    assert default("logging", "level") == policy.logging.level
    assert default("logging", "findings_from") == policy.logging.findings_from // 100
    assert default("limits", "max_input") == policy.max_input
    assert default("streaming", "hold") == policy.hold
    for family, do in policy.failure.detector_error.items():
        if family.value in DESCRIBED["detector_error"]:
            assert default("detector_error", family.value) == do
    for kind, on_gap in policy.failure.coverage.items():
        assert default("coverage", kind) == on_gap
