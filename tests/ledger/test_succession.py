"""After a key was replaced, proofs, receipts and witnesses follow the old key's word alone."""

from __future__ import annotations

import asyncio
import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.errors import LogReadError, ProofError
from guardrails.ledger.checkpoints import handovers, read_notes
from guardrails.ledger.disk import CHECKPOINT, CHECKPOINTS
from guardrails.ledger.keys import LOG, SigningKey
from guardrails.ledger.note import Checkpoint, Note, Signature
from guardrails.ledger.proof import Proof
from guardrails.ledger.prove import find_record, growth, newest_checkpoint, prove
from guardrails.ledger.rotate import rotate
from guardrails.ledger.setaside import check as check_aside
from guardrails.ledger.setaside import set_aside
from guardrails.ledger.store import FileLog
from guardrails.ledger.succession import Succession
from guardrails.ledger.tree import leaf_digest
from guardrails.ledger.verdict import Code
from guardrails.ledger.witness import Request, Witness
from guardrails.ledger.witness_http import WitnessServer, submit

from .auditor import EYE, KEY, ORIGIN, OTHER, judge, lines, newest, write

THIRD = SigningKey(ORIGIN, LOG, bytes(range(3, 35)))
THIEF = SigningKey(ORIGIN, LOG, bytes(range(9, 41)))
OLD, NEW = KEY.verifier, OTHER.verifier


def rotated(directory: Path) -> Path:
    """Write a log of 13 records, of which the last seven are under another key."""
    write(directory, 5, each=3)
    rotate(directory / ORIGIN, KEY, NEW)
    write(directory, 6, each=3, key=OTHER)
    return directory


def forked(folder: Path, more: int) -> tuple[Path, Path]:
    """Return a log of which the key was replaced, and a copy that went on with *more* records."""
    directory, fork = folder / "logs", folder / "fork"
    write(directory, 5, each=3)
    rotate(directory / ORIGIN, KEY, NEW)
    shutil.copytree(directory, fork)
    write(directory, 6, each=3, key=OTHER)
    write(fork, more, each=3, key=OTHER)
    return directory, fork


def leaf(directory: Path, place: int) -> bytes:
    return leaf_digest(lines(directory)[place])


# single proofs


def test_a_proof_brings_along_what_leads_from_the_old_key_to_the_new_one(tmp_path: Path) -> None:
    rotated(tmp_path)
    rotate(tmp_path / ORIGIN, OTHER, THIRD.verifier)
    write(tmp_path, 2, key=THIRD)
    for place in (0, 5, 12, 15):
        proof = Proof.parse(bytes(prove(tmp_path / ORIGIN, place)))
        for key in (OLD, NEW, THIRD.verifier):
            proof.check(leaf(tmp_path, place), [key])
        with pytest.raises(ProofError, match="not signed by a key that you gave"):
            proof.check(leaf(tmp_path, place), [THIEF.verifier])


def test_a_proof_of_a_log_with_one_key_is_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, 5)
    proof = prove(tmp_path / ORIGIN, 2)
    assert proof.extra == b""
    assert b"extra" not in bytes(proof)


def test_without_the_old_keys_word_a_proof_holds_for_who_knows_the_new_key_alone(
    tmp_path: Path,
) -> None:
    rotated(tmp_path)
    bare = replace(prove(tmp_path / ORIGIN, 9), extra=b"")
    bare.check(leaf(tmp_path, 9), [NEW])
    with pytest.raises(ProofError):
        bare.check(leaf(tmp_path, 9), [OLD])


