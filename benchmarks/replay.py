"""
Decisions a second when a log is replayed, and records a second when it is verified.

    python benchmarks/replay.py [--records 100000] [--policy companion] [--rounds 3]

Writes a log of that many decisions with three to five findings each, as a guard would, then
replays it whole (reading, parsing, deciding, comparing), decides alone, and verifies it
beside a plain loop that reads, parses, writes and hashes each record. Rounds take turns
and the best of each is printed, in seconds of the processor; nothing is read from a
message, for there is none.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from log import plain

from guardrails.findings import Family, Finding, Mark, Span
from guardrails.ledger.contexts import ctx_body
from guardrails.ledger.decided import decision_body
from guardrails.ledger.policies import write_policy
from guardrails.ledger.store import FileLog
from guardrails.ledger.verify import verify
from guardrails.messages import Side, Surface
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.replay.run import replay

KINDS: dict[Side, tuple[str, ...]] = {
    Side.OUTPUT: ("claim.emotion", "claim.bond", "claim.embodiment", "pii.email", "pii.person"),
    Side.INPUT: ("pii.person", "pii.phone", "pii.url", "pii.email", "crisis.suicide"),
}
MARKS = (Mark.SEVERITY_1, Mark.SEVERITY_2, Mark.SEVERITY_4, Mark.WISH, Mark.THOUGHT, Mark.QUOTED)
DISTINCT = 1_000
"""Decisions that differ; they come again and again."""


@dataclass(frozen=True)
class Case:
    """What one decision is made from."""

    findings: tuple[Finding, ...]
    ctx: DecideContext


def cases(seed: int = 7) -> list[Case]:
    """Return decisions with three to five findings of any score, at any time of a session."""
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    made = []
    for number in range(DISTINCT):
        side = (Side.INPUT, Side.OUTPUT)[number % 2]
        findings = []
        for at in range(chance.randint(3, 5)):
            kind = chance.choice(KINDS[side])
            marks = {Mark.SELF, Mark.NOW, chance.choice(MARKS)} if "crisis" in kind else set()
            span = Span(at * 80, at * 80 + chance.randint(4, 60))
            score = chance.randint(2_000, 10_000)
            findings.append(Finding(kind, span, score, "detector/1:rule", frozenset(marks)))
        ctx = DecideContext(
            1_795_384_134 + number,
            side,
            Surface.TEXT,
            risk=chance.randrange(10_001),
            since_turns=chance.randrange(20),
            since_seconds=chance.randrange(9_000),
            detectors=dict.fromkeys((Family.CRISIS, Family.CLAIM, Family.PII), "decided"),
        )
        made.append(Case(tuple(findings), ctx))
    return made


async def write(folder: Path, policy: Policy, records: int) -> None:
    log = FileLog(folder, write_limit=60)  # a busy machine is no failure here
    at = (await write_policy(log, policy)).seq
    bodies = [
        decision_body(
            session="s_0123456789abcdef0123456789abcdef",
            turn=7,
            side=case.ctx.side,
            surface=Surface.TEXT,
            part=(0, (0, 400), True),
            policy_id=policy.id,
            policy_hash=policy.hash,
            policy_at=at,
            engine={"pkg": "0.1.0"},
            ctx=ctx_body(case.ctx),
            findings=case.findings,
            findings_from=policy.logging.findings_from,
            reports=(),
            decision=decide(policy, case.findings, case.ctx),
            text_level="findings",
            text_len_in=400,
            text_len_out=400,
            us={"detect": 812},
        )
        for case in cases()
    ]
    for first in range(0, records, 500):
        numbers = range(first, min(first + 500, records))
        await asyncio.gather(*(log.append("decision", bodies[n % DISTINCT]) for n in numbers))
    log.close()


def timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--policy", default="companion")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    policy = load_policy(options.policy)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(write(folder, policy, options.records))
        result = replay(folder)
        if result.differs or result.unread or result.decisions != options.records:
            msg = "the log did not replay"
            raise SystemExit(msg)

        made = cases()

        def deciding() -> None:
            for number in range(options.records):
                case = made[number % DISTINCT]
                decide(policy, case.findings, case.ctx)

        works: dict[str, Callable[[], object]] = {
            "replay": lambda: replay(folder),
            "decide": deciding,
            "verify": lambda: verify(folder),
            "plain": lambda: plain(folder),
        }
        best = dict.fromkeys(works, float("inf"))
        for _ in range(options.rounds):
            for label, work in works.items():
                best[label] = min(best[label], timed(work))
    for label, seconds in best.items():
        print(f"{label:8} {options.records / seconds:>10,.0f} a second")
    print("the bar for replay is 50,000 a second on one core")
    print(f"verify takes {best['verify'] / best['plain']:.2f} x the plain loop; the bar is 1.5")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory, writing included: {most:.0f} MB")


if __name__ == "__main__":
    main()
