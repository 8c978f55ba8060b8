"""Sentences that speak of their speaker in a language without rules, beside others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guardrails.detectors.pii_words import words

_SENTENCE = re.compile(r"[^.!?\n]+")
_SHOWN = re.compile(r"[\"“”«»„*_`|:=]")
"""Signs of what is shown and not said: a lesson, a quotation, a row of a table."""
_WORD = re.compile(r"[^\W\d_]+")
_SPEAKS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "Italian": re.compile(
            r"^\W*(?:(?:io|sì|no|certo|anch'io|ma|e|oggi|ieri)\W+){0,2}(?:sono|ho|sto|avevo|vivo|amo"
            r"|mi (?:piace|piacciono|sento|chiamo|manchi|ricordo|dispiace|fa)|ti (?:amo|voglio|penso))\b",
            re.IGNORECASE,
        ),
        "Portuguese": re.compile(
            r"^\W*(?:(?:eu|sim|não|claro|mas|e|hoje|ontem|também)\W+){0,2}(?:sou|estou|tenho|fui|tive|moro"
            r"|sinto|adoro|amo|gosto|eu \w+o|te amo)\b",
            re.IGNORECASE,
        ),
        "Dutch": re.compile(
            r"^\W*(?:(?:ja|nee|maar|en|ook|natuurlijk)\W+){0,2}(?:ik (?:ben|heb|voel|hou|mis|weet|woon|was"
            r"|had|zie|denk)|(?:gisteren|vandaag) (?:heb|ben|was) ik)\b",
            re.IGNORECASE,
        ),
    }
)
"""How a sentence about its speaker begins."""
_OWN: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "Italian": words(
            "una un uno il lo gli la le di del della che non più molto anche con per come mia mio nel"
            " nella vera vero stato stata davvero sempre qui e è felice triste"
        ),
        "Portuguese": words(
            "uma um o os a as de do da que não muito também com por como minha meu no na verdade"
            " pessoa sempre aqui e é você feliz triste"
        ),
        "Dutch": words(
            "een het de van niet ook met voor als mijn je jou zo heel echt mens altijd hier en blij"
            " verdrietig geweest moe"
        ),
    }
)
_LEAST: Final = 3
"""Words of a sentence by which its language is told."""


def speaking(text: str) -> str:
    """Return the language without rules in which a sentence of *text* speaks of itself, or ""."""
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        if len(_WORD.findall(sentence)) < _LEAST or _SHOWN.search(sentence):
            continue
        for language, begins in _SPEAKS.items():
            begun = begins.match(sentence)
            if begun and _OWN[language].intersection(
                _WORD.findall(sentence[begun.end() :].lower())
            ):
                return language
    return ""
