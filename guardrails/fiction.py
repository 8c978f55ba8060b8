"""
Made-up values, realistic and nobody's: what the model may see instead of real ones.

Names, streets and towns come from Faker, in the person's language. Addresses and numbers
lie in ranges that are kept free for fiction and documentation, or fail their checksum.
"""

from __future__ import annotations

import hmac
import importlib.util
import re
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from guardrails.errors import ConfigurationError
from guardrails.fiction_words import ALSO_WORDS
from guardrails.surrogates import words_of

if TYPE_CHECKING:
    from faker import Faker

INSTALL: Final = "pip install 'candor-guardrails[surrogates]'"

_TRIES: Final = 60  # candidates for one value; then it gets a stand-in
_LANGUAGES: Final = {
    "de": "de_DE", "en": "en_US", "es": "es_ES", "fr": "fr_FR", "it": "it_IT", "nl": "nl_NL",
    "pt": "pt_PT",
}  # fmt: skip
_PLACES: Final = {"en-AU": "en_AU", "en-CA": "en_CA", "en-GB": "en_GB", "pt-BR": "pt_BR"}
_INVENTED: Final = frozenset({"en_AU", "en_CA", "en_GB", "en_US"})
"""Locales of which Faker makes up the towns; those of others exist."""

_AREAS: Final = ("202", "212", "303", "312", "404", "415", "503", "617", "702", "713", "808", "907")
_PHONES: Final = {
    "US": tuple(f"{area}-555-01##" for area in _AREAS),
    "GB": (
        "020 7946 0###", "0113 496 0###", "0114 496 0###", "0115 496 0###", "0116 496 0###",
        "0117 496 0###", "0118 496 0###", "0121 496 0###", "0131 496 0###", "0141 496 0###",
        "0151 496 0###", "0161 496 0###", "07700 900###",
    ),
    "FR": (
        "01 99 00 ## ##", "02 61 91 ## ##", "03 53 01 ## ##", "04 65 71 ## ##", "05 36 49 ## ##",
        "06 39 98 ## ##",
    ),
    "DE": ("030 23125 ###", "040 66969 ###", "069 90009 ###", "0221 4710 ###", "089 99998 ###"),
    "AU": ("02 5550 ####", "03 5550 ####", "07 5550 ####", "08 5550 ####"),
}  # fmt: skip
"""Numbers kept free for fiction: by NANPA, Ofcom, ARCEP, the Bundesnetzagentur and ACMA."""
_CODES: Final = {"1": "US", "33": "FR", "44": "GB", "49": "DE", "61": "AU"}
_HOMES: Final = {"US": "US", "CA": "US", "GB": "GB", "FR": "FR", "DE": "DE", "AU": "AU"}
_NETS: Final = ("192.0.2", "198.51.100", "203.0.113")  # RFC 5737
_DOMAINS: Final = ("example.com", "example.net", "example.org")  # RFC 2606

_NAME = re.compile(r"[A-Z][a-z]{3,11}")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ,.'\-]{3,58}[A-Za-z0-9]")
_HOUSE = re.compile(r"(?<!\d)[1-9]\d*")
_ABROAD = re.compile(r"\s*(?:\+|00)\s?(1|33|44|49|61)?")
_SSN = re.compile(r"\d{3}([ \-]?)\d{2}\1\d{4}")
_NINO = re.compile(r"[A-Za-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-Da-d]")
_CARD_DIGITS: Final = range(12, 20)


def installed() -> bool:
    """Return whether Faker, which surrogates need, is there."""
    return importlib.util.find_spec("faker") is not None


