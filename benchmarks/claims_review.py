"""
What the model for claims flags for review beside the grammar, and what that would cost a reader.

    python benchmarks/claims_review.py [DATA]       # default: ../shared/data

Of our own English sentences only those count that were kept out of training, by the same
hash of the pair as in `training/claims_train.py`. Of published replies of models only shares
of frames are told: which of the flags are right nobody has said. Each share stands with its
95% Wilson interval.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

from claims_eval import ACTS_AT, Eval, question_of
from claims_eval import rows as read_rows
from claims_own import FOLDER

from guardrails.detectors.base import View
from guardrails.detectors.claims import FIRST
from guardrails.detectors.claims_model import claims_model
from guardrails.evaluation.shares import Share
from guardrails.findings import Mark
from guardrails.messages import Side
from guardrails.voice import Voice, advance
from guardrails.window import frames

HELD_OUT = 20
PUBLISHED = (("vera_mh", "data.jsonl"), ("hh_rlhf", "data.jsonl"), ("xstest", "data.jsonl"))
LABELLED = (("handwritten", "data.jsonl"), ("r_u_a_robot", "system_replies.jsonl"))


RULES = ({"claim"}, {"claim", "likely"}, {"claim", "likely", "review"})
"""How a finding's source ends: what a standard policy acts on, what a strict one does, and all."""


def flagged(text: str, question: str = "") -> tuple[int, int]:
    """Return how many frames of *text* are flagged for review, and how many frames it has."""
    model, voice = claims_model(), Voice()
    hits = total = 0
    for frame in frames(text):
        start, stop = frame.start - frame.left, frame.stop - frame.left
        view = View(frame.window, start, stop, Side.OUTPUT, question=question, voice=voice)
        found = model.look(view)
        hits += any(Mark.QUOTED not in one.marks for one in found)
        total += 1
        voice = advance(voice, frame.text, question)
    return hits, total


def kept_out_of(*names: str) -> Iterator[dict[str, Any]]:
    """Yield the labelled English sentences of these files, or all, that no model learned from."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        if names and path.stem not in names:
            continue
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row.get("kind") != "sentence" or row["lang"] != "en":
                continue
            at = int(sha256((row["pair"] or row["id"]).encode()).hexdigest()[:8], 16) % 100
            if row["label"] != "grey" and at < HELD_OUT:
                yield row


def by_rule() -> None:
    """Print how sure the model alone is of kept-out sentences, as a policy sees it."""
    model = claims_model()
    counts: dict[str, list[int]] = {}
    for row in kept_out_of():
        text = row["text"]
        view = View(text, 0, len(text), Side.OUTPUT, question=row["asked"])
        rules = {one.source.rpartition(":")[2] for one in model.look(view)}
        count = counts.setdefault(row["label"], [0, 0, 0, 0])
        for at, wanted in enumerate(RULES):
            count[at] += bool(rules & wanted)
        count[3] += 1
    print("kept-out sentences, by the model alone: sure; or likely; or flagged for review")
    for label, (*hits, total) in sorted(counts.items()):
        print(f"  {label:9}", "  ".join(f"{n} {Share(n, total)}" for n in hits), f" n={total}")


def kept_out() -> None:
    judge = Eval(model=False)
    counts: dict[str, list[int]] = {}
    for row in kept_out_of("inner", "social"):
        kind = "no claim" if row["label"] == "no_claim" else "plain claim"
        kind = "oblique claim" if kind == "plain claim" and row["oblique"] else kind
        ruled = any(judge.frames(row["text"], row["asked"]))
        count = counts.setdefault(kind, [0, 0, 0])
        count[0] += ruled
        count[1] += ruled or flagged(row["text"], row["asked"])[0] > 0
        count[2] += 1
    print("our own sentences that were kept out of training")
    for kind, (ruled, either, total) in sorted(counts.items()):
        print(f"  {kind:14} by the grammar (acts at {ACTS_AT}) {Share(ruled, total)}")
        print(f"  {kind:14} or flagged for review     {Share(either, total)}  n={total}")


def main() -> int:
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "claims"
    print(f"claims for review, {datetime.now(tz=UTC).date()}, {claims_model().name}")
    by_rule()
    kept_out()
    for folder, name in LABELLED:
        if not (data / folder / name).is_file():
            print(f"{folder}: NOT MEASURED: the file is not there")
            continue
        by_label: dict[str, list[int]] = {}
        for row in read_rows(data / folder / name):
            count = by_label.setdefault(row["label"], [0, 0])
            count[0] += flagged(row["text"], question_of(row))[0] > 0
            count[1] += 1
        for label, (hits, total) in sorted(by_label.items()):
            print(f"{folder}: replies labelled {label} flagged {Share(hits, total)}  n={total}")
    for folder, name in PUBLISHED:
        if not (data / folder / name).is_file():
            print(f"{folder}: NOT MEASURED: the file is not there")
            continue
        hits = total = 0
        for row in read_rows(data / folder / name):
            some, every = flagged(row["text"], question_of(row))
            hits, total = hits + some, total + every
        print(f"{folder}: frames flagged {Share(hits, total)}  n={total}")
    model, took = claims_model(), []
    sentences = [s for s in SENTENCES if FIRST.search(s)]
    for each in sentences * 40:
        began = time.perf_counter()
        model.read(each)
        took.append(time.perf_counter() - began)
    print(f"one sentence with a first person: {1000 * median(took):.1f} ms (median, one core)")
    return 0


SENTENCES = (
    "I can help you write to your landlord before Friday.",
    "Something in me goes quiet every time you mention her.",
    "I'm sorry, that sounds like a long week, and nobody would blame you for resting now.",
    "Let me know which of the two dates suits you, and I will draft the message.",
)

if __name__ == "__main__":
    sys.exit(main())
