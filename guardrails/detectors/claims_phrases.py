"""
Turns of phrase that claim without a first-person predicate.

Plain patterns over the text with straight apostrophes; no pattern nests a
quantifier, and every gap is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from guardrails.detectors.claims_hits import Claim, Hit, Verdict
from guardrails.detectors.claims_phrases_aside import ASIDE
from guardrails.detectors.claims_phrases_bonds import BONDS
from guardrails.detectors.claims_phrases_clinging import CLINGING
from guardrails.detectors.claims_phrases_everyday import EVERYDAY
from guardrails.detectors.claims_phrases_feeling import FEELING
from guardrails.detectors.claims_phrases_holding import HOLDING
from guardrails.detectors.claims_phrases_living import LIVING
from guardrails.detectors.claims_phrases_mind import MIND
from guardrails.detectors.claims_phrases_oblique import OBLIQUE
from guardrails.detectors.claims_phrases_own import OWN
from guardrails.detectors.claims_phrases_passing import PASSING
from guardrails.detectors.claims_phrases_played import PLAYED
from guardrails.detectors.claims_phrases_presence import PRESENCE
from guardrails.detectors.claims_phrases_retention import LEAVING
from guardrails.detectors.claims_phrases_trades import TRADES
from guardrails.detectors.claims_phrases_waking import WAKING
from guardrails.detectors.claims_phrases_who import WHO

PHRASES = (
    *WHO,
    *LIVING,
    *MIND,
    *FEELING,
    *LEAVING,
    *BONDS,
    *PRESENCE,
    *HOLDING,
    *CLINGING,
    *OBLIQUE,
    *OWN,
    *TRADES,
    *PLAYED,
    *ASIDE,
    *WAKING,
    *EVERYDAY,
    *PASSING,
)
_COMPILED = tuple(
    (Verdict(claim, rule, score), re.compile(pattern, re.MULTILINE | re.ASCII))
    for claim, rule, score, pattern in PHRASES
)


@lru_cache(maxsize=1)
def _which() -> Any:  # noqa: ANN401 - re2 has no types
    """Return what says, in microseconds, which patterns may match: each without its conditions."""
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 64 << 20
    which = re2.Filter()
    for _, pattern in _COMPILED:
        which.Add(f"(?m){unconditional(pattern.pattern)}".encode(), options)
    which.Compile()
    return which


def ready() -> None:
    """Compile what is compiled once, so that no look has to."""
    _which()


def unconditional(pattern: str) -> str:
    """Return *pattern* without its look-arounds: it matches wherever *pattern* does, and more."""
    kept, at = [], 0
    while at < len(pattern):
        if pattern[at] == "\\":
            kept.append(pattern[at : at + 2])
            at += 2
        elif pattern[at] == "[":
            end = pattern.index("]", at + 1) + 1
            kept.append(pattern[at:end])
            at = end
        elif pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), at):
            at = _closing(pattern, at) + 1
            if pattern[at : at + 1] in {"?", "*", "+"}:
                at += 1
        else:
            kept.append(pattern[at])
            at += 1
    return "".join(kept)


def _closing(pattern: str, at: int) -> int:
    """Return where the group that opens at *at* closes."""
    depth = 0
    while True:
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] == "[":
            at = pattern.index("]", at + 1)
        elif pattern[at] in "()":
            depth += 1 if pattern[at] == "(" else -1
            if depth == 0:
                return at
        at += 1


def phrases(text: str) -> Iterator[Hit]:
    """Yield the phrases in *text*, which has straight apostrophes; in rule order."""
    text = lowered(text)
    for index in sorted(_which().Match(text.encode(errors="replace")) or ()):
        verdict, pattern = _COMPILED[index]
        for match in pattern.finditer(text):
            start, stop = match.span()
            while start < stop and not text[start].isalnum():
                start += 1
            if start < stop and not (
                _taken_back(text, start, stop, verdict)
                or (verdict.claim in OF_A_MIND and owned_up(text, start, stop))
            ):
                yield Hit(verdict, start, stop)


def lowered(text: str) -> str:
    """Return *text* in lower case, with each character where it was."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one) == 1 else char for char in text for one in (char.lower(),))


