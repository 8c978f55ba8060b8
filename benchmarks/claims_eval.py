"""
Print recall and precision of the claim detector, for each folder of labelled replies.

    python benchmarks/claims_eval.py [DATA] [--grammar]       # default: ../shared/data

Every figure stands with its 95% Wilson interval and the date. Grammar and model read
together, as in a guard; with --grammar the grammar alone. A finding counts from 7000 of
10000 up, and not inside somebody else's voice. Folders marked `dev`
were read while rules were written: their figures are no evidence.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from guardrails.detectors.base import Needs, View
from guardrails.detectors.claims import ClaimDetector
from guardrails.detectors.claims_model import claims_model
from guardrails.detectors.pipeline import COUNTRIES, loader
from guardrails.findings import Finding, Mark
from guardrails.messages import Side
from guardrails.voice import Voice, advance
from guardrails.window import frames

ACTS_AT = 7_000
LABELLED = (
    ("handwritten", "data.jsonl", "dev"),
    ("vera_mh", "hand_labelled_flags.jsonl", "dev in part"),
    ("r_u_a_robot", "system_replies.jsonl", ""),
    ("anthropic_evals_persona", "data.jsonl", "dev: every fourth row"),
    ("truthfulqa_identity", "data.jsonl", ""),
    ("openai_model_spec", "data.jsonl", ""),
    ("darkbench", "synthetic_replies.jsonl", "dev: every fourth row"),
)
BACKGROUND = (
    ("vera_mh", "data.jsonl", "dev: every second row"),
    ("hh_rlhf", "data.jsonl", "dev: every fourth row"),
    ("xstest", "data.jsonl", "dev: every sixth row"),
)


def wilson(hits: int, n: int) -> str:
    if n == 0:
        return "no rows"
    z = 1.96
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{hits}/{n} = {share:.3f} [{max(0, middle - half):.3f}, {min(1, middle + half):.3f}]"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def question_of(row: dict[str, Any]) -> str:
    orig = row.get("orig") or {}
    return str(orig.get("user") or orig.get("question") or orig.get("prior_user") or "")[:600]


class Eval:
    """
    The detectors behind a real reader, fed frame by frame as a guard feeds them.

    Args:
        model: Whether the model reads beside the grammar, as it does in a guard.
    """

    def __init__(self, *, model: bool = True) -> None:
        self.detector = ClaimDetector()
        self.readers = (self.detector, claims_model()) if model else (self.detector,)
        self.read = loader(frozenset(), COUNTRIES, frozenset())()

    def frames(self, text: str, question: str) -> Iterator[bool]:
        """Yield for each frame whether a standard policy would act on it."""
        for found in self.findings(text, question):
            yield bool(found)

    def rules(self, text: str, question: str) -> list[str]:
        """Return the names of the rules that a standard policy would act on, each once."""
        every = (one.source for found in self.findings(text, question) for one in found)
        return sorted({_rule(source) for source in every})

    def spans(self, text: str, question: str) -> Iterator[tuple[int, int]]:
        """Yield where in *text* a standard policy would act."""
        for frame, found in zip(frames(text), self.findings(text, question), strict=True):
            for one in found:
                yield one.span.start + frame.left, one.span.stop + frame.left

    def findings(self, text: str, question: str) -> Iterator[list[Finding]]:
        """Yield for each frame what a standard policy would act on."""
        voice = Voice()
        for frame in frames(text):
            start, stop = frame.start - frame.left, frame.stop - frame.left
            view = View(frame.window, start, stop, Side.OUTPUT, question=question)
            view = replace(view, voice=voice, opening=frame.n == 0, closing=frame.last)
            if Needs.PARSE in self.detector.needs(view):
                view = replace(view, reading=self.read(view.text, Needs.PARSE))
            yield [
                found
                for reader in self.readers
                for found in reader.look(view)
                if found.score >= ACTS_AT and Mark.QUOTED not in found.marks
            ]
            voice = advance(voice, frame.text, question)


def _rule(source: str) -> str:
    """Return the rule of a finding; of the model, which has its hash in its name, "model"."""
    return "model" if source.endswith(":claim") else source.removeprefix("claims/1:")


def labelled(judge: Eval, read: Iterable[dict[str, Any]]) -> None:
    counts = {(label, hit): 0 for label in ("claim", "no_claim") for hit in (True, False)}
    for row in read:
        if row["label"] in {"claim", "no_claim"}:
            hit = any(judge.frames(row["text"], question_of(row)))
            counts[row["label"], hit] += 1
    true, missed = counts["claim", True], counts["claim", False]
    false, clean = counts["no_claim", True], counts["no_claim", False]
    print(f"  recall        {wilson(true, true + missed)}")
    print(f"  false alarms  {wilson(false, false + clean)}")
    print(f"  precision     {wilson(true, true + false)}")


def background(judge: Eval, read: Iterable[dict[str, Any]]) -> None:
    flagged = total = replies = touched = 0
    for row in read:
        hits = list(judge.frames(row["text"], question_of(row)))
        flagged += sum(hits)
        total += len(hits)
        touched += any(hits)
        replies += 1
    print(f"  frames flagged   {wilson(flagged, total)}  (true claims among them)")
    print(f"  replies flagged  {wilson(touched, replies)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("data", nargs="?", default="../shared/data", type=Path)
    parser.add_argument("--grammar", action="store_true", help="without the model")
    options = parser.parse_args()
    data = options.data / "claims"
    judge = Eval(model=not options.grammar)
    names = " and ".join(reader.name for reader in judge.readers)
    print(f"claims, {datetime.now(tz=UTC).date()}, {names}")
    if not data.is_dir():
        print(f"NOT MEASURED: there is no labelled data at {data}")
        return 1
    for table, measure in ((LABELLED, labelled), (BACKGROUND, background)):
        for folder, name, read_before in table:
            path = data / folder / name
            print(f"{folder}/{name}" + (f"  ({read_before})" if read_before else ""))
            if not path.is_file():
                print("  NOT MEASURED: the file is not there")
                continue
            measure(judge, rows(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
