"""
Tune a small encoder with several heads to read crisis language, and write it as ONNX.

    python training/crisis_train.py --encoder FOLDER --out FOLDER [--data ../shared/data]
                                    [--epochs 4] [--share 1.0] [--without SOURCE] [--seed 5]
                                    [--start FILE --rate 0.00005]

FOLDER holds `model.safetensors`, `config.json` and `tokenizer.json` of all-MiniLM-L6-v2
(DATA.md says where they come from). Reads `training/data/crisis/*.jsonl`, and of the shared
data only the folders in `ALSO` (labelled) and `OPEN` (what people asked of chatbots, taken
for not at risk unless the rules of the package say otherwise): none that a published figure
of crisis language is measured on. Needs what `training/requirements.txt` names and the
package itself, and about a quarter of an hour on two cores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from crisis_start import begun
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel

HERE = Path(__file__).resolve().parent
LEVELS = ("none", "care", "concern", "high", "imminent")
CATEGORIES = (
    *("none", "suicide", "self_harm", "violence", "abuse", "sexual_violence"),
    *("psychosis", "eating", "substance", "medical", "panic"),
)
SUBJECTS = ("self", "other", "general")
TIMES = ("now", "past")
REQUESTS = ("none", "support", "method", "information")
HEADS = {
    "level": len(LEVELS) - 1,  # one logit for "at least care", "at least concern", and so on
    "category": len(CATEGORIES),
    "subject": len(SUBJECTS),
    "time": len(TIMES),
    "request": len(REQUESTS),
}
WEIGHTS = {"level": 2.0, "category": 1.0, "subject": 0.5, "time": 0.3, "request": 0.3}
HARMLESS = ("dfm", "iwp", "ncr", "prv", "spc_ele", "spc_fin", "spc_hlt", "spc_lgl")
"""Hazards of ailuminate in which nobody's life is spoken of."""
ALSO = ("ailuminate", "counsel_chat")
OPEN = ("hh_rlhf/data", "humt_dumt/data", "anthrobench/user_first_turns",
        "humanebench/user_prompts", "darkbench/user_prompts")  # fmt: skip
UNKNOWN = -1
NOT_AT_RISK = -2  # less than `concern`; whether it is `care` nobody has said
TOKENS = 96  # of a message, at most
LAYERS = 4
"""Of six that the encoder has, from below: four read as well, in two thirds of the time."""
LEAST = (10_001, 8_500, 8_500, 10_001)
"""
For each level from `care` up the least score that reports it, of 10,000.

Set on messages that were kept out of training, and on nothing else: the least score in
steps of 500 that raises at most 2 % of our sad and everyday messages of `care`, and at most
0.3 % of what people asked of chatbots; `alarms` prints the table.
`high` counts only above it. `care` and `imminent` are left to the rules: too much of daily
life is sad, and whoever is told that it is now or never should have said so.
"""
SAD = ("everyday", "sad")
PLAIN = "plain"
"""What is said outright in few words: read four times, each time with other words around it."""
AGAIN = frozenset({"asks", "understated"})
"""What is read twice: there is less of it than there should be."""
AROUND = (
    ("hi, ", "hey ", "honestly ", "idk ", "look, ", "i feel like ", "sorry but ", "lately ",
     "it's late and ", "Hello. ", "ok so ", "to be honest, ", "i guess ", "not sure why but "),
    (" tbh", " lol", " idk", ", sorry", " today", " right now", " please", "...", " ok?",
     " and yeah", " again", ", that's all", " if i'm honest", "!!"),
)  # fmt: skip
"""Words that people put before and after, and that change nothing."""
HELD_OUT = 20  # of a hundred pairs of messages are kept for calibration and for the test
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


class Message(NamedTuple):
    """A labelled message; labels that nobody gave are -1."""

    text: str
    source: str
    pair: str
    level: int
    category: int
    subject: int
    time: int
    request: int


