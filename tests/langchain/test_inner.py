import asyncio
import contextvars
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress
from typing import Any

import pytest
from langchain_core.callbacks import AsyncCallbackManager
from langchain_core.language_models import FakeListChatModel, FakeListLLM, GenericFakeChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage
from langchain_core.outputs import ChatGenerationChunk
from langchain_core.runnables import RunnableConfig, RunnableGenerator, RunnableLambda
from langchain_core.runnables.config import var_child_runnable_config
from langsmith import run_helpers
from langsmith import utils as langsmith_utils

from guardrails.errors import ModelError, SessionMissingError, UnsupportedError
from guardrails.langchain.inner import LangChainModel
from guardrails.messages import Chunk, EndChunk, Message, Role, TextChunk, ToolCallChunk
from guardrails.models.base import ChatModel, ModelRequest
from tests.langchain.fakes import Ears, ScriptedModel, WholeModel, calling, saying

REQUEST = ModelRequest((Message.of(Role.USER, "hello"),))


async def hear(model: ChatModel, request: ModelRequest = REQUEST) -> list[Chunk]:
    async with aclosing(model.stream(request)) as chunks:
        return [chunk async for chunk in chunks]


async def hear_into(heard: list[Chunk], model: ChatModel) -> None:
    async with aclosing(model.stream(REQUEST)) as chunks:
        async for chunk in chunks:
            heard.append(chunk)


def text_of(chunks: list[Chunk]) -> str:
    return "".join(chunk.text for chunk in chunks if isinstance(chunk, TextChunk))


async def test_a_streaming_model_is_heard_piece_by_piece() -> None:
    model = ScriptedModel(chunks=saying("Hel", "lo"))

    chunks = await hear(LangChainModel(model), ModelRequest(REQUEST.messages, {"stop": ["x"]}))

    assert chunks[:2] == [TextChunk("Hel"), TextChunk("lo")]
    assert isinstance(chunks[-1], EndChunk)
    assert chunks[-1].finish_reason == "stop"
    assert model.seen == [([HumanMessage("hello")], {"stop": ["x"]})]
    assert model.log == ["closed"]


@pytest.mark.parametrize(
    "runnable",
    [
        WholeModel(chunks=[AIMessage("Hello")]),
        FakeListChatModel(responses=["Hello"]),
        GenericFakeChatModel(messages=iter([AIMessage("Hello")])),
        FakeListLLM(responses=["Hello"]),
        RunnableLambda(lambda _: "Hello"),
        RunnableLambda(lambda _: AIMessage("Hello")),
        ScriptedModel(chunks=saying("Hel", "lo")) | (lambda message: message.content),
        ScriptedModel(chunks=saying("Hel", "lo")).with_retry(),
        ScriptedModel(chunks=[ValueError()]).with_fallbacks(
            [FakeListChatModel(responses=["Hello"])]
        ),
    ],
)
async def test_anything_that_takes_messages_can_be_wrapped(runnable: Any) -> None:
    assert text_of(await hear(LangChainModel(runnable))) == "Hello"


async def test_a_tool_call_comes_in_pieces() -> None:
    chunks = await hear(LangChainModel(ScriptedModel(chunks=calling("find", {"a": "b"}))))

    assert len(chunks) > 2
    assert all(isinstance(chunk, ToolCallChunk) and chunk.index == 0 for chunk in chunks)


async def test_output_that_is_no_message_is_refused() -> None:
    with pytest.raises(UnsupportedError, match="dict"):
        await hear(LangChainModel(RunnableLambda(lambda _: {"answer": "x"})))


