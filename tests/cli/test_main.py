import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from guardrails.cli.main import main
from guardrails.errors import ConfigurationError, PolicyError, Problem


def test_the_version_is_printed() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.exit_code == 0
    assert result.stdout.startswith("candor, version ")


def test_the_package_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "guardrails", "--help"], capture_output=True, text=True, check=True
    )
    assert "Candor guards conversational models" in done.stdout
    assert {"chat", "inspect", "log"} <= set(done.stdout.split())


@pytest.mark.parametrize("command", [[], ["chat"], ["inspect"], ["log"], ["log", "verify"]])
def test_every_command_has_help(command: list[str]) -> None:
    result = CliRunner().invoke(main, [*command, "--help"])
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["inspect"],
        ["inspect", "text", "--jsonl"],
        ["inspect", "--from", "nobody", "text"],
        ["chat"],
        ["chat", "--demo", "--url", "http://127.0.0.1:1"],
        ["chat", "--nonsense"],
    ],
)
def test_wrong_usage_is_exit_status_2_with_a_hint(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr
    assert result.stdout == ""


def test_a_policy_that_is_not_there_is_one_line_and_exit_status_1() -> None:
    result = CliRunner().invoke(main, ["inspect", "--policy", "companoin", "Hello."])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("candor: no policy file")
    assert "companion" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "printed"),
    [
        (ConfigurationError("say which"), "candor: say which\n"),
        (
            PolicyError((Problem("a.yaml", 1, 2, "no such key"), Problem("a.yaml", 3, 4, "why"))),
            "a.yaml:1:2: no such key\na.yaml:3:4: why\n",
        ),
    ],
)
def test_an_error_of_ours_is_printed_and_not_traced(error: Exception, printed: str) -> None:
    @click.command()
    def fails() -> None:
        raise error

    group = type(main)(name="candor", commands={"fails": fails})
    result = CliRunner().invoke(group, ["fails"])
    assert (result.exit_code, result.stderr) == (1, printed)


def test_an_error_of_another_kind_is_not_hidden() -> None:
    @click.command()
    def fails() -> None:
        raise ZeroDivisionError

    group = type(main)(name="candor", commands={"fails": fails})
    assert isinstance(CliRunner().invoke(group, ["fails"]).exception, ZeroDivisionError)
