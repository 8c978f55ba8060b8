"""
One spelling for many: text as rules read it, and the way back to the original.

    "I want to k1ll mysеlf"  ──normalise──▶  "i want to kill myself"
                                             span(10, 21) ──▶ (10, 21)

Compatibility forms, case, accents, invisible characters, look-alike letters, digits
for letters, s p a c e d letters, drawn-out letters and apostrophes inside words are
levelled. Every step is linear in the text, and plain text costs a few searches.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

Edit: TypeAlias = tuple[int, int, str, Sequence[int]]
"""`[start, stop)` is replaced by a text whose characters come from these offsets in it."""

_APOSTROPHES = frozenset("'’‘ʼ`´ʹ′＇‛")
_MARKS = (
    (0x0300, 0x0370),
    (0x1AB0, 0x1B00),
    (0x1DC0, 0x1E00),
    (0x20D0, 0x2100),
    (0xFE20, 0xFE30),
)
_SIGNS = (
    dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys('"“”„‟«»″＂', '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0", "")
    | dict.fromkeys("\u2028\u2029\x85", "\n")
    | dict.fromkeys("\x0b\x0c", " ")
    | {"\U0001f916": "robot"}
)
_KINDS = {"Cs": "\ufffd", "Zs": " ", "Cc": "", "Cf": ""}
_SELECTORS = ((0xFE00, 0xFE10), (0xE0000, 0xE1000))
_LATIN_LOOKALIKES = str.maketrans(
    "авсԁегіјкӏмнорԛѕтѵѡхуʏαβενγικορτυχωʜɪʟɴʀᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢıɑɡ",
    "abcderijklmhopqstvwxyyabevyikoptuxwhilnracdejkmoptuvwziag",
)
_LOOKALIKE_WORD = re.compile("[a-z0-9\u0250-\u02af\u0370-\u052f\u1d00-\u1d2bı]+")
_FOREIGN = re.compile("[\u0250-\u02af\u0370-\u052f\u1d00-\u1d2bı]")
_NOT_PLAIN = re.compile(r"[^\t\n\r -&(-_a-~]+")  # not: plain ASCII; neither ' nor `
_NOT_ASCII = re.compile(r"[^\x00-\x7e]|_")
_LEET = re.compile(r"[013457@$!|+]")
_LEET_WORD = re.compile(r"(?<![a-z0-9@$])[a-z0-9@$!|+*]+")
_LEET_LETTERS = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"}
_LEET_LETTERS |= {"|": "l", "+": "t"}
_SPACED = re.compile(
    r"(?<![a-z0-9])[a-z]([ .\-*/,])[a-z](?![a-z0-9])(?:\1[a-z](?![a-z0-9]))+"
    r"(?:\1{2,3}[a-z](?![a-z0-9])(?:\1[a-z](?![a-z0-9]))*)*"
)
_SHORT = frozenset(("die", "kms", "kys", "cut", "gun", "end", "sad"))
_WORD = re.compile(r"[a-z]+")
_DRAWN_OUT = re.compile(r"([a-z])\1\1")
_RUN = re.compile(r"(.)\1*")
_INNER_APOSTROPHE = re.compile(r"(?<=[a-z])'(?=[a-z])")
_DOUBLED = [
    "kill",
    "killing",
    "killed",
    "pills",
    "pill",
    "will",
    "well",
    "all",
    "tell",
    "call",
    "sleep",
    "sleeping",
    "asleep",
    "feel",
    "feeling",
    "feels",
    "need",
    "needed",
    "off",
    "good",
    "goodbye",
    "too",
    "bleed",
    "bleeding",
    "blood",
    "loss",
    "miss",
    "happy",
    "happiness",
    "sorry",
    "better",
    "worthless",
    "hopeless",
    "useless",
    "pointless",
    "see",
    "seen",
    "been",
    "keep",
    "week",
    "weeks",
    "free",
    "weed",
    "hell",
    "really",
    "hurt",
    "suffer",
    "suffering",
    "attack",
    "stopped",
    "hopelessness",
    "forgiveness",
    "addicted",
    "myself",
    "boyfriend",
    "school",
    "shoot",
    "shooting",
    "room",
    "bullet",
    "knees",
    "stress",
    "stressed",
    "depressed",
    "depression",
    "overdose",
    "hanging",
    "cannot",
    "noose",
    "rubber",
    "bottle",
    "full",
    "fall",
    "falling",
    "tunnel",
    "wall",
    "gonna",
    "wanna",
    "shall",
]


@dataclass(frozen=True, slots=True)
class Normal:
    """
    A text in its one spelling.

    Attributes:
        text: Lower case, no accents, no apostrophes inside words.
        starts: For each character of `text` where it begins in the original, in code
            points, never decreasing; and at the end the length of the original.
    """

    text: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """
        Return where `text[start:stop]` stands in the original, as `[start, stop)`.

        What was removed right after the range belongs to it.

        Raises:
            ValueError: Unless `0 <= start < stop <= len(text)`.
        """
        if not 0 <= start < stop <= len(self.text):
            raise ValueError("range")
        first, last = self.starts[start], self.starts[stop - 1]
        while self.starts[stop] <= last:  # one character that became several
            stop += 1
        return first, self.starts[stop]


def normalise(text: str) -> Normal:
    """
    Return *text* in its one spelling, with the way back.

    Takes any string: lone surrogates become U+FFFD, control characters vanish.
    """
    plain = text.lower()
    starts: Sequence[int] = range(len(text) + 1)
    if len(plain) != len(text) or _NOT_PLAIN.search(plain):
        plain, starts = edited(text, starts, _folds(text))
        plain = plain.lower()
    if _FOREIGN.search(plain):
        plain = _LOOKALIKE_WORD.sub(_latin, plain)
    if _INNER_APOSTROPHE.search(plain):
        gone = ((*match.span(), "", ()) for match in _INNER_APOSTROPHE.finditer(plain))
        plain, starts = edited(plain, starts, gone)
    if _LEET.search(plain):
        plain = _LEET_WORD.sub(_letters, plain)
    if _SPACED.search(plain):
        plain, starts = edited(plain, starts, _joins(plain))
    if _DRAWN_OUT.search(plain):
        plain, starts = edited(plain, starts, _shorter(plain))
    return Normal(plain, starts)


def edited(text: str, starts: Sequence[int], edits: Iterable[Edit]) -> tuple[str, Sequence[int]]:
    """Return *text* and its *starts* after *edits*, which are in order and do not overlap."""
    pieces: list[str] = []
    moved = array("L")
    at = 0
    for start, stop, new, offsets in edits:
        pieces.append(text[at:start])
        moved.extend(starts[at:start])
        pieces.append(new)
        moved.extend(starts[start + offset] for offset in offsets)
        at = stop
    pieces.append(text[at:])
    moved.extend(starts[at:])
    return "".join(pieces), moved


def _folds(text: str) -> Iterator[Edit]:
    for match in _NOT_PLAIN.finditer(text):
        start = match.start()
        for offset, char in enumerate(match.group()):
            new = _fold(char)
            if new != char:
                at = start + offset
                yield at, at + 1, new, (0,) * len(new)


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    """Return what *char* becomes: "" for what nobody sees, several letters for a ligature."""
    if char in _SIGNS:
        return _SIGNS[char]
    kind = unicodedata.category(char)
    if kind in _KINDS:
        return _KINDS[kind]
    if any(first <= ord(char) < last for first, last in _SELECTORS):
        return ""
    folded = unicodedata.normalize("NFKD", char).casefold()
    folded = unicodedata.normalize("NFKD", folded)
    folded = "".join(c for c in folded if not any(a <= ord(c) < b for a, b in _MARKS))
    folded = unicodedata.normalize("NFKC", folded)
    return "".join("'" if c in _APOSTROPHES else c for c in folded)


def _latin(match: re.Match[str]) -> str:
    """Return a word with its look-alikes in Latin letters, if it has any Latin letter."""
    word = match.group()
    if any("a" <= char <= "z" for char in word):
        return word.translate(_LATIN_LOOKALIKES)
    return word


def _letters(match: re.Match[str]) -> str:
    """Return a word with digits and signs that stand for letters as letters."""
    word = match.group()
    letters = sum("a" <= char <= "z" for char in word)
    signs = len(word) - letters
    if not letters or not signs:
        return word
    end = len(word.rstrip("!|+*"))  # what closes a sentence is no letter
    start = len(word) - len(word.lstrip("0123456789!|+*"))
    body = word[start:end]
    if sum(char in "0123456789" for char in body) > sum("a" <= char <= "z" for char in body):
        return word
    out = []
    for index, char in enumerate(body):
        if char == "1":
            twin = "1" in (body[index - 1 : index], body[index + 1 : index + 2])
            out.append("l" if twin or body[index - 1 : index] in ("a", "e", "i") else "i")
        else:
            out.append(_LEET_LETTERS.get(char, char))
    return word[:start] + "".join(out) + word[end:]


def _joins(text: str) -> Iterator[Edit]:
    """Yield an edit for each run of spaced letters; a wider gap ends a word."""
    for match in _SPACED.finditer(text):
        gap = match.group(1)
        run = match.group()
        if len(run) == 5 and run[::2] not in _SHORT:  # noqa: PLR2004 - three letters: "r u a"
            continue
        new: list[str] = []
        offsets: list[int] = []
        wide = 0
        for offset, char in enumerate(run):
            if char != gap:
                new.append(char)
                offsets.append(offset)
                wide = 0
                continue
            wide += 1
            if wide == 2:  # noqa: PLR2004 - the second of two
                new.append(" ")
                offsets.append(offset)
        yield *match.span(), "".join(new), offsets


@lru_cache(maxsize=1)
def _doubled() -> dict[str, str]:
    """Return known words that have doubled letters by their spelling without them."""
    return {_RUN.sub(r"\1", word): word for word in _DOUBLED}


def _shorter(text: str) -> Iterator[Edit]:
    """Yield an edit for each word with a letter three times or more in a row."""
    for match in _WORD.finditer(text):
        if not _DRAWN_OUT.search(match.group()):
            continue
        runs = [
            (run.start(), len(run.group()), run.group(1)) for run in _RUN.finditer(match.group())
        ]
        known = _doubled().get("".join(char for _, _, char in runs), "")
        wanted = [len(m.group()) for m in _RUN.finditer(known)]
        new: list[str] = []
        offsets: list[int] = []
        for index, (start, length, char) in enumerate(runs):
            keep = wanted[index] if known else (1 if length > 2 else length)  # noqa: PLR2004
            keep = min(keep, length)
            new.append(char * keep)
            offsets.extend(range(start, start + keep))
        yield *match.span(), "".join(new), offsets


def in_ascii(text: str) -> str:
    """Return *text* with a space for each sign that is not ASCII, and for `_`; rules read this."""
    return _NOT_ASCII.sub(" ", text)
