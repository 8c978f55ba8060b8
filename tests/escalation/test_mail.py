"""E-mail over a real SMTP server on this machine."""

import asyncio
import socket
import ssl
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from guardrails.errors import ChannelError, ConfigurationError
from guardrails.escalation.mail import MailChannel
from tests.escalation.notices import NOTICE
from tests.escalation.test_posting import self_signed

TO = ["on-call@example.org", "lead@example.org"]


@dataclass
class Box:
    """Keeps what it gets."""

    messages: list[Message] = field(default_factory=list)
    users: list[bytes] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    refuse: str = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, to: str, _: Any) -> str:  # noqa: N802 - the library's name
        if self.refuse and self.refuse in to:
            return "550 nobody here"
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.messages.append(message_from_bytes(envelope.content))
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        return "250 OK"

    def login(self, *args: Any) -> AuthResult:
        data = args[-1]
        assert isinstance(data, LoginPassword)
        self.users.append(data.login + b":" + data.password)
        return AuthResult(success=data.password == b"p@ss word")


@asynccontextmanager
async def served(box: Box, **how: Any) -> AsyncGenerator[int, None]:
    loop = asyncio.get_running_loop()
    wrapped = how.pop("wrapped", None)
    factory = lambda: SMTP(box, loop=loop, authenticator=box.login, **how)  # noqa: E731
    listening = await loop.create_server(factory, "127.0.0.1", 0, ssl=wrapped)
    async with listening:
        yield listening.sockets[0].getsockname()[1]


async def here(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"]


def contexts(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return what the server and the client of a self-signed `mail.example.org` use."""
    certificate = self_signed(folder, "mail.example.org")
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(certificate, folder / "key.pem")
    return server, ssl.create_default_context(cafile=str(certificate))


async def test_a_notice_is_a_message_with_an_id_of_its_own_and_no_words() -> None:
    box = Box()
    async with served(box) as port:
        channel = MailChannel(
            f"smtp://localhost:{port}", TO, "candor@example.org", private=True, lookup=here
        )
        await channel.send(NOTICE)
        await channel.send(replace(NOTICE, id="d-17:2"))
    first, second = box.messages
    assert first["Subject"] == "IMMINENT: a person needs somebody (ticket d-17)"
    assert first["To"] == "on-call@example.org, lead@example.org"
    assert first["Message-ID"] == "<d-17.1@example.org>"
    assert second["Message-ID"] == "<d-17.2@example.org>"
    assert first["Auto-Submitted"] == "auto-generated"
    assert "candor desk claim d-17" in str(first.get_payload())


async def test_what_leaves_the_machine_is_encrypted_and_the_user_is_known(tmp_path: Path) -> None:
    box = Box()
    server, client = contexts(tmp_path)
    user = "jo:p%40ss%20word@"
    async with (
        served(box, tls_context=server, require_starttls=True, auth_require_tls=True) as late,
        served(box, wrapped=server, auth_require_tls=False) as early,
    ):
        for url in (
            f"smtp://{user}mail.example.org:{late}",
            f"smtps://{user}mail.example.org:{early}",
        ):
            channel = MailChannel(
                url, TO, "candor@example.org", private=True, context=client, lookup=here
            )
            await channel.send(NOTICE)
    assert box.encrypted == [True, True]
    assert box.users == [b"jo:p@ss word"] * 2


async def test_a_certificate_of_another_name_is_refused(tmp_path: Path) -> None:
    box = Box()
    server, client = contexts(tmp_path)
    async with served(box, wrapped=server) as port:
        channel = MailChannel(
            f"smtps://other.example.org:{port}",
            *(TO, "candor@example.org"),
            private=True,
            context=client,
            lookup=here,
        )
        with pytest.raises(ChannelError, match="SSLCertVerificationError"):
            await channel.send(NOTICE)
    assert box.messages == []


async def test_one_receiver_is_enough_and_none_is_not() -> None:
    box = Box(refuse="lead@")
    async with served(box) as port:
        channel = MailChannel(f"smtp://127.0.0.1:{port}", TO, "a@example.org", private=True)
        await channel.send(NOTICE)
        assert len(box.messages) == 1
        box.refuse = "@"
        with pytest.raises(ChannelError, match="SMTPRecipientsRefused"):
            await channel.send(NOTICE)


async def test_a_server_that_says_nothing_runs_into_the_timeout() -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    channel = MailChannel(
        f"smtp://127.0.0.1:{port}", TO, "a@example.org", private=True, timeout=0.3
    )
    with pytest.raises(ChannelError, match="Timeout"):
        await channel.send(NOTICE)
    listening.close()
    with pytest.raises(ChannelError, match="ConnectionRefusedError"):
        await channel.send(NOTICE)


async def test_a_server_of_ones_own_network_is_not_called() -> None:
    box = Box()
    async with served(box) as port:
        for host in ("127.0.0.1", "localhost"):
            channel = MailChannel(f"smtps://{host}:{port}", TO, "a@example.org")
            with pytest.raises(ChannelError, match="inside a private network"):
                await channel.send(NOTICE)


@pytest.mark.parametrize(
    ("url", "to", "sender", "what"),
    [
        ("http://mail.example.org", TO, "a@example.org", "smtps://"),
        ("smtp://", TO, "a@example.org", "smtps://"),
        ("smtp://mail.example.org:port", TO, "a@example.org", "smtps://"),
        ("smtps://mail.example.org", [], "a@example.org", "somebody@"),
        ("smtps://mail.example.org", ["a@b\nBcc: c@d"], "a@example.org", "somebody@"),
        ("smtps://mail.example.org", TO, "nobody", "somebody@"),
    ],
)
def test_a_wrong_setting_is_told(url: str, to: list[str], sender: str, what: str) -> None:
    with pytest.raises(ConfigurationError, match=what):
        MailChannel(url, to, sender)
