"""
Print how much personal data gets past the detector, how often it errs, and what it costs.

    python benchmarks/pii_eval.py [DATA] [--rows N] [--frames]

DATA holds folders of labelled messages, `<name>/data.jsonl` with `text` and
`spans`. A span counts as found only if every alphanumeric character of it is
covered. A message leaks if it holds a direct identifier that is not found. Figures
carry 95% Wilson intervals. `own_*` sets are not blind: rules were written with
their families in mind.

`--frames` compares looks at frames, as the guard takes them on the way to the model and
from it, with one look at the whole text, and prints nothing else. Most messages are one
frame, so messages are also joined by twenty. Exit status 1 if the leak is higher by more
than 0.5 points anywhere.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from guardrails.detectors.base import Needs, View
from guardrails.detectors.kinds import NOISY
from guardrails.detectors.language import LanguageEngine
from guardrails.detectors.layers import with_names
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.pipeline import COUNTRIES, MODEL, NATIONAL, Pipeline, loader
from guardrails.detectors.rampart import rampart
from guardrails.evaluation.pii import INDIRECT, visible
from guardrails.evaluation.rows import Labelled
from guardrails.evaluation.shares import Share
from guardrails.findings import Family, Finding, Span
from guardrails.inspection import Inspection
from guardrails.sightings import Sightings
from guardrails.window import AHEAD, RIGHT, SHORTEST, SPOKEN, frames
from guardrails.workers import Deadline

Row = dict[str, Any]
Spans = list[tuple[int, int]]
Look = Callable[[View], tuple[Finding, ...]]
LEAKS = ("multidogo_test", "presidio_synth_v2", "own_chat")
MOST_THROUGH_FRAMES = 0.5
"""Points by which the leak may be higher through frames."""
CLEAN = ("own_neg", "neg_banking77")


def wilson(hits: int, of: int) -> str:
    return f"{Share(hits, of)}  n={of}"


def rows(data: Path, name: str) -> list[Row]:
    path = data / name / "data.jsonl"
    if not path.is_file():
        print(f"{name}: not measured, there is no {path}")
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").strip().split("\n")]


def sample(found: list[Row], most: int) -> list[Row]:
    return found if len(found) <= most else random.Random(2).sample(found, most)  # noqa: S311


def covered(text: str, start: int, stop: int, found: Spans) -> bool:
    return visible(text, Labelled(start, stop, ""), found) == 0


def looking(countries: tuple[str, ...] = COUNTRIES) -> Callable[[View], tuple[Finding, ...]]:
    """Return what looks at a view with all three layers."""
    read = with_names(loader(frozenset(), countries, frozenset()), Deadline(base=10))()
    detector = PiiDetector()

    def look(view: View) -> tuple[Finding, ...]:
        if needs := detector.needs(view):
            view = replace(view, reading=read(view.text, needs))
        return detector.look(view)

    return look


def guarded(countries: tuple[str, ...] = COUNTRIES) -> Callable[[str], Spans]:
    return unframed(looking(countries))


def unframed(look: Look) -> Callable[[str], Spans]:
    """Return a finder that looks at a text once, as a whole."""
    return lambda text: [(one.span.start, one.span.stop) for one in look(View.whole(text))]


def framed(look: Look, shortest: int, right: int, *, whole: bool) -> Callable[[str], Spans]:
    """
    Return a finder that looks at a text frame by frame, as the guard does.

    Of a text that is there as a *whole* what a later window shows counts as well.
    """

    def find(text: str) -> Spans:
        sightings, found, spans = Sightings(), [], []
        for frame in frames(text, shortest, right):
            low, high = frame.start - frame.left, frame.stop - frame.left
            view = replace(View.whole(frame.window), start=low, stop=high)
            shown = [replace(one, span=one.span.shifted(frame.left)) for one in look(view)]
            sightings.take(frame, shown)
            own = [o for o in shown if o.span.start < frame.stop and o.span.stop > frame.start]
            found.append((frame, own))
            if not whole:
                spans += [one.span for one in (*own, *sightings.more(frame, own))]
            if frame.overlong:
                spans.append(Span(frame.start, frame.stop))
        if whole:
            for frame, own in found:
                spans += [one.span for one in (*own, *sightings.more(frame, own))]
        return [(span.start, span.stop) for span in spans]

    return find


def joined(found: list[Row], size: int) -> list[Row]:
    """Return messages of *size* rows each, one after the other with a space between."""
    made = []
    for at in range(0, len(found), size):
        text, spans = "", []
        for row in found[at : at + size]:
            spans += [
                {**each, "start": each["start"] + len(text), "end": each["end"] + len(text)}
                for each in row["spans"]
            ]
            text += row["text"].rstrip() + " "
        made.append({"text": text, "spans": spans})
    return made


def frame_leak(data: Path, most: int) -> bool:
    """Print what leaks through frames against one look at the whole; return whether it holds."""
    look, holds = looking(), True
    ways = {
        "to the model": framed(look, SPOKEN, AHEAD, whole=True),
        "from the model": framed(look, SHORTEST, RIGHT, whole=False),
    }
    for name in LEAKS:
        one = sample([row for row in rows(data, name) if row["spans"]], most)
        if not one:
            continue
        for label, found in ((name, one), (f"{name}, joined by twenty", joined(one, 20))):
            several = sum(len(list(frames(row["text"], SPOKEN))) > 1 for row in found)
            print(f"\nvalues that leak: {label}; {several} of {len(found)} have several frames")
            before = values_leaked(unframed(look), found)
            print(f"  one look at the whole  {wilson(*before)}")
            for way, find in ways.items():
                after = values_leaked(find, found)
                points = 100 * (after[0] - before[0]) / max(1, before[1])
                holds = holds and points <= MOST_THROUGH_FRAMES
                print(f"  frames {way:<15} {wilson(*after)}   {points:+.2f} points", flush=True)
    return holds


def values_leaked(find: Callable[[str], Spans], found: Iterable[Row]) -> tuple[int, int]:
    leaked = total = 0
    for row in found:
        spans = find(row["text"])
        for each in row["spans"]:
            if each["label"] not in INDIRECT:
                total += 1
                leaked += not covered(row["text"], each["start"], each["end"], spans)
    return leaked, total


def presidio(*, noisy: bool = True) -> Callable[[str], Spans]:
    """
    Return Presidio as it comes, with the same model, only kept off the network.

    Its noisy types cover digits and names by accident; without them it looks for
    what the detector looks for.
    """
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())
    models = [{"lang_code": "en", "model_name": MODEL}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    engine = AnalyzerEngine(nlp_engine=provider.create_engine())
    types = engine.get_supported_entities("en")
    if not noisy:
        types = [each for each in types if each not in {*NOISY, "NRP", "ORGANIZATION"}]
    return lambda text: [(each.start, each.end) for each in engine.analyze(text, "en", types)]


def leaks(find: Callable[[str], Spans], found: Iterable[Row]) -> tuple[int, int]:
    leaked = total = 0
    for row in found:
        direct = [each for each in row["spans"] if each["label"] not in INDIRECT]
        if direct:
            spans = find(row["text"])
            total += 1
            leaked += not all(
                covered(row["text"], each["start"], each["end"], spans) for each in direct
            )
    return leaked, total


def by_label(
    find: Callable[[str], Spans], found: Iterable[Row], key: Callable[[Row, Row], str]
) -> None:
    counts: dict[str, list[int]] = {}
    for row in found:
        spans = find(row["text"])
        for each in row["spans"]:
            count = counts.setdefault(key(row, each), [0, 0])
            count[0] += covered(row["text"], each["start"], each["end"], spans)
            count[1] += 1
    for label, (hits, of) in sorted(counts.items()):
        print(f"    {label:<28} {wilson(hits, of)}")


def casing(row: Row, span: Row) -> str:
    name = row["text"][span["start"] : span["end"]]
    return "lower" if name.islower() else "UPPER" if name.isupper() else "Proper"


def clock(call: Callable[[str], object], texts: list[str]) -> float:
    """Return milliseconds of processor time per text, the least of three passes."""
    best = math.inf
    for _ in range(3):
        began = time.thread_time()
        for text in texts:
            call(text)
        best = min(best, time.thread_time() - began)
    return 1000 * best / len(texts)


def accuracy(data: Path, most: int, *, ours: bool = False) -> None:
    engines = {"guardrails": guarded()}
    if not ours:
        engines["bare presidio"] = presidio()
        engines["presidio, same types"] = presidio(noisy=False)
    for name in LEAKS:
        found = sample([row for row in rows(data, name) if row["spans"]], most)
        if found:
            print(f"\nleak, strict: {name} (a sample of at most {most} messages with spans)")
            for engine, find in engines.items():
                print(f"  {engine:<21} {wilson(*leaks(find, found))}")
            print("  recall by label")
            by_label(engines["guardrails"], found, lambda _, span: str(span["label"]))
    found = rows(data, "own_names40")
    for engine, find in engines.items():
        print(f"\nname recall by casing and by origin: own_names40, {engine}")
        by_label(find, found, casing)
        by_label(find, found, lambda row, span: f"{row['origin']} {casing(row, span)}")
    engines["all countries"] = guarded(tuple(NATIONAL))
    for name in CLEAN:
        found = sample(rows(data, name), most)
        print(f"\nclean messages touched: {name}")
        for engine, find in engines.items():
            touched = sum(bool(find(row["text"])) for row in found)
            print(f"  {engine:<21} {wilson(touched, len(found))}")


def speed(data: Path) -> None:
    names = (*LEAKS, *CLEAN)
    texts = [row["text"] for name in names for row in rows(data, name)]
    texts = [text for text in texts if 50 <= len(text) <= 400]
    if not texts:
        return
    texts = random.Random(3).sample(texts, min(400, len(texts)))  # noqa: S311
    read, detector = Pipeline(frozenset(), COUNTRIES, frozenset()), PiiDetector()
    model = rampart()()
    views = {
        text: replace(
            View.whole(text),
            reading=replace(
                read(text, Needs.ENTITIES),
                names=model(text, Needs.NAMES).names,
                made=Needs.ENTITIES | Needs.NAMES,
            ),
        )
        for text in texts
    }
    bare = clock(presidio(), texts)
    print(f"\nprocessor time per message, ms (n={len(texts)}, 50 to 400 characters)")
    print(f"  bare AnalyzerEngine.analyze   {bare:6.3f}   1.00")
    for label, needs in (
        ("read for entities", Needs.ENTITIES),
        ("read for a parse", Needs.PARSE),
        ("read for both", Needs.ENTITIES | Needs.PARSE),
    ):
        took = clock(lambda text, needs=needs: read(text, needs), texts)  # type: ignore[misc]
        print(f"  {label:<28}  {took:6.3f}   {took / bare:.2f}")
    took = clock(lambda text: model(text, Needs.NAMES), texts)
    print(f"  read for names                {took:6.3f}   {took / bare:.2f}")
    took = clock(lambda text: detector.look(views[text]), texts)
    print(f"  PiiDetector.look              {took:6.3f}   {took / bare:.2f}")
    print("\nwall time of one message, ms, 5 passes in turns: p50, p95")
    engine = presidio()
    bares, ours = asyncio.run(walls(engine, texts))
    for label, found in (("bare AnalyzerEngine.analyze", bares), ("all layers, and look", ours)):
        p50, p95 = statistics.median(found), statistics.quantiles(found, n=20)[-1]
        print(f"  {label:<28}  {p50:6.3f} {p95:7.3f}   {p50 / statistics.median(bares):.2f}")
    began = time.perf_counter()
    for text in texts:
        engine(text)
    alone = len(texts) / (time.perf_counter() - began)
    many = asyncio.run(rate(texts))
    print("\nmessages a second, one AnalyzerEngine and all layers: ", end="")
    print(f"{alone:.0f}, {many:.0f}, {many / alone:.2f}")


async def walls(
    engine: Callable[[str], Spans], texts: list[str]
) -> tuple[list[float], list[float]]:
    """Return wall times of Presidio, and of a whole look of ours, message by message."""
    inspection = whole()
    bares, ours = [], []
    for _ in range(5):
        for text in texts:
            began = time.perf_counter()
            engine(text)
            middle = time.perf_counter()
            await inspection.look(View.whole(text), {Family.PII})
            bares.append(1000 * (middle - began))
            ours.append(1000 * (time.perf_counter() - middle))
    inspection.close()
    return bares, ours


async def rate(texts: list[str]) -> float:
    """Return how many messages a second are looked at, 16 at a time."""
    inspection, gate = whole(), asyncio.Semaphore(16)

    async def look(text: str) -> None:
        async with gate:
            await inspection.look(View.whole(text), {Family.PII})

    began = time.perf_counter()
    await asyncio.gather(*(look(text) for text in texts))
    took = time.perf_counter() - began
    inspection.close()
    return len(texts) / took


def whole() -> Inspection:
    load = with_names(loader(frozenset(), COUNTRIES, frozenset()), Deadline())
    engine = LanguageEngine(load=load)
    engine.warm()
    return Inspection([PiiDetector()], engine)


def memory() -> None:
    """Print what a process holds once every layer is loaded and has read."""
    script = (
        "import asyncio, sys; sys.path[:0] = ['benchmarks', '.']\n"
        "from pii_eval import whole, View, Family\n"
        "asyncio.run(whole().look(View.whole('i am kofi, kofi@example.org'), {Family.PII}))\n"
        "from pathlib import Path\n"
        "lines = Path('/proc/self/status').read_text().splitlines()\n"
        "print(next(line.split()[1] for line in lines if line.startswith('VmHWM')))"
    )
    told = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    print(f"\nmost memory of a process with all layers: {int(told.stdout) // 1024} MiB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--rows", type=int, default=1500, help="most messages of each set")
    parser.add_argument("--ours", action="store_true", help="accuracy of this package alone")
    parser.add_argument("--frames", action="store_true", help="measure the frames alone")
    options = parser.parse_args()
    data: Path = options.data / "pii" if (options.data / "pii").is_dir() else options.data
    if not data.is_dir():
        print(f"nothing measured: there is no {data}", file=sys.stderr)
        return 1
    if options.frames:
        return 0 if frame_leak(data, options.rows) else 1
    accuracy(data, options.rows, ours=options.ours)
    if options.ours:
        return 0
    speed(data)
    memory()
    return 0


if __name__ == "__main__":
    sys.exit(main())
