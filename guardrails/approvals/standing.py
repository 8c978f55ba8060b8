"""Whether enough of the right people have agreed to a policy, and how its rules act by now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from guardrails.approvals.folder import (
    SignedApproval,
    SignedRollout,
    approvals_in,
    rollouts_in,
)
from guardrails.approvals.notes import Rollout, Way
from guardrails.approvals.trust import Trust
from guardrails.decisions import Mode
from guardrails.errors import ProofError
from guardrails.ledger.note import Note
from guardrails.policy.canonical import dateless, sealed
from guardrails.policy.model import Policy, SignOff
from guardrails.policy.rule import Rule

_EVERYBODY = 100


@dataclass(frozen=True, slots=True)
class Quorum:
    """
    Who has signed, and what is missing.

    Attributes:
        names: Of the signers whose signatures count, sorted.
        missing: What is missing, in words; empty if nothing is.
    """

    names: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """
    How it stands with a policy.

    Attributes:
        policy: The policy as it acts: with the roll-out that is in force laid over it.
        approval: The approval that has most signatures, or None.
        quorum: Who has signed that one.
        rollout: The roll-out in force, or None.
        unfitting: The one that would be, but cannot be laid over this version, or None.
        pending: A later one that too few have signed, or None.
        problems: Why it may not be taken into service; empty if it may.
        notes: The signed notes that it stands on, as they are.
    """

    policy: Policy
    approval: SignedApproval | None
    quorum: Quorum
    rollout: SignedRollout | None
    unfitting: SignedRollout | None
    pending: SignedRollout | None
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()


def standing(policy: Policy, trust: Trust, folder: Path) -> Standing:
    """
    Return how it stands with *policy*.

    Args:
        policy: As its file says.
        trust: Who may sign.
        folder: What was signed.

    Raises:
        LogReadError: Something in *folder* cannot be read.
    """
    problems: list[str] = []
    if trust.policy != policy.id:
        problems.append(f"the trust file is about '{trust.policy}', not '{policy.id}'")
    wanted = trust.approve
    if policy.sign_off is not None:
        wanted = wanted.with_(policy.sign_off)
    approval, quorum = _approval(policy, trust, wanted, folder, problems)
    if quorum.missing and (older := _older(policy, folder)):
        problems.append(
            f"{older} signs this policy without the days on which it is to be decided anew "
            "(until, review_by), which a signature covers since: sign it again"
        )
    if quorum.missing:
        problems.append(f"not approved: {'; '.join(quorum.missing)}")
    rollout, pending = _rollouts(policy, trust, folder, problems)
    acting, unfitting = policy, None
    if rollout is not None and (why := unfit(policy, rollout.rollout)):
        problems += why
        rollout, unfitting = None, rollout
    elif rollout is not None:
        acting = laid_over(policy, rollout.rollout)
    used = [one.note for one in (approval, rollout) if one is not None]
    notes = tuple(bytes(note).decode() for note in used)
    return Standing(acting, approval, quorum, rollout, unfitting, pending, tuple(problems), notes)


def _approval(
    policy: Policy, trust: Trust, wanted: SignOff, folder: Path, problems: list[str]
) -> tuple[SignedApproval | None, Quorum]:
    """Return the approval of *policy* from which least is missing."""
    best: SignedApproval | None = None
    least = _missing((), trust, wanted)
    for one in approvals_in(folder):
        if (one.approval.policy, one.approval.hash) != (policy.id, policy.hash):
            continue
        quorum = _quorum(one.note, trust, wanted, f"{one.path.name}", problems)
        if trust.report and one.approval.report is None:
            quorum = replace(quorum, missing=(*quorum.missing, "it names no replay report"))
        if best is None or len(quorum.missing) < len(least.missing):
            best, least = one, quorum
    return best, least


def _older(policy: Policy, folder: Path) -> str | None:
    """Return the name of a note by which an older version signed *policy*, or None."""
    old = dateless(policy)
    notes = approvals_in(folder) if old is not None else ()
    found = (one.path.name for one in notes if one.approval.hash == old)
    return next(found, None)


def _rollouts(
    policy: Policy, trust: Trust, folder: Path, problems: list[str]
) -> tuple[SignedRollout | None, SignedRollout | None]:
    """Return the last roll-out that enough have signed, and a later one that they have not."""
    pending: SignedRollout | None = None
    for one in reversed(rollouts_in(folder, policy.id)):
        if not _quorum(one.note, trust, trust.rollout, one.path.name, problems).missing:
            return one, pending
        pending = pending or one
    return None, pending


def _quorum(note: Note, trust: Trust, wanted: SignOff, name: str, problems: list[str]) -> Quorum:
    try:
        return missing_of(note, trust, wanted)
    except ProofError as error:
        problems.append(f"{name}: {error}")
        return _missing((), trust, wanted)


def missing_of(note: Note, trust: Trust, wanted: SignOff) -> Quorum:
    """
    Return who has signed *note*, and what of that which is *wanted* is missing.

    Raises:
        ProofError: A signature that claims to be by a signer is not.
    """
    return _missing({key.name for key, _ in note.verified(trust.keys)}, trust, wanted)


def is_complete(one: SignedRollout, trust: Trust) -> bool:
    """Return whether enough have signed *one*; a note that was changed where it lies is none."""
    try:
        return not missing_of(one.note, trust, trust.rollout).missing
    except ProofError:
        return False


def _missing(names: Iterable[str], trust: Trust, wanted: SignOff) -> Quorum:
    signed = sorted(names)
    roles = {one.role for one in trust.signers if one.name in signed}
    missing = []
    if len(signed) < wanted.needed:
        missing.append(f"{len(signed)} of {wanted.needed} have signed")
    missing += [f"nobody who is {role} has signed" for role in wanted.roles if role not in roles]
    return Quorum(tuple(signed), tuple(missing))


def unfit(policy: Policy, rollout: Rollout) -> list[str]:
    """Return why *rollout* cannot be laid over *policy*, each in words; nothing if it can."""
    what = f"roll-out {rollout.number}"
    if rollout.base != policy.hash:
        why = (
            f"{what} is for another version of the policy ({rollout.base[:14]}...): sign one for "
            "this version (candor policy rollout --carry)"
        )
        return [why]
    rules = {rule.id: rule for rule in policy.rules}
    problems = []
    for name, way in rollout.ways.items():
        rule = rules.get(name)
        if rule is None:
            problems.append(f"{what} names the rule '{name}', which the policy has not")
        elif rule.floor and way != Way(Mode.ENFORCE):
            problems.append(f"{what} takes '{name}' back, which has floor: true")
        elif way.percent < _EVERYBODY and way.mode is not Mode.ENFORCE:
            problems.append(f"{what}: a percent of '{name}' goes with enforce, not {way.mode}")
        elif way.percent < _EVERYBODY and not policy.salt:
            problems.append(f"{what}: a percent needs rollout.salt in the policy")
    if not problems and not any(_helps(one) for one in laid_over(policy, rollout).rules):
        problems.append(f"{what} leaves no crisis rule that acts for everybody")
    return problems


def _helps(rule: Rule) -> bool:
    acts = rule.mode is Mode.ENFORCE and rule.percent == _EVERYBODY
    return rule.level is not None and acts


def laid_over(policy: Policy, rollout: Rollout) -> Policy:
    """Return *policy* with each rule that *rollout* names acting as it says; another policy."""

    def act(rule: Rule) -> Rule:
        way = rollout.ways.get(rule.id)
        return rule if way is None else replace(rule, mode=way.mode, percent=way.percent)

    return sealed(replace(policy, rules=tuple(map(act, policy.rules))))


def underlying(
    base: Policy, acting: Policy, every: Iterable[SignedRollout]
) -> tuple[Policy, SignedRollout | None]:
    """
    Return what *acting* was before a roll-out was laid over it, and that roll-out.

    Args:
        base: What the file says by now.
        acting: What is in force.
        every: The roll-outs beside the file, the first one first.

    Returns:
        *base* and the last roll-out that makes *acting* of it; *acting* and None if none does,
        as where none is in force, or where the file was edited since.
    """
    for one in reversed(list(every)):
        fits = one.rollout.base == base.hash
        if fits and laid_over(base, one.rollout).hash == acting.hash:
            return base, one
    return acting, None
