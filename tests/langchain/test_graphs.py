"""Inside an agent and a graph, where the config is ambient and streams are many."""

from collections.abc import Sequence
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain.agents.structured_output import ToolStrategy
from langchain_core.messages import AIMessageChunk, BaseMessage, HumanMessage, ToolMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import tool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import END, START, MessagesState, StateGraph
from pydantic import BaseModel

from guardrails.errors import SessionMissingError
from guardrails.langchain.chat import GuardedChatModel
from guardrails.langchain.portal import Portal
from tests.langchain.fakes import (
    CANARY,
    PERSON,
    PSEUDONYM,
    SAID,
    SHOWN,
    WANTED,
    Ears,
    FakeTurns,
    ScriptedModel,
    Tracer,
    calling,
    guarded,
    saying,
)
from tests.langchain.test_canary import unheard

THREAD: RunnableConfig = {"configurable": {"thread_id": "t1", "subject_id": "u1"}}


def said() -> Any:
    return {"messages": [HumanMessage(f"I am {PERSON}")]}


class Turning(ScriptedModel):
    """Says the next of its replies each time that it is asked."""

    replies: list[Any]

    async def _astream(self, *args: Any, **kwargs: Any) -> Any:
        self.chunks = self.replies[len(self.seen)]
        async for chunk in super()._astream(*args, **kwargs):
            yield chunk


@tool
def find(who: str, why: str) -> str:
    """Find a person."""
    return f"{who} is in the garden ({why})"


def graph_of(model: GuardedChatModel, *, sync: bool = False) -> Any:
    async def talk(state: MessagesState) -> dict[str, Any]:
        return {"messages": [await model.ainvoke(state["messages"])]}

    def talk_now(state: MessagesState) -> dict[str, Any]:
        return {"messages": [model.invoke(state["messages"])]}

    graph = StateGraph(MessagesState)
    graph.add_node("talk", talk_now if sync else talk)
    graph.add_edge(START, "talk")
    graph.add_edge("talk", END)
    return graph.compile(checkpointer=InMemorySaver())


@pytest.fixture
def model(turns: FakeTurns, portal: Portal) -> GuardedChatModel:
    return guarded(ScriptedModel(chunks=saying(*SAID)), turns, portal)


async def test_a_graph_names_the_session_by_its_thread(
    model: GuardedChatModel, turns: FakeTurns
) -> None:
    graph = graph_of(model)

    first = await graph.ainvoke(said(), THREAD)
    second = await graph.ainvoke(said(), THREAD)

    assert first["messages"][-1].text == second["messages"][-1].text == WANTED
    assert {(context.session_id, context.subject_id) for context in turns.contexts} == {
        ("t1", "u1")
    }
    assert len(turns.asked[1].messages) == 3
    assert first["messages"][-1].response_metadata["guardrails"]["do"] == "note"


def test_a_sync_graph_names_it_too(model: GuardedChatModel, turns: FakeTurns) -> None:
    graph = graph_of(model, sync=True)

    assert graph.invoke(said(), THREAD)["messages"][-1].text == WANTED
    assert turns.contexts[0].session_id == "t1"
    pieces = [part[0] for part in graph.stream(said(), THREAD, stream_mode="messages")]
    unheard(repr(pieces))
    assert "".join(piece.text for piece in pieces if isinstance(piece, AIMessageChunk)) == WANTED


async def test_a_graph_without_thread_is_an_error(
    turns: FakeTurns, portal: Portal, model: GuardedChatModel
) -> None:
    agent: Any = create_agent(model)

    with pytest.raises(SessionMissingError):
        await agent.ainvoke(said())


@pytest.mark.parametrize("mode", ["messages", "values", "updates", "debug", "custom", "tasks"])
async def test_no_mode_of_a_graphs_stream_tells_more_than_the_person_hears(
    model: GuardedChatModel, mode: str
) -> None:
    parts = [part async for part in graph_of(model).astream(said(), THREAD, stream_mode=mode)]

    unheard(repr(parts))
    if mode == "messages":
        pieces = [part[0] for part in parts]
        assert "".join(piece.text for piece in pieces) == WANTED
        assert len(pieces) > 3
    else:
        assert (SHOWN in repr(parts)) is (mode != "custom")


