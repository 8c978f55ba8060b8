"""The labelled messages in other languages that come with the repository."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from guardrails.evaluation.rows import Row, of_split, pii_row, read_rows

DATA = Path(__file__).parents[2] / "benchmarks" / "data" / "pii_languages.jsonl"
LANGS = ("de", "es", "fr", "it", "nl", "pt")


def rows(split: str | None = None) -> list[Row]:
    with DATA.open("rb") as lines:
        read = list(of_split(read_rows(lines, pii_row), split))
    assert all(isinstance(row, Row) for row in read)
    return [row for row in read if isinstance(row, Row)]


def test_every_span_holds_a_value_and_none_overlap():
    for row in rows():
        ordered = sorted(row.spans, key=lambda span: span.start)
        for span in ordered:
            value = row.text[span.start : span.stop]
            assert value == value.strip(), row.id
            assert value[-1:].isalnum() or value[-1:] in ")!", row.id
        assert all(one.stop <= other.start for one, other in pairwise(ordered)), row.id


def test_each_language_has_as_many_messages_and_half_of_each_kind_is_held_out():
    counts = Counter((row.groups["lang"], row.groups["split"], bool(row.spans)) for row in rows())
    assert counts == {
        (lang, split, held): 30 if held else 15
        for lang in LANGS
        for split in ("dev", "test")
        for held in (True, False)
    }


def test_no_message_or_id_stands_twice():
    for value in ("id", "text"):
        assert len({getattr(row, value) for row in rows()}) == len(rows())


def test_only_the_rows_of_a_split_are_read_and_broken_lines_are_told_all_the_same():
    lines = [b'{"text": "a", "split": "test"}', b'{"text": "b"}', b"{"]
    texts = [
        row.text if isinstance(row, Row) else row.why
        for row in of_split(read_rows(lines, pii_row), "test")
    ]
    assert texts == ["a", "not JSON"]
    assert {row.id for row in rows("dev")}.isdisjoint(row.id for row in rows("test"))
