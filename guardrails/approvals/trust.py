"""
The deployment's own list of who may agree to a policy, and how many of them are needed.

It belongs to whoever runs the service, not to the policy: what a policy asks for in `sign_off`
comes on top, so that no edit of a policy can waive what is asked here.

    schema: 1
    policy: calm-companion
    approve: {needed: 2, roles: [safety-lead, clinical-lead], report: true}
    rollout: {needed: 1, roles: [safety-lead]}
    signers:
      - {name: staff-17, role: safety-lead, key: "staff-17+0f3a9c21+AQ..."}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from guardrails.errors import PolicyNotFoundError, ProofError
from guardrails.ledger.keys import LOG, VerifierKey
from guardrails.policy import values
from guardrails.policy.events import MAX_BYTES, parse
from guardrails.policy.fields import Fields
from guardrails.policy.model import SignOff
from guardrails.policy.parts import decoded
from guardrails.policy.problems import Problems
from guardrails.policy.settings import read_sign_off
from guardrails.policy.tree import Node, Table

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "the trust file": ("schema", "policy", "approve", "rollout", "signers"),
    "approve": ("needed", "roles", "report"),
    "rollout": ("needed", "roles"),
    "a signer": ("name", "role", "key"),
}


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign: an operator's id, what they answer for, and their key."""

    name: str
    role: str
    key: VerifierKey


@dataclass(frozen=True, slots=True)
class Trust:
    """
    Whose signatures count, and how many.

    Attributes:
        policy: Id of the policy that it is about.
        approve: What a policy needs.
        rollout: What a roll-out needs.
        report: An approval names the replay report that was read.
        signers: Who may sign.
    """

    policy: str
    approve: SignOff
    rollout: SignOff
    report: bool
    signers: tuple[Signer, ...]

    @property
    def keys(self) -> tuple[VerifierKey, ...]:
        """The key of each signer."""
        return tuple(one.key for one in self.signers)


def read_trust(path: Path) -> Trust:
    """
    Return what the trust file *path* says.

    Raises:
        PolicyError: Something in it is wrong; file, line and column are told.
        PolicyNotFoundError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        msg = f"cannot read the trust file {path}: {error.strerror}"
        raise PolicyNotFoundError(msg) from error
    problems = Problems(str(path))
    text = decoded(data, problems)
    root = parse(text, problems) if text is not None else None
    if root is not None and not isinstance(root, Table):
        problems.add(root, "a trust file is a block of settings, 'schema: 1' first")
    trust = _trust(root, problems) if isinstance(root, Table) else None
    if trust is None or problems:
        raise problems.error()
    return trust


def _trust(root: Table, problems: Problems) -> Trust:
    fields = Fields(root, "the trust file", problems, KEYS)
    fields.need("schema", values.whole(1, 1, "the number of the format"), 1)
    approve, rollout = fields.block("approve"), fields.block("rollout")
    signers = tuple(_signers(fields))
    trust = Trust(
        policy=fields.need("policy", values.identifier, ""),
        approve=read_sign_off(approve),
        rollout=read_sign_off(rollout),
        report=approve.read_or("report", values.flag, default=False),
        signers=signers,
    )
    for block, wanted in ((approve, trust.approve), (rollout, trust.rollout)):
        lacking = sorted(set(wanted.roles) - {one.role for one in signers})
        if lacking and not problems:
            block.tell_of("roles", f"nobody among 'signers' has the role {lacking[0]}")
        if wanted.needed > len(signers) and not problems:
            block.tell_of("needed", f"{wanted.needed} are needed, and there are {len(signers)}")
    return trust


def _signers(fields: Fields) -> Iterable[Signer]:
    blocks = fields.blocks("signers", "a signer")
    if "signers" not in fields:
        fields.need("signers", values.series, None)
    names: set[str] = set()
    publics: set[bytes] = set()
    for block in blocks:
        name = block.need("name", values.text, "")
        role = block.need("role", values.identifier, "")
        key = block.need("key", _key, None)
        if key is None:
            continue
        if key.name != name:
            block.tell_of("key", f"this key is called '{key.name}', and not as its signer")
        if name in names:
            block.tell_of("name", "this signer stands here twice: each counts once")
        if key.public in publics:
            block.tell_of("key", "this key stands here twice: each signer has a key of their own")
        names.add(name)
        publics.add(key.public)
        yield Signer(name, role, key)


def _key(node: Node, name: str, problems: Problems) -> VerifierKey | None:
    text = values.text(node, name, problems)
    if text is None:
        return None
    try:
        key = VerifierKey.parse(text)
    except ProofError as error:
        problems.add(node, f"'{name}' {error}")
        return None
    if key.kind != LOG:
        problems.add(node, f"'{name}' is a witness's key, which signs a time as well")
        return None
    return key
