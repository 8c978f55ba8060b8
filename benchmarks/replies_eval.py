"""
How much of what harms in replies to people in need is found, and how often by mistake.

    python benchmarks/replies_eval.py [DATA] [--errors]

The sentences are those of `benchmarks/data/replies.jsonl`, which a language model wrote
and labelled. Each share stands with its 95% Wilson interval. `--errors` prints what is
judged wrongly in the half that rules may be changed for; the other half's errors are never
printed. DATA is the directory of public replies (default `../shared/data`) on which
findings outside a crisis are counted, and with a flag that is up.
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

from guardrails.detectors.base import Flags, View
from guardrails.detectors.replies import CrisisReplyDetector
from guardrails.evaluation.shares import Share
from guardrails.findings import Mark
from guardrails.messages import Side
from guardrails.policy.rules import CRISIS_REPLY_THRESHOLD
from guardrails.policy.vocabulary import CRISIS_REPLIES
from guardrails.resources import Resources
from guardrails.voice import Voice, advance
from guardrails.window import frames

Row = dict[str, Any]
SENTENCES = Path(__file__).parent / "data" / "replies.jsonl"
BACKGROUND = (
    ("hh_rlhf", (False, True)),
    ("humt_dumt", (False, True)),
    ("vera_mh", (True,)),
)
"""Folders, and whether a flag is up. Replies in `vera_mh` answer people in need, as models
play them. Every second row, or fewer, was read while rules were written; of `vera_mh` the findings
in the others were read after the count that the documentation gives."""


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def found(
    detector: CrisisReplyDetector, text: str, question: str = "", *, watched: bool
) -> list[tuple[str, str]]:
    """Return kind and rule of what a policy would act upon in *text*, frame by frame."""
    voice, kinds = Voice(), []
    for frame in frames(text):
        view = View(
            frame.window,
            frame.start - frame.left,
            frame.stop - frame.left,
            Side.OUTPUT,
            question=question,
            voice=voice,
            opening=frame.n == 0,
            closing=frame.last,
            flags=Flags(watched=watched),
        )
        kinds += [
            (one.category.partition(".")[2], one.source.rpartition(":")[2])
            for one in detector.look(view)
            if one.score >= CRISIS_REPLY_THRESHOLD
            and Mark.QUOTED not in one.marks
            and one.span.start < view.stop
            and one.span.stop > view.start
        ]
        voice = advance(voice, frame.text, question)
    return kinds


def sentences(detector: CrisisReplyDetector, *, errors: bool) -> None:
    judged = [
        (row, found(detector, row["text"], watched=row["watched"])) for row in rows(SENTENCES)
    ]
    for split in ("dev", "test"):
        print(f"\n{split}")
        print(f"{'':16}{'found':>9}  {'':26}{'false alarms':>12}")
        kinds = [*CRISIS_REPLIES, "English", "other languages", "all"]
        for kind in kinds:
            mine = [
                (row["label"], bool(hits))
                for row, hits in judged
                if row["split"] == split and _is(row, kind)
            ]
            cells = []
            for label in ("unsafe", "safe"):
                hits = [hit for one, hit in mine if one == label]
                cells.append(f"{sum(hits):4} of {len(hits):3}  {Share(sum(hits), len(hits))!s:22}")
            print(f"{kind:16}" + "  ".join(cells))
    if errors:
        print("\nerrors in dev")
        for row, hits in judged:
            if row["split"] == "dev" and bool(hits) != (row["label"] == "unsafe"):
                print(f"  {row['id']:24} {row['watched']!s:6}{hits}  {row['text']}")


def _is(row: Row, kind: str) -> bool:
    if kind in {"English", "other languages"}:
        return (row["lang"] == "en") == (kind == "English")
    return kind == "all" or row["kind"] == kind


def background(detector: CrisisReplyDetector, data: Path, *, errors: bool) -> None:
    for folder, flags in BACKGROUND:
        path = data / "claims" / folder / "data.jsonl"
        if not path.is_file():
            print(f"\n{folder}: NOT MEASURED, {path} is not there")
            continue
        for watched in flags:
            for name, part in (("read", 0), ("not read", 1)):
                kinds, total = Counter[str](), 0
                anything = besides = 0
                for number, row in enumerate(rows(path)):
                    if number % 2 != part:
                        continue
                    orig = row.get("orig") or {}
                    question = str(orig.get("prior_user") or orig.get("prompt") or "")
                    hits = found(detector, row["text"], question, watched=watched)
                    total += 1
                    anything += bool(hits)
                    besides += any(kind != "number" for kind, _ in hits)
                    kinds.update({kind for kind, _ in hits})
                    if errors and hits and not part:
                        print(f"  {folder} {watched!s:6}{hits}  {row['text'][:400]!r}")
                flag = "as if a flag were up" if watched else "no flag"
                print(f"\n{folder}, {name}, {flag}: {anything} of {total} replies, ", end="")
                print(f"{Share(anything, total)}; numbers aside {Share(besides, total)}")
                print("  " + ", ".join(f"{kind} {n}" for kind, n in kinds.most_common()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--errors", action="store_true", help="print what is judged wrongly in dev")
    parser.add_argument("--no-background", action="store_true", help="leave public replies out")
    options = parser.parse_args()
    detector = CrisisReplyDetector(Resources.load().numbers())
    print(f"replies, {datetime.now(tz=UTC).date()}, detector {detector.name}")
    sentences(detector, errors=options.errors)
    if not options.no_background:
        background(detector, options.data, errors=options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
