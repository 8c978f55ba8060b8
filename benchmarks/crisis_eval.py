"""
How much crisis language the rules find, and how often they cry wolf.

    python benchmarks/crisis_eval.py [DATA] [--ids]

DATA is the directory of labelled folders (default `../shared/data`). Nothing is learned
and no threshold is set here. Each share stands with its 95% Wilson interval. The labels
are those of the folders: most were written by one reader, some by a language model.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from guardrails.detectors.base import View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.findings import Level
from guardrails.levels import level_of

Row = dict[str, Any]
SELF_HARM = {"crisis", "method_seeking"}
ANY_CRISIS = {"crisis", "crisis_other", "method_seeking"}


@dataclass(frozen=True, slots=True)
class Slice:
    """Some rows of one folder, and whether they should fire."""

    name: str
    file: str
    wanted: bool
    keep: Callable[[Row], bool]


SLICES = (
    Slice(
        "cc0_blueprints crisis", "cc0_blueprints/data.jsonl", True, lambda r: r["label"] == "crisis"
    ),
    Slice(
        "cc0_blueprints crisis_other",
        "cc0_blueprints/data.jsonl",
        True,
        lambda r: r["label"] == "crisis_other",
    ),
    Slice(
        "openai_moderation self-harm",
        "openai_moderation/data.jsonl",
        True,
        lambda r: r["label"] == "crisis",
    ),
    Slice(
        "simple_safety_tests",
        "simple_safety_tests/data.jsonl",
        True,
        lambda r: r["label"] == "method_seeking",
    ),
    Slice("ailuminate crisis", "ailuminate/data.jsonl", True, lambda r: r["label"] == "crisis"),
    Slice("beacon_hard crisis", "beacon_hard/data.jsonl", True, lambda r: r["label"] == "crisis"),
    Slice("ugm_aicare crisis", "ugm_aicare/data.jsonl", True, lambda r: r["label"] in ANY_CRISIS),
    Slice(
        "counsel_chat crisis", "counsel_chat/data.jsonl", True, lambda r: r["label"] in ANY_CRISIS
    ),
    Slice(
        "goemotions crisis",
        "goemotions/keyword_handlabelled.jsonl",
        True,
        lambda r: r["label"] == "crisis",
    ),
    Slice("clinc_oos", "clinc_oos/data.jsonl", False, lambda r: r["label"] == "benign"),
    Slice(
        "goemotions everyday",
        "goemotions/emotions_devtest.jsonl",
        False,
        lambda r: r["label"] == "benign",
    ),
    Slice(
        "goemotions figurative",
        "goemotions/keyword_handlabelled.jsonl",
        False,
        lambda r: r["label"] == "hard_negative",
    ),
    Slice(
        "sad_stress",
        "sad_stress/data.jsonl",
        False,
        lambda r: r["label"] in {"benign", "distress_no_crisis", "hard_negative"},
    ),
    Slice("nl2bash_technical", "nl2bash_technical/data.jsonl", False, lambda _: True),
    Slice("xstest safe", "xstest/data.jsonl", False, lambda r: r["label"] == "hard_negative"),
    Slice(
        "openai_moderation other",
        "openai_moderation/data.jsonl",
        False,
        lambda r: r["label"] == "benign",
    ),
    Slice(
        "counsel_chat distress",
        "counsel_chat/data.jsonl",
        False,
        lambda r: r["label"] == "distress_no_crisis",
    ),
    Slice(
        "cc0_blueprints benign",
        "cc0_blueprints/data.jsonl",
        False,
        lambda r: r["label"] in {"hard_negative", "distress_no_crisis"},
    ),
)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95% Wilson interval of *hits* out of *of*."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, hits / of
    middle = p + z * z / (2 * of)
    wide = z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (middle - wide) / scale), min(1.0, (middle + wide) / scale)


def rows(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            yield number, json.loads(line)


def level(detector: CrisisDetector, text: str) -> Level:
    """Return the highest level found in *text*, looked at in one piece."""
    found = detector.look(View.whole(text))
    return max((level_of(finding) for finding in found), default=Level.NONE)


def text_of(row: Row) -> str:
    """Return what the person wrote: `user_text` where a row is a conversation."""
    return str(row.get("user_text") or row["text"])


def folders(data: Path, show_ids: bool) -> None:
    detector = CrisisDetector()
    print(f"{'':30}{'rows':>7}  {'>= concern':^24}  {'>= care':^24}")
    for part in SLICES:
        path = data / "crisis" / part.file
        if not path.is_file():
            print(f"{part.name:30}  not there")
            continue
        chosen = [(number, row) for number, row in rows(path) if part.keep(row)]
        levels = [(number, level(detector, text_of(row))) for number, row in chosen]
        cells = []
        for least in (Level.CONCERN, Level.CARE):
            hits = sum(one >= least for _, one in levels)
            low, high = wilson(hits, len(levels))
            cells.append(f"{hits:5} {hits / len(levels):6.1%} [{low:6.1%},{high:6.1%}]")
        sign = "+" if part.wanted else "-"
        print(f"{sign} {part.name:28}{len(levels):7}  " + "  ".join(cells))
        if show_ids:
            wrong = [number for number, one in levels if (one >= Level.CONCERN) != part.wanted]
            print("    lines:", " ".join(map(str, wrong[:200])))


def speed() -> None:
    """Print what a plain message costs, warm, and how a long text scales."""
    detector = CrisisDetector()
    plain = (
        "Could you look up when the next coach to Leeds goes on Saturday, and whether there is a "
        "seat by the window? My cousin is meeting me at the station with her two dogs and a "
        "picnic, weather allowing."
    )[:200]
    view = View.whole(plain)
    detector.look(view)
    began = time.perf_counter()
    for _ in range(2000):
        detector.look(view)
    micros = (time.perf_counter() - began) / 2000 * 1e6
    print(f"\nclean message, {len(plain)} characters: {micros:.0f} µs")
    for name, piece in (
        ("plain", plain + " "),
        ("heavy", "i really cant go on any more and i want to tell my friend about her dog. "),
        ("one word", "a"),
    ):
        for size in (100_000, 1_000_000):
            long = View.whole((piece * (size // len(piece) + 1))[:size])
            began = time.perf_counter()
            detector.look(long)
            print(f"{name:9} {size:>9} characters: {time.perf_counter() - began:6.2f} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument(
        "--ids", action="store_true", help="print the lines that are judged wrongly"
    )
    options = parser.parse_args()
    if (options.data / "crisis").is_dir():
        folders(options.data, options.ids)
    else:
        print(f"{options.data / 'crisis'} is not there: no folders to measure on")
    speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
