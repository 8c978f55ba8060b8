"""What is refused before anything happens, told by its place and without its words."""

from __future__ import annotations

from typing import Final, NoReturn

from pydantic import ValidationError

from guardrails.errors import RefusedError

_TAGS: Final = frozenset(
    {"system", "developer", "user", "assistant", "tool", "str"}
    | {"message", "function_call", "function_call_output"}
)
_SHAPES: Final = ("list[", "constrained-str", "tagged-union[")
_WORDS: Final = ("text", "transcript")
"""Where a part that nobody can read could bring words past every detector."""


def refuse(message: str, param: str | None, code: str) -> NoReturn:
    """
    Refuse a request.

    Raises:
        RefusedError: Always.
    """
    raise RefusedError(400, code, message, param=param)


def refuse_tools(tools: object) -> None:
    """
    Do nothing if every one of *tools* is a function, as far as it says what it is.

    Raises:
        RefusedError: One is not.
    """
    for index, tool in enumerate(tools if isinstance(tools, list) else []):
        kind = tool.get("type") if isinstance(tool, dict) else None
        if isinstance(kind, str) and kind != "function":
            where = f"tools.{index}.type"
            said = "only tools of type `function` can be guarded: their arguments are JSON"
            refuse(f"{where} is not supported: {said}", where, "unsupported_value")


def refuse_parts(parts: object, within: str, texts: frozenset[str]) -> None:
    """
    Do nothing if each part of a message is text, or has no words beside what nobody can read.

    Args:
        parts: The content of a message, if it is a list.
        within: Where it stands.
        texts: Types of parts that are text.

    Raises:
        RefusedError: A part of text has none, or another has some.
    """
    for index, part in enumerate(parts if isinstance(parts, list) else []):
        if not isinstance(part, dict) or not isinstance(part.get("type"), str):
            continue
        where = f"{within}.{index}"
        if part["type"] in texts:
            if not isinstance(part.get("text"), str):
                refuse(f"{where}.text: a part of text has a text", f"{where}.text", "invalid_value")
        elif found := [name for name in _WORDS if part.get(name)]:
            at = f"{where}.{found[0]}"
            said = "words belong into a part of type `text`, where they are looked at"
            refuse(f"{at} is not supported: {said}", at, "unsupported_value")


def invalid(error: ValidationError) -> RefusedError:
    """Return the first fault as one of ours, by its place and kind: values are not repeated."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    first = max(faults, key=lambda one: len(one["loc"]))  # of a union the one that fits best
    top, *below = [str(step) for step in first["loc"]] or [""]
    kept = (step for step in below if step not in _TAGS and not step.startswith(_SHAPES))
    where = ".".join([top, *kept]) or None
    return RefusedError(400, "invalid_value", f"{where or 'body'}: {first['msg']}", param=where)
