from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.models.sse import EventDecoder, EventTooLongError


def decode(*pieces: bytes) -> list[str]:
    decoder = EventDecoder()
    events = [event for piece in pieces for event in decoder.feed(piece)]
    return events + decoder.close()


@pytest.mark.parametrize(
    ("stream", "events"),
    [
        pytest.param(b"data: a\n\ndata: b\n\n", ["a", "b"], id="line feeds"),
        pytest.param(b"data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"], id="CR LF"),
        pytest.param(b"data: a\r\rdata: b\r\r", ["a", "b"], id="CR alone"),
        pytest.param(b": a comment\n\ndata: a\n: another\n\n", ["a"], id="comments"),
        pytest.param(b"event: x\nid: 7\nretry: 3\ndata: a\n\n", ["a"], id="other fields"),
        pytest.param(b"data: a\ndata: b\n\n", ["a\nb"], id="data over two lines"),
        pytest.param(b"data:a\n\ndata:  b\n\n", ["a", " b"], id="one space is dropped, no more"),
        pytest.param(b"data\n\n", [""], id="a field with no colon"),
        pytest.param(b"\xef\xbb\xbfdata: a\n\n", ["a"], id="byte order mark"),
        pytest.param(b"data: a", ["a"], id="the end without a blank line"),
        pytest.param(b"data: a\n\n\n\n\n", ["a"], id="many blank lines"),
        pytest.param(
            "data: \u2028\x85\x0b\n\n".encode(), ["\u2028\x85\x0b"], id="no other line ends"
        ),
        pytest.param(b"data: caf\xc3\n\n", ["caf\ufffd"], id="half a character"),
        pytest.param(b"data: \xff\xfe\n\n", ["\ufffd\ufffd"], id="not UTF-8 at all"),
        pytest.param(b"", [], id="nothing"),
    ],
)
def test_a_stream_of_events_is_read_as_the_standard_says(stream: bytes, events: list[str]) -> None:
    assert decode(stream) == events


@given(st.data())
def test_events_are_the_same_however_the_bytes_are_cut(data: st.DataObject) -> None:
    pieces = st.sampled_from(
        ["data: ", "é", "\U0001f642", "\n", "\r\n", "\r", "a", ":", " ", "data:b\n\n", "\ufeff"]
    )
    stream = "".join(data.draw(st.lists(pieces, max_size=40))).encode()
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=8).map(sorted))
    ends = [0, *cuts, len(stream)]
    assert decode(*(stream[a:b] for a, b in pairwise(ends))) == decode(stream)


def test_a_line_that_does_not_end_is_refused() -> None:
    decoder = EventDecoder(longest=10)
    pieces = (decoder.feed(b"x") for _ in range(20))
    with pytest.raises(EventTooLongError):
        list(pieces)


def test_an_event_that_does_not_end_is_refused() -> None:
    decoder = EventDecoder(longest=10)
    pieces = (decoder.feed(b"data: x\n") for _ in range(20))
    with pytest.raises(EventTooLongError):
        list(pieces)


def test_comments_may_go_on_for_ever() -> None:
    decoder = EventDecoder(longest=10)
    for _ in range(20):
        assert decoder.feed(b": ping\n\n") == []
