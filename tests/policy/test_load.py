"""From a file to a policy, and every way in which a file is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guardrails.decisions import Do, Mode
from guardrails.errors import PolicyError, PolicyNotFoundError
from guardrails.findings import Family, Level
from guardrails.messages import Side
from guardrails.policy.channel_spec import ChannelSpec
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.events import MAX_BYTES
from guardrails.policy.load import load, load_cases, load_text
from guardrails.policy.log_settings import Logging
from guardrails.policy.rule import Escalation, Exemption, Rule

ProblemsOf = Callable[[str], list[str]]

FULL = """\
schema: 1
policy: {id: full, title: All of it, owner: safety@example.org, review_by: "2027-05-01"}
locales: [en-GB, fr]
rollout: {default: shadow, bucket_by: session, salt: full-1}
pii:
  - {id: pii.contact, detect: [email, phone], where: [input, log], do: mask, mask_as: "<{type}-{n}>", mode: enforce}
  - {id: pii.secret, detect: [secret], threshold: 60, do: block, say: plain, percent: 25, mode: enforce}
claim:
  - id: claim.emotion
    claims: [emotion, bond]
    threshold: 70
    do: rewrite
    why: People must not be misled.
    until: "2026-12-15"
    except:
      - {name: quotation, when: {quoted: true}}
      - {name: fiction, when: {mode: roleplay}, expires: "2027-01-31"}
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, mode: enforce, escalate: {to: night-desk, within: 10m}}
disclosure:
  at_start: plain
  repeat: {every_turns: 40, every: 3h}
  when_asked_if_human: plain
escalation:
  channels:
    night-desk: {kind: webhook, url_env: NIGHT_URL, secret_env: NIGHT_SECRET, ack_within: 60s, then: day-desk}
    day-desk: {kind: console}
  repeat_after: 2h
logging: {level: metadata, findings_from: 30, on_failure: safe-reply}
streaming: {hold: reply}
failure:
  detector_error: {pii: note, crisis: show-resources}
  model_error: plain
  coverage: {image: block, unknown: note}
limits: {max_input: 5000}
messages:
  help: {en-GB: "Please call. {resources}", fr: "Appelez. {resources}", reviewed_by: null}
  plain: {en-GB: A program., fr: Un programme., reviewed_by: A named clinician}
  safe-reply: {en-GB: Not now., fr: Pas maintenant.}
  too-long: {en-GB: Too long., fr: Trop long.}
tests:
  - {say: Hello, from: user, locale: fr, country: FR, expect: {do: pass, not_rule: "crisis.*"}, why: plain}
  - {say: I missed you, from: model, expect: {rule: claim.emotion, level: none, in_reply: a, not_in_reply: b}, todo: soon}