class Fiction:
    """
    Makes values up; one for a whole guard, on any thread.

    Raises:
        ConfigurationError: Faker is not installed; says how to get it.
    """

    def __init__(self) -> None:
        if not installed():
            msg = f"surrogates need Faker, which is not installed; get it with: {INSTALL}"
            raise ConfigurationError(msg)
        self._lock = threading.Lock()
        self._fakers: dict[str, Faker] = {}
        self._words: dict[str, frozenset[str]] = {}

    def candidates(
        self, kind: str, value: str, seed: bytes, locale: str, country: str | None
    ) -> list[str]:
        """
        Return values of *kind* that may stand for *value*; none if there is no such kind.

        The same arguments give the same values.

        Args:
            kind: A type of personal data; `given-name` and `surname` for parts of a name.
            value: What is to be replaced: its notation is kept where that is possible.
            seed: What chance follows. Secret, or whoever knows it finds *value* by trying.
            locale: BCP 47 tag of the person.
            country: ISO 3166-1 alpha-2 code of the person, or None.
        """
        make = _MAKERS.get(kind)
        if make is None:
            return []
        place = _place(locale, country)
        with self._lock:
            fake = self._faker(place)
            fake.seed_instance(int.from_bytes(seed, "big"))
            made = (make(fake, value, country or locale.rpartition("-")[2]) for _ in range(_TRIES))
            kept = [one for one in made if one is not None and one.isascii()]
            if kind in {"given-name", "surname"}:
                words = self._words[place]
                kept = [one for one in kept if one.casefold() not in words]
        return list(dict.fromkeys(kept))

    def _faker(self, place: str) -> Faker:
        if place not in self._fakers:
            from faker import Faker

            fake = self._fakers[place] = Faker(place, use_weighting=False)
            common = {word.casefold() for word in fake.get_words_list()}
            self._words[place] = ALSO_WORDS | common
        return self._fakers[place]


class Inventor:
    """
    Makes values up for one conversation; a `Draw`.

    Args:
        fiction: Of the guard.
        key: Secret of the conversation: it alone decides what stands for what.
        locale: BCP 47 tag of the person.
        country: ISO 3166-1 alpha-2 code of the person, or None.
        heard: Words, in lower case, that the model reads anyway: nothing is made of these.
    """

    def __init__(
        self,
        fiction: Fiction,
        key: bytes,
        locale: str,
        country: str | None,
        heard: Callable[[], frozenset[str]],
    ) -> None:
        self._fiction = fiction
        self._key = key
        self._locale = locale
        self._country = country
        self._heard = heard
        self._words: frozenset[str] | None = None

    def __call__(self, kind: str, value: str) -> Iterator[str]:
        """Yield values of *kind* that may stand for *value*."""
        if self._words is None:
            self._words = self._heard()
        told = f"surrogate\n{kind}\n{value}".encode("utf-8", "surrogatepass")
        seed = hmac.digest(self._key, told, "sha256")
        for made in self._fiction.candidates(kind, value, seed, self._locale, self._country):
            if not words_of(made) <= self._words:
                yield made


def _place(locale: str, country: str | None) -> str:
    """Return Faker's name for the nearest language and country that names are made up for."""
    language = locale.partition("-")[0].lower()
    for tag in (f"{language}-{country}", locale):
        if tag in _PLACES:
            return _PLACES[tag]
    return _LANGUAGES.get(language, "en_US")


def _given(fake: Faker, value: str, home: str) -> str | None:
    del value, home
    return _named(fake.first_name())


def _surname(fake: Faker, value: str, home: str) -> str | None:
    del value, home
    return _named(fake.last_name())


def _named(made: str) -> str | None:
    return made if _NAME.fullmatch(made) else None


def _email(fake: Faker, value: str, home: str) -> str | None:
    del value, home
    first, last = fake.first_name().lower(), fake.last_name().lower()
    if not (first.isalpha() and last.isalpha()):
        return None
    return f"{first}.{last}{fake.random_int(10, 99)}@{fake.random_element(_DOMAINS)}"


def _handle(fake: Faker, value: str, home: str) -> str | None:
    del home
    sign = "@" if value.startswith("@") else ""
    return f"{sign}{fake.first_name().lower()}_{fake.random_int(100, 999)}"


def _url(fake: Faker, value: str, home: str) -> str | None:
    del home
    start = "https://" if "//" in value else ""
    last = fake.last_name().lower()
    return f"{start}{fake.random_element(_DOMAINS)}/{last}-{fake.random_int(1000, 9999)}"


