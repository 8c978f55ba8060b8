"""The log: what was decided, why, whether the log is whole, and what another policy would do."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

from starlette.responses import Response, StreamingResponse

from guardrails.console.asked import Asked
from guardrails.console.drafts import policy_in, source_of
from guardrails.console.verdicts import told_of
from guardrails.errors import PolicyError, ProofError, RefusedError
from guardrails.ledger.keys import VerifierKey
from guardrails.ledger.query import FIELDS, Query, cell, newest, row, select
from guardrails.ledger.read import Found
from guardrails.ledger.record import Kind
from guardrails.ledger.verify import verify
from guardrails.policy.ready import load_policy, ready
from guardrails.replay.explain import explain
from guardrails.replay.report import LIMIT
from guardrails.replay.run import replay

MOST: Final = 50
"""Records on one page."""
SHOWN: Final = 200
"""Differences that a page shows."""
_POLICY_MAX: Final = 1024 * 1024
_BATCH: Final = 500


async def folder_of(asked: Asked) -> Path:
    """
    Return where the log lies; a copy of one in a database is brought up to date first.

    Raises:
        RefusedError: It lies in no folder, and there is no copy.
        LogError: The database cannot be read, or holds something else than the copy.
    """
    check_readable(asked)
    console = asked.console
    if console.folder is not None or console.copied is None:
        return console.folder or Path()
    return await console.works.run(console.copied)


def check_readable(asked: Asked) -> None:
    """
    Return if the log lies in a folder, or a copy of it can.

    Raises:
        RefusedError: It does not.
    """
    if asked.console.folder is None and asked.console.copied is None:
        instead = "read a copy of it (candor log pull)"
        rest = "there is nothing to read" if asked.console.remembered else instead
        said = f"this service keeps its log {asked.console.place}: {rest}"
        raise RefusedError(404, "not_found", said)


def _query(asked: Asked) -> tuple[Query, dict[str, str]]:
    """Return what the address asks for, and the fields as they were filled in."""
    given = asked.request.query_params
    names = ("kind", "rule", "session", "since", "until")
    filled = {name: given.get(name, "").strip()[:200] for name in names}
    if filled["kind"] not in {"", *(one.value for one in Kind)}:
        filled["kind"] = ""
    return Query(
        kinds=frozenset({filled["kind"]} - {""}),
        rule=filled["rule"] or None,
        session=filled["session"],
        since=_micros(filled["since"]),
        until=_micros(filled["until"]),
    ), filled


def _micros(text: str) -> int | None:
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return int(text[:18])
    try:
        told = datetime.fromisoformat(text)
    except ValueError:
        said = f"{text}: write a day, such as 2026-11-26, or a time, such as 2026-11-26T17:00"
        raise RefusedError(400, "invalid_value", said) from None
    when = told if told.tzinfo is not None else told.replace(tzinfo=UTC)
    return int(when.timestamp()) * 1_000_000 + when.microsecond


async def browse(asked: Asked) -> Response:
    """Return the page with the newest records that fit."""
    folder = await folder_of(asked)
    query, filled = _query(asked)
    found = await asked.console.works.run(partial(_newest, folder, query))
    return asked.page(
        "log.html",
        rows=[_row(one) for one in found],
        filled=filled,
        kinds=[one.value for one in Kind],
        query=asked.request.url.query,
        older=_older(found),
        most=MOST,
    )


def _newest(folder: Path, query: Query) -> list[Found]:
    return [*islice(newest(folder, query), MOST)]


def _older(found: list[Found]) -> int | None:
    if len(found) < MOST or found[-1].record is None:
        return None
    return int(found[-1].record["ts"])


def _row(found: Found) -> dict[str, Any]:
    record = found.record or {}
    return {**row(found), "seconds": int(record.get("ts", 0)) // 1_000_000}


async def record(asked: Asked) -> Response:
    """Return one record in words."""
    folder = await folder_of(asked)
    name, seq = str(asked.request.path_params["log"]), int(asked.request.path_params["seq"])
    told = await asked.console.works.run(partial(explain, folder, seq, log=name))
    return asked.page("log_record.html", explained=told, seq=seq, log=name)


async def verify_form(asked: Asked) -> Response:
    """Return the page on which a log is checked."""
    check_readable(asked)
    return asked.page("log_verify.html", verdict=None, key="", head="")


async def verified(asked: Asked) -> Response:
    """Return the page with what came of it."""
    folder = await folder_of(asked)
    key, head = asked.field("key", 4_000), asked.field("head")
    keys = []
    if key:
        try:
            keys.append(VerifierKey.parse(key))
        except ProofError as error:
            said = f"this is no public key of a log: {error}"
            raise RefusedError(400, "invalid_value", said) from None
    heads = [head] if head else []
    verdict = await asked.console.works.run(partial(verify, folder, head=heads, keys=keys))
    return asked.page("log_verify.html", verdict=told_of(verdict), key=key, head=head)


async def replay_form(asked: Asked) -> Response:
    """Return the page on which another policy is tried on the log."""
    check_readable(asked)
    return _replay_page(asked, result=None)


async def replayed(asked: Asked) -> Response:
    """Return the page with what would change."""
    folder = await folder_of(asked)
    chosen, text = asked.field("policy"), asked.field("text", _POLICY_MAX)
    beside = asked.services[0].source
    known = {*ready(), *(one.source for one in asked.services)}

    def work() -> Any:  # noqa: ANN401 - Replayed
        candidate = None
        if text:
            candidate = policy_in(text, source_of(beside)[1]).policy
        elif chosen in known:
            candidate = load_policy(chosen)
        elif chosen:
            raise RefusedError(400, "invalid_value", "there is no such policy")
        return replay(folder, candidate)

    try:
        result = await asked.console.works.run(work)
    except PolicyError as error:
        return _replay_page(asked, 400, result=None, problems=error.problems)
    return _replay_page(asked, result=result, differences=result.differences[:SHOWN], limit=LIMIT)


def _replay_page(asked: Asked, code: int = 200, **values: Any) -> Response:  # noqa: ANN401
    policies = sorted({*ready(), *(one.source for one in asked.services)})
    chosen, text = asked.form.get("policy", ""), asked.form.get("text", "")
    return asked.page(
        "log_replay.html", code, policies=policies, chosen=chosen, text=text, **values
    )


async def export(asked: Asked) -> Response:
    """Return the records that fit, as a file."""
    folder = await folder_of(asked)
    query, _ = _query(asked)
    form = asked.request.query_params.get("to", "jsonl")
    if form not in {"jsonl", "csv"}:
        raise RefusedError(400, "invalid_value", "write to=jsonl or to=csv")
    kind = "text/csv" if form == "csv" else "application/jsonl"
    return StreamingResponse(
        _exported(folder, query, form),
        media_type=kind,
        headers={"content-disposition": f'attachment; filename="decisions.{form}"'},
    )


def _exported(folder: Path, query: Query, form: str) -> Iterator[str]:
    """Yield the file in pieces; each is made in a thread."""
    found = select(folder, query)
    head = True
    while batch := [*islice(found, _BATCH)]:
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        if form == "csv" and head:
            rows.writerow(FIELDS)
        head = False
        for one in batch:
            if one.record is None:
                continue
            if form == "jsonl":
                text.write(one.data.decode() + "\n")
            else:
                rows.writerow([cell(value) for value in row(one).values()])
        yield text.getvalue()
