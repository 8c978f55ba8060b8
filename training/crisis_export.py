"""
Write a tuned reader as the ONNX file that the package ships.

    python training/crisis_export.py --encoder FOLDER --trained FOLDER --out FOLDER

Matrices become whole numbers of seven bits with a scale for each column, so that every
processor computes the same sums; word embeddings become eight bits with a scale for each
word. Writes `model.onnx`, `tokenizer.json` and `model.json` (hash, scales, labels), and
prints how far the written model is from the tuned one.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from crisis_fused import fused
from crisis_messages import CATEGORIES, LEVELS, SUBJECTS, TIMES, held_out, own
from crisis_train import TOKENS, Reader
from onnx import helper, numpy_helper
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

OF_POLICIES = {"eating": "eating_disorder"}
"""Categories that policies call by another name."""
MOST = 63  # of a weight of a matrix, either side of zero
MOST_WORD = 127  # of a weight of a word
NARROW = 64  # columns: a narrower product, that of the heads, stays as it was tuned


class OneText(nn.Module):
    """
    *reader* for one text without padding, in as few steps as it can be computed in.

    Query, key and value are one product, nothing is masked, and all heads are one product:
    a step costs more than its sums where a message has twenty tokens.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        embeddings, config = reader.encoder.embeddings, reader.encoder.config
        self.heads_of, self.width = config.num_attention_heads, config.hidden_size
        self.words, self.norm = embeddings.word_embeddings, embeddings.LayerNorm
        places = embeddings.position_embeddings.weight + embeddings.token_type_embeddings.weight[0]
        self.places = nn.Parameter(places[:TOKENS].detach())
        self.layers = nn.ModuleList(_layer(each, config) for each in reader.encoder.encoder.layer)
        heads = list(reader.heads.values())
        self.sizes = [each.out_features for each in heads]
        self.heads = _product_of(torch.cat([each.weight for each in heads]), heads)

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        states = self.norm(self.words(ids) + self.places[: ids.shape[0]])
        count, size = self.heads_of, self.width // self.heads_of
        for layer in self.layers:
            parts = layer["asked"](states).reshape(-1, 3 * count, size).transpose(0, 1)
            query, key, value = parts[:count], parts[count : 2 * count], parts[2 * count :]
            shares = torch.softmax(torch.matmul(query, key.transpose(1, 2)), -1)
            seen = torch.matmul(shares, value).transpose(0, 1).reshape(-1, self.width)
            states = layer["first"](layer["told"](seen) + states)
            wide = functional.gelu(layer["wide"](states))
            states = layer["last"](layer["narrow"](wide) + states)
        return torch.split(self.heads(states.mean(0)), self.sizes)


class Product(nn.Module):
    """A linear layer whose weights stand as they are multiplied."""

    def __init__(self, weight: torch.Tensor, bias: torch.Tensor) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight.T.contiguous().detach())
        self.bias = nn.Parameter(bias.detach())

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        return torch.matmul(states, self.weight) + self.bias


def _product_of(weight: torch.Tensor, parts: list[Any], scale: float = 1.0) -> Product:
    """Return one product of linear *parts*, the first of which is scaled."""
    bias = [part.bias * (1.0 if number else scale) for number, part in enumerate(parts)]
    return Product(weight, torch.cat(bias))


