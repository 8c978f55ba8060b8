"""`candor log open` and `candor log erase`: texts that are kept beside a log."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from guardrails.cli.faults import files_of
from guardrails.cli.keyring import opening_key, recording_key
from guardrails.cli.log_place import address_of, log_argument
from guardrails.cli.log_proof import origin_option
from guardrails.cli.log_prune import kept_by_policy
from guardrails.cli.log_texts import acts_at, acts_option, check_texts, log_with_texts, shelves
from guardrails.cli.printing import plain
from guardrails.erasure import Whose
from guardrails.errors import ErasureError, EvidenceError, LogLockedError, LogReadError
from guardrails.evidence.shelf import Shelf, has_evidence
from guardrails.evidence.shelved import Shelved
from guardrails.ledger.acts import code, erase_body, reference
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.lock import is_written
from guardrails.ledger.prove import origin_of
from guardrails.ledger.read import find_logs
from guardrails.ledger.record import Kind
from guardrails.storage.backend import is_database

_Acts = tuple[str | None, str]
"""Where acts are to be recorded, if that was said, and the place that they are done to."""

by_option = click.option(
    "--by", required=True, metavar="ID", help="Who does it, such as a staff number; no name."
)


@click.command("open")
@log_argument
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
@click.pass_context
def open_command(
    ctx: click.Context,
    directory: Path,
    seq: int,
    key: Path,
    by: str,
    reason: str,
    case: str,
    origin: str | None,
    acts: str | None,
) -> None:
    """
    Show the text that is kept for record SEQ of the log in DIRECTORY.

    Before anything is shown, who opened it, when and why is recorded in the log called
    as the key, signed with it. The service may be running meanwhile.
    """
    from guardrails.evidence.opening import open_texts

    opening, signing = opening_key(key)
    address = address_of(ctx)
    folder = log_with_texts(directory, origin, address)
    shelf_of = shelves(directory, address)
    log = acts_at(acts, address or directory, signing)
    try:
        shelf = shelf_of(folder)
        texts = asyncio.run(
            open_texts(folder, seq, opening, log, by=by, reason=reason, case=case, shelf=shelf)
        )
    finally:
        log.close()
    for one in texts:
        click.echo(f"{one.name}:")
        click.echo(plain(one.text))


@click.command("erase")
@click.argument("place", metavar="DIRECTORY|URL")
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
    place: str,
    subject: str | None,
    session: str | None,
    by_policy: bool,
    key: Path,
    by: str,
    reason: str,
    acts: str | None,
) -> None:
    """
    Erase the texts and keys that are kept of a person or a conversation in DIRECTORY.

    The log says afterwards that, when and by whom something was erased, not whose it was;
    its records hold no words, and verify as before. A service that is running holds words
    in its memory too: there, call Guard.forget instead. What is only too old may go while it
    runs.

    In a database texts go for all gateways that write the log, which may be running: what they
    keep elsewhere of the person is for one of them to forget.
    """
    if sum((subject is not None, session is not None, by_policy)) != 1:
        msg = "say who is to be forgotten: give --subject or --session; or --by-policy"
        raise click.UsageError(msg)
    reference(by)
    code(reason)
    signer = recording_key(key)
    whose = None if by_policy else Whose(subject, session)
    with tempfile.TemporaryDirectory() as copies:
        found = _found(place, Path(copies), copying=by_policy)
        if whose is None:
            _expire(found, (acts, place), signer, by)
        else:
            _forget(found, (acts, place), signer, whose, (by, reason))


@dataclass(frozen=True, slots=True)
class _Kept:
    """
    Texts of one log.

    Attributes:
        name: What they are called.
        folder: The log, or its copy.
        shelf: Opens the texts.
    """

    name: str
    folder: Path
    shelf: Callable[[], Shelved]


def _found(place: str, copies: Path, *, copying: bool) -> list[_Kept]:
    """
    Return the texts that are kept of logs in a folder, or in a database.

    Args:
        place: The folder, or the address of the database.
        copies: Where logs of a database are copied to, if that is needed.
        copying: Whether it is.

    Raises:
        LogLockedError: A service writes a log in the folder, and who is to be forgotten is in
            its memory.
        LogReadError: None are kept there.
    """
    if is_database(place):
        return _in_database(place, copies, copying=copying)
    check_texts(Path(place))
    with files_of(Path(place)):
        folders = find_logs(Path(place))
    for folder in () if copying else folders:
        if is_written(folder):
            msg = (
                f"a service is writing the log in {folder} and holds words of people in its "
                "memory: call Guard.forget there, or stop it first; nothing was erased"
            )
            raise LogLockedError(msg)
    return [_Kept(str(one), one, partial(Shelf, one)) for one in folders if has_evidence(one)]


def _rows(url: str, name: str) -> Shelved:
    from guardrails.evidence.row_shelf import RowShelf, texts_of

    return RowShelf(texts_of(url), name)


def _in_database(url: str, copies: Path, *, copying: bool) -> list[_Kept]:
    from guardrails.evidence.row_shelf import logs_with_texts as logs_in
    from guardrails.ledger.pull import pull

    names = logs_in(url)
    if not names:
        why = "this user may not look for texts there" if names is None else "no texts are kept"
        msg = f"the database: {why}"
        raise LogReadError(msg)
    found = []
    for name in names:
        folder = pull(url, copies, name)[0].folder if copying else copies
        found.append(_Kept(name, folder, partial(_rows, url, name)))
    return found


def _forget(
    found: list[_Kept], acts: _Acts, signer: SigningKey, whose: Whose, who: tuple[str, str]
) -> None:
    """Erase what is kept of *whose*, and record it, with *who* does it and why."""
    by, reason = who
    log = acts_at(*acts, signer)
    try:
        sessions, failed = _erased(found, whose)
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


def _expire(found: list[_Kept], acts: _Acts, signer: SigningKey, by: str) -> None:
    """Erase what is older than the last policy of each log keeps it, and record it."""
    from guardrails.evidence.expiry import age_body

    terms = [(one, kept_by_policy(one.folder).text) for one in found]
    log = acts_at(*acts, signer)
    try:
        for one, term in terms:
            if term is None:
                click.echo(f"{one.name}: the policy keeps texts for ever")
                continue
            now = int(time.time())
            with closing(one.shelf()) as shelf:
                expired = shelf.expire(now - term, now)
            if expired.sessions:
                origin = origin_of(one.folder)
                body = age_body(expired.sessions, now - term, origin, by=by, at=int(time.time()))
                asyncio.run(log.append(Kind.ERASE, body))
            click.echo(
                f"{one.name}: {expired.texts:,} texts of {expired.sessions:,} conversations were "
                "older than the policy keeps them; they are erased, and that is recorded"
                if expired.texts
                else f"{one.name}: no text is older than the policy keeps it"
            )
    finally:
        log.close()


def _erased(found: list[_Kept], whose: Whose) -> tuple[set[str], dict[str, str]]:
    """Erase in the evidence of each log, and return the sessions and what failed."""
    sessions = set[str]()
    failed: dict[str, str] = {}
    for one in found:
        try:
            with closing(one.shelf()) as shelf:
                sessions |= shelf.erase(whose)
        except EvidenceError as error:
            failed[one.name] = str(error)
    return sessions, failed
