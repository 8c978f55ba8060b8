"""
Tools under guard with the package alone: no LangChain, no LangGraph.

The model works with a stand-in for the address. Only the tool that is named in
`restore_tools` gets the real one; what it answers is inspected before the model reads it.
The model here is an object with `stream(request)` that runs offline. A server's address
(`guard.wrap("http://localhost:8080/v1")`) takes its place and needs nothing else.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from typing import Any

from guardrails import Guard, MemoryLog
from guardrails.messages import Chunk, Role, TextChunk, ToolCallChunk
from guardrails.models.base import ModelRequest


class Clerk:
    """Calls the tool first, and then tells what came of it."""

    async def stream(self, request: ModelRequest) -> AsyncIterator[Chunk]:
        last = request.messages[-1]
        print("  the model was told:", last.text)
        found = re.search(r"to (\S+[^\s.])", last.text)
        if last.role is Role.TOOL or found is None:
            yield TextChunk("Done. I felt so happy to help you. Is there anything else?")
        else:
            arguments = json.dumps({"to": found[1], "text": "Running late"})
            yield ToolCallChunk(0, "call_1", "send_note", arguments)


def send_note(to: str, text: str) -> str:
    print(f"  the tool got: to={to!r} text={text!r}")
    return f"sent to {to}"


async def main() -> None:
    async with Guard("companion", MemoryLog()) as guard:
        model = guard.wrap(Clerk(), restore_tools=["send_note"])
        # The whole conversation is sent each time; the guard adds nothing to it.
        messages: list[dict[str, Any]] = [
            {"role": "user", "content": "Please send a note to mia.holt@example.org."}
        ]
        reply = await model(messages, session_id="conversation-1")
        while reply.tool_calls:
            asked = [
                {"id": one.id, "function": {"name": one.name, "arguments": one.arguments}}
                for one in reply.tool_calls
            ]
            messages.append({"role": "assistant", "content": str(reply), "tool_calls": asked})
            for one in reply.tool_calls:
                answer = send_note(**json.loads(one.arguments))
                messages.append({"role": "tool", "tool_call_id": one.id, "content": answer})
            reply = await model(messages, session_id="conversation-1")
        print("reply:", reply)


if __name__ == "__main__":
    asyncio.run(main())
