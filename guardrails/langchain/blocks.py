"""
The content blocks of LangChain messages, in every shape that providers use.

A block is read into parts, and written back with the parts' new texts. What a
block says beside its text (an id, a cache mark) stays; what could hold more text
(citations, titles) does not, since nobody has looked at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from guardrails.messages import OpaquePart, Part, Surface, TextPart
from guardrails.shapes import TEXT_BLOCKS

Block: TypeAlias = str | dict[Any, Any]

_REASONING = frozenset({"reasoning", "thinking", "reasoning_content", "redacted_thinking"})
_CALLS = frozenset(
    {
        "tool_call",
        "tool_call_chunk",
        "invalid_tool_call",
        "tool_use",
        "input_json_delta",
        "function_call",
    }
)
_TECHNICAL = frozenset({"cachePoint", "cache_point"})
_KINDS = {
    "image": "image",
    "image_url": "image",
    "input_image": "image",
    "audio": "audio",
    "input_audio": "audio",
    "video": "video",
    "video_url": "video",
    "file": "file",
    "input_file": "file",
    "document": "file",
    "text-plain": "file",
}
_SIGNED = ("id", "signature", "encrypted_content", "data", "extras")
_KEPT = frozenset(
    {
        "type",
        "id",
        "cache_control",
        "signature",
        "thought_signature",
        "encrypted_content",
        "phase",
        "status",
    }
)


def type_of(block: Mapping[Any, Any]) -> str:
    """Return the type that a block states, or that its only key implies, or ""."""
    stated = block.get("type")
    if isinstance(stated, str):
        return stated
    if isinstance(block.get("text"), str):
        return "text"
    return next((name for name in (*_KINDS, *_TECHNICAL) if name in block), "")


def is_call(block: Block) -> bool:
    """Whether a block asks for a tool; its message says so too, and that is what counts."""
    return isinstance(block, dict) and type_of(block) in _CALLS


def is_reasoning(block: Block) -> bool:
    """Whether a block holds what the model thought before it spoke."""
    return isinstance(block, dict) and type_of(block) in _REASONING


def is_signed(block: Mapping[Any, Any]) -> bool:
    """Whether a block of reasoning is one that its provider takes back."""
    nested = block.get("reasoning_content")
    inner = nested if isinstance(nested, dict) else {}
    return any(block.get(key) or inner.get(key) for key in _SIGNED)


def parts_of(block: Block, surface: Surface) -> tuple[Part, ...]:
    """
    Return the parts of one block, in order; blocks that hold nothing to look at give `()`.

    Args:
        block: As it stands in the message's content.
        surface: Where its plain text stands.
    """
    if isinstance(block, str):
        return (TextPart(block, surface),)
    kind = type_of(block)
    if kind in _CALLS or kind in _TECHNICAL:
        return ()
    if kind in _REASONING:
        return tuple(TextPart(text, Surface.REASONING) for text in thoughts_of(block))
    text = block.get("refusal" if kind == "refusal" else "text")
    if kind in TEXT_BLOCKS or kind == "refusal":
        return (TextPart(text, surface),) if isinstance(text, str) else ()
    return (OpaquePart(_kind_of(kind, block), block),)


def _kind_of(kind: str, block: Mapping[Any, Any]) -> str:
    if kind == "media":
        family = str(block.get("mime_type", "")).partition("/")[0]
        return family if family in {"image", "audio", "video"} else "file"
    return _KINDS.get(kind, "unknown")


def thoughts_of(block: Mapping[Any, Any]) -> Iterator[str]:
    """Yield the texts of a block of reasoning, whichever provider it is from."""
    for key in ("reasoning", "thinking", "text"):
        if isinstance(block.get(key), str):
            yield block[key]
    nested = block.get("reasoning_content")
    if isinstance(nested, str):
        yield nested
    elif isinstance(nested, dict) and isinstance(nested.get("text"), str):
        yield nested["text"]
    for key in ("summary", "content"):
        for item in block.get(key) or ():
            if isinstance(item, dict) and isinstance(item.get("text"), str):
                yield item["text"]


def written(block: Block, texts: Iterator[str]) -> Block | None:
    """
    Return *block* with its text taken from *texts*, or None if it must not be sent.

    Reasoning is sent back as its provider signed it or not at all.
    """
    if isinstance(block, str):
        return next(texts)
    kind = type_of(block)
    if kind in _CALLS:
        return None
    if kind in _REASONING:
        same = all([next(texts) == thought for thought in thoughts_of(block)])  # noqa: C419
        return block if same else None
    key = "refusal" if kind == "refusal" else "text"
    if (kind in TEXT_BLOCKS or kind == "refusal") and isinstance(block.get(key), str):
        return {**plain(block), key: next(texts)}
    return block


def plain(block: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return what a text block says beside its text and that cannot be more text."""
    kept = {
        key: value
        for key, value in block.items()
        if key in _KEPT or isinstance(value, bool | int | None)
    }
    kept.pop("index", None)  # the place in a stream that is over
    extras = block.get("extras")
    if isinstance(extras, dict) and (inner := plain(extras)):
        kept["extras"] = inner
    return kept


def kept_blocks(content: str | list[Block]) -> list[Block]:
    """
    Return the blocks of a message that go down to a model.

    Reasoning that its provider did not sign stays behind: no provider wants it back,
    and most refuse it.
    """
    if isinstance(content, str):
        return [content] if content else []
    return [
        block
        for block in content
        if not (isinstance(block, dict) and is_reasoning(block) and not is_signed(block))
    ]
