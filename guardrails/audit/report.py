"""Reports of counts from decision logs. None of them names a conversation or a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from guardrails.audit.tables import Tables

_REFERRAL: Final = (
    "A referral is a turn in which a person was shown a text of the policy that names crisis "
    "services."
)
_LOCALES: Final = "coalesce(locale, 'not known')"


@dataclass(frozen=True, slots=True)
class Counts:
    """
    Numbers of one kind.

    Attributes:
        title: What is counted.
        rows: What it is and how often, in the order to be shown.
    """

    title: str
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """
    What is told of some logs.

    Attributes:
        title: Its name.
        facts: What the reader must know: the time, the logs.
        total: What the report is about, and how often that was; None if it has no such number.
        counts: More numbers.
        notes: What the numbers leave out or do not say.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    total: tuple[str, int] | None
    counts: tuple[Counts, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """
    A calendar year in a time zone.

    Attributes:
        year: Which one, 1970 to 2200.
        zone: Where; its midnight begins and ends the year.
    """

    year: int
    zone: tzinfo = UTC

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """First moment of the year and of the next one, UTC without saying so."""
        first, after = (
            datetime(year, 1, 1, tzinfo=self.zone).astimezone(UTC).replace(tzinfo=None)
            for year in (self.year, self.year + 1)
        )
        return first, after


def crisis_referrals(tables: Tables, term: Term, now: datetime) -> Report:
    """
    Return how often persons were referred to crisis services in *term*, and nothing else.

    A referral is a turn in which the person was shown a text of the policy that names
    helplines. It is the count that California Business and Professions Code 22603 (a)(1)
    asks operators of companion chatbots for. Drills are left out.

    Args:
        tables: Of all records, not only of those in the year.
        term: Which year.
        now: UTC, to say whether the year is over.
    """
    first, after = term.bounds
    within = "time >= ? AND time < ?"
    counted = f"""
        SELECT count(*) FILTER (NOT drill), count(*) FILTER (drill) FROM (
            SELECT session IN (SELECT session FROM escalations WHERE about = 'drill') AS drill
            FROM referrals WHERE {within}
        )
    """  # noqa: S608 - constants of this function
    [(referrals, drills)] = tables.ask(counted, [first, after]).rows
    cut = f'SELECT count(*) FROM turns WHERE "end" IS NULL AND {within}'  # noqa: S608
    [(unclosed,)] = tables.ask(cut, [first, after]).rows
    removed = "SELECT log FROM records GROUP BY log HAVING min(seq) > 0 AND min(time) > ?"
    gone = [str(log) for (log,) in tables.ask(removed + " ORDER BY log", [first]).rows]
    notes = [_REFERRAL]
    if drills:
        notes.append(f"{drills:,} drills are left out.")
    if unclosed:
        notes.append(
            f"{unclosed:,} turns were cut off: what was shown in them is not known, and they are "
            "not counted."
        )
    if gone:
        notes.append(
            f"Records of the year were removed from: {', '.join(gone)}. The number is too small."
        )
    if now.replace(tzinfo=None) < after:
        notes.append("The year is not over.")
    notes += _gaps(tables)
    return Report(
        f"Crisis referrals in {term.year}",
        (("from", _day(first)), ("until", f"{_day(after)}, not included"), *_logs(tables)),
        ("crisis service referral notifications", referrals),
        (),
        tuple(notes),
    )


def activity(tables: Tables) -> Report:
    """Return how often each rule fired and acted, by locale and by week."""
    facts = _logs(tables)
    counts = (
        _counts(tables, "decisions by week", "strftime(time, '%G-W%V')", "decisions", by_name=True),
        _counts(tables, "rules that decided", "rule", "decisions WHERE rule IS NOT NULL"),
        _counts(
            tables, "rules that are watched and fired", "rule",
            "(SELECT unnest(shadow) AS rule FROM decisions)",
        ),
        _counts(tables, "what was done", '"do"', "decisions"),
        _counts(tables, "levels of need, turns", "level", "turns WHERE level IS NOT NULL"),
        _counts(tables, "decisions by locale", _LOCALES, "decisions"),
        _counts(
            tables, "rules that decided, by locale", f"rule || ', ' || {_LOCALES}",
            "decisions WHERE rule IS NOT NULL",
        ),
        _counts(
            tables, "rules that decided, by week", "strftime(time, '%G-W%V') || ', ' || rule",
            "decisions WHERE rule IS NOT NULL", by_name=True,
        ),
        _counts(tables, "helplines shown, by week", "strftime(time, '%G-W%V')", "referrals",
                by_name=True),
        _counts(
            tables, "humans called, drills left out", "level || ', by ' || rule",
            "escalations WHERE about <> 'drill'",
        ),
        _counts(
            tables, "detectors that failed", "d",
            "(SELECT unnest(failed) AS d FROM decisions)",
        ),
    )  # fmt: skip
    notes = (
        "Small numbers of a locale or a week can point to a person: think before you publish them.",
        *_gaps(tables),
    )
    shown = tuple(one for one in counts if one.rows)
    return Report("What was decided", facts, None, shown, notes)


PRESETS: Final[dict[str, Callable[[Tables, Term | None, datetime], Report]]] = {
    "crisis-referrals": lambda tables, term, now: crisis_referrals(
        tables, term or Term(now.year - 1), now
    ),
    "activity": lambda tables, _, __: activity(tables),
}
"""Name of a report → what makes it of the tables, a year and the time."""


def _counts(tables: Tables, title: str, what: str, where: str, *, by_name: bool = False) -> Counts:
    order = "1" if by_name else "2 DESC, 1"
    sql = f"SELECT {what}, count(*) FROM {where} GROUP BY 1 ORDER BY {order}"  # noqa: S608
    rows = tuple((str(name), int(count)) for name, count in tables.ask(sql).rows)
    return Counts(title, rows)


def _logs(tables: Tables) -> tuple[tuple[str, str], ...]:
    sql = "SELECT log, count(*), min(time), max(time) FROM records GROUP BY log ORDER BY log"
    told: list[tuple[str, str]] = []
    for log, count, first, last in tables.ask(sql).rows:
        told.append((f"log {log}", f"{count:,} records, {_day(first)} to {_day(last)}"))
    return tuple(told)


def _gaps(tables: Tables) -> list[str]:
    told = ["That the log was not changed is for `candor log verify` to say."]
    if tables.unknown:
        told.append(
            f"{len(tables.unknown):,} policies that turns name are not in the log: which texts "
            "of theirs name helplines is not known."
        )
    if tables.missed:
        told.append(f"{len(tables.missed):,} lines are no records and were left out.")
    return told


def _day(when: Any) -> str:  # noqa: ANN401 - as DuckDB gives it
    return str(when.isoformat(sep=" ", timespec="minutes")) + " UTC"
