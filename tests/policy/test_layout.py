"""One layout, every comment kept, and the same policy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.policy.layout import laid_out
from guardrails.policy.load import load_text, read_text
from guardrails.policy.ready import find, ready

MIXED = """\
# The policy of the house.

# Texts first: somebody liked that.
messages:
  help:
    en-GB: >-
      Please call somebody.


      {resources}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: 'Too
    long.'}


# Who is in need.
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}  # kept
  # A last word on crisis.
escalation: {channels: {desk: {kind: console}}}
schema: 1
policy: {id: small}
locales: [en-GB]
# The end.
"""  # noqa: E501
MIXED = MIXED.replace("# Who is in need.", "# Who is in need.   ")

LAID = """\
# The policy of the house.

schema: 1

policy: {id: small}

locales: [en-GB]
# The end.

# Who is in need.
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}  # kept
  # A last word on crisis.

escalation: {channels: {desk: {kind: console}}}

# Texts first: somebody liked that.
messages:
  help:
    en-GB: >-
      Please call somebody.


      {resources}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: 'Too
    long.'}
"""  # noqa: E501


def test_sections_are_put_in_order_with_their_comments() -> None:
    assert laid_out(MIXED) == LAID


def test_what_is_laid_out_stays_as_it_is() -> None:
    assert laid_out(LAID) == LAID


def test_the_policy_is_the_same() -> None:
    assert load_text(laid_out(MIXED)).hash == load_text(MIXED).hash


@pytest.mark.parametrize("name", ready())
def test_a_ready_policy_is_laid_out(name: str) -> None:
    text = find(name).read_text(encoding="utf-8")
    assert laid_out(text) == text


@given(st.data())
def test_whatever_the_order_and_the_space_it_is_the_same_policy_and_stable(
    data: st.DataObject,
) -> None:
    parts = LAID.split("\n\n")
    # The text over several lines holds blank lines, and stays in one piece.
    whole = [*parts[:6], "\n\n".join(parts[6:])]
    order = data.draw(st.permutations(whole))
    gap = "\n" * data.draw(st.integers(1, 4))
    text = gap.join(part.rstrip("\n") for part in order) + "\n"
    new = laid_out(text)
    assert laid_out(new) == new
    assert read_text(new).policy.hash == load_text(LAID).hash
    assert sorted(line for line in new.splitlines() if "#" in line) == sorted(
        line for line in text.splitlines() if "#" in line
    )


def test_windows_line_ends_become_those_of_everybody_else() -> None:
    assert laid_out(LAID.replace("\n", "\r\n")) == LAID


def test_a_text_without_sections_is_left_alone() -> None:
    assert laid_out("# nothing\n") == "# nothing\n"
