"""Which values of a conversation are one and the same person, address or number."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_TITLES: Final = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "señor", "señora", "herr",
    "frau", "mme",
})  # fmt: skip
_EXACT: Final = frozenset({"literal", "secret"})
_NUMBERS: Final = frozenset({
    "payment-card", "iban", "bank-account", "national-id", "passport", "driving-licence",
    "tax-id", "health-id", "number-plate",
})  # fmt: skip
_WORDED: Final = frozenset({
    "person", "email", "url", "handle", "postal-address", "location", "date-of-birth", "date-time",
    "ip-address", "mac-address", "organization", "nationality", "crypto-wallet",
})  # fmt: skip
"""Kinds whose signs tell values apart; in numbers, and in types of a policy, they do not."""
_LEAST_DIGITS: Final = 8  # of a telephone number, so that its last digits tell it from others


class Namesakes:
    """
    Numbers for the people, addresses and numbers of one conversation, from 1 for each kind.

    Two values get one number only where that is certain: the same words in other
    letters, a part of the one full name that holds it ("Priya" after "Priya
    Raghunathan", or before), an address or a telephone number written another way.
    Two full names stay apart, and so does a part that two of them share.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._counts: dict[str, int] = {}
        self._people: dict[int, frozenset[str]] = {}
        self._parts: dict[str, set[int]] = {}
        self._phones: dict[str, int] = {}

    def number(self, kind: str, value: str) -> int:
        """Return the number of *value*; that of a value seen before is the same each time."""
        key = _key(kind, value)
        number = self._known.get((kind, key))
        if number is None:
            number = self._same(kind, key) or self._next(kind)
            self._known[kind, key] = number
            self._learn(kind, key, number)
        return number

    def relearn(self, kind: str, value: str, number: int) -> None:
        """Know again, from a stored map, that *value* has *number*."""
        key = _key(kind, value)
        if (kind, key) not in self._known:
            self._known[kind, key] = number
            self._counts[kind] = max(number, self._counts.get(kind, 0))
            self._learn(kind, key, number)

    def _next(self, kind: str) -> int:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]

    def _same(self, kind: str, key: str) -> int | None:
        """Return the number of the one that *key* is certainly another form of, or None."""
        if kind == "phone":
            return self._phones.get(key[-_LEAST_DIGITS:]) if len(key) >= _LEAST_DIGITS else None
        if kind != "person":
            return None
        parts = frozenset(key.split())
        near = {number for part in parts for number in self._parts.get(part, ())}
        if len(parts) == 1:
            return near.pop() if len(near) == 1 else None
        near = {n for n in near if self._people[n] <= parts or parts <= self._people[n]}
        return near.pop() if len(near) == 1 else None

    def _learn(self, kind: str, key: str, number: int) -> None:
        if kind == "phone" and len(key) >= _LEAST_DIGITS:
            self._phones.setdefault(key[-_LEAST_DIGITS:], number)
        if kind == "person":
            parts = frozenset(key.split())
            self._people[number] = self._people.get(number, frozenset()) | parts
            for part in parts:
                self._parts.setdefault(part, set()).add(number)


def _key(kind: str, value: str) -> str:
    """Return what two ways of writing the same *value* have in common."""
    if kind in _EXACT:
        return value
    plain = unicodedata.normalize("NFKC", value).casefold()
    if kind == "phone":
        digits = "".join(filter(str.isdigit, plain))
        return digits if len(digits) >= _LEAST_DIGITS else plain
    if kind in _NUMBERS or (kind not in _WORDED and any(map(str.isdigit, plain))):
        return "".join(filter(str.isalnum, plain)) or plain
    if kind == "person":
        words = [re.sub(r"['’]s$", "", word) for word in _WORD.findall(plain)]
        named = [word for word in words if word not in _TITLES]
        return " ".join(named or words) or plain
    return " ".join(plain.split()) or plain