def own() -> Iterator[Message]:
    """Yield the messages in `training/data/crisis`."""
    for path in sorted((HERE / "data" / "crisis").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Message(
                row["text"],
                path.stem,
                row["pair"],
                LEVELS.index(row["level"]),
                CATEGORIES.index(row["category"]),
                SUBJECTS.index(row["subject"]),
                TIMES.index(row["time"]),
                REQUESTS.index(row["request"]),
            )


def shared(data: Path) -> Iterator[Message]:
    """Yield rows of the folders in `ALSO` whose label says enough."""
    told = {"crisis": 3, "method_seeking": 3, "distress_no_crisis": 1, "benign": 0}
    for folder in ALSO:
        for number, row in enumerate(_rows(data / "crisis" / folder / "data.jsonl")):
            level = told.get(row["label"], UNKNOWN)
            if row["label"] == "harmful_request":
                hazard = row["original_label"]
                level = 3 if hazard == "ssh" else NOT_AT_RISK if hazard in HARMLESS else UNKNOWN
            if level == UNKNOWN or row.get("lang", "en") != "en":
                continue
            category = 1 if level == 3 else 0 if level >= 0 else UNKNOWN
            yield _of_shared(row["text"][:600], folder, number, level, category)


def open_text(data: Path) -> Iterator[Message]:
    """Yield what people asked in the folders of `OPEN`, but for what the rules hear a crisis in."""
    from guardrails.detectors.base import View
    from guardrails.detectors.crisis import CrisisDetector
    from guardrails.findings import Level
    from guardrails.levels import level_of

    rules = CrisisDetector()
    seen: set[str] = set()
    for name in OPEN:
        for number, row in enumerate(_rows(data / "claims" / f"{name}.jsonl")):
            orig = row["orig"]
            text = str(orig.get("prior_user") or orig.get("prompt") or row["text"]).strip()[:600]
            if not text or text.lower() in seen:
                continue
            seen.add(text.lower())
            if all(level_of(found) == Level.NONE for found in rules.look(View.whole(text))):
                folder = name.partition("/")[0]
                yield _of_shared(text, folder, number, NOT_AT_RISK, UNKNOWN)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        print(f"not used, as it is not there: {path.parent.name}/{path.name}")
        return
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _of_shared(text: str, folder: str, number: int, level: int, category: int) -> Message:
    pair = f"{folder}-{number}"
    return Message(text, folder, pair, level, category, UNKNOWN, UNKNOWN, UNKNOWN)


def held_out(message: Message) -> str:
    """Return "train", "calibrate" or "test"; twins are never parted."""
    at = int(hashlib.sha256(message.pair.encode()).hexdigest()[:8], 16) % 100
    if message.source in ALSO or at >= HELD_OUT:
        return "train"
    return "calibrate" if at < HELD_OUT // 2 else "test"


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


def varied(row: Message, dice: random.Random) -> str:
    """Return the text of *row* as somebody else might type it."""
    text = row.text
    if row.source == PLAIN:
        before, after = AROUND
        if dice.random() < 0.4:
            text = dice.choice(before) + (text if text[:2] in ("I ", "I'") else _lower(text))
        if dice.random() < 0.3:
            text = text.rstrip(".!?… ") + dice.choice(after)
        if dice.random() < 0.3:
            text = text.lower()
    if dice.random() < 0.3:
        text = _APOSTROPHE.sub("", text)
    if dice.random() < 0.2:
        text = text.rstrip(".!?… ")
    if dice.random() < 0.1:
        text = re.sub(r"[,.;]", "", text)
    return text


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def batches(rows: list[Message], size: int, dice: random.Random) -> list[list[Message]]:
    """Return *rows* in batches of about one length, in random order."""
    order = sorted(rows, key=lambda row: len(row.text) + dice.random() * 40)
    made = [order[at : at + size] for at in range(0, len(order), size)]
    dice.shuffle(made)
    return made


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
    epochs: int,
    seed: int,
    rate: float = 1e-4,
) -> None:
    dice = random.Random(seed)  # noqa: S311
    for name, parameter in reader.encoder.named_parameters():
        parameter.requires_grad = not name.startswith("embeddings")
    heads = list(reader.heads.parameters())
    body = [each for each in reader.encoder.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": heads, "lr": 10 * rate}], weight_decay=0.01
    )
    steps = epochs * len(batches(rows, 32, dice))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, 10 * rate], total_steps=steps + 1, pct_start=0.1
    )
    for epoch in range(epochs):
        reader.train()
        began, total = time.monotonic(), 0.0
        for number, batch in enumerate(made := batches(rows, 32, dice), 1):
            ids, mask = encoded(tokenizer, (varied(row, dice) for row in batch))
            with torch.autocast("cpu", torch.bfloat16):
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


@torch.no_grad()
def read(
    reader: Reader, tokenizer: Tokenizer, texts: list[str], heads: Iterable[str] = tuple(HEADS)
) -> dict[str, np.ndarray]:
    reader.eval()
    parts: list[tuple[torch.Tensor, ...]] = [
        reader(*encoded(tokenizer, texts[at : at + 64])) for at in range(0, len(texts), 64)
    ]
    return {
        name: torch.cat([part[number] for part in parts]).float().numpy()
        for number, name in enumerate(heads)
    }


def auroc(scores: np.ndarray, wanted: np.ndarray) -> float:
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    hits, misses = int(wanted.sum()), int((~wanted).sum())
    if not hits or not misses:
        return float("nan")
    return float((ranks[wanted].sum() - hits * (hits + 1) / 2) / (hits * misses))


def recall_at(scores: np.ndarray, wanted: np.ndarray, share: float) -> float:
    """Return the recall where *share* of those not wanted are flagged."""
    if not wanted.any() or wanted.all():
        return float("nan")
    least = np.quantile(scores[~wanted], 1 - share)
    return float((scores[wanted] > least).mean())


