"""The words in which a person is told what is kept of a conversation, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Told:
    """
    Lines with slots, for one language.

    Attributes:
        words: What of the person's words; `{chars}`.
        values: How many personal details; `{values}`.
        counts: What there is without words; `{turns}`, `{consent}` and `{watched}`.
        gone: When it goes; `{time}`.
        nothing: Stands for "nothing".
        yes: Stands for "yes".
        no: Stands for "no".
        day: "day" and "days".
        hour: "hour" and "hours".
        purposes: What people agree to, by its name in a policy.
    """

    words: str
    values: str
    counts: str
    gone: str
    nothing: str
    yes: str
    no: str
    day: tuple[str, str]
    hour: tuple[str, str]
    purposes: Mapping[str, str]


TOLD: Final[Mapping[str, Told]] = MappingProxyType(
    {
        "en": Told(
            words="- The last {chars} characters that you wrote, encrypted.",
            values="- {values} personal details from your messages, encrypted.",
            counts=(
                "- Without your words: that this is message {turns}, which fixed texts you were "
                "shown, what you agreed to ({consent}), and whether a note says that somebody may "
                "need to look after you ({watched})."
            ),
            gone="- All of it is deleted {time} after your last message.",
            nothing="nothing",
            yes="yes",
            no="no",
            day=("day", "days"),
            hour=("hour", "hours"),
            purposes={
                "roleplay": "stories",
                "second-opinion": "a second AI reading along",
                "log-text": "your messages being kept, encrypted",
            },
        ),
        "es": Told(
            words="- Los últimos {chars} caracteres que escribiste, cifrados.",
            values="- {values} datos personales de tus mensajes, cifrados.",
            counts=(
                "- Sin tus palabras: que este es el mensaje {turns}, qué textos fijos se te han "
                "mostrado, a qué has dicho que sí ({consent}) y si una nota dice que quizá alguien "
                "deba cuidar de ti ({watched})."
            ),
            gone="- Todo se borra {time} después de tu último mensaje.",
            nothing="nada",
            yes="sí",
            no="no",
            day=("día", "días"),
            hour=("hora", "horas"),
            purposes={
                "roleplay": "historias",
                "second-opinion": "que lea una segunda IA",
                "log-text": "que se guarden tus mensajes, cifrados",
            },
        ),
        "fr": Told(
            words="- Les {chars} derniers caractères que vous avez écrits, chiffrés.",
            values="- {values} données personnelles de vos messages, chiffrées.",
            counts=(
                "- Sans vos mots : que ceci est le message {turns}, quels textes fixes vous ont "
                "été montrés, ce que vous avez accepté ({consent}), et si une note dit que "
                "quelqu'un devra peut-être veiller sur vous ({watched})."
            ),
            gone="- Tout est supprimé {time} après votre dernier message.",
            nothing="rien",
            yes="oui",
            no="non",
            day=("jour", "jours"),
            hour=("heure", "heures"),
            purposes={
                "roleplay": "des histoires",
                "second-opinion": "la lecture par une autre IA",
                "log-text": "la conservation de vos messages, chiffrés",
            },
        ),
        "de": Told(
            words="- Die letzten {chars} Zeichen, die du geschrieben hast, verschlüsselt.",
            values="- {values} persönliche Angaben aus deinen Nachrichten, verschlüsselt.",
            counts=(
                "- Ohne deine Worte: dass dies Nachricht {turns} ist, welche festen Texte dir "
                "gezeigt wurden, womit du einverstanden bist ({consent}), und ob vermerkt ist, "
                "dass vielleicht jemand nach dir sehen muss ({watched})."
            ),
            gone="- Alles wird {time} nach deiner letzten Nachricht gelöscht.",
            nothing="nichts",
            yes="ja",
            no="nein",
            day=("Tag", "Tage"),
            hour=("Stunde", "Stunden"),
            purposes={
                "roleplay": "Geschichten",
                "second-opinion": "dass eine zweite KI mitliest",
                "log-text": "dass deine Nachrichten verschlüsselt aufbewahrt werden",
            },
        ),
    }
)
"""By language; English stands for the others."""
