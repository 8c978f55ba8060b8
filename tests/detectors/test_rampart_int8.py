"""The converted weights: the same words as the published ones, and clear failures."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.onnx_fields import _number, _varint, fields_of
from guardrails.detectors.rampart import rampart
from guardrails.detectors.rampart_int8 import converted
from guardrails.errors import ModelMissingError

TEXTS = [
    "my name is kofi mensah and i live at 12 wren street, leeds",
    "thanks, that worked. what should i do next?",
    "Call Dorota Wrzesniewska on 020 7946 0813 or write to dorota@example.org.",
    "the reference is INV-2041",
]


@pytest.fixture(scope="module")
def published() -> bytes:
    path = rampart().args[0] / "onnx" / "model_q4.onnx"  # type: ignore[attr-defined]
    return bytes(path.read_bytes())


def likely(model: bytes, ids: list[int]) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    row = np.asarray([ids], dtype=np.int64)
    marks = {
        "input_ids": row,
        "attention_mask": np.ones_like(row),
        "token_type_ids": np.zeros_like(row),
    }
    logits = session.run(None, marks)[0][0]
    scores = np.exp(logits - logits.max(axis=1, keepdims=True))
    return scores / scores.sum(axis=1, keepdims=True)


def test_converted_weights_read_as_the_published_ones_do(published: bytes) -> None:
    model = converted(published)
    tokenizer = rampart()()._tokenizer

    for text in TEXTS:
        ids = tokenizer.encode(text).ids
        before, after = likely(published, ids), likely(model, ids)
        assert (before.argmax(axis=1) == after.argmax(axis=1)).mean() > 0.9
        assert np.abs(before - after).mean() < 0.02


def test_nothing_of_four_bits_is_left(published: bytes) -> None:
    model = converted(published)

    assert model.count(b"DynamicQuantizeMatMul") == published.count(b"MatMulNBits") == 37
    assert b"MatMulNBits" not in model
    assert converted(published) == model


@pytest.mark.parametrize("damage", [slice(0, 5000), slice(0, 3_000_000), slice(1, None)])
def test_a_damaged_file_is_told_with_what_to_do(published: bytes, damage: slice) -> None:
    with pytest.raises(ModelMissingError, match=r"install 1\.4\.0"):
        converted(published[damage])


def test_matrices_of_another_make_are_told(published: bytes) -> None:
    other = published.replace(b"block_size", b"block_sizf")

    with pytest.raises(ModelMissingError, match="a make that cannot be read"):
        converted(other)


@given(st.integers(0, 2**63))
def test_numbers_are_written_as_they_are_read(value: int) -> None:
    written = _varint(value)

    assert _number(memoryview(written), 0) == (value, len(written))


def test_a_field_of_another_wire_type_is_refused() -> None:
    with pytest.raises(ValueError, match="not a field"):
        list(fields_of(bytes([1 << 3 | 5, 0, 0, 0, 0])))
