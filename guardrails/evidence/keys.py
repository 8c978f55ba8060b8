"""
Keys of investigators: texts are sealed to the public half and opened with the other.

    SEALING+KEY+<name>+<id>+<base64(X25519 public key)>      may be known to everybody
    OPENING+KEY+<name>+<id>+<base64(X25519 private key)>     for investigators alone

`id` is the first four bytes of SHA-256("SEALING+KEY" | newline | name | newline | public
key), in hex. Files of keys may hold further lines; each reader takes the line that is its.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from os import urandom
from typing import Final

from guardrails.errors import ConfigurationError, ProofError
from guardrails.ledger.keys import base64_bytes, name_fault

SEALING: Final = "SEALING+KEY"
OPENING: Final = "OPENING+KEY"
LENGTH: Final = 32
"""Bytes of either half."""


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
        key = cls(*_parts(SEALING, text))
        if str(key) not in text.split():
            raise ProofError(_UNFIT)
        return key

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
        key = cls(*_parts(OPENING, text))
        if key.written() not in text.split():
            raise ProofError(_UNFIT)
        return key

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


_UNFIT: Final = "is no investigators' key: its id does not fit the rest of it"


def _parts(kind: str, text: str) -> tuple[str, bytes]:
    """Return name and key bytes of the line of *text* that begins with *kind*."""
    line = next((one for one in text.split() if one.startswith(f"{kind}+")), "")
    name, _, rest = line.removeprefix(f"{kind}+").partition("+")
    try:
        key = base64_bytes(rest.partition("+")[2])
    except ProofError:
        key = b""
    if name_fault(name) or len(key) != LENGTH:
        msg = f"holds no investigators' key: a line {kind}+NAME+ID+BASE64 is wanted"
        raise ProofError(msg)
    return name, key


def missing() -> ConfigurationError:  # pragma: no cover - the tests have it
    """Return the error that says what to install."""
    return ConfigurationError(
        "kept texts need the package cryptography, 47 or later: "
        "pip install 'candor-guardrails[proof]'"
    )
