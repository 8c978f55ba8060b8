"""
Writes the log that every later version must verify and replay.

    python -m tests.ledger.golden.make tests/ledger/golden/0.1.0

Clocks and random numbers are counted out, so that only the version of the package, of
Python and of what the findings depend on differ between two runs. What is committed is
never written anew: a version that records something new adds a folder of its own.
"""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import sys
from collections.abc import Callable
from pathlib import Path

from guardrails.ledger.acts import access_body, erase_body, retain_body
from guardrails.ledger.bodies import session_close_body
from guardrails.ledger.escalations import escalation_ack_body, escalation_failed_body
from guardrails.ledger.policies import policy_rejected_body
from guardrails.ledger.record import Kind
from guardrails.ledger.store import FileLog
from guardrails.messages import Message, OpaquePart, Role, TextPart
from guardrails.policy.canonical import sealed
from guardrails.policy.load import load
from tests.guards import Desk, guard, say
from tests.policies import policy

NOW = 1_795_384_134
TALK = (
    ("Write to jo@example.org please.", "I have missed you. Done."),
    ("are you human", "I am a real person."),
    ("I wish I would not wake up", "Tell me more."),
    ("I cannot go on at all", None),
    ("hunter2 is my password", None),
    ("Thanks.", "I feel lonely when you go. " + "That is all for today. " * 30),
)


def counted(name: str) -> Callable[[int], bytes]:
    """Return a source of bytes that is the same in each run."""
    numbers = itertools.count()
    return lambda size: hashlib.shake_256(f"{name} {next(numbers)}".encode()).digest(size)


async def write(directory: Path) -> None:
    """Write the log into *directory*."""
    seconds, runs = itertools.count(), itertools.count()

    def opened() -> FileLog:
        ticks = itertools.count(0, 1_000_000)
        return FileLog(
            directory,
            origin="golden",
            clock=lambda: NOW * 10**9 + next(seconds) * 1_000_000,
            ticks=lambda: next(ticks),
            random=counted(f"run {next(runs)}"),
            segment_records=24,
        )

    for using in (load(Path("policies/support-desk.yaml")), sealed(policy())):
        log = opened()
        guarded = guard(
            using,
            log=log,
            random=counted(using.id),
            now=lambda: NOW,
            channels={name: Desk() for name in using.channels},
        )
        for message, reply in TALK:
            await say(guarded, message, reply, minor=using.id == "support-desk")
        picture = Message(Role.USER, (TextPart("Look."), OpaquePart("image", {})))
        await say(guarded, [picture], "Fine.")
        await guarded.clear_watch("s", by="op_7")
        await guarded.aclose()
    last = max(log.folder.glob("seg-*.jsonl"))
    with last.open("ab") as file:
        file.write(b'{"torn by a crash')
    log = opened()
    by = {"by": "op_7", "at": NOW}
    for kind, body in (
        (Kind.POLICY_REJECTED, policy_rejected_body(problems=2, kept=None)),
        (
            Kind.ESCALATION_FAILED,
            escalation_failed_body(escalation="e", to="desk", attempt=3, why="ChannelError"),
        ),
        (Kind.ESCALATION_ACK, escalation_ack_body(escalation="e", **by)),  # type: ignore[arg-type]
        (Kind.ACCESS, access_body(record="r", field="in", reason="complaint", case="C-7", **by)),  # type: ignore[arg-type]
        (Kind.ERASE, erase_body(sessions=1, stores=["vault"], reason="request", **by)),  # type: ignore[arg-type]
        (Kind.RETAIN, retain_body(segments=(1, 1), seqs=(0, 9), reason="age", at=NOW)),
        (Kind.HEARTBEAT, {}),
        (Kind.SESSION_CLOSE, session_close_body(session="s_1", turns=7)),
    ):
        await log.append(kind, body)
    log.close()
    (log.folder / "lock").unlink()


if __name__ == "__main__":
    asyncio.run(write(Path(sys.argv[1])))