"""  # noqa: E501


def test_every_setting_arrives_in_the_policy() -> None:
    policy = load_text(FULL)
    assert (policy.id, policy.title, policy.locales) == ("full", "All of it", ("en-GB", "fr"))
    assert policy.rules == (
        Rule(
            id="pii.contact",
            family=Family.PII,
            categories=frozenset({"pii.email", "pii.phone"}),
            threshold=4_000,
            do=Do.MASK,
            where=frozenset({Side.INPUT}),
            mask_as="<{type}-{n}>",
            log=True,
            line=6,
        ),
        Rule(
            id="pii.secret",
            family=Family.PII,
            categories=frozenset({"pii.secret"}),
            threshold=6_000,
            do=Do.BLOCK,
            say="plain",
            percent=25,
            line=7,
        ),
        Rule(
            id="claim.emotion",
            family=Family.CLAIM,
            categories=frozenset({"claim.emotion", "claim.bond"}),
            threshold=7_000,
            do=Do.REWRITE,
            where=frozenset({Side.OUTPUT}),
            mode=Mode.SHADOW,
            until="2026-12-15",
            exemptions=(
                Exemption("quotation", "quoted"),
                Exemption("fiction", "roleplay", "2027-01-31"),
            ),
            why="People must not be misled.",
            line=9,
        ),
        Rule(
            id="crisis.high",
            family=Family.CRISIS,
            categories=frozenset(),
            threshold=4_500,
            do=Do.REPLACE,
            level=Level.HIGH,
            say="help",
            where=frozenset({Side.INPUT}),
            mode=Mode.ENFORCE,
            escalate=Escalation("night-desk", 600),
            floor=True,
            line=19,
        ),
    )
    assert policy.disclosure == Disclosure("plain", "plain", "plain", 40, 10_800)
    assert dict(policy.channels) == {
        "night-desk": ChannelSpec(
            "night-desk", "webhook", "NIGHT_URL", "NIGHT_SECRET", 60, "day-desk"
        ),
        "day-desk": ChannelSpec("day-desk", "console"),
    }
    assert dict(policy.failure.detector_error) == {
        Family.PII: "note",
        Family.CLAIM: "block",
        Family.CRISIS: "show-resources",
        Family.CRISIS_REPLY: "show-resources",
        Family.DISCLOSURE: "note",
        Family.SCOPE: "block",
        Family.DEPENDENCE: "note",
    }
    assert dict(policy.failure.coverage) == {
        "image": "block",
        "audio": "note",
        "video": "note",
        "file": "note",
        "unknown": "note",
    }
    assert policy.failure.model_error == "plain"
    assert policy.logging == Logging("metadata", 3_000, "safe-reply")
    assert (policy.hold, policy.salt, policy.max_input) == ("reply", "full-1", 5_000)
    assert policy.repeat_after == 7_200
    assert policy.text("help", "fr-CA") == "Appelez. {resources}"


def test_what_a_file_leaves_out_has_sound_defaults(small: str) -> None:
    policy = load_text(small)
    assert policy.title == ""
    assert policy.disclosure == Disclosure()
    assert dict(policy.failure.detector_error) == {
        Family.PII: "block",
        Family.CLAIM: "block",
        Family.CRISIS: "show-resources",
        Family.CRISIS_REPLY: "show-resources",
        Family.DISCLOSURE: "note",
        Family.SCOPE: "block",
        Family.DEPENDENCE: "note",
    }
    assert policy.failure.coverage["unknown"] == "block"
    assert policy.failure.model_error is None
    assert policy.logging == Logging("findings", 2_000, "safe-reply")
    assert (policy.hold, policy.salt, policy.max_input) == ("frame", "", 32_000)
    assert policy.repeat_after == 900
    assert policy.rules[0].mode is Mode.ENFORCE


def test_a_policy_cannot_be_changed_once_it_is_loaded(small: str) -> None:
    policy = load_text(small)
    with pytest.raises(TypeError):
        policy.messages["help"] = {}  # type: ignore[index]
    with pytest.raises(TypeError):
        policy.channels["desk"] = ChannelSpec("desk", "console")  # type: ignore[index]
    with pytest.raises(TypeError):
        policy.failure.detector_error[Family.PII] = "note"  # type: ignore[index]


NOT_YET = {
    "extends: []": "14:10: 'extends' names no policy: write one, or leave the line out",
}


@pytest.mark.parametrize(("section", "expected"), NOT_YET.items(), ids=NOT_YET)
def test_what_is_not_built_yet_is_refused_as_such(
    section: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert problems_of(small + section) == [f"p.yaml:{expected}"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "desk: {kind: console}",
            "desk: {kind: console, name: The desk}",
            "8:27: 'name' in a channel is not yet supported",
        ),
        (
            "  channels:",
            "  payload: {}\n  channels:",
            "7:3: 'payload' in escalation is not yet supported",
        ),
    ],
)
def test_a_setting_that_is_not_built_yet_is_refused_in_its_block(
    old: str, new: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert problems_of(small.replace(old, new)) == [f"p.yaml:{expected}"]


WRONG_TOP = {
    "a misspelt section": (
        "discloshure: {}",
        "14:1: 'discloshure' is not a setting of the policy file. Did you mean 'disclosure'?",
    ),
    "a section nobody knows": (
        "banana: {}",
        "14:1: 'banana' is not a setting of the policy file",
    ),
    "a section that is a list": (
        "streaming: [frame]",
        "14:12: 'streaming' is a list: write a block of settings",
    ),
    "a section without a value": (
        "streaming:",
        "14:11: 'streaming' has no value: write a block of settings, or leave the line out",
    ),
    "a rule that is a word": ("pii: [email]", "14:7: an item of 'pii' is not a block of settings"),
    "a rule that readers disagree on": (
        "pii: [no]",
        "14:7: an item of 'pii' is not a block of settings",
    ),
    "a key that is far from everything": (
        f"{'x' * 70}: 1",
        f"14:1: '{'x' * 40}…' is not a setting of the policy file",
    ),
    "rules that are a block": (
        "pii: {id: pii.a}",
        "14:6: 'pii' is a block of settings: write a list",
    ),
    "an unknown hold": (
        "streaming: {hold: sentence}",
        "14:19: 'hold' is 'sentence': write frame or reply",
    ),
    "a misspelt hold": (
        "streaming: {hold: repyl}",
        "14:19: 'hold' is 'repyl': write frame or reply. Did you mean 'reply'?",
    ),
    "a hold that is a list": (
        "streaming: {hold: [frame]}",
        "14:19: 'hold' is a list: write frame or reply",
    ),
    "a limit too low": (
        "limits: {max_input: 99}",
        "14:21: 'max_input' is '99': write characters, 100..1000000",
    ),
    "a limit in quotes": (
        'limits: {max_input: "5000"}',
        "14:21: 'max_input' is '5000': write characters, 100..1000000 (without quotes)",
    ),
    "a limit beyond all numbers": (
        "limits: {max_input: 99999999999999999999}",
        "14:21: 'max_input' is '99999999999999999999': write characters, 100..1000000",
    ),
    "a limit that is a block": (
        "limits: {max_input: {}}",
        "14:21: 'max_input' is a block of settings: write characters",
    ),
    "an unknown salt": ("rollout: {salt: 5}", "14:17: 'salt' is a text: put 5 in quotes"),
    "a mode nobody knows": (
        "rollout: {default: enforced}",
        (
            "14:20: 'default' is 'enforced': write disabled, shadow or enforce. "
            "Did you mean 'enforce'?"
        ),
    ),
}


@pytest.mark.parametrize(("section", "expected"), WRONG_TOP.values(), ids=WRONG_TOP.keys())
def test_a_wrong_section_is_told_with_its_place(
    section: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert problems_of(small + section) == [f"p.yaml:{expected}"]


WRONG_HEAD = {
    "no schema": ("schema: 1\n", "", "1:1: the policy file needs 'schema'"),
    "another schema": (
        "schema: 1",
        "schema: 2",
        "1:9: 'schema' is '2': write the number of the format, 1",
    ),
    "no policy": ("policy: {id: small}\n", "", "1:1: the policy file needs 'policy'"),
    "no id": ("{id: small}", "{title: x}", "2:9: policy needs 'id'"),
    "a strange id": (
        "{id: small}",
        "{id: Small policy}",
        (
            "2:14: 'id' is 'Small policy': write small letters, digits, '-', '_' and '.', "
            "from a letter on"
        ),
    ),
    "an empty owner": ("{id: small}", '{id: small, owner: " "}', "2:28: 'owner' has no value"),
    "a null owner": ("{id: small}", "{id: small, owner: null}", "2:28: 'owner' has no value"),
    "an owner that is a list": (
        "{id: small}",
        "{id: small, owner: []}",
        "2:28: 'owner' is a list: write a text",
    ),
    "a review on no day": (
        "{id: small}",
        '{id: small, review_by: "2027-02-30"}',
        "2:32: 'review_by' is '2027-02-30': write a date such as \"2027-05-01\"",
    ),
    "a review in another notation": (
        "{id: small}",
        '{id: small, review_by: "20270501"}',
        "2:32: 'review_by' is '20270501': write a date such as \"2027-05-01\"",
    ),
    "a truthful owner": (
        "{id: small}",
        "{id: small, owner: true}",
        "2:28: 'owner' is a text: put true in quotes",
    ),
    "a control character": (
        "{id: small}",
        '{id: small, owner: "a\\tb"}',
        "2:28: 'owner' holds a control character",
    ),
    "too long an owner": (
        "{id: small}",
        f"{{id: small, owner: {'x' * 4_001}}}",
        "2:28: 'owner' is longer than 4,000 characters",
    ),
    "no locales": (
        "locales: [en-GB]",
        "locales: []",
        "3:10: 'locales' is an empty list: write at least one value",
    ),
    "a locale that is none": (
        "locales: [en-GB]",
        "locales: [en-GB, english]",
        "3:18: 'locales' is 'english': write a language tag such as en-GB",
    ),
    "a locale twice": (
        "locales: [en-GB]",
        "locales: [en-GB, en-GB]",
        "3:18: 'locales' holds 'en-GB' twice",
    ),
    "a locale outside a list": (
        "locales: [en-GB]",
        "locales: en-GB",
        "3:10: 'locales' is a single value: write a list such as [en-GB]",
    ),
    "a locale that is a list": (
        "locales: [en-GB]",
        "locales: [en-GB, [fr]]",
        "3:18: 'locales' is a list: write a text",
    ),
    "Norwegian": (
        "locales: [en-GB]",
        "locales: [en-GB, no]",
        "3:18: 'no' means different things to different YAML readers: put it in quotes",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), WRONG_HEAD.values(), ids=WRONG_HEAD.keys())
def test_a_wrong_head_is_told_with_its_place(
    old: str, new: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert old in small
    assert f"p.yaml:{expected}" in problems_of(small.replace(old, new))


def test_broken_locales_are_told_of_once_and_not_again_at_every_text(
    small: str, problems_of: ProblemsOf
) -> None:
    assert problems_of(small.replace("[en-GB]", "[no]")) == [
        "p.yaml:3:11: 'no' means different things to different YAML readers: put it in quotes"
    ]


def test_too_many_locales_are_refused_before_they_cost_time(
    small: str, problems_of: ProblemsOf
) -> None:
    many = ", ".join(f"en-{n}" for n in range(100, 151))
    problems = problems_of(small.replace("[en-GB]", f"[{many}]"))
    assert "p.yaml:3:10: 'locales' holds more than 50 values" in problems


def test_a_policy_without_crisis_rules_is_refused(problems_of: ProblemsOf) -> None:
    text = """\
