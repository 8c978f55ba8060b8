"""A log goes on under another key: both verifiers follow the old key's word, and no other's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guardrails.cli.main import main
from guardrails.errors import LogLockedError, ProofError
from guardrails.ledger.disk import CHECKPOINT, CHECKPOINTS
from guardrails.ledger.keys import LOG, SigningKey, VerifierKey
from guardrails.ledger.lock import Lock
from guardrails.ledger.note import Checkpoint, Note, Signature
from guardrails.ledger.prove import newest_checkpoint
from guardrails.ledger.rotate import rotate
from guardrails.ledger.verdict import Code

from .auditor import EYE, KEY, ORIGIN, OTHER, judge, write

THIRD = SigningKey(ORIGIN, LOG, bytes(range(3, 35)))
OLD, NEW = KEY.verifier, OTHER.verifier


def notes(folder: Path) -> list[bytes]:
    blocks = (folder / CHECKPOINTS).read_bytes().split(b"\n\n")[:-1]
    return [b"%b\n\n%b\n" % pair for pair in zip(blocks[::2], blocks[1::2], strict=True)]


def put(folder: Path, all_of: list[bytes]) -> None:
    (folder / CHECKPOINTS).write_bytes(b"".join(one + b"\n" for one in all_of))
    (folder / CHECKPOINT).write_bytes(all_of[-1])


@pytest.fixture(scope="module")
def rotated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("rotated")
    write(directory, 5, each=3)
    rotate(directory / ORIGIN, KEY, NEW)
    write(directory, 5, each=3, key=OTHER)
    return directory


@pytest.fixture
def work(rotated: Path, tmp_path: Path) -> Path:
    shutil.copytree(rotated, tmp_path / "work")
    return tmp_path / "work"


def test_either_key_alone_verifies_the_whole_log(rotated: Path) -> None:
    for keys in ((OLD,), (NEW,), (OLD, NEW)):
        assert judge(rotated, *keys).code is Code.SOUND
    assert judge(rotated).code is Code.UNANCHORED
    assert judge(rotated, THIRD.verifier).code is Code.PROBLEM
    for keys in ((OLD,), (NEW,), ()):
        assert not judge(rotated, *keys).logs[0].notes


def test_keys_follow_one_another(work: Path) -> None:
    rotate(work / ORIGIN, OTHER, THIRD.verifier)
    write(work, 3, each=2, key=THIRD)
    for key in (KEY, OTHER, THIRD):
        assert judge(work, key.verifier).code is Code.SOUND


def test_a_key_that_was_replaced_signs_no_more(work: Path) -> None:
    last = newest_checkpoint(work / ORIGIN)
    stolen = bytes(Checkpoint.sign(KEY, last.size, last.root))
    put(work / ORIGIN, [stolen, *notes(work / ORIGIN)])  # wherever it stands in the file
    assert judge(work, OLD).code is Code.PROBLEM
    assert judge(work).code is Code.PROBLEM


def test_without_the_old_keys_word_the_new_one_vouches_for_nothing(work: Path) -> None:
    kept = [one for one in notes(work / ORIGIN) if b"next-key" not in one]
    assert len(kept) < len(notes(work / ORIGIN))
    put(work / ORIGIN, kept)
    assert judge(work, OLD).code is Code.UNANCHORED
    assert any("newest checkpoint is by another" in one.what for one in judge(work).logs[0].notes)
    assert judge(work, NEW).code is Code.SOUND


@pytest.mark.parametrize("by", [OTHER, THIRD, EYE])
def test_nobody_else_names_a_successor(by: SigningKey, tmp_path: Path) -> None:
    write(tmp_path, 5, each=3)
    folder = tmp_path / ORIGIN
    last = newest_checkpoint(folder)
    text = Checkpoint.sign(KEY, last.size, last.root, successor=NEW).note.text
    forged = Note(text, (Signature(by.name, by.verifier.id, by.sign(text, 7)),))
    put(folder, [*notes(folder), bytes(forged)])
    write(tmp_path, 5, each=3, key=OTHER)
    assert judge(tmp_path, OLD).code is Code.UNANCHORED
    assert judge(tmp_path, OLD, EYE.verifier).code is Code.UNANCHORED


def test_a_word_that_was_changed_or_is_of_another_log_is_a_problem(
    work: Path, tmp_path: Path
) -> None:
    genuine = notes(work / ORIGIN)
    put(work / ORIGIN, [one.replace(str(NEW).encode(), str(OLD).encode()) for one in genuine])
    assert judge(work, OLD).code is Code.PROBLEM

    last = newest_checkpoint(work / ORIGIN)
    elsewhere = SigningKey("web-2", LOG, bytes(32)).verifier
    for strange in (elsewhere, VerifierKey(ORIGIN, EYE.kind, bytes(32))):
        named = Checkpoint.sign(OTHER, last.size, last.root, successor=strange)
        put(work / ORIGIN, [*genuine, bytes(named)])
        assert judge(work, NEW).code is Code.PROBLEM
    broken = bytes(Checkpoint.sign(OTHER, last.size, last.root, successor=NEW))
    put(work / ORIGIN, [*genuine, broken.replace(b"next-key web-1+", b"next-key web-1")])
    assert judge(work, NEW).code is Code.PROBLEM


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_both_verifiers_agree_wherever_a_byte_of_the_checkpoints_is_changed(
    rotated: Path, tmp_path: Path, data: st.DataObject
) -> None:
    work = tmp_path / "bytes"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(rotated, work)
    path = work / ORIGIN / CHECKPOINTS
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1), label="at")
    flip = data.draw(st.integers(1, 127), label="flip")
    path.write_bytes(content[:at] + bytes([content[at] ^ flip]) + content[at + 1 :])
    keys = data.draw(st.sampled_from([(), (OLD,), (NEW,), (OLD, NEW)]), label="keys")
    judge(work, *keys)


def test_only_the_key_of_the_log_may_be_followed_and_by_another_one(work: Path) -> None:
    folder = work / ORIGIN
    before = (folder / CHECKPOINTS).read_bytes()
    for old, new in (
        (OTHER, OTHER.verifier),  # the same
        (OTHER, SigningKey("web-2", LOG, bytes(32)).verifier),
        (OTHER, EYE.verifier),
        (KEY, THIRD.verifier),  # not the one that signs now
        (THIRD, KEY.verifier),
    ):
        with pytest.raises(ProofError):
            rotate(folder, old, new)
    assert (folder / CHECKPOINTS).read_bytes() == before
    rotate(folder, OTHER, THIRD.verifier)
    with pytest.raises(ProofError, match="is not the one"):
        rotate(folder, OTHER, KEY.verifier)


def test_nothing_is_rotated_under_a_writers_hands(work: Path) -> None:
    lock = Lock(work / ORIGIN)
    try:
        with pytest.raises(LogLockedError):
            rotate(work / ORIGIN, OTHER, THIRD.verifier)
    finally:
        lock.release()


def test_an_unsigned_log_is_signed_first(tmp_path: Path) -> None:
    write(tmp_path, 3, key=None)
    rotate(tmp_path / ORIGIN, KEY, NEW)
    write(tmp_path, 3, key=OTHER)
    assert judge(tmp_path, OLD).code is Code.SOUND


def test_the_command_rotates_and_says_the_checkpoint(tmp_path: Path) -> None:
    write(tmp_path / "logs", 3)
    (tmp_path / "old").write_text(f"{KEY.written()}\n")
    asked = ["log", "rotate-key", str(tmp_path / "logs"), "--old", str(tmp_path / "old")]
    told = CliRunner().invoke(main, [*asked, "--new", str(NEW)])
    again = CliRunner().invoke(main, [*asked, "--new", str(NEW)])

    assert told.exit_code == 0, told.output
    assert f"next-key {NEW}" in told.stdout
    assert Checkpoint.parse(told.stdout.encode()).successor == NEW
    assert again.exit_code == 1
    shutil.rmtree(tmp_path / "logs" / ORIGIN / "tile")
    (tmp_path / "logs" / ORIGIN / CHECKPOINTS).unlink()
    (tmp_path / "logs" / ORIGIN / CHECKPOINTS).mkdir()
    assert CliRunner().invoke(main, [*asked, "--new", str(NEW)]).exit_code in {1, 2}