@pytest.mark.parametrize("by", [OTHER, THIEF, EYE])
def test_a_word_that_is_not_the_old_keys_leads_nowhere(by: SigningKey, tmp_path: Path) -> None:
    rotated(tmp_path)
    proof = prove(tmp_path / ORIGIN, 9)
    [genuine] = handovers(tmp_path / ORIGIN)
    text = genuine.note.text
    forged = Note(text, (Signature(by.name, by.verifier.id, by.sign(text, 7)),))
    with pytest.raises(ProofError, match="not signed by a key that you gave"):
        replace(proof, extra=bytes(forged) + b"\n").check(leaf(tmp_path, 9), [OLD])
    # under the old key's name and id
    stolen = Note(text, (Signature(OLD.name, OLD.id, by.sign(text, 7)),))
    with pytest.raises(ProofError, match="not signed by a key that you gave"):
        replace(proof, extra=bytes(stolen) + b"\n").check(leaf(tmp_path, 9), [OLD])


def test_a_proof_under_an_old_key_that_goes_on_signing_does_not_hold(tmp_path: Path) -> None:
    rotated(tmp_path)
    proof = prove(tmp_path / ORIGIN, 9)
    last = proof.checkpoint
    late = replace(proof, checkpoint=Checkpoint.sign(KEY, last.size, last.root))
    with pytest.raises(ProofError, match="by a key that had been replaced"):
        late.check(leaf(tmp_path, 9), [OLD])
    with pytest.raises(ProofError, match="by a key that had been replaced"):
        late.check(leaf(tmp_path, 9), [OLD, NEW])
    # The word of the old key is left out of the proof: who knows the new key notices.
    with pytest.raises(ProofError, match="not signed"):
        replace(late, extra=b"").check(leaf(tmp_path, 9), [NEW])


def test_a_proof_of_before_holds_under_the_key_of_before(tmp_path: Path) -> None:
    write(tmp_path, 5, each=3)
    proof = prove(tmp_path / ORIGIN, 2)
    rotate(tmp_path / ORIGIN, KEY, NEW)
    proof.check(leaf(tmp_path, 2), [OLD])
    with pytest.raises(ProofError):
        proof.check(leaf(tmp_path, 2), [NEW])


@pytest.mark.parametrize("extra", [b"\x00\xff", b"nonsense\n\nnonsense\n\n", b"\n\n\n\n", b"x"])
def test_anything_else_that_a_proof_brings_along_is_passed_over(
    extra: bytes, tmp_path: Path
) -> None:
    write(tmp_path, 5)
    replace(prove(tmp_path / ORIGIN, 2), extra=extra).check(leaf(tmp_path, 2), [OLD])


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)])


def test_receipts_and_records_are_checked_with_the_first_key_alone(tmp_path: Path) -> None:
    directory = rotated(tmp_path / "logs")
    slip = tmp_path / "receipt.json"

    async def answered() -> None:
        log = FileLog(directory, origin=ORIGIN)
        slip.write_text(json.dumps(asdict(await log.append("turn_close", {"turn": 99}))))
        log.close()

    asyncio.run(answered())
    write(directory, 1, key=OTHER)
    proof, record = tmp_path / "a.tlog-proof", tmp_path / "record.json"
    assert command("prove", directory, slip, "--out", proof).exit_code == 0
    place = find_record(directory / ORIGIN, json.loads(slip.read_text())["id"])[0]
    record.write_bytes(lines(directory)[place] + b"\n")
    for key, code in ((OLD, 0), (NEW, 0), (THIEF.verifier, 1)):
        assert command("check", proof, "--key", key, "--receipt", slip).exit_code == code
        assert command("check", proof, "--key", key, "--record", record).exit_code == code


def test_copies_of_records_about_people_in_need_follow_the_new_key_too(tmp_path: Path) -> None:
    directory = tmp_path / "logs"
    write(directory, 2)
    rotate(directory / ORIGIN, KEY, NEW)

    async def run() -> None:
        log = FileLog(directory, origin=ORIGIN)
        await log.append("turn_close", {"session": "s", "turn": 0, "level": "high"})
        log.close()

    asyncio.run(run())
    write(directory, 1, key=OTHER)
    copied = set_aside(directory / ORIGIN, (0, newest(directory).size - 1), tmp_path / "kept")
    assert copied.file is not None
    assert [check_aside(copied.file, [key]) for key in (OLD, NEW)] == [1, 1]
    with pytest.raises(ProofError):
        check_aside(copied.file, [THIEF.verifier])


