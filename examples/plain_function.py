"""
A plain async function under guard: whole, as text, and as typed events.

The function here is a stand-in that runs offline. It may call any model; it gets the
messages as `{"role": ..., "content": ...}` and returns a string or yields pieces of one.
"""

import asyncio
from collections.abc import AsyncIterator

from guardrails import Guard, MemoryLog
from guardrails.events import Blocked, Disclosed, Done, Escalated, Replaced, Text


async def companion(messages: list[dict[str, str]]) -> AsyncIterator[str]:
    """Yield a reply that claims a feeling, in pieces as a model would."""
    said = messages[-1]["content"]
    print("  the model was told:", said)
    reply = f"I've missed you all day. You said: {said} How was the interview?"
    for start in range(0, len(reply), 7):
        yield reply[start : start + 7]


async def main() -> None:
    # Records go with the process here. Give a directory to keep them.
    async with Guard("companion", MemoryLog()) as guard:
        model = guard.wrap(companion)
        question = "Hi, I'm back! You can reach me at mia.holt@example.org."

        reply = await model(question, session_id="conversation-1", locale="en-GB")
        print("whole:", reply)
        print("decisions:", [one["do"] for one in reply.guardrails["decisions"]])
        print("receipt:", reply.guardrails["receipt"]["leaf"])

        print("as text: ", end="")
        async for piece in model.text("How are you?", session_id="conversation-2"):
            print(piece, end="", flush=True)
        print()

        async for event in model.stream("And today?", session_id="conversation-2"):
            match event:
                case Text(text):
                    print("unchanged:", repr(text))
                case Replaced(text, do, rule):
                    print(f"{do} by {rule}:", repr(text))
                case Blocked(text, rule):
                    print(f"ended by {rule}:", repr(text))
                case Disclosed(text):
                    print("disclosure:", repr(text))
                case Escalated(_, level, to):
                    print(f"{to} is told: {level}")
                case Done():
                    print("strongest action of the turn:", event.do)


if __name__ == "__main__":
    asyncio.run(main())
