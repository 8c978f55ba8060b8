"""Reads what is never personal data: the section `allow`."""

from __future__ import annotations

import re
from typing import Final

from guardrails.policy import values
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Node

_DOMAIN = re.compile(r"[*.@]*((?:[\w-]+\.)+[\w-]+)", re.IGNORECASE)
_BARE = re.compile(r"(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,24}", re.IGNORECASE)
AT: Final = "@"


def allowed(node: Node, name: str, problems: Problems) -> str | None:
    """Return a value, or `@` and a domain for all its addresses; what could fit nothing is told."""
    value = values.text(node, name, problems)
    if value is None:
        return None
    if "*" in value:
        domain = _DOMAIN.fullmatch(value)
        example = domain[1] if domain else "example.org"
        what = f"{quoted(value)} holds '*', which stands for nothing here: write each value"
        problems.add(node, f'{what}, or "@{example}" for every address of that domain')
        return None
    if not any(sign.isalnum() for sign in value):
        what = f"{quoted(value)} holds no letter or digit, and would allow nothing"
        problems.add(node, f'{what}: write a value, or "@example.org" for a domain')
        return None
    return value


def is_domain(value: str) -> bool:
    """Return whether *value* is the bare name of a domain, which allows none of its addresses."""
    return _BARE.fullmatch(value) is not None
