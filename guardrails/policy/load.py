"""
A policy file in, a frozen policy out, or an error that names every mistake.

    text ─▶ events.parse ─▶ tree ─▶ on top of its parents ─▶ fields, values ─▶ rules, … ─▶ Policy
"""

from __future__ import annotations

from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path

from guardrails.errors import PolicyNotFoundError
from guardrails.policy.agreement import Strand
from guardrails.policy.build import built
from guardrails.policy.cases import PolicyCase
from guardrails.policy.contests import contested
from guardrails.policy.events import MAX_BYTES, parse
from guardrails.policy.fields import Fields
from guardrails.policy.floors import broken_floors
from guardrails.policy.join import joined
from guardrails.policy.join_messages import joined_messages
from guardrails.policy.loaded import Loaded
from guardrails.policy.merge import merged
from guardrails.policy.model import Policy
from guardrails.policy.parents import Pin, check_pin, read_pins, too_deep
from guardrails.policy.parts import decoded, too_big
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Node, Table, entry_of, stamped_table


def load(path: Path | Traversable | str) -> Policy:
    """
    Return the policy in the file *path*.

    Raises:
        PolicyError: Something in it is wrong; all of it is told, and none of it used.
        PolicyNotFoundError: The file cannot be read.
    """
    return read_file(path).policy


def load_cases(path: Path | Traversable | str) -> tuple[PolicyCase, ...]:
    """
    Return the cases in the policy file *path*, for a test run.

    Raises:
        PolicyError: Something in the file is wrong, in its cases or elsewhere.
        PolicyNotFoundError: The file cannot be read.
    """
    return read_file(path).cases


def load_text(text: str, file: str = "<text>", beside: Traversable | None = None) -> Policy:
    """
    Return the policy in *text*; *file* names it in errors, *beside* lie the files it takes up.

    Raises:
        PolicyError: Something in it is wrong.
    """
    return read_text(text, file, beside).policy


def read_text(text: str, file: str = "<text>", beside: Traversable | None = None) -> Loaded:
    """
    Return all that *text* holds; *file* names it in errors, *beside* lie the files it takes up.

    Raises:
        PolicyError: Something in it is wrong.
    """
    problems = Problems(file)
    loaded = _read(text, beside, problems, (file,))
    if loaded is None or problems:
        raise problems.error()
    return loaded


def read_file(path: Path | Traversable | str) -> Loaded:
    """
    Return all that the file *path* holds.

    Raises:
        PolicyError: Something in it is wrong.
        PolicyNotFoundError: The file cannot be read.
    """
    source = Path(path) if isinstance(path, str) else path
    try:
        return read_bytes(_contents(source), str(path), _folder(source))
    except OSError as error:
        msg = f"cannot read the policy file {path}: {error.strerror}"
        raise PolicyNotFoundError(msg) from error


def read_bytes(data: bytes, file: str, beside: Traversable | None) -> Loaded:
    """
    Return all that *data*, the contents of a file, holds.

    Raises:
        PolicyError: Something in it is wrong.
    """
    problems = Problems(file)
    text = decoded(data, problems)
    loaded = None if text is None else _read(text, beside, problems, (file,))
    if loaded is None or problems:
        raise problems.error()
    return loaded


def _contents(source: Traversable) -> bytes:
    with source.open("rb") as file:
        data: bytes = file.read(MAX_BYTES + 1)
    return data


def _folder(source: Traversable) -> Traversable | None:
    # What lies in a zip file has a folder too, though `Traversable` does not promise it.
    return getattr(source, "parent", None)


def _read(
    text: str, beside: Traversable | None, problems: Problems, above: tuple[str, ...]
) -> Loaded | None:
    """Return what *text* holds, or None if nothing could be made of it; *above* builds on it."""
    own = _tree(text, problems)
    if own is None:
        return None
    entry = entry_of(own, "extends")
    if entry is None:
        return built(own, own, (), {}, beside, problems)
    # Settings are told of once they are merged; here only what is built on is looked for.
    alone = Fields(replace(own, entries=(entry,)), "the policy file", problems)
    pins = read_pins(alone, beside, problems)
    if pins is None or any(too_deep(pin, above, problems, entry.value) for pin in pins):
        return None
    found = [(pin, _parent(pin, entry.value, problems, above)) for pin in pins]
    strands, parents = [], []
    for pin, parent in found:
        if parent is None:
            return None
        check_pin(pin, parent.policy, problems)
        parents.append(parent)
        root = stamped_table(parent.root, parent.file)
        strands.append(Strand(pin.name, root, parent.messages(), parent.files, pin.wording))
    root = strands[0].root if len(strands) == 1 else joined(strands)
    root = merged(root, own, problems)
    if contested(root, entry.value, problems):
        return None
    loaded = built(root, own, tuple(parents), joined_messages(strands), beside, problems)
    if not problems:
        for parent in parents:
            for at, what in broken_floors(parent.policy, parent.file, loaded.policy, root, own):
                # What another policy below does is mended where both are taken.
                problems.add(entry.key if at.file else at, what)
    return loaded


def _tree(text: str, problems: Problems) -> Table | None:
    """Return the tree of *text*, or None with what is wrong with it told."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        too_big(problems)
        return None
    own = parse(text, problems)
    if own is None or isinstance(own, Table):
        return own
    problems.add(own, "a policy file is a block of settings, 'schema: 1' first")
    return None


def _parent(pin: Pin, place: Node, problems: Problems, above: tuple[str, ...]) -> Loaded | None:
    inside = Problems(pin.label)
    try:
        text = decoded(_contents(pin.file), inside)
    except OSError as error:
        problems.add(place, f"cannot read {quoted(pin.name)}: {error.strerror}")
        return None
    loaded = None
    if text is not None:
        loaded = _read(text, _folder(pin.file), inside, (*above, pin.label))
    problems.adopt(inside)
    # What is wrong with the parent would be told again at every place of the child.
    return None if inside else loaded
