"""What is kept of a text comes back as it was, whatever was found in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.bench import Looked
from guardrails.decisions import MaskWith
from guardrails.detectors.base import Report, State
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.heard import Heard, Spoken, packed, unpacked
from guardrails.masks import Mask

SPANS = st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda p: Span(p[0], sum(p)))
FINDINGS = st.builds(
    Finding,
    st.sampled_from(["pii.email", "crisis.suicide", "claim.emotion"]),
    SPANS,
    st.integers(0, 10_000),
    st.sampled_from(["rules/1", "model/2"]),
    st.frozensets(st.sampled_from(list(Mark))),
)
REPORTS = st.builds(
    Report,
    st.sampled_from(["rules/1", "model/2"]),
    st.sampled_from(list(Family)),
    st.sampled_from(list(State)),
    st.just(()),
    st.sampled_from(["", "timeout", "names in Cyrillic script"]),
    st.integers(0, 10**9),
)
LOOKS = st.builds(
    Looked,
    st.tuples(st.integers(0, 9), st.integers(10, 99)),
    st.booleans(),
    st.lists(FINDINGS, max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(list(Family)), st.sampled_from(["decided", "failed"])),
    st.lists(REPORTS, max_size=3).map(tuple),
)
MASKS = st.builds(
    Mask, st.integers(0, 9), st.integers(10, 99), st.just("email"), st.sampled_from(list(MaskWith))
)
HEARD = st.builds(
    Heard,
    st.lists(LOOKS, max_size=3).map(tuple),
    st.lists(MASKS, max_size=3).map(tuple),
    st.binary(max_size=32),
)


@given(HEARD)
def test_what_was_heard_comes_back_as_it_was(heard: Heard) -> None:
    again = unpacked(packed(heard))

    assert again == heard
    assert isinstance(again, Heard)
    assert again.complete is heard.complete
    assert unpacked(packed(heard), looks=False) == Heard((), heard.masks, heard.after)


@given(st.text())
def test_what_was_spoken_comes_back_as_it_was(text: str) -> None:
    assert unpacked(packed(Spoken(text))) == Spoken(text)


@pytest.mark.parametrize(
    "value", [None, b"", b"h", b"h[]", b"hnull", b"x", b"s\xff", b'h["",[],[1]]']
)
def test_what_cannot_be_read_counts_as_new(value: bytes | None) -> None:
    assert unpacked(value) is None
