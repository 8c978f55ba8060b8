import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from guardrails.cli import inspect as command
from guardrails.cli.lines import Request
from guardrails.cli.main import main
from guardrails.decisions import Do
from guardrails.inspecting import Inspected
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from guardrails.messages import Side

MISSED = "I've missed you all day, how was the interview?"
ROWS: list[bytes] = [
    b'{"id": 1, "from": "user", "text": "My address is jo.miller@example.org, thanks."}',
    json.dumps({"id": "two", "from": "model", "text": MISSED}).encode(),
    b'{"id": 3, "from": "user", "text": "Are you a human?", "session": "s"}',
    b"{nonsense",
    b'{"id": 4, "from": "user", "text": "My name is Tomasz Nowak.", "session": "s"}',
    b'{"id": 5, "from": "user", "text": "\xff"}',
    b'{"id": 6, "from": "user", "text": "Ask Tomasz Nowak again.", "session": "s"}',
    json.dumps({"id": 7, "from": "user", "text": "a" * 40_000}).encode(),
    b'{"id": 8, "from": "user", "text": ""}',
    json.dumps({"id": 9, "from": "user", "text": "lone \ud800 surrogate"}).encode(),
    b'{"id": 10, "from": "user", "text": "I want to kill myself tonight.", "country": "GB"}',
]


@pytest.fixture(scope="module")
def bulk(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[dict[str, Any]], Path]:
    log = tmp_path_factory.mktemp("bulk") / "log"
    result = CliRunner().invoke(
        main, ["inspect", "--jsonl", "--log", str(log)], input=b"\n".join(ROWS) + b"\n"
    )
    assert result.stderr == ""
    return result.exit_code, [json.loads(row) for row in result.stdout.splitlines()], log


Bulk = tuple[int, list[dict[str, Any]], Path]


def test_each_line_gives_one_line_in_order(bulk: Bulk) -> None:
    _, rows, _ = bulk
    assert [row.get("id", row.get("line")) for row in rows] == [
        1, "two", 3, 4, 4, 6, 6, 8, 8, 9, 10,
    ]  # fmt: skip
    assert all(
        set(row)
        in (
            {"line", "error"},
            {
                *("id", "do", "rule", "findings", "text", "reply", "level", "escalate"),
                *("failed", "uncovered"),
            },
        )
        for row in rows
    )


def test_some_lines_failed_is_exit_status_1_and_each_says_why(bulk: Bulk) -> None:
    code, rows, _ = bulk
    assert code == 1
    failed = {row["line"]: row["error"] for row in rows if "line" in row}
    assert set(failed) == {4, 6, 8}
    assert "not JSON" in failed[4]
    assert "not UTF-8" in failed[6]
    assert "40,000 characters" in failed[8]


def test_personal_data_is_found_where_it_stands_and_hidden_from_the_model(bulk: Bulk) -> None:
    row = bulk[1][0]
    assert row["do"] == "mask"
    assert "jo.miller@example.org" not in row["text"]
    [found] = [one for one in row["findings"] if one["category"] == "pii.email"]
    assert (found["start"], found["end"]) == (14, 35)
    assert row["reply"] is None


def test_a_claim_of_feeling_is_repaired(bulk: Bulk) -> None:
    row = bulk[1][1]
    assert (row["do"], row["text"]) == ("rewrite", "How was the interview?")


def test_a_session_keeps_its_pseudonyms(bulk: Bulk) -> None:
    first, again = bulk[1][4], bulk[1][6]
    stand_in = first["text"].removeprefix("My name is ").removesuffix(".")
    assert "Nowak" not in stand_in
    assert stand_in in again["text"]


def test_a_person_in_need_gets_a_reply_and_a_human_would_be_told(bulk: Bulk) -> None:
    row = bulk[1][10]
    assert row["level"] in {"high", "imminent"}
    assert row["escalate"]
    assert row["reply"]


def test_odd_texts_pass(bulk: Bulk) -> None:
    rows = bulk[1]
    assert rows[8]["do"] == "pass"
    assert rows[9]["do"] == "pass"


def test_the_log_that_was_asked_for_is_sound(bulk: Bulk) -> None:
    assert verify(bulk[2]).code is Code.UNANCHORED


