"""Reads the files of texts that a policy takes up, so that the policy itself stays short."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Final

from guardrails.policy import values
from guardrails.policy.events import MAX_BYTES, parse
from guardrails.policy.fields import Fields
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.texts import Block
from guardrails.policy.tree import Broken, Node, Series, Table

SCHEMA: Final = 1
_PATH: Final = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.ya?ml")
_LONGEST: Final = 200

path: Final = values.shaped(
    _PATH, "a file below the folder of this policy, such as texts/companion.yaml", _LONGEST
)


def read_parts(root: Fields, beside: Traversable | None, problems: Problems) -> list[Block]:
    """
    Return the messages of every file that the setting `texts` names.

    Args:
        root: The policy file.
        beside: Its folder, or None for a text that lies nowhere.
        problems: Of the policy file; those of a part are told under its own name.

    Raises:
        PolicyError: One of the files cannot be read at all.
    """
    names = root.read("texts", values.many(path))
    node = root.node("texts")
    if not isinstance(node, Series):
        return []
    if names is None:
        raise problems.error()
    places: dict[str, Node] = {}
    for item in node.items:
        places.setdefault(getattr(item, "text", "").strip(), item)
    found = [_part(name, places[name], beside, problems) for name in names]
    blocks = [block for block in found if block is not None]
    if len(blocks) < len(found):
        # Every rule would be told that its message is missing, which is not the mistake.
        raise problems.error()
    return blocks


def _part(name: str, place: Node, beside: Traversable | None, problems: Problems) -> Block | None:
    data = _bytes(name, place, beside, problems)
    if data is None:
        return None
    inside = problems.of(str(PurePosixPath(problems.file).parent / name))
    text = decoded(data, inside)
    root = parse(text, inside) if text is not None else None
    if root is None or isinstance(root, Broken):
        return None
    if not isinstance(root, Table):
        inside.add(root, "a file of texts is a block of settings, 'schema: 1' first")
        return None
    fields = Fields(root, "a file of texts", inside)
    fields.need("schema", values.whole(SCHEMA, SCHEMA, "the number of the format"), SCHEMA)
    messages = fields.need("messages", values.table, None)
    return None if messages is None else Block(messages, inside)


def _bytes(name: str, place: Node, beside: Traversable | None, problems: Problems) -> bytes | None:
    if beside is None:
        problems.add(place, "'texts' names files beside the policy, which is in no file itself")
        return None
    try:
        with beside.joinpath(*name.split("/")).open("rb") as file:
            data: bytes = file.read(MAX_BYTES + 1)
    except OSError as error:
        what = f"cannot read {quoted(name)}, a file beside this policy: {error.strerror}"
        problems.add(place, what)
        return None
    return data


def decoded(data: bytes, problems: Problems) -> str | None:
    """Return *data* as text, or None with what is wrong told: too large, or not UTF-8."""
    if len(data) > MAX_BYTES:
        too_big(problems)
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        problems.add_at(line, column, "not UTF-8: save the file as UTF-8")
        return None


def too_big(problems: Problems) -> Problems:
    """Return *problems* with it told that the file is too large."""
    problems.add_at(1, 1, f"larger than {MAX_BYTES:,} bytes")
    return problems
