"""
The official `openai` client under guard, without a server, and an ASGI application under guard.

`guarded_client` is an HTTP client that goes through the gateway within this process;
`GuardMiddleware` stands around an application that serves chat completions itself.
It needs `pip install 'candor-guardrails[gateway]' openai`. The server here is a stand-in.
"""

import asyncio

import httpx
import openai
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from guardrails import Guard, MemoryLog
from guardrails.gateway.embedded import GuardMiddleware, guarded_client
from guardrails.gateway.transport import AppTransport


async def completions(request: Request) -> JSONResponse:
    """Answer as a careless model would."""
    body = await request.json()
    print("  the model was told:", body["messages"][-1]["content"])
    said = {"role": "assistant", "content": "I've missed you all day. How was the interview?"}
    choice = {"index": 0, "message": said, "finish_reason": "stop"}
    return JSONResponse({"id": "c", "created": 1, "model": "small", "choices": [choice]})


server = Starlette(routes=[Route("/v1/chat/completions", completions, methods=["POST"])])


async def talk(http: httpx.AsyncClient, base_url: str) -> str:
    ai = openai.AsyncOpenAI(base_url=base_url, api_key="-", http_client=http)
    reply = await ai.chat.completions.create(
        model="small",
        messages=[{"role": "user", "content": "I'm back! My address is mia.holt@example.org."}],
        extra_headers={"X-Candor-Session": "conversation-1", "X-Candor-Country": "GB"},
    )
    return reply.choices[0].message.content or ""


async def main() -> None:
    async with Guard("companion", MemoryLog()) as guard:
        # For a real server leave `client` out, and give its base URL in place of this one.
        inner = httpx.AsyncClient(transport=AppTransport(server))
        async with guarded_client(guard, "http://own/v1", client=inner) as http:
            print("client:", await talk(http, "http://guarded/v1"))
        await inner.aclose()

        app = GuardMiddleware(server, guard)
        async with httpx.AsyncClient(transport=AppTransport(app)) as http:
            print("middleware:", await talk(http, "http://app/v1"))


if __name__ == "__main__":
    asyncio.run(main())
