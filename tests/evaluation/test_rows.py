import pytest

from guardrails.evaluation.rows import Broken, Labelled, Row, pii_row, read_rows


def test_a_row_has_a_text_its_spans_and_its_groups():
    line = (
        b'{"id": 7, "text": "i am ann", "origin": "anglo", "lang": null,'
        b' "spans": [{"start": 5, "end": 8, "label": "PERSON", "more": 1}]}'
    )
    assert list(read_rows([line, b"\n", b'{"text": "x"}'], pii_row)) == [
        Row("7", "i am ann", (Labelled(5, 8, "PERSON"),), {"origin": "anglo"}),
        Row("3", "x"),
    ]
    assert [row.line for row in read_rows([b"\n", b'{"text": "x"}'], pii_row)] == [2]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "not JSON"),
        (b'"\xff"', "not JSON"),
        (b"[]", "not an object"),
        (b"{}", "'text' must be a string"),
        (b'{"text": 1}', "'text' must be a string"),
        (b'{"text": "secret", "spans": {}}', "'spans' must be a list"),
        (b'{"text": "secret", "spans": [1]}', "a span needs"),
        (b'{"text": "secret", "spans": [{"start": true, "end": 2, "label": "X"}]}', "a span needs"),
        (b'{"text": "secret", "spans": [{"start": 0, "end": 2}]}', "a span needs"),
        (
            b'{"text": "secret", "spans": [{"start": 2, "end": 2, "label": "X"}]}',
            "0 <= start < end",
        ),
        (b'{"text": "secret", "spans": [{"start": 0, "end": 7, "label": "X"}]}', "end <= 6"),
    ],
)
def test_a_broken_line_is_told_by_its_number_and_without_its_words(line, why):
    first, broken = read_rows([b'{"text": "fine"}', line], pii_row)
    assert isinstance(first, Row)
    assert isinstance(broken, Broken)
    assert broken.line == 2
    assert why in broken.why
    assert "secret" not in broken.why
