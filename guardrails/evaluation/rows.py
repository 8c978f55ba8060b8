"""Labelled messages, one JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import orjson

from guardrails.evaluation.misnamed import SPANS, misnamed, told

GROUPS = ("origin", "casing", "family", "lang", "split")
"""What a row may say of itself, for figures by group."""

_READ = frozenset({"id", "text", "spans", *GROUPS})
_TO_BE_FOUND = "what is to be found in a message"


class LabelledRow(Protocol):
    """What every kind of row has."""

    @property
    def id(self) -> str:
        """As the data calls it, or the number of its line."""
        ...

    @property
    def groups(self) -> Mapping[str, str]:
        """Field → value: what the row says of itself."""
        ...

    @property
    def line(self) -> int:
        """Its line, from 1."""
        ...


R = TypeVar("R", bound=LabelledRow)


@dataclass(frozen=True, slots=True)
class Labelled:
    """
    A range `[start, stop)` of a message, in code points, and what stands there.

    Attributes:
        start: First code point.
        stop: One past the last.
        label: As the data calls it.
    """

    start: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """
    One labelled message.

    Attributes:
        id: As the data calls it, or the number of its line.
        text: The message.
        spans: What is to be found in it; none in a clean message.
        groups: What the row says of itself, such as `{"origin": "indian"}`.
        line: Its line, from 1.
    """

    id: str
    text: str = field(repr=False)
    spans: tuple[Labelled, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is no row: its number, from 1, and why, without a word of it."""

    line: int
    why: str


class WrongRowError(Exception):
    """What is wrong with a row, without a word of it."""


def read_rows(
    lines: Iterable[bytes], parse: Callable[[Mapping[str, Any], int], R]
) -> Iterator[R | Broken]:
    """
    Yield a row for each line that is not blank, or what is wrong with it.

    Args:
        lines: Of JSON.
        parse: Returns the row of an object and the number of its line, from 1, or raises
            `WrongRowError`.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                value = orjson.loads(line)
            except orjson.JSONDecodeError:
                yield Broken(number, "not JSON")
                continue
            if not isinstance(value, dict):
                yield Broken(number, "not an object")
                continue
            try:
                yield parse(value, number)
            except WrongRowError as error:
                yield Broken(number, str(error))


def of_split(rows: Iterable[R | Broken], split: str | None) -> Iterator[R | Broken]:
    """Yield the rows that say that they are of *split*, or all if it is None, and broken lines."""
    for row in rows:
        if split is None or isinstance(row, Broken) or row.groups.get("split") == split:
            yield row


def pii_row(value: Mapping[str, Any], number: int) -> Row:
    """
    Return the row that the JSON object *value*, line *number*, holds.

    A row is `{"text", "spans": [{"start", "end", "label"}]}` and, if wanted, `id`,
    `origin`, `casing`, `family`, `lang` and `split`. Other keys are left out; but in a row
    without `spans` none of them may hold a list or an object, or be called as labels are.

    Raises:
        WrongRowError: It holds none.
    """
    text = value.get("text")
    if not isinstance(text, str):
        msg = "'text' must be a string"
        raise WrongRowError(msg)
    lost = _lost(value)
    if lost is not None:
        msg = f'{lost}; write "spans": [] beside it if the message is clean'
        raise WrongRowError(msg)
    spans = value.get("spans", [])
    if not isinstance(spans, list):
        msg = "'spans' must be a list"
        raise WrongRowError(msg)
    return Row(
        str(value.get("id", number)),
        text,
        tuple(_span(one, len(text)) for one in spans),
        {key: str(value[key]) for key in GROUPS if value.get(key) is not None},
        number,
    )


def _lost(value: Mapping[str, Any]) -> str | None:
    """Return what to say of a key that may hold labels, in a row that would count as clean."""
    if "spans" in value:
        return None
    for key, one in value.items():
        if key not in _READ and isinstance(one, list | dict):
            return told(key, "spans", _TO_BE_FOUND)
    return misnamed(value, "spans", SPANS, _TO_BE_FOUND)


def _span(value: Any, length: int) -> Labelled:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        start, stop, label = (value.get(key) for key in ("start", "end", "label"))
        if type(start) is int and type(stop) is int and isinstance(label, str):
            if 0 <= start < stop <= length:
                return Labelled(start, stop, label)
            msg = f"a span must be 0 <= start < end <= {length}, got {start} and {stop}"
            raise WrongRowError(msg)
    msg = "a span needs 'start' and 'end', whole numbers, and 'label'"
    raise WrongRowError(msg)
