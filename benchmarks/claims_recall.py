"""
Precision and recall of the claim detector on replies to people in need, from labelled sentences.

    python benchmarks/claims_recall.py [DATA]       # default: ../shared/data

`benchmarks/data/claims_vera.jsonl` labels sentences of `vera_mh/data.jsonl` by row (from 0) and
characters, without their text: each `claim`, `arguable` or `none`, read twice. ONE LANGUAGE MODEL
READ THEM BOTH TIMES, the second time in another order and without its first labels; no person has.
Labelled are all sentences that were altered on 2026-11-27 before rules were mended for what this
reading showed, and draws (by SHA-256 of row and place) from the other sentences with a first
person, by the score that the model for claims gave: 8500, 5000, 1000 or 0 at least, or in another
voice, such as a draft. Each sentence counts as often as its stratum is larger than its draw.
Intervals: 95%, Wilson for precision, 2,000 redraws within the strata for recall.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims_eval import Eval, question_of
from claims_eval import rows as read_rows

from guardrails.evaluation.shares import Share

TABLE = Path(__file__).resolve().parent / "data" / "claims_vera.jsonl"
DRAWS = 2_000
STRICT = ("claim",)
WIDE = ("claim", "arguable")


def labelled() -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Return how many sentences each stratum has, and those of them that were read."""
    head, *lines = TABLE.read_text(encoding="utf-8").splitlines()
    return json.loads(head)["sizes"], [json.loads(line) for line in lines]


def recall(strata: dict[str, list[tuple[bool, bool]]], sizes: dict[str, int]) -> float:
    """Return the share of claims that are altered; each pair says if it is one, and altered."""
    claims = found = 0.0
    for name, pairs in strata.items():
        weight = sizes[name] / len(pairs)
        claims += weight * sum(claim for claim, _ in pairs)
        found += weight * sum(claim and altered for claim, altered in pairs)
    return found / claims if claims else 0.0


def report(rows: list[dict[str, Any]], sizes: dict[str, int], kinds: tuple[str, ...]) -> None:
    strata: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for row in rows:
        claim = row["first"] in kinds and row["second"] in kinds
        strata[row["stratum"]].append((claim, row["altered"]))
    altered = [claim for pairs in strata.values() for claim, hit in pairs if hit]
    print(f"  precision of altered sentences  {Share(sum(altered), len(altered))}")
    draw = random.Random(27)  # noqa: S311 - redraws, no secret
    redrawn = sorted(
        recall({name: draw.choices(pairs, k=len(pairs)) for name, pairs in strata.items()}, sizes)
        for _ in range(DRAWS)
    )
    low, high = redrawn[DRAWS // 40], redrawn[-DRAWS // 40]
    print(f"  recall, estimated               {recall(strata, sizes):.1%} [{low:.1%}, {high:.1%}]")


def main() -> int:
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "claims"
    path = data / "vera_mh" / "data.jsonl"
    print(f"claims in vera_mh, {datetime.now(tz=UTC).date()}")
    if not path.is_file():
        print(f"NOT MEASURED: there is no file {path}")
        return 1
    sizes, rows = labelled()
    judge, unread = Eval(), 0
    for number, reply in enumerate(read_rows(path)):
        here = [row for row in rows if row["row"] == number]
        spans = list(judge.spans(reply["text"], question_of(reply)))
        for row in here:
            row["altered"] = any(a < row["stop"] and row["start"] < b for a, b in spans)
        unread += sum(
            not any(a < row["stop"] and row["start"] < b for row in here) for a, b in spans
        )
    agreed = sum(row["first"] == row["second"] for row in rows)
    print(f"read twice alike {agreed} of {len(rows)}; altered and not read {unread}")
    for title, kinds in (("claims", STRICT), ("claims, and what is arguable", WIDE)):
        print(title)
        report(rows, sizes, kinds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
