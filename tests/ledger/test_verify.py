from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guardrails.ledger.chain import content_hash, leaf, named
from guardrails.ledger.draft import draft
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.scribe import Scribe
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import NOTES_MAX, PROBLEMS_MAX, Code, Verdict
from guardrails.ledger.verify import verify

if TYPE_CHECKING:
    from .conftest import WriteLog

NAME = "seg-000001.jsonl"


async def _small_log() -> list[bytes]:
    log = MemoryLog("local")
    await log.append("session_open", {"session": "s_1"})
    await log.append("turn_open", {"session": "s_1", "turn": 0})
    await log.append("decision", {"session": "s_1", "turn": 0, "decision": {"do": "pass"}})
    await log.append("turn_close", {"session": "s_1", "turn": 0, "end": "done"})
    return log.lines


LINES = asyncio.run(_small_log())
DATA = b"".join(line + b"\n" for line in LINES)
HEAD = named(leaf(LINES[-1]))
LAST = len(DATA) - len(LINES[-1]) - 1
"""Offset of the last record."""


@contextmanager
def log_of(*segments: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "local"
        folder.mkdir()
        for number, data in enumerate(segments, start=1):
            (folder / f"seg-{number:06d}.jsonl").write_bytes(data)
        yield Path(name)


def judged(*segments: bytes, head: str | tuple[str, ...] = ()) -> Verdict:
    with log_of(*segments) as directory:
        return verify(directory, head=head)


def lines_of(*bodies: tuple[str, dict[str, Any]], **how: Any) -> bytes:
    """Return a log whose records are chained rightly, whatever they say."""
    scribe = Scribe("local", **how)
    records = [("boot", {"origin": "local"}), *bodies]
    return b"".join(scribe.write(draft(kind, body))[0] + b"\n" for kind, body in records)


def test_a_sound_log_without_an_anchor_is_called_unanchored() -> None:
    verdict = judged(DATA)

    assert verdict.code is Code.UNANCHORED
    (log,) = verdict.logs
    assert (log.origin, log.records, log.segments, log.head) == ("local", 5, 1, HEAD)
    assert log.kinds == {
        "boot": 1,
        "decision": 1,
        "session_open": 1,
        "turn_close": 1,
        "turn_open": 1,
    }
    assert 0 < log.first <= log.last
    assert (verdict.problems, log.notes, log.unchecked) == ((), (), "")
    assert "last record was not changed" in verdict.not_proven[0]
    assert len(verdict.not_proven) == 4


def test_a_log_whose_head_is_known_is_sound() -> None:
    verdict = judged(DATA, head=HEAD)

    assert verdict.code is Code.SOUND
    assert len(verdict.not_proven) == 3


def test_a_hash_known_from_earlier_anchors_what_came_before_it() -> None:
    verdict = judged(DATA, head=named(leaf(LINES[2])))

    assert verdict.code is Code.UNANCHORED
    assert verdict.logs[0].anchored == 3
    assert verdict.not_proven[0].startswith("The last 2 records of local")


def test_a_hash_that_no_record_has_is_a_problem() -> None:
    other = named("0" * 64)

    verdict = judged(DATA, head=(HEAD, other))

    assert verdict.code is Code.PROBLEM
    assert verdict.strangers == (other,)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, LAST - 1), st.integers(1, 255))
@example(LAST - 1, ord("\n") ^ ord(" "))
def test_any_edit_of_one_byte_before_the_last_record_is_noticed(at: int, flip: int) -> None:
    changed = bytearray(DATA)
    changed[at] ^= flip

    assert judged(bytes(changed)).code is Code.PROBLEM


def test_one_edit_at_each_byte_before_the_last_record_is_noticed() -> None:
    with log_of(DATA) as directory:
        path = directory / "local" / NAME
        for at in range(LAST):
            changed = bytearray(DATA)
            changed[at] ^= 1
            path.write_bytes(changed)

            assert verify(directory).code is Code.PROBLEM, at


@settings(max_examples=200, deadline=None)
@given(st.integers(LAST, len(DATA) - 1), st.integers(1, 255))
def test_any_edit_of_one_byte_in_the_last_record_is_noticed_by_who_knows_the_head(
    at: int, flip: int
) -> None:
    changed = bytearray(DATA)
    changed[at] ^= flip

    assert judged(bytes(changed), head=HEAD).code is Code.PROBLEM


