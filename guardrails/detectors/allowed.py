"""Values that are never personal data: helplines, and an operator's own contacts."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_RUN = re.compile(r"(?<!\w)[+(]{0,2}\d(?:[\d ()./-]*\d)?(?!\w)")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)++")
_NUMBER = re.compile(r"[\d\s()+./-]+")


class Allowed:
    """
    A set of values that matches however they are written.

    Numbers are compared by their digits and words without case or punctuation, so
    that `1-800-273-8255` covers `(800) 273 8255`. Only a whole value matches: a
    phone number that merely begins like a helpline is still a phone number. A value that
    begins with `@` stands for every address of that domain.
    """

    def __init__(self, values: Iterable[str]) -> None:
        given = tuple(values)
        self._domains = tuple(one.casefold() for one in given if one.startswith("@"))
        self._keys = frozenset(key for key in map(_key, given) if key)

    def __contains__(self, value: str) -> bool:
        if self._domains and value.casefold().endswith(self._domains):
            return True
        return bool(self._keys) and _key(value) in self._keys

    def ranges(self, text: str) -> list[tuple[int, int]]:
        """Return where whole numbers and addresses of this set stand in *text*."""
        found = [match.span() for match in _RUN.finditer(text) if match.group() in self]
        if "@" in text:
            found += [match.span() for match in _MAIL.finditer(text) if match.group() in self]
        return found

    def __len__(self) -> int:
        return len(self._keys)


def _key(value: str) -> str:
    if _NUMBER.fullmatch(value):
        digits = "".join(filter(str.isdigit, value))
        long_enough = 11  # a North American number with its trunk digit
        return digits[1:] if len(digits) == long_enough and digits[0] == "1" else digits
    return " ".join(_WORD.findall(value.casefold()))
