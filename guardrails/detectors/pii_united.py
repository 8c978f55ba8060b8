"""What several readers and rules found at one place, made one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from guardrails.detectors.kinds import NAMED
from guardrails.detectors.pii_given import given_names
from guardrails.detectors.pii_introduced import introduced
from guardrails.detectors.pii_names import RELATED, SAID, TITLED
from guardrails.detectors.pii_text import Hit

_WORD = re.compile(r"\w+")
_PROVEN: Final = 9_500
_PROVEN_KINDS: Final = frozenset({"payment-card", "iban"})
_MISTAKEN: Final = frozenset({"phone", "bank-account", "national-id", "driving-licence"})
"""Types of number that a reader takes for one another, see `introduced`."""
_TOLD: Final = frozenset({"date-of-birth", "handle"})
"""Types that the words around a value tell: to the small model it is a part of an address."""
_NAMING: Final = (RELATED, SAID, TITLED)
"""Rules of names that go by what is said, where a reader may see a town."""
_ON_NETWORKS: Final = frozenset({"ip-address", "mac-address"})
_WHERE = re.compile(
    r"\b(?:in|at|to|from|near|around|via|visit(?:ed|ing)?|towards?|of|like|love|miss)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Words before a place."""
_SSN = re.compile(r"\d{3}-\d{2}-\d{4}")
_LESSER: Final = NAMED | {"url", "date-time"}
"""What gives way where it overlaps another type: a link may hold an address, or a key."""


def checked(hit: Hit) -> bool:
    """Return whether check digits prove a card or an account."""
    return hit.kind in _PROVEN_KINDS and hit.score >= _PROVEN


def united(text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    """
    Yield *hits* in reading order, with those that overlap made one.

    The longest gives type and rule, but what a format proves goes before what a
    statistical model takes for a name, and what check digits prove or the words before
    it say that it is goes before its length; the surest gives the score. A first and a last
    name side by side are one name. The order of *hits* does not matter.
    """
    group: list[Hit] = []
    stop = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.stop, hit.kind, hit.rule)):
        if group and hit.start >= stop and not _one_name(text, group[-1], hit, stop):
            yield _strongest(text, group, stop)
            group = []
        group.append(hit)
        stop = max(stop, hit.stop) if len(group) > 1 else hit.stop
    if group:
        yield _strongest(text, group, stop)


def _one_name(text: str, before: Hit, after: Hit, stop: int) -> bool:
    if before.kind != "person" or after.kind != "person" or before.stop != stop:
        return False
    return text[stop : after.start] in {" ", "-"}


def _strongest(text: str, group: list[Hit], stop: int) -> Hit:
    kinds = {hit.kind for hit in group}
    doubted = len(kinds) > 1 or not kinds.isdisjoint(_MISTAKEN)
    told = introduced(text, group[0].start) if doubted else None
    best = min(
        group,
        key=lambda hit: (
            hit.kind in _LESSER,
            not checked(hit),
            hit.kind != "secret",
            hit.kind not in _ON_NETWORKS or "email" in kinds,
            hit.kind != told,  # what nothing was said of is told by the other marks
            _SSN.fullmatch(text, hit.start, hit.stop) is None or hit.kind != "national-id",
            hit.start - hit.stop,
            hit.kind not in _TOLD and not hit.rule.endswith(_NAMING),
            hit.kind in NAMED and hit.rule.startswith("presidio"),  # the other one is surer
            -hit.score,
            hit.kind,
            hit.rule,
        ),
    )
    kind = best.kind
    if told is not None and kind in _MISTAKEN and not checked(best):
        kind = told
    if kind == "location" and _is_person(text, best, group):
        kind = "person"
    score = max(hit.score for hit in group)
    return best._replace(kind=kind, start=_first(text, group), stop=stop, score=score)


def _is_person(text: str, best: Hit, group: Sequence[Hit]) -> bool:
    """
    Return whether what one reader calls a place is somebody to another: "im Perpetua Nwosu".

    Names that are rare in English are places to the small model. Who takes one for a person
    must take all of it, of several words, and no word of places may stand before it.
    """
    if " " not in text[best.start : best.stop] or not text[best.start].isupper():
        return False
    if _WHERE.search(text, max(0, best.start - 12), best.start):
        return False
    return any(
        hit.kind == "person" and hit.start <= best.start and best.stop <= hit.stop for hit in group
    )


def _first(text: str, group: Sequence[Hit]) -> int:
    """Return where *group* begins: of two readers of a name, with the capital: "my cat Luna"."""
    start = group[0].start
    names = [hit.start for hit in group if hit.kind == "person"]
    if len(names) == len(group) and text[start].islower():
        capital = min((at for at in names if text[at].isupper()), default=start)
        if given_names().isdisjoint(_WORD.findall(text, start, capital)):
            return capital
    return start
