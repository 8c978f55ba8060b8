"""Posts over real connections: to servers that misbehave, and to forbidden addresses."""

import asyncio
import json
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from guardrails.errors import ChannelError, ConfigurationError
from guardrails.escalation.addresses import allowed, check, is_public, looked_up
from guardrails.escalation.pagerduty import PagerDutyChannel
from guardrails.escalation.posting import Post
from guardrails.escalation.queue import QueueChannel
from guardrails.escalation.slack import SlackChannel
from guardrails.escalation.webhook import WebhookChannel
from guardrails.findings import Level
from tests.escalation.notices import NOTICE

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def server(
    answer: Answer, heard: list[tuple[dict[str, str], bytes]]
) -> AsyncGenerator[int, None]:
    """Listen on a free port, keep head and body of each request, and *answer*."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            pairs = (line.split(": ", 1) for line in head[1:] if line)
            fields = {name.lower(): value for name, value in pairs}
            body = await reader.readexactly(int(fields["content-length"]))
            heard.append((fields, body))
            await answer(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        yield listening.sockets[0].getsockname()[1]


def saying(text: bytes) -> Answer:
    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(text)
        await writer.drain()

    return answer


TAKEN = saying(b"HTTP/1.1 204 No Content\r\n\r\n")


async def hanging(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await reader.read()


async def endless(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 10000000\r\n\r\n")
    for _ in range(10_000):
        writer.write(b"x" * 1_000)
        await writer.drain()


async def test_what_a_webhook_gets_is_verified_by_the_standards_own_library() -> None:
    heard: list[tuple[dict[str, str], bytes]] = []
    async with server(TAKEN, heard) as port:
        channel = WebhookChannel(f"http://127.0.0.1:{port}/x", SECRET, private=True)
        await channel.send(NOTICE)

    [(head, body)] = heard
    told = Webhook(SECRET).verify(body, head)
    assert told["data"]["ticket"] == NOTICE.ticket
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(body.replace(b"imminent", b"care"), head)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (saying(b"HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n"), "HTTP 500"),
        (saying(b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\n\r\n"), "HTTP 302"),
        (saying(b"HTTP/1.1 200 OK\r\nx: " + b"y" * 10_000_000), "RemoteProtocolError"),
        (saying(b"nothing like it\r\n\r\n"), "RemoteProtocolError"),
        (saying(b""), "RemoteProtocolError"),
        (hanging, "Timeout"),
    ],
    ids=["500", "redirect", "a head of 10 MB", "no HTTP", "nothing", "hangs"],
)
async def test_a_service_that_misbehaves_has_not_taken_the_notice(answer: Answer, why: str) -> None:
    heard: list[tuple[dict[str, str], bytes]] = []
    async with server(answer, heard) as port:
        url = f"http://127.0.0.1:{port}/x"
        channel = WebhookChannel(url, SECRET, private=True, timeout=1.0)
        with pytest.raises(ChannelError, match=why):
            await channel.send(NOTICE)
    assert len(heard) == 1


async def test_an_answer_of_10_mb_is_not_read() -> None:
    heard: list[tuple[dict[str, str], bytes]] = []
    async with server(endless, heard) as port:
        await WebhookChannel(f"http://127.0.0.1:{port}/x", SECRET, private=True).send(NOTICE)
    assert len(heard) == 1


async def test_an_address_of_ones_own_network_is_not_called() -> None:
    heard: list[tuple[dict[str, str], bytes]] = []
    async with server(TAKEN, heard) as port:
        for host in ("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254"):
            channel = WebhookChannel(f"https://{host}:{port}/x", SECRET)
            with pytest.raises(ChannelError, match="inside a private network"):
                await channel.send(NOTICE)
    assert heard == []


async def test_a_name_that_leads_inside_by_one_of_its_addresses_is_not_called() -> None:
    async def lookup(host: str, port: int) -> Sequence[str]:
        assert (host, port) == ("desk.example.org", 443)
        return ["93.184.216.34", "10.0.0.7"]

    with pytest.raises(ChannelError, match="inside a private network"):
        await Post("https://desk.example.org/x", "a webhook", lookup=lookup).send(b"{}")


async def test_a_name_without_an_address_is_no_service() -> None:
    async def none(host: str, port: int) -> Sequence[str]:
        return []

    async def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError

    for lookup in (none, unknown):
        with pytest.raises(ChannelError, match="the name of the service"):
            await Post("https://desk.example.org/", "a webhook", lookup=lookup).send(b"{}")
    assert set(await looked_up("localhost", 80)) <= {"127.0.0.1", "::1"}


async def test_plain_http_does_not_leave_ones_own_network() -> None:
    async def lookup(host: str, port: int) -> Sequence[str]:
        return ["93.184.216.34"]

    post = Post("http://desk.example.org/", "a webhook", private=True, lookup=lookup)
    with pytest.raises(ChannelError, match="out in the open"):
        await post.send(b"{}")


async def test_the_next_address_of_a_name_is_called_where_the_first_is_not_there() -> None:
    heard: list[tuple[dict[str, str], bytes]] = []

    async def lookup(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.2", "127.0.0.1"]

    async def nowhere(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.2"]

    async with server(TAKEN, heard) as port:
        url = f"http://desk.example.org:{port}/x"
        await Post(url, "a webhook", private=True, lookup=lookup).send(b"{}")
        with pytest.raises(ChannelError, match="ConnectError"):
            await Post(url, "a webhook", private=True, lookup=nowhere).send(b"{}")
    assert [head["host"] for head, _ in heard] == [f"desk.example.org:{port}"]


async def test_the_certificate_has_to_be_of_the_name_although_an_address_is_called(
    tmp_path: Path,
) -> None:
    certificate = self_signed(tmp_path, "desk.example.org")
    heard: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        await writer.drain()
        writer.close()

    async def lookup(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, tmp_path / "key.pem")
    listening = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    port = listening.sockets[0].getsockname()[1]
    trusted = ssl.create_default_context(cafile=str(certificate))
    async with listening:
        for name, taken in (("desk.example.org", True), ("other.example.org", False)):
            post = Post(
                f"https://{name}:{port}/x",
                "a webhook",
                private=True,
                lookup=lookup,
                context=trusted,
            )
            if taken:
                await post.send(b"{}")
                continue
            with pytest.raises(ChannelError, match="ConnectError"):
                await post.send(b"{}")
    assert len(heard) == 1


def self_signed(folder: Path, name: str) -> Path:
    """Write a key and a certificate of *name* and return the latter's path."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    names = [x509.DNSName(name), x509.IPAddress(ip_address("127.0.0.1"))]
    if name != "localhost":
        names.pop()
    day = timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - day)
        .not_valid_after(datetime.now(UTC) + day)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    path = folder / "cert.pem"
    path.write_bytes(made.public_bytes(pem))
    return path


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to be refused
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:80ff:fffe", False),
    ],
)
def test_which_addresses_everybody_can_reach(address: str, *, public: bool) -> None:
    assert is_public(ip_address(address)) is public


