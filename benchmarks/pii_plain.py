"""
Print how many messages are spared the models for names, and what that loses.

    python benchmarks/pii_plain.py [DATA] [--rows 3000]

DATA holds `<set>/data.jsonl` with `text` and `spans`. Of each set: how many messages hold
nothing but plain words (`guardrails/detectors/plain.py`) and are read by no model; and of
how many others in which no word is written as a name the small model hears nothing, so
that spaCy is spared (`layers.py`). Of both: in how many all layers would have found a name
or a place, and in how many one is labelled.
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import replace
from pathlib import Path

from pii_eval import rows

from guardrails.detectors.base import Needs, View
from guardrails.detectors.layers import Layers
from guardrails.detectors.pii import PiiDetector
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


def unheard(layers: Layers, text: str) -> bool:
    """Return whether spaCy is spared *text*, and would not be for its words alone."""
    return without_capitals(text) and not layers(text, Needs.NAMES).names


def named(layers: Layers, detector: PiiDetector, text: str) -> bool:
    """Return whether all layers together find a name or a place in *text*."""
    reading = layers(text, Needs.ENTITIES | Needs.NAMES | Needs.UNHEARD)
    looked = detector.look(replace(View.whole(text), reading=reading))
    return not NAMED.isdisjoint(each.category for each in looked)


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
        quiet = [row for row in chosen if row not in plain and unheard(layers, row["text"])]
        for label, spared in (("plain words", plain), ("nothing heard", quiet)):
            lost = sum(named(layers, detector, row["text"]) for row in spared)
            labelled = sum(
                any(span["label"] in LABELLED for span in row.get("spans", ())) for row in spared
            )
            print(
                f"{name:<26}{label:<14} {Share(len(spared), len(chosen))!s:<22} "
                f"n={len(chosen):<5} found otherwise {lost}, labelled {labelled}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
