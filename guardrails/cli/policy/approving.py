"""`candor policy sign`, `approve-status`, `rollout` and `undo`: who agreed to what acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson

from guardrails.cli.keyring import contents, private_key
from guardrails.cli.log import safe
from guardrails.cli.policy.signing import sign_text
from guardrails.cli.remarks import answered, broken_as, format_option, remark_at
from guardrails.decisions import Mode
from guardrails.errors import ConfigurationError
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded
from guardrails.policy.problems import did_you_mean, quoted
from guardrails.policy.remarks import Remark, Weight

if TYPE_CHECKING:
    from guardrails.approvals.folder import SignedRollout
    from guardrails.approvals.notes import Rollout
    from guardrails.approvals.standing import Standing

file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_approvals = click.option(
    "--approvals",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder with what was signed.  [default: FILE.approvals]",
)
_key = click.option(
    "--key",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File with your private key, from `candor log keygen`.",
)


def _options(command: Callable[..., None]) -> Callable[..., None]:
    return file_argument(_key(_approvals(command)))


@click.command()
@_options
@click.option(
    "--report",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The replay that you read: `candor log replay LOG --policy FILE --format json`.",
)
@click.option("--rollout", "newest", is_flag=True, help="Sign the newest roll-out instead.")
@click.option(
    "--text",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Sign this text instead, as the console gave it, if it is about FILE.",
)
def sign(
    file: Path,
    key: Path,
    folder: Path | None,
    report: Path | None,
    newest: bool,
    text: Path | None,
) -> None:
    """
    Sign the policy in FILE: you agree that people are served by it.

    What is signed is its id, its hash and the hash of the report that you read, so no later
    edit is covered. Several people sign the same note; who is needed says the service's trust
    file.
    """
    from guardrails.approvals.folder import sign_approval, sign_rollout
    from guardrails.approvals.notes import Approval

    loaded, signer = read_file(file), private_key(key)
    place = _folder(file, folder)
    if text is not None:
        if newest or report is not None:
            msg = "--text holds all that is signed: leave --rollout and --report out"
            raise click.UsageError(msg)
        for line in sign_text(loaded, text, signer):
            click.echo(line)
        return
    if newest:
        last = _last(loaded, place)
        if last is None:
            msg = f"there is no roll-out of {loaded.policy.id} to sign"
            raise click.UsageError(msg)
        path = sign_rollout(place, last.rollout, signer)
        what = f"roll-out {last.rollout.number} of {loaded.policy.id}"
    else:
        read = None if report is None else _report(loaded, report)
        approval = Approval(loaded.policy.id, loaded.policy.hash, read)
        path = sign_approval(place, approval, signer)
        what = f"{loaded.policy.id} {loaded.policy.hash}"
    click.echo(f"{signer.name} has signed {what} in {path}")


def _report(loaded: Loaded, path: Path) -> str:
    """Return the hash of the report in *path*, if it is about this policy."""
    data = contents(path)
    try:
        told: Any = orjson.loads(data)
        about = told["policy"]
    except (orjson.JSONDecodeError, TypeError, KeyError):
        about = None
    if about != loaded.policy.hash:
        msg = (
            f"{path} is no replay by this policy: make one with "
            f"`candor log replay LOG --policy {loaded.file} --format json`"
        )
        raise ConfigurationError(msg)
    return f"sha256:{sha256(data).hexdigest()}"


@click.command("approve-status")
@file_argument
@click.option(
    "--trust",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The service's trust file: who may sign, and how many are needed.",
)
@_approvals
@format_option
@click.pass_context
def approve_status(
    ctx: click.Context, file: Path, trust: Path, folder: Path | None, form: str
) -> None:
    """
    Tell who has signed the policy in FILE, what is missing, and which roll-out is in force.

    Exit status: 0 a service may take it, 1 it may not.
    """
    from guardrails.approvals.standing import standing
    from guardrails.approvals.trust import read_trust

    with broken_as(form):
        loaded = read_file(file)
    found = standing(loaded.policy, read_trust(trust), _folder(file, folder))
    told = "\n".join(map(safe, _in_words(loaded, found)))
    answered(told, list(_remarks(loaded, found)), form, _facts(loaded, found))
    ctx.exit(1 if found.problems else 0)


def _in_words(loaded: Loaded, found: Standing) -> Iterator[str]:
    yield f"{loaded.policy.id} {loaded.policy.hash}"
    yield f"  signed by {', '.join(found.quorum.names) or 'nobody'}"
    if found.approval is not None:
        yield f"  report    {found.approval.approval.report or 'none was named'}"
    if found.rollout is not None:
        acting = found.rollout.rollout
        yield f"  roll-out  {acting.number} is in force: {acting.says}"
    if found.unfitting is not None:
        last = found.unfitting
        yield f"  roll-out  {last.rollout.number} is signed and NOT in force: {last.rollout.says}"
    if found.pending is not None:
        yield f"  roll-out  {_waiting(loaded, found.pending)}"
    for problem in found.problems:
        yield f"  problem   {problem}"
    if found.problems:
        yield "  result    may NOT be taken into service"
    else:
        other = found.policy.hash != loaded.policy.hash
        yield f"  result    may be taken into service{f', as {found.policy.hash}' if other else ''}"


def _waiting(loaded: Loaded, one: SignedRollout) -> str:
    """Return what waits for signatures, and whether they would be of use for this version."""
    told = f"{one.rollout.number} waits for signatures: {one.rollout.says}"
    other = one.rollout.base != loaded.policy.hash
    return f"{told} (for another version of the policy)" if other else told


def _remarks(loaded: Loaded, found: Standing) -> Iterator[Remark]:
    for problem in found.problems:
        yield remark_at(loaded.file, 0, "not-approved", problem, weight=Weight.ERROR)
    if found.pending is not None:
        what = f"roll-out {_waiting(loaded, found.pending)}"
        yield remark_at(loaded.file, 0, "rollout-waits", what)
    if not found.problems:
        names = ", ".join(found.quorum.names) or "nobody, which the trust file allows"
        what = f"the policy may be taken into service; signed by {names}"
        yield remark_at(loaded.file, 0, "approved", what)


def _facts(loaded: Loaded, found: Standing) -> dict[str, Any]:
    def rolled(one: SignedRollout | None) -> dict[str, Any] | None:
        if one is None:
            return None
        ways = one.rollout.ways
        told = {name: {"mode": str(w.mode), "percent": w.percent} for name, w in ways.items()}
        return {"number": one.rollout.number, "rules": told}

    return {
        "policy": {"id": loaded.policy.id, "hash": loaded.policy.hash},
        "acts_as": found.policy.hash,
        "approved": not found.problems,
        "signed_by": list(found.quorum.names),
        "report": None if found.approval is None else found.approval.approval.report,
        "rollout": rolled(found.rollout),
        "unfitting": rolled(found.unfitting),
        "pending": rolled(found.pending),
        "problems": list(found.problems),
    }


@click.command()
@_options
@click.argument("rule", required=False)
@click.option("--percent", type=click.IntRange(0, 100), help="Act in this share of conversations.")
@click.option("--mode", type=click.Choice([one.value for one in Mode]), help="Act like this.")
@click.option("--carry", is_flag=True, help="Lay the last roll-out over this version of FILE.")
def rollout(
    file: Path,
    key: Path,
    folder: Path | None,
    rule: str | None,
    percent: int | None,
    mode: str | None,
    carry: bool,
) -> None:
    """
    Let RULE of the policy in FILE act for more or fewer people, without editing the file.

    A signed record says so; `undo` writes another one. It counts once enough people have signed
    it: `sign --rollout`.
    """
    from guardrails.approvals.notes import Rollout, Way

    loaded, place = read_file(file), _folder(file, folder)
    last = _last(loaded, place)
    ways = dict(last.rollout.ways) if last is not None else {}
    known = {one.id for one in loaded.policy.rules}
    if carry and rule is None and (last is None or last.rollout.base == loaded.policy.hash):
        there = f"roll-out {last.rollout.number} is for this version" if last else "there is none"
        msg = f"there is no roll-out of another version of {loaded.policy.id} to carry: {there}"
        raise click.UsageError(msg)
    if carry:
        ways = {name: way for name, way in ways.items() if name in known}
    elif last is not None and last.rollout.base != loaded.policy.hash and ways:
        msg = "the last roll-out is for another version of the policy: write --carry first"
        raise click.UsageError(msg)
    if rule is not None:
        if rule not in known:
            msg = f"no rule {quoted(rule)}{did_you_mean(rule, known)}"
            raise click.UsageError(msg)
        if percent is None and mode is None:
            msg = "say --percent or --mode"
            raise click.UsageError(msg)
        ways[rule] = Way(Mode(mode or Mode.ENFORCE), 100 if percent is None else percent)
    elif not carry:
        msg = "name a rule, or write --carry"
        raise click.UsageError(msg)
    new = Rollout(loaded.policy.id, loaded.policy.hash, ways=ways)
    _write(loaded, place, last, new, key)


@click.command()
@_options
@click.option(
    "--to", "number", type=click.IntRange(min=0), help="Go back to this one; 0: as FILE says."
)
def undo(file: Path, key: Path, folder: Path | None, number: int | None) -> None:
    """
    Take the last roll-out of the policy in FILE back: what counted before it counts again.

    Nothing is removed: a further signed record says so.
    """
    from guardrails.approvals.folder import rollouts_in
    from guardrails.approvals.notes import Rollout

    loaded, place = read_file(file), _folder(file, folder)
    every = rollouts_in(place, loaded.policy.id)
    if not every:
        msg = f"there is no roll-out of {loaded.policy.id} to take back"
        raise click.UsageError(msg)
    back = len(every) - 1 if number is None else number
    if back >= len(every):
        msg = f"the last roll-out is number {len(every)}: name one before it"
        raise click.UsageError(msg)
    ways = every[back - 1].rollout.ways if back else {}
    new = Rollout(loaded.policy.id, loaded.policy.hash, ways=ways)
    _write(loaded, place, every[-1], new, key)


def _write(
    loaded: Loaded, place: Path, last: SignedRollout | None, new: Rollout, key: Path
) -> None:
    """Sign *new* as what follows *last*, if it fits the policy."""
    from guardrails.approvals.folder import sign_rollout
    from guardrails.approvals.standing import unfit

    signer = private_key(key)
    before = last.rollout if last is not None else None
    new = replace(
        new,
        number=before.number + 1 if before is not None else 1,
        before=before.hash if before is not None else None,
    )
    if problems := unfit(loaded.policy, new):
        raise ConfigurationError("; ".join(problems))
    path = sign_rollout(place, new, signer)
    click.echo(f"{signer.name} has signed roll-out {new.number}: {new.says}")
    click.echo(f"wrote {path}")


def _last(loaded: Loaded, place: Path) -> SignedRollout | None:
    from guardrails.approvals.folder import rollouts_in

    every = rollouts_in(place, loaded.policy.id)
    return every[-1] if every else None


def _folder(file: Path, folder: Path | None) -> Path:
    from guardrails.policy.source import PolicyFile

    return PolicyFile(file, approvals=folder).signed
