"""
How much crisis language is found, by the rules and by the model, and how often in vain.

    python benchmarks/crisis_eval.py [DATA] [--ids]

DATA is the directory of labelled folders (default `../shared/data`). Nothing is learned
and no threshold is set here. Each share stands with its 95% Wilson interval. The labels
are those of the folders: most were written by one reader, some by a language model.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from crisis_slices import SLICES, text_of

from guardrails.detectors.base import Detector, View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.crisis_model import crisis_model
from guardrails.evaluation.shares import Share
from guardrails.findings import Level
from guardrails.levels import level_of


def level(detector: Detector, text: str) -> Level:
    """Return the highest level found in *text*, looked at in one piece."""
    found = detector.look(View.whole(text))
    return max((level_of(finding) for finding in found), default=Level.NONE)


ORDINARY = ("clinc_oos", "goemotions everyday", "sad_stress")


def folders(data: Path, show_ids: bool) -> None:
    rules, model = CrisisDetector(), crisis_model()
    reread = CrisisDetector(model)
    columns = ("rules >= concern", "both >= concern", "both >= care")
    print(f"{'':30}{'rows':>7}  " + "  ".join(f"{name:>22}" for name in columns))
    for part in SLICES:
        read = [
            (number, level(rules, text), max(level(reread, text), level(model, text)))
            for number, text in ((number, text_of(row)) for number, row in part.rows(data))
        ]
        if not read:
            print(f"{part.name:30}  not there")
            continue
        levels = [(number, both) for number, _, both in read]
        hits = (
            sum(one >= Level.CONCERN for _, one, _ in read),
            sum(one >= Level.CONCERN for _, one in levels),
            sum(one >= Level.CARE for _, one in levels),
        )
        cells = [f"{Share(hit, len(read))!s:>22}" for hit in hits]
        sign = "+" if part.wanted else "-"
        print(f"{sign} {part.name:28}{len(levels):7}  " + "  ".join(cells), flush=True)
        if show_ids:
            wrong = [number for number, one in levels if (one >= Level.CONCERN) != part.wanted]
            print("    lines:", " ".join(map(str, wrong[:200])))


def speed(data: Path) -> None:
    """Print what a message costs, warm, and how a long text scales."""
    detector = CrisisDetector()
    plain = (
        "Could you look up when the next coach to Leeds goes on Saturday, and whether there is a "
        "seat by the window? My cousin is meeting me at the station with her two dogs and a "
        "picnic, weather allowing."
    )[:200]
    for label, one in (("rules", detector), ("model", crisis_model())):
        micros = sorted(_micros(one, View.whole(plain)) for _ in range(500))
        print(f"{label}: clean message, {len(plain)} characters: p50 {micros[250]:.0f} µs")
    both = CrisisDetector(crisis_model())
    for name, said in (("our messages", messages()), *others(data)):
        sizes = sorted(map(len, said))
        for label, looks in (("rules", (both,)), ("model", (crisis_model(),)),
                             ("both", (both, crisis_model()))):  # fmt: skip
            micros = sorted(sum(_micros(one, View.whole(text)) for one in looks) for text in said)
            print(f"{label}: {len(said)} of {name}, of {sizes[len(sizes) // 2]} characters in "
                  f"the middle: p50 {micros[len(micros) // 2]:.0f} µs, "
                  f"p95 {micros[len(micros) * 95 // 100]:.0f} µs")  # fmt: skip
    words = View.whole("a plain word of it " * 2_000)
    print(f"model: 10,000 words {_micros(crisis_model(), words) / 1e6:.2f} s")
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


def messages() -> list[str]:
    """Return 400 of the messages that the model learned from, the same ones each time."""
    folder = Path(__file__).resolve().parent.parent / "training" / "data" / "crisis"
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.open("rb")]
    return [json.loads(line)["text"] for line in random.Random(1).sample(lines, 400)]  # noqa: S311


def others(data: Path) -> list[tuple[str, list[str]]]:
    """Return 400 messages each of folders of ordinary talk, the same ones each time."""
    talk = [part for part in SLICES if part.name in ORDINARY]
    found = [(part.name, [text_of(row) for _, row in part.rows(data)]) for part in talk]
    return [(name, random.Random(1).sample(said, 400)) for name, said in found if said]  # noqa: S311


def memory() -> None:
    """Print what a process of its own holds that has read our messages and a long text."""
    if not Path("/proc/self/status").exists():
        print("memory: not measured, there is no /proc")
        return
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        begun, ready, read = pool.submit(_held, messages()).result()
    print(
        f"memory: {begun:.0f} MB at first, {ready:.0f} with rules and model, "
        f"{read:.0f} after our messages and 10,000 words"
    )


def _held(said: list[str]) -> tuple[float, float, float]:
    begun, both = _resident(), (CrisisDetector(crisis_model()), crisis_model())
    ready = _resident()
    for text in (*said, "a plain word of it " * 2_000):
        for one in both:
            one.look(View.whole(text))
    return begun, ready, _resident()


def _resident() -> float:
    """Return this process's memory in MB."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    [line] = [line for line in lines if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def _micros(detector: Detector, view: View) -> float:
    began = time.perf_counter()
    detector.look(view)
    return (time.perf_counter() - began) * 1e6


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
    speed(options.data)
    memory()
    return 0


if __name__ == "__main__":
    sys.exit(main())