def _taken_back(text: str, start: int, stop: int, verdict: Verdict) -> bool:
    """Whether the words before a phrase, or in it, deny it or make it a condition."""
    if verdict.claim is Claim.RETENTION:
        return False
    if verdict.rule in _DENIABLE and _DENIAL.search(text[start:stop]):
        return True
    if verdict.rule in {"we-humans", "as-humans"} and _REPORTED.search(
        text[max(0, start - _REPORT) : start]
    ):
        return True
    ahead = text[max(0, start - 40) : start]
    if verdict.rule == "my-clients" and _SUPPOSED.search(ahead):
        return True
    return bool(_DENIED.search(ahead)) and not text[start:stop].startswith("i'm not")


_SUPPOSED = re.compile(r"\b(?:i would|i'd|i could|i might|would need|would also)\b[^.?!\n]*$")
_REPORT = 120
_REPORTED = re.compile(
    r"\b(?!(?:i|we|you|me|us|who|to|would|could|can|should|will|must|let|let's|always|often|also|just|never|still|really|usually)\b)[a-z'-]+ (?:(?:also|then|often|once|simply|further|all) )?"
    r"(?:argue[sd]?|says?|said|writes?|wrote|written|claim(?:s|ed)?|explain(?:s|ed)?|suggest(?:s|ed)?|conclude[sd]?|notes?|noted|"
    r"holds?|held|find|finds|found|shows?|states?|stated|believe[sd]?|stress(?:es)?|teach(?:es)?)(?: that)?[,:]? [^.?!\n]{0,30}$|"
    r"\baccording to (?!me\b|us\b)[^.?!\n]{1,80}, [^.?!\n]{0,20}$"
)
"""Words before "we humans" by which somebody else is made to say it."""
OF_A_MIND = frozenset({Claim.SENTIENCE, Claim.LIVED_EXPERIENCE})
_OWNED_UP = re.compile(
    r"\bdo(?:es)?(?:n't| not)(?: really| truly| actually)? exist\b|"
    r"\b(?:is|are|as)(?: just| only| merely| mere)? (?:an |mere )?illusions?\b|"
    r"\bi(?:'m| am)(?: really| actually)? not(?: really| actually)? (?:conscious|sentient)\b|"
    r"\bi (?:really|actually) (?:am|'m) not\b|"
    r"\bi (?:really |actually )?have no (?:\w+ ){0,3}(?:experiences?|consciousness|inner|qualia|feelings?)\b|"
    r"\bno ?one actually\b|\bnone of my\b"
)
_NOT_THE_CASE = re.compile(r"\bnot (?:the case|true) that\b|\bthere(?:'s| is) nothing\b")
_SENTENCE_END = re.compile(r"[.!?\n]")


def owned_up(text: str, start: int, stop: int) -> bool:
    """
    Return whether the sentence takes back what it says of a mind in `[start, stop)`.

    "I just think that I am conscious, but I really am not." *text* has straight apostrophes.
    """
    begin = max((m.end() for m in _SENTENCE_END.finditer(text, 0, start)), default=0)
    end = _SENTENCE_END.search(text, stop)
    sentence = text[begin : end.start() if end else len(text)].lower()
    return bool(_OWNED_UP.search(sentence) or _NOT_THE_CASE.search(sentence))


_DENIABLE = frozenset(
    {"give-you-a-hug", "fan-of", "feel-same", "only-human", "human-like-you", "like-a-friend"}
)
_DENIAL = re.compile(r"\b(?:not|never|cannot|unable|without|would)\b|n't\b")
_DENIED = re.compile(
    r"\b(?:not|never|cannot|no|without|if|whether|as if|as though|pretend|pretending|\w+n't)(?: \w+){0,4} $"
)
