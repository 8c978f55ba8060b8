"""A session as bytes, and back: its state as JSON, and its words locked."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson

from guardrails.errors import SessionStoreError
from guardrails.pseudonyms import Pseudonyms
from guardrails.sessions.base import Vault
from guardrails.sessions.keyring import cipher, lock, unlock
from guardrails.sessions.state import State

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@lru_cache(maxsize=1)
def _states() -> TypeAdapter[State]:
    from pydantic import TypeAdapter

    return TypeAdapter(State)


def state_text(state: State) -> str:
    """Return *state* as JSON: integers, and names that the policy gives."""
    return orjson.dumps(state).decode()


def state_of(text: str) -> State:
    """
    Return the state that `state_text` wrote; what a later version added is left out.

    Raises:
        SessionStoreError: It is none.
    """
    try:
        return _states().validate_json(text)
    except ValueError:
        msg = "the state of a session cannot be read: it is not what this package wrote"
        raise SessionStoreError(msg) from None


class Sealed:
    """
    Locks and opens what belongs to one session.

    Args:
        key: The session's data key.
        ref: Its name in the log: what is locked for one session opens in no other.
        random: Gives *n* random bytes.
    """

    def __init__(self, key: bytes, ref: str, random: Callable[[int], bytes]) -> None:
        self._cipher = cipher(key)
        self._ref = ref.encode()
        self._random = random

    def vault(self, vault: Vault, count: int) -> bytes:
        """Return *vault* locked, but for what it has seen; *count* is how much that is."""
        words: dict[str, Any] = {
            "key": b64encode(vault.key).decode(),
            "names": vault.pseudonyms.state(),
            "tail": vault.tail,
            "question": vault.question,
            "count": count,
        }
        # The standard library's, since words of people may hold half of a surrogate pair.
        return lock(self._cipher, json.dumps(words).encode(), self._about(b"vault"), self._random)

    def opened(self, locked: bytes) -> tuple[Vault, int]:
        """
        Return the vault that was locked, and how much it had seen.

        Raises:
            SessionKeyError: It does not open.
        """
        words = json.loads(unlock(self._cipher, locked, self._about(b"vault")))
        names = Pseudonyms.from_state(words["names"])
        vault = Vault(b64decode(words["key"]), names, words["tail"], words["question"])
        return vault, words["count"]

    def seen(self, mark: bytes, value: bytes) -> bytes:
        """Return what was found in a message, locked."""
        return lock(self._cipher, value, self._about(mark), self._random)

    def saw(self, mark: bytes, locked: bytes) -> bytes:
        """
        Return what was found in a message.

        Raises:
            SessionKeyError: It does not open.
        """
        return unlock(self._cipher, locked, self._about(mark))

    def _about(self, what: bytes) -> bytes:
        return self._ref + b"\n" + what
