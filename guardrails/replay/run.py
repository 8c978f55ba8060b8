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
from typing import Any, Final, Literal

import orjson

from guardrails.errors import RecordError
from guardrails.ledger.decided import decided
from guardrails.ledger.read import Found
from guardrails.ledger.record import OPTIONS, written
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.shares import shares
from guardrails.replay.compare import Change, compare, differing
from guardrails.replay.gone import Gone, begun
from guardrails.replay.needs import Needed
from guardrails.replay.policies import Policies
from guardrails.replay.recorded import Reader
from guardrails.replay.state import States
from guardrails.replay.walk import walk

_SAME: Final = Change.SAME
_bytes = orjson.dumps  # what cannot be written raises a TypeError, and counts as unread
State = Literal["recorded", "recomputed"]
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
class Shift:
    """
    How often something was found, or a rule fired.

    Attributes:
        same: Then and now.
        gone: Then, and no more now.
        new: Now, and not then.
        moved: Then and now, with another score or in another place.
    """

    same: int = 0
    gone: int = 0
    new: int = 0
    moved: int = 0


@dataclass(slots=True)
class LookedAgain:
    """
    What the detectors of today made of kept texts.

    Attributes:
        sessions: Conversations that were opened; each is an `access` record.
        decisions: Decisions whose text was looked at.
        same_engine: Those that were recorded by the detectors of today, in their versions.
        unrepeated: Those of them in which something else is found.
        masked: Those whose text was masked before it was kept: personal data as recorded.
        left_out: Why a text is not there → decisions.
        failed: Detector → decisions that are left out since it did not answer now.
        findings: Category → how it was found.
        rules: Rule → how it fired, whether it acts or is watched.
    """

    sessions: int = 0
    decisions: int = 0
    same_engine: int = 0
    unrepeated: int = 0
    masked: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    findings: dict[str, Shift] = field(default_factory=dict)
    rules: dict[str, Shift] = field(default_factory=dict)


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
        state: What was decided on besides findings: `recorded`, or `recomputed` risk.
        restated: Decisions of which the recomputed risk, flag or level is not the recorded one.
        without_state: Decisions whose conversation did not begin in these records; as recorded.
        fronts: What is gone from the front of each log, in the order in which they were read.
        rules: Names of the rules of the policies that were met, recorded or given.
        looked: What the detectors of today found in kept texts; None if nobody looked.
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
    state: State = "recorded"
    restated: int = 0
    without_state: int = 0
    fronts: list[Gone] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    looked: LookedAgain | None = None

    @property
    def gone(self) -> list[Gone]:
        """What was removed from the front of logs, of each from which something was."""
        return [one for one in self.fronts if one.records]

    @property
    def whole(self) -> bool:
        """Whether all could be replayed, but for records that were removed as is recorded."""
        return not self.unread and all(one.accounted for one in self.fronts)

    @property
    def differs(self) -> int:
        """How many did not come out the same."""
        return sum(n for change, n in self.changes.items() if change is not Change.SAME)


def replay(
    directory: Path,
    candidate: Policy | None = None,
    *,
    fail_on: Sequence[FailOn] = (),
    state: State = "recorded",
    progress: Callable[[int], None] | None = None,
) -> Replayed:
    """
    Return what becomes of every decision of every log under *directory*.

    Args:
        directory: One log or several. Nothing in it is changed, and nothing is proved of it.
        candidate: Decide by this policy; by the recorded ones if None.
        fail_on: Differences to count in `failed`.
        state: Whether the risk of a conversation is as recorded, or folded anew.
        progress: Called with the bytes of each record that was read.

    Raises:
        LogReadError: There is no log, it cannot be read, or a policy in it cannot.
    """
    work = _Work(candidate, fail_on, state)
    for found, policies in walk(directory, progress):
        work.take(found, policies)
    return work.end()


