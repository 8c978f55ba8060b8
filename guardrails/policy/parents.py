"""Finds the policies that another one builds on, and holds them against what was pinned."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Final

from guardrails.policy import values
from guardrails.policy.canonical import dateless
from guardrails.policy.events import parse
from guardrails.policy.fields import Fields
from guardrails.policy.files import find, ready
from guardrails.policy.model import Policy
from guardrails.policy.parts import path as file_path
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Node, Series, Table, entry_of

DEEPEST: Final = 5
"""Most policies that may stand one on top of the other."""

version: Final = values.shaped(
    re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*"),
    'letters, digits, ".", "_" and "-", such as "2026.11"',
    32,
)
fingerprint: Final = values.shaped(
    re.compile(r"sha256:[0-9a-f]{64}"), "sha256: and 64 digits and letters a-f", 71
)


@dataclass(frozen=True, slots=True)
class Pin:
    """
    One policy that is built on, as it was read.

    Attributes:
        name: As it was written.
        file: Where it lies.
        label: Its name in errors.
        version: Which version is wanted.
        hash: What it resolves to.
        version_at: Where the version stands.
        hash_at: Where the hash stands.
        wording: Where several policies below write the same message, its one counts.
    """

    name: str
    file: Traversable
    label: str
    version: str
    hash: str
    version_at: Node
    hash_at: Node
    wording: bool = False


def read_pins(
    root: Fields, beside: Traversable | None, problems: Problems
) -> tuple[Pin, ...] | None:
    """Return which policies *root* builds on; None if one of them is not sound."""
    pins: dict[str, Pin] = {}
    preferred = 0
    blocks = root.blocks("extends", "a parent")
    for fields in blocks:
        pin = _pin(fields, beside, problems)
        if pin is None:
            return None
        if pin.label in pins:
            problems.add(fields.node("policy") or pin.hash_at, f"{pin.name} is named twice")
            return None
        preferred += pin.wording
        if preferred > 1:
            fields.tell_of("wording", "'wording: true' stands beside one policy: whose texts count")
            return None
        pins[pin.label] = pin
    node = root.node("extends")
    items = getattr(node, "items", ())
    if isinstance(node, Series) and not items:
        problems.add(node, "'extends' names no policy: write one, or leave the line out")
    return tuple(pins.values()) if pins and len(blocks) == len(items) else None


def _pin(fields: Fields, beside: Traversable | None, problems: Problems) -> Pin | None:
    name = fields.need("policy", values.text, "")
    wanted = fields.need("version", version, "")
    known = fields.need("hash", fingerprint, "")
    wording = fields.read_or("wording", values.flag, default=False)
    place, at, hash_at = (fields.node(one) for one in ("policy", "version", "hash"))
    if not (name and place and at and hash_at):
        return None
    found = _found(name, place, beside, problems)
    if found is None:
        return None
    file, label = found
    return Pin(name, file, label, wanted, known, at, hash_at, wording)


def pins_in(text: str, file: str, beside: Traversable | None) -> tuple[Pin, ...]:
    """
    Return which policies the policy file *text* builds on; none if it builds on none.

    Raises:
        PolicyError: What it says of them is wrong.
    """
    problems = Problems(file)
    own = parse(text, problems)
    entry = entry_of(own, "extends")
    if entry is None or not isinstance(own, Table):
        return ()
    alone = Fields(replace(own, entries=(entry,)), "the policy file", problems)
    pins = read_pins(alone, beside, problems)
    if pins is None or problems:
        raise problems.error()
    return pins


def _found(
    name: str, place: Node, beside: Traversable | None, problems: Problems
) -> tuple[Traversable, str] | None:
    if name in ready():
        file = find(name)
        return file, str(file)
    if file_path(place, "policy", Problems(problems.file)) is None:
        what = (
            f"'policy' is {quoted(name)}: write the name of a ready policy "
            f"({', '.join(ready())}), or a file below the folder of this one"
        )
        problems.unknown(place, what, name, ready())
        return None
    if beside is None:
        problems.add(place, "'extends' names a file beside the policy, which is in no file itself")
        return None
    return beside.joinpath(*name.split("/")), str(PurePosixPath(problems.file).parent / name)


def check_pin(pin: Pin, parent: Policy, problems: Problems) -> None:
    """Tell where *parent* is not the policy that was pinned."""
    if parent.hash != pin.hash and pin.hash == dateless(parent):
        what = (
            f"{pin.name} was pinned without the days on which it is to be decided anew (until, "
            f"review_by), which count since: nothing else has changed. Write hash {parent.hash}"
        )
        problems.add(pin.hash_at, what)
    elif parent.hash != pin.hash:
        what = (
            f"{pin.name} is no longer what was pinned: it is version {parent.version or '(none)'} "
            f"with hash {parent.hash}. Read what has changed (candor policy diff), and write that "
            "version and hash"
        )
        problems.add(pin.hash_at, what)
    elif parent.version != pin.version:
        what = f"{pin.name} says that it is version {quoted(parent.version or '(none)')}"
        problems.add(pin.version_at, what)


def too_deep(pin: Pin, above: tuple[str, ...], problems: Problems, at: Node) -> bool:
    """Tell, and return, whether *pin* leads in a circle or too far up from those *above*."""
    if pin.label not in above and len(above) < DEEPEST:
        return False
    what = (
        f"{pin.name} builds on this policy in turn: that never ends"
        if pin.label in above
        else f"more than {DEEPEST} policies stand on top of each other"
    )
    problems.add(at, what)
    return True
