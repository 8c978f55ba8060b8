"""`candor log anchor stamp | s3`, and what `candor log verify` says of what they left."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.store import FileLog
from tests.authority import OPENSSL, Authority, made, served
from tests.buckets import Store, serving

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="no openssl on this machine")
KEY = SigningKey.generate("web-1")


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)], env=env or {})


def told(result: Result, code: int) -> str:
    """Return the one line that the command ended with."""
    assert result.exit_code == code, result.output
    assert result.stderr.count("\n") == 1
    return result.stderr


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with served(made(tmp_path_factory.mktemp("authority"))) as found:
        yield found


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with serving() as found:
        found.make("away")
        yield found


@pytest.fixture
def log(tmp_path: Path) -> Path:
    async def write() -> None:
        made = FileLog(tmp_path / "log", origin="web-1", signing=Signing(KEY))
        for n in range(9):
            await made.append("turn_close", {"turn": n})
        made.close()

    asyncio.run(write())
    return tmp_path / "log"


def verified(log: Path, *more: str | Path, env: dict[str, str] | None = None) -> Result:
    return run("verify", log, "--key", str(KEY.verifier), *more, env=env)


def test_a_stamp_is_asked_for_and_verify_says_when_and_by_whom(
    log: Path, authority: Authority
) -> None:
    done = run("anchor", "stamp", log, authority.url, "--tsa", authority.roots)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"web-1: 10 records, stamped by {authority.url}\n"
    seen = verified(log, "--tsa", authority.roots)
    assert seen.exit_code == 0
    assert re.search(
        r"  stamped 10 records, by CN=Stamps of Example,O=Example at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
        r" UTC(, \d+ s before the last record)?; every one within \d+ s of its own time\n",
        seen.stdout,
    )
    assert re.search(r"  newest known elsewhere: 10 of 10 records, \d+ (s|min) ago\n", seen.stdout)
    assert "A time stamp says by when records were there" in seen.stdout


def test_without_a_certificate_verify_says_that_nothing_was_checked(
    log: Path, authority: Authority
) -> None:
    run("anchor", "stamp", log, authority.url, "--tsa", authority.roots)
    seen = verified(log)
    assert seen.exit_code == 0
    assert "1 time stamps, which were not checked" in seen.stdout
    assert "newest known elsewhere" not in seen.stdout


def test_verify_with_a_certificate_and_no_stamp_is_not_anchored(
    log: Path, authority: Authority
) -> None:
    seen = verified(log, "--tsa", authority.roots)
    assert (seen.exit_code, seen.stdout.splitlines()[-1]) == (3, "Result: sound, but not anchored")
    assert "no time stamp of it by an authority" in seen.stdout


def test_a_stamp_that_does_not_hold_is_one_line_and_status_1(
    log: Path, authority: Authority, tmp_path: Path
) -> None:
    other = made(tmp_path / "other")
    run("anchor", "stamp", log, authority.url, "--tsa", authority.roots)
    [stamp] = (log / "web-1" / "stamps").iterdir()
    whole = stamp.read_bytes()
    for token, roots, line in (
        (whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:], authority.roots, "it was changed"),
        (whole[:99], authority.roots, "is no time stamp that can be read"),
        (whole, other.roots, "does not lead to one that was given"),
    ):
        stamp.write_bytes(token)
        seen = verified(log, "--tsa", roots)
        assert seen.exit_code == 1
        problems = [one for one in seen.stdout.splitlines() if one.startswith("  problem")]
        assert [line in one for one in problems] == [True], problems


def test_an_authority_out_of_reach_is_one_line_and_status_2(
    log: Path, authority: Authority
) -> None:
    gone = run("anchor", "stamp", log, "http://127.0.0.1:9", "--tsa", authority.roots)
    assert "cannot be reached: ConnectError" in told(gone, 2)
    none = run("anchor", "stamp", log, authority.url, "--tsa", log / "web-1" / "checkpoint")
    assert "holds no certificate" in told(none, 2)
    assert "No such file" in told(verified(log, "--tsa", log / "nowhere"), 2)


def test_a_checkpoint_is_locked_away_and_verify_compares_with_it(log: Path, store: Store) -> None:
    env = store.environ
    done = run("anchor", "s3", log, "s3://away/a", "--lock-for", "30", env=env)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "web-1: 10 records, locked in s3://away/a\n"
    seen = verified(log, "--s3", "s3://away/a", env=env)
    assert seen.exit_code == 0
    assert re.search(
        r"  locked 10 records, in the bucket at .* UTC.*, until .*; 1 check", seen.stdout
    )
    assert re.search(r"  newest known elsewhere: 10 of 10 records, \d+ (s|min) ago\n", seen.stdout)
    without = run("verify", log, "--s3", "s3://away/a", env=env)
    assert without.exit_code == 0  # what was kept elsewhere is believed as it is

    shown = json.loads(verified(log, "--s3", "s3://away/a", "--format", "json", env=env).stdout)
    [kept] = shown["bucket"]
    assert (kept["origin"], kept["size"]) == ("web-1", 10)
    assert 29 * 86_400 < kept["until"] - kept["at"] <= 30 * 86_400


def test_verify_with_a_bucket_that_holds_nothing_locked_is_not_anchored(
    log: Path, store: Store
) -> None:
    note = (log / "web-1" / "checkpoint").read_bytes()
    name = "loose/web-1/00000000000000000010.checkpoint"
    store.client.put_object(Bucket="away", Key=name, Body=note)
    seen = verified(log, "--s3", "s3://away/loose", env=store.environ)
    assert (seen.exit_code, seen.stdout.splitlines()[-1]) == (3, "Result: sound, but not anchored")
    assert "1 checkpoints in the bucket are not locked" in seen.stdout
    assert "holds no locked checkpoint of it" in seen.stdout


def test_a_log_taken_back_is_refused_by_the_bucket_and_found_out_by_verify(
    log: Path, store: Store
) -> None:
    env = store.environ
    old = {path: path.read_bytes() for path in log.rglob("*") if path.is_file()}

    async def more() -> None:
        grown = FileLog(log, origin="web-1", signing=Signing(KEY))
        await grown.append("turn_close", {"turn": 10})
        grown.close()

    asyncio.run(more())
    assert run("anchor", "s3", log, "s3://away/b", "--lock-for", "30", env=env).exit_code == 0
    for path, data in old.items():
        path.chmod(0o640)
        path.write_bytes(data)
    refused = run("anchor", "s3", log, "s3://away/b", "--lock-for", "30", env=env)
    assert "the log was taken back" in told(refused, 1)
    seen = verified(log, "--s3", "s3://away/b", env=env)
    assert seen.exit_code == 1
    assert "an older state was put back" in seen.stdout


def test_a_bucket_out_of_reach_is_one_line_and_status_2(log: Path, store: Store) -> None:
    gone = {**store.environ, "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:9"}
    assert "cannot be reached" in told(verified(log, "--s3", "s3://away/a", env=gone), 2)
    assert "NoSuchBucket" in told(verified(log, "--s3", "s3://none", env=store.environ), 2)
    assert "is no address of a bucket" in told(verified(log, "--s3", "away"), 2)


def test_without_the_packages_one_line_says_what_to_install(
    log: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, arguments, extra in (
        ("boto3", ("--s3", "s3://away"), "[s3]"),
        ("rfc3161_client", ("--tsa", authority.roots), "[timestamp]"),
    ):
        monkeypatch.setitem(sys.modules, name, None)
        line = told(verified(log, *arguments), 2)
        assert f"pip install 'candor-guardrails{extra}'" in line
    again = run("anchor", "stamp", log, authority.url, "--tsa", authority.roots)
    assert "[timestamp]" in told(again, 2)