def test_an_edit_of_the_last_record_cannot_be_seen_without_the_head() -> None:
    # The documented limit: only somebody who knows the head from elsewhere can see it.
    changed = DATA.replace(b'"end":"done"', b'"end":"gone"')

    assert changed != DATA
    assert judged(changed).code is Code.UNANCHORED
    assert judged(changed, head=HEAD).code is Code.PROBLEM


@settings(deadline=None)
@given(st.integers(0, len(LINES) - 2))
def test_a_dropped_line_is_noticed(at: int) -> None:
    kept = LINES[:at] + LINES[at + 1 :]

    assert judged(b"".join(line + b"\n" for line in kept)).code is Code.PROBLEM


def test_a_dropped_last_line_is_noticed_by_who_knows_the_head() -> None:
    kept = b"".join(line + b"\n" for line in LINES[:-1])

    assert judged(kept).code is Code.UNANCHORED
    assert judged(kept, head=HEAD).code is Code.PROBLEM


@settings(deadline=None)
@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES)))
def test_a_repeated_line_is_noticed(which: int, at: int) -> None:
    more = [*LINES[:at], LINES[which], *LINES[at:]]

    assert judged(b"".join(line + b"\n" for line in more)).code is Code.PROBLEM


@settings(deadline=None)
@given(st.permutations(range(len(LINES))))
def test_lines_in_another_order_are_noticed(order: list[int]) -> None:
    verdict = judged(b"".join(LINES[at] + b"\n" for at in order))

    assert (verdict.code is Code.PROBLEM) == (order != sorted(order))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param(b"", "is not JSON", id="an empty line"),
        pytest.param(b"{}", "lacks boot", id="no record"),
        pytest.param(b"x" * 70_000, "70,001 bytes", id="an overlong line"),
    ],
)
def test_a_foreign_line_is_named_by_file_and_line(line: bytes, what: str) -> None:
    data = LINES[0] + b"\n" + line + b"\n" + b"".join(one + b"\n" for one in LINES[1:])

    problem = judged(data).problems[0]

    assert problem.line == 2
    assert problem.file.endswith(f"local/{NAME}")
    assert what in problem.what
    assert str(problem) == f"{problem.file}:2: {problem.what}"


def test_a_torn_tail_is_reported_and_left_alone() -> None:
    with log_of(DATA + b'{"half') as directory:
        verdict = verify(directory)

        assert verdict.code is Code.PROBLEM
        assert "last 6 bytes" in verdict.problems[0].what
        assert verdict.logs[0].head == HEAD
        assert (directory / "local" / NAME).read_bytes() == DATA + b'{"half'


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from("abc"), st.integers() | st.text(), max_size=2)),
    st.integers(1, 4),
    st.booleans(),
)
def test_whatever_was_appended_verifies(
    bodies: list[dict[str, Any]], segment_records: int, twice: bool
) -> None:
    async def run(directory: Path) -> None:
        log = FileLog(directory, segment_records=segment_records)
        await asyncio.gather(
            *(log.append("heartbeat", body) for body in bodies), return_exceptions=True
        )
        log.close()

    with tempfile.TemporaryDirectory() as name:
        for _ in range(1 + twice):
            asyncio.run(run(Path(name)))
        verdict = verify(name)

    assert verdict.code is Code.UNANCHORED, verdict.problems


def test_segments_are_read_as_one_log() -> None:
    parts = [line + b"\n" for line in LINES]

    assert judged(parts[0] + parts[1], b"".join(parts[2:]), head=HEAD).code is Code.SOUND
    assert judged(*parts, b"").code is Code.UNANCHORED


@pytest.mark.parametrize(
    ("segments", "what"),
    [
        ([LINES[0] + b"\n", b"", b"".join(one + b"\n" for one in LINES[1:])], "empty segment"),
        ([LINES[0], b"".join(one + b"\n" for one in LINES[1:])], "has no end"),
    ],
)
def test_a_segment_in_the_middle_is_whole(segments: list[bytes], what: str) -> None:
    verdict = judged(*segments)

    assert verdict.code is Code.PROBLEM
    assert what in verdict.problems[0].what


def test_a_missing_segment_is_named() -> None:
    with log_of(*(line + b"\n" for line in LINES)) as directory:
        (directory / "local" / "seg-000002.jsonl").unlink()

        verdict = verify(directory)

    assert verdict.code is Code.PROBLEM
    assert str(verdict.problems[0]).endswith("seg-000003.jsonl: segment 2 is missing")


