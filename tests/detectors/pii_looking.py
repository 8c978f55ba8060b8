"""The detector of personal data over its real layers, as one function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from guardrails.detectors.base import Needs, View
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.pipeline import Pipeline
from guardrails.detectors.rampart import rampart
from guardrails.findings import Finding

Look = Callable[[str], tuple[Finding, ...]]


def looking() -> Look:
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
