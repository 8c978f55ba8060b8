"""What is made up reads like the real thing, and is nobody's."""

from __future__ import annotations

import ipaddress
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.detectors.checksums import proves
from guardrails.errors import ConfigurationError
from guardrails.fiction import SURROGATE_TYPES, Fiction, Inventor
from guardrails.policy.rule import Checksum

FICTION = Fiction()
SEEDS = st.binary(min_size=1, max_size=8)


def candidates(
    kind: str, value: str, seed: bytes = b"s", locale: str = "en-GB", country: str | None = "GB"
) -> list[str]:
    return FICTION.candidates(kind, value, seed, locale, country)


@settings(deadline=None)
@given(SEEDS)
def test_addresses_lie_under_domains_that_are_kept_free(seed: bytes) -> None:
    for made in candidates("email", "jo@b.example", seed):
        assert re.fullmatch(r"[a-z]+\.[a-z]+\d\d@example\.(com|net|org)", made)
    for made in candidates("url", "https://b.example", seed):
        assert re.fullmatch(r"https://example\.(com|net|org)/[a-z'\- ]+-\d{4}", made)
    assert not any("//" in made for made in candidates("url", "www.b.example", seed))


@settings(deadline=None)
@given(SEEDS)
def test_numbers_of_cards_and_accounts_fail_their_checksums(seed: bytes) -> None:
    cards = candidates("payment-card", "4111-1111-1111-1111", seed)
    ibans = candidates("iban", "GB82 WEST 1234 5698 7654 32", seed)

    assert all(re.fullmatch(r"4\d{3}(-\d{4}){3}", made) for made in cards)
    assert not any(proves(Checksum.LUHN, made) for made in cards)
    assert all(re.fullmatch(r"GB00 [A-Z]{4}( \d{4}){3} \d\d", made) for made in ibans)
    assert not any(proves(Checksum.IBAN, made) for made in ibans)
    assert all(len(made) == 16 for made in candidates("payment-card", "four one one", seed))
    assert candidates("iban", "GB", seed) == candidates("iban", "0" * 20, seed) == []


@pytest.mark.parametrize(
    ("value", "country", "shape"),
    [
        ("212-555-0199", "US", r"\d{3}-555-01\d\d"),
        ("(212) 555-0199", "CA", r"\(\d{3}\) 555-01\d\d"),
        ("0161 496 0000", "GB", r"0\d[\d ]+"),
        ("+44 161 496 0000", "US", r"\+44 (20 7946 0|1\d\d 496 0|7700 900)\d{3}"),
        ("0044 161 496 0000", None, r"\+44 [1-9][\d ]+"),
        ("+1 212 555 0199", "DE", r"\+1 \d{3}-555-01\d\d"),
        (
            "01 99 00 12 34",
            "FR",
            r"(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98)( \d\d){2}",
        ),
        ("030 1", "DE", r"(030 23125|040 66969|069 90009|0221 4710|089 99998) \d{3}"),
        ("my number", "AU", r"0[2378] 5550 \d{4}"),
    ],
)
def test_phone_numbers_are_those_of_films(value: str, country: str | None, shape: str) -> None:
    made = candidates("phone", value, country=country)

    assert len(made) > 10
    assert all(re.fullmatch(shape, one) for one in made), made


def test_a_number_abroad_of_which_nothing_is_kept_free_has_no_like() -> None:
    assert candidates("phone", "+91 98765 43210") == []
    assert candidates("phone", "020 1234", locale="nl-NL", country=None) == []


@settings(deadline=None)
@given(SEEDS)
def test_identity_numbers_are_never_given_out(seed: bytes) -> None:
    assert all(
        re.fullmatch(r"666-\d\d-\d{4}", one)
        for one in candidates("national-id", "078-05-1120", seed)
    )
    assert all(
        re.fullmatch(r"666\d{6}", one) for one in candidates("national-id", "078051120", seed)
    )
    made = candidates("national-id", "AB 12 34 56 C", seed)
    assert made
    assert all(re.fullmatch(r"QQ \d\d \d\d \d\d [A-D]", one) for one in made)
    assert candidates("national-id", "12345678Z", seed) == []


@settings(deadline=None)
@given(SEEDS)
def test_network_addresses_are_those_of_documentation(seed: bytes) -> None:
    kept = [ipaddress.ip_network(f"{net}.0/24") for net in ("192.0.2", "198.51.100", "203.0.113")]
    for made in candidates("ip-address", "10.1.1.1", seed):
        assert any(ipaddress.ip_address(made) in net for net in kept)
    for made in candidates("ip-address", "fe80::1", seed):
        assert ipaddress.ip_address(made) in ipaddress.ip_network("2001:db8::/32")
    for made in candidates("mac-address", "aa:bb:cc:dd:ee:ff", seed):
        assert re.fullmatch(r"00:00:5E:00:53:[0-9A-F]{2}", made)
    assert candidates("mac-address", "aa-bb-cc-dd-ee-ff", seed)[0].startswith("00-00-5E-00-53-")


@pytest.mark.parametrize(
    "locale", ["en-GB", "en", "de-DE", "fr-FR", "es-ES", "it", "nl", "pt-BR", "xx"]
)
def test_every_language_has_names_that_are_no_words(locale: str) -> None:
    made = {
        one
        for seed in range(20)
        for kind in ("given-name", "surname")
        for one in candidates(kind, "x", bytes([seed]), locale, None)
    }

    assert len(made) > 50
    assert all(re.fullmatch("[A-Z][a-z]{3,11}", one) for one in made)
    assert not made & {"Mark", "Grace", "Hope", "Will", "Young", "King", "Rose", "August"}


def test_names_are_those_of_the_person_s_language() -> None:
    def surnames(locale: str) -> set[str]:
        return {
            one for n in range(9) for one in candidates("surname", "x", bytes([n]), locale, None)
        }

    assert surnames("de-DE").isdisjoint(surnames("es-ES"))
    assert surnames("en-GB") != surnames("en-US")


def test_towns_that_exist_stand_for_nobody_s() -> None:
    assert candidates("location", "Leeds")
    assert candidates("location", "Bonn", locale="de-DE", country="DE") == []
    assert candidates("postal-address", "12 Acacia Avenue")
    assert candidates("handle", "@jo")[0].startswith("@")


@pytest.mark.parametrize("kind", sorted(SURROGATE_TYPES - {"person"}))
def test_the_same_seed_makes_the_same_and_another_makes_others(kind: str) -> None:
    value = {"iban": "GB82 WEST 1234 5698 7654 32", "national-id": "078-05-1120"}.get(kind, "1")

    assert candidates(kind, value) == candidates(kind, value) != candidates(kind, value, b"t")


@settings(deadline=None)
@given(SEEDS, SEEDS)
def test_what_stands_for_what_hangs_on_the_secret_of_a_session(one: bytes, two: bytes) -> None:
    def first(key: bytes, value: str) -> list[str]:
        return list(Inventor(FICTION, key, "en-GB", "GB", frozenset)("given-name", value))

    assert first(one, "ruth") == first(one, "ruth") != first(one, "amir")
    assert one == two or first(one, "ruth") != first(two, "ruth")


def test_a_type_that_nothing_is_made_up_for_has_no_candidates() -> None:
    assert candidates("secret", "hunter2") == []


def test_without_faker_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "faker", None)

    with pytest.raises(ConfigurationError, match=r"candor-guardrails\[surrogates\]"):
        Fiction()
