"""Telling a human by e-mail, over SMTP."""

from __future__ import annotations

import asyncio
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote, urlsplit

from guardrails.errors import ChannelError, ConfigurationError
from guardrails.escalation.addresses import Lookup, allowed, check, looked_up
from guardrails.escalation.base import Notice
from guardrails.escalation.console import headline, line_of

TIMEOUT: Final = 10.0
"""Seconds for one attempt, and for each answer of the server."""
_PORTS: Final = {"smtps": 465, "smtp": 587}
_MAILBOX: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")


class MailChannel:
    """
    A `Channel` that sends one message for each notice; the same notice has the same message id.

    The connection is encrypted from the start (`smtps`) or before anything is said
    (`smtp`, STARTTLS). Only to this machine itself it may be plain.

    Args:
        url: `smtps://USER:PASSWORD@HOST:PORT` or `smtp://...`; user and port may be left out.
        to: Who gets it.
        sender: From whom it is.
        private: Servers of one's own network may be called.
        timeout: Seconds for one attempt.
        context: For the encryption; the system's certificates by default.
        lookup: Finds the addresses of a name.

    Raises:
        ConfigurationError: The address of the server or of somebody is none.
    """

    def __init__(
        self,
        url: str,
        to: Sequence[str],
        sender: str,
        *,
        private: bool = False,
        timeout: float = TIMEOUT,
        context: ssl.SSLContext | None = None,
        lookup: Lookup = looked_up,
    ) -> None:
        parts = urlsplit(url)
        try:
            port = parts.port
        except ValueError:
            port = -1
        if parts.scheme not in _PORTS or not parts.hostname or port == -1:
            msg = "the address of a mail server is smtps://USER:PASSWORD@HOST:PORT or smtp://..."
            raise ConfigurationError(msg)
        if not to or not all(_MAILBOX.fullmatch(one) for one in (*to, sender)):
            msg = "an e-mail channel needs addresses of the form somebody@example.org"
            raise ConfigurationError(msg)
        self._host, self._port = parts.hostname, port or _PORTS[parts.scheme]
        self._wrapped = parts.scheme == "smtps"
        self._user = unquote(parts.username or ""), unquote(parts.password or "")
        self._to = list(to)
        self._sender = sender
        self._private = private
        self._timeout = timeout
        self._context = context or ssl.create_default_context()
        self._lookup = lookup

    async def send(self, notice: Notice) -> None:
        """
        Send *notice*.

        Raises:
            ChannelError: The server did not take it for every receiver, or not in time; or
                its address is not one that may be called.
        """
        sockets: list[socket.socket] = []
        try:
            async with asyncio.timeout(self._timeout):
                addresses = await allowed(
                    self._host, self._port, private=self._private, lookup=self._lookup
                )
                await asyncio.to_thread(self._send, addresses[0], self._message(notice), sockets)
        except (smtplib.SMTPException, OSError, ValueError) as error:
            msg = f"the mail server did not take the notice: {type(error).__name__}"
            raise ChannelError(msg) from None
        finally:
            # A thread cannot be stopped, but what it waits for can be taken away.
            for one in sockets:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def _send(self, address: str, message: EmailMessage, sockets: list[socket.socket]) -> None:
        def connected() -> socket.socket:
            made = socket.create_connection((address, self._port), self._timeout)
            sockets.append(made)
            check(made.getpeername()[0].partition("%")[0], private=self._private)
            if self._wrapped:
                made = self._context.wrap_socket(made, server_hostname=self._host)
                sockets.append(made)
            return made

        with _Server(self._host, self._port, self._timeout, connected) as server:
            here = ip_address(address).is_loopback
            if not self._wrapped and (not here or _offers_encryption(server)):
                server.starttls(context=self._context)
                sockets += [server.sock] if server.sock else []
            if self._user[0]:
                server.login(*self._user)
            server.send_message(message)  # raises if nobody gets it

    def _message(self, notice: Notice) -> EmailMessage:
        message = EmailMessage()
        message["Subject"] = f"{headline(notice)} (ticket {notice.ticket})"
        message["From"] = self._sender
        message["To"] = ", ".join(self._to)
        message["Date"] = format_datetime(datetime.fromtimestamp(notice.at, UTC))
        message["Message-ID"] = f"<{notice.id.replace(':', '.')}@{self._sender.partition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message["X-Priority"] = "1"
        message.set_content(f"{line_of(notice)}\n\ncandor desk claim {notice.ticket}\n")
        return message


class _Server(smtplib.SMTP):
    """A session over a connection that is made elsewhere, to an address that was checked."""

    def __init__(
        self, host: str, port: int, seconds: float, connected: Callable[[], socket.socket]
    ) -> None:
        self._connected = connected
        super().__init__(host, port, local_hostname="localhost", timeout=seconds)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        del host, port, timeout
        return self._connected()


def _offers_encryption(server: smtplib.SMTP) -> bool:
    server.ehlo_or_helo_if_needed()
    return server.has_extn("starttls")
