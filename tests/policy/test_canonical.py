"""The identity of a policy: what changes its hash, and what does not."""

from __future__ import annotations

import hashlib

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rfc8785 import dumps

from guardrails.policy.canonical import dateless
from guardrails.policy.load import load_text

HEAD = """\
schema: 1
policy: {id: whole, title: Whole}
locales: [en-GB]
"""
SECTIONS = {
    "rollout": "rollout: {salt: whole-1}\n",
    "pii": "pii:\n",
    "crisis": "crisis:\n",
    "escalation": "escalation: {channels: {a: {kind: console}, b: {kind: console}}}\n",
    "logging": "logging: {level: findings, findings_from: 20}\n",
    "messages": "messages:\n",
}
PARTS = {
    "pii": [
        "  - {id: pii.a, detect: [email, phone], do: mask, where: [input, output]}\n",
        "  - {do: note, id: pii.b, detect: [url]}\n",
        "  - {id: pii.c, detect: [person], do: mask, percent: 50}\n",
    ],
    "crisis": [
        "  - {id: crisis.a, level: care, threshold: 50, do: add, say: help}\n",
        (
            "  - {id: crisis.b, level: high, threshold: 45, do: replace, say: help,"
            " escalate: {to: b, within: 1m}}\n"
        ),
    ],
    "messages": [
        "  help: {en-GB: Please call.}\n",
        "  safe-reply: {en-GB: Not now.}\n",
        "  too-long: {en-GB: Too long.}\n",
    ],
}


def written(order: list[str], parts: dict[str, list[str]]) -> str:
    return HEAD + "".join(SECTIONS[name] + "".join(parts.get(name, [])) for name in order)


WHOLE = written(list(SECTIONS), PARTS)


@settings(deadline=None)
@given(
    st.permutations(list(SECTIONS)),
    st.fixed_dictionaries({name: st.permutations(lines) for name, lines in PARTS.items()}),
)
def test_the_order_of_sections_rules_and_texts_never_changes_the_hash(
    order: list[str], parts: dict[str, list[str]]
) -> None:
    policy = load_text(written(order, parts))
    assert policy.hash == load_text(WHOLE).hash
    assert policy.canonical == load_text(WHOLE).canonical


SAME = {
    "a comment": ("schema: 1", "# hello\nschema: 1 # one"),
    "another title": ("title: Whole", "title: Entire"),
    "an owner": ("title: Whole", "owner: safety@example.org"),
    "another notation": ("findings_from: 20", "findings_from: 20 "),
    "a default said aloud": ("rollout: {", "rollout: {default: enforce, "),
    "the order of a set": ("[email, phone]", "[phone, email]"),
    "a reason": ("do: note,", "do: note, why: because,"),
    "a reviewer": ("help: {", "help: {reviewed_by: null, "),
    "the same time in another unit": ("within: 1m", "within: 60s"),
    "quotes": ("id: pii.b", 'id: "pii.b"'),
    "Windows line ends": ("\n", "\r\n"),
}


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME.keys())
def test_what_only_people_read_does_not_change_the_hash(old: str, new: str) -> None:
    assert old in WHOLE
    assert load_text(WHOLE.replace(old, new)).hash == load_text(WHOLE).hash


OTHER = {
    "a day of review": ("title: Whole", 'review_by: "2030-01-01"'),
    "a day to look again": ("do: note,", 'do: note, until: "2030-01-01",'),
    "another id": ("id: whole", "id: part"),
    "a threshold": ("threshold: 50", "threshold: 51"),
    "an action": ("do: note", "do: mask"),
    "a type": ("[url]", "[url, handle]"),
    "a side": ("where: [input, output]", "where: [input]"),
    "a mode": ("do: note,", "do: note, mode: shadow,"),
    "a share": ("percent: 50", "percent: 51"),
    "a salt": ("whole-1", "whole-2"),
    "a mask": ("do: mask, where", 'do: mask, mask_as: "x", where'),
    "a floor": ("do: note,", "do: note, floor: true,"),
    "a text": ("Please call.", "Please call us."),
    "a time": ("within: 1m", "within: 2m"),
    "a channel": ("to: b", "to: a"),
    "a log level": ("level: findings", "level: metadata"),
    "what the log keeps": ("findings_from: 20", "findings_from: 21"),
    "a new section": ("rollout:", "streaming: {hold: reply}\nrollout:"),
    "a limit": ("rollout:", "limits: {max_input: 100}\nrollout:"),
    "a way of failing": ("rollout:", "failure: {coverage: {image: block}}\nrollout:"),
    "a disclosure": ("rollout:", "disclosure: {at_start: safe-reply}\nrollout:"),
    "a pause between alarms": ("escalation: {", "escalation: {repeat_after: 1m, "),
}


@pytest.mark.parametrize(("old", "new"), OTHER.values(), ids=OTHER.keys())
def test_what_a_decision_or_a_text_depends_on_changes_the_hash(old: str, new: str) -> None:
    assert old in WHOLE
    assert load_text(WHOLE.replace(old, new)).hash != load_text(WHOLE).hash


def test_an_exception_is_part_of_the_identity() -> None:
    def claim(exceptions: str) -> str:
        text = (
            f"{WHOLE}claim: [{{id: claim.a, claims: [bond], do: rewrite, except: [{exceptions}]}}]"
        )
        return load_text(text).hash

    quoted, play = "{name: q, when: {quoted: true}}", "{name: p, when: {mode: roleplay}}"
    expiring = '{name: q, when: {quoted: true}, expires: "2030-01-01"}'
    assert claim(f"{quoted}, {play}") == claim(f"{play}, {quoted}")
    assert len({claim(quoted), claim(play), claim(expiring), claim(f"{quoted}, {play}")}) == 4


def test_the_bytes_are_canonical_json_and_the_hash_is_over_them() -> None:
    policy = load_text(WHOLE)
    assert dumps(orjson.loads(policy.canonical)) == policy.canonical
    assert policy.hash == "sha256:" + hashlib.sha256(policy.canonical).hexdigest()


def test_no_float_is_in_the_bytes() -> None:
    def walk(value: object) -> None:
        assert not isinstance(value, float)
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        if isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(orjson.loads(load_text(WHOLE).canonical))


def test_log_in_where_changes_the_hash_only_where_texts_are_kept() -> None:
    log = ("where: [input, output]", "where: [input, output, log]")
    assert log[0] in WHOLE
    assert load_text(WHOLE.replace(*log)).hash == load_text(WHOLE).hash

    for level in ("masked-text", "sealed-text"):
        keeps = WHOLE.replace("level: findings", f"level: {level}")
        assert len({load_text(one).hash for one in (WHOLE, keeps, keeps.replace(*log))}) == 3


def test_a_policy_without_days_has_the_hash_that_older_versions_gave_it() -> None:
    assert dateless(load_text(WHOLE)) is None
    for day in ('review_by: "2030-01-01"', 'review_by: "2031-01-01"'):
        assert dateless(load_text(WHOLE.replace("title: Whole", day))) == load_text(WHOLE).hash
