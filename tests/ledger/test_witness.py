"""A witness, asked directly and over a real socket."""

from __future__ import annotations

import http.client
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from guardrails.errors import ConfigurationError, LogReadError, ProofError
from guardrails.ledger.keys import LOG, SigningKey
from guardrails.ledger.note import Checkpoint, Note, signed
from guardrails.ledger.prove import growth
from guardrails.ledger.tree import leaf_digest
from guardrails.ledger.verdict import Code
from guardrails.ledger.witness import SIZE_TYPE, Reply, Request, Witness, cosignatures
from guardrails.ledger.witness_http import WitnessServer, submit

from .auditor import EYE, KEY, ORIGIN, OTHER, judge, newest, write

LOG_KEY, EYE_KEY = KEY.verifier, EYE.verifier
NOW = 1_795_384_134

# c2sp.org/tlog-witness: the example of a request
REQUEST = (
    "old 20852014\n"
    "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n"
    "jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n"
    "5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n"
    "/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n"
    "\n"
    "example.com/behind-the-sofa\n"
    "20852163\n"
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    "\n"
    "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhc"
    "yv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/"
    "V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=\n"
).encode()


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    return Witness(tmp_path / "seen", EYE, [LOG_KEY], now=lambda: NOW)


def request(directory: Path, old: int) -> bytes:
    checkpoint = newest(directory)
    proof = growth(directory / ORIGIN, old, checkpoint.size)
    return bytes(Request(old, tuple(proof), checkpoint))


def test_the_published_request_is_read_and_written() -> None:
    found = Request.parse(REQUEST)
    assert (found.old, len(found.proof), found.checkpoint.size) == (20852014, 4, 20852163)
    assert bytes(found) == REQUEST


def test_a_witness_signs_what_grew_and_remembers_it(tmp_path: Path, witness: Witness) -> None:
    log = tmp_path / "log"
    write(log, 9)
    first = witness.add_checkpoint(request(log, 0))
    both = cosignatures(first.body, newest(log), [EYE_KEY])
    assert (first.status, both.seen_at([EYE_KEY]), both.size) == (200, NOW, 10)
    assert witness.add_checkpoint(request(log, 10)).status == 200  # the same again

    write(log, 9)
    assert witness.add_checkpoint(request(log, 0)) == Reply(409, b"10\n", SIZE_TYPE)
    again = Witness(tmp_path / "seen", EYE, [LOG_KEY])
    assert again.add_checkpoint(request(log, 10)).status == 200


def test_a_witness_refuses_what_it_cannot_vouch_for(tmp_path: Path, witness: Witness) -> None:
    log, other, twin = tmp_path / "log", tmp_path / "other", tmp_path / "twin"
    write(log, 9)
    write(other, 9, key=OTHER)
    write(twin, 9)
    good = request(log, 0)

    assert witness.add_checkpoint(REQUEST).status == 404
    assert witness.add_checkpoint(request(other, 0)).status == 403
    forged = Note(newest(log).note.text, newest(twin).note.signatures)
    assert witness.add_checkpoint(b"old 0\n\n" + bytes(forged)).status == 403
    assert witness.add_checkpoint(good.replace(b"old 0\n", b"old 11\n")).status == 400
    assert witness.add_checkpoint(good.replace(b"old 0\n", b"old 3\n")).status == 409
    filler = b"old 0\n" + request(log, 3).split(b"\n", 2)[1] + b"\n"
    assert witness.add_checkpoint(good.replace(b"old 0\n", filler)).status == 422
    assert witness.add_checkpoint(good).status == 200
    twins = bytes(Request(10, (), newest(twin)))
    assert witness.add_checkpoint(twins) == Reply(409, b"10\n", SIZE_TYPE)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"old 1\n",
        b"new 1\n\n",
        b"old 01\n\n" + REQUEST.split(b"\n\n", 1)[1],
        REQUEST.replace(b"PlRNCrwH", b"PlRN"),
        REQUEST.replace(b"20852163", b"x"),
        REQUEST.replace(b"old", "öld".encode()),
        REQUEST.replace(b"\n\n", b"\n" + b"PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n" * 61, 1),
    ],
)
def test_what_is_no_request_is_answered_with_400(witness: Witness, body: bytes) -> None:
    assert witness.add_checkpoint(body).status == 400


def test_of_two_that_grew_differently_one_is_signed_however_they_race(
    tmp_path: Path, witness: Witness
) -> None:
    log = tmp_path / "log"
    write(log, 9)
    assert witness.add_checkpoint(request(log, 0)).status == 200
    forks = []
    for name in range(8):
        shutil.copytree(log, tmp_path / f"fork-{name}")
        write(tmp_path / f"fork-{name}", 5)
        forks.append(request(tmp_path / f"fork-{name}", 10))
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(witness.add_checkpoint, forks))
    assert sorted(reply.status for reply in replies) == [200, *[409] * 7]


def test_a_witness_has_a_witness_key_and_serves_logs(tmp_path: Path) -> None:
    for key, logs in ((KEY, [LOG_KEY]), (EYE, [EYE_KEY])):
        with pytest.raises(ConfigurationError):
            Witness(tmp_path, key, logs)


def test_a_log_has_its_checkpoints_signed_over_a_socket(
    tmp_path: Path, server: WitnessServer
) -> None:
    log = tmp_path / "log"
    write(log, 9)
    seen = submit(log / ORIGIN, server.url, [EYE_KEY])
    assert (seen.size, seen.seen_at([EYE_KEY])) == (10, NOW)
    write(log, 300)
    assert submit(log / ORIGIN, f"{server.url}/", [EYE_KEY]).size == 311

    verdict = judge(log, LOG_KEY, EYE_KEY)
    assert (verdict.code, verdict.logs[0].witnessed) == (Code.SOUND, 311)
    assert not any("written twice" in limit for limit in verdict.not_proven)
    assert judge(log, EYE_KEY).code is Code.SOUND  # the witness's key alone will do
    write(log, 9)
    verdict = judge(log, LOG_KEY, EYE_KEY)
    assert any("not written twice after its first 311" in limit for limit in verdict.not_proven)


