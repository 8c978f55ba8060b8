"""Weights of our own models: the file that was measured, and how it cuts words."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from typing import Any

from guardrails.detectors.runtime import Runtime
from guardrails.errors import ModelMissingError


def card_of(model: str) -> dict[str, Any]:
    """Return what is told of *model*, such as `crisis_model`: hash, scales, labels."""
    told: dict[str, Any] = json.loads(_file(f"{model}.json").decode())
    return told


def runtime_of(model: str, digest: str, name: str) -> Runtime:
    """
    Return what computes *model*, on one thread.

    Args:
        model: Such as `crisis_model`.
        digest: sha256 of the file that was measured, in hex.
        name: What errors call the model.

    Raises:
        ModelMissingError: The weights are others.
    """
    weights = _file(f"{model}.onnx")
    if sha256(weights).hexdigest() != digest:
        msg = (
            f"guardrails/detectors/{model}.onnx is not the file that was measured; "
            "install the package again: pip install --force-reinstall candor-guardrails"
        )
        raise ModelMissingError(msg)
    return Runtime(weights, name, threads=1)


@lru_cache(maxsize=2)
def tokenizer_of(tokens: int) -> Any:  # noqa: ANN401 - a tokenizer of the library's
    """Return what cuts a text into *tokens* at most, one for all models of one encoder."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_str(_file("crisis_model_tokens.json").decode())
    made.enable_truncation(tokens)
    made.no_padding()
    return made


def _file(name: str) -> bytes:
    return (resources.files("guardrails.detectors") / name).read_bytes()
