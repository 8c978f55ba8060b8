"""
Durable appends a second, by number of clients: the log in files beside a bare loop.

    python benchmarks/log.py [--records 20000] [--rounds 5] [--directory DIR]
    python benchmarks/log.py --verify 1000000

Each client awaits its own record before it appends the next, in every column. The bare
loop is the least that keeps a promise: a thread takes what waits, writes it as lines of
JSON, calls fdatasync once and tells each client, with no hash, no check and no lock. The
chained loop is the same with lines that have the log's header, in canonical form, each with
the hash of the one before: the least that anybody could prove anything by, of bodies that
it takes on trust. The log in memory is printed too. The rounds of all take turns, so that a
busy moment hits each; medians are printed, and ratios are medians of the rounds' own.

With --stages it prints instead how many microseconds of the processor each step of an
append takes on its own.

With --verify a log of that many records is made, and its verification is held against a
plain loop that reads, parses, writes and hashes each record, in seconds of the processor;
the most memory that was used is printed, making the log included.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import marshal
import os
import queue
import resource
import statistics
import tempfile
import threading
import time
import timeit
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Protocol

import orjson

from guardrails.decisions import Decision
from guardrails.findings import Finding, Span
from guardrails.ledger.bodies import boot_body
from guardrails.ledger.chain import content_hash
from guardrails.ledger.decided import decision_body
from guardrails.ledger.draft import draft
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.record import uuid7
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


class Loop:
    """
    Lines in one file, each durable before its caller goes on.

    Args:
        path: The file.
        given: What a caller hands to the thread of a body.
        line: What the thread makes a line of that.
    """

    def __init__(
        self,
        path: Path,
        given: Callable[[Mapping[str, Any]], Any],
        line: Callable[[Any], bytes],
    ) -> None:
        self._file = path.open("ab", buffering=0)
        self._given, self._line = given, line
        self._jobs: queue.SimpleQueue[tuple[Any, asyncio.Future[None]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    async def append(self, kind: str, body: Mapping[str, Any]) -> None:
        """Return once the line is durable."""
        kept = asyncio.get_running_loop().create_future()
        self._jobs.put((self._given({"kind": kind, **body}), kept))
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
            self._file.write(b"".join(self._line(given) + b"\n" for given, _ in lines))
            os.fdatasync(self._file.fileno())
            if lines:
                futures = [kept for _, kept in lines]
                futures[0].get_loop().call_soon_threadsafe(_settle, futures)


def bare(path: Path) -> Loop:
    """Return the loop that writes bodies as they are."""
    return Loop(path, orjson.dumps, bytes)


def chained(path: Path) -> Loop:
    """Return the loop that gives each body a header, and the hash of the line before."""
    seq, prev = 0, "0" * 64

    def line(body: dict[str, Any]) -> bytes:
        nonlocal seq, prev
        now = time.time_ns() // 1000
        header = {"v": 1, "seq": seq, "prev": prev, "id": uuid7(now // 1000, os.urandom(10))}
        header |= {"ts": now, "mono": time.monotonic_ns() // 1000, "boot": "b_0123456789abcdef"}
        data = orjson.dumps({**body, **header}, option=orjson.OPT_SORT_KEYS)
        seq, prev = seq + 1, hashlib.sha256(b"\x00" + data).hexdigest()
        return data

    return Loop(path, dict, line)


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


def stages(times: int = 2_000) -> None:
    """Print what each step of an append takes, one after the other, in one thread."""
    body, scribe = record(), Scribe("local")
    drafted = draft("decision", body)
    line, _ = Scribe("local").write(drafted)
    loop = asyncio.new_event_loop()
    steps: dict[str, Callable[[], object]] = {
        "check the body's types": lambda: marshal.dumps(body, 2),
        "canonical JSON": lambda: orjson.dumps(body, option=orjson.OPT_SORT_KEYS),
        "both, and room for a header": lambda: draft("decision", body),
        "hash of the leaf": lambda: hashlib.sha256(b"\x00" + line).hexdigest(),
        "an id": lambda: uuid7(time.time_ns() // 1_000_000, os.urandom(10)),
        "header, hash, id and receipt": lambda: scribe.write(drafted),
        "a future": loop.create_future,
    }
    for name, step in steps.items():
        rounds = timeit.repeat(step, timer=time.process_time, number=times, repeat=9)
        print(f"{name:30} {min(rounds) / times * 1e6:6.2f} us")
    loop.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--directory", type=Path, help="where the files are to lie")
    parser.add_argument("--verify", type=int, metavar="RECORDS", help="only this")
    parser.add_argument("--stages", action="store_true", help="only this")
    chosen = parser.parse_args()
    if chosen.verify:
        verifying(chosen.verify, chosen.directory)
        return
    if chosen.stages:
        stages()
        return
    print(f"{chosen.records:,} appends a round (a tenth of it for one client)")
    print("clients     log /s   p50 ms    bare /s chained /s  log : bare  log : chained  memory /s")
    with tempfile.TemporaryDirectory(dir=chosen.directory) as name:
        for clients in CLIENTS:
            records = chosen.records if clients > 1 else chosen.records // 10
            rates: dict[str, list[float]] = {"log": [], "bare": [], "chained": [], "memory": []}
            waits = []
            for number in range(chosen.rounds):
                log = FileLog(name, origin=f"c{clients}-{number}")
                on_disk, wait = asyncio.run(rate(log, clients, records))
                log.close()
                rates["log"].append(on_disk)
                for label, make_loop in (("bare", bare), ("chained", chained)):
                    loop = make_loop(Path(name) / f"{label}-{clients}-{number}")
                    rates[label].append(asyncio.run(rate(loop, clients, records))[0])
                    loop.close()
                rates["memory"].append(asyncio.run(rate(MemoryLog(), clients, records))[0])
                waits.append(wait)
            middle = {label: statistics.median(of) for label, of in rates.items()}
            shares = {
                label: statistics.median(
                    a / b for a, b in zip(rates["log"], rates[label], strict=True)
                )
                for label in ("bare", "chained")
            }
            print(
                f"{clients:>7} {middle['log']:>10,.0f} {statistics.median(waits):>8.2f} "
                f"{middle['bare']:>10,.0f} {middle['chained']:>10,.0f} {shares['bare']:>11.0%} "
                f"{shares['chained']:>14.0%} {middle['memory']:>10,.0f}"
            )
        print("the bar is 80 % of the bare loop")
        began = time.perf_counter()
        verdict = verify(name)
        taken = time.perf_counter() - began
        total = sum(one.records for one in verdict.logs)
        print(f"verify: {total / taken:,.0f} records/s ({total:,} records), {verdict.code.name}")


if __name__ == "__main__":
    main()
