"""Old segments that were removed: what is left of them, and what nobody can take away unseen."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guardrails.cli.main import main
from guardrails.errors import LogReadError, LogWriteError, RecordError
from guardrails.ledger.acts import retain_body
from guardrails.ledger.chain import content_hash, named
from guardrails.ledger.disk import segment_path, segments
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.outdated import Pruned, is_unfinished, plan
from guardrails.ledger.packer import pack_all
from guardrails.ledger.proof import Proof
from guardrails.ledger.prove import find_record, folder_of, origin_of, prove
from guardrails.ledger.prune import prune
from guardrails.ledger.read import read_records
from guardrails.ledger.recovery import find_end
from guardrails.ledger.removed import retain_of
from guardrails.ledger.store import FileLog
from guardrails.ledger.tiles import leaves, removed_leaves
from guardrails.ledger.verdict import Code, Verdict
from guardrails.ledger.verify import verify

from .auditor import KEY, ORIGIN, changed, copied, judge, newest, write

PUBLIC = KEY.verifier
ALL = 2**52  # microseconds: later than every record
TEXT = "{}"
HASH = content_hash(TEXT.encode())


def run(
    directory: Path,
    before: int = ALL,
    *,
    key: SigningKey | None = KEY,
    steps: Callable[[FileLog], Any] | None = None,
    **how: Any,
) -> Pruned:
    """Open the log, do *steps*, remove what is older than *before*, and close it."""

    async def go() -> Pruned:
        signing = None if key is None else Signing(key, records=3, seconds=3600, pause=0)
        log = FileLog(directory, origin=ORIGIN, signing=signing, segment_records=8)
        try:
            if steps is not None:
                await steps(log)
            return await prune(log, before, **how)
        finally:
            log.close()

    return asyncio.run(go())


@pytest.fixture(scope="module")
def pruned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a signed log of which the first two segments were removed."""
    directory = tmp_path_factory.mktemp("pruned")
    write(directory, 20, each=3, segment_records=8)
    assert run(directory).segments == (1, 2)
    return directory


@pytest.fixture
def work(pruned: Path, tmp_path: Path) -> Path:
    return copied(pruned, tmp_path / "work", lambda _: None)


def words(verdict: Verdict) -> str:
    return "\n".join(flaw.what for flaw in verdict.problems)


@pytest.mark.parametrize("key", [KEY, None])
@pytest.mark.parametrize("compressed", [False, True])
def test_what_is_left_of_a_pruned_log_is_sound_and_proofs_of_the_rest_still_hold(
    tmp_path: Path, key: SigningKey | None, compressed: bool
) -> None:
    receipts = write(tmp_path, 300, key=key, each=30, segment_records=8)
    folder = tmp_path / ORIGIN
    kept = newest(tmp_path) if key else None
    proof = bytes(prove(folder, 7)) if key else b""
    leaf = bytes.fromhex(receipts[6].leaf.removeprefix("sha256:"))
    if compressed:
        list(pack_all(folder))

    told = run(tmp_path, key=key, reason="law")

    assert (told.segments, told.seqs) == ((1, 37), (0, 295))
    assert told.size > 0
    assert [number for number, _ in segments(folder)] == [38]
    verdict = judge(tmp_path, *([PUBLIC] if key else []), kept=[kept] if kept else [])
    assert verdict.code is (Code.SOUND if key else Code.UNANCHORED)
    assert (verdict.logs[0].removed, verdict.logs[0].total) == (296, verdict.logs[0].records + 296)
    assert any("their hashes alone are left" in limit for limit in verdict.not_proven)
    assert judge(tmp_path, head=[receipts[0].leaf]).code is Code.UNANCHORED  # it is known still
    assert judge(tmp_path, head=[verdict.logs[0].head]).code is Code.SOUND
    assert list(leaves(folder))[7] == leaf
    assert find_record(folder, receipts[6].leaf)[0] == 7
    with pytest.raises(LogReadError, match="only the hash is known"):
        find_record(folder, receipts[6].id)
    assert find_record(folder, receipts[299].id)[0] == 300
    if key:
        assert prove(folder, 7).holds(leaf)
        Proof.parse(proof).check(leaf, [PUBLIC])
        shutil.rmtree(folder / "tile")
        assert prove(folder, 7).holds(leaf)
    record = [one.record for one in read_records(tmp_path) if one.record][-1]
    assert (record["kind"], record["reason"], record["origin"]) == ("retain", "law", ORIGIN)


