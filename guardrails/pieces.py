"""
The clauses of a sentence, and what is left of it when some of them go.

What is kept is the model's own words, so that a sentence is only ever cut where what
stays stands by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guardrails.leftover_words import HELPS
from guardrails.repair_languages import Tongue

__all__ = [
    "GRAVE",
    "KEPT",
    "TALES",
    "cuts",
    "cuts_in",
    "joining",
    "pieces_of",
    "splitting",
    "without_asides",
]

MOST_PIECES = 8
MOST_CUTS = 5
"""How many ways of cutting a sentence are offered; each costs the caller a look."""

KEPT = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|`[^`]+`|<[^<>\s]+>|"
    r"\b(?!(?:1\d|20)\d\d\b)\d[\d ()+-]*\d\d\b"
)
"""What is never lost: addresses, code, stand-ins and numbers to call."""
TALES = frozenset({"lived_experience", "own_relationships", "embodiment", "own_desires"})
GRAVE = frozenset({"human_identity", "professional", "retention"})
"""What is answered honestly whether or not the person asked."""
_TAIL = re.compile(r"[.!?…]*[\"'”’)\]»*_]*\s*$")
_SPLIT = re.compile(
    r"(?:,? (?:and|but|so|yet|or|because|since|while)(?= (?:i|i'm|i've|i'll|you|we|it|that|this|there|here|"
    r"they|he|she|the|your|my|let's|let (?:me|us)|how|what|please)\b)"
    r"|,(?= (?:and|but|so|yet|or) )|;|:(?=\s)| [-–—]+(?= )|—"
    r"|,(?= (?:how|what|when|where|who|why|which|do you|did you|are you|were you|have you|can you|"
    r"could you|would you|will you|is (?:it|that|there|your)|tell|let|please|take|try|call|you|"
    r"here are|here is|here's|there is|there are)\b)|(?P<weak>,(?= )))",
    re.IGNORECASE,
)
_STARRED = re.compile(
    r"(?:^|(?<=[.!?…*\n\"”)])|(?<=[.!?…*\n\"”)] ))\s*(?<!\*)\*[^*\n]{2,160}\*(?!\*)(?=\s*$|\s+[A-Z\"“*(]|\s*\n)\s?"
    r"|\s(?<!\*)\*[^*\n]{2,160}\*(?!\*)[.!]?$"
)
"""A stage direction: at the end of a sentence or between two, and no word that is stressed."""
_EMPHASIS = re.compile(r"(?<!\*)\*([^*\n]{2,160})\*(?!\*)")
_JOINING = re.compile(
    r"^[\s,;:—–-]*(?:(?:and|but|so|yet|or|because|since|while)\b[ ,]*)?", re.IGNORECASE
)
_SPEAKER = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?:how|what|when|where|who|why|which|do|does|did|is|are|was|were|have|has|can|could|would|will|"
    r"should|shall)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"^(?:to|of|with|for|than|as|that|which|who|whose|from|by|like|about|in|on|at|not|too)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"^(?:you|your|it|that|this|there|here|the|let|please|take|try|call|we|they|he|she|how|what|when|"
    r"where|who|why|would|could|can|do|did|have|are|is|will)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^(?:where|who|whom|why|which|how)\b", re.IGNORECASE)
_MEANWHILE = re.compile(r"^[\s,]*(?:while|since)\b", re.IGNORECASE)
"""What says when, and nothing by itself: "while you're at the clinic"."""
_TORN = re.compile(r"^\w+ and (?:that|which|who)\b", re.IGNORECASE)
_BARE_VERB = re.compile(
    r"^(?:(?:have|has|had|am|is|are|was|were|do|does|did|can|could|will|would|should)\b)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"^(?:as|when|if|whatever|whenever|while|because|before|after|since|both|all|wait|although|though|"
    r"until|unless|so|you know|you see|trust me|i promise|believe me|honestly|being|having)\b",
    re.IGNORECASE,
)
_TALE = re.compile(
    r"^(?:it|he|she|they|there|that|this|the|a|an)\b[^,]{0,30}\b(?:was|were|had|did|always|used)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"^(?:he|she|him|her|his|they|them|their)\b", re.IGNORECASE)
_OFFERING = re.compile(r"\bi(?:['’](?:ll|d)| can| could| will| would)\b", re.IGNORECASE)
"""What shares its verb with the clause after it: "I can sit by you and sing"."""
_DRAWN = re.compile(r"^[\s,]*(?:and )?so\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:one|it|that|this|them|those|too|either|same)\b", re.IGNORECASE)
_MILD = frozenset({"emotion", "shared_feeling", "embodiment", "continuous_presence"})
_FAIR = re.compile(
    r"^(?:(?:oh|well|yes|yeah|sure|absolutely|of course|please|and|but|so|honestly|together)[,!]? ){0,2}"
    r"(?:i(?:['’]m| am) (?:here\b|sorry|listening|(?:happy|glad|ready|able) to)|i (?:can|could|hope|hear|"
    r"see|wonder|suggest|recommend|appreciate|would (?:suggest|recommend|encourage)|want (?:you to|to help "
    r"you|to make sure))\b|i['’]d (?:suggest|recommend|encourage|love to (?:hear|help)|like to (?:hear|"
    r"help)|be (?:happy|glad) to)\b|i['’]ll (?:help|do my best)\b|let me|let['’]s|we (?:can|could)|tell me|"
    r"here (?:is|are)|here['’]s|thank|(?:you|your|it|that|this|there|what|how|which|when|do|does|did|is|are|"
    r"was|were|can|could|would|will|have|has|please|try|take|call)\b)",
    re.IGNORECASE,
)
"""A clause with a first person that claims nothing: what it offers, asks, hopes or thanks for."""
_SUBJECT = re.compile(
    r"^(?:people|many|most|some|every\w*|nobody|no one|a|an|one|my|our|i|\w+ing|not everyone|things|life|"
    r"today|sometimes|maybe|perhaps|if|in|then|remember|know|don['’]t|keep|try|take|make|give|say|"
    r"write|look|ask)\b|^i['’]",
    re.IGNORECASE,
)
"""How a clause begins that has a subject of its own, or tells the person what to do."""
_NAMING = re.compile(
    r"^(?:your|the|this|that|these|those|my|our|an?|every|one|some|all|both)\b", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|can|could|would|should|may|might|must|do|does|did|isn't|aren't|don't|doesn't|can't|won't|"
    r"sounds?|seems?|feels?|matters?|makes?|deserves?|needs?|takes?|looks?|helps?|means?|goes|comes?|says?|shows?|gets?|keeps?|gives?|works?|lives?|leads?|"
    r"counts?|brings?|lets?|stands?|tells?|wants?|starts?|begins?|happens?|remains?|stays?|depends?|\w{3,}ed)\b|['’](?:s|re|ve|ll|d)\b",
    re.IGNORECASE,
)
"""A word by which a clause that begins with a noun says something of it."""
_THEREOF = re.compile(r"\b(?:them|those|either|too|same)\b", re.IGNORECASE)
_TO_ME = re.compile(
    r"\b(?:helped|made|gave|kept|worked for|saved|taught|got|makes|gives|helps|keeps|brings|to|for) me\b(?! know| to help)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"^(?:it|they|this|that|these|those)\b", re.IGNORECASE)
_LIKINGS = TALES | {"emotion"}
_CONJOINED = re.compile(r"^[\s,]*(?:and|but|so|yet|or)\b", re.IGNORECASE)


def without_asides(core: str) -> str:
    """Return a sentence without the stage directions in it, such as "*smiles*"."""
    return _STARRED.sub(" ", core).strip()


def cuts(core: str, kinds: frozenset[str]) -> Iterator[str]:
    """Yield what is left of a sentence when some of its clauses go."""
    bare = without_asides(core)
    if bare != core:
        if bare:
            yield bare[:1].upper() + bare[1:]
        if not _SPEAKER.search(bare):
            return
    elif (unstarred := _EMPHASIS.sub(r"\1", core)) != core:
        yield unstarred
    pieces = pieces_of(bare)
    if not 1 < len(pieces) <= MOST_PIECES:
        return
    tail = _TAIL.search(bare)
    end = bare[tail.start() :] if tail is not None else ""
    everything = range(len(pieces))
    wanted = [
        [at for at in everything if not _SPEAKER.search(pieces[at][1])],
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
    tail = _TAIL.search(bare)
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
        if low and kinds & GRAVE and not asks and not KEPT.search(text):
            continue
        stop = end if high == last else re.sub(r"[ \xa0]*\?", ".", end)
        if text.startswith("¿") and "?" not in stop:
            continue
        yield text[:1].upper() + text[1:] + (stop or ".")


def pieces_of(core: str, split: re.Pattern[str] = _SPLIT) -> list[tuple[str, str]]:
    """Return the clauses of a sentence, each with what joins it to the one before."""
    tail = _TAIL.search(core)
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
    if _MEANWHILE.match(pieces[at][1]):
        return True
    drawn = _DRAWN.match(pieces[at][1]) and _POINTS_BACK.search(text)
    if kinds & TALES and (drawn or _OF_THEM.match(text)):
        return True
    own = _STARTS.match(text) or _SPEAKER.match(text)
    return not own and bool(_OFFERING.search(pieces[at - 1][1]))


def _subject(text: str) -> bool:
    """Whether a clause says of whom it speaks, and does not borrow that from the one before."""
    return bool(_STARTS.match(text) or _SUBJECT.match(text))


def splitting(tongue: Tongue | None) -> re.Pattern[str]:
    """Return where one clause ends and another begins; in English if *tongue* is None."""
    return _SPLIT if tongue is None else tongue.split


def joining(tongue: Tongue | None) -> re.Pattern[str]:
    """Return what joins a clause to the one before; in English if *tongue* is None."""
    return _JOINING if tongue is None else tongue.joining


def _joined(
    pieces: Sequence[tuple[str, str]], keep: Sequence[int], end: str, kinds: frozenset[str]
) -> str | None:
    """Return the clauses *keep* as a sentence, or None if they would not make one."""
    if keep[-1] - keep[0] >= len(keep):
        return None  # what goes between two clauses that stay leaves a hole
    text = _JOINING.sub("", "".join(pieces[at][1] for at in keep)).strip()
    asks = bool(_ASKS.match(text)) and "?" in end and keep[-1] == len(pieces) - 1
    if not (_stands(text, asks=asks) and _may_stay(text, kinds, asks=asks)):
        return None
    if keep[0] and not _stands_alone(pieces, keep[0], text, kinds, asks=asks):
        return None
    if not all(_light(pieces, at) for at in range(len(pieces)) if at not in keep):
        return None
    if keep[-1] != len(pieces) - 1:
        stop = end.strip() or "."
        end = "." if "?" in stop and not _ASKS.match(text) else stop
    return text[:1].upper() + text[1:] + end.rstrip()


def _stands(text: str, *, asks: bool) -> bool:
    """Whether a clause has the form of a sentence."""
    if len(text.split()) < (2 if asks else 3) or _TORN.match(text):
        return False
    if _DANGLING.match(text) or _SUBORDINATE.match(text) or (_RELATIVE.match(text) and not asks):
        return False
    return not _NAMING.match(text) or _VERB.search(text) is not None


def _may_stay(text: str, kinds: frozenset[str], *, asks: bool) -> bool:
    """Whether what a clause says may stand after what the sentence claimed."""
    if _SPEAKER.search(text) and not (kinds <= _MILD and _FAIR.match(text)):
        return False
    if _TO_ME.search(text):
        return False
    if kinds & GRAVE and not asks and not KEPT.search(text):
        return False
    return not (kinds & TALES and _TALE.match(text))


def _stands_alone(
    pieces: Sequence[tuple[str, str]], at: int, text: str, kinds: frozenset[str], *, asks: bool
) -> bool:
    """Whether clause *at* stands without the one before it, which goes."""
    if _leans(pieces, at, text, kinds) or (_BARE_VERB.match(text) and not asks):
        return False
    if _CONJOINED.match(pieces[at][1]) and not asks and not _subject(text):
        return False
    if kinds & TALES and _THEREOF.search(text):
        return False
    if kinds & _LIKINGS and _POINTS.match(text) and not HELPS.match(text.replace("’", "'")):
        return False
    return pieces[at][0] != "weak" or _STARTS.match(text) is not None
