"""Keys of a row that hold what is wanted under another name, and would be left out unseen."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import SequenceMatcher
from typing import Any, Final

LABELS: Final = frozenset({
    "annotation", "annotations", "class", "classification", "gold", "ground_truth", "label",
    "labels", "tag", "tags", "target", "truth",
})  # fmt: skip
"""What data of others call the label of a row."""

SPANS: Final = LABELS | {
    "entities", "entity", "findings", "masks", "matches", "mentions", "ner", "ner_tags", "offsets",
    "pii", "privacy_mask", "ranges", "results",
}  # fmt: skip
"""What they call the values that are to be found in a text."""

TURNS: Final = frozenset({
    "chat", "context", "conversation", "dialog", "dialogue", "history", "messages",
})  # fmt: skip
"""What they call the messages of a conversation."""

QUESTIONS: Final = frozenset({
    "asked", "input", "instruction", "prompt", "query", "user_message", "user_text",
})  # fmt: skip
"""What they call the message that a reply answers."""

_NAME = re.compile(r"[A-Za-z_][\w-]{0,39}", re.ASCII)
_LIKE: Final = 0.8


def misnamed(
    value: Mapping[str, Any],
    wanted: str,
    others: Collection[str],
    what: str,
    *,
    listed: bool = False,
) -> str | None:
    """
    Return what to say of a row that has no *wanted* key, and one that looks like it; else None.

    Args:
        value: The row.
        wanted: The key that is read.
        others: What else it is called, in small letters.
        what: What stands under *wanted*, as in "the label".
        listed: Only a list under the other key counts; else whatever it holds.
    """
    if wanted in value:
        return None
    for key, one in value.items():
        if _is(key, wanted, others) and (not listed or isinstance(one, list)):
            return told(key, wanted, what)
    return None


def told(key: str, wanted: str, what: str) -> str:
    """Return that *key* is not read, and that *what* stands under *wanted*; no text of a row."""
    name = f"'{key}'" if _NAME.fullmatch(key) else "another key"
    return f"{name} is not read: {what} stands under '{wanted}'"


def _is(key: str, wanted: str, others: Collection[str]) -> bool:
    if _NAME.fullmatch(key) is None:
        return False
    plain = key.casefold().replace("-", "_")
    return plain in others or SequenceMatcher(None, plain, wanted).ratio() >= _LIKE
