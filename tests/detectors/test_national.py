"""Numbers of one country are found where the policy names the country, and false ones are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import pytest

from guardrails.detectors.base import Needs
from guardrails.detectors.checksums import proves
from guardrails.detectors.kinds import KINDS, PRESIDIO_TYPES
from guardrails.detectors.pipeline import NATIONAL, Pipeline
from guardrails.policy.rule import Checksum
from guardrails.policy.vocabulary import PII_TYPES


@cache
def pipeline(*countries: str) -> Pipeline:
    return Pipeline(frozenset(), countries, frozenset(), model=False)


def found(text: str, *countries: str) -> set[tuple[str, str]]:
    entities = pipeline(*countries)(text, Needs.FORMATS).entities
    return {(each.kind, text[each.start : each.stop].strip()) for each in entities}


def weighted(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def crossed(digits: str, weights: Sequence[int]) -> int:
    """Return the sum of the digits of each product."""
    return sum(
        sum(divmod(int(digit) * weight, 10)) for digit, weight in zip(digits, weights, strict=True)
    )


def proved(start: str, proof: Callable[[str], bool]) -> str:
    """Return *start* and the one digit with which it passes *proof*."""
    return next(start + digit for digit in "0123456789" if proof(start + digit))


def abn() -> str:
    """Return a number that is right modulo 89, its first digit less one (Australian Taxation)."""
    weights = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
    for first in range(10, 100):
        number = f"{first}000000001"
        if weighted(f"{int(number[0]) - 1}{number[1:]}", weights) % 89 == 0:
            return number
    raise AssertionError


def hetu() -> str:
    """Return a code with an individual number from 900 up, which nobody is given."""
    signs = "0123456789ABCDEFHJKLMNPRSTUVWXY"
    return f"010100A900{signs[int('010100900') % 31]}"


def kvnr() -> str:
    """Return the example of the law's annex (§ 290 SGB V), its check digit reckoned."""
    return f"A00050001{crossed('0100050001', (1, 2) * 5) % 10}"


def rvnr() -> str:
    check = crossed("000101000100", (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)) % 10
    return f"00010100A00{check}"


def partita_iva() -> str:
    return proved("0000000001", lambda number: proves(Checksum.LUHN, number))


def rrn(gender: int, whole: int) -> str:
    start = f"000101{gender}000001"[:12]
    total = weighted(start, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5))
    return f"{start[:6]}-{start[6:]}{(whole - total % 11) % 10}"


def nin() -> str:
    return proved("0000000001", lambda number: proves(Checksum.VERHOEFF, number))


def tnin() -> str:
    start = "110000000001"
    return f"{start}{(11 - weighted(start, range(13, 1, -1)) % 11) % 10}"


def kimlik() -> str:
    nine = "100000001"
    tenth = (sum(map(int, nine[::2])) * 7 - sum(map(int, nine[1::2]))) % 10
    return f"{nine}{tenth}{(sum(map(int, nine)) + tenth) % 10}"


def za_id() -> str:
    return proved("000101000008", lambda number: proves(Checksum.LUHN, number))


def gstin() -> str:
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    start = "27AAAAA0000A1Z"
    total = 0
    for place, sign in enumerate(start):
        total += sum(divmod(signs.index(sign) * (place % 2 + 1), 36))
    return start + signs[(36 - total % 36) % 36]


def other(number: str) -> str:
    """Return *number* with another last digit or letter."""
    last = number[-1]
    return number[:-1] + (
        str((int(last) + 1) % 10) if last.isdigit() else "Z" if last != "Z" else "Y"
    )


CHECKED = {
    "AU": [("tax-id", abn())],
    "DE": [("health-id", kvnr()), ("national-id", rvnr())],
    "FI": [("national-id", hetu())],
    "IT": [("tax-id", partita_iva())],
    "NG": [("national-id", nin())],
    "TH": [("national-id", tnin())],
    "TR": [("national-id", kimlik())],
    "ZA": [("national-id", za_id())],
}


@pytest.mark.parametrize(
    ("country", "kind", "number"),
    [(country, *each) for country, numbers in CHECKED.items() for each in numbers],
)
def test_a_number_that_proves_itself_is_found_and_its_neighbour_is_not(
    country: str, kind: str, number: str
) -> None:
    assert (kind, number) in found(f"it is {number} then", country)
    assert (kind, other(number)) not in found(f"it is {other(number)} then", country)
    assert (kind, number) not in found(f"it is {number} then", "US")


