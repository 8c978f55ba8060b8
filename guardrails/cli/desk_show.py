"""Tickets as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from guardrails.cli.printing import plain

if TYPE_CHECKING:
    from guardrails.desk.report import Agreement, Drilled, Report

_MINUTE: Final = 60
_HOUR: Final = 3600
_WHO: Final = {"person": "person  ", "software": "software", "human": "human   "}


def ago(seconds: int) -> str:
    """Return a length of time in one unit."""
    if seconds < _MINUTE:
        return f"{seconds} s"
    if seconds < _HOUR:
        return f"{seconds // _MINUTE} min"
    return f"{seconds // _HOUR} h"


def row(view: Mapping[str, Any], now: int) -> str:
    """Return one line of the list; what the machine found is not in it."""
    kind = "" if view["kind"] == "person" else f", {view['kind'].upper()}"
    held = f", held by {view['holder']}" if view["holder"] else ""
    late = now - view["at"]
    return plain(
        f"{view['id']}  {view['state']}{kind}{held}; raised {ago(max(0, late))} ago, "
        f"to be taken within {ago(view['within'])}"
    )


def ticket(view: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of one ticket: the last turns first, what the machine found last."""
    yield from turns(view["turns"])
    if not view["turns"]:
        yield "(no turns: no running service has this conversation)"
    yield ""
    yield f"ticket        {view['id']} ({view['kind']})"
    yield f"state         {view['state']}" + (f", by {view['holder']}" if view["holder"] else "")
    for name in ("conversation", "subject"):
        if view[name]:
            yield plain(f"{name:<13} {view[name]}")
    if view["note"]:
        yield plain(f"note          {view['note']}")
    for at, what, who in view["history"]:
        when = datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
        yield plain(f"{when}  {what}" + (f"  {who}" if who else ""))
    yield ""
    found = view["found"]
    if found is None:
        yield "What the machine found is shown after your own assessment: candor desk assess"
        return
    same = "the same" if found["agrees"] else "another"
    yield f"your level    {found['assessed']}"
    yield f"the machine   {found['level']} ({same}), rule {found['rule']}"
    for rule, score in found["fired"]:
        yield f"              {rule} at {score / 100:.0f} of 100"


def turns(said: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield what was said, who said it first."""
    for one in said:
        lines = plain(one["text"]).split("\n")
        yield f"{_WHO[one['who']]}  {lines[0]}"
        yield from (f"          {line}" for line in lines[1:])


def drilled(drill: Drilled) -> Iterator[str]:
    """Yield how one drill went."""
    yield f"drill {drill.id}"
    for name, seconds in drill.told:
        yield f"  {name} took it after {seconds} s"
    for name in drill.failed:
        yield f"  {name} did not take it"
    if drill.answered_by is None:
        yield "  nobody has answered"
    else:
        yield f"  {drill.answered_by} answered after {drill.answered_after} s"


def report(told: Report) -> Iterator[str]:
    """Yield how tickets were answered."""
    yield f"tickets about people   {sum(told.people.values())}, of which {told.waiting} wait"
    for level, times in told.people.items():
        yield f"  {level:<21}{times}"
    yield f"a channel took it      {_median(told.told_in)}"
    yield f"somebody answered      {_median(told.answered_in)}; never: {told.unanswered}"
    yield from _agreement(told.agreement)
    for drill in told.drills:
        yield from drilled(drill)


def _median(seconds: float | None) -> str:
    return "never" if seconds is None else f"after {seconds:g} s (median)"


def _agreement(told: Agreement) -> Iterator[str]:
    yield f"assessments            {told.of}"
    if told.of:
        yield f"  same as the machine  {told.same}; one level apart {told.near}"
        yield f"  higher               {told.higher}; lower {told.lower}"
