"""`candor log`: check a decision log, and read it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import orjson

from guardrails.cli.faults import Check
from guardrails.cli.keyring import checkpoints, public_keys
from guardrails.cli.log_anchor import as_json, authorities, compared, elsewhere, kept_in, locked
from guardrails.cli.log_place import address_of, faulty, log_argument
from guardrails.cli.log_progress import progress_of
from guardrails.cli.log_showing import before_the_last
from guardrails.cli.log_texts import shelves
from guardrails.evidence.check import EvidenceVerdict, check
from guardrails.evidence.shelf import has_evidence
from guardrails.ledger.buckets import Kept
from guardrails.ledger.read import Found, read_records, unread
from guardrails.ledger.record import Kind
from guardrails.ledger.verdict import Code, LogVerdict, Verdict
from guardrails.ledger.verify import verify as verify_logs

_RESULT = {
    Code.SOUND: "sound, and anchored by what you gave",
    Code.PROBLEM: "NOT SOUND",
    Code.UNCHECKED: "could not be checked",
    Code.UNANCHORED: "sound, but not anchored",
}
_TITLE = {
    **dict.fromkeys(("side", "end", "do", "rule", "step", "level"), ""),
    "by": "by ",
    "to": "to ",
    "why": "",
}

_ACTS = frozenset({Kind.ACCESS, Kind.ERASE, Kind.RETAIN})
"""Kinds that say what people did to what is kept."""
_ABOUT = ("record", "field", "sessions", "reason", "case")

form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)


@click.group()
def log() -> None:
    """Check a decision log, and read it."""


@log.command(cls=Check)
@log_argument
@click.option(
    "--head",
    "heads",
    multiple=True,
    metavar="sha256:HASH",
    help="A leaf hash that you know from elsewhere, such as that of a receipt. May come again.",
)
@click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="KEY|FILE",
    help="Public key of a log, or of a witness; or a file with it. May come again.",
)
@click.option(
    "--checkpoint",
    "kept",
    multiple=True,
    type=click.Path(path_type=Path),
    help="File with a checkpoint that you kept. May come again.",
)
@click.option(
    "--tsa",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Root certificates of time-stamping authorities, as PEM: time stamps are checked.",
)
@click.option(
    "--s3",
    "bucket",
    metavar="s3://BUCKET/PREFIX",
    help="Compare with the checkpoints that are locked away there.",
)
@form_option
@click.pass_context
def verify(
    ctx: click.Context,
    directory: Path,
    heads: tuple[str, ...],
    keys: tuple[str, ...],
    kept: tuple[Path, ...],
    tsa: Path | None,
    bucket: str | None,
    form: str,
) -> None:
    """
    Check that no record in DIRECTORY was changed, dropped, added or moved.

    DIRECTORY is one log or holds several. Nothing in it is changed. Logs in the database at a
    URL are copied first, and the copy is checked.

    Exit status: 0 sound, 1 a problem, 2 could not check, 3 sound but anchored by nothing.
    """
    away = None if bucket is None else kept_in(bucket)
    with progress_of(directory) as progress:
        verdict = verify_logs(
            directory,
            head=heads,
            keys=public_keys(keys),
            checkpoints=[*checkpoints(kept), *locked(away or ())],
            authorities=None if tsa is None else authorities(tsa),
            progress=progress,
        )
    verdict = compared(verdict, away)
    evidence = _evidence(directory, verdict, address_of(ctx))
    bad = faulty(ctx) or (evidence is not None and evidence.problems)
    result = Code.PROBLEM if bad else verdict.code
    if form == "json":
        told = {**_as_json(verdict), "code": int(result), "result": result.name.lower()}
        told["evidence"] = None if evidence is None else asdict(evidence)
        told["bucket"] = None if away is None else [as_json(one) for one in away]
        click.echo(orjson.dumps(told, option=orjson.OPT_INDENT_2))
    else:
        for line in _in_words(verdict, evidence, result, away):
            click.echo(safe(line))
    ctx.exit(result)


def _evidence(directory: Path, verdict: Verdict, address: str | None) -> EvidenceVerdict | None:
    """Return what is to be said of kept texts, if there are any or should be."""
    if not any(one.texts or has_evidence(Path(one.folder)) for one in verdict.logs):
        return None
    return check(directory, shelves(directory, address))


def _as_json(verdict: Verdict) -> dict[str, Any]:
    return {
        "logs": [{**asdict(one), "code": int(one.code)} for one in verdict.logs],
        "strangers": verdict.strangers,
        "absent": verdict.absent,
        "unseen": verdict.unseen,
        "unstamped": verdict.unstamped,
        "unkept": verdict.unkept,
        "outside": [asdict(flaw) for flaw in verdict.outside],
        "unchecked": verdict.unchecked,
        "not_proven": verdict.not_proven,
    }


def _in_words(
    verdict: Verdict,
    evidence: EvidenceVerdict | None,
    result: Code,
    away: Collection[Kept] | None,
) -> Iterator[str]:
    now = time.time()
    for one in verdict.logs:
        yield from _log_in_words(one, elsewhere(one, away, now))
    if evidence is not None:
        yield from _kept_in_words(evidence)
    for known in verdict.strangers:
        yield f"problem  no record has the hash {known}"
    for name in verdict.absent:
        yield f"problem  no log here is called {name}, whose key or checkpoint you gave"
    for flaw in verdict.outside:
        yield f"problem  {flaw}"
    if verdict.logs:
        yield "Not proven:"
        yield from (f"  - {limit}" for limit in verdict.not_proven)
        for folder in evidence.absent if evidence is not None else ():
            yield f"  - That the texts that records in {folder} name are kept: none came with it."
    reasons = [verdict.unchecked, *(one.unchecked for one in verdict.logs)]
    reason = next(filter(None, reasons), "") if result is Code.UNCHECKED else ""
    why = f" ({reason})" if reason else ""
    yield f"Result: {_RESULT[result]}{why}"


def _kept_in_words(evidence: EvidenceVerdict) -> Iterator[str]:
    erased = f"{evidence.erased:,} conversations were erased"
    if evidence.unseen < evidence.named or not evidence.absent:
        yield (
            f"evidence: {evidence.kept:,} of {evidence.named - evidence.unseen:,} texts that "
            f"records name are kept, sealed; {erased}"
        )
    if evidence.absent:
        yield (
            f"evidence: {evidence.unseen:,} texts that records name were not looked at: their logs "
            f"came without the folder evidence; {erased}"
        )
    if evidence.expired:
        yield f"  note     {evidence.expired:,} texts were erased for their age"
    if evidence.unnamed:
        yield f"  note     {evidence.unnamed:,} sealed texts are named by no record"
    yield from (f"  problem  {what}" for what in evidence.problems)


def _log_in_words(one: LogVerdict, known: Iterable[str]) -> Iterator[str]:
    yield f"{one.origin or one.folder}: {one.records:,} records in {one.segments:,} segments"
    if one.records:
        yield f"  from   {_time(one.first)} to {_time(one.last)} UTC"
        yield f"  kinds  {', '.join(f'{kind} {n:,}' for kind, n in one.kinds.items())}"
        yield f"  head   {one.head}"
        yield (
            "  read   numbering, canonical form, seq, prev, runs and clocks, "
            "turns, attached files, policies, checkpoints"
        )
    if one.checkpoints:
        yield f"  signed {one.checkpoints:,} checkpoints; {_covered(one)}"
    yield from known
    if one.lost:
        yield f"  gone   {one.removed:,} records before these, and not as a log removes them"
    elif one.removed:
        yield f"  gone   {one.removed:,} records before these were removed; their hashes are left"
    for flaw in one.problems:
        yield f"  problem  {flaw}"
    if one.problem_count > len(one.problems):
        yield f"  problem  and {one.problem_count - len(one.problems):,} more"
    for flaw in one.notes:
        yield f"  note     {flaw}"
    if one.unchecked:
        yield f"  unread   {one.unchecked}"
    yield f"  {_RESULT[one.code]}"


def _covered(one: LogVerdict) -> str:
    """Return in words how many records are vouched for by whom."""
    words = [
        f"{number:,} records {by}"
        for number, by in (
            (one.signed, "by the key that you gave"),
            (one.remembered, "as in a checkpoint that you kept"),
        )
        if number
    ]
    if one.witnessed:
        moment, before = _time(one.seen_at * 1_000_000), before_the_last(one.last, one.seen_at)
        words.append(f"{one.witnessed:,} records seen by a witness at {moment} UTC{before}")
    if not words and not one.given:
        return "no key to check them with was given"
    if one.given and one.problems and one.anchored < one.total:
        fits = ", ".join(words) or "none that you can check fits the records as they are"
        return f"{fits}{', and no more' if words else ''}: see the first problem"
    return ", ".join(words) or "nothing that you gave vouches for the records"


@log.command(cls=Check)
@log_argument
@click.option("--session", help="Only records of this session; its first characters will do.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only this kind.")
@click.option("--last", type=click.IntRange(min=1), help="Only the last so many of them.")
@form_option
@click.pass_context
def show(
    ctx: click.Context,
    directory: Path,
    session: str | None,
    kind: str | None,
    last: int | None,
    form: str,
) -> None:
    """
    Print the records in DIRECTORY, one a line, oldest first: time, place (seq), kind and so on.

    It proves nothing: see `verify`. Lines that are no records are named on stderr.

    Exit status: 0 all was read, 2 there are lines that are no records, or no log.
    """
    found: Iterable[Found] = (
        one for one in read_records(directory) if _is_wanted(one, session, kind)
    )
    if last is not None:
        found = deque(found, maxlen=last)
    ctx.exit(Code.UNCHECKED if print_records(found, form) else Code.SOUND)


def print_records(found: Iterable[Found], form: str) -> bool:
    """
    Print *found* as `json` or as words, one a line; what is no record is named on stderr.

    Returns whether there was anything that is no record.
    """
    missed = False
    for one in found:
        if one.record is None:
            missed = True
            click.echo(unread(one), err=True)
        elif form == "json":
            click.echo(one.data)
        else:
            click.echo(safe(record_in_words(one.record)))
    return missed


def _is_wanted(found: Found, session: str | None, kind: str | None) -> bool:
    record = found.record
    if record is None:
        return session is None and kind is None
    if kind is not None and record["kind"] != kind:
        return False
    return session is None or str(record.get("session", "")).startswith(session)


def record_in_words(record: dict[str, Any]) -> str:
    """Return time, place (`seq`), kind, session, turn, and what the record says of them."""
    decision = record.get("decision")
    facts = {**record, **decision} if isinstance(decision, dict) else record
    session = str(record.get("session", ""))
    turn = f"#{record['turn']}" if "turn" in record else ""
    words = [
        f"{title}{facts[key]}"
        for key, title in _TITLE.items()
        if isinstance(facts.get(key), str) and facts[key] != "none"
    ]
    if isinstance(policy := record.get("policy"), dict) and record["kind"] == "policy":
        words.append(str(policy.get("id")))
    if record["kind"] in _ACTS:
        told = {key: record[key] for key in _ABOUT if isinstance(record.get(key), str | int)}
        words += [f"{key} {value}" for key, value in told.items()]
    where = f"{record['seq']:>6}  {record['kind']:<17}"
    start = f"{_time(record['ts'])}  {where} {session[:10]:<10} {turn:<4}"
    return f"{start} {'  '.join(words)}".rstrip()


def _time(micros: int) -> str:
    moment = datetime.fromtimestamp(micros / 1e6, UTC)  # 53 bits end in the year 2255
    return moment.isoformat(sep=" ", timespec="milliseconds").removesuffix("+00:00")


def safe(line: str) -> str:
    """Return *line* without anything that a terminal would obey."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in line
    )