INTRODUCED = {
    "DE": [
        ("driving-licence", "Führerscheinnummer AB12345678C", "Teil AB12345678C"),
        ("number-plate", "das Kennzeichen ist K-AB 123", "Band K-AB 123"),
        ("postal-address", "Postleitzahl 50667", "es waren 50667 Leute"),
        ("tax-id", "Steuernummer 123/456/78901", "am 123/456/78901"),
        ("tax-id", "Steuernummer 0112345678901", "Zahl 0112345678901"),
        ("tax-id", "die USt-IdNr DE123456789", "FR123456789"),
    ],
    "GB": [
        ("driving-licence", "licence BLOGG901010J99AA", "licence BLOGG991310J99AA"),
        ("number-plate", "the number plate is AB12 CDE", "the number plate is IQ99 CDI"),
    ],
    "IN": [
        ("tax-id", f"it is {gstin()}", f"it is 45{gstin()[2:]}"),
        ("national-id", "voter ABC1234567", "voter AB1234567"),
        ("number-plate", "plate MH12AB1234", "plate ZQ99AB0000"),
    ],
    "IT": [("driving-licence", "patente AB1234567C", "pezzo AB1234567C")],
    "KR": [
        ("national-id", f"it is {rrn(1, 11)}", "it is 009901-1000001"),
        ("national-id", f"it is {rrn(5, 13)}", "it is 000199-5000001"),
        ("passport", "여권 M123A4567", "part M123A4567"),
    ],
    "NG": [("number-plate", "my plate ABC-123DE", "my plate AB-123DE")],
    "PH": [
        ("passport", "passport P1234567A", "part P1234567A"),
        ("tax-id", "my tin is 100-000-009-000", "it was 100-000-009-000"),
        ("tax-id", "my TIN is 100-000-009", "my TIN is 100-000-008"),
        ("national-id", "UMID 0000-1234567-8", "UMID 0000-1234567-89"),
    ],
    "US": [
        ("health-id", "medicare 1EG4-TE5-MK73", "medicare 1SG4-TE5-MK73"),
        ("health-id", "prescription # 1234567", "paragraph # 1234567"),
        ("health-id", "prior authorization number 12345678", "authority number 12345678"),
        ("health-id", "claim no 12345678", "clam no 12345678"),
        ("health-id", "referral number 12345678", "refer to number 12345678"),
    ],
}


@pytest.mark.parametrize(
    ("country", "kind", "said", "wrong"),
    [(country, *each) for country, cases in INTRODUCED.items() for each in cases],
)
def test_a_number_is_found_in_its_form_or_where_a_word_introduces_it(
    country: str, kind: str, said: str, wrong: str
) -> None:
    assert kind in {each for each, _ in found(said, country)}
    assert kind not in {each for each, _ in found(wrong, country)}


@pytest.mark.parametrize(
    ("country", "kind", "said"),
    [
        ("KR", "passport", "Korean Passport M12345678"),
        ("KR", "passport", "KOREAN-PASSPORT: M12345678"),
        ("DE", "tax-id", "St.-Nr. 123/456/78901"),
        ("DE", "tax-id", "st nr 123/456/78901"),
    ],
)
def test_words_that_introduce_a_number_count_in_any_casing_whatever_stands_between(
    country: str, kind: str, said: str
) -> None:
    assert kind in {each for each, _ in found(said, country)}


CLEAN = """
take 10 mg 20 times and rest 15 min 30 if it hurts
the camera has 48 MP and the phone has 128 gb
it costs about 100 gp in the game
we met at 10 am, 12 people came
flight BA 2490 leaves from gate B12 at 10:45
meet me on the A 40 or the M 25
version 2026.11.2 build 4021987
room 101, floor 12, seat 34C
it was 1999 or 2004 when i turned 30
score was 3-2 then 102-98
the bus 42 a 17 goes to town
please pay 40 by friday
a 5000 m run and a 100 m sprint
""".strip().splitlines()


@pytest.mark.parametrize("text", CLEAN)
def test_with_every_country_everyday_numbers_are_nobody_s(text: str) -> None:
    kinds = {kind for kind, _ in found(text, *NATIONAL)}

    assert kinds <= {"phone", "date-time"}


@pytest.mark.parametrize("country", sorted(NATIONAL))
def test_every_recognizer_of_a_country_has_a_type_of_ours(country: str) -> None:
    from presidio_analyzer import predefined_recognizers as presidio

    for name in NATIONAL[country]:
        for kind in getattr(presidio, name)().supported_entities:
            assert PRESIDIO_TYPES[kind] in PII_TYPES


def test_types_are_the_same_everywhere() -> None:
    assert set(PII_TYPES) == KINDS
