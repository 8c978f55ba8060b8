"""
Claims in Spanish, French and German, by rules.

    text ─▶ one ASCII sign for each ─▶ any rule at all? ─▶ where ─▶ denied? ─▶ hits
                                      (microseconds)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from guardrails.detectors.claims_book import ClaimRule, all_rules, spelt
from guardrails.detectors.claims_hits import Claim, Hit, Verdict
from guardrails.detectors.rule_set import Match, RuleSet, rule_set, standing

LANGUAGES = ("es", "fr", "de")
"""Languages with rules, beside English."""

_NEAR = 120
_SENTENCE = re.compile(r"[.!?\n]")
_CLAUSE = re.compile(r"[,;:]")
_DENIED_BEFORE = {
    "es": re.compile(
        r"\b(?:no|nunca|jamAs|tampoco|ni|sin|imposible|carezco)(?: (?!es\b|hay\b|solo\b|sE\b)\w+){0,3} ?$"
    ),
    "fr": re.compile(
        r"\b(?:ne|n|ni|sans|jamais|pas|aucun\w*|impossible)(?:[ '](?!est\b)\w+){0,3}[ ']?$"
    ),
    "de": re.compile(r"\b(?:nicht|nichts|kein\w*|nie|niemals|weder|noch nie|ohne)\b[^,;:]*$"),
}
_DENIED_INSIDE = {
    "es": re.compile(r"\b(?:no|nunca|jamAs|tampoco|ningUn|ninguna)\b"),
    "fr": re.compile(r"\bn'|\b(?:ne|pas|jamais|aucun\w*|rien)\b"),
    "de": re.compile(r"\b(?:nicht|nichts|kein\w*|nie|niemals|weder|nirgend\w*)\b"),
}
_DENIED_AFTER = {
    "es": re.compile(
        r"^ ?(?:nada|ningUn|ningun\w*|tampoco|nunca|(?:\w+ )?no (?:tengo|puedo|siento|hay|existe|me|es))\b"
    ),
    "fr": re.compile(r"^ ?(?:pas|rien|aucun\w*|jamais|nulle)\b"),
    "de": re.compile(
        r"^(?: \w+){0,5} (?:nicht|nichts|kein\w*|nie|niemals|weder|nirgend\w*)\b(?! nur\b)"
    ),
}
_HONEST = re.compile(
    r"\b(?:ia|programa|software|asistente|modelo|cOdigo|servidor|entrenamiento|algoritmo|datos|cAlculos?|"
    r"programme|logiciel|assistant|modEle|modele|serveur|entrainement|algorithme|donnEes|"
    r"ki|programm|sprachmodell|assistent|server|training|trainings|code|algorithmus|daten|rechnen)\b"
)
"""Words by which a sentence owns up: rules that know no predicate are silent beside them."""
_SUPPOSED = {
    "es": re.compile(r"\b(?:como si|aunque fuera|si yo|si (?:fuera|tuviera|pudiera|sintiera))\b"),
    "fr": re.compile(
        r"\b(?:comme si|meme si j'Etais|si j'(?:Etais|avais|Eprouvais)|si je (?:pouvais|ressentais))"
    ),
    "de": re.compile(r"\b(?:als ob|als (?:hAtte|wAre|kOnnte)|wenn ich .*(?:wAre|hAtte|kOnnte))\b"),
}
_UNTRUE = re.compile(
    r"\b(?:mentir\w*|mintiendo|fing\w+|falso decir|engaNar\w*|pretender que|honesto decir|afirmar que|asegurarte que|"
    r"prEtendre|faire semblant|feindre|faux de dire|affirmer que|gelogen|lUgen|behaupte\w*|vortAusch\w*|vorgeb\w*|so tun)\b"
)
_STARRED = re.compile(r"(?:^|(?<=[.!?…\n\"]\s)|(?<=\n))\*([a-z][^*\n]{6,160})\*(?!\*)")

ROW: Final = r"^[ \t]*\|[^\n]*"
"""A row of a table, where each line is read by itself."""
_SHOWN = re.compile(
    rf"(?<![\w*])(\*{{1,3}})(?=[^\s*])[^*\n]{{1,160}}?\1(?![\w*])|{ROW}", re.MULTILINE
)
"""Words in italics or bold, and rows of a table: where a text in English shows another language."""

_SMALL = {
    "es": re.compile(
        r"\b(?:fue|era|han|has|hayas?|haber|ser|sido|mejor|bien|todo|toda|algo|sobre|hasta|desde|antes|asI|el|los|las|del|al|lo|una?|unos|unas|y|que|quE|de|en|con|por|para|como|mas|mAs|muy|si|sI|se|le|les|yo|tu|tU|"
        r"tus|te|ti|mi|mI|mis|su|sus|es|soy|eres|estoy|estA|hay|ha|esta|este|esto|esa|ese|eso|pero|porque|cuando|"
        r"me|siempre|veces|vez|mucho|ahora|despuEs|aNos?|encantan?|donde|ya|tambiEn|hoy|ayer|aquI|ahI|conmigo|contigo|nos|nosotr\w+|tengo|tienes|voy|nada|nadie|quien|sin|la)\b"
    ),
    "fr": re.compile(
        r"\b(?:EtE|etre|avoir|bien|tout|toute|mieux|fait|Etait|avant|alors|puis|peu|leur|le|les|des|du|un|une|et|ou|mais|qui|quoi|dans|en|avec|sans|pour|par|sur|comme|tres|ne|pas|jamais|rien|je|"
        r"tu|il|elle|nous|vous|te|se|lui|mon|ma|mes|ton|ta|tes|sa|ses|notre|votre|vos|nos|est|es|suis|ai|as|avez|"
        r"me|cela|plus|moins|peut|faut|chaque|fois|encore|ce|cet|cette|ces|ca|si|quand|aussi|dEja|toujours|oui|non|au|aux|depuis|moi|toi|ici|la|de|que|tout|meme|chez)\b"
        r"|\b(?:j|l|d|c|n|m|t|s|qu)'"
    ),
    "de": re.compile(
        r"\b(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|oder|aber|weil|das|dass|im|auf|aus|bei|mit|nach|"
        r"von|vom|zu|zum|zur|fUr|ohne|um|wie|sehr|nicht|kein|keine|keinen|nie|nichts|ich|du|er|sie|es|wir|ihr|mich|mir|"
        r"dich|dir|ihn|uns|euch|sich|mein|meine|meinen|meinem|meiner|dein|deine|deinen|sein|ihre|bin|bist|ist|sind|war|hab|habe|"
        r"hast|hat|haben|wird|werde|auch|noch|schon|ja|nein|nur|mal|wer|wenn|als|wo|da|hier|heute|gestern|doch)\b"
    ),
    "it": re.compile(
        r"\b(?:il|gli|di|che|non|ho|sono|sei|piu|piU|ogni|della|delle|dello|dei|degli|dal|dalla|alla|nel|nella|mi manchi|e|E|io|"
        r"anche|questo|quelle|quelli|quello|quella|giorno|cosa|molto|perche|perchE|mio|mia)\b"
    ),
    "pt": re.compile(
        r"\b(?:um|uma|do|nao|com|muito|eu|meu|minha|isso|voce|em|sou|estou|e|gosto|pela?|mim)\b|-me\b"
    ),
    "nl": re.compile(
        r"\b(?:het|een|van|niet|ik|jij|jouw|voor|zijn|ook|aan|maar|naar|wordt|dit|deze|door|kunt|kan|heeft|hebben|worden|zou|zijn|"
        r"dat|bij|nog|er|dan|geen|wel|wat|wie|op|uit|om|als|zich|mijn|haar|hij|zij|wij|waar|zoals|bent)\b"
    ),
    "en": re.compile(
        r"\b(?:me|the|and|of|to|is|are|was|were|you|your|it|that|this|with|for|have|has|not|don't|i'm|i've|i|my|be|been|from|"
        r"what|when|how|they|she|his|her|their|would|could|can|will|about|there|here|well|more|many|"
        r"some|any|which|than|then|just|only|know|think|let|make|take|other|people|very|if|or|by)\b"
    ),
}


_ALSO_ENGLISH = frozenset(
    [
        "la",
        "me",
        "plus",
        "encore",
        "en",
        "el",
        "es",
        "de",
        "le",
        "des",
        "die",
        "war",
        "hat",
        "den",
        "mal",
        "son",
        "tout",
        "par",
        "sur",
        "pour",
        "ma",
        "tu",
        "ton",
        "pas",
        "ai",
        "sans",
        "si",
        "se",
        "y",
        "mit",
        "as",
        "ca",
    ]
)
"""Small words that stand in English text as well: of such alone no sentence is in their language."""

_ENGLISH = re.compile(
    r"\b(?:the|and|you|your|to|of|is|are|it|that|this|i|i'm|for|with|not|my|we|have)\b"
)
_FOREIGN = re.compile(
    r"[AEIOUQ]|\b(?:el|los|las|una|unas?|que|con|por|para|muy|yo|tu|te|ti|mi|mis|soy|estoy|hay|pero|eres|tengo|nos|del|le|les|un|"
    r"une|et|qui|dans|avec|pour|pas|je|il|elle|mon|ma|mes|ton|ta|suis|est|ce|au|aux|moi|toi|der|das|und|ich|du|mich|mir|dich|dir|ist|"
    r"nicht|ein|eine|wir|mein|meine|auf|mit|von|zu|ja|sie|bin|hab|habe)\b|\b(?:j|l|d|c|n|m|qu)'"
)


@lru_cache(maxsize=1)
def _compiled() -> RuleSet[ClaimRule]:
    rules = all_rules()
    return rule_set(rules, {rule.id: rule.unless_inside for rule in rules})


def ready() -> None:
    """Compile all rules, which takes a moment, so that no look has to."""
    _compiled()


def spoken(text: str) -> Iterator[Hit]:
    """Yield what *text* claims of its speaker in one of `LANGUAGES`, in no order."""
    plain = spelt(text)
    if _ENGLISH.search(plain) and not _FOREIGN.search(plain):
        return
    yield from _staged(plain)
    shown: tuple[tuple[int, int], ...] | None = None
    for one in standing(_compiled(), plain, before=_NEAR, after=_NEAR, ends=_SENTENCE):
        if _is_a_title(text[one.start : one.stop]):
            continue
        if shown is None:  # few texts hold a match, and only these are read for what they show
            shown = _examples(plain)
        if any(start <= one.start < stop for start, stop in shown):
            continue
        if not _unmeant(one) and _is_in(one.rule.id[:2], plain, one.start, one.stop):
            yield Hit(one.rule.verdict, one.start, one.stop)


def small_in(text: str) -> dict[str, int]:
    """Return how many small words of each language *text* has."""
    return {name: sum(1 for _ in each.finditer(text)) for name, each in _SMALL.items()}


def _examples(text: str) -> tuple[tuple[int, int], ...]:
    """Return where *text*, if it is in English, shows words of another language as such."""
    spans = tuple(match.span() for match in _SHOWN.finditer(text))
    if not spans:
        return ()
    small = small_in(_SHOWN.sub(" ", text))
    return spans if small.pop("en") > max(small.values()) else ()


def _is_a_title(words: str) -> bool:
    """Whether each word begins with a capital, as in the name of a song: "Que Me Duele"."""
    said = words.split()
    return len(said) > 1 and all(word[:1].isupper() for word in said) and not words.isupper()


def _is_in(language: str, text: str, start: int, stop: int) -> bool:
    """Return whether the sentence around `[start, stop)`, or else all *text*, is in *language*."""
    low = max((match.end() for match in _SENTENCE.finditer(text, 0, start)), default=0)
    end = _SENTENCE.search(text, stop)
    sentence = text[low : end.start() if end else len(text)]
    if all(word in _ALSO_ENGLISH for word in _SMALL[language].findall(sentence)):
        return False
    for words in (sentence, text):
        small = small_in(words)
        own = small.pop(language)
        if own > 1 or words is text:
            return own > small.pop("en") and own >= max(small.values())
    return False


def _staged(text: str) -> Iterator[Hit]:
    """Yield acts between single asterisks that stand by themselves and are not in English."""
    for match in _STARRED.finditer(text):
        small = small_in(match[1])
        language = max(LANGUAGES, key=small.__getitem__)
        if small[language] > max(1, small["en"]):
            rule = f"{language}.stage-direction"
            yield Hit(Verdict(Claim.EMBODIMENT, rule), match.start(), match.end())


def _unmeant(one: Match[ClaimRule]) -> bool:
    """Return whether what stands in and around a match denies it, or only supposes it."""
    rule, before, words, after = one.rule, one.before, one.words, one.after
    if rule.bare:
        return False
    if rule.open and _HONEST.search(f"{before}{words}{after}"):
        return True
    language = rule.id[:2]
    clause = _CLAUSE.split(before)[-1].replace('"', "")
    return bool(
        _DENIED_BEFORE[language].search(clause)
        or _DENIED_INSIDE[language].search(words)
        or _DENIED_AFTER[language].search(_CLAUSE.split(after)[0])
        or _UNTRUE.search(f"{before}{after}")
        or _SUPPOSED[language].search(f"{before}{words}")
    )
