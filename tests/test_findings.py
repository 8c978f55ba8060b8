import pytest

from guardrails.findings import Finding, Span


class Whole(int):
    """An integer of a library's own."""


@pytest.mark.parametrize("score", [0.5, 9000.0, True, "9000", None, Whole(9000), -1, 10_001])
def test_a_score_that_is_no_integer_in_range_is_refused(score: object) -> None:
    with pytest.raises(ValueError, match="score"):
        Finding("pii.email", Span(0, 1), score, "x/1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "stop"), [(0, 1.0), (0.0, 1), (False, True), ("0", "1"), (None, 1), (Whole(0), 1)]
)
def test_a_span_of_anything_but_integers_is_refused(start: object, stop: object) -> None:
    with pytest.raises(ValueError, match="integers"):
        Span(start, stop)  # type: ignore[arg-type]


@pytest.mark.parametrize("span", [(0, 1), None, slice(0, 1)])
def test_a_finding_without_a_span_is_refused(span: object) -> None:
    with pytest.raises(ValueError, match="Span"):
        Finding("pii.email", span, 1, "x/1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "source", ["", "two words", "a" * 121, "é/1", "x\n", "I am Priya", 7, None]
)
def test_a_source_that_could_hold_words_is_refused_and_not_quoted(source: object) -> None:
    with pytest.raises(ValueError, match="source") as caught:
        Finding("pii.email", Span(0, 1), 1, source)  # type: ignore[arg-type]

    assert "Priya" not in str(caught.value)


@pytest.mark.parametrize("source", ["a", "a" * 120, "model:feel@sha256:0a.1-b_c/2+de"])
def test_a_source_names_a_detector_and_its_version(source: str) -> None:
    assert Finding("pii.email", Span(0, 1), 1, source).source == source
