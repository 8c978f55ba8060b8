"""What a person is told when humans answer, and when the service is paused, in seven languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

JOINED: Final = "human-joined"
"""A human has taken the conversation."""
PASSED_ON: Final = "human-passed-on"
"""A message went to the human who holds the conversation."""
LEFT: Final = "human-left"
"""The human has given the conversation back."""
PAUSED: Final = "paused"
"""No model is asked at the moment."""
PAUSED_CARE: Final = "paused-care"
"""Follows `paused`, unless a text for a person in need does. May hold `{resources}`."""
HELD: Final = frozenset({JOINED, PASSED_ON, LEFT, PAUSED, PAUSED_CARE})
"""Messages that this package has words for; those of a policy go before them."""

_ENGLISH: Final = {
    JOINED: "A person from our team has joined and answers you now, not the software.",
    PASSED_ON: "Your message has gone to the person from our team who is answering you.",
    LEFT: "The person from our team has left. From here on the software answers again.",
    PAUSED: "The software does not answer at the moment.",
    PAUSED_CARE: "If you are in danger, or need somebody to talk to, please do not wait for it."
    "\n\n{resources}",
}
TEXTS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "en": _ENGLISH,
        "es": {
            JOINED: "Una persona de nuestro equipo se ha unido y es quien le responde ahora, no el "
            "programa.",
            PASSED_ON: "Su mensaje ha llegado a la persona de nuestro equipo que le responde.",
            LEFT: "La persona de nuestro equipo se ha ido. A partir de ahora vuelve a responder el "
            "programa.",
            PAUSED: "El programa no responde en este momento.",
            PAUSED_CARE: "Si está en peligro o necesita hablar con alguien, por favor, no espere."
            "\n\n{resources}",
        },
        "fr": {
            JOINED: "Une personne de notre équipe nous a rejoints : c'est elle qui vous répond "
            "maintenant, et non le logiciel.",
            PASSED_ON: "Votre message est chez la personne de notre équipe qui vous répond.",
            LEFT: "La personne de notre équipe est partie. Le logiciel répond de nouveau.",
            PAUSED: "Le logiciel ne répond pas en ce moment.",
            PAUSED_CARE: "Si vous êtes en danger ou si vous avez besoin de parler à quelqu'un, "
            "n'attendez pas.\n\n{resources}",
        },
        "de": {
            JOINED: "Ein Mensch aus unserem Team ist jetzt da und antwortet Ihnen, nicht die "
            "Software.",
            PASSED_ON: "Ihre Nachricht ist bei dem Menschen aus unserem Team, der Ihnen antwortet.",
            LEFT: "Der Mensch aus unserem Team ist nicht mehr da. Ab jetzt antwortet wieder die "
            "Software.",
            PAUSED: "Die Software antwortet im Moment nicht.",
            PAUSED_CARE: "Wenn Sie in Gefahr sind oder mit jemandem sprechen möchten, warten Sie "
            "bitte nicht auf sie.\n\n{resources}",
        },
        "pt": {
            JOINED: "Uma pessoa da nossa equipe entrou. Agora é ela quem responde, não o programa.",
            PASSED_ON: "A sua mensagem chegou à pessoa da nossa equipe que está respondendo.",
            LEFT: "A pessoa da nossa equipe saiu. A partir de agora o programa volta a responder.",
            PAUSED: "O programa não responde neste momento.",
            PAUSED_CARE: "Se você está em perigo ou precisa falar com alguém, não espere, por "
            "favor."
            "\n\n{resources}",
        },
        "it": {
            JOINED: "Una persona del nostro team si è unita: ora risponde lei, non il programma.",
            PASSED_ON: "Il suo messaggio è arrivato alla persona del nostro team che le risponde.",
            LEFT: "La persona del nostro team se n'è andata. Da ora risponde il programma.",
            PAUSED: "In questo momento il programma non risponde.",
            PAUSED_CARE: "Se è in pericolo o ha bisogno di parlare con qualcuno, per favore non "
            "aspetti.\n\n{resources}",
        },
        "nl": {
            JOINED: "Iemand van ons team is erbij gekomen en antwoordt u nu, niet de software.",
            PASSED_ON: "Uw bericht is bij degene van ons team die u antwoordt.",
            LEFT: "Degene van ons team is weg. Vanaf nu antwoordt de software weer.",
            PAUSED: "De software antwoordt op dit moment niet.",
            PAUSED_CARE: "Bent u in gevaar of wilt u met iemand praten, wacht dan alstublieft niet."
            "\n\n{resources}",
        },
    }
)
"""Language → message → text; a policy's own message of the same id goes before it."""


def held_text(message: str, locale: str) -> str:
    """Return the text of *message* in the language of *locale*, or in English."""
    return TEXTS.get(locale.partition("-")[0].lower(), _ENGLISH)[message]
