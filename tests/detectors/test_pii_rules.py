"""Our own rules, without the language engine: what they take and what they leave."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import pytest

from guardrails.detectors.folded import fold
from guardrails.detectors.pii_addresses import addresses
from guardrails.detectors.pii_contacts import contacts
from guardrails.detectors.pii_names import names
from guardrails.detectors.pii_numbers import luhn, mod97, numbers
from guardrails.detectors.pii_text import Hit, Plain

RULES: tuple[Callable[[Plain], Iterable[Hit]], ...] = (numbers, contacts, addresses, names)


def found(text: str) -> set[tuple[str, str]]:
    plain = Plain.of(fold(text).text)
    return {(hit.kind, plain.text[hit.start : hit.stop]) for rule in RULES for hit in rule(plain)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("pay 4111-1111-1111-1111, please", "payment-card", "4111-1111-1111-1111"),
        ("pay 4111 1111 1111 1111 12/27", "payment-card", "4111 1111 1111 1111"),
        ("it is 4111 1111 1111 1111 123", "payment-card", "4111 1111 1111 1111"),
        ("amex 378282246310005", "payment-card", "378282246310005"),
        ("ref 5111 1111 1111 1112", "payment-card", "5111 1111 1111 1112"),
        ("my card is 51111111 11111112", "payment-card", "51111111 11111112"),
        ("\uff14\uff11\uff11\uff11 1111 1111 1111", "payment-card", "4111 1111 1111 1111"),
        ("card ending in 4242", "payment-card", "4242"),
        ("the cvv is 123", "payment-card", "123"),
        ("to GB33 BUKB 2020 1555 5555 55 thanks", "iban", "GB33 BUKB 2020 1555 5555 55"),
        ("to gb33bukb20201555555555 now", "iban", "gb33bukb20201555555555"),
        ("iban GB34 BUKB 2020 1555 5555 55", "iban", "GB34 BUKB 2020 1555 5555 55"),
        ("NL91 ABNA 0417 1643 00", "iban", "NL91 ABNA 0417 1643 00"),
        ("on +44 7700 900123 today", "phone", "+44 7700 900123"),
        ("on 0044 7700 900123 today", "phone", "0044 7700 900123"),
        ("on 07700 900123 today", "phone", "07700 900123"),
        ("on (020) 7946 0958", "phone", "(020) 7946 0958"),
        ("(212) 555-0142 x77 is work", "phone", "(212) 555-0142 x77"),
        ("my number is 555 0142", "phone", "555 0142"),
        ("555-0142", "phone", "555-0142"),
        ("13800138000", "phone", "13800138000"),
        ("four one five, five five five, oh one four two", "phone",
         "four one five, five five five, oh one four two"),
        ("two one two double five five 0 1 4 2", "phone", "two one two double five five 0 1 4 2"),
        ("it's five three six two two one eight four eight", "national-id",
         "five three six two two one eight four eight"),
        ("dob: 12/03/1987", "date-of-birth", "12/03/1987"),
        ("born on the 3rd of March 1990", "date-of-birth", "the 3rd of March 1990"),
        ("my birthday is March 3rd, 1990", "date-of-birth", "March 3rd, 1990"),
        ("ssn 536 22 1848", "national-id", "536 22 1848"),
        ("last four of my social: 1848", "national-id", "1848"),
        ("nino is QQ 12 34 56 C", "national-id", "QQ 12 34 56 C"),
        ("passport number 123456789", "passport", "123456789"),
        ("driving licence MORGA657054SM9IJ", "driving-licence", "MORGA657054SM9IJ"),
        ("sort code 12-34-56", "bank-account", "12-34-56"),
        ("account no. 12345678", "bank-account", "12345678"),
        ("nhs number 943 476 5919", "health-id", "943 476 5919"),
        ("my utr is 12345 67890", "tax-id", "12345 67890"),
        ("it was 536221848 I think", "national-id", "536221848"),
        ("order 7310046512", "bank-account", "7310046512"),
        ("x@corp.internal", "email", "x@corp.internal"),
        ("..jo@example.org", "email", "jo@example.org"),
        ("(jo.roe+a_b@ex-ample.org).", "email", "jo.roe+a_b@ex-ample.org"),
        ("jo dot roe at example dot com", "email", "jo dot roe at example dot com"),
        ("jo [at] example [dot] org", "email", "jo [at] example [dot] org"),
        ("jo(at)example(dot)org", "email", "jo(at)example(dot)org"),
        ("jo @ example . co . uk", "email", "jo @ example . co . uk"),
        ("jo underscore roe at gmail.com", "email", "jo underscore roe at gmail.com"),
        ("jo7 at example.com", "email", "jo7 at example.com"),
        ("\uff4a\uff4f\uff20example.org", "email", "jo@example.org"),
        ("follow @dark.knight please", "handle", "@dark.knight"),
        ("my discord is dark_knight99", "handle", "dark_knight99"),
        ("add me on insta roe.77", "handle", "roe.77"),
        ("username: roe#1234", "handle", "roe#1234"),
        ("use sk-abcdefgh12345678ABCD now", "secret", "sk-abcdefgh12345678ABCD"),
        ("ghp_abcdefghijklmnopqrst0123456789AB", "secret", "ghp_abcdefghijklmnopqrst0123456789AB"),
        ("AKIAABCDEFGHIJKLMNOP", "secret", "AKIAABCDEFGHIJKLMNOP"),
        ("my password is Tr0ub4dor&3", "secret", "Tr0ub4dor&3"),
        ("pin: 4821", "secret", "4821"),
        ("0x52908400098527886E0F7030069857D2E4169EE7", "crypto-wallet",
         "0x52908400098527886E0F7030069857D2E4169EE7"),
        ("I live at 12 Acacia Avenue", "postal-address", "12 Acacia Avenue"),
        ("i live at 12 acacia close", "postal-address", "12 acacia close"),
        ("at 12 acacia road, please", "postal-address", "12 acacia road"),
        ("it is 12a elm drive, ludlow", "postal-address", "12a elm drive, ludlow"),
        ("Flat 3b, 12 Acacia Avenue, Ludlow, SW1A 1AA", "postal-address",
         "Flat 3b, 12 Acacia Avenue, Ludlow, SW1A 1AA"),
        ("77 Oak St, Apt 4, Springfield, IL 62704", "postal-address",
         "77 Oak St, Apt 4, Springfield, IL 62704"),
        ("The 9 Kanavakatu Apt. 4\nHelsinki\nFinland 00160", "postal-address",
         "9 Kanavakatu Apt. 4\nHelsinki\nFinland 00160"),
        ("deliver it to Rua das Flores 77, Porto", "postal-address", "Flores 77, Porto"),
        ("postcode is sw1a 1aa", "postal-address", "sw1a 1aa"),
        ("near SW1A 1AA", "postal-address", "SW1A 1AA"),
        ("in IL 62704", "postal-address", "IL 62704"),
        ("PO Box 123", "postal-address", "PO Box 123"),
        ("my name is ruth", "person", "ruth"),
        ("my name is mohammed al fayed and", "person", "mohammed al fayed"),
        ("My name's Ruth Okoro's", "person", "Ruth Okoro"),
        ("name: ruth okoro", "person", "ruth okoro"),
        ("please call me ben", "person", "ben"),
        ("I'm Kayla", "person", "Kayla"),
        ("its marisol vega, 0161 496 0000", "person", "marisol vega"),
        ("this is tunde okoro 07700 900123", "person", "tunde okoro"),
        ("it's oluwaseun (0161 496 0000)", "person", "oluwaseun"),
        ("my last name after the wedding is Achterberg-Lima", "person", "Achterberg-Lima"),
        ("im kayla btw", "person", "kayla"),
        ("this is Will here", "person", "Will"),
        ("my best friend Tariq left", "person", "Tariq"),
        ("Dr. Okafor said so", "person", "Okafor"),
        ("mr khan said so", "person", "khan"),
        ("Dear Noor,", "person", "Noor"),
    ],
)  # fmt: skip
def test_a_rule_finds_the_whole_value(text: str, kind: str, value: str) -> None:
    assert (kind, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "look at example.com later",
        "we met at noon",
        "me @ home",
        "a@b",
        "@ home, @1 and @_",
        "my discord is broken",
        "I sign-in with my username sign-in",
        "the password is wrong, the pin is secret",
        "12 minutes down the road",
        "I walked 2 miles in the park",
        "20 people at court",
        "about 3 days to drive",
        "Chapter 3 Part 4",
        "My The I 5",
        "it cost 1,250,000 or 3.1415926535",
        "there are 80000000 of us",
        "1111111111",
        "0000 0000 0000 0000",
        "in2020 people came to the town and 99 left again",
        "XX33 1234 5678 9012 34",
        "one two three",
        "zero one two three four five",
        "on 2024-11-05 at 10:30",
        "call me maybe",
        "its raining cats, 20 of them",
        "it's probably easier this way",
        "the last name in the list is",
        "I'm sad, I'm Polish, I'M DROWNING, im tired btw",
        "my boyfriend left, my friend is well",
        "dr said no",
        "my name is not for you",
        "Hi there, Dear customer",
        "namely, renamed it",
        "send it to The My I",
        "12 green hills",
    ],
)
def test_a_rule_leaves_alone_what_is_nobodys(text: str) -> None:
    assert found(text) - {("bank-account", "1111111111")} == set()


def test_the_checks_of_cards_and_accounts_refuse_one_wrong_digit() -> None:
    assert luhn([int(digit) for digit in "4111111111111111"])
    assert not luhn([int(digit) for digit in "4111111111111112"])
    assert mod97("GB33BUKB20201555555555")
    assert not mod97("GB34BUKB20201555555555")


def test_lower_case_keeps_every_position() -> None:
    plain = Plain.of("İstanbul 12 ROAD")

    assert len(plain.lower) == len(plain.text)
    assert plain.lower.endswith("stanbul 12 road")
    assert plain.digits == 2


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "a@", "a.", "at ", "dot ", "A1 ", "Aa ", "12 a ", "one ", "+1", "my name is ",
     "a at ", "x dot x at ", "GB33 ", "(", "0x", "sk-", "ssn ", "Flat 1, ", "\n", "a_", "@a",
     "é\u200b"],
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
