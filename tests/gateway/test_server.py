"""The server's own beginning and end, and who may reach it without a key."""

import asyncio
import os
import signal
import socket

import httpx
import pytest

from guardrails.errors import ConfigurationError
from guardrails.gateway.app import gateway_app
from guardrails.gateway.server import GatewayServer, bound
from guardrails.gateway.wire import as_bytes
from tests.gateway.gates import made


async def test_a_server_says_where_it_listens_and_ends_in_order_at_a_signal() -> None:
    deployment, close, log = made("http://127.0.0.1:9/v1", route={"models": ["tiny"]})
    deployment.local = True
    heard: asyncio.Queue[str] = asyncio.Queue()
    stops: list[int] = []
    server = GatewayServer(
        gateway_app(deployment, close),
        drain=5,
        stopping=lambda: stops.append(1),
        listening=heard.put_nowait,
    )
    task = asyncio.create_task(server.serve([bound("127.0.0.1", 0)]))
    url = await heard.get()
    async with httpx.AsyncClient(timeout=60) as client:
        assert (await client.get(f"{url}/v1/models")).status_code == 200
        for host, status in (
            ("localhost:80", 200),
            ("[::1]", 200),
            ("127.0.0.1", 200),
            ("evil.example", 403),
            ("x@evil.example:80", 403),
            ("", 403),
        ):
            answer = await client.get(f"{url}/v1/models", headers={"host": host})
            assert answer.status_code == status, host
        deployment.admission.draining = True
        ready = await client.get(f"{url}/readyz")
        assert ready.json()["error"]["code"] == "shutting_down"
    os.kill(os.getpid(), signal.SIGTERM)
    await task
    assert stops == [1]
    assert deployment.admission.draining
    assert log.of("turn_open") == []


async def test_a_connection_on_which_no_request_begins_is_closed() -> None:
    deployment, close, _ = made("http://127.0.0.1:9/v1", route={"models": ["tiny"]})
    heard: asyncio.Queue[str] = asyncio.Queue()
    server = GatewayServer(
        gateway_app(deployment, close),
        drain=5,
        stopping=lambda: None,
        listening=heard.put_nowait,
        head=0.3,
        idle=1,
    )
    task = asyncio.create_task(server.serve([bound("127.0.0.1", 0)]))
    port = httpx.URL(await heard.get()).port
    whole = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    for sent, answers in ((b"", 0), (whole[:20], 0), (whole, 1), (whole + whole[:20], 1)):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        async with asyncio.timeout(60):
            got = await reader.read()  # until the server closes it
        assert got.count(b"200 OK") == answers
        writer.close()
        await writer.wait_closed()
    # A request that has begun is not cut, however long its body takes: that has its own limit.
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    body = b'{"session": "s", "by": "op_7"}'
    head = f"POST /candor/v1/watch/clear HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
    writer.write(f"{head}Content-Type: application/json\r\n\r\n".encode())
    await asyncio.sleep(0.6)
    writer.write(body)
    assert (await reader.readline()).startswith(b"HTTP/1.1 ")
    writer.close()
    await writer.wait_closed()
    server.stop()
    await task


def test_an_address_that_cannot_be_had_is_told() -> None:
    with bound("127.0.0.1", 0) as first:
        first.listen()
        port = first.getsockname()[1]
        with pytest.raises(ConfigurationError, match=f"port {port}: Address already in use"):
            bound("127.0.0.1", port)
    with pytest.raises(ConfigurationError, match="cannot listen on"):
        bound("name.invalid", 0)
    with bound("::1", 0) as other:
        assert other.family == socket.AF_INET6


def test_json_with_half_a_pair_of_surrogates_is_written_all_the_same() -> None:
    assert as_bytes({"a": "é"}) == '{"a":"é"}'.encode()
    assert as_bytes({"a": "\ud83d"}) == b'{"a": "\\ud83d"}'
