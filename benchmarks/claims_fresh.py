"""
What becomes of replies that writers made up who knew no rule, and what a reader said of it.

    python benchmarks/claims_fresh.py [--show SET]

`benchmarks/data/claims_replies.jsonl` holds replies of our own, each with what the person asked,
whether it claims anything, its set, and for sets that were read strictly and blind to the rules
a verdict of what was sent then. Only the rules of the policy `companion` about claims act, at its
own threshold and at 45, which a strict policy has. With `--show` the replies of SET and what is
sent are printed instead, for whoever reads on. Shares stand with their 95% Wilson intervals.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims_repaired import reading_guard, repaired

from guardrails.detectors.claims_model import STRICT
from guardrails.evaluation.shares import Share
from guardrails.guard import Guard

REPLIES = Path(__file__).resolve().parent / "data" / "claims_replies.jsonl"


def rows() -> list[dict[str, Any]]:
    """Return the replies, in the order of the file."""
    return [json.loads(line) for line in REPLIES.read_text("utf-8").splitlines()]


async def sent(guard: Guard, every: list[dict[str, Any]]) -> list[str]:
    """Return what *guard* lets through of each reply of *every*."""
    async with guard:
        return [await repaired(guard, row["reply"], row["asked"]) for row in every]


def changed(name: str, every: list[dict[str, Any]], texts: list[str]) -> None:
    """Print how many replies with and without a claim came out otherwise, by set."""
    counts: Counter[tuple[str, bool, bool]] = Counter(
        (row["set"], row["claims"], text.strip() != row["reply"].strip())
        for row, text in zip(every, texts, strict=True)
    )
    for each in sorted({row["set"] for row in every}):
        for claims in (True, False):
            yes, no = counts[each, claims, True], counts[each, claims, False]
            kind = "with a claim" if claims else "without one"
            print(f"{name:8} {each:7} {kind:12} changed {Share(yes, yes + no)}  n={yes + no}")


def kept(every: list[dict[str, Any]], texts: list[str]) -> float:
    """Return the mean share of the length that is kept of the replies that are changed."""
    shares = [
        min(1.0, len(text) / len(row["reply"]))
        for row, text in zip(every, texts, strict=True)
        if text.strip() != row["reply"].strip()
    ]
    return sum(shares) / max(1, len(shares))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1] if __doc__ else None)
    parser.add_argument("--show", metavar="SET")
    options = parser.parse_args()
    every = rows()
    if options.show:
        every = [row for row in every if row["set"] == options.show]
        texts = asyncio.run(sent(reading_guard("companion"), every))
        for number, (row, text) in enumerate(zip(every, texts, strict=True)):
            print(f"##### {number}\nPERSON: {row['asked']}\n--- ORIGINAL\n{row['reply']}")
            print(f"--- SENT\n{text}\n")
        return 0
    print(f"fresh replies, {datetime.now(tz=UTC).date()}")
    texts = asyncio.run(sent(reading_guard("companion"), every))
    changed("standard", every, texts)
    print(f"standard length kept, mean of what is changed: {kept(every, texts):.1%}")
    changed("strict", every, asyncio.run(sent(reading_guard("companion", STRICT), every)))
    for each in sorted({row["set"] for row in every if "verdict" in row}):
        verdicts = Counter(row["verdict"] for row in every if row["set"] == each)
        print(
            f"read strictly: {each}: good {Share(verdicts['good'], verdicts.total())}, others",
            end=" ",
        )
        print(", ".join(f"{name} {n}" for name, n in verdicts.most_common() if name != "good"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
