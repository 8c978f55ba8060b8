"""Makes the anchors that a policy describes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from guardrails.errors import ConfigurationError, ProofError
from guardrails.ledger.anchors import (
    Anchor,
    BucketAnchor,
    FileAnchor,
    TimestampAnchor,
    WitnessAnchor,
)
from guardrails.ledger.buckets import Bucket
from guardrails.ledger.keys import WITNESS, VerifierKey
from guardrails.ledger.timestamps import Authorities
from guardrails.policy.log_settings import AnchorSpec


def anchor_of(spec: AnchorSpec, environ: Mapping[str, str]) -> Anchor:
    """
    Return the anchor that a policy describes.

    Args:
        spec: The policy's settings of it.
        environ: Where its address, key or path is read from, and credentials of a bucket.

    Raises:
        ConfigurationError: A variable is not set, or does not hold what it should, which is not
            quoted; or a package that this anchor needs is not installed.
    """
    named = (spec.url_env, spec.key_env, spec.path_env, spec.roots_env)
    names = [name for name in named if name is not None]
    missing = [name for name in names if not environ.get(name)]
    if missing:
        msg = (
            f"anchor {spec.kind!r}: {', '.join(missing)} not set; pass "
            f"environ={{{missing[0]!r}: ...}} or anchors=[...] to Guard"
        )
        raise ConfigurationError(msg)
    every = float(spec.every)
    match spec.kind:
        case "file":
            return FileAnchor(Path(environ[str(spec.path_env)]), every)
        case "witness":
            return WitnessAnchor(environ[str(spec.url_env)], _witness(spec, environ), every)
        case "timestamp":
            return TimestampAnchor(environ[str(spec.url_env)], _authorities(spec, environ), every)
        case _:
            return BucketAnchor(_bucket(spec, environ), spec.lock_for or 0, every)


def _witness(spec: AnchorSpec, environ: Mapping[str, str]) -> VerifierKey:
    """Return the key of the witness. Raises `ConfigurationError`."""
    with _held_by(spec, spec.key_env):
        key = VerifierKey.parse(environ[str(spec.key_env)].strip())
        if key.kind != WITNESS:
            msg = "is the key of a log, not of a witness"
            raise ProofError(msg)
    return key


def _authorities(spec: AnchorSpec, environ: Mapping[str, str]) -> Authorities:
    """Return whose time stamps are taken. Raises `ConfigurationError`."""
    try:
        pem = Path(environ[str(spec.roots_env)]).read_bytes()
    except OSError as error:
        msg = f"anchor {spec.kind!r} ({spec.roots_env}): the file: {error.strerror}"
        raise ConfigurationError(msg) from None
    with _held_by(spec, spec.roots_env, "the file "):
        return Authorities.parse(pem)


def _bucket(spec: AnchorSpec, environ: Mapping[str, str]) -> Bucket:
    """Return where checkpoints are locked away. Raises `ConfigurationError`."""
    with _held_by(spec, spec.url_env):
        return Bucket.parse(environ[str(spec.url_env)], environ)


@contextmanager
def _held_by(spec: AnchorSpec, variable: str | None, what: str = "") -> Iterator[None]:
    """Say which *variable* holds what is wrong, as a `ConfigurationError`."""
    try:
        yield
    except ProofError as error:
        msg = f"anchor {spec.kind!r} ({variable}): {what}{error}"
        raise ConfigurationError(msg) from None
