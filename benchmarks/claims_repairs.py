"""
Repair the replies of a table: what is found in them afterwards, and how much of them stays.

    python benchmarks/claims_repairs.py [DATA]       # default: ../shared/data

`benchmarks/data/claims_repairs.jsonl` names replies by file and row (or id) and says of the repair
of each, as it was on 2026-11-27, if it is grammatical and still on the subject. ONE LANGUAGE MODEL
READ THEM, without the rules that had fired; no person has. Drawn by SHA-256 among the altered
replies of four shared folders and of our own English replies. No text is printed.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from claims_eval import question_of
from claims_eval import rows as read_rows

from guardrails.evaluation.shares import Share
from tests.detectors.claiming import claims, repaired

HERE = Path(__file__).resolve().parent
TABLE = HERE / "data" / "claims_repairs.jsonl"


@cache
def _file(path: Path) -> tuple[dict[str, Any], ...]:
    return tuple(read_rows(path))


def reply_of(line: dict[str, Any], data: Path) -> tuple[str, str]:
    """Return the text of a reply of the table, and what it answers."""
    if line["file"].startswith("training/"):
        own = next(row for row in _file(HERE.parent / line["file"]) if row["id"] == line["row"])
        return own["text"], own["asked"]
    row = _file(data / line["file"])[line["row"]]
    return row["text"], question_of(row)


def main() -> int:
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "claims"
    if not data.is_dir():
        print(f"NOT MEASURED: there is no labelled data at {data}")
        return 1
    table = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]
    clean = kept = altered = 0
    for line in table:
        before, asked = reply_of(line, data)
        after = repaired(before, asked)
        clean += not claims(after, asked)
        kept += min(1.0, len(after) / len(before))
        altered += after != before
    total = len(table)
    print(f"repairs, {datetime.now(tz=UTC).date()}: {altered} of {total} replies altered")
    print(f"  nothing found afterwards       {Share(clean, total)}")
    print(f"  length kept, mean              {kept / total:.1%}")
    print(f"  read: grammatical, on subject  {Share(sum(line['good'] for line in table), total)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
