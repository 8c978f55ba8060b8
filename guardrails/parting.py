"""
How a reply parts from somebody who takes their leave: plainly, once, and with nothing after it.

A goodbye that stands in the reply is the goodbye. Where there is none, and words that hold the
person went or hardly anything is left, the policy's own ends the reply, or a plain one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["INVITES", "PLAIN", "is_wish", "takes_leave"]

PLAIN: Final[Mapping[str, str]] = MappingProxyType(
    {"": "Goodbye for now.", "es": "Hasta luego.", "fr": "Au revoir.", "de": "Bis dann."}
)
"""A plain goodbye by language, English under ""; for policies without a text for it."""

_LEADS = (
    r"(?:^|[.!?,;:…\n*—–-]|[\U0001f300-\U0001faff\u2600-\u27bf])[\s\"'*¡]*"
    r"(?:(?:ok(?:ay)?|all ?right|well|and|so|then|oh|aw+|thanks?|thank you|sure|of course|no problem|understood|got it|"
    r"bueno|vale|claro|pues|entonces|bon|alors|d'accord|eh bien|et|gut|na gut|also|dann|und|klar|okay)[,!. ]+)*"
)
_WISHES = (
    r"(?:good ?bye|bye(?:[ -]?bye)?|farewell|(?:good|g'|nighty|night)[ -]?night|night|nite|sleep (?:well|tight|soundly|peacefully|good)|sweet dreams|rest (?:well|up)|"
    r"take (?:good )?care|see (?:you|ya)|talk (?:to you )?(?:soon|later|tomorrow|then)|(?:until|till) (?:next time|tomorrow|then|later|soon)|"
    r"(?:i hope you )?have (?:yourself )?(?:an?|the) (?:\w+ ){0,3}(?:night|evening|day|weekend|one|time|trip|rest|morning|afternoon|sleep|week|journey|flight)|"
    r"safe (?:travels|journey|trip)|travel safely|so long|later|laters|cheers|cheerio|take it easy|all the best|"
    r"adi[oó]s|hasta (?:luego|mañana|pronto|la próxima|otra|la vista|entonces)|nos vemos|buenas noches|que (?:descanses|duermas|te vaya|tengas|pases)|dulces sueños|cu[ií]date|chao|chau|felices sueños|"
    r"descansa|duerme bien|au revoir|à (?:bientôt|demain|plus|la prochaine|tout à l'heure)|bonne (?:nuit|soirée|journée|fin)|bon(?:ne)? (?:week-end|repos|voyage)|dors bien|dormez bien|repose-toi|reposez-vous|prends soin|prenez (?:bien )?soin|salut|fais de beaux rêves|"
    r"auf wiedersehen|tschüss?i?|tschau|ciao|bis (?:dann|morgen|bald|später|demnächst|nachher|zum nächsten)|gute nacht|schlaf (?:\w+ )?(?:gut|schön)|schlafen sie gut|träum (?:was |etwas )?(?:süß|schön)\w*|mach'?s gut|pass (?:gut )?auf dich auf|"
    r"schönen (?:abend|tag|feierabend)|schöne (?:nacht|träume)|einen schönen|erhol dich|komm gut)\b"
)
_LEAVES = re.compile(rf"{_LEADS}{_WISHES}", re.IGNORECASE)

_WISH = re.compile(
    r"^\W*(?:enjoy\b|have (?:an?|the|your)\b|happy \w+|good luck\b|congratulations\b|well done\b|get home safe\w*|drive (?:safe\w*|carefully)|safe \w+|sleep\b|rest\b|"
    r"remember to\b|don'?t forget (?:to|your|the)\b|drink\b|eat\b|take (?:your|care|an|the)\b|buen provecho|que (?:aproveche|te vaya|disfrutes)|disfruta|"
    r"bon app[eé]tit|bonne chance|profite|guten appetit|viel (?:spa[sß]|erfolg|gl[uü]ck)|genie[sß])",
    re.IGNORECASE,
)
"""A wish or a reminder that stands by itself."""

INVITES: Final = frozenset(
    {
        "You're welcome to talk things through here.",
        "You're welcome to keep talking here.",
        "Take all the time you need.",
        "Take the time you need.",
        "Welcome back!",
        "Puedes seguir hablando aquí.",
        "Tómate el tiempo que necesites.",
        "Qué bien que hayas vuelto.",
        "Vous pouvez continuer à parler ici.",
        "Prenez le temps qu'il vous faut.",
        "Heureux retour ici.",
        "Du kannst hier gern weiterreden.",
        "Lass dir die Zeit, die du brauchst.",
        "Schön, wieder von dir zu lesen.",
    }
)
"""What is kind elsewhere in the place of a claim, and asks somebody who leaves to go on."""


def takes_leave(text: str) -> bool:
    """Return whether *text*, what a reply says, has a goodbye or a wish for the way in it."""
    return _LEAVES.search(text.replace("’", "'")) is not None


def is_wish(clause: str) -> bool:
    """Return whether *clause*, of a sentence that holds somebody, wishes them well or reminds."""
    return _WISH.match(clause.replace("’", "'")) is not None
