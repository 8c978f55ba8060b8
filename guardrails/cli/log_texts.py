"""Where the texts of a log are that a command is given, and the log of what is done with them."""

from __future__ import annotations

import os
from pathlib import Path

import click

from guardrails.cli.faults import files_of
from guardrails.errors import LogReadError
from guardrails.evidence.shelf import has_evidence
from guardrails.evidence.shelved import ShelfOf, Shelved, beside
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.disk import segments
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.prove import folder_of, origin_of
from guardrails.ledger.read import find_logs
from guardrails.ledger.store import FileLog
from guardrails.storage.backend import is_database

acts_option = click.option(
    "--acts",
    metavar="DIRECTORY|URL",
    help="Where the log of such acts lies.  [default: in the folder that the log lies in]",
)


def acts_at(acts: str | None, place: str | Path, signer: SigningKey) -> DecisionLog:
    """
    Return the log of what *signer* does, open, in a folder or a database.

    Args:
        acts: Where it is to lie, if somebody said so.
        place: The log that something is done to, or what holds it.
        signer: Whose acts they are; the log is called as this key.

    Raises:
        LogLockedError, LogReadError, LogWriteError: It cannot be written, or it is not known
            where it is to lie.
    """
    place = acts or place
    if isinstance(place, str) and is_database(place):
        from guardrails.ledger.postgres import PostgresLog

        return PostgresLog(place, origin=signer.name, signing=Signing(signer))
    with files_of(Path(place)):
        folder = _root_of(Path(place))
    if acts is not None and folder != Path(acts):
        msg = f"{acts}: is in a log, or is one: give the folder that holds the logs, {folder}"
        raise LogReadError(msg)
    return FileLog(folder, origin=signer.name, signing=Signing(signer))


def _root_of(directory: Path) -> Path:
    """
    Return the folder in which a log beside those under *directory* belongs.

    That is *directory*, or one above it where it is a part of the place of one log.

    Raises:
        LogReadError: It is in the folder of a log of another name.
        OSError: It cannot be read.
    """
    here = directory.resolve()
    for above in (here, *here.parents):
        if not os.access(above, os.R_OK | os.X_OK) or not segments(above):
            continue
        origin = origin_of(above)
        root = _above(above, origin)
        if root is None:
            msg = (
                f"{directory}: the log in {above} is called {origin or 'nothing'}: rename its "
                "folder, or say with --acts in which folder such acts are recorded"
            )
            raise LogReadError(msg)
        return root
    for folder in find_logs(directory) if here.is_dir() else ():
        root = _above(folder.resolve(), origin_of(folder))
        if root is not None and root in here.parents:
            return root
    return directory


def _above(folder: Path, origin: str) -> Path | None:
    """Return the folder under which the log *origin* has *folder* as its place, or None."""
    parts = tuple(origin.split("/"))
    fits = origin and folder.parts[-len(parts) :] == parts
    return folder.parents[len(parts) - 1] if fits else None


def shelves(directory: Path, address: str | None) -> ShelfOf:
    """
    Return what finds the texts of each log in *directory*, or in the database at *address*.

    A user who may not look at those in the database is told of none.

    Args:
        directory: One log or several.
        address: Where they were copied from, if they were.

    Raises:
        EvidenceError: The database cannot be read.
    """
    if address is None:
        return beside
    from guardrails.evidence.row_shelf import RowShelf, logs_with_texts, texts_of

    names = logs_with_texts(address)

    def of(folder: Path) -> Shelved | None:
        name = folder.relative_to(directory).as_posix()
        return None if names is None else RowShelf(texts_of(address), name)

    return of


def log_with_texts(directory: Path, origin: str | None, address: str | None) -> Path:
    """
    Return the log that is called *origin*, or the only one of which texts are kept.

    Raises:
        LogReadError: There is none, or they cannot be read.
    """
    kept = texts_in(directory, address)
    if origin is None and len(kept) == 1:
        return kept[0]
    folder = folder_of(directory, origin)
    if folder not in kept:  # before a log of what is opened is begun
        msg = f"{folder if address is None else folder.name}: no texts are kept there"
        raise LogReadError(msg)
    return folder


def check_texts(directory: Path, address: str | None = None) -> None:
    """
    Return if texts of a log at least are kept.

    Raises:
        LogReadError: There are none, or no log, or they cannot be read.
    """
    if texts_in(directory, address):
        return
    with files_of(directory):
        what = "no texts are kept there" if find_logs(directory) else "no decision log there"
    msg = f"{directory if address is None else 'the database'}: {what}"
    raise LogReadError(msg)


def texts_in(directory: Path, address: str | None = None) -> list[Path]:
    """
    Return the logs in *directory* of which texts are kept. Raises `LogReadError`.

    Args:
        directory: One log or several.
        address: Of the database that they were copied from, if they were.
    """
    with files_of(directory):
        folders = find_logs(directory)
    if address is None:
        return [folder for folder in folders if has_evidence(folder)]
    from guardrails.evidence.row_shelf import logs_with_texts

    names = logs_with_texts(address) or ()
    return [one for one in folders if one.relative_to(directory).as_posix() in names]
