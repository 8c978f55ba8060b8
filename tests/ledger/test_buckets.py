"""Checkpoints are locked away in a bucket, over real HTTP, and verify compares with them."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from guardrails.errors import ConfigurationError, LogReadError, ProofError
from guardrails.ledger.anchors import BucketAnchor
from guardrails.ledger.buckets import Bucket
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.made import anchor_of
from guardrails.ledger.notary import Signing
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.read import read_records
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code
from guardrails.policy.log_settings import AnchorSpec
from tests.buckets import Store, serving

from .auditor import KEY, ORIGIN, judge, newest, write

DAY = 86_400
SPEC = AnchorSpec("s3", url_env="BUCKET", lock_for=400 * DAY, every=1)
_NUMBERS = count()


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with serving() as found:
        yield found


@pytest.fixture
def place(store: Store) -> Bucket:
    name = f"checkpoints-{next(_NUMBERS)}"
    store.make(name)
    return Bucket.parse(f"s3://{name}/far/away/", store.environ)


def show(place: Bucket, directory: Path, origin: str = ORIGIN) -> Checkpoint:
    return BucketAnchor(place, 400 * DAY).show(directory / origin)


def sizes(place: Bucket) -> list[int]:
    return [one.checkpoint.size for one in place.kept()]


def test_each_checkpoint_is_an_object_that_nobody_can_remove(
    tmp_path: Path, place: Bucket, store: Store
) -> None:
    write(tmp_path, 9)
    shown = show(place, tmp_path)
    [(name, version)] = store.versions(place.name)
    assert name == f"far/away/{ORIGIN}/00000000000000000010.checkpoint"
    found = store.client.get_object(Bucket=place.name, Key=name, VersionId=version)
    assert found["Body"].read() == bytes(shown) == bytes(newest(tmp_path))
    assert found["ObjectLockMode"] == "COMPLIANCE"
    with pytest.raises(ClientError, match="AccessDenied"):
        store.client.delete_object(
            Bucket=place.name, Key=name, VersionId=version, BypassGovernanceRetention=True
        )
    [kept] = place.kept()
    assert kept.checkpoint == shown
    assert 399 * DAY < kept.until - kept.at <= 400 * DAY


def test_what_is_there_is_not_put_there_again(tmp_path: Path, place: Bucket, store: Store) -> None:
    write(tmp_path, 9)
    show(place, tmp_path)
    show(place, tmp_path)
    write(tmp_path, 9)
    show(place, tmp_path)
    assert sizes(place) == [10, 20]
    assert len(store.versions(place.name)) == 2


def test_a_log_that_has_grown_much_finds_what_was_shown_before(
    tmp_path: Path, place: Bucket
) -> None:
    write(tmp_path, 9)
    show(place, tmp_path)
    found = place.newest(ORIGIN, 10)
    assert found is not None
    for size in (0, 9, 11, 1033, 1034, 1035, 70_000, 10**18):
        assert place.newest(ORIGIN, size) == found
    assert place.newest("web", 10) is None
    assert place.newest(f"{ORIGIN}2", 10) is None


def test_several_logs_share_a_bucket(tmp_path: Path, place: Bucket) -> None:
    other = SigningKey.generate("eu/web-2")
    write(tmp_path, 9)
    write(tmp_path, 3, origin="eu/web-2", key=other)
    show(place, tmp_path)
    show(place, tmp_path, "eu/web-2")
    kept = [one.checkpoint for one in place.kept()]
    assert {one.origin for one in kept} == {ORIGIN, "eu/web-2"}
    assert judge(tmp_path, kept=kept).code is Code.SOUND
    shutil.rmtree(tmp_path / "eu")  # a log removed as a whole
    assert judge(tmp_path, kept=kept).code is Code.PROBLEM


def test_no_checkpoint_is_taken_of_a_log_that_was_taken_back_or_written_twice(
    tmp_path: Path, place: Bucket
) -> None:
    write(tmp_path / "log", 9)
    shutil.copytree(tmp_path / "log", tmp_path / "old")
    shutil.copytree(tmp_path / "log", tmp_path / "fork")
    write(tmp_path / "log", 9)
    write(tmp_path / "fork", 12)
    show(place, tmp_path / "log")
    with pytest.raises(ProofError, match="was taken back"):
        show(place, tmp_path / "old")
    with pytest.raises(ProofError, match="written twice"):
        show(place, tmp_path / "fork")
    assert sizes(place) == [20]


def test_what_was_locked_away_tells_of_a_log_that_was_taken_back(
    tmp_path: Path, place: Bucket, store: Store
) -> None:
    write(tmp_path / "log", 9)
    shutil.copytree(tmp_path / "log", tmp_path / "old")
    write(tmp_path / "log", 9)
    show(place, tmp_path / "log")
    [(name, _)] = store.versions(place.name)
    store.client.delete_object(Bucket=place.name, Key=name)  # a mark hides it
    store.client.put_object(Bucket=place.name, Key=name, Body=bytes(newest(tmp_path / "old")))
    found = place.kept()
    assert sorted((one.checkpoint.size, bool(one.until)) for one in found) == [
        (10, False),
        (20, True),
    ]
    kept = [one.checkpoint for one in found if one.until]
    assert judge(tmp_path / "log", kept=kept).code is Code.SOUND
    assert judge(tmp_path / "old", kept=kept).code is Code.PROBLEM


def test_a_bucket_without_locks_and_one_that_is_not_there_are_told_of(
    tmp_path: Path, store: Store
) -> None:
    write(tmp_path, 9)
    store.make("loose", locking=False)
    loose = Bucket.parse("s3://loose", store.environ)
    assert str(loose) == "s3://loose"
    with pytest.raises(LogReadError, match="s3://loose: InvalidRequest"):
        show(loose, tmp_path)
    with pytest.raises(LogReadError, match="s3://nowhere/x: NoSuchBucket"):
        show(Bucket.parse("s3://nowhere/x", store.environ), tmp_path)
    gone = replace(loose, endpoint="http://127.0.0.1:9")
    with pytest.raises(LogReadError, match="s3://loose cannot be reached: EndpointConnection"):
        show(gone, tmp_path)


def test_an_object_that_is_no_checkpoint_is_passed_over_by_who_reads_and_stops_who_writes(
    tmp_path: Path, place: Bucket, store: Store
) -> None:
    write(tmp_path, 9)
    name = f"far/away/{ORIGIN}/00000000000000000003.checkpoint"
    store.client.put_object(Bucket=place.name, Key=name, Body=b"nonsense")
    store.client.put_object(Bucket=place.name, Key="far/away/readme", Body=b"nonsense")
    assert place.kept() == []
    with pytest.raises(LogReadError, match="holds no checkpoint"):
        show(place, tmp_path)


def test_a_server_that_takes_an_object_and_does_not_lock_it_is_told_of(
    tmp_path: Path, place: Bucket
) -> None:
    write(tmp_path, 9)
    new = newest(tmp_path)
    with pytest.raises(LogReadError, match="is not locked until"):
        _Short(place.name, endpoint=place.endpoint, key="writer", secret="x").put(new, 2 * DAY)


class _Short(Bucket):
    """A bucket that reads back what was locked for too short a time."""

    def _read(self, *given: Any) -> Any:
        found = super()._read(*given)
        return None if found is None else replace(found, until=found.until - DAY)


async def test_a_log_locks_its_checkpoints_away_and_goes_on_without_the_bucket(
    tmp_path: Path, store: Store
) -> None:
    name = f"own-{next(_NUMBERS)}"
    environ = {**store.environ, "BUCKET": f"s3://{name}/logs"}
    log = FileLog(tmp_path, origin=ORIGIN, signing=Signing(KEY, records=1, pause=0))
    log.follow("p", None, [anchor_of(SPEC, environ)])
    gone: list[dict[str, Any]] = []
    for _ in range(1000):
        told = [one.record or {} for one in read_records(tmp_path)]
        if gone := [one for one in told if one.get("why") == "unanchored"]:
            break
        await asyncio.sleep(0.01)
    assert [(one["anchor"], one["error"]) for one in gone] == [("s3", "unreachable")]
    store.make(name)
    await log.append("session_open", {})
    log.close()
    kept = [one.checkpoint for one in Bucket.parse(environ["BUCKET"], environ).kept()]
    verdict = judge(tmp_path, KEY.verifier, kept=kept)
    assert (verdict.code, verdict.logs[0].remembered) == (Code.SOUND, verdict.logs[0].records)


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({}, "'s3': BUCKET not set"),
        ({"BUCKET": "https://example.org"}, r"'s3' \(BUCKET\): is no address of a bucket"),
        ({"BUCKET": "s3:///logs"}, r"'s3' \(BUCKET\): is no address of a bucket"),
    ],
)
def test_a_bucket_whose_variable_is_not_right_is_told_of(
    environ: dict[str, str], told: str
) -> None:
    with pytest.raises(ConfigurationError, match=told):
        anchor_of(SPEC, environ)


def test_a_bucket_shows_no_secret(store: Store) -> None:
    assert "not-a-secret" not in repr(Bucket.parse("s3://x/y", store.environ))


def test_without_the_package_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "boto3", None)
    with pytest.raises(ConfigurationError, match=r"candor-guardrails\[s3\]"):
        anchor_of(SPEC, {"BUCKET": "s3://x"})
