"""The arguments of tool calls: texts inside JSON."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

_DIGITS = 7
"""A number of so many digits may be somebody's; shorter ones are left alone."""


async def rewritten(arguments: str, change: Callable[[str], Awaitable[str]]) -> str:
    """
    Return JSON text with every string in it passed through *change*.

    Keys stay. A long whole number is passed as a string, and stays a number if it
    comes back unchanged. Text that is not JSON is passed as one string. Nothing
    but strings is touched, and JSON stays valid JSON.
    """
    if not arguments.strip():
        return arguments
    try:
        changed, same = await _walk(json.loads(arguments), change)
    except (ValueError, RecursionError):
        return await change(arguments)
    return arguments if same else json.dumps(changed, ensure_ascii=False)


async def _walk(value: Any, change: Callable[[str], Awaitable[str]]) -> tuple[Any, bool]:  # noqa: ANN401 - JSON
    """Return the changed value and whether it is the same."""
    if isinstance(value, str):
        new = await change(value)
        return new, new == value
    if isinstance(value, int) and not isinstance(value, bool) and len(str(abs(value))) >= _DIGITS:
        new = await change(str(value))
        return (value, True) if new == str(value) else (new, False)
    if isinstance(value, list):
        pairs = [await _walk(item, change) for item in value]
        return [item for item, _ in pairs], all(same for _, same in pairs)
    if isinstance(value, dict):
        walked = {key: await _walk(item, change) for key, item in value.items()}
        return {key: item for key, (item, _) in walked.items()}, all(
            same for _, same in walked.values()
        )
    return value, True