@pytest.mark.parametrize("form", ["text", "json"])
def test_one_text_is_shown_to_people_and_programs(form: str) -> None:
    result = CliRunner().invoke(main, ["inspect", "--from", "model", "--format", form, MISSED])
    assert result.exit_code == 0
    if form == "json":
        assert json.loads(result.stdout)["text"] == "How was the interview?"
        return
    lines = result.stdout.splitlines()
    assert lines[0].startswith("do        rewrite (rule claim.")
    assert lines[1].startswith("found     claim.")
    assert lines[-2:] == ["the person gets:", "  How was the interview?"]


def test_a_text_can_come_from_stdin_and_a_fixed_reply_is_shown() -> None:
    said = b"I want to kill myself tonight.\xff\x1b[2J"
    result = CliRunner().invoke(main, ["inspect", "--country", "GB", "-"], input=said)
    assert result.exit_code == 0
    assert "the model is not asked; the person gets:" in result.stdout
    assert "; a human is told" in result.stdout
    assert "\x1b" not in result.stdout


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put somebody before stderr; called by the test itself, since pytest captures anew for it."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    return terminal


def test_progress_is_shown_to_whoever_looks_at_stderr(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stderr = watched(monkeypatch)
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"x" * 1000)
    with file.open("rb") as source, command._progress(source) as progress:
        progress(1000)
    assert "1.0/1.0 kB" in stderr.getvalue()


def test_progress_of_what_has_no_end_counts_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = watched(monkeypatch)
    with Path("/dev/null").open("rb") as source, command._progress(source) as progress:
        progress(500)
    assert "500" in stderr.getvalue()


def test_what_is_added_to_a_reply_is_shown() -> None:
    result = CliRunner().invoke(
        main, ["inspect", "--country", "GB", "My brother says he wants to end it all"]
    )
    assert result.exit_code == 0
    shown = result.stdout.partition("the person gets the model's reply, and then:\n")[2]
    assert "Thank you for looking out for them." in shown
    assert "116 123" in shown


@pytest.mark.parametrize(("why", "words"), [("timeout", "it took too long"), ("odd", "odd")])
def test_a_detector_that_failed_is_named_with_what_happened(why: str, words: str) -> None:
    result = Inspected(
        Do.BLOCK, "failure.pii", (), "", "Not now.", None, escalate=False, failed=(("a/1", why),)
    )
    lines = list(command.readable(Request(None, "x", Side.INPUT), result))
    assert lines[:2] == ["do        block (rule failure.pii)", f"failed    a/1: {words}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Я настоящий человек.", "uncovered claims in Cyrillic script: nobody looked for it"),
        (
            "Jestem prawdziwym człowiekiem",
            "uncovered perhaps: it may be Polish, in too few words to tell",
        ),
    ],
)
def test_what_nobody_looked_for_is_told(text: str, told: str) -> None:
    result = CliRunner().invoke(main, ["inspect", "--from", "model", text])
    assert told in result.stdout
    tried = CliRunner().invoke(main, ["policy", "try", "companion", "--from", "model", text])
    assert told in tried.stdout


def test_a_reply_is_looked_at_as_the_answer_to_what_the_person_had_said() -> None:
    asked = ["--question", "Where did you grow up?", "--from", "model", "A fishing village."]
    result = CliRunner().invoke(main, ["inspect", *asked])
    assert "do        rewrite (rule claim.biography)" in result.stdout
    tried = CliRunner().invoke(main, ["policy", "try", "companion", *asked])
    assert "fired     claim.biography" in tried.stdout
    alone = CliRunner().invoke(main, ["inspect", "--from", "model", "A fishing village."])
    assert "do        pass" in alone.stdout


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (["inspect", "--question", "Hello?", "Hi."], "goes with --from model"),
        (["policy", "try", "companion", "--question", "Hello?", "Hi."], "goes with --from model"),
        (["inspect", "--question", "Hello?", "--jsonl"], 'write the key "question"'),
    ],
)
def test_a_question_that_nothing_answers_is_refused(command: list[str], why: str) -> None:
    result = CliRunner().invoke(main, command)
    assert (result.exit_code, why in result.output) == (2, True)