async def test_what_is_no_address_is_not_called() -> None:
    with pytest.raises(ChannelError, match="no address"):
        check("a pipe", private=True)
    assert await allowed("93.184.216.34", 443, private=False, lookup=looked_up) == ["93.184.216.34"]


async def test_a_room_gets_one_line_in_which_nothing_is_a_command() -> None:
    heard: list[tuple[dict[str, str], bytes]] = []
    async with server(TAKEN, heard) as port:
        room = SlackChannel(f"http://127.0.0.1:{port}/services/x", private=True)
        await room.send(replace(NOTICE, session="<!channel> & co"))
    text = json.loads(heard[0][1])["text"]
    assert "IMMINENT: a person needs somebody" in text
    assert "&lt;!channel&gt; &amp; co" in text


@pytest.mark.parametrize(
    ("level", "kind", "severity", "summary"),
    [
        (Level.IMMINENT, "person", "critical", "IMMINENT: a person needs somebody"),
        (Level.CONCERN, "person", "error", "CONCERN: a person needs somebody"),
        (Level.NONE, "operator", "warning", "OPERATOR: a detector failed"),
        (Level.HIGH, "drill", "critical", "DRILL: this is a test, nobody is in need"),
    ],
)
async def test_pagerduty_gets_an_event_of_version_2(
    level: Level, kind: str, severity: str, summary: str
) -> None:
    heard: list[tuple[dict[str, str], bytes]] = []
    async with server(TAKEN, heard) as port:
        pager = PagerDutyChannel("k" * 32, f"http://127.0.0.1:{port}/v2/enqueue", private=True)
        await pager.send(replace(NOTICE, level=level, kind=kind))
    event = json.loads(heard[0][1])
    assert event["routing_key"] == "k" * 32
    assert (event["event_action"], event["dedup_key"]) == ("trigger", NOTICE.id)
    payload = event["payload"]
    assert (payload["severity"], payload["source"]) == (severity, "candor")
    assert payload["summary"] == f"{summary}; ticket {NOTICE.ticket}"
    assert payload["timestamp"] == "2026-09-21T14:13:20+00:00"
    assert payload["custom_details"]["session"] == NOTICE.session


def test_a_wrong_routing_key_is_not_quoted() -> None:
    with pytest.raises(ConfigurationError, match="32 letters") as caught:
        PagerDutyChannel("not a key")
    assert "not a key" not in str(caught.value)


async def test_the_queue_takes_everything() -> None:
    await QueueChannel().send(NOTICE)
