"""
How much crisis language the rules find, and how often they cry wolf.

    python benchmarks/crisis_eval.py [DATA] [--ids]

DATA is the directory of labelled folders (default `../shared/data`). Nothing is learned
and no threshold is set here. Each share stands with its 95% Wilson interval. The labels
are those of the folders: most were written by one reader, some by a language model.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from crisis_slices import SLICES, text_of

from guardrails.detectors.base import View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.evaluation.shares import Share
from guardrails.findings import Level
from guardrails.levels import level_of


def level(detector: CrisisDetector, text: str) -> Level:
    """Return the highest level found in *text*, looked at in one piece."""
    found = detector.look(View.whole(text))
    return max((level_of(finding) for finding in found), default=Level.NONE)


def folders(data: Path, show_ids: bool) -> None:
    detector = CrisisDetector()
    print(f"{'':30}{'rows':>7}  {'>= concern':>22}  {'>= care':>22}")
    for part in SLICES:
        levels = [(number, level(detector, text_of(row))) for number, row in part.rows(data)]
        if not levels:
            print(f"{part.name:30}  not there")
            continue
        cells = [
            f"{Share(sum(one >= least for _, one in levels), len(levels))!s:>22}"
            for least in (Level.CONCERN, Level.CARE)
        ]
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
