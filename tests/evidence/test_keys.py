"""Keys of investigators are told apart from every other kind of key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.errors import ProofError
from guardrails.evidence.keys import OpeningKey, SealingKey
from guardrails.ledger.keys import SigningKey


@given(st.binary(min_size=32, max_size=32))
def test_keys_are_read_as_they_were_written(secret: bytes) -> None:
    key = OpeningKey("eve.example/1", secret)

    assert OpeningKey.parse(key.written()) == key
    assert SealingKey.parse(str(key.sealing)) == key.sealing


def test_a_key_is_found_among_the_other_lines_of_a_file() -> None:
    key, log = OpeningKey.generate("inv"), SigningKey.generate("inv")

    assert OpeningKey.parse(f"{key.written()}\n{log.written()}\n") == key
    assert SealingKey.parse(f"{log.verifier}\n{key.sealing}\n") == key.sealing


def test_the_secret_half_is_not_printed() -> None:
    key = OpeningKey("inv", bytes(range(32)))

    assert "\\x01" not in repr(key)
    assert key.written() not in repr(key)


@pytest.mark.parametrize("name", ["", "two words", "a+b", "line\nfeed"])
def test_a_key_has_a_name_without_spaces_and_signs(name: str) -> None:
    with pytest.raises(ProofError, match="name of a key"):
        OpeningKey.generate(name)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("inv", "other", 1),  # the id is of another name
        lambda text: text[:-4] + "AAA=",  # another key
        lambda text: text.replace("+", "-"),
        lambda text: "",
        lambda text: text.rsplit("+", 1)[0],
        lambda text: text.rsplit("+", 1)[0] + "+AAAA",  # too short
    ],
)
def test_what_is_no_key_is_refused_without_being_quoted(change) -> None:
    key = OpeningKey("inv", b"\1" * 32)

    for parse, text in ((OpeningKey.parse, key.written()), (SealingKey.parse, str(key.sealing))):
        broken = change(text)
        with pytest.raises(ProofError, match="investigators' key") as refused:
            parse(broken)
        assert text.rsplit("+", 1)[1] not in str(refused.value)


def test_halves_and_keys_of_logs_are_not_taken_for_one_another() -> None:
    key, log = OpeningKey.generate("inv"), SigningKey.generate("inv")

    for text in (str(key.sealing), log.written(), str(log.verifier)):
        with pytest.raises(ProofError):
            OpeningKey.parse(text)
    for text in (key.written(), log.written(), str(log.verifier)):
        with pytest.raises(ProofError):
            SealingKey.parse(text)
