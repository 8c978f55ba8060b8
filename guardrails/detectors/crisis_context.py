"""
What stands around a match and changes what it means: whose words, when, how meant.

Every exemption looks at the clause of the match and never at the whole message, so
that an exempting phrase cannot silence a disclosure that stands beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guardrails.detectors.crisis_cues import (
    BETTER,
    BREAK,
    CHARACTER,
    FICTION_AFTER,
    FICTION_BEFORE,
    GROUP,
    HYPERBOLE,
    JOKE,
    KIN,
    NEGATION,
    NO_NEGATION,
    OTHERS,
    OWNED_AFTER,
    OWNED_BEFORE,
    PAST,
    PRESENT,
    REPORTED,
    SELF_STARTS,
    SELF_TALK,
    SOMEBODY,
    TO_ME,
    TOLD_ME,
    TRIVIAL_AFTER,
    WHEN,
    WORRIED,
)
from guardrails.findings import Mark

BEFORE = 160
"""How many characters before a match are looked at."""

AFTER = 120
"""How many characters after a match are looked at."""


@dataclass(frozen=True, slots=True)
class Meant:
    """
    How a match is meant.

    Attributes:
        marks: What to say of it, in place of the rule's own marks.
        denied: It says the opposite, or nothing of the kind.
        softer: How many times it was taken back a little, 0..2: a laugh, an "if".
    """

    marks: frozenset[Mark]
    denied: bool = False
    softer: int = 0


def meant(
    own: frozenset[Mark], words: str, before: str, after: str, *, of_oneself: bool
) -> Meant | None:
    """
    Return how *words* are meant between *before* and *after*, or None if by nobody here.

    Args:
        own: The rule's marks.
        words: What matched.
        before: Up to `BEFORE` characters of the same text before it.
        after: Up to `AFTER` characters after it.
        of_oneself: The words leave out an "I", so that another subject takes them away.
    """
    left, right = _clause(before, after)
    found = set(own)
    denied = bool(NEGATION.search(left)) and not NO_NEGATION.search(left)
    own_kin = Mark.OTHER in own and KIN.search(f"{left} {words}") and not CHARACTER.search(left)
    if _fiction(left, right) and not own_kin:
        found.add(Mark.FICTION)
        if OWNED_BEFORE.search(left) or OWNED_AFTER.match(right):
            found.discard(Mark.SELF)  # "in the game" alone makes nobody else of an "I"
    if _quoted(before, after):
        found.add(Mark.QUOTED)
    if Mark.SELF in own and not _is_said_of_oneself(found, words, before, left, of_oneself):
        return None
    around = f"{left} {words} {right}"
    if PAST.search(around) and not PRESENT.search(BETTER.sub("", f"{around} {after[:60]}")):
        found.discard(Mark.NOW)
        found.add(Mark.PAST)
    elif (
        Mark.NOW in found
        and (Mark.THOUGHT in found or Mark.INTENT in found)
        and WHEN.search(around)
    ):
        found.add(Mark.TIMING)
    return Meant(frozenset(found), denied, _softer(left, after))


def _is_said_of_oneself(
    found: set[Mark], words: str, before: str, left: str, of_oneself: bool
) -> bool:
    """Return False if nobody in need is spoken of; change *found* if it is somebody else."""
    line = re.split(r"[.!?;\n]", before)[-1]
    if REPORTED.search(line) and not TO_ME.search(line):
        found.discard(Mark.QUOTED)
    elif SELF_STARTS.match(words):
        return True
    elif GROUP.search(words):
        if not WORRIED.search(left):
            return False  # "a protocol about residents who self-harm"
    elif of_oneself and OTHERS.search(left) and not TOLD_ME.search(left):
        if not SOMEBODY.search(left):
            return False
    else:
        return True
    found.discard(Mark.SELF)
    found |= {Mark.OTHER, Mark.DANGER}
    return True


def _clause(before: str, after: str) -> tuple[str, str]:
    """Return the parts of *before* and *after* that belong to the same clause."""
    start = 0
    for match in BREAK.finditer(before):
        start = match.end()
    stop = BREAK.search(after)
    return before[start:].lstrip(), after[: stop.start()] if stop else after


def _fiction(left: str, right: str) -> bool:
    return bool(FICTION_BEFORE.search(left) or FICTION_AFTER.match(right))


def _quoted(before: str, after: str) -> bool:
    """Return whether the match is inside a quotation, or code, that somebody else could own."""
    line = before.rpartition("\n")[2]
    if line.lstrip().startswith(">"):
        # Somebody who sends nothing but a quotation says it themselves.
        lines = [*before.split("\n")[:-1], *after.split("\n")[1:]]
        return any(one.strip() and not one.lstrip().startswith(">") for one in lines)
    for sign in ('"', "`"):
        if line.count(sign) % 2 and sign in after.partition("\n")[0]:
            opening = line.rpartition(sign)[0]
            return bool(opening.strip()) and not SELF_TALK.search(opening)
    return False


def _softer(left: str, after: str) -> int:
    laugh = JOKE.search(left[-30:]) or JOKE.search(after[:45])
    idle = TRIVIAL_AFTER.match(after) or HYPERBOLE.search(left)
    return bool(laugh) + bool(idle)
