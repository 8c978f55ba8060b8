"""
Tell whether more writing still helps, and how well a kind is found that nobody wrote for.

    python training/crisis_curve.py --encoder FOLDER [--seeds 3]

The encoder is left as it is (all-MiniLM-L6-v2, see DATA.md), and a small network of one
hidden layer on its means learns which messages of `data/crisis` are of `concern` or more.
That finds less than the tuned model, and takes minutes instead of hours, so that each file
can be left out in turn. Measured are messages that no run learned from; pairs of twins are
never parted. Prints AUROC and the recall above the scores of 1 % and 5 % of the others:
first for shares of all messages, then for shares of the files, drawn at random as a whole,
then for each file with and without itself in training, the worst first.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
import torch
from crisis_distinct import LAYERS, embedded
from crisis_figures import auroc
from crisis_messages import Message, held_out, own, some
from crisis_train import TOKENS, Reader
from tokenizers import Tokenizer
from torch import nn

SHARES = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)
HIDDEN, EPOCHS, BATCH, RATE = 256, 12, 512, 2e-3
FEWEST = 15
"""Messages at risk of a file, kept out, for it to be told of."""


def learned(vectors: torch.Tensor, wanted: torch.Tensor, seed: int) -> nn.Module:
    """Return a small network that tells *wanted* from *vectors*."""
    torch.manual_seed(seed)
    made = nn.Sequential(
        nn.Linear(vectors.shape[1], HIDDEN), nn.GELU(), nn.Dropout(0.3), nn.Linear(HIDDEN, 1)
    )
    steps = EPOCHS * -(-len(vectors) // BATCH)
    optimizer = torch.optim.AdamW(made.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        for part in torch.randperm(len(vectors)).split(BATCH):
            loss = nn.functional.binary_cross_entropy_with_logits(
                made(vectors[part])[:, 0], wanted[part]
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return made.eval()


def scored(made: nn.Module, vectors: torch.Tensor) -> np.ndarray:
    with torch.no_grad():
        return np.asarray(made(vectors)[:, 0].numpy())


def figures(scores: np.ndarray, wanted: np.ndarray, bars: np.ndarray) -> np.ndarray:
    """Return AUROC, and the recall above each of *bars*."""
    return np.array([auroc(scores, wanted), *((scores[wanted] > bar).mean() for bar in bars)])


def told(name: str, count: int, found: np.ndarray) -> str:
    return f"{name:<24}{count:>7}   {found[0]:.3f}  {found[1]:6.1%}  {found[2]:6.1%}"


class Bench:
    """
    What is learned from and what is measured, as vectors of the encoder.

    Args:
        rows: All messages.
        vectors: Of each of them, of length 1.
        seeds: Runs of which the mean is told.
    """

    def __init__(self, rows: list[Message], vectors: np.ndarray, seeds: int) -> None:
        self.rows = rows
        self.vectors = torch.tensor(vectors * vectors.shape[1] ** 0.5)
        self.wanted = np.array([row.level >= 2 for row in rows])
        self.kept = np.array([held_out(row) != "train" for row in rows])
        self.sources = np.array([row.source for row in rows])
        self.seeds = seeds

    def run(self, learn: np.ndarray) -> list[np.ndarray]:
        """Return the scores of all rows, for each seed, after learning from the rows *learn*."""
        want = torch.tensor(self.wanted[learn]).float()
        return [
            scored(learned(self.vectors[learn], want, seed), self.vectors)
            for seed in range(self.seeds)
        ]

    def found(self, runs: list[np.ndarray], measured: np.ndarray) -> np.ndarray:
        """Return the figures of the rows *measured*: of *runs*, the mean."""
        made = []
        for scores in runs:
            bars = np.quantile(scores[self.kept & ~self.wanted], [0.99, 0.95])
            made.append(figures(scores[measured], self.wanted[measured], bars))
        return np.asarray(np.mean(made, axis=0))

    def by_share(self) -> None:
        """Print the curve by shares of all messages, and by shares of the files."""
        train = [row for row, kept in zip(self.rows, self.kept, strict=True) if not kept]
        files = sorted({*self.sources})
        random.Random(5).shuffle(files)  # noqa: S311
        for share in SHARES:
            pairs = {row.pair for row in some(train, share, random.Random(5))}  # noqa: S311
            learn = np.array([row.pair in pairs for row in self.rows]) & ~self.kept
            found = self.found(self.run(learn), self.kept)
            print(told(f"{share:.0%} of messages", learn.sum(), found), flush=True)
        for share in SHARES[:-1]:
            some_files = files[: max(1, round(share * len(files)))]
            learn = np.isin(self.sources, some_files) & ~self.kept
            name = f"{len(some_files)} of {len(files)} files"
            found = self.found(self.run(learn), self.kept)
            print(told(name, learn.sum(), found), flush=True)

    def by_file(self) -> None:
        """Print how each file is found with and without itself in training, the worst first."""
        lines = []
        whole = self.run(~self.kept)
        for name in sorted({*self.sources}):
            of_it = self.sources == name
            if (of_it & self.kept & self.wanted).sum() < FEWEST:
                continue
            without = self.found(self.run(~self.kept & ~of_it), of_it & self.kept)
            with_it = self.found(whole, of_it & self.kept)
            rest = "   with it " + "  ".join((f"{with_it[0]:.3f}", f"{with_it[2]:6.1%}"))
            count = int((of_it & self.kept).sum())
            lines.append((without[2], told(f"without {name}", count, without) + rest))
        for _, line in sorted(lines):
            print(line)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()
    rows = list(own())
    reader = Reader(options.encoder, layers=LAYERS)
    bench = Bench(rows, embedded(reader, tokenizer, [row.text for row in rows]), options.seeds)
    print(f"{len(rows)} messages and windows, {bench.kept.sum()} of them kept out")
    sys.stdout.flush()
    print(f"{'learned from':<24}{'n':>7}   AUROC  at 1 %   at 5 %")
    bench.by_share()
    print(f"{'measured':<24}{'n':>7}   AUROC  at 1 %   at 5 %")
    bench.by_file()
    return 0


if __name__ == "__main__":
    sys.exit(main())
