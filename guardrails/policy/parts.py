"""Reads the files of texts and of cases that a policy takes up, so that it stays short itself."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Final

from guardrails.policy import values
from guardrails.policy.events import MAX_BYTES, parse
from guardrails.policy.fields import Fields
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.texts import Block
from guardrails.policy.tree import Broken, Entry, Node, Series, Table, entry_of, stamped

SCHEMA: Final = 1
PATH: Final = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.ya?ml")
_LONGEST: Final = 200

path: Final = values.shaped(
    PATH, "a file below the folder of this policy, such as texts/companion.yaml", _LONGEST
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


def with_cases(root: Table, beside: Traversable | None, problems: Problems) -> Table:
    """
    Return the policy *root* with the cases of the files that its `tests` name in their places.

    What is wrong in one of the files is told under its own name and line.

    Args:
        root: The policy; what it builds on has been read so already.
        beside: Its folder, or None for a text that lies nowhere.
        problems: Of the policy file.
    """
    tests = entry_of(root, "tests")
    if tests is None or not isinstance(tests.value, Series):
        return root
    items: list[Node] = []
    read: set[str] = set()
    for item in tests.value.items:
        entry = entry_of(item, "file")
        if entry is None:
            items.append(item)
        elif isinstance(item, Table):
            items += _cases(item, beside, problems, read)
    entries = [
        Entry(one.key, replace(tests.value, items=tuple(items))) if one is tests else one
        for one in root.entries
    ]
    return replace(root, entries=tuple(entries))


def _cases(
    case: Table, beside: Traversable | None, problems: Problems, read: set[str]
) -> tuple[Node, ...]:
    """Return the cases of the file that *case* names, each with its file; *read* is filled."""
    fields = Fields(case, "a test", problems)
    place, name = fields.node("file"), fields.read("file", path)
    if len(case.entries) > 1:
        fields.tell("'file' stands alone: what belongs to a case stands in that file")
        return ()
    if name is None or place is None:
        return ()
    if name in read:
        fields.tell(f"{quoted(name)} is named twice: its cases would only run twice")
        return ()
    read.add(name)
    found = _whole(name, place, beside, problems, "a file of cases")
    if found is None:
        return ()
    root, inside = found
    inner = Fields(root, "a file of cases", inside)
    inner.need("schema", values.whole(SCHEMA, SCHEMA, "the number of the format"), SCHEMA)
    tests = inner.need("tests", values.series, None)
    items = stamped(tests, inside.file) if tests is not None else None
    kept = []
    for item in items.items if isinstance(items, Series) else ():
        if entry_of(item, "file") is None:
            kept.append(item)
        else:
            inside.add(item, "a file of cases names no further file: name it in the policy")
    return tuple(kept)


def _part(name: str, place: Node, beside: Traversable | None, problems: Problems) -> Block | None:
    found = _whole(name, place, beside, problems, "a file of texts")
    if found is None:
        return None
    root, inside = found
    fields = Fields(root, "a file of texts", inside)
    fields.need("schema", values.whole(SCHEMA, SCHEMA, "the number of the format"), SCHEMA)
    messages = fields.need("messages", values.table, None)
    return None if messages is None else Block(messages, inside)


def _whole(
    name: str, place: Node, beside: Traversable | None, problems: Problems, kind: str
) -> tuple[Table, Problems] | None:
    """Return the file *name* and where to tell of it, or None with what is wrong told."""
    data = _bytes(name, place, beside, problems)
    if data is None:
        return None
    inside = problems.of(str(PurePosixPath(problems.file).parent / name))
    text = decoded(data, inside)
    root = parse(text, inside) if text is not None else None
    if root is None or isinstance(root, Broken):
        return None
    if not isinstance(root, Table):
        inside.add(root, f"{kind} is a block of settings, 'schema: 1' first")
        return None
    return root, inside


def _bytes(name: str, place: Node, beside: Traversable | None, problems: Problems) -> bytes | None:
    if beside is None:
        what = f"{quoted(name)} is a file beside the policy, which is in no file itself"
        problems.add(place, what)
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
