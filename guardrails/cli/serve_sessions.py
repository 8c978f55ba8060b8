"""The store of conversations of a gateway: one that several processes may share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.cli.sessions import KEY_VARIABLE
from guardrails.storage.backend import is_database

if TYPE_CHECKING:
    from guardrails.gateway.settings import Settings
    from guardrails.sessions.base import SessionStore
    from guardrails.sessions.keyring import Keyring
    from guardrails.sessions.stored import StoredSessions


def shared_store(store: str | None, key_file: Path | None) -> StoredSessions | None:
    """
    Return the store named *store*, a file or the URL of a database; None for none.

    Raises:
        ConfigurationError: A library or the key is missing.
    """
    if store is None:
        return None
    keys = keyring_of(key_file)
    if is_database(store):
        from guardrails.sessions.postgres import postgres_sessions

        return postgres_sessions(store, keys)
    from guardrails.sessions.sqlite import sqlite_sessions

    return sqlite_sessions(store, keys)


def sessions_of(
    policy: str, settings: Settings, store: StoredSessions | None
) -> SessionStore | None:
    """
    Return the sessions of the guard of *policy*; None for those in memory.

    Guards of two policies share a store and no conversation, as they share none in memory.
    """
    from guardrails.sessions.spaced import SpacedSessions

    space = space_of(policy, settings)
    if store is None or not space:
        return store
    return SpacedSessions(store, space)


def space_of(policy: str, settings: Settings) -> str:
    """Return what begins the names of the conversations of *policy*; "" for the default route."""
    from guardrails.gateway.route import DEFAULT

    first = settings.routes.get(DEFAULT)
    return "" if first is not None and first.policy == policy else policy


def keyring_of(key_file: Path | None) -> Keyring:
    """
    Return the keys in *key_file*, or in the variable that is for them.

    Raises:
        ConfigurationError: There is no key.
    """
    from guardrails.sessions.keyring import Keyring

    if key_file is None:
        return Keyring.from_env(KEY_VARIABLE, os.environ)
    return Keyring.from_file(key_file)
