"""Rules for Spanish, French, German, Portuguese, Italian and Dutch, without any model."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.folded import fold
from guardrails.detectors.pii_other_addresses import other_addresses
from guardrails.detectors.pii_other_names import other_names, without_small_words
from guardrails.detectors.pii_other_numbers import other_numbers
from guardrails.detectors.pii_text import Hit, Plain

RULES: tuple[Callable[[Plain], Iterable[Hit]], ...] = (other_numbers, other_addresses, other_names)


def found(text: str) -> set[tuple[str, str]]:
    plain = Plain.of(fold(text).text)
    return {(hit.kind, plain.text[hit.start : hit.stop]) for rule in RULES for hit in rule(plain)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("buenas, me llamo rosario ibáñez y tengo frío", "person", "rosario ibáñez"),
        ("mi nombre completo es ana de la cruz vega", "person", "ana de la cruz vega"),
        ("mi abuela se llama remedios", "person", "remedios"),
        ("soy Itziar, la de ayer", "person", "Itziar"),
        ("bonjour, je m’appelle solène", "person", "solène"),
        ("mon nom de famille est kaboré", "person", "kaboré"),
        ("Madame Le Goff est partie", "person", "Le Goff"),
        ("moin, ich heisse fiete und bin neu", "person", "fiete"),
        ("mein Bruder Ayhan und die Yeliz", "person", "Ayhan"),
        ("mein Bruder Ayhan und die Yeliz", "person", "Yeliz"),
        ("viele Grüße, Uwe Harms", "person", "Uwe Harms"),
        ("o meu nome é tiago pires", "person", "tiago pires"),
        ("falei com a senhora Falcão", "person", "Falcão"),
        ("mi chiamo nives", "person", "nives"),
        ("mia cugina Fiorella arriva domani", "person", "Fiorella"),
        ("ik heet joost en ik zit vast", "person", "joost"),
        ("mevrouw Ter Braak belde", "person", "Ter Braak"),
        ("ICH HEISSE UTA BRANDT", "person", "UTA BRANDT"),
        ("nací el 9 de mayo de 1971", "date-of-birth", "9 de mayo de 1971"),
        ("née le 1er août 1999", "date-of-birth", "1er août 1999"),
        ("er ist am 3.12.1960 geboren", "date-of-birth", "3.12.1960"),
        ("geb. 30. Mai 1988", "date-of-birth", "30. Mai 1988"),
        ("nasceu em 31/01/2001", "date-of-birth", "31/01/2001"),
        ("nato il 5 luglio 1955", "date-of-birth", "5 luglio 1955"),
        ("mijn verjaardag is 2 mei", "date-of-birth", "2 mei"),
        ("dni 00000000-T", "national-id", "00000000-T"),
        ("la curp es XAXX000101HDFXXX09", "national-id", "XAXX000101HDFXXX09"),
        ("numéro de sécu 1 99 99 99 999 999 00", "national-id", "1 99 99 99 999 999 00"),
        ("Sozialversicherungsnummer: 12 010199 A 000", "national-id", "12 010199 A 000"),
        ("cpf 000.000.001-91", "national-id", "000.000.001-91"),
        ("bsn is 000000012", "national-id", "000000012"),
        ("partita iva IT00000000000", "tax-id", "IT00000000000"),
        ("steuernummer 99/999/99999", "tax-id", "99/999/99999"),
        ("número de utente: 000 000 001", "health-id", "000 000 001"),
        ("mijn paspoortnummer XX0000000", "passport", "XX0000000"),
        ("mon permis de conduire 999999999999", "driving-licence", "999999999999"),
        ("mi pedido es el 00917", "bank-account", "00917"),
        ("die Kontonummer ist 0000 1234", "bank-account", "0000 1234"),
        ("número de conta 00099-1", "bank-account", "00099-1"),
        ("mi móvil es 699 99 99 00", "phone", "699 99 99 00"),
        ("c'est le 01 99 00 99 00", "phone", "01 99 00 99 00"),
        ("unter (0221) 4710 999", "phone", "(0221) 4710 999"),
        ("zap (31) 95555-0000", "phone", "(31) 95555-0000"),
        ("cell 333 000 0000", "phone", "333 000 0000"),
        ("bel 06 - 00 00 00 01", "phone", "06 - 00 00 00 01"),
        ("es el seis uno dos cero cero cero uno dos tres", "phone",
         "seis uno dos cero cero cero uno dos tres"),
        ("mi contraseña es Nube-77", "secret", "Nube-77"),
        ("das kennwort lautet wolke!7", "secret", "wolke!7"),
        ("meu usuário é nuvem_77", "handle", "nuvem_77"),
        ("ana punto vega arroba example punto com", "email",
         "ana punto vega arroba example punto com"),
        ("uta ät example punkt org bitte", "email", "uta ät example punkt org"),
        ("vivo en calle del Sol 998, 2º izda, 28998 Madrid", "postal-address",
         "calle del Sol 998, 2º izda, 28998 Madrid"),
        ("c’est 998 bis rue des Lilas, 75998 Paris", "postal-address",
         "998 bis rue des Lilas, 75998 Paris"),
        ("wohne im Tulpenweg 998a, 10998 Berlin", "postal-address", "Tulpenweg 998a, 10998 Berlin"),
        ("wohne in der tulpenstraße 998", "postal-address", "tulpenstraße 998"),
        ("na Rua das Flores, 9980, apto 12, 01998-000", "postal-address",
         "Rua das Flores, 9980, apto 12, 01998-000"),
        ("sto in via dei Mille 998, scala C, 20198 Milano", "postal-address",
         "via dei Mille 998, scala C, 20198 Milano"),
        ("op de Tulpengracht 998, 1098 ZZ Amsterdam", "postal-address",
         "Tulpengracht 998, 1098 ZZ Amsterdam"),
        ("mein plz ist 80998", "postal-address", "80998"),
    ],
)  # fmt: skip
def test_what_a_rule_takes(text: str, kind: str, value: str) -> None:
    assert (kind, fold(value).text) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "me llamo así desde siempre",
        "soy muy feliz hoy",
        "je m'appelle comme ça",
        "je suis très fatigué",
        "ich heiße sie willkommen",
        "ich bin sehr müde",
        "sou muito calmo",
        "mi chiamo sempre così",
        "sono molto stanca",
        "ik ben heel moe",
        "el pedido de 2024 llegó bien",
        "la cuenta son 4500 euros",
        "ma commande de 1200 euros",
        "der Weg dauert 20 Minuten",
        "mijn wachtwoord is vergeten",
        "la contraseña es larga",
        "en 2019 nací de nuevo",
        "uno dos tres, probando",
        "discord es lento",
    ],
)
def test_what_every_rule_leaves(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "language", "kept"),
    [
        ("andrzej no contesta", "Spanish", ["andrzej", "contesta"]),
        ("Mia hat", "German", ["Mia"]),
        ("mia madre", "Italian", ["madre"]),
        ("Oscar de la Hoya", "Spanish", ["Oscar de la Hoya"]),
        ("lunes", "Spanish", []),
    ],
)
def test_small_words_of_the_language_are_no_part_of_a_name(
    text: str, language: str, kept: list[str]
) -> None:
    plain = Plain.of(text)
    ranges = without_small_words(plain, 0, len(text), language)
    assert [text[start:stop] for start, stop in ranges] == kept


@pytest.mark.parametrize(
    ("text", "heard", "kept"),
    [
        ("Mia Holt", [0], ["Mia Holt"]),
        ("Mia Holt", [], ["Holt"]),
        ("mia madre", [], ["madre"]),
        ("mia", [0], []),
    ],
)
def test_a_small_word_that_a_reader_is_sure_of_belongs_to_the_name_beside_it(
    text: str, heard: list[int], kept: list[str]
) -> None:
    ranges = without_small_words(Plain.of(text), 0, len(text), "Italian", heard)
    assert [text[start:stop] for start, stop in ranges] == kept


@given(st.text(st.sampled_from("me llamo Ana 06 12-.,@/calle 9ºrue\n"), max_size=200))
def test_every_hit_lies_within_the_text(text: str) -> None:
    for rule in RULES:
        for hit in rule(Plain.of(text)):
            assert 0 <= hit.start < hit.stop <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "a1 ", "A1-", "dni ", "dni a", "me llamo ", "mi amigo ", "calle a ", "1 rue a ",
     "a punto ", "a arroba ", "uno ", "(0", "0 ", "a-", "weg ", "a weg 1 ", "pin es ",
     "née ", "Ana y ", "de "],
)  # fmt: skip
def test_no_rule_is_slow_on_a_hostile_text(piece: str) -> None:
    """A generous bound: four times the text may take at most about four times as long."""
    short, long = (piece * (size // len(piece)) for size in (4_000, 16_000))

    def took(text: str) -> float:
        began = time.thread_time()
        found(text)
        return time.thread_time() - began

    small = min(took(short) for _ in range(3))
    assert took(long) < max(0.25, 12 * small)
