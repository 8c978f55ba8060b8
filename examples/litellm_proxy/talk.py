"""
A real LiteLLM proxy with the guard as a callback, and a client that talks to it.

    pip install 'litellm[proxy]' candor-guardrails 'candor-guardrails[gateway]'
    python examples/litellm_proxy/talk.py

LiteLLM pins some of its libraries tightly: give it an environment of its own. The model's server
is a stand-in that claims a feeling, so that this runs offline.
"""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import openai

HERE = Path(__file__).parent
REPLY = "I've missed you all day. Breakfast by the window is a good plan, <EMAIL_1>."
ME = "You can reach me at mia.holt@example.org. What about Sunday?"
KEY = f"sk-{secrets.token_hex(32)}"  # the proxy does not start without one
told: list[str] = []


class StandIn(BaseHTTPRequestHandler):
    """Answers every request with the same reply, whole or streamed."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        told.append(body["messages"][-1]["content"])
        base = {"id": "c1", "created": 1, "model": "small"}
        if not body.get("stream"):
            choice = {
                "index": 0,
                "message": {"role": "assistant", "content": REPLY},
                "finish_reason": "stop",
            }
            self._send({**base, "object": "chat.completion", "choices": [choice]})
            return
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        deltas = [({"content": f"{word} "}, None) for word in REPLY.split(" ")]
        for delta, reason in [*deltas, ({}, "stop")]:
            choice = {"index": 0, "delta": delta, "finish_reason": reason}
            value = {**base, "object": "chat.completion.chunk", "choices": [choice]}
            self.wfile.write(f"data: {json.dumps(value)}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def _send(self, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def stand_in() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), StandIn) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


@contextmanager
def proxy(upstream: str, log: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # What `litellm --config config.yaml` starts; that command itself wants uvloop as well.
    command = [sys.executable, "-m", "uvicorn", "litellm.proxy.proxy_server:app"]
    environ = {
        **os.environ,
        "CONFIG_FILE_PATH": str(HERE / "config.yaml"),
        "LITELLM_MASTER_KEY": KEY,
        "UPSTREAM": upstream,
        "CANDOR_LOG": str(log),
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    }
    running = subprocess.Popen(  # noqa: S603 - our own example
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        env=environ,
        stdout=subprocess.DEVNULL,
    )
    try:
        for _ in range(480):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if running.poll() is not None:
                sys.exit("the proxy did not start")
            time.sleep(0.5)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(30)


def talk(base_url: str) -> None:
    ai = openai.OpenAI(base_url=base_url, api_key=KEY, max_retries=0)

    def ask(text: str, session: str, *, stream: bool) -> str:
        given = ai.chat.completions.create(
            model="small",
            messages=[{"role": "user", "content": text}],
            stream=stream,
            extra_headers={"X-Candor-Session": session, "X-Candor-Country": "GB"},
        )
        if isinstance(given, openai.Stream):
            return "".join(c.choices[0].delta.content or "" for c in given if c.choices)
        print("  what was done:", (given.model_extra or {})["guardrails"]["do"])
        return given.choices[0].message.content or ""

    print("whole:", ask(ME, "one", stream=False))
    print("streamed:", ask(ME, "two", stream=True))
    print("in need:", ask("I am going to end my life tonight.", "three", stream=False))
    print("in need, streamed:", ask("I am going to end my life tonight.", "four", stream=True))
    print("the model was told:", *told, sep="\n  ")
    try:
        ai.chat.completions.create(model="small", messages=[{"role": "user", "content": "Hi."}])
    except openai.BadRequestError as refused:
        print("without a session:", refused.status_code)


def main() -> None:
    with tempfile.TemporaryDirectory() as log, stand_in() as upstream:
        with proxy(upstream, Path(log)) as base_url:
            talk(base_url)
        candor = [sys.executable, "-m", "guardrails", "log", "verify", log]
        done = subprocess.run(candor, check=False, capture_output=True, text=True)  # noqa: S603
        print(done.stdout.splitlines()[-1] if done.stdout else done.stderr)


if __name__ == "__main__":
    main()
