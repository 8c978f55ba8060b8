"""Weights of our own models: the file that was measured, and how it cuts words."""

from __future__ import annotations

import json
import mmap
import sys
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any, Final

from guardrails.detectors.onnx_fields import without
from guardrails.detectors.runtime import Runtime
from guardrails.errors import ModelMissingError

_TABLE: Final = "words.weight_whole"
"""Eight-bit rows of the words: most of the file, of which a text uses a few rows."""

_WIDTH: Final = 384  # of a row


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
    weights = _mapped(f"{model}.onnx")
    if sha256(weights).hexdigest() != digest:
        msg = (
            f"guardrails/detectors/{model}.onnx is not the file that was measured; "
            "install the package again: pip install --force-reinstall candor-guardrails"
        )
        raise ModelMissingError(msg)
    import numpy as np

    rest, table = without(memoryview(weights), _TABLE)
    words = np.frombuffer(table, np.int8).reshape(-1, _WIDTH)
    made = Runtime(rest, name, threads=1, given={_TABLE: words})
    if isinstance(weights, mmap.mmap) and sys.platform != "win32":
        weights.madvise(
            mmap.MADV_DONTNEED
        )  # read once for the hash; a row comes back when it is used
    return made


@lru_cache(maxsize=2)
def tokenizer_of(tokens: int) -> Any:  # noqa: ANN401 - a tokenizer of the library's
    """Return what cuts a text into *tokens* at most, one for all models of one encoder."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_str(_file("crisis_model_tokens.json").decode())
    made.enable_truncation(tokens)
    made.no_padding()
    return made


def _mapped(name: str) -> bytes | mmap.mmap:
    """Return a file of ours, mapped where it lies in a folder; read from an archive."""
    file = resources.files("guardrails.detectors") / name
    if not isinstance(file, Path):
        return file.read_bytes()
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def _file(name: str) -> bytes:
    return (resources.files("guardrails.detectors") / name).read_bytes()
