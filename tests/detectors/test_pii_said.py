"""Sentences of our own, as people write them to a service desk: what is found, what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from guardrails.detectors.base import Needs, View
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.pipeline import Pipeline
from guardrails.detectors.rampart import rampart
from guardrails.findings import Finding

from .pii_said import HOLDS, HOLDS_NOTHING, said

MISSED = {"its [okonkwo], o k o n k w o"}
"""Known misses: a rare name by itself, in small letters."""

Look = Callable[[str], tuple[Finding, ...]]


@pytest.fixture(scope="module")
def look() -> Look:
    read, names = Pipeline(frozenset(), ("US", "GB"), frozenset()), rampart()()
    detector = PiiDetector()

    def look(text: str) -> tuple[Finding, ...]:
        made, named = read(text, Needs.ENTITIES), names(text, Needs.NAMES)
        reading = replace(made, names=named.names, made=made.made | named.made)
        return detector.look(replace(View.whole(text), reading=reading))

    return look


def left(text: str, ranges: list[tuple[int, int]], found: tuple[Finding, ...]) -> list[str]:
    """Return the values of which a letter or digit is left."""
    hidden = {at for each in found for at in range(each.span.start, each.span.stop)}
    return [
        text[start:stop]
        for start, stop in ranges
        if any(text[at].isalnum() and at not in hidden for at in range(start, stop))
    ]


@pytest.mark.parametrize("line", HOLDS)
def test_every_value_in_a_sentence_is_covered(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert bool(left(text, ranges, look(text))) is (line in MISSED)


@pytest.mark.parametrize("text", HOLDS_NOTHING)
def test_a_sentence_without_anybodys_data_is_left_alone(look: Look, text: str) -> None:
    assert [text[each.span.start : each.span.stop] for each in look(text)] == []
