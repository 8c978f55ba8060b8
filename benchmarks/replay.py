"""
Decisions a second when a log is replayed, and records a second when it is verified.

    python benchmarks/replay.py [--records 100000] [--policy companion] [--rounds 3]

Writes a log of that many decisions with four findings each, as a guard would, then
replays it whole (reading, parsing, deciding, comparing), decides alone, and verifies it
beside a plain loop that reads, parses, writes and hashes each record. Rounds take turns
and the best of each is printed; nothing is read from a message, for there is none.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import orjson

from guardrails.findings import Family, Finding, Mark, Span
from guardrails.judge import ctx_body
from guardrails.ledger.bodies import decision_body, write_policy
from guardrails.ledger.store import FileLog
from guardrails.ledger.verify import verify
from guardrails.messages import Side, Surface
from guardrails.policy.decide import DecideContext, decide
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.replay.run import replay

CASES: tuple[tuple[Side, tuple[Finding, ...]], ...] = (
    (
        Side.OUTPUT,
        (
            Finding("claim.emotion", Span(0, 20), 9_000, "claims/1:feel"),
            Finding("claim.bond", Span(30, 40), 8_000, "claims/1:love"),
            Finding("pii.email", Span(50, 70), 10_000, "presidio/1:EMAIL"),
            Finding("pii.person", Span(80, 90), 8_500, "rampart/1:PERSON"),
        ),
    ),
    (
        Side.INPUT,
        (
            Finding("pii.person", Span(0, 8), 8_500, "rampart/1:PERSON"),
            Finding("pii.phone", Span(10, 22), 9_000, "presidio/1:PHONE"),
            Finding("pii.url", Span(30, 50), 6_000, "presidio/1:URL"),
            Finding(
                "crisis.suicide",
                Span(60, 80),
                8_200,
                "crisis-rules/1:en.wish-dead",
                frozenset({Mark.SELF, Mark.NOW, Mark.SEVERITY_1, Mark.WISH}),
            ),
        ),
    ),
)


def context(side: Side) -> DecideContext:
    detectors = dict.fromkeys((Family.CRISIS, Family.CLAIM, Family.PII), "decided")
    return DecideContext(1_795_384_134, side, Surface.TEXT, since_turns=3, since_seconds=60,
                         detectors=detectors)  # fmt: skip


async def write(folder: Path, policy: Policy, records: int) -> None:
    log = FileLog(folder)
    at = (await write_policy(log, policy)).seq
    bodies = [
        decision_body(
            session="s_0123456789abcdef0123456789abcdef",
            turn=7,
            side=side,
            surface=Surface.TEXT,
            part=(0, (0, 400), True),
            policy_id=policy.id,
            policy_hash=policy.hash,
            policy_at=at,
            engine={"pkg": "0.1.0"},
            ctx=ctx_body(context(side)),
            findings=findings,
            findings_from=policy.logging.findings_from,
            reports=(),
            decision=decide(policy, findings, context(side)),
            text_level="findings",
            text_len_in=400,
            text_len_out=400,
            us={"detect": 812},
        )
        for side, findings in CASES
    ]
    for first in range(0, records, 500):
        numbers = range(first, min(first + 500, records))
        await asyncio.gather(*(log.append("decision", bodies[n % 2]) for n in numbers))
    log.close()


def plain(folder: Path) -> None:
    """Read, parse, write and hash each record: the least that a check can do."""
    prev = "0" * 64
    for path in sorted(folder.rglob("seg-*.jsonl")):
        with path.open("rb") as file:
            for line in file:
                record = orjson.loads(line)
                again = orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
                if again + b"\n" != line or record["prev"] != prev:
                    msg = "the log is not sound"
                    raise SystemExit(msg)
                prev = hashlib.sha256(b"\x00" + again).hexdigest()


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


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

        def deciding() -> None:
            for number in range(options.records):
                side, findings = CASES[number % 2]
                decide(policy, findings, context(side))

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
    print(f"verify takes {best['verify'] / best['plain']:.2f} x the plain loop")
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
