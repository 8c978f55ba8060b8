"""
Readers of single values: a node in, a checked value out, or None with a problem told.

Every reader has the shape of `How`: it takes the node, the name of the setting for
its message, and the problems.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Final, TypeAlias, TypeVar

from guardrails.countries import ALSO, CODES
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Broken, Node, Scalar, Series, Table

T = TypeVar("T")
S = TypeVar("S", bound=str)
How: TypeAlias = Callable[[Node, str, Problems], T | None]

MAX_TEXT: Final = 4_000
"""Longest text of a policy, in characters."""

MOST_ITEMS: Final = 50
"""Longest list of values."""

MOST_BLOCKS: Final = 10_000
"""Longest list of blocks, such as the rules of a section or the cases of a policy."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*")
_LOCALE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")
_WHOLE = re.compile(r"-?[0-9]+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_DURATION = re.compile(r"([1-9][0-9]{0,5})([smhd])")
_SECONDS: Final = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_DIGITS: Final = 12


def is_number(node: Scalar) -> bool:
    """Return whether *node* is a whole number rather than a text."""
    return node.plain and _WHOLE.fullmatch(node.text) is not None


def text(node: Node, name: str, problems: Problems) -> str | None:
    """Return a text of 1 to 4,000 characters, without space around it."""
    if not isinstance(node, Scalar):
        _wrong(node, name, "a text", problems)
    if not isinstance(node, Scalar) or node.doubtful:
        return None
    if node.plain and (node.text in {"true", "false"} or is_number(node)):
        problems.add(node, f"'{name}' is a text: put {node.text[:40]} in quotes")
        return None
    stripped = node.text.strip()
    if not stripped or (node.plain and node.text == "null"):
        problems.add(node, f"'{name}' has no value")
        return None
    if len(stripped) > MAX_TEXT:
        problems.add(node, f"'{name}' is longer than {MAX_TEXT:,} characters")
        return None
    if _CONTROL.search(stripped):
        problems.add(node, f"'{name}' holds a control character")
        return None
    return stripped


def _doubtful(node: Node) -> bool:
    return isinstance(node, Scalar) and node.doubtful


def _as_meant(node: Node, name: str, problems: Problems) -> str | None:
    """Return a text, or what would be one in quotes, so that its shape is told of first."""
    if isinstance(node, Scalar) and node.doubtful:
        return node.text
    return text(node, name, problems)


def shaped(pattern: re.Pattern[str], what: str, longest: int) -> How[str]:
    """Return a reader of a text of that pattern; *what* goes into its message."""

    def read(node: Node, name: str, problems: Problems) -> str | None:
        value = _as_meant(node, name, problems)
        if value is None:
            return None
        if len(value) > longest or not pattern.fullmatch(value):
            problems.add(node, f"'{name}' is {quoted(value)}: write {what}")
            return None
        return None if _doubtful(node) else value

    return read


identifier = shaped(_NAME, "small letters, digits, '-', '_' and '.', from a letter on", 64)
type_name = shaped(
    re.compile(r"[a-z]+(?:-[a-z]+)*"),
    "words in small letters joined by '-', such as clinic-number",
    40,
)
locale = shaped(_LOCALE, "a language tag such as en-GB", 16)
_code = shaped(_COUNTRY, "a country as two capital letters, such as GB", 2)
variable = shaped(
    _VARIABLE, "the name of an environment variable such as DESK_URL, never its content", 64
)


def country(node: Node, name: str, problems: Problems) -> str | None:
    """Return the code of a country (ISO 3166-1 alpha-2)."""
    code = _code(node, name, problems)
    if code is None or code in CODES:
        return code
    meant = ALSO.get(code)
    advice = f"the code of that country is {meant}" if meant else "no country has this code"
    problems.add(node, f"'{name}' is {quoted(code)}: {advice} (ISO 3166-1 alpha-2)")
    return None


def whole(low: int, high: int, what: str) -> How[int]:
    """Return a reader of a whole number from *low* to *high*; *what* goes into its message."""

    def read(node: Node, name: str, problems: Problems) -> int | None:
        if not isinstance(node, Scalar):
            _wrong(node, name, what, problems)
            return None
        number = int(node.text) if is_number(node) and len(node.text) <= _DIGITS else None
        if number is None or not low <= number <= high:
            hint = "" if node.plain else " (without quotes)"
            reach = f"{low}..{high}" if low < high else str(low)
            problems.add(node, f"'{name}' is {quoted(node.text)}: write {what}, {reach}{hint}")
            return None
        return number

    return read


percent = whole(0, 100, "whole percent")


def score(node: Node, name: str, problems: Problems) -> int | None:
    """Return whole percent as a score, 0..10000."""
    value = percent(node, name, problems)
    return None if value is None else value * 100


def seconds(node: Node, name: str, problems: Problems) -> int | None:
    """Return a duration such as `60s`, `10m`, `3h` or `400d`, in seconds."""
    if not isinstance(node, Scalar):
        _wrong(node, name, "a duration such as 60s, 10m, 3h or 400d", problems)
        return None
    match = _DURATION.fullmatch(node.text)
    if match is None:
        problems.add(
            node,
            f"'{name}' is {quoted(node.text)}: write a duration such as 60s, 10m, 3h or 400d",
        )
        return None
    return int(match[1]) * _SECONDS[match[2]]


def day(node: Node, name: str, problems: Problems) -> str | None:
    """Return a date as `YYYY-MM-DD` (ISO 8601)."""
    value = _as_meant(node, name, problems)
    if value is None:
        return None
    try:
        real = date.fromisoformat(value).isoformat() == value
    except ValueError:
        real = False
    if not real:
        problems.add(node, f"'{name}' is {quoted(value)}: write a date such as \"2027-05-01\"")
        return None
    return None if _doubtful(node) else value


def flag(node: Node, name: str, problems: Problems) -> bool | None:
    """Return `true` or `false`."""
    if isinstance(node, Scalar) and node.plain and node.text in {"true", "false"}:
        return node.text == "true"
    if isinstance(node, Scalar) and node.text not in {"", "null"}:
        hint = "" if node.plain else " (without quotes)"
        problems.add(node, f"'{name}' is {quoted(node.text)}: write true or false{hint}")
    else:
        _wrong(node, name, "true or false", problems)
    return None


def choice(names: Collection[S], later: Collection[str] = ()) -> How[S]:
    """Return a reader of one of *names*; those in *later* are refused as not yet supported."""
    known = {str(one): one for one in names}

    def read(node: Node, name: str, problems: Problems) -> S | None:
        if not isinstance(node, Scalar):
            _wrong(node, name, _either(known), problems)
            return None
        if node.text in known:
            return known[node.text]
        if node.text in later:
            problems.add(node, f"'{name}: {node.text}' is not yet supported")
        else:
            problems.unknown(
                node,
                f"'{name}' is {quoted(node.text)}: write {_either(known)}",
                node.text,
                (*known, *later),
            )
        return None

    return read


def many(how: How[T]) -> How[tuple[T, ...]]:
    """Return a reader of a list of 1 to 50 values, none of them twice."""

    def read(node: Node, name: str, problems: Problems) -> tuple[T, ...] | None:
        if not isinstance(node, Series):
            bare = isinstance(node, Scalar) and node.plain and node.text not in {"", "null"}
            example = node.text[:40] if isinstance(node, Scalar) and bare else "a, b"
            _wrong(node, name, f"a list such as [{example}]", problems)
            return None
        if not node.items:
            problems.add(node, f"'{name}' is an empty list: write at least one value")
        if len(node.items) > MOST_ITEMS:
            problems.add(node, f"'{name}' holds more than {MOST_ITEMS} values")
            return None
        values: dict[T, None] = {}
        for item in node.items:
            value = None if isinstance(item, Broken) else how(item, name, problems)
            if value is None:
                continue
            if value in values:
                problems.add(item, f"'{name}' holds {quoted(str(value))} twice")
            values[value] = None
        return tuple(values) or None

    return read


def table(node: Node, name: str, problems: Problems) -> Table | None:
    """Return a block of settings."""
    if isinstance(node, Table):
        return node
    _wrong(node, name, "a block of settings", problems)
    return None


def series(node: Node, name: str, problems: Problems) -> Series | None:
    """Return a list, its items unread."""
    if isinstance(node, Series):
        return node
    _wrong(node, name, "a list", problems)
    return None


def _either(names: Collection[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def _wrong(node: Node, name: str, wanted: str, problems: Problems) -> None:
    if isinstance(node, Scalar) and node.plain and node.text in {"", "null"}:
        problems.add(node, f"'{name}' has no value: write {wanted}, or leave the line out")
        return
    found = {Table: "a block of settings", Series: "a list", Scalar: "a single value"}
    problems.add(node, f"'{name}' is {found.get(type(node), 'broken')}: write {wanted}")
