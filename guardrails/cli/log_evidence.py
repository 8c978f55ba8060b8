"""`candor log open` and `candor log erase`: texts that are kept beside a log."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import click

from guardrails.cli.faults import files_of
from guardrails.cli.keyring import opening_key, recording_key
from guardrails.cli.log_place import folder_argument
from guardrails.cli.log_proof import origin_option
from guardrails.cli.log_store import kept_by_policy
from guardrails.cli.printing import plain
from guardrails.erasure import Whose
from guardrails.errors import ErasureError, EvidenceError, LogLockedError, LogReadError
from guardrails.evidence.shelf import Shelf, has_evidence
from guardrails.ledger.acts import code, erase_body, reference
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.lock import is_written
from guardrails.ledger.notary import Signing
from guardrails.ledger.prove import folder_of, origin_of
from guardrails.ledger.read import find_logs
from guardrails.ledger.record import Kind
from guardrails.ledger.store import FileLog

by_option = click.option(
    "--by", required=True, metavar="ID", help="Who does it, such as a staff number; no name."
)
acts_option = click.option(
    "--acts",
    type=click.Path(path_type=Path),
    help="Where the log of such acts lies.  [default: DIRECTORY]",
)


@click.command("open")
@folder_argument
@click.argument("seq", type=click.IntRange(min=0))
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="The investigators' private key, as keygen --investigator made it.",
)
@by_option
@click.option("--reason", required=True, metavar="CODE", help="Such as complaint or incident.")
@click.option("--case", required=True, metavar="ID", help="The case that the reason stands in.")
@origin_option
@acts_option
def open_command(
    directory: Path,
    seq: int,
    key: Path,
    by: str,
    reason: str,
    case: str,
    origin: str | None,
    acts: Path | None,
) -> None:
    """
    Show the text that is kept for record SEQ of the log in DIRECTORY.

    Before anything is shown, who opened it, when and why is recorded in the log called
    as the key, signed with it. The service may be running meanwhile.
    """
    from guardrails.evidence.opening import open_texts

    opening, signing = opening_key(key)
    folder = _with_texts(directory, origin)
    log = FileLog(acts or directory, origin=opening.name, signing=Signing(signing))
    try:
        texts = asyncio.run(open_texts(folder, seq, opening, log, by=by, reason=reason, case=case))
    finally:
        log.close()
    for one in texts:
        click.echo(f"{one.name}:")
        click.echo(plain(one.text))


@click.command("erase")
@folder_argument
@click.option("--subject", metavar="ID", help="All conversations of this person.")
@click.option("--session", metavar="ID", help="This conversation, as the application names it.")
@click.option(
    "--by-policy",
    is_flag=True,
    help="What is older than logging.keep.text of the log's last policy, of whomever.",
)
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Private key of the log in which the erasure is recorded, as keygen made it.",
)
@by_option
@click.option("--reason", default="request", show_default=True, metavar="CODE")
@acts_option
def erase_command(
    directory: Path,
    subject: str | None,
    session: str | None,
    by_policy: bool,
    key: Path,
    by: str,
    reason: str,
    acts: Path | None,
) -> None:
    """
    Erase the texts and keys that are kept of a person or a conversation in DIRECTORY.

    The log says afterwards that, when and by whom something was erased, not whose it was;
    its records hold no words, and verify as before. A service that is running holds words
    in its memory too: there, call Guard.forget instead. What is only too old may go while it
    runs.
    """
    if sum((subject is not None, session is not None, by_policy)) != 1:
        msg = "say who is to be forgotten: give --subject or --session; or --by-policy"
        raise click.UsageError(msg)
    reference(by)
    code(reason)
    signer = recording_key(key)
    folders = logs_with_texts(directory)
    if by_policy:
        _expire([one for one in folders if has_evidence(one)], acts or directory, signer, by)
        return
    whose = Whose(subject, session)
    for folder in folders:
        if is_written(folder):
            msg = (
                f"a service is writing the log in {folder} and holds words of people in its "
                "memory: call Guard.forget there, or stop it first; nothing was erased"
            )
            raise LogLockedError(msg)
    log = FileLog(acts or directory, origin=signer.name, signing=Signing(signer))
    try:
        sessions, failed = _erased(folders, whose)
        body = erase_body(
            sessions=len(sessions),
            stores=["evidence"],
            by=by,
            reason=reason,
            at=int(time.time()),
        )
        asyncio.run(log.append(Kind.ERASE, body))
    finally:
        log.close()
    click.echo(f"{len(sessions):,} conversations erased from the evidence, and recorded")
    if failed:
        raise ErasureError(failed)


def _expire(folders: list[Path], acts: Path, signer: SigningKey, by: str) -> None:
    """Erase what is older than the last policy of each log keeps it, and record it."""
    from guardrails.evidence.expiry import age_body

    terms = [(folder, kept_by_policy(folder).text) for folder in folders]
    log = FileLog(acts, origin=signer.name, signing=Signing(signer))
    try:
        for folder, term in terms:
            if term is None:
                click.echo(f"{folder}: the policy keeps texts for ever")
                continue
            now = int(time.time())
            shelf = Shelf(folder)
            try:
                expired = shelf.expire(now - term, now)
            finally:
                shelf.close()
            if expired.sessions:
                body = age_body(
                    expired.sessions, now - term, origin_of(folder), by=by, at=int(time.time())
                )
                asyncio.run(log.append(Kind.ERASE, body))
            click.echo(
                f"{folder}: {expired.texts:,} texts of {expired.sessions:,} conversations were "
                "older than the policy keeps them; they are erased, and that is recorded"
                if expired.texts
                else f"{folder}: no text is older than the policy keeps it"
            )
    finally:
        log.close()


def _with_texts(directory: Path, origin: str | None) -> Path:
    """Return the log that is called *origin*, or the only one beside which texts are kept."""
    if origin is None:
        folders = [folder for folder in _logs(directory) if has_evidence(folder)]
        if len(folders) == 1:
            return folders[0]
    folder = folder_of(directory, origin)
    if not has_evidence(folder):  # before a log of what is opened is begun
        msg = f"{folder}: no texts are kept there"
        raise LogReadError(msg)
    return folder


def logs_with_texts(directory: Path) -> list[Path]:
    """
    Return the logs in *directory*, beside one of which at least texts are kept.

    Raises:
        LogReadError: There is none, or they cannot be read.
    """
    folders = _logs(directory)
    if not any(map(has_evidence, folders)):
        what = "no texts are kept there" if folders else "no decision log there"
        msg = f"{directory}: {what}"
        raise LogReadError(msg)
    return folders


def _logs(directory: Path) -> list[Path]:
    with files_of(directory):
        return find_logs(directory)


def _erased(folders: list[Path], whose: Whose) -> tuple[set[str], dict[str, str]]:
    """Erase in the evidence of each log, and return the sessions and what failed."""
    sessions = set[str]()
    failed: dict[str, str] = {}
    for folder in filter(has_evidence, folders):
        try:
            shelf = Shelf(folder)
            try:
                sessions |= shelf.erase(whose)
            finally:
                shelf.close()
        except EvidenceError as error:
            failed[str(folder)] = str(error)
    return sessions, failed
