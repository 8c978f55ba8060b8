import asyncio
import copy
import json
import pickle
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import pytest
from langchain.chat_models import init_chat_model
from langchain_core.caches import InMemoryCache
from langchain_core.globals import set_llm_cache
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage, SystemMessage
from langchain_core.messages.ai import add_ai_message_chunks
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import ConfigurableField, Runnable, RunnableLambda
from pydantic import BaseModel, ValidationError

from guardrails.context import TurnContext
from guardrails.decisions import Do
from guardrails.errors import (
    AnsweredError,
    ConfigurationError,
    ModelError,
    SessionMissingError,
    UnsupportedError,
)
from guardrails.events import Blocked, Reasoning
from guardrails.langchain.chat import GuardedChatModel
from guardrails.langchain.portal import Portal
from guardrails.messages import Role
from tests.langchain.fakes import (
    CANARY,
    PERSON,
    PSEUDONYM,
    SAID,
    SHOWN,
    WANTED,
    FakeTurns,
    ScriptedModel,
    WholeModel,
    calling,
    guarded,
    named,
    saying,
)

HELLO = [HumanMessage(f"I am {PERSON}")]


class Person(BaseModel):
    """Somebody."""

    name: str
    note: str


@pytest.fixture
def inner() -> ScriptedModel:
    return ScriptedModel(chunks=saying(*SAID))


@pytest.fixture
def model(inner: ScriptedModel, turns: FakeTurns, portal: Portal) -> GuardedChatModel:
    return guarded(inner, turns, portal)


def checked(message: AIMessage) -> None:
    assert message.text == WANTED
    assert message.response_metadata["guardrails"]["receipt"]["id"] == "r_1"
    assert message.response_metadata["guardrails"]["decisions"][0]["rule"] == "a-rule"
    assert message.response_metadata["finish_reason"] == "stop"
    assert message.response_metadata["model_name"] == "scripted-1"
    assert message.usage_metadata is not None
    assert message.usage_metadata["total_tokens"] == 8


# Whole and streamed, sync and async


async def test_ainvoke_answers_guarded(model: GuardedChatModel, inner: ScriptedModel) -> None:
    message = await model.ainvoke(HELLO, named(), stop=["x"])

    checked(message)
    assert type(message) is AIMessage
    assert inner.seen == [([HumanMessage(f"I am {PSEUDONYM}")], {"stop": ["x"]})]


async def test_astream_streams_guarded(model: GuardedChatModel) -> None:
    chunks = [chunk async for chunk in model.astream(HELLO, named())]

    assert len(chunks) > 3
    assert CANARY not in repr(chunks)
    checked(add_ai_message_chunks(*chunks))
    assert [bool(chunk.response_metadata) for chunk in chunks].count(True) == 1


def test_invoke_and_stream_take_the_same_way(model: GuardedChatModel) -> None:
    checked(model.invoke(HELLO, named()))
    checked(add_ai_message_chunks(*model.stream(HELLO, named())))


async def test_sync_calls_work_inside_a_running_loop(model: GuardedChatModel) -> None:
    checked(model.invoke(HELLO, named()))
    checked(add_ai_message_chunks(*model.stream(HELLO, named())))


async def test_batches_take_the_same_way(model: GuardedChatModel, turns: FakeTurns) -> None:
    several = [named("a"), named("b")]

    for message in await model.abatch([HELLO, HELLO], several):
        checked(message)
    for message in model.batch([HELLO, HELLO], several):
        checked(message)
    assert sorted(context.session_id for context in turns.contexts) == ["a", "a", "b", "b"]


async def test_generate_takes_the_same_way(inner: ScriptedModel, turns: FakeTurns) -> None:
    portal = Portal()
    model = guarded(inner, turns, portal, session="fixed")
    prompt = model._convert_input(HELLO)

    results = [
        await model.agenerate([HELLO]),
        model.generate([HELLO]),
        await model.agenerate_prompt([prompt]),
        model.generate_prompt([prompt]),
    ]
    portal.close()

    for result in results:
        assert result.generations[0][0].text == WANTED
    assert {context.session_id for context in turns.contexts} == {"fixed"}


async def test_generate_reads_the_conversation_from_what_runs_around_it(
    model: GuardedChatModel, turns: FakeTurns
) -> None:
    async def node(messages: list[HumanMessage]) -> str:
        return (await model.agenerate([messages])).generations[0][0].text

    assert await RunnableLambda(node).ainvoke(HELLO, named("around")) == WANTED
    assert turns.contexts[0].session_id == "around"


