"""A sealed text opens with its key, for its record, as it was; and in no other way."""

from __future__ import annotations

import hmac
import os
from collections.abc import Mapping
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import assume, given
from hypothesis import strategies as st

from guardrails.errors import EvidenceError
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.seal import SessionKey, bound, name_of, seal, unseal, unwrap, wrap
from guardrails.ledger.record import canonical

ABOUT: dict[str, Any] = {
    "session": "s_1",
    "turn": 3,
    "side": "output",
    "surface": "text",
    "part": {"n": 0, "at": [0, 12], "last": True},
}
TO = bound("local", ABOUT, 0, "in")
KEY = SessionKey.fresh(os.urandom)
EVE = OpeningKey.generate("eve")
texts = st.text(st.characters(), max_size=300)  # lone surrogates too


@given(texts)
def test_a_text_comes_out_as_it_went_in(text: str) -> None:
    assert unseal(KEY, seal(KEY, text, TO, os.urandom), TO) == text


@given(texts)
def test_a_sealed_text_shows_nothing_of_the_text_and_is_another_each_time(text: str) -> None:
    one, other = (seal(KEY, text, TO, os.urandom) for _ in range(2))

    assert one != other
    assert name_of(one) != name_of(other)
    if len(text) > 4:
        assert text.encode("utf-8", "surrogatepass") not in one


@given(texts, st.data())
def test_a_sealed_text_that_was_changed_does_not_open(text: str, data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, text, TO, os.urandom))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))

    with pytest.raises(EvidenceError, match="was changed"):
        unseal(KEY, bytes(sealed), TO)


@given(st.integers(0, 60))
def test_a_sealed_text_that_was_cut_does_not_open(length: int) -> None:
    sealed = seal(KEY, "I said this to nobody else.", TO, os.urandom)
    assume(length < len(sealed))

    with pytest.raises(EvidenceError, match="was changed"):
        unseal(KEY, sealed[:length], TO)


OTHER_RECORDS: Mapping[str, dict[str, Any]] = {
    "of another conversation": {"session": "s_2"},
    "of another turn": {"turn": 4},
    "of the other side": {"side": "input"},
    "of another surface": {"surface": "reasoning"},
    "of another frame": {"part": {"n": 1, "at": [0, 12], "last": True}},
    "of other characters": {"part": {"n": 0, "at": [0, 13], "last": True}},
}


@pytest.mark.parametrize("change", OTHER_RECORDS.values(), ids=OTHER_RECORDS)
def test_a_sealed_text_does_not_open_for_a_record(change: dict[str, Any]) -> None:
    sealed = seal(KEY, "mine", TO, os.urandom)

    with pytest.raises(EvidenceError, match="does not belong to this record"):
        unseal(KEY, sealed, bound("local", ABOUT | change, 0, "in"))


@pytest.mark.parametrize(
    ("origin", "n", "name"), [("web-2", 0, "in"), ("local", 1, "in"), ("local", 0, "out")]
)
def test_a_sealed_text_does_not_open_in_another_log_or_place(
    origin: str, n: int, name: str
) -> None:
    sealed = seal(KEY, "mine", TO, os.urandom)

    with pytest.raises(EvidenceError, match="does not belong to this record"):
        unseal(KEY, sealed, bound(origin, ABOUT, n, name))


def test_a_sealed_text_does_not_open_with_the_key_of_another_conversation() -> None:
    sealed = seal(KEY, "mine", TO, os.urandom)

    with pytest.raises(EvidenceError):
        unseal(SessionKey.fresh(os.urandom), sealed, TO)


@pytest.mark.parametrize("missing", sorted(ABOUT))
def test_a_record_that_lacks_its_place_is_told(missing: str) -> None:
    about = {key: value for key, value in ABOUT.items() if key != missing}

    with pytest.raises(EvidenceError, match=f"has no '{missing}'"):
        bound("local", about, 0, "in")


