"""Which records of a log somebody wants to see, and each of them as one flat row."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from guardrails.errors import LogReadError, RecordError
from guardrails.findings import Level
from guardrails.ledger.disk import segments
from guardrails.ledger.packed import content_size, is_packed
from guardrails.ledger.read import (
    Found,
    Line,
    find_logs,
    read_lines,
    read_records,
    record_of,
)
from guardrails.ledger.record import Kind, glance

FIELDS: Final = (
    "log",
    "seq",
    "id",
    "time",
    "kind",
    "session",
    "turn",
    "side",
    "surface",
    "policy",
    "do",
    "rule",
    "would",
    "level",
    "say",
    "escalate",
    "categories",
    "score",
    "locale",
    "country",
    "len_in",
    "len_out",
    "why",
)
"""Columns of a row."""

COUNTED: Final = ("kind", "do", "rule", "level", "category", "locale", "country", "policy", "week")
"""What records can be counted by."""
_TOLD_AGAIN: Final = frozenset({"do", "rule", "level"})
"""What ends of turns and calls for a human say again of decisions."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_LEVELS = {level.value: level.rank for level in Level}


@dataclass(frozen=True, slots=True)
class Query:
    """
    What a record has to be; whatever is left out may be anything.

    Attributes:
        kinds: One of these kinds.
        session: The session's name begins so.
        turn: Number of the turn.
        side: `input` or `output`.
        rule: A rule that decided, fired or raised an alarm; `*` stands for anything.
        category: A finding of it; `*` stands for anything.
        do: One of these actions.
        level: At least this level.
        since: Not before, microseconds since 1970.
        until: Before, microseconds since 1970.
    """

    kinds: frozenset[str] = frozenset()
    session: str = ""
    turn: int | None = None
    side: str | None = None
    rule: str | None = None
    category: str | None = None
    do: frozenset[str] = frozenset()
    level: str | None = None
    since: int | None = None
    until: int | None = None

    def takes(self, record: Mapping[str, Any]) -> bool:
        """Return whether *record* is wanted."""
        wanted = (
            (not self.kinds or record["kind"] in self.kinds)
            and (self.since is None or record["ts"] >= self.since)
            and (self.until is None or record["ts"] < self.until)
            and (not self.session or str(record.get("session", "")).startswith(self.session))
            and (self.turn is None or record.get("turn") == self.turn)
            and (self.side is None or record.get("side") == self.side)
        )
        return wanted and self._fits(record)

    def _fits(self, record: Mapping[str, Any]) -> bool:
        facts = _facts(record)
        return (
            (not self.do or facts.get("do") in self.do)
            and (self.level is None or _rank(facts.get("level")) >= _LEVELS[self.level])
            and (self.rule is None or _any(_rules(facts), self.rule))
            and (self.category is None or _any(_categories(record), self.category))
        )


def select(
    directory: Path, query: Query, progress: Callable[[int], None] | None = None
) -> Iterator[Found]:
    """
    Yield the records under *directory* that *query* takes, and every line that is no record.

    Raises:
        LogReadError: There is no log, or it cannot be read.
    """
    for found in read_records(directory, glancing=True):
        if progress is not None:
            progress(len(found.data) + 1)
        if found.record is None or query.takes(found.record):
            yield found


def newest(folder: Path, query: Query) -> Iterator[Found]:
    """
    Yield the records of the log in *folder* that *query* takes, the newest first.

    Whoever stops early has not read what is older, and nothing is read before `query.since`.
    Lines that are no records are left out.

    Raises:
        LogReadError: There is no log, or it cannot be read.
    """
    try:
        files = segments(folder)
        if not files:
            msg = f"no decision log in {folder}"
            raise LogReadError(msg)
        for _, path in reversed(files):
            taken, oldest = deque[Found](), None
            for line in read_lines(path):
                if (record := _glanced(line)) is None:
                    continue
                oldest = record["ts"] if oldest is None else oldest
                if query.takes(record):
                    taken.appendleft(Found(path, line.number, line.data, record))
            yield from taken
            if query.since is not None and oldest is not None and oldest < query.since:
                return
    except OSError as error:
        msg = f"cannot read {error.filename or folder}: {error.strerror}"
        raise LogReadError(msg) from error


def _glanced(line: Line) -> dict[str, Any] | None:
    try:
        return glance(line.data) if line.whole else None
    except RecordError:
        return None


def last(found: Iterable[Found], count: int | None) -> Iterable[Found]:
    """Return the last *count* of *found*, or all of them."""
    return found if count is None else deque(found, maxlen=count)


