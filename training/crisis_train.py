"""
Tune a small encoder with several heads to read crisis language, and write it as ONNX.

    python training/crisis_train.py --encoder FOLDER --out FOLDER [--data ../shared/data]
                                    [--epochs 4] [--share 1.0] [--without SOURCE ...] [--seed 5]
                                    [--start FILE --rate 0.00005] [--mean FOLDER]

With `--start FILE --epochs 0` nothing is learned, and the file is measured as it is;
with `--mean FOLDER` as well, the mean of its weights and those that an earlier run wrote
to FOLDER is.

FOLDER holds `model.safetensors`, `config.json` and `tokenizer.json` of all-MiniLM-L6-v2
(DATA.md says where they come from). Reads `training/data/crisis/*.jsonl`, and of the shared
data only the folders in `ALSO` (labelled) and `OPEN` (what people asked of chatbots, taken
for not at risk unless the rules of the package say otherwise): none that a published figure
of crisis language is measured on. Needs what `training/requirements.txt` names and the
package itself, and about a quarter of an hour on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from crisis_figures import alarms, bars_of, temperature, told
from crisis_messages import (
    AGAIN,
    ALSO,
    CATEGORIES,
    HERE,
    LEVELS,
    NEWEST,
    NOT_AT_RISK,
    PLAIN,
    REQUESTS,
    SHARED,
    SUBJECTS,
    TIMES,
    UNKNOWN,
    Message,
    held_out,
    introductions,
    open_text,
    own,
    shared,
    some,
    varied,
)
from crisis_names import Names
from crisis_start import begun
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel

HEADS = {
    "level": len(LEVELS) - 1,  # one logit for "at least care", "at least concern", and so on
    "category": len(CATEGORIES),
    "subject": len(SUBJECTS),
    "time": len(TIMES),
    "request": len(REQUESTS),
}
WEIGHTS = {"level": 2.0, "category": 1.0, "subject": 0.5, "time": 0.3, "request": 0.3}
TOKENS = 96  # of a message, at most
AT_ONCE = 64  # texts that are read together
LAYERS = 4
"""Of six that the encoder has, from below: four read as well, in two thirds of the time."""
LEAST = (10_001, 8_700, 8_700, 10_001)
"""
For each level from `care` up the least score that reports it, of 10,000.

