"""Whose voice a reply speaks in: which blocks are open at a point of the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Opened(StrEnum):
    """A block of a reply that was opened earlier and is still open."""

    CODE = "code"
    QUOTE = "quote"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Voice:
    """
    The state of a scan of one text, from its start to some offset.

    Attributes:
        opened: Blocks that are open at that offset.
    """

    opened: frozenset[Opened] = frozenset()


def advance(voice: Voice, piece: str, question: str) -> Voice:
    """
    Return the state after *piece*, the text that follows what *voice* has seen.

    Args:
        voice: The state so far; `Voice()` at the start of a text.
        piece: A frame of the text.
        question: The user's message that the text answers, or "".
    """
    del piece, question
    return voice
