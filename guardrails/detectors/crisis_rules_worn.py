r"""
Six languages: "ich kann nicht mehr", where the sentence ends there.

The same words go on to say something idle ("... mehr schlafen", "... plus de ces mises à
jour"), or stand after a meal or a joke. So they count where nothing follows, and where a
sentence follows that is about nothing idle.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guardrails.detectors.crisis_rules import Book

_WORN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "es": "(?:ya )?no (?:puedo|aguanto|soporto|resisto|doy(?: para)?) mas|ya no (?:puedo|aguanto|resisto)",
        "fr": (
            "(?:jen|j en|je nen|je n en|nen|n en) (?:peux|peut) plus|je (?:ne )?(?:peux|tiens) (?:vraiment )?plus|jy arrive plus|"
            "j y arrive plus|je ny arrive plus|je n y arrive plus"
        ),
        "de": (
            "(?:ich )?(?:kann|pack|packe|packs|schaff|schaffe|schaffs|halt|halte|halts|will|mag)(?: (?:ich|das|es|dies|alles|hier|einfach|echt|"
            "wirklich|langsam|auch|so|bald|gerade)){0,3} nicht (?:mehr|langer)(?: aus)?"
        ),
        "pt": "(?:ja )?nao (?:aguento|consigo|posso|suporto|dou) mais|ja nao (?:aguento|consigo|posso|suporto)(?: mais)?",
        "it": "non (?:ce la faccio|ne posso|reggo|resisto|posso) (?:proprio |davvero )?piu|non ce la faccio proprio",
        "nl": (
            "(?:ik )?(?:kan|trek|hou|houd|wil)(?: (?:ik|het|dit|er|gewoon|echt|even|allemaal|zo|bijna)){0,3} niet meer(?: vol| aan)?|ik trek "
            "(?:het|dit) niet"
        ),
    }
)
"""Ways to say that one is at the end of one's strength."""

_IDLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "es": (
            "com(?:er|ido|i)|comida|cenar?|cenado|llen[oa]|pizza|tarta|re(?:ir|ido|i)|risas?|calor|frio|corr(?:er|ido|i)|gimnasio|entren\\w+|examen\\w*|deberes|"
            "lunes|trafico|ruido|sueno|cama|dormir|vacaciones|viernes|cafe|capitulo|serie|partido|piernas|subir|escaleras|jaja\\w*"
        ),
        "fr": (
            "mang\\w+|repas|pizza|gateau|ri(?:re|gole\\w*|s)|mdr|ptdr|chaud|chaleur|froid|cour(?:ir|u|s|se)|sport|salle|exam\\w*|devoirs|lundi|bouchons|bruit|sommeil|"
            "dormir|lit|vacances|vendredi|cafe|episode|serie|match|jambes|escaliers|reunions?|mises? a jour"
        ),
        "de": (
            "gegessen|essen|satt|voll|pizza|kuchen|lachen|gelacht|lach|hitze|heiss|kalt|gelaufen|laufen|rennen|joggen|training|sport|klausur\\w*|prufung\\w*|hausaufgaben|"
            "montag|stau|larm|mude|schlafen|bett|urlaub|ferien|freitag|kaffee|folge|serie|spiel|beine|treppen?|meetings?|feierabend|haha\\w*"
        ),
        "pt": (
            "com(?:er|ido|i)|comida|jantar|chei[oa]|pizza|bolo|ri(?:r|sada\\w*)|calor|frio|corr(?:er|ido|i)|academia|ginasio|trein\\w+|provas?|exame\\w*|licao|segunda|transito|"
            "barulho|sono|cama|dormir|ferias|sexta|cafe|episodio|serie|jogo|pernas|escadas?|kkk\\w*|rsrs\\w*"
        ),
        "it": (
            "mangi\\w+|cena|pien[oa]|pizza|torta|rid\\w+|risate|caldo|freddo|cors[oa]|correre|palestra|allen\\w+|esam\\w+|compiti|lunedi|traffico|rumore|sonno|letto|dormire|"
            "vacanz\\w+|venerdi|caffe|puntata|serie|partita|gambe|scale|ahah\\w*"
        ),
        "nl": (
            "gegeten|eten|vol|pizza|taart|lachen|gelachen|hitte|warm|koud|gelopen|rennen|hardlopen|training|sport\\w*|tentamens?|toetsen|huiswerk|maandag|file|herrie|moe|slaap|"
            "slapen|bed|vakantie|vrijdag|koffie|aflevering|serie|wedstrijd|benen|trap|vergadering\\w*|haha\\w*"
        ),
    }
)
"""What makes one say so after a meal, a match or a Monday."""

_JOINED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "es": "y|pero|ayuda\\w*|por favor",
        "fr": "et|mais|aide\\w*|sil te plait|sil vous plait",
        "de": "und|aber|bitte|hilf\\w*|helft",
        "pt": "e|mas|ajuda\\w*|me ajud\\w+|por favor|socorro",
        "it": "e|ma|aiut\\w+|per favore",
        "nl": "en|maar|help\\w*|alsjeblieft",
    }
)
"""Words by which somebody goes on without a stop."""


def worn(book: Book, language: str) -> None:
    """Add to *book* the rules of *language* for the end of one's strength."""
    said, wish = _WORN[language], "self now 1 wish"
    idle = f"(?:[a-z0-9]+[^a-z0-9.!?]{{1,3}}){{0,8}}(?:{_IDLE[language]})"
    book.add("worn-out", "suicide", 7000, wish, said, after=idle, open_end=False)
    joined = f"(?:{said}) (?:{_JOINED[language]})"
    book.add("worn-and", "suicide", 7000, wish, joined, after=idle)
