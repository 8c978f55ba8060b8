"""
Who notices which attack. One section for each row of the table in docs/log-proof.md.

Every log here is judged by both verifiers, which must come to the same exit status.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from guardrails.errors import LogReadError
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.reconcile import reconcile
from guardrails.ledger.store import FileLog
from guardrails.ledger.tiles import Hashes
from guardrails.ledger.tree import consistency
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from guardrails.ledger.witness import Request, Witness

from .auditor import (
    EYE,
    KEY,
    ORIGIN,
    OTHER,
    changed,
    copied,
    judge,
    lines,
    newest,
    put,
    rechained,
    write,
)

PUBLIC = KEY.verifier
COUNT = 300
BOTH_WAYS = "not taken back to an earlier state, or written twice"


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("signed")
    write(directory, COUNT - 1, each=50)
    return directory


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("bare")
    write(directory, 39, key=None)
    return directory


def test_without_an_attack_all_is_sound(signed: Path) -> None:
    assert judge(signed, PUBLIC).code is Code.SOUND
    assert judge(signed).code is Code.UNANCHORED


# edit, delete, swap, insert


def broken(records: list[bytes], at: int) -> Iterator[list[bytes]]:
    other = (at + 7) % len(records)
    swapped = records.copy()
    swapped[at], swapped[other] = swapped[other], swapped[at]
    yield [*records[:at], changed(records[at], turn=9999), *records[at + 1 :]]
    yield records[:at] + records[at + 1 :]
    yield swapped
    yield [*records[:at], changed(records[at], turn=9999), *records[at:]]


def test_the_chain_notices_an_edit_a_removal_a_swap_and_an_insertion(
    bare: Path, tmp_path: Path
) -> None:
    records = lines(bare)
    work = copied(bare, tmp_path / "work", lambda _: None)
    for at in range(len(records) - 1):
        for bad in broken(records, at):
            put(work, bad)
            assert judge(work).code is Code.PROBLEM
    for bad in broken(records, len(records) - 1):
        put(work, bad)
        assert judge(work, head=[f"sha256:{_leaf(records)}"]).code is Code.PROBLEM


@pytest.mark.untraced
def test_checkpoints_notice_it_at_each_position_even_when_the_chain_was_made_anew(
    signed: Path, tmp_path: Path
) -> None:
    records = lines(signed)
    work = copied(signed, tmp_path / "work", lambda _: None)
    reached = 0
    for at in range(1, COUNT):
        for bad in list(broken(records, at))[at % 4 : at % 4 + 1]:
            put(work, rechained(bad))
            assert judge(work, PUBLIC).code is Code.PROBLEM
            reached += 1
    print(f"\nrecords edited, removed, swapped or inserted: {reached}")  # noqa: T201 - told
    assert reached == COUNT - 1


# the same, then all is chained anew


def test_the_chain_alone_does_not_notice_that_all_was_chained_anew(
    bare: Path, tmp_path: Path
) -> None:
    records = lines(bare)
    work = copied(bare, tmp_path / "w", lambda to: put(to, rechained(next(broken(records, 5)))))
    verdict = judge(work)
    assert verdict.code is Code.UNANCHORED
    assert "was not rewritten as a whole" in verdict.not_proven[0]
    assert judge(work, head=[f"sha256:{_leaf(records)}"]).code is Code.PROBLEM


# cut below a checkpoint


@pytest.mark.untraced
def test_a_cut_below_a_checkpoint_is_noticed_at_each_length(signed: Path, tmp_path: Path) -> None:
    records = lines(signed)
    work = copied(signed, tmp_path / "work", lambda _: None)
    for length in range(1, COUNT):
        put(work, records[:length])
        verdict = judge(work, PUBLIC)
        assert verdict.code is Code.PROBLEM
        assert any("the end was cut off" in flaw.what for flaw in verdict.problems)


def test_a_signed_log_of_which_no_record_is_left_is_a_problem_without_any_key(
    signed: Path, tmp_path: Path
) -> None:
    def empty(folder: Path) -> None:
        first, *rest = sorted((folder / ORIGIN).glob("seg-*"))
        first.chmod(0o640)
        first.write_bytes(b"")
        for path in rest:
            path.unlink()

    verdict = judge(copied(signed, tmp_path / "work", empty))

    assert verdict.code is Code.PROBLEM
    assert "only 0 are there" in str(verdict.problems)


# cut or rewritten after the last checkpoint


def uncovered(directory: Path) -> list[str]:
    """Write five records that no checkpoint covers, and return the hashes of their receipts."""

    async def run() -> list[str]:
        log = FileLog(directory, origin=ORIGIN)
        found = [(await log.append("turn_close", {"n": n})).leaf for n in range(4)]
        log.close()
        return found

    return asyncio.run(run())


def test_behind_the_last_checkpoint_only_receipts_tell(signed: Path, tmp_path: Path) -> None:
    work = copied(signed, tmp_path / "work", lambda _: None)
    receipts = uncovered(work)
    verdict = judge(work, PUBLIC)
    assert verdict.code is Code.UNANCHORED
    assert "The last 5 records of web-1" in verdict.not_proven[0]
    assert judge(work, PUBLIC, head=[receipts[-1]]).code is Code.SOUND

    put(work, lines(work)[:-2])
    assert judge(work, PUBLIC).code is Code.UNANCHORED  # not noticed, and said to be not proven
    assert judge(work, PUBLIC, head=[receipts[-1]]).code is Code.PROBLEM


# records and checkpoints are rolled back


@pytest.fixture
def later(signed: Path, tmp_path: Path) -> Path:
    directory = copied(signed, tmp_path / "later", lambda _: None)
    write(directory, 20)
    return directory


def test_an_old_backup_is_noticed_by_who_kept_a_checkpoint(signed: Path, later: Path) -> None:
    kept = newest(later)
    assert judge(later, PUBLIC, kept=[kept]).code is Code.SOUND

    verdict = judge(signed, PUBLIC)  # the backup
    assert verdict.code is Code.SOUND  # not noticed, and said to be not proven
    assert any(BOTH_WAYS in limit for limit in verdict.not_proven)
    assert judge(signed, PUBLIC, kept=[kept]).code is Code.PROBLEM


# written twice, with the real key


def test_a_fork_is_noticed_by_who_kept_a_checkpoint(signed: Path, later: Path) -> None:
    fork = copied(signed, later.parent / "fork", lambda _: None)
    write(fork, 25)
    verdict = judge(fork, PUBLIC)
    assert verdict.code is Code.SOUND  # not noticed, and said to be not proven
    assert any(BOTH_WAYS in limit for limit in verdict.not_proven)
    assert judge(fork, PUBLIC, kept=[newest(signed)]).code is Code.SOUND  # both grew out of it
    assert judge(fork, PUBLIC, kept=[newest(later)]).code is Code.PROBLEM


def test_a_witness_signs_neither_a_fork_nor_an_old_state(
    signed: Path, later: Path, tmp_path: Path
) -> None:
    fork = copied(signed, tmp_path / "fork", lambda _: None)
    write(fork, 25)
    witness = Witness(tmp_path / "seen", EYE, [PUBLIC])

    def ask(directory: Path, old: int, proof_to: int | None = None) -> int:
        checkpoint = newest(directory)
        nodes = Hashes(directory / ORIGIN).nodes
        proof = tuple(consistency(old, checkpoint.size, nodes)) if old <= checkpoint.size else ()
        return witness.add_checkpoint(bytes(Request(old, proof, checkpoint))).status

    size = newest(later).size
    assert ask(signed, 0) == 200
    assert ask(later, newest(signed).size) == 200
    assert ask(fork, newest(signed).size) == 409  # it has seen more since
    assert ask(fork, size) == 422
    assert ask(signed, newest(signed).size) == 409
    assert ask(signed, size) == 400


# another key, and all of the log written anew


def test_a_log_of_another_key_is_noticed_by_who_knows_the_key(tmp_path: Path) -> None:
    write(tmp_path, key=OTHER)
    verdict = judge(tmp_path)
    assert verdict.code is Code.UNANCHORED  # not noticed, and said to be not proven
    assert "was not rewritten as a whole" in verdict.not_proven[0]
    assert judge(tmp_path, PUBLIC).code is Code.PROBLEM


def test_a_log_of_another_name_is_not_the_one_whose_key_is_known(tmp_path: Path) -> None:
    write(tmp_path, key=SigningKey.generate("web-2"), origin="web-2")
    verdict = judge(tmp_path, PUBLIC)
    assert (verdict.code, verdict.absent) == (Code.PROBLEM, ("web-1",))


# all checkpoints are removed


@pytest.mark.parametrize("keys", [(), (PUBLIC,)])
def test_that_all_checkpoints_are_gone_is_a_problem(
    signed: Path, tmp_path: Path, keys: tuple[()]
) -> None:
    def remove(to: Path) -> None:
        for name in ("checkpoint", "checkpoints"):
            (to / ORIGIN / name).unlink()
        shutil.rmtree(to / ORIGIN / "tile")

    verdict = judge(copied(signed, tmp_path / "work", remove), *keys)
    assert verdict.code is Code.PROBLEM
    assert [flaw.what for flaw in verdict.problems] == [
        "there is no checkpoint, though the log is signed: they were removed"
    ]


def test_an_empty_list_of_checkpoints_is_a_problem(signed: Path, tmp_path: Path) -> None:
    work = copied(
        signed, tmp_path / "work", lambda to: (to / ORIGIN / "checkpoints").write_bytes(b"")
    )
    assert judge(work, PUBLIC).code is Code.PROBLEM


def test_without_a_key_nobody_knows_that_a_stripped_log_was_ever_signed(
    signed: Path, tmp_path: Path
) -> None:
    def strip(to: Path) -> None:
        records = lines(to)
        boot = changed(records[0])
        start, _, rest = boot.partition(b'"key":')
        boot = start + rest.partition(b",")[2]
        put(to, rechained([boot, *records[1:]]))
        for name in ("checkpoint", "checkpoints"):
            (to / ORIGIN / name).unlink()
        shutil.rmtree(to / ORIGIN / "tile")

    work = copied(signed, tmp_path / "work", strip)
    assert judge(work).code is Code.UNANCHORED  # not noticed, and said to be not proven
    assert judge(work, PUBLIC).code is Code.PROBLEM


# an attached file is swapped or removed; the text of a policy is changed


def with_policy(directory: Path) -> None:
    async def run() -> None:
        log = FileLog(directory, origin=ORIGIN)
        name = await log.attach(b"{}")
        body = {"policy": {"id": "a", "hash": name}}
        await log.append("policy", {**body, "file": name})
        await log.append("policy", {**body, "text": "{}"})
        await log.append("heartbeat", {})
        log.close()

    asyncio.run(run())


def test_an_attached_file_cannot_be_swapped_or_removed(tmp_path: Path) -> None:
    with_policy(tmp_path)
    [file] = (tmp_path / ORIGIN / "files").iterdir()
    assert judge(tmp_path).code is Code.UNANCHORED
    file.chmod(0o640)
    file.write_bytes(b"[]")
    assert judge(tmp_path).code is Code.PROBLEM
    file.unlink()
    assert judge(tmp_path).code is Code.PROBLEM


def test_the_text_of_a_policy_cannot_be_changed_even_by_who_makes_the_chain_anew(
    tmp_path: Path,
) -> None:
    with_policy(tmp_path)
    records = lines(tmp_path)
    put(tmp_path, rechained([*records[:2], changed(records[2], text="[]"), *records[3:]]))
    verdict = judge(tmp_path)
    assert verdict.code is Code.PROBLEM
    assert [flaw.what for flaw in verdict.problems] == [
        "the text of the policy does not have its hash"
    ]


# a decision was never logged


def test_a_turn_that_was_never_logged_is_noticed_by_who_kept_its_receipt(tmp_path: Path) -> None:
    receipts = write(tmp_path, 5)
    ids = [receipt.id for receipt in receipts]
    assert reconcile(tmp_path, ids).agrees

    verdict = judge(tmp_path, PUBLIC)
    assert verdict.code is Code.SOUND  # not noticed, and said to be not proven
    assert any("That every decision was logged" in limit for limit in verdict.not_proven)
    result = reconcile(tmp_path, [*ids, "01a00000-0000-7000-8000-000000000000"])
    assert result.missing == ("01a00000-0000-7000-8000-000000000000",)


def test_a_turn_that_is_missing_from_its_session_is_noted(tmp_path: Path) -> None:
    async def run() -> None:
        log = FileLog(tmp_path, origin=ORIGIN)
        last = None
        for turn in range(3):
            before = None if last is None else {"origin": ORIGIN, "id": last}
            place = {"session": "s_1", "turn": turn}
            await log.append("turn_open", {**place, "before": before})
            last = (await log.append("turn_close", place)).id
        await log.append("session_close", {"session": "s_1"})
        log.close()

    asyncio.run(run())
    assert not judge(tmp_path).logs[0].notes
    records = lines(tmp_path)
    put(tmp_path, rechained(records[:3] + records[5:]))
    [note] = judge(tmp_path).logs[0].notes
    assert note.what == "the turn before this one in its session is not in this log"


# the clock is set back


def test_a_clock_that_is_set_back_parts_from_the_other_one(tmp_path: Path) -> None:
    now = iter([10**18, 10**18 + 10**9, 10**18 - 3600 * 10**9, 10**18 - 3599 * 10**9])
    ticks = iter([0, 0, *(n * 10**9 for n in range(1, 9))])
    write(tmp_path, 2, clock=lambda: next(now), ticks=lambda: next(ticks))
    verdict = judge(tmp_path, PUBLIC)
    assert verdict.code is Code.SOUND
    [note] = verdict.logs[0].notes
    assert "the wall clock is -3,60" in note.what
    assert any("the writer's own clock" in limit for limit in verdict.not_proven)


# what the writer itself refuses


def test_a_writer_signs_nothing_on_top_of_records_that_were_changed(
    signed: Path, tmp_path: Path
) -> None:
    def change(to: Path) -> None:
        records = lines(to)
        put(to, rechained([*records[:9], changed(records[9], turn=77), *records[10:]]))
        shutil.rmtree(to / ORIGIN / "tile")

    work = copied(signed, tmp_path / "work", change)
    with pytest.raises(LogReadError, match="are not those of the checkpoint over 300"):
        write(work, 1)


def test_a_writer_signs_nothing_after_its_end_was_cut_off(signed: Path, tmp_path: Path) -> None:
    work = copied(signed, tmp_path / "work", lambda to: put(to, lines(to)[:100]))
    with pytest.raises(LogReadError, match="are not those of the checkpoint over 300"):
        write(work, 1)


# links, strangers and copies beside the records


@pytest.mark.parametrize("name", ["seg-000002.jsonl", "tile", "checkpoint", "extra", "seg-1.jsonl"])
def test_a_link_in_a_log_is_a_problem(bare: Path, tmp_path: Path, name: str) -> None:
    work = copied(
        bare, tmp_path / "work", lambda to: (to / ORIGIN / name).symlink_to(tmp_path / "nothing")
    )
    verdict = judge(work)
    assert verdict.code is Code.PROBLEM
    assert any("a link: a log has none" in flaw.what for flaw in verdict.problems)


def test_a_log_that_is_linked_under_another_name_is_a_problem(bare: Path, tmp_path: Path) -> None:
    work = copied(bare, tmp_path / "work", lambda to: (to / "web-2").symlink_to(to / ORIGIN))
    assert judge(work).code is Code.PROBLEM


def test_a_log_that_was_copied_under_a_second_name_is_a_problem(bare: Path, tmp_path: Path) -> None:
    work = copied(bare, tmp_path / "work", lambda to: shutil.copytree(to / ORIGIN, to / "web-2"))
    verdict = judge(work)
    assert verdict.code is Code.PROBLEM
    assert "one of them is a copy" in verdict.outside[0].what


def test_a_log_under_another_name_is_noted(bare: Path, tmp_path: Path) -> None:
    work = copied(bare, tmp_path / "work", lambda to: (to / ORIGIN).rename(to / "web-2"))
    assert [note.what for note in judge(work).logs[0].notes] == [
        "the log that lies here is called web-1"
    ]
    assert not judge(work / "web-2").logs[0].notes  # given by itself, it may lie anywhere


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("seg-000001.jsonl.bak", Code.PROBLEM),
        ("seg-1.jsonl", Code.PROBLEM),
        ("notes.txt", Code.UNANCHORED),
        ("half.draft", Code.UNANCHORED),
    ],
)
def test_a_stranger_beside_the_records_is_told_of(
    bare: Path, tmp_path: Path, name: str, code: Code
) -> None:
    work = copied(bare, tmp_path / "work", lambda to: (to / ORIGIN / name).write_bytes(b"x"))
    verdict = judge(work)
    assert verdict.code is code
    told = [*verdict.problems, *verdict.logs[0].notes]
    assert len(told) == (name != "half.draft")


@pytest.mark.parametrize("name", ["checkpoints", "tile"])
def test_a_name_of_the_log_that_stands_for_something_else_is_a_problem(
    bare: Path, tmp_path: Path, name: str
) -> None:
    def change(to: Path) -> None:
        path = to / ORIGIN / name
        path.write_bytes(b"") if name == "tile" else path.mkdir()

    verdict = verify(copied(bare, tmp_path / "work", change))
    assert verdict.code in {Code.PROBLEM, Code.UNCHECKED}


def _leaf(records: list[bytes]) -> str:
    from guardrails.ledger.chain import leaf

    return leaf(records[-1])
