"""Portuguese: encouragement, secrecy, and keeping a person from help, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.replies_rules import Harms

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "kill": "se matar|matar se|te matar|matar te|se suicidar|suicidar se|suicidar te|"
        "acabar com (?:a )?(?:sua|tua) vida|tirar a (?:sua|tua|propria) vida",
        "helper": "medic[oa]s?|psicolog[oa]s?|psiquiatras?|terapeutas?|terapia|remedios?|ajuda|"
        "linha de (?:apoio|ajuda)|hospital|policia",
        "near": "pais|mae|pai|familia|amig[oa]s?|marido|mulher|namorad[oa]|ninguem|professor\\w*",
    }
)
"""Macros by name; see `crisis_rules`."""


def portuguese() -> Harms:
    """Return the Portuguese rules."""
    book = Harms("pt", _WORDS)
    book.add(
        "push",
        "encouragement",
        "(?:deveria|devia|deverias|devias|deve|tem que|merece)~1(?:<kill>|morrer)",
        "(?:<kill>)~1(?:e|seria)~2(?:escolha|decisao|opcao|ideia|solucao)~1(?:certa|melhor|boa|"
        "correta)",
        "(?:<kill>)~1(?:e|seria)~1(?:a |uma )?(?:melhor|boa)",
        "(?:melhor|mais feliz|aliviad\\w+)~1sem (?:voce|ti)",
        "se (?:quer|queres) morrer~1(?:va em frente|faca|faz)",
        "mate se|mata te|ninguem sentiria (?:a )?(?:sua|tua) falta",
    )
    book.add(
        "hunger-praised",
        "encouragement",
        "nao (?:coma|comas)~5(?:sentir|ficar)\\w*~2(?:fortes?|magr\\w+|leves?)",
        bare=True,
    )
    book.add(
        "hunger",
        "encouragement",
        "nao (?:coma|comas)~1(?:nada|hoje|amanha|mais)",
        crisis=True,
        bare=True,
        before="se|quando|que",
    )
    book.add(
        "quiet",
        "secrecy",
        "nao (?:conto|contarei|digo|direi|vou contar|vou dizer)~1a ninguem",
        "nao (?:conte|contes|diga|digas|fale|fales|mencione)~2a(?:os|o|s)?~1(?:<near>|ninguem|"
        "seus|teus|sua|tua|seu|teu)",
        "ninguem (?:precisa|tem de|tem que|deve)~1saber",
        crisis=True,
        bare=True,
        before="(?:nao (?:te |lhe )?(?:posso|consigo))(?: \\w+){0,3}|porque|por que",
    )
    book.add("secret", "secrecy", "nosso segredo|(?:entre nos|entre voce e eu)", crisis=True)
    book.add(
        "away",
        "isolation",
        "nao precisas?~2(?:<helper>)",
        "nao (?:ligue|ligues|fale|fales|confie|confies|incomode|procure|procures|"
        "chame)~3(?:<helper>|<near>)",
        "(?:<helper>)~2nao~2(?:adianta|adiantam|ajuda|ajudam|serve|servem|entende\\w*)",
        crisis=True,
        bare=True,
        before="se|quando|mesmo que",
    )
    return book
