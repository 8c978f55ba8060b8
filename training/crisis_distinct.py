"""
Drop messages of `training/data/crisis` that are too like an earlier one, or like a row of others.

    python training/crisis_distinct.py --encoder FOLDER [--against FILE ...] [--write]

Two messages are alike if they share more than half of their word 4-grams (of the shorter
one), or if their embeddings by the untuned encoder have a cosine over 0.92. Twins that
differ in one word are meant to be alike, so a message is compared with all but its pair;
`plain` is compared with nothing of ours. With --against, every message is also compared
by cosine with the rows (`user_text` or `text`) of each FILE, such as those on which a
figure is measured. Prints how many were dropped, and with --write leaves them out of the
files. Needs six minutes on a busy core for 40,000 rows.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from crisis_messages import HERE, PLAIN
from crisis_train import TOKENS, Reader, by_length, encoded, halves
from tokenizers import Tokenizer

MOST_SHARED, MOST_ALIKE = 0.5, 0.92
LAYERS = 6
"""All that the encoder has: nothing is tuned here."""
LONGEST = 600
"""Characters of a row of others that are read: the encoder reads no more of it."""

Row = dict[str, Any]


def grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)} or {tuple(words)}


@torch.no_grad()
def embedded(reader: Reader, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """Return a vector of length 1 for each of *texts*."""
    reader.eval()
    made, back = by_length(texts)
    with torch.autocast("cpu", torch.bfloat16, enabled=halves()):
        means = [reader.mean(*encoded(tokenizer, each)) for each in made]
    return torch.nn.functional.normalize(torch.cat(means).float(), dim=1).numpy()[back]


def nearest(vectors: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return for each of *vectors* the greatest cosine with one of *others*."""
    parts = [(vectors[at : at + 512] @ others.T).max(1) for at in range(0, len(vectors), 512)]
    return np.concatenate(parts)


def alike(vectors: np.ndarray, pairs: np.ndarray) -> dict[int, list[int]]:
    """Return for each row the earlier ones of another pair whose cosine is over the most."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(0, len(vectors), 512):
        close = vectors[at : at + 512] @ vectors[: at + 512].T > MOST_ALIKE
        for row, other in zip(*np.nonzero(close), strict=True):
            if other < at + row and pairs[other] != pairs[at + row]:
                found[at + int(row)].append(int(other))
    return found


def of_others(path: Path) -> Iterator[str]:
    """Yield the texts of the rows of *path* that are in English, or in no stated language."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row.get("user_text") or row.get("text")
        if text and row.get("lang", "en") == "en":
            yield str(text)[:LONGEST]


def distinct(rows: list[tuple[Path, Row]], vectors: np.ndarray) -> tuple[list[int], int, int]:
    """Return which of *rows* are like no earlier one; how many others by words, and by meaning."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    said = [grams(row["text"]) for _, row in rows]
    pairs = np.array([row["pair"] for _, row in rows])
    kept = np.zeros(len(rows), bool)
    close = alike(vectors, pairs)
    by_words = by_meaning = 0
    for at, (path, _) in enumerate(rows):
        if path.stem == PLAIN:
            continue
        mine = said[at]
        shared = Counter(other for gram in mine for other in holders[gram])
        if any(
            count > MOST_SHARED * min(len(mine), len(said[other]))
            for other, count in shared.items()
            if pairs[other] != pairs[at]
        ):
            by_words += 1
            continue
        if any(kept[other] for other in close[at]):
            by_meaning += 1
            continue
        kept[at] = True
        for gram in mine:
            holders[gram].append(at)
    plain = [at for at, (path, _) in enumerate(rows) if path.stem == PLAIN]
    return sorted([*np.flatnonzero(kept).tolist(), *plain]), by_words, by_meaning


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--against", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    paths = sorted((HERE / "data" / "crisis").glob("*.jsonl"))
    rows = [
        (path, json.loads(line))
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()
    reader = Reader(options.encoder, layers=LAYERS)
    vectors = embedded(reader, tokenizer, [row["text"] for _, row in rows])
    near: set[int] = set()
    for path in options.against:
        texts = list(of_others(path))
        if not texts:
            continue
        close = nearest(vectors, embedded(reader, tokenizer, texts)) > MOST_ALIKE
        near |= set(np.flatnonzero(close).tolist())
        print(f"{path.parent.name}/{path.name}: {len(texts)} rows, {close.sum()} messages near one")
    named = Counter(rows[at][0].stem for at in near)
    told = ", ".join(f"{name} {count}" for name, count in sorted(named.items()))
    print(f"near a row of others: {len(near)} of {len(rows)} messages ({told})")
    left = [at for at in range(len(rows)) if at not in near]
    chosen, by_words, by_meaning = distinct([rows[at] for at in left], vectors[left])
    kept = [left[at] for at in chosen]
    print(
        f"of the others dropped {by_words} by words, {by_meaning} by meaning; {len(kept)} are left"
    )
    if options.write:
        for path in paths:
            lines = [
                json.dumps(rows[at][1], ensure_ascii=False) for at in kept if rows[at][0] == path
            ]
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
