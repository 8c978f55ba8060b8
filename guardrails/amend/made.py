"""The pieces that a frame of a reply becomes."""

from __future__ import annotations

from dataclasses import dataclass, field

from guardrails.decisions import Do
from guardrails.wake import How


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A piece of what a frame becomes.

    Attributes:
        text: What stands there now.
        do: What was done to it; `pass` for the model's own words.
        rule: Which rule did it, or None.
        own: It is the policy's text and nothing else: no value of the person is restored in it.
    """

    text: str = field(repr=False)
    do: Do = Do.PASS
    rule: str | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Amended:
    """
    The pieces of a frame, and how far into the text that follows they reach.

    `carry` is the offset, in the raw text, up to which everything is dealt with.
    """

    pieces: tuple[Piece, ...]
    carry: int


@dataclass(frozen=True, slots=True)
class Made:
    """
    A piece of the frame, and what a walk over the reply has to know of it.

    Attributes:
        piece: The piece.
        how: Whose words it holds now.
        kinds: What was claimed where it stands.
        at: Where it begins in the raw text, if it is the model's own words.
    """

    piece: Piece
    how: How = How.OWN
    kinds: frozenset[str] = frozenset()
    at: int = 0
