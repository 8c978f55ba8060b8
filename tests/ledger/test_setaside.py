"""Records about people in need outlive the log that they stood in, and still prove themselves."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from guardrails.cli.main import main
from guardrails.errors import LogReadError, LogWriteError, ProofError
from guardrails.ledger.notary import Signing
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.policies import write_policy
from guardrails.ledger.proof import Proof
from guardrails.ledger.read import read_records
from guardrails.ledger.record import Kind
from guardrails.ledger.setaside import check, expire, is_about_need, set_aside
from guardrails.ledger.store import FileLog
from guardrails.ledger.tree import Tree, leaf_digest
from guardrails.ledger.verdict import Code
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Keep, Logging
from tests.policies import policy

from .auditor import KEY, ORIGIN, OTHER, judge

RECORDS: list[tuple[str, dict[str, Any], bool]] = [
    ("turn_close", {"session": "s_1", "turn": 0, "level": "none"}, False),
    ("turn_close", {"session": "s_1", "turn": 1, "level": "care"}, False),
    ("turn_close", {"session": "s_1", "turn": 2, "level": "concern"}, True),
    ("turn_close", {"session": "s_1", "turn": 3, "level": "imminent"}, True),
    ("decision", {"session": "s_1", "turn": 3, "decision": {"level": "high"}}, True),
    ("decision", {"session": "s_1", "turn": 3, "decision": {"level": "none"}}, False),
    ("decision", {"session": "s_1", "turn": 3, "decision": 7, "level": "high"}, False),
    ("escalation", {"session": "s_1", "turn": 3, "about": "person"}, True),
    ("escalation", {"session": "drill-1", "turn": 0, "about": "drill"}, False),
    ("escalation", {"session": "s_1", "turn": 0, "about": "operator"}, False),
    ("sign_off", {"session": "s_1", "turn": 4}, True),
    ("heartbeat", {"level": "high"}, False),
]


def written(directory: Path, *, signed: bool = True, times: int = 4) -> Path:
    async def run() -> None:
        signing = Signing(KEY, records=3, seconds=3600, pause=0) if signed else None
        log = FileLog(directory, origin=ORIGIN, signing=signing, segment_records=8)
        for kind, body, _ in RECORDS * times:
            await log.append(kind, body)
        log.close()

    asyncio.run(run())
    return directory / ORIGIN


def test_what_tells_of_people_in_need_is_copied_and_each_line_proves_itself(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path / "log")
    told = set_aside(folder, (0, 30), tmp_path / "kept")
    wanted = [
        one.data
        for one in read_records(folder)
        if one.record is not None and one.record["seq"] <= 30 and is_about_need(one.record)
    ]

    assert told.file is not None
    copied = [orjson.loads(line) for line in told.file.read_bytes().splitlines()]
    assert [one["record"].encode() for one in copied] == wanted
    assert told.records == len(wanted) > 5
    assert check(told.file, [KEY.verifier]) == told.records
    with pytest.raises(ProofError, match="not signed by a key"):
        check(told.file, [OTHER.verifier])
    assert judge(tmp_path / "log", KEY.verifier).code is Code.SOUND


def test_which_records_tell_of_need() -> None:
    for kind, body, wanted in RECORDS:
        assert is_about_need({"kind": kind, **body}) is wanted, body


@given(
    kind=st.sampled_from([kind.value for kind in Kind]),
    body=st.dictionaries(
        st.sampled_from(["level", "decision", "about"]),
        st.none() | st.integers() | st.text() | st.lists(st.integers()) | st.dictionaries(
            st.just("level"), st.integers() | st.lists(st.text())
        ),
    ),
)  # fmt: skip
def test_a_record_that_lies_is_no_error(kind: str, body: dict[str, Any]) -> None:
    assert is_about_need({"kind": kind, **body}) in {True, False}


def test_a_copy_that_was_changed_does_not_hold(tmp_path: Path) -> None:
    told = set_aside(written(tmp_path / "log"), (0, 30), tmp_path / "kept")
    assert told.file is not None
    lines = told.file.read_bytes().splitlines()
    first, second = (orjson.loads(line) for line in lines[:2])
    swapped = orjson.dumps({"proof": second["proof"], "record": first["record"]})
    edited = lines[0].replace(b"concern", b"nothing")
    assert edited != lines[0]
    for bad in (swapped, edited, b"{}", b"[]", b"no", b'{"proof":7,"record":"x"}'):
        told.file.write_bytes(b"\n".join([bad, *lines[1:], b""]))
        with pytest.raises(ProofError, match=r"jsonl:1: "):
            check(told.file, [KEY.verifier])


def test_nothing_to_copy_makes_no_file_and_what_cannot_be_proved_is_refused(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path / "log")
    assert set_aside(folder, (0, 1), tmp_path / "kept").file is None
    with pytest.raises(LogReadError, match="no checkpoint covers"):
        set_aside(folder, (0, 5_000), tmp_path / "kept")
    with pytest.raises(LogReadError, match="no checkpoint"):
        set_aside(written(tmp_path / "bare", signed=False), (0, 30), tmp_path / "kept")
    (tmp_path / "full").write_text("a file")
    with pytest.raises(LogWriteError, match="nothing was removed"):
        set_aside(folder, (0, 30), tmp_path / "full")
    with pytest.raises(LogReadError):
        check(tmp_path / "nowhere", [KEY.verifier])


def test_what_does_not_fit_its_proof_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "log")
    for tile in (folder / "tile").rglob("*"):
        if tile.is_file():
            tile.chmod(0o640)
            tile.write_bytes(bytes(tile.stat().st_size))
    with pytest.raises(LogReadError, match="do not fit its checkpoint"):
        set_aside(folder, (0, 30), tmp_path / "kept")

    line = orjson.dumps({"v": 1, "kind": "heartbeat", "seq": 9, "prev": "", "id": "", "boot": ""})
    record = line[:-1] + b',"mono":0,"ts":0}'
    canonical = orjson.dumps(orjson.loads(record), option=orjson.OPT_SORT_KEYS)
    tree = Tree()
    tree.add(leaf_digest(canonical))
    proof = Proof(0, (), Checkpoint.sign(KEY, 1, tree.root()))
    (tmp_path / "moved").write_bytes(
        orjson.dumps({"proof": bytes(proof).decode(), "record": canonical.decode()}) + b"\n"
    )
    with pytest.raises(ProofError, match="another place than its proof"):
        check(tmp_path / "moved", [KEY.verifier])


def test_pruning_copies_first_and_the_copies_hold_without_the_log(tmp_path: Path) -> None:
    written(tmp_path / "log")
    (tmp_path / "key").write_text(f"{KEY.written()}\n")
    run = CliRunner()
    asked = ["log", "prune", str(tmp_path / "log"), "--older-than", "0"]
    told = run.invoke(
        main, [*asked, "--crisis-to", str(tmp_path / "kept"), "--sign", str(tmp_path / "key")]
    )
    [copies] = (tmp_path / "kept").rglob("*.jsonl")
    checked = run.invoke(main, ["log", "check-aside", str(copies), "--key", str(KEY.verifier)])

    assert told.exit_code == 0, told.output
    assert "records about people in need were copied, to" in told.stdout
    assert "were removed" in told.stdout
    assert checked.exit_code == 0, checked.output
    assert "each as the log signed it" in checked.stdout
    wrong = run.invoke(main, ["log", "check-aside", str(copies), "--key", str(OTHER.verifier)])
    assert wrong.exit_code == 1
    assert judge(tmp_path / "log", KEY.verifier).code is Code.SOUND


DAY = 86_400


def kept_by(directory: Path, keep: Keep | None) -> Path:
    """A log whose policy says how long it is kept, with records of long ago."""
    now = 1_000_000_000

    async def run() -> None:
        log = FileLog(
            directory,
            origin=ORIGIN,
            clock=lambda: now * 10**9,
            signing=Signing(KEY, records=3, seconds=3600, pause=0),
            segment_records=8,
        )
        await write_policy(log, sealed(policy(logging=Logging(keep=keep))))
        for kind, body, _ in RECORDS * 2:
            await log.append(kind, body)
        log.close()

    asyncio.run(run())
    return directory


def restarted(directory: Path, keep: Keep) -> None:
    """The service starts again, and puts its policy in force."""

    async def run() -> None:
        signing = Signing(KEY, records=3, seconds=3600, pause=0)
        log = FileLog(directory, origin=ORIGIN, signing=signing)
        await write_policy(log, sealed(policy(logging=Logging(keep=keep))))
        log.close()

    asyncio.run(run())


def prune(directory: Path, *more: str) -> Result:
    secret = directory.parent / "key"
    secret.write_text(f"{KEY.written()}\n")
    asked = ["log", "prune", str(directory), "--sign", str(secret), *more]
    return CliRunner().invoke(main, asked)


def test_a_policy_says_how_long_records_and_copies_are_kept(tmp_path: Path) -> None:
    keep = Keep(400 * DAY, 100_000 * DAY)
    log, aside = kept_by(tmp_path / "log", keep), tmp_path / "kept"
    missing = prune(log, "--by-policy")
    told = prune(log, "--by-policy", "--crisis-to", str(aside))
    restarted(log, keep)
    again = prune(log, "--by-policy", "--crisis-to", str(aside))

    assert missing.exit_code == 2
    assert "--crisis-to" in missing.stderr
    assert told.exit_code == 0, told.output
    assert "were removed" in told.stdout
    assert again.exit_code == 0, again.output
    assert "nothing is old enough" in again.stdout
    assert len(list(aside.rglob("*.jsonl"))) == 1


def test_copies_go_when_the_policy_keeps_them_no_longer(tmp_path: Path) -> None:
    keep = Keep(400 * DAY, 500 * DAY)
    log, aside = kept_by(tmp_path / "log", keep), tmp_path / "kept"
    prune(log, "--by-policy", "--crisis-to", str(aside))
    [copies] = aside.rglob("*.jsonl")
    unknown = prune(log, "--by-policy", "--crisis-to", str(aside))
    restarted(log, keep)
    gone = prune(log, "--by-policy", "--crisis-to", str(aside))

    assert unknown.exit_code == 2  # nothing that is left names the policy
    assert f"{copies}: removed" in gone.stdout.replace("\n", "")
    assert not copies.exists()


def test_copies_that_are_not_old_or_not_ours_stay(tmp_path: Path) -> None:
    told = set_aside(written(tmp_path / "log"), (0, 30), tmp_path / "kept")
    assert told.file is not None
    assert expire(told.file.parent, 1) == []
    assert expire(tmp_path / "nowhere", 1) == []
    told.file.write_text("no record\n")
    with pytest.raises(LogWriteError, match="no record with its proof"):
        expire(told.file.parent, 2**52)
    assert told.file.exists()
    told.file.unlink()
    told.file.mkdir()
    with pytest.raises(LogWriteError):
        expire(told.file.parent, 2**52)


def test_a_policy_that_says_nothing_or_for_ever_removes_nothing(tmp_path: Path) -> None:
    silent = prune(kept_by(tmp_path / "a" / "log", None), "--by-policy")
    for_ever = prune(kept_by(tmp_path / "b" / "log", Keep(None, None)), "--by-policy")
    both = prune(tmp_path / "a" / "log", "--by-policy", "--older-than", "3")
    neither = prune(tmp_path / "a" / "log")

    assert silent.exit_code == 2
    assert "does not say how long" in silent.stderr
    assert (for_ever.exit_code, for_ever.stdout.count("for ever")) == (0, 1)
    assert both.exit_code == neither.exit_code == 2
    assert len(list((tmp_path / "b" / "log" / ORIGIN).glob("seg-*"))) > 2
