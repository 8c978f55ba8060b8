"""
API keys, of which only hashes are kept.

A key is `candor_<id>_<secret>` with a secret of 256 random bits. So SHA-256 is enough: what
slows the guessing of passwords is not needed where nothing can be guessed.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from guardrails.access.roles import Permission, Role, may
from guardrails.errors import AccessError

_PREFIX = "candor"
_PARTS = 3
_LONGEST = 200
_NAME = re.compile(r"[A-Za-z0-9._-]{1,60}")


@dataclass(frozen=True, slots=True)
class Key:
    """
    What is kept of a key.

    Attributes:
        id: Names the key in lists and logs; no secret.
        name: Of who holds it. Sessions belong to a name, so that they outlive a key.
        role: What the key is for.
        hash: `sha256:` and the hash of the whole key.
        created: Unix time in seconds.
        expires: Unix time in seconds from which on it is not taken, or None.
        revoked: Unix time in seconds at which it was taken back, or None.
        routes: The only routes it may use, or None for all.
        rate: Requests a minute, 0 for no limit, or None for the gateway's own.
    """

    id: str
    name: str
    role: Role
    hash: str
    created: int
    expires: int | None = None
    revoked: int | None = None
    routes: tuple[str, ...] | None = None
    rate: int | None = None

    def live(self, now: float) -> bool:
        """Return whether the key is taken at Unix time *now*."""
        return self.revoked is None and (self.expires is None or now < self.expires)


@dataclass(frozen=True, slots=True)
class Caller:
    """
    Who makes a request.

    Attributes:
        key: Their key, or None where a gateway has no keys and listens to this machine alone.
    """

    key: Key | None = None

    @property
    def id(self) -> str:
        """Id of the key, or `anyone`."""
        return "anyone" if self.key is None else self.key.id

    @property
    def name(self) -> str | None:
        """Whose sessions they use, or None where nobody is told apart."""
        return None if self.key is None else self.key.name

    @property
    def rate(self) -> int | None:
        """Requests a minute, if the key has a rate of its own."""
        return None if self.key is None else self.key.rate

    def may(self, permission: Permission) -> bool:
        """Return whether the role of the key has *permission*."""
        return self.key is None or may(self.key.role, permission)

    def may_use(self, route: str) -> bool:
        """Return whether the key is for that *route*."""
        return self.key is None or self.key.routes is None or route in self.key.routes


def new_key(
    name: str,
    role: Role,
    now: int,
    *,
    expires: int | None = None,
    routes: Sequence[str] | None = None,
    rate: int | None = None,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> tuple[Key, str]:
    """
    Return what is kept of a new key, and the key itself, which is shown once.

    Args:
        name: Of who holds it.
        role: What it is for.
        now: Unix time in seconds.
        expires: Unix time in seconds from which on it is not taken.
        routes: The only routes it may use.
        rate: Requests a minute.
        random: Gives *n* random bytes.

    Raises:
        AccessError: The name has another form.
    """
    if not is_name(name):
        msg = "a key's name is 1 to 60 letters, digits and . _ - that say who holds it"
        raise AccessError(msg)
    key_id = random(5).hex()
    text = f"{_PREFIX}_{key_id}_{random(32).hex()}"
    kept = None if routes is None else tuple(routes)
    return Key(key_id, name, role, hash_of(text), now, expires, None, kept, rate), text


def is_name(text: str) -> bool:
    """Return whether *text* may be a key's name; it begins the names of its sessions."""
    return _NAME.fullmatch(text) is not None


def hash_of(text: str) -> str:
    """Return what is kept of the key *text*."""
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"


def found(keys: Iterable[Key], text: str, now: float) -> Key | None:
    """Return the live key of which *text* is the whole, or None."""
    parts = text.split("_")
    if len(text) > _LONGEST or len(parts) != _PARTS or parts[0] != _PREFIX:
        return None
    given = hash_of(text)
    for key in keys:
        if key.id == parts[1] and hmac.compare_digest(key.hash, given):
            return key if key.live(now) else None
    return None


def revoked(keys: Iterable[Key], key_id: str, now: int) -> list[Key]:
    """Return *keys* with that one taken back at Unix time *now*; once is enough."""
    return [
        replace(key, revoked=now) if key.id == key_id and key.revoked is None else key
        for key in keys
    ]
