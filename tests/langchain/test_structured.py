"""LangChain's structured output on a first turn: the value parses, and nothing is lost."""

import json
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain_core.messages import AIMessage
from langchain_core.output_parsers import JsonOutputParser
from langchain_core.runnables import RunnableLambda
from pydantic import BaseModel

from guardrails.policy.disclosure import Disclosure
from tests.guards import guard
from tests.langchain.fakes import ScriptedModel, calling, named, saying
from tests.policies import TEXTS, policy

STARTS = policy(disclosure=Disclosure(at_start="hello"))
VALUE = {"mood": "calm", "why": "The day was long, and it is over. " * 4}
TEXT = json.dumps(VALUE)
HELLO = TEXTS["hello"]


class Mood(BaseModel):
    """How somebody is."""

    mood: str
    why: str


def pieces(size: int) -> Any:
    return saying(*(TEXT[at : at + size] for at in range(0, len(TEXT), size)))


async def test_a_tool_of_structured_output_has_no_words_beside_it_and_they_are_said_next() -> None:
    async with guard(STARTS) as guarded:
        inner = ScriptedModel(chunks=calling("Mood", VALUE))
        model = guarded.wrap(inner)
        answer: Any = await model.with_structured_output(Mood, include_raw=True).ainvoke(
            "How am I?", named()
        )
        inner.chunks = saying("You sound tired.")
        words = await model.ainvoke("In words?", named())

    assert answer["parsed"] == Mood(**VALUE)
    assert answer["raw"].text == ""
    assert answer["raw"].response_metadata["guardrails"]["beside"] == [HELLO]
    assert words.text == f"{HELLO}\n\nYou sound tired."


@pytest.mark.parametrize("size", [1, 7, 4000])
@pytest.mark.parametrize("bound", [True, False])
async def test_a_reply_of_json_is_parsed_whole_and_streamed(size: int, bound: bool) -> None:
    async with guard(STARTS) as guarded:
        model: Any = guarded.wrap(ScriptedModel(chunks=pieces(size)))
        if bound:
            model = model.bind(response_format={"type": "json_object"})
        chain = model | JsonOutputParser()
        whole = await chain.ainvoke("How am I?", named("a"))
        streamed = [one async for one in chain.astream("How am I?", named("b"))]
        chunks = [one async for one in model.astream("How am I?", named("c"))]

    assert whole == streamed[-1] == VALUE
    assert chunks[-1].response_metadata["guardrails"]["beside"] == [HELLO]


async def test_a_model_that_was_bound_before_it_was_wrapped_is_asked_for_a_value() -> None:
    async with guard(STARTS) as guarded:
        inner = ScriptedModel(chunks=saying("calm")).bind(response_format=dict)
        message = await guarded.wrap(inner).ainvoke("How am I?", named())
        plain = await guarded.wrap(
            RunnableLambda(lambda _: AIMessage("calm"))
        ).ainvoke("How am I?", named("b"))  # fmt: skip

    assert message.text == "calm"
    assert message.response_metadata["guardrails"]["beside"] == [HELLO]
    assert plain.text == f"{HELLO}\n\ncalm"


async def test_an_agents_structured_answer_holds_no_disclosure() -> None:
    async with guard(STARTS) as guarded:
        model = guarded.wrap(ScriptedModel(chunks=calling("Mood", VALUE)))
        agent: Any = create_agent(model, [], response_format=Mood)
        result = await agent.ainvoke({"messages": [("user", "How am I?")]}, named())

    assert result["structured_response"] == Mood(**VALUE)
    assert HELLO not in repr([message.content for message in result["messages"]])
