"""Enumerations of words that have an order of their own, not the alphabet's."""

from __future__ import annotations

from enum import StrEnum


class Ranked(StrEnum):
    """A word whose members compare by the order in which they are written down."""

    @property
    def rank(self) -> int:
        """Place among its members, from 0."""
        return list(type(self)).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < type(self)(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= type(self)(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > type(self)(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= type(self)(other).rank
