import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guardrails.cli import script
from guardrails.cli.main import main
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from tests.serving import answering, served

REPLIES = {
    "family": "I have two sisters. We grew up by the sea.",
    "miss": "I missed you all day. What did you do?",
}


def reply(message: str) -> str:
    found = [text for word, text in REPLIES.items() if word in message]
    return found[0] if found else "That is good to hear. What happened next?"


@pytest.fixture(scope="module")
def seen() -> list[Any]:
    return []


@pytest.fixture(scope="module")
def server(seen: list[Any]) -> Iterator[str]:
    with served(answering(reply, seen)) as address:
        yield address


def chat(*arguments: str, **options: Any) -> Result:
    return CliRunner().invoke(main, ["chat", *arguments], **options)


@pytest.fixture(scope="module")
def played(
    server: str, seen: list[Any], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Result, Path, list[Any]]:
    log = tmp_path_factory.mktemp("chat") / "log"
    result = chat(
        "--url", server, "--show", "--model", "small", "--log", str(log),
        env={"OPENAI_API_KEY": "sk-test"},
    )  # fmt: skip
    return result, log, list(seen)


Played = tuple[Result, Path, list[Any]]


def test_with_no_terminal_a_short_conversation_is_played(played: Played) -> None:
    result, _, _ = played
    assert result.exit_code == 0, result.output
    for line in script.LINES:
        assert f"you> {line}" in result.stdout
    assert result.stdout.count("reply> ") == len(script.LINES)


def test_the_log_of_the_conversation_is_verified_and_the_result_printed(played: Played) -> None:
    result, log, _ = played
    assert re.search(
        rf"decision log {re.escape(str(log))}: \d+ records, sound", result.stdout.splitlines()[-1]
    )
    assert verify(log).code is Code.UNANCHORED


def test_no_claim_is_shown_and_what_was_said_is(played: Played) -> None:
    shown = [line for line in played[0].stdout.splitlines() if not line.startswith("  |")]
    assert not any("sisters" in line or "missed" in line for line in shown)
    assert "| model said  I have two sisters. We grew up by the sea." in played[0].stdout


def test_the_model_never_gets_the_name_the_address_or_the_cry_for_help(played: Played) -> None:
    result, _, seen = played
    asked = str([body for _, body in seen])
    assert "Priya" not in asked
    assert "example.com" not in asked
    assert "| model saw   My name is " in result.stdout
    assert "is told:" in result.stdout


def test_the_key_and_the_models_name_are_handed_on(played: Played) -> None:
    headers, body = played[2][0]
    assert headers["authorization"] == "Bearer sk-test"
    assert body["model"] == "small"


def test_a_server_that_is_not_there_is_told_and_exit_status_1(tmp_path: Path) -> None:
    result = chat("--url", "http://127.0.0.1:9", "--log", str(tmp_path / "log"))
    assert result.exit_code == 1
    assert "sound" in result.stdout


def test_the_demo_plays_with_the_real_model(tmp_path: Path) -> None:
    result = chat("--demo", "--show", "--log", str(tmp_path / "log"))
    assert result.exit_code == 0, result.output
    assert result.stdout.count("| model said  ") >= 3
    saw = [line for line in result.stdout.splitlines() if line.startswith("  | model saw")]
    assert not any("priya" in line.lower() for line in saw)
    assert "sound" in result.stdout.splitlines()[-1]


WEBHOOK = """\
schema: 1
policy: {id: hooked}
locales: [en-GB]
crisis:
  - id: crisis.high
    level: high
    threshold: 45
    do: replace
    say: help
    escalate: {to: desk, within: 10m}
escalation:
  channels:
    desk: {kind: webhook, url_env: DESK_URL, secret_env: DESK_SECRET}
messages:
  help: {en-GB: "Please call somebody. {resources}"}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""


@pytest.fixture
def hooked(tmp_path: Path) -> str:
    path = tmp_path / "hooked.yaml"
    path.write_text(WEBHOOK, encoding="utf-8")
    return str(path)


def test_a_webhook_that_is_not_set_up_is_shown_here_and_said(server: str, hooked: str) -> None:
    result = chat("--url", server, "--policy", hooked, env={"DESK_URL": "https://desk.test/"})
    assert result.exit_code == 0, result.output
    assert "(channel desk: DESK_SECRET not set; its notices are shown here)" in result.stdout


def test_a_webhook_that_is_set_up_wrongly_is_one_line(server: str, hooked: str) -> None:
    env = {"DESK_URL": "http://desk.test/", "DESK_SECRET": "x" * 30}
    result = chat("--url", server, "--policy", hooked, env=env)
    assert result.exit_code == 1
    assert result.stderr.startswith("candor: channel 'desk': the address of a webhook is an https")


# --- a person at a terminal


OWN_TERMINAL = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from guardrails.cli.main import main
main()
"""


class Screen:
    """`candor chat` under a pseudo-terminal."""

    def __init__(self, *arguments: str) -> None:
        self._fd, inside = pty.openpty()
        self.process = subprocess.Popen(  # noqa: S603 - this interpreter
            [sys.executable, "-c", OWN_TERMINAL, "chat", *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)
        self.text = ""

    def until(self, words: str, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while words not in self.text:
            ready, _, _ = select.select([self._fd], [], [], max(end - time.monotonic(), 0))
            assert ready, self.text
            try:
                self.text += os.read(self._fd, 4096).decode("utf-8", "replace")
            except OSError:
                break
        assert words in self.text, self.text

    def type(self, keys: str) -> None:
        self.text = ""
        os.write(self._fd, keys.encode())

    def close(self) -> int:
        try:
            return self.process.wait(30)
        finally:
            self.process.kill()
            os.close(self._fd)


@pytest.mark.parametrize("end", ["/quit\n", "\x04", "\x03"], ids=["quit", "Ctrl-D", "Ctrl-C"])
def test_a_person_talks_and_leaves_and_the_log_is_checked(
    server: str, tmp_path: Path, end: str
) -> None:
    screen = Screen("--url", server, "--log", str(tmp_path / "log"))
    screen.until("you> ")
    screen.type("Did you miss me?\n")
    screen.until("What did you do?")
    screen.until("you> ")
    assert "missed" not in screen.text
    screen.type(end)
    screen.until("records, sound")
    assert screen.close() == 0
