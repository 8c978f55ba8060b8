"""Signed notes, checkpoints, keys and proofs, against the texts of their specifications."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.errors import ProofError
from guardrails.ledger.keys import WITNESS, SigningKey, VerifierKey
from guardrails.ledger.note import Checkpoint, Note, count, signed
from guardrails.ledger.proof import Proof
from guardrails.ledger.tree import leaf_digest

# golang.org/x/mod/sumdb/note, note_test.go: the reference implementation of signed notes
PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PRIVATE = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = (
    b"If you think cryptography is the answer to your problem,\n"
    b"then you don't know what your problem is.\n"
)
LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngot"
    "pRZb6KE6RyyBwJnAM=\n"
)
NOTE = TEXT + b"\n" + LINE.encode()

# c2sp.org/signed-note: the example at its head
VERSE = (
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n"
)
VERSE_LINE = (
    "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMou"
    "FSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
)

# c2sp.org/tlog-cosignature: a checkpoint with a cosignature
COSIGNED = (
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhc"
    "yv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX"
    "3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
).encode()

# c2sp.org/tlog-proof: the head of its example, which cuts its signatures short
PROOF_HEAD = (
    b"c2sp.org/tlog-proof@v1\nextra YWdl\nindex 73894\n"
    b"gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n"
    b"B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n"
    b"EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=\n"
    b"RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=\n"
    b"AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n\n"
)


def test_the_published_note_verifies() -> None:
    [(key, _)] = Note.parse(NOTE).verified([VerifierKey.parse(PUBLIC)])
    assert key.name == "PeterNeumann"


def test_signing_with_the_published_key_writes_the_published_note() -> None:
    key = SigningKey.parse(PRIVATE)
    assert str(key.verifier) == PUBLIC
    assert str(signed(TEXT, key)) == LINE
    assert key.written() == PRIVATE


def test_a_key_is_taken_as_its_file_holds_it_with_a_newline_at_the_end() -> None:
    assert SigningKey.parse(f"{PRIVATE}\n") == SigningKey.parse(PRIVATE)
    assert VerifierKey.parse(f"{PUBLIC}\n") == VerifierKey.parse(PUBLIC)
    for end in ("\n\n", " \n", "\nx"):
        with pytest.raises(ProofError):
            SigningKey.parse(PRIVATE + end)
        with pytest.raises(ProofError):
            VerifierKey.parse(PUBLIC + end)


def test_a_private_key_is_not_printed() -> None:
    key = SigningKey.parse(PRIVATE)
    assert repr(key.seed) not in repr(key)
    assert PRIVATE not in repr(key)


@pytest.mark.parametrize("at", range(len(PUBLIC)))
def test_no_mangled_key_is_taken_for_one(at: int) -> None:
    for bad in (
        PUBLIC[:at],
        PUBLIC[at + 1 :],
        PUBLIC[:at] + chr(ord(PUBLIC[at]) + 1) + PUBLIC[at + 1 :],
    ):
        with pytest.raises(ProofError):
            VerifierKey.parse(bad)


@pytest.mark.parametrize(
    "bad",
    [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        PRIVATE,
    ],
)
def test_keys_of_another_length_or_type_are_refused(bad: str) -> None:
    with pytest.raises(ProofError):
        VerifierKey.parse(bad)


@pytest.mark.parametrize("bad", [PUBLIC, PRIVATE[:-4], PRIVATE.replace("c74f20a3", "c74f20a4")])
def test_what_is_no_private_key_is_refused(bad: str) -> None:
    with pytest.raises(ProofError):
        SigningKey.parse(bad)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb", "a\u00a0b"])
def test_a_key_has_a_name_that_fits_a_signature_line(name: str) -> None:
    with pytest.raises(ProofError):
        SigningKey.generate(name)


def test_the_text_of_a_note_ends_at_its_last_empty_line() -> None:
    note = Note.parse(f"{VERSE}\n{VERSE_LINE}".encode())
    assert note.text.decode() == VERSE
    assert note.signatures[0].name == "quasimodo.example/salvatore"
    assert bytes(note) == f"{VERSE}\n{VERSE_LINE}".encode()


def test_the_published_checkpoint_is_read() -> None:
    checkpoint = Checkpoint.parse(COSIGNED)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert checkpoint.root.hex().startswith("0ac5186a91863e8e")
    log, witness = checkpoint.note.signatures
    assert (log.name, len(log.body)) == (checkpoint.origin, 64)
    assert int.from_bytes(witness.body[:8]) == 1679315147  # the time in the specification
    assert bytes(checkpoint) == COSIGNED


def test_signatures_of_strangers_are_passed_over_and_prove_nothing() -> None:
    stranger = SigningKey.generate("PeterNeumann")
    assert Note.parse(NOTE).verified([stranger.verifier]) == []


@given(st.integers(0, len(NOTE) - 1), st.integers(1, 255))
def test_a_note_does_not_survive_a_change(at: int, flip: int) -> None:
    bad = NOTE[:at] + bytes([NOTE[at] ^ flip]) + NOTE[at + 1 :]
    try:
        found = Note.parse(bad).verified([VerifierKey.parse(PUBLIC)])
    except ProofError:
        return
    assert found == []


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        TEXT,
        NOTE[:-1],
        NOTE[:-5],
        NOTE + b"\n",
        NOTE + b"no signature\n",
        NOTE.replace(b"answer", b"ans\x01wer"),
        NOTE.replace(b"answer", b"ans\xffwer"),
        NOTE + "— PeterNeumann x08g\n".encode(),
        NOTE + LINE.encode() * 100,
        b"x" * 70_000 + b"\n" + NOTE,
    ],
)
def test_what_is_no_note_is_refused(bad: bytes) -> None:
    with pytest.raises(ProofError):
        Note.parse(bad)


@pytest.mark.parametrize(
    "text",
    [
        b"log\n5\n",
        b"log\n05\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        b"log\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        b"log\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        b"log\n5\nCsUYag==\n",
        b"\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: bytes) -> None:
    with pytest.raises(ProofError):
        Checkpoint.parse(text + b"\n" + LINE.encode())


def test_a_witness_signs_the_time_with_the_text() -> None:
    key = SigningKey.generate("witness.example/w1", WITNESS)
    log = SigningKey.generate("example.org/log")
    one = Checkpoint.sign(log, 3, leaf_digest(b"root"))
    both = Checkpoint.parse(bytes(one) + str(signed(one.note.text, key, 1679315147)).encode())

    assert both.seen_at([key.verifier]) == 1679315147
    assert both.seen_at([log.verifier]) == 0
    assert both.is_by_log([log.verifier, key.verifier])
    assert not both.is_by_log([key.verifier])
    late = signed(one.note.text, key, 1679315148)
    forged = both.note.signatures[1].body[:7] + late.body[7:8] + both.note.signatures[1].body[8:]
    with pytest.raises(ProofError):
        Note(one.note.text, (type(late)(late.name, late.id, forged),)).verified([key.verifier])


def test_a_checkpoint_counts_only_if_the_log_of_that_name_signed_it() -> None:
    other = SigningKey.generate("example.org/other")
    text = Checkpoint.sign(SigningKey.generate("example.org/log"), 3, leaf_digest(b"")).note.text
    note = Note(text, (signed(text, other),))
    assert not Checkpoint.parse(bytes(note)).is_by_log([other.verifier])


def test_the_published_proof_is_read() -> None:
    proof = Proof.parse(PROOF_HEAD + COSIGNED)
    assert (proof.index, len(proof.hashes), proof.extra) == (73894, 5, b"age")
    assert bytes(proof) == PROOF_HEAD + COSIGNED


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b"proof@v1", b"proof@v2"),
        (b"index 73894", b"index 073894"),
        (b"index 73894\n", b""),
        (b"extra YWdl", b"extra !"),
        (b"gSKyXoYZ", b"gSKy"),
        (b"\n\nexample", b"\nexample"),
        (b"c2sp", "ç2sp".encode()),
        (
            b"AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n",
            b"AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n" * 61,
        ),
    ],
)
def test_what_is_no_proof_is_refused(good: bytes, bad: bytes) -> None:
    with pytest.raises(ProofError):
        Proof.parse((PROOF_HEAD + COSIGNED).replace(good, bad, 1))


def test_a_proof_holds_for_its_record_under_a_known_key_only() -> None:
    log, other = SigningKey.generate("log"), SigningKey.generate("log")
    leaf = leaf_digest(b"record")
    proof = Proof.parse(bytes(Proof(0, (), Checkpoint.sign(log, 1, leaf))))

    proof.check(leaf, [log.verifier])
    with pytest.raises(ProofError, match="does not lead from this record"):
        proof.check(leaf_digest(b"another"), [log.verifier])
    with pytest.raises(ProofError, match="not signed by a key that you gave"):
        proof.check(leaf, [other.verifier])


def test_a_count_is_a_plain_decimal() -> None:
    assert count("0") == 0
    for bad in ("", "00", "+1", "1_0", "٣"):
        with pytest.raises(ProofError):
            count(bad)
