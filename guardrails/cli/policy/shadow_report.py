"""`candor policy shadow-report`: what rules that are only watched would have done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from guardrails.cli.log import safe
from guardrails.cli.log_place import log_argument
from guardrails.cli.log_progress import progress_of
from guardrails.cli.query import Moment
from guardrails.cli.remarks import answered, format_option, remark_at
from guardrails.decisions import Mode
from guardrails.ledger.query import Query, moment
from guardrails.policy.modes import EVERYBODY
from guardrails.replay.compare import Change
from guardrails.replay.shadow import ShadowReport, Watched, shadow_report

LIMIT: Final = (
    "Each recorded text was judged on its own: what another reply would have changed in the rest "
    "of a conversation is not known."
)
_SHOWN: Final = 3
_TOLD: Final = {
    Change.STRICTER: "stricter for the person",
    Change.WEAKER: "WEAKER for the person",
    Change.MESSAGE: "with another message",
    Change.REASON: "the same, by another rule",
    Change.SAME: "the same",
}


@click.command("shadow-report")
@log_argument
@click.option("--rule", "wanted", metavar="NAME", help="Only this rule; 'claim.*' will do.")
@click.option("--since", type=Moment(), help="Not before this day or time, UTC.")
@click.option("--until", type=Moment(), help="Before this day or time, UTC.")
@format_option
@click.pass_context
def shadow_report_command(
    ctx: click.Context,
    directory: Path,
    wanted: str | None,
    since: int | None,
    until: int | None,
    form: str,
) -> None:
    """
    Tell what the rules that are only watched would have done, from the logs in DIRECTORY.

    These are the rules with mode: shadow, and those with a percent in the conversations that do
    not have them. Each decision is made again with one of them acting, by the code that acts in
    service. No text is needed.

    Exit status: 0, or 2 if something in the log could not be read.
    """
    with progress_of(directory) as progress:
        report = shadow_report(directory, Query(since=since, until=until), progress)
    rules = [report.rules[name] for name in sorted(report.rules) if _wanted(name, wanted)]
    remarks = [
        remark_at(str(directory), 0, "watched", " ".join(" ".join(_rule(one)).split()))
        for one in rules
    ]
    told = "\n".join(map(safe, _in_words(report, rules)))
    answered(told, remarks, form, _as_json(report, rules))
    ctx.exit(2 if report.unread else 0)


def _wanted(name: str, pattern: str | None) -> bool:
    from fnmatch import fnmatchcase

    return pattern is None or fnmatchcase(name, pattern)


def _in_words(report: ShadowReport, rules: list[Watched]) -> Iterator[str]:
    span = f", {moment(report.first)} to {moment(report.last)}" if report.decisions else ""
    yield f"{report.decisions:,} decisions{span}"
    if report.without_findings:
        yield f"  {report.without_findings:,} left out: their findings are not recorded"
    if not rules:
        yield "no rule was only watched"
    for one in rules:
        yield from _rule(one)
    for place in report.unread[:_SHOWN]:
        yield f"unread  {place}"
    if len(report.unread) > _SHOWN:
        yield f"unread  and {len(report.unread) - _SHOWN:,} more"
    yield LIMIT


def _rule(one: Watched) -> Iterator[str]:
    how = ", then ".join(map(_way, one.ways))
    yield (
        f"{one.rule} ({how}): fired in {one.fired:,} of {one.looked:,} decisions, "
        f"in {len(one.sessions):,} conversations"
    )
    for change, words in _TOLD.items():
        if one.changes[change]:
            yield f"  {one.changes[change]:>9,}  {words}"
    for (before, after), count in sorted(one.moves.items()):
        yield f"  {count:>9,}    {before} -> {after}"
    if one.told:
        yield f"  {one.told:>9,}  somebody else is told, or sooner"
    if one.acting:
        yield f"  where it acts it fired in {one.acted:,} of {one.acting:,} decisions"
    if one.examples:
        places = ", ".join(f"{log} #{seq}" for log, seq in one.examples[:_SHOWN])
        yield f"  for example {places} (candor log explain)"


def _way(way: tuple[Mode, int]) -> str:
    mode, percent = way
    if mode is not Mode.ENFORCE:
        return str(mode)
    return f"{percent} %" if percent < EVERYBODY else "for everybody"


def _as_json(report: ShadowReport, rules: list[Watched]) -> dict[str, Any]:
    return {
        "decisions": report.decisions,
        "first": moment(report.first) if report.decisions else None,
        "last": moment(report.last) if report.decisions else None,
        "without_findings": report.without_findings,
        "unread": report.unread,
        "rules": [
            {
                "rule": one.rule,
                "mode": str(one.mode),
                "percent": one.percent,
                "ways": [{"mode": str(mode), "percent": percent} for mode, percent in one.ways],
                "policies": dict(sorted(one.policies.items())),
                "looked": one.looked,
                "fired": one.fired,
                "sessions": len(one.sessions),
                "changes": {str(change): one.changes[change] for change in Change},
                "moves": [
                    {"did": before, "would": after, "decisions": count}
                    for (before, after), count in sorted(one.moves.items())
                ],
                "told": one.told,
                "acted": one.acted,
                "acting": one.acting,
                "examples": [{"log": log, "seq": seq} for log, seq in one.examples],
            }
            for one in rules
        ],
        "limit": LIMIT,
    }
