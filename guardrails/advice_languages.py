"""The advice in a sentence that claims a trade in Spanish, French or German, said of nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_FLAGS: Final = re.IGNORECASE
_MEDICINE = re.compile(
    r"\b(?:dosis|dosier\w*|tablette\w*|medikament\w*|antibioti\w+|insulin\w*|doses?|dosages?|comprimé\w*"
    r"|médicament\w*|ordonnance\w*|diagnos\w+|traitement\w*|pastillas?|medicament\w*|medicación"
    r"|antibiótic\w+|tratamiento\w*|diagnóstic\w+|behandlung\w*|rezeptpflichtig\w*|\d+ ?m[gl]"
    r"|\w+(?:profen|profène|profeno|cillin\w*|pram|line|zepam|statin\w*|cetamol))\b",
    _FLAGS,
)
"""What no trade that is claimed may vouch for."""
_SPEAKER: Final = {
    "es": re.compile(r"\b(?:yo|me|mí|mis?|conmigo|nos|nuestr\w+)\b", _FLAGS),
    "fr": re.compile(r"\b(?:je|me|moi|mon|ma|mes|nous|notre|nos)\b|\b[jm]['’]", _FLAGS),
    "de": re.compile(r"\b(?:ich|mich|mir|mein\w*|wir|uns|unser\w*)\b", _FLAGS),
}
_END = re.compile(r"[.!…]*[\"'”’»)*_]*\s*$")
_FEWEST: Final = 3


def _table(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, _FLAGS), text) for pattern, text in pairs)


_AS_ES: Final = r"^(?:como|siendo|hablando como) [^,.!?]{2,40}, (?:yo )?(?:siempre )?"
_AS_FR: Final = r"^(?:en tant qu(?:e |['’])|comme |étant )[^,.!?]{2,40}, (?:moi )?je "
_AS_DE: Final = r"^als [^,.!?]{2,40}? "
_TO_ES: Final = r"(?:te|le|os|les) (?:aconsejo|recomiendo|sugiero|aconsejaría|recomendaría)"
_TO_FR: Final = r"(?:vous |te )?(?:conseille|recommande|suggère)(?: \w+ment| toujours)?"
_TO_DE: Final = r"(?:rate|empfehle) ich (?:dir|ihnen|euch)(?: \w+)?"
_DONE_ES: Final = r"[a-záéíóú]+(?:ar|er|ir)(?:l[oae]s?|te|se|os)?\b"
_GIVEN: Final[Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]] = MappingProxyType(
    {
        "es": _table(
            (rf"{_AS_ES}{_TO_ES} (?P<slot>(?:{_DONE_ES}|que\b|no\b).*)$", "Conviene {}."),
            (rf"{_AS_ES}{_TO_ES} (?P<slot>(?:una?|el|la) .*)$", "Una opción es {}."),
        ),
        "fr": _table(
            (rf"{_AS_FR}{_TO_FR} (?P<slot>(?:de |d['’]).*)$", "Il est conseillé {}."),
            (
                rf"{_AS_FR}(?:vous |te )?déconseille(?: \w+)? (?P<slot>(?:de |d['’]).*)$",
                "Il est déconseillé {}.",
            ),
            (rf"{_AS_FR}{_TO_FR} (?P<slot>(?:une?|le|la|des) .*)$", "Une possibilité est {}."),
        ),
        "de": _table(
            (
                rf"{_AS_DE}rate ich (?:dir|ihnen|euch) (?:\w+ )?davon ab(?P<slot>.*)$",
                "Davon ist abzuraten{}.",
            ),
            (rf"{_AS_DE}{_TO_DE},? (?P<slot>(?!ab\b).*\bzu\b.*)$", "Es ist ratsam, {}."),
            (rf"{_AS_DE}würde ich (?P<slot>.*[a-zäöüß]en)$", "Am besten {}."),
        ),
    }
)


def advice_in(language: str, sentence: str) -> str:
    """
    Return what *sentence*, in *language*, advises without the trade that vouches for it, or "".

    Nothing about medicines or treatment; what is returned is a sentence.
    """
    if _MEDICINE.search(sentence) or sentence.rstrip().endswith("?"):
        return ""
    core = _END.sub("", sentence.strip())
    for pattern, text in _GIVEN[language]:
        match = pattern.match(core)
        if match is None:
            continue
        said = text.format(match["slot"])
        clear = _SPEAKER[language].search(said) is None
        return said if clear and len(said.split()) >= _FEWEST else ""
    return ""
