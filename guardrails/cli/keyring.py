"""Reads keys, checkpoints and receipts that people name on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from guardrails.cli.faults import files_of
from guardrails.errors import LogReadError, ProofError
from guardrails.evidence.keys import OPENING, SEALING, OpeningKey, SealingKey
from guardrails.ledger.base import Receipt
from guardrails.ledger.chain import is_hash
from guardrails.ledger.checkpoints import split_notes
from guardrails.ledger.keys import PRIVATE, SigningKey, VerifierKey
from guardrails.ledger.notary import Signing, check_key
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.prove import origin_of

T = TypeVar("T")
_LONGEST = 4096  # characters of a key, or of a path
_SHOWN = 200


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
            where, text = one, _line(Path(one), SEALING)
        elif "+" not in one and one.isprintable():
            msg = f"{one[:_SHOWN]}: neither a file with a key nor a key"
            raise LogReadError(msg)
        if text.startswith(PRIVATE):
            msg = (
                f"{where}: is a private key, which nobody needs to check anything: give the public "
                "one, in the file beside it that ends in .pub"
            )
            raise LogReadError(msg)
        found.append(_parsed(where, VerifierKey.parse, text))
    return found


def private_key(path: Path) -> SigningKey:
    """
    Return the private key in the file.

    Raises:
        LogReadError: There is none.
    """
    return _parsed(str(path), SigningKey.parse, _line(path, OPENING))


def log_signing(path: Path, folder: Path) -> Signing:
    """
    Return what signs the log in *folder* with the private key in the file.

    Raises:
        LogReadError: There is none, or it is not the one with which the log is signed.
    """
    key = private_key(path)
    with files_of(folder):
        origin = origin_of(folder)
        try:
            check_key(folder, origin, signing := Signing(key))
        except ValueError as error:
            msg = f"{path}: {error}"
            raise LogReadError(msg) from None
    return signing


def opening_key(path: Path) -> tuple[OpeningKey, SigningKey]:
    """
    Return the investigators' private key in the file, and what signs the log of their acts.

    Raises:
        LogReadError: There is none: whoever holds another kind of key opens no text.
    """
    text = contents(path).decode("utf-8", "replace")
    if f"{OPENING}+" not in text:
        msg = (
            f"{path}: is not the private key of investigators, who alone open texts: a line "
            f"{OPENING}+... is wanted, as `candor log keygen --investigator` writes it"
        )
        raise LogReadError(msg)
    opening = _parsed(str(path), OpeningKey.parse, text)
    signing = _parsed(str(path), SigningKey.parse, _line(path, OPENING))
    if signing.name != opening.name:
        msg = f"{path}: holds keys of two names, {opening.name} and {signing.name}"
        raise LogReadError(msg)
    return opening, signing


def sealing_key(path: Path) -> SealingKey:
    """
    Return the investigators' public key in the file, to which texts are sealed.

    Raises:
        LogReadError: There is none.
    """
    text = contents(path).decode("utf-8", "replace")
    if f"{SEALING}+" not in text:
        msg = (
            f"{path}: is not the public key of investigators: a line {SEALING}+... is wanted, as "
            "`candor log keygen --investigator` writes it"
        )
        raise LogReadError(msg)
    return _parsed(str(path), SealingKey.parse, text)


def recording_key(path: Path) -> SigningKey:
    """
    Return the private key in the file, of a log in which an erasure may be recorded.

    Raises:
        LogReadError: There is none, or it is the investigators', who open and do not erase.
    """
    if OPENING.encode() in contents(path):
        msg = (
            f"{path}: an investigators' key, with which texts are opened; an erasure is recorded "
            "with the key of a log, which `candor log keygen NAME FILE` makes"
        )
        raise LogReadError(msg)
    return private_key(path)


def checkpoints(paths: Iterable[Path]) -> list[Checkpoint]:
    """
    Return the checkpoints in the files, each of which holds one, or several as an anchor does.

    Raises:
        LogReadError: One of them holds none, or something else.
    """
    found = []
    for path in paths:
        data = contents(path)
        ended = data if data.endswith(b"\n\n") else data + b"\n"
        notes, rest = split_notes(ended)
        whole = [note for _, note in notes] if notes and not rest else [data]
        found += [_parsed(str(path), Checkpoint.parse, note) for note in whole]
    return found


def receipt(path: Path) -> Receipt:
    """
    Return the receipt in the file, JSON as a reply holds it; `seq` is -1 where it lacks it.

    Raises:
        LogReadError: There is none.
    """
    try:
        found = json.loads(contents(path))
        seq = found.get("seq", -1)
        known = Receipt(str(found["id"]), seq, str(found["leaf"]), str(found["origin"]))
        right = is_hash(known.leaf) and type(seq) is int
    except (ValueError, KeyError, TypeError, AttributeError):
        right = False
    if not right:
        msg = f"{path}: is no receipt: JSON with id, seq, leaf and origin is wanted"
        raise LogReadError(msg)
    return known


def _line(path: Path, other: str) -> str:
    """Return the file's text without lines of another kind, which investigators' files have."""
    lines = contents(path).decode("utf-8", "replace").split("\n")
    return "\n".join(line for line in lines if not line.startswith(f"{other}+")).strip()


def contents(path: Path) -> bytes:
    """
    Return the bytes of the file.

    Raises:
        LogReadError: It cannot be read.
    """
    with files_of(path):
        return path.read_bytes()


def _parsed(where: str, parse: Callable[..., T], data: str | bytes) -> T:
    try:
        return parse(data)
    except ProofError as error:
        msg = f"{where} {error}" if where.startswith("the key") else f"{where}: {error}"
        raise LogReadError(msg) from None
