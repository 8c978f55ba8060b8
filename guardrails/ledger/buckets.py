"""
Checkpoints in a bucket of S3, or of a server that speaks as S3 does, under object lock.

    s3://bucket/prefix/<origin>/00000000000000000301.checkpoint    the note, as `checkpoints` has it

Each is locked in COMPLIANCE mode: until its date nobody can remove it or shorten the time, the
owner of the bucket included. A new version over it, or a mark that hides it, can be made; both are
seen, since every version is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeAlias

from guardrails.errors import ConfigurationError, LogReadError, ProofError
from guardrails.ledger.note import NOTE_MAX, Checkpoint

_Client: TypeAlias = Any  # boto3 makes its classes as it runs
_Boto3: TypeAlias = Any
_SCHEME: Final = "s3://"
_ENDING: Final = ".checkpoint"
_DIGITS: Final = 20
_LOOK_BACK: Final = 1024
"""Records below the newest among which the one shown before is looked for first."""
_AT_ONCE: Final = 8
_MODE: Final = "COMPLIANCE"
_CONNECT: Final = 5
_READ: Final = 10
"""Seconds that the bucket may take."""


@dataclass(frozen=True, slots=True)
class Kept:
    """
    A checkpoint as one version of an object holds it.

    Attributes:
        checkpoint: What it holds; its signatures are not checked.
        at: When it was put there, by the bucket's clock, seconds since 1970.
        until: Until when nobody can remove it, seconds since 1970; 0 if somebody can.
    """

    checkpoint: Checkpoint
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """
    A place in a bucket, and how to come in.

    Attributes:
        name: Of the bucket.
        prefix: What the names of all objects begin with, without a slash at its ends.
        endpoint: Address of a server that speaks as S3 does; None for that of AWS.
        region: Of the bucket; None for that of the machine.
        key: Id of the access key; None for what the machine is allowed to.
        secret: The access key itself.
        token: Of a session, if there is one.
    """

    name: str
    prefix: str = ""
    endpoint: str | None = None
    region: str | None = None
    key: str | None = None
    secret: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    _made: list[_Client] = field(init=False, default_factory=list, repr=False, compare=False)

    @classmethod
    def parse(cls, url: str, environ: Mapping[str, str]) -> Bucket:
        """
        Return the place at *url*.

        Args:
            url: `s3://bucket/prefix`.
            environ: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`,
                `AWS_REGION` or `AWS_DEFAULT_REGION`, and `AWS_ENDPOINT_URL_S3` or
                `AWS_ENDPOINT_URL`, as other programs have them. Without a key it is the
                machine's own.

        Raises:
            ProofError: It is no such address.
            ConfigurationError: The package for it is not installed.
        """
        name, _, prefix = url.strip().removeprefix(_SCHEME).partition("/")
        if not url.strip().startswith(_SCHEME) or not name:
            msg = "is no address of a bucket: s3://bucket/prefix is wanted"
            raise ProofError(msg)
        _boto3()
        return cls(
            name,
            prefix.strip("/"),
            environ.get("AWS_ENDPOINT_URL_S3") or environ.get("AWS_ENDPOINT_URL") or None,
            environ.get("AWS_REGION") or environ.get("AWS_DEFAULT_REGION") or None,
            environ.get("AWS_ACCESS_KEY_ID") or None,
            environ.get("AWS_SECRET_ACCESS_KEY") or None,
            environ.get("AWS_SESSION_TOKEN") or None,
        )

    def __str__(self) -> str:
        return f"{_SCHEME}{self.name}/{self.prefix}".rstrip("/")

    def put(self, new: Checkpoint, lock_for: int) -> Kept:
        """
        Put a checkpoint there, locked, and return it as it was read back.

        Args:
            new: The checkpoint.
            lock_for: Seconds.

        Raises:
            LogReadError: The bucket is out of reach, has no object lock, or does not hold the
                checkpoint, so locked, afterwards.
        """
        until = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=lock_for)
        where = {"Bucket": self.name, "Key": self._object(new.origin, new.size)}
        with self._told() as client:
            done = client.put_object(
                **where,
                Body=bytes(new),
                ContentType="text/plain; charset=utf-8",
                ChecksumAlgorithm="SHA256",
                ObjectLockMode=_MODE,
                ObjectLockRetainUntilDate=until,
            )
            found = self._read(client, where["Key"], done.get("VersionId"))
        if found is None or bytes(found.checkpoint) != bytes(new):
            msg = f"{self}: what was put there is not what is read back"
            raise LogReadError(msg)
        if found.until < int(until.timestamp()):
            msg = f"{self}: what was put there is not locked until {until:%F}"
            raise LogReadError(msg)
        return found

    def newest(self, origin: str, size: int) -> Checkpoint | None:
        """
        Return the checkpoint of the log *origin* over the most records; None if there is none.

        Args:
            origin: Name of the log.
            size: Over about so many it will be: it is looked for from there on, and then further
                and further before.

        Raises:
            LogReadError: The bucket is out of reach, or what lies there is none.
        """
        back, keys = _LOOK_BACK, list[str]()
        with self._told() as client:
            while not keys:
                start = size - back
                keys = list(self._names(client, origin, start if start > 0 else None))
                if start <= 0:
                    break
                back *= 4
            found = self._read(client, keys[-1], None) if keys else None
        if keys and found is None:
            msg = f"{self}: {keys[-1]} holds no checkpoint"
            raise LogReadError(msg)
        return None if found is None else found.checkpoint

    def kept(self) -> list[Kept]:
        """
        Return every checkpoint under the prefix, of all logs: every version, hidden ones too.

        Raises:
            LogReadError: The bucket is out of reach.
        """
        prefix = f"{self.prefix}/" if self.prefix else ""
        with self._told() as client, ThreadPoolExecutor(_AT_ONCE) as pool:
            pages = client.get_paginator("list_object_versions").paginate(
                Bucket=self.name, Prefix=prefix
            )
            found = pool.map(lambda one: self._read(client, *one), list(_versions(pages)))
            return [one for one in found if one is not None]

    def _object(self, origin: str, size: int) -> str:
        name = f"{origin}/{size:0{_DIGITS}d}{_ENDING}"
        return f"{self.prefix}/{name}" if self.prefix else name

    def _names(self, client: _Client, origin: str, size: int | None) -> Iterator[str]:
        """Yield the objects of a log over at least *size* records, in order."""
        prefix = self._object(origin, 0).rpartition("/")[0] + "/"
        start = prefix if size is None else self._object(origin, size)
        pages = client.get_paginator("list_objects_v2").paginate(
            Bucket=self.name, Prefix=prefix, StartAfter=start
        )
        for page in pages:
            yield from (one["Key"] for one in page.get("Contents", ()))

    def _read(self, client: _Client, key: str, version: str | None) -> Kept | None:
        """Return the checkpoint that an object holds; None if it is none."""
        which = {} if version is None else {"VersionId": version}
        answer = client.get_object(Bucket=self.name, Key=key, **which)
        until = answer.get("ObjectLockRetainUntilDate")
        locked = answer.get("ObjectLockMode") == _MODE and until is not None
        try:
            checkpoint = Checkpoint.parse(answer["Body"].read(NOTE_MAX + 1))
        except ProofError:
            return None
        return Kept(
            checkpoint,
            int(answer["LastModified"].timestamp()),
            int(until.timestamp()) if locked else 0,
        )

    @contextmanager
    def _told(self) -> Iterator[_Client]:
        """Give the client, and tell its errors in words of ours. Raises `LogReadError`."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            if not self._made:  # half a second of reading what S3 is
                self._made.append(self._client())
            yield self._made[0]
        except ClientError as error:
            told = error.response.get("Error", {})
            msg = f"{self}: {told.get('Code', 'refused')}: {told.get('Message', '')}".strip(": ")
            raise LogReadError(msg) from error
        except (BotoCoreError, ValueError) as error:
            msg = f"{self} cannot be reached: {type(error).__name__}"
            raise LogReadError(msg) from error

    def _client(self) -> _Client:
        from botocore.config import Config

        config = Config(
            signature_version="s3v4",
            connect_timeout=_CONNECT,
            read_timeout=_READ,
            retries={"mode": "standard", "total_max_attempts": 2},
            s3={"addressing_style": "auto" if self.endpoint is None else "path"},
            max_pool_connections=_AT_ONCE,
        )
        session = _boto3().session.Session(
            aws_access_key_id=self.key,
            aws_secret_access_key=self.secret,
            aws_session_token=self.token,
            region_name=self.region,
        )
        return session.client("s3", endpoint_url=self.endpoint, config=config)


def _versions(pages: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for page in pages:
        for one in page.get("Versions", ()):
            if one["Key"].endswith(_ENDING):
                yield one["Key"], one["VersionId"]


def _boto3() -> _Boto3:
    try:
        import boto3
    except ImportError as error:
        msg = "a bucket of S3 needs the package boto3: pip install 'candor-guardrails[s3]'"
        raise ConfigurationError(msg) from error
    return boto3
