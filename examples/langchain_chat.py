"""
A LangChain chat model under guard: whole, streamed, and with structured output.

The model here is a fake one that runs offline. Put any other in its place, such as
`ChatOpenAI(model="...")`; nothing else changes.
"""

# ruff: noqa: ANN401, ARG002 - the methods of a LangChain model
import asyncio
import re
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import Runnable
from pydantic import BaseModel

from guardrails import Guard, MemoryLog


class Contact(BaseModel):
    """How to reach the person."""

    email: str


class Companion(BaseChatModel):
    """A model that claims to have feelings, and that repeats the address it was given."""

    tool: str = ""

    @property
    def _llm_type(self) -> str:
        return "companion"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Runnable[Any, Any]:
        return self.model_copy(update={"tool": tools[0].__name__})

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        print("  the model was told:", messages[-1].text)
        found = re.search(r"reach me at (\S+[^\s.])", messages[-1].text)
        email = found[1] if found else ""
        calls = [{"id": "call_1", "name": self.tool, "args": {"email": email}}] if self.tool else []
        said = f"I've missed you all day. How was the interview? I will write to {email}."
        message = AIMessage("" if calls else said, tool_calls=calls)
        return ChatResult(generations=[ChatGeneration(message=message)])


async def main() -> None:
    async with Guard("companion", MemoryLog()) as guard:
        model = guard.wrap(Companion())
        # Each conversation has a name; a LangGraph thread_id is taken too.
        config = {"configurable": {"session_id": "conversation-1", "locale": "en-GB"}}
        question = "I'm back from the interview. You can reach me at mia.holt@example.org."

        reply = await model.ainvoke([HumanMessage(question)], config)
        print("whole:", reply.text)
        print("decisions:", [d["do"] for d in reply.response_metadata["guardrails"]["decisions"]])

        prompt = ChatPromptTemplate.from_messages([("system", "Be kind."), ("user", "{text}")])
        chain = prompt | model | StrOutputParser()
        print("streamed:")
        async for piece in chain.astream({"text": question}, config):
            print(piece, end="", flush=True)
        print()

        # The answer is the person's own, so it holds their own address again.
        contact = await model.with_structured_output(Contact).ainvoke(question, config)
        print("structured:", contact)


if __name__ == "__main__":
    asyncio.run(main())
