"""Telling a human in a chat room: Slack's incoming webhooks, and what understands the same."""

from __future__ import annotations

import json

import httpx

from guardrails.escalation.base import Notice
from guardrails.escalation.console import line_of
from guardrails.escalation.posting import TIMEOUT, Post


class SlackChannel:
    """
    A `Channel` that posts one line to a room.

    Mattermost, Rocket.Chat and others take the same. Whoever is in the room reads the ids
    of the conversation and of the person, and no words.

    Args:
        url: The room's incoming webhook. It is a secret itself.
        client: As of a webhook.
        private: Addresses of one's own network may be called.
        timeout: Seconds for one attempt.

    Raises:
        ConfigurationError: The address is none.
    """

    def __init__(
        self,
        url: str,
        client: httpx.AsyncClient | None = None,
        *,
        private: bool = False,
        timeout: float = TIMEOUT,
    ) -> None:
        self._post = Post(url, "the chat room", client, private=private, timeout=timeout)

    async def send(self, notice: Notice) -> None:
        """
        Post *notice*.

        Raises:
            ChannelError: It was not taken.
        """
        await self._post.send(json.dumps({"text": escaped(line_of(notice))}).encode())


def escaped(text: str) -> str:
    """Return *text* so that Slack reads no command or mention in it (its three escapes)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
