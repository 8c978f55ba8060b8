import pytest

from guardrails.errors import ModelError
from guardrails.messages import EndChunk, TextChunk
from guardrails.models.scripted import ScriptedModel
from tests.models.asking import ask, hear, hear_into


async def test_the_replies_come_in_order_and_the_requests_are_kept() -> None:
    model = ScriptedModel(["One.", ["Tw", "o.", EndChunk("stop")]])
    assert await hear(model, ask("first")) == [TextChunk("One.")]
    assert await hear(model, ask("second")) == [TextChunk("Tw"), TextChunk("o."), EndChunk("stop")]
    assert [request.messages[-1].text for request in model.requests] == ["first", "second"]
    assert model.closed == 0


@pytest.mark.parametrize(
    ("cut", "texts"), [(None, ["abcde"]), (1, list("abcde")), (2, ["ab", "cd", "e"])]
)
async def test_a_reply_can_be_cut(cut: int | None, texts: list[str]) -> None:
    assert await hear(ScriptedModel(["abcde"], cut=cut)) == [TextChunk(text) for text in texts]


async def test_an_empty_reply_says_nothing() -> None:
    assert await hear(ScriptedModel([""], cut=3)) == []
    assert await hear(ScriptedModel([""])) == []


async def test_a_script_can_fail_midway() -> None:
    heard: list[object] = []
    with pytest.raises(ModelError, match="Broken"):
        await hear_into(heard, ScriptedModel([["Good ", ModelError("Broken"), "never"]]))
    assert heard == [TextChunk("Good ")]


async def test_a_script_that_has_ended_is_an_error() -> None:
    with pytest.raises(ModelError, match="ScriptEnded"):
        await hear(ScriptedModel([]))


async def test_a_reply_that_was_stopped_is_counted() -> None:
    model = ScriptedModel([["a", "b"]])
    chunks = model.stream(ask())
    await anext(chunks)
    await chunks.aclose()
    assert model.closed == 1
