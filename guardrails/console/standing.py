"""What was signed of a policy that is in service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guardrails.approvals.folder import SignedRollout, approvals_in, rollouts_in
from guardrails.approvals.standing import underlying
from guardrails.console.console import Service
from guardrails.errors import GuardrailsError
from guardrails.policy.files import find
from guardrails.policy.load import load
from guardrails.policy.model import Policy
from guardrails.policy.source import PolicyFile


@dataclass(frozen=True, slots=True)
class Signed:
    """One note: its name, who has signed it, what it says, and whether it fits the policy."""

    name: str
    signers: tuple[str, ...]
    what: str
    fits: bool


@dataclass(frozen=True, slots=True)
class SignedNotes:
    """
    What lies beside the file of a policy.

    Attributes:
        file: Path of the file, or "" for a policy that comes with the package.
        approvals: Who agreed to which version.
        rollouts: Every roll-out, the newest first. No signature of either is checked here.
        problem: Why they could not be read, or "".
    """

    file: str
    approvals: tuple[Signed, ...] = ()
    rollouts: tuple[Signed, ...] = ()
    problem: str = ""


def standing_of(service: Service) -> SignedNotes:
    """Return what was signed of the policy of *service*; no signature is checked."""
    try:
        file = find(service.source)
        if not isinstance(file, Path):
            return SignedNotes("")
        folder, policy = PolicyFile(file).signed, service.guard.policy
        every = rollouts_in(folder, policy.id)
        base, acting = _acting(file, policy, every)
        approvals = [
            Signed(
                one.path.name,
                tuple(line.name for line in one.note.signatures),
                one.approval.hash,
                one.approval.hash == base,
            )
            for one in approvals_in(folder)
        ]
        rollouts = [
            Signed(
                f"roll-out {one.rollout.number}",
                tuple(line.name for line in one.note.signatures),
                ", ".join(f"{rule} {way} %" for rule, way in sorted(one.rollout.ways.items()))
                or "all as the file says",
                one is acting,
            )
            for one in every
        ]
    except GuardrailsError as error:
        return SignedNotes(service.source, problem=str(error))
    return SignedNotes(str(file), tuple(approvals), tuple(reversed(rollouts)))


def _acting(
    file: Path, policy: Policy, every: list[SignedRollout]
) -> tuple[str, SignedRollout | None]:
    """Return the hash that was signed of *policy*, in force, and the roll-out that made it so."""
    try:
        base, rollout = underlying(load(file), policy, every)
    except GuardrailsError:
        return policy.hash, None  # the file is being edited, and the policy was taken before
    return base.hash, rollout


def unrolled(service: Service) -> Policy:
    """Return the policy in force of *service*, without the roll-out that is laid over its file."""
    policy = service.guard.policy
    try:
        file = find(service.source)
        if not isinstance(file, Path):
            return policy
        every = rollouts_in(PolicyFile(file).signed, policy.id)
        return underlying(load(file), policy, every)[0] if every else policy
    except GuardrailsError:
        return policy