def test_a_pruned_log_can_be_pruned_again_and_goes_on(work: Path) -> None:
    for _ in range(3):
        write(work, 20, each=3, segment_records=8)
        assert run(work).segments is not None
        assert judge(work, PUBLIC).code is Code.SOUND
    assert (work / ORIGIN / "removed").stat().st_size == 32 * verify(work).logs[0].removed


def test_a_log_that_was_never_signed_can_be_signed_after_it_was_pruned(tmp_path: Path) -> None:
    write(tmp_path, 40, key=None, segment_records=8)
    run(tmp_path, key=None)
    write(tmp_path, 5, each=3)
    assert judge(tmp_path, PUBLIC).code is Code.SOUND
    assert prove(tmp_path / ORIGIN, 0).checkpoint.size > 40


def test_only_segments_go_all_of_whose_records_are_old(tmp_path: Path) -> None:
    now = [10**18]

    def clock() -> int:
        now[0] += 10**9
        return now[0]

    write(tmp_path, 30, key=None, segment_records=8, clock=clock)
    middle = [one.record["ts"] for one in read_records(tmp_path) if one.record][12]
    folder = tmp_path / ORIGIN

    assert plan(folder, middle) == plan(folder, middle)
    assert plan(folder, middle).segments == (1, 1)
    assert plan(folder, 0) == Pruned()
    assert plan(folder, ALL).segments == (1, 3)  # the last one stays
    assert run(tmp_path, middle, key=None).segments == (1, 1)
    assert run(tmp_path, 0, key=None) == Pruned()


def test_what_is_not_signed_yet_stays(tmp_path: Path) -> None:
    write(tmp_path, 20, each=3, segment_records=8)
    write(tmp_path, 20, key=None, segment_records=8)

    assert run(tmp_path, key=None).segments == (1, 2)

    assert judge(tmp_path).code is Code.UNANCHORED


def test_a_log_that_is_not_sound_is_evidence_and_stays(work: Path) -> None:
    write(work, 20, each=3, segment_records=8)
    path = segments(work / ORIGIN)[0][1]
    whole = path.read_bytes()
    path.chmod(0o640)
    path.write_bytes(whole.replace(b'"turn":19', b'"turn":18', 1))
    with pytest.raises(LogWriteError, match="not sound, and nothing of it is removed"):
        run(work, key=None)
    with pytest.raises(LogReadError, match="cannot read"):
        plan(work / "nowhere", ALL)


async def test_a_log_that_cannot_be_checked_stays(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin=ORIGIN)
    (tmp_path / ORIGIN / "seg-000001.jsonl").unlink()
    (tmp_path / ORIGIN / "seg-000001.jsonl").touch()
    with pytest.raises(LogReadError, match="no record"):
        await prune(log, ALL)
    log.close()


def test_a_reason_that_is_no_code_removes_nothing(tmp_path: Path) -> None:
    write(tmp_path, 20, each=3, segment_records=8)
    with pytest.raises(RecordError):
        run(tmp_path, reason="a sentence about somebody")
    assert segments(tmp_path / ORIGIN)[0][0] == 1
    assert judge(tmp_path, PUBLIC).code is Code.SOUND


# interrupted


def test_a_removal_that_was_interrupted_leaves_more_and_is_gone_on_with(tmp_path: Path) -> None:
    write(tmp_path, 40, each=3, segment_records=8)
    before = copied(tmp_path, tmp_path.with_name("before"), lambda _: None)
    run(tmp_path)
    assert not is_unfinished(tmp_path / ORIGIN)
    for left in (1, 2, 4):  # the crash came before this segment was removed
        for number in range(left, 6):
            source = segment_path(before / ORIGIN, number)
            shutil.copy2(source, segment_path(tmp_path / ORIGIN, number))
        verdict = judge(tmp_path, PUBLIC)
        assert verdict.code is Code.SOUND, verdict.problems
        assert any("candor log prune goes on" in note.what for note in verdict.logs[0].notes)
        assert is_unfinished(tmp_path / ORIGIN)

        run(tmp_path, 0)

        assert segments(tmp_path / ORIGIN)[0][0] == 6
        assert judge(tmp_path, PUBLIC).code is Code.SOUND
    with pytest.raises(LogReadError, match="cannot read"):
        is_unfinished(tmp_path / "nowhere")


