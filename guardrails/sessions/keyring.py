"""
Keys that lock keys: what a session's own key is kept under.

    key-encryption key ──locks──▶ data key of a session ──locks──▶ its words

A text of keys is one or more keys of 32 bytes in standard base64, separated by white
space. The first one locks, each of them opens: to change keys, put the new one in front.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from hmac import digest
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.errors import ConfigurationError, SessionKeyError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY = 32
"""Length of every key, in bytes."""
_NAME = 4
_NONCE = 12
_CLUE = "make one with: candor sessions keygen FILE"


def cipher(key: bytes) -> AESGCM:
    """
    Return AES-256-GCM (NIST SP 800-38D) under *key*.

    Raises:
        ConfigurationError: `cryptography` is not installed.
    """
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError:
        msg = 'sessions on disk need cryptography: pip install "candor-guardrails[sessions]"'
        raise ConfigurationError(msg) from None
    return AESGCM(key)


def called(names: bytes, what: bytes, caller: str) -> bytes:
    """
    Return what a store calls a `session` or a `subject`: the caller's own id stays out of it.

    Args:
        names: Key of the store, from which names are made.
        what: Which of the two it is.
        caller: The id.
    """
    text = caller.encode("utf-8", "surrogatepass")
    return digest(names, what + b"\n" + text, "sha256")


def lock(key: AESGCM, data: bytes, about: bytes, random: Callable[[int], bytes]) -> bytes:
    """Return *data* encrypted, with its nonce before it; it opens only with the same *about*."""
    nonce = random(_NONCE)
    return nonce + key.encrypt(nonce, data, about)


def unlock(key: AESGCM, locked: bytes, about: bytes) -> bytes:
    """
    Return what `lock` encrypted.

    Raises:
        SessionKeyError: The key is another one, or the bytes were changed or belong elsewhere.
    """
    from cryptography.exceptions import InvalidTag

    try:
        return key.decrypt(locked[:_NONCE], locked[_NONCE:], about)
    except (InvalidTag, ValueError):
        msg = "what is kept of a session does not open: another key, or its bytes were changed"
        raise SessionKeyError(msg) from None


class Keyring:
    """
    Locks the data keys of sessions.

    Args:
        keys: 32 bytes each; the first one locks.
        random: Gives *n* random bytes.

    Raises:
        ConfigurationError: A key has another length, there is none, or `cryptography` is
            not installed.
    """

    def __init__(
        self, keys: Sequence[bytes], *, random: Callable[[int], bytes] = os.urandom
    ) -> None:
        if not keys or any(len(key) != KEY for key in keys):
            msg = f"a key for sessions is 32 bytes in base64; {_CLUE}"
            raise ConfigurationError(msg)
        self._keys = {sha256(key).digest()[:_NAME]: cipher(key) for key in keys}
        self._random = random

    @classmethod
    def of(cls, text: str, *, random: Callable[[int], bytes] = os.urandom) -> Keyring:
        """
        Return the keys that *text* holds.

        Raises:
            ConfigurationError: It holds none, or something else.
        """
        return cls([_key(word) for word in text.split()], random=random)

    @classmethod
    def from_env(cls, name: str, environ: Mapping[str, str]) -> Keyring:
        """
        Return the keys that stand in the variable *name* of *environ*.

        Raises:
            ConfigurationError: It is not set, or holds no key.
        """
        text = environ.get(name, "")
        if not text.strip():
            msg = f"{name} is not set: it holds the key for sessions; {_CLUE}"
            raise ConfigurationError(msg)
        return cls.of(text)

    @classmethod
    def from_file(cls, path: str | Path) -> Keyring:
        """
        Return the keys that stand in the file at *path*.

        Raises:
            ConfigurationError: It cannot be read, or holds no key.
        """
        try:
            text = Path(path).read_text(encoding="ascii")
        except (OSError, ValueError) as error:
            msg = f"{path}: no key for sessions can be read there ({type(error).__name__}); {_CLUE}"
            raise ConfigurationError(msg) from None
        return cls.of(text)

    def lock(self, key: bytes, about: bytes) -> bytes:
        """Return the data key *key* locked; it opens only with the same *about*."""
        name, first = next(iter(self._keys.items()))
        return name + lock(first, key, about, self._random)

    def relocked(self, locked: bytes, about: bytes) -> bytes:
        """Return what *locked* holds locked under the first key. Raises as `unlock`."""
        return self.lock(self.unlock(locked, about), about)

    def unlock(self, locked: bytes, about: bytes) -> bytes:
        """
        Return the data key that *locked* holds.

        Raises:
            SessionKeyError: None of the keys opens it.
        """
        key = self._keys.get(locked[:_NAME])
        if key is None:
            msg = (
                "a session is locked under a key that is not on the ring: "
                "put the key of that time behind the one of today"
            )
            raise SessionKeyError(msg)
        return unlock(key, locked[_NAME:], about)

    def fresh(self, locked: bytes) -> bool:
        """Return whether *locked* is under the first key."""
        return locked[:_NAME] == next(iter(self._keys))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._keys)} keys)"


def new_key(random: Callable[[int], bytes] = os.urandom) -> str:
    """Return a new key as a line of text."""
    return b64encode(random(KEY)).decode()


def _key(word: str) -> bytes:
    from base64 import b64decode

    try:
        return b64decode(word, validate=True)
    except ValueError:
        return b""
