"""Rules are compiled by themselves when they are first asked for, and once."""

from __future__ import annotations

from types import ModuleType

import pytest
import re2

from guardrails.detectors import claims_other, crisis, dependence, farewell, replies, scope
from guardrails.detectors.rule_set import singly


def test_a_pattern_is_compiled_once_and_found_by_its_id() -> None:
    patterns = singly({"a": "x+", "b": "", "c": "y"})
    assert list(patterns) == ["a", "c"]
    assert len(patterns) == 2
    assert "b" not in patterns
    assert patterns["a"] is patterns["a"]
    assert patterns.get("b") is None
    assert patterns["c"].search(b"xxy").span() == (2, 3)


def test_what_is_no_pattern_is_told_when_it_is_asked_for() -> None:
    with pytest.raises(re2.error):
        singly({"a": "("})["a"]


@pytest.mark.parametrize("detector", [claims_other, crisis, dependence, farewell, replies, scope])
def test_every_rule_and_every_exception_of_it_can_be_compiled(detector: ModuleType) -> None:
    known = detector._compiled()
    rules, inside = known if isinstance(known, tuple) else (known, {})
    assert all(rules.each[at][1] is rules.each[at][1] for at in range(len(rules.each)))
    for patterns in (rules.before, rules.after, inside):
        assert all(patterns[name] is not None for name in patterns)
