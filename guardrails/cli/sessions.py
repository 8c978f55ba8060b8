"""`candor sessions`: keys for stores of sessions, and what such a store holds."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from guardrails.errors import ConfigurationError

if TYPE_CHECKING:
    from guardrails.sessions.keyring import Keyring
    from guardrails.sessions.stored import StoredSessions

T = TypeVar("T")

KEY_VARIABLE = "CANDOR_SESSIONS_KEY"

store_argument = click.argument("store", metavar="FILE|URL")
key_option = click.option(
    "--key-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"File with the keys; without it they stand in the variable {KEY_VARIABLE}.",
)
idle_option = click.option(
    "--idle-days",
    type=click.FloatRange(min=0, min_open=True),
    required=True,
    help="Days after which an unused conversation is forgotten.",
)


@click.group()
def sessions() -> None:
    """
    Look after a store of conversations.

    A store is an SQLite FILE, or the postgresql:// URL of a database (keep the password out
    of it: PGPASSFILE and PGPASSWORD are read). A person's own rights, such as being
    forgotten, go through the service, which records them: see docs/sessions.md.
    """


@sessions.command()
@click.argument("file", type=click.Path(path_type=Path))
def keygen(file: Path) -> None:
    """
    Make a key in FILE, under which the keys of conversations are locked.

    Whoever has FILE and the store can read what is kept; without FILE nobody can. To change
    keys put the new one above the old one in the same file, and run `candor sessions rekey`.
    """
    from guardrails.sessions.keyring import new_key

    try:
        number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        msg = f"{file}: {error.strerror}; nothing that is there is written over"
        raise ConfigurationError(msg) from error
    with os.fdopen(number, "w", encoding="ascii") as out:
        out.write(f"{new_key()}\n")
    click.echo(f"{file}: a new key. Keep a copy where the store's own copies are not.")


@sessions.command()
@store_argument
@key_option
def show(store: str, key_file: Path | None) -> None:
    """Tell how many conversations a store holds, and how many of them a turn has in hand."""
    number, held = _with(store, key_file, lambda opened: opened.counted())
    click.echo(f"{number:,} conversations, {held:,} in hand")


@sessions.command()
@store_argument
@key_option
@idle_option
def sweep(store: str, key_file: Path | None, idle_days: float) -> None:
    """
    Forget every conversation that was not used for so many days, with its keys.

    A service does so by itself while it runs; this is for a store that nobody uses.
    """
    gone = _with(store, key_file, lambda opened: opened.sweep(), idle_days * 86_400)
    click.echo(f"{gone:,} conversations forgotten")


@sessions.command()
@store_argument
@key_option
@click.option(
    "--words",
    metavar="FILE|URL",
    envvar="CANDOR_WORDS",
    show_envvar=True,
    help="Words that services share under the same key.",
)
def rekey(store: str, key_file: Path | None, words: str | None) -> None:
    """
    Lock the key of every conversation anew, under the first key of the file.

    Afterwards the keys behind the first one open nothing more, and may be destroyed. With
    them goes what copies of the store still hold of conversations that were forgotten.
    """
    locked = _with(store, key_file, lambda opened: opened.rekey())
    click.echo(f"{locked:,} conversations locked anew; the older keys are not needed any more")
    if words is not None:
        from guardrails.cli.desk_place import opened_words

        shared = opened_words(words, _keys(key_file))
        try:
            click.echo(f"{asyncio.run(shared.rekey()):,} of their words locked anew")
        finally:
            shared.close()


def _with(
    store: str,
    key_file: Path | None,
    work: Callable[[StoredSessions], Awaitable[T]],
    idle: float | None = None,
) -> T:
    """Return what *work* does with the store of that name."""
    opened = _opened(store, _keys(key_file), idle)
    try:
        return asyncio.run(_awaited(work(opened)))
    finally:
        opened.close()


async def _awaited(work: Awaitable[T]) -> T:
    return await work


def _keys(file: Path | None) -> Keyring:
    from guardrails.sessions.keyring import Keyring

    return Keyring.from_env(KEY_VARIABLE, os.environ) if file is None else Keyring.from_file(file)


def _opened(store: str, keys: Keyring, idle: float | None) -> StoredSessions:
    from guardrails.sessions.habits import Habits

    habits = Habits() if idle is None else Habits(idle=idle)
    if store.startswith(("postgresql:", "postgres:")):
        from guardrails.sessions.postgres import postgres_sessions

        return postgres_sessions(store, keys, connections=1, habits=habits)
    from guardrails.sessions.sqlite import sqlite_sessions

    if not Path(store).is_file():
        msg = f"{store}: there is no store of sessions; a service makes one when it starts"
        raise ConfigurationError(msg)
    return sqlite_sessions(store, keys, habits=habits)
