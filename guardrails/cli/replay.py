"""`candor log replay`: make every decision of a log again."""

from __future__ import annotations

import asyncio
import re
import time
from datetime import UTC, datetime
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

import click
import orjson

from guardrails.cli.faults import Check
from guardrails.cli.keyring import opening_key
from guardrails.cli.log import safe
from guardrails.cli.log_place import address_of, log_argument
from guardrails.cli.log_progress import progress_of
from guardrails.cli.log_texts import acts_at, acts_option, check_texts, shelves
from guardrails.policy.decide import OWN_RULES
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.replay.compare import Change
from guardrails.replay.report import as_json, in_words, page
from guardrails.replay.run import FailOn, Replayed, State, replay

_CHANGES: Final = {
    "weaker": Change.WEAKER,
    "stricter": Change.STRICTER,
    "message": Change.MESSAGE,
    "reason": Change.REASON,
}
_FAIL_ON: Final = re.compile(r"(weaker|stricter|message|reason)(?::([a-z0-9_.*-]+))?")

_NEAR: Final = 4


class _Condition(click.ParamType):  # type: ignore[type-arg]
    """`CHANGE` or `CHANGE:RULE`."""

    name = "CHANGE[:RULE]"

    def convert(
        self, value: str | FailOn, param: click.Parameter | None, ctx: click.Context | None
    ) -> FailOn:
        """Return the condition that *value* says."""
        if isinstance(value, FailOn):
            return value
        match = _FAIL_ON.fullmatch(value)
        if match is None:
            self.fail(
                f"{value!r}: write weaker, stricter, message or reason, and if you like a rule "
                "after a colon, such as weaker:crisis.*",
                param,
                ctx,
            )
        return FailOn(_CHANGES[match[1]], match[2] or "*")


@click.command("replay", cls=Check)
@log_argument
@click.option("--policy", metavar="FILE", help="Decide by this policy, a file or a ready one.")
@click.option(
    "--fail-on",
    "conditions",
    type=_Condition(),
    multiple=True,
    help="With --policy: exit with 1 if a decision changes like this, such as weaker:crisis.*",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="For people, for programs, or a page.",
)
@click.option(
    "--state",
    type=click.Choice(["recorded", "recomputed"]),
    default="recorded",
    show_default=True,
    help="Take the risk of a conversation from each record, or fold it anew turn by turn.",
)
@click.option("--detect", "detecting", is_flag=True, help="Look at the kept texts again as well.")
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With --detect: the investigators' private key.",
)
@click.option("--by", metavar="ID", help="With --detect: who does it, such as a staff number.")
@click.option("--reason", metavar="CODE", help="With --detect: such as review or incident.")
@click.option("--case", metavar="ID", help="With --detect: the case that the reason stands in.")
@acts_option
@click.pass_context
def replay_command(
    ctx: click.Context,
    /,
    directory: Path,
    policy: str | None,
    conditions: tuple[FailOn, ...],
    form: str,
    state: State,
    detecting: bool,
    acts: str | None,
    **who: Any,  # noqa: ANN401 - a file and three ids
) -> None:
    """
    Make every decision in DIRECTORY again, from its record alone; no text is needed.

    Without --policy each must come out byte for byte as it was recorded. With it, you are
    told who would have been treated otherwise.

    With --detect investigators have the detectors of today look at the kept texts, and are
    told what would be found otherwise. Before a conversation is opened, who opened it, when
    and why is recorded in the log called as the key, signed with it.

    Exit status: 0 nothing that you fail on, 1 a difference (with --policy: one that --fail-on
    names), 2 something could not be replayed, or is missing without account.
    """
    if conditions and policy is None:
        msg = "--fail-on needs --policy; without it every difference fails"
        raise click.UsageError(msg, ctx)
    candidate = None
    if policy is not None:
        candidate = load_policy(policy)
    if detecting:
        if None in who.values():
            msg = "--detect opens texts: give --key, --by, --reason and --case"
            raise click.UsageError(msg, ctx)
        if state != "recorded":
            msg = "--detect takes the state as recorded: leave out --state"
            raise click.UsageError(msg, ctx)
        result = _detected(directory, address_of(ctx), candidate, conditions, acts, who)
    elif any(value is not None for value in (acts, *who.values())):
        msg = "--key, --by, --reason, --case and --acts need --detect; no text is opened without"
        raise click.UsageError(msg, ctx)
    else:
        with progress_of(directory) as progress:
            result = replay(
                directory, candidate, fail_on=conditions, state=state, progress=progress
            )
    if not detecting:  # what texts were opened for is printed first
        _check_names(conditions, result)
    _print(result, form, directory)
    _check_names(conditions, result)
    differs = result.failed if candidate is not None else result.differs
    ctx.exit(1 if differs else 2 if not (result.whole and result.decisions) else 0)


def _check_names(conditions: tuple[FailOn, ...], result: Replayed) -> None:
    """
    Return if each of *conditions* names a rule of a policy that the replay met, or of our own.

    Raises:
        UsageError: One names none, so that it would never be met.
    """
    known = result.rules | OWN_RULES
    for one in conditions if result.rules and result.decisions else ():
        if any(fnmatchcase(name, one.rule) for name in known):
            continue
        inside = [name for name in sorted(known) if name.startswith(f"{one.rule}.")]
        near = [f"{one.rule}.*"] * bool(inside) + inside[:_NEAR]
        near = near or get_close_matches(one.rule, sorted(known), n=_NEAR)
        msg = (
            f"--fail-on: no rule is called {one.rule}, neither in the policy that you gave nor in "
            "those of the log"
        )
        if near:
            msg = f"{msg}; there is {', '.join(near)}"
        raise click.UsageError(msg)


def _print(result: Replayed, form: str, directory: Path) -> None:
    if form == "json":
        click.echo(orjson.dumps(as_json(result), option=orjson.OPT_INDENT_2))
    elif form == "html":
        day = datetime.now(UTC).date().isoformat()
        click.echo(page(result, {"log": str(directory), "replayed on": day}), nl=False)
    else:
        for line in in_words(result):
            click.echo(safe(line))
    if not result.decisions:
        click.echo(f"candor: {directory} holds no decision, so nothing was replayed", err=True)


def _detected(
    directory: Path,
    address: str | None,
    candidate: Policy | None,
    conditions: tuple[FailOn, ...],
    acts: str | None,
    who: dict[str, Any],
) -> Replayed:
    """Return what today's detectors make of the kept texts, opened on record."""
    from guardrails.replay.detect import detect
    from guardrails.replay.texts import Investigator

    opening, signing = opening_key(who["key"])
    found = shelves(directory, address)
    check_texts(directory, address)  # before a log of what is opened is begun
    log = acts_at(acts, address or directory, signing)
    try:
        investigator = Investigator(
            opening, log, who["by"], who["reason"], who["case"], time.time, found
        )
        with progress_of(directory) as progress:
            return asyncio.run(
                detect(directory, investigator, candidate, fail_on=conditions, progress=progress)
            )
    finally:
        log.close()
