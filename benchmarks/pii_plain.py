"""
Print how many messages are spared the models for names, and what that loses.

    python benchmarks/pii_plain.py [DATA] [--rows 3000]

DATA holds `<set>/data.jsonl` with `text` and `spans`. Of each set: how many messages hold
nothing but plain words (`guardrails/detectors/plain.py`); of these, in how many all layers
would have found a name or a place, and in how many one is labelled.
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
from guardrails.detectors.plain import without_names
from guardrails.detectors.rampart import rampart
from guardrails.evaluation.shares import Share
from guardrails.workers import Deadline

SETS = (
    *("multidogo_test", "presidio_synth_v2", "presidio_generated_large", "own_chat"),
    *("own_names40", "neg_banking77", "own_neg"),
)
NAMED = {"pii.person", "pii.location", "pii.postal-address", "pii.organization"}
LABELLED = {"PERSON", "LOCATION", "ADDRESS", "GPE"}


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
        spared = [row for row in chosen if without_names(row["text"])]
        lost = 0
        for row in spared:
            reading = layers(row["text"], Needs.ENTITIES | Needs.NAMES)
            looked = detector.look(replace(View.whole(row["text"]), reading=reading))
            lost += not NAMED.isdisjoint(each.category for each in looked)
        labelled = sum(any(s["label"] in LABELLED for s in row.get("spans", ())) for row in spared)
        print(
            f"{name:<26}spared {Share(len(spared), len(chosen))!s:<22} n={len(chosen):<5} "
            f"found otherwise {lost}, labelled {labelled}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