# the log as a whole


def put(folder: Path, all_of: list[bytes]) -> None:
    (folder / CHECKPOINTS).write_bytes(b"".join(one + b"\n" for one in all_of))
    (folder / CHECKPOINT).write_bytes(all_of[-1])


def notes(folder: Path) -> list[bytes]:
    return [data for _, data in read_notes(folder / CHECKPOINTS)[0]]


def test_a_log_that_was_written_twice_after_the_change_is_noticed_by_a_kept_checkpoint(
    tmp_path: Path,
) -> None:
    directory, fork = forked(tmp_path, 7)
    for one in (directory, fork):
        assert judge(one, OLD).code is Code.SOUND  # not noticed, and said to be not proven
    assert judge(fork, OLD, kept=[newest(directory)]).code is Code.PROBLEM
    assert judge(directory, OLD, kept=[newest(directory)]).code is Code.SOUND


def test_a_log_that_a_thief_goes_on_with_under_the_old_key_is_a_problem(tmp_path: Path) -> None:
    directory = rotated(tmp_path)
    folder, size = directory / ORIGIN, newest(directory).size
    late = Checkpoint.sign(KEY, size, newest(directory).root)
    for where in (0, 2, len(notes(folder))):
        shutil.copytree(directory, tmp_path / f"work-{where}")
        work = tmp_path / f"work-{where}"
        changed = notes(folder)
        changed.insert(where, bytes(late))
        put(work / ORIGIN, changed)
        for keys in ((), (OLD,), (NEW,), (OLD, NEW)):
            code = judge(work, *keys).code
            # Who knows the new key alone passes over what the old one signs.
            assert code is (Code.SOUND if keys == (NEW,) else Code.PROBLEM)
        shutil.rmtree(work)


def test_a_key_names_one_successor(tmp_path: Path) -> None:
    folder = rotated(tmp_path) / ORIGIN
    [genuine] = handovers(folder)
    second = Checkpoint.sign(KEY, genuine.size, genuine.root, successor=THIEF.verifier)
    put(folder, [bytes(second), *notes(folder)])
    assert judge(tmp_path, OLD).code is Code.PROBLEM
    put(folder, [*notes(folder)[1:], bytes(second)])
    assert judge(tmp_path, OLD).code is Code.PROBLEM
    put(folder, [*notes(folder)[:-1], bytes(genuine)])  # the same again is no contradiction
    assert judge(tmp_path, OLD).code is Code.SOUND

    keys = Succession([OLD])
    assert keys.takes(genuine)
    with pytest.raises(ProofError, match="than was named before"):
        keys.takes(second)
    assert (keys.keys, keys.named) == ([OLD, NEW], 1)


def test_no_key_comes_back_and_none_signs_that_was_replaced(tmp_path: Path) -> None:
    directory = rotated(tmp_path)
    with pytest.raises(ProofError, match="has been replaced before"):
        rotate(directory / ORIGIN, OTHER, OLD)
    before = (directory / ORIGIN / CHECKPOINTS).read_bytes()
    with pytest.raises(LogReadError, match=f"sign with {NEW}".replace("+", r"\+")):
        write(directory, 1, key=KEY)
    assert (directory / ORIGIN / CHECKPOINTS).read_bytes() == before
    write(directory, 1, key=OTHER)
    assert judge(directory, OLD).code is Code.SOUND


def test_a_word_that_makes_no_sense_holds_up_nobody(tmp_path: Path) -> None:
    directory = tmp_path / "logs"
    write(directory, 3)
    folder = directory / ORIGIN
    last = newest_checkpoint(folder)
    elsewhere = SigningKey("web-2", LOG, bytes(32)).verifier
    text = Checkpoint.sign(KEY, last.size, last.root, successor=elsewhere)
    broken = bytes(text).replace(b"next-key web-2+", b"next-key web-2")
    put(folder, [broken, bytes(text), *notes(folder)])
    write(directory, 3)
    assert prove(folder, 0).holds(leaf(directory, 0))
    assert judge(directory, OLD).code is Code.PROBLEM