async def test_a_model_that_cannot_stream_is_guarded_too(turns: FakeTurns, portal: Portal) -> None:
    model = guarded(WholeModel(chunks=[AIMessage("".join(SAID))]), turns, portal)

    assert (await model.ainvoke(HELLO, named())).content == WANTED
    assert model.invoke(HELLO, named()).content == WANTED


@pytest.mark.filterwarnings("ignore::langchain_core._api.LangChainBetaWarning")
async def test_the_streams_of_version_3_are_guarded(model: GuardedChatModel) -> None:
    stream = await model.astream_events(HELLO, named(), version="v3")
    message = await stream.output
    again = model.stream_events(HELLO, named(), version="v3").output

    assert message.text == again.text == WANTED
    with pytest.raises(NotImplementedError):
        model.stream_events(HELLO, named(), version="v2")


async def test_a_chain_streams_guarded(model: GuardedChatModel) -> None:
    prompt = ChatPromptTemplate.from_messages([("system", "Be kind."), ("user", "I am {name}")])
    chain = prompt | model | StrOutputParser()

    pieces = [piece async for piece in chain.astream({"name": PERSON}, named())]

    assert "".join(pieces) == WANTED
    assert len([piece for piece in pieces if piece]) > 2
    assert chain.invoke({"name": PERSON}, named()) == WANTED


async def test_a_reply_of_the_policy_alone_is_a_message(
    inner: ScriptedModel, portal: Portal
) -> None:
    turns = FakeTurns(before=(Blocked("Let us talk about this.", "r"),))
    model = guarded(ScriptedModel(chunks=[AIMessageChunk(content="")]), turns, portal)

    assert (await model.ainvoke(HELLO, named())).content == "Let us talk about this."


async def test_a_turn_without_any_text_is_an_empty_message(
    turns: FakeTurns, portal: Portal
) -> None:
    model = guarded(ScriptedModel(chunks=[AIMessageChunk(content="")]), turns, portal)

    assert (await model.ainvoke(HELLO, named())).content == ""
    assert [chunk.content async for chunk in model.astream(HELLO, named())] == [""]


async def test_reasoning_comes_as_blocks(portal: Portal, inner: ScriptedModel) -> None:
    turns = FakeTurns(before=(Reasoning("hm, "), Reasoning("yes")))
    model = guarded(inner, turns, portal)

    message = await model.ainvoke(HELLO, named())
    assert message.content == [
        {"type": "reasoning", "reasoning": "hm, yes"},
        {"type": "text", "text": WANTED},
    ]
    checked(message)


# Whose turn it is


async def test_the_turns_context_is_read_from_the_config(
    model: GuardedChatModel, turns: FakeTurns
) -> None:
    await model.ainvoke(HELLO, named("s", subject_id="u", locale="de", country="DE", minor=True))

    assert turns.contexts == [TurnContext("s", "u", "de", "DE", minor=True)]


async def test_a_missing_session_is_an_error_everywhere(model: GuardedChatModel) -> None:
    with pytest.raises(SessionMissingError):
        await model.ainvoke(HELLO)
    with pytest.raises(SessionMissingError):
        await anext(aiter(model.astream(HELLO)))
    with pytest.raises(SessionMissingError):
        model.invoke(HELLO)
    with pytest.raises(SessionMissingError):
        next(iter(model.stream(HELLO)))
    with pytest.raises(SessionMissingError):
        await model.agenerate([HELLO])
    with pytest.raises(SessionMissingError):
        await model.abatch([HELLO])


async def test_a_model_with_a_single_conversation_needs_no_name(
    inner: ScriptedModel, turns: FakeTurns, portal: Portal
) -> None:
    one, two = (guarded(inner, turns, portal, session="single") for _ in range(2))
    for each in (one, one, two, one.bind_tools([])):
        await each.ainvoke(HELLO)

    first, second, third, fourth = (context.session_id for context in turns.contexts)
    assert first == second == fourth != third
    assert len(first) == 32


async def test_a_bound_config_names_the_session(model: GuardedChatModel, turns: FakeTurns) -> None:
    bound = model.with_config(configurable={"session_id": "bound"})

    assert (await bound.ainvoke(HELLO)).content == WANTED
    assert turns.contexts[0].session_id == "bound"


# Stopping early


async def test_leaving_a_stream_closes_turn_and_model_at_once(
    model: GuardedChatModel, inner: ScriptedModel, turns: FakeTurns
) -> None:
    async with aclosing(model.astream(HELLO, named())) as chunks:  # type: ignore[type-var]
        await anext(chunks)

    assert (turns.closed, inner.log) == (1, ["closed"])


