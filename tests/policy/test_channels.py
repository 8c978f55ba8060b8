"""The ways to reach a human."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guardrails.policy.load import load_text

ProblemsOf = Callable[[str], list[str]]

DESK = "    desk: {kind: console}\n"

WRONG = {
    "no kind": ("    desk: {}\n", "8:11: a channel needs 'kind'"),
    "an unknown kind": (
        "    desk: {kind: beeper}\n",
        "8:18: 'kind' is 'beeper': write console, webhook, slack, pagerduty, email or queue",
    ),
    "a webhook without an address": (
        "    desk: {kind: webhook}\n",
        "8:11: a webhook needs 'url_env', the variable that holds its address",
    ),
    "an address in the file": (
        '    desk: {kind: webhook, url_env: "https://desk.example.org/"}\n',
        (
            "8:36: 'url_env' is 'https://desk.example.org/': "
            "write the name of an environment variable such as DESK_URL, never its content"
        ),
    ),
    "an address of a console": (
        "    desk: {kind: console, url_env: DESK_URL}\n",
        "8:36: 'url_env' goes with kind: webhook or slack or pagerduty or email",
    ),
    "a room without an address": (
        "    desk: {kind: slack}\n",
        "8:11: a slack needs 'url_env', the variable that holds its address",
    ),
    "a pager without a key": (
        "    desk: {kind: pagerduty}\n",
        "8:11: a channel to PagerDuty needs 'secret_env', the variable that holds its routing key",
    ),
    "an e-mail from nobody": (
        "    desk: {kind: email, url_env: A, to_env: B}\n",
        "8:11: an e-mail channel needs 'from_env', the variable that holds its sender",
    ),
    "a private queue": (
        "    desk: {kind: queue, allow_private: true}\n",
        "8:40: 'allow_private' goes with kind: webhook or slack or pagerduty or email",
    ),
    "a channel that is a word": (
        "    desk: console\n",
        "8:11: 'desk' is a single value: write a block of settings",
    ),
    "an unknown next one": (
        "    desk: {kind: console, then: dusk}\n",
        "8:33: no channel 'dusk'. Did you mean 'desk'?",
    ),
    "a circle of one": (
        "    desk: {kind: console, then: desk}\n",
        "8:33: 'then: desk' leads in a circle: a chain has an end",
    ),
    "a circle of two": (
        "    desk: {kind: console, then: mail}\n    mail: {kind: console, then: desk}\n",
        "9:33: 'then: desk' leads in a circle: a chain has an end",
    ),
    "a circle behind a chain": (
        (
            "    desk: {kind: console, then: b}\n    b: {kind: console, then: c}\n"
            "    c: {kind: console, then: b}\n"
        ),
        "10:30: 'then: b' leads in a circle: a chain has an end",
    ),
}


@pytest.mark.parametrize(("lines", "expected"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_channel_is_told_with_its_place(
    lines: str, expected: str, small: str, problems_of: ProblemsOf
) -> None:
    assert DESK in small
    assert problems_of(small.replace(DESK, lines)) == [f"p.yaml:{expected}"]


def test_a_channel_with_a_strange_name_is_refused(small: str, problems_of: ProblemsOf) -> None:
    problems = problems_of(small.replace(DESK, DESK + "    The Boss: {kind: console}\n"))
    assert len(problems) == 1
    assert problems[0].startswith("p.yaml:9:5: 'a channel's name' is 'The Boss': write small")


def test_a_broken_channel_is_told_of_once(small: str, problems_of: ProblemsOf) -> None:
    problems = problems_of(small.replace(DESK, DESK + "    other: off\n"))
    assert problems == ["p.yaml:9:12: 'other' is a single value: write a block of settings"]


def test_a_long_chain_with_an_end_is_taken_whatever_its_order(small: str) -> None:
    links = [f"    c{n}: {{kind: console, then: c{n + 1}}}\n" for n in range(2_000)]
    last = "    c2000: {kind: console, then: desk}\n"
    text = small.replace(DESK, "".join(reversed(links)) + last + DESK)
    assert len(load_text(text).channels) == 2_002
