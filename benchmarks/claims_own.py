"""
How many of our own claim sentences the rules find, by category, and how often in vain.

    python benchmarks/claims_own.py [--half test] [--language english]

Reads the sentences of `training/data/claims` in one language, which a language model wrote and
labelled. `--half` chooses by a hash of the pair: misses of the `dev` half may be read in
order to mend rules, those of the `test` half are counted alone. Each share
stands with its 95% Wilson interval.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from claims_eval import Eval

from guardrails.evaluation.shares import Share

FOLDER = Path(__file__).resolve().parent.parent / "training" / "data" / "claims"


FILES = {
    "english": ("inner", "social"),
    "spanish": ("spanish",),
    "french": ("french",),
    "german": ("german",),
}


def rows(half: str, language: str) -> Iterator[dict[str, Any]]:
    for name in FILES[language]:
        path = FOLDER / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            odd = sha256(row["pair"].encode()).digest()[-1] % 2
            if row["label"] != "grey" and half in ("all", "test" if odd else "dev"):
                yield row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("--half", choices=["dev", "test", "all"], default="test")
    parser.add_argument("--language", choices=list(FILES), default="english")
    options = parser.parse_args()
    judge = Eval()
    counts: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows(options.half, options.language):
        hit = any(judge.frames(row["text"], row["asked"]))
        kind = (
            row["why"] if row["label"] == "no_claim" else "oblique" if row["oblique"] else "plain"
        )
        for name in (row["category"], kind, "all"):
            count = counts[row["label"], name]
            count[0] += hit
            count[1] += 1
    for label, title in (("claim", "found"), ("no_claim", "flagged in vain")):
        print(f"{options.half}: {label}s {title}")
        for (of, name), (hits, total) in sorted(counts.items()):
            if of == label:
                print(f"  {name:16}{hits:5} of {total:5}  {Share(hits, total)}")
    right, wrong = counts["claim", "all"][0], counts["no_claim", "all"][0]
    print(f"{options.half}: precision {Share(right, right + wrong)}")


if __name__ == "__main__":
    main()