Set on messages that were kept out of training: one in 200 questions to chatbots and one in 100
sad messages are raised, and one in 40 of the others, of which most are twins of one at risk;
`alarms` prints the table. What it cost on other messages is told in README.md.
`high` counts only above it. `care` and `imminent` are left to the rules: too much of daily
life is sad, and whoever is told that it is now or never should have said so.
"""


class Reader(nn.Module):
    """The encoder, the mean of its last states, and one linear head for each question."""

    def __init__(self, folder: Path, heads: dict[str, int] = HEADS, layers: int = LAYERS) -> None:
        super().__init__()
        from safetensors.torch import load_file

        config = BertConfig.from_json_file(str(folder / "config.json"))
        config._attn_implementation = "eager"
        self.encoder = BertModel(config, add_pooling_layer=False)
        state = load_file(str(folder / "model.safetensors"))
        state = {name.removeprefix("bert."): value for name, value in state.items()}
        missing, _ = self.encoder.load_state_dict(state, strict=False)
        left = [name for name in missing if "position_ids" not in name]
        if left:
            msg = f"the encoder lacks {left[:3]}"
            raise SystemExit(msg)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.drop = nn.Dropout(0.2)
        self.heads = nn.ModuleDict(
            {name: nn.Linear(config.hidden_size, size) for name, size in heads.items()}
        )

    def mean(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the mean of the last states of each text."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        return (states * weights).sum(1) / weights.sum(1).clamp(min=1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        mean = self.drop(self.mean(ids, mask))
        return tuple(head(mean) for head in self.heads.values())


def loss_of(logits: tuple[torch.Tensor, ...], rows: list[Message]) -> torch.Tensor:
    total = torch.zeros(())
    for (name, size), raw in zip(HEADS.items(), logits, strict=True):
        given = raw.float()
        want = torch.tensor([getattr(row, name) for row in rows])
        if name == "level":
            steps = (want.unsqueeze(1) > torch.arange(size)).float()
            known = torch.ones_like(steps)
            known[want == NOT_AT_RISK, 0] = 0
            part = functional.binary_cross_entropy_with_logits(given, steps, known)
        elif bool((want >= 0).any()):
            part = functional.cross_entropy(given, want, ignore_index=UNKNOWN)
        else:
            continue
        total = total + WEIGHTS[name] * part
    return total


@lru_cache(maxsize=1)
def halves() -> bool:
    """Return whether the processor computes with half the bits: one that does not is slower."""
    cpu = Path("/proc/cpuinfo")
    return cpu.is_file() and "bf16" in cpu.read_text(encoding="utf-8")


def batches(rows: list[Message], size: int, dice: random.Random) -> list[list[Message]]:
    """Return *rows* in batches of about one length, in random order."""
    order = sorted(rows, key=lambda row: len(row.text) + dice.random() * 20)
    made = [order[at : at + size] for at in range(0, len(order), size)]
    dice.shuffle(made)
    return made


def by_length(texts: list[str]) -> tuple[list[list[str]], np.ndarray]:
    """Return *texts* in batches, short ones with short ones, and the order that puts them back."""
    order = sorted(range(len(texts)), key=lambda at: sum(map(len, texts[at])))
    made = [
        [texts[each] for each in order[at : at + AT_ONCE]] for at in range(0, len(order), AT_ONCE)
    ]
    return made, np.argsort(order)


def encoded(tokenizer: Tokenizer, texts: Iterable[str]) -> tuple[torch.Tensor, torch.Tensor]:
    coded = tokenizer.encode_batch(list(texts))
    return (
        torch.tensor([each.ids for each in coded]),
        torch.tensor([each.attention_mask for each in coded]),
    )


def train(
    reader: Reader,
    tokenizer: Tokenizer,
    rows: list[Message],
    names: Names,
    epochs: int,
    seed: int,
    rate: float = 1e-4,
    frozen: int = 0,
    out: Path | None = None,
) -> None:
    still = ("embeddings", *(f"encoder.layer.{layer}." for layer in range(frozen)))
    dice = random.Random(seed)  # noqa: S311
    for name, parameter in reader.encoder.named_parameters():
        parameter.requires_grad = not name.startswith(still)
    heads = list(reader.heads.parameters())
    body = [each for each in reader.encoder.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": heads, "lr": 10 * rate}],
        weight_decay=0.01,
        fused=True,
    )
    steps = epochs * len(batches(rows, 32, dice))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, 10 * rate], total_steps=steps + 1, pct_start=0.1
    )
    for epoch in range(epochs):
        reader.train()
        began, total = time.monotonic(), 0.0
        for number, batch in enumerate(made := batches(rows, 32, dice), 1):
            ids, mask = encoded(tokenizer, (varied(row, dice, names) for row in batch))
            with torch.autocast("cpu", torch.bfloat16, enabled=halves()):
                logits = reader(ids, mask)
            loss = loss_of(logits, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
            if number % 25 == 0:
                print(f"  {number} of {len(made)}", flush=True)
        took = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {total / len(made):.3f}, {took:.0f} s", flush=True)
        if out is not None:
            kept(reader, out / f"epoch{epoch + 1}")


@torch.no_grad()
def read(
    reader: Reader, tokenizer: Tokenizer, texts: list[str], heads: Iterable[str] = tuple(HEADS)
) -> dict[str, np.ndarray]:
    reader.eval()
    made, back = by_length(texts)
    parts: list[tuple[torch.Tensor, ...]] = [reader(*encoded(tokenizer, each)) for each in made]
    return {
        name: torch.cat([part[number] for part in parts]).float().numpy()[back]
        for number, name in enumerate(heads)
    }


def halfway(reader: Reader, folder: Path) -> None:
    """Give *reader* the mean of its weights and those in *folder*, both of one bare encoder."""
    with np.load(folder / "reader.npz") as stored:
        others = {name: torch.tensor(stored[name]) for name in stored.files}
    mine = reader.state_dict()
    reader.load_state_dict({
        name: (mine[name] + other) / 2 if other.is_floating_point() else other
        for name, other in others.items()
    })  # fmt: skip


def learned_from(
    mine: list[Message],
    asked: list[Message],
    labelled: list[Message],
    names: Names,
    options: argparse.Namespace,
) -> list[Message]:
    """Return what is read in each epoch; what is read twice or four times stands there so often."""
    rows = [e for e in mine if e.source not in options.without and held_out(e) == "train"]
    others = labelled + [each for each in asked if held_out(each) == "train"]
    if SHARED in options.without:
        others = []
    dice = random.Random(options.seed)  # noqa: S311
    if options.start is None:
        rows = some(rows, options.share, dice) + others
    else:
        whole = {*AGAIN, *NEWEST, PLAIN}
        new = [each for each in rows if each.source in whole]
        known = [each for each in rows if each.source not in whole] + others
        rows = new + dice.sample(known, round(options.share * len(known)))
    rows += [each for each in rows if each.source == PLAIN] * 3
    rows += introductions(names)
    return rows + [each for each in rows if each.source in AGAIN]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument(
        "--share",
        type=float,
        default=1.0,
        help="of our own messages; with --start, of all but those that are read more than once",
    )
    parser.add_argument(
        "--without",
        nargs="*",
        default=[],
        help=f"files of messages to leave out, such as asks, or {SHARED}",
    )
    parser.add_argument("--layers", type=int, default=LAYERS, help="of the encoder, from below")
    parser.add_argument(
        "--frozen", type=int, default=0, help="layers, from below, left as they are"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--start", type=Path, help="an exported model.onnx to go on from")
    parser.add_argument("--mean", type=Path, help="of an earlier run, to take the mean with")
    parser.add_argument("--rate", type=float, default=1e-4, help="at which the layers learn")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_flush_denormal(True)  # numbers next to nothing make a step ten times slower
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()
    mine = list(own())
    asked = list(open_text(options.data))
    labelled = list(shared(options.data))
    names = Names()
    rows = learned_from(mine, asked, labelled, names, options)
    print(f"{len(rows)} messages to learn from, {len(mine)} of our own in all", flush=True)
    reader = Reader(options.encoder, layers=options.layers)
    if options.start is not None:
        begun(reader, options.start)
    if options.mean is not None:
        halfway(reader, options.mean)
    if options.epochs:
        how = (options.epochs, options.seed, options.rate, options.frozen, options.out)
        train(reader, tokenizer, rows, names, *how)
    held = [e for part in ("calibrate", "test") for e in mine if held_out(e) == part]
    logits = read(reader, tokenizer, [each.text for each in held])
    bars = bars_of(held, logits)
    told("held out", held, logits, bars)
    for source in sorted({each.source for each in mine}):
        at = [number for number, each in enumerate(held) if each.source == source]
        part = {name: values[at] for name, values in logits.items()}
        left = "left out: " if source in options.without else "  "
        told(f"{left}{source}", [held[number] for number in at], part, bars)
    for folder in ALSO if SHARED in options.without else ():
        rows = [each for each in labelled if each.source == folder]
        told(f"left out: {folder}", rows, read(reader, tokenizer, [e.text for e in rows]), bars)
    if options.out is not None:
        left_out = [each for each in asked if held_out(each) != "train"]
        steps = read(reader, tokenizer, [each.text for each in left_out])["level"]
        written(options.out, reader, held, logits["level"], left_out, steps)
    return 0


def kept(reader: Reader, out: Path) -> None:
    """Write the weights of *reader* to the folder *out*."""
    out.mkdir(parents=True, exist_ok=True)
    weights = {name: value.numpy() for name, value in reader.state_dict().items()}
    np.savez(out / "reader.npz", **weights)


def written(
    out: Path,
    reader: Reader,
    held: list[Message],
    logits: np.ndarray,
    asked: list[Message],
    logits_asked: np.ndarray,
) -> None:
    """Write *reader* and what makes its logits likelihoods to *out*, and print the alarms."""
    fit = np.array([held_out(each) == "calibrate" for each in held])
    levels = np.array([each.level for each in held])
    scales = [temperature(logits[fit, step], levels[fit] > step) for step in range(HEADS["level"])]
    scale, shift = scales[1]
    odds = [1 / (1 + np.exp(-(each[:, 1] * scale + shift))) for each in (logits, logits_asked)]
    alarms(held, asked, odds)
    kept(reader, out)
    told_scales = [[round(scale, 4), round(shift, 4)] for scale, shift in scales]
    (out / "scales.json").write_text(
        json.dumps({"scales": told_scales, "thresholds": LEAST}) + "\n"
    )
    print(f"level logits to log-odds (scale, shift): {told_scales}")


if __name__ == "__main__":
    sys.exit(main())