# the witness


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    return Witness(tmp_path / "seen", EYE, [OLD])


def test_a_witness_that_knows_the_old_key_follows_to_the_new_one(
    tmp_path: Path, server: WitnessServer
) -> None:
    directory = tmp_path / "logs"
    write(directory, 5, each=3)
    submit(directory / ORIGIN, server.url, [EYE.verifier])
    rotate(directory / ORIGIN, KEY, NEW)
    write(directory, 5, each=3, key=OTHER)
    rotate(directory / ORIGIN, OTHER, THIRD.verifier)
    write(directory, 5, each=3, key=THIRD)
    assert submit(directory / ORIGIN, server.url, [EYE.verifier]).size == newest(directory).size
    write(directory, 2, key=THIRD)
    assert submit(directory / ORIGIN, server.url, [EYE.verifier]).size == newest(directory).size

    verdict = judge(directory, OLD, EYE.verifier)
    assert (verdict.code, verdict.logs[0].witnessed) == (Code.SOUND, newest(directory).size)
    again = Witness(tmp_path / "seen", EYE, [OLD])  # it remembers after it was started anew
    assert again.add_checkpoint(request(directory, newest(directory).size)).status == 200


def test_a_witness_that_never_saw_the_log_before_follows_too(
    tmp_path: Path, server: WitnessServer
) -> None:
    directory = rotated(tmp_path / "logs")
    assert submit(directory / ORIGIN, server.url, [EYE.verifier]).size == 13


def request(directory: Path, old: int, one: Checkpoint | None = None) -> bytes:
    one = one or newest(directory)
    return bytes(Request(old, tuple(growth(directory / ORIGIN, old, one.size)), one))


def test_a_witness_takes_no_word_but_the_old_keys_and_nothing_more_by_the_old_key(
    tmp_path: Path,
) -> None:
    directory, witness = tmp_path / "logs", Witness(tmp_path / "seen", EYE, [OLD])
    rotated(directory)
    [genuine] = handovers(directory / ORIGIN)
    last = newest(directory)
    assert witness.add_checkpoint(request(directory, 0)).status == 403  # it knows the old key
    for by in (OTHER, THIEF):
        forged = Checkpoint.sign(by, genuine.size, genuine.root, successor=NEW)
        assert witness.add_checkpoint(request(directory, 0, forged)).status == 403
    assert witness.add_checkpoint(request(directory, 0, genuine)).status == 200
    for bad in (
        Checkpoint.sign(KEY, last.size, last.root),  # after its end
        Checkpoint.sign(KEY, genuine.size, genuine.root, successor=THIEF.verifier),
        Checkpoint.sign(THIEF, last.size, last.root),
    ):
        assert witness.add_checkpoint(request(directory, genuine.size, bad)).status == 403
    assert witness.add_checkpoint(request(directory, genuine.size)).status == 200


def test_a_witness_signs_one_of_two_that_grew_differently_after_the_change(
    tmp_path: Path, server: WitnessServer
) -> None:
    directory, fork = forked(tmp_path, 9)
    submit(directory / ORIGIN, server.url, [EYE.verifier])
    with pytest.raises(ProofError, match="written twice"):
        submit(fork / ORIGIN, server.url, [EYE.verifier])


def test_a_stranger_to_the_log_is_told_so_with_a_word_of_the_old_key_too(
    tmp_path: Path, server: WitnessServer
) -> None:
    directory = tmp_path / "logs"
    write(directory, 3, key=THIEF)
    rotate(directory / ORIGIN, THIEF, NEW)
    write(directory, 3, key=OTHER)
    with pytest.raises(ProofError, match="knows another key of this log"):
        submit(directory / ORIGIN, server.url, [EYE.verifier])
