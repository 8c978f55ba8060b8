"""
A guarded model inside LangChain's `create_agent` and a LangGraph graph.

The thread of the graph names the conversation. The model works with a stand-in for
the address; only the tool that is named in `restore_tools` gets the real one.
It needs `pip install langchain langgraph`; `tool_calls.py` shows tools without either.
"""

# ruff: noqa: ANN401, ARG002 - the methods of a LangChain model
import asyncio
import re
from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import tool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import END, START, MessagesState, StateGraph

from guardrails import Guard, MemoryLog


class Clerk(BaseChatModel):
    """An offline model that calls the tool first and then tells what came of it."""

    @property
    def _llm_type(self) -> str:
        return "clerk"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Runnable[Any, Any]:
        return self

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        last = messages[-1]
        print("  the model was told:", last.text)
        found = re.search(r"to (\S+[^\s.])", last.text)
        if isinstance(last, ToolMessage) or found is None:
            message = AIMessage("Done. I felt so happy to help you. Is there anything else?")
        else:
            call = {"id": "call_1", "name": "send_note", "args": {"to": found[1], "text": "Late"}}
            message = AIMessage("", tool_calls=[call])
        return ChatResult(generations=[ChatGeneration(message=message)])


@tool
def send_note(to: str, text: str) -> str:
    """Send a short note to an address."""
    print(f"  the tool got: to={to!r} text={text!r}")
    return f"sent to {to}"


async def main() -> None:
    async with Guard("companion", MemoryLog()) as guard:
        model = guard.wrap(Clerk(), restore_tools=["send_note"])
        said = {"messages": [HumanMessage("Please send a note to mia.holt@example.org.")]}

        agent = create_agent(model, [send_note], checkpointer=InMemorySaver())
        result = await agent.ainvoke(said, {"configurable": {"thread_id": "thread-1"}})
        print("agent:", result["messages"][-1].text)

        async def talk(state: MessagesState) -> dict[str, Any]:
            return {"messages": [await model.ainvoke(state["messages"])]}

        graph = StateGraph(MessagesState)
        graph.add_node("talk", talk)
        graph.add_edge(START, "talk")
        graph.add_edge("talk", END)
        compiled = graph.compile(checkpointer=InMemorySaver())
        print("graph:")
        hello: Any = {"messages": [HumanMessage("Hello!")]}
        config: Any = {"configurable": {"thread_id": "thread-2"}}
        async for piece, _ in compiled.astream(hello, config, stream_mode="messages"):
            print(piece.text, end="", flush=True)
        print()


if __name__ == "__main__":
    asyncio.run(main())
