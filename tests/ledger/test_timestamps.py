"""Checkpoints are stamped by a real authority, and only what it signed of them counts."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rfc3161_client import decode_timestamp_response

from guardrails.errors import ConfigurationError, LogReadError, ProofError
from guardrails.ledger.anchors import TimestampAnchor
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.made import anchor_of
from guardrails.ledger.notary import Signing
from guardrails.ledger.prove import sign_now
from guardrails.ledger.read import read_records
from guardrails.ledger.stamps import longest_wait, stamps_of
from guardrails.ledger.store import FileLog
from guardrails.ledger.timestamps import Authorities
from guardrails.ledger.verdict import Code, Verdict
from guardrails.ledger.verify import verify
from guardrails.policy.log_settings import ANCHOR_SECONDS, AnchorSpec
from tests.authority import OPENSSL, Authority, certify, made, openssl, served

from .auditor import KEY, ORIGIN, changed, judge, lines, newest, put, rechained, write

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="no openssl on this machine")
SPEC = AnchorSpec("timestamp", url_env="URL", roots_env="ROOTS")


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an authority: keys take long to make."""
    return made(tmp_path_factory.mktemp("authority")).folder


@pytest.fixture
def authority(maker: Path) -> Iterator[Authority]:
    with served(Authority(maker)) as found:
        yield found


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return made(tmp_path_factory.mktemp("stranger"))


@pytest.fixture
def log(tmp_path: Path, authority: Authority) -> Path:
    """Return a folder with a log of ten records, the newest checkpoint of which is stamped."""
    write(tmp_path / "logs", 9)
    stamped(tmp_path / "logs", authority)
    return tmp_path / "logs"


def stamped(directory: Path, authority: Authority) -> Path:
    TimestampAnchor(authority.url, authority.authorities).show(directory / ORIGIN)
    return dict(stamps_of(directory / ORIGIN))[newest(directory).size]


def checked(directory: Path, authority: Authority, *keys: SigningKey) -> Verdict:
    public = [key.verifier for key in keys]
    return verify(directory, keys=public, authorities=authority.authorities)


def test_verify_says_which_checkpoint_was_stamped_when_and_by_whom(
    log: Path, authority: Authority
) -> None:
    verdict = checked(log, authority, KEY)
    [one] = verdict.logs
    assert (verdict.code, one.notes) == (Code.SOUND, ())
    assert (one.stamps, one.stamped, one.stamped_by) == (1, 10, "CN=Stamps of Example,O=Example")
    assert 0 <= one.stamped_at - one.last // 1_000_000 < 600
    assert 0 <= one.stamped_wait < 600
    assert any("A time stamp says by when" in limit for limit in verdict.not_proven)


def test_openssl_comes_to_the_same_of_what_lies_there(
    log: Path, authority: Authority, tmp_path: Path
) -> None:
    """As the guide for auditors says it: with `grep` and `openssl`, and nothing of ours."""
    write(log, 9)
    stamped(log, authority)
    note = tmp_path / "note.txt"
    for size, token in stamps_of(log / ORIGIN):
        take = ("grep", "-x", "-m1", "-B1", "-A3", str(size), str(log / ORIGIN / "checkpoints"))
        note.write_bytes(subprocess.run(take, capture_output=True, check=True).stdout)  # noqa: S603
        ask = ("ts", "-verify", "-data", note, "-in", token, "-CAfile", authority.roots)
        assert b"Verification: OK" in openssl(*ask)
    assert size == 20


def test_an_authority_sees_a_hash_and_a_number_and_is_asked_once(
    log: Path, authority: Authority
) -> None:
    stamped(log, authority)
    [request] = authority.asked
    assert len(request) < 128
    assert ORIGIN.encode() not in request
    write(log, 9)
    stamped(log, authority)
    assert [size for size, _ in sorted(stamps_of(log / ORIGIN))] == [10, 20]
    assert checked(log, authority, KEY).logs[0].stamped == 20