class ProviderError(Exception):
    """Quotes what it was sent, as providers do."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__("the prompt was: my secret")
        for name, value in attributes.items():
            setattr(self, name, value)


class Response:
    status_code = 503
    text = "my secret"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ProviderError(), None),
        (ProviderError(status_code=429), 429),
        (ProviderError(status_code="many"), None),
        (ProviderError(response=Response()), 503),
    ],
)
async def test_an_error_of_the_model_keeps_only_its_type_and_status(
    error: ProviderError, status: int | None
) -> None:
    model = LangChainModel(ScriptedModel(chunks=[*saying("Hel")[:1], error]))
    heard: list[Chunk] = []

    with pytest.raises(ModelError) as caught:
        await hear_into(heard, model)

    assert heard == [TextChunk("Hel")]
    assert (caught.value.kind, caught.value.status) == ("ProviderError", status)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


async def test_an_error_of_ours_goes_through() -> None:
    with pytest.raises(SessionMissingError):
        await hear(LangChainModel(ScriptedModel(chunks=[SessionMissingError()])))


async def test_a_model_that_cancels_itself_has_failed() -> None:
    with pytest.raises(ModelError, match="CancelledError"):
        await hear(LangChainModel(ScriptedModel(chunks=[asyncio.CancelledError()])))


async def test_the_model_is_closed_when_nobody_wants_more() -> None:
    model = ScriptedModel(chunks=saying(*"abcdef"))
    async with aclosing(LangChainModel(model).stream(REQUEST)) as chunks:
        assert await anext(chunks) == TextChunk("a")
        assert model.log == []

    assert model.log == ["closed"]


async def test_cancelling_the_caller_closes_the_model() -> None:
    model = ScriptedModel(chunks=saying("a"), pause=30)
    task = asyncio.create_task(hear(LangChainModel(model)))
    await asyncio.wait_for(model.asked.wait(), 5)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert model.log == ["closed"]


async def test_a_model_is_not_asked_for_more_than_is_taken() -> None:
    made: list[int] = []

    async def endless(_: AsyncIterator[Any]) -> AsyncIterator[str]:
        for number in range(10_000):
            made.append(number)
            yield f"{number} "

    async with aclosing(LangChainModel(RunnableGenerator(endless)).stream(REQUEST)) as chunks:
        async for chunk in chunks:
            if chunk == TextChunk("9 "):
                break

    assert len(made) < 20


async def test_a_model_that_will_not_stop_is_left_behind() -> None:
    stuck, release = asyncio.Event(), asyncio.Event()

    class Stubborn(ScriptedModel):
        async def _astream(self, *args: Any, **kwargs: Any) -> Any:
            yield ChatGenerationChunk(message=AIMessageChunk(content="a"))
            while not release.is_set():
                stuck.set()
                with suppress(asyncio.CancelledError):
                    await release.wait()

    model = LangChainModel(Stubborn(), patience=0.01)
    heard: list[Chunk] = []
    task = asyncio.create_task(hear_into(heard, model))
    await asyncio.wait_for(stuck.wait(), 5)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert heard == [TextChunk("a")]
    release.set()
    await asyncio.sleep(0.01)


async def test_nobody_around_the_call_is_known_to_the_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found: dict[str, Any] = {}
    outside: contextvars.ContextVar[str] = contextvars.ContextVar("outside", default="")

    async def spy(_: Any, config: RunnableConfig) -> str:
        manager = AsyncCallbackManager.configure(config["callbacks"])
        found["heard by"] = [handler for handler in manager.handlers if not handler.ignore_llm]
        found["outside"] = outside.get()
        found["tracing"] = langsmith_utils.tracing_is_enabled()
        found["parent"] = run_helpers.get_current_run_tree()
        found["configurable"] = config["configurable"]
        return "Hello"

    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    langsmith_utils.get_env_var.cache_clear()
    outside.set("known")
    token = var_child_runnable_config.set({"callbacks": [Ears()], "configurable": {"a": "b"}})
    try:
        assert langsmith_utils.tracing_is_enabled()
        model = LangChainModel(RunnableLambda(spy)).asked((), {"model": "small"})
        assert text_of(await hear(model)) == "Hello"
    finally:
        var_child_runnable_config.reset(token)
        monkeypatch.undo()
        langsmith_utils.get_env_var.cache_clear()

    assert found == {
        "heard by": [],
        "outside": "",
        "tracing": False,
        "parent": None,
        "configurable": {"model": "small"},
    }


async def test_callbacks_that_the_model_gets_later_hear_nothing_either() -> None:
    ears = Ears()
    model = ScriptedModel(chunks=saying("Hello"), callbacks=[ears])
    wrapped = LangChainModel(model)
    await hear(wrapped)
    model.callbacks = [ears]
    bare = ScriptedModel(chunks=saying("Hello"))
    later = LangChainModel(bare)
    await hear(later)
    bare.callbacks = [ears]

    assert text_of(await hear(wrapped)) == text_of(await hear(later)) == "Hello"
    assert ears.heard == []


async def test_a_message_goes_down_like_the_callers_own() -> None:
    model = ScriptedModel(chunks=[AIMessageChunk(content="ok")])
    original = HumanMessage([{"type": "text", "text": "hello", "cache_control": {}}], id="m1")

    await hear(LangChainModel(model).asked([original]))

    assert model.seen == [([original], {})]
