"""Reads keys, checkpoints and receipts that people name on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from guardrails.errors import LogReadError, ProofError
from guardrails.ledger.chain import is_hash
from guardrails.ledger.keys import SigningKey, VerifierKey
from guardrails.ledger.note import Checkpoint

T = TypeVar("T")
_LONGEST = 4096  # characters of a key, or of a path


def public_keys(given: Iterable[str]) -> list[VerifierKey]:
    """
    Return the keys that *given* holds, as text or as names of files with one.

    Raises:
        LogReadError: One of them is none.
    """
    found = []
    for one in given:
        where, text = "the key that you gave", one
        if len(one) < _LONGEST and Path(one).is_file():
            where, text = one, contents(Path(one)).decode("utf-8", "replace").strip()
        found.append(_parsed(where, VerifierKey.parse, text))
    return found


def private_key(path: Path) -> SigningKey:
    """
    Return the private key in the file.

    Raises:
        LogReadError: There is none.
    """
    return _parsed(str(path), SigningKey.parse, contents(path).decode("utf-8", "replace").strip())


def checkpoints(paths: Iterable[Path]) -> list[Checkpoint]:
    """
    Return the checkpoints in the files.

    Raises:
        LogReadError: One of them holds none.
    """
    return [_parsed(str(path), Checkpoint.parse, contents(path)) for path in paths]


def receipt(path: Path) -> dict[str, str]:
    """
    Return `id`, `leaf` and `origin` of the receipt in the file, JSON as a reply holds it.

    Raises:
        LogReadError: There is none.
    """
    try:
        found = json.loads(contents(path))
        known = {key: str(found[key]) for key in ("id", "leaf", "origin")}
    except (ValueError, KeyError, TypeError):
        known = {}
    if not is_hash(known.get("leaf")):
        msg = f"{path}: is no receipt: JSON with id, leaf and origin is wanted"
        raise LogReadError(msg)
    return known


def contents(path: Path) -> bytes:
    """
    Return the bytes of the file.

    Raises:
        LogReadError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path}: {error.strerror}"
        raise LogReadError(msg) from error


def _parsed(where: str, parse: Callable[..., T], data: str | bytes) -> T:
    try:
        return parse(data)
    except ProofError as error:
        msg = f"{where} {error}" if where.startswith("the key") else f"{where}: {error}"
        raise LogReadError(msg) from None
