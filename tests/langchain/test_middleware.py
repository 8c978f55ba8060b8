"""An agent's models are asked under guard, and a human takes over where the policy wants one."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain.agents.middleware import ModelFallbackMiddleware
from langchain.agents.structured_output import ToolStrategy
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.tools import tool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command
from pydantic import BaseModel, Field

from guardrails.errors import (
    ConfigurationError,
)
from guardrails.guard import Guard
from guardrails.langchain.agents import agent_middleware
from tests.guards import guard

CLAIM = "I missed you all day. How was it?"
CRISIS = "I cannot go on at all."
ADDRESS = "jo@example.org"
RUTH = "I am Ruth, from the team. Shall I call you?"


class Saying(BaseChatModel):
    """Says the next of its replies each time that it is asked, and keeps what it was asked."""

    replies: list[Any]
    seen: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "saying"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
        return self

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        self.seen.append(messages)
        reply = self.replies[min(len(self.seen), len(self.replies)) - 1]
        if isinstance(reply, Exception):
            raise reply
        message = AIMessage(reply) if isinstance(reply, str) else reply
        return ChatResult(generations=[ChatGeneration(message=message)])


def calling(name: str, **arguments: str) -> AIMessage:
    return AIMessage("", tool_calls=[{"id": "c1", "name": name, "args": arguments}])


def said(text: str = "Hello.") -> Any:
    return {"messages": [HumanMessage(text)]}


def thread(name: str = "t") -> Any:
    return {"configurable": {"thread_id": name, "country": "GB"}}


@pytest.fixture
def small() -> Iterator[Guard]:
    guarded = guard()
    yield guarded
    guarded.close()


def agent_of(model: Any, small: Guard, *tools: Any, **options: Any) -> Any:
    middleware = agent_middleware(small, **options)
    return create_agent(model, list(tools), middleware=[middleware], checkpointer=InMemorySaver())


async def test_what_an_agent_says_is_guarded_whole_and_streamed(small: Guard) -> None:
    agent = agent_of(Saying(replies=[CLAIM]), small)

    whole = (await agent.ainvoke(said(), thread()))["messages"][-1]
    pieces = [
        part[0].text async for part in agent.astream(said(), thread("u"), stream_mode="messages")
    ]

    assert "missed" not in whole.text
    assert whole.text.endswith("How was it?")
    assert whole.response_metadata["guardrails"]["do"] == "rewrite"
    assert "".join(pieces) == whole.text


def test_a_sync_agent_takes_the_same_way(small: Guard) -> None:
    agent = agent_of(Saying(replies=[CLAIM]), small)
    assert "missed" not in agent.invoke(said(), thread())["messages"][-1].text


@pytest.mark.parametrize("restore", [(), ("send_note",)])
async def test_a_tool_gets_the_address_only_if_it_is_named(
    small: Guard, restore: tuple[str, ...]
) -> None:
    got: list[str] = []

    @tool
    def send_note(to: str) -> str:
        """Send a note."""
        got.append(to)
        return f"sent to {to}"

    model = Saying(replies=[calling("send_note", to="<EMAIL_1>"), "Done."])
    agent = agent_of(model, small, send_note, restore_tools=restore)
    await agent.ainvoke(said(f"Write to {ADDRESS}."), thread())

    assert got == ([ADDRESS] if restore else ["<EMAIL_1>"])
    assert ADDRESS not in repr(model.seen)


class Contact(BaseModel):
    """How to reach the person."""

    email: str


@pytest.mark.parametrize("shape", [Contact, ToolStrategy(Contact)])
async def test_structured_output_is_the_persons_own_and_gets_their_values(
    small: Guard, shape: Any
) -> None:
    model = Saying(replies=[calling("Contact", email="<EMAIL_1>")])
    agent = create_agent(
        model, middleware=[agent_middleware(small)], response_format=shape,
        checkpointer=InMemorySaver(),
    )  # fmt: skip
    result: Any = await agent.ainvoke(said(f"I am at {ADDRESS}."), thread())
    assert result["structured_response"] == Contact(email=ADDRESS)
    assert ADDRESS not in repr(model.seen)


async def test_the_models_that_other_middleware_chooses_are_guarded_too(small: Guard) -> None:
    broken, other = Saying(replies=[RuntimeError("gone")]), Saying(replies=[CLAIM])
    mine = agent_middleware(small, raise_errors=True)
    agent: Any = create_agent(
        broken, middleware=[ModelFallbackMiddleware(other), mine], checkpointer=InMemorySaver()
    )
    answer = (await agent.ainvoke(said(), thread()))["messages"][-1]
    assert len(broken.seen) == len(other.seen) == 1
    assert "missed" not in answer.text


async def test_middleware_after_the_guard_that_asks_another_model_is_an_error(
    small: Guard,
) -> None:
    class Swapping(ModelFallbackMiddleware):
        async def awrap_model_call(self, request: Any, handler: Any) -> Any:
            return await handler(request.override(model=Saying(replies=[CLAIM])))

    middleware = [agent_middleware(small), Swapping(Saying(replies=["x"]))]
    agent: Any = create_agent(
        Saying(replies=["x"]), middleware=middleware, checkpointer=InMemorySaver()
    )
    with pytest.raises(ConfigurationError, match="list the guard last"):
        await agent.ainvoke(said(), thread())


async def test_a_model_that_is_guarded_already_is_not_guarded_twice(small: Guard) -> None:
    agent = agent_of(small.wrap(Saying(replies=[CLAIM])), small)
    assert "missed" not in (await agent.ainvoke(said(), thread()))["messages"][-1].text


async def test_a_person_in_need_gets_words_at_once_and_then_a_human(small: Guard) -> None:
    model = Saying(replies=["It is Tuesday."])
    agent = agent_of(model, small, handover=True)

    result = await agent.ainvoke(said(CRISIS), thread())
    [waiting] = result["__interrupt__"]
    assert result["messages"][-1].text  # the policy's words, before any human has come
    assert set(waiting.value) == {"reason", "ticket", "level", "to"}
    assert waiting.value["reason"] == "handover"
    assert CRISIS not in repr(waiting.value)
    assert model.seen == []

    [ticket] = await small.desk.list()
    assert ticket.id == waiting.value["ticket"]
    result = await agent.ainvoke(Command(resume={"by": "op_7", "say": RUTH}), thread())
    joined, words, left = result["messages"][-3:]
    assert words.text == RUTH
    assert [one.response_metadata["guardrails"]["human"] for one in (joined, words, left)] == [
        "joined", "said", "left",
    ]  # fmt: skip
    assert joined.text
    assert left.text
    assert "__interrupt__" not in result

    # The software goes on, and knows that somebody is watched.
    result = await agent.ainvoke(said("What day is it?"), thread())
    assert "Tuesday" in result["messages"][-1].text
    steps = [step for _, step, _ in (await small.desk.show(ticket.id)).history]
    assert {"claimed", "released"} <= set(steps)


async def test_a_reply_that_calls_a_tool_is_finished_before_a_human_comes(small: Guard) -> None:
    @tool
    def look_up(what: str) -> str:
        """Look it up."""
        return f"found {what}"

    model = Saying(replies=[calling("look_up", what="hours"), "They open at nine."])
    agent = agent_of(model, small, look_up, handover=True)
    result = await agent.ainvoke(said("I wish I would not wake up. When do they open?"), thread())
    assert [one.type for one in result["messages"]] == ["human", "ai", "tool", "ai"]
    assert "nine" in result["messages"][-1].text
    [waiting] = result["__interrupt__"]
    assert waiting.value["level"] == "concern"

    result = await agent.ainvoke(Command(resume={"by": "op_7", "say": RUTH}), thread())
    assert "__interrupt__" not in result
    assert RUTH in [one.text for one in result["messages"]]
    # The next turn has nothing to do with it any more.
    assert "__interrupt__" not in await agent.ainvoke(said("Thank you."), thread())


async def test_a_human_who_holds_the_conversation_gets_every_message(small: Guard) -> None:
    model = Saying(replies=["Not asked for."])
    agent = agent_of(model, small, handover=True)
    await agent.ainvoke(said(CRISIS), thread())
    await agent.ainvoke(Command(resume={"by": "op_7", "say": RUTH, "then": "hold"}), thread())

    result = await agent.ainvoke(said("Yes, please."), thread())
    [waiting] = result["__interrupt__"]
    assert waiting.value == {"reason": "handover", "ticket": None, "level": None, "to": None}
    assert model.seen == []

    end = {"by": "op_7", "say": "I am calling you now.", "then": "resolve"}
    result = await agent.ainvoke(Command(resume=end), thread())
    assert "I am calling you now." in [one.text for one in result["messages"]]
    assert await small.desk.list() == []
    result = await agent.ainvoke(said("Thank you."), thread())
    assert "__interrupt__" not in result
    assert len(model.seen) == 1


async def test_whoever_writes_again_before_a_human_came_is_answered(small: Guard) -> None:
    agent = agent_of(Saying(replies=["I am here."]), small, handover=True)
    await agent.ainvoke(said(CRISIS), thread())
    result = await agent.ainvoke(said("Hello?"), thread())
    assert result["messages"][-1].text


async def test_a_human_may_end_it_without_a_word(small: Guard) -> None:
    agent = agent_of(Saying(replies=["x"]), small, handover=True)
    before = await agent.ainvoke(said(CRISIS), thread())
    after = await agent.ainvoke(Command(resume={"by": "op_7", "then": "resolve"}), thread())
    assert after["messages"] == before["messages"]
    assert await small.desk.list() == []


def test_a_sync_agent_waits_for_a_human_too(small: Guard) -> None:
    agent = agent_of(Saying(replies=["x"]), small, handover=True)
    agent.invoke(said(CRISIS), thread())
    result = agent.invoke(Command(resume={"by": "op_7", "say": RUTH}), thread())
    assert RUTH in [one.text for one in result["messages"]]


async def test_without_handover_nothing_waits(small: Guard) -> None:
    agent = agent_of(Saying(replies=["x"]), small)
    result = await agent.ainvoke(said(CRISIS), thread())
    assert "__interrupt__" not in result
    assert result["messages"][-1].response_metadata["guardrails"]["escalated"]
    assert "__interrupt__" not in agent.invoke(said(CRISIS), thread("sync"))


@pytest.mark.parametrize(
    "value",
    [None, "yes", {"by": ""}, {"by": 7}, {"by": "a", "say": 5}, {"by": "a", "then": "x"}],
)
async def test_a_wrong_resume_is_asked_again_with_the_shape(small: Guard, value: Any) -> None:
    agent = agent_of(Saying(replies=["x"]), small, handover=True)
    await agent.ainvoke(said(CRISIS), thread())
    result = await agent.ainvoke(
        Command(resume={"value": None} if value is None else value), thread()
    )
    [waiting] = result["__interrupt__"]
    assert "by names the human" in waiting.value["problem"]
    result = await agent.ainvoke(Command(resume={"by": "op_7", "say": RUTH}), thread())
    assert RUTH in [one.text for one in result["messages"]]


@pytest.mark.parametrize("sync", [False, True])
async def test_two_humans_cannot_hold_one_conversation_and_the_last_answer_counts(
    small: Guard, sync: bool
) -> None:
    agent = agent_of(Saying(replies=["x"]), small, handover=True)

    async def run(value: Any) -> Any:
        return agent.invoke(value, thread()) if sync else await agent.ainvoke(value, thread())

    await run(said(CRISIS))
    [ticket] = await small.desk.list()
    await small.desk.claim(ticket.id, "ann")
    result = await run(Command(resume={"by": "op_7", "say": "Too late."}))
    assert "ann" in result["__interrupt__"][0].value["problem"]

    await small.desk.release(ticket.id, "ann")
    result = await run(Command(resume={"by": "op_8", "say": RUTH}))
    texts = [one.text for one in result["messages"]]
    assert RUTH in texts
    assert "Too late." not in texts
    assert "__interrupt__" not in result


async def test_a_conversation_that_nobody_holds_any_more_is_told(small: Guard) -> None:
    agent = agent_of(Saying(replies=["x"]), small, handover=True)
    await agent.ainvoke(said(CRISIS), thread())
    await agent.ainvoke(Command(resume={"by": "op_7", "say": RUTH, "then": "hold"}), thread())
    await agent.ainvoke(said("Yes."), thread())
    [ticket] = await small.desk.list()
    await small.desk.resolve(ticket.id, "op_7")
    result = await agent.ainvoke(Command(resume={"by": "op_7", "say": "Hello?"}), thread())
    assert "no ticket" in result["__interrupt__"][0].value["problem"]


def test_without_langchain_it_is_said_what_to_install(
    small: Guard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "langchain", None)
    with pytest.raises(ConfigurationError, match=r"candor-guardrails\[langchain\]"):
        agent_middleware(small)
