"""Text that was not released is heard by nobody: callbacks, tracers, event streams, graphs."""

from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.globals import set_debug, set_verbose
from langchain_core.messages import AIMessageChunk, HumanMessage
from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda
from langchain_core.tracers.context import collect_runs

from guardrails.errors import ModelError
from guardrails.langchain.chat import GuardedChatModel
from guardrails.langchain.portal import Portal
from tests.langchain.fakes import (
    CANARY,
    SAID,
    SHOWN,
    WANTED,
    AsyncEars,
    Ears,
    FakeTurns,
    ScriptedModel,
    Tracer,
    calling,
    guarded,
    saying,
)

HELLO = [HumanMessage("Hello")]
# What only the raw reply holds: the whole phrase, and each piece of it as it was streamed.
RAW = (CANARY, "I have mis", "sed you all ", "<PERSON_1>")


def unheard(text: str) -> None:
    assert not [raw for raw in RAW if raw in text]


def config(*callbacks: BaseCallbackHandler) -> RunnableConfig:
    return {"configurable": {"session_id": "s"}, "callbacks": list(callbacks)}


@pytest.fixture
def inner() -> ScriptedModel:
    return ScriptedModel(chunks=saying(*SAID))


@pytest.fixture
def model(inner: ScriptedModel, turns: FakeTurns, portal: Portal) -> GuardedChatModel:
    return guarded(inner, turns, portal)


@pytest.fixture
def noisy() -> Iterator[None]:
    set_debug(True)
    set_verbose(True)
    yield
    set_debug(False)
    set_verbose(False)


async def run_every_way(model: Runnable[Any, Any], config: RunnableConfig) -> None:
    await model.ainvoke(HELLO, config)
    assert [chunk async for chunk in model.astream(HELLO, config)]
    model.invoke(HELLO, config)
    assert list(model.stream(HELLO, config))
    await model.abatch([HELLO], config)


async def test_callbacks_of_the_call_hear_what_the_person_hears(model: GuardedChatModel) -> None:
    ears, later, tracer = Ears(), AsyncEars(), Tracer()

    await run_every_way(model, config(ears, tracer))
    await model.ainvoke(HELLO, config(later))
    assert [chunk async for chunk in model.astream(HELLO, config(later))]

    for heard in ("".join(ears.heard), "".join(later.heard), tracer.text()):
        unheard(heard)
        assert SHOWN in heard
    assert ears.names.count("on_chat_model_start") == 5
    assert len(tracer.runs) == 5
    assert "on_llm_new_token" in ears.names


async def test_callbacks_of_either_model_hear_what_the_person_hears(
    turns: FakeTurns, portal: Portal
) -> None:
    inside, outside = Ears(), Ears()
    inner = ScriptedModel(chunks=saying(*SAID), callbacks=[inside])
    model = guarded(inner, turns, portal)
    model.callbacks = [outside]

    await run_every_way(model, config())

    assert inside.heard == []
    unheard("".join(outside.heard))
    assert SHOWN in "".join(outside.heard)