async def test_leaving_a_chain_closes_turn_and_model(
    model: GuardedChatModel, inner: ScriptedModel, turns: FakeTurns
) -> None:
    async with aclosing((model | StrOutputParser()).astream(HELLO, named())) as chunks:  # type: ignore[type-var]
        await anext(chunks)
    await asyncio.sleep(0.01)

    assert (turns.closed, inner.log) == (1, ["closed"])


def test_leaving_a_sync_stream_closes_turn_and_model_at_once(
    model: GuardedChatModel, inner: ScriptedModel, turns: FakeTurns
) -> None:
    chunks: Any = model.stream(HELLO, named())
    next(chunks)
    chunks.close()

    assert (turns.closed, inner.log) == (1, ["closed"])


async def test_cancelling_a_call_closes_turn_and_model(turns: FakeTurns, portal: Portal) -> None:
    inner = ScriptedModel(chunks=saying("a"), pause=30)
    task = asyncio.create_task(guarded(inner, turns, portal).ainvoke(HELLO, named()))
    await asyncio.wait_for(inner.asked.wait(), 5)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert (turns.closed, inner.log) == (1, ["closed"])


async def test_a_failing_model_is_an_error_without_its_words(
    turns: FakeTurns, portal: Portal
) -> None:
    inner = ScriptedModel(chunks=[*saying(*SAID)[:2], ValueError(f"you sent {PERSON}")])
    model = guarded(inner, turns, portal)

    for call in (model.ainvoke, lambda *args: asyncio.to_thread(model.invoke, *args)):
        with pytest.raises(ModelError) as caught:
            await call(HELLO, named())
        assert str(caught.value) == "the model failed with ValueError"
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None


# Tools and structured output


async def test_tool_calls_come_whole_with_their_arguments_guarded(
    turns: FakeTurns, portal: Portal
) -> None:
    inner = ScriptedModel(chunks=calling("find", {"who": PSEUDONYM, "why": CANARY}))
    model = guarded(inner, turns, portal).bind_tools(["a tool"], tool_choice="any", strict=True)

    message = await model.ainvoke(HELLO, named())
    streamed = add_ai_message_chunks(*[chunk async for chunk in model.astream(HELLO, named())])

    assert isinstance(model, GuardedChatModel)
    expected = {
        "name": "find",
        "args": {"who": PSEUDONYM, "why": SHOWN},
        "id": "call_1",
        "type": "tool_call",
    }
    assert message.tool_calls == streamed.tool_calls == [expected]
    assert json.loads(streamed.tool_call_chunks[0]["args"] or "") == expected["args"]
    assert inner.seen[0][1] == {"tools": ["a tool"], "tool_choice": "any", "strict": True}


async def test_values_are_restored_for_the_tools_that_were_named(
    turns: FakeTurns, portal: Portal
) -> None:
    inner = ScriptedModel(chunks=calling("find", {"who": PSEUDONYM}))
    model = guarded(inner, turns, portal, restore_tools=["find"]).bind_tools([])

    assert (await model.ainvoke(HELLO, named())).tool_calls[0]["args"] == {"who": PERSON}
    assert turns.restored == [frozenset({"find"})]


async def test_structured_output_is_guarded_and_gets_the_persons_values(
    turns: FakeTurns, portal: Portal
) -> None:
    inner = ScriptedModel(chunks=calling("Person", {"name": PSEUDONYM, "note": CANARY}))
    model = guarded(inner, turns, portal, restore_tools=["find"])

    parsed = await model.with_structured_output(Person).ainvoke(HELLO, named())
    plain = model.with_structured_output(Person.model_json_schema() | {"title": "Person"})
    raw = await model.with_structured_output(Person, include_raw=True).ainvoke(HELLO, named())

    assert parsed == Person(name=PERSON, note=SHOWN)
    assert plain.invoke(HELLO, named()) == {"name": PERSON, "note": SHOWN}
    assert isinstance(raw, dict)
    assert raw["parsed"] == parsed
    assert raw["raw"].response_metadata["guardrails"]["do"] == Do.NOTE
    assert turns.restored[0] == {"find", "Person"}
    assert "ls_structured_output_format" not in inner.seen[0][1]
    assert model._wiring.restore_tools == {"find"}


async def test_a_turn_that_the_policy_answers_has_no_structured_output(portal: Portal) -> None:
    turns = FakeTurns(before=(Blocked("Let us talk about this.", "r"),))
    model = guarded(ScriptedModel(chunks=[AIMessageChunk(content="")]), turns, portal)

    with pytest.raises(AnsweredError, match="include_raw=True") as told:
        await model.with_structured_output(Person).ainvoke(HELLO, named())
    with pytest.raises(AnsweredError):
        model.with_structured_output(Person.model_json_schema() | {"title": "P"}).invoke(
            HELLO, named()
        )
    assert told.value.say == "Let us talk about this."
    raw = await model.with_structured_output(Person, include_raw=True).ainvoke(HELLO, named())
    assert isinstance(raw, dict)
    assert (raw["parsed"], raw["raw"].text) == (None, "Let us talk about this.")


