"""
Write a tuned reader of claims as the ONNX file that the package ships.

    python training/claims_export.py --encoder FOLDER --trained FOLDER --out FOLDER

Weights become whole numbers as `crisis_export.py` makes them. Writes `model.onnx` and
`model.json` (hash, scale, least scores, kinds), and prints how far the written model is
from the tuned one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from claims_train import HEADS, LAYERS, TOKENS, held_out, own
from crisis_export import compared, exported, quantised
from crisis_train import Reader
from tokenizers import Tokenizer

NAMES = (
    *("none", "emotion", "sentience", "embodiment", "lived_experience", "human_identity"),
    *("own_relationships", "professional", "bond", "retention", "own_desires", "shared_feeling"),
    "continuous_presence",
)
"""Of C01 to C12, as policies call them."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    reader = Reader(options.encoder, HEADS, LAYERS)
    state = np.load(options.trained / "reader.npz")
    reader.load_state_dict({name: torch.tensor(state[name]) for name in state.files})
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "model.onnx"
    onnx.save(quantised(exported(reader)), str(path))
    told = {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "tokens": TOKENS,
        "categories": NAMES,
        **json.loads((options.trained / "scales.json").read_text()),
    }
    (options.out / "model.json").write_text(json.dumps(told, indent=1) + "\n")
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, sha256 {told['sha256'][:16]}")
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.no_padding()
    texts = [each.text for each in own() if held_out(each) == "test"][:300]
    compared(reader, path, tokenizer, texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