def test_two_authorities_stamp_one_checkpoint(
    log: Path, authority: Authority, stranger: Authority
) -> None:
    with served(Authority(stranger.folder)) as second:
        stamped(log, second)
    assert verify(log).logs[0].stamps == 2
    both = Authorities.parse(authority.roots.read_bytes() + stranger.roots.read_bytes())
    assert verify(log, keys=[KEY.verifier], authorities=both).code is Code.SOUND
    problems = checked(log, authority, KEY).problems
    assert ["does not lead to one that was given" in one.what for one in problems] == [True]


def test_certificates_may_stand_in_any_order(tmp_path: Path) -> None:
    write(tmp_path / "logs", 9)
    with served(made(tmp_path / "maker", chain=True)) as second:
        path = stamped(tmp_path / "logs", second)
        assert checked(tmp_path / "logs", second, KEY).code is Code.SOUND
    token = path.read_bytes()
    with pytest.raises(ValueError, match="InvalidSetOrdering"):
        decode_timestamp_response(token)
    note = bytes(newest(tmp_path / "logs"))
    right = second.authorities.checked(token, note)
    for size in range(0, len(token), 7):  # cut anywhere it is nothing, and fails in no other way
        with pytest.raises(ProofError, match="is no time stamp that can be read"):
            second.authorities.checked(token[:size], note)
    for at in range(0, len(token), 11):
        broken = token[:at] + bytes([token[at] ^ 0xA5]) + token[at + 1 :]
        with suppress(ProofError):
            assert second.authorities.checked(broken, note) == right


def test_a_stamp_does_not_say_whose_a_log_is(log: Path, authority: Authority) -> None:
    verdict = checked(log, authority)
    assert (verdict.code, verdict.logs[0].stamped, verdict.logs[0].anchored) == (
        Code.UNANCHORED,
        10,
        0,
    )


def test_without_a_certificate_stamps_are_there_and_not_believed(log: Path) -> None:
    verdict = judge(log, KEY.verifier)
    assert (verdict.code, verdict.logs[0].stamps, verdict.logs[0].stamped) == (Code.SOUND, 1, 0)
    assert ["were not checked" in one.what for one in verdict.logs[0].notes] == [True]


def test_a_log_without_the_stamps_that_were_asked_for_is_not_anchored(
    log: Path, authority: Authority
) -> None:
    shutil.rmtree(log / ORIGIN / "stamps")
    verdict = checked(log, authority, KEY)
    assert (verdict.code, verdict.unstamped) == (Code.UNANCHORED, (ORIGIN,))
    assert any("no time stamp of it" in limit for limit in verdict.not_proven)


def _told(log: Path, authority: Authority) -> list[str]:
    verdict = checked(log, authority, KEY)
    assert verdict.code is Code.PROBLEM
    assert verdict.logs[0].stamped == 0
    return [one.what for one in verdict.problems if "stamps" in one.file]


def test_a_stamp_that_was_changed_is_a_problem(log: Path, authority: Authority) -> None:
    [(_, path)] = stamps_of(log / ORIGIN)
    whole = path.read_bytes()
    path.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    assert _told(log, authority) == ["the time stamp its signature does not hold: it was changed"]
    path.write_bytes(whole[:-9])
    assert _told(log, authority) == ["the time stamp is no time stamp that can be read"]
    path.write_bytes(whole + bytes(70_000))
    assert _told(log, authority) == ["the time stamp is no time stamp that can be read"]


def test_a_stamp_of_another_checkpoint_is_a_problem(log: Path, authority: Authority) -> None:
    [(_, old)] = stamps_of(log / ORIGIN)
    write(log, 9)
    old.rename(old.with_name("20-00000000.tsr"))
    assert _told(log, authority) == ["the time stamp is of another checkpoint"]
    (log / ORIGIN / "stamps" / "20-00000000.tsr").rename(old.with_name("19-00000000.tsr"))
    [told] = _told(log, authority)
    assert "no checkpoint over so many fits" in told