def test_a_log_whose_witness_has_signed_nothing_is_not_anchored_by_its_own_key_alone(
    tmp_path: Path, server: WitnessServer
) -> None:
    log = tmp_path / "log"
    write(log, 9)
    verdict = judge(log, LOG_KEY, EYE_KEY)
    assert (verdict.code, verdict.unseen) == (Code.UNANCHORED, (EYE.name,))
    assert any(f"That {EYE.name} knows these logs" in limit for limit in verdict.not_proven)
    submit(log / ORIGIN, server.url, [EYE_KEY])
    assert judge(log, LOG_KEY, EYE_KEY).code is Code.SOUND
    (log / ORIGIN / "cosigned").unlink()  # by who takes the log back to an earlier state
    verdict = judge(log, LOG_KEY, EYE_KEY)
    assert verdict.code is Code.UNANCHORED
    assert any("no witness whose key you gave has seen it" in one for one in verdict.not_proven)


def test_who_forgot_what_the_witness_has_seen_learns_it(
    tmp_path: Path, server: WitnessServer
) -> None:
    log = tmp_path / "log"
    write(log, 9)
    submit(log / ORIGIN, server.url, [EYE_KEY])
    (log / ORIGIN / "cosigned").unlink()
    write(log, 9)
    assert submit(log / ORIGIN, server.url, [EYE_KEY]).size == 20


def test_a_log_that_was_taken_back_or_forked_gets_no_signature(
    tmp_path: Path, server: WitnessServer
) -> None:
    log, old, fork = tmp_path / "log", tmp_path / "old", tmp_path / "fork"
    write(log, 9)
    shutil.copytree(log, old)
    shutil.copytree(log, fork)
    write(log, 9)
    write(fork, 9)
    submit(log / ORIGIN, server.url, [EYE_KEY])
    with pytest.raises(ProofError, match=r"has seen 20 records .* the log was taken back"):
        submit(old / ORIGIN, server.url, [EYE_KEY])
    with pytest.raises(ProofError, match="it was written twice"):
        submit(fork / ORIGIN, server.url, [EYE_KEY])
    write(fork, 9)
    with pytest.raises(ProofError, match="it was written twice or taken back"):
        submit(fork / ORIGIN, server.url, [EYE_KEY])


def test_strangers_are_told_so(tmp_path: Path, server: WitnessServer) -> None:
    write(tmp_path / "a", 3, key=OTHER)
    with pytest.raises(ProofError, match="knows another key of this log"):
        submit(tmp_path / "a" / ORIGIN, server.url, [EYE_KEY])
    write(tmp_path / "b", 3, origin="web-2", key=SigningKey.generate("web-2"))
    with pytest.raises(ProofError, match="does not serve web-2"):
        submit(tmp_path / "b" / "web-2", server.url, [EYE_KEY])


def test_a_witness_whose_key_is_not_known_counts_for_nothing(
    tmp_path: Path, server: WitnessServer
) -> None:
    write(tmp_path, 3)
    stranger = SigningKey.generate(EYE.name, EYE.kind).verifier
    with pytest.raises(ProofError, match="no signature by a key that you gave"):
        submit(tmp_path / ORIGIN, server.url, [stranger])
    assert not (tmp_path / ORIGIN / "cosigned").exists()


def test_a_witness_that_is_not_there_cannot_be_asked(tmp_path: Path) -> None:
    write(tmp_path, 3)
    for url in ("http://127.0.0.1:9", "nonsense"):
        with pytest.raises(LogReadError, match="cannot be reached"):
            submit(tmp_path / ORIGIN, url, [EYE_KEY], timeout=2)


def test_a_witness_that_lost_its_memory_signs_nothing(
    tmp_path: Path, server: WitnessServer
) -> None:
    write(tmp_path / "log", 3)
    submit(tmp_path / "log" / ORIGIN, server.url, [EYE_KEY])
    [note] = (tmp_path / "seen").glob("*.note")
    note.write_bytes(b"nonsense")
    with pytest.raises(ProofError, match="HTTP 500"):
        submit(tmp_path / "log" / ORIGIN, server.url, [EYE_KEY])


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/elsewhere", {"Content-Length": "0"}, 404),
        ("/add-checkpoint", {"Content-Length": "0"}, 400),
        ("/add-checkpoint", {"Content-Length": "99999999"}, 413),
        ("/add-checkpoint", {"Content-Length": "x"}, 411),
    ],
)
def test_other_requests_are_refused(
    server: WitnessServer, path: str, headers: dict[str, str], status: int
) -> None:
    connection = http.client.HTTPConnection(*server.server_address[:2], timeout=5)  # type: ignore[arg-type]
    connection.putrequest("POST", path)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == status
    connection.close()


def test_a_log_cannot_pass_its_own_key_off_as_a_witness(tmp_path: Path) -> None:
    write(tmp_path, 3)
    one = newest(tmp_path)
    twice = bytes(one) + str(signed(one.note.text, KEY)).encode()
    assert Checkpoint.parse(twice).seen_at([LOG_KEY]) == 0
    assert LOG_KEY.kind == LOG
    assert not one.is_by_log([EYE_KEY])
    assert leaf_digest(b"") != one.root
