"""Enumerations of words that have an order of their own, not the alphabet's."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """
    A word of a closed set.

    It hashes as the string that it equals: `Enum` hashes each time in Python, and `decide`
    looks many of them up.
    """

    __hash__ = str.__hash__


class Ranked(Word):
    """
    A word whose members compare by the order in which they are written down.

    Attributes:
        rank: Place among its members, from 0.
    """

    rank: int

    def __new__(cls, value: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.rank = len(cls.__members__)
        return member

    def __lt__(self, other: str) -> bool:
        return self.rank < self._of(other)

    def __le__(self, other: str) -> bool:
        return self.rank <= self._of(other)

    def __gt__(self, other: str) -> bool:
        return self.rank > self._of(other)

    def __ge__(self, other: str) -> bool:
        return self.rank >= self._of(other)

    def _of(self, other: str) -> int:
        return (other if isinstance(other, type(self)) else type(self)(other)).rank
