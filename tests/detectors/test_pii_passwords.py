"""Passwords, PINs and codes beside the word for them."""

from __future__ import annotations

import pytest

from guardrails.detectors.pii_passwords import passwords
from guardrails.detectors.pii_text import Plain

SECRETS = {
    "account password Sunflower!9": ["Sunflower!9"],
    "The password Sunflower!9 does not work": ["Sunflower!9"],
    "passcode Sunflower!9 and pin 4821": ["Sunflower!9", "4821"],
    "mot de passe Soleil!9 refusé": ["Soleil!9"],
    "mi contraseña Girasol99 no funciona": ["Girasol99"],
    "Passwort Hund123 wurde abgelehnt": ["Hund123"],
    "password (Sunflower!9) rejected": ["Sunflower!9"],
    "My password's Sunflower!9": ["Sunflower!9"],
    "I typed password 'Blue_Sky7' twice": ["Blue_Sky7"],
    "password for the portal Tr0ub4dor&3 is wrong": ["Tr0ub4dor&3"],
    "Blue_Sky7 is my password": ["Blue_Sky7"],
    "banking passcode Xy7-kk21 rejected": ["Xy7-kk21"],
    "old password Winter2023 new password Spring2024!": ["Winter2023", "Spring2024!"],
    "wifi key Home-Net#22": ["Home-Net#22"],
    "my pin 4821 was declined": ["4821"],
    "user ama_b pass Tulip!55": ["Tulip!55"],
    "PUK 12345678": ["12345678"],
    "PAC code ABC123456": ["ABC123456"],
    "one-time code 482193": ["482193"],
}
NO_SECRETS = [
    "I need a password reset",
    "my password does not work",
    "the password reset link2 is broken",
    "password must have 8 characters",
    "I forgot my password 3 times",
    "iPhone passcode iOS17",
    "password SHA256 or base64",
    "password 2FA",
    "password manager 1Password",
    "password in Windows11",
    "password policy v2.3",
    "the password page returns 404",
    "password jane.doe@example.org",
    "passwords don't match!!",
    "password wrong/incorrect",
    "login failed, error 403",
    "PIN 560001 Bangalore",
    "boarding pass AB1234",
    "bus pass 2024A",
    "pass the salt123",
    "pin 12 of the chip",
]


def found(text: str) -> list[str]:
    hits = passwords(Plain.of(text))
    return [text[hit.start : hit.stop] for hit in hits if hit.kind == "secret"]


@pytest.mark.parametrize(("text", "secrets"), SECRETS.items(), ids=SECRETS.keys())
def test_a_mixed_word_beside_the_word_for_it_is_a_secret(text: str, secrets: list[str]) -> None:
    assert found(text) == secrets


@pytest.mark.parametrize("text", NO_SECRETS)
def test_words_about_passwords_are_no_secrets(text: str) -> None:
    assert found(text) == []


def test_a_login_is_a_handle_and_a_secret() -> None:
    text = "login priya77 / Sunflower!9"
    told = {(hit.kind, text[hit.start : hit.stop]) for hit in passwords(Plain.of(text))}
    assert told == {("handle", "priya77"), ("secret", "Sunflower!9")}
