"""
Print how many messages are spared the models for names, and what that loses.

    python benchmarks/pii_plain.py [DATA] [--rows 3000]

DATA holds `<set>/data.jsonl` with `text` and `spans`. Of each set: how many messages hold
nothing but plain words (`guardrails/detectors/plain.py`) and are read by no model; and of
how many others in which no word is written as a name the small model hears nothing, so
that spaCy is spared (`layers.py`). Of both: in how many all layers would have found other
names and places, and how many of those that are labelled are lost and gained by it.
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import replace
from pathlib import Path

from pii_eval import Spans, covered, rows

from guardrails.detectors.base import Needs, View
from guardrails.detectors.layers import Layers
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.pii_parts import settled
from guardrails.detectors.pipeline import COUNTRIES, Pipeline
from guardrails.detectors.plain import without_capitals, without_names
from guardrails.detectors.rampart import rampart
from guardrails.evaluation.shares import Share
from guardrails.workers import Deadline

SETS = (
    *("multidogo_test", "presidio_synth_v2", "presidio_generated_large", "own_chat"),
    *("own_names40", "neg_banking77", "own_neg"),
)
NAMED = {"pii.person", "pii.location", "pii.postal-address", "pii.organization"}
LABELLED = {"PERSON", "LOCATION", "ADDRESS", "GPE"}


def spared(layers: Layers, text: str) -> bool:
    """Return whether spaCy is spared *text*, and would not be for its words alone."""
    heard = layers(text, Needs.NAMES).names
    return without_capitals(text) and settled(text, heard)


def places(layers: Layers, detector: PiiDetector, text: str, *, whole: bool) -> Spans:
    """Return where names and places are, as a guard finds them or by every layer."""
    view = View.whole(text)
    needs = Needs.ENTITIES | Needs.NAMES | Needs.UNHEARD if whole else detector.needs(view)
    if not needs:
        return []
    looked = detector.look(replace(view, reading=layers(text, needs)))
    return [(each.span.start, each.span.stop) for each in looked if each.category in NAMED]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--rows", type=int, default=3000, help="most messages of each set")
    options = parser.parse_args()
    data = options.data / "pii" if (options.data / "pii").is_dir() else options.data
    language = Pipeline(frozenset(), COUNTRIES, frozenset())
    layers, detector = Layers(language, rampart()(), Deadline(base=10)), PiiDetector()
    for name in SETS:
        found = rows(data, name)
        if not found:
            continue
        chosen = random.Random(3).sample(found, min(len(found), options.rows))  # noqa: S311
        plain = [row for row in chosen if without_names(row["text"])]
        quiet = [row for row in chosen if row not in plain and spared(layers, row["text"])]
        for label, few in (("plain words", plain), ("spared spaCy", quiet)):
            other = values = lost = gained = 0
            for row in few:
                text = row["text"]
                guarded = places(layers, detector, text, whole=False)
                whole = places(layers, detector, text, whole=True)
                other += guarded != whole
                for span in row.get("spans", ()):
                    if span["label"] in LABELLED:
                        at = text, span["start"], span["end"]
                        values += 1
                        lost += covered(*at, whole) and not covered(*at, guarded)
                        gained += covered(*at, guarded) and not covered(*at, whole)
            print(
                f"{name:<26}{label:<14} {Share(len(few), len(chosen))!s:<22} n={len(chosen):<5} "
                f"found otherwise {other}; of {values} labelled lost {lost}, gained {gained}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
