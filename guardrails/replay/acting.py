"""For whom a rule acts: by the version of a policy that decided, and by the one that came later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guardrails.approvals.notes import Rollout
from guardrails.decisions import Mode
from guardrails.errors import ProofError
from guardrails.ledger.note import Note
from guardrails.policy.model import Policy
from guardrails.policy.modes import EVERYBODY
from guardrails.policy.rule import Rule
from guardrails.policy.shares import bucket


def acts(policy: Policy, rule: Rule, place: int | None) -> str:
    """
    Return for whom *rule* of *policy* acts, and whether it does in one conversation.

    Args:
        policy: The version that is asked about.
        rule: One of its rules.
        place: Of the conversation in the share of the rule, 0..9999; None where not known.
    """
    if rule.mode is Mode.DISABLED:
        return "it is off"
    if rule.mode is Mode.SHADOW:
        return "it is only watched, for everybody"
    if rule.percent >= EVERYBODY:
        return "it acts for everybody"
    people = policy.bucket_by == "subject"
    share = f"it acts {'for' if people else 'in'} {rule.percent} % of "
    share += "people" if people else "conversations"
    if place is None:
        return share
    inside = "" if place < rule.percent * 100 else "not "
    whose = "the person of this one is" if people else "this one is"
    return f"{share}, and {whose} {inside}among them"


def since(old: Rule | None, policy: Policy, name: str, at: int, session: str) -> str | None:
    """
    Return what has become of a rule by *policy*, a later version, or None if it acts alike.

    Args:
        old: The rule in the version that decided, or None if that cannot be read.
        policy: The later version.
        name: Id of the rule.
        at: Record from which on the later version was in force.
        session: Name of the conversation in the log.
    """
    when = f"by the version in force since record {at}"
    new = next((one for one in policy.rules if one.id == name), None)
    if new is None:
        return f"{when} there is no such rule"
    if old is not None and (old.mode, old.percent) == (new.mode, new.percent):
        return None
    known = policy.bucket_by == "session"
    place = bucket(policy.salt, name, session) if known else None
    return f"{when} {acts(policy, new, place)}"


def rollouts_of(record: Mapping[str, Any]) -> Iterator[int]:
    """Yield the number of each roll-out among the signed notes of *record*, of kind `policy`."""
    notes = record.get("notes")
    for text in notes if isinstance(notes, list) else ():
        try:
            yield Rollout.parse(Note.parse(str(text).encode()).text).number
        except (ProofError, UnicodeDecodeError):
            continue  # it is an approval
