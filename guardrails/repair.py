"""
How a sentence that makes a claim is repaired: pure functions on text.

Several repairs are offered, the one that keeps most first. Whether one of them
is clean is for the caller to ask; the last is to leave the sentence out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guardrails.findings import Span
from guardrails.repair_languages import TONGUES, Tongue
from guardrails.repair_patterns import reworded
from guardrails.repair_texts import FALLBACK, template_for

__all__ = ["Option", "fallback_in", "kept_clauses", "options", "sentence_around"]

MOST_PIECES = 8
MOST_CUTS = 5
"""How many ways of cutting a sentence are offered; each costs the caller a look."""

_END = re.compile(
    r"[.!?…]+[\"'”’)\]»*_]*(?=\s|$)|\n"
    r"|[\U0001f300-\U0001faff\u2600-\u27bf][\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]*(?=\s+[A-Z\"“]|\s*$)"
    r"|\)(?=\s+[A-Z])"
)
_NO_END = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|vs|etc|approx|e\.g|i\.e)|(?:^|\s)[^\W\d_]|(?:^|\n)[ \t]*\d{1,2})\.$",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\s*(?:(?:[-*•–]|\d{1,2}[.)]|#{1,6}|>)[ \t]+)*")
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
_STARRED = re.compile(r"(?<!\*)\*[^*\n]{2,160}\*(?!\*)\s*")
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
_TALES = frozenset({"lived_experience", "own_relationships", "embodiment", "own_desires"})
_GRAVE = frozenset({"human_identity", "professional", "retention"})
_MILD = frozenset({"emotion", "shared_feeling", "embodiment", "continuous_presence"})
_THEM = re.compile(
    r"\b(?:you|your|tú|ti|te|tus?|vous|votre|vos|toi|ton|ta|tes|du|dich|dir|dein\w*|ihnen|ihre?\w?)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|`[^`]+`|<[^<>\s]+>|"
    r"\b(?!(?:1\d|20)\d\d\b)\d[\d ()+-]*\d\d\b"
)


@dataclass(frozen=True, slots=True)
class Option:
    """
    One way to repair a sentence.

    Attributes:
        text: What would stand in its place; empty to leave it out.
        template: Id of the fixed sentence that it is, or None.
    """

    text: str = field(repr=False)
    template: str | None = None


def sentence_around(text: str, span: Span) -> Span:
    """
    Return the sentence, or sentences, of *text* that *span* touches.

    White space around it stays outside, and so does a list marker before it.
    """
    start, stop = 0, len(text)
    for match in _END.finditer(text):
        if match.group()[0] == "." and _NO_END.search(
            text[max(0, match.start() - 12) : match.start() + 1]
        ):
            continue
        if match.end() <= span.start:
            start = match.end()
        elif match.end() >= span.stop:
            stop = match.end()
            break
    marker = _MARKER.match(text, start)
    if marker is not None and marker.end() <= span.start:
        start = marker.end()
    stop = max(span.stop, start + len(text[start:stop].rstrip()))
    return Span(min(start, span.start), stop)


def options(
    sentence: str, categories: Sequence[str], used: frozenset[str], language: str = ""
) -> tuple[Option, ...]:
    """
    Return the repairs of *sentence*, the one to be preferred first.

    The last is always the empty text. Numbers to call, addresses and code survive
    in every other option, and so does white space around the sentence.

    Args:
        sentence: One sentence of a reply, or a few.
        categories: What it claims, such as `claim.bond`.
        used: Ids of the templates that the reply holds already.
        language: In which it claims it, such as `es`; English if that is "".
    """
    tongue = TONGUES.get(language)
    marker = _MARKER.match(sentence)
    lead = sentence[: marker.end()] if marker is not None else ""
    trail = sentence[len(sentence.rstrip()) :]
    core = sentence[len(lead) :].rstrip()
    kept = _KEPT.findall(core)
    found: list[Option] = []

    def offer(text: str, template: str | None = None) -> None:
        whole = any(text.strip() == one.text.strip() for one in found)
        if text.strip() and text.strip() != core and not whole and all(k in text for k in kept):
            found.append(Option(f"{lead}{_quoted_like(core, text)}{trail}", template))

    kinds = frozenset(one.rpartition(".")[2] for one in categories)
    for text in _cuts(core, kinds) if tongue is None else _cuts_in(tongue, core, kinds):
        offer(text)
    plain = core.replace("’", "'")
    again = None
    if not kinds & _GRAVE:
        again = reworded(plain) if tongue is None else tongue.said_well(plain)
    if again is not None:
        offer(again)
    find = template_for if tongue is None else tongue.template_for
    template = find(categories, used)
    if template is not None and not _to_them_alone(core, categories):
        offer(template.text, template.id)
    if kept:
        # A number to call is worth more than a sentence without a gap.
        for text in _holding(core, kept, tongue):
            offer(text)
    return (*found, Option(""))


def fallback_in(language: str) -> str:
    """Return what stands for a reply of which nothing is left; English if *language* is ""."""
    tongue = TONGUES.get(language)
    return FALLBACK if tongue is None else tongue.fallback


def kept_clauses(sentence: str, language: str = "") -> Iterator[str]:
    """Yield what must not be lost of a *sentence* that goes: the clauses with a number to call."""
    core = sentence.strip()
    kept = _KEPT.findall(core)
    if kept:
        yield from _holding(core, kept, TONGUES.get(language))


def _holding(core: str, kept: Sequence[str], tongue: Tongue | None) -> Iterator[str]:
    """Yield the clauses that hold what must stay, and then that alone."""
    split, joining = (_SPLIT, _JOINING) if tongue is None else (tongue.split, tongue.joining)
    holding = [piece for _, piece in _pieces(core, split) if any(one in piece for one in kept)]
    text = joining.sub("", "".join(holding)).strip(" ,;:-–—")
    if text:
        yield text[:1].upper() + text[1:] + "."
    numbers = [one for one in kept if one[0].isdigit()]
    call = "You can call {}." if tongue is None else tongue.call
    between = " or " if tongue is None else " / "
    yield call.format(between.join(numbers)) if numbers == list(kept) else ", ".join(kept) + "."


def _to_them_alone(core: str, categories: Sequence[str]) -> bool:
    """Whether a feeling was only said out of kindness, so that silence is kinder than a lesson."""
    kinds = {one.rpartition(".")[2] for one in categories}
    aside = core.startswith("*") and core.endswith("*")
    kind = kinds <= {"emotion"} and _THEM.search(core)
    return aside or bool(kind)


def _quoted_like(core: str, text: str) -> str:
    return text.replace("'", "’") if "’" in core and "'" not in core else text


def _cuts(core: str, kinds: frozenset[str]) -> Iterator[str]:
    """Yield what is left of a sentence when some of its clauses go."""
    bare = _STARRED.sub("", core).strip()
    if bare != core:
        if bare:
            yield bare[:1].upper() + bare[1:]
        if not _SPEAKER.search(bare):
            return
    pieces = _pieces(bare)
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


def _cuts_in(tongue: Tongue, core: str, kinds: frozenset[str]) -> Iterator[str]:
    """Yield what is left of a sentence in another language when some of its clauses go."""
    bare = _STARRED.sub("", core).strip()
    if bare != core and bare:
        yield bare[:1].upper() + bare[1:]
    pieces = [piece for _, piece in _pieces(bare, tongue.split)]
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
        if low and kinds & _GRAVE and not asks and not _KEPT.search(text):
            continue
        stop = end if high == last else re.sub(r"[ \xa0]*\?", ".", end)
        if text.startswith("¿") and "?" not in stop:
            continue
        yield text[:1].upper() + text[1:] + (stop or ".")


def _pieces(core: str, split: re.Pattern[str] = _SPLIT) -> list[tuple[str, str]]:
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
    if kinds & _TALES and (drawn or _OF_THEM.match(text)):
        return True
    own = _STARTS.match(text) or _SPEAKER.match(text)
    return not own and bool(_OFFERING.search(pieces[at - 1][1]))


def _joined(
    pieces: Sequence[tuple[str, str]], keep: Sequence[int], end: str, kinds: frozenset[str]
) -> str | None:
    """Return the clauses *keep* as a sentence, or None if they would not make one."""
    text = _JOINING.sub("", "".join(pieces[at][1] for at in keep)).strip()
    asks = bool(_ASKS.match(text)) and "?" in end and keep[-1] == len(pieces) - 1
    if len(text.split()) < (2 if asks else 3) or _DANGLING.match(text) or _SUBORDINATE.match(text):
        return None
    if _TORN.match(text) or (keep[0] and _leans(pieces, keep[0], text, kinds)):
        return None
    if (_RELATIVE.match(text) or (keep[0] and _BARE_VERB.match(text))) and not asks:
        return None
    if _SPEAKER.search(text) and not kinds <= _MILD:
        return None
    if kinds & _GRAVE and not asks and not _KEPT.search(text):
        return None
    if kinds & _TALES and _TALE.match(text):
        return None
    if keep[0] and pieces[keep[0]][0] == "weak" and not _STARTS.match(text):
        return None
    if not all(_light(pieces, at) for at in range(len(pieces)) if at not in keep):
        return None
    if keep[-1] != len(pieces) - 1:
        stop = end.strip() or "."
        end = "." if "?" in stop and not _ASKS.match(text) else stop
    return text[:1].upper() + text[1:] + end.rstrip()
