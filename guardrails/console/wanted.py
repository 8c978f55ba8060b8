"""What people are still to sign of a version, and the very bytes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guardrails.approvals.folder import SignedRollout, rollouts_in
from guardrails.approvals.handing_in import next_in
from guardrails.approvals.notes import Rollout
from guardrails.approvals.notes import Way as Acting
from guardrails.approvals.proposals import Office
from guardrails.approvals.standing import is_complete, laid_over, missing_of, standing, unfit
from guardrails.approvals.versions import Version, id_of
from guardrails.decisions import Mode
from guardrails.errors import ProofError
from guardrails.policy.compare import Way, compared
from guardrails.policy.model import Policy


@dataclass(frozen=True, slots=True)
class ToSign:
    """
    A text that is to be signed.

    Attributes:
        name: What its file is called.
        text: All of it.
        says: In words.
        version: Id of the version that it is about.
        problems: Why nobody would take it; empty if somebody would.
        weaker: What it would make weaker than it is in force, in words.
        file: Names it in addresses.
        names: Who has signed it.
        missing: What it still needs, in words.
    """

    name: str
    text: str
    says: str
    version: str
    problems: tuple[str, ...] = ()
    weaker: tuple[str, ...] = ()
    file: str = "roll-out"
    names: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    Who has signed a version, and who is still wanted.

    Attributes:
        names: Who agreed to it.
        missing: What is missing, in words.
        report: `sha256:<hex>` of the report that they named, or None.
        waiting: Roll-outs of it that wait for signatures.
    """

    names: tuple[str, ...]
    missing: tuple[str, ...]
    report: str | None
    waiting: tuple[ToSign, ...]


def wanted_of(office: Office, version: Version, policy: Policy, live: Policy) -> Wanted:
    """Return who has signed *version*, which holds *policy*, and who is wanted; *live* acts."""
    trust = office.trust
    found = standing(policy, trust, office.source.signed)
    waiting = []
    for one in office.waiting():
        if one.rollout.base != version.hash:
            continue
        try:
            quorum = missing_of(one.note, trust, trust.rollout)
        except ProofError:
            continue  # somebody changed it where it lies: it counts for nothing
        waiting.append(
            ToSign(
                _name(one.rollout),
                one.rollout.text().decode(),
                _told(one.rollout),
                version.id,
                weaker=_weaker(live, policy, one.rollout),
                file=one.path.stem,
                names=quorum.names,
                missing=quorum.missing,
            )
        )
    report = None if found.approval is None else found.approval.approval.report
    return Wanted(found.quorum.names, found.quorum.missing, report, tuple(waiting))


def text_to_sign(
    office: Office,
    version: Version,
    until: date,
    live: Policy,
    *,
    rule: str = "",
    percent: int = 100,
    undo: bool = False,
) -> ToSign | None:
    """
    Return the roll-out that people are to sign next, or None if there is nothing to undo.

    Args:
        office: Of the policy.
        version: The version that is to act, unless something is undone.
        until: Last day on which it may be handed in.
        live: The policy in force, as it acts.
        rule: Which of its rules is to act; empty for all of them as its file says.
        percent: For what share of conversations, 0..100.
        undo: What counted before the last roll-out is to count again.

    Raises:
        GuardrailsError: What is kept here cannot be read.
    """
    number, before = next_in(office)
    counted = _counted(office)
    if undo:
        back = _before_last(office, counted)
        if back is None:
            return None
        version, ways = back
    else:
        rules = {one.id for one in office.loaded(version).policy.rules}
        last = counted[-1].rollout.ways if counted else {}
        ways = {name: way for name, way in last.items() if name in rules} if rule else {}
        ways |= {rule: Acting(Mode.ENFORCE, percent)} if rule else {}
    policy = office.loaded(version).policy
    rollout = Rollout(policy.id, policy.hash, number, before, ways, until)
    problems = tuple(unfit(policy, rollout))
    text = rollout.text().decode()
    weaker = () if problems else _weaker(live, policy, rollout)
    return ToSign(_name(rollout), text, _told(rollout), version.id, problems, weaker)


def _weaker(live: Policy, policy: Policy, rollout: Rollout) -> tuple[str, ...]:
    """Return what becomes weaker than it is under *live* once *policy* acts as *rollout* says."""
    changes = compared(live, laid_over(policy, rollout))
    return tuple(one.what for one in changes if one.way is Way.WEAKER)


def _counted(office: Office) -> list[SignedRollout]:
    """Return the roll-outs that enough have signed, the first one first."""
    trust = office.trust
    every = rollouts_in(office.source.signed, trust.policy)
    return [one for one in every if is_complete(one, trust)]


def _before_last(
    office: Office, counted: list[SignedRollout]
) -> tuple[Version, Mapping[str, Acting]] | None:
    """Return the version, and how its rules acted, before the last of those that *counted*."""
    if not counted:
        return None
    last = counted[-1].rollout
    take = next((one for one in office.takes() if one.number == last.number), None)
    if len(counted) > 1 and (take is None or counted[-2].rollout.base == take.instead):
        name, ways = counted[-2].rollout.base, counted[-2].rollout.ways
    else:
        name, ways = last.base if take is None else take.instead, {}
    version = office.find(id_of(name))
    current, _ = office.current()
    if version is None and current.hash == name:
        version = current
    return None if version is None else (version, ways)


def _told(rollout: Rollout) -> str:
    return f"roll-out {rollout.number}: {rollout.says}"


def _name(rollout: Rollout) -> str:
    return f"roll-out-{rollout.number}.txt"