def test_leaves_that_an_interrupted_call_wrote_are_written_over(tmp_path: Path) -> None:
    write(tmp_path, 20, each=3, segment_records=8)
    (tmp_path / ORIGIN / "removed").write_bytes(b"x" * 1000)
    assert judge(tmp_path, PUBLIC).code is Code.SOUND
    run(tmp_path)
    assert judge(tmp_path, PUBLIC).code is Code.SOUND
    assert (tmp_path / ORIGIN / "removed").stat().st_size == 16 * 32


async def test_a_segment_that_cannot_be_removed_is_told_of(tmp_path: Path) -> None:
    await asyncio.to_thread(write, tmp_path, 20, key=None, segment_records=8)
    log = FileLog(tmp_path, origin=ORIGIN)
    before = log.folder

    def vanish() -> float:  # between the checks and the record
        (before / "seg-000001.jsonl").unlink()
        (before / "seg-000001.jsonl").mkdir()
        return 1.0

    with pytest.raises(LogWriteError, match="call it again, nothing is lost"):
        await prune(log, ALL, clock=vanish)
    log.close()


# policies and attached files


async def with_policy(log: FileLog) -> None:
    """Record a policy, and turns that name it."""
    receipt = await log.append("policy", {"policy": {"id": "p", "hash": HASH}, "text": TEXT})
    for n in range(20):
        policy = {"id": "p", "hash": HASH, "at": receipt.seq}
        await log.append("turn_open", {"session": "s", "turn": n, "policy": policy})


def test_a_policy_that_later_records_name_is_kept_as_a_file(tmp_path: Path) -> None:
    assert run(tmp_path, steps=with_policy).segments == (1, 2)
    folder = tmp_path / ORIGIN
    assert (folder / "files" / HASH.removeprefix("sha256:")).read_text() == TEXT
    assert judge(tmp_path, PUBLIC).code is Code.SOUND

    async def more(log: FileLog) -> None:
        for _ in range(20):
            await log.append("heartbeat", {})

    run(tmp_path, steps=more)
    run(tmp_path, steps=more)  # the records that name it go, and it goes too
    assert not list((folder / "files").iterdir())
    assert judge(tmp_path, PUBLIC).code is Code.SOUND


def test_the_policy_of_the_run_that_writes_is_kept_although_nothing_names_it(
    tmp_path: Path,
) -> None:
    async def steps(log: FileLog) -> None:
        await with_policy(log)
        for _ in range(20):
            await log.append("heartbeat", {})
        for _ in range(2):
            await prune(log, ALL)
            for n in range(9):
                policy = {"id": "p", "hash": HASH, "at": 1}
                await log.append("turn_open", {"session": "s", "turn": n, "policy": policy})
                await log.append("heartbeat", {})

    run(tmp_path, key=None, steps=steps)
    assert judge(tmp_path).code is Code.UNANCHORED
    assert origin_of(tmp_path / ORIGIN) == ORIGIN
    assert folder_of(tmp_path, ORIGIN) == tmp_path / ORIGIN
    kinds = {one.record["kind"] for one in read_records(tmp_path) if one.record}
    assert kinds <= {"retain", "turn_open", "heartbeat"}


def test_a_kept_policy_that_is_changed_or_missing_is_a_problem(tmp_path: Path) -> None:
    run(tmp_path, steps=with_policy)
    path = tmp_path / ORIGIN / "files" / HASH.removeprefix("sha256:")
    path.chmod(0o640)
    path.write_text("{ }")
    assert "was changed" in words(judge(tmp_path))
    path.unlink()
    assert "is missing" in words(judge(tmp_path))


def test_attached_files_go_with_the_records_that_name_them_but_not_if_attached_again(
    tmp_path: Path,
) -> None:
    names: dict[bytes, str] = {}

    async def attach(log: FileLog) -> None:
        for data in (b"old", b"again", b"named"):
            names[data] = await log.attach(data)
            await log.append("heartbeat", {"file": names[data]})
        for _ in range(9):
            await log.append("heartbeat", {"file": names[b"named"]})

    async def again(log: FileLog) -> None:
        await log.attach(b"again")

    run(tmp_path, 0, steps=attach)
    run(tmp_path, steps=again)
    there = {path.name for path in (tmp_path / ORIGIN / "files").iterdir()}
    assert there == {names[data].removeprefix("sha256:") for data in (b"again", b"named")}
    assert judge(tmp_path, PUBLIC).code is Code.SOUND


