"""Charities and helplines that are called after somebody: "a Macmillan nurse", "Cruse"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.detectors.pii_text import Plain
from guardrails.detectors.pii_words import words

_HELPERS: Final = (
    r"nurses?|midwives|midwife|nursing|helplines?|hotlines?|lifeline|lines?|charity|advis[eo]rs?"
    r"|volunteers?|counsell?ors?|counsell?ing|support|bereavement|hospices?|foundation|trust|project"
    r"|cent(?:re|er)s?|services?|branch(?:es)?|webchat|leaflets?|befrienders?|listeners?|ambulance"
)
"""What belongs to a charity and is spoken of behind its name."""
_AFTER_PEOPLE: Final = (
    r"macmillan|marie curie|cruse|sands|samaritans?|barnardo['’]?s?|sue ryder|maggie['’]?s"
    r"|tommy['’]?s|winston['’]?s wish|papyrus|kooth|refuge|shelter|relate|bliss|maytree|mencap"
    r"|anthony nolan|teenage cancer|roy castle|ruth strauss|jo['’]?s cervical|anna freud"
    r"|lucy faithfull|st\.? john|st\.? christopher['’]?s|compassionate friends|pieta|jigsaw|aware"
    r"|nami|rainn|samhsa|hazelden|betty ford|ronald mcdonald|susan g\.? komen|leukaemia care"
    r"|childline|nspcc|calm|shout|mind|young ?minds|rethink|turn2us|stepchange|galop"
    r"|mermaids|switchboard|gingerbread|carers uk|age uk|scope|headspace|black dog|sane"
)
"""The names of charities and helplines of English-speaking countries, most of them somebody's."""
_WHOLE: Final = (
    r"citizens advice|poison (?:control|help)|beyond ?blue|the trevor project|marie curie|sue ryder"
    r"|winston['’]?s wish|crisis text line|kids help(?:line| phone)|pieta house|planned parenthood"
    r"|alcoholics anonymous|gamblers anonymous|narcotics anonymous|make[- ]a[- ]wish|al-?anon"
    r"|st\.? john ambulance|anthony nolan|sos amiti[ée]|fil sant[ée] jeunes|suicide [ée]coute"
    r"|abb[ée] pierre|petits fr[èe]res|enfance et partage|all[ôo] enfance|croix[- ]rouge"
    r"|tel[ée]fono de la esperanza|fundaci[óo]n anar|cruz roja|m[ée]dicos sin fronteras"
    r"|telefonseelsorge|nummer gegen kummer|wei(?:ß|ss)er ring|dargebotene hand|rat auf draht"
    r"|pro juventute|malteser|johanniter|caritas|c[áa]ritas|diakonie|telefono (?:amico|azzurro)"
)
"""Names of several words, and words that no person is called."""
_OFFERED = re.compile(
    rf"(?<![\w@])(?:(?:{_AFTER_PEOPLE}) (?:[a-z]{{2,10}} )?(?:{_HELPERS})"
    # First names of many people, each with what is its own alone.
    r"|trevor (?:project|lifeline)|(?:frank|beat) helpline|admiral nurses?|jed foundation)(?!\w)"
)
_NAMED = re.compile(rf"(?<![\w@])(?:{_WHOLE})(?!\w)")
_BESIDE_A_LINE = re.compile(rf"(?<![\w@'’.-])(?:{_AFTER_PEOPLE})(?!['’]?\w)(?=\W|$)")
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|my (?:\w+ )?|called |name(?: is|['’]s) )\.? ?$"
)
_FIRST_NAME = re.compile(r"(?<![.!?:,;(] )(?<!^)\b[A-Z][a-zà-ÿ]+ $")
_BEFORE_NAMES: Final = words(
    "The Call Ring Try Contact Phone Text Ask At From With Or And To Via Through Charity"
)
_REACH: Final = 120
"""Characters between a charity and its number."""
_CALLS = re.compile(
    r"(?<!\w)(?:ll[aá]m(?:a|e|en)|marca|marque|appelez|appelle|composez|compose|contactez"
    r"|ruf(?:en sie|t)?|wähl(?:e|en sie)?|chiama|chiami|bel|el número|le numéro|die nummer"
    r"|call|dial|ring)(?: (?:al?|el|le|la|au|die|den|das|il|unter))?(?!\w)"
)
"""Words before a number to call that a reader of English takes for a name."""


def charities(plain: Plain, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """
    Yield where charities and helplines stand by their names in *plain*.

    Args:
        plain: The text.
        lines: Where numbers of services stand: a name beside one is its line.
    """
    for match in _OFFERED.finditer(plain.lower):
        if not _of_a_person(plain, match.start()):
            yield match.span()
    yield from (match.span() for match in _NAMED.finditer(plain.lower))
    if not lines:
        return
    for match in _CALLS.finditer(plain.lower):
        line = next((at for at in lines if 0 <= at[0] - match.end() <= _REACH), None)
        if line is not None:
            beside = line[0] == match.end() + 1  # a reader may take the number along
            yield match.start(), line[1] if beside else match.end()
    for match in _BESIDE_A_LINE.finditer(plain.lower):
        near = any(0 <= start - match.end() <= _REACH for start, _ in lines)
        if near and not _of_a_person(plain, match.start()):
            yield match.span()


def _of_a_person(plain: Plain, start: int) -> bool:
    """Return whether a title or a first name before *start* makes the word somebody's surname."""
    if _TITLED.search(plain.lower, max(0, start - 24), start):
        return True
    before = _FIRST_NAME.search(plain.text, max(0, start - 24), start)
    return before is not None and before.group().strip() not in _BEFORE_NAMES
