"""Addresses on a network that lead to nobody."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from typing import Final

_WITHIN: Final = tuple(
    map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"))
)
_RESOLVERS: Final = frozenset(
    map(ip_address, ("1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "208.67.222.222"))
)
"""Servers of names that everybody may ask: Cloudflare, Google, Quad9, OpenDNS."""
_PORT = re.compile(r"(?<=\.\d{1}):\d{1,5}$|(?<=\.\d{2}):\d{1,5}$|(?<=\.\d{3}):\d{1,5}$")


def nobodys(address: str) -> bool:
    """
    Return whether *address* leads to nobody: private, loopback, link-local or a public resolver.

    Those that are kept for examples count as somebody's: in made-up messages they stand for
    real ones. Source: RFC 1918, RFC 4193, and the registries of IANA.
    """
    try:
        one = ip_address(_PORT.sub("", address.partition("/")[0].partition("%")[0].strip("[]")))
    except ValueError:
        return False
    within = any(one in network for network in _WITHIN if network.version == one.version)
    return within or one in _RESOLVERS or one.is_loopback or one.is_link_local or one.is_unspecified
