"""Rules are compiled once, and so is what stands around them when it is asked for."""

from __future__ import annotations

import gc
import re
from types import ModuleType

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors import claims_other, crisis, dependence, farewell, replies, scope
from guardrails.detectors.dependence_rules import SignRule
from guardrails.detectors.rule_set import compiled, rule_set, singly, standing


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
    rules = detector._compiled()
    for at in range(len(rules.each)):
        rule, pattern = rules.each[at]
        assert pattern.search(b"") is None or pattern.search(b"").span() == (0, 0)
        assert rule.patterns
    for patterns in (rules.before, rules.after, rules.inside):
        assert all(patterns[name] is not None for name in patterns)


def test_a_pattern_by_itself_outlives_the_set_that_compiled_it() -> None:
    known = rule_set([SignRule("a", "b", ("x+", "y")), SignRule("c", "d", ("z{2}",))])
    patterns = [known.each[at] for at in range(len(known.each))]
    del known
    gc.collect()

    assert [(rule.id, one.search(b"yxx zz y").span()) for rule, one in patterns] == [
        ("a", (1, 3)),
        ("a", (0, 1)),
        ("c", (4, 6)),
    ]


def test_a_match_stands_unless_its_rule_exempts_what_is_in_or_around_it() -> None:
    rule = SignRule("a", "b", (r"need(?: \w+)? you",), unless_before="not $", unless_after="^ to")
    known = rule_set([rule], {"a": "never"})
    text = "i need you. i do not need you. need you to go. need never you. not. need you. to you"
    found = list(standing(known, text, before=20, after=20, ends=re.compile(r"[.]")))
    assert [(one.start, one.before, one.words, one.after) for one in found] == [
        (2, "i ", "need you", ""),
        (text.rindex("need"), " ", "need you", ""),
    ]
    bare = list(standing(known, text, before=0, after=0))
    assert [one.words for one in bare] == ["need you"] * 4


_PATTERNS = [
    r"\b(?:cannot|could not)[^a-z0-9]{1,3}(?:[^.!?]{0,20} )?sleep\b",
    r"[^\w.]+\W.?[^a-m]\s",
    r"(?i)K[^s]{2,}s|.$",
    "caf\u00e9?",
    "un (?:pu\u00f1ado|punado)|[^\u00e9]x",
]


@given(
    st.sampled_from(_PATTERNS),
    st.text(st.characters(max_codepoint=126), max_size=40)
    | st.lists(
        st.sampled_from(["i cannot", " ", "sleep", ", ", "caf", "un punado", "x", "KaaS"])
    ).map("".join),
)
def test_a_pattern_matches_where_it_would_in_any_encoding(pattern: str, text: str) -> None:
    said = text.encode("ascii")

    assert [one.span() for one in compiled(pattern).finditer(said)] == [
        one.span() for one in re2.compile(pattern.encode()).finditer(said)
    ]
