"""Old records that are removed from a database: what is left, who may, and who goes on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import psycopg
import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.errors import (
    ConfigurationError,
    LogLockedError,
    LogReadError,
    LogWriteError,
    ProofError,
    RecordError,
)
from guardrails.ledger.anchors import FileAnchor
from guardrails.ledger.chain import content_hash, leaf
from guardrails.ledger.disk import segments
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.outdated import Pruned
from guardrails.ledger.pace import Signing
from guardrails.ledger.prove import newest_checkpoint, prove
from guardrails.ledger.prune_rows import RowPruning
from guardrails.ledger.pull import pull
from guardrails.ledger.store import FileLog
from guardrails.ledger.tables import SEGMENT
from guardrails.ledger.verdict import Code
from tests.ledger.auditor import judge

from .conftest import KEY, Database

ALL = 2**52  # microseconds: later than every record
DAY = 86_400 * 10**9  # nanoseconds
DAYS, EACH = 5, 8
OLD = DAYS * EACH - EACH  # records of all days but the last
TEXT = "{}"
HASH = content_hash(TEXT.encode())
WORD = "a-word-of-old"


class Calendar:
    """A clock that stands at some days ago."""

    def __init__(self) -> None:
        self.now = time.time_ns() - 10 * DAY

    def __call__(self) -> int:
        self.now += 1000
        return self.now


@pytest.fixture(params=[True, False], ids=["signed", "unsigned"])
def signed(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def written(folder: Path, *, key: bool = True) -> Path:
    """Write a log of five days in files, with a policy on the first one."""
    clock = Calendar()

    async def run() -> None:
        signing = Signing(KEY, records=10, seconds=10**6, pause=0) if key else None
        log = FileLog(folder, clock=clock, signing=signing)
        policy = {"id": "p", "hash": HASH}
        at = (await log.append("policy", {"policy": policy, "text": TEXT})).seq
        for day in range(DAYS):
            about = {"session": f"s_{day}", "policy": {**policy, "at": at}}
            for turn in range(EACH - 2 * (day == 0)):
                await log.append("turn_open", {**about, "turn": turn, "x": f"{WORD}-{day}"})
            clock.now += DAY
        log.close()

    asyncio.run(run())
    return folder / "local"


@pytest.fixture
def aged(database: Database, tmp_path: Path) -> Database:
    database.load(written(tmp_path / "files"))
    return database


def remove(
    database: Database, directory: Path, *, key: bool = True, before: int = ALL, **how: Any
) -> Pruned:
    with closing(RowPruning(database.url("pruner"))) as work:
        signing = Signing(KEY) if key else None
        return work.remove(work.copy(directory), before, signing=signing, **how)


def left(database: Database) -> int:
    [(first,)] = database.rows("SELECT min(seq) FROM candor_log.records")
    return int(first)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_a_copy_has_the_files_that_a_log_in_files_has(aged: Database, tmp_path: Path) -> None:
    ours, theirs = aged.copy(tmp_path / "copy") / "local", tmp_path / "files" / "local"
    assert [number for number, _ in segments(ours)] == [*range(1, DAYS + 1)]
    for number, path in segments(theirs):
        assert dict(segments(ours))[number].read_bytes() == path.read_bytes()


def test_what_is_left_is_sound_to_both_verifiers_and_old_proofs_hold(
    database: Database, tmp_path: Path, signed: bool
) -> None:
    database.load(written(tmp_path / "files", key=signed))
    lines = database.lines()
    before = database.copy(tmp_path / "before") / "local"
    kept = [newest_checkpoint(before)] if signed else []
    proof = prove(before, 3) if signed else None

    told = remove(database, tmp_path / "work", key=signed, reason="law")

    assert (told.segments, told.seqs) == ((1, DAYS - 1), (0, OLD - 1))
    assert left(database) == OLD
    assert not any(WORD.encode() + b"-0" in line for line in database.lines())
    copy = database.copy(tmp_path / "after")
    verdict = judge(copy, *([KEY.verifier] if signed else []), kept=kept)
    assert verdict.code is (Code.SOUND if signed else Code.UNANCHORED)
    assert verdict.logs[0].removed == OLD
    assert (copy / "local" / "removed").read_bytes() == b"".join(
        bytes.fromhex(leaf(line)) for line in lines[:OLD]
    )
    record = orjson.loads(database.lines()[-1])
    assert (record["kind"], record["reason"], record["seqs"]) == ("retain", "law", [0, OLD - 1])
    if proof is not None:
        proof.check(bytes.fromhex(leaf(lines[3])), [KEY.verifier])
        assert prove(copy / "local", 3).holds(bytes.fromhex(leaf(lines[3])))
        [(size,)] = database.rows("SELECT max(size) FROM candor_log.checkpoints")
        assert size == OLD + len(database.lines())  # the removal is signed


def test_it_can_be_done_again_and_again(aged: Database, tmp_path: Path) -> None:
    day = 86_400 * 10**6
    first = int(orjson.loads(aged.lines()[0])["ts"])
    for n in range(1, 4):
        told = remove(aged, tmp_path / f"work-{n}", before=first + n * day)
        assert told.segments == (n, n)
        assert aged.judged(tmp_path / f"copy-{n}", KEY).code is Code.SOUND
    assert remove(aged, tmp_path / "work", before=first + 3 * day).segments is None
    [(rows,)] = aged.rows("SELECT count(*) FROM candor_log.removed")
    assert rows == 3


def test_only_what_is_old_goes_and_never_the_last_segment(
    database: Database, tmp_path: Path
) -> None:
    log = database.log()
    log.close()
    assert remove(database, tmp_path / "work").segments is None
    assert left(database) == 0


async def test_who_writes_and_signs_goes_on_however_far_behind_it_is(
    aged: Database, tmp_path: Path
) -> None:
    """One has seen nothing of what others signed since, one starts after it, one has no key."""
    behind, other = aged.log(each=1000), aged.log(each=3)
    plain = aged.log(None)
    for n in range(20):
        await other.append("heartbeat", {"n": n})
    await asyncio.to_thread(remove, aged, tmp_path / "work")
    later = aged.log(each=3)
    for n in range(8):
        for log in (behind, plain, other, later):
            await log.append("heartbeat", {"n": n})
    for log in (behind, plain, other, later):
        log.close()
    assert aged.judged(tmp_path / "copy", KEY).code is Code.SOUND
    kinds = [orjson.loads(line)["kind"] for line in aged.lines()]
    assert "recovery" not in kinds
    [(size,)] = aged.rows("SELECT max(size) FROM candor_log.checkpoints")
    assert size == left(aged) + len(kinds)


async def test_a_log_without_tiles_is_signed_from_the_hashes_that_are_left(
    aged: Database, tmp_path: Path
) -> None:
    await asyncio.to_thread(remove, aged, tmp_path / "work")
    aged.run("DELETE FROM candor_log.tiles")
    log = aged.log(each=3)
    await log.append("heartbeat", {})
    log.close()
    assert aged.judged(tmp_path / "copy", KEY).code is Code.SOUND


async def test_nothing_is_signed_where_what_nobody_had_signed_was_removed(
    aged: Database, caplog: pytest.LogCaptureFixture
) -> None:
    log = aged.log(each=1000)
    for n in range(5):
        await log.append("heartbeat", {"n": n})
    aged.run(f"DELETE FROM candor_log.records WHERE seq < {OLD + EACH + 2}")
    log.close()
    assert "are not those that were written or signed" in caplog.text


@pytest.mark.parametrize("role", ["gateway", "auditor", "pruner"])
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM candor_log.records",
        "DELETE FROM candor_log.removed",
        "DELETE FROM candor_log.checkpoints",
        "UPDATE candor_log.records SET line = ''",
        "UPDATE candor_log.removed SET hashes = ''",
        "TRUNCATE candor_log.records",
    ],
)
def test_no_role_may_delete_or_change_a_record(aged: Database, role: str, statement: str) -> None:
    before = aged.lines()
    with (
        psycopg.connect(aged.url(role), autocommit=True) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())
    assert aged.lines() == before


@pytest.mark.parametrize("role", ["gateway", "auditor"])
def test_who_writes_and_who_reads_may_not_remove(aged: Database, tmp_path: Path, role: str) -> None:
    keep = "INSERT INTO candor_log.removed VALUES ('local', 1, 0, '')"
    for statement in ("SELECT candor_log.remove('local', 1)", keep):
        with (
            psycopg.connect(aged.url(role), autocommit=True) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute(statement.encode())
    with (
        closing(RowPruning(aged.url(role))) as work,
        pytest.raises(LogWriteError, match="--pruner"),
    ):
        work.remove(work.copy(tmp_path / "work"), ALL, signing=Signing(KEY))
    assert left(aged) == 0


def kept(database: Database, number: int, first: int, stop: int, *, wrong: bool = False) -> str:
    """Return SQL that keeps the hashes of some records as those of a segment."""
    hashes = b"".join(bytes.fromhex(leaf(line)) for line in database.lines()[first:stop])
    told = (hashes if not wrong else hashes[::-1]).hex()
    return f"INSERT INTO candor_log.removed VALUES ('local', {number}, {first}, '\\x{told}')"


def test_the_server_removes_only_what_it_keeps_the_hashes_of_from_the_front(
    aged: Database,
) -> None:
    size = len(aged.lines())
    with psycopg.connect(aged.url("pruner"), autocommit=True) as connection:

        def ask(number: int) -> None:
            connection.execute(b"SELECT candor_log.remove('local', %d)" % number)

        with pytest.raises(psycopg.errors.NoDataFound):
            ask(1)
        connection.execute(kept(aged, 1, 0, 8, wrong=True).encode())
        with pytest.raises(psycopg.errors.RaiseException, match="are not those of its records"):
            ask(1)
        connection.execute(kept(aged, 2, 8, 16).encode())
        with pytest.raises(psycopg.errors.RaiseException, match="before segment 2"):
            ask(2)
        connection.execute(kept(aged, 3, 0, size).encode())
        with pytest.raises(psycopg.errors.RaiseException, match="last record"):
            ask(3)
        connection.execute(kept(aged, 4, 0, 8).encode())
        assert len(aged.lines()) == size
        ask(4)
        ask(4)
    assert len(aged.lines()) == size - 8


def test_one_process_at_a_time_removes_from_a_log(aged: Database) -> None:
    with (
        closing(RowPruning(aged.url("pruner"))),
        pytest.raises(LogLockedError, match="another process"),
    ):
        RowPruning(aged.url("pruner"), "local")
    RowPruning(aged.url("pruner"), "local").close()


@pytest.fixture
def hindered(aged: Database) -> Iterator[Database]:
    aged.run("REVOKE EXECUTE ON FUNCTION candor_log.remove FROM pruner")
    yield aged
    aged.run("GRANT EXECUTE ON FUNCTION candor_log.remove TO pruner")


def test_a_removal_that_was_interrupted_leaves_more_and_is_gone_on_with(
    hindered: Database, tmp_path: Path
) -> None:
    with pytest.raises(LogWriteError, match="InsufficientPrivilege"):
        remove(hindered, tmp_path / "a")
    assert left(hindered) == 0
    verdict = hindered.judged(tmp_path / "b", KEY)
    assert verdict.code is Code.SOUND
    assert any("goes on with it" in flaw.what for flaw in verdict.logs[0].notes)

    hindered.run("GRANT EXECUTE ON FUNCTION candor_log.remove TO pruner")
    with psycopg.connect(hindered.url("pruner"), autocommit=True) as connection:
        connection.execute("SELECT candor_log.remove('local', 1)")
    assert hindered.judged(tmp_path / "c", KEY).code is Code.SOUND  # some of them are gone

    retains = sum(b'"kind":"retain"' in line for line in hindered.lines())
    assert remove(hindered, tmp_path / "d", before=0).segments is None
    assert left(hindered) == OLD
    assert sum(b'"kind":"retain"' in line for line in hindered.lines()) == retains == 1
    assert hindered.judged(tmp_path / "e", KEY).code is Code.SOUND


def test_what_could_not_be_recorded_is_not_removed(aged: Database, tmp_path: Path) -> None:
    aged.run("REVOKE INSERT ON candor_log.records FROM pruner")
    with pytest.raises(LogWriteError):
        remove(aged, tmp_path / "a")
    assert left(aged) == 0
    assert aged.judged(tmp_path / "b", KEY).code is Code.SOUND
    with pytest.raises(RecordError):
        remove(aged, tmp_path / "c", reason="No Code")
    aged.run("GRANT INSERT ON candor_log.records TO pruner")
    assert remove(aged, tmp_path / "d").segments == (1, DAYS - 1)
    assert aged.judged(tmp_path / "e", KEY).code is Code.SOUND


def test_a_log_that_is_not_sound_or_not_signed_with_its_key_stays(
    aged: Database, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError, match="private key"):
        remove(aged, tmp_path / "a", key=False)
    aged.put(5, aged.lines()[6])
    with pytest.raises(LogWriteError, match="not sound"):
        remove(aged, tmp_path / "b")
    assert left(aged) == 0


def test_of_several_logs_one_has_to_be_named(aged: Database) -> None:
    aged.log(None, origin="two").close()
    with pytest.raises(LogReadError, match="--origin"):
        RowPruning(aged.url("pruner"))
    with closing(RowPruning(aged.url("pruner"), "two")) as work:
        assert work.origin == "two"


# copies


def test_a_copy_keeps_what_it_has_unless_it_is_told_to_follow(
    aged: Database, tmp_path: Path
) -> None:
    copy, url = aged.copy(tmp_path / "copy") / "local", aged.url("auditor")
    remove(aged, tmp_path / "work")
    [told] = pull(url, tmp_path / "copy")
    assert (told.records, told.size) == (2, DAYS * EACH + 2)
    assert [number for number, _ in segments(copy)] == [*range(1, DAYS + 2)]
    assert judge(tmp_path / "copy", KEY.verifier).code is Code.SOUND

    pull(url, tmp_path / "copy", prune=True)
    assert [number for number, _ in segments(copy)] == [DAYS, DAYS + 1]
    assert judge(tmp_path / "copy", KEY.verifier).code is Code.SOUND
    fresh = aged.copy(tmp_path / "fresh") / "local"
    for name in ("removed", "checkpoints", *(path.name for _, path in segments(fresh))):
        assert (copy / name).read_bytes() == (fresh / name).read_bytes()

    aged.log().close()
    pull(url, tmp_path / "copy", prune=True)
    assert judge(tmp_path / "copy", KEY.verifier).code is Code.SOUND


def test_a_copy_that_is_cut_otherwise_is_not_shortened(aged: Database, tmp_path: Path) -> None:
    copy = aged.copy(tmp_path / "copy") / "local"
    one, two = (dict(segments(copy))[number] for number in (DAYS - 1, DAYS))
    lines = one.read_bytes().splitlines(keepends=True)
    for path, data in ((one, b"".join(lines[:-1])), (two, lines[-1] + two.read_bytes())):
        path.chmod(0o640)
        path.write_bytes(data)
    remove(aged, tmp_path / "work")
    with pytest.raises(LogWriteError, match="copy anew"):
        pull(aged.url("auditor"), tmp_path / "copy", prune=True)
    assert len(segments(copy)) == DAYS + 1


def test_a_copy_that_is_too_old_to_go_on_says_so(aged: Database, tmp_path: Path) -> None:
    lines = aged.lines()
    for name, size in (("behind", 10), ("forged", 10), ("even", OLD)):
        folder = tmp_path / name / "local"
        folder.mkdir(parents=True)
        taken = [*lines[:size]]
        if name == "forged":
            record = {**orjson.loads(taken[-1]), "turn": 99}
            taken[-1] = orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
        (folder / "seg-000001.jsonl").write_bytes(b"".join(one + b"\n" for one in taken))
    remove(aged, tmp_path / "work")
    url = aged.url("auditor")
    with pytest.raises(ProofError, match="move it away"):
        pull(url, tmp_path / "behind")
    with pytest.raises(ProofError, match="keep the copy"):
        pull(url, tmp_path / "forged")
    assert pull(url, tmp_path / "even")[0].size == DAYS * EACH + 2
    assert judge(tmp_path / "even").code is Code.UNANCHORED


def test_hashes_of_removed_records_that_are_changed_or_taken_away_are_noticed(
    aged: Database, tmp_path: Path
) -> None:
    remove(aged, tmp_path / "work")
    aged.copy(tmp_path / "copy")
    aged.run("UPDATE candor_log.removed SET hashes = sha256('x') || substr(hashes, 33) "
             "WHERE segment = 2")  # fmt: skip
    assert aged.judged(tmp_path / "changed", KEY).code is Code.PROBLEM
    with pytest.raises(ProofError, match="keep the copy"):
        pull(aged.url("auditor"), tmp_path / "copy")
    aged.run("DELETE FROM candor_log.tiles")
    with pytest.raises(LogReadError, match="not those that were written"):
        aged.log()
    aged.run("DELETE FROM candor_log.removed WHERE segment = 2")
    assert aged.judged(tmp_path / "gone", KEY).code is Code.PROBLEM
    aged.run("DELETE FROM candor_log.removed")
    assert aged.judged(tmp_path / "none", KEY).code is Code.PROBLEM


def test_records_that_go_while_they_are_copied_are_told_of(aged: Database, tmp_path: Path) -> None:
    def vanish(_: int) -> None:
        aged.run(f"DELETE FROM candor_log.records WHERE seq < {SEGMENT}")
        aged.run(
            "INSERT INTO candor_log.records VALUES ('local', 70000, 'x') ON CONFLICT DO NOTHING"
        )

    with pytest.raises(LogReadError, match="removed while it was copied"):
        pull(aged.url("auditor"), tmp_path / "copy", progress=vanish)


async def test_the_copy_from_which_checkpoints_are_shown_follows(
    aged: Database, tmp_path: Path
) -> None:
    far = FileAnchor(tmp_path / "far", every=0)
    for _ in range(2):
        log = aged.log(copy=tmp_path / "copy", each=1)
        log.follow("p", None, [far])
        await log.append("heartbeat", {})
        await asyncio.to_thread(log.close)
        numbers = [number for number, _ in segments(tmp_path / "copy" / "local")]
        if numbers[0] == 1:
            await asyncio.to_thread(remove, aged, tmp_path / "work")
    assert numbers == [DAYS + 1]
    assert judge(tmp_path / "copy", KEY.verifier).code is Code.SOUND


# policies


async def test_a_policy_is_kept_that_somebody_may_still_name(
    aged: Database, tmp_path: Path
) -> None:
    """Who recorded it goes on in runs that others have begun since."""
    quiet = aged.log(None)
    aged.log().close()
    await asyncio.to_thread(remove, aged, tmp_path / "work")
    assert left(aged) > 1
    policy = {"id": "p", "hash": HASH, "at": 1}
    await quiet.append("turn_open", {"session": "s", "turn": 0, "policy": policy})
    quiet.close()
    verdict = aged.judged(tmp_path / "copy", KEY)
    assert verdict.code is Code.UNANCHORED  # who signs nothing wrote last
    assert verdict.problems == ()
    files = [path.name for path in (tmp_path / "copy" / "local" / "files").iterdir()]
    assert HASH.removeprefix("sha256:") in files


# the command


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    path.write_text(f"{KEY.written()}\n")
    return path


def test_the_command_says_what_goes_and_removes_it(
    aged: Database, tmp_path: Path, key: Path
) -> None:
    url = aged.url("pruner")
    would = run("log", "prune", url, "--older-than", "7", "--dry-run")
    assert would.exit_code == 0, would.output
    assert "local: segments 1 to 4 would be removed: records 0 to 31" in would.output
    assert left(aged) == 0
    unsigned = run("log", "prune", url, "--older-than", "7")
    assert (unsigned.exit_code, "--sign" in unsigned.output) == (1, True)
    (tmp_path / "wrong").write_text(f"{SigningKey.generate('local').written()}\n")
    wrong = run("log", "prune", url, "--older-than", "7", "--sign", tmp_path / "wrong")
    assert wrong.exit_code == 2
    assert "is not the one with which the log local is signed" in wrong.output
    done = run("log", "prune", url, "--older-than", "7", "--sign", key, "--crisis-to",
               tmp_path / "aside")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "local: segments 1 to 4 were removed" in done.output
    assert "local: 0 records about people in need were copied" in done.output
    assert left(aged) == OLD
    again = run("log", "prune", url, "--older-than", "7", "--sign", key)
    assert "nothing is old enough" in again.output
    verified = run("log", "verify", aged.url("auditor"), "--key", KEY.verifier)
    assert verified.exit_code == 0, verified.output
    assert "32 records before these were removed" in verified.output
    pulled = run("log", "pull", aged.url("auditor"), tmp_path / "copy", "--prune")
    assert pulled.exit_code == 0, pulled.output
    assert run("log", "prune", aged.url("auditor"), "--older-than", "7").exit_code == 0
