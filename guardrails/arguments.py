"""The arguments of tool calls: texts inside JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

_DIGITS = 7
"""A number of so many digits may be somebody's; shorter ones are left alone."""
_NO_JSON = object()

_FIELD = re.compile(r"[A-Za-z_-]{0,40}[0-9]{0,3}")
"""A key of this shape is the name of a field, and no value."""
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
Change = Callable[[str], Awaitable[str]]


async def rewritten(arguments: str, change: Change) -> str:
    """
    Return JSON text with every string in it passed through *change*.

    So are keys, unless they look like the names of fields.

    A long number is passed as a string, and stays a number if it comes back unchanged.
    Nothing else is touched, and JSON stays valid JSON. Of a key that is given twice the
    last counts, as with most readers; line breaks within strings are taken.

    Text that is not JSON is passed as one string, with its escapes undone: whoever
    reads it with more patience finds nothing in it that was not looked at.
    """
    if not arguments.strip():
        return arguments
    odd = False

    def pairs(given: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal odd
        made = dict(given)
        odd = odd or len(made) < len(given)
        return made

    try:
        value = json.loads(arguments, object_pairs_hook=pairs, strict=False)
    except (ValueError, RecursionError):
        value = _NO_JSON
    if value is _NO_JSON:
        # Outside the handler: its error holds the text, and would hang on one of *change*'s.
        return await _unread(arguments, change)
    try:
        changed, same = await _walk(value, change)
    except RecursionError:
        return await _unread(arguments, change)
    if same and not odd and _is_strict(arguments):
        return arguments
    return json.dumps(changed, ensure_ascii=False)


def is_object(arguments: str) -> bool:
    """Return whether *arguments* are one whole JSON object, or nothing, which stands for none."""
    try:
        return not arguments.strip() or isinstance(json.loads(arguments, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _is_strict(arguments: str) -> bool:
    """Return whether every reader of JSON takes *arguments*."""
    try:
        json.loads(arguments)
    except ValueError:
        return False
    return True


async def _unread(arguments: str, change: Change) -> str:
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), arguments)
    new = await change(plain)
    return arguments if new == plain else new


async def _walk(value: Any, change: Change) -> tuple[Any, bool]:  # noqa: ANN401 - JSON
    """Return the changed value and whether it is the same."""
    if isinstance(value, str):
        new = await change(value)
        return new, new == value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return await _number(value, change)
    if isinstance(value, list):
        pairs = [await _walk(item, change) for item in value]
        return [item for item, _ in pairs], all(same for _, same in pairs)
    if isinstance(value, dict):
        walked = [
            (key, key if _FIELD.fullmatch(key) else await change(key), await _walk(item, change))
            for key, item in value.items()
        ]
        return {new: item for _, new, (item, _) in walked}, all(
            same and key == new for key, new, (_, same) in walked
        )
    return value, True


async def _number(value: float, change: Change) -> tuple[Any, bool]:
    whole = isinstance(value, int) or (value.is_integer() and abs(value) < 1e18)  # noqa: PLR2004
    text = str(int(value)) if whole else repr(value)
    if sum(map(str.isdigit, text)) < _DIGITS:
        return value, True
    new = await change(text)
    return (value, True) if new == text else (new, False)
