"""
Seals texts with the key of a conversation, and that key for the investigators.

    key of a conversation   32 random bytes; its name is HMAC-SHA256(key, "commit"), so a
                            record that names it commits to it (AES-GCM alone does not)
    sealed text             nonce (12) | AES-256-GCM(key, nonce, text, bound to its record)
    sealed key              HPKE, RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256),
                            HKDF-SHA256, AES-256-GCM; bound to log, conversation and name

A text that was moved to another record, or changed in one bit, does not open.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from guardrails.errors import EvidenceError
from guardrails.evidence.keys import LENGTH, OpeningKey, SealingKey, missing
from guardrails.ledger.chain import named
from guardrails.ledger.record import canonical
from guardrails.ledger.scribe import Random

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

FORMAT: Final = "candor-evidence/1"
NONCE: Final = 12
_BOUND: Final = ("session", "turn", "side", "surface", "part")


@dataclass(frozen=True, slots=True)
class SessionKey:
    """
    The key of one conversation.

    Attributes:
        name: What it commits to: 64 hex digits, may be known to everybody.
        secret: 32 bytes, never printed by `repr`.
    """

    name: str
    secret: bytes = field(repr=False)

    @classmethod
    def of(cls, secret: bytes) -> SessionKey:
        """Return the key with its name."""
        return cls(hmac.digest(secret, b"commit", "sha256").hex(), secret)

    @classmethod
    def fresh(cls, random: Random) -> SessionKey:
        """Return a new key."""
        return cls.of(random(LENGTH))


def name_of(sealed: bytes) -> str:
    """Return `sha256:<hex>` of a sealed text, by which its record names it."""
    return named(sha256(sealed).hexdigest())


def bound(origin: str, about: Mapping[str, Any], n: int, field_: str) -> bytes:
    """
    Return what binds a text to its record: log, place in the conversation, and field.

    Args:
        origin: Name of the log.
        about: The record, or the part of it that says `session`, `turn`, `side`,
            `surface` and `part`.
        n: Which of the turn's kept texts it is.
        field_: `in` or `out`.

    Raises:
        EvidenceError: The record lacks one of them.
    """
    try:
        place = {key: about[key] for key in _BOUND}
    except KeyError as error:
        msg = f"the record has no {error.args[0]!r}, to which its text is bound"
        raise EvidenceError(msg) from None
    return canonical({**place, "format": FORMAT, "origin": origin, "n": n, "field": field_})


def seal(key: SessionKey, text: str, to: bytes, random: Random) -> bytes:
    """Return *text* sealed with *key* and bound to what `bound` has returned."""
    nonce = random(NONCE)
    data = text.encode("utf-8", "surrogatepass")
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError as error:  # pragma: no cover - the tests have it
        raise missing() from error
    return nonce + AESGCM(key.secret).encrypt(nonce, data, to)


def unseal(key: SessionKey, sealed: bytes, to: bytes) -> str:
    """
    Return the text that was sealed.

    Raises:
        EvidenceError: It was sealed with another key or for another record, or changed.
    """
    try:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError as error:  # pragma: no cover - the tests have it
        raise missing() from error
    try:
        data = AESGCM(key.secret).decrypt(sealed[:NONCE], sealed[NONCE:], to)
    except (InvalidTag, ValueError):
        msg = "the sealed text does not belong to this record, or was changed: it does not open"
        raise EvidenceError(msg) from None
    return data.decode("utf-8", "surrogatepass")


def wrap(key: SessionKey, origin: str, session: str, to: SealingKey) -> bytes:
    """Return *key* sealed to the investigators' public key."""
    try:
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    except ImportError as error:  # pragma: no cover - the tests have it
        raise missing() from error
    public = X25519PublicKey.from_public_bytes(to.public)
    return bytes(_suite().encrypt(key.secret, public, _info(origin, session, key.name)))


def unwrap(wrapped: bytes, origin: str, session: str, name: str, by: OpeningKey) -> SessionKey:
    """
    Return the key of a conversation that was sealed to the public half of *by*.

    Args:
        wrapped: What `wrap` has returned.
        origin: Name of the log.
        session: Reference of the conversation.
        name: The key's name, as the record says it.
        by: Of the investigators.

    Raises:
        EvidenceError: It was sealed to another key or for another conversation, or
            changed; or it is not the one that the record commits to.
    """
    try:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    except ImportError as error:  # pragma: no cover - the tests have it
        raise missing() from error
    private = X25519PrivateKey.from_private_bytes(by.secret)
    try:
        secret = bytes(_suite().decrypt(wrapped, private, _info(origin, session, name)))
    except (InvalidTag, ValueError):
        msg = (
            f"the key {by.name} ({by.sealing.id}) does not open the key of this conversation: "
            "it was sealed to another key or for another conversation, or was changed"
        )
        raise EvidenceError(msg) from None
    key = SessionKey.of(secret)
    if key.name != name:
        msg = "the key of this conversation is not the one that the record commits to"
        raise EvidenceError(msg)
    return key


def _info(origin: str, session: str, name: str) -> bytes:
    return canonical({"format": FORMAT, "origin": origin, "session": session, "key": name})


def _suite() -> Suite:
    try:
        from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
    except ImportError as error:  # pragma: no cover - the tests have it
        raise missing() from error
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
