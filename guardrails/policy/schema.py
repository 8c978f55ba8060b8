"""The JSON Schema of policy files, for editors; draft 7, which every one of them reads."""

from __future__ import annotations

from typing import Any, Final

from guardrails.policy.described import DESCRIBED, MESSAGE
from guardrails.policy.described_takes import (
    NAME,
    Block,
    Blocks,
    Flag,
    Many,
    Named,
    OneOf,
    Phrases,
    Setting,
    Takes,
    Text,
    Whole,
)
from guardrails.policy.merge import OPERATIONS, OWN
from guardrails.policy.values import MAX_TEXT, MOST_BLOCKS, MOST_ITEMS

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
FILE: Final = "policy-1.schema.json"
_LOCALE: Final = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
_CHANGED: Final = {
    "a pii rule": "id",
    "a claim rule": "id",
    "a crisis rule": "id",
    "a crisis-reply rule": "id",
    "a dependence rule": "id",
    "a type": "name",
}
"""Blocks of which a policy that builds on another may change single settings."""
_ABOUT: Final = {
    "add": "What comes to the list of the policy that this one builds on.",
    "remove": "What is taken out of it, by its name.",
    "change": "Blocks of it that get other settings; each with its name and what changes.",
    "replace": "Another list in its place; nothing else goes with it.",
}
_TEXT: Final = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}


def schema() -> dict[str, Any]:
    """Return the schema as JSON values. A file of texts fits it too."""
    whole = _block("the policy file")
    needed = whole.pop("required")
    for name, setting in DESCRIBED["the policy file"].items():
        if isinstance(setting.takes, Many | Blocks) and name not in OWN:
            whole["properties"][name] = _changeable(setting)
    merged = _merged("the policy file")
    # What a policy leaves out of such a block counts as it stands in the one that it builds on.
    whole["if"] = {"not": {"required": ["extends"]}}
    whole["then"] = _needs("the policy file", merged)
    whole["anyOf"] = [
        {"required": ["schema", "policy", "extends"]},
        {"required": [*needed, "messages"]},
        {"required": [*needed, "texts"]},
        # A file of texts: nothing but its format and the messages.
        {"required": ["schema", "messages"], "maxProperties": 2},
        # A file of cases, in the same way.
        {"required": ["schema", "tests"], "maxProperties": 2},
    ]
    return {
        "$schema": DRAFT,
        "title": "Candor policy",
        "description": "What a guard finds and acts upon, what people are told, and who is called.",
        **whole,
        "definitions": {
            **{
                _ref(kind): _open(kind) if kind in merged else _block(kind)
                for kind in DESCRIBED
                if kind != "the policy file"
            },
            **{f"{_ref(kind)}-changed": _changed(kind, by) for kind, by in _CHANGED.items()},
            "a-message": _message(),
            "a-wording": _wording(),
        },
    }


def _merged(kind: str) -> frozenset[str]:
    """Return the kinds of blocks below *kind* that are filled up from the policy built on."""
    found = set[str]()
    for name, setting in DESCRIBED[kind].items():
        if isinstance(setting.takes, Block) and name not in OWN:
            found |= {setting.takes.kind, *_merged(setting.takes.kind)}
    return frozenset(found)


def _open(kind: str) -> dict[str, Any]:
    """Return the schema of a block of which nothing is needed."""
    value = _block(kind)
    value.pop("required", None)
    return value


def _needs(kind: str, merged: frozenset[str]) -> dict[str, Any]:
    """Return what blocks below *kind* need in a policy that builds on no other one."""
    inner: dict[str, Any] = {}
    for name, setting in DESCRIBED[kind].items():
        if isinstance(setting.takes, Block) and setting.takes.kind in merged:
            needs = _needs(setting.takes.kind, merged)
            needed = _block(setting.takes.kind).get("required")
            if needed:
                needs = {"required": needed, **needs}
            if needs:
                inner[name] = needs
    return {"properties": inner} if inner else {}


def _changeable(setting: Setting) -> dict[str, Any]:
    """Return the schema of a list that may say as well what becomes of the parent's."""
    value = _property(setting)
    about = {"description": value.pop("description")}
    items = value["items"]
    of = setting.takes.kind if isinstance(setting.takes, Blocks) else ""
    can: dict[str, Any] = {"add": _list(items), "replace": _list(items)}
    known = {"type": "string", "minLength": 1}
    can["remove"] = _list(known if of else items)
    if of in _CHANGED:
        can["change"] = _list({"$ref": f"#/definitions/{_ref(of)}-changed"})
    change = {"type": "object", "additionalProperties": False, "minProperties": 1}
    told = {one: {"description": _ABOUT[one], **can[one]} for one in OPERATIONS if one in can}
    return {**about, "anyOf": [value, {**change, "properties": told}]}


def _changed(kind: str, by: str) -> dict[str, Any]:
    """Return the schema of a block of which only what changes is written."""
    value = _block(kind) | {"required": [by]}
    for name, setting in DESCRIBED[kind].items():
        if isinstance(setting.takes, Many | Blocks):
            value["properties"][name] = _changeable(setting)
        elif isinstance(setting.takes, Block) and "required" in _block(setting.takes.kind):
            inner = _block(setting.takes.kind)
            inner.pop("required")
            value["properties"][name] = {"description": setting.about, **inner}
    return value


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
    if kind == "scope":
        for name in ("may", "may_not"):
            value["properties"][name] = _changeable(settings[name])
    if kind == "a test":
        value["anyOf"] = [
            {"required": value.pop("required")},
            {"required": ["file"], "maxProperties": 1},
        ]
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


def _takes(takes: Takes) -> dict[str, Any]:  # noqa: C901, PLR0911 - one case a kind
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
            return _list({"$ref": f"#/definitions/{_ref(kind)}"}) | {"maxItems": MOST_BLOCKS}
        case Phrases(longest):
            said = _list({**_TEXT, "maxLength": longest})
            return {
                "type": "object",
                "patternProperties": {
                    _LOCALE: said | {"maxItems": MOST_ITEMS, "uniqueItems": True}
                },
                "additionalProperties": False,
                "minProperties": 1,
            }
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
