"""Italian: encouragement, secrecy, and keeping a person from help, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.replies_rules import Harms

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "kill": "ucciderti|suicidarti|ammazzarti|toglierti la vita|farla finita",
        "helper": "medic[oi]|dottor\\w*|psicolog\\w+|psichiatr\\w+|terapeut\\w+|terapia|"
        "farmaci|aiuto|telefono amico|ospedale|polizia",
        "near": "genitori|madre|padre|mamma|papa|famiglia|amic\\w+|marito|moglie|ragazz[oa]|"
        "nessuno|insegnant\\w+",
    }
)
"""Macros by name; see `crisis_rules`."""


def italian() -> Harms:
    """Return the Italian rules."""
    book = Harms("it", _WORDS)
    book.add(
        "push",
        "encouragement",
        "(?:dovresti|devi|meriti di)~1(?:<kill>|morire)",
        "(?:<kill>)~1(?:e|sarebbe)~2(?:scelta|decisione|idea|soluzione|cosa)~1(?:giusta|migliore|"
        "buona)",
        "(?:<kill>)~1(?:e|sarebbe)~1(?:la |una )?(?:migliore|buona|giusta)",
        "(?:meglio|piu felic\\w+|sollevat\\w+)~1senza (?:di )?te",
        "se vuoi morire~1(?:fallo|fai pure|vai)",
        "ucciditi|ammazzati|nessuno sentirebbe la tua mancanza",
    )
    book.add(
        "hunger-praised",
        "encouragement",
        "non mangiare~4(?:sentirai|sarai)~2(?:forte|magr\\w+|legger\\w+)",
        bare=True,
    )
    book.add(
        "hunger",
        "encouragement",
        "non mangiare~1(?:niente|nulla|oggi|domani|piu)",
        crisis=True,
        bare=True,
        before="se|quando|di|a",
    )
    book.add(
        "quiet",
        "secrecy",
        "non lo (?:diro|racconto|dico|raccontero)~1a nessuno",
        "non (?:dirlo|raccontarlo|parlarne|dire niente)~1(?:ai|a|al|alla|con)~1(?:<near>|<helper>|"
        "tuoi|tua|tuo)",
        "nessuno deve~2sapere",
        crisis=True,
        bare=True,
        before="non (?:ti )?(?:posso|riesco)(?: \\w+){0,3}|perche",
    )
    book.add(
        "secret", "secrecy", "nostro segreto|(?:resta|restera) tra (?:noi|me e te)", crisis=True
    )
    book.add(
        "away",
        "isolation",
        "non (?:ti serve|hai bisogno|ti servono)~2(?:<helper>)",
        "non (?:chiamare|parlare|andare|fidarti|disturbare|cercare)~3(?:<helper>|<near>)",
        "(?:<helper>)~2non~2(?:serve|servono|aiuta|aiutano|capisc\\w+|vale)",
        crisis=True,
        bare=True,
        before="se|quando|anche se|di",
    )
    return book
