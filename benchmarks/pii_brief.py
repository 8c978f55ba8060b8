"""
Print how long the looks for personal data take that are made on the event loop.

    python benchmarks/pii_brief.py [--rounds 20]

Texts are our own messages (`sentences.py`), and rows of one scrap each that its rules have
most to do with, both cut to what `PiiDetector.brief` takes. A text counts with the shortest
of its rounds, so that a busy machine is not taken for a slow look. The target is printed and
never asserted.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime

from guard import processor
from sentences import MESSAGES

from guardrails.detectors.base import Needs, View
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.pipeline import COUNTRIES, Pipeline
from guardrails.messages import Side

TARGET = 1.0  # ms
LONGEST = 200  # characters
SCRAPS = (
    "a.a.", "at a at b ", "at a.a.a ", "one two three ", "A B C ", "Ab Cd ", "my name is al ",
    "account number is ", "card ", "born in may ", "a@b.co ", "me, at, ", "'", " ", "A\n", "a-b-",
    "is it at x dot y ", "Main Street, ", "deadbeef", "::", "http://a.b/", "she said to him ",
)  # fmt: skip


def texts() -> list[str]:
    """Return texts that are brief to the detector."""
    numbers = ("", "1 2 3 4 5 6 ", "123456 ", "1.2.3.4 ", "a1b2c3 ")
    rows = [(number + scrap * LONGEST)[:LONGEST] for scrap in SCRAPS for number in numbers]
    detector = PiiDetector()
    return [each for each in (*MESSAGES, *rows) if detector.brief(View.whole(each))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    read = Pipeline(frozenset(), COUNTRIES, frozenset(), model=False)
    detector = PiiDetector(formats=frozenset(Side))
    taken = []
    for text in texts():
        best = float("inf")
        for _ in range(rounds):
            began = time.perf_counter()
            view = replace(View.whole(text), reading=read(text, Needs.FORMATS))
            detector.look(view)
            detector.uncovered(view)
            best = min(best, time.perf_counter() - began)
        taken.append((1000 * best, text))
    taken.sort()
    times = [one for one, _ in taken]
    print(f"{datetime.now(UTC):%Y-%m-%d}  {processor()}, Python {platform.python_version()}")
    print(f"a brief look, ms, {len(times)} texts, the shortest of {rounds} rounds each")
    print(
        f"p50 {statistics.median(times):.2f}   p95 {times[int(0.95 * len(times))]:.2f}", end="   "
    )
    print(f"worst {times[-1]:.2f} ({taken[-1][1][:24]!r} ...)   target < {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
