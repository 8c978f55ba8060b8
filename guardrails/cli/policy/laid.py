"""The roll-out that is laid over a policy, as far as the files beside it tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guardrails.policy.loaded import Loaded
from guardrails.policy.rule import Rule
from guardrails.policy.source import PolicyFile
from guardrails.policy.words import acts_in_words, rule_in_words

if TYPE_CHECKING:
    from guardrails.approvals.folder import SignedRollout


@dataclass(frozen=True, slots=True)
class Laid:
    """
    A roll-out of a policy, and how it stands with it.

    Attributes:
        signed: The roll-out.
        stands: What is to be said of it, for people: a clause after its number.
        counts: It is in force; None where only a trust file could tell.
    """

    signed: SignedRollout
    stands: str
    counts: bool | None

    def over(self, rule: Rule) -> Rule | None:
        """Return *rule* as the roll-out has it act, or None if it does not name it."""
        way = self.signed.rollout.ways.get(rule.id)
        return None if way is None else replace(rule, mode=way.mode, percent=way.percent)


def laid_over_file(loaded: Loaded, file: Path | None, trust: Path | None) -> Laid | None:
    """
    Return the roll-out that counts for *loaded*, or the newest one if none does.

    Args:
        loaded: The policy.
        file: Its file; None for one that comes with the package, which has no roll-outs.
        trust: The service's trust file, which says whether enough have signed.

    Raises:
        LogReadError: What was signed cannot be read.
        PolicyError: The trust file is wrong.
    """
    if file is None:
        return None
    from guardrails.approvals.folder import rollouts_in
    from guardrails.approvals.standing import standing
    from guardrails.approvals.trust import read_trust

    folder = PolicyFile(file).signed
    if trust is not None:
        found = standing(loaded.policy, read_trust(trust), folder)
        if found.rollout is not None:
            return Laid(found.rollout, "which is in force", True)
        left = found.unfitting or found.pending
        return None if left is None else Laid(left, "which is NOT in force", False)
    every = rollouts_in(folder, loaded.policy.id)
    if not every:
        return None
    if every[-1].rollout.base != loaded.policy.hash:
        return Laid(every[-1], "which is for another version and NOT in force", False)
    return Laid(every[-1], "if enough have signed it (--trust FILE tells)", None)


def in_words(laid: Laid | None, rule: Rule) -> Iterator[str]:
    """Yield *rule* in words; for whom it acts by the file and by the roll-out, if both say."""
    other = None if laid is None else laid.over(rule)
    for sentence in rule_in_words(rule):
        if laid is None or other is None or sentence != acts_in_words(rule):
            yield sentence
            continue
        by_file = f"By the file alone: {sentence}"
        number = laid.signed.rollout.number
        by_rollout = f"By roll-out {number}, {laid.stands}: {acts_in_words(other)}"
        yield from (by_rollout, by_file) if laid.counts else (by_file, by_rollout)


def as_json(laid: Laid | None, rule: Rule) -> dict[str, Any] | None:
    """Return the same as JSON values, or None."""
    other = None if laid is None else laid.over(rule)
    if laid is None or other is None:
        return None
    return {
        "number": laid.signed.rollout.number,
        "mode": str(other.mode),
        "percent": other.percent,
        "in_force": laid.counts,
    }
