"""
Every decision of a log, made again from what its record holds.

    record ─▶ findings, context ─┐
    policy ──────────────────────┴▶ decide ─▶ the same bytes as recorded?

With another policy it tells who would have been treated otherwise. Each recorded frame
is judged on its own: what a changed reply would have changed in the rest of the talk,
nobody knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from guardrails.errors import LogReadError, RecordError
from guardrails.judge import bucket
from guardrails.ledger.bodies import decided
from guardrails.ledger.read import Found, read_records
from guardrails.ledger.record import written
from guardrails.policy.decide import DecideContext, decide
from guardrails.policy.model import Policy
from guardrails.replay.compare import Change, compare, differing
from guardrails.replay.needs import Needed
from guardrails.replay.policies import Policies
from guardrails.replay.recorded import Reader

_SAME: Final = Change.SAME
MOST: Final = 1_000
"""Differences that are kept to be shown; all are counted."""


@dataclass(frozen=True, slots=True)
class FailOn:
    """
    Which differences make a replay fail.

    Attributes:
        change: Of this kind.
        rule: Where the rule before or the one after has this name; `*` stands for anything.
    """

    change: Change
    rule: str = "*"

    def meets(self, difference: Difference) -> bool:
        """Return whether *difference* is one of them."""
        names = [name or "" for name in (difference.before[1], difference.after[1])]
        return difference.change is self.change and any(
            fnmatchcase(name, self.rule) for name in names
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One decision that came out otherwise.

    Attributes:
        log: Name of the log, or its folder.
        seq: Number of its record.
        session: Random name of the session.
        turn: Number of the turn.
        side: `input` or `output`.
        change: In which way.
        before: Action and rule as recorded.
        after: Action and rule now.
        fields: Names of what differs in the decision, sorted.
    """

    log: str
    seq: int
    session: str
    turn: int
    side: str
    change: Change
    before: tuple[str, str | None]
    after: tuple[str, str | None]
    fields: tuple[str, ...]


@dataclass(slots=True)
class Replayed:
    """
    What a replay came to.

    Attributes:
        policy: Hash of the policy that all were decided by, or "" for the recorded ones.
        decisions: Records of decisions that were read.
        changes: How many came out in which way.
        differences: The first `MOST` that did not come out the same.
        failed: How many meet what the replay was to fail on.
        without_findings: Left out: their findings are not recorded (`logging.level: metadata`).
        unread: Places of records that could not be replayed, and why.
        needs_text: Rule of the other policy → decisions in which only the text could tell.
        policies: Hash of each recorded policy → decisions made by it.
    """

    policy: str = ""
    decisions: int = 0
    changes: Counter[Change] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    failed: int = 0
    without_findings: int = 0
    unread: list[str] = field(default_factory=list)
    needs_text: Counter[str] = field(default_factory=Counter)
    policies: Counter[str] = field(default_factory=Counter)

    @property
    def differs(self) -> int:
        """How many did not come out the same."""
        return sum(n for change, n in self.changes.items() if change is not Change.SAME)


def replay(
    directory: Path,
    candidate: Policy | None = None,
    *,
    fail_on: Sequence[FailOn] = (),
    progress: Callable[[int], None] | None = None,
) -> Replayed:
    """
    Return what becomes of every decision of every log under *directory*.

    Args:
        directory: One log or several. Nothing in it is changed, and nothing is proved of it.
        candidate: Decide by this policy; by the recorded ones if None.
        fail_on: Differences to count in `failed`.
        progress: Called with the bytes of each record that was read.

    Raises:
        LogReadError: There is no log, it cannot be read, or a policy in it cannot.
    """
    work = _Work(candidate, fail_on)
    path = None
    for found in read_records(directory, glancing=True):
        if found.path is not path:
            path = found.path
            work.enter(path.parent)
        work.take(found)
        if progress is not None:
            progress(len(found.data) + 1)
    return work.result


class _Work:
    """A replay under way."""

    def __init__(self, candidate: Policy | None, fail_on: Sequence[FailOn]) -> None:
        self.result = Replayed(policy="" if candidate is None else candidate.hash)
        self._candidate = candidate
        self._needed = None if candidate is None else Needed(candidate)
        self._fail_on = fail_on
        self._folder: Path | None = None
        self._policies = Policies()
        self._read = Reader().inputs

    def enter(self, folder: Path) -> None:
        """Go on with a file in *folder*; each log brings its own policies."""
        if folder != self._folder:
            self._folder, self._policies = folder, Policies(folder)

    def take(self, found: Found) -> None:
        """Look at one line."""
        record = found.record
        if record is None:
            self._unread(found, "no record")
            return
        kind = record["kind"]
        if kind == "decision":
            self.result.decisions += 1
            try:
                self._decision(record, found)
            except (RecordError, LookupError, TypeError, ValueError, ArithmeticError) as error:
                known = isinstance(error, RecordError)
                self._unread(found, str(error) if known else "a decision lacks something")
        elif kind == "policy":
            try:
                self._policies.add(record, found.path.parent)
            except LogReadError as error:
                msg = f"{found.path}:{found.line}: {error}"
                raise LogReadError(msg) from None

    def _unread(self, found: Found, why: str) -> None:
        self.result.unread.append(f"{found.path}:{found.line}: {why}")

    def _decision(self, record: Mapping[str, Any], found: Found) -> None:
        """Make the decision of *record* again, and count how it differs."""
        given = self._read(record)
        result = self.result
        if given is None:
            result.without_findings += 1
            return
        name = record["policy"]["hash"]
        policy = self._policies.get(name)
        if policy is None:
            msg = "names a policy that was not recorded before it"
            raise RecordError(msg)
        result.policies[name] += 1
        findings, ctx = given
        if self._candidate is not None and self._needed is not None:
            ctx = _placed(self._candidate, record["session"], ctx)
            result.needs_text.update(self._needed.rules(policy, ctx))
            policy = self._candidate
        after = decided(decide(policy, findings, ctx))
        before = record["decision"]
        if written(after) == written(before):
            result.changes[_SAME] += 1
            return
        change = compare(before, after)
        if change is _SAME:  # equal values of another type: True for 1
            change = Change.REASON
        result.changes[change] += 1
        self._differs(
            Difference(
                log=found.path.parent.name,
                seq=record["seq"],
                session=record["session"],
                turn=record["turn"],
                side=record["side"],
                change=change,
                before=(before["do"], before["rule"]),
                after=(after["do"], after["rule"]),
                fields=differing(before, after),
            )
        )

    def _differs(self, one: Difference) -> None:
        self.result.failed += any(each.meets(one) for each in self._fail_on)
        if len(self.result.differences) < MOST:
            self.result.differences.append(one)


def _placed(policy: Policy, session: str, ctx: DecideContext) -> DecideContext:
    """Return *ctx* with the session's place for the rules of *policy* that are on for a share."""
    places = {
        rule.id: bucket(policy.salt, rule.id, session)
        for rule in policy.rules
        if rule.percent < 100  # noqa: PLR2004
    }
    return ctx._replace(bucket=places)
