"""How a log signs itself while it is written."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from guardrails.errors import LogReadError
from guardrails.ledger import notary, store
from guardrails.ledger.checkpoints import read_notes
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.lock import is_written
from guardrails.ledger.notary import Signing
from guardrails.ledger.prove import checkpoints_of, newest_checkpoint, prove, sign_now
from guardrails.ledger.store import FileLog
from guardrails.ledger.tiles import Hashes, leaves, read_tile, tile_path, tree_of
from guardrails.ledger.tree import Tree, includes, inclusion
from guardrails.ledger.verdict import Code

from .auditor import EYE, KEY, ORIGIN, OTHER, SECOND, judge, lines, newest, put, write

PUBLIC = KEY.verifier


def sizes(directory: Path) -> list[int]:
    return [one.size for one in checkpoints_of(directory / ORIGIN)]


async def until(log: FileLog, wanted: int) -> None:
    for _ in range(500):
        if sizes(log.folder.parent)[-1] >= wanted:
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"no checkpoint over {wanted} records: {sizes(log.folder.parent)}")


def test_a_checkpoint_is_signed_after_so_many_records_and_at_the_end(tmp_path: Path) -> None:
    write(tmp_path, 25, each=10)
    assert sizes(tmp_path) == [1, 11, 21, 26]
    assert bytes(newest(tmp_path)) == read_notes(tmp_path / ORIGIN / "checkpoints")[0][-1][1]


async def test_a_checkpoint_is_signed_after_a_while(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin=ORIGIN, signing=Signing(KEY, seconds=0.05, heartbeat=3600))
    await log.append("session_open", {})
    await until(log, 2)
    assert sizes(tmp_path) == [1, 2]
    log.close()
    assert sizes(tmp_path) == [1, 2]  # there was nothing new


async def test_silence_is_recorded_and_signed_too(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin=ORIGIN, signing=Signing(KEY, seconds=0.02, heartbeat=0.05))
    await until(log, 3)
    log.close()
    assert b'"kind":"heartbeat"' in lines(tmp_path)[1]
    assert judge(tmp_path, PUBLIC).code is Code.SOUND


def test_a_checkpoint_is_signed_when_a_segment_is_sealed(tmp_path: Path) -> None:
    write(tmp_path, 9, each=1000, segment_records=4)
    assert sizes(tmp_path) == [1, 5, 9, 10]
    assert judge(tmp_path, PUBLIC).code is Code.SOUND


def test_an_unsigned_log_has_neither_checkpoints_nor_tiles(tmp_path: Path) -> None:
    write(tmp_path, key=None)
    assert sorted(path.name for path in (tmp_path / ORIGIN).iterdir()) == [
        "lock",
        "seg-000001.jsonl",
    ]


def test_the_key_has_the_name_of_the_log(tmp_path: Path) -> None:
    for key in (SigningKey.generate("web-2"), EYE, SigningKey.generate(ORIGIN, EYE.kind)):
        with pytest.raises(ValueError, match="a key of its own name"):
            write(tmp_path, key=key)


@pytest.mark.parametrize("spoil", ["tile", "checkpoint", "torn", "nothing"])
def test_a_log_goes_on_after_a_crash_tore_what_is_not_waited_for(
    tmp_path: Path, spoil: str
) -> None:
    write(tmp_path, 600, each=100)
    folder = tmp_path / ORIGIN
    if spoil == "tile":
        tile_path(folder, 0, 1).write_bytes(b"")
        shutil.rmtree(folder / "tile" / "1")
    elif spoil == "checkpoint":
        (folder / "checkpoint").unlink()
    elif spoil == "torn":
        data = (folder / "checkpoints").read_bytes()
        (folder / "checkpoints").write_bytes(data[:-60])
        assert judge(tmp_path, PUBLIC).code is Code.PROBLEM  # until the writer has mended it
    write(tmp_path, 5)
    verdict = judge(tmp_path, PUBLIC)
    assert (verdict.code, verdict.problems) == (Code.SOUND, ())
    tree = Tree()
    for leaf in leaves(folder):
        tree.add(leaf)
    assert newest(tmp_path).root == tree.root()


def test_a_log_that_was_never_signed_can_be_signed_later(tmp_path: Path) -> None:
    write(tmp_path, 300, key=None)
    one = sign_now(tmp_path / ORIGIN, Signing(KEY))
    assert one.size == 301
    assert judge(tmp_path, PUBLIC).code is Code.SOUND
    assert sign_now(tmp_path / ORIGIN, Signing(KEY)) == one


async def test_where_no_checkpoint_can_be_written_records_still_are(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log = FileLog(
        tmp_path,
        origin=ORIGIN,
        signing=Signing(KEY, records=1, seconds=0.05, heartbeat=3600, pause=0),
    )
    blocked = log.folder / "checkpoints"
    blocked.rename(tmp_path / "aside")
    blocked.mkdir()
    for _ in range(3):
        await log.append("session_open", {})
    blocked.rmdir()
    (tmp_path / "aside").rename(blocked)
    await until(log, 4)
    log.close()

    kinds = [line.split(b'"kind":"')[1].split(b'"')[0] for line in lines(tmp_path)]
    assert kinds.count(b"session_open") == 3
    assert kinds.count(b"recovery") == 1
    assert b'"why":"unsigned"' in b"".join(lines(tmp_path))
    verdict = judge(tmp_path, PUBLIC)
    assert verdict.code is Code.SOUND
    assert any("no checkpoint could be written" in one.what for one in verdict.logs[0].notes)
    [told] = [one.getMessage() for one in caplog.records if one.name == "guardrails.ledger"]
    assert told.startswith("log web-1: what was written is not signed: [Errno 21] Is a directory")


def test_a_checkpoint_of_another_log_is_not_gone_on_from(tmp_path: Path) -> None:
    write(tmp_path / "a", 3, origin="web-2", key=SigningKey.generate("web-2"))
    write(tmp_path / "b", 3)
    shutil.copy(tmp_path / "a" / "web-2" / "checkpoints", tmp_path / "b" / ORIGIN)
    with pytest.raises(LogReadError, match="a checkpoint of another log"):
        write(tmp_path / "b", 3)
    assert judge(tmp_path / "b", PUBLIC).code is Code.PROBLEM


def test_a_note_that_is_no_checkpoint_is_not_gone_on_from(tmp_path: Path) -> None:
    write(tmp_path, 3)
    (tmp_path / ORIGIN / "checkpoints").write_bytes(b"a\n\nb\n\n")
    with pytest.raises(LogReadError, match="checkpoints:1: the note"):
        write(tmp_path, 3)
    assert judge(tmp_path, PUBLIC).code is Code.PROBLEM


@pytest.mark.parametrize("kept", ["all", "row 0", "none", "records"])
def test_a_proof_is_made_from_tiles_or_else_from_records(tmp_path: Path, kept: str) -> None:
    write(tmp_path, 700, each=100)
    folder = tmp_path / ORIGIN
    found = list(leaves(folder))
    if kept == "row 0":
        shutil.rmtree(folder / "tile" / "1")
    elif kept == "none":
        shutil.rmtree(folder / "tile")
    elif kept == "records":
        (folder / "seg-000001.jsonl").unlink()
    for index in (0, 255, 256, 699, 700):
        proof = prove(folder, index)
        proof.check(found[index], [PUBLIC])
    nodes = Hashes(folder).nodes
    for size in (1, 257, 600):
        tree = Tree()
        for leaf in found[:size]:
            tree.add(leaf)
        assert includes(found[0], 0, size, inclusion(0, size, nodes), tree.root())


def test_without_tiles_and_records_there_is_no_proof(tmp_path: Path) -> None:
    write(tmp_path, 9, each=100, segment_records=4)
    folder = tmp_path / ORIGIN
    shutil.rmtree(folder / "tile")
    (folder / "seg-000003.jsonl").unlink()
    with pytest.raises(LogReadError, match="from 8 on are not there"):
        prove(folder, 0)
    (folder / "seg-000001.jsonl").unlink()
    with pytest.raises(LogReadError, match="hashes of the first 4 records"):
        prove(folder, 0)


def test_a_tile_that_was_changed_gives_no_proof_and_is_noted(tmp_path: Path) -> None:
    write(tmp_path, 300)
    tile = tile_path(tmp_path / ORIGIN, 0, 0)
    tile.write_bytes(bytes(8192))
    with pytest.raises(LogReadError, match="its tiles do not fit its checkpoint"):
        prove(tmp_path / ORIGIN, 3)
    [note] = judge(tmp_path, PUBLIC).logs[0].notes
    assert note.what == "the tile does not hold the hashes of the records; proofs fail"
    tile.unlink()
    [note] = judge(tmp_path, PUBLIC).logs[0].notes
    assert "some tiles are missing" in note.what


def test_a_record_that_no_checkpoint_covers_yet_has_no_proof(tmp_path: Path) -> None:
    write(tmp_path, 3)
    with pytest.raises(LogReadError, match="there is no record 4; the log holds 4"):
        prove(tmp_path / ORIGIN, 4)
    write(tmp_path, 1, key=None)
    with pytest.raises(LogReadError, match="record 4 is not covered by a checkpoint yet"):
        prove(tmp_path / ORIGIN, 4)


def test_a_log_without_checkpoints_has_no_newest_one(tmp_path: Path) -> None:
    write(tmp_path, 3, key=None)
    with pytest.raises(LogReadError, match="has no checkpoint"):
        newest_checkpoint(tmp_path / ORIGIN)
    (tmp_path / ORIGIN / "checkpoint").write_bytes(b"x")
    with pytest.raises(LogReadError, match="is no signed note"):
        newest_checkpoint(tmp_path / ORIGIN)


def test_indexes_of_tiles_are_written_as_the_specification_says(tmp_path: Path) -> None:
    # c2sp.org/tlog-tiles: "index 1234067 will be encoded as x001/x234/067"
    assert tile_path(tmp_path, 0, 1234067) == tmp_path / "tile/0/x001/x234/067"
    assert tile_path(tmp_path, 3, 5, 112) == tmp_path / "tile/3/005.p/112"
    assert read_tile(tmp_path, 0, 0, 3) is None
    assert tree_of(tmp_path, 3) is None


async def test_a_log_that_is_being_written_can_be_verified(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin=ORIGIN, signing=Signing(KEY, seconds=3600))
    assert is_written(log.folder)
    await log.append("session_open", {})
    verdict = judge(tmp_path, PUBLIC)
    assert verdict.code is Code.UNANCHORED
    assert "The last 1 records of web-1" in verdict.not_proven[0]

    with (log.folder / "seg-000001.jsonl").open("ab") as file:
        file.write(b'{"half')
    from guardrails.ledger.verify import verify

    verdict = verify(tmp_path, keys=[PUBLIC])
    assert verdict.code is Code.UNANCHORED
    assert "the last 6 bytes are being written now" in verdict.logs[0].notes[0].what
    log.close()
    assert not is_written(log.folder)
    assert verify(tmp_path, keys=[PUBLIC]).code is Code.PROBLEM


def test_several_logs_have_a_key_each(tmp_path: Path) -> None:
    second = SigningKey.generate("web/2")
    write(tmp_path, 3)
    write(tmp_path, 3, key=second, origin="web/2")
    assert judge(tmp_path, PUBLIC, second.verifier).code is Code.SOUND
    assert judge(tmp_path, PUBLIC).code is Code.UNANCHORED


def test_a_log_whose_key_was_changed_is_vouched_for_by_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    second = SigningKey.generate(ORIGIN)
    write(tmp_path, 3)
    with pytest.raises(LogReadError, match=r"is not the one with which .* is signed"):
        write(tmp_path, 3, key=second)
    with monkeypatch.context() as patched:  # as a writer of before did, or somebody else
        for module in (store, notary):
            patched.setattr(module, "check_key", lambda *_: None)
        write(tmp_path, 3, key=second)
    assert judge(tmp_path, PUBLIC, second.verifier).code is Code.SOUND
    assert judge(tmp_path, second.verifier).code is Code.SOUND
    for keys in ((PUBLIC,), ()):
        verdict = judge(tmp_path, *keys)
        assert verdict.code is Code.UNANCHORED
        [note] = [one.what for one in verdict.logs[0].notes if "newest checkpoint" in one.what]
        assert str(second.verifier) in note
    SECOND.verify(tmp_path, [SECOND.Key(str(PUBLIC))], [], [])
    assert "note     the newest checkpoint is by none of the keys" in capsys.readouterr().out
    assert not judge(tmp_path, second.verifier).logs[0].notes


def test_a_key_that_did_not_sign_a_log_changes_nothing_of_it(tmp_path: Path) -> None:
    write(tmp_path, 3)
    path = tmp_path / ORIGIN / "seg-000001.jsonl"
    path.chmod(0o640)
    path.write_bytes(path.read_bytes() + b"torn")
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    for key in (OTHER, SigningKey.generate("web-2")):
        with pytest.raises((LogReadError, ValueError)):
            FileLog(tmp_path, origin=ORIGIN, signing=Signing(key))
        with pytest.raises((LogReadError, ValueError)):
            sign_now(tmp_path / ORIGIN, Signing(key))
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


def test_a_false_signature_is_noticed_without_any_key(tmp_path: Path) -> None:
    write(tmp_path, 3)
    path = tmp_path / ORIGIN / "checkpoint"
    note = path.read_bytes()
    path.write_bytes(note[:-10] + (b"A" if note[-10:-9] != b"A" else b"B") + note[-9:])
    verdict = judge(tmp_path)
    assert verdict.code is Code.PROBLEM
    assert "the signature by web-1 is not that of its key" in verdict.problems[0].what


def test_the_end_of_a_log_can_be_put_back_by_its_owner(tmp_path: Path) -> None:
    write(tmp_path, 3)
    records = lines(tmp_path)
    put(tmp_path, records[:3])
    assert judge(tmp_path, PUBLIC).code is Code.PROBLEM
    put(tmp_path, records)
    assert judge(tmp_path, PUBLIC).code is Code.SOUND


def test_a_checkpoint_that_was_put_back_is_noted_and_never_taken_for_the_newest(
    tmp_path: Path,
) -> None:
    write(tmp_path, 3)
    path = tmp_path / ORIGIN / "checkpoint"
    old = path.read_bytes()
    write(tmp_path, 3)
    new = newest(tmp_path)
    assert not judge(tmp_path, PUBLIC).logs[0].notes

    path.write_bytes(old)
    verdict = judge(tmp_path, PUBLIC)
    [note] = verdict.logs[0].notes
    assert verdict.code is Code.SOUND
    assert (note.file, "covers 4 records, and the newest" in note.what) == (str(path), True)
    assert newest(tmp_path) == new
    path.unlink()
    assert newest(tmp_path) == new
    assert prove(tmp_path / ORIGIN, 7).checkpoint == new


def test_on_a_checkpoint_with_a_false_signature_nothing_is_signed(tmp_path: Path) -> None:
    write(tmp_path, 3)
    path = tmp_path / ORIGIN / "checkpoints"
    data = path.read_bytes()
    path.write_bytes(data[:-20] + (b"A" if data[-20:-19] != b"A" else b"B") + data[-19:])
    with pytest.raises(LogReadError, match=r"is not that of its key: run candor log verify"):
        write(tmp_path, 1)
