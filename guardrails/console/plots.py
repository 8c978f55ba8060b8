"""What a log adds up to, week by week, as pictures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from starlette.responses import Response

from guardrails.console.asked import Asked
from guardrails.console.charts import Bars, bars, columns
from guardrails.console.log import folder_of
from guardrails.ledger.query import Query, newest

WEEKS: Final = 12
"""Weeks that are shown, the newest last."""
MOST: Final = 14
"""Rules that are shown."""
_KINDS: Final = frozenset({"decision", "failure", "escalation", "escalation_ack", "ticket"})
_STEPS: Final = ((60, "1 min"), (300, "5 min"), (600, "10 min"), (1800, "30 min"), (3600, "1 h"))


@dataclass(slots=True)
class Tally:
    """
    What was counted.

    Attributes:
        weeks: Names of the weeks, the newest last.
        rules: Rule → week → decisions that it came to.
        failures: Detector or model → week → times.
        answers: Seconds until somebody acknowledged or took a ticket.
        unanswered: How many tickets nobody did.
    """

    weeks: tuple[str, ...]
    rules: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    failures: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    answers: list[int] = field(default_factory=list)
    unanswered: int = 0


async def plots(asked: Asked) -> Response:
    """Return the page with the plots."""
    folder = await folder_of(asked)
    tally = await asked.console.works.run(partial(tallied, folder, asked.console.now()))
    return asked.page(
        "log_plots.html",
        rules=_weekly("Decisions by rule and week", tally.rules, tally.weeks),
        failures=_weekly("Failures by part and week", tally.failures, tally.weeks),
        answers=_answers(tally),
        weeks=tally.weeks,
        answered=len(tally.answers),
        unanswered=tally.unanswered,
    )


def tallied(folder: Path, now: float) -> Tally:
    """
    Return what the log in *folder* adds up to in the last weeks before Unix time *now*.

    Raises:
        LogReadError: There is no log, or it cannot be read.
    """
    today = datetime.fromtimestamp(now, UTC)
    monday = (today - timedelta(days=today.weekday(), weeks=WEEKS - 1)).date()
    weeks = tuple(_week(monday + timedelta(weeks=n)) for n in range(WEEKS))
    start = int(datetime(monday.year, monday.month, monday.day, tzinfo=UTC).timestamp())
    tally = Tally(weeks)
    raised: dict[str, int] = {}
    answered: dict[str, int] = {}
    for found in newest(folder, Query(kinds=_KINDS, since=start * 1_000_000)):
        _count(tally, found.record or {}, raised, answered)
    tally.answers = [max(0, answered[one] - at) for one, at in raised.items() if one in answered]
    tally.unanswered = len(raised) - len(tally.answers)
    return tally


def _count(
    tally: Tally, record: Mapping[str, Any], raised: dict[str, int], answered: dict[str, int]
) -> None:
    week = _week(datetime.fromtimestamp(record["ts"] / 1e6, UTC).date())
    match record["kind"]:
        case "decision":
            if rule := record["decision"].get("rule"):
                tally.rules[str(rule)][week] += 1
        case "failure":
            tally.failures[str(record.get("name"))][week] += int(record.get("count", 1))
        case "escalation":
            if record.get("about") == "person":
                raised[str(record["id"])] = int(record["at"])
        case "escalation_ack":
            answered[str(record["escalation"])] = int(record["at"])  # the first one is read last
        case _:
            if record.get("step") in {"claimed", "acknowledged"}:
                answered[str(record["escalation"])] = int(record["at"])


def _week(when: Any) -> str:  # noqa: ANN401 - a day
    year, week, _ = when.isocalendar()
    return f"{year}-W{week:02d}"


def _weekly(
    title: str, counted: Mapping[str, Counter[str]], weeks: tuple[str, ...]
) -> tuple[str, list[Bars]]:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1].total(), pair[0]))[:MOST]
    rows = [Bars(name, tuple(by[week] for week in weeks)) for name, by in ordered]
    return bars(title, rows, weeks), rows


def _answers(tally: Tally) -> tuple[str, list[tuple[str, int]]]:
    rows: list[tuple[str, int]] = []
    below = 0
    for limit, name in _STEPS:
        count = sum(below <= one < limit for one in tally.answers)
        rows.append((f"under {name}", count))
        below = limit
    rows.append(("1 h or later", sum(one >= below for one in tally.answers)))
    rows.append(("nobody", tally.unanswered))
    return columns("Time until somebody answered", rows), rows
