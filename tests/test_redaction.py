import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.findings import Span
from guardrails.redaction import Replacement, replace, united


def test_spans_are_replaced_from_any_order() -> None:
    text = "call Ann or Bob"

    made = replace(text, [Replacement(Span(12, 15), "[B]"), Replacement(Span(5, 8), "[A]")])

    assert made == "call [A] or [B]"


def test_overlapping_replacements_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\[1, 3\) overlaps"):
        replace("abcd", [Replacement(Span(0, 2), ""), Replacement(Span(1, 3), "")])


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="leaves the text"):
        replace("ab", [Replacement(Span(1, 3), "")])


def test_overlapping_spans_become_one_under_the_longest_label() -> None:
    spans = [(Span(0, 4), "a"), (Span(2, 9), "b"), (Span(9, 11), "c"), (Span(3, 5), "d")]

    assert united(spans) == ((Span(0, 9), "b"), (Span(9, 11), "c"))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=12))
def test_united_spans_cover_every_character_and_never_overlap(pairs: list[tuple[int, int]]) -> None:
    spans = [(Span(a, a + n), "x") for a, n in pairs]

    made = united(spans)

    covered = {i for span, _ in made for i in range(span.start, span.stop)}
    assert covered == {i for span, _ in spans for i in range(span.start, span.stop)}
    assert all(a.stop <= b.start for (a, _), (b, _) in zip(made, made[1:], strict=False))
