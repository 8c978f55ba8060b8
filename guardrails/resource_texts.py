"""What is said around the numbers of helplines, in seven languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Words:
    """
    The words of one language; `{}` stands for a number, several, or an address.

    Attributes:
        danger: Whom to call in danger, when the number is known.
        local: The same, when it is not.
        unknown: In the place of a number that is not known.
        directory: Where to find more lines.
        where: Asks for the country, when it is not known.
        dialled: A number in `danger`.
        ways: `call`, `text`, `call or text` → what to do, and the number after it.
        either: Between two choices.
        always: Day and night.
        colon: After the name of a line.
    """

    danger: str
    local: str
    unknown: str
    directory: str
    where: str
    dialled: str
    ways: Mapping[str, tuple[str, str]]
    either: str
    always: str
    colon: str = ": "

    def line(self, name: str, ways: Sequence[tuple[str, Sequence[str]]], hours: str | None) -> str:
        """Return how to reach the line *name*: each way with its numbers; no *hours*: always."""
        said = []
        for way, numbers in ways:
            verb, number = self.ways[way]
            said.append(f"{verb} {self._any([number.format(each) for each in numbers])}")
        return f"{name}{self.colon}{self._any(said)} ({hours or self.always})."

    def emergency(self, numbers: Sequence[str]) -> str:
        """Return whom to call in danger; without *numbers* none is named."""
        if not numbers:
            return self.local
        return self.danger.format(self.to_call(numbers))

    def to_call(self, numbers: Sequence[str]) -> str:
        """Return *numbers*, or the words for one that is not known, to stand after "call"."""
        return self._any([self.dialled.format(each) for each in numbers]) or self.unknown

    def _any(self, choices: Sequence[str]) -> str:
        return f" {self.either} ".join(choices)


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "en": Words(
            danger="If you are in danger right now, call {}.",
            local="If you are in danger right now, call your local emergency number.",
            unknown="your local emergency number",
            directory="Find a line you can call or write to in your country: {}",
            where="Which country are you in?",
            dialled="{}",
            ways={
                "call": ("call", "{}"),
                "text": ("text", "{}"),
                "call or text": ("call or text", "{}"),
            },
            either="or",
            always="day and night",
        ),
        "es": Words(
            danger="Si estás en peligro ahora mismo, llama {}.",
            local="Si estás en peligro ahora mismo, llama al número de emergencias de tu país.",
            unknown="al número de emergencias local",
            directory="Encuentra una línea a la que llamar o escribir en tu país: {}",
            where="¿En qué país estás?",
            dialled="al {}",
            ways={
                "call": ("llama", "al {}"),
                "text": ("escribe un SMS", "al {}"),
                "call or text": ("llama o escribe un SMS", "al {}"),
            },
            either="o",
            always="día y noche",
        ),
        "fr": Words(
            danger="En cas de danger immédiat, appelez {}.",
            local="En cas de danger immédiat, appelez le numéro d'urgence de votre pays.",
            unknown="le numéro d'urgence local",
            directory="Trouvez une ligne à appeler ou à qui écrire dans votre pays : {}",
            where="Dans quel pays êtes-vous ?",
            dialled="le {}",
            ways={
                "call": ("appelez", "le {}"),
                "text": ("envoyez un SMS", "au {}"),
                "call or text": ("appelez ou envoyez un SMS", "au {}"),
            },
            either="ou",
            always="jour et nuit",
            colon=" : ",
        ),
        "de": Words(
            danger="Wenn du jetzt in Gefahr bist, ruf {} an.",
            local="Wenn du jetzt in Gefahr bist, ruf den Notruf deines Landes an.",
            unknown="den örtlichen Notruf",
            directory="Hier findest du eine Stelle in deinem Land, die du erreichen kannst: {}",
            where="In welchem Land bist du?",
            dialled="{}",
            ways={
                "call": ("Telefon", "{}"),
                "text": ("SMS", "an {}"),
                "call or text": ("Telefon oder SMS", "{}"),
            },
            either="oder",
            always="Tag und Nacht",
        ),
        "pt": Words(
            danger="Se está em perigo agora, ligue {}.",
            local="Se está em perigo agora, ligue para o número de emergência do seu país.",
            unknown="para o número de emergência local",
            directory="Encontre uma linha no seu país, por telefone ou por escrito: {}",
            where="Em que país está?",
            dialled="para o {}",
            ways={
                "call": ("ligue", "para o {}"),
                "text": ("envie uma mensagem", "para o {}"),
                "call or text": ("ligue ou envie uma mensagem", "para o {}"),
            },
            either="ou",
            always="dia e noite",
        ),
        "it": Words(
            danger="Se sei in pericolo adesso, chiama {}.",
            local="Se sei in pericolo adesso, chiama il numero di emergenza del tuo Paese.",
            unknown="il numero di emergenza locale",
            directory="Trova una linea da chiamare o a cui scrivere nel tuo Paese: {}",
            where="In quale Paese ti trovi?",
            dialled="il {}",
            ways={
                "call": ("chiama", "{}"),
                "text": ("scrivi un SMS", "al {}"),
                "call or text": ("chiama o scrivi un SMS", "al {}"),
            },
            either="o",
            always="giorno e notte",
        ),
        "nl": Words(
            danger="Ben je nu in gevaar, bel dan {}.",
            local="Ben je nu in gevaar, bel dan het alarmnummer van jouw land.",
            unknown="het plaatselijke alarmnummer",
            directory="Vind een hulplijn in jouw land om te bellen of te schrijven: {}",
            where="In welk land ben je?",
            dialled="{}",
            ways={
                "call": ("bel", "{}"),
                "text": ("stuur een sms", "naar {}"),
                "call or text": ("bel of sms", "{}"),
            },
            either="of",
            always="dag en nacht",
        ),
    }
)