def _layer(layer: Any, config: Any) -> nn.ModuleDict:
    attention = layer.attention
    asked = [getattr(attention.self, name) for name in ("query", "key", "value")]
    scale = (config.hidden_size // config.num_attention_heads) ** -0.5
    weight = torch.cat([asked[0].weight * scale, asked[1].weight, asked[2].weight])
    return nn.ModuleDict({
        "asked": _product_of(weight, asked, scale),
        "told": Product(attention.output.dense.weight, attention.output.dense.bias),
        "first": attention.output.LayerNorm,
        "wide": Product(layer.intermediate.dense.weight, layer.intermediate.dense.bias),
        "narrow": Product(layer.output.dense.weight, layer.output.dense.bias),
        "last": layer.output.LayerNorm,
    })  # fmt: skip


def exported(reader: Reader) -> onnx.ModelProto:
    reader.eval()
    made = io.BytesIO()
    torch.onnx.export(
        OneText(reader).eval(),
        (torch.ones(8, dtype=torch.long),),
        made,
        dynamo=False,
        opset_version=17,
        do_constant_folding=True,
        input_names=["ids"],
        output_names=list(reader.heads),
        dynamic_axes={"ids": {0: "tokens"}},
    )
    return onnx.load_from_string(made.getvalue())


def quantised(model: onnx.ModelProto) -> onnx.ModelProto:
    graph = model.graph
    tensors = {each.name: each for each in graph.initializer}
    nodes: list[Any] = []
    dropped: set[str] = set()
    for node in graph.node:
        weights = tensors.get(node.input[1]) if node.op_type == "MatMul" else None
        words = tensors.get(node.input[0]) if node.op_type == "Gather" else None
        if weights is not None and len(weights.dims) == 2 and weights.dims[1] >= NARROW:
            nodes.append(_product(graph, node, numpy_helper.to_array(weights)))
            dropped.add(weights.name)
        elif words is not None and len(words.dims) == 2 and words.dims[0] > 1000:
            nodes += _gathered(graph, node, numpy_helper.to_array(words))
            dropped.add(words.name)
        else:
            nodes.append(node)
    kept = [each for each in graph.initializer if each.name not in dropped]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    return model


def _product(graph: Any, node: Any, weights: np.ndarray) -> Any:
    scale = np.abs(weights).max(axis=0) / MOST
    scale[scale == 0] = 1
    name = node.input[1]
    for suffix, values in (
        ("whole", np.rint(weights / scale).astype(np.int8)),
        ("scale", scale.astype(np.float32)),
        ("zero", np.zeros(weights.shape[1], np.int8)),
    ):
        graph.initializer.append(numpy_helper.from_array(values, f"{name}_{suffix}"))
    return helper.make_node(
        "DynamicQuantizeMatMul",
        [node.input[0], f"{name}_whole", f"{name}_scale", f"{name}_zero"],
        list(node.output),
        name=f"{node.name}_whole",
        domain="com.microsoft",
    )


def _gathered(graph: Any, node: Any, words: np.ndarray) -> list[Any]:
    name, out = node.input[0], node.output[0]
    scale = np.abs(words).max(axis=1, keepdims=True) / MOST_WORD
    scale[scale == 0] = 1
    whole = np.rint(words / scale).astype(np.int8)
    graph.initializer.append(numpy_helper.from_array(whole, f"{name}_whole"))
    graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), f"{name}_scale"))
    return [
        helper.make_node("Gather", [f"{name}_whole", node.input[1]], [f"{out}_whole"]),
        helper.make_node("Cast", [f"{out}_whole"], [f"{out}_float"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}_scale", node.input[1]], [f"{out}_scale"]),
        helper.make_node("Mul", [f"{out}_float", f"{out}_scale"], [out]),
    ]


def compared(reader: Reader, path: Path, tokenizer: Tokenizer, texts: list[str]) -> None:
    """Print how far probabilities of the file's first head are from those of *reader*."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
    far, flips = [], 0
    with torch.no_grad():
        for text in texts:
            ids = np.asarray(tokenizer.encode(text).ids)
            before = reader(torch.tensor([ids]), torch.ones(1, len(ids)))[0].numpy()[0]
            after = session.run([next(iter(reader.heads))], {"ids": ids})[0]
            before, after = 1 / (1 + np.exp(-before)), 1 / (1 + np.exp(-after))
            far.append(np.abs(before - after))
            flips += bool(((before > 0.5) != (after > 0.5)).any())
    print(f"written against tuned, {len(texts)} texts: mean {np.mean(far):.4f}, "
          f"most {np.max(far):.3f}, {flips} change sides")  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    state = np.load(options.trained / "reader.npz")
    layers = {
        name.split(".")[3] for name in state.files if name.startswith("encoder.encoder.layer.")
    }
    reader = Reader(options.encoder, layers=len(layers))
    reader.load_state_dict({name: torch.tensor(state[name]) for name in state.files})
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "model.onnx"
    heads = reader.encoder.config.num_attention_heads
    onnx.save(fused(quantised(exported(reader)), heads), str(path))
    shutil.copy(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    told = {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "tokens": TOKENS,
        "levels": LEVELS[1:],
        "categories": [OF_POLICIES.get(name, name) for name in CATEGORIES],
        "subjects": SUBJECTS,
        "times": TIMES,
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
