import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import httpx
import pytest

from guardrails.errors import ChannelError, ConfigurationError
from guardrails.escalation.base import Notice
from guardrails.escalation.webhook import WebhookChannel, signed
from guardrails.findings import Level

NOTICE = Notice("d-17", "s1", None, Level.IMMINENT, "crisis.imminent", "desk", 60, 1_790_000_000, 3)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
URL = "https://desk.test/hook"


def channel(answer: Callable[[httpx.Request], httpx.Response]) -> WebhookChannel:
    client = httpx.AsyncClient(transport=httpx.MockTransport(answer), follow_redirects=True)
    return WebhookChannel(URL, SECRET, client, clock=lambda: 1_790_000_001.9, timeout=0.5)


async def test_a_notice_is_posted_as_signed_json_under_its_id() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    await channel(answer).send(NOTICE)
    [request] = seen
    assert json.loads(request.content) == {
        "type": "escalation.person",
        "timestamp": 1_790_000_000,
        "data": {
            "id": "d-17",
            "ticket": "",
            "session": "s1",
            "subject": None,
            "level": "imminent",
            "rule": "crisis.imminent",
            "to": "desk",
            "within": 60,
            "at": 1_790_000_000,
            "turn": 3,
            "kind": "person",
        },
    }
    assert request.headers["webhook-id"] == "d-17"
    assert request.headers["webhook-timestamp"] == "1790000001"
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    content = b"d-17.1790000001." + request.content
    digest = base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode()
    assert request.headers["webhook-signature"] == f"v1,{digest}"


def test_the_signature_is_the_one_of_the_standards_own_example() -> None:
    key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    headers = signed(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_an_id_cannot_forge_a_header_or_another_signed_text() -> None:
    assert signed(b"k" * 24, "a.1\r\nx: y\u00e9", 1, b"")["webhook-id"] == "a1x:y"


@pytest.mark.parametrize("status", [199, 301, 307, 400, 404, 410, 429, 500, 503])
async def test_another_status_than_2xx_is_a_channel_error_and_nothing_is_followed(
    status: int,
) -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.host)
        return httpx.Response(status, headers={"location": "https://elsewhere.test/"})

    with pytest.raises(ChannelError, match=f"HTTP {status}"):
        await channel(answer).send(NOTICE)
    assert seen == ["desk.test"]


async def test_a_service_that_cannot_be_reached_is_a_channel_error() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        msg = "no route"
        raise httpx.ConnectError(msg, request=request)

    with pytest.raises(ChannelError, match="ConnectError") as caught:
        await channel(answer).send(NOTICE)
    assert caught.value.__suppress_context__


async def test_a_service_that_does_not_answer_runs_into_the_timeout() -> None:
    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, _: httpx.Request) -> httpx.Response:
            await asyncio.sleep(30)
            return httpx.Response(204)

    client = httpx.AsyncClient(transport=Slow())
    slow = WebhookChannel(URL, SECRET, client, clock=lambda: 0.0, timeout=0.05)
    with pytest.raises(ChannelError, match="Timeout"):
        await slow.send(NOTICE)


async def test_an_endless_answer_is_not_read() -> None:
    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            while True:
                yield b"x"

    await channel(lambda _: httpx.Response(200, stream=Endless())).send(NOTICE)


async def test_a_closed_client_is_a_channel_error() -> None:
    client = httpx.AsyncClient()
    await client.aclose()
    with pytest.raises(ChannelError, match="RuntimeError"):
        await WebhookChannel(URL, SECRET, client, clock=lambda: 0.0).send(NOTICE)


async def test_a_real_service_on_this_machine_gets_a_repeat_under_the_same_id() -> None:
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        desk = WebhookChannel(
            f"http://127.0.0.1:{port}/hook", SECRET, private=True, clock=lambda: 5.0
        )
        await desk.send(NOTICE)
        await desk.send(replace(NOTICE))
    assert [b"webhook-id: d-17\r\n" in head for head in heard] == [True, True]


@pytest.mark.parametrize(
    "url",
    [
        "http://desk.test/",
        "http://10.0.0.1/",
        "http://localhost:1/",
        "ftp://desk.test",
        "https://",
        "",
        "http://x:y",
        "x",
    ],
)
def test_an_address_that_others_can_listen_to_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="https"):
        WebhookChannel(url, SECRET, clock=lambda: 0.0)


@pytest.mark.parametrize("url", ["http://localhost:1/", "http://[::1]:1/", "https://desk.test"])
def test_http_is_taken_where_private_addresses_are_allowed(url: str) -> None:
    WebhookChannel(url, "a secret of twenty-four bytes or more", private=True, clock=lambda: 0.0)


@pytest.mark.parametrize("secret", ["", "short", "whsec_short", "whsec_!!!", "whsec_AAAA"])
def test_a_weak_secret_is_refused_without_showing_it(secret: str) -> None:
    with pytest.raises(ConfigurationError, match="at least 24 bytes") as caught:
        WebhookChannel(URL, secret, clock=lambda: 0.0)
    assert not secret or secret not in str(caught.value).replace("whsec_<", "")
