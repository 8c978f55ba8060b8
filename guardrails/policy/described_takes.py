"""What a setting of a policy file may take, and the values that several settings share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """A text; with a pattern, one of that shape."""

    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list without repetition, of 1 to 50 values."""

    of: Text | OneOf


@dataclass(frozen=True, slots=True)
class Block:
    """A block of settings of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Blocks:
    """A list of such blocks."""

    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """Blocks of this kind, each under a name of one's own choosing."""

    kind: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """By language, a list without repetition, of 1 to 50 texts of at most `longest` characters."""

    longest: int


Takes: TypeAlias = Text | Whole | Flag | OneOf | Many | Block | Blocks | Named | Phrases


@dataclass(frozen=True, slots=True)
class Setting:
    """
    One setting.

    Attributes:
        takes: What may stand there.
        about: What it is for, in a sentence or two.
        needed: It may not be left out.
        default: What counts if it is left out, as it would be written; None for nothing.
        example: A value, as it would be written.
    """

    takes: Takes
    about: str
    needed: bool = False
    default: str | int | None = None
    example: str | None = None


def words_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return *names* as they are written in a file."""
    return tuple(str(one) for one in names)


NAME: Final = Text("^[a-z][a-z0-9]*([._-][a-z0-9]+)*$")
"""A name of one's own choosing: small letters, digits, '-', '_' and '.'."""
LOCALE: Final = Text("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")
COUNTRY: Final = Text("^[A-Z]{2}$")
PERCENT: Final = Whole(0, 100)
DURATION: Final = Text("^[1-9][0-9]{0,5}[smhd]$")
DAY: Final = Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
VARIABLE: Final = Text("^[A-Z][A-Z0-9_]*$")
FILE: Final = Text(r"^([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.ya?ml$")
MESSAGE_ID: Final = "the id of a message under `messages`"


FLOOR: Final = Setting(
    Flag(),
    "`true`: no policy that builds on this one may do less.",
    default="false",
    example="true",
)


def answered(what: str) -> Setting:
    """Return the setting that names the message with which *what* is answered."""
    return Setting(NAME, f"{what}: {MESSAGE_ID}.")
