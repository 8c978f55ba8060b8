"""The store of conversations of a gateway: one that several processes may share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.cli.sessions import KEY_VARIABLE

if TYPE_CHECKING:
    from guardrails.gateway.settings import Settings
    from guardrails.sessions.base import SessionStore
    from guardrails.sessions.stored import StoredSessions


def shared_store(store: str | None, key_file: Path | None) -> StoredSessions | None:
    """
    Return the store named *store*, a file or the URL of a database; None for none.

    Raises:
        ConfigurationError: A library or the key is missing.
    """
    if store is None:
        return None
    from guardrails.sessions.keyring import Keyring

    keys = (
        Keyring.from_env(KEY_VARIABLE, os.environ)
        if key_file is None
        else Keyring.from_file(key_file)
    )
    if store.startswith(("postgresql:", "postgres:")):
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
    from guardrails.gateway.route import DEFAULT
    from guardrails.sessions.spaced import SpacedSessions

    first = settings.routes.get(DEFAULT)
    if store is None or (first is not None and first.policy == policy):
        return store
    return SpacedSessions(store, policy)
