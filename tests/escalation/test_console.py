import io
from dataclasses import replace

import pytest

from guardrails.errors import ChannelError
from guardrails.escalation.base import Notice
from guardrails.escalation.console import ConsoleChannel
from guardrails.findings import Level

NOTICE = Notice(
    id="d-17",
    session="s1",
    subject="p9",
    level=Level.HIGH,
    rule="crisis.high",
    to="night-desk",
    within=60,
    at=1_790_000_000,
    turn=3,
)


async def test_a_notice_is_one_line_with_all_that_a_helper_needs() -> None:
    stream = io.StringIO()
    await ConsoleChannel(stream).send(NOTICE)
    assert stream.getvalue() == (
        "2026-09-21 14:13:20Z HIGH: a person needs somebody "
        "(session s1, person p9, turn 3, rule crisis.high); "
        "for night-desk, to be taken within 60 s; d-17\n"
    )


async def test_a_notice_of_a_failed_detector_is_for_the_operator() -> None:
    stream = io.StringIO()
    await ConsoleChannel(stream).send(replace(NOTICE, kind="operator", subject=None))
    assert "OPERATOR: a detector failed (session s1, turn 3" in stream.getvalue()


async def test_a_name_cannot_command_the_terminal_or_forge_a_line() -> None:
    stream = io.StringIO()
    await ConsoleChannel(stream).send(replace(NOTICE, session="\x1b[2J\r\n\u202eabc"))
    assert stream.getvalue().isascii()
    assert stream.getvalue().count("\n") == 1
    assert "session ?[2J???abc" in stream.getvalue()


class Full(io.StringIO):
    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("stream", [Full(), None])
async def test_a_stream_that_cannot_be_written_is_a_channel_error(
    stream: io.StringIO | None,
) -> None:
    if stream is None:
        stream = io.StringIO()
        stream.close()
    with pytest.raises(ChannelError, match="console did not take"):
        await ConsoleChannel(stream).send(NOTICE)
