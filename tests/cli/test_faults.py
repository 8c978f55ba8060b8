"""A command names the file that it could not use."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from guardrails.cli.faults import Check, checks, files_of
from guardrails.cli.main import main
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


def test_a_command_that_finds_something_out_says_so() -> None:
    def told() -> None:
        click.echo(checks(click.get_current_context()))

    for kind, said in ((Check, "True"), (click.Command, "False")):
        assert CliRunner().invoke(kind("told", callback=told)).output == f"{said}\n"


def test_each_command_whose_status_1_is_a_finding_ends_with_2_where_it_found_nothing() -> None:
    log = main.commands["log"]
    assert isinstance(log, click.Group)
    shown = {name: one for name, one in log.commands.items() if not isinstance(one, click.Group)}
    for group in ("anchor", "witness"):
        inner = log.commands[group]
        assert isinstance(inner, click.Group)
        shown.update(inner.commands)
    told = {name for name, one in shown.items() if "2 " in (one.help or "").partition("status:")[2]}
    assert told >= {"verify", "replay", "check", "check-aside", "reconcile", "pull", "submit"}
    acting = {"recover"}  # its status 1 says that it could not be done
    assert {name for name in told if not isinstance(shown[name], Check)} == acting
