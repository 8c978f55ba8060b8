"""A policy on top of another: what is inherited, what may be changed, and which one it is then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do, Mode
from guardrails.errors import PolicyError
from guardrails.policy.lint import linted
from guardrails.policy.load import read_file, read_text
from guardrails.policy.loaded import Loaded
from guardrails.policy.restore import restored

PARENT = """\
schema: 1
policy: {id: base, version: "1", title: Base, owner: safety@example.org}
locales: [en-GB, fr]
allow: [a@example.org, b@example.org]
pii:
  - {id: pii.contact, detect: [email, phone], do: mask, threshold: 50}
claim:
  - id: claim.bond
    claims: [bond]
    do: rewrite
    may_except: [quoted]
    except:
      - {name: quotation, when: {quoted: true}}
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}
disclosure: {at_start: plain, repeat: {every_turns: 40}}
escalation:
  channels:
    desk: {kind: webhook, url_env: DESK_URL}
messages:
  help: {reviewed_by: Dr. A. Example, en-GB: "Please call somebody. {resources}", fr: "Appelez. {resources}"}
  plain: {en-GB: "I am a program.", fr: "Un programme."}
  safe-reply: {en-GB: "Not now.", fr: "Pas maintenant."}
  too-long: {en-GB: "Too long.", fr: "Trop long."}
tests:
  - {say: I want to die, from: user, expect: {rule: crisis.high}}
  - {say: Je veux mourir, from: user, locale: fr, expect: {rule: crisis.high}}
  - {say: I missed you, from: model, expect: {rule: claim.bond}}
