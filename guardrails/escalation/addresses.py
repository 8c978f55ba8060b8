"""
Which addresses a notice may go to: none inside one's own network, unless that is allowed.

Whoever may write a policy or a variable could else have the service call what only it can
reach (server-side request forgery). A name is looked up once, every address it has is
checked, and the connection goes to one of those and to no other.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final, TypeAlias

from guardrails.errors import ChannelError

Address: TypeAlias = IPv4Address | IPv6Address
Lookup: TypeAlias = Callable[[str, int], Awaitable[Sequence[str]]]
"""Returns the addresses of a name; the port goes with it."""

_NAT64: Final = IPv6Network("64:ff9b::/96")
_BITS_32: Final = 0xFFFF_FFFF


async def looked_up(host: str, port: int) -> Sequence[str]:
    """
    Return the addresses of *host*, as the system knows them.

    Raises:
        OSError: It has none.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[4][0]) for where in found))


def is_public(address: Address) -> bool:
    """Return whether *address*, and what is wrapped in it, can be reached by everybody."""
    inner = _wrapped(address)
    if inner is not None and not is_public(inner):
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return inner is not None
    return address.is_global and not address.is_multicast


def _wrapped(address: Address) -> IPv4Address | None:
    """Return the older address that *address* leads to by way of a newer one."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & _BITS_32)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


async def allowed(host: str, port: int, *, private: bool, lookup: Lookup) -> list[str]:
    """
    Return the addresses of *host*, all of which may be called.

    Args:
        host: A name or an address.
        port: Where.
        private: Addresses of one's own network may be called too.
        lookup: Finds the addresses of a name.

    Raises:
        ChannelError: One of them may not, or there is none.
    """
    try:
        addresses = [ip_address(host.strip("[]"))]
    except ValueError:
        try:
            found = await lookup(host, port)
        except OSError as error:
            msg = f"the name of the service is not known: {type(error).__name__}"
            raise ChannelError(msg) from None
        addresses = [ip_address(one.partition("%")[0]) for one in found]
    if not addresses:
        msg = "the name of the service has no address"
        raise ChannelError(msg)
    for address in addresses:
        check(address, private=private)
    return [str(address) for address in addresses]


def check(address: Address | str, *, private: bool) -> None:
    """
    Return if *address* may be called.

    Raises:
        ChannelError: It is one of one's own network, or no address.
    """
    try:
        known = ip_address(address) if isinstance(address, str) else address
    except ValueError:
        msg = "the connection leads to something that is no address"
        raise ChannelError(msg) from None
    if not private and not is_public(known):
        msg = (
            "the address of the service is inside a private network; "
            "set 'allow_private: true' of the channel if that is meant"
        )
        raise ChannelError(msg)
