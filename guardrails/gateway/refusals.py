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


def invalid(error: ValidationError) -> RefusedError:
    """Return the first fault as one of ours, by its place and kind: values are not repeated."""
    faults = error.errors(include_url=False, include_input=False)
    first = max(faults, key=lambda one: len(one["loc"]))  # of a union the one that fits best
    top, *below = [str(step) for step in first["loc"]] or [""]
    kept = (step for step in below if step not in _TAGS and not step.startswith(_SHAPES))
    where = ".".join([top, *kept]) or None
    said = first["msg"]
    if first["type"] == "union_tag_invalid":  # the one whose own words repeat what was sent
        said = f"Its kind should be one of {first['ctx']['expected_tags']}"
    return RefusedError(400, "invalid_value", f"{where or 'body'}: {said}", param=where)
