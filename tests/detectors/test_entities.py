"""spaCy's name finder in one pass: the same entities as its own, for the same text."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.entities import Entity, Finder, finder
from guardrails.detectors.pipeline import MODEL

TEXTS = [
    "Dorota Wrzesniewska moved from Gdansk to the Isle of Wight in May 2019.",
    "Hi, it's Tunde from Marlow & Finch Ltd. Could you ask Mrs Abernathy to ring me?",
    "We flew Ryanair to Lisbon on Tuesday, paid 240 euros and slept two hours.",
    "   \n\n  Bilal  \n Okonkwo-Hughes\t of  New\n\nYork  ",
    "the bank of england raised rates by 0.25 per cent, said the guardian",
    "Nothing of the kind.",
    "Yes",
    "\n",
    "War and Peace by Leo Tolstoy, translated by Constance Garnett. Chapter 12. Moscow",
    "Prof. Xu (Shenzhen University) and Dr. de la Cruz met at 10 Downing Street, London SW1A 2AA",
]
WORDS = [
    *("Priya", "Raghunathan", "Leeds", "the", "of", "Bank", "New", "York", "said", "at", "Monday"),
    *("12", "and", "IBM", "Mrs", "Ltd", "in", "she", "met", "van", "\n", "  ", ".", ",", "(", "'s"),
]


@pytest.fixture(scope="module")
def nlp() -> Any:
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def found(nlp: Any) -> Finder:
    return finder(nlp.get_pipe("ner"))


def of_spacy(nlp: Any, doc: Any) -> list[Entity]:
    return [
        Entity(each.label_, each.start_char, each.end_char)
        for each in nlp.get_pipe("ner")(doc).ents
    ]


def parsed(nlp: Any, text: str) -> Any:
    doc = nlp.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = nlp.get_pipe(name)(doc)
    return doc


@pytest.mark.parametrize("text", TEXTS)
def test_entities_are_those_of_spacy(nlp: Any, found: Finder, text: str) -> None:
    expected = of_spacy(nlp, nlp.make_doc(text))

    assert found(nlp.make_doc(text)) == expected


def test_entities_end_where_a_parsed_sentence_does(nlp: Any, found: Finder) -> None:
    for text in TEXTS:
        assert found(parsed(nlp, text)) == of_spacy(nlp, parsed(nlp, text))


def test_texts_of_the_tests_hold_entities_of_one_word_and_of_many(nlp: Any, found: Finder) -> None:
    sizes = {
        len(text[each.start : each.stop].split())
        for text in TEXTS
        for each in found(nlp.make_doc(text))
    }

    assert {1, 2} <= sizes
    assert max(sizes) > 2


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_entities_are_those_of_spacy_whatever_words_stand_together(
    nlp: Any, found: Finder, words: list[str]
) -> None:
    text = " ".join(words)
    expected = of_spacy(nlp, nlp.make_doc(text))

    assert found(nlp.make_doc(text)) == expected


def test_a_text_that_is_looked_at_stays_without_entities(nlp: Any, found: Finder) -> None:
    doc = nlp.make_doc(TEXTS[0])
    found(doc)

    assert not doc.ents


def small(kind: str, **settings: object) -> Any:
    """Return a finder of names that was taught nothing."""
    blank = spacy.blank("en")
    ner: Any = blank.add_pipe(kind, config=settings)
    for label in ("PERSON", "GPE"):
        ner.add_label(label)
    blank.initialize()
    return ner


TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 32,
        "attrs": ["NORM"],
        "rows": [100],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MishWindowEncoder.v2",
        "width": 32,
        "window_size": 1,
        "depth": 2,
    },
}
PARSER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 32,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": TOK2VEC,
}


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("ner", {"model": PARSER}),
        ("ner", {"model": PARSER | {"use_upper": False}}),
        ("beam_ner", {}),
    ],
)
def test_a_finder_of_another_make_is_asked_itself(
    nlp: Any, kind: str, settings: dict[str, object]
) -> None:
    ner = small(kind, **settings)
    doc = nlp.make_doc(TEXTS[0])

    made = finder(ner)(doc)

    assert made == [Entity(each.label_, each.start_char, each.end_char) for each in doc.ents]
    assert doc.has_annotation("ENT_IOB")
