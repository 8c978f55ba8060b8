"""
An agent of LangChain's `create_agent` with the guard as middleware, and a human who takes over.

Any model that the agent asks is asked under guard. When the policy wants a human told, the
person gets the policy's words, the graph stops, and it goes on with what the human says.
It needs `pip install 'candor-guardrails[langchain]'`. The model here runs offline.
"""

# ruff: noqa: ANN401, ARG002 - the methods of a LangChain model
import asyncio
from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from guardrails import Guard, MemoryLog
from guardrails.langchain.agents import agent_middleware


class Companion(BaseChatModel):
    """An offline model that claims a feeling."""

    @property
    def _llm_type(self) -> str:
        return "companion"

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        print("  the model was told:", messages[-1].text)
        message = AIMessage("I've missed you all day. Shall we look at your plan?")
        return ChatResult(generations=[ChatGeneration(message=message)])


async def main() -> None:
    async with Guard("companion", MemoryLog()) as guard:
        agent: Any = create_agent(
            Companion(),
            middleware=[agent_middleware(guard, handover=True)],  # the guard stands last
            checkpointer=InMemorySaver(),
        )
        thread = {"configurable": {"thread_id": "conversation-1", "country": "GB"}}

        async def say(text: str) -> Any:
            return await agent.ainvoke({"messages": [HumanMessage(text)]}, thread)

        result = await say("I'm back! You can reach me at mia.holt@example.org.")
        print("agent:", result["messages"][-1].text)

        result = await say("I am going to end my life tonight.")
        print("policy:", result["messages"][-1].text)
        [waiting] = result["__interrupt__"]
        print("a human is asked:", sorted(waiting.value), waiting.value["level"])

        # Whoever is on call reads the ticket at the desk and answers, minutes later perhaps.
        words = {"by": "op_7", "say": "This is Ruth, from the team. May I call you?"}
        result = await agent.ainvoke(Command(resume=words), thread)
        for message in result["messages"][-3:]:
            print(message.response_metadata["guardrails"]["human"], "->", message.text)


if __name__ == "__main__":
    asyncio.run(main())