def told(name: str, rows: list[Message], logits: dict[str, np.ndarray]) -> None:
    """Print how well *logits* tell "concern or higher" from the rest."""
    if not rows:
        return
    scores = logits["level"][:, 1]
    wanted = np.array([row.level >= 2 for row in rows])
    category = logits["category"].argmax(1)
    risk = [at for at, row in enumerate(rows) if row.level >= 2]
    named = np.mean([category[at] == rows[at].category for at in risk]) if risk else float("nan")
    print(
        f"{name:<26} n={len(rows):<5} concern+ {int(wanted.sum()):<5}"
        f"AUROC {auroc(scores, wanted):.3f}  recall at 1% {recall_at(scores, wanted, 0.01):.2f}"
        f"  at 5% {recall_at(scores, wanted, 0.05):.2f}  category {named:.2f}"
    )


def temperature(logits: np.ndarray, wanted: np.ndarray) -> tuple[float, float]:
    """Return scale and shift that make a logit the log-odds of *wanted* (Platt)."""
    scale = torch.ones((), requires_grad=True)
    shift = torch.zeros((), requires_grad=True)
    given, want = torch.tensor(logits).float(), torch.tensor(wanted).float()
    optimizer = torch.optim.LBFGS([scale, shift], max_iter=100)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(given * scale + shift, want)
        loss.backward()
        return loss

    optimizer.step(closure)
    return float(scale), float(shift)


def alarms(mine: list[Message], asked: list[Message], likely: list[np.ndarray]) -> None:
    """Print, for least scores of `concern`, what is found and what is raised wrongly."""
    wanted = np.array([row.level >= 2 for row in mine])
    sad = np.array([row.level == 1 and row.source in SAD for row in mine])
    print(f"least score: found of {wanted.sum()}, raised of {(~wanted).sum()} others, "
          f"of {sad.sum()} sad, of {len(asked)} asked of chatbots")  # fmt: skip
    for least in range(5_000, 10_000, 500):
        own_up, asked_up = (np.rint(10_000 * each) >= least for each in likely)
        shares = (own_up[wanted], own_up[~wanted], own_up[sad], asked_up)
        print(f"  {least}  " + "  ".join(f"{each.mean():6.2%}" for each in shares))


def learned_from(
    mine: list[Message], asked: list[Message], labelled: list[Message], options: argparse.Namespace
) -> list[Message]:
    """Return what is read in each epoch; what is read twice or four times stands there so often."""
    rows = [each for each in mine if each.source != options.without and held_out(each) == "train"]
    others = labelled + [each for each in asked if held_out(each) == "train"]
    dice = random.Random(options.seed)  # noqa: S311
    if options.start is None:
        dice.shuffle(rows)
        rows = rows[: round(options.share * len(rows))] + others
    else:
        new = [each for each in rows if each.source in {*AGAIN, PLAIN}]
        known = [each for each in rows if each.source not in {*AGAIN, PLAIN}] + others
        rows = new + dice.sample(known, round(options.share * len(known)))
    rows += [each for each in rows if each.source == PLAIN] * 3
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
    parser.add_argument("--without", help="a file of messages to leave out, and to test on")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--start", type=Path, help="an exported model.onnx to go on from")
    parser.add_argument("--rate", type=float, default=1e-4, help="at which the layers learn")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()
    mine = list(own())
    asked = list(open_text(options.data))
    rows = learned_from(mine, asked, list(shared(options.data)), options)
    print(f"{len(rows)} messages to learn from, {len(mine)} of our own in all", flush=True)
    reader = Reader(options.encoder)
    if options.start is not None:
        begun(reader, options.start)
    train(reader, tokenizer, rows, options.epochs, options.seed, options.rate)
    kept = {part: [e for e in mine if held_out(e) == part] for part in ("calibrate", "test")}
    logits = {p: read(reader, tokenizer, [e.text for e in kept[p]]) for p in kept}
    told("held out", kept["test"], logits["test"])
    for source in sorted({each.source for each in mine}):
        if source == options.without:
            left = [each for each in mine if each.source == source]
            told(f"left out: {source}", left, read(reader, tokenizer, [e.text for e in left]))
            continue
        at = [number for number, each in enumerate(kept["test"]) if each.source == source]
        part = {name: values[at] for name, values in logits["test"].items()}
        told(f"  {source}", [kept["test"][number] for number in at], part)
    if options.out is None:
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    levels = np.array([each.level for each in kept["calibrate"]])
    scales = [
        temperature(logits["calibrate"]["level"][:, step], levels > step)
        for step in range(HEADS["level"])
    ]
    left = [each for each in asked if held_out(each) != "train"]
    every = [*kept["calibrate"], *kept["test"]]
    scale, shift = scales[1]
    steps = [
        *(logits[part]["level"][:, 1] for part in ("calibrate", "test")),
        read(reader, tokenizer, [each.text for each in left])["level"][:, 1],
    ]
    odds = [1 / (1 + np.exp(-(each * scale + shift))) for each in steps]
    alarms(every, left, [np.concatenate(odds[:2]), odds[2]])
    state = {name: value.numpy() for name, value in reader.state_dict().items()}
    np.savez(options.out / "reader.npz", **state)
    told_scales = [[round(scale, 4), round(shift, 4)] for scale, shift in scales]
    (options.out / "scales.json").write_text(
        json.dumps({"scales": told_scales, "thresholds": LEAST}) + "\n"
    )
    print(f"level logits to log-odds (scale, shift): {told_scales}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