"""  # noqa: E501


def head(parent: Loaded, name: str = "base.yaml", id_: str = "child") -> str:
    policy = parent.policy
    return (
        f"schema: 1\npolicy: {{id: {id_}}}\nextends:\n"
        f'  - {{policy: {name}, version: "{policy.version}", hash: "{policy.hash}"}}\n'
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "base.yaml").write_text(PARENT, encoding="utf-8")
    return tmp_path


def read(folder: Path, text: str, id_: str = "child") -> Loaded:
    base = read_file(folder / "base.yaml")
    return read_text(head(base, id_=id_) + text, str(folder / "child.yaml"), folder)


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(PolicyError) as caught:
        read(folder, text)
    return [str(one).removeprefix(f"{folder}/") for one in caught.value.problems]


def test_a_policy_that_changes_nothing_is_the_one_that_it_builds_on(folder: Path) -> None:
    base, child = read_file(folder / "base.yaml"), read(folder, "", id_="base")
    assert child.policy.hash == base.policy.hash
    assert child.policy.rules == tuple(
        one for one in child.policy.rules if one.file == str(folder / "base.yaml")
    )
    assert [case.say for case in child.cases] == [case.say for case in base.cases]
    assert [one.policy for one in child.parents] == [base.policy]
    assert (child.policy.title, child.policy.version) == ("", "")


def test_what_is_written_counts_and_the_rest_is_inherited(folder: Path) -> None:
    child = read(
        folder,
        "allow: {add: [c@example.org], remove: [a@example.org]}\n"
        "pii:\n"
        "  add: [{id: pii.name, detect: [person], do: note}]\n"
        "  change: [{id: pii.contact, threshold: 30, detect: {add: [iban], remove: [phone]}}]\n"
        "claim: {remove: [claim.bond]}\n"
        "crisis: {change: [{id: crisis.high, escalate: {within: 5m}}]}\n"
        "disclosure: {repeat: {every: 3h}}\n",
    )
    policy = child.policy
    rules = {rule.id: rule for rule in policy.rules}
    assert set(rules) == {"pii.contact", "pii.name", "crisis.high"}
    assert rules["pii.contact"].categories == {"pii.email", "pii.iban"}
    assert (rules["pii.contact"].threshold, rules["pii.contact"].do) == (3000, Do.MASK)
    way = rules["crisis.high"].escalate
    assert way is not None
    assert (way.to, way.within, rules["crisis.high"].threshold) == ("desk", 300, 4500)
    assert policy.allow == ("b@example.org", "c@example.org")
    assert (policy.disclosure.every_turns, policy.disclosure.every_seconds) == (40, 10800)
    # A case about a rule that was taken out asks nothing of this policy.
    assert [case.expect.rule for case in child.cases] == ["crisis.high", "crisis.high"]
    assert (rules["pii.contact"].file, rules["pii.contact"].line) == ("", 8)


def test_a_rule_can_be_taken_out_and_written_anew_under_the_same_name(folder: Path) -> None:
    child = read(
        folder,
        "claim:\n  remove: [claim.bond]\n"
        "  add: [{id: claim.bond, claims: [bond], do: note, mode: shadow}]\n",
    )
    rule = next(rule for rule in child.policy.rules if rule.id == "claim.bond")
    assert (rule.do, rule.mode, rule.exemptions) == (Do.NOTE, Mode.SHADOW, ())


def test_a_policy_may_speak_fewer_languages_than_the_one_that_it_builds_on(folder: Path) -> None:
    child = read(folder, "locales: {remove: [fr]}\n")
    assert child.policy.locales == ("en-GB",)
    assert all(set(texts) == {"en-GB"} for texts in child.policy.messages.values())
    assert [case.say for case in child.cases] == ["I want to die", "I missed you"]


def test_a_further_language_needs_every_text(folder: Path) -> None:
    problems = told(folder, "locales: {add: [de]}\n")
    assert "base.yaml:21:3: message 'help' has no text for de" in problems
    assert len(problems) == 4


def test_a_text_that_is_written_anew_is_no_longer_signed(folder: Path) -> None:
    def signer(text: str) -> list[str]:
        child = read(folder, text)
        return [
            entry.value.text  # type: ignore[union-attr]
            for message in child.messages().values()
            for entry in getattr(message.value, "entries", ())
            if entry.key.text == "reviewed_by"
        ]

    assert signer("messages:\n  plain: {fr: Une machine.}\n") == ["Dr. A. Example"]
    assert signer('messages:\n  help: {fr: "Parlez. {resources}"}\n') == []
    assert signer(
        'messages:\n  help: {reviewed_by: Dr. B. Example, fr: "Parlez. {resources}"}\n'
    ) == ["Dr. B. Example"]


def test_a_text_in_one_language_leaves_the_others_as_they_are(folder: Path) -> None:
    policy = read(folder, "messages:\n  plain: {fr: Une machine.}\n").policy
    assert policy.messages["plain"] == {"en-GB": "I am a program.", "fr": "Une machine."}


def test_a_channel_that_is_named_again_stands_in_the_place_of_the_other(folder: Path) -> None:
    child = read(folder, "escalation: {channels: {desk: {kind: console}, day: {kind: console}}}\n")
    assert {name: one.kind for name, one in child.policy.channels.items()} == {
        "desk": "console",
        "day": "console",
    }
    assert child.policy.channels["desk"].url_env is None


def test_texts_of_both_files_are_taken_up_from_beside_each(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    (shared / "texts").mkdir(parents=True)
    start = PARENT.index("messages:")
    stop = PARENT.index("tests:")
    texts = "schema: 1\n" + PARENT[start:stop]
    (shared / "texts" / "t.yaml").write_text(texts, encoding="utf-8")
    base = shared / "base.yaml"
    base.write_text(PARENT[:start] + "texts: [texts/t.yaml]\n" + PARENT[stop:], encoding="utf-8")
    (tmp_path / "own.yaml").write_text(
        "schema: 1\nmessages:\n  plain: {en-GB: Mine.}\n", encoding="utf-8"
    )
    text = head(read_file(base), "shared/base.yaml") + "texts: [own.yaml]\n"
    child = read_text(text, str(tmp_path / "child.yaml"), tmp_path)
    assert child.policy.messages["plain"]["en-GB"] == "Mine."
    assert child.policy.messages["help"]["fr"] == "Appelez. {resources}"


def test_three_policies_stand_on_top_of_each_other(folder: Path) -> None:
    base = read_file(folder / "base.yaml")
    middle = head(base, id_="middle").replace("{id: middle}", '{id: middle, version: "2"}')
    (folder / "middle.yaml").write_text(
        middle + "pii: {change: [{id: pii.contact, threshold: 40}]}\n", encoding="utf-8"
    )
    above = read_file(folder / "middle.yaml")
    text = head(above, "middle.yaml") + "pii: {change: [{id: pii.contact, do: note}]}\n"
    top = read_text(text, str(folder / "top.yaml"), folder)
    rule = next(rule for rule in top.policy.rules if rule.id == "pii.contact")
    assert (rule.threshold, rule.do) == (4000, Do.NOTE)
    files = {rule.file.rpartition("/")[2] for rule in top.policy.rules}
    assert files == {"", "base.yaml"}


def test_a_ready_policy_is_built_on_by_its_name(tmp_path: Path) -> None:
    from guardrails.policy.files import find

    text = head(read_file(find("companion")), "companion") + "locales: {replace: [en-GB, fr]}\n"
    assert read_text(text, "child.yaml").policy.locales == ("en-GB", "fr")


# --- what is refused ---


def test_a_parent_that_has_changed_is_refused_until_it_is_pinned_anew(folder: Path) -> None:
    text = head(read_file(folder / "base.yaml"))
    changed = PARENT.replace("threshold: 50", "threshold: 55")
    (folder / "base.yaml").write_text(changed, encoding="utf-8")
    new = read_file(folder / "base.yaml").policy.hash
    with pytest.raises(PolicyError) as caught:
        read_text(text, str(folder / "child.yaml"), folder)
    [problem] = caught.value.problems
    assert (problem.line, problem.column) == (4, 45)
    assert problem.message.startswith("base.yaml is no longer what was pinned: it is version 1")
    assert new in problem.message


def test_a_message_that_an_action_shows_no_more_is_told_where_the_action_stands(
    folder: Path,
) -> None:
    says = PARENT.replace("    do: rewrite\n", "    do: replace\n    say: plain\n")
    (folder / "base.yaml").write_text(says, encoding="utf-8")
    assert told(folder, "claim: {change: [{id: claim.bond, do: rewrite}]}\n") == [
        (
            "child.yaml:5:39: do: rewrite shows no message, and the rule has one from "
            f"{folder / 'base.yaml'}:11: remove the rule, and add it anew without 'say'"
        )
    ]


def test_a_parent_that_was_pinned_without_its_days_is_told_as_that(folder: Path) -> None:
    pinned = head(read_file(folder / "base.yaml"))
    day = PARENT.replace('version: "1"', 'version: "1", review_by: "2030-01-01"')
    (folder / "base.yaml").write_text(day, encoding="utf-8")
    new = read_file(folder / "base.yaml").policy.hash
    with pytest.raises(PolicyError) as caught:
        read_text(pinned, str(folder / "child.yaml"), folder)
    [problem] = caught.value.problems
    assert problem.message == (
        "base.yaml was pinned without the days on which it is to be decided anew (until, "
        f"review_by), which count since: nothing else has changed. Write hash {new}"
    )


def test_comments_in_a_parent_are_no_change(folder: Path) -> None:
    text = head(read_file(folder / "base.yaml"))
    (folder / "base.yaml").write_text("# A word.\n" + PARENT, encoding="utf-8")
    assert read_text(text, str(folder / "child.yaml"), folder).policy.id == "child"


def test_a_parent_of_another_version_is_refused(folder: Path) -> None:
    text = head(read_file(folder / "base.yaml")).replace('version: "1"', 'version: "2"')
    with pytest.raises(PolicyError, match=r"4:34: base\.yaml says that it is version '1'"):
        read_text(text, str(folder / "child.yaml"), folder)


LIST_OF = (
    "is a list of the policy that this one builds on: say under it what is to 'add', 'remove', "
    "'change' or 'replace'"
)
ALONE = "'replace' puts another list in the place of this one: nothing goes with it"
CAN = "add, remove, change, replace are"
NOT_DONE = "is nothing that can be done to"
REFUSED: dict[str, list[str]] = {
    "pii: [{id: pii.x, detect: [email], do: note}]": [
        f"child.yaml:5:6: 'pii' {LIST_OF}",
    ],
    "pii: {append: [{id: pii.x}]}": [
        f"child.yaml:5:7: 'append' {NOT_DONE} 'pii': add, remove, change, replace are",
    ],
    "pii: {chnage: [{id: pii.contact}]}": [
        f"child.yaml:5:7: 'chnage' {NOT_DONE} 'pii': {CAN}. Did you mean 'change'?",
    ],
    "pii: {change: [{id: pii.contcat, do: note}]}": [
        "child.yaml:5:16: 'pii' holds no 'pii.contcat' to change. Did you mean 'pii.contact'?",
    ],
    "pii: {change: [{do: note}]}": [
        "child.yaml:5:16: 'change' takes blocks of settings, each with its 'id'",
    ],
    "pii: {change: [pii.contact]}": [
        "child.yaml:5:16: 'change' takes blocks of settings, each with its 'id'",
    ],
    "pii: {remove: [pii.contcat]}": [
        "child.yaml:5:16: 'pii' holds no 'pii.contcat' to remove. Did you mean 'pii.contact'?",
    ],
    "pii: {remove: [{id: pii.contact}]}": ["child.yaml:5:16: 'remove' takes each 'id' alone"],
    "pii: {remove: [<<], change: [no], add: [~]}": [
        "child.yaml:5:16: merge keys are not taken: write the settings out",
        "child.yaml:5:30: 'change' takes blocks of settings, each with its 'id'",
        "child.yaml:5:41: an item of 'pii' is not a block of settings",
    ],
    "pii: {add: *a}": ["child.yaml:5:12: aliases are not taken: write *a out"],
    "allow: {remove: [[a]]}": ["child.yaml:5:18: 'remove' takes single values"],
    "allow: {change: [a]}": [
        f"child.yaml:5:9: 'change' {NOT_DONE} 'allow': add, remove, replace are",
    ],
    "tests: {change: [{say: a}]}": [
        f"child.yaml:5:9: 'change' {NOT_DONE} 'tests': add, remove, replace are",
    ],
    "allow: {remove: a@example.org}": [
        "child.yaml:5:17: 'remove' takes a list, such as [a, b]",
    ],
    "allow: {add: [b@example.org]}": [
        "child.yaml:5:15: 'allow' holds 'b@example.org' already (base.yaml:4)",
    ],
    "pii: {add: [{id: pii.contact, detect: [email], do: note}]}": [
        "child.yaml:5:18: 'pii' holds 'pii.contact' already (base.yaml:6): use 'change'",
    ],
    "allow: {replace: [c@example.org], add: [d@example.org]}": [
        f"child.yaml:5:8: {ALONE}",
    ],
    "claim: {change: [{id: claim.bond, except: {add: [{name: a, when: {mode: roleplay}}]}}]}": [
        "child.yaml:5:50: this rule allows quoted (may_except), and 'a' is about roleplay",
    ],
    "claim: {change: [{id: claim.bond, may_except: [none, quoted]}]}": [
        f"child.yaml:5:47: 'may_except' {LIST_OF}",
    ],
    "claim: {change: [{id: claim.bond, tresold: 3}]}": [
        "child.yaml:5:35: 'tresold' is not a setting of a claim rule. Did you mean 'threshold'?",
    ],
    "crisis: {remove: [crisis.high]}": [
        "child.yaml:1:1: a policy needs 'crisis' rules: nobody in need goes without help",
    ],
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_merged_is_told_with_its_place(folder: Path, text: str) -> None:
    found = [one.replace(f"{folder}/", "") for one in told(folder, text + "\n")]
    assert found == REFUSED[text]


def test_a_parent_that_is_wrong_is_told_under_its_own_name(folder: Path) -> None:
    text = head(read_file(folder / "base.yaml"))
    (folder / "base.yaml").write_text(PARENT.replace("do: mask", "do: maks"), encoding="utf-8")
    with pytest.raises(PolicyError, match=r"base.yaml:6:\d+: 'do' is 'maks'"):
        read_text(text, str(folder / "child.yaml"), folder)


def test_a_policy_that_builds_on_itself_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    pin = f'{{policy: own.yaml, version: "1", hash: "sha256:{"0" * 64}"}}'
    file.write_text(f"schema: 1\npolicy: {{id: own}}\nextends:\n  - {pin}\n", encoding="utf-8")
    with pytest.raises(PolicyError, match=r"own\.yaml builds on this policy in turn"):
        read_file(file)


def test_no_more_than_five_policies_stand_on_top_of_each_other(folder: Path) -> None:
    name, loaded = "base.yaml", read_file(folder / "base.yaml")
    for number in range(2, 7):
        text = head(loaded, name).replace("{id: child}", f'{{id: child, version: "{number}"}}')
        name = f"{number}.yaml"
        (folder / name).write_text(text, encoding="utf-8")
        if number < 6:
            loaded = read_file(folder / name)
    with pytest.raises(PolicyError, match="more than 5 policies stand on top of each other"):
        read_file(folder / name)


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ('policy: companoin, version: "1"', "Did you mean 'companion'"),
        ('policy: ../base.yaml, version: "1"', "or a file below the folder of this one"),
        ('policy: gone.yaml, version: "1"', "cannot read 'gone.yaml': No such file"),
        ("policy: base.yaml", "a parent needs 'version'"),
        ('policy: base.yaml, version: "1 2"', "'version' is '1 2': write letters, digits"),
        ("policy: base.yaml, version: 2026.11", "put it in quotes"),
    ],
)
def test_a_parent_that_cannot_be_found_is_told(folder: Path, entry: str, wanted: str) -> None:
    pin = f'{{{entry}, hash: "sha256:{"0" * 64}"}}'
    text = f"schema: 1\npolicy: {{id: child}}\nextends:\n  - {pin}\n"
    with pytest.raises(PolicyError) as caught:
        read_text(text, "child.yaml", folder)
    assert wanted in str(caught.value)


def test_a_text_that_lies_nowhere_builds_on_no_file(folder: Path) -> None:
    with pytest.raises(PolicyError, match="'extends' names a file beside the policy"):
        read_text(head(read_file(folder / "base.yaml")), "child.yaml")


def test_a_parent_that_is_no_text_is_told(folder: Path) -> None:
    text = head(read_file(folder / "base.yaml"))
    (folder / "base.yaml").write_bytes(b"schema: \xff")
    with pytest.raises(PolicyError, match=r"base\.yaml:1:9: not UTF-8"):
        read_text(text, str(folder / "child.yaml"), folder)


# --- what lint says of it ---


def linted_child(folder: Path, text: str) -> list[str]:
    file = folder / "child.yaml"
    file.write_text(head(read_file(folder / "base.yaml")) + text, encoding="utf-8")
    remarks = linted(file, date(2027, 1, 1))
    return [str(one).replace(f"{folder}/", "") for one in remarks]


def test_an_exception_to_another_policys_rule_has_an_end(folder: Path) -> None:
    added = (
        "claim: {change: [{id: claim.bond, except: {add: [{name: q, when: {quoted: true}%s}]}}]}\n"
    )
    wanted = (
        "child.yaml:5:50: warning: this exception to another policy's rule never ends: write the "
        "last day on which it counts into 'expires' [endless-exception]"
    )
    assert wanted in linted_child(folder, added % "")
    assert wanted not in linted_child(folder, added % ', expires: "2027-02-01"')


def test_what_is_only_watched_has_a_day_on_which_it_is_decided_upon(folder: Path) -> None:
    changed = "pii: {change: [{id: pii.contact, mode: shadow%s}]}\n"
    wanted = (
        "child.yaml:5:1: note: nobody has said until when 'pii.contact' is only watched: write "
        "the day on which you decide into 'until' [endless-shadow]"
    )
    assert wanted in linted_child(folder, changed % "")
    assert wanted not in linted_child(folder, changed % ', until: "2027-02-01"')
    over = linted_child(folder, changed % ', until: "2026-12-31"')
    assert any(one.startswith("child.yaml:5:55: 'until' is 2026-12-31") for one in over)


def test_what_is_to_be_said_of_a_parent_is_told_at_its_place(folder: Path) -> None:
    signed = PARENT.replace("reviewed_by: Dr. A. Example", "reviewed_by: null")
    (folder / "base.yaml").write_text(signed, encoding="utf-8")
    remarks = linted_child(folder, "")
    assert any(
        one.startswith("base.yaml:21:23: warning: no clinician has signed 'help'")
        for one in remarks
    )
    assert not any(one.startswith("child.yaml") for one in remarks)


def test_a_text_of_another_policy_that_nothing_shows_any_more_is_not_told(folder: Path) -> None:
    text = (
        "disclosure: {at_start: mine}\n"
        "messages: {mine: {en-GB: My, fr: Mon}, too: {en-GB: Too, fr: Aussi}}\n"
    )
    found = [one for one in linted_child(folder, text) if "unused-message" in one]
    assert [one.split(":")[0] for one in found] == ["child.yaml"]
    assert "'too'" in found[0]


# --- identity ---

SCORES = st.integers(20, 90)


@settings(max_examples=25)
@given(SCORES, SCORES, st.sampled_from(["note", "mask"]), st.booleans(), st.integers(1, 50))
def test_a_policy_is_what_it_resolves_to_however_it_is_written(
    tmp_path_factory: pytest.TempPathFactory,
    contact: int,
    high: int,
    do: str,
    bond: bool,
    within: int,
) -> None:
    folder = tmp_path_factory.mktemp("flat")
    (folder / "base.yaml").write_text(PARENT, encoding="utf-8")
    child = read(
        folder,
        f"pii: {{change: [{{id: pii.contact, threshold: {contact}, do: {do}}}]}}\n"
        f"crisis: {{change: [{{id: crisis.high, threshold: {high}, "
        f"escalate: {{within: {within}m}}}}]}}\n"
        + ("" if bond else "claim: {remove: [claim.bond]}\n"),
    )
    flat = (
        PARENT.replace("id: base", "id: child")
        .replace("threshold: 45", f"threshold: {high}")
        .replace("do: mask, threshold: 50", f"do: {do}, threshold: {contact}")
        .replace("within: 10m", f"within: {within}m")
    )
    if not bond:
        start, stop = flat.index("claim:\n"), flat.index("crisis:\n")
        flat = flat[:start] + flat[stop:]
        flat = "\n".join(line for line in flat.split("\n") if "claim.bond" not in line)
    assert child.policy.hash == read_text(flat).policy.hash
    assert restored(child.policy.canonical).hash == child.policy.hash
