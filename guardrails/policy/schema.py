"""The JSON Schema of policy files, for editors; draft 7, which every one of them reads."""

from __future__ import annotations

from typing import Any, Final

from guardrails.policy.described import (
    DESCRIBED,
    MESSAGE,
    NAME,
    Block,
    Blocks,
    Flag,
    Many,
    Named,
    OneOf,
    Setting,
    Takes,
    Text,
    Whole,
)
from guardrails.policy.values import MAX_TEXT, MOST_ITEMS

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
FILE: Final = "policy-1.schema.json"
_LOCALE: Final = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
_TEXT: Final = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}


def schema() -> dict[str, Any]:
    """Return the schema as JSON values. A file of texts fits it too."""
    whole = _block("the policy file")
    needed = whole.pop("required")
    whole["anyOf"] = [
        {"required": [*needed, "messages"]},
        {"required": [*needed, "texts"]},
        # A file of texts: nothing but its format and the messages.
        {"required": ["schema", "messages"], "maxProperties": 2},
    ]
    return {
        "$schema": DRAFT,
        "title": "Candor policy",
        "description": "What a guard finds and acts upon, what people are told, and who is called.",
        **whole,
        "definitions": {
            **{_ref(kind): _block(kind) for kind in DESCRIBED if kind != "the policy file"},
            "a-message": _message(),
            "a-wording": _wording(),
        },
    }


def _ref(kind: str) -> str:
    return kind.replace(" ", "-")


def _block(kind: str) -> dict[str, Any]:
    settings = DESCRIBED[kind]
    value: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _property(setting) for name, setting in settings.items()},
    }
    needed = [name for name, setting in settings.items() if setting.needed]
    if needed:
        value["required"] = needed
    if kind == "expect":
        value["minProperties"] = 1
    return value


def _property(setting: Setting) -> dict[str, Any]:
    value = {"description": setting.about, **_takes(setting.takes)}
    if setting.default is not None:
        value["default"] = setting.default == "true" if _is_flag(setting) else setting.default
    return value


def _is_flag(setting: Setting) -> bool:
    return isinstance(setting.takes, Flag)


def _takes(takes: Takes) -> dict[str, Any]:  # noqa: PLR0911 - one case a kind
    match takes:
        case Text(None):
            return dict(_TEXT)
        case Text(pattern):
            return {"type": "string", "pattern": pattern}
        case Whole(low, high):
            return {"type": "integer", "minimum": low, "maximum": high}
        case Flag():
            return {"type": "boolean"}
        case OneOf(words):
            return {"enum": list(words)}
        case Many(of):
            items = _takes(of)
            return _list(items) | {"maxItems": MOST_ITEMS, "uniqueItems": True}
        case Block(kind):
            return {"$ref": f"#/definitions/{_ref(kind)}"}
        case Blocks(kind):
            return _list({"$ref": f"#/definitions/{_ref(kind)}"})
        case Named(kind):
            return {
                "type": "object",
                "propertyNames": {"pattern": NAME.pattern, "maxLength": 64},
                "additionalProperties": {"$ref": f"#/definitions/{_ref(kind)}"},
            }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1}


def _message() -> dict[str, Any]:
    settings = {name: _property(setting) for name, setting in MESSAGE.items()}
    settings["reviewed_by"]["type"] = ["string", "null"]
    return _wording() | {"properties": settings}


def _wording() -> dict[str, Any]:
    return {
        "type": "object",
        "patternProperties": {_LOCALE: {"description": "The text in this language.", **_TEXT}},
        "additionalProperties": False,
        "minProperties": 1,
    }