def test_what_a_guard_cannot_do_is_refused(model: GuardedChatModel, turns: FakeTurns) -> None:
    portal = Portal()
    with pytest.raises(UnsupportedError, match="function_calling"):
        model.with_structured_output(Person, method="json_mode")
    with pytest.raises(UnsupportedError, match="bind_tools"):
        guarded(RunnableLambda(lambda _: "a"), turns, portal).bind_tools([])
    with pytest.raises(NotImplementedError):
        guarded(FakeListChatModel(responses=["a"]), turns, portal).bind_tools([])
    with pytest.raises(ConfigurationError, match="guarded already"):
        guarded(model, turns, portal)
    with pytest.raises(ConfigurationError, match="guarded already"):
        guarded(ChatPromptTemplate.from_messages([("user", "x")]) | model, turns, portal)


# Whatever is made of it stays guarded


MAKERS: dict[str, Callable[[GuardedChatModel, ScriptedModel], Runnable[Any, Any]]] = {
    "bind": lambda model, _: model.bind(stop=["x"]),
    "bind and bind_tools": lambda model, _: model.bind(stop=["x"]).bind_tools([]),  # type: ignore[attr-defined]
    "bind_tools": lambda model, _: model.bind_tools([]),
    "with_retry": lambda model, _: model.with_retry(),
    "with_config": lambda model, _: model.with_config(tags=["x"]),
    "with_types": lambda model, _: model.with_types(),
    "with_listeners": lambda model, _: model.with_listeners(on_end=lambda run: None),
    "with_fallbacks": lambda model, raw: model.with_fallbacks([raw]),
    "fallbacks and bind_tools": lambda model, raw: model.with_fallbacks([raw]).bind_tools([]),
    "tools and fallbacks": lambda model, raw: model.bind_tools([]).with_fallbacks(
        [raw.bind_tools([])]
    ),
    "configurable_fields": lambda model, _: model.configurable_fields(
        pause=ConfigurableField(id="pause")
    ),
    "configurable_alternatives": lambda model, raw: model.configurable_alternatives(
        ConfigurableField(id="which"), default_key="first", other=raw
    ),
    "copy": lambda model, _: copy.copy(model),
    "deepcopy": lambda model, _: copy.deepcopy(model),
    "model_copy": lambda model, _: model.model_copy(deep=True),
}


@pytest.mark.parametrize("maker", MAKERS)
async def test_whatever_is_made_of_it_stays_guarded(
    model: GuardedChatModel, inner: ScriptedModel, maker: str
) -> None:
    raw = ScriptedModel(chunks=saying(*SAID))
    runnable = MAKERS[maker](model, raw)

    for which in ("first", "other"):
        config = named("s", which=which, pause=0.0)
        assert (await runnable.ainvoke(HELLO, config)).text == WANTED
        assert runnable.invoke(HELLO, config).text == WANTED
        pieces = [chunk async for chunk in runnable.astream(HELLO, config)]
        assert "".join(chunk.text for chunk in pieces) == WANTED


@pytest.mark.parametrize("other", ["model", "bound", "lambda", "guarded", "guarded chain"])
async def test_a_fallback_is_put_under_the_same_guard(
    turns: FakeTurns, portal: Portal, other: str
) -> None:
    broken = guarded(ScriptedModel(chunks=[ValueError()]), turns, portal)
    raw = ScriptedModel(chunks=saying(*SAID))
    fine = guarded(raw, turns, portal)
    fallbacks: dict[str, Runnable[Any, Any]] = {
        "model": raw,
        "bound": raw.bind(stop=["x"]),
        "lambda": RunnableLambda(lambda _: "".join(SAID)),
        "guarded": fine,
        "guarded chain": fine.with_retry(),
    }

    message = await broken.with_fallbacks([fallbacks[other]]).ainvoke(HELLO, named())

    assert message.text == WANTED
    assert turns.closed == 2


def test_a_fallback_that_is_guarded_in_part_is_refused(
    model: GuardedChatModel, inner: ScriptedModel
) -> None:
    with pytest.raises(ConfigurationError):
        model.with_fallbacks([inner.with_fallbacks([model])])


