"""A person's values are in no repr, error, log or trace."""

import dataclasses
import json
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from langchain_core.messages import HumanMessage, SystemMessage

from guardrails.cli.log import log as log_command
from guardrails.decisions import Do
from guardrails.detectors.base import Reading, Token, View
from guardrails.errors import GuardrailsError
from guardrails.events import Blocked, Disclosed, Reasoning, Replaced, Text
from guardrails.findings import Span
from guardrails.ledger.store import FileLog
from guardrails.messages import EndChunk, Message, Role, TextChunk, ToolCallChunk
from guardrails.models.base import ModelRequest
from guardrails.models.scripted import ScriptedModel
from guardrails.pseudonyms import Pseudonyms
from guardrails.redaction import Replacement
from guardrails.voice import Voice, advance
from tests.guards import events_of, guard
from tests.langchain.fakes import Ears, Tracer, named, saying
from tests.langchain.fakes import ScriptedModel as LangChainModel

MINE = ("Priya", "jo@example.org", "0161 496 0000")
OTHERS = ("ann@example.org", "4111 1111 1111 1111")
CANARIES = (*MINE, *OTHERS)
HISTORY = [
    Message.of(Role.SYSTEM, f"Tell nobody: {OTHERS[0]} and {OTHERS[1]}"),
    Message(Role.USER, Message.of(Role.USER, f"I am {' '.join(MINE)}").parts, name="Priya"),
]
REPLY = [
    TextChunk("Dear <PERSON_1>, is it <EMAIL_2> or <EMAIL_1>? Call <PHONE_1>. jo@example.org "),
    ToolCallChunk(0, "c1", "send", '{"to": "<EMAIL_2>", "cc": "<EMAIL_1> '),
    ToolCallChunk(0, arguments='<PAYMENT_CARD_1>"}'),
    EndChunk("stop"),
]


def unseen(text: str, canaries: tuple[str, ...] = CANARIES) -> None:
    assert text
    assert not [value for value in canaries if value in text]


def told(error: BaseException) -> Iterator[str]:
    """Yield what an error says in every usual way, with all that hangs on it."""
    chain: BaseException | None = error
    while chain is not None:
        yield repr(chain) + str(chain) + repr(chain.args) + repr(vars(chain))
        chain = chain.__cause__ or chain.__context__
    yield "".join(traceback.format_exception(error))


def contents(folder: Path) -> Iterator[str]:
    """Yield what every file under *folder* holds."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.read_text("utf-8")


async def test_no_repr_of_a_turn_shows_a_value() -> None:
    model = ScriptedModel([REPLY])
    async with guard() as guarded:
        events = await events_of(
            guarded.stream(model, HISTORY, session_id="s", restore_tools=["send"])
        )
        async with guarded.sessions.hold("s") as session:
            shown = [repr(one) for one in (*events, *HISTORY, *REPLY, model.requests, session)]
            shown += [repr(session.vault), repr(list(session.vault.seen.values()))]
            state = json.dumps(session.vault.pseudonyms.state())

    assert "Priya" in "".join(event.text for event in events)
    assert all(value in state for value in CANARIES)  # they were known, so they could be shown
    unseen("".join(shown))


def test_the_repr_of_an_event_tells_how_long_its_text_is() -> None:
    assert repr(Text(MINE[0])) == f"Text(<{len(MINE[0])} characters>)"
    assert "<0 characters>" in repr(Replaced("", Do.REWRITE, "claim.bond"))
    assert "rule='claim.bond'" in repr(Replaced("", Do.REWRITE, "claim.bond"))
    for event in (Blocked(MINE[0], "r"), Disclosed(MINE[0]), Reasoning(MINE[0])):
        assert f"<{len(MINE[0])} characters>" in repr(event)
        unseen(repr(event))


def test_no_repr_of_what_is_made_on_the_way_shows_a_value() -> None:
    names = Pseudonyms()
    names.hide(MINE[0], [(0, 5, "person")])
    token = Token(0, 5, "Priya", "NNP", "PROPN", "ROOT", 0)
    view = dataclasses.replace(View.whole(MINE[1]), reading=Reading((token,)))
    request = ModelRequest(tuple(HISTORY), {"user": MINE[1]})
    voice = advance(Voice(), f"{MINE[0]} ", "")

    assert voice.head or voice.tail
    for one in (names, token, view, view.reading, request, voice, Replacement(Span(0, 1), MINE[0])):
        unseen(repr(one))


@pytest.mark.parametrize(
    "reply",
    [
        [TextChunk("It is <EMAIL_2>"), ValueError(*CANARIES)],
        [ToolCallChunk(0, "c", "send", '{"broken <EMAIL_2>'), RuntimeError(*CANARIES)],
        [TextChunk(7), TextChunk(" ".join(CANARIES))],  # type: ignore[arg-type]
    ],
)
async def test_no_error_tells_a_value(reply: Any) -> None:
    async with guard() as guarded:
        with pytest.raises(GuardrailsError) as caught:
            await events_of(guarded.stream(ScriptedModel([reply]), HISTORY, session_id="s"))

    unseen("".join(told(caught.value)))


def test_an_error_about_a_stand_in_does_not_tell_its_value() -> None:
    names = Pseudonyms()
    for wrong in (
        lambda: names.token("bad kind", MINE[1]),
        lambda: names.hide(MINE[1], [(0, 99, "email")]),
        lambda: names.hide(MINE[1], [(0, 5, "email"), (2, 7, "email")]),
    ):
        with pytest.raises(ValueError, match=r"stand-in|hide") as caught:
            wrong()
        unseen("".join(told(caught.value)))


async def test_neither_the_log_nor_what_the_command_shows_of_it_holds_a_value(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    async with guard(log=FileLog(tmp_path)) as guarded:
        events = await events_of(
            guarded.stream(ScriptedModel([REPLY]), HISTORY, session_id="Priya", subject_id=MINE[1])
        )

    assert events
    unseen("".join(contents(tmp_path)))
    for arguments in (["show"], ["show", "--format", "json"], ["verify"]):
        shown = CliRunner().invoke(log_command, [*arguments, str(tmp_path)])
        unseen(shown.output)
    unseen(f"-{caplog.text}")
    unseen(f"-{''.join(capfd.readouterr())}")


async def test_no_trace_holds_a_value_that_is_not_in_the_call_itself() -> None:
    inside, ears, tracer = Ears(), Ears(), Tracer()
    inner = LangChainModel(
        chunks=saying("It is <EMAIL_1>, <PAYMENT_CARD_1>", " and <EMAIL_2>."), callbacks=[inside]
    )
    question = [SystemMessage(f"Tell nobody: {OTHERS[0]} {OTHERS[1]}"), HumanMessage(MINE[1])]
    async with guard() as guarded:
        model = guarded.wrap(inner)
        config = {**named(), "callbacks": [ears, tracer]}
        answers = [await model.ainvoke(question, config)]
        answers += [chunk async for chunk in model.astream(question, config)]

    assert inside.heard == []
    unseen(repr(inner.seen))
    unseen("".join(repr(answer) for answer in answers), OTHERS)
    assert tracer.runs
    for run in tracer.runs:
        unseen(repr(run.outputs), OTHERS)  # the inputs are the caller's own messages
    assert MINE[1] in repr(tracer.runs[0].outputs)