def test_a_stamp_by_another_authority_is_a_problem(
    log: Path, authority: Authority, stranger: Authority
) -> None:
    [told] = _told(log, stranger)
    assert "does not lead to one that was given (unable to get local issuer" in told


def test_a_certificate_that_is_not_for_time_stamps_counts_for_nothing(
    log: Path, authority: Authority, tmp_path: Path
) -> None:
    certify(authority.folder, "other", purpose="emailProtection")
    [(_, path)] = stamps_of(log / ORIGIN)
    token, info = tmp_path / "token", tmp_path / "info"
    openssl("ts", "-reply", "-in", path, "-token_out", "-out", token)
    openssl("cms", "-verify", "-noverify", "-inform", "DER", "-in", token, "-out", info)
    who = ("-signer", authority.folder / "other.pem", "-inkey", authority.folder / "other.key")
    how = ("-econtent_type", "1.2.840.113549.1.9.16.1.4", "-nodetach", "-binary")
    openssl("cms", "-sign", "-in", info, *who, *how, "-outform", "DER", "-out", token)
    body = bytes.fromhex("3003020100") + token.read_bytes()
    path.write_bytes(b"\x30\x82" + len(body).to_bytes(2) + body)
    assert _told(log, authority) == [
        "the time stamp is signed with a certificate that is not for time stamps"
    ]


def test_a_log_written_anew_with_its_own_key_does_not_get_its_old_stamps_back(
    log: Path, authority: Authority, tmp_path: Path
) -> None:
    kept = shutil.copytree(log / ORIGIN / "stamps", tmp_path / "kept")
    shutil.rmtree(log)
    write(log, 9)
    shutil.copytree(kept, log / ORIGIN / "stamps")
    assert _told(log, authority) == ["the time stamp is of another checkpoint"]


def retimed(log: Path, times: list[int]) -> None:
    """Give the records other times, in seconds since 1970, and sign all anew with the real key."""
    shutil.rmtree(log)
    write(log, len(times) - 1)
    moved = [changed(line, ts=at * 1_000_000) for line, at in zip(lines(log), times, strict=True)]
    put(log, rechained(moved))
    for name in ("checkpoint", "checkpoints"):
        (log / ORIGIN / name).unlink()
    shutil.rmtree(log / ORIGIN / "tile")
    sign_now(log / ORIGIN, Signing(KEY))


def test_a_log_that_was_stamped_anew_much_later_shows_by_how_long_its_records_waited(
    log: Path, authority: Authority
) -> None:
    retimed(log, [1_700_000_000 + 3600 * n for n in range(10)])
    stamped(log, authority)
    [one] = checked(log, authority, KEY).logs
    assert one.problem_count == 0
    assert one.stamped_wait == one.stamped_at - 1_700_000_000


def test_each_record_waits_for_the_first_stamp_over_it() -> None:
    for first, wait in (
        ({10: 130, 20: 205, 30: 301}, 30),
        ({10: 104, 20: 205, 30: 350}, 50),
        ({10: 900, 20: 205, 30: 301}, 105),  # stamped again later, when more was stamped already
        ({30: 301}, 201),
        ({}, 0),
    ):
        assert longest_wait(first, {1: 100, 11: 200, 21: 300}) == wait


