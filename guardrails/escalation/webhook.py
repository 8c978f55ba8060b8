"""
Telling a human through a web service: a signed POST of JSON.

The headers are those of Standard Webhooks 1.0.0 (standardwebhooks.com):
`webhook-id` names the notice and is the same on a repeat, `webhook-timestamp`
is the time of sending, and `webhook-signature` is
`v1,base64(HMAC-SHA256(secret, id.timestamp.body))`.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from ipaddress import ip_address

import httpx

from guardrails.errors import ChannelError, ConfigurationError
from guardrails.escalation.base import Notice

TIMEOUT = 10.0
"""Seconds for one attempt, from the first byte to the last."""

SECRET_MIN = 24
"""Fewest bytes of a signing secret, as the standard asks."""

_PREFIX = "whsec_"
_TAKEN = range(200, 300)


class WebhookChannel:
    """
    A `Channel` that posts to one address. One attempt a call; no redirects.

    Args:
        url: https, or http to this machine alone.
        secret: At least 24 bytes: `whsec_` and base64, or the bytes themselves as text.
        client: Used as it is and never closed here; None makes one for each call,
            which knows no proxy.
        clock: Returns the Unix time in seconds, for the signature.
        timeout: Seconds for one attempt.

    Raises:
        ConfigurationError: The address or the secret is not of that kind.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        client: httpx.AsyncClient | None = None,
        *,
        clock: Callable[[], float] = time.time,
        timeout: float = TIMEOUT,
    ) -> None:
        self._url = _address(url)
        self._key = _key(secret)
        self._client = client
        self._clock = clock
        self._timeout = timeout

    async def send(self, notice: Notice) -> None:
        """
        Post *notice*.

        Raises:
            ChannelError: The service did not answer in time, or with another status than 2xx.
        """
        body = body_of(notice)
        headers = {
            "content-type": "application/json",
            **signed(self._key, notice.id, int(self._clock()), body),
        }
        try:
            async with asyncio.timeout(self._timeout):
                status = await self._post(body, headers)
        except (httpx.HTTPError, OSError, RuntimeError) as error:
            # TimeoutError is an OSError; a closed client raises RuntimeError.
            msg = f"the webhook did not take the notice: {type(error).__name__}"
            raise ChannelError(msg) from None
        if status not in _TAKEN:
            msg = f"the webhook did not take the notice: HTTP {status}"
            raise ChannelError(msg)

    async def _post(self, body: bytes, headers: dict[str, str]) -> int:
        if self._client is None:
            async with httpx.AsyncClient(timeout=self._timeout, trust_env=False) as client:
                return await _status(client, self._url, body, headers)
        return await _status(self._client, self._url, body, headers)


async def _status(
    client: httpx.AsyncClient, url: httpx.URL, body: bytes, headers: dict[str, str]
) -> int:
    request = client.build_request("POST", url, content=body, headers=headers)
    # The answer's body means nothing to us and may be endless: it is not read.
    response = await client.send(request, stream=True, follow_redirects=False)
    await response.aclose()
    return response.status_code


def body_of(notice: Notice) -> bytes:
    """Return what is posted: `{"type": "escalation.person", "timestamp": ..., "data": {...}}`."""
    data = {
        "id": notice.id,
        "session": notice.session,
        "subject": notice.subject,
        "level": str(notice.level),
        "rule": notice.rule,
        "to": notice.to,
        "within": notice.within,
        "at": notice.at,
        "turn": notice.turn,
        "kind": notice.kind,
    }
    value = {"type": f"escalation.{notice.kind}", "timestamp": notice.at, "data": data}
    return json.dumps(value, separators=(",", ":")).encode()


def signed(key: bytes, message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """Return the three headers of Standard Webhooks for *body*."""
    # An id that is no plain word could forge a header or another message's signed text.
    name = "".join(
        char for char in message_id if char.isascii() and (char.isalnum() or char in "-_:")
    )
    content = f"{name}.{timestamp}.".encode() + body
    digest = hmac.new(key, content, hashlib.sha256).digest()
    return {
        "webhook-id": name,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def _address(url: str) -> httpx.URL:
    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, TypeError):
        address = httpx.URL("")
    if not address.host or not (
        address.scheme == "https" or (address.scheme == "http" and _is_loopback(address.host))
    ):
        msg = "a webhook's address is an https one (http only to 127.0.0.1, ::1 or localhost)"
        raise ConfigurationError(msg)
    return address


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _key(secret: str) -> bytes:
    key = secret.encode()
    if secret.startswith(_PREFIX):
        try:
            key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except binascii.Error:
            key = b""
    if len(key) < SECRET_MIN:
        found = "is missing" if not secret else "has too few bytes" if key else "is not base64"
        msg = (
            f"the webhook's signing secret {found}: it has at least {SECRET_MIN} bytes, as text "
            f"or as {_PREFIX}<base64>; both sides know it, to tell real notices from others"
        )
        raise ConfigurationError(msg)
    return key
