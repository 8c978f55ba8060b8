"""Any server that speaks OpenAI's chat completions, over HTTP with streaming."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from typing import Any, Final, cast
from weakref import WeakKeyDictionary

import httpx

from guardrails.errors import ConfigurationError, ModelError, UnsupportedError
from guardrails.messages import Chunk
from guardrails.models.base import ModelRequest
from guardrails.models.completions import ReplyDecoder, encode
from guardrails.models.sse import EventDecoder

TIMEOUT = httpx.Timeout(10, read=120)
"""Seconds to connect, and between two pieces of a reply."""

LONGEST_WHOLE = 32 * 1024 * 1024
"""Most bytes of a reply that is not streamed."""

_HTTP_OK = 200
_WAIT_DIGITS = 5  # about a day of seconds
_DONE = "[DONE]"
_LINGER = 0.25  # seconds
_END: Final = object()
"""What stands for `[DONE]`."""


class OpenAIModel:
    """
    A `ChatModel` behind an OpenAI-compatible base URL.

    Redirects are not followed, so a key never reaches another server. A reply
    that ends with neither a reason to finish nor `[DONE]` was cut off: its text
    is given out, then `ModelError` is raised.

    Args:
        base_url: With or without `/chat/completions`. One without any path gets `/v1`.
        model: Name of the model; None leaves it to the server or to the options.
        api_key: Sent as a bearer token.
        client: Used as it is and never closed here; None makes one for each event loop,
            which knows no proxy.
        timeout: For the clients that are made here.

    Raises:
        ConfigurationError: The address is not one of http or https.
    """

    def __init__(
        self,
        base_url: str,
        *,
        model: str | None = None,
        api_key: str | None = None,
        client: httpx.AsyncClient | None = None,
        timeout: httpx.Timeout | float = TIMEOUT,
    ) -> None:
        self._url = completions_url(base_url)
        self._model = model
        self._headers = {"authorization": f"Bearer {api_key}"} if api_key else {}
        self._client = client
        self._timeout = timeout
        self._clients: WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = (
            WeakKeyDictionary()
        )

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """
        Yield the reply in order.

        The request's options go into the body and win over `model`; an option that
        is None takes its key out, such as `stream_options` for a server that does
        not know it.

        Raises:
            ModelError: The server cannot be reached, refuses, or breaks off.
            UnsupportedError: The options ask for several replies, or are not JSON.
        """
        body = self._body(request)
        failure: ModelError | None = None
        try:
            async with aclosing(self._chunks(body)) as chunks:
                async for chunk in chunks:
                    yield chunk
        except ModelError as error:
            failure = ModelError(error.kind, error.status, error.retry_after)
        except Exception as error:  # noqa: BLE001 - told by its type, since it may quote the text
            failure = ModelError(type(error).__name__)
        if failure is not None:
            # Outside the handler, so that not even `__context__` holds the original.
            raise failure

    async def aclose(self) -> None:
        """Close the connections of this event loop. The model can be used again."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.aclose()

    def _body(self, request: ModelRequest) -> bytes:
        values: dict[str, Any] = {
            "model": self._model,
            "stream_options": {"include_usage": True},
            **request.options,
            "messages": encode(request.messages),
            "stream": True,
        }
        if values.get("n") not in {None, 1}:
            msg = "n: one reply is guarded at a time; leave it out or ask several times"
            raise UnsupportedError(msg)
        try:
            text = json.dumps(
                {key: value for key, value in values.items() if value is not None},
                ensure_ascii=False,
                allow_nan=False,
            )
        except (TypeError, ValueError):
            msg = "the messages or the model's options hold something that JSON cannot carry"
            raise UnsupportedError(msg) from None
        # Two surrogates that stand together become their character, one alone U+FFFD.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()

    async def _chunks(self, body: bytes) -> AsyncGenerator[Chunk, None]:
        client = self._client or self._client_of_this_loop()
        request = client.build_request(
            "POST",
            self._url,
            content=body,
            headers={
                "content-type": "application/json",
                "accept": "text/event-stream, application/json",
                **self._headers,
            },
        )
        response = await client.send(request, stream=True, follow_redirects=False)
        async with aclosing(response):
            if response.status_code != _HTTP_OK:
                wait = _wait(response.headers.get("retry-after", ""))
                raise ModelError("HTTPStatusError", response.status_code, wait)
            async with aclosing(_values(response)) as values:
                reply = ReplyDecoder()
                try:
                    async for value in values:
                        if value is _END:
                            return
                        for chunk in reply.decode(value):
                            yield chunk
                except httpx.TransportError:
                    if not reply.finished:  # else all was said before the connection broke
                        raise
                if not reply.finished:
                    raise ModelError("IncompleteReply")

    def _client_of_this_loop(self) -> httpx.AsyncClient:
        loop = asyncio.get_running_loop()
        client = self._clients.get(loop)
        if client is None or client.is_closed:
            client = self._clients[loop] = httpx.AsyncClient(timeout=self._timeout, trust_env=False)
        return client


def completions_url(base_url: str) -> httpx.URL:
    """
    Return the address to post to.

    Raises:
        ConfigurationError: *base_url* is not an http or https address.
    """
    msg = "a model's base URL is an http or https address, such as http://localhost:8080/v1"
    try:
        url = httpx.URL(base_url)
    except (httpx.InvalidURL, TypeError):
        raise ConfigurationError(msg) from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise ConfigurationError(msg)
    path = url.path.rstrip("/")
    if not path.endswith("/chat/completions"):
        path = f"{path or '/v1'}/chat/completions"
    return url.copy_with(path=path, fragment=None)


def _wait(told: str) -> int | None:
    """Return the seconds of a `Retry-After`; None for a date, or what no client would wait."""
    if not (told.isascii() and told.isdigit()) or len(told) > _WAIT_DIGITS:
        return None
    return int(told)


async def _values(response: httpx.Response) -> AsyncGenerator[object, None]:
    """
    Yield the JSON values of a reply, then `_END` once the server has said `[DONE]`.

    A server that does not stream answers with one JSON object, whatever it says
    of its type: the first character tells.
    """
    events = EventDecoder()
    begun = False
    async with aclosing(cast("AsyncGenerator[bytes, None]", response.aiter_bytes())) as pieces:
        async for piece in pieces:
            if not begun:
                first = piece.lstrip()
                begun = first != b""
                if first.startswith(b"{"):
                    yield _json(await _whole(first, pieces))
                    return
            for data in events.feed(piece):
                if data.strip() == _DONE:
                    # The end of the answer is on its way: read it, and the connection lives on.
                    with suppress(TimeoutError, httpx.HTTPError):
                        async with asyncio.timeout(_LINGER):
                            async for _ in pieces:
                                pass
                    yield _END
                    return
                yield _json(data)
    for data in events.close():
        yield _END if data.strip() == _DONE else _json(data)


async def _whole(first: bytes, pieces: AsyncIterator[bytes]) -> str:
    body = bytearray(first)
    async for piece in pieces:
        body += piece
        if len(body) > LONGEST_WHOLE:
            raise ModelError("ReplyTooLong")
    return body.decode("utf-8", "replace")


def _json(text: str) -> object:
    try:
        return cast("object", json.loads(text))
    except (ValueError, RecursionError):
        raise ModelError("InvalidJSON") from None
