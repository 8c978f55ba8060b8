"""Values that are never personal data: helplines, and an operator's own contacts."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_RUN = re.compile(r"(?<!\w)[+(]{0,2}\d(?:[\d ()./-]*\d)?(?!\w)")
_NUMBER = re.compile(r"[\d\s()+./-]+")


class Allowed:
    """
    A set of values that matches however they are written.

    Numbers are compared by their digits and words without case or punctuation, so
    that `1-800-273-8255` covers `(800) 273 8255`. Only a whole value matches: a
    phone number that merely begins like a helpline is still a phone number.
    """

    def __init__(self, values: Iterable[str]) -> None:
        self._keys = frozenset(key for key in map(_key, values) if key)

    def __contains__(self, value: str) -> bool:
        return bool(self._keys) and _key(value) in self._keys

    def ranges(self, text: str) -> list[tuple[int, int]]:
        """Return where whole numbers of this set stand in *text*."""
        return [match.span() for match in _RUN.finditer(text) if match.group() in self]

    def __len__(self) -> int:
        return len(self._keys)


def _key(value: str) -> str:
    if _NUMBER.fullmatch(value):
        digits = "".join(filter(str.isdigit, value))
        long_enough = 11  # a North American number with its trunk digit
        return digits[1:] if len(digits) == long_enough and digits[0] == "1" else digits
    return " ".join(_WORD.findall(value.casefold()))
