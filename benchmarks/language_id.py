"""
Print how often the language of a text is told, how often wrongly, and what that costs.

    python benchmarks/language_id.py [FILE ...]

Sentences of our own, `benchmarks/data/languages.jsonl` and `pii_languages.jsonl`, all
written by a language model. Of each FILE, JSON lines with a `text` in a language that is
covered, it says how many are told as a gap all the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tracemalloc
from collections import Counter
from pathlib import Path

from guardrails.detectors.language_id import LanguageIdentifier
from guardrails.detectors.language_words import COVERED
from guardrails.evaluation.shares import Share

DATA = Path(__file__).parent / "data"
CODES = {
    "de": "German", "es": "Spanish", "fr": "French",
    "it": "Italian", "nl": "Dutch", "pt": "Portuguese",
}  # fmt: skip
PASSES = 5


def rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def told(title: str, said: list[tuple[str, str]], languages: LanguageIdentifier) -> None:
    """Print shares of texts whose language is told, is told wrongly, and is a false gap."""
    found = Counter[str]()
    for language, text in said:
        one = languages.language(text)
        found["right"] += one == language
        found["wrong"] += one not in {language, ""}
        found["gap"] += language in COVERED and languages.uncovered(text) != ""
    print(f"{title}, n={len(said)}")
    print(f"  told rightly          {Share(found['right'], len(said))}")
    print(f"  told wrongly          {Share(found['wrong'], len(said))}")
    known = sum(language in COVERED for language, _ in said)
    if known:
        print(f"  covered, told as not  {Share(found['gap'], known)}  n={known}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    tracemalloc.start()
    began = time.perf_counter()
    languages = LanguageIdentifier()
    loaded = time.perf_counter() - began
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    said = rows("languages.jsonl")
    for split in ("dev", "test"):
        part = [(row["language"], row["text"]) for row in said if row["split"] == split]
        told(f"sentences, {split}", part, languages)
    short = [(CODES[row["lang"]], row["text"]) for row in rows("pii_languages.jsonl")]
    told("chat messages in six languages, most of them short", short, languages)
    for title, texts in (
        ("a sentence", [row["text"] for row in said]),
        ("a message of 400 characters", [f"{row['text']} " * 10 for row in said]),
    ):
        cut = [text[:400] for text in texts]
        best = min(_took(languages, cut) for _ in range(PASSES))
        print(f"{title}: {1_000_000 * best / len(cut):.0f} microseconds")
    for path in options.files:
        texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
        gaps = sum(languages.uncovered(text) != "" for text in texts)
        print(f"{path.parent.name}: told as a gap {Share(gaps, len(texts))}  n={len(texts)}")
    print(f"built in {1000 * loaded:.0f} ms, {memory / 1_000_000:.1f} MB")
    return 0


def _took(languages: LanguageIdentifier, texts: list[str]) -> float:
    began = time.thread_time()
    for text in texts:
        languages.uncovered(text)
    return time.thread_time() - began


if __name__ == "__main__":
    sys.exit(main())
