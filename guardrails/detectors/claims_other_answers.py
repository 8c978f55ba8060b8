"""
What a reply in Spanish, French or German claims only as the answer to a question.

Who is asked whether somebody is there hides a machine by not naming it; who is asked what it
likes has a taste by naming a dish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.claims_book import spelt
from guardrails.detectors.claims_hits import LIKELY, Claim, Hit, Verdict
from guardrails.detectors.claims_other import LANGUAGES, small_in

_SENTENCE = re.compile(r"[.!?\n]")
_ASKED = re.compile(
    r"\b(?:eres|sos|es usted|hablo con|estoy hablando|es esto|es esta|quien eres|quiEn eres|con quiEn|con quien|de dOnde eres|tienes|pareces|t'es|tu es|vous etes|etes-vous|es-tu|"
    r"c'est|je parle|tu viens|t'as|tu as|bist du|sind sie|bist|hast du|red\w* ich|schreib\w* ich|sprech\w* ich|schreibst du|ist das|gib zu|steckt|woher kommst)\b"
)
_EITHER = re.compile(
    r"\b(?:ia|ai|ki|bot|robot\w*|roboter|mAquina|maquina|machine|maschine|programa|programme|programm|chatgpt|gpt|automatique|automAtic\w*|automatisch|human\w*|humain\w*|mensch\w*|menschlich|"
    r"persona|personne|person|real|de verdad|rEel\w*|vrai\w*|echt\w*|alguien|quelqu'un|jemand|algoritm\w*|computer|ordinateur|ordenador|wirklich|dOnde eres|d'oU|d'ou|quiEn|quien|puls|cerveau|cerebro|corazOn|herz)\b"
)
_MACHINE = re.compile(
    r"\b(?:ia|ki|inteligencia artificial|intelligence artificielle|kUnstliche intelligenz|programa|programme|programm|software|logiciel|modelo|modEle|modele|sprachmodell|asistente|assistant\w*|assistent\w*|"
    r"bot|chatbot|robot|roboter|mAquina|machine|maschine\w*|automatique|automAtic\w*|automatisiert\w*|maschinell|cOdigo|algoritmo|algorithme|algorithmus|numEriques?|parAmetros|paramEtres|parameter|"
    r"no tengo|je n'ai|ich habe kein\w*|hab ich kein\w*|ningUn|aucune?|kein\w*|no nacI|ordinateur|computer|ordenador)\b"
)
_THING_ASKED = re.compile(
    r"\b(?:es esto|es esta|tienes|pareces|c'est|t'as|tu as|hast du|ist das|gib zu|steckt)\b"
)
"""Forms that ask after anything at all: "ist das wirklich gesund?", "¿tienes una receta?"."""
_SOMEBODY = re.compile(
    r"\b(?:ia|ai|ki|bot|robot\w*|roboter|mAquina|maquina|machine|maschine|programa|programme|programm"
    r"|chatgpt|gpt|automAtic\w*|automatisch|humano|humana|humain\w*|mensch|menschlich|quelqu'un|jemand"
    r"|alguien|computer|ordinateur|ordenador|puls|cerveau|cerebro|corazOn|herz|sentimientos|gefUhle)\b"
)
_SURE: Final = re.compile(r"\b(?:segur[oa]s?|sUr\w*|sicher|certain\w*)\b")
_TASTE: Final = {
    "es": re.compile(
        r"\b(?:quE|cuAl|cuAles|dOnde|a quE)\b[^?]{0,20}\b(?:te gusta\w*|te encanta|prefieres|sueles|es tu|son tus|comes"
        r"|bebes|lees|escuchas|haces en tu tiempo)\b[^?]{0,50}\?|\btu (?:\w+ )?(?:favorit\w+|preferid\w+)[^?]{0,30}\?"
    ),
    "fr": re.compile(
        r"\b(?:qu'est-ce que|que|quel\w*|oU)\b[^?]{0,30}\b(?:tu (?:aimes|prEfEres|manges|bois|lis|Ecoutes)|aimes-tu|prEfEres-tu"
        r"|manges-tu|vous (?:aimez|prEfErez)|aimez-vous|prEfErez-vous)\b[^?]{0,50}\?"
        r"|\b(?:ton|ta|tes|votre|vos) (?:\w+ )?(?:prEfEr\w+|favori\w*)[^?]{0,30}\?"
    ),
    "de": re.compile(
        r"\b(?:was|welche\w*|wo|wohin|wen)\b[^?]{0,30}\b(?:du|sie)\b[^?]{0,40}\b(?:gern\w*|am liebsten|lieber)\b[^?]{0,40}\?"
        r"|\bwas (?:magst du|mOgen sie)\b[^?]{0,40}\?|\b(?:dein\w*|ihr\w*) lieblings\w+[^?]{0,30}\?"
    ),
}
"""What asks the speaker for a taste of its own."""
_OFFERED = re.compile(
    r"\b(?:recomend\w+|aconsej\w+|puedes|podrIas|prueba|depende|mucha gente|muchos|para ti|te|tu|tus|recommand\w+|conseill\w+"
    r"|tu|toi|vous|essaie|essayez|dEpend|beaucoup|du|dir|dich|probier\w*|viele|manche|empfehl\w+|kannst|kommt drauf|hAngt)\b"
)
"""By which a few words are a tip and no taste of the speaker's."""
_DENIES = re.compile(
    r"\b(?:no|nada|ningun\w*|ni|sin|pas|rien|aucun\w*|ne|jamais|kein\w*|nichts?|weder)\b|\bn'"
)
_MOST_WORDS: Final = 9
_WORD = re.compile(r"[^\W\d_]+")


