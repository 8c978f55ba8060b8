import io

from hypothesis import given
from hypothesis import strategies as st

from guardrails.cli.reading import LineReader, below


@given(st.lists(st.binary(min_size=1, max_size=6) | st.just(b"a\nb\n"), max_size=8))
def test_lines_are_the_same_however_they_arrive(blocks: list[bytes]) -> None:
    whole = b"".join(blocks)
    arriving = iter(blocks)
    reader = LineReader(lambda _: next(arriving, b""))
    lines = list(iter(reader.readline, b""))
    assert lines == io.BytesIO(whole).readlines()
    assert reader.readline() == b""


def test_a_buffered_file_is_read_below_its_buffer() -> None:
    raw = io.BytesIO(b"one\ntwo")
    assert below(io.BufferedReader(raw)).readline() == b"one\n"
    assert below(io.BytesIO(b"three")).readline() == b"three"
