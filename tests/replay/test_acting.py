"""For whom a rule acted, and for whom it acts by now, as a record of a log is explained."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.approvals.notes import Approval, Rollout, Way
from guardrails.decisions import Mode
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.note import Note, signed
from guardrails.policy.model import Policy
from guardrails.policy.shares import bucket
from guardrails.replay.acting import acts, rollouts_of, since
from tests.policies import policy
from tests.replay.test_explain import words
from tests.replay.test_replay import TALK, recorded
from tests.replay.test_shadow import decisions, watching

WAYS: dict[str, tuple[dict[str, Any], int | None, str]] = {
    "watched": ({"mode": Mode.SHADOW}, None, "it is only watched, for everybody"),
    "off": ({"mode": Mode.DISABLED}, None, "it is off"),
    "for everybody": ({"mode": Mode.ENFORCE}, 9_999, "it acts for everybody"),
    "inside": ({"percent": 20}, 1_999, "in 20 % of conversations, and this one is among them"),
    "outside": ({"percent": 20}, 2_000, "in 20 % of conversations, and this one is not among them"),
    "not known": ({"percent": 20}, None, "it acts in 20 % of conversations"),
}


@pytest.mark.parametrize(("fields", "place", "told"), WAYS.values(), ids=WAYS.keys())
def test_for_whom_a_rule_acts_is_told(fields: dict[str, Any], place: int | None, told: str) -> None:
    using = watching("pii.contact", **fields)
    assert acts(using, one_of(using), place).endswith(told)


def test_where_people_are_dealt_out_the_person_is_told_of() -> None:
    using = replace(watching("pii.contact", percent=20), bucket_by="subject")
    told = acts(using, one_of(using), 100)
    assert told == "it acts for 20 % of people, and the person of this one is among them"


def one_of(using: Policy) -> Any:
    return next(one for one in using.rules if one.id == "pii.contact")


@given(st.integers(0, 99), st.integers(0, 9_999))
def test_what_is_told_of_a_place_is_what_is_decided(percent: int, place: int) -> None:
    using = watching("pii.contact", percent=percent)
    assert ("not among" in acts(using, one_of(using), place)) == (place >= percent * 100)


def test_what_became_of_a_rule_is_told_where_it_acts_otherwise() -> None:
    watched, shared = watching("pii.contact"), watching("pii.contact", percent=20)
    old = one_of(watched)
    assert since(old, watched, "pii.contact", 7, "s_1") is None
    told = since(old, shared, "pii.contact", 7, "s_1")
    inside = bucket("one", "pii.contact", "s_1") < 2_000
    assert told == (
        "by the version in force since record 7 it acts in 20 % of conversations, and this one "
        f"is {'' if inside else 'not '}among them"
    )
    gone = since(old, policy(), "pii.gone", 7, "s_1")
    assert gone == "by the version in force since record 7 there is no such rule"
    assert since(None, watched, "pii.contact", 7, "s_1") is not None


def test_the_rollouts_that_a_policy_record_stands_on_are_told() -> None:
    key = SigningKey.generate("staff-1")
    name = f"sha256:{'a' * 64}"
    texts = [
        Approval("p", name).text(),
        Rollout("p", name, 3, name, {"pii.contact": Way(Mode.SHADOW)}).text(),
    ]
    notes = [bytes(Note(text, (signed(text, key),))).decode() for text in texts]
    assert list(rollouts_of({"notes": [*notes, "no note"]})) == [3]
    assert list(rollouts_of({})) == list(rollouts_of({"notes": 5})) == []


def test_a_record_tells_whom_its_version_was_for_and_what_holds_by_now(tmp_path: Path) -> None:
    recorded(tmp_path, TALK[:1], watching("pii.contact"))
    recorded(tmp_path, TALK[:1], watching("pii.contact", percent=50))
    recorded(tmp_path, TALK[:1], watching("pii.contact", mode=Mode.ENFORCE))
    first, shared, last = (
        one
        for one in decisions(tmp_path)
        if any(rule == "pii.contact" for rule, *_ in one["decision"]["fired"])
    )
    text = words(tmp_path, first["seq"])
    assert "was only watched, score" in text
    assert "; by this version it is only watched, for everybody" in text
    assert "Since: pii.contact: by the version in force since record" in text
    assert text.endswith("it acts for everybody")
    text = words(tmp_path, shared["seq"])
    inside = shared["ctx"]["bucket"]["pii.contact"] < 5_000
    assert f"it acts in 50 % of conversations, and this one is {'' if inside else 'not '}" in text
    assert ("Since:" in text) == (not inside)
    assert "by this version" not in words(tmp_path, last["seq"])
