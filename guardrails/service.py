"""What serves turns under one policy, and how long it is kept: until its last turn has ended."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from guardrails.bench import Bench
from guardrails.errors import LogWriteError
from guardrails.escalation.base import Channel
from guardrails.evidence.base import Evidence
from guardrails.excuses import Excuses
from guardrails.fiction import Fiction
from guardrails.inspection import Inspection
from guardrails.ledger.anchors import Anchor
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.dropping import DroppingLog
from guardrails.ledger.policies import write_policy
from guardrails.opinion import Consultant
from guardrails.policy.model import Policy
from guardrails.resources import Resources


class Looking:
    """
    The detectors of one or more services; they are let go when nobody uses them any more.

    Args:
        inspection: The detectors.
        wanted: What they depend on in a policy.
        lent: Their reader belongs to somebody else, who closes it.
    """

    def __init__(self, inspection: Inspection, wanted: bytes, *, lent: bool = False) -> None:
        self.inspection = inspection
        self.wanted = wanted
        self._lent = lent
        self._lock = threading.Lock()
        self._users = 1

    def enter(self) -> None:
        """Count one user more."""
        with self._lock:
            self._users += 1

    def leave(self) -> None:
        """Count one user less; the last one lets the threads go."""
        with self._lock:
            self._users -= 1
            last = self._users == 0
        if last:
            self.inspection.close(reader=not self._lent)


@dataclass(slots=True)
class Service:
    """
    All that turns under one policy share.

    Attributes:
        policy: What is in force.
        looking: Its detectors.
        channels: Ways to reach a human, by name.
        resources: Crisis lines and emergency numbers.
        engine: Versions of whatever findings depend on.
        fiction: Makes surrogates up; None if no rule asks for them.
        consultant: Asks for second opinions; None if nobody is asked.
        notes: Signed notes that the policy stands on, as they are.
        evidence: Keeps texts; None if none are kept.
        policy_at: `seq` of the record that holds the policy; None until it is written.
        anchors: Where checkpoints are shown.
        excuses: The exceptions by words; None if there are none.
    """

    policy: Policy
    looking: Looking
    channels: Mapping[str, Channel]
    resources: Resources
    engine: Mapping[str, str]
    fiction: Fiction | None = None
    consultant: Consultant | None = None
    notes: tuple[str, ...] = ()
    evidence: Evidence | None = None
    policy_at: int | None = None
    anchors: tuple[Anchor, ...] = ()
    excuses: Excuses | None = None

    async def bench(
        self, log: DecisionLog, idle: float, dropping: DroppingLog | None = None
    ) -> Bench:
        """
        Return what a turn gets; the first call puts the policy into *log*.

        Args:
            log: Of the guard.
            idle: After how many seconds a conversation is forgotten by itself; 0 if nobody
                knows.
            dropping: The same log, for a policy under which turns go on without records.
        """
        if self.policy_at is None:
            # A turn finds out for itself that the log is broken, and says the fixed texts.
            with suppress(LogWriteError):
                await self.record(log)
        return Bench(
            self.policy,
            -1 if self.policy_at is None else self.policy_at,
            self.looking.inspection,
            dropping if dropping and self.policy.logging.may_drop else log,
            self.resources,
            self.engine,
            self.fiction,
            self.consultant,
            idle,
            self.evidence,
            self.excuses,
        )

    async def record(self, log: DecisionLog) -> None:
        """
        Put the policy into *log*.

        Raises:
            LogWriteError: It is not durable.
        """
        self.policy_at = (await write_policy(log, self.policy, self.notes)).seq