def follow(directory: Path, query: Query, wait: Callable[[], bool]) -> Iterator[Found]:
    """
    Yield records that are added to the logs under *directory* from now on.

    Args:
        directory: One log or several.
        query: Which ones.
        wait: Waits a while before each look; False ends it.

    Raises:
        LogReadError: A compressed file cannot be read.
        OSError: A file cannot be read.
    """
    read = {place: content_size(path) for place, path in _paths(directory)}
    done = {place for place, path in _paths(directory) if is_packed(path)}
    while wait():
        for place, path in _paths(directory):
            known = read.get(place, 0)
            if place in done or (not is_packed(path) and content_size(path) <= known):
                continue
            for line in read_lines(path, known):
                if not line.whole:  # it is being written
                    break
                read[place] = line.start + line.length
                record = record_of(line)
                if record is None or query.takes(record):
                    yield Found(path, line.number, line.data, record)
            if is_packed(path):
                done.add(place)


def _paths(directory: Path) -> list[tuple[tuple[Path, int], Path]]:
    """Return log and number of each segment, which stay when it is compressed, and its path."""
    return [
        ((folder, number), path)
        for folder in find_logs(directory)
        for number, path in segments(folder)
    ]


def row(found: Found) -> dict[str, str | int | None]:
    """Return the record of *found* as one flat row, with every one of `FIELDS`."""
    record = found.record or {}
    facts = _facts(record)
    findings = [one for one in _listed(record.get("findings")) if isinstance(one, dict)]
    text, ctx = _mapped(record.get("text")), _mapped(record.get("ctx"))
    policy = record.get("policy")
    told: dict[str, Any] = {
        "log": found.path.parent.name,
        "time": moment(record["ts"]) if "ts" in record else None,
        "policy": _mapped(policy).get("hash") if isinstance(policy, dict) else policy,
        "escalate": " ".join(str(one[0]) for one in _listed(facts.get("escalate")) if one),
        "categories": " ".join(dict.fromkeys(_categories(record))),
        "score": max((s for one in findings if type(s := one.get("s")) is int), default=None),
        "locale": ctx.get("locale"),
        "country": ctx.get("country"),
        "len_in": _mapped(text.get("in")).get("len"),
        "len_out": _mapped(text.get("out")).get("len"),
    }
    for name in FIELDS:
        told.setdefault(name, facts.get(name))
    return {name: _flat(told[name]) for name in FIELDS}


def cell(value: str | int | None) -> str | int | None:
    """Return *value* as a cell of CSV: what a spreadsheet would compute begins with `'`."""
    formula = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if formula else value


def counts(found: Iterable[Found], by: str, *, every: bool = True) -> Counter[str]:
    """
    Return how many of *found* have each value of *by*, one of `COUNTED`.

    Args:
        found: Lines of logs.
        by: What they are counted by.
        every: Count records of every kind; if not, by `do`, `rule` and `level` decisions alone,
            which others tell again.
    """
    counted: Counter[str] = Counter()
    every = every or by not in _TOLD_AGAIN
    for one in found:
        if one.record is not None and (every or one.record["kind"] == Kind.DECISION):
            counted.update(_values(one, by))
    return counted


def _values(found: Found, by: str) -> list[str]:
    record = found.record or {}
    if by == "category":
        return list(dict.fromkeys(_categories(record)))
    if by == "week":
        year, week, _ = datetime.fromtimestamp(record["ts"] / 1e6, UTC).isocalendar()
        return [f"{year}-W{week:02d}"]
    value = row(found)[by]
    return [] if value is None else [str(value)]


def moment(micros: int) -> str:
    """Return *micros*, microseconds since 1970, as ISO 8601 in UTC."""
    when = datetime.fromtimestamp(micros // 1_000_000, UTC).replace(microsecond=micros % 1_000_000)
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _facts(record: Mapping[str, Any]) -> Mapping[str, Any]:
    decision = record.get("decision")
    return {**record, **decision} if isinstance(decision, dict) else record


def _rules(facts: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(rule := facts.get("rule"), str):
        yield rule
    for fired in _listed(facts.get("fired")):
        if fired:
            yield str(fired[0])


def _categories(record: Mapping[str, Any]) -> Iterator[str]:
    for one in _listed(record.get("findings")):
        if isinstance(one, dict) and isinstance(name := one.get("d"), str):
            yield name


def _any(names: Iterable[str], pattern: str) -> bool:
    return any(fnmatchcase(name, pattern) for name in names)


def _rank(level: object) -> int:
    return _LEVELS.get(level, -1) if isinstance(level, str) else -1


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapped(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _flat(value: object) -> str | int | None:
    return value if value is None or isinstance(value, str | int) else str(value)