@pytest.mark.usefixtures("noisy")
async def test_debug_and_verbose_print_what_the_person_hears(
    turns: FakeTurns, portal: Portal, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = ScriptedModel(chunks=saying(*SAID))
    assert inner.verbose

    await run_every_way(guarded(inner, turns, portal), config())
    set_debug(False)
    await run_every_way(guarded(inner, turns, portal).with_retry(), config())

    printed = capsys.readouterr().out
    unheard(printed)
    assert SHOWN in printed


async def test_a_run_collector_collects_what_the_person_hears(model: GuardedChatModel) -> None:
    with collect_runs() as collected:
        await run_every_way(model, config())

    assert len(collected.traced_runs) == 5
    unheard(repr([run.model_dump() for run in collected.traced_runs]))


@pytest.mark.filterwarnings("ignore:astream_events version='v1'")
@pytest.mark.parametrize("version", ["v1", "v2"])
async def test_event_streams_tell_what_the_person_hears(
    model: GuardedChatModel, version: Any
) -> None:
    async def node(messages: Any) -> str:
        return str((await model.ainvoke(messages)).text)

    for runnable in (model, RunnableLambda(node), model | (lambda message: message.text)):
        events = [
            event async for event in runnable.astream_events(HELLO, config(), version=version)
        ]

        unheard(repr(events))
        assert SHOWN in repr(events)
        models = [event for event in events if "chat_model" in event["event"]]
        assert {event["name"] for event in models} == {"GuardedChatModel"}
        assert [event for event in models if event["event"] == "on_chat_model_stream"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_a_log_stream_tells_what_the_person_hears(model: GuardedChatModel) -> None:
    patches = [patch async for patch in model.astream_log(HELLO, config())]

    unheard(repr(patches))
    assert SHOWN in repr(patches)


@pytest.mark.filterwarnings("ignore::langchain_core._api.LangChainBetaWarning")
async def test_streams_of_version_3_tell_what_the_person_hears(model: GuardedChatModel) -> None:
    ears = Ears()
    stream = await model.astream_events(HELLO, config(ears), version="v3")
    events = [event async for event in stream]

    unheard(repr(events) + "".join(ears.heard))
    assert (await stream.output).text == WANTED


async def test_an_error_of_the_model_tells_nobody_what_it_quotes(
    turns: FakeTurns, portal: Portal, capsys: pytest.CaptureFixture[str]
) -> None:
    class Answer:
        status_code = 400
        text = CANARY

        def json(self) -> dict[str, str]:
            return {"message": CANARY}

    error = ValueError(CANARY)
    error.response = Answer()  # type: ignore[attr-defined]
    error.body = CANARY  # type: ignore[attr-defined]
    ears, later, tracer = Ears(), AsyncEars(), Tracer()
    model = guarded(ScriptedModel(chunks=[AIMessageChunk(content=SAID[0]), error]), turns, portal)

    with pytest.raises(ModelError):
        await model.ainvoke(HELLO, config(ears, later, tracer))
    with pytest.raises(ModelError):
        assert [chunk async for chunk in model.astream(HELLO, config(ears, later, tracer))]
    with pytest.raises(ModelError):
        model.invoke(HELLO, config(ears, tracer))
    with pytest.raises(ModelError):
        assert list(model.stream(HELLO, config(ears, tracer)))

    assert ears.names.count("on_llm_error") == 4
    assert later.names.count("on_llm_error") == 2
    for heard in ("".join(ears.heard), "".join(later.heard), tracer.text()):
        unheard(heard)
        assert "the model failed with ValueError (HTTP 400)" in heard
    unheard(capsys.readouterr().err)


async def test_arguments_of_a_tool_call_are_heard_as_they_are_released(
    turns: FakeTurns, portal: Portal
) -> None:
    ears, tracer = Ears(), Tracer()
    inner = ScriptedModel(chunks=calling("note", {"text": f"Dear all, {CANARY} Bye."}))
    model = guarded(inner, turns, portal).bind_tools([])

    await run_every_way(model, config(ears, tracer))
    events = [event async for event in model.astream_events(HELLO, config(), version="v2")]

    for heard in ("".join(ears.heard), tracer.text(), repr(events)):
        unheard(heard)
        assert SHOWN in heard


async def test_what_hangs_on_the_wrapped_models_config_hears_nothing(
    turns: FakeTurns, portal: Portal
) -> None:
    ears = Ears()
    runs: list[Any] = []
    inner = (
        ScriptedModel(chunks=saying(*SAID))
        .with_config(callbacks=[ears])
        .with_listeners(on_start=runs.append, on_end=runs.append)
    )

    await run_every_way(guarded(inner, turns, portal), config())

    assert ears.heard == []
    assert runs == []
