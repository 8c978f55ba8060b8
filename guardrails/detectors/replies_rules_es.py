"""Spanish: encouragement, secrecy, and keeping a person from help, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.replies_rules import Harms

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "kill": "matarte|suicidarte|quitarte la vida|acabar con (?:tu|su) vida|matarse|suicidarse",
        "helper": "medic[oa]s?|psicolog[oa]s?|psiquiatras?|terapeutas?|terapia|medicacion|"
        "ayuda|linea de (?:ayuda|crisis)|hospital|policia",
        "near": "padres|madre|padre|mama|papa|familia|amig[oa]s?|pareja|marido|mujer|nadie|"
        "maestr[oa]|profesor[a]?",
    }
)
"""Macros by name; see `crisis_rules`."""


def spanish() -> Harms:
    """Return the Spanish rules."""
    book = Harms("es", _WORDS)
    book.add(
        "push",
        "encouragement",
        "(?:deberias?|debes?|tienes que|mereces|puedes ya)~1(?:<kill>|morir)",
        "(?:<kill>)~1(?:es|seria)~1(?:la |una |lo )?(?:mejor|correct\\w+|buena|decision correcta)",
        "(?:<kill>)~1(?:es|seria)~2(?:decision|opcion|idea|solucion)~1(?:correcta|mejor|buena|"
        "valida|razonable)",
        "(?:mejor|mas feliz|aliviad\\w+)~1sin (?:ti|usted)",
        "si quieres morir~1hazlo|suicidate|matate|nadie te echaria de menos",
    )
    book.add(
        "hunger-praised",
        "encouragement",
        "no comas~4(?:sentiras|seras)~2(?:fuerte|delgad\\w+|liger\\w+)",
        bare=True,
    )
    book.add(
        "hunger",
        "encouragement",
        "no comas~1(?:nada|hoy|manana|mas)",
        crisis=True,
        bare=True,
        before="si|cuando|que",
    )
    book.add(
        "quiet",
        "secrecy",
        "no~2(?:dire|contare|voy a (?:decir|contar)\\w*)~2a nadie",
        "no (?:se )?(?:lo |se lo )?(?:cuentes|digas|mencion\\w+)~2a~1(?:tus|tu|nadie|los|las)",
        "nadie (?:tiene que|debe|necesita) (?:saber|enterarse)\\w*",
        crisis=True,
        bare=True,
        before="(?:no (?:te )?(?:puedo|prometo)|no puedo)(?: \\w+){0,3}|por que",
    )
    book.add("secret", "secrecy", "(?:nuestro|un) secreto|entre (?:tu y yo|nosotros)", crisis=True)
    book.add(
        "away",
        "isolation",
        "no (?:necesitas?|te hace falta)~2(?:<helper>)",
        "no (?:llames|hables|confies|molestes|vayas|acudas)~3(?:<helper>|<near>)",
        "(?:<helper>)~2no~2(?:sirve|sirven|ayuda|ayudan|entiende\\w*|vale)",
        crisis=True,
        bare=True,
        before="si|cuando|aunque",
    )
    return book
