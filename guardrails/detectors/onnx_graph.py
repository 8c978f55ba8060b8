"""A small ONNX model, written node by node: what onnxruntime computes for spaCy."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

from guardrails.detectors.onnx_fields import (
    BYTES,
    FIXED,
    FLOAT,
    GRAPH,
    INT64,
    TENSOR,
    VARINT,
    Field,
    tensor_of,
    written,
)

_IR, _OPSET, _VERSION = 8, 17, 2
"""Of the format, of the operators, and where the latter stands: for ONNX 1.12 and later."""

_IR_VERSION, _OPSET_IMPORT = 1, 8  # of a model
_NODE, _NAME, _INPUT, _OUTPUT = 1, 2, 11, 12  # of a graph
_IN, _OUT, _KIND, _ATTRIBUTE = 1, 2, 4, 5  # of a node
_CALLED, _REAL, _WHOLE, _TYPE = 1, 2, 3, 20  # of an attribute
_REAL_TYPE, _WHOLE_TYPE = 1, 2  # types of an attribute


class Graph:
    """
    A graph in the making; each call gives the name of what it adds.

    Args:
        name: Of its only input, rows of 32-bit floats.
        width: Of a row.
    """

    def __init__(self, name: str, width: int) -> None:
        self._fields = [Field(_NAME, BYTES, b"graph"), Field(_INPUT, BYTES, _rows(name, width))]
        self._count = 0

    def constant(self, array: Any) -> str:  # noqa: ANN401 - an array of numpy
        """Add an *array* of 32-bit floats or 64-bit whole numbers."""
        name = self._next()
        kind, raw = (FLOAT, "<f4") if array.dtype.kind == "f" else (INT64, "<i8")
        made = tensor_of(name, kind, array.shape, array.astype(raw).tobytes())
        self._fields.append(Field(TENSOR, BYTES, made))
        return name

    def node(self, kind: str, *inputs: str, **attributes: float) -> str:
        """Add a node of a *kind* of operator; whole numbers and floats may be attributes."""
        return self.nodes(kind, *inputs, outputs=1, **attributes)[0]

    def nodes(self, kind: str, *inputs: str, outputs: int, **attributes: float) -> tuple[str, ...]:
        """Add a node that has several *outputs*."""
        names = tuple(self._next() for _ in range(outputs))
        parts = [Field(_IN, BYTES, each.encode()) for each in inputs]
        parts += [Field(_OUT, BYTES, each.encode()) for each in names]
        parts.append(Field(_KIND, BYTES, kind.encode()))
        parts += [Field(_ATTRIBUTE, BYTES, _attribute(*each)) for each in attributes.items()]
        self._fields.append(Field(_NODE, BYTES, _message(parts)))
        return names

    def output(self, name: str, value: str, width: int, kind: int = FLOAT) -> None:
        """Let the model give *value*, rows of *width* numbers of a *kind*, under *name*."""
        parts = [Field(_IN, BYTES, value.encode()), Field(_OUT, BYTES, name.encode())]
        last = _message([*parts, Field(_KIND, BYTES, b"Identity")])
        self._fields.append(Field(_NODE, BYTES, last))
        self._fields.append(Field(_OUTPUT, BYTES, _rows(name, width, kind)))

    def model(self) -> bytes:
        """Return the model."""
        operators = _message([Field(_VERSION, VARINT, _OPSET)])
        return _message(
            [
                Field(_IR_VERSION, VARINT, _IR),
                Field(_OPSET_IMPORT, BYTES, operators),
                Field(GRAPH, BYTES, _message(self._fields)),
            ]
        )

    def _next(self) -> str:
        self._count += 1
        return f"v{self._count}"


def _message(fields: Sequence[Field]) -> bytes:
    return b"".join(map(written, fields))


def _attribute(name: str, value: float) -> bytes:
    called = Field(_CALLED, BYTES, name.encode())
    if isinstance(value, int):
        whole = Field(_WHOLE, VARINT, value % (1 << 64))
        return _message([called, whole, Field(_TYPE, VARINT, _WHOLE_TYPE)])
    real = Field(_REAL, FIXED, struct.pack("<f", value))
    return _message([called, real, Field(_TYPE, VARINT, _REAL_TYPE)])


def _rows(name: str, width: int, kind: int = FLOAT) -> bytes:
    """Return what tells of a table of any number of rows of *width* numbers."""
    rows = Field(1, BYTES, _message([Field(2, BYTES, b"rows")]))
    columns = Field(1, BYTES, _message([Field(1, VARINT, width)]))
    shape = Field(2, BYTES, _message([rows, columns]))
    table = Field(1, BYTES, _message([Field(1, VARINT, kind), shape]))
    return _message([Field(1, BYTES, name.encode()), Field(2, BYTES, _message([table]))])
