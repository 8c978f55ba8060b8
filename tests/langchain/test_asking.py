from contextlib import aclosing
from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from guardrails.errors import ConfigurationError
from guardrails.langchain.asking import asked
from guardrails.langchain.portal import Portal
from guardrails.messages import Message, Role, TextChunk
from guardrails.models.base import ModelRequest
from tests.langchain.fakes import FakeTurns, ScriptedModel, guarded, saying


@pytest.mark.parametrize(
    "messages",
    [
        "hello",
        [Message.of(Role.USER, "hello")],
        [HumanMessage("hello")],
        [("user", "hello")],
        [{"role": "user", "content": "hello"}],
    ],
)
async def test_a_model_is_asked_in_any_shape(messages: Any) -> None:
    inner = ScriptedModel(chunks=saying("Hi"))
    model, ours = asked(inner, messages)

    async with aclosing(model.stream(ModelRequest(ours))) as chunks:
        first = await anext(chunks)

    assert ours == (Message.of(Role.USER, "hello"),)
    assert first == TextChunk("Hi")
    assert inner.seen[0][0] == [HumanMessage("hello")]


async def test_what_the_caller_sent_goes_down_like_the_callers_own() -> None:
    inner = ScriptedModel(chunks=saying("Hi"))
    model, ours = asked(inner, [HumanMessage("hello", id="m1")])

    async with aclosing(model.stream(ModelRequest(ours))) as chunks:
        assert [chunk async for chunk in chunks]

    assert inner.seen[0][0][0].id == "m1"


def test_a_model_that_is_guarded_already_is_refused(turns: FakeTurns, portal: Portal) -> None:
    with pytest.raises(ConfigurationError, match="guarded already"):
        asked(guarded(ScriptedModel(), turns, portal), "hello")
