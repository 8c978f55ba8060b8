"""How well a reader of crisis language tells messages at risk from the rest."""

from __future__ import annotations

import numpy as np
import torch
from crisis_messages import Message
from torch.nn import functional

SAD = ("everyday", "sad")


def auroc(scores: np.ndarray, wanted: np.ndarray) -> float:
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    hits, misses = int(wanted.sum()), int((~wanted).sum())
    if not hits or not misses:
        return float("nan")
    return float((ranks[wanted].sum() - hits * (hits + 1) / 2) / (hits * misses))


def told(name: str, rows: list[Message], logits: dict[str, np.ndarray], bars: np.ndarray) -> None:
    """
    Print how well *logits* tell "concern or higher" from the rest.

    Recall, and the share of the others that is flagged, are told above each of *bars*.
    """
    if not rows:
        return
    scores = logits["level"][:, 1]
    wanted = np.array([row.level >= 2 for row in rows])
    category = logits["category"].argmax(1)
    risk = [at for at, row in enumerate(rows) if row.level >= 2]
    named = np.mean([category[at] == rows[at].category for at in risk]) if risk else float("nan")
    shares = (
        "  ".join(f"{(scores[part] > bar).mean():6.1%}" if part.any() else "     -" for bar in bars)
        for part in (wanted, ~wanted)
    )
    print(
        f"{name:<26} n={len(rows):<5} concern+ {int(wanted.sum()):<5}"
        f"AUROC {auroc(scores, wanted):.3f}  found {next(shares)}  of the others {next(shares)}"
        f"  category {named:.2f}",
        flush=True,
    )


def bars_of(rows: list[Message], logits: dict[str, np.ndarray]) -> np.ndarray:
    """Return the logits above which lie 1 % and 5 % of those of *rows* that are not at risk."""
    others = np.array([row.level < 2 for row in rows])
    return np.quantile(logits["level"][others, 1], [0.99, 0.95])


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
