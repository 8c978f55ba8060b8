"""Checksums against numbers that are published as examples, and against one digit changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.checksums import proves
from guardrails.policy.rule import Checksum

GOOD = [
    (Checksum.LUHN, "4111 1111 1111 1111"),
    (Checksum.LUHN, "79927398713"),
    (Checksum.IBAN, "GB82 WEST 1234 5698 7654 32"),
    (Checksum.IBAN, "DE89370400440532013000"),
    (Checksum.NHS, "943 476 5919"),
    (Checksum.NHS, "9876543210"),
    (Checksum.VERHOEFF, "2363"),
    (Checksum.VERHOEFF, "123451"),
]


@pytest.mark.parametrize(("kind", "value"), GOOD)
def test_a_published_example_is_proven(kind, value):
    assert proves(kind, value)


@pytest.mark.parametrize(("kind", "value"), GOOD)
@given(st.data())
def test_one_changed_digit_is_noticed(kind, value, data):
    places = [at for at, sign in enumerate(value) if sign.isdigit()]
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != value[at]]))
    assert not proves(kind, value[:at] + digit + value[at + 1 :])


@pytest.mark.parametrize("kind", list(Checksum))
@pytest.mark.parametrize("value", ["", "0", "abc", "GB", "１２", "943 476 591"])
def test_what_is_no_number_proves_nothing(kind, value):
    assert not proves(kind, value)