schema: 1
policy: {id: cold}
locales: [en-GB]
messages: {safe-reply: {en-GB: Not now.}, too-long: {en-GB: Too long.}}
"""
    assert problems_of(text) == [
        "p.yaml:1:1: a policy needs 'crisis' rules: nobody in need goes without help"
    ]
    assert problems_of(text + "crisis: []\n") == [
        "p.yaml:5:9: a policy needs 'crisis' rules: nobody in need goes without help"
    ]


def test_many_mistakes_are_told_at_once_in_the_order_of_the_file(
    small: str, problems_of: ProblemsOf
) -> None:
    text = small.replace("threshold: 45", "treshold: 45").replace("desk: {", "dsk: {")
    text += "streaming: {hold: no}\npii: [{id: pii.a, do: mask, detect: [emial]}]\n"
    assert problems_of(text) == [
        "p.yaml:5:5: a crisis rule needs 'threshold'",
        "p.yaml:5:36: 'treshold' is not a setting of a crisis rule. Did you mean 'threshold'?",
        "p.yaml:5:89: no channel 'desk'. Did you mean 'dsk'?",
        "p.yaml:14:19: 'hold' is 'no': write frame or reply",
        (
            "p.yaml:15:38: 'detect' is 'emial': write person, email, phone, postal-address, "
            "location, date-of-birth, date-time, payment-card, iban, bank-account, national-id, "
            "passport, driving-licence, tax-id, health-id, ip-address, mac-address, url, handle, "
            "crypto-wallet, number-plate, organization, nationality, secret, stand-in or "
            "long-word. Did you mean 'email'?"
        ),
    ]


def test_a_list_at_the_top_is_no_policy(problems_of: ProblemsOf) -> None:
    assert problems_of("- a\n- b\n") == [
        "p.yaml:1:1: a policy file is a block of settings, 'schema: 1' first"
    ]


def test_an_error_carries_its_problems_and_the_name_of_the_file() -> None:
    with pytest.raises(PolicyError) as caught:
        load_text("schema: 9")
    first = caught.value.problems[0]
    assert (first.file, first.line) == ("<text>", 1)


def test_a_file_is_read_as_its_text_is(small: str, tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(small, encoding="utf-8")
    assert load(file) == load(str(file)) == load_text(small)
    assert load_cases(file) == ()


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyNotFoundError, match=r"cannot read the policy file .*none\.yaml"):
        load(tmp_path / "none.yaml")
    with pytest.raises(PolicyNotFoundError, match="cannot read the policy file"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\nb: caf\xe9\n", "2:7: not UTF-8: save the file as UTF-8"),
        ("é: 1\n".encode() + b"\xff\xfe", "2:1: not UTF-8: save the file as UTF-8"),
        ("a: 1".encode("utf-16"), "1:1: not UTF-8: save the file as UTF-8"),
        (b"\xef\xbb\xbfa: 1", "1:1: a byte order mark: save the file as UTF-8 without one"),
        (b"", "1:1: the file holds nothing"),
        (b"#" * (MAX_BYTES + 1), "1:1: larger than 1,048,576 bytes"),
    ],
    ids=["latin-1", "later line", "utf-16", "byte order mark", "empty", "too big"],
)
def test_bytes_that_are_no_text_are_refused_where_they_stand(
    data: bytes, expected: str, tmp_path: Path
) -> None:
    file = tmp_path / "p.yaml"
    file.write_bytes(data)
    with pytest.raises(PolicyError) as caught:
        load(file)
    assert str(caught.value) == f"{file}:{expected}"


def test_a_text_of_more_than_a_mebibyte_is_refused(problems_of: ProblemsOf) -> None:
    assert problems_of("é" * (MAX_BYTES // 2 + 1)) == ["p.yaml:1:1: larger than 1,048,576 bytes"]


def test_a_mebibyte_of_comments_is_taken(small: str) -> None:
    padding = MAX_BYTES - len(small)
    assert load_text(small + "#" * padding).id == "small"
