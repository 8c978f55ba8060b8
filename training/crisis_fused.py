"""
The graph of a written reader with fewer steps, each of which onnxruntime has a kernel for.

A step costs more than its sums where a message has twenty tokens: a bias is added by the
product before it or by the norm after it, and the attention of a layer is one step.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

DOMAIN = "com.microsoft"


def fused(model: onnx.ModelProto, heads: int) -> onnx.ModelProto:
    """
    Return *model*, a quantised reader whose layers have so many *heads*, in fewer steps.

    Raises:
        StopIteration, KeyError: It is of another make.
    """
    graph = model.graph
    nodes = list(graph.node)
    while (at := _first(nodes, "Softmax")) is not None:
        nodes = _attention(graph, nodes, at, heads)
    for norm in [each for each in nodes if each.op_type == "LayerNormalization"]:
        nodes = _norm(nodes, norm)
    del graph.node[:]
    graph.node.extend(_used(nodes, {each.name for each in graph.output}))
    return model


def _first(nodes: list[Any], kind: str) -> int | None:
    return next((at for at, node in enumerate(nodes) if node.op_type == kind), None)


def _made(nodes: list[Any], name: str) -> Any:
    """Return the node that makes the value *name*."""
    return next(node for node in nodes if name in node.output)


def _attention(graph: Any, nodes: list[Any], at: int, heads: int) -> list[Any]:
    """Return *nodes* with the attention around the softmax at *at* as one step."""
    product = _made(nodes, nodes[at].input[0])
    query = _made(nodes, product.input[0])  # a slice of all parts, reordered
    seen = next(node for node in nodes if nodes[at].output[0] in node.input)
    turned = next(node for node in nodes if seen.output[0] in node.input)
    out = next(node for node in nodes if turned.output[0] in node.input)
    shaped = _made(nodes, _made(nodes, query.input[0]).input[0])
    biased = _made(nodes, shaped.input[0])
    asked = _made(nodes, biased.input[0])
    name = asked.output[0].rpartition("/")[0]
    asked.input.append(biased.input[1])
    width = numpy_helper.to_array(
        next(each for each in graph.initializer if each.name == biased.input[1])
    ).shape[0]
    sizes = np.array([width // 3] * 3, np.int64)
    for suffix, values in (("sizes", sizes), ("first", np.array([0], np.int64))):
        graph.initializer.append(numpy_helper.from_array(values, f"{name}/{suffix}"))
    flat = [f"{name}/{part}" for part in ("query", "key", "value")]
    split = helper.make_node("Split", [asked.output[0], f"{name}/sizes"], flat, axis=1)
    whole = [f"{each}_text" for each in flat]
    lifted = [
        helper.make_node("Unsqueeze", [one, f"{name}/first"], [to])
        for one, to in zip(flat, whole, strict=True)
    ]
    told = f"{name}/seen"
    attended = helper.make_node(
        "MultiHeadAttention", whole, [told], domain=DOMAIN, num_heads=heads, scale=1.0
    )
    lowered = helper.make_node("Squeeze", [told, f"{name}/first"], [out.output[0]])
    start = next(number for number, node in enumerate(nodes) if node.output == asked.output)
    stop = next(number for number, node in enumerate(nodes) if node.output == out.output)
    return [*nodes[: start + 1], split, *lifted, attended, lowered, *nodes[stop + 1 :]]


def _norm(nodes: list[Any], norm: Any) -> list[Any]:
    """Return *nodes* with the norm of a sum, and the bias of what is summed, as one step."""
    total = _made(nodes, norm.input[0])
    biased = _made(nodes, total.input[0])
    if biased.op_type != "Add":
        return nodes  # the first, of words and places
    parts = [biased.input[0], total.input[1], norm.input[1], norm.input[2], biased.input[1]]
    (epsilon,) = (each.f for each in norm.attribute if each.name == "epsilon")
    made = helper.make_node(
        "SkipLayerNormalization", parts, list(norm.output), domain=DOMAIN, epsilon=epsilon
    )
    gone = (biased.output, total.output)
    return [made if node is norm else node for node in nodes if node.output not in gone]


def _used(nodes: list[Any], wanted: Iterable[str]) -> list[Any]:
    """Return those of *nodes* on whose outputs *wanted* depends."""
    needed, kept = set(wanted), []
    for node in reversed(nodes):
        if needed & set(node.output):
            needed |= set(node.input)
            kept.append(node)
    return kept[::-1]
