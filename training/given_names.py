"""
Write first names that are usual in the six other languages: `detectors/given_names.txt`.

    python training/given_names.py

They are those of Faker's lists (MIT), in small letters, less every word that is a small or a
common one in a covered language, or never a name in English. Faker is needed here, never at
run time.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

from guardrails.detectors.pii_other_names import SMALL
from guardrails.detectors.pii_other_words import COMMON_WORDS
from guardrails.detectors.plain import plain_words

OUT = Path(__file__).resolve().parents[1] / "guardrails" / "detectors" / "given_names.txt"
LOCALES = (
    *("de_AT", "de_CH", "de_DE", "es_AR", "es_CO", "es_ES", "es_MX", "fr_CA", "fr_CH", "fr_FR"),
    *("it_IT", "nl_BE", "nl_NL", "pt_BR", "pt_PT"),
)
LEAST = 3
ALSO = """
alba ali alma an angel angels aurora ava azul bella belle ben bert blanche bo bruna can candela
caridad carmen cielo clemente concepción constante consuelo cornelia cruz da de di dolce dolores
domenica domingo domingos donato durante elfe en engel ernst esperanza estrella eva fabiola fee
fidel fiore flo flora fortune franc franco gina gloria grace guerra hector heide il ine
inmaculada innocent jesus jesús jo jordan justo kai kim la lara le lea leo levi lina linda lo
luna luz ma magdalena mar marcial marie mark mars martin max maximum mercedes mia milagros mo
modeste modesto moritz nieves nina no noa noel noël olive olivier olmo on pace parfait paz perla
pia piedad pilar placido prudencia prudencio reine remedios reyes rosa rosario rose salvador
santos si sigi so sol soledad stella su sully te tim tina to toni total tristan tu urbain urban
va ventura vera vero victoria viola violeta vita wolf ya zita
"""
"""Names that are words as well, in one of the languages or in English."""


def from_faker() -> Iterator[str]:
    """Yield each word of each first name."""
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for each in filter(lambda one: one.startswith("first_names"), dir(provider)):
            for name in getattr(provider, each):
                yield from re.findall(r"[^\W\d_]+", name.lower())


def main() -> None:
    common = frozenset().union(*COMMON_WORDS.values())
    words = {word for word in from_faker() if len(word) >= LEAST}
    words -= SMALL | common | plain_words() | set(ALSO.split())
    OUT.write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
    print(len(words), "names")


if __name__ == "__main__":
    main()