def test_a_record_that_claims_to_be_younger_than_its_stamp_is_noted(
    log: Path, authority: Authority
) -> None:
    retimed(log, [1_700_000_000] * 9 + [4_000_000_000])
    stamped(log, authority)
    notes = [one.what for one in checked(log, authority, KEY).logs[0].notes]
    assert any("the writer's clock ran ahead" in one for one in notes)
    retimed(log, [1_700_000_000] * 10)
    stamped(log, authority)
    notes = [one.what for one in checked(log, authority, KEY).logs[0].notes]
    assert not any("the writer's clock ran ahead" in one for one in notes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_wherever_a_byte_of_a_stamp_is_changed_it_fails_or_says_the_same(
    log: Path, authority: Authority, data: st.DataObject
) -> None:
    [(_, path)] = stamps_of(log / ORIGIN)
    whole, note = path.read_bytes(), bytes(newest(log))
    right = authority.authorities.checked(whole, note)
    at = data.draw(st.integers(0, len(whole) - 1), label="place")
    other = data.draw(st.integers(1, 255), label="bits")
    broken = whole[:at] + bytes([whole[at] ^ other]) + whole[at + 1 :]
    with suppress(ProofError):
        assert authority.authorities.checked(broken, note) == right


def test_an_answer_to_another_request_is_not_kept(tmp_path: Path, authority: Authority) -> None:
    write(tmp_path, 9)
    path = stamped(tmp_path, authority)
    authority.replayed = path.read_bytes()
    path.unlink()
    with pytest.raises(LogReadError, match="answers another request"):
        stamped(tmp_path, authority)
    assert not list(stamps_of(tmp_path / ORIGIN))


def test_an_authority_that_answers_with_anything_else_is_told_of(
    tmp_path: Path, authority: Authority, stranger: Authority
) -> None:
    write(tmp_path, 9)
    for replayed, status, told in (
        (b"sorry", 200, "is no time stamp that can be read"),
        (b"sorry", 503, "answered with HTTP 503 and 5 bytes"),
        (bytes(70_000), 200, "answered with HTTP 200 and 70,000 bytes"),
        (bytes.fromhex("30053003020102"), 200, "time stamp"),
    ):
        authority.replayed, authority.status = replayed, status
        with pytest.raises(LogReadError, match=told):
            stamped(tmp_path, authority)
    authority.replayed, authority.status = b"", 200
    other = TimestampAnchor(authority.url, stranger.authorities)
    with pytest.raises(LogReadError, match="does not lead to one that was given"):
        other.show(tmp_path / ORIGIN)
    with pytest.raises(LogReadError, match="cannot be reached: ConnectError"):
        replace(other, url="http://127.0.0.1:9/").show(tmp_path / ORIGIN)
    assert not list(stamps_of(tmp_path / ORIGIN))


async def test_a_log_has_itself_stamped_and_goes_on_without_an_authority(
    tmp_path: Path, authority: Authority
) -> None:
    environ = {"URL": authority.url, "ROOTS": str(authority.roots)}
    log = FileLog(tmp_path, origin=ORIGIN, signing=Signing(KEY, records=1, pause=0))
    log.follow("p", None, [anchor_of(replace(SPEC, every=1), environ)])
    authority.status = 500
    for _ in range(500):
        told = [one.record or {} for one in read_records(tmp_path)]
        if gone := [one for one in told if one.get("why") == "unanchored"]:
            break
        await asyncio.sleep(0.01)
    assert [(one["anchor"], one["error"]) for one in gone] == [("timestamp", "unreachable")]
    authority.status = 200
    await log.append("session_open", {})
    log.close()
    verdict = checked(tmp_path, authority, KEY)
    assert (verdict.code, verdict.logs[0].stamped) == (Code.SOUND, verdict.logs[0].records)


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"URL": "x"}, "'timestamp': ROOTS not set"),
        ({"URL": "x", "ROOTS": "/nowhere"}, r"'timestamp' \(ROOTS\): the file: No such file"),
        ({"URL": "x", "ROOTS": __file__}, r"\(ROOTS\): the file holds no certificate"),
    ],
)
def test_an_authority_whose_variables_are_not_right_is_told_of(
    environ: dict[str, str], told: str
) -> None:
    with pytest.raises(ConfigurationError, match=told):
        anchor_of(SPEC, environ)


def test_without_the_package_one_line_says_what_to_install(
    maker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rfc3161_client", None)
    environ: dict[str, Any] = {"URL": "x", "ROOTS": str(maker / "ca.pem")}
    with pytest.raises(ConfigurationError, match=r"candor-guardrails\[timestamp\]"):
        anchor_of(SPEC, environ)


def test_it_is_shown_as_often_as_other_anchors(authority: Authority) -> None:
    assert TimestampAnchor(authority.url, authority.authorities).every == ANCHOR_SECONDS
