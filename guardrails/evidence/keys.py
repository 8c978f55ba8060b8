"""
Keys of investigators: texts are sealed to the public half and opened with the other.

    SEALING+KEY+<name>+<id>+<base64(X25519 public key)>      may be known to everybody
    OPENING+KEY+<name>+<id>+<base64(X25519 private key)>     for investigators alone

`id` is the first four bytes of SHA-256("SEALING+KEY" | newline | name | newline | public
key), in hex. Files of keys may hold further lines; each reader takes the line that is its.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from os import urandom
from typing import Final, TypeVar

from guardrails.errors import ConfigurationError, ProofError
from guardrails.ledger.keys import base64_bytes, name_fault

SEALING: Final = "SEALING+KEY"
OPENING: Final = "OPENING+KEY"
LENGTH: Final = 32
"""Bytes of either half."""

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class SealingKey:
    """
    What the keys of conversations are sealed to.

    Attributes:
        name: Of the investigators; also the name of the log of what they open.
        public: 32 bytes, X25519 (RFC 7748).
    """

    name: str
    public: bytes

    @classmethod
    def parse(cls, text: str) -> SealingKey:
        """
        Return the key that a line of *text* writes down.

        Raises:
            ProofError: There is none.
        """
        return _parsed(SEALING, text, cls, str)

    @property
    def id(self) -> str:
        """Eight hex digits that tell keys apart; no proof of anything."""
        return sha256(f"{SEALING}\n{self.name}\n".encode() + self.public).hexdigest()[:8]

    def __str__(self) -> str:
        return f"{SEALING}+{self.name}+{self.id}+{b64encode(self.public).decode()}"


@dataclass(frozen=True, slots=True)
class OpeningKey:
    """
    What opens the keys of conversations.

    Attributes:
        name: Of the investigators.
        secret: 32 bytes, never printed by `repr`.
    """

    name: str
    secret: bytes = field(repr=False)

    @classmethod
    def generate(cls, name: str) -> OpeningKey:
        """
        Return a new key.

        Raises:
            ProofError: The name is none for a key.
        """
        if fault := name_fault(name):
            raise ProofError(fault)
        return cls(name, urandom(LENGTH))

    @classmethod
    def parse(cls, text: str) -> OpeningKey:
        """
        Return the key that a line of *text* writes down.

        Raises:
            ProofError: There is none.
        """
        return _parsed(OPENING, text, cls, cls.written)

    def written(self) -> str:
        """Return the key as text, to be kept secret."""
        return f"{OPENING}+{self.name}+{self.sealing.id}+{b64encode(self.secret).decode()}"

    @property
    def sealing(self) -> SealingKey:
        """The public half."""
        try:
            from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
        except ImportError as error:  # pragma: no cover - the tests have it
            raise missing() from error
        public = X25519PrivateKey.from_private_bytes(self.secret).public_key()
        return SealingKey(self.name, public.public_bytes_raw())


def _parsed(
    kind: str, text: str, made: Callable[[str, bytes], _Key], written: Callable[[_Key], str]
) -> _Key:
    """Return the key *made* of the line of *text* that begins with *kind*, *written* the same."""
    line = next((one for one in text.split() if one.startswith(f"{kind}+")), "")
    name, _, rest = line.removeprefix(f"{kind}+").partition("+")
    try:
        key = base64_bytes(rest.partition("+")[2])
    except ProofError:
        key = b""
    if name_fault(name) or len(key) != LENGTH:
        msg = f"holds no investigators' key: a line {kind}+NAME+ID+BASE64 is wanted"
        raise ProofError(msg)
    found = made(name, key)
    if written(found) not in text.split():
        msg = "is no investigators' key: its id does not fit the rest of it"
        raise ProofError(msg)
    return found


def missing() -> ConfigurationError:  # pragma: no cover - the tests have it
    """Return the error that says what to install."""
    return ConfigurationError(
        "kept texts need the package cryptography, 47 or later: "
        "pip install 'candor-guardrails[proof]'"
    )