# attacks


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data())
def test_both_verifiers_agree_wherever_a_byte_of_a_pruned_and_compressed_log_is_changed(
    pruned: Path, tmp_path: Path, data: st.DataObject
) -> None:
    def more(to: Path) -> None:
        write(to, 9, each=3, segment_records=8)
        list(pack_all(to / ORIGIN))

    source = tmp_path / "source"
    if not source.exists():
        copied(pruned, source, more)
    work = copied(source, tmp_path / "w", lambda _: None)
    files = [path for path in sorted((work / ORIGIN).rglob("*")) if path.is_file()]
    path = data.draw(st.sampled_from([one for one in files if one.stat().st_size]))
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path.chmod(0o640)
    kinds = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole[:at], whole + whole[at:]]
    path.write_bytes(data.draw(st.sampled_from(kinds)))
    code = judge(work, *data.draw(st.sampled_from([(), (PUBLIC,)]))).code
    if path.name == "removed":
        assert code is Code.PROBLEM or path.read_bytes()[: len(whole)] == whole


def test_more_segments_than_were_recorded_cannot_be_missing(work: Path) -> None:
    write(work, 20, each=3, segment_records=8)
    segments(work / ORIGIN)[0][1].unlink()
    assert judge(work).code is Code.PROBLEM


def test_segments_that_are_missing_without_a_word_are_a_problem(tmp_path: Path) -> None:
    write(tmp_path, 20, each=3, segment_records=8)
    segment_path(tmp_path / ORIGIN, 1).unlink()
    told = words(judge(tmp_path))
    assert "the first 8 records, which were removed, are not there" in told
    assert "no retain record says so" in told


def test_a_thief_who_keeps_the_leaves_is_told_by_the_missing_record(tmp_path: Path) -> None:
    write(tmp_path, 20, each=3, segment_records=8)
    stolen = list(leaves(tmp_path / ORIGIN))[:8]
    (tmp_path / ORIGIN / "removed").write_bytes(b"".join(stolen))
    segment_path(tmp_path / ORIGIN, 1).unlink()
    assert words(judge(tmp_path, PUBLIC)) == (
        "segments 1 to 1 are missing, and no retain record says so"
    )


@pytest.mark.parametrize("at", [0, 31, 200, 16 * 32 - 1])
def test_a_changed_hash_of_a_removed_record_is_noticed(work: Path, at: int) -> None:
    path = work / ORIGIN / "removed"
    data = path.read_bytes()
    path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    assert judge(work).code is Code.PROBLEM
    path.write_bytes(data[:at])
    assert judge(work).code is Code.PROBLEM
    path.unlink()
    assert judge(work).code is Code.PROBLEM
    with pytest.raises(LogReadError, match="are not there"):
        list(leaves(work / ORIGIN))


def test_a_hash_that_was_changed_in_an_unsigned_log_is_told_by_the_record(tmp_path: Path) -> None:
    write(tmp_path, 20, key=None, segment_records=8)
    run(tmp_path, key=None)
    path = tmp_path / ORIGIN / "removed"
    path.write_bytes(b"\0" + path.read_bytes()[1:])
    assert "not those that the retain record vouches for" in words(judge(tmp_path))


def last_retain(directory: Path, **new: Any) -> None:
    """Change the last record, which removed segments, and nothing else."""
    path = segments(directory / ORIGIN)[-1][1]
    *lines, last = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([*lines, changed(last, **new), b""]))


@pytest.mark.parametrize(
    "new",
    [
        {"segments": [1, 3]},
        {"segments": [1, 1]},
        {"segments": [1]},
        {"segments": "ab"},
        {"seqs": [0, 14]},
        {"seqs": [0, 16]},
        {"seqs": None},
        {"root": named("0" * 64)},
        {"root": 5},
        {"policies": 5},
        {"kind": "heartbeat"},
    ],
)
def test_a_retain_record_that_does_not_fit_is_a_problem(
    tmp_path: Path, new: dict[str, Any]
) -> None:
    write(tmp_path, 20, key=None, segment_records=8)
    run(tmp_path, key=None)
    assert judge(tmp_path).code is Code.UNANCHORED
    last_retain(tmp_path, **new)
    assert judge(tmp_path).code is Code.PROBLEM


def test_a_policy_that_was_not_kept_is_missed(tmp_path: Path) -> None:
    run(tmp_path, key=None, steps=with_policy)
    last_retain(tmp_path, policies=[])
    assert "policy whose record was removed" in words(judge(tmp_path))


