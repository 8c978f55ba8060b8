"""
Whose voice a reply speaks in: which blocks are open at a point of the text.

Words inside code, a quotation or a draft for the person to use are not said by
the assistant of itself. The scan takes the raw text in pieces; where the pieces
are cut makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from guardrails.drafts import Draft, after_line, introduces, resumed, standing
from guardrails.wanted import Wanted, wanted

_HEAD = 48  # of each line, to tell what kind of line it is
_TAIL = 200  # of each line, to tell what a colon introduces


class Opened(StrEnum):
    """A block of a reply that was opened earlier and is still open."""

    CODE = "code"
    QUOTE = "quote"
    DRAFT = "draft"


class _Inline(StrEnum):
    """A draft that a colon opened within a line, by how it begins, and so what ends it."""

    NONE = ""
    OPENED = "opened"  # nothing has followed the colon
    QUOTED = "quoted"  # the quotation mark that closes it
    SHORT = "short"  # in small letters: the end of the sentence
    LONG = "long"  # the end of the line


@dataclass(frozen=True, slots=True)
class Voice:
    """
    The state of a scan of one text, from its start to some offset.

    Attributes:
        opened: Blocks that are open at that offset.
        draft: The draft as it stood at the start of the current line.
        fence: Inside a fenced code block.
        tick: Inside code within a line.
        quote: Inside double quotation marks.
        inline: How far a draft has got that was opened by a colon within this line.
        head: The first characters of the current line.
        tail: The last characters of the current line.
        begun: Some line has ended, or is not blank.
        asked: The question that was looked at last, and what words it asks for: the frames
            of a reply all have the same. It is no part of the state.
    """

    opened: frozenset[Opened] = frozenset()
    draft: str = Draft.NONE
    fence: bool = False
    tick: bool = False
    quote: bool = False
    inline: str = _Inline.NONE
    head: str = field(default="", repr=False)
    tail: str = field(default="", repr=False)
    begun: bool = False
    asked: tuple[str, str] = field(default=("", ""), repr=False, compare=False)

    @classmethod
    def answering(cls, question: str) -> Voice:
        """Return the state at the start of a text that answers *question*."""
        return cls(asked=(question, wanted(question)))


_MARK = re.compile(r'[\n"“”„«»`:]')
_QUOTES = frozenset('"“”„«»')
_STOP = re.compile(r"[.!?…]['’)*_]{0,3}(?=\s)")
_QUOTED = frozenset({Opened.QUOTE})
_FEW = 4
"""Characters of the longest end of a sentence: so many are looked back upon."""
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_SINGLE = re.compile(r"(?<![\w'])'(?=[\w(])(?:[^'\n]|(?<=\w)'(?=\w)){3,240}'(?!\w)")


def advance(voice: Voice, piece: str, question: str) -> Voice:
    """
    Return the state after *piece*, the text that follows what *voice* has seen.

    Args:
        voice: The state so far; `Voice()` at the start of a text.
        piece: A frame of the text.
        question: The user's message that the text answers, or "".
    """
    for _, _, _, after in _scan(voice, piece, question):
        voice = after
    return voice


def foreign(
    voice: Voice, text: str, question: str, *, quoted: bool = True
) -> tuple[tuple[int, int], ...]:
    """
    Return the ranges of *text* that somebody else is made to say, in order.

    Args:
        voice: The state at the start of *text*; one that holds nothing but
            `opened` will do.
        text: The text that follows.
        question: The user's message that it answers, or "".
        quoted: What is only quoted counts, and not code and drafts alone.
    """
    if voice == Voice(voice.opened):
        voice = replace(_resumed(voice.opened, text), asked=voice.asked)
    ranges: list[tuple[int, int]] = []
    head = voice.head
    for start, stop, inside, after in _scan(voice, text, question):
        block = (head + text[start:stop]).lstrip().startswith(">")
        head = after.head
        if inside and (quoted or not (block or inside == _QUOTED)):
            if ranges and ranges[-1][1] == start:
                ranges[-1] = (ranges[-1][0], stop)
            else:
                ranges.append((start, stop))
    if not quoted:
        return tuple(ranges)
    ranges += [match.span() for match in _SINGLE.finditer(text.replace("’", "'").replace("‘", "'"))]
    return tuple(sorted(ranges))


def _resumed(opened: frozenset[Opened], text: str) -> Voice:
    return Voice(
        opened,
        draft=resumed(text) if Opened.DRAFT in opened else Draft.NONE,
        fence=Opened.CODE in opened,
        quote=Opened.QUOTE in opened,
        begun=bool(opened),
    )


def _scan(
    voice: Voice, piece: str, question: str
) -> Iterator[tuple[int, int, frozenset[Opened], Voice]]:
    """Yield each run up to a mark: where, what it lies in, and the state after it."""
    known = voice.asked if voice.asked[0] == question else (question, wanted(question))
    asked = Wanted(known[1])
    at = 0
    while at < len(piece):
        match = _MARK.search(piece, at)
        stop = len(piece) if match is None else match.end()
        voice = _begun(voice, piece[at:stop])
        over = _sentence_over(voice, piece[at:stop]) if voice.inline == _Inline.SHORT else None
        if over is not None:
            match, stop = None, at + over
        run = piece[at:stop]
        grown = replace(
            voice,
            head=(voice.head + run)[:_HEAD] if len(voice.head) < _HEAD else voice.head,
            tail=(voice.tail + run)[-_TAIL:],
        )
        inside = _inside(grown, asked=asked)
        voice = _marked(grown, "" if match is None else match.group(), asked=asked)
        if over is not None:
            voice = replace(voice, inline=_Inline.NONE)
        yield (
            at,
            stop,
            inside,
            replace(voice, opened=_inside(voice, asked=asked), asked=known),
        )
        at = stop


def _begun(voice: Voice, run: str) -> Voice:
    """Return *voice* with how a draft begins, if a colon has just opened one."""
    first = run.lstrip(" \t")[:1]
    if voice.inline != _Inline.OPENED or not first:
        return voice
    if first in _QUOTES:
        return replace(voice, inline=_Inline.QUOTED)
    short = first.islower() and first != "i"  # "i feel alone" is how some people write
    return replace(voice, inline=_Inline.SHORT if short else _Inline.LONG)


def _sentence_over(voice: Voice, run: str) -> int | None:
    """Return where in *run* a sentence that began before it has ended, or None."""
    text = voice.tail[-_FEW:] + run
    for match in _STOP.finditer(text):
        at = match.end() - len(text) + len(run)
        if at >= 0:
            return at
    return None


def _inside(voice: Voice, *, asked: Wanted) -> frozenset[Opened]:
    found = set()
    if voice.fence or voice.tick:
        found.add(Opened.CODE)
    if voice.quote or voice.head.lstrip().startswith(">"):
        found.add(Opened.QUOTE)
    if voice.inline or _draft(voice, asked=asked) is not Draft.NONE:
        found.add(Opened.DRAFT)
    return frozenset(found)


def _marked(voice: Voice, mark: str, *, asked: Wanted) -> Voice:
    if mark == "\n":
        return _line_ended(voice, asked=asked)
    if voice.fence or not mark:
        return voice
    if mark == "`":
        return voice if _FENCE.match(voice.head) else replace(voice, tick=not voice.tick)
    if voice.tick:
        return voice
    if mark == ":":
        opens = not voice.inline and introduces(voice.tail)
        return replace(voice, inline=_Inline.OPENED) if opens else voice
    # „so“, «así», « ainsi » and »so«: only ” always ends and „ always begins.
    quote = mark == "„" or (mark != "”" and not voice.quote)
    over = voice.inline == _Inline.QUOTED and not quote
    return replace(voice, quote=quote, inline=_Inline.NONE if over else voice.inline)


def _line_ended(voice: Voice, *, asked: Wanted) -> Voice:
    head, line = voice.head, voice.tail.strip()
    if _FENCE.match(head):
        return Voice(draft=voice.draft, fence=not voice.fence, begun=True)
    if voice.fence:
        return Voice(draft=voice.draft, fence=True, begun=True)
    draft = _draft(voice, asked=asked)
    draft = after_line(draft, head, line, begun=voice.begun, asked=asked)
    said = bool(head.strip())
    return Voice(draft=draft, quote=voice.quote and said, begun=voice.begun or said)


def _draft(voice: Voice, *, asked: Wanted) -> Draft:
    return standing(Draft(voice.draft), voice.head, begun=voice.begun, asked=asked)
