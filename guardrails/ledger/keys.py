"""
Ed25519 keys of logs and of witnesses, written as C2SP signed notes write them.

    <name>+<id>+<base64(type | public key)>              may be known to everybody
    PRIVATE+KEY+<name>+<id>+<base64(type | seed)>        for the signer alone

`id` is the first four bytes of SHA-256(name | newline | type | public key), in hex.
Type 1 signs a text as it is: a log. Type 4 signs it together with a time: a witness
(C2SP tlog-cosignature).
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from os import urandom
from typing import TYPE_CHECKING

from guardrails.errors import ConfigurationError, ProofError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LOG = 1
"""Type of a log's key."""
WITNESS = 4
"""Type of a witness's key."""

PRIVATE = "PRIVATE+KEY+"
"""What a private key begins with."""
_ID = 4
_TIME = 8


def name_fault(name: str) -> str:
    """Return what is wrong with *name* as the name of a key, or an empty string."""
    if not name or not name.isprintable() or "+" in name or any(map(str.isspace, name)):
        return "the name of a key is not empty and has no spaces, no '+' and no control characters"
    return ""


def base64_bytes(text: str) -> bytes:
    """
    Return what *text* encodes in standard base64, padded, as the encoder would write it.

    Raises:
        ProofError: It is none.
    """
    try:
        data = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if not data or b64encode(data).decode() != text:
        msg = "is not base64"
        raise ProofError(msg)
    return data


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """
    What a signature is checked with.

    Attributes:
        name: The log's origin, or the name of a witness.
        kind: `LOG` or `WITNESS`.
        public: 32 bytes.
    """

    name: str
    kind: int
    public: bytes

    @classmethod
    def parse(cls, text: str) -> VerifierKey:
        """
        Return the key that *text* writes down, with or without a newline at its end.

        Raises:
            ProofError: It is no public key.
        """
        text = text.removesuffix("\n")
        key = cls(*_parts(text))
        if str(key) != text:
            msg = "is no public key: its id does not fit the rest of it"
            raise ProofError(msg)
        return key

    @property
    def id(self) -> bytes:
        """Four bytes that tell keys of one name apart; no proof of anything."""
        material = bytes([self.kind]) + self.public
        return sha256(self.name.encode() + b"\n" + material).digest()[:_ID]

    def __str__(self) -> str:
        return _written(self.name, self.id, self.kind, self.public)

    def signed(self, text: bytes, body: bytes) -> bool:
        """Return whether *body*, what follows the key's id, is this key's signature of *text*."""
        if self.kind == WITNESS:
            text, body = timed(text, time_of(body)), body[_TIME:]
        return _verified(self.public, text, body)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """
    What a signature is made with.

    Attributes:
        name: The log's origin, or the name of a witness.
        kind: `LOG` or `WITNESS`.
        seed: 32 bytes, never printed by `repr`.
    """

    name: str
    kind: int
    seed: bytes = field(repr=False)

    @classmethod
    def generate(cls, name: str, kind: int = LOG) -> SigningKey:
        """
        Return a new key.

        Raises:
            ProofError: The name is none for a key.
        """
        if fault := name_fault(name):
            raise ProofError(fault)
        return cls(name, kind, urandom(32))

    @classmethod
    def parse(cls, text: str) -> SigningKey:
        """
        Return the key that *text* writes down, with or without a newline at its end.

        So it takes what a file holds that `candor log keygen` has made for a log or a witness.

        Raises:
            ProofError: It is no private key.
        """
        text = text.removesuffix("\n")
        if not text.startswith(PRIVATE):
            msg = f"is no private key: it does not begin with {PRIVATE}"
            raise ProofError(msg)
        key = cls(*_parts(text.removeprefix(PRIVATE)))
        if key.written() != text:
            msg = "is no private key: its id does not fit the rest of it"
            raise ProofError(msg)
        return key

    def written(self) -> str:
        """Return the key as text, to be kept secret."""
        return PRIVATE + _written(self.name, self.verifier.id, self.kind, self.seed)

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        return VerifierKey(self.name, self.kind, _public(self.seed))

    def sign(self, text: bytes, now: int = 0) -> bytes:
        """
        Return the signature of *text*, without the key's id.

        Args:
            text: The text of a note, with its last newline.
            now: Unix time in seconds; only a witness's signature holds it.
        """
        if self.kind == WITNESS:
            return now.to_bytes(_TIME, "big") + _signature(self.seed, timed(text, now))
        return _signature(self.seed, text)


def timed(text: bytes, now: int) -> bytes:
    """Return what a witness signs when it sees *text* at that Unix time."""
    return b"cosignature/v1\ntime %d\n" % now + text


def time_of(body: bytes) -> int:
    """Return the Unix time in seconds that stands in a witness's signature."""
    return int.from_bytes(body[:_TIME], "big")


def _parts(text: str) -> tuple[str, int, bytes]:
    """Return name, type and key bytes of *text*."""
    name, _, rest = text.partition("+")
    _, _, encoded = rest.partition("+")
    try:
        material = base64_bytes(encoded)
    except ProofError:
        material = b""
    if name_fault(name) or len(material) != 33 or material[0] not in {LOG, WITNESS}:  # noqa: PLR2004 - type and 32 bytes
        msg = "is no key: NAME+ID+BASE64 with an Ed25519 key of a log or a witness is wanted"
        raise ProofError(msg)
    return name, material[0], material[1:]


def _written(name: str, key_id: bytes, kind: int, key: bytes) -> str:
    return f"{name}+{key_id.hex()}+{b64encode(bytes([kind]) + key).decode()}"


def _verified(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError as error:  # pragma: no cover - the tests have it
        raise _missing() from error
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _signature(seed: bytes, message: bytes) -> bytes:
    return bytes(_private(seed).sign(message))


def _public(seed: bytes) -> bytes:
    return bytes(_private(seed).public_key().public_bytes_raw())


def _private(seed: bytes) -> Ed25519PrivateKey:
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    except ImportError as error:  # pragma: no cover - the tests have it
        raise _missing() from error
    return Ed25519PrivateKey.from_private_bytes(seed)


def _missing() -> ConfigurationError:  # pragma: no cover - the tests have it
    return ConfigurationError(
        "signatures need the package cryptography: pip install 'candor-guardrails[proof]'"
    )
