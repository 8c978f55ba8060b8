"""
Any server that speaks OpenAI's chat completions under guard, by its base URL.

    python examples/http_server.py [http://localhost:8080/v1]

Without an address a small stand-in server is started, so that the example runs offline.
"""

import asyncio
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from guardrails import Guard, MemoryLog, OpenAIModel

REPLY = "I grew up in a big family by the sea. Breakfast by the window is a good plan for Sunday."


class StandIn(BaseHTTPRequestHandler):
    """Answers every request with the same reply, streamed as a real server does."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        print("  the server was told:", body["messages"][-1]["content"])
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for word in REPLY.split(" "):
            self._send({"choices": [{"index": 0, "delta": {"content": f"{word} "}}]})
        self._send({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        self.wfile.write(b"data: [DONE]\n\n")

    def _send(self, value: object) -> None:
        self.wfile.write(f"data: {json.dumps(value)}\n\n".encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def stand_in() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), StandIn) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


async def talk(base_url: str) -> None:
    async with Guard("companion", MemoryLog()) as guard:
        # guard.wrap(base_url) does the same; OpenAIModel takes a model's name and a key too.
        server = OpenAIModel(base_url, model="any")
        model = guard.wrap(server)
        messages = [
            {"role": "system", "content": "You are Sam, a warm companion."},
            {"role": "user", "content": "I'm Mia Holt, mia.holt@example.org. What about Sunday?"},
        ]
        async for piece in model.text(messages, session_id="conversation-1", temperature=0):
            print(piece, end="", flush=True)
        print()
        await server.aclose()


def main() -> None:
    if len(sys.argv) > 1:
        asyncio.run(talk(sys.argv[1]))
        return
    with stand_in() as base_url:
        asyncio.run(talk(base_url))


if __name__ == "__main__":
    main()
