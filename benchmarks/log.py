"""
Durable appends a second, by number of clients: the log in files beside a bare loop.

    python benchmarks/log.py [--records 20000] [--rounds 5] [--directory DIR]
    python benchmarks/log.py --verify 1000000

Each client awaits the receipt of one record before it appends the next. The bare loop is
the least that keeps a promise: a thread takes what waits, writes it as lines of JSON and
calls fdatasync once, with no hash, no check and no lock. The log in memory is printed too.
The rounds of all take turns, so that a busy moment hits each; medians are printed, and the
ratio is the median of the rounds' own.

With --verify a log of that many records is made, and its verification is held against a
plain loop that reads, parses, writes and hashes each record, in seconds of the processor;
the most memory that was used is printed, making the log included.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import os
import queue
import resource
import statistics
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Protocol

import orjson

from guardrails.decisions import Decision
from guardrails.findings import Finding, Span
from guardrails.ledger.bodies import boot_body, decision_body
from guardrails.ledger.chain import content_hash
from guardrails.ledger.draft import draft
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


class Appends(Protocol):
    """What is measured."""

    async def append(self, kind: str, body: Mapping[str, Any]) -> object:
        """Return once the record is kept."""


class Bare:
    """Lines of JSON in one file, each durable before its caller goes on."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)
        self._jobs: queue.SimpleQueue[tuple[bytes, asyncio.Future[None]] | None] = (
            queue.SimpleQueue()
        )
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    async def append(self, kind: str, body: Mapping[str, Any]) -> None:
        """Return once the line is durable."""
        kept = asyncio.get_running_loop().create_future()
        self._jobs.put((orjson.dumps({"kind": kind, **body}), kept))
        await kept

    def close(self) -> None:
        """End the thread."""
        self._jobs.put(None)
        self._thread.join()
        self._file.close()

    def _run(self) -> None:
        going = True
        while going:
            jobs = [self._jobs.get()]
            while not self._jobs.empty():
                jobs.append(self._jobs.get())
            going = None not in jobs
            lines = [job for job in jobs if job is not None]
            self._file.write(b"".join(line + b"\n" for line, _ in lines))
            os.fdatasync(self._file.fileno())
            if lines:
                futures = [kept for _, kept in lines]
                futures[0].get_loop().call_soon_threadsafe(_settle, futures)


def _settle(futures: Sequence[asyncio.Future[None]]) -> None:
    for kept in futures:
        kept.set_result(None)


async def rate(log: Appends, clients: int, records: int) -> tuple[float, float]:
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
                file.write(scribe.write(draft(kind, told))[0] + b"\n")


def plain(folder: Path) -> None:
    """Read, parse, write and hash each record below *folder*: the least that a check can do."""
    prev = "0" * 64
    for path in sorted(folder.rglob("seg-*.jsonl")):
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
    print("clients     log /s   p50 ms    bare /s   log : bare   memory /s")
    with tempfile.TemporaryDirectory(dir=chosen.directory) as name:
        for clients in CLIENTS:
            records = chosen.records if clients > 1 else chosen.records // 10
            rates: dict[str, list[float]] = {"log": [], "bare": [], "memory": []}
            waits = []
            for number in range(chosen.rounds):
                log = FileLog(name, origin=f"c{clients}-{number}")
                on_disk, wait = asyncio.run(rate(log, clients, records))
                log.close()
                bare = Bare(Path(name) / f"bare-{clients}-{number}")
                least, _ = asyncio.run(rate(bare, clients, records))
                bare.close()
                rates["log"].append(on_disk)
                rates["bare"].append(least)
                rates["memory"].append(asyncio.run(rate(MemoryLog(), clients, records))[0])
                waits.append(wait)
            middle = {label: statistics.median(of) for label, of in rates.items()}
            ratio = statistics.median(
                a / b for a, b in zip(rates["log"], rates["bare"], strict=True)
            )
            print(
                f"{clients:>7} {middle['log']:>10,.0f} {statistics.median(waits):>8.2f} "
                f"{middle['bare']:>10,.0f} {ratio:>11.0%} {middle['memory']:>11,.0f}"
            )
        print("the bar is 80 % of the bare loop")
        began = time.perf_counter()
        verdict = verify(name)
        taken = time.perf_counter() - began
        total = sum(one.records for one in verdict.logs)
        print(f"verify: {total / taken:,.0f} records/s ({total:,} records), {verdict.code.name}")


if __name__ == "__main__":
    main()
