"""Six languages: eating that hurts the body, and voices that give orders."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_near import tabled

_SAID: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "es": {
            "eating": (
                "(?:me )?(?:provoco|provocado|provocarme|induzco) (?:el )?vomito",
                "vomito~1(?:todo lo que como|despues de (?:cada comida|comer)|cada vez que como|la comida|lo que como)",
                "(?:me meto|meto) los dedos~4(?:vomitar|comer|garganta)?",
                "(?:llevo|hace)~3(?:dias|semanas)~2sin comer",
                "(?:tomo|uso|abuso de)~2laxantes~4(?:adelgazar|gord[oa]|comer|cada|todos)",
                "(?:tengo|tuve|recai en|recaida)~2(?:anorexia|bulimia)|me (?:castigo|mato de hambre)~2(?:sin comer|gord[oa]|comer)?",
            ),
            "voices": ("(?:las )?voces~2(?:me )?(?:dicen|ordenan|mandan|gritan)~6(?:salte|saltar|mate|matar\\w*|muera|tire|tirarme|corte|haga|hacer)",),
        },
        "fr": {
            "eating": (
                "(?:je )?me (?:fais|force a|forcer a|suis fait) vomir",
                "(?:je )?vomis~1(?:tout ce que je mange|apres (?:chaque repas|avoir mange|manger)|expres|chaque repas)",
                "(?:je mets|me mets) (?:les|mes) doigts~4(?:vomir|gorge)?",
                "(?:jai|je nai|nai)~1(?:rien|pas) mange depuis~3(?:jours|semaines)",
                "(?:je prends|jutilise)~2laxatifs~4(?:maigrir|grosse?|mange\\w*|chaque|tous)",
                "(?:je suis|redevenue|jai rechute dans)~1(?:l ?)?(?:anorexique|boulimique|anorexie|boulimie)|je me prive de (?:manger|nourriture)",
            ),
            "voices": ("(?:les |des )?voix~2(?:me |qui me )?(?:disent|ordonnent|crient)~6(?:sauter|saute|tuer|tue|mourir|couper|jeter|faire du mal|obeir)",),
        },
        "de": {
            "eating": (
                "(?:ich )?(?:kotze|erbreche|ubergebe|breche)~4(?:alles (?:wieder )?aus|nach (?:jedem|dem) essen|absichtlich|nach jeder mahlzeit|wieder aus)",
                "(?:bringe|zwinge) mich~3(?:erbrechen|kotzen|ubergeben)|finger in den hals",
                "(?:esse|gegessen)~2(?:seit (?:\\w+ )?(?:tagen|wochen)~2(?:nichts|kaum)|seit (?:\\w+ )?(?:tagen|wochen) nicht)|seit~2(?:tagen|wochen)~2(?:nichts|kaum)~1gegessen",
                "(?:nehme|missbrauche)~2abfuhrmittel~4(?:abnehmen|dunn|dick|essen|jeden|nach)",
                "(?:bin|habe|hab)~2(?:magersuchtig|magersucht|bulimie|bulimisch|essstorung)|hungere mich~2(?:runter|zu tode|dunn)",
            ),
            "voices": ("(?:die )?stimmen~2(?:sagen|befehlen|schreien|wollen)~6(?:springen|springe|umbringen|toten|sterben|werfen|schneiden|verletzen|gehorchen)",),
        },
        "pt": {
            "eating": (
                "(?:eu )?(?:provoco|provocar|forco|induzo) (?:o )?vomito",
                "(?:vomito|vomitando)~1(?:tudo (?:o que|que) (?:eu )?como|depois de (?:comer|cada refeicao)|a comida)",
                "(?:enfio|meto|ponho|coloco) (?:o dedo|os dedos) na garganta",
                "(?:estou|fiquei|faz|ha)~3(?:dias|semanas)~2sem comer|nao como (?:nada )?ha~2(?:dias|semanas)",
                "(?:tomo|uso)~2laxantes?~4(?:emagrecer|gord[oa]|comer|todo|todos|cada)",
                "(?:tenho|estou com|recai na)~1(?:anorexia|bulimia)|me (?:mato|castigo) de fome|passo fome de proposito",
            ),
            "voices": ("(?:as )?vozes~2(?:me |que me |que )?(?:dizem|mandam|ordenam|gritam)~6(?:pular|pule|saltar|matar|mate|morrer|cortar|jogar|obedecer)",),
        },
        "it": {
            "eating": (
                "mi (?:provoco|procuro|induco) (?:il )?vomito|mi faccio vomitare",
                "vomito~1(?:tutto quello che mangio|dopo (?:ogni pasto|mangiato|aver mangiato)|di proposito|apposta)",
                "(?:mi metto|metto) (?:due dita|le dita) in gola",
                "non mangio (?:nulla |niente )?da~2(?:giorni|settimane)|(?:sono|da)~2(?:giorni|settimane) che non mangio",
                "(?:prendo|uso|abuso di)~2lassativi~4(?:dimagrire|grass[oa]|mangi\\w*|ogni|tutti)",
                "(?:sono|soffro di|ricadut[oa])~2(?:anoressic[oa]|bulimic[oa]|anoressia|bulimia)|mi (?:affamo|lascio morire di fame|privo del cibo)",
            ),
            "voices": ("(?:le |delle )?voci~2(?:mi |che mi )?(?:dicono|ordinano|comandano|urlano)~6(?:saltare|salta|uccider\\w*|morire|buttarmi|tagliarmi|obbedire)",),
        },
        "nl": {
            "eating": (
                "(?:steek|stop|doe)~2(?:mijn |een )?vingers?~1in mijn keel",
                "(?:braak|kots|spuug)~4(?:alles (?:weer )?uit|na (?:elke maaltijd|het eten)|expres|alles wat ik eet)",
                "(?:laat|dwing) (?:mezelf|me)~1(?:over ?geven|braken|kotsen)|wek braken op",
                "(?:eet|gegeten)~2al (?:\\w+ )?(?:dagen|weken)~1niet\\w*|al (?:\\w+ )?(?:dagen|weken)~1(?:niks|niets|niet) gegeten",
                "(?:slik|gebruik|neem)~2laxeermiddel\\w*~4(?:afvallen|dun|dik|eten|elke|iedere)",
                "(?:heb|ben)~2(?:anorexia|boulimia|anorectisch|eetstoornis)|honger mezelf uit",
            ),
            "voices": ("(?:de )?stemmen~2(?:zeggen|bevelen|schreeuwen|willen)~7(?:springen|spring|doodmaken|vermoorden|sterven|snijden|pijn|gehoorzamen)",),
        },
    }
)  # fmt: skip
"""What is said, by language and class; gaps are those of `crisis_rules`."""

_IDLE: Final = (
    "(?:im|beim|mit) (?:magen ?darm|schwanger\\w*)|gastroenteritis|embaraz\\w+|enceinte|schwanger|gravida|incinta|zwanger|im (?:bus|auto)|"
    "en (?:el )?(?:coche|autobus|barco)|en voiture|no carro|in macchina|in de auto"
)
"""After which it is an upset stomach."""

_CLASSES: Final[Mapping[str, tuple[str, int, str]]] = MappingProxyType(
    {
        "eating": ("eating_disorder", 7600, "self now 2"),
        "voices": ("psychosis", 8600, "self now 4"),
    }
)


def eating(book: Book, language: str) -> None:
    """Add to *book* the rules of *language* for eating that harms, and voices that order harm."""
    tabled(book, language, "told", _SAID[language], _CLASSES, _IDLE)
