"""
What a second reader thought of sentences and of repaired replies, read without our rules' marks.

    python benchmarks/claims_blind.py [DATA]       # default: ../shared/data

`benchmarks/data/claims_blind.jsonl` labels sentences of `vera_mh` and `hh_rlhf` by row (from 0) and
characters: all that were altered on the morning of 2026-11-27, and draws from the others with a
first person, in one shuffled list. `claims_repairs_blind.jsonl` says of 200 replies that were
repaired that morning if anything was amiss afterwards, and what: a claim that was `left`, words
`off subject`, a `torn` text, somebody else's `voice`, a wrong `language`. THE READER WAS A LANGUAGE
MODEL that had not worked on the rules, and saw neither rules, nor scores, nor which sentences were
altered; the kinds of fault were sorted afterwards from its words. No text is printed.
`claims_repairs_read.jsonl` holds what two more such readers said of 120 and of 100 other replies,
as they were repaired after each of two rounds of work: good, weak (cold, thin or slightly off)
or bad. What is called round 3 is NOT BLIND: the one who had mended the rules read it.
`claims_repairs_fresh.jsonl` says of 200 more, from rows of four folders that no table names and no
rule was tuned on, if the reply was grammatical and on the subject after its repair on the morning
of 2026-11-28, and what was amiss if not; that a claim was left counts only where it contradicts the
words around it. Its reader, a language model, HAD CHANGED RULES that morning: it is not blind.
Rules were mended that day, before this reading and (for what it showed) after it, so that `now`
stands beside `drawn as`. Intervals: 95%, Wilson; recall is weighted by how many others there are.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims_eval import Eval, question_of
from claims_eval import rows as read_rows

from guardrails.evaluation.shares import Share

DATA = Path(__file__).resolve().parent / "data"
NOW = "now"


def table(name: str) -> list[dict[str, Any]]:
    """Return the lines of a table beside this script."""
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def look_again(judge: Eval, rows: list[dict[str, Any]], replies: list[dict[str, Any]]) -> None:
    """Note of each labelled sentence of *replies* whether it is altered now."""
    for number in {row["row"] for row in rows}:
        reply = replies[number]
        spans = list(judge.spans(reply["text"], question_of(reply)))
        for row in (row for row in rows if row["row"] == number):
            row[NOW] = any(a < row["stop"] and row["start"] < b for a, b in spans)


def report(folder: str, rows: list[dict[str, Any]], others: int) -> None:
    read = Counter((row["drawn_as"], row["read"]) for row in rows)
    drawn = [row["read"] for row in rows if row["drawn_as"] == "altered"]
    now = [row["read"] for row in rows if row[NOW]]
    print(f"{folder}: read {dict(read)}")
    for title, labels in (("as drawn", drawn), ("altered now", now)):
        for name, kinds in (("claims", {"claim"}), ("or arguable", {"claim", "arguable"})):
            share = Share(sum(label in kinds for label in labels), len(labels))
            print(f"  {title}: precision, {name:12} {share}")
    rest = [row for row in rows if row["drawn_as"] == "other"]
    missed = sum(row["read"] == "claim" and not row[NOW] for row in rest) / len(rest) * others
    found = sum(row["read"] == "claim" and row[NOW] for row in rows)
    print(
        f"  others with a first person that are claims: {Share(read['other', 'claim'], len(rest))}"
    )
    print(f"  recall now, estimated: {found / (found + missed):.1%}")


def main() -> int:
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "claims"
    print(f"claims, read by a second reader, {datetime.now(tz=UTC).date()}")
    if not data.is_dir():
        print(f"NOT MEASURED: there is no labelled data at {data}")
        return 1
    head, *rows = table("claims_blind.jsonl")
    judge = Eval()
    by_folder: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_folder[row["folder"]].append(row)
    for folder, labelled in sorted(by_folder.items()):
        look_again(judge, labelled, list(read_rows(data / folder / "data.jsonl")))
        report(folder, labelled, head["sizes"][folder])
    replies = table("claims_repairs_blind.jsonl")
    good = sum(row["good"] for row in replies)
    print(f"repaired replies with nothing amiss: {good}, {Share(good, len(replies))}")
    for fault, count in Counter(row["fault"] for row in replies if not row["good"]).most_common():
        print(f"  {fault:12} {count:4}")
    fresh = table("claims_repairs_fresh.jsonl")
    good = sum(row["good"] for row in fresh)
    print(f"of rows nobody had read, grammatical and on the subject: {Share(good, len(fresh))}")
    for fault, count in Counter(row["fault"] for row in fresh if not row["good"]).most_common():
        print(f"  {fault:12} {count:4}")
    later = table("claims_repairs_read.jsonl")
    for at in sorted({row["round"] for row in later}):
        said = Counter(row["verdict"] for row in later if row["round"] == at)
        good = Share(said["good"], said.total())
        print(f"after round {at}: good {good}, weak {said['weak']}, bad {said['bad']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
