"""What is said of a server that cannot be used."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from guardrails.errors import SessionStoreError
from guardrails.storage.postgres import Postgres


def said(url: str) -> str:
    store = Postgres(url, 1)
    try:
        for _ in range(2):  # who comes a moment later is not made to wait, and is told the same
            with pytest.raises(SessionStoreError) as error:
                store.submit(lambda db: db.run("SELECT 1", {})).result()
    finally:
        store.close()
    return str(error.value)


def test_a_port_at_which_nobody_listens_is_named_and_no_password_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    told = said(f"postgresql://somebody:hidden@127.0.0.1:{port}/candor")
    assert f"nothing answered at 127.0.0.1, port {port}; see that the server runs" in told
    assert "hidden" not in told


def test_a_socket_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert f"nothing answered at {tmp_path}, port 5432;" in said(f"postgresql:///x?host={tmp_path}")


def test_where_no_address_is_given_the_one_that_was_tried_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PGHOST", str(tmp_path))
    assert f"nothing answered at {tmp_path}, port 5432;" in said("postgresql:///x")


def test_a_host_of_no_known_name_is_named() -> None:
    told = said("postgresql://u@nowhere.invalid/x")
    assert "nothing answered at nowhere.invalid, port 5432;" in told
