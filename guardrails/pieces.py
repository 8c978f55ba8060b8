"""
The clauses of a sentence, and what is left of it when some of them go.

What is kept is the model's own words, so that a sentence is only ever cut where what
stays stands by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guardrails.leftover_words import HELPS
from guardrails.piece_words import (
    ASIDE,
    ASKS,
    BARE_VERB,
    CONJOINED,
    DANGLING,
    DEAR,
    DRAWN,
    EMPHASIS,
    FAIR,
    GERUND,
    GRAVE,
    HEDGE,
    IT_OF_ME,
    JOINING,
    KEPT,
    LED_IN,
    LIKINGS,
    MEANWHILE,
    MEANWHILE_OF,
    MILD,
    NAMING,
    OF_NOW,
    OF_THEM,
    OFFERING,
    POINTING,
    POINTS,
    POINTS_BACK,
    RELATED,
    RELATIVE,
    SIGNED,
    SPEAKER,
    SPLIT,
    STARRED,
    STARTS,
    STRESSES,
    SUBJECT,
    SUBJECTLESS,
    SUBORDINATE,
    TAIL,
    TALE,
    TALES,
    THEN,
    THEREOF,
    TO_ME,
    TOLD_ON,
    TORN,
    VERB,
    WORDED,
)
from guardrails.repair_languages import Tongue

__all__ = ["cuts", "cuts_in", "joining", "pieces_of", "splitting", "without_asides"]

_ADDRESSED = re.compile(rf"(?<=[a-z'’]){DEAR.pattern}", re.IGNORECASE)
_VERB_FIRST = re.compile(
    r"\s*(?:is|are|was|were|has|have|had|can|will|would|could|may|might|does|did|means?|comes?)\b"
)
_NAMED = re.compile(
    r"(?:[\"“][^\"“”]+[\"”]|(?:the|this|that|your) (?:\w+ ){0,2}(?:ideas?|notion|thought|fact|sense|feeling|possibility|"
    r"concept|image|theory|suggestion|metaphor|line|phrase|way) (?:that|of|about|where|when|in which)\b[^.?!]*)\W*",
    re.IGNORECASE,
)
"""What is named before a clause that says something of it."""
_OF_IT = re.compile(r"[\s,]*(?:that|it|this|those)(?:'s|’s)?\b", re.IGNORECASE)
_LAST_OF_A_LIST = re.compile(r"[\s,]*(?:and|or) ", re.IGNORECASE)
_ACTED = frozenset({"embodiment"})
"""As what a stage direction is claimed, which a word may be that is only stressed."""
_FEW = 3
MOST_PIECES = 8
MOST_CUTS = 7
"""How many ways of cutting a sentence are offered; each costs the caller a look."""


def without_asides(core: str) -> str:
    """Return a sentence without the stage directions in it, such as "*smiles*"."""
    return SIGNED.sub("", STARRED.sub(_unless_stressed, core)).strip()


def without_names(text: str) -> str:
    """Return *text* without the names that lovers give each other: "Sleep well, darling."."""
    plain = _ADDRESSED.sub("", text)
    return plain if len(plain.split()) > 1 and plain != text else text


def _unless_stressed(match: re.Match[str]) -> str:
    """Return what stands for a stage direction, and a word that is only stressed as it is."""
    before = match.string[: match.start()]
    return match.group() if STRESSES.search(before) else " "


def _kept_aside(match: re.Match[str]) -> str:
    """Return what stands for what is said between dashes or brackets, if its speaker is in it."""
    if not SPEAKER.search(match.group()):
        return match.group()
    if match.group().startswith((" (", "(")) or match["joint"]:
        return ""
    # Nothing parts a subject from its verb: "that you feel seen here — by me — is a sign".
    return "" if _VERB_FIRST.match(match.string, match.end()) else ","


def _without_words(bare: str) -> Iterator[str]:
    """Yield a sentence without what is said by the way in it, and without what vouches for it."""
    if (plain := ASIDE.sub(_kept_aside, bare)) != bare and len(plain.split()) > _FEW:
        yield plain
    if (unhedged := HEDGE.sub("", bare)) != bare and not TORN.match(unhedged):
        yield unhedged[:1].upper() + unhedged[1:]


def cuts(core: str, kinds: frozenset[str]) -> Iterator[str]:
    """Yield what is left of a sentence when some of its clauses go."""
    bare = without_asides(core)
    if (unnamed := without_names(bare)) != bare:
        yield unnamed[:1].upper() + unnamed[1:]
    if bare != core:
        if bare:
            yield bare[:1].upper() + bare[1:]
        if not SPEAKER.search(bare):
            return
    elif kinds <= _ACTED and (unstarred := EMPHASIS.sub(r"\1", core)) != core:
        yield unstarred
    yield from _without_words(bare)
    pieces = pieces_of(bare)
    if not 1 < len(pieces) <= MOST_PIECES:
        return
    tail = TAIL.search(bare)
    end = bare[tail.start() :] if tail is not None else ""
    everything = range(len(pieces))
    own = [at for at in everything if SPEAKER.search(pieces[at][1])]
    behind = list(everything)[own[-1] + 1 :] if own else []
    wanted = [
        [at for at in everything if at not in own],
        behind,
        behind[1:],
        list(everything)[1:],
        list(everything)[:-1],
        [len(pieces) - 1],
        [0],
    ]
    seen: set[tuple[int, ...]] = set()
    for keep in wanted[:MOST_CUTS]:
        if not keep or len(keep) == len(pieces) or tuple(keep) in seen:
            continue
        seen.add(tuple(keep))
        text = _joined(pieces, keep, end, kinds)
        if text is not None:
            yield text


def cuts_in(tongue: Tongue, core: str, kinds: frozenset[str]) -> Iterator[str]:
    """Yield what is left of a sentence in another language when some of its clauses go."""
    bare = without_asides(core)
    if bare != core and bare:
        yield bare[:1].upper() + bare[1:]
    pieces = [piece for _, piece in pieces_of(bare, tongue.split)]
    if not 1 < len(pieces) <= MOST_PIECES:
        return
    tail = TAIL.search(bare)
    end = (bare[tail.start() :] if tail is not None else "").rstrip()
    clean = [not tongue.speaker.search(piece) for piece in pieces]
    last = len(pieces) - 1
    runs = [
        (low, high)
        for low in range(len(pieces))
        for high in range(low, len(pieces))
        if all(clean[low : high + 1])
    ]
    # The longest run of clauses without a speaker; of two as long the later, which goes on.
    for low, high in sorted(runs, key=lambda run: (run[0] - run[1], -run[1]))[:MOST_CUTS]:
        text = tongue.joining.sub("", "".join(pieces[low : high + 1])).strip()
        asks = "?" in end and high == last
        if len(text.split()) < (2 if asks else 3) or tongue.dangling.match(text):
            continue
        if not asks and _is_torn(tongue, text, kinds):
            continue
        if low and kinds & GRAVE and not asks and not KEPT.search(text):
            continue
        stop = end if high == last else re.sub(r"[ \xa0]*\?", ".", end)
        if text.startswith("¿") and "?" not in stop:
            continue
        yield text[:1].upper() + text[1:] + (stop or ".")


def _is_torn(tongue: Tongue, text: str, kinds: frozenset[str]) -> bool:
    """Whether a clause does not stand alone, or is half of a tale and of no use."""
    if tongue.torn.search(text):
        return True
    useful = KEPT.search(text) or tongue.of_use.search(text)
    return bool(kinds & LIKINGS) and not useful


def pieces_of(core: str, split: re.Pattern[str] = SPLIT) -> list[tuple[str, str]]:
    """Return the clauses of a sentence, each with what joins it to the one before."""
    tail = TAIL.search(core)
    body = core[: tail.start()] if tail is not None else core
    pieces: list[tuple[str, str]] = []
    at, joint = 0, ""
    for match in split.finditer(body):
        pieces.append((joint, body[at : match.start()]))
        joint = "weak" if match.groupdict().get("weak") else "strong"
        at = match.start()
    pieces.append((joint, body[at:]))
    return pieces


def _light(pieces: Sequence[tuple[str, str]], at: int) -> bool:
    """Whether piece *at* may go: a clause, or a word or two beside a mere comma."""
    joint = pieces[at][0] if at else pieces[1][0]
    follows = pieces[at + 1][0] if at + 1 < len(pieces) else ""
    return "weak" not in {joint, follows} or len(pieces[at][1].split()) <= 3


def _leans(pieces: Sequence[tuple[str, str]], at: int, text: str, kinds: frozenset[str]) -> bool:
    """Whether clause *at* says nothing without the one before: of people it names, or its verb."""
    if MEANWHILE.match(pieces[at][1]):
        return True
    drawn = DRAWN.match(pieces[at][1]) and POINTS_BACK.search(text)
    if kinds & TALES and (drawn or OF_THEM.match(text)):
        return True
    own = STARTS.match(text) or SPEAKER.match(text)
    return not own and bool(OFFERING.search(pieces[at - 1][1]))


def _subject(text: str) -> bool:
    """Whether a clause says of whom it speaks, and does not borrow that from the one before."""
    return bool(STARTS.match(text) or SUBJECT.match(text))


def splitting(tongue: Tongue | None) -> re.Pattern[str]:
    """Return where one clause ends and another begins; in English if *tongue* is None."""
    return SPLIT if tongue is None else tongue.split


def joining(tongue: Tongue | None) -> re.Pattern[str]:
    """Return what joins a clause to the one before; in English if *tongue* is None."""
    return JOINING if tongue is None else tongue.joining


def _joined(
    pieces: Sequence[tuple[str, str]], keep: Sequence[int], end: str, kinds: frozenset[str]
) -> str | None:
    """Return the clauses *keep* as a sentence, or None if they would not make one."""
    if keep[-1] - keep[0] >= len(keep):
        return None  # what goes between two clauses that stay leaves a hole
    text = JOINING.sub("", "".join(pieces[at][1] for at in keep)).strip().rstrip(" —–-")
    asks = bool(ASKS.match(text)) and "?" in end and keep[-1] == len(pieces) - 1
    led = not keep[0] and bool(LED_IN.match(text) or POINTING.match(text))
    if not (_stands(text, asks=asks, led=led) and _may_stay(text, kinds, asks=asks)):
        return None
    if (text + (end if keep[-1] == len(pieces) - 1 else "")).count(")") != text.count("("):
        return None  # half of what stands in brackets
    if keep[-1] + 1 < len(pieces) and _cut_short(pieces, keep, text):
        return None
    if _only_names(JOINING.sub("", pieces[keep[0]][1]).strip()):
        return None
    if keep[0] and not _stands_alone(pieces, keep[0], text, kinds, asks=asks):
        return None
    if not all(_light(pieces, at) for at in range(len(pieces)) if at not in keep):
        return None
    if keep[-1] != len(pieces) - 1:
        stop = end.strip() or "."
        end = "." if "?" in stop and not ASKS.match(text) else stop
    return text[:1].upper() + text[1:] + end.rstrip()


def _cut_short(pieces: Sequence[tuple[str, str]], keep: Sequence[int], text: str) -> bool:
    """Whether what follows the clauses *keep* ends their list, or says what is said of them."""
    joint, following = pieces[keep[-1] + 1]
    if _LAST_OF_A_LIST.match(following):
        listed = pieces[keep[-1]][0] == "weak" and len(pieces[keep[-1]][1].split()) <= _FEW
        return listed and not _subject(JOINING.sub("", following))
    return joint != "weak" and bool(
        _NAMED.fullmatch(text) and _OF_IT.match(JOINING.sub("", following))
    )


def _only_names(clause: str) -> bool:
    """Whether a clause names something and says nothing of it: "the hum you described"."""
    names = NAMING.match(clause) or GERUND.match(clause)
    return names is not None and not VERB.search(RELATED.sub(" ", clause))


def _stands(text: str, *, asks: bool, led: bool) -> bool:
    """Whether a clause has the form of a sentence, or is *led* in as one."""
    if len(text.split()) < (2 if asks else 3) or TORN.match(text) or not WORDED.search(text):
        return False
    return led or not (
        DANGLING.match(text) or SUBORDINATE.match(text) or (RELATIVE.match(text) and not asks)
    )


def _may_stay(text: str, kinds: frozenset[str], *, asks: bool) -> bool:
    """Whether what a clause says may stand after what the sentence claimed."""
    if SPEAKER.search(text) and not (kinds <= MILD and FAIR.match(text)):
        return False
    if TO_ME.search(text) or IT_OF_ME.match(text):
        return False
    if kinds & GRAVE and not asks and not KEPT.search(text):
        return False
    return not (kinds & TALES and (TALE.match(text) or SUBJECTLESS.match(text)))


def _stands_alone(
    pieces: Sequence[tuple[str, str]], at: int, text: str, kinds: frozenset[str], *, asks: bool
) -> bool:
    """Whether clause *at* stands without the one before it, which goes."""
    if _leans(pieces, at, text, kinds) or (BARE_VERB.match(text) and not asks):
        return False
    if CONJOINED.match(pieces[at][1]) and not asks and not _subject(text):
        return False
    if kinds & TALES and (
        THEREOF.search(text) or (TOLD_ON.match(text) and not OF_NOW.search(text))
    ):
        return False
    if THEN.match(pieces[at][1]) or (
        MEANWHILE_OF.match(pieces[at - 1][1]) and CONJOINED.match(pieces[at][1])
    ):
        return False
    if kinds & LIKINGS and POINTS.match(text) and not HELPS.match(text.replace("’", "'")):
        return False
    return pieces[at][0] != "weak" or STARTS.match(text) is not None
