"""A policy on top of several others: at least as strict as each, in whatever order they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do, MaskWith, Mode
from guardrails.errors import PolicyError
from guardrails.messages import Side
from guardrails.policy.compare import Way, compared_failures, compared_rules
from guardrails.policy.load import read_file, read_text
from guardrails.policy.loaded import Loaded
from guardrails.policy.log_settings import Checkpoints
from guardrails.policy.restore import restored
from guardrails.policy.rule import Rule

BASE = """\
schema: 1
policy: {id: base, version: "1"}
locales: [en-GB, fr]
pii:
  - {id: pii.contact, detect: [email], do: mask}
claim:
  - id: claim.bond
    claims: [bond]
    do: rewrite
    threshold: 60
    except:
      - {name: quotation, when: {quoted: true}}
      - {name: fiction, when: {mode: roleplay}}
crisis:
  - {id: crisis.high, level: high, threshold: 45, floor: true, do: replace, say: help, escalate: {to: desk, within: 10m}}
disclosure: {at_start: plain, repeat: {every: 3h}}
escalation: {channels: {desk: {kind: console}}}
messages:
  help: {en-GB: Please call somebody., fr: Appelez.}
  plain: {en-GB: I am a program., fr: Un programme.}
  safe-reply: {en-GB: Not now., fr: Pas maintenant.}
  too-long: {en-GB: Too long., fr: Trop long.}
tests:
  - {say: I want to die, from: user, expect: {rule: crisis.high}}
