"""
One log under two policies: whom a change of a policy would have treated otherwise.

    record ─▶ findings, context ─┬▶ decide by the old policy
                                 └▶ decide by the new one ─▶ what differs

Neither needs to be the policy that was in force when the log was written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from guardrails.errors import RecordError
from guardrails.ledger.decided import decided
from guardrails.ledger.read import Found
from guardrails.policy.decide import decide
from guardrails.policy.model import Policy
from guardrails.replay.compare import Change, compare, differing
from guardrails.replay.needs import Needed
from guardrails.replay.policies import Policies
from guardrails.replay.recorded import Inputs, Reader
from guardrails.replay.run import placed
from guardrails.replay.walk import walk

MOST_EXAMPLES: Final = 20
"""Records that are named of each move; all are counted."""


class Move(NamedTuple):
    """
    One way in which decisions come out otherwise.

    Attributes:
        change: What it is for the person.
        before: Action and rule under the old policy.
        after: Action and rule under the new one.
        fields: Names of what differs, where action and rule are the same; else empty.
    """

    change: Change
    before: tuple[str, str | None]
    after: tuple[str, str | None]
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Moves:
    """How often a move occurs, and log and number of its first records."""

    decisions: int = 0
    examples: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Between:
    """
    What lies between two policies in a log.

    Attributes:
        decisions: Records of decisions that were read.
        by_old: Those that were recorded under the old policy itself.
        changes: How many come out in which way.
        moves: The same, by actions and rules; what comes out the same is not among them.
        needs_text: Rule of either → decisions in which only the text could tell.
        without_findings: Left out: their findings are not recorded (`logging.level: metadata`).
        unread: Places of records that could not be replayed, and why.
    """

    decisions: int = 0
    by_old: int = 0
    changes: Counter[Change] = field(default_factory=Counter)
    moves: dict[Move, Moves] = field(default_factory=dict)
    needs_text: Counter[str] = field(default_factory=Counter)
    without_findings: int = 0
    unread: list[str] = field(default_factory=list)


def between(
    directory: Path,
    old: Policy,
    new: Policy,
    progress: Callable[[int], None] | None = None,
) -> Between:
    """
    Return how the decisions under *directory* come out under *old* and under *new*.

    Args:
        directory: One log or several. Nothing in it is changed, and nothing is proved of it.
        old: The policy before the change.
        new: The policy after it.
        progress: Called with the bytes of each record that was read.

    Raises:
        LogReadError: There is no log, it cannot be read, or a policy in it cannot.
    """
    work = _Work(old, new)
    for found, policies in walk(directory, progress):
        work.take(found, policies)
    return work.result


class _Work:
    def __init__(self, old: Policy, new: Policy) -> None:
        self.result = Between()
        self._old = old
        self._new = new
        self._needed = (Needed(old), Needed(new))
        self._read = Reader().inputs

    def take(self, found: Found, policies: Policies) -> None:
        """Look at one line of a log that brought *policies*."""
        record = found.record
        if record is None:
            self.result.unread.append(f"{found.path}:{found.line}: no record")
        elif record["kind"] == "decision":
            self.result.decisions += 1
            try:
                self._decision(record, policies, found.path.parent.name)
            except (RecordError, LookupError, TypeError, ValueError, ArithmeticError) as error:
                known = isinstance(error, RecordError)
                why = str(error) if known else "a decision lacks something"
                self.result.unread.append(f"{found.path}:{found.line}: {why}")

    def _decision(self, record: Mapping[str, Any], policies: Policies, log: str) -> None:
        result = self.result
        given = self._read(record)
        if given is None:
            result.without_findings += 1
            return
        recorded = policies.of(record)
        before, after = (self._made(one, record, given) for one in (self._old, self._new))
        change = compare(before, after)
        blind = {name for one in self._needed for name in one.rules(recorded, given.ctx)}
        # Counted last, so that what cannot be replayed counts as unread alone.
        result.by_old += recorded.hash == self._old.hash
        result.needs_text.update(blind)
        result.changes[change] += 1
        if change is not Change.SAME:
            seen = result.moves.setdefault(_move(change, before, after), Moves())
            seen.decisions += 1
            if len(seen.examples) < MOST_EXAMPLES:
                seen.examples.append((log, record["seq"]))

    @staticmethod
    def _made(policy: Policy, record: Mapping[str, Any], given: Inputs) -> dict[str, Any]:
        ctx = placed(policy, record["session"], given.ctx)
        return decided(decide(policy, given.findings, ctx))


def _move(change: Change, before: Mapping[str, Any], after: Mapping[str, Any]) -> Move:
    did, does = (before["do"], before["rule"]), (after["do"], after["rule"])
    return Move(change, did, does, differing(before, after) if did == does else ())
