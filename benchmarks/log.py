"""
Durable appends a second, by number of clients: the log in files against the log in memory.

    python benchmarks/log.py [--records 20000] [--rounds 5] [--directory DIR]
    python benchmarks/log.py --verify 1000000

Each client awaits the receipt of one record before it appends the next. The rounds
of both logs take turns, so that a busy moment hits both; medians are printed.

With --verify a log of that many records is made, and its verification is held against a
plain loop that reads, parses, writes and hashes each record, in seconds of the processor;
the most memory that was used is printed, making the log included.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import resource
import statistics
import tempfile
import time
from itertools import chain, islice
from pathlib import Path
from typing import Any

import orjson

from guardrails.decisions import Decision
from guardrails.findings import Finding, Span
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.bodies import boot_body, decision_body
from guardrails.ledger.chain import content_hash
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.scribe import Scribe
from guardrails.ledger.store import FileLog
from guardrails.ledger.verify import verify

CLIENTS = (1, 64, 256)


def record() -> dict[str, Any]:
    """Return the body of a decision with three findings, as a guard writes it."""
    spans = [Span(14, 52), Span(60, 70), Span(80, 99)]
    return decision_body(
        session="s_0123456789abcdef0123456789abcdef",
        turn=7,
        side="output",
        surface="text",
        part=(0, (0, 412), False),
        policy_id="companion",
        policy_hash=content_hash(b"policy"),
        policy_at=1,
        engine={"pkg": "0.1.0", "env": content_hash(b"engine")},
        ctx={"now": 1_795_384_134, "locale": "en-GB", "country": "GB", "risk": 0, "watched": False},
        findings=[Finding("claim.emotion", span, 8120, "claims/1") for span in spans],
        findings_from=2000,
        reports=(),
        decision=Decision(),
        text_level="findings",
        text_len_in=412,
        text_len_out=412,
        us={"detect": 812},
    )


async def rate(log: DecisionLog, clients: int, records: int) -> tuple[float, float]:
    """Return appends a second, and the median wait of one append in milliseconds."""
    body = record()
    waits: list[float] = []

    async def client() -> None:
        for _ in range(max(1, records // clients)):
            began = time.perf_counter()
            await log.append("decision", body)
            waits.append(time.perf_counter() - began)

    policy = {"id": "companion", "hash": content_hash(b"policy")}
    await log.append("policy", {"policy": policy, "text": "policy"})
    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    taken = time.perf_counter() - began
    return len(waits) / taken, statistics.median(waits) * 1000


def make(folder: Path, records: int, each: int = 65_536) -> None:
    """Make the log of *folder* without waiting for the disk, a record at a time."""
    folder.mkdir(parents=True)
    scribe, body = Scribe("local"), record()
    policy = {"id": "companion", "hash": content_hash(b"policy")}
    first = [("boot", boot_body("local")), ("policy", {"policy": policy, "text": "policy"})]
    rest = (("decision", body) for _ in range(records - len(first)))
    source = chain(first, rest)
    for number in range(1, records // each + 2):
        with (folder / f"seg-{number:06d}.jsonl").open("wb") as file:
            for kind, told in islice(source, each):
                file.write(scribe.write(kind, told)[0] + b"\n")


def plain(folder: Path) -> None:
    """Read, parse, write and hash each record: the least that a check can do."""
    prev = "0" * 64
    for path in sorted(folder.glob("seg-*.jsonl")):
        with path.open("rb") as file:
            for line in file:
                read = orjson.loads(line)
                again = orjson.dumps(read, option=orjson.OPT_SORT_KEYS)
                if again + b"\n" != line or read["prev"] != prev:
                    msg = "the log is not sound"
                    raise SystemExit(msg)
                prev = hashlib.sha256(b"\x00" + again).hexdigest()


def verifying(records: int, directory: Path | None) -> None:
    """Print how long it takes to verify so many records, and how much memory."""
    with tempfile.TemporaryDirectory(dir=directory) as name:
        folder = Path(name) / "local"
        make(folder, records)
        began = time.process_time()
        plain(folder)
        least = time.process_time() - began
        began = time.process_time()
        verdict = verify(name)
        taken = time.process_time() - began
    [log] = verdict.logs
    if verdict.problems or log.records != records:
        msg = "the log did not verify"
        raise SystemExit(msg)
    print(f"plain loop {records / least:>10,.0f} records/s")
    print(f"verify     {records / taken:>10,.0f} records/s of {records:,}, {verdict.code.name}")
    print(f"verify takes {taken / least:.2f} x the plain loop; the bar is 1.5")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory: {most:.0f} MB; the bar is 300")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--directory", type=Path, help="where the files are to lie")
    parser.add_argument("--verify", type=int, metavar="RECORDS", help="only this")
    chosen = parser.parse_args()
    if chosen.verify:
        verifying(chosen.verify, chosen.directory)
        return
    print(f"{chosen.records:,} appends a round (a tenth of it for one client)")
    print(f"{'clients':>8} {'file /s':>10} {'p50 ms':>8} {'memory /s':>10} {'memory : file':>14}")
    with tempfile.TemporaryDirectory(dir=chosen.directory) as name:
        for clients in CLIENTS:
            records = chosen.records if clients > 1 else chosen.records // 10
            file: list[tuple[float, float]] = []
            memory: list[tuple[float, float]] = []
            for number in range(chosen.rounds):
                log = FileLog(name, origin=f"c{clients}-{number}")
                file.append(asyncio.run(rate(log, clients, records)))
                log.close()
                memory.append(asyncio.run(rate(MemoryLog(), clients, records)))
            on_disk = statistics.median(per_second for per_second, _ in file)
            in_memory = statistics.median(per_second for per_second, _ in memory)
            wait = statistics.median(wait for _, wait in file)
            print(
                f"{clients:>8} {on_disk:>10,.0f} {wait:>8.2f} {in_memory:>10,.0f} "
                f"{in_memory / on_disk:>14.2f}"
            )
        began = time.perf_counter()
        verdict = verify(name)
        taken = time.perf_counter() - began
        total = sum(one.records for one in verdict.logs)
        print(f"verify: {total / taken:,.0f} records/s ({total:,} records), {verdict.code.name}")


if __name__ == "__main__":
    main()
