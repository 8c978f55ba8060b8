"""LangChain's `ChatOpenAI` talks to the gateway as it would to OpenAI."""

import json
from typing import Any

from langchain_core.messages import HumanMessage, ToolMessage
from langchain_openai import ChatOpenAI

from tests.gateway.gates import SESSION, USAGE, call_of, gate, saying, words

CLAIM = "I missed you all day. How was it?"


def chat(base: str, **options: Any) -> ChatOpenAI:
    return ChatOpenAI(
        model="tiny",
        base_url=base,
        api_key="none",
        max_retries=0,
        **{"default_headers": SESSION, **options},
    )


async def test_invoke_and_stream_sync_and_async_give_the_guarded_reply() -> None:
    with gate(saying(CLAIM)) as at:
        model = chat(at.base, stream_usage=True)
        whole = model.invoke("Hello.")
        streamed = "".join(chunk.text for chunk in model.stream("Hello."))
        later = await model.ainvoke("Hello.")
        chunks = [chunk async for chunk in model.astream("Hello.")]
    assert "missed" not in whole.text
    assert whole.text == streamed == later.text == "".join(chunk.text for chunk in chunks)
    assert whole.usage_metadata is not None
    assert whole.usage_metadata["total_tokens"] == USAGE["total_tokens"]
    assert whole.response_metadata["finish_reason"] == "stop"
    counted = [chunk.usage_metadata for chunk in chunks if chunk.usage_metadata]
    assert counted[-1]["total_tokens"] == USAGE["total_tokens"]


def test_a_bound_tool_is_called_and_answered() -> None:
    def reply(asked: dict[str, Any]) -> list[bytes]:
        if asked["messages"][-1]["role"] == "tool":
            return words(f"Sent: {asked['messages'][-1]['content']}")
        return call_of("send_note", json.dumps({"text": "See you at nine."}))

    def send_note(text: str) -> str:
        """Send a note."""
        return text

    with gate(reply, route={"session": "stateless"}) as at:
        model = chat(at.base, default_headers={}).bind_tools([send_note])
        question = HumanMessage("Tell them.")
        asked = model.invoke([question])
        (call,) = asked.tool_calls
        answer = ToolMessage("to jo@example.org", tool_call_id=call["id"])
        last = model.invoke([question, asked, answer])
    assert (call["name"], call["args"]) == ("send_note", {"text": "See you at nine."})
    assert last.text.startswith("Sent: to ")
    assert len({one["session"] for one in at.log.of("turn_open")}) == 1
    assert "jo@example.org" not in json.dumps(at.upstream.seen)
