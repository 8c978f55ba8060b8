"""The status: what runs, under which policy, and what does not work."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import Final

from starlette.responses import Response

from guardrails.access.roles import Permission
from guardrails.console.asked import Asked
from guardrails.ledger.query import Query, newest

RECENT: Final = 7 * 24 * 3600
"""Seconds of which failures and gaps are told."""

Counts = list[tuple[str, int]]


async def status(asked: Asked) -> Response:
    """Return the page that tells how the service is."""
    console = asked.console
    told = await console.status()
    failures, gaps = Counts(), Counts()
    if console.folder is not None:
        since = int(console.now() - RECENT) * 1_000_000
        failures, gaps = await console.works.run(partial(_lately, console.folder, since))
    services = []
    for service in asked.services:
        report = await service.guard.desk.report()
        services.append((service, service.guard.health, report))
    paused = [
        service.name
        for service in asked.services
        if (await service.intake.tickets.standing("")).paused
    ]
    return asked.page(
        "status.html",
        state=told,
        services=services,
        failures=failures,
        gaps=gaps,
        paused=paused,
        place=console.place,
        remembered=console.remembered,
        may_drill=asked.caller.may(Permission.DESK),
    )


def _lately(folder: Path, since: int) -> tuple[Counts, Counts]:
    failures, gaps = Counter[str](), Counter[str]()
    for found in newest(folder, Query(kinds=frozenset({"failure", "coverage_gap"}), since=since)):
        record = found.record or {}
        times = int(record.get("count", 1))
        if record["kind"] == "failure":
            failures[f"{record.get('name')}: {record.get('why')}"] += times
        else:
            what = f"{record.get('gap')} {record.get('what') or ''}".strip()
            gaps[f"{what} ({record.get('do')})"] += times
    return failures.most_common(), gaps.most_common()
