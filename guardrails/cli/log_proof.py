"""`candor log`: keys, checkpoints, proofs, and the application's own list of records."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

import click

from guardrails.cli.faults import Check, files_of
from guardrails.cli.keyring import contents, log_signing, private_key, public_keys, receipt
from guardrails.cli.log_place import log_argument, refuse_copy
from guardrails.errors import LogReadError, LogWriteError, ProofError, RecordError
from guardrails.evidence.keys import OpeningKey
from guardrails.ledger.base import Receipt
from guardrails.ledger.chain import is_hash, named
from guardrails.ledger.disk import origin_folder
from guardrails.ledger.keys import LOG, WITNESS, SigningKey
from guardrails.ledger.proof import Proof
from guardrails.ledger.prove import find_record, folder_of, name_of, newest_checkpoint, sign_now
from guardrails.ledger.prove import prove as make_proof
from guardrails.ledger.reconcile import reconcile as compare
from guardrails.ledger.record import parse
from guardrails.ledger.rotate import rotate, rotate_rows
from guardrails.ledger.tree import leaf_digest
from guardrails.storage.backend import is_database

_SHOWN = 20
_GONE = "of a time whose records were removed: their hashes alone are left"

key_option = click.option(
    "--key",
    "keys",
    multiple=True,
    required=True,
    metavar="KEY|FILE",
    help="Public key of the log, which is needed; or, beside it, of a witness; or a file with "
    "it. May come again.",
)
origin_option = click.option("--origin", help="Which log, if DIRECTORY holds several.")


@click.command()
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--witness", is_flag=True, help="A key for a witness instead of a log.")
@click.option(
    "--investigator", is_flag=True, help="A key to which texts are sealed, and that opens them."
)
def keygen(name: str, file: Path, witness: bool, investigator: bool) -> None:
    """
    Make a key for the log NAME: the secret half in FILE, the public one in FILE.pub.

    NAME is the log's origin. Whoever has FILE can sign as the log: keep it where only the
    service can read it, and give the public key to whoever is to verify.

    With --investigator, FILE opens the texts that are kept, and signs the log NAME of what
    was opened; the service needs FILE.pub alone. Keep FILE off the service's machine.
    """
    if witness and investigator:
        msg = "a key is a witness's or the investigators', not both"
        raise click.UsageError(msg)
    key = SigningKey.generate(name, WITNESS if witness else LOG)
    secret, shown = key.written(), str(key.verifier)
    if investigator:
        try:
            origin_folder(Path(), name)  # what is opened is recorded in a log of this name
        except ValueError as error:
            raise ProofError(str(error)) from None
        opening = OpeningKey.generate(name)
        secret = f"{opening.written()}\n{secret}"
        shown = f"{opening.sealing}\n{shown}"
    public = file.with_name(f"{file.name}.pub")
    for path, text, mode in ((file, secret, 0o600), (public, shown, 0o644)):
        try:
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        except OSError as error:
            msg = f"{path}: {error.strerror}; nothing that is there is written over"
            raise LogWriteError(msg) from error
        with os.fdopen(number, "w", encoding="utf-8") as out:
            out.write(f"{text}\n")
    click.echo(shown)


@click.command()
@log_argument
@origin_option
@click.option(
    "--sign",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Sign the log as it stands with the private key in FILE. Nobody may be writing it.",
)
@click.pass_context
def checkpoint(ctx: click.Context, directory: Path, origin: str | None, sign: Path | None) -> None:
    """
    Print the newest checkpoint of the log in DIRECTORY.

    Keep it: `verify --checkpoint` then notices if the log is ever taken back behind it.
    Nothing is checked here.
    """
    if sign:
        refuse_copy(ctx, "--sign")
    key = private_key(sign) if sign else None
    folder = folder_of(directory, origin or (key.name if key else None))
    signing = log_signing(sign, folder) if sign else None
    with files_of(folder):
        found = sign_now(folder, signing) if signing else newest_checkpoint(folder)
    click.echo(bytes(found), nl=False)


@click.command("rotate-key")
@click.argument("directory", metavar="DIRECTORY|URL")
@click.option(
    "--old",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="The private key with which the log is signed now.",
)
@click.option(
    "--new",
    "new",
    required=True,
    metavar="KEY|FILE",
    help="The public key that signs from here on, as keygen made it for the same name.",
)
def rotate_key(directory: str, old: Path, new: str) -> None:
    """
    Let another key sign the log in DIRECTORY, or in the database at URL, from here on.

    It is done on the word of the old one: its last checkpoint names the new one, so that
    whoever has the old public key goes on to verify. Then start the service with the new key,
    and destroy the old one. Nobody may be writing.

    A key that was stolen is not made good by this: whoever has it can name a successor too.
    Give auditors the new public key on the way by which they had the old one.
    """
    key, [successor] = private_key(old), public_keys([new])
    if is_database(directory):
        click.echo(bytes(rotate_rows(directory, key, successor)), nl=False)
        return
    folder = folder_of(Path(directory), key.name)
    with files_of(folder, LogWriteError):
        found = rotate(folder, key, successor)
    click.echo(bytes(found), nl=False)


@click.command()
@log_argument
@click.argument("record")
@origin_option
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file.")
@click.option(
    "--witness-key",
    "witnesses",
    multiple=True,
    metavar="KEY|FILE",
    help="Prove under a checkpoint that this witness has seen, if there is one.",
)
def prove(
    directory: Path, record: str, origin: str | None, out: Path | None, witnesses: tuple[str, ...]
) -> None:
    """
    Write the proof that RECORD is in the log in DIRECTORY.

    RECORD is its place (seq), its id, its hash (sha256:...), or a file with its receipt.
    The proof is checked without the log: see `check`. It holds hashes only.
    """
    slip = None
    if not record.isdecimal() and not is_hash(record) and Path(record).is_file():
        slip, file = receipt(Path(record)), record
        origin, record = origin or slip.origin, slip.leaf
    folder = folder_of(directory, origin)
    with files_of(folder):
        place = int(record) if record.isdecimal() else find_record(folder, record)[0]
        if slip is not None:
            _compare(file, slip, place, name_of(folder, place))
        proof = make_proof(folder, place, public_keys(witnesses))
    if out is None:
        click.echo(bytes(proof), nl=False)
        return
    with files_of(out, LogWriteError):
        out.write_bytes(bytes(proof))


@click.command(cls=Check)
@click.argument("proof", type=click.Path(path_type=Path))
@key_option
@click.option("--leaf", metavar="sha256:HASH", help="Hash of the record.")
@click.option(
    "--receipt",
    "slip",
    type=click.Path(path_type=Path),
    help="File with its receipt. Its id is compared with --record, if that is given too.",
)
@click.option("--record", type=click.Path(path_type=Path), help="File with its line.")
def check(
    proof: Path, keys: tuple[str, ...], leaf: str | None, slip: Path | None, record: Path | None
) -> None:
    """
    Check the PROOF of one record, without the log.

    It wants the key of the log: a witness's says when it saw what the log had signed.

    Exit status: 0 it holds, 1 it does not, 2 could not check.
    """
    if (leaf is not None) == (slip is not None or record is not None):
        msg = "say which record: --leaf, or --receipt, or --record, or a receipt and its record"
        raise click.UsageError(msg)
    known = public_keys(keys)
    try:
        found = Proof.parse(contents(proof))
    except ProofError as error:
        msg = f"{proof}: {error}"
        raise LogReadError(msg) from None
    under = found.checkpoint
    if all(key.kind == WITNESS for key in known):
        msg = (
            f"{proof}: the key of the log {under.origin} is needed as well (--key): a witness's "
            "says when it saw what the log had signed, and not that the log signed it"
        )
        raise LogReadError(msg)
    line = None if record is None else contents(record).removesuffix(b"\n")
    digest = _digest(leaf, None if slip is None else receipt(slip), line, found)
    found.check(digest, known)
    seen_at = under.seen_at(known)
    seen = f", seen by a witness at {seen_at} (seconds since 1970)" if seen_at else ""
    click.echo(
        f"record {found.index} of {under.origin} is one of the {under.size} that it signed{seen}"
    )


def _digest(leaf: str | None, slip: Receipt | None, line: bytes | None, found: Proof) -> bytes:
    """
    Return the leaf hash of the record that a proof is held against.

    Raises:
        LogReadError: What was given is no hash.
        ProofError: The receipt is of another log, place or record than the proof or the line.
    """
    if slip is not None:
        if slip.origin != found.checkpoint.origin:
            msg = f"the receipt is of {slip.origin}, the proof of {found.checkpoint.origin}"
            raise ProofError(msg)
        told = None if line is None else _id_in(line)
        _compare("the receipt", slip, found.index, told)
        if line is not None and slip.leaf != named(leaf_digest(line).hex()):
            msg = "the receipt does not have the hash of this record"
            raise ProofError(msg)
    if line is not None:
        return leaf_digest(line)
    wanted = leaf or "" if slip is None else slip.leaf
    if not is_hash(wanted):
        msg = "a hash is written sha256:<64 hex digits>"
        raise LogReadError(msg)
    return bytes.fromhex(wanted.removeprefix("sha256:"))


def _id_in(line: bytes) -> str:
    try:
        return str(parse(line)["id"])
    except RecordError:
        return ""


def _compare(where: str, slip: Receipt, place: int, name: str | None) -> None:
    """
    Return if the receipt is of the record at *place* that is called *name*.

    Args:
        where: Its file.
        slip: The receipt.
        place: Place of the record with its hash.
        name: Id of that record; None if it is not known.

    Raises:
        ProofError: It is not.
    """
    if slip.seq not in {-1, place}:
        msg = f"{where} names record {slip.seq}, and what has its hash is record {place}"
        raise ProofError(msg)
    if name is not None and name != slip.id:
        msg = f"{where} names the id {slip.id}, and the record with its hash has another one"
        raise ProofError(msg)


@click.command(cls=Check)
@log_argument
@click.argument("ids", type=click.File("r", encoding="utf-8"))
@click.pass_context
def reconcile(ctx: click.Context, directory: Path, ids: TextIO) -> None:
    """
    Compare the application's own IDS of records with the logs in DIRECTORY.

    IDS is a file, or - for standard input: the id of the receipt of each reply, one a line.
    A turn whose record never came to be in the log is found only so. Of records that were
    removed (pruned) no id is left: ids of that time are counted apart.

    Exit status: 0 both have the same, 1 they differ, 2 could not compare, or not all of them.
    """
    try:
        given = [line.strip() for line in ids if line.strip()]
    except UnicodeDecodeError as error:
        msg = f"{ids.name}: is no text"
        raise LogReadError(msg) from error
    if not given:
        msg = f"{ids.name}: holds no ids"
        raise LogReadError(msg)
    if any(line[0] in "{[" for line in given):
        msg = (
            f"{ids.name}: is JSON: the ids alone are wanted, one a line, such as "
            "`jq -r .id receipts.json` prints them"
        )
        raise LogReadError(msg)
    result = compare(directory, given)
    click.echo(f"{result.matched:,} of {result.asked:,} ids are in the log")
    for word, names in (
        ("missing from the log", result.missing),
        *([(_GONE, result.removed)] if result.removed else []),
        ("in the log, and not among yours", result.unknown),
        ("there more than once", result.double),
    ):
        click.echo(f"{len(names):,} {word}")
        for name in names[:_SHOWN]:
            click.echo(f"  {name}" if name.isprintable() else f"  {name!r}")
        if len(names) > _SHOWN:
            click.echo(f"  and {len(names) - _SHOWN:,} more")
    sys.stdout.flush()
    ctx.exit(1 if not result.agrees else 2 if result.removed else 0)
