import asyncio
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from guardrails.cli.main import main
from guardrails.cli.sessions import KEY_VARIABLE
from guardrails.desk.words import sqlite_words
from guardrails.escalation.recent import Said, Who
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.sqlite import sqlite_sessions


def run(*words: object, code: int = 0, **env: str) -> str:
    done = CliRunner().invoke(main, ["sessions", *map(str, words)], env={KEY_VARIABLE: None, **env})
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture
def key(tmp_path: Path) -> Path:
    run("keygen", tmp_path / "key")
    return tmp_path / "key"


@pytest.fixture
def store(tmp_path: Path, key: Path) -> Path:
    async def fill() -> None:
        opened = sqlite_sessions(tmp_path / "s.db", Keyring.from_file(key), wall=lambda: 1e9)
        for name in ("a", "b"):
            async with opened.hold(name):
                pass
        await opened.aclose()

    asyncio.run(fill())
    return tmp_path / "s.db"


def test_a_new_key_is_for_its_owner_alone_and_nothing_is_written_over(key: Path) -> None:
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_text()
    assert "nothing that is there is written over" in run("keygen", key, code=1)
    assert key.read_text() == before


def test_a_store_is_counted_with_keys_from_a_file_or_a_variable(store: Path, key: Path) -> None:
    assert run("show", store, "--key-file", key) == "2 conversations, 0 in hand\n"
    told = run("show", store, **{KEY_VARIABLE: key.read_text()})
    assert told == "2 conversations, 0 in hand\n"


def test_without_a_key_it_is_told_how_to_get_one(store: Path) -> None:
    assert "candor sessions keygen" in run("show", store, code=1)


def test_what_is_idle_is_swept(store: Path, key: Path) -> None:
    assert run("sweep", store, "--key-file", key, "--idle-days", 40_000) == (
        "0 conversations forgotten\n"
    )
    assert run("sweep", store, "--key-file", key, "--idle-days", 1) == "2 conversations forgotten\n"


def test_keys_are_changed(store: Path, key: Path, tmp_path: Path) -> None:
    run("keygen", tmp_path / "new")
    fresh = (tmp_path / "new").read_text()
    key.write_text(fresh + key.read_text())
    assert run("rekey", store, "--key-file", key).startswith("2 conversations locked anew")
    assert run("show", store, "--key-file", tmp_path / "new") == "2 conversations, 0 in hand\n"


def test_keys_of_words_are_changed_with_those_of_sessions(
    store: Path, key: Path, tmp_path: Path
) -> None:
    words = sqlite_words(tmp_path / "w.db", Keyring.from_file(key))
    words.said("a", Said(Who.PERSON, "Hi"))
    words.close()
    run("keygen", tmp_path / "new")
    key.write_text((tmp_path / "new").read_text() + key.read_text())
    told = run("rekey", store, "--key-file", key, "--words", tmp_path / "w.db")
    assert told.endswith("1 of their words locked anew\n")
    new = sqlite_words(tmp_path / "w.db", Keyring.from_file(tmp_path / "new"))
    assert len(asyncio.run(new.turns("a"))) == 1  # type: ignore[arg-type]
    new.close()
    missing = ("rekey", store, "--key-file", key, "--words", tmp_path / "none.db")
    assert "there are no words" in run(*missing, code=1)
    assert not (tmp_path / "none.db").exists()


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, key: Path) -> None:
    assert "there is no store" in run("show", tmp_path / "none.db", "--key-file", key, code=1)
    assert not (tmp_path / "none.db").exists()


def test_a_server_that_is_not_there_is_told_without_its_address(key: Path) -> None:
    url = "postgresql://u:sesame@127.0.0.1:1/none"
    told = run("show", url, "--key-file", key, code=1)
    assert "cannot be used" in told
    assert "sesame" not in told