def _address(fake: Faker, value: str, home: str) -> str | None:
    del value, home
    made = fake.street_address()
    return made if _PLAIN.fullmatch(made) and _HOUSE.search(made) else None


def _town(fake: Faker, value: str, home: str) -> str | None:
    del value, home
    made = fake.city() if fake.locales[0] in _INVENTED else ""
    return made if _PLAIN.fullmatch(made) else None


def _phone(fake: Faker, value: str, home: str) -> str | None:
    abroad = _ABROAD.match(value)
    at = _CODES.get(abroad[1] or "") if abroad else _HOMES.get(home.upper())
    if at is None:
        return None
    made = fake.numerify(fake.random_element(_PHONES[at]))
    if abroad:
        return f"+{abroad[1]} {made.removeprefix('0')}"
    digits = [sign for sign in made if sign.isdigit()]
    return _laid_out(digits, value) or made


def _laid_out(signs: list[str], like: str) -> str | None:
    """Return *signs* in the notation of *like*, if it holds as many letters and digits."""
    if sum(map(str.isalnum, like)) != len(signs) or not like.isascii():
        return None
    left = iter(signs)
    return "".join(next(left) if sign.isalnum() else sign for sign in like)


def _card(fake: Faker, value: str, home: str) -> str | None:
    """Return the number of a card that fails ISO/IEC 7812's checksum."""
    del home
    count = sum(map(str.isdigit, value))
    count = count if count in _CARD_DIGITS else 16
    digits = [4, *(fake.random_digit() for _ in range(count - 1))]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    if (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0:
        digits[-1] = (digits[-1] + 1) % 10
    signs = list(map(str, digits))
    return _laid_out(signs, value) or "".join(signs)


def _iban(fake: Faker, value: str, home: str) -> str | None:
    """Return an account number that fails ISO 13616's checksum, in the notation of *value*."""
    del home
    signs = [sign.upper() for sign in value if sign.isalnum()]
    if len(signs) not in range(15, 35) or not "".join(signs[:2]).isalpha():
        return None
    rest = [str(fake.random_digit()) if sign.isdigit() else sign for sign in signs[4:]]
    rest = [fake.random_uppercase_letter() if sign.isalpha() else sign for sign in rest]
    turned = "".join(str(int(sign, 36)) for sign in (*rest, *signs[:2], "0", "0"))
    if int(turned) % 97 == 1:
        return None
    return _laid_out([*signs[:2], "0", "0", *rest], value)


def _national(fake: Faker, value: str, home: str) -> str | None:
    """Return a number that is never given out: SSNs from 666, NINOs from QQ."""
    del home
    if _SSN.fullmatch(value):
        return _laid_out(list("666" + fake.numerify("######")), value)
    if _NINO.fullmatch(value):
        return _laid_out(list("QQ" + fake.numerify("######") + fake.random_element("ABCD")), value)
    return None


def _ip(fake: Faker, value: str, home: str) -> str | None:
    """Return an address kept free for documentation: RFC 5737, RFC 3849."""
    del home
    if ":" in value:
        return "2001:db8:" + ":".join(fake.hexify("^^^^") for _ in range(6))
    return f"{fake.random_element(_NETS)}.{fake.random_int(1, 254)}"


def _mac(fake: Faker, value: str, home: str) -> str | None:
    """Return an address kept free for documentation: RFC 7042."""
    del home
    last = fake.hexify("^^", upper=True)
    return ("-" if "-" in value else ":").join(("00", "00", "5E", "00", "53", last))


_MAKERS: Final[dict[str, Callable[[Any, str, str], str | None]]] = {
    "given-name": _given,
    "surname": _surname,
    "email": _email,
    "handle": _handle,
    "url": _url,
    "postal-address": _address,
    "location": _town,
    "phone": _phone,
    "payment-card": _card,
    "iban": _iban,
    "national-id": _national,
    "ip-address": _ip,
    "mac-address": _mac,
}

SURROGATE_TYPES: Final = frozenset(_MAKERS) - {"given-name", "surname"} | {"person"}
"""Types of personal data that surrogates are made for; others get a stand-in."""
