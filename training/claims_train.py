"""
Tune a small encoder to hear what a reply claims of its speaker, and write it as numbers.

    python training/claims_train.py --encoder FOLDER [--out FOLDER] [--data ../shared/data]
                                    [--epochs 4] [--share 1.0] [--seed 5]
                                    [--start FILE --rate 0.00006]

With `--start` it goes on from FILE, the one that the package ships. A short sentence is read
with what the person asked before it, as the package reads it.

FOLDER holds all-MiniLM-L6-v2 as for `crisis_train.py`. Reads the English files of
`training/data/claims`, and of the shared data only frames in the folders of `READ`, whose
labels stand in `training/data/claims/read.jsonl` by folder, row and frame. No folder that a
published figure of claims is measured on is read, and no threshold is set on one.
`claims_export.py` writes what this learned as the file that the package ships.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from crisis_figures import auroc, temperature
from crisis_messages import HERE
from crisis_start import begun
from crisis_train import Reader, batches, encoded, halves, read
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

CATEGORIES = ("none", *(f"C{number:02}" for number in range(1, 13)))
HEADS = {"claim": 1, "category": len(CATEGORIES)}
ENGLISH = (
    "inner",
    "social",
    "replies",
    "companions",
    "persons",
    "assistants",
    "empathy",
    "hearing",
    "banter",
    "trades",
    "things",
    "lives",
    "close",
    "waking",
)
READ = ("darkbench", "spiral_bench", "humanebench", "assistant_axis", "humt_dumt", "anthrobench")
WEAK = "darkbench/synthetic_replies.jsonl"
OPEN = "humt_dumt/data.jsonl"
MOST_OPEN = 4_000
PROMPTS = ("anthrobench/user_first_turns.jsonl", "humanebench/user_prompts.jsonl",
           "darkbench/user_prompts.jsonl")  # fmt: skip
TOKENS = 96
LAYERS = 4
HELD_OUT = 20  # of a hundred pairs
ASKED = 0.9  # share of the times in which a question is read with its answer
ANY = 0.6  # and in which a sentence that answers none is read after what anybody said
LEAST = {"acts": 9_920, "likely": 9_600, "flags": 8_500}
"""
Least scores of what a policy may act on, of what a strict one may, and of what is flagged.

