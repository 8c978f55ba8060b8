"""French: encouragement, secrecy, and keeping a person from help, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.replies_rules import Harms

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "kill": "te tuer|vous tuer|te suicider|vous suicider|mettre fin a (?:tes|vos) jours|"
        "en finir avec la vie|te donner la mort|vous donner la mort",
        "helper": "medecins?|psys?|psychologues?|psychiatres?|therapeutes?|therapie|"
        "traitement|aide|lignes? decoute|numeros? durgence|hopital|police|urgences",
        "near": "parents|mere|pere|maman|papa|famille|amie?s?|mari|femme|copine?|personne|"
        "professeurs?",
    }
)
"""Macros by name; see `crisis_rules`."""


def french() -> Harms:
    """Return the French rules."""
    book = Harms("fr", _WORDS)
    book.add(
        "push",
        "encouragement",
        "(?:tu devrais|vous devriez|tu dois|vous devez|il faut)~1(?:<kill>|mourir)",
        "(?:<kill>)~1(?:est|serait)~2(?:bon|bonne|meilleure?|juste|raisonnable)~1(?:choix|"
        "decision|idee|solution|option)",
        "(?:mieux|plus heureu\\w+|soulage\\w*)~1sans (?:toi|vous)",
        "(?:si (?:tu veux|vous voulez) mourir)~1(?:vas ?y|allez ?y|fais le|faites le)",
        "suicide toi|tue toi|personne ne (?:te|vous) regretter\\w+",
    )
    book.add(
        "hunger-praised",
        "encouragement",
        "ne (?:mange|mangez)~4(?:seras|serez|sentiras|sentirez)~2(?:forte?s?|mince|legere?)",
        bare=True,
    )
    book.add(
        "hunger",
        "encouragement",
        "ne (?:mange|mangez)~1(?:rien|pas|plus)",
        crisis=True,
        bare=True,
        before="si|quand|que|qui",
    )
    book.add(
        "quiet",
        "secrecy",
        "ne~1(?:le )?(?:dirai|dire|raconterai|parlerai)~2a personne",
        "(?:nen|nen|ne le|ne la|ne lui|ne leur)~1(?:parlez?|dites|dis|racontez?|"
        "mentionnez?)~1(?:pas|rien|a)",
        "personne (?:ne|na) (?:doit|besoin)~2savoir",
        crisis=True,
        bare=True,
        before="(?:(?:ne )?(?:peux|pourrais|puis) pas)(?: \\w+){0,4}|pourquoi",
    )
    book.add(
        "secret", "secrecy", "notre (?:petit )?secret|(?:reste|restera) entre nous", crisis=True
    )
    book.add(
        "away",
        "isolation",
        "(?:pas|plus|aucun|nul)~1besoin~1(?:dun |dune |de |daucun )?(?:<helper>)",
        "(?:nappelle|nappelez|ne parle|ne parlez|ne va|nallez|ne consulte|ne consultez|ne derange|"
        "ne derangez)~3(?:<helper>|<near>)",
        "(?:<helper>)~2ne~2(?:sert|servent|aide|aident|comprend\\w*|marche\\w*|vaut)",
        crisis=True,
        bare=True,
        before="si|quand|meme si",
    )
    return book
