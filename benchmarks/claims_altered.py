"""
Which published replies a standard policy would alter, and whether it would be right to.

    python benchmarks/claims_altered.py [DATA] [--skeleton]       # default: ../shared/data

Reads the replies of `hh_rlhf` and `xstest` as a guard reads them. Each altered reply stands in
`benchmarks/data/claims_altered.jsonl` by its row (counted from 0) and the rules that fired, with
a judgement: `right`, `arguable` or `wrong`, and a reason in words of ours; no text of a reply.
One language model read them and judged. `--skeleton` prints the rows that lack a judgement, for
whoever goes on. The shares stand with their 95% Wilson intervals.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims_eval import Eval, question_of
from claims_eval import rows as read_rows

from guardrails.evaluation.shares import Share

TABLE = Path(__file__).resolve().parent / "data" / "claims_altered.jsonl"
FOLDERS = ("hh_rlhf", "xstest")
JUDGEMENTS = ("right", "arguable", "wrong")


def altered(judge: Eval, path: Path, folder: str) -> Iterator[dict[str, Any]]:
    """Yield each altered reply of a folder: its row, and the rules that fired."""
    for row, reply in enumerate(read_rows(path)):
        rules = judge.rules(reply["text"], question_of(reply))
        if rules:
            yield {"folder": folder, "row": row, "rules": rules}


def judged() -> dict[tuple[str, int], dict[str, Any]]:
    """Return the judgements so far, by folder and row."""
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.is_file() else []
    table = [json.loads(line) for line in lines]
    return {(line["folder"], line["row"]): line for line in table}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("data", nargs="?", default="../shared/data", type=Path)
    parser.add_argument("--skeleton", action="store_true")
    options = parser.parse_args()
    known = judged()
    judge = Eval()
    print(f"altered replies, {datetime.now(tz=UTC).date()}", file=sys.stderr)
    counts: Counter[str] = Counter()
    seen = set()
    total = 0
    for folder in FOLDERS:
        path = options.data / "claims" / folder / "data.jsonl"
        if not path.is_file():
            print(f"NOT MEASURED: there is no file {path}", file=sys.stderr)
            return 1
        total += sum(1 for _ in read_rows(path))
        for found in altered(judge, path, folder):
            key = (folder, found["row"])
            seen.add(key)
            counts[known[key]["judged"] if key in known else "not judged"] += 1
            if options.skeleton and key not in known:
                print(json.dumps(found | {"judged": "", "why": ""}))
    print(f"altered      {Share(sum(counts.values()), total)}", file=sys.stderr)
    for name in (*JUDGEMENTS, "not judged"):
        print(f"  {name:10} {counts[name]:4}  {Share(counts[name], total)}", file=sys.stderr)
    print(f"judged, and no longer altered: {len(known.keys() - seen)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
