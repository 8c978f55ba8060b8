"""Ready policies, found by name or by path, and kept in order."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.errors import PolicyError, PolicyNotFoundError
from guardrails.findings import Level
from guardrails.messages import Side
from guardrails.policy.events import parse
from guardrails.policy.load import load, load_text, read_file, read_text
from guardrails.policy.loaded import Loaded
from guardrails.policy.model import Policy
from guardrails.policy.problems import Problems
from guardrails.policy.ready import find, load_policy, named, ready
from guardrails.policy.texts import SETTINGS
from guardrails.policy.tree import Node, Scalar, Series, Table, entry_of
from guardrails.policy.vocabulary import CLAIMS
from guardrails.taxonomy import Subject

FOLDER = Path(__file__).parents[2] / "policies"
NAMES = (
    "baseline",
    "cbt-skills-coach",
    "clinic-intake",
    "companion",
    "eu",
    "minors",
    "support-desk",
    "us-ca",
    "us-hipaa",
    "us-il",
    "us-ny",
    "us-ut",
    "us-wa",
)
WHOLE = ("baseline", "companion", "support-desk")
"""Those that build on no other one."""


LAW = ("eu", "us-ca", "us-hipaa", "us-il", "us-ny", "us-ut", "us-wa")
"""Those for a jurisdiction."""


@cache
def text_of(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def loaded(name: str) -> Loaded:
    return read_file(find(name))


def policy_of(name: str) -> Policy:
    return loaded(name).policy


def test_every_policy_is_looked_at_here() -> None:
    assert tuple(name for name in NAMES if "extends:" not in text_of(name)) == WHOLE


def test_the_ready_policies_are_those_of_the_folder() -> None:
    assert ready() == NAMES
    assert sorted(file.stem for file in FOLDER.glob("*.yaml")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_policy_is_found_by_its_name_and_by_its_path(name: str) -> None:
    path = FOLDER / f"{name}.yaml"
    assert find(name) == find(str(path)) == find(path) == path
    assert policy_of(name).id == name


def test_a_policy_is_the_same_by_its_name_and_by_its_path() -> None:
    path = FOLDER / "companion.yaml"
    assert load_policy("companion") == load_policy(str(path)) == load(path)


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
        f"Did you mean 'companion'? (ready policies: {', '.join(NAMES)})"
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
    policy = policy_of(name)
    levels = {rule.level: rule.threshold for rule in policy.rules if rule.level}
    others = [rule.level for rule in policy.rules if rule.subject is Subject.OTHER]
    assert others == [Level.CARE, Level.CONCERN, Level.HIGH]
    most = {Level.CARE: 5_000, Level.CONCERN: 5_000, Level.HIGH: 4_500, Level.IMMINENT: 3_500}
    assert levels.keys() == most.keys()
    assert all(levels[level] <= threshold for level, threshold in most.items())
    covered = set().union(*(rule.categories for rule in policy.rules))
    assert covered >= {f"claim.{claim}" for claim in CLAIMS}
    assert all(rule.floor for rule in policy.rules if rule.level)


@pytest.mark.parametrize("name", NAMES)
def test_each_text_for_people_in_crisis_shows_resources_in_every_locale(name: str) -> None:
    policy = policy_of(name)
    said = {
        one for rule in policy.rules for one in (rule.say, *rule.say_for.values()) if rule.level
    }
    assert len(said) >= 20
    for message in said:
        assert message is not None
        for wording in (policy.messages[message], *policy.again[message]):
            assert set(wording) == {*policy.locales, "it", "pt", "nl"}
            assert all(text.count("{resources}") == 1 for text in wording.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_crisis_text_says_openly_that_nobody_has_reviewed_it(name: str) -> None:
    messages = loaded(name).messages()
    crisis = [entry for entry in messages if entry.startswith("crisis-")]
    assert len(crisis) >= 41
    for message in crisis:
        reviewed = entry_of(messages[message].value, "reviewed_by")
        assert reviewed is not None
        assert isinstance(reviewed.value, Scalar)
        assert reviewed.value.text == "null"


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_a_ready_policy_holds_a_digit(name: str) -> None:
    # Telephone numbers come from the table of helplines alone.
    for texts in policy_of(name).messages.values():
        for text in texts.values():
            assert not any(character.isdigit() for character in text)


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_policy_has_cases_for_both_sides_that_fire_and_that_stay_silent(name: str) -> None:
    own = [case for case in loaded(name).cases if not case.file]
    assert len(own) >= 40
    assert {case.side for case in own} == set(Side)
    assert any(case.expect.rule for case in own)
    assert any(case.expect.not_rule for case in own)


def on_top_of(*names: str, wording: str = "") -> Policy:
    """A policy that says nothing of its own on top of others."""
    pins = "".join(
        f'  - {{policy: {name}, version: "2026.11", hash: "{policy_of(name).hash}"'
        f"{', wording: true' if name == wording else ''}}}\n"
        for name in names
    )
    return load_text(f"schema: 1\npolicy: {{id: mine}}\nextends:\n{pins}")


@pytest.mark.untraced
@pytest.mark.parametrize("part", LAW)
def test_a_part_for_a_jurisdiction_goes_with_what_kind_of_service_it_is(part: str) -> None:
    for name in ("companion", "support-desk", "cbt-skills-coach", "clinic-intake", "minors"):
        if (part, name) in AT_START:
            continue
        wording = name if name == "support-desk" else ""
        policy = on_top_of(part, name, wording=wording)
        rules = {rule.id: rule for rule in policy.rules}
        for below in (policy_of(part), policy_of(name)):
            for rule in below.rules:
                assert rules[rule.id].threshold <= rule.threshold
                assert rules[rule.id].do >= rule.do


AT_START = {
    ("us-ca", name)
    for name in ("companion", "support-desk", "cbt-skills-coach", "clinic-intake", "minors")
}
"""Both have a notice of their own, and somebody has to say which one is shown."""


@pytest.mark.untraced
def test_all_parts_go_together_and_a_notice_of_ones_own_is_asked_for() -> None:
    policy = on_top_of("baseline", *LAW)
    assert policy.disclosure.at_start == "notice-us-ca"
    assert policy.disclosure.every_seconds == 2 * 3600
    for part, name in AT_START:
        with pytest.raises(PolicyError, match="do not agree on 'at_start'"):
            on_top_of(part, name)


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


_SLOTS = re.compile(r"\{[a-z]+\}")


def short(node: Node, name: str = "") -> object:
    """The message or wording *node* with nothing but the slots of its texts."""
    match node:
        case Table(entries=entries):
            return {one.key.text: short(one.value, one.key.text) for one in entries}
        case Series(items=items):
            return [short(item) for item in items]
        case Scalar(text=text) if name in SETTINGS:
            return None if text == "null" else text
    return " ".join([f"line-{node.line}", *_SLOTS.findall(getattr(node, "text", ""))])


def written_short(folder: Path) -> Iterator[str]:
    """
    Write every ready policy with short texts into *folder*, and yield its name.

    Texts are nearly all of a policy; how its own file is read shows without them too.
    """
    for part in (FOLDER / "texts").glob("*.yaml"):
        root = parse(part.read_text(encoding="utf-8"), Problems(part.name))
        assert root is not None
        (folder / "texts").mkdir(exist_ok=True)
        value = short(root)
        assert isinstance(value, dict)
        (folder / "texts" / part.name).write_text(json.dumps({**value, "schema": 1}), "utf-8")
    left = list(NAMES)
    while left:
        name = left.pop(0)
        text = text_of(name)
        needed = re.findall(r"\{policy: ([a-z-]+),", text)
        if any(one in left for one in needed):
            left.append(name)
            continue
        for parent in needed:
            text = re.sub(
                rf'policy: {parent}, version: ("[^"]+"), hash: "[^"]+"',
                rf"policy: {parent}.yaml, version: \1, hash: "
                f'"{read_file(folder / f"{parent}.yaml").policy.hash}"',
                text,
            )
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        yield name


class Short(NamedTuple):
    """The file of a policy with short texts, and what it is."""

    file: Path
    hash: str
    cases: int


@pytest.fixture(scope="module")
def shortened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Short]:
    folder = tmp_path_factory.mktemp("short")
    files = {name: folder / f"{name}.yaml" for name in written_short(folder)}
    read = {name: read_file(file) for name, file in files.items()}
    return {name: Short(files[name], one.policy.hash, len(one.cases)) for name, one in read.items()}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([(name, key) for name in NAMES for key in keys(name)]),
    st.integers(0, 63),
    st.sampled_from(string.ascii_lowercase + "_-"),
)
def test_no_misspelt_key_is_ever_ignored(
    shortened: dict[str, Short], at: tuple[str, Scalar], place: int, letter: str
) -> None:
    name, key = at
    place %= len(key.text)
    file = shortened[name].file
    text = file.read_text(encoding="utf-8")
    changed = key.text[:place] + letter + key.text[place + 1 :]
    lines = text.split("\n")
    line, column = lines[key.line - 1], key.column - 1
    if not line[column:].startswith(key.text):  # behind the path of the policy built on
        column = line.index(f"{key.text}:")
    lines[key.line - 1] = line[:column] + changed + line[column + len(key.text) :]
    if changed == key.text:
        return
    try:
        policy = load_text("\n".join(lines), beside=file.parent)
    except PolicyError:
        return
    # Only the name of a message that nothing refers to can change, and then it shows.
    assert changed in policy.messages
    assert policy.hash != shortened[name].hash


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_the_order_of_the_sections_of_a_ready_policy_never_changes_its_hash(
    shortened: dict[str, Short], name: str, random: Random
) -> None:
    file = shortened[name].file
    text = file.read_text(encoding="utf-8")
    root = parse(text, Problems(name))
    assert isinstance(root, Table)
    lines = text.split("\n")
    starts = [entry.key.line - 1 for entry in root.entries]
    blocks = [
        "\n".join(lines[start:stop])
        for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    random.shuffle(blocks)
    shuffled = read_text("\n".join(blocks), beside=file.parent)
    assert shuffled.policy.hash == shortened[name].hash
    assert len(shuffled.cases) == shortened[name].cases


def test_keys_are_looked_for_in_every_part_of_the_file() -> None:
    found = {key.text for key in keys("companion")}
    assert found >= {"schema", "detect", "except", "quoted", "within", "every", "coverage"}
