"""The guide for safety teams names all that the loader takes, and its examples load."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guardrails.policy.events import parse
from guardrails.policy.keys import KEYS, NOT_YET
from guardrails.policy.load import load_text
from guardrails.policy.problems import Problems
from guardrails.policy.vocabulary import (
    CLAIMS,
    NEEDED_MESSAGES,
    NEVER_FICTION,
    OPAQUE_KINDS,
    PII_TYPES,
)

GUIDE = (Path(__file__).parents[2] / "docs" / "policy-files.md").read_text(encoding="utf-8")
TAKEN, _, LATER = GUIDE.partition("## Not yet supported")


def named(word: str, text: str) -> bool:
    """Whether *word* stands in *text* as code."""
    return any(word in re.split(r"[^\w.-]+", code) for code in re.findall(r"`([^`\n]+)`", text))


@pytest.mark.parametrize("key", sorted({key for keys in KEYS.values() for key in keys}))
def test_the_guide_explains_every_key(key: str) -> None:
    assert named(key, TAKEN)


@pytest.mark.parametrize("key", sorted({key for keys in NOT_YET.values() for key in keys}))
def test_the_guide_says_of_every_later_key_that_it_is_not_yet_supported(key: str) -> None:
    assert named(key, LATER)


@pytest.mark.parametrize("name", [*PII_TYPES, *CLAIMS, *OPAQUE_KINDS, *NEEDED_MESSAGES])
def test_the_guide_names_every_word_of_the_closed_lists(name: str) -> None:
    assert named(name, TAKEN)


def test_the_guide_says_what_role_play_never_excuses() -> None:
    line = next(line for line in GUIDE.splitlines() if "mode: roleplay" in line)
    assert all(named(claim, line) for claim in NEVER_FICTION)


def test_a_word_that_the_guide_does_not_hold_is_noticed() -> None:
    assert not named("banana", GUIDE)


def test_no_setting_is_both_taken_and_not_yet_supported() -> None:
    for kind, later in NOT_YET.items():
        assert not set(later) & set(KEYS[kind])


def test_the_examples_of_the_guide_are_read() -> None:
    examples = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert len(examples) == 9
    assert load_text(examples[0]).id == "smallest"
    for example in examples[1:]:
        problems = Problems("guide")
        assert parse(example, problems) is not None
        assert not problems