"""  # noqa: E501


def entry(folder: Path, name: str, more: str = "") -> str:
    policy = read_file(folder / name).policy
    return f'  - {{policy: {name}, version: "{policy.version}", hash: "{policy.hash}"{more}}}\n'


def write(folder: Path, name: str, text: str, on: str = "base.yaml") -> None:
    head = f'schema: 1\npolicy: {{id: {name}, version: "1"}}\nextends:\n{entry(folder, on)}'
    (folder / f"{name}.yaml").write_text(head + text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


def alone(folder: Path, name: str, text: str) -> None:
    """Write a policy that builds on nothing: BASE with its parts of *text* in their place."""
    whole = BASE.replace("id: base", f"id: {name}")
    for line in text.splitlines():
        old, _, new = line.partition(" => ")
        assert old in whole, old
        whole = whole.replace(old, new.replace("\\n", "\n"))
    (folder / f"{name}.yaml").write_text(whole, encoding="utf-8")


def read(folder: Path, *names: str, text: str = "", wording: str = "") -> Loaded:
    entries = "".join(
        entry(folder, f"{one}.yaml", ", wording: true" if one == wording else "") for one in names
    )
    head = f"schema: 1\npolicy: {{id: child}}\nextends:\n{entries}"
    return read_text(head + text, str(folder / "child.yaml"), folder)


def told(folder: Path, *names: str, text: str = "", wording: str = "") -> list[str]:
    with pytest.raises(PolicyError) as caught:
        read(folder, *names, text=text, wording=wording)
    return [str(one).replace(f"{folder}/", "") for one in caught.value.problems]


def rule(loaded: Loaded, name: str) -> Rule:
    return next(one for one in loaded.policy.rules if one.id == name)


def test_the_same_policy_twice_removed_is_itself(folder: Path) -> None:
    write(folder, "a", "")
    write(folder, "b", "")
    child = read(folder, "a", "b")
    base = read_file(folder / "base.yaml")
    assert child.policy.rules == tuple(one for one in child.policy.rules if one.file == base.file)
    assert len(child.cases) == 1
    assert [one.policy.id for one in child.parents] == ["a", "b"]


def test_of_every_setting_with_an_order_the_strictest_counts(folder: Path) -> None:
    write(
        folder,
        "a",
        "claim: {change: [{id: claim.bond, threshold: 40, mode: shadow}]}\n"
        "pii: {change: [{id: pii.contact, detect: {add: [phone]}, mask_with: label}]}\n"
        "disclosure: {repeat: {every: 1h, every_turns: 20}}\n"
        "crisis: {change: [{id: crisis.high, escalate: {within: 5m}}]}\n"
        "logging: {findings_from: 10}\n",
    )
    write(
        folder,
        "b",
        "claim: {change: [{id: claim.bond, do: block, say: plain, threshold: 70}]}\n"
        "pii: {change: [{id: pii.contact, where: [output], detect: {add: [iban]}}]}\n"
        "disclosure: {repeat: {every: 2h}}\n"
        "streaming: {hold: reply}\n",
    )
    child = read(folder, "b", "a")
    bond, contact = rule(child, "claim.bond"), rule(child, "pii.contact")
    assert (bond.threshold, bond.do, bond.say, bond.mode) == (4000, Do.BLOCK, "plain", Mode.ENFORCE)
    assert contact.categories == {"pii.email", "pii.phone", "pii.iban"}
    # `where` left out means both, and so does a list of both.
    assert contact.where == {Side.INPUT, Side.OUTPUT}
    assert contact.mask_with is MaskWith.LABEL
    assert (child.policy.disclosure.every_turns, child.policy.disclosure.every_seconds) == (
        20,
        3600,
    )
    way = rule(child, "crisis.high").escalate
    assert way is not None
    assert way.within == 300
    assert (child.policy.hold, child.policy.logging.findings_from) == ("reply", 1000)


def test_rules_of_all_count_and_what_excuses_only_where_all_agree(folder: Path) -> None:
    write(
        folder,
        "a",
        "allow: [a@example.org, b@example.org]\n"
        "claim: {change: [{id: claim.bond, except: {remove: [fiction]}, may_except: [quoted]}]}\n"
        "pii: {add: [{id: pii.name, detect: [person], do: note}]}\n",
    )
    write(
        folder,
        "b",
        "allow: [b@example.org]\n"
        "claim: {remove: [claim.bond], add: [{id: claim.self, claims: [sentience], do: note}]}\n"
        "types: [{name: badge, phrases: [badge one]}]\n",
    )
    child = read(folder, "a", "b")
    assert {one.id for one in child.policy.rules} == {
        "pii.contact", "pii.name", "claim.bond", "claim.self", "crisis.high",
    }  # fmt: skip
    assert child.policy.allow == ("b@example.org",)
    assert [one.name for one in rule(child, "claim.bond").exemptions] == ["quotation"]
    assert [one.name for one in child.policy.types] == ["badge"]


def test_a_default_mode_of_one_holds_for_its_own_rules_alone(folder: Path) -> None:
    write(
        folder,
        "a",
        "rollout: {default: shadow}\n"
        "crisis: {change: [{id: crisis.high, mode: enforce}]}\n"
        "pii: {add: [{id: pii.name, detect: [person], do: note}]}\n",
    )
    write(folder, "b", "")
    child = read(folder, "a", "b")
    assert rule(child, "pii.contact").mode is Mode.ENFORCE
    assert rule(child, "pii.name").mode is Mode.SHADOW


def test_what_one_merely_inherits_gives_way_to_what_the_other_wrote(folder: Path) -> None:
    write(folder, "a", "disclosure: {at_start: mine}\nmessages:\n  mine: {en-GB: A, fr: B}\n")
    write(folder, "b", "messages:\n  help: {en-GB: Call now., fr: Appelez maintenant.}\n")
    child = read(folder, "a", "b")
    assert child.policy.disclosure.at_start == "mine"
    assert child.policy.messages["help"]["en-GB"] == "Call now."
    # Also where one of the two is the policy that the other builds on.
    assert read(folder, "base", "a").policy.disclosure.at_start == "mine"


def test_policies_that_contradict_each_other_are_refused_until_it_is_said(folder: Path) -> None:
    for name in ("a", "b"):
        write(
            folder,
            name,
            f"disclosure: {{at_start: {name}}}\nlocales: {{replace: [{'en-GB' if name == 'a' else 'fr'}]}}\n"  # noqa: E501
            f"claim: {{change: [{{id: claim.bond, do: replace, say: {name}}}]}}\n"
            f"messages:\n  {name}: {{{'en-GB' if name == 'a' else 'fr'}: A}}\n",
        )
    assert told(folder, "b", "a") == [
        (
            "child.yaml:4:3: a.yaml (a.yaml:5) and b.yaml (b.yaml:5) do not agree on 'at_start': "
            "write the one that counts here, such as disclosure: {at_start: a}"
        ),
        (
            "child.yaml:4:3: a.yaml (a.yaml:6) and b.yaml (b.yaml:6) do not agree on 'locales': "
            "write the one that counts here, such as locales: {replace: [en-GB]}"
        ),
        (
            "child.yaml:4:3: a.yaml (a.yaml:7) and b.yaml (b.yaml:7) do not agree on 'say': write "
            "the one that counts here, such as claim: {change: [{id: claim.bond, say: a}]}"
        ),
    ]
    said = (
        "disclosure: {at_start: a}\n"
        "locales: {replace: [en-GB]}\n"
        "claim: {change: [{id: claim.bond, say: a}]}\n"
        "messages:\n  b: {en-GB: B}\n"
    )
    child = read(folder, "a", "b", text=said)
    assert child.policy.locales == ("en-GB",)
    assert (child.policy.disclosure.at_start, rule(child, "claim.bond").say) == ("a", "a")


def test_a_contested_list_needs_all_of_it(folder: Path) -> None:
    write(folder, "a", "locales: {replace: [en-GB]}\n")
    write(folder, "b", "locales: {replace: [fr]}\n")
    [problem] = told(folder, "a", "b", text="locales: {add: [de]}\n")
    assert "do not agree on 'locales'" in problem


def test_languages_that_one_does_not_speak_are_no_contradiction(folder: Path) -> None:
    again = "    again: [{en-GB: Do call., fr: Faites-le.}]\n"
    wordy = "messages:\n  help:\n    en-GB: Call.\n    fr: Appelez.\n"
    write(folder, "wordy", wordy + again)
    write(folder, "a", "locales: {replace: [en-GB]}\n", on="wordy.yaml")
    write(folder, "b", "", on="wordy.yaml")
    child = read(folder, "a", "b", text="locales: {replace: [fr, en-GB]}\n")
    assert child.policy.messages["help"] == {"en-GB": "Call.", "fr": "Appelez."}
    assert child.policy.again["help"] == ({"en-GB": "Do call.", "fr": "Faites-le."},)
    assert read(folder, "a", "b").policy.locales == ("en-GB",)
    for name, word in (("c", "One"), ("d", "Two")):
        more = "" if name == "c" else "locales: {replace: [en-GB]}\n"
        text = wordy.replace("Call", word)
        text = text if name == "c" else text.replace("    fr: Appelez.\n", "")
        write(folder, name, more + text, on="wordy.yaml")
    [problem] = told(folder, "c", "d")
    assert "write the message 'help' differently:" in problem


def test_what_is_left_out_can_be_contested_too(folder: Path) -> None:
    write(folder, "a", "countries: [GB]\n")
    write(folder, "b", "")
    assert told(folder, "a", "b") == [
        (
            "child.yaml:4:3: a.yaml (a.yaml:5) says 'countries', and another policy leaves it "
            "out: write the one that counts here, such as countries: {replace: [GB]}"
        ),
    ]
    child = read(folder, "a", "b", text="countries: {replace: [GB, FR]}\n")
    assert child.policy.countries == ("GB", "FR")


def test_a_channel_and_an_own_type_are_one_thing_each(folder: Path) -> None:
    for name, kind in (("a", "queue"), ("b", "console")):
        alone(
            folder,
            name,
            f"{{kind: console}} => {{kind: {kind}}}\n"
            f"locales: => types: [{{name: badge, phrases: [{name}]}}]\\nlocales:",
        )
    found = told(folder, "a", "b")
    assert found == [
        (
            "child.yaml:4:3: a.yaml (a.yaml:18) and b.yaml (b.yaml:18) do not agree on 'desk': "
            "write the one that counts here, such as escalation: {channels: {desk: {...}}}"
        ),
        (
            "child.yaml:4:3: a.yaml (a.yaml:3) and b.yaml (b.yaml:3) do not agree on 'badge': "
            "write the one that counts here, such as types: {change: [{name: badge, ...}]}"
        ),
    ]


def test_messages_that_differ_are_told_once_and_one_policy_can_go_first(folder: Path) -> None:
    alone(folder, "a", "I am a program. => I am software.\nToo long. => Much too long.")
    (folder / "b.yaml").write_text(BASE.replace("id: base", "id: b"), encoding="utf-8")
    assert told(folder, "a", "b") == [
        (
            "child.yaml:4:3: a.yaml (a.yaml:20) and b.yaml (b.yaml:20) write the message 'plain' "
            "differently, and 1 others too: write it under 'messages', or 'wording: true' beside "
            "the policy whose texts are to count"
        ),
    ]
    assert read(folder, "a", "b", wording="b").policy.messages["plain"]["en-GB"] == (
        "I am a program."
    )
    assert read(folder, "b", "a", wording="a").policy.messages["too-long"]["en-GB"] == (
        "Much too long."
    )
    written = "messages:\n  plain: {en-GB: Mine., fr: Moi.}\n  too-long: {en-GB: L., fr: L.}\n"
    assert read(folder, "a", "b", text=written).policy.messages["plain"]["fr"] == "Moi."


def test_a_text_that_somebody_signed_goes_before_the_same_unsigned(folder: Path) -> None:
    alone(folder, "b", "help: {en => help: {reviewed_by: Dr. A. Example, en")
    (folder / "a.yaml").write_text(BASE.replace("id: base", "id: a"), encoding="utf-8")
    child = read(folder, "a", "b")
    assert "Dr. A. Example" in str(child.messages()["help"])


def test_a_rule_that_answers_somebody_else_in_each_is_contested(folder: Path) -> None:
    alone(folder, "a", "level: high, => level: high, subject: self,")
    (folder / "b.yaml").write_text(BASE.replace("id: base", "id: b"), encoding="utf-8")
    assert "says 'subject', and another policy leaves it out" in told(folder, "a", "b")[0]


def test_everybody_who_has_to_sign_one_of_them_has_to_sign(folder: Path) -> None:
    alone(folder, "a", "id: a, => id: a, sign_off: {needed: 2, roles: [clinical-lead]},")
    alone(folder, "b", "id: b, => id: b, sign_off: {roles: [legal]},")
    sign_off = read(folder, "a", "b").policy.sign_off
    assert sign_off is not None
    assert (sign_off.needed, sign_off.roles) == (2, ("clinical-lead", "legal"))


def test_the_floors_of_all_hold(folder: Path) -> None:
    write(folder, "a", "claim: {change: [{id: claim.bond, floor: true}]}\n")
    write(folder, "b", "")
    weaker = "claim: {change: [{id: claim.bond, threshold: 70}]}\n"
    assert told(folder, "b", "a", text=weaker) == [
        "child.yaml:6:46: claim.bond threshold 60 -> 70, though a.yaml:5 is a floor"
    ]


def test_a_rule_of_one_that_softens_a_floor_of_another_is_told_where_both_are_taken(
    folder: Path,
) -> None:
    softer = (
        "crisis: {add: [{id: crisis.self, level: high, subject: self, threshold: 45, do: replace, "
        "say: help, escalate: {to: desk, within: 1h}}], remove: [crisis.high]}\n"
    )
    alone(folder, "a", "floor: true, => ")
    write(folder, "b", "")
    write(folder, "c", softer, on="a.yaml")
    [problem] = told(folder, "b", "c")
    assert problem.startswith("child.yaml:3:1: 'crisis.self' answers before 'crisis.high'")


def test_cases_of_all_are_asked_less_those_that_one_took_out(folder: Path) -> None:
    write(
        folder,
        "a",
        "tests:\n  remove: [I want to die]\n"
        "  add: [{say: I bake, from: user, expect: {do: pass}}]\n",
    )
    write(folder, "b", "tests: {add: [{say: I cook, from: user, expect: {do: pass}}]}\n")
    assert {one.say for one in read(folder, "a", "b").cases} == {"I bake", "I cook"}


def test_one_policy_is_named_once_and_one_goes_first(folder: Path) -> None:
    write(folder, "a", "")
    assert told(folder, "a", "a") == ["child.yaml:5:14: a.yaml is named twice"]
    one = entry(folder, "a.yaml", ", wording: true")
    two = entry(folder, "base.yaml", ", wording: true")
    with pytest.raises(PolicyError, match="stands beside one policy"):
        read_text(f"schema: 1\npolicy: {{id: c}}\nextends:\n{one}{two}", "c.yaml", folder)
    with pytest.raises(PolicyError, match="is not a block of settings"):
        read_text(f"schema: 1\npolicy: {{id: c}}\nextends:\n{one}  - b\n", "c.yaml", folder)


MODES_OF_ALL = st.sampled_from(["shadow", "enforce"])
MODES = st.sampled_from(["disabled", "shadow", "enforce"])
KINDS = st.lists(st.sampled_from(["email", "phone", "iban"]), min_size=1, unique=True)
EXCEPTIONS = st.sampled_from(
    ["", ", except: [{name: q, when: {quoted: true}}]", ", may_except: [none]"]
)
LOGGING = st.sampled_from(["", "logging: {findings_from: 10}\n", "streaming: {hold: reply}\n"])
PARENTS = st.builds(
    "schema: 1\npolicy: {{id: {0}, version: '1'}}\nlocales: [en-GB]\nsalt\n"
    "pii: [{{id: pii.a, detect: [{1}], do: {2}, mode: {3}{4}}}]\n"
    "claim: [{{id: claim.a, claims: [{5}], do: {6}, threshold: {7}{8}}}]\n"
    "crisis: [{{id: crisis.high, level: high, mode: enforce, threshold: {9}, "
    "do: replace, say: help, escalate: {{to: desk, within: {10}m}}}}]\n"
    "{13}{11}"
    "escalation: {{channels: {{desk: {{kind: console}}}}}}\n"
    "messages:\n  help: {{en-GB: Call.}}\n  safe-reply: {{en-GB: Not now.}}\n"
    "  too-long: {{en-GB: Long.}}\n".replace(
        "salt\n", "rollout: {{default: {12}, salt: s}}\n"
    ).format,
    st.just("x"),
    KINDS.map(", ".join),
    st.sampled_from(["note", "mask"]),
    MODES,
    st.sampled_from(["", ", where: [output]", ", threshold: 30"]),
    st.sampled_from(["bond", "bond, emotion", "sentience"]),
    st.sampled_from(["note", "rewrite"]),
    st.integers(20, 90),
    EXCEPTIONS,
    st.integers(20, 90),
    st.integers(1, 60),
    st.sampled_from(["", "failure: {detector_error: {claim: note}}\n"]),
    MODES_OF_ALL,
    LOGGING,
)


@settings(max_examples=25)
@given(st.lists(PARENTS, min_size=2, max_size=3), st.randoms())
def test_what_several_make_together_is_as_strict_as_each_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], random: object
) -> None:
    folder = tmp_path_factory.mktemp("join")
    names = [f"p{number}" for number in range(len(texts))]
    for name, text in zip(names, texts, strict=True):
        (folder / f"{name}.yaml").write_text(text.replace("id: x", f"id: {name}"), "utf-8")
    child = read(folder, *names)
    random.shuffle(names)  # type: ignore[attr-defined]
    again = read(folder, *names)
    assert again.policy.hash == child.policy.hash
    assert all(
        child.policy.logging.findings_from <= one.policy.logging.findings_from
        and (child.policy.hold == "reply" or one.policy.hold == "frame")
        for one in child.parents
    )
    assert restored(child.policy.canonical).hash == child.policy.hash
    for parent in child.parents:
        changes = [
            *compared_rules(parent.policy, child.policy),
            *compared_failures(parent.policy, child.policy),
        ]
        assert [one.what for one in changes if one.way is Way.WEAKER] == []


def test_kinds_of_exceptions_days_and_surfaces_are_those_that_all_allow(folder: Path) -> None:
    write(
        folder,
        "a",
        "claim: {change: [{id: claim.bond, except: {remove: [fiction]}, "
        "may_except: [quoted], why: B}]}\n"
        'pii: {change: [{id: pii.contact, surfaces: [text], until: "2027-01-01"}]}\n',
    )
    write(
        folder,
        "b",
        "claim: {change: [{id: claim.bond, except: {remove: [quotation]}, "
        "may_except: [roleplay], why: A}]}\n"
        'pii: {change: [{id: pii.contact, surfaces: [reasoning], until: "2026-12-01"}]}\n',
    )
    child = read(folder, "a", "b")
    bond, contact = rule(child, "claim.bond"), rule(child, "pii.contact")
    assert (bond.exemptions, bond.excusable, bond.why) == ((), frozenset(), "A")
    assert contact.surfaces == {"text", "reasoning"}
    assert contact.until == "2026-12-01"
    write(folder, "c", "")
    assert rule(read(folder, "a", "c"), "pii.contact").surfaces is None


def test_a_value_that_no_order_knows_is_told_where_it_stands(folder: Path) -> None:
    alone(folder, "a", "every: 3h => every: 3h, every_turns: 40")
    alone(folder, "b", "every: 3h => every: 3h, every_turns: 30")
    assert read(folder, "a", "b").policy.disclosure.every_turns == 30


def test_of_what_the_log_does_the_strictest_counts_and_every_anchor(folder: Path) -> None:
    file, eye = "{kind: file, path_env: PLACE}", "{kind: witness, url_env: URL, key_env: KEY}"
    write(
        folder,
        "a",
        f"logging: {{on_failure: drop, checkpoint: {{every: 5s, records: 500}}, "
        f"anchor: [{file}]}}\n",
    )
    write(
        folder,
        "b",
        f"logging: {{checkpoint: {{every: 20s, records: 64}}, anchor: [{eye}, {file}]}}\n",
    )
    for names in (("a", "b"), ("b", "a")):
        logging = read(folder, *names).policy.logging
        assert logging.on_failure == "safe-reply"
        assert logging.checkpoint == Checkpoints(5, 64)
        assert {one.kind for one in logging.anchor} == {"file", "witness"}
        assert len(logging.anchor) == 2


@pytest.mark.parametrize(("every", "often"), [("60s", 60), ("5m", 60), ("20s", 20)])
def test_an_anchor_of_two_policies_is_one_and_shown_as_often_as_either_says(
    folder: Path, every: str, often: int
) -> None:
    write(folder, "a", "logging: {anchor: [{kind: file, path_env: PLACE}]}\n")
    again = f"{{kind: file, path_env: PLACE, every: {every}}}"
    write(folder, "b", f"logging: {{anchor: [{again}]}}\n")
    for names in (("a", "b"), ("b", "a")):
        [anchor] = read(folder, *names).policy.logging.anchor
        assert (anchor.path_env, anchor.every) == ("PLACE", often)