def test_a_pruned_log_whose_first_line_is_none_is_a_problem(work: Path) -> None:
    path = segments(work / ORIGIN)[0][1]
    whole = path.read_bytes()
    path.chmod(0o640)
    path.write_bytes(b"{}\n" + whole)
    assert judge(work).code is Code.PROBLEM
    path.write_bytes(whole.replace(b'"v":1', b'"v":2'))
    assert judge(work).code is Code.UNCHECKED
    path.write_bytes(b"")
    assert judge(work).code is Code.PROBLEM


def test_a_pruned_log_whose_first_segment_cannot_be_decompressed_is_a_problem(work: Path) -> None:
    write(work, 9, each=3, segment_records=8)
    [path, *_] = pack_all(work / ORIGIN)
    path.chmod(0o640)
    path.write_bytes(b"x" + path.read_bytes()[1:])
    assert "is no zstd file; it was read no further" in words(judge(work))


def test_the_rest_of_a_pruned_log_can_be_gone_on_with_if_it_begins_with_a_record(
    tmp_path: Path,
) -> None:
    write(tmp_path, 20, key=None, segment_records=8)
    run(tmp_path, key=None)
    [(number, path)] = segments(tmp_path / ORIGIN)
    assert (number, find_end(tmp_path / ORIGIN).seq) == (3, 23)
    path.write_bytes(b"")
    with pytest.raises(LogReadError, match="begin another with origin="):
        write(tmp_path, 1, key=None)


def test_a_turn_that_began_before_what_is_left_is_not_missed(tmp_path: Path) -> None:
    async def steps(log: FileLog) -> None:
        before: dict[str, str] | None = None
        for n in range(8):
            await log.append("turn_open", {"session": "s", "turn": n, "before": before})
            end = await log.append("turn_close", {"session": "s", "turn": n})
            before = {"origin": ORIGIN, "id": end.id}

    assert run(tmp_path, key=None, steps=steps).segments is not None
    assert not [note for note in judge(tmp_path).logs[0].notes if "turn" in note.what]


def test_a_retain_record_of_an_earlier_version_says_nothing_of_what_is_there() -> None:
    body = retain_body(segments=(1, 1), seqs=(0, 9), reason="age", at=1)
    told = retain_of({"kind": "retain", **orjson.loads(orjson.dumps(body))})
    assert told is not None
    assert (told.last, told.stop, told.root, told.policies) == (1, 10, "", frozenset())


def test_of_nothing_no_leaves_are_left(tmp_path: Path) -> None:
    assert list(removed_leaves(tmp_path, 0)) == []


def test_a_log_without_its_first_segment_is_told_of_without_contradiction(tmp_path: Path) -> None:
    write(tmp_path, 11, segment_records=4)
    (tmp_path / ORIGIN / "seg-000001.jsonl").unlink()
    verdict = judge(tmp_path, KEY.verifier)
    [log] = verdict.logs
    assert (verdict.code, log.lost, verdict.absent) == (Code.PROBLEM, True, ())
    told = CliRunner().invoke(main, ["log", "verify", str(tmp_path), "--key", str(KEY.verifier)])
    removed = tmp_path / ORIGIN / "removed"
    assert f"  problem  {removed}: the hashes of the first 4 records" in told.stdout
    assert "gone   4 records before these, and not as a log removes them" in told.stdout
    for untrue in (f"{removed}: {removed}", f"jsonl: {removed}", "are left", "no log here is"):
        assert untrue not in told.stdout


def test_a_receipt_of_a_removed_record_is_proven_by_its_hash(work: Path, tmp_path: Path) -> None:
    folder = work / ORIGIN
    [leaf, *_] = removed_leaves(folder, 1)
    slip = tmp_path / "slip.json"
    told = {"id": "x", "seq": 0, "leaf": named(leaf.hex()), "origin": ORIGIN}
    slip.write_bytes(orjson.dumps(told))
    done = CliRunner().invoke(main, ["log", "prove", str(work), str(slip)])
    assert (done.exit_code, b"index 0" in done.stdout_bytes) == (0, True), done.output
    slip.write_bytes(orjson.dumps({**told, "seq": 1}))
    refused = CliRunner().invoke(main, ["log", "prove", str(work), str(slip)])
    assert (refused.exit_code, "names record 1" in refused.stderr) == (1, True)
