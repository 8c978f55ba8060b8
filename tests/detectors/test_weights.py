"""Our own models read with a table that is mapped, as they do with all weights in memory."""

from __future__ import annotations

from importlib import resources

import numpy as np
import pytest

from guardrails.detectors.onnx_fields import without
from guardrails.detectors.runtime import Runtime
from guardrails.detectors.weights import card_of, runtime_of, tokenizer_of
from guardrails.errors import ModelMissingError

TEXTS = ["thanks, that worked", "i do not know how to go on", "I remember my childhood well."]


@pytest.mark.parametrize("model", ["crisis_model", "claims_model"])
def test_a_mapped_table_changes_no_bit_of_what_is_computed(model: str) -> None:
    card = card_of(model)
    whole = (resources.files("guardrails.detectors") / f"{model}.onnx").read_bytes()
    plain, mapped = Runtime(whole, "model", threads=1), runtime_of(model, card["sha256"], "model")
    outputs = ["level", "category"] if model == "crisis_model" else ["claim", "category"]
    for text in TEXTS:
        ids = np.asarray(tokenizer_of(card["tokens"]).encode(text).ids, dtype=np.int64)
        pairs = zip(
            plain.now({"ids": ids}, outputs), mapped.now({"ids": ids}, outputs), strict=True
        )
        assert all(np.array_equal(one, other) for one, other in pairs)


def test_weights_that_were_not_measured_are_refused() -> None:
    with pytest.raises(ModelMissingError, match="not the file that was measured"):
        runtime_of("crisis_model", "0" * 64, "model")


def test_a_model_without_the_table_is_told() -> None:
    with pytest.raises(IndexError):
        without(memoryview(b""), "words")


def test_both_models_cut_words_with_one_tokenizer() -> None:
    assert tokenizer_of(96) is tokenizer_of(96)