async def test_the_wrapped_model_cannot_be_reached_by_a_public_name(
    model: GuardedChatModel, inner: ScriptedModel
) -> None:
    public = [name for name in set(dir(model)) - set(dir(BaseModel)) if not name.startswith("_")]
    found = []
    for name in public:
        try:
            found.append(getattr(model, name))
        except (AttributeError, NotImplementedError):
            continue

    assert not [value for value in found if value is inner]
    for name in ("bound", "inner", "runnable", "chunks", "model", "client"):
        with pytest.raises(AttributeError):
            getattr(model, name)


async def test_no_cache_is_read_or_written(model: GuardedChatModel, turns: FakeTurns) -> None:
    cache = InMemoryCache()
    set_llm_cache(cache)
    try:
        await model.ainvoke(HELLO, named("a"))
        await model.ainvoke(HELLO, named("b"))
        model.invoke(HELLO, named("b"))
    finally:
        set_llm_cache(None)

    assert cache._cache == {}
    assert len(turns.contexts) == 3
    with pytest.raises(ValidationError):
        model.cache = True  # type: ignore[assignment]


async def test_a_model_that_is_configured_at_run_time_is_told_its_settings(
    turns: FakeTurns, portal: Portal
) -> None:
    inner = ScriptedModel(chunks=saying(*SAID))
    other = ScriptedModel(chunks=saying("other"))
    either = inner.configurable_alternatives(
        ConfigurableField(id="which"), default_key="first", other=other
    )
    model = guarded(either, turns, portal)

    assert (await model.ainvoke(HELLO, named("s", which="other"))).text == "other"
    assert (await model.ainvoke(HELLO, named("s"))).text == WANTED


# What others may know of it


def test_it_says_what_it_is_without_secrets(model: GuardedChatModel) -> None:
    assert model._llm_type == "guarded"
    assert model.asdict() == {"guarded": "ScriptedModel", "_type": "guarded"}
    assert not model.is_lc_serializable()
    assert "hello" not in repr(model)
    with pytest.raises(TypeError, match="pickled"):
        pickle.dumps(model)


def test_tracers_are_told_which_model_it_is(turns: FakeTurns, portal: Portal) -> None:
    class ChatExample(ScriptedModel):
        model_name: str = "example-1"

    bound = guarded(ChatExample().bind(stop=["x"]), turns, portal)
    plain = guarded(RunnableLambda(lambda _: "a"), turns, portal)

    assert bound._get_ls_params(stop=["y"])["ls_model_name"] == "example-1"
    assert plain._get_ls_params()["ls_provider"] == "guardedchatmodel"


def test_the_models_profile_is_kept_but_for_structured_output(
    turns: FakeTurns, portal: Portal
) -> None:
    inner = ScriptedModel(profile={"max_input_tokens": 9, "structured_output": True})

    assert guarded(inner, turns, portal).profile == {"max_input_tokens": 9}
    assert guarded(inner.bind(stop=["x"]), turns, portal).profile == {"max_input_tokens": 9}
    assert guarded(inner, turns, portal).bind_tools([]).profile == {"max_input_tokens": 9}


def test_a_model_that_is_made_at_run_time_is_not_made_before(
    turns: FakeTurns, portal: Portal
) -> None:
    later = init_chat_model("a-model", model_provider="openai", configurable_fields=("model",))

    assert isinstance(guarded(later, turns, portal).bind_tools([]), GuardedChatModel)


async def test_content_in_the_blocks_of_version_1_is_guarded(
    inner: ScriptedModel, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_OUTPUT_VERSION", "v1")
    turns = FakeTurns(before=(Reasoning("hm"),))
    model = guarded(ScriptedModel(chunks=saying(*SAID)), turns, portal)
    message = await model.ainvoke(HELLO, named())
    streamed = add_ai_message_chunks(*[chunk async for chunk in model.astream(HELLO, named())])

    for found in (message, streamed):
        assert found.text == WANTED
        kinds = [block["type"] for block in found.content_blocks]
        assert kinds == ["reasoning", "text"]


def test_tokens_are_estimated_without_asking_the_model(model: GuardedChatModel) -> None:
    assert model.get_num_tokens("12345") == 2
    assert model.get_num_tokens_from_messages(HELLO) > 3
    assert model.get_num_tokens_from_messages(HELLO, tools=[{"name": "x" * 40}]) > 13


async def test_the_whole_history_goes_down_in_order(
    model: GuardedChatModel, turns: FakeTurns
) -> None:
    await model.ainvoke(
        [SystemMessage("Be kind."), *HELLO, AIMessage("Hello."), HumanMessage("Bye.")], named()
    )

    roles = [message.role for message in turns.asked[0].messages]
    assert roles == [Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER]
