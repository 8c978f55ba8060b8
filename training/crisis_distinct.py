"""
Drop messages of `training/data/crisis` that are too like an earlier one.

    python training/crisis_distinct.py --encoder FOLDER [--write]

Two messages are alike if they share more than half of their word 4-grams (of the shorter
one), or if their embeddings by the untuned encoder have a cosine over 0.92. Twins that
differ in one word are meant to be alike, so a message is compared with all but its pair.
Prints how many were dropped, and with --write leaves them out of the files.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import torch
from crisis_train import HERE, TOKENS, Reader, encoded
from tokenizers import Tokenizer

MOST_SHARED, MOST_ALIKE = 0.5, 0.92


def grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)} or {tuple(words)}


@torch.no_grad()
def embedded(reader: Reader, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    reader.eval()
    made = [
        reader.mean(*encoded(tokenizer, texts[at : at + 64])) for at in range(0, len(texts), 64)
    ]
    return torch.nn.functional.normalize(torch.cat(made), dim=1).numpy()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    paths = sorted((HERE / "data" / "crisis").glob("*.jsonl"))
    rows = [
        (path, json.loads(line))
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    texts = [row["text"] for _, row in rows]
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()
    vectors = embedded(Reader(options.encoder), tokenizer, texts)
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    kept: list[int] = []
    by_words = by_meaning = 0
    said = [grams(text) for text in texts]
    for at, (_, row) in enumerate(rows):
        mine = said[at]
        shared = Counter(other for gram in mine for other in holders[gram])
        alike = any(
            count > MOST_SHARED * min(len(mine), len(said[other]))
            for other, count in shared.items()
            if rows[other][1]["pair"] != row["pair"]
        )
        near = False
        if not alike and kept:
            close = vectors[kept] @ vectors[at] > MOST_ALIKE
            near = any(rows[kept[each]][1]["pair"] != row["pair"] for each in np.flatnonzero(close))
        by_words, by_meaning = by_words + alike, by_meaning + near
        if alike or near:
            continue
        kept.append(at)
        for gram in mine:
            holders[gram].append(at)
    print(f"{len(rows)} messages; dropped {by_words} by words, {by_meaning} by meaning; "
          f"{len(kept)} are distinct")  # fmt: skip
    if options.write:
        for path in paths:
            lines = [
                json.dumps(rows[at][1], ensure_ascii=False) for at in kept if rows[at][0] == path
            ]
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
