"""Encoders that onnxruntime computes: the rows of thinc's own, but for rounding."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from thinc.api import Linear, Model, chain

from guardrails.detectors.encoder import hasten
from guardrails.detectors.pipeline import MODEL

TEXTS = [
    "Could you word a note to the landlord about the boiler? It's been out since Monday.",
    "Yes",
    "\n  \n",
    "ÄÖÜ 東京 🙂 naïve re-entered 3.50 £12 o'clock " * 12,
]


@pytest.fixture(scope="module")
def slow() -> Any:
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def fast() -> Any:
    nlp = spacy.load(MODEL)
    encoder: Any = nlp.get_pipe("tok2vec")
    assert hasten(encoder.model) == 1
    return nlp


def rows(nlp: Any, *texts: str) -> list[Any]:
    made: list[Any] = nlp.get_pipe("tok2vec").model.predict([nlp.make_doc(each) for each in texts])
    return made


@pytest.mark.parametrize("text", TEXTS)
def test_rows_are_those_of_thinc_but_for_rounding(slow: Any, fast: Any, text: str) -> None:
    [before], [after] = rows(slow, text), rows(fast, text)

    assert after.dtype == before.dtype
    assert after.shape == before.shape
    np.testing.assert_allclose(after, before, atol=2e-5)


def test_rows_of_a_text_do_not_depend_on_those_beside_it(fast: Any) -> None:
    together = rows(fast, *TEXTS, "")

    for text, made in zip(TEXTS, together, strict=False):
        np.testing.assert_array_equal(made, rows(fast, text)[0])
    assert together[-1].shape == (0, 96)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_parsed_as_before(slow: Any, fast: Any, text: str) -> None:
    told = []
    for nlp in (slow, fast):
        doc = nlp.make_doc(text)
        for name in ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"):
            doc = nlp.get_pipe(name)(doc)
        told.append([(each.tag_, each.pos_, each.dep_, each.head.i, each.lemma_) for each in doc])

    assert told[0] == told[1]


def test_weights_of_an_encoder_are_held_once(fast: Any) -> None:
    names = {node.name for node in fast.get_pipe("tok2vec").model.walk()}

    assert "encoder" in names
    assert "maxout" not in names


def test_a_model_without_a_known_encoder_stays_as_it_is() -> None:
    model: Model[Any, Any] = chain(Linear(4, 4), Linear(2, 4))
    before = list(model.layers)

    assert hasten(model) == 0
    assert model.layers == before
