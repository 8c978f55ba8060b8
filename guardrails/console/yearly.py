"""The yearly count of people who were pointed to help, without anybody's name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from starlette.responses import Response

from guardrails.audit.page import as_rows
from guardrails.audit.report import PRESETS, Report, Term
from guardrails.audit.tables import open_tables
from guardrails.console.asked import Asked
from guardrails.console.log import folder_of
from guardrails.errors import LogReadError, RefusedError
from guardrails.ledger.query import cell

_PRESET: Final = "crisis-referrals"
_FIRST, _LAST = 1970, 2200


async def yearly(asked: Asked) -> Response:
    """Return the count of a year, as a page or, with `to=csv`, as a file."""
    now = asked.console.now()
    given = asked.request.query_params.get("year", "")
    year = int(given) if given.isascii() and given.isdigit() and len(given) == 4 else None  # noqa: PLR2004
    if given and (year is None or not _FIRST <= year <= _LAST):
        raise RefusedError(400, "invalid_value", f"a year is a number from {_FIRST} to {_LAST}")
    term = Term(datetime.fromtimestamp(now, UTC).year - 1 if year is None else year)
    try:
        folder = await folder_of(asked)
        report = await asked.console.works.run(partial(_counted, folder, term, now))
    except LogReadError as error:
        raise RefusedError(409, "unreadable", str(error)) from None
    if asked.request.query_params.get("to") == "csv":
        return Response(
            _csv(report),
            media_type="text/csv",
            headers={"content-disposition": f'attachment; filename="referrals-{term.year}.csv"'},
        )
    return asked.page("log_report.html", report=report, year=term.year)


def _counted(folder: Path, term: Term, now: float) -> Report:
    make: Callable[..., Report] = PRESETS[_PRESET]
    with open_tables(folder) as tables:
        return make(tables, term, datetime.fromtimestamp(now, UTC))


def _csv(report: Report) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("report", "what", "number"))
    rows.writerows([cell(value) for value in row] for row in as_rows(report))
    return text.getvalue()