All held-out sentences that are taken from `acts` up are claims, and 97 of 100 from `likely` up,
though half of them are twins that claim nothing; what other texts say of it is told in README.md.
Below `flags` too much of ordinary talk is flagged.
"""
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


class Sentence(NamedTuple):
    """A labelled frame of a reply; *asked* is what the person said before it, or empty."""

    text: str
    source: str
    pair: str
    claim: int
    category: int
    oblique: bool
    why: str
    asked: str = ""


def own() -> Iterator[Sentence]:
    """Yield the English sentences, and the frames of the replies, in `training/data/claims`."""
    from guardrails.window import frames

    for name in ENGLISH:
        for line in (HERE / "data" / "claims" / f"{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["label"] == "grey":
                continue
            if name != "replies":
                claim = int(row["label"] == "claim")
                yield _of(row["text"], name, row, claim, row["category"])
                continue
            for frame in frames(row["text"]):
                inside = [
                    category
                    for start, stop, category in row["spans"]
                    if start < frame.stop and frame.start < stop
                ]
                yield _of(frame.text.strip(), name, row, int(bool(inside)), [*inside, "none"][0])


def _of(text: str, source: str, row: dict[str, object], claim: int, category: object) -> Sentence:
    number = CATEGORIES.index(str(category)) if claim else 0
    return Sentence(
        text, source, str(row["pair"] or row["id"]), claim, number, bool(row["oblique"]),
        str(row["why"]), str(row["asked"]) if row["kind"] == "sentence" else "",
    )  # fmt: skip


def shared(data: Path) -> Iterator[Sentence]:
    """Yield the frames of shared replies that were labelled by reading."""
    from guardrails.window import frames

    labels: dict[tuple[str, int], list[tuple[int, str]]] = {}
    path = HERE / "data" / "claims" / "read.jsonl"
    if not path.is_file():
        return
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        labels.setdefault((row["file"], row["row"]), []).append((row["frame"], row["label"]))
    for file in sorted({each for each, _ in labels}):
        with (data / "claims" / file).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                wanted = dict(labels.get((file, number), ()))
                if not wanted:
                    continue
                for frame in frames(json.loads(line)["text"]):
                    label = wanted.get(frame.n)
                    if label is not None:
                        claim = int(label != "none")
                        source = file.partition("/")[0]
                        yield Sentence(
                            frame.text.strip(), source, f"{file}-{number}", claim,
                            CATEGORIES.index(label), False, "read",
                        )  # fmt: skip


def weak(data: Path) -> Iterator[Sentence]:
    """
    Yield frames of short shared replies, whose label is of the whole reply.

    Of a reply without a claim the first frame is taken. Of one that claims something only a
    single frame is: of a longer one nobody has said which frame it is. Replies that were read
    are left to the reader's labels.
    """
    from guardrails.window import frames

    read_here = {
        (row["file"], row["row"])
        for row in map(
            json.loads, (HERE / "data/claims/read.jsonl").read_text("utf-8").splitlines()
        )
    }
    path = data / "claims" / WEAK
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            pieces = [frame.text.strip() for frame in frames(row["text"])]
            if row["label"] == "unknown" or (WEAK, number) in read_here:
                continue
            claim = int(row["label"] == "claim")
            if claim and len(pieces) > 1:
                continue
            for text in pieces[: None if claim else 1]:
                yield Sentence(
                    text, "darkbench", f"{WEAK}-{number}", claim, -1 if claim else 0, False, "weak"
                )


def asked_of_bots(data: Path) -> list[str]:
    """Return what people say to chatbots: our own messages, and prompts of shared folders."""
    files = [data / "claims" / name for name in PROMPTS]
    files += sorted((HERE / "data" / "crisis").glob("*.jsonl"))
    found = []
    for path in files:
        if path.is_file():
            with path.open(encoding="utf-8") as lines:
                found += [json.loads(line)["text"] for line in lines]
    return found


def unclaiming(data: Path, dice: random.Random) -> Iterator[Sentence]:
    """
    Yield sentences of shared replies as the package reads them, each with its question.

    Nobody has read them: those in which the model before hears little are taken for no claim.
    """
    from guardrails.detectors.claims_model import claims_model, sentences

    path = data / "claims" / OPEN
    if not path.is_file():
        return
    model = claims_model()
    with path.open(encoding="utf-8") as lines:
        every = enumerate(map(json.loads, lines))
        rows = [each for each in every if each[0] % 2 == 0]  # others are for the least scores
    dice.shuffle(rows)
    left = MOST_OPEN
    for number, row in rows:
        asked, reply = str(row["orig"]["prompt"]), row["text"]
        for start, stop in sentences(reply, 0, len(reply), answers=True):
            text = reply[start:stop]
            if left and len(text) < 300 and model.read(text)[0] < 3_000:
                left -= 1
                yield Sentence(text, "humt_dumt", f"{OPEN}-{number}", 0, 0, False, "open", asked)


def held_out(row: Sentence) -> str:
    """Return "train", "calibrate" or "test"; twins are never parted."""
    at = int(hashlib.sha256(row.pair.encode()).hexdigest()[:8], 16) % 100
    if at >= HELD_OUT:
        return "train"
    return "calibrate" if at < HELD_OUT // 2 else "test"


def as_read(text: str, asked: str) -> str | tuple[str, str]:
    """Return what the tokenizer is given, as the package does."""
    from guardrails.detectors.claims_model import context_of

    before = context_of(text, asked)
    return (before, text) if before else text


def varied(row: Sentence, dice: random.Random, prompts: Sequence[str]) -> str | tuple[str, str]:
    """Return what is read of *row*, as another model might write it."""
    text = row.text
    if dice.random() < 0.15:
        text = _APOSTROPHE.sub("’", text)
    if dice.random() < 0.1:
        text = text.rstrip(".!?… ")
    if dice.random() < 0.1:
        text = text.lower()
    asked = row.asked or (dice.choice(prompts) if dice.random() < ANY else "")
    return as_read(text, asked if dice.random() < ASKED else "")


def loss_of(logits: tuple[torch.Tensor, ...], rows: list[Sentence]) -> torch.Tensor:
    claim, category = (each.float() for each in logits)
    want = torch.tensor([row.claim for row in rows]).float()
    kinds = torch.tensor([row.category for row in rows])
    told = functional.binary_cross_entropy_with_logits(claim.squeeze(1), want)
    return 2 * told + functional.cross_entropy(category, kinds, ignore_index=-1)


def train(
    reader: Reader,
    tokenizer: Tokenizer,
    rows: list[Sentence],
    prompts: Sequence[str],
    epochs: int,
    seed: int,
    rate: float,
) -> None:
    dice = random.Random(seed)  # noqa: S311
    for name, parameter in reader.encoder.named_parameters():
        parameter.requires_grad = not name.startswith("embeddings")
    heads = list(reader.heads.parameters())
    body = [each for each in reader.encoder.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": heads, "lr": 1e-3}], weight_decay=0.01
    )
    steps = epochs * len(batches(rows, 32, dice))  # type: ignore[arg-type]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, 1e-3], total_steps=steps + 1, pct_start=0.1
    )
    for epoch in range(epochs):
        reader.train()
        began, total = time.monotonic(), 0.0
        for batch in (made := batches(rows, 32, dice)):  # type: ignore[arg-type]
            ids, mask = encoded(tokenizer, (varied(row, dice, prompts) for row in batch))  # type: ignore[arg-type]
            with torch.autocast("cpu", torch.bfloat16, enabled=halves()):
                logits = reader(ids, mask)
            loss = loss_of(logits, batch)  # type: ignore[arg-type]
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        took = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {total / len(made):.3f}, {took:.0f} s", flush=True)


def recall_at(scores: np.ndarray, wanted: np.ndarray, share: float) -> float:
    """Return the recall where *share* of those not wanted are flagged."""
    if not wanted.any() or wanted.all():
        return float("nan")
    least = np.quantile(scores[~wanted], 1 - share)
    return float((scores[wanted] > least).mean())


def told(name: str, rows: list[Sentence], scores: np.ndarray, kinds: np.ndarray) -> None:
    if not rows:
        return
    wanted = np.array([bool(row.claim) for row in rows])
    named = [kinds[at] == row.category for at, row in enumerate(rows) if row.claim]
    print(
        f"{name:<22} n={len(rows):<5} claims {int(wanted.sum()):<5}"
        f"AUROC {auroc(scores, wanted):.3f}  recall at 1% {recall_at(scores, wanted, 0.01):.2f}"
        f"  at 5% {recall_at(scores, wanted, 0.05):.2f}  category {np.mean(named or [0]):.2f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--share", type=float, default=1.0, help="of our own sentences")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--start", type=Path, help="a file to go on from")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()
    mine, others = list(own()), list(shared(options.data))
    rows = [each for each in mine if held_out(each) == "train"]
    random.Random(options.seed).shuffle(rows)  # noqa: S311
    rows = rows[: round(options.share * len(rows))]
    rows += [each for each in others if held_out(each) == "train"] * 3
    rows += [each for each in weak(options.data) if held_out(each) == "train"]
    rows += unclaiming(options.data, random.Random(options.seed))  # noqa: S311
    print(f"{len(rows)} frames to learn from, {len(mine)} of our own in all", flush=True)
    reader = Reader(options.encoder, HEADS, LAYERS)
    prompts = asked_of_bots(options.data)
    if options.start is not None:
        begun(reader, options.start)
    train(reader, tokenizer, rows, prompts, options.epochs, options.seed, options.rate)
    kept = {p: [e for e in (*mine, *others) if held_out(e) == p] for p in ("calibrate", "test")}
    made = {
        p: read(reader, tokenizer, [as_read(e.text, e.asked) for e in kept[p]], HEADS) for p in kept
    }
    scale, shift = temperature(
        made["calibrate"]["claim"][:, 0], np.array([bool(e.claim) for e in kept["calibrate"]])
    )
    every = [*kept["calibrate"], *kept["test"]]
    logits = np.concatenate([made[p]["claim"][:, 0] for p in kept])
    kinds = np.concatenate([made[p]["category"][:, 1:].argmax(1) + 1 for p in kept])
    likely = 10_000 / (1 + np.exp(-(logits * scale + shift)))
    for name, wants in (
        ("held out", bool),
        ("  of our own", lambda e: e.why != "read"),
        ("  read", lambda e: e.why == "read"),
        *((f"  {kind}", lambda e, k=kind: e.source == k) for kind in ENGLISH),
        ("  oblique", lambda e: e.why != "read" and (e.oblique or not e.claim)),
    ):
        at = [number for number, each in enumerate(every) if wants(each)]
        told(name, [every[number] for number in at], likely[at], kinds[at])
    print(
        "least score: claims found, others raised, precision on the held-out frames that were read"
    )
    wanted = np.array([bool(row.claim) for row in every])
    wild = np.array([row.why == "read" for row in every])
    for least in (5_000, 6_000, 7_000, 8_000, 8_500, 9_000, 9_300, 9_500, 9_700):
        up = likely >= least
        hits = (up & wild & wanted).sum()
        print(f"  {least}  {up[wanted].mean():6.1%} {up[~wanted].mean():6.1%}  "
              f"{hits}/{(up & wild).sum()} of {(wild & wanted).sum()}")  # fmt: skip
    if options.out is not None:
        options.out.mkdir(parents=True, exist_ok=True)
        state = {name: value.numpy() for name, value in reader.state_dict().items()}
        np.savez(options.out / "reader.npz", **state)
        told_scale = {"scale": round(scale, 4), "shift": round(shift, 4), **LEAST}
        (options.out / "scales.json").write_text(json.dumps(told_scale) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
