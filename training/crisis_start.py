"""
Where a reader goes on from: the file that the package ships, as a state to tune further.

Its matrices stand there in whole numbers of seven bits. They are taken as they are, which
costs little: a few steps of tuning move them by more than that.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn


def begun(reader: Any, path: Path) -> None:
    """
    Give *reader*, as tuned as it is, the layers and heads of the ONNX file at *path*.

    Raises:
        SystemExit: The file has other layers or other heads.
    """
    stored = onnx.load(str(path)).graph.initializer
    tensors = {each.name: numpy_helper.to_array(each) for each in stored}
    layers = reader.encoder.encoder.layer
    if any(f"layers.{len(layers) + past}.wide.bias" in tensors for past in range(2)):
        msg = f"{path} has more layers than {len(layers)}"
        raise SystemExit(msg)
    for number, layer in enumerate(layers):
        at, scale = f"layers.{number}", _scale(layer)
        weights, biases = _product(tensors, f"{at}.asked")
        asked = zip(np.split(weights, 3), np.split(biases, 3), strict=True)
        attention = layer.attention
        for part, (weight, bias) in zip(("query", "key", "value"), asked, strict=True):
            by = scale if part == "query" else 1.0
            _set(getattr(attention.self, part), weight / by, bias / by)
        _set(attention.output.dense, *_product(tensors, f"{at}.told"))
        _set(layer.intermediate.dense, *_product(tensors, f"{at}.wide"))
        _set(layer.output.dense, *_product(tensors, f"{at}.narrow"))
        for name, norm in (
            ("first", attention.output.LayerNorm),
            ("last", layer.output.LayerNorm),
        ):
            _set(norm, tensors[f"{at}.{name}.weight"], tensors[f"{at}.{name}.bias"])
    first = 0
    for head in reader.heads.values():
        last = first + head.out_features
        _set(head, tensors["heads.weight"].T[first:last], tensors["heads.bias"][first:last])
        first = last
    if first != len(tensors["heads.bias"]):
        msg = f"{path} has {len(tensors['heads.bias'])} outputs, the reader {first}"
        raise SystemExit(msg)


def _scale(layer: Any) -> float:
    return float(layer.attention.self.attention_head_size**-0.5)


def _product(tensors: dict[str, np.ndarray], name: str) -> tuple[np.ndarray, np.ndarray]:
    whole, scale = tensors[f"{name}.weight_whole"], tensors[f"{name}.weight_scale"]
    return (whole.astype(np.float32) * scale).T, tensors[f"{name}.bias"]


@torch.no_grad()
def _set(part: nn.Module, weight: np.ndarray, bias: np.ndarray) -> None:
    part.weight.copy_(torch.tensor(np.ascontiguousarray(weight)))
    part.bias.copy_(torch.tensor(np.ascontiguousarray(bias)))
