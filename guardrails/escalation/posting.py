"""Posts to one address: checked, without redirects, and with no answer read."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from typing import Any, Final

import httpx

from guardrails.errors import ChannelError, ConfigurationError
from guardrails.escalation.addresses import Lookup, allowed, check, is_public, looked_up

TIMEOUT: Final = 10.0
"""Seconds for one attempt, from looking the name up to the status of the answer."""

_TAKEN: Final = range(200, 300)
_PORTS: Final = {"https": 443, "http": 80}
_CONNECTED: Final = "connection.connect_tcp.complete"


class Post:
    """
    Posts to one address. One attempt a call.

    Args:
        url: https; or http, if private addresses are allowed.
        what: What the address is of, for messages: `a webhook`.
        client: Used as it is, addresses unchecked, and never closed here; None makes one
            for each call, which knows no proxy.
        private: Addresses of one's own network may be called.
        timeout: Seconds for one attempt.
        lookup: Finds the addresses of a name.
        context: For the encryption; the usual certificates by default.

    Raises:
        ConfigurationError: The address is not of that kind.
    """

    def __init__(
        self,
        url: str,
        what: str,
        client: httpx.AsyncClient | None = None,
        *,
        private: bool = False,
        timeout: float = TIMEOUT,
        lookup: Lookup = looked_up,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._url = _address(url, what, private=private)
        self._what = what
        self._client = client
        self._private = private
        self._timeout = timeout
        self._lookup = lookup
        self._verify = True if context is None else context

    async def send(self, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        """
        Post *body*, which is JSON.

        Raises:
            ChannelError: The service did not answer in time, or with another status than
                2xx; or its address is not one that may be called.
        """
        sent = {"content-type": "application/json", **(headers or {})}
        try:
            async with asyncio.timeout(self._timeout):
                status = await self._post(body, sent)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError) as error:
            # TimeoutError is an OSError; a closed client raises RuntimeError.
            msg = f"{self._what} did not take the notice: {type(error).__name__}"
            raise ChannelError(msg) from None
        if status not in _TAKEN:
            msg = f"{self._what} did not take the notice: HTTP {status}"
            raise ChannelError(msg)

    async def _post(self, body: bytes, headers: dict[str, str]) -> int:
        if self._client is not None:
            return await _status(self._client, self._url, body, headers, {})
        url = self._url
        port = url.port or _PORTS[url.scheme]
        addresses = await allowed(url.host, port, private=self._private, lookup=self._lookup)
        if url.scheme == "http":
            self._check_plain(addresses)
        async with httpx.AsyncClient(
            timeout=self._timeout, trust_env=False, verify=self._verify
        ) as client:
            for number, address in enumerate(addresses, start=1):
                try:
                    return await self._post_to(client, address, body, headers)
                except httpx.ConnectError:
                    if number == len(addresses):
                        raise
        raise AssertionError  # pragma: no cover - there is an address, or `allowed` raises

    def _check_plain(self, addresses: Iterable[str]) -> None:
        if any(is_public(ip_address(address)) for address in addresses):
            msg = f"{self._what} is out in the open: http is for addresses of your own network"
            raise ChannelError(msg)

    async def _post_to(
        self, client: httpx.AsyncClient, address: str, body: bytes, headers: dict[str, str]
    ) -> int:
        """Post to this *address*, whatever the name may stand for by now."""

        async def trace(event: str, info: dict[str, Any]) -> None:
            if event == _CONNECTED:
                reached = info["return_value"].get_extra_info("server_addr")
                check(str(reached[0]).partition("%")[0], private=self._private)

        extensions: dict[str, Any] = {"trace": trace}
        if self._url.host != address:
            extensions["sni_hostname"] = self._url.host  # whose certificate it has to show
        named = {**headers, "host": self._url.netloc.decode("ascii")}
        return await _status(client, self._url.copy_with(host=address), body, named, extensions)


async def _status(
    client: httpx.AsyncClient,
    url: httpx.URL,
    body: bytes,
    headers: Mapping[str, str],
    extensions: dict[str, Any],
) -> int:
    request = client.build_request(
        "POST", url, content=body, headers=headers, extensions=extensions
    )
    # The answer's body means nothing to us and may be endless: it is not read.
    response = await client.send(request, stream=True, follow_redirects=False)
    await response.aclose()
    return response.status_code


def _address(url: str, what: str, *, private: bool) -> httpx.URL:
    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, TypeError):
        address = httpx.URL("")
    schemes = {"https", "http"} if private else {"https"}
    if not address.host or address.scheme not in schemes:
        msg = f"the address of {what} is an https one (http only with 'allow_private: true')"
        raise ConfigurationError(msg)
    return address
