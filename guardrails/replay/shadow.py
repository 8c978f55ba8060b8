"""
What rules that are only watched would do, from the records of a log.

    record ─▶ findings, context ─┬▶ decide by the recorded policy
                                 └▶ decide by the same policy, the rule acting ─▶ what differs

It is the code that acts in service, with one rule moved from `shadow` to `enforce`; so what
is told here is what would be done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guardrails.decisions import Mode
from guardrails.errors import RecordError
from guardrails.ledger.decided import decided
from guardrails.ledger.query import Query
from guardrails.ledger.read import Found
from guardrails.policy.decide import decide
from guardrails.policy.model import Policy
from guardrails.policy.modes import enforcing, waits
from guardrails.policy.rule import Rule
from guardrails.replay.compare import Change, compare
from guardrails.replay.policies import Policies
from guardrails.replay.recorded import Inputs, Reader
from guardrails.replay.walk import walk

MOST_EXAMPLES = 20
"""Records that are named of each rule; all are counted."""


@dataclass(slots=True)
class Watched:
    """
    What one rule would have done.

    Attributes:
        rule: Its id.
        mode: In the policy that was recorded last.
        percent: The same.
        ways: Mode and percent in the policies that were recorded, each once, as they came; also
            that it acts for everybody.
        policies: Hash of each policy in which it was watched → decisions by it.
        looked: Decisions about texts that the rule is for, while it was watched.
        fired: Those in which it fired.
        sessions: Conversations in which it fired.
        changes: How they would have come out, had it acted.
        moves: What was done and what would have been → how often, where that differs.
        told: How often somebody more would have been told, or sooner.
        acted: Decisions in which it acted: in the share of conversations that has it.
        acting: Decisions about texts that it is for, while it acted.
        examples: Log and number of the first records that would have come out otherwise.
    """

    rule: str
    mode: Mode = Mode.SHADOW
    percent: int = 100
    ways: list[tuple[Mode, int]] = field(default_factory=list)
    policies: Counter[str] = field(default_factory=Counter)
    looked: int = 0
    fired: int = 0
    sessions: set[str] = field(default_factory=set)
    changes: Counter[Change] = field(default_factory=Counter)
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)
    told: int = 0
    acted: int = 0
    acting: int = 0
    examples: list[tuple[str, int]] = field(default_factory=list)

    def goes(self, rule: Rule) -> None:
        """Take in how *rule* acts in a policy."""
        self.mode, self.percent = way = (rule.mode, rule.percent)
        if way not in self.ways:
            self.ways.append(way)


@dataclass(slots=True)
class ShadowReport:
    """
    What the rules of a log that wait would do.

    Attributes:
        decisions: Decisions that were read.
        rules: By id; none that no policy of the log watches.
        without_findings: Left out: their findings are not recorded (`logging.level: metadata`).
        unread: Places of records that could not be read, and why.
        first: Time of the first decision, microseconds since 1970; 0 if there is none.
        last: The same of the last one.
    """

    decisions: int = 0
    rules: dict[str, Watched] = field(default_factory=dict)
    without_findings: int = 0
    unread: list[str] = field(default_factory=list)
    first: int = 0
    last: int = 0


def shadow_report(
    directory: Path,
    query: Query | None = None,
    progress: Callable[[int], None] | None = None,
) -> ShadowReport:
    """
    Return what the waiting rules would have done in the decisions under *directory*.

    Args:
        directory: One log or several. Nothing in it is changed, and nothing is proved of it.
        query: Which decisions; all if None.
        progress: Called with the bytes of each record that was read.

    Raises:
        LogReadError: There is no log, it cannot be read, or a policy in it cannot.
    """
    work = _Work(query or Query())
    for found, policies in walk(directory, progress):
        work.take(found, policies)
    return work.report


class _Work:
    def __init__(self, query: Query) -> None:
        self.report = ShadowReport()
        self._query = query
        self._waiting: dict[str, tuple[tuple[Rule, Policy], ...]] = {}
        self._last = ""
        self._read = Reader().inputs

    def take(self, found: Found, policies: Policies) -> None:
        """Look at one line of a log that brought *policies*."""
        record = found.record
        if record is None:
            self.report.unread.append(f"{found.path}:{found.line}: no record")
        elif record["kind"] == "decision" and self._query.takes(record):
            try:
                self._decision(record, policies, found.path.parent.name)
            except (RecordError, LookupError, TypeError, ValueError, ArithmeticError) as error:
                why = str(error) if isinstance(error, RecordError) else "lacks something"
                self.report.unread.append(f"{found.path}:{found.line}: {why}")

    def _decision(self, record: Mapping[str, Any], policies: Policies, log: str) -> None:
        report = self.report
        report.decisions += 1
        report.first = report.first or record["ts"]
        report.last = record["ts"]
        given = self._read(record)
        if given is None:
            report.without_findings += 1
            return
        policy = policies.of(record)
        name = policy.hash
        waiting = self._waiting.get(name)
        if waiting is None:
            waiting = tuple(
                (rule, enforcing(policy, {rule.id})) for rule in policy.rules if waits(rule)
            )
            self._waiting[name] = waiting
        self._goes(policy)
        if not waiting:
            return
        made = decide(policy, given.findings, given.ctx)
        fired = {one.rule: one.mode for one in made.fired}
        before = decided(made)
        for rule, acting in waiting:
            if given.ctx.side not in rule.where:
                continue
            if rule.surfaces is not None and given.ctx.surface not in rule.surfaces:
                continue
            seen = report.rules.setdefault(rule.id, Watched(rule.id))
            if not seen.ways:
                seen.goes(rule)
            if _acts(rule, given, fired):
                seen.acting += 1
                seen.acted += rule.id in fired
                continue
            seen.policies[name] += 1
            seen.looked += 1
            if rule.id in fired:
                after = decided(decide(acting, given.findings, given.ctx))
                _count(seen, before, after, record, log)

    def _goes(self, policy: Policy) -> None:
        """Take in how the rules that were watched before act in *policy*."""
        if policy.hash == self._last:
            return
        self._last = policy.hash
        for rule in policy.rules:
            if rule.id in self.report.rules:
                self.report.rules[rule.id].goes(rule)


def _acts(rule: Rule, given: Inputs, fired: Mapping[str, Mode]) -> bool:
    """Return whether *rule* acts in the session of a decision, whether or not it fired."""
    if rule.id in fired:
        return fired[rule.id] is Mode.ENFORCE
    share = given.ctx.bucket.get(rule.id)
    return rule.mode is Mode.ENFORCE and share is not None and share < rule.percent * 100


def _count(
    seen: Watched,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    record: Mapping[str, Any],
    log: str,
) -> None:
    seen.fired += 1
    seen.sessions.add(record["session"])
    change = compare(before, after)
    seen.changes[change] += 1
    if before["do"] != after["do"]:
        seen.moves[before["do"], after["do"]] += 1
    seen.told += before["escalate"] != after["escalate"]
    acts = change not in {Change.SAME, Change.REASON}
    if acts and len(seen.examples) < MOST_EXAMPLES:
        seen.examples.append((log, record["seq"]))