def test_several_logs_are_each_checked(tmp_path: Path, write_log: WriteLog) -> None:
    for origin in ("web-1", "web-2", "acme/web-3"):
        write_log(tmp_path, 2, origin=origin)

    verdict = verify(tmp_path)
    heads = [log.head for log in verdict.logs]

    assert [log.origin for log in verdict.logs] == ["acme/web-3", "web-1", "web-2"]
    assert verdict.code is Code.UNANCHORED
    assert verify(tmp_path, head=heads[:2]).code is Code.UNANCHORED  # one is left
    assert verify(tmp_path, head=heads).code is Code.SOUND
    assert verify(tmp_path / "web-1", head=heads[1]).code is Code.SOUND
    (tmp_path / "web-2" / NAME).write_bytes(b"x\n")
    assert verify(tmp_path).code is Code.PROBLEM


def test_where_there_is_no_log_nothing_can_be_checked(tmp_path: Path) -> None:
    for directory in (tmp_path, tmp_path / "nowhere"):
        verdict = verify(directory)

        assert verdict.code is Code.UNCHECKED
        assert str(directory) in verdict.unchecked


def test_a_log_without_a_record_is_not_called_sound() -> None:
    assert judged(b"").code is Code.UNCHECKED


def test_a_log_that_cannot_be_read_is_not_called_sound(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()

    verdict = verify(tmp_path)

    assert verdict.code is Code.UNCHECKED
    assert NAME in verdict.logs[0].unchecked


def test_a_known_hash_that_is_none_cannot_be_checked() -> None:
    assert judged(DATA, head="abc").code is Code.UNCHECKED


def test_progress_counts_every_byte() -> None:
    sizes: list[int] = []
    with log_of(DATA) as directory:
        verify(directory, progress=sizes.append)

    assert sum(sizes) == len(DATA)


def test_a_run_begins_with_its_boot_record() -> None:
    scribe = Scribe("local")
    line = scribe.write(draft("heartbeat", {}))[0]

    assert "does not begin with a boot record" in str(judged(line + b"\n").problems)


def test_a_run_has_one_boot_record() -> None:
    data = lines_of(("boot", {"origin": "local"}))

    assert "a second boot record" in str(judged(data).problems)


def test_a_run_of_another_log_does_not_belong_here() -> None:
    scribe = Scribe("local")
    first = scribe.write(draft("boot", {"origin": "local"}))
    other = Scribe("other", seq=1, prev=first[1].leaf.removeprefix("sha256:"))
    second = other.write(draft("boot", {"origin": "other"}))

    verdict = judged(first[0] + b"\n" + second[0] + b"\n")

    assert "a boot record of another log" in str(verdict.problems)


def test_the_monotonic_clock_cannot_go_back() -> None:
    ticks = iter([0, 9_000_000, 5_000_000])
    data = lines_of(("heartbeat", {}), ticks=lambda: next(ticks), clock=lambda: 0)

    assert "the monotonic clock goes back" in str(judged(data).problems)


@pytest.mark.parametrize(("leap", "noted"), [(-3600, True), (60, True), (1, False)])
def test_a_leap_of_the_wall_clock_is_noted_once(leap: int, noted: bool) -> None:
    second = 1_000_000_000
    times = iter([10_000 * second, *[(10_000 + leap) * second] * 3])
    data = lines_of(*[("heartbeat", {})] * 3, clock=lambda: next(times), ticks=lambda: 0)

    verdict = judged(data)

    assert verdict.code is Code.UNANCHORED  # a set clock is no tampering
    notes = [flaw.what for flaw in verdict.logs[0].notes]
    assert notes == ([f"the wall clock is {leap:+,}.0 s off since this run began"] * noted)


def test_a_turn_that_was_never_closed_is_noted() -> None:
    turn = {"session": "s_1", "turn": 4}
    data = lines_of(("turn_open", turn), ("turn_open", {**turn, "turn": 5}), ("turn_close", turn))

    (note,) = judged(data).logs[0].notes

    assert note.line == 3
    assert "turn 5 of its session was opened here" in note.what


def test_attached_files_are_checked_against_their_names(tmp_path: Path) -> None:
    async def run() -> FileLog:
        log = FileLog(tmp_path)
        for text in (b"one", b"two"):
            await log.append("retain", {"file": await log.attach(text)})
        await log.append("retain", {"file": await log.attach(b"one")})
        await log.attach(b"of nobody")
        log.close()
        return log

    files = asyncio.run(run()).folder / "files"
    one, two, spare = (
        files / content_hash(text).removeprefix("sha256:")
        for text in (b"one", b"two", b"of nobody")
    )
    verdict = verify(tmp_path)
    assert verdict.code is Code.UNANCHORED
    assert [(note.file, note.line) for note in verdict.logs[0].notes] == [(str(spare), 0)]

    (files / "half.draft").write_bytes(b"a crash left this")
    assert verify(tmp_path).code is Code.UNANCHORED
    for path in (one, spare):
        path.chmod(0o640)
        path.write_bytes(b"other")
    two.unlink()
    (files / "stray").write_bytes(b"what is this")

    problems = [problem.what for problem in verify(tmp_path).problems]
    assert problems[0] == f"the attached file {one.name} was changed"
    assert problems[1] == f"the attached file {two.name} is missing"
    assert problems[2:] == ["this file does not have the content that it is named by"] * 2


TEXT = '{"id":"kind"}'
POLICY = {"policy": {"id": "kind", "hash": content_hash(TEXT.encode())}, "text": TEXT}
NAMES = {"policy": {"id": "kind", "hash": POLICY["policy"]["hash"], "at": 1}}  # type: ignore[index]


def test_decisions_name_a_policy_that_was_recorded() -> None:
    decided = ("decision", NAMES)

    assert judged(lines_of(("policy", POLICY), decided)).code is Code.UNANCHORED
    before = judged(lines_of(decided, ("policy", POLICY)))
    assert "not recorded before it" in str(before.problems)
    other = ("decision", {"policy": {**NAMES["policy"], "hash": content_hash(b"")}})
    assert "not recorded before it" in str(judged(lines_of(("policy", POLICY), other)).problems)
    nothing = ("decision", {"policy": {"at": "?"}})
    assert "not recorded before it" in str(judged(lines_of(("policy", POLICY), nothing)).problems)


@pytest.mark.parametrize(
    "policy",
    [
        {**POLICY, "text": TEXT + " "},
        {"policy": POLICY["policy"]},
        {"policy": {"id": "kind"}},
        {"text": TEXT},
    ],
)
def test_a_policy_has_the_hash_that_it_says(policy: dict[str, Any]) -> None:
    verdict = judged(lines_of(("policy", policy)))

    assert "does not have its hash" in str(verdict.problems)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"why": "torn-tail", "cut": {"len": 1234}}, "1,234 bytes"),
        ({"why": "write-failed", "cut": {"len": 7}}, "7 bytes"),
        ({"why": "late", "seqs": [[1, 2]]}, "given up"),
        ({"why": "lost", "records": 3}, "3 records"),
        ({"why": "damage", "strange": 1}, "out of place"),
    ],
)
def test_what_the_writer_owned_up_to_is_noted(body: dict[str, Any], words: str) -> None:
    verdict = judged(lines_of(("recovery", body)))

    assert verdict.code is Code.UNANCHORED
    assert words in verdict.logs[0].notes[0].what


def test_thousands_of_problems_are_counted_and_not_all_listed() -> None:
    opened = [("turn_open", {"session": "s", "turn": n}) for n in range(NOTES_MAX + 5)]
    (log,) = judged(lines_of(*opened) + b"?\n" * (PROBLEMS_MAX + 5)).logs

    assert log.problem_count == PROBLEMS_MAX + 5
    assert len(log.problems) == PROBLEMS_MAX
    assert len(log.notes) == NOTES_MAX


def test_ten_lines_of_python_can_check_the_chain(tmp_path: Path, write_log: WriteLog) -> None:
    import hashlib

    path = write_log(tmp_path, 20) / NAME
    prev = "0" * 64
    for seq, line in enumerate(path.read_bytes().splitlines()):
        record = json.loads(line)
        assert (record["seq"], record["prev"]) == (seq, prev)
        prev = hashlib.sha256(b"\x00" + line).hexdigest()

    assert verify(tmp_path, head=f"sha256:{prev}").code is Code.SOUND
    shutil.rmtree(tmp_path / "local")
    assert verify(tmp_path).code is Code.UNCHECKED
