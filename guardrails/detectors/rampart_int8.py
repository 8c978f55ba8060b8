"""
The weights of Rampart, from four bits in blocks to seven bits in columns.

The published file multiplies in four bits, which onnxruntime does slowly where a text
has more than a few words. Eight-bit integer products take about a third of the time.
The file is read and written field by field in the wire format of Protocol Buffers:
nothing but the matrices and the nodes that use them is touched.

Seven bits, not eight: the sum of two products then fits sixteen bits on processors that
add in pairs (AVX2 without VNNI), so that every processor reads the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from guardrails.errors import ModelMissingError

REVISION: Final = "i7.1"
"""Of this conversion; part of the name of what reads with its result."""

_MOST = 63  # of a weight, either side of zero
_BITS, _BLOCK = 4, 32  # of a weight in the published file, and weights that share a scale
_GRAPH, _NODE, _TENSOR = 7, 1, 5  # numbers of the fields of a model and of its graph
_INPUT, _OUTPUT, _NAME, _KIND, _ATTRIBUTE, _DOMAIN = 1, 2, 3, 4, 5, 7  # of a node
_WHOLE = 3  # of an attribute
_DIMS, _TYPE, _TENSOR_NAME, _RAW = 1, 2, 8, 9  # of a tensor
_FLOAT, _INT8 = 1, 3  # types of a tensor
_MORE = 128  # of a byte of a number: it goes on
_VARINT, _BYTES = 0, 2  # wire types; the file has no others at these levels


class _Field(NamedTuple):
    number: int
    wire: int
    value: Any  # int, or bytes


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
            _field(each._replace(value=_graph(each.value)) if each.number == _GRAPH else each)
            for each in _fields(model)
        )
    except (IndexError, KeyError, ValueError) as error:
        msg = "the weights of Rampart are of a make that cannot be read; install 1.4.0"
        raise ModelMissingError(msg) from error


def _graph(graph: bytes) -> bytes:
    fields = list(_fields(graph))
    stored = {
        _texts(tensor, _TENSOR_NAME)[0]: (each, tensor)
        for each in fields
        if each.number == _TENSOR
        for tensor in [list(_fields(each.value))]
    }
    made: list[_Field] = []
    used: set[str] = set()
    for each in fields:
        if each.number == _TENSOR:
            continue
        node = list(_fields(each.value)) if each.number == _NODE else []
        if not node or _texts(node, _KIND) != ["MatMulNBits"]:
            made.append(each)
            continue
        left, packed, scales = _texts(node, _INPUT)
        used |= {packed, scales}
        made += [
            _Field(_TENSOR, _BYTES, tensor)
            for tensor in _matrix(packed, stored[packed][1], stored[scales][1], _sizes(node))
        ]
        made.append(_Field(_NODE, _BYTES, _product(left, packed, node)))
    made += [each for name, (each, _) in stored.items() if name not in used]
    return b"".join(map(_field, made))


def _product(left: str, name: str, node: list[_Field]) -> bytes:
    inputs = (left, f"{name}_i7", f"{name}_i7_scale", f"{name}_i7_zero")
    return b"".join(
        (
            *(_field(_Field(_INPUT, _BYTES, each.encode())) for each in inputs),
            *(_field(each) for each in node if each.number in {_OUTPUT, _NAME}),
            _field(_Field(_KIND, _BYTES, b"DynamicQuantizeMatMul")),
            _field(_Field(_DOMAIN, _BYTES, b"com.microsoft")),
        )
    )


def _matrix(
    name: str, packed: list[_Field], scales: list[_Field], sizes: dict[str, int]
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
    yield _tensor(f"{name}_i7", _INT8, (rows, columns), whole.tobytes())
    yield _tensor(f"{name}_i7_scale", _FLOAT, (columns,), most.astype("<f4").tobytes())
    yield _tensor(f"{name}_i7_zero", _INT8, (columns,), bytes(columns))


def _tensor(name: str, kind: int, dims: tuple[int, ...], raw: bytes) -> bytes:
    return b"".join(
        (
            *(_field(_Field(_DIMS, _VARINT, each)) for each in dims),
            _field(_Field(_TYPE, _VARINT, kind)),
            _field(_Field(_TENSOR_NAME, _BYTES, name.encode())),
            _field(_Field(_RAW, _BYTES, raw)),
        )
    )


def _raw(tensor: list[_Field]) -> bytes:
    return next(bytes(each.value) for each in tensor if each.number == _RAW)


def _sizes(node: list[_Field]) -> dict[str, int]:
    """Return the whole numbers among the attributes of *node*, by name."""
    sizes = {}
    for each in node:
        if each.number == _ATTRIBUTE:
            fields = list(_fields(each.value))
            numbers = [one.value for one in fields if one.number == _WHOLE]
            sizes[_texts(fields, 1)[0]] = numbers[0] if numbers else 0
    return sizes


def _texts(fields: list[_Field], number: int) -> list[str]:
    return [bytes(each.value).decode() for each in fields if each.number == number]


def _fields(data: bytes) -> Iterator[_Field]:
    view, at = memoryview(data), 0
    while at < len(view):
        key, at = _number(view, at)
        value, at = _number(view, at)
        if key & 7 == _VARINT:
            yield _Field(key >> 3, _VARINT, value)
        elif key & 7 == _BYTES and at + value <= len(view):
            yield _Field(key >> 3, _BYTES, view[at : at + value])
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


def _field(field: _Field) -> bytes:
    key = _varint(field.number << 3 | field.wire)
    if field.wire == _VARINT:
        return key + _varint(field.value)
    return key + _varint(len(field.value)) + bytes(field.value)


def _varint(value: int) -> bytes:
    made = bytearray()
    while value >= _MORE:
        made.append(value % _MORE + _MORE)
        value >>= 7
    made.append(value)
    return bytes(made)
