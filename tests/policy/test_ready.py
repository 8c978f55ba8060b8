"""Ready policies, found by name or by path, and kept in order."""

from __future__ import annotations

import string
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.errors import PolicyError, PolicyNotFoundError
from guardrails.findings import Level
from guardrails.messages import Side
from guardrails.policy.events import parse
from guardrails.policy.load import load, load_cases, load_text, read_text
from guardrails.policy.problems import Problems
from guardrails.policy.ready import find, load_policy, named, ready
from guardrails.policy.tree import Node, Scalar, Table
from guardrails.policy.vocabulary import CLAIMS
from guardrails.taxonomy import Subject

FOLDER = Path(__file__).parents[2] / "policies"
NAMES = ("companion", "support-desk")


@cache
def text_of(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


def test_the_ready_policies_are_those_of_the_folder() -> None:
    assert ready() == NAMES
    assert sorted(file.stem for file in FOLDER.glob("*.yaml")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_policy_is_found_by_its_name_and_by_its_path(name: str) -> None:
    path = FOLDER / f"{name}.yaml"
    assert load_policy(name).id == name
    assert load_policy(name) == load_policy(str(path)) == load_policy(path) == load(find(name))


def test_a_file_of_any_name_is_a_policy(tmp_path: Path, small: str) -> None:
    file = tmp_path / "mine"
    file.write_text(small, encoding="utf-8")
    assert load_policy(str(file)).id == "small"


def test_a_path_is_never_taken_for_a_name() -> None:
    with pytest.raises(PolicyNotFoundError):
        find(Path("companion"))


def test_a_missing_policy_is_told_with_the_ready_ones_and_the_nearest() -> None:
    with pytest.raises(PolicyNotFoundError) as caught:
        load_policy("companoin")
    assert str(caught.value) == (
        "no policy file 'companoin' and no ready policy of that name. "
        "Did you mean 'companion'? (ready policies: companion, support-desk)"
    )


def test_the_first_folder_that_is_there_gives_the_names(tmp_path: Path) -> None:
    first, second, gone = tmp_path / "first", tmp_path / "second", tmp_path / "gone"
    for folder, name in ((first, "one"), (second, "two")):
        folder.mkdir()
        (folder / f"{name}.yaml").touch()
        (folder / "README.md").touch()
    assert named((gone, first, second)) == {"one": first / "one.yaml"}
    assert named((gone,)) == {}


def test_a_folder_is_no_policy(tmp_path: Path) -> None:
    with pytest.raises(PolicyNotFoundError, match="is a directory, not a policy file"):
        find(tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_policy_answers_every_level_and_covers_every_claim(name: str) -> None:
    policy = load_policy(name)
    levels = {rule.level: rule.threshold for rule in policy.rules if rule.level}
    others = [rule.level for rule in policy.rules if rule.subject is Subject.OTHER]
    assert others == [Level.CARE, Level.CONCERN, Level.HIGH]
    assert levels == {
        Level.CARE: 5_000,
        Level.CONCERN: 5_000,
        Level.HIGH: 4_500,
        Level.IMMINENT: 3_500,
    }
    covered = set().union(*(rule.categories for rule in policy.rules))
    assert covered >= {f"claim.{claim}" for claim in CLAIMS}
    assert all(rule.floor for rule in policy.rules if rule.level)


@pytest.mark.parametrize("name", NAMES)
def test_each_text_for_people_in_crisis_shows_resources_in_every_locale(name: str) -> None:
    policy = load_policy(name)
    said = {
        one for rule in policy.rules for one in (rule.say, *rule.say_for.values()) if rule.level
    }
    assert len(said) == 20
    for message in said:
        assert message is not None
        for wording in (policy.messages[message], *policy.again[message]):
            assert set(wording) == {*policy.locales, "it", "pt", "nl"}
            assert all(text.count("{resources}") == 1 for text in wording.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_crisis_text_says_openly_that_nobody_has_reviewed_it(name: str) -> None:
    root = parse(text_of(f"texts/{name}"), Problems(name))
    assert isinstance(root, Table)
    messages = {entry.key.text: entry.value for entry in root.entries}["messages"]
    assert isinstance(messages, Table)
    crisis = [entry.value for entry in messages.entries if entry.key.text.startswith("crisis-")]
    assert len(crisis) == 41
    for message in crisis:
        assert isinstance(message, Table)
        reviewed = {entry.key.text: entry.value for entry in message.entries}["reviewed_by"]
        assert isinstance(reviewed, Scalar)
        assert reviewed.text == "null"


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_a_ready_policy_holds_a_digit(name: str) -> None:
    # Telephone numbers come from the table of helplines alone.
    for texts in load_policy(name).messages.values():
        for text in texts.values():
            assert not any(character.isdigit() for character in text)


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_policy_has_cases_for_both_sides_that_fire_and_that_stay_silent(name: str) -> None:
    cases = load_cases(FOLDER / f"{name}.yaml")
    assert len(cases) >= 15
    assert {case.side for case in cases} == set(Side)
    assert any(case.expect.rule for case in cases)
    assert any(case.expect.not_rule for case in cases)


def keys_of(node: Node) -> list[Scalar]:
    """Every key of the tree, less those that are names of our own choosing."""
    found: list[Scalar] = []
    queue: list[Node] = [node]
    while queue:
        match queue.pop():
            case Table(entries=entries):
                found += [entry.key for entry in entries]
                queue += [entry.value for entry in entries]
            case other:
                queue += getattr(other, "items", ())
    return found


@cache
def keys(name: str) -> list[Scalar]:
    root = parse(text_of(name), Problems(name))
    assert root is not None
    return keys_of(root)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_no_misspelt_key_is_ever_ignored(name: str, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(keys(name)))
    place = data.draw(st.integers(0, len(key.text) - 1))
    letter = data.draw(st.sampled_from(string.ascii_lowercase + "_-"))
    changed = key.text[:place] + letter + key.text[place + 1 :]
    lines = text_of(name).split("\n")
    line, column = lines[key.line - 1], key.column - 1
    assert line[column:].startswith(key.text)
    lines[key.line - 1] = line[:column] + changed + line[column + len(key.text) :]
    if changed == key.text:
        return
    try:
        policy = load_text("\n".join(lines), beside=FOLDER)
    except PolicyError:
        return
    # Only the name of a message that nothing refers to can change, and then it shows.
    assert changed in policy.messages
    assert policy.hash != load_policy(name).hash


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_the_order_of_the_sections_of_a_ready_policy_never_changes_its_hash(
    name: str, data: st.DataObject
) -> None:
    root = parse(text_of(name), Problems(name))
    assert isinstance(root, Table)
    lines = text_of(name).split("\n")
    starts = [entry.key.line - 1 for entry in root.entries]
    blocks = [
        "\n".join(lines[start:stop])
        for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    shuffled = "\n".join(data.draw(st.permutations(blocks)))
    assert load_text(shuffled, beside=FOLDER).hash == load_policy(name).hash
    assert len(read_text(shuffled, beside=FOLDER).cases) == len(load_cases(FOLDER / f"{name}.yaml"))


def test_keys_are_looked_for_in_every_part_of_the_file() -> None:
    found = {key.text for key in keys("companion")}
    assert found >= {"schema", "detect", "except", "quoted", "within", "every", "coverage"}
