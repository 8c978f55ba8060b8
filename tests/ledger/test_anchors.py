"""Checkpoints are shown outside of the log, as often as the policy says, and only if it grew."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest

from guardrails.errors import ConfigurationError, LogReadError, ProofError
from guardrails.gateway.health import WatchedLog
from guardrails.ledger.anchors import FileAnchor, WitnessAnchor
from guardrails.ledger.checkpoints import last_note, read_notes
from guardrails.ledger.dropping import DroppingLog
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.made import anchor_of
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.notary import Signing
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.prove import newest_checkpoint
from guardrails.ledger.read import read_records
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code
from guardrails.ledger.witness import Witness
from guardrails.ledger.witness_http import WitnessServer
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import AnchorSpec, Checkpoints, Logging
from tests.guards import guard, say
from tests.policies import policy

from .auditor import EYE, KEY, ORIGIN, judge, newest, write

SPEC = AnchorSpec("witness", url_env="URL", key_env="EYE")


def signed_log(directory: Path, **how: Any) -> FileLog:
    how = {"seconds": 3600.0, "heartbeat": 3600.0, **how}
    return FileLog(directory, origin=ORIGIN, signing=Signing(KEY, **how))


def sizes(path: Path) -> list[int]:
    return [Checkpoint.parse(data).size for _, data in read_notes(path)[0]]


def recoveries(directory: Path) -> list[dict[str, Any]]:
    records = (one.record for one in read_records(directory))
    return [one for one in records if one is not None and one["kind"] == "recovery"]


async def shown(path: Path, size: int) -> None:
    for _ in range(1000):
        if sizes(path)[-1:] == [size]:
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"no checkpoint over {size} records in {path}")


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    return Witness(tmp_path / "seen", EYE, [KEY.verifier])


def test_a_file_keeps_what_was_signed_and_takes_nothing_twice(tmp_path: Path) -> None:
    anchor = FileAnchor(tmp_path / "far" / "web-1.txt")
    write(tmp_path / "logs", 9)
    anchor.show(tmp_path / "logs" / ORIGIN)
    anchor.show(tmp_path / "logs" / ORIGIN)
    write(tmp_path / "logs", 299)
    assert anchor.show(tmp_path / "logs" / ORIGIN) == newest(tmp_path / "logs")
    assert sizes(anchor.path) == [10, 310]


def test_what_a_file_kept_is_given_to_verify_as_it_is(tmp_path: Path) -> None:
    anchor = FileAnchor(tmp_path / "kept")
    write(tmp_path / "logs", 9)
    anchor.show(tmp_path / "logs" / ORIGIN)
    shutil.copytree(tmp_path / "logs", tmp_path / "old")
    write(tmp_path / "logs", 9)
    anchor.show(tmp_path / "logs" / ORIGIN)
    kept = [Checkpoint.parse(data) for _, data in read_notes(anchor.path)[0]]
    assert judge(tmp_path / "logs", kept=kept).code is Code.SOUND
    assert judge(tmp_path / "old", kept=kept).code is Code.PROBLEM


def test_a_folder_has_a_file_for_each_log(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    other = SigningKey.generate("eu/web-2")
    write(tmp_path / "logs", 3)
    write(tmp_path / "logs", 3, origin="eu/web-2", key=other)
    for origin in (ORIGIN, "eu/web-2"):
        FileAnchor(tmp_path / "far").show(tmp_path / "logs" / origin)
    assert sizes(tmp_path / "far" / "web-1.checkpoints") == [4]
    assert sizes(tmp_path / "far" / "eu" / "web-2.checkpoints") == [4]


def test_a_file_takes_no_log_that_was_taken_back_or_written_twice(tmp_path: Path) -> None:
    anchor = FileAnchor(tmp_path / "kept")
    write(tmp_path / "log", 9)
    shutil.copytree(tmp_path / "log", tmp_path / "old")
    shutil.copytree(tmp_path / "log", tmp_path / "fork")
    write(tmp_path / "log", 9)
    write(tmp_path / "fork", 12)
    anchor.show(tmp_path / "log" / ORIGIN)
    before = anchor.path.read_bytes()
    with pytest.raises(ProofError, match="was taken back"):
        anchor.show(tmp_path / "old" / ORIGIN)
    with pytest.raises(ProofError, match="written twice"):
        anchor.show(tmp_path / "fork" / ORIGIN)
    write(tmp_path / "else", 20, origin="web-2", key=SigningKey.generate("web-2"))
    with pytest.raises(ProofError, match="a file of its own"):
        anchor.show(tmp_path / "else" / "web-2")
    assert anchor.path.read_bytes() == before


def test_half_a_checkpoint_in_the_file_is_cut_off_and_nonsense_is_told(tmp_path: Path) -> None:
    anchor = FileAnchor(tmp_path / "kept")
    write(tmp_path / "log", 9)
    anchor.show(tmp_path / "log" / ORIGIN)
    whole = anchor.path.read_bytes()
    for size in range(1, len(whole)):
        anchor.path.write_bytes(whole + whole[:size])
        assert last_note(anchor.path) == (whole[:-1], size)
    anchor.path.write_bytes(whole + whole[:-2])
    write(tmp_path / "log", 9)
    anchor.show(tmp_path / "log" / ORIGIN)
    assert sizes(anchor.path) == [10, 20]
    assert read_notes(anchor.path)[1] == 0

    anchor.path.write_text("nonsense\n\n— nonsense\n\n")
    with pytest.raises(LogReadError, match="the last note"):
        anchor.show(tmp_path / "log" / ORIGIN)


def test_the_end_of_a_long_file_is_found_without_reading_all_of_it(tmp_path: Path) -> None:
    write(tmp_path / "log", 3)
    note = bytes(newest(tmp_path / "log"))
    path = tmp_path / "kept"
    path.write_bytes((note + b"\n") * 3000)
    assert path.stat().st_size > 256 * 1024
    assert last_note(path) == (note, 0)


async def test_a_log_shows_its_checkpoints_while_it_is_written_and_at_its_end(
    tmp_path: Path,
) -> None:
    log = signed_log(tmp_path, records=5, pause=0)
    far = FileAnchor(tmp_path / "far", every=0)
    log.follow("p", None, [far])
    await shown(far.path, 1)
    for _ in range(5):
        await log.append("session_open", {})
    await shown(far.path, 6)
    await log.append("session_open", {})
    log.close()
    assert sizes(far.path) == [1, 6, 7]


async def test_a_witness_is_asked_by_the_log_itself(tmp_path: Path, server: WitnessServer) -> None:
    log = signed_log(tmp_path / "log")
    log.follow("p", None, [anchor_of(SPEC, {"URL": server.url, "EYE": f"{EYE.verifier}\n"})])
    await log.append("session_open", {})
    log.close()
    verdict = judge(tmp_path / "log", KEY.verifier, EYE.verifier)
    assert (verdict.code, verdict.logs[0].witnessed) == (Code.SOUND, 2)


async def test_that_an_anchor_is_out_of_reach_is_recorded_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log = signed_log(tmp_path / "log", records=1, pause=0)
    far = tmp_path / "far"
    far.write_text("")
    log.follow("p", None, [FileAnchor(far / "web-1.txt", every=0)])  # a file is no folder
    for _ in range(500):
        if recoveries(tmp_path / "log"):
            break
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    far.unlink()
    await shown(far / "web-1.txt", newest_checkpoint(log.folder).size)
    log.close()
    [told] = recoveries(tmp_path / "log")
    assert (told["why"], told["anchor"]) == ("unanchored", "file")
    assert told["error"] in {"EEXIST", "ENOTDIR"}
    [line] = [one.getMessage() for one in caplog.records if one.name == "guardrails.ledger"]
    assert line.startswith("log web-1: the anchor 'file': [Errno ")
    assert any("could not be shown" in one.what for one in judge(tmp_path / "log").logs[0].notes)


async def test_that_a_witness_refuses_is_recorded(tmp_path: Path, server: WitnessServer) -> None:
    stranger = SigningKey.generate(EYE.name, EYE.kind).verifier
    for name, anchor, why in (
        ("a", WitnessAnchor(server.url, stranger, every=0), "refused"),
        ("b", WitnessAnchor("http://127.0.0.1:9", EYE.verifier, every=0, timeout=1), "unreachable"),
    ):
        log = signed_log(tmp_path / name)
        log.follow("p", None, [anchor])
        for _ in range(500):
            if recoveries(tmp_path / name):
                break
            await asyncio.sleep(0.01)
        log.close()
        assert [one["error"] for one in recoveries(tmp_path / name)] == [why]


async def test_of_several_policies_the_one_that_signs_most_often_counts(tmp_path: Path) -> None:
    log = signed_log(tmp_path, records=100, pause=0)

    async def after(count: int) -> int:
        for _ in range(count):
            await log.append("session_open", {})
        await asyncio.sleep(0.05)
        return newest_checkpoint(log.folder).size

    log.follow("a", Checkpoints(3600, 3), [])
    assert await after(3) == 4
    log.follow("b", Checkpoints(3600, 50), [])
    assert await after(3) == 7
    log.follow("a", Checkpoints(3600, 60), [])  # an edit of the policy
    assert await after(49) == 7
    assert await after(1) == 57
    log.follow("a", Checkpoints(1, 60), [])
    await asyncio.sleep(0)
    assert await after(1) in {57, 58}
    log.close()


def logging(**fields: Any) -> Any:
    return sealed(policy(logging=Logging(**fields)))


async def test_a_guard_has_its_log_signed_and_shown_as_the_policy_says(tmp_path: Path) -> None:
    using = logging(
        checkpoint=Checkpoints(3600, 1), anchor=(AnchorSpec("file", path_env="FAR", every=1),)
    )
    log = signed_log(tmp_path / "log", records=1000, pause=0)
    watched = WatchedLog(log, lambda: 0.0, lambda: None)
    far = tmp_path / "far"
    async with guard(using, log=watched, environ={"FAR": str(far)}) as guarded:
        await say(guarded, "Hello.")
        count = len(read_notes(log.folder / "checkpoints")[0])
    log.close()
    assert count > 2
    assert judge(tmp_path / "log", KEY.verifier).code is Code.SOUND
    assert sizes(far)[-1] == newest(tmp_path / "log").size


@pytest.mark.parametrize(
    "fields",
    [{"checkpoint": Checkpoints()}, {"anchor": (AnchorSpec("file", path_env="FAR"),)}],
)
def test_a_log_in_files_without_a_key_is_refused_where_the_policy_wants_it_signed(
    tmp_path: Path, fields: dict[str, Any]
) -> None:
    using = logging(**fields)
    log = FileLog(tmp_path / "a")
    for given in (tmp_path / "b", log, DroppingLog(log, lambda: 0.0)):
        with pytest.raises(ConfigurationError, match="wants its log signed"):
            guard(using, log=given, environ={"FAR": "x"})
    assert not (tmp_path / "b").exists()
    guard(using, log=log, anchors=()).close()
    guard(using, log=MemoryLog()).close()


@pytest.mark.parametrize(
    ("spec", "environ", "told"),
    [
        (SPEC, {"URL": "http://127.0.0.1:9"}, "'witness': EYE not set"),
        (SPEC, {"URL": "x", "EYE": "nonsense"}, r"'witness' \(EYE\): is no key"),
        (SPEC, {"URL": "x", "EYE": str(KEY.verifier)}, "is the key of a log"),
        (AnchorSpec("file", path_env="FAR"), {}, "'file': FAR not set"),
    ],
)
def test_an_anchor_whose_variables_are_not_right_is_told_of(
    spec: AnchorSpec, environ: dict[str, str], told: str
) -> None:
    with pytest.raises(ConfigurationError, match=told):
        anchor_of(spec, environ)


def test_a_log_is_signed_and_shown_as_often_with_no_word_of_a_policy_as_with_an_empty_one(
    tmp_path: Path,
) -> None:
    signing, usual = Signing(KEY), Checkpoints()
    assert (signing.records, signing.seconds) == (usual.records, usual.seconds)
    assert FileAnchor(tmp_path / "shown").every == AnchorSpec("file").every
    assert WitnessAnchor("https://example.org", KEY.verifier).every == AnchorSpec("witness").every
