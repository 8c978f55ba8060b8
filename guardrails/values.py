"""Replies that a program reads: one JSON value, as it is or in a fence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

_PLAIN: Final = frozenset({"", "text"})
_FORCED: Final = frozenset({"any", "required", "tool", "function"})
_FORMS: Final = ("json_schema", "guided_json", "structured_outputs", "response_schema")
_LITERALS: Final = ("true", "false", "null")
_FENCE: Final = "```"
_TONGUES: Final = ("", "json", "jsonc", "json5")
_FENCED: Final = re.compile(r"```(?:json[c5]?)?[ \t]*\r?\n(.*)```", re.DOTALL | re.IGNORECASE)


def asks_for_value(options: Mapping[str, Any]) -> bool:
    """
    Return whether a model that gets *options* is asked for a value rather than for words.

    That is so with a `response_format` other than text, with what other servers call the same
    (`format`, `json_schema`, `guided_json`, `text.format` of the Responses API, a JSON
    `response_mime_type`), and with a `tool_choice` that leaves the model no words.
    """
    if any(options.get(name) for name in _FORMS):
        return True
    if "json" in str(options.get("response_mime_type") or ""):
        return True
    text = options.get("text")
    within = text.get("format") if isinstance(text, Mapping) else None
    forms = (options.get("response_format"), options.get("format"), within)
    return any(map(_is_form, forms)) or _is_forced(options.get("tool_choice"))


def _is_form(form: object) -> bool:
    if isinstance(form, Mapping):
        return bool(form) and not _is_one_of(form.get("type"), _PLAIN)
    return form is not None and not _is_one_of(form, _PLAIN)


def _is_forced(choice: object) -> bool:
    if isinstance(choice, Mapping):
        return _is_one_of(choice.get("type", "function"), _FORCED)
    if isinstance(choice, bool):
        return choice
    return isinstance(choice, str) and choice not in {"", "auto", "none"}


def _is_one_of(value: object, words: frozenset[str]) -> bool:
    # A JSON Schema may have a list of types, of which no hash can be made.
    return isinstance(value, str) and value in words


def may_open_value(text: str) -> bool | None:
    """
    Return whether a reply that begins with *text* may be one JSON object or array.

    None if *text* is too short to tell. What is true or false stays so, whatever follows.
    """
    text = text.lstrip("\ufeff \t\r\n")
    if _FENCE.startswith(text[: len(_FENCE)]):  # all of the fence, a piece of it, or nothing
        return _in_fence(text[len(_FENCE) :]) if text.startswith(_FENCE) else None
    first, rest = text[0], text[1:].lstrip()
    if first not in "{[":
        return False
    if not rest:
        return None
    if first == "{":
        return rest[0] in '"}'
    if any(literal.startswith(rest) for literal in _LITERALS):
        return None
    return rest[0] in '[{"]-0123456789' or rest.startswith(_LITERALS)


def _in_fence(text: str) -> bool | None:
    tongue, ended, rest = text.partition("\n")
    tongue = tongue.strip().lower()
    if not any(known.startswith(tongue) for known in _TONGUES):
        return False
    if not ended:
        return None
    return may_open_value(rest) if tongue in _TONGUES and not _fenced_again(rest) else False


def _fenced_again(text: str) -> bool:
    return text.lstrip().startswith("`")


def is_value(text: str) -> bool:
    """Return whether *text* is one JSON object or array and nothing else, in a fence or not."""
    text = text.strip("\ufeff \t\r\n")
    fenced = _FENCED.fullmatch(text)
    body = fenced[1].strip() if fenced else text
    if not body.startswith(("{", "[")):
        return False
    try:
        json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return False
    return True
