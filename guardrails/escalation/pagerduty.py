"""Telling a human through PagerDuty: its Events API, version 2."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Final

import httpx

from guardrails.errors import ConfigurationError
from guardrails.escalation.base import Notice
from guardrails.escalation.console import headline
from guardrails.escalation.posting import TIMEOUT, Post
from guardrails.escalation.webhook import fields_of
from guardrails.findings import Level

URL: Final = "https://events.pagerduty.com/v2/enqueue"
"""Where events go, unless a region of its own is used."""
_KEY: Final = re.compile(r"[A-Za-z0-9]{32}")
_SEVERITY: Final = {Level.IMMINENT: "critical", Level.HIGH: "critical", Level.CONCERN: "error"}


class PagerDutyChannel:
    """
    A `Channel` that triggers an alert; a repeat of a notice is the same alert.

    Args:
        key: The routing key of an integration: 32 letters and digits.
        url: Where to post.
        client: As of a webhook.
        private: Addresses of one's own network may be called.
        timeout: Seconds for one attempt.

    Raises:
        ConfigurationError: The key or the address is none.
    """

    def __init__(
        self,
        key: str,
        url: str = URL,
        client: httpx.AsyncClient | None = None,
        *,
        private: bool = False,
        timeout: float = TIMEOUT,
    ) -> None:
        if not _KEY.fullmatch(key):
            msg = "a routing key of PagerDuty has 32 letters and digits"
            raise ConfigurationError(msg)
        self._key = key
        self._post = Post(url, "PagerDuty", client, private=private, timeout=timeout)

    async def send(self, notice: Notice) -> None:
        """
        Trigger the alert of *notice*.

        Raises:
            ChannelError: It was not taken.
        """
        await self._post.send(json.dumps(self._event(notice)).encode())

    def _event(self, notice: Notice) -> dict[str, object]:
        return {
            "routing_key": self._key,
            "event_action": "trigger",
            "dedup_key": notice.id,
            "client": "Candor",
            "payload": {
                "summary": f"{headline(notice)}; ticket {notice.ticket}",
                "source": "candor",
                "severity": _SEVERITY.get(notice.level, "warning"),
                "timestamp": datetime.fromtimestamp(notice.at, UTC).isoformat(),
                "class": f"escalation.{notice.kind}",
                "custom_details": fields_of(notice),
            },
        }
