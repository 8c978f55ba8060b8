"""A command names the file that it could not use."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrails.cli.faults import files_of
from guardrails.errors import LogReadError, LogWriteError


def test_the_file_is_named_and_what_the_system_said(tmp_path: Path) -> None:
    missing = tmp_path / "a" / "b"
    with (
        pytest.raises(LogReadError, match=f"^{missing}: No such file or directory$"),
        files_of(tmp_path),
    ):
        missing.read_bytes()


def test_the_folder_is_named_where_the_system_names_no_file(tmp_path: Path) -> None:
    with (
        pytest.raises(LogWriteError, match=f"^{tmp_path}: no room; call it again$"),
        files_of(tmp_path, LogWriteError, "; call it again"),
    ):
        raise OSError(28, "no room")


def test_what_is_no_fault_of_a_file_goes_on(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="other"), files_of(tmp_path):
        raise LookupError("other")
