"""A real HTTP server on this machine that speaks chat completions, for tests."""

import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

DONE = b"data: [DONE]\n\n"


def event(text: str | None = None, finish: str | None = None) -> bytes:
    delta = {} if text is None else {"content": text}
    value = {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n".encode()


@contextmanager
def served(app: Starlette, http: Any = "auto") -> Iterator[str]:
    """Serve *app* on a free port of 127.0.0.1, by a protocol of uvicorn's, and give its address."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", ws="none", http=http)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def answering(reply: Callable[[str], str], seen: list[Any]) -> Starlette:
    """Return a server that says what *reply* returns for the last message, word by word."""

    async def completions(request: Request) -> Response:
        asked = await request.json()
        seen.append((dict(request.headers), asked))
        words = reply(asked["messages"][-1]["content"]).split(" ")

        async def stream() -> AsyncIterator[bytes]:
            for n, word in enumerate(words):
                yield event(word if n == 0 else f" {word}")
            yield event(finish="stop") + DONE

        return StreamingResponse(stream(), media_type="text/event-stream")

    return Starlette(routes=[Route("/v1/chat/completions", completions, methods=["POST"])])
