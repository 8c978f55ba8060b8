"""Who is signed in, and the tokens that forms carry."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from guardrails.access.key_file import KeyFile
from guardrails.access.keys import Caller, Key

LONGEST: Final = 12 * 3600
"""Seconds after which somebody has to sign in again: a long shift."""
MOST: Final = 1_000
"""Visits that are kept; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class _Visit:
    key: Key | None
    until: float
    vouched: bool


class Visits:
    """
    Keeps who is signed in, in this process's memory.

    A visit ends after twelve hours, when the person signs out, when the key is taken back or
    ends, and with the process. That of somebody whom a provider vouches for ends with the key
    that was made for them, which is in no file. Of the cookie only a hash is kept.

    Args:
        keys: Who may sign in; None lets everybody, where the machine alone can be reached.
        now: Unix time in seconds.
        random: Gives *n* random bytes.
    """

    def __init__(
        self,
        keys: KeyFile | None,
        now: Callable[[], float],
        random: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._keys = keys
        self._now = now
        self._random = random
        self._secret = random(32)
        self._kept: dict[str, _Visit] = {}

    @property
    def keyed(self) -> bool:
        """Whether a key is needed to sign in."""
        return self._keys is not None

    def cookie(self) -> str:
        """Return a new value for a cookie, which nobody can guess."""
        return self._random(32).hex()

    def key(self, text: str) -> Key | None:
        """Return the live key of which *text* is the whole, or None."""
        return None if self._keys is None else self._keys.find(text.strip())

    def open(self, key: Key | None, *, vouched: bool = False) -> str:
        """
        Return the cookie of a new visit.

        Args:
            key: Whose it is.
            vouched: A provider vouches for them: the key is not looked for in the file.
        """
        cookie, until = self.cookie(), self._now() + LONGEST
        while len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[_hash(cookie)] = _Visit(key, until, vouched)
        return cookie

    def find(self, cookie: str | None) -> Caller | None:
        """Return who is signed in with *cookie*, or None."""
        name = _hash(cookie or "")
        visit = self._kept.get(name)
        if visit is None:
            return None
        key = self._live(visit)
        unnamed = visit.key is None and self._keys is None
        if self._now() >= visit.until or (key is None and not unnamed):
            del self._kept[name]
            return None
        return Caller(key)

    def _live(self, visit: _Visit) -> Key | None:
        """Return the key of *visit* as it is by now; None if it has ended or there is none."""
        if visit.key is None:
            return None
        if visit.vouched:
            return visit.key if visit.key.live(self._now()) else None
        return None if self._keys is None else self._keys.live(visit.key.id)

    def close(self, cookie: str) -> None:
        """End the visit with *cookie*; once is enough."""
        self._kept.pop(_hash(cookie), None)

    def token(self, cookie: str) -> str:
        """Return what every form of the visit with *cookie* carries."""
        return hmac.new(self._secret, cookie.encode(), hashlib.sha256).hexdigest()

    def genuine(self, cookie: str, token: str) -> bool:
        """Return whether *token* came from a form that was made for *cookie*."""
        return hmac.compare_digest(self.token(cookie).encode(), token.encode("utf-8", "replace"))


def _hash(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "replace")).hexdigest()
