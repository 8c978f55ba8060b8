"""`candor policy diff`: what a change of a policy means."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guardrails.cli.log_place import LogPlace
from guardrails.cli.log_progress import progress_of
from guardrails.cli.policy.test import opened
from guardrails.cli.remarks import broken_as, failed, format_option, printed
from guardrails.errors import Problem
from guardrails.policy.compare import Change, Way, compared
from guardrails.policy.lint_modes import QUIETED
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded
from guardrails.policy.quieted import in_words, quieted
from guardrails.policy.ready import find
from guardrails.policy.remarks import Remark, Weight
from guardrails.replay.compare import Change as Outcome

if TYPE_CHECKING:
    from guardrails.trials.compare import Moved

_WEIGHT = {Way.WEAKER: Weight.WARNING, Way.STRICTER: Weight.NOTE, Way.OTHER: Weight.NOTE}


@click.command()
@format_option
@click.option("--no-cases", is_flag=True, help="Compare the policies alone, and run no case.")
@click.option("--cases", help="A policy whose cases are run as well.")
@click.option(
    "--log",
    type=LogPlace(),
    metavar="DIRECTORY|URL",
    help="The log of a service: its decisions are made again under both as well.",
)
@click.option("--strict", is_flag=True, help="Fail if anything is weaker.")
@click.argument("old")
@click.argument("new")
@click.pass_context
def diff(
    ctx: click.Context,
    form: str,
    no_cases: bool,
    cases: str | None,
    log: Path | None,
    strict: bool,
    old: str,
    new: str,
) -> None:
    """
    Tell what changes from OLD to NEW: what is stricter, what is WEAKER, what is other.

    Comments, order and layout are no change. The cases of both run under both, with their
    detectors, and each one that comes out differently is told.

    With --log you are told how many decisions of a service would have come out otherwise, by
    which rules, and the numbers of some records (candor log explain). No text is needed.

    Exit status: 0, or 1 if a rule with floor: true is weaker (with --strict, if anything is), or
    else 2 if something in the log could not be replayed.
    """
    with broken_as(form):
        before, after = read_file(find(old)), read_file(find(new))
        more = read_file(find(cases)) if cases is not None else None
    changes = compared(before.policy, after.policy)
    remarks = [_change(before, after, one) for one in changes]
    remarks += _quieted(before, after)
    moves: list[Moved] = []
    if not no_cases:
        found = asyncio.run(_moved(before, after, more))
        remarks += [remark for remark, _ in found]
        moves = [move for _, move in found]
    told: dict[str, Any] = {}
    over = None
    if log is not None:
        from guardrails.cli.policy import diff_log
        from guardrails.replay.between import between

        with progress_of(log) as progress:
            over = between(log, before.policy, after.policy, progress)
        remarks += diff_log.remarks_of(over, before, after, log)
        told = {"log": diff_log.values(over)}
    ways = Counter([one.way for one in changes] + [one.way for one in moves])
    same = before.policy.hash == after.policy.hash
    facts = {
        "old": before.policy.hash,
        "new": after.policy.hash,
        "same": same,
        **{way.value.lower(): ways[way] for way in Way},
        **told,
    }
    last = _last(changes, moves, same=same, ran=not no_cases)
    if over is not None:
        last = f"{last}\n{diff_log.line(over)}"
    printed(remarks, form, facts, last)
    weaker = ways[Way.WEAKER] or (over is not None and over.changes[Outcome.WEAKER])
    unread = over is not None and (over.unread or not over.decisions)
    ctx.exit(1 if failed(remarks) or (strict and weaker) else 2 if unread else 0)


def _change(old: Loaded, new: Loaded, one: Change) -> Remark:
    if one.old_line and not one.line:
        file, line = one.old_file or old.file, one.old_line
    else:
        file, line = one.file or new.file, max(one.line, 1)
    weight = Weight.ERROR if one.broken else _WEIGHT[one.way]
    broken = f", though {one.old_file or old.file}:{one.old_line} is a floor" if one.broken else ""
    message = f"{one.way}: {one.what}{broken}"
    return Remark(Problem(file, line, 1, message), weight, f"diff-{one.way.value.lower()}")


def _quieted(old: Loaded, new: Loaded) -> Iterator[Remark]:
    """Yield which rules acted, and what it means that they do not any more, or for fewer."""
    for before, after in quieted(old.policy, new.policy):
        what = in_words(before, after, f"OLD ({old.at(before)})")
        problem = Problem(after.file or new.file, max(after.line, 1), 1, what)
        yield Remark(problem, Weight.WARNING, QUIETED)


async def _moved(old: Loaded, new: Loaded, more: Loaded | None) -> list[tuple[Remark, Moved]]:
    from guardrails.trials.compare import distinct, moved

    files = {
        id(case): loaded.file
        for loaded in (new, old, more)
        if loaded is not None
        for case in loaded.cases
    }
    cases = distinct(new.cases, old.cases, more.cases if more is not None else ())
    before, after = await opened(old.policy), await opened(new.policy)
    try:
        found = await moved(cases, before, after)
    finally:
        await before.close()
        await after.close()
    return list(_told(found, files))


def _told(found: list[Moved], files: dict[int, str]) -> Iterator[tuple[Remark, Moved]]:
    for one in found:
        at = Problem(
            one.case.file or files[id(one.case)],
            one.case.line,
            one.case.column,
            f"{one.way}: this case, {one.what}",
        )
        yield Remark(at, _WEIGHT[one.way], f"case-{one.way.value.lower()}"), one


def _last(changes: tuple[Change, ...], moves: list[Moved], *, same: bool, ran: bool) -> str:
    if same:
        return "the same policy: every message is treated alike"

    def counted(ways: list[Way]) -> str:
        number = Counter(ways)
        return ", ".join(f"{number[way]} {way}" for way in Way)

    settings = f"settings: {counted([one.way for one in changes])}"
    cases = f"cases: {counted([one.way for one in moves])}"
    return f"{settings} · {cases}" if ran else settings
