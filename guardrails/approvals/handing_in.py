"""
What becomes of a signed note that somebody hands in: it is checked, kept, and may take effect.

    note ─▶ whose signatures? ─▶ of which version? ─▶ next in the row? ─▶ keep ─▶ enough? ─▶ take
            └────────────────────┴─── refused, with a reason, and nothing is written

Nobody who hands a note in is believed: what counts is who signed it, by the trust file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from guardrails.approvals.folder import (
    SignedRollout,
    add_approval,
    add_rollout,
    add_signatures,
    note_in,
    rollouts_in,
    written,
)
from guardrails.approvals.notes import Approval, Rollout
from guardrails.approvals.proposals import WAITING_MAX, Office
from guardrails.approvals.standing import is_complete, missing_of, standing, unfit
from guardrails.approvals.trust import Trust
from guardrails.approvals.versions import Take, Version, id_of, is_over
from guardrails.errors import ProofError, RefusedError
from guardrails.ledger.note import NOTE_MAX, Note, Signature
from guardrails.policy.canonical import dateless
from guardrails.policy.model import Policy, SignOff


@dataclass(frozen=True, slots=True)
class HandedIn:
    """
    What became of a note.

    Attributes:
        version: `sha256:<hex>` of the version that it is about.
        names: Who has signed it by now, sorted.
        number: Of the roll-out, or None for an approval.
        missing: What it still needs, in words.
        taken: Number of the roll-out that took effect by it, or None.
    """

    version: str
    names: tuple[str, ...]
    number: int | None
    missing: tuple[str, ...]
    taken: int | None = None


def handed_in(office: Office, data: bytes, today: date) -> HandedIn:
    """
    Take the signed note *data*, and into service what enough have signed by it.

    Args:
        office: Of the policy.
        data: The note, as `candor policy sign` wrote it.
        today: In UTC.

    Raises:
        RefusedError: It is not taken; says why. Nothing was written.
        ConfigurationError: It cannot be written.
        PolicyError: The trust file or the policy's is wrong.
        PolicyNotFoundError: One of them cannot be read.
        LogReadError: What was signed before cannot be read.
    """
    trust = office.trust
    note, statement = _read(data)
    if statement.policy != trust.policy:
        said = f"this is signed for the policy '{statement.policy}', not for '{trust.policy}'"
        raise RefusedError(409, "other-policy", said)
    signatures = _genuine(note, trust)
    with office.locked():
        finished(office)
        if isinstance(statement, Approval):
            return _approval(office, trust, statement, signatures, today)
        return _rollout(office, trust, statement, signatures, today)


def _read(data: bytes) -> tuple[Note, Approval | Rollout]:
    if len(data) > NOTE_MAX:
        raise RefusedError(413, "too-long", f"a note has at most {NOTE_MAX:,} bytes")
    try:
        note = Note.parse(data.strip() + b"\n")
    except ProofError as error:
        raise RefusedError(400, "no-note", f"this {error}") from None
    for kind in (Approval, Rollout):
        try:
            return note, kind.parse(note.text)
        except ProofError:
            continue
    said = "this note says neither that a policy is agreed to nor how far it is rolled out"
    raise RefusedError(400, "no-note", said)


def _genuine(note: Note, trust: Trust) -> tuple[Signature, ...]:
    """Return the signatures of *note* that people whom the trust file names have made."""
    try:
        found = note.verified(trust.keys)
    except ProofError as error:
        said = f"{error}: this note was changed, or the signature is of another one"
        raise RefusedError(409, "forged", said) from None
    if found:
        return tuple(dict.fromkeys(one for _, one in found))
    named = {one.name for one in trust.signers}
    for one in note.signatures:
        if one.name in named:
            said = f"the trust file has another key for {one.name} than the one that signed this"
            raise RefusedError(409, "wrong-key", said)
    said = "nobody whom the trust file names has signed this"
    raise RefusedError(409, "unknown-signer", said)


def _check_role(signatures: Iterable[Signature], trust: Trust, wanted: SignOff, what: str) -> None:
    """Do nothing if one of the *signatures* is of use for what is *wanted*."""
    if not wanted.roles or wanted.needed > len(wanted.roles):
        return  # anybody whom the trust file names may be one of those who are needed
    names = {one.name for one in signatures}
    roles = {one.role for one in trust.signers if one.name in names}
    if not roles & set(wanted.roles):
        said = (
            f"{what} is signed by {' and '.join(wanted.roles)}, not by {', '.join(sorted(roles))}"
        )
        raise RefusedError(409, "wrong-role", said)


def _wanted(trust: Trust, policy: Policy) -> SignOff:
    return trust.approve if policy.sign_off is None else trust.approve.with_(policy.sign_off)


def _approval(
    office: Office,
    trust: Trust,
    approval: Approval,
    signatures: tuple[Signature, ...],
    today: date,
) -> HandedIn:
    version = _known(office, approval.hash)
    policy = office.loaded(version).policy
    _check_role(signatures, trust, _wanted(trust, policy), "a policy")
    if trust.report and approval.report is None:
        said = "it names no replay report, which the trust file asks for: sign with --report"
        raise RefusedError(409, "no-report", said)
    path = add_approval(office.source.signed, approval, signatures)
    stands = standing(policy, trust, office.source.signed).quorum
    names = missing_of(note_in(path), trust, _wanted(trust, policy)).names
    told = HandedIn(version.hash, names, None, stands.missing)
    if stands.missing:
        return told
    place = next_in(office)
    complete = [
        one
        for one in office.waiting()
        if one.rollout.base == version.hash
        and not is_over(one.rollout, today)
        and (one.rollout.number, one.rollout.before) == place
        and is_complete(one, trust)
    ]
    if len(complete) != 1:  # of several that are complete, whoever wants one hands that one in
        return told
    return replace(told, taken=_taken(office, version, complete[0]))


def _rollout(
    office: Office,
    trust: Trust,
    rollout: Rollout,
    signatures: tuple[Signature, ...],
    today: date,
) -> HandedIn:
    version = _known(office, rollout.base)
    policy = office.loaded(version).policy
    _check_next(office, rollout)
    if is_over(rollout, today):
        said = f"roll-out {rollout.number} was to be handed in until {rollout.until}: sign it anew"
        raise RefusedError(409, "expired", said)
    if problems := unfit(policy, rollout):
        raise RefusedError(409, "unfit", "; ".join(problems))
    _check_role(signatures, trust, trust.rollout, "a roll-out")
    path = office.waits_at(rollout)
    wait = sum(not is_over(one.rollout, today) for one in office.waiting())
    if not path.exists() and wait >= WAITING_MAX:
        raise RefusedError(409, "too-many", f"{WAITING_MAX} roll-outs wait for signatures already")
    add_signatures(path, rollout.text(), signatures)
    one = SignedRollout(path, note_in(path), rollout)
    quorum = missing_of(one.note, trust, trust.rollout)
    stands = standing(policy, trust, office.source.signed).quorum
    missing = (*quorum.missing, *(f"the policy: {what}" for what in stands.missing))
    told = HandedIn(version.hash, quorum.names, rollout.number, missing)
    return told if missing else replace(told, taken=_taken(office, version, one))


def _known(office: Office, name: str) -> Version:
    """Return the version of that hash, which somebody proposed or the file holds."""
    version = office.find(id_of(name))
    current, loaded = office.current()
    if version is None and current.hash == name:
        version = current
    if version is not None and version.hash == name:
        return version
    if dateless(loaded.policy) == name:
        said = "it signs the policy without its days, which a signature covers since: sign anew"
        raise RefusedError(409, "other-version", said)
    said = f"it signs the version {name[:14]}..., which nobody has proposed here"
    raise RefusedError(409, "other-version", said)


def next_in(office: Office) -> tuple[int, str | None]:
    """Return the number of the next roll-out, and the hash of the one that it follows."""
    every = rollouts_in(office.source.signed, office.trust.policy)
    return len(every) + 1, every[-1].rollout.hash if every else None


def _check_next(office: Office, rollout: Rollout) -> None:
    number, before = next_in(office)
    if rollout.number < number:
        said = f"roll-out {number - 1} was signed since: what counts next is number {number}"
        raise RefusedError(409, "replayed", said)
    if (rollout.number, rollout.before) != (number, before):
        said = f"it does not follow what was signed last: what counts next is number {number}"
        raise RefusedError(409, "out-of-order", said)


def _taken(office: Office, version: Version, one: SignedRollout) -> int:
    """Take *version* into the policy's file, as the roll-out says that it acts; its number."""
    current, _ = office.current()
    if office.find(current.id) is None:
        office.keep(current)
    if office.find(version.id) is None:
        office.keep(version)
    take = Take(one.rollout.number, version.hash, current.hash)
    office.note_takes([*office.takes(), take])
    add_rollout(office.source.signed, one.rollout, one.note.signatures)
    finished(office)
    return one.rollout.number


def finished(office: Office) -> None:
    """
    Finish what a process that ended had begun to take into service; nothing if none had.

    It is begun once `taken.json` says so, and cannot be stopped once the roll-out lies with what
    was signed: then the policy's file gets the version that this is laid over. A file that
    holds it stays as it is, since nobody has signed its comments.

    Raises:
        ConfigurationError: It cannot be written.
        LogReadError: What is kept here cannot be read.
    """
    takes = office.takes()
    if not takes or takes[-1].done:
        return
    last, before = takes[-1], takes[:-1]
    every = rollouts_in(office.source.signed, office.trust.policy)
    there = every[last.number - 1 :]
    if not there or there[0].rollout.base != last.base:
        # Or somebody has signed another one in its place since, at the command line.
        office.note_takes(before)
        return
    version = office.find(id_of(last.base))
    if version is not None and not office.holds(version):
        written(office.file.resolve(), version.text.encode())
    office.note_takes([*before, replace(last, done=True)])
    for one in office.waiting():
        if one.rollout.number <= last.number:
            one.path.unlink()
