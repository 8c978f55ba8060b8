import asyncio
import io
import json
import os
from collections.abc import Mapping
from typing import Any, BinaryIO

import pytest

from guardrails.cli.bulk import Bulk
from guardrails.cli.reading import LineReader, below
from guardrails.context import TurnContext
from guardrails.decisions import Do
from guardrails.errors import InputTooLongError, LogWriteError
from guardrails.inspecting import Inspected
from guardrails.messages import Side


class Inspector:
    """Answers each text in capitals; texts can take their time, or fail."""

    def __init__(self, pauses: Mapping[str, float] | None = None) -> None:
        self._pauses = pauses or {}
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.sessions: list[str] = []
        self.most = 0

    async def __call__(self, text: str, side: Side, context: TurnContext) -> Inspected:
        self.begun.append(text)
        self.sessions.append(context.session_id)
        self.most = max(self.most, len(self.begun) - len(self.ended))
        await asyncio.sleep(self._pauses.get(text, 0))
        self.ended.append(text)
        if text == "too long":
            raise InputTooLongError(9, 8)
        if text == "no disk":
            raise LogWriteError
        return Inspected(Do.PASS, None, (), text.upper(), None, None, escalate=False)


def lines(*rows: Mapping[str, Any] | bytes) -> bytes:
    return b"".join(
        row if isinstance(row, bytes) else json.dumps({"from": "user", **row}).encode() + b"\n"
        for row in rows
    )


async def run(
    source: bytes, inspector: Inspector, *, ahead: int = 16
) -> tuple[bool, list[dict[str, Any]]]:
    sink = io.BytesIO()
    good = await Bulk(inspector, "alone-", ahead).run(
        LineReader(io.BytesIO(source).read), sink, lambda _: None
    )
    return good, [json.loads(line) for line in sink.getvalue().splitlines()]


async def test_results_come_in_the_order_of_the_lines_however_long_each_takes() -> None:
    inspector = Inspector({"a": 0.05, "b": 0.02})
    good, out = await run(lines(*({"id": i, "text": i} for i in "abc")), inspector)
    assert good
    assert [(row["id"], row["text"]) for row in out] == [("a", "A"), ("b", "B"), ("c", "C")]
    assert inspector.ended == ["c", "b", "a"]


async def test_lines_of_one_session_are_taken_in_order_and_others_do_not_wait() -> None:
    inspector = Inspector({"1": 0.05})
    rows = [
        {"text": "1", "session": "s"},
        {"text": "2", "session": "s"},
        {"text": "x", "session": "t"},
        {"text": "3", "session": "s"},
        {"text": "alone"},
    ]
    _, out = await run(lines(*rows), inspector)
    assert [row["text"] for row in out] == ["1", "2", "X", "3", "ALONE"]
    assert [text for text in inspector.begun if text in "123"] == ["1", "2", "3"]
    assert inspector.ended.index("x") < inspector.ended.index("1")
    assert inspector.sessions[0] == "s"
    assert "alone-5" in inspector.sessions


async def test_broken_lines_say_their_number_and_the_rest_goes_on() -> None:
    source = lines({"text": "a"}, b"\n", b"{\n", b"  \r\n", {"text": "too long"}, {"text": "b"})
    good, out = await run(source, Inspector())
    assert not good
    assert [row.get("text") for row in out] == ["A", None, None, "B"]
    assert out[1]["line"] == 3
    assert out[2] == {"line": 5, "error": "a message of 9 characters; this policy takes 8"}


async def test_a_last_line_without_an_end_counts() -> None:
    _, out = await run(lines({"text": "a"}).rstrip(b"\n"), Inspector())
    assert len(out) == 1


async def test_nothing_in_gives_nothing_out() -> None:
    assert await run(b"", Inspector()) == (True, [])


async def test_no_more_than_so_many_lines_are_under_way() -> None:
    inspector = Inspector(dict.fromkeys("abcdefgh", 0.01))
    _, out = await run(lines(*({"text": i} for i in "abcdefgh")), inspector, ahead=3)
    assert len(out) == 8
    assert inspector.most == 3


async def test_a_log_that_cannot_be_written_ends_the_run() -> None:
    inspector = Inspector({"later": 5})
    rows = lines({"text": "a"}, {"text": "no disk"}, {"text": "later"})
    with pytest.raises(LogWriteError):
        await run(rows, inspector)
    assert "later" not in inspector.ended


async def test_a_result_is_there_before_the_next_line_is_written() -> None:
    read_end, write_end = os.pipe()
    answers: asyncio.Queue[bytes] = asyncio.Queue()

    class Sink(io.BytesIO):
        def flush(self) -> None:
            answers.put_nowait(self.getvalue())

    source: BinaryIO
    with open(read_end, "rb") as source, open(write_end, "wb", buffering=0) as keyboard:  # noqa: ASYNC230, PTH123
        run = asyncio.create_task(Bulk(Inspector(), "x").run(below(source), Sink(), lambda _: None))
        for count in (1, 2):
            keyboard.write(lines({"text": "a"}))
            got = await asyncio.wait_for(answers.get(), 5)
            assert got.count(b"\n") == count
        keyboard.close()
        assert await run


async def test_progress_counts_every_byte() -> None:
    source = lines({"text": "a"}, b"\n", b"{\n", {"text": "b"})
    sizes: list[int] = []
    await Bulk(Inspector(), "x").run(below(io.BytesIO(source)), io.BytesIO(), sizes.append)
    assert sum(sizes) == len(source)


async def test_the_question_of_a_line_is_said_first_in_the_same_conversation() -> None:
    inspector = Inspector({})
    good, [row] = await run(
        lines({"text": "Yes.", "from": "model", "question": "Are you well?"}), inspector
    )
    assert (good, row["text"]) == (True, "YES.")
    assert inspector.begun == ["Are you well?", "Yes."]
    assert inspector.sessions == ["alone-1", "alone-1"]
