"""
Telling a human through a web service: a signed POST of JSON.

The headers are those of Standard Webhooks 1.0.0 (standardwebhooks.com):
`webhook-id` names the notice and is the same on a repeat, `webhook-timestamp`
is the time of sending, and `webhook-signature` is
`v1,base64(HMAC-SHA256(secret, id.timestamp.body))`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
from collections.abc import Callable

import httpx

from guardrails.errors import ConfigurationError
from guardrails.escalation.base import Notice
from guardrails.escalation.posting import TIMEOUT, Post

SECRET_MIN = 24
"""Fewest bytes of a signing secret, as the standard asks."""

_PREFIX = "whsec_"


class WebhookChannel:
    """
    A `Channel` that posts to one address. One attempt a call; no redirects.

    Args:
        url: https; or http, if private addresses are allowed.
        secret: At least 24 bytes: `whsec_` and base64, or the bytes themselves as text.
        client: Used as it is, addresses unchecked, and never closed here; None makes one
            for each call, which knows no proxy.
        private: Addresses of one's own network may be called.
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
        private: bool = False,
        clock: Callable[[], float] = time.time,
        timeout: float = TIMEOUT,
    ) -> None:
        self._post = Post(url, "a webhook", client, private=private, timeout=timeout)
        self._key = _key(secret)
        self._clock = clock

    async def send(self, notice: Notice) -> None:
        """
        Post *notice*.

        Raises:
            ChannelError: The service did not answer in time, or with another status than
                2xx; or its address is not one that may be called.
        """
        body = body_of(notice)
        await self._post.send(body, signed(self._key, notice.id, int(self._clock()), body))


def body_of(notice: Notice) -> bytes:
    """Return what is posted: `{"type": "escalation.person", "timestamp": ..., "data": {...}}`."""
    value = {
        "type": f"escalation.{notice.kind}",
        "timestamp": notice.at,
        "data": fields_of(notice),
    }
    return json.dumps(value, separators=(",", ":")).encode()


def fields_of(notice: Notice) -> dict[str, str | int | None]:
    """Return what a service is told: ids, level, times, and no words of the conversation."""
    return {
        "id": notice.id,
        "ticket": notice.ticket,
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