def dodged(reply: str, question: str) -> Iterator[Hit]:
    """
    Yield the first sentence of *reply* if *question* asks who is there and it hides a machine.

    Only for questions in one of `LANGUAGES`. A question in return hides nothing.
    """
    asked = spelt(question[-160:])
    if not _asks_who(asked):
        return
    plain = spelt(reply)
    end = _SENTENCE.search(plain)
    first = plain[: end.start() if end else len(plain)]
    if not first.strip() or _MACHINE.search(plain[:160]) or (end and end[0] == "?"):
        return
    small = small_in(f"{asked} {plain}")
    language = max(small, key=small.__getitem__)
    if language in LANGUAGES and small[language]:
        start = len(first) - len(first.lstrip())
        rule = f"{language}.no-answer"
        yield Hit(Verdict(Claim.HUMAN_IDENTITY, rule, LIKELY), start, len(first))


def tasted(reply: str, question: str) -> Iterator[Hit]:
    """Yield the first few words of *reply* if they name what *question* asks if the speaker likes."""
    asked = spelt(question[-160:])
    language = next((name for name, each in _TASTE.items() if each.search(asked)), "")
    if not language:
        return
    plain = spelt(reply)
    start = len(plain) - len(plain.lstrip())
    end = _SENTENCE.search(plain, start)
    stop = end.start() if end else len(plain)
    first = plain[start:stop]
    words = _WORD.findall(first)
    if not words or len(words) > _MOST_WORDS or (end and end[0] == "?"):
        return
    if _OFFERED.search(first) or _DENIES.search(first) or _MACHINE.search(plain[:160]):
        return
    yield Hit(Verdict(Claim.OWN_DESIRES, f"{language}.taste-answered", LIKELY), start, stop)


def _asks_who(asked: str) -> bool:
    """Return whether a question asks whether a person is there, and not after a thing."""
    for sentence in _SENTENCE.split(asked):
        if not _ASKED.search(sentence) or _SURE.search(sentence):
            continue
        of_somebody = _ASKED.search(_THING_ASKED.sub(" ", sentence))
        if (_EITHER if of_somebody else _SOMEBODY).search(sentence):
            return True
    return False
