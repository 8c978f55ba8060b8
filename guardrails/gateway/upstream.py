"""The server behind a route: what it is asked beside replies."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from guardrails.errors import ModelError
from guardrails.models.openai import completions_url

_HTTP_OK = 200
_FACTS = (("id", str), ("created", int), ("owned_by", str))
_MOST = 1000
_LONGEST = 4 * 1024 * 1024
_FRESH = 60.0


@dataclass(slots=True)
class Upstream:
    """
    Asks an OpenAI-compatible server which models it has, and remembers it for a minute.

    Args:
        base_url: As a `OpenAIModel` takes it.
        client: Never closed here.
        clock: Monotonic seconds.
        api_key: Sent as a bearer token.
    """

    base_url: str
    client: httpx.AsyncClient = field(repr=False)
    clock: Callable[[], float] = field(repr=False)
    api_key: str | None = field(default=None, repr=False)
    _models: Sequence[dict[str, Any]] = field(default=(), init=False, repr=False)
    _read: float | None = field(default=None, init=False, repr=False)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock, init=False, repr=False)

    @property
    def host(self) -> str:
        """Name of the server, without anything secret that its address may hold."""
        return completions_url(self.base_url).host

    async def models(self) -> Sequence[dict[str, Any]]:
        """
        Return what the server says of its models: `id`, `created` and `owned_by`.

        Raises:
            ModelError: It does not say so.
        """
        async with self._lock:
            if self._read is None or self.clock() - self._read >= _FRESH:
                self._models = await self._ask()
                self._read = self.clock()
            return self._models

    async def _ask(self) -> Sequence[dict[str, Any]]:
        chat = completions_url(self.base_url)
        url = chat.copy_with(path=f"{chat.path.removesuffix('/chat/completions')}/models")
        headers = {"authorization": f"Bearer {self.api_key}"} if self.api_key else {}
        failure: ModelError | None = None
        try:
            response = await self.client.get(url, headers=headers, follow_redirects=False)
        except Exception as error:  # noqa: BLE001 - told by its type
            failure = ModelError(type(error).__name__)
        if failure is not None:
            raise failure
        if response.status_code != _HTTP_OK or len(response.content) > _LONGEST:
            raise ModelError("HTTPStatusError", response.status_code)
        return _models_in(response)


def _models_in(response: httpx.Response) -> list[dict[str, Any]]:
    try:
        rows = response.json()["data"]
        found = [{k: row[k] for k, kind in _FACTS if isinstance(row.get(k), kind)} for row in rows]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        found = None
    if found is None:
        raise ModelError("InvalidJSON")
    return [one for one in found[:_MOST] if "id" in one]
