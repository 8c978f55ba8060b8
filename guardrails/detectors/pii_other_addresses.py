"""Postal addresses as they are written in six languages other than English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain

_WORD: Final = r"(?:[^\W\d_][\w'’.\-]{0,30}|\d{1,2}(?=\sde\s|\.\s))"
_WORDS: Final = rf"(?:{_WORD}\s){{0,4}}?{_WORD}"
_NUMBER: Final = (
    r"(?:(?:n[º°o]\.?|nr\.?|#|num\.?)\s?)?\d{1,5}(?:\s?(?:bis|ter)\b|[a-z](?![\w])|[\-/]\d{1,4})?"
)
_INSIDE: Final = (
    r"(?:\d{1,2}\s?[ºª°o](?!\w)\s?(?:[a-z](?!\w)|izda?|dcha?|esq|dto|dir)?|\d{1,2}[ºª°][a-z](?!\w)"
    r"|bajo|izda?\.?|dcha?\.?|ático|puerta\s\w{1,3}|piso\s\w{1,3}|r/c|esq|casa\s\w{1,4}|bloco\s\w{1,3}"
    r"|(?:apto?|apartamento|appt|app|apt|bât|esc|étage|scala|interno|int|piano|etage|bus)\.?\s\w{1,4}"
    r"|hinterhaus|vorderhaus|hs|\d\.\s?og|eg|\d{1,2}e\setage)(?!\w)"
)
_POSTCODE: Final = r"(?:\d{5}-\d{3}|\d{4}-\d{3}|\d{5}|\d{4}\s?[a-z]{2}|\d{4})(?!\w)"
_TOWN: Final = (
    rf"(?:,?\s(?:cep\s|cap\s|cp\s)?{_POSTCODE}(?:\s[^\W\d_][\w'’\-]{{1,30}}(?:\s\([a-z]{{2}}\))?)?)"
)
_END: Final = rf"(?:,?\s{_INSIDE}){{0,4}}{_TOWN}?"
_BEFORE: Final = (
    r"(?:(?:c/|pza\.|avda?\.|r\.|av\.|v\.le|p\.za|loc\.)\s?"
    r"|(?:calle|avda?|avenida|plaza|pza|paseo|camino|carrera|carretera|travesía|ronda|rua"
    r"|travessa|praça|largo|alameda|estrada|quadra|via|viale|corso|piazza|vicolo"
    r"|strada|contrada|località|rue|avenue|boulevard|bd|place|allée|chemin|impasse|quai|route)\s)"
)
_STREET_FIRST = re.compile(rf"(?<![\w.]){_BEFORE}{_WORDS},?\s{_NUMBER}(?![.,]?\d){_END}")
_NUMBER_FIRST = re.compile(
    rf"(?<![\w.]){_NUMBER},?\s(?:rue|avenue|av\.?|boulevard|bd|place|allée|chemin|impasse|quai|route"
    rf"|cours|square|passage)\s{_WORDS}(?=[,.!?\n]|\s\d|$|\s(?:et|à|svp|mais|depuis)\b){_END}"
)
_STREET: Final = (
    r"(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|ring|damm|ufer|straat|laan|gracht|plein|kade|singel"
    r"|dijk|steeg|dreef|markt)"
)
_ONE_WORD = re.compile(
    r"(?<![\w.])(?:[^\W\d_][\w\-]{1,24}\s){0,2}?[^\W\d_][\w\-]{0,30}"
    rf"{_STREET}\s{_NUMBER}(?!\d){_END}"
)
_CODE = re.compile(
    rf"(?<!\w)(?:código postal|code postal|plz|postleitzahl|cep|cap|postcode)(?!\w)"
    rf"[^\d\n]{{0,12}}?({_POSTCODE})"
)
_ENGLISH = re.compile(r"\s(?:is|was|are|has|had)\s")
"""Words of a sentence in English: "patient R.T. is 45" holds no street."""
_STREET_WORD: Final = re.compile(_STREET)


def other_addresses(plain: Plain) -> Iterator[Hit]:
    """Yield postal addresses by their form, and postcodes by what introduces them."""
    if not plain.digits:
        return
    for pattern in (_STREET_FIRST, _NUMBER_FIRST):
        for match in pattern.finditer(plain.lower):
            if _ENGLISH.search(match.group()) is None:
                yield Hit("postal-address", *match.span(), 7500, "address-other")
    for match in _ONE_WORD.finditer(plain.lower):
        # The street is one word, or begins with a capital: "der Weg 5" is none.
        words = list(re.finditer(r"\S+", plain.text[match.start() : match.end()]))
        first = next(
            (word.start() for word in words if word.group()[0].isupper()),
            next(word.start() for word in words if _STREET_WORD.search(word.group().lower())),
        )
        yield Hit("postal-address", match.start() + first, match.end(), 7000, "street-other")
    for match in _CODE.finditer(plain.lower):
        yield Hit("postal-address", *match.span(1), 7000, "postcode-other")
