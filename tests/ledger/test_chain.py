from __future__ import annotations

import hashlib

import pytest

from guardrails.ledger.chain import GENESIS, content_hash, is_hash, leaf, named


def test_a_leaf_is_hashed_as_rfc_6962_says() -> None:
    # The leaf hash of an empty entry, as the test vectors of RFC 6962 logs give it.
    assert leaf(b"") == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert leaf(b"abc") == hashlib.sha256(b"\x00abc").hexdigest()


def test_a_record_cannot_be_passed_off_as_its_own_content() -> None:
    assert named(leaf(b"abc")) != content_hash(b"abc")


def test_nothing_hashes_to_the_beginning() -> None:
    assert GENESIS == "0" * 64


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (content_hash(b""), True),
        ("sha256:" + "A" * 64, False),
        ("sha256:" + "a" * 63, False),
        ("sha256:" + "a" * 64 + "\n", False),
        ("a" * 64, False),
        (None, False),
    ],
)
def test_only_a_whole_hash_is_a_hash(text: object, right: bool) -> None:
    assert is_hash(text) is right
