import sys
from base64 import b64encode
from pathlib import Path

import pytest

from guardrails.errors import ConfigurationError, SessionKeyError
from guardrails.sessions.keyring import Keyring, cipher, lock, new_key, unlock

ONE, OTHER = new_key(lambda n: b"1" * n), new_key(lambda n: b"2" * n)


def fixed(n: int) -> bytes:
    return b"n" * n


def test_a_data_key_opens_with_the_key_that_locked_it_and_in_its_own_place_alone() -> None:
    locked = Keyring.of(ONE).lock(b"d" * 32, b"place")

    assert b"dddd" not in locked
    assert Keyring.of(ONE).unlock(locked, b"place") == b"d" * 32
    with pytest.raises(SessionKeyError, match="does not open"):
        Keyring.of(ONE).unlock(locked, b"elsewhere")
    with pytest.raises(SessionKeyError, match="not on the ring"):
        Keyring.of(OTHER).unlock(locked, b"place")
    with pytest.raises(SessionKeyError):
        Keyring.of(ONE).unlock(locked[:10], b"place")


def test_the_first_key_locks_and_all_of_them_open() -> None:
    old = Keyring.of(ONE).lock(b"d" * 32, b"a")
    both = Keyring.of(f"{OTHER}\n{ONE}\n")
    new = both.lock(b"e" * 32, b"a")

    assert both.unlock(old, b"a") == b"d" * 32
    assert Keyring.of(OTHER).unlock(new, b"a") == b"e" * 32
    assert (both.fresh(old), both.fresh(new)) == (False, True)


def test_the_same_bytes_are_never_locked_into_the_same_bytes() -> None:
    keys = Keyring.of(ONE)
    assert keys.lock(b"d" * 32, b"a") != keys.lock(b"d" * 32, b"a")


def test_what_is_locked_is_aes_256_gcm_as_anybody_else_reads_it() -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    locked = lock(cipher(b"k" * 32), b"words", b"about", fixed)

    assert AESGCM(b"k" * 32).decrypt(locked[:12], locked[12:], b"about") == b"words"
    assert unlock(cipher(b"k" * 32), locked, b"about") == b"words"


@pytest.mark.parametrize(
    "text",
    ["", "   ", "sesame", b64encode(b"short").decode(), f"{ONE} {b64encode(b'x' * 31).decode()}"],
)
def test_what_is_no_key_is_told_and_not_quoted(text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"32 bytes in base64.*keygen") as told:
        Keyring.of(text)
    for word in text.split():
        assert word not in str(told.value)


def test_a_key_comes_from_a_variable_by_name_or_from_a_file(tmp_path: Path) -> None:
    locked = Keyring.of(ONE).lock(b"d" * 32, b"a")
    file = tmp_path / "key"
    file.write_text(f"{ONE}\n")

    assert Keyring.from_env("SESSIONS_KEY", {"SESSIONS_KEY": ONE}).unlock(locked, b"a")
    assert Keyring.from_file(file).unlock(locked, b"a")
    with pytest.raises(ConfigurationError, match="SESSIONS_KEY is not set"):
        Keyring.from_env("SESSIONS_KEY", {})
    with pytest.raises(ConfigurationError, match="FileNotFoundError"):
        Keyring.from_file(tmp_path / "missing")
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigurationError, match="UnicodeDecodeError"):
        Keyring.from_file(file)


def test_a_ring_of_keys_shows_none() -> None:
    assert repr(Keyring.of(f"{ONE} {OTHER}")) == "Keyring(2 keys)"


def test_every_new_key_is_another() -> None:
    assert new_key() != new_key()
    assert Keyring.of(new_key())


def test_what_is_not_installed_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from guardrails.sessions.postgres import postgres_sessions

    keys = Keyring.of(ONE)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ConfigurationError, match=r"candor-guardrails\[postgres\]"):
        postgres_sessions("postgresql:///none", keys)
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
    with pytest.raises(ConfigurationError, match=r"candor-guardrails\[sessions\]"):
        Keyring.of(ONE)
