"""
Draw replies that a ready policy alters, and what becomes of them, for somebody to read.

    python benchmarks/claims_repaired.py SEED [--count 200] [--data ../shared/data] [--rows FILE]

Each line of the output is a reply: `n`, `file` and `row` (from 0), what the person `asked`, and the
reply `before` and `after`. Only the policy's rules about claims act, so that nothing else is read.
Folders are drawn from in turn, each in an order that SEED decides, so that no folder fills the
draw. With `--rows` only the replies are looked at that FILE names by `file` and `row`. What is
printed is somebody else's data: it is read and not kept.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from claims_eval import rows as read_rows

from guardrails.findings import SCORE_MAX, Family
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.ready import load_policy
from guardrails.testing.channels import KeptChannel
from guardrails.workers import Deadline

FOLDERS = (
    "darkbench/synthetic_replies.jsonl",
    "hh_rlhf/data.jsonl",
    "humt_dumt/data.jsonl",
    "vera_mh/data.jsonl",
    "r_u_a_robot/system_replies.jsonl",
    "humanebench/rated_replies.jsonl",
    "openai_model_spec/data.jsonl",
    "truthfulqa_identity/data.jsonl",
    "xstest/data.jsonl",
    "spiral_bench/turns.jsonl",
    "assistant_axis/data.jsonl",
)
LONGEST = 4_000
"""Characters of a reply; nobody reads two hundred longer ones."""


def asked_in(row: dict[str, Any]) -> str:
    """Return the person's message that the reply of *row* answers, or ""."""
    orig = row.get("orig") or {}
    names = ("user", "question", "prior_user", "prompt")
    return next((str(orig[name]) for name in names if orig.get(name)), "")


def drawn(data: Path, seed: int, only: frozenset[tuple[str, int]] | None) -> Iterator[Any]:
    """Yield replies of all folders in turn, each folder in its own seeded order."""
    piles = []
    for file in FOLDERS:
        order = list(enumerate(read_rows(data / file)))
        random.Random(f"{seed} {file}").shuffle(order)  # noqa: S311 - nothing secret
        piles.append([(file, at, row) for at, row in order if only is None or (file, at) in only])
    while any(piles):
        for pile in piles:
            if pile:
                yield pile.pop()


def reading_guard(name: str, threshold: int = SCORE_MAX) -> Guard:
    """
    Return a guard with the rules of policy *name* about claims, and no others.

    Each acts from *threshold* of 10,000 on, if its own is not lower.
    """
    ready = load_policy(name)
    claims = (rule for rule in ready.rules if rule.family is Family.CLAIM)
    rules = tuple(replace(one, threshold=min(one.threshold, threshold)) for one in claims)
    policy = replace(ready, rules=rules, disclosure=Disclosure())
    channels = {channel: KeptChannel() for channel in policy.channels}
    return Guard(policy, MemoryLog(), channels=channels, deadline=Deadline(5.0, 1.0))


async def repaired(guard: Guard, reply: str, asked: str) -> str:
    """Return *reply* to *asked* as *guard* lets it through."""
    events = guard.stream(ScriptedModel([reply]), asked, session_id=os.urandom(8).hex())
    return "".join([getattr(event, "text", "") async for event in events])


async def altered(
    data: Path, seed: int, only: frozenset[tuple[str, int]] | None
) -> AsyncIterator[dict[str, Any]]:
    """Yield the replies that the policy `companion` alters, in the order they are drawn."""
    async with reading_guard("companion") as guard:
        for file, at, row in drawn(data, seed, only):
            before, asked = row["text"], asked_in(row)
            if not before.strip() or len(before) > LONGEST:
                continue
            after = await repaired(guard, before, asked or "Hello.")
            if after != before:
                yield {"file": file, "row": at, "asked": asked, "before": before, "after": after}


async def written(options: argparse.Namespace) -> int:
    data = options.data / "claims"
    if not data.is_dir():
        print(f"NOT MEASURED: there is no labelled data at {data}", file=sys.stderr)
        return 1
    only = None
    if options.rows is not None:
        named = [json.loads(line) for line in options.rows.read_text("utf-8").splitlines()]
        only = frozenset((line["file"], line["row"]) for line in named)
    n, share = 0, 0.0
    async for one in altered(data, options.seed, only):
        print(json.dumps({"n": n, **one}, ensure_ascii=False))
        n, share = n + 1, share + min(1.0, len(one["after"]) / len(one["before"]))
        if n >= options.count:
            break
    print(f"{n} replies altered; length kept, mean {share / max(n, 1):.1%}", file=sys.stderr)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1] if __doc__ else None)
    parser.add_argument("seed", type=int)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--rows", type=Path)
    return asyncio.run(written(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
