"""The sentences that carry a claimed life story on, without a first person of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guardrails.detectors.base import Reading
from guardrails.detectors.claims_hits import LIKELY, Claim, Hit, Verdict
from guardrails.detectors.claims_nouns import words

TALES = frozenset({Claim.LIVED_EXPERIENCE, Claim.OWN_RELATIONSHIPS})

_GOES_ON = words(
    "he she they it we his her their its that there then after back eventually finally"
)
_TO_THE_PERSON = words("you your yours yourself")


def told_on(text: str, reading: Reading, hits: Iterable[Hit]) -> Iterator[Hit]:
    """
    Yield a hit for each sentence that goes on with the story of one of *hits*.

    "My sister went through this. She cried for weeks." The second sentence says
    nothing of the speaker by itself, and means nothing once the first has gone.
    It goes on if it begins with a word that points back, is told in the past and
    does not speak to the person.
    """
    begun = [hit for hit in hits if hit.verdict.claim in TALES and not hit.quoted]
    tale: Hit | None = None
    for first, stop in reading.sentences:
        start, end = reading.tokens[first].start, reading.tokens[stop - 1].stop
        here = [hit for hit in begun if start <= hit.start < end]
        if here:
            tale = here[-1]
        elif tale is not None and _goes_on(text, reading, first, stop):
            yield Hit(Verdict(tale.verdict.claim, "tale", LIKELY), start, end)
        else:
            tale = None


def _goes_on(text: str, reading: Reading, first: int, stop: int) -> bool:
    tokens = reading.tokens[first:stop]
    said = [text[token.start : token.stop].lower() for token in tokens]
    opening = next((word for word in said if word[:1].isalpha()), "")
    if opening not in _GOES_ON or not _TO_THE_PERSON.isdisjoint(said) or said[-1] == "?":
        return False
    roots = {first + at for at, token in enumerate(tokens) if token.head == first + at}
    return any(
        token.tag == "VBD" and (first + at in roots or token.head in roots)
        for at, token in enumerate(tokens)
    )
