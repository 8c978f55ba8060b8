"""
Prints what hostile patterns and phrases of a policy cost, and hundreds of them, beside `re`.

    python benchmarks/policy_patterns.py

Each search with `re` runs in a process of its own, which is ended after five seconds.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import partial

from policy_load import median_ms

from guardrails.detectors.base import View
from guardrails.detectors.patterns import PatternDetector
from guardrails.detectors.phrase_set import PhraseSet
from guardrails.policy.rule import CustomType

LIMIT = 5.0
LENGTHS = (26, 1_000, 10_000, 100_000)
NUMBERS = (1, 30, 300, 900)
MIXED = "".join(random.Random(1).choices("ab", k=100_000))  # noqa: S311 - the same each time
HOSTILE = {
    # Each text holds every letter of its pattern: what lacks one is never searched.
    r"(a+)+b": ("a", " b"),
    r"(\w+\s?)+;z": ("a", "; z"),
    r"(a|a)*ab": ("a", " b"),
    r"(x+x+)+y": ("x", " y"),
    r"a.{0,200}a.{0,200}b": ("a", "\nb"),
    r"(?:a|b)*a(?:a|b){300}c": (MIXED, " c"),
}
PHRASES = ("a " * 40 + "b", "a a a a", "b")
ALONE = """
import re, sys, time
pattern, text = re.compile(sys.argv[1], re.IGNORECASE), sys.stdin.read()
began = time.perf_counter()
pattern.search(text)
print((time.perf_counter() - began) * 1000)
"""
PLAIN = "The quick brown fox asked for its file, and the lazy dog had no objection to that. "


def ms_with_re(pattern: str, text: str) -> str:
    """Return how long one search with `re` takes, or that it takes more than five seconds."""
    try:
        done = subprocess.run(  # noqa: S603 - this very interpreter
            [sys.executable, "-c", ALONE, pattern],
            input=text,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return f"> {LIMIT * 1_000:,.0f}"
    return f"{float(done.stdout):,.2f}"


def row(name: str, cells: Sequence[str]) -> None:
    print(f"{name:42}" + "".join(f"{one:>12}" for one in cells))


def text_of(piece: str, end: str, length: int) -> str:
    """Return *piece* again and again, and *end*: a text of that length."""
    return (piece * length)[: length - len(end)] + end


def looking(detector: PatternDetector, text: str) -> str:
    view = View.whole(text)
    return f"{median_ms(lambda: detector.look(view)):,.3f}"


def finding(phrases: PhraseSet, text: str) -> str:
    return f"{median_ms(lambda: list(phrases.find(text))):,.3f}"


def hostile() -> None:
    row("ms for a text of so many characters", [f"{n:,}" for n in LENGTHS])
    for pattern, (piece, end) in HOSTILE.items():
        detector = PatternDetector((CustomType("own", patterns=(pattern,)),))
        texts = [text_of(piece, end, n) for n in LENGTHS]
        row(f"{pattern}  detector", [looking(detector, text) for text in texts])
        row(f"{'':{len(pattern)}}  re", [ms_with_re(pattern, text) for text in texts])
    phrases = PhraseSet({"own": PHRASES})
    texts = [text_of("a ", "b", n) for n in LENGTHS]
    row("phrases that begin alike", [finding(phrases, text) for text in texts])


def many() -> None:
    text = (PLAIN * 12)[:990]
    row("ms for 990 characters, so many patterns", [f"{n:,}" for n in NUMBERS])
    sources = [[rf"CLN{n}-\d{{4,6}}[A-Z]{{1,3}}" for n in range(number)] for number in NUMBERS]
    alone = [[re.compile(one, re.IGNORECASE) for one in some] for some in sources]
    row("re, one by one", [f"{median_ms(partial(searched, some, text)):,.3f}" for some in alone])
    detectors = [
        PatternDetector(
            tuple(
                CustomType(f"own-{n}", patterns=tuple(some[n : n + 50]))
                for n in range(0, len(some), 50)
            )
        )
        for some in sources
    ]
    row("detector, no hit", [looking(one, text) for one in detectors])
    row("detector, one hit", [looking(one, f"{text} CLN0-12345A") for one in detectors])
    sets = [PhraseSet({"own": [f"words no {n} of ours" for n in range(n)]}) for n in NUMBERS]
    row("as many phrases", [finding(one, text) for one in sets])


def searched(patterns: Sequence[re.Pattern[str]], text: str) -> None:
    for one in patterns:
        one.search(text)


def main() -> None:
    hostile()
    print()
    many()


if __name__ == "__main__":
    main()
