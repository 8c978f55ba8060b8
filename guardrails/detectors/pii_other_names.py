"""Names and birthdays in Spanish, French, German, Portuguese, Italian and Dutch."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from guardrails.detectors.language_words import COVERED
from guardrails.detectors.pii_given import given_names
from guardrails.detectors.pii_other_words import COMMON_WORDS
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import FALSE_NAMES, PARTICLES

OWN: Final = "-other"
"""How the names of rules for other languages end."""

_IS: Final = r"(?:es|est|c['’]est|ist|é|e|è|is)"
_SAYS_NAME = re.compile(
    r"\b(?:me llamo|je m['’]appelle|je me nomme|ich hei(?:ß|ss)e|me chamo|chamo-me|mi chiamo|ik heet"
    r"|je soussignée?|io sottoscritt[oa]|nom(?:bre)?\s?:|vorname\s?:|nachname\s?:|achternaam\s?:"
    r"|(?:mi nombre|mis? apellidos?)(?: completo)?(?: es| son)"
    rf"|mon (?:nom|prénom)(?: complet| de famille)? {_IS}"
    rf"|(?:mein )?(?:voller |vor|nach|familien)?name (?:ist|lautet)|vorname(?: ist)?"
    rf"|(?:o )?meu (?:nome|apelido|sobrenome)(?: completo)? {_IS}"
    rf"|(?:il )?mio (?:cog)?nome(?: completo)? {_IS}|il (?:cog)?nome {_IS}"
    r"|mijn (?:volledige |achter|voor)?naam is|voornaam(?: is)?)\s*:?\s+"
)
_KIN: Final = (
    r"(?:amig[oa]|novi[oa]|herman[oa]|madre|padre|mam[áa]|pap[áa]|hij[oa]|marido|mujer|espos[oa]|pareja"
    r"|jef[ea]|ti[oa]|tí[oa]|abuel[oa]|prim[oa]|vecin[oa]|psicólog[oa]|terapeuta|ami|amie|copain|copine"
    r"|frère|s(?:œ|oe)ur|mère|père|maman|papa|fils|fille|mari|femme|compagn(?:on|e)|patron(?:ne)?|chef(?:fe)?"
    r"|oncle|tante|cousine?|voisine?|psy|freund(?:in)?|bruder|schwester|mutter|vater|mama|sohn|tochter|mann"
    r"|frau|partner(?:in)?|chefin|onkel|oma|opa|cousin|nachbar(?:in)?|kumpel|therapeut(?:in)?|namorad[oa]"
    r"|irmãos?|irmã|mãe|pai|filh[oa]|avó|avô|chefe|vizinh[oa]|amic[oa]|ragazz[oa]|fratello|sorella|mamma"
    r"|papà|figli[oa]|marito|moglie|compagn[oa]|capo|zi[oa]|nonn[oa]|cugin[oa]|vicin[oa]|psicolog[oa]"
    r"|vriend(?:in)?|broer|zus|moeder|vader|zoon|dochter|man|vrouw|baas|oom|buurman|buurvrouw|maat"
    r"|psycholoog)"
)
_MY: Final = r"(?:mi|mon|ma|meine?|meinen|minha|meu|mia|mio|mijn|la|il|el|le|de|der|die|o|a)"
_CALLED: Final = r"(?:se llama|s['’]appelle|hei(?:ß|ss)t|se chama|chama-se|si chiama|heet)"
_KIN_CALLED = re.compile(rf"\b{_MY} {_KIN} {_CALLED}\s+")
_MAY_SAY_NAME = re.compile(
    rf"\b(?:(?:yo )?soy|je suis|moi c['’]est|ici|ich bin(?: der| die)?|hier(?: ist| spricht)?|eu sou"
    rf"|sou(?: [oa])?|aqui é(?: [oa])?|sono(?: la| il)?|qui(?: è)?|ik ben(?: die| de)?|met|{_CALLED}"
    r"|me dicen|me llaman|on m['’]appelle|alle nennen mich|me chama(?:m)? de|mi chiamano"
    r"|iedereen noemt me|noem me|nennt mich|llámame|appelle-moi|hola|bonjour|hallo|olá|ciao|hoi"
    r"|(?:un )?saludos?|firmado|cordialement|(?:mit freundlichen|viele|liebe) grü(?:ß|ss)en?"
    r"|(?:com os )?(?:melhores )?cumprimentos|cordiali saluti|(?:met )?vriendelijke groet(?:en)?"
    r"|j['’]ai vu|quedé con|ich war mit|ik was met|saí com [oa]|sono uscit[oa] con)\s*[:,]?\s+"
)
_RELATION = re.compile(rf"\b(?:{_MY} )?(?:\w{{2,12}} )?{_KIN},?\s+")
_TITLE = re.compile(
    r"(?<![\w'’])(?:se[ñn]or(?:a|ita)?|sra?\.|doña|dona|monsieur|madame|mademoiselle|mme|mlle"
    r"|docteur|dr\.?|dra\.?|doctora?|herrn?|frau|senhora?|doutora?|signora?|sig\.?(?:ra)?"
    r"|dott(?:or|oressa|\.)|meneer|mevrouw|dhr\.?|mevr\.?|dokter)\s+"
)
_AND = re.compile(r"\s(?:y|et|und|e|en)\s(?:(?:la|el|l['’]|die|der|o|a)\s)?")
_NAME_WORD = re.compile(r"([^\W\d_][\w'’\-]{0,30})(\s?)")
_NAME_WORDS = 3
_LONGEST_SMALL = 3
"""Letters of a word that is small even with a capital: "Und", "Est"."""
_BETWEEN: Final = PARTICLES | {"das", "los", "las", "del", "den", "ter", "ten", "delle", "della"}
_NAMES_TOO: Final = frozenset({"mai", "ali", "can", "may", "mina", "bo", "dan", "noemi", "sara"})
SMALL: Final = (
    frozenset(word for words in COVERED.values() for word in words.split()) | FALSE_NAMES
) - _NAMES_TOO
"""Small words of every covered language: at one of these a name ends."""

_NOT_NAMES: Final = """
lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi
samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag segunda terça quarta
quinta sexta lunedì martedì mercoledì giovedì venerdì domenica maandag dinsdag woensdag donderdag
vrijdag zaterdag zondag january januar januari april februar februari märz maart juni juli
iva tva mwst btw ust dni nif cpf
"""
_NO_NAMES: Final = frozenset(_NOT_NAMES.split())
"""Days, months and taxes, which finders of English names take for names."""

_BY_LANGUAGE: Final = {
    language: frozenset(words.split())
    | FALSE_NAMES
    | _NO_NAMES
    | COMMON_WORDS.get(language, frozenset())
    for language, words in COVERED.items()
}
_WORDS_OF: Final = {
    language: (frozenset(COVERED[language].split()) | words) - FALSE_NAMES
    for language, words in COMMON_WORDS.items()
}
"""Words of a language, without what is no name in any: "gate" and "flight" are English."""
_ENGLISH: Final = frozenset(COVERED["English"].split()) - {
    word for language in COMMON_WORDS for word in COVERED[language].split()
}
_LETTERS = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


_LIKELY_WORDS: Final = 2
_LIKELY_LEAST: Final = 4  # words of a text, else two nouns may be a name


def likely(plain: Plain) -> str:
    """
    Return the language whose common words most of *plain* are, of those written down, or "".

    For a text too short to tell by its small words, and no proof: English words are none.
    """
    words = set(_LETTERS.findall(plain.lower))
    if len(words) < _LIKELY_LEAST or not words.isdisjoint(_ENGLISH):
        return ""
    known = {language: len(words & _WORDS_OF[language]) for language in COMMON_WORDS}
    best = max(known, key=lambda language: known[language])
    enough = known[best] >= _LIKELY_WORDS and 5 * known[best] >= 2 * len(words)
    return best if enough else ""


def without_small_words(
    plain: Plain, start: int, stop: int, language: str, heard: Collection[int] = ()
) -> Iterator[tuple[int, int]]:
    """
    Yield what is left of a name between words that are none in *language*.

    Args:
        plain: The text.
        start: First character of what was taken for a name.
        stop: One past the last.
        language: Its English name.
        heard: Where words begin that a reader is sure of: "Mia" is one of Italian too. They are
            a part of the name beside a word that is none of *language*.
    """
    small = _BY_LANGUAGE.get(language, _NO_NAMES)
    if heard and small.issuperset(_LETTERS.findall(plain.lower, start, stop)):
        heard = ()
    first = last = -1
    for word in _LETTERS.finditer(plain.lower, start, stop):
        between = first >= 0 and word.group() in _BETWEEN
        if word.group() in small and not between and word.start() not in heard:
            if first >= 0:
                yield first, last
            first = -1
        elif not between:
            first = word.start() if first < 0 else first
            last = word.end()
    if first >= 0:
        yield first, last


_MONTH: Final = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|se[p]?tiembre|octubre|noviembre|diciembre"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|januar|jänner|februar|märz|april|juni|juli|august|september|oktober|november|dezember"
    r"|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro"
    r"|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
    r"|januari|februari|maart|mei|augustus|december)"
)
_DATE: Final = (
    rf"\d{{1,2}}(?:\.|º|er)?\s(?:de\s)?{_MONTH}\b(?:,?\s(?:de\s|del\s)?\d{{2,4}}\b)?"
    r"|\d{1,4}[/.\-]\s?\d{1,2}[/.\-]\s?\d{2,4}"
)
_BORN: Final = (
    r"(?:nac(?:í|i|ió|id[oa]|imiento)|cumpleaños|cumplo años|cumple|née?|naissance|anniversaire"
    r"|geb(?:oren|urtsdatum|urtstag|\.)|nasc(?:i|id[oa]|eu|imento)|aniversário|faço anos|nat[oa]"
    r"|nascita|compleanno|compio gli anni|geboortedatum|jarig|verjaardag)"
)
_BIRTH = re.compile(rf"\b{_BORN}(?!\w)[^\d\n]{{0,24}}?(?<!\d)({_DATE})(?!\d)")
_BIRTH_BEFORE = re.compile(rf"(?<!\d)({_DATE})\s(?:\w{{2,12}}\s){{0,3}}?(?:geboren|geb\.)")


def other_names(plain: Plain) -> Iterator[Hit]:
    """Yield names that are announced, and dates of birth."""
    for pattern, any_case, score, rule in (
        (_SAYS_NAME, True, 8000, "says-name"),
        (_KIN_CALLED, True, 7000, "relation-called"),
        (_MAY_SAY_NAME, False, 6500, "introduces"),
        (_RELATION, False, 6000, "relation"),
        (_TITLE, False, 7000, "title"),
    ):
        for match in pattern.finditer(plain.lower):
            found = _name_at(plain, match.end(), any_case=any_case)
            if not found and rule == "relation":
                found = _usual(plain, match.end())
            while found:
                yield Hit("person", *found, score, f"{rule}{OWN}")
                more = _AND.match(plain.lower, found[1])
                found = _name_at(plain, more.end(), any_case=False) if more else None
    if plain.digits:
        for pattern in (_BIRTH, _BIRTH_BEFORE):
            for match in pattern.finditer(plain.lower):
                yield Hit("date-of-birth", *match.span(1), 8000, "birth-other")


def _usual(plain: Plain, at: int) -> tuple[int, int] | None:
    """Return a usual first name at *at*, in small letters: "mijn buurman joost"."""
    word = _NAME_WORD.match(plain.text, at)
    if word is None or len(word[1]) <= _LONGEST_SMALL or word[1] not in given_names():
        return None
    return word.span(1)


def _name_at(plain: Plain, at: int, *, any_case: bool) -> tuple[int, int] | None:
    """Return the words from *at* that make a name: with capitals, unless *any_case*."""
    start, stop, taken = at, at, 0
    while taken < _NAME_WORDS and (word := _NAME_WORD.match(plain.text, at)):
        lower = word.group(1).lower()
        between = taken > 0 and lower in _BETWEEN
        if not between:
            capital = word.group(1)[0].isupper()
            small = lower in SMALL and not (
                _led(plain, word, capital) or _surname(plain, word, taken)
            )
            if small or not (capital or any_case):
                break
            taken += 1
            stop = word.end(1)
        at = word.end()
        if not word.group(2):
            break
    return (start, stop) if taken else None


def _led(plain: Plain, word: re.Match[str], capital: bool) -> bool:
    """Return whether a small word with a capital leads a name: "signora Lo Presti"."""
    after = plain.text[word.end() : word.end() + 2]
    return capital and not plain.text.isupper() and after.istitle() and bool(word.group(2))


def _surname(plain: Plain, word: re.Match[str], taken: int) -> bool:
    """Return whether a small word with a capital goes on with a name: "Jürgen Weiß"."""
    said = word.group(1)
    odd = plain.text.isupper() or plain.text.istitle()
    return taken > 0 and said.istitle() and len(said) > _LONGEST_SMALL and not odd