@given(st.binary(min_size=32, max_size=32))
def test_the_key_of_a_conversation_opens_for_investigators(secret: bytes) -> None:
    key = SessionKey.of(secret)
    wrapped = wrap(key, "local", "s_1", EVE.sealing)

    assert secret not in wrapped
    assert unwrap(wrapped, "local", "s_1", key.name, EVE) == key


def test_the_key_of_a_conversation_does_not_open_with_another_private_key() -> None:
    wrapped = wrap(KEY, "local", "s_1", EVE.sealing)

    with pytest.raises(EvidenceError, match="sealed to another key") as refused:
        unwrap(wrapped, "local", "s_1", KEY.name, OpeningKey.generate("mallory"))

    assert "mallory" in str(refused.value)


@given(st.data())
def test_the_key_of_a_conversation_that_was_changed_does_not_open(data: st.DataObject) -> None:
    wrapped = bytearray(wrap(KEY, "local", "s_1", EVE.sealing))
    at = data.draw(st.integers(0, len(wrapped) - 1))
    wrapped[at] ^= data.draw(st.integers(1, 127))

    with pytest.raises(EvidenceError):
        unwrap(bytes(wrapped), "local", "s_1", KEY.name, EVE)


@pytest.mark.parametrize(("origin", "session"), [("web-2", "s_1"), ("local", "s_2")])
def test_the_key_of_a_conversation_opens_for_no_other(origin: str, session: str) -> None:
    wrapped = wrap(KEY, "local", "s_1", EVE.sealing)

    with pytest.raises(EvidenceError, match="for another conversation"):
        unwrap(wrapped, origin, session, KEY.name, EVE)


def test_keys_are_sealed_as_rfc_9180_says() -> None:
    # Written from the RFC alone (base mode, sections 4.1 and 5.1), so that another program
    # than ours can open what is kept.
    key = SessionKey.fresh(os.urandom)
    wrapped = wrap(key, "local", "s_1", EVE.sealing)
    enc, sealed = wrapped[:32], wrapped[32:]
    info = canonical(
        {"format": "candor-evidence/1", "origin": "local", "session": "s_1", "key": key.name}
    )

    def extract(suite: bytes, salt: bytes, label: bytes, data: bytes) -> bytes:
        return hmac.digest(salt, b"HPKE-v1" + suite + label + data, "sha256")

    def expand(suite: bytes, secret: bytes, label: bytes, data: bytes, length: int) -> bytes:
        text = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + data
        return hmac.digest(secret, text + b"\1", "sha256")[:length]

    private = X25519PrivateKey.from_private_bytes(EVE.secret)
    shared = private.exchange(X25519PublicKey.from_public_bytes(enc))
    kem = b"KEM\x00\x20"
    secret = extract(kem, b"", b"eae_prk", shared)
    secret = expand(kem, secret, b"shared_secret", enc + EVE.sealing.public, 32)
    suite = b"HPKE\x00\x20\x00\x01\x00\x02"
    context = b"\0" + extract(suite, b"", b"psk_id_hash", b"")
    context += extract(suite, b"", b"info_hash", info)
    secret = extract(suite, secret, b"secret", b"")
    opens = AESGCM(expand(suite, secret, b"key", context, 32))
    nonce = expand(suite, secret, b"base_nonce", context, 12)

    assert opens.decrypt(nonce, sealed, b"") == key.secret


def test_a_key_that_is_not_the_one_of_the_record_is_refused() -> None:
    # Who can seal to the investigators could offer another key for a name.
    other = SessionKey(KEY.name, b"\7" * 32)

    with pytest.raises(EvidenceError, match="not the one that the record commits to"):
        unwrap(wrap(other, "local", "s_1", EVE.sealing), "local", "s_1", KEY.name, EVE)


def test_the_secret_is_not_printed() -> None:
    assert repr(KEY.secret) not in repr(KEY)
