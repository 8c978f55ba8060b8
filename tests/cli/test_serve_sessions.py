"""Which store of conversations a gateway is given, and who shares it."""

from pathlib import Path

import pytest

from guardrails.cli.serve_sessions import sessions_of, shared_store
from guardrails.cli.sessions import KEY_VARIABLE
from guardrails.errors import ConfigurationError, SessionStoreError
from guardrails.gateway.settings import Settings, checked
from guardrails.sessions.keyring import new_key
from guardrails.sessions.spaced import SpacedSessions

UPSTREAM = "http://localhost:1/v1"


def settings(**policies: str) -> Settings:
    routes = {name: {"policy": policy, "upstream": UPSTREAM} for name, policy in policies.items()}
    return checked({"routes": routes}, "test")


def test_without_a_store_sessions_are_in_memory() -> None:
    assert shared_store(None, None) is None
    assert sessions_of("companion", settings(default="companion"), None) is None


@pytest.mark.parametrize("named", [True, False], ids=["file", "variable"])
async def test_a_store_is_a_file_or_a_database_with_keys_from_either_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    key = tmp_path / "key"
    key.write_text(new_key())
    if not named:
        monkeypatch.setenv(KEY_VARIABLE, key.read_text())
    file, database = (
        shared_store(store, key if named else None)
        for store in (str(tmp_path / "sessions.db"), "postgresql://nobody@127.0.0.1:9/none")
    )
    assert file is not None
    assert database is not None
    async with file.hold("s") as session:
        assert session.state.turn == 0
    with pytest.raises(SessionStoreError):
        async with database.hold("s"):
            pass
    file.close()
    database.close()
    assert (tmp_path / "sessions.db").exists()


def test_a_store_without_keys_is_an_error_that_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    with pytest.raises(ConfigurationError, match=KEY_VARIABLE):
        shared_store(str(tmp_path / "sessions.db"), None)
    assert not (tmp_path / "sessions.db").exists()


def test_the_default_routes_policy_has_the_plain_names_and_others_a_space(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text(new_key())
    store = shared_store(str(tmp_path / "sessions.db"), key)
    assert store is not None
    both = settings(default="companion", support="support-desk")
    assert sessions_of("companion", both, store) is store
    assert isinstance(sessions_of("support-desk", both, store), SpacedSessions)
    assert isinstance(sessions_of("companion", settings(other="companion"), store), SpacedSessions)
    store.close()
