"""The records of policies: the one in force, and an edit that was refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guardrails.ledger.base import DecisionLog, Receipt
from guardrails.ledger.record import Kind, canonical
from guardrails.policy.model import Policy

INLINE_MAX = 32 * 1024
"""A policy whose JSON string is as long as this, or longer, is stored as a file."""
NOTES_MAX = 6 * 1024
"""Signed notes that are longer than this as JSON are left out: they lie beside the policy."""
LINES_MAX = 18 * 1024
"""Places of rules that are longer than this as JSON are left out."""


def policy_body(policy: Policy, notes: Sequence[str] = ()) -> dict[str, Any]:
    """
    Return the body of `policy`: its whole canonical text, or the name of a file with it.

    `lines` says where each rule stands in the file that people edit, if it stands there.
    `notes` are the signed notes of those who agreed to it, if there are any that fit.
    A body with `file` needs `log.attach(policy.canonical)` first: see `write_policy`.
    """
    body: dict[str, Any] = {"policy": {"id": policy.id, "hash": policy.hash}}
    lines = {rule.id: rule.line for rule in policy.rules if rule.line and not rule.file}
    if lines and len(canonical(lines)) < LINES_MAX:
        body["lines"] = lines
    if notes and len(canonical(list(notes))) < NOTES_MAX:
        body["notes"] = list(notes)
    text = policy.canonical.decode()
    if len(canonical(text)) < INLINE_MAX:
        return {**body, "text": text}
    return {**body, "file": policy.hash}


async def write_policy(log: DecisionLog, policy: Policy, notes: Sequence[str] = ()) -> Receipt:
    """
    Record *policy*, with the signed *notes* that it stands on.

    Decisions name the `seq` of the receipt as `at`.

    Raises:
        LogWriteError: It is not durable.
    """
    body = policy_body(policy, notes)
    if "file" in body:
        body["file"] = await log.attach(policy.canonical)
    return await log.append(Kind.POLICY, body)


def policy_rejected_body(
    *, problems: int, kept: str | None, why: str = "", content: str = ""
) -> dict[str, Any]:
    """
    Return the body of `policy_rejected`: an edit of the policy was not taken.

    Args:
        problems: How many there are; no line of the policy stands in the record.
        kept: Hash of the policy that stays, or None.
        why: At which step: `load`, `lint`, `build`, `cases` or `approval`; left out if empty.
        content: `sha256:<hex>` over the files that were refused; left out if empty.
    """
    body: dict[str, Any] = {"problems": problems, "kept": kept}
    told = {"why": why, "content": content}
    return body | {name: value for name, value in told.items() if value}
