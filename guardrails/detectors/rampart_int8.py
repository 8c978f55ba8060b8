"""
The weights of Rampart, from four bits in blocks to seven bits in columns.

The published file multiplies in four bits, which onnxruntime does slowly where a text
has more than a few words. Eight-bit integer products take about a third of the time.
The file is read and written field by field:
nothing but the matrices and the nodes that use them is touched.

Seven bits, not eight: the sum of two products then fits sixteen bits on processors that
add in pairs (AVX2 without VNNI), so that every processor reads the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrails.detectors.onnx_fields import (
    BYTES,
    FLOAT,
    GRAPH,
    INT8,
    RAW,
    TENSOR,
    TENSOR_NAME,
    Field,
    fields_of,
    tensor_of,
    texts_in,
    written,
)
from guardrails.errors import ModelMissingError

REVISION: Final = "i7.1"
"""Of this conversion; part of the name of what reads with its result."""

_MOST = 63  # of a weight, either side of zero
_BITS, _BLOCK = 4, 32  # of a weight in the published file, and weights that share a scale
_NODE = 1  # of the fields of a graph
_INPUT, _OUTPUT, _NAME, _KIND, _ATTRIBUTE, _DOMAIN = 1, 2, 3, 4, 5, 7  # of a node
_WHOLE = 3  # of an attribute


def converted(model: bytes) -> bytes:
    """
    Return *model* with every `MatMulNBits` made a `DynamicQuantizeMatMul`.

    Args:
        model: An ONNX file whose matrices have four bits in blocks of 32 without zero
            points, all in the file itself.

    Raises:
        ModelMissingError: The file is of another make.
    """
    try:
        return b"".join(
            written(each._replace(value=_graph(each.value)) if each.number == GRAPH else each)
            for each in fields_of(model)
        )
    except (IndexError, KeyError, ValueError) as error:
        msg = "the weights of Rampart are of a make that cannot be read; install 1.4.0"
        raise ModelMissingError(msg) from error


def _graph(graph: bytes) -> bytes:
    fields = list(fields_of(graph))
    stored = {
        texts_in(tensor, TENSOR_NAME)[0]: (each, tensor)
        for each in fields
        if each.number == TENSOR
        for tensor in [list(fields_of(each.value))]
    }
    made: list[Field] = []
    used: set[str] = set()
    for each in fields:
        if each.number == TENSOR:
            continue
        node = list(fields_of(each.value)) if each.number == _NODE else []
        if not node or texts_in(node, _KIND) != ["MatMulNBits"]:
            made.append(each)
            continue
        left, packed, scales = texts_in(node, _INPUT)
        used |= {packed, scales}
        made += [
            Field(TENSOR, BYTES, tensor)
            for tensor in _matrix(packed, stored[packed][1], stored[scales][1], _sizes(node))
        ]
        made.append(Field(_NODE, BYTES, _product(left, packed, node)))
    made += [each for name, (each, _) in stored.items() if name not in used]
    return b"".join(map(written, made))


def _product(left: str, name: str, node: list[Field]) -> bytes:
    inputs = (left, f"{name}_i7", f"{name}_i7_scale", f"{name}_i7_zero")
    return b"".join(
        (
            *(written(Field(_INPUT, BYTES, each.encode())) for each in inputs),
            *(written(each) for each in node if each.number in {_OUTPUT, _NAME}),
            written(Field(_KIND, BYTES, b"DynamicQuantizeMatMul")),
            written(Field(_DOMAIN, BYTES, b"com.microsoft")),
        )
    )


def _matrix(
    name: str, packed: list[Field], scales: list[Field], sizes: dict[str, int]
) -> Iterator[bytes]:
    """Yield the tensors of one matrix: weights, a scale a column, and zeros."""
    import numpy as np

    rows, columns = sizes["K"], sizes["N"]
    if (sizes["bits"], sizes["block_size"]) != (_BITS, _BLOCK):
        msg = "not four bits in blocks of 32"
        raise ValueError(msg)
    pairs = np.frombuffer(_raw(packed), np.uint8).reshape(columns, -1, _BLOCK // 2)
    steps = np.stack([pairs & 15, pairs >> 4], axis=-1).reshape(columns, -1, _BLOCK)
    scale = np.frombuffer(_raw(scales), np.float32).reshape(columns, -1, 1)
    weights = ((steps.astype(np.float32) - 8) * scale).reshape(columns, -1)[:, :rows]
    most = np.abs(weights).max(axis=1) / np.float32(_MOST)
    most[most == 0] = 1
    whole = np.ascontiguousarray(np.rint(weights / most[:, None]).astype(np.int8).T)
    yield tensor_of(f"{name}_i7", INT8, (rows, columns), whole.tobytes())
    yield tensor_of(f"{name}_i7_scale", FLOAT, (columns,), most.astype("<f4").tobytes())
    yield tensor_of(f"{name}_i7_zero", INT8, (columns,), bytes(columns))


def _raw(tensor: list[Field]) -> bytes:
    return next(bytes(each.value) for each in tensor if each.number == RAW)


def _sizes(node: list[Field]) -> dict[str, int]:
    """Return the whole numbers among the attributes of *node*, by name."""
    sizes = {}
    for each in node:
        if each.number == _ATTRIBUTE:
            fields = list(fields_of(each.value))
            numbers = [one.value for one in fields if one.number == _WHOLE]
            sizes[texts_in(fields, 1)[0]] = numbers[0] if numbers else 0
    return sizes