class _Work:
    """A replay under way."""

    def __init__(self, candidate: Policy | None, fail_on: Sequence[FailOn], state: State) -> None:
        self.result = Replayed(policy="" if candidate is None else candidate.hash, state=state)
        self._decisions = 0
        self._states = States() if state == "recomputed" else None
        self._origin = ""
        self._candidate = candidate
        self._needed = None if candidate is None else Needed(candidate)
        self._fail_on = fail_on
        if candidate is not None:
            self.result.rules.update(rule.id for rule in candidate.rules)
        self._policies: Policies | None = None
        self._read = Reader().inputs
        self._seq = -1  # of the next record; unknown before the first, and after what is none
        self._same = 0  # a `Counter` takes three times as long for each
        self._by: dict[str, int] = {}

    def take(self, found: Found, policies: Policies) -> None:
        """Look at one line of a log that brought *policies*."""
        if policies is not self._policies:
            self._policies, self._origin, self._seq = policies, "", -1
            self.result.fronts.append(begun(found))
        record = found.record
        if record is None:
            self._seq = -1
            self._unread(found, "no record")
            return
        kind, seq = record["kind"], record["seq"]
        if seq >= self._seq:
            if seq > self._seq >= 0:
                self._unread(found, f"record {seq} does not follow: others are missing before it")
            self._seq = seq + 1
        if kind == "decision":
            self._decisions += 1
            try:
                self._decision(record, policies, found)
            except (RecordError, LookupError, TypeError, ValueError, ArithmeticError) as error:
                known = isinstance(error, RecordError)
                self._unread(found, str(error) if known else "a decision lacks something")
            return
        if kind == "retain":
            self.result.fronts[-1].take(record)
        if self._states is not None:
            try:
                self._turn(self._states, kind, record)
            except (KeyError, TypeError, ValueError):
                self._unread(found, "a turn lacks something")

    def end(self) -> Replayed:
        """Return what it came to."""
        result = self.result
        result.decisions += self._decisions
        if self._same:
            result.changes[_SAME] += self._same
        result.policies.update(self._by)
        self._decisions, self._same, self._by = 0, 0, {}
        return result

    def _turn(self, states: States, kind: str, record: Mapping[str, Any]) -> None:
        """Follow the conversations from turn to turn."""
        if kind in {"boot", "retain"}:
            self._origin = self._origin or str(record.get("origin", ""))
        elif kind == "turn_open":
            states.open(record, self._origin)
        elif kind in {"turn_close", "sign_off"}:
            states.close(record)

    def _unread(self, found: Found, why: str) -> None:
        self.result.unread.append(f"{found.path}:{found.line}: {why}")

    def _decision(self, record: Mapping[str, Any], policies: Policies, found: Found) -> None:
        """Make the decision of *record* again, and count how it differs."""
        given = self._read(record)
        result = self.result
        if given is None:
            result.without_findings += 1
            return
        policy, by = policies.of(record), self._by
        if policy.hash not in by:
            by[policy.hash] = 0
            result.rules.update(rule.id for rule in policy.rules)
        by[policy.hash] += 1
        findings, ctx = given
        if self._candidate is not None and self._needed is not None:
            ctx = placed(self._candidate, record["session"], ctx)
            result.needs_text.update(self._needed.rules(policy, ctx))
            policy = self._candidate
        if self._states is not None:
            ctx = self._restated(self._states, record, ctx)
        made = decide(policy, findings, ctx)
        if self._states is not None:
            self._states.decided(record, made, findings)
        after = decided(made)
        if _bytes(after, None, OPTIONS) == _bytes(record["decision"], None, OPTIONS):
            self._same += 1
        else:
            count(result, record, found.path.parent.name, after, self._fail_on)

    def _restated(
        self, states: States, record: Mapping[str, Any], ctx: DecideContext
    ) -> DecideContext:
        """Return *ctx* with the state of the conversation as it is folded now."""
        if not states.knows(record["session"]):
            self.result.without_state += 1
            return ctx
        now = states.context(record["session"], ctx)
        self.result.restated += now != ctx
        return now


def count(
    result: Replayed,
    record: Mapping[str, Any],
    log: str,
    after: dict[str, Any],
    fail_on: Sequence[FailOn],
) -> None:
    """
    Count how *after* differs from the decision of *record* in *result*.

    Raises:
        KeyError, TypeError: The record holds what no decision does.
    """
    before = record["decision"]
    if written(after) == written(before):
        result.changes[_SAME] += 1
        return
    change = compare(before, after)
    if change is _SAME:  # equal values of another type: True for 1
        change = Change.REASON
    result.changes[change] += 1
    one = Difference(
        log=log,
        seq=record["seq"],
        session=record["session"],
        turn=record["turn"],
        side=record["side"],
        change=change,
        before=(before["do"], before["rule"]),
        after=(after["do"], after["rule"]),
        fields=differing(before, after),
    )
    result.failed += any(each.meets(one) for each in fail_on)
    if len(result.differences) < MOST:
        result.differences.append(one)


def placed(policy: Policy, session: str, ctx: DecideContext) -> DecideContext:
    """
    Return *ctx* with the session's place for the rules of *policy* that are on for a share.

    A log does not say who a person is. Where *policy* deals out people, the place that is
    recorded counts; where none is, that of the conversation.
    """
    bucket = shares(policy, session)
    if policy.bucket_by == "subject" and ctx.bucket:
        bucket = dict.fromkeys(bucket, ctx.bucket[min(ctx.bucket)])
    return ctx._replace(bucket=bucket)