async def test_the_events_of_a_graph_tell_what_the_person_hears(model: GuardedChatModel) -> None:
    ears, tracer = Ears(), Tracer()
    config: RunnableConfig = {**THREAD, "callbacks": [ears, tracer]}

    events = [e async for e in graph_of(model).astream_events(said(), config, version="v2")]

    for heard in (repr(events), "".join(ears.heard), tracer.text()):
        unheard(heard)
        assert SHOWN in heard
    assert {e["name"] for e in events if "chat_model" in e["event"]} == {"GuardedChatModel"}


@pytest.mark.filterwarnings("ignore::langchain_core._api.LangChainBetaWarning")
@pytest.mark.filterwarnings("ignore:.*version.*v3.*")
async def test_the_events_of_version_3_of_a_graph_tell_what_the_person_hears(
    model: GuardedChatModel,
) -> None:
    ears = Ears()
    stream = await graph_of(model).astream_events(
        said(), {**THREAD, "callbacks": [ears]}, version="v3"
    )
    events = [event async for event in stream]

    unheard(repr(events) + "".join(ears.heard))
    deltas = [event for event in events if "content-block-delta" in repr(event)]
    assert len(deltas) > 3
    assert SHOWN in "".join(ears.heard)


def agent_replies() -> list[Any]:
    return [calling("find", {"who": PSEUDONYM, "why": CANARY}), saying(*SAID)]


@pytest.mark.parametrize("restore", [(), ("find",)])
async def test_an_agent_calls_tools_under_guard(
    turns: FakeTurns, portal: Portal, restore: Sequence[str]
) -> None:
    inner = Turning(replies=agent_replies())
    model = guarded(inner, turns, portal, restore_tools=restore)
    ears, tracer = Ears(), Tracer()
    agent: Any = create_agent(model, [find], system_prompt="Be kind.", checkpointer=InMemorySaver())

    result = await agent.ainvoke(said(), {**THREAD, "callbacks": [ears, tracer]})

    messages: list[BaseMessage] = result["messages"]
    who = PERSON if restore else PSEUDONYM
    assert [message.type for message in messages] == ["human", "ai", "tool", "ai"]
    assert isinstance(messages[2], ToolMessage)
    assert messages[2].content == f"{who} is in the garden ({SHOWN})"
    assert messages[-1].text == WANTED
    assert CANARY not in "".join(ears.heard) + tracer.text()
    # The tool's answer is hidden again on its way to the model.
    second = inner.seen[1][0]
    assert second[-1].content == f"{PSEUDONYM} is in the garden ({SHOWN})"
    assert second[-1].tool_call_id == second[-2].tool_calls[0]["id"] == "call_1"
    assert PERSON not in repr(second)


@pytest.mark.parametrize("mode", ["messages", "values", "debug"])
async def test_no_stream_of_an_agent_tells_more_than_the_person_hears(
    turns: FakeTurns, portal: Portal, mode: str
) -> None:
    model = guarded(Turning(replies=agent_replies()), turns, portal, restore_tools=["find"])
    agent: Any = create_agent(model, [find])

    parts = [part async for part in agent.astream(said(), THREAD, stream_mode=mode)]

    unheard(repr(parts))
    assert SHOWN in repr(parts)


def test_a_sync_agent_is_guarded_too(turns: FakeTurns, portal: Portal) -> None:
    model = guarded(Turning(replies=agent_replies()), turns, portal, restore_tools=["find"])
    agent: Any = create_agent(model, [find])

    assert agent.invoke(said(), THREAD)["messages"][-1].text == WANTED


class Note(BaseModel):
    """A note about a person."""

    who: str
    why: str


@pytest.mark.parametrize("response_format", [Note, ToolStrategy(Note)])
async def test_an_agents_structured_answer_is_guarded(
    turns: FakeTurns, portal: Portal, response_format: Any
) -> None:
    inner = ScriptedModel(
        chunks=calling("Note", {"who": PSEUDONYM, "why": CANARY}),
        profile={"structured_output": True},
    )
    model = guarded(inner, turns, portal, restore_tools=["Note"])
    agent: Any = create_agent(model, [], response_format=response_format)

    result = await agent.ainvoke(said(), THREAD)

    assert result["structured_response"] == Note(who=PERSON, why=SHOWN)
