"""Parts of a message: one of text has a text, and no other brings words past it."""

from __future__ import annotations

from typing import Final

from pydantic.config import JsonDict

from guardrails.gateway.refusals import refuse
from guardrails.shapes import TEXT_BLOCKS

_WORDS: Final = ("text", "transcript")
"""Where a part that nobody can read could bring words past every detector."""

_TYPES: Final = sorted(TEXT_BLOCKS)

PART_SCHEMA: Final[JsonDict] = {
    "anyOf": [
        {
            "properties": {"type": {"enum": [*_TYPES]}, "text": {"type": "string"}},
            "required": ["text"],
        },
        {
            "properties": {
                "type": {"not": {"enum": [*_TYPES]}},
                **{name: {"type": "null"} for name in _WORDS},
            }
        },
    ]
}
"""The same as JSON Schema, for the description of a request."""


def refuse_parts(parts: object, within: str) -> None:
    """
    Do nothing if each part of a message is text, or has no words beside what nobody can read.

    Args:
        parts: The content of a message, if it is a list.
        within: Where it stands.

    Raises:
        RefusedError: A part of text has none, or another has some.
    """
    for index, part in enumerate(parts if isinstance(parts, list) else []):
        if not isinstance(part, dict) or not isinstance(part.get("type"), str):
            continue
        where = f"{within}.{index}"
        if part["type"] in TEXT_BLOCKS:
            if not isinstance(part.get("text"), str):
                refuse(f"{where}.text: a part of text has a text", f"{where}.text", "invalid_value")
        elif found := [name for name in _WORDS if part.get(name)]:
            at = f"{where}.{found[0]}"
            said = "words belong into a part of type `text`, where they are looked at"
            refuse(f"{at} is not supported: {said}", at, "unsupported_value")
