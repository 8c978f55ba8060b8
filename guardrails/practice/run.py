"""
Writes a practice log: each conversation goes through a guard as in service.

The log is one like any other, made by the code that serves people. Only chance is not: it is
counted, so that whoever follows the guide meets the same numbers as it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from guardrails.escalation.base import Notice
from guardrails.escalation.memory import MemoryTickets
from guardrails.evidence.forgotten import ForgottenEvidence
from guardrails.guard import Guard
from guardrails.ledger.read import read_records
from guardrails.ledger.record import Kind
from guardrails.ledger.store import FileLog
from guardrails.messages import Message, Role
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.model import Policy
from guardrails.practice.conversations import CONVERSATIONS, Exchange
from guardrails.sessions.memory import MemorySessions
from guardrails.workers import Deadline

ORIGIN: Final = "practice"
"""Name of the log."""

_PATIENT: Final = Deadline(base=10.0, per_thousand=2.0)
"""A slow machine is no reason for a detector to be skipped."""


class Counted:
    """
    Bytes in the place of random ones: the same for each *seed*, and never twice the same.

    Safe for several threads; which of them gets which bytes is up to them.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._numbers = count()

    def __call__(self, size: int) -> bytes:
        """Return *size* bytes."""
        found = b""
        while len(found) < size:
            found += sha256(f"{self._seed}|{next(self._numbers)}".encode()).digest()
        return found[:size]


class _Nobody:
    """A `Channel` that tells nobody: practice is no emergency."""

    async def send(self, notice: Notice) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Practised:
    """
    What was written.

    Attributes:
        log: The folder that holds the log.
        conversations: Those of this run.
        decisions: All decisions that the log holds by now.
    """

    log: Path
    conversations: int
    decisions: int


@dataclass(slots=True)
class _Talk:
    """One conversation under way."""

    guard: Guard
    session: str
    history: list[Message] = field(default_factory=list, repr=False)

    async def go_on(self, exchange: Exchange) -> None:
        """Say one thing, and take up the answer that the guard lets out."""
        self.history.append(Message.of(Role.USER, exchange.said))
        guarded = self.guard.wrap(ScriptedModel([exchange.answered]))
        answer = await guarded(self.history, session_id=self.session, locale="en-GB", country="GB")
        self.history.append(Message.of(Role.ASSISTANT, answer))


def runs_in(log: Path) -> int:
    """
    Return how often the practice log in *log* was gone on with; 0 if there is none.

    Raises:
        LogReadError: It cannot be read.
    """
    if not log.exists():
        return 0
    return sum(_is(found.record, Kind.BOOT) for found in read_records(log))


async def practise(
    policy: Policy, log: Path, times: int, done: Callable[[], None] = lambda: None
) -> Practised:
    """
    Have every conversation *times* under *policy*, and write the log in the folder *log*.

    What is there already is gone on with. Nobody is told, no model is asked, and no text is kept.

    Args:
        policy: As it is to act.
        log: Made if it is missing.
        times: How often each conversation is had.
        done: Called after each.

    Raises:
        LogLockedError: Another process writes the log.
        LogWriteError: It cannot be written.
    """
    run = runs_in(log)
    # Each draws from its own: the log does so on a thread, and names must not depend on when.
    ids, names, others = (Counted(f"{whose} {run}") for whose in ("ids", "names", "others"))
    guard = Guard(
        policy,
        FileLog(log, origin=ORIGIN, random=ids),
        MemorySessions(random=names),
        channels=dict.fromkeys(policy.channels, _Nobody()),
        tickets=MemoryTickets(),
        evidence=ForgottenEvidence(ORIGIN),
        anchors=(),
        deadline=_PATIENT,
        random=others,
    )
    async with guard:
        for time in range(times):
            for number, conversation in enumerate(CONVERSATIONS):
                talk = _Talk(guard, f"practice-{run}-{time}-{number}")
                for exchange in conversation:
                    await talk.go_on(exchange)
                done()
    decisions = sum(_is(found.record, Kind.DECISION) for found in read_records(log))
    return Practised(log, times * len(CONVERSATIONS), decisions)


def _is(record: object, kind: Kind) -> bool:
    return isinstance(record, dict) and record["kind"] == kind
