"""
An ONNX file field by field, in the wire format of Protocol Buffers.

Numbers of fields are those of `onnx.proto` (ONNX 1.17).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

GRAPH: Final = 7
"""Of a model."""

TENSOR: Final = 5
"""Of a graph."""

TENSOR_NAME: Final = 8
RAW: Final = 9
VARINT: Final = 0
BYTES: Final = 2
"""Types of the wire; the files have no others at these levels."""

FIXED: Final = 5
"""Four bytes, as a 32-bit float has them: written, and not read."""

FLOAT: Final = 1
INT8: Final = 3
INT64: Final = 7
"""Types of a tensor."""

_MORE = 128  # of a byte of a number: it goes on
_DIMS, _TYPE = 1, 2  # of a tensor
_PLACE, _STANDS, _KEY, _VALUE = 13, 14, 1, 2  # of a tensor that is kept elsewhere


class Field(NamedTuple):
    """A field: its number, type on the wire, and a whole number or bytes."""

    number: int
    wire: int
    value: Any


def without(model: memoryview, name: str) -> tuple[bytes, memoryview]:
    """
    Return *model* with the values of the tensor *name* left out, and these values.

    What is left says that they are kept elsewhere; onnxruntime takes them from
    `SessionOptions.add_initializer`. The values are a view of *model*: nothing is copied.

    Raises:
        IndexError, ValueError: *model* has no such tensor, or is of another make.
    """
    kept: list[memoryview] = []

    def lighter(graph: Field) -> Field:
        return graph._replace(value=b"".join(map(written, map(left, fields_of(graph.value)))))

    def left(part: Field) -> Field:
        if part.number != TENSOR:
            return part
        tensor = list(fields_of(part.value))
        if texts_in(tensor, TENSOR_NAME) != [name]:
            return part
        kept.extend(each.value for each in tensor if each.number == RAW)
        entry = Field(_KEY, BYTES, b"location"), Field(_VALUE, BYTES, b"given")
        rest = [each for each in tensor if each.number != RAW]
        rest += [Field(_PLACE, BYTES, b"".join(map(written, entry))), Field(_STANDS, VARINT, 1)]
        return part._replace(value=b"".join(map(written, rest)))

    parts = fields_of(model)
    made = b"".join(written(lighter(each) if each.number == GRAPH else each) for each in parts)
    return made, kept[0]


def texts_in(fields: list[Field], number: int) -> list[str]:
    """Return each text that *fields* have under *number*, in order."""
    return [bytes(each.value).decode() for each in fields if each.number == number]


def fields_of(data: bytes | memoryview) -> Iterator[Field]:
    """
    Yield the fields of *data*, in order; their bytes are views of it.

    Raises:
        IndexError, ValueError: It has a field of another type, or ends in one.
    """
    view, at = memoryview(data), 0
    while at < len(view):
        key, at = _number(view, at)
        value, at = _number(view, at)
        if key & 7 == VARINT:
            yield Field(key >> 3, VARINT, value)
        elif key & 7 == BYTES and at + value <= len(view):
            yield Field(key >> 3, BYTES, view[at : at + value])
            at += value
        else:
            msg = "not a field that the file has"
            raise ValueError(msg)


def _number(view: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = view[at]
        value |= (byte % _MORE) << shift
        at, shift = at + 1, shift + 7
        if byte < _MORE:
            return value, at


def written(field: Field) -> bytes:
    """Return *field* as it stands in a file."""
    key = _varint(field.number << 3 | field.wire)
    if field.wire == VARINT:
        return key + _varint(field.value)
    if field.wire == FIXED:
        return key + bytes(field.value)
    return key + _varint(len(field.value)) + bytes(field.value)


def tensor_of(name: str, kind: int, dims: Iterable[int], raw: bytes) -> bytes:
    """
    Return a tensor as it stands in a file.

    Args:
        name: Of the tensor.
        kind: `FLOAT`, `INT8` or `INT64`.
        dims: Its sizes.
        raw: Its values, row by row, little-endian.
    """
    return b"".join(
        (
            *(written(Field(_DIMS, VARINT, each)) for each in dims),
            written(Field(_TYPE, VARINT, kind)),
            written(Field(TENSOR_NAME, BYTES, name.encode())),
            written(Field(RAW, BYTES, raw)),
        )
    )


def _varint(value: int) -> bytes:
    made = bytearray()
    while value >= _MORE:
        made.append(value % _MORE + _MORE)
        value >>= 7
    made.append(value)
    return bytes(made)
