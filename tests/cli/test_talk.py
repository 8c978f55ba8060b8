import io
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from guardrails.cli.reading import LineReader
from guardrails.cli.talk import Conversation, Tee, played, typed
from guardrails.errors import ModelError
from guardrails.escalation.console import ConsoleChannel
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import OpaqueChunk, OpaquePart, Role
from guardrails.models.base import ModelRequest
from guardrails.models.scripted import ScriptedModel
from tests.guards import Desk, guard
from tests.models.asking import hear
from tests.policies import policy


async def said(*lines: str) -> AsyncIterator[str]:
    for line in lines:
        yield line


def conversation(replies: Sequence[Any], **fields: Any) -> tuple[Conversation, ScriptedModel]:
    notices = io.StringIO()
    model = ScriptedModel(replies, cut=3)
    values: dict[str, Any] = {
        "guard": guard(channels={"desk": ConsoleChannel(notices)}),
        "model": model,
        "session": "s",
        "out": io.StringIO(),
        "notices": notices,
        **fields,
    }
    return Conversation(**values), model


def printed(talk: Conversation) -> str:
    assert isinstance(talk.out, io.StringIO)
    return talk.out.getvalue()


async def test_a_reply_is_shown_as_it_is_released() -> None:
    talk, _ = conversation(["I missed you all day. How was work?"])
    assert await talk.run(said("Hello."))
    assert "missed" not in printed(talk)
    assert printed(talk).startswith("reply> ")
    assert "How was work?" in printed(talk)


async def test_the_model_hears_the_system_prompt_and_what_was_shown_before() -> None:
    talk, model = conversation(["One.", "Two.", "Three."], system="Be kind.", remembered=2)
    await talk.run(said("first", "second", "third"))
    assert [[(m.role, m.text) for m in request.messages] for request in model.requests][2] == [
        (Role.SYSTEM, "Be kind."),
        (Role.USER, "second"),
        (Role.ASSISTANT, "Two."),
        (Role.USER, "third"),
    ]


async def test_without_a_limit_the_model_hears_all_and_gets_the_options() -> None:
    talk, model = conversation(["One.", "Two."], options={"temperature": 0})
    await talk.run(said("first", "second"))
    assert len(model.requests[1].messages) == 3
    assert dict(model.requests[1].options) == {"temperature": 0}


async def test_show_prints_what_was_found_decided_said_and_released() -> None:
    talk, _ = conversation(["I missed you all day. How was work?"], show=True)
    await talk.run(said("I am jo@example.org."))
    out = printed(talk)
    assert "| found       pii.email" in out
    assert "| decided     mask by rule pii.contact" in out
    assert "| decided     rewrite by rule claim.emotion" in out
    assert "| model said  I missed you all day. How was work?" in out
    assert "jo@example.org" not in out


async def test_every_turn_leaves_a_receipt() -> None:
    talk, _ = conversation(["One.", "Two."])
    await talk.run(said("first", "second"))
    assert len(set(talk.receipts)) == 2
    assert all(one.startswith("sha256:") for one in talk.receipts)


async def test_a_notice_is_shown_after_the_reply() -> None:
    talk, model = conversation(["never said"])
    assert await talk.run(said("I cannot go on at all."))
    out = printed(talk)
    assert "Please talk to someone now." in out
    assert "(desk is told: high)" in out
    assert "never said" not in out
    assert model.requests == []
    await talk.guard.aclose()
    await talk.run(said())
    assert "HIGH: a person needs somebody" in talk.notices.getvalue() + printed(talk)


async def test_a_part_that_nobody_looked_at_is_told() -> None:
    picture = OpaqueChunk(OpaquePart("image", {}))
    talk, _ = conversation([["Look.", picture]])
    await talk.run(said("Show me."))
    assert "(not looked at: output, image; note)" in printed(talk)


async def test_a_turn_that_fails_is_told_and_the_talk_goes_on() -> None:
    talk, _ = conversation([["Good ", ModelError("Broken", 500)], "Again."])
    assert not await talk.run(said("first", "second"))
    out = printed(talk)
    assert "(the model failed with Broken (HTTP 500))" in out
    assert "Again." in out


async def test_a_model_that_fails_is_told_even_if_the_policy_has_a_text_for_it() -> None:
    failure = replace(policy().failure, model_error="safe-reply")
    talk, _ = conversation(
        [[ModelError("Broken")]], guard=guard(policy(failure=failure), channels={"desk": Desk()})
    )
    assert not await talk.run(said("first"))
    assert "I cannot answer that just now." in printed(talk)
    assert "(the model failed, and the policy has a text for that)" in printed(talk)


async def test_without_a_log_there_is_no_receipt_and_no_crash() -> None:
    log = MemoryLog()
    log.failing = True
    notices = io.StringIO()
    talk, _ = conversation(
        ["One."], guard=guard(log=log, channels={"desk": ConsoleChannel(notices)}), show=True
    )
    await talk.run(said("first"))
    assert talk.receipts == []
    assert "One." not in printed(talk)


async def test_a_models_words_cannot_command_the_terminal() -> None:
    talk, _ = conversation(["\x1b[2Jfine"])
    await talk.run(said("Hello."))
    assert "\x1b" not in printed(talk)


async def test_what_is_typed_is_read_until_the_end_or_quit() -> None:
    out = io.StringIO()
    source = LineReader(
        io.BytesIO("one\r\n\n  two \nbr\xff\n/quit\nthree\n".encode("latin-1")).read
    )
    assert [line async for line in typed(source, out)] == ["one", "two", "br\ufffd"]
    assert out.getvalue() == "you> " * 5
    assert [line async for line in typed(LineReader(io.BytesIO(b"one").read), out)] == ["one"]


async def test_a_script_is_shown_as_if_it_were_typed() -> None:
    out = io.StringIO()
    assert [line async for line in played(["one", "two"], out)] == ["one", "two"]
    assert out.getvalue() == "you> one\nyou> two\n"


async def test_the_tee_changes_nothing_and_forgets_nothing() -> None:
    picture = OpaqueChunk(OpaquePart("image", {}))
    tee = Tee(ScriptedModel([["a", picture, "b"]]))
    request = ModelRequest(())
    assert len(await hear(tee, request)) == 3
    assert (tee.asked, tee.said) == (request, ["a", "b"])


@pytest.mark.parametrize("remembered", [0, 1])
async def test_a_model_may_be_given_no_past_at_all(remembered: int) -> None:
    talk, model = conversation(["One.", "Two."], remembered=remembered)
    await talk.run(said("first", "second"))
    assert len(model.requests[1].messages) == 1 + remembered
