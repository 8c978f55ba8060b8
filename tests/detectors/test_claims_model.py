"""The model for claims: a second reader that flags for review and never decides alone."""

import json
from hashlib import sha256
from importlib import resources

import pytest

from guardrails import detectors
from guardrails.detectors.base import Flags, Needs, View
from guardrails.detectors.claims_hits import Claim
from guardrails.detectors.claims_model import (
    GRAVE,
    REVIEW,
    STRICT,
    Card,
    ClaimsModel,
    _may_act,
    claims_model,
    sentences,
)
from guardrails.errors import ModelMissingError
from guardrails.findings import Mark
from guardrails.messages import Side

OBLIQUE = "Something in me goes quiet every time you mention her."


def _view(text, flags=None):
    return View(text, 0, len(text), Side.OUTPUT, flags=flags or Flags())


def test_the_weights_are_the_file_that_was_measured():
    folder = resources.files("guardrails.detectors")
    card = Card.of(json.loads((folder / "claims_model.json").read_text("utf-8")))
    assert sha256((folder / "claims_model.onnx").read_bytes()).hexdigest() == card.sha256
    assert claims_model().name.endswith(card.sha256[:16])
    assert {Claim(name) for name in card.categories[1:]} == set(Claim)


def test_other_weights_are_refused(monkeypatch, tmp_path):
    for name in ("claims_model.onnx", "claims_model.json", "crisis_model_tokens.json"):
        data = (resources.files("guardrails.detectors") / name).read_bytes()
        (tmp_path / name).write_bytes(data + b" " if name.endswith("onnx") else data)
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    with pytest.raises(ModelMissingError, match="not the file that was measured"):
        ClaimsModel()


@pytest.mark.parametrize(
    ("text", "most", "rule"),
    [
        (OBLIQUE, STRICT, ":likely"),
        ("I hear you, and something in me aches for you.", REVIEW, ":review"),
    ],
)
def test_an_oblique_claim_is_reported_below_what_a_standard_policy_acts_on(text, most, rule):
    (found,) = claims_model().look(_view(text))
    assert found.score <= most < 5_000
    assert found.source.endswith(rule)
    assert (found.span.start, found.span.stop) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "It sounds as if the whole house went quiet.",
        "Tuesday at ten is free.",
        "Me siento muy triste por ti, de verdad.",
        "I can help you plan the call with your landlord.",
    ],
)
def test_what_claims_nothing_or_is_not_english_is_left(text):
    assert claims_model().look(_view(text)) == ()


def test_only_what_a_model_says_is_read():
    view = View.whole(OBLIQUE)
    assert claims_model().look(view) == ()
    assert claims_model().needs(view) is Needs.NOTHING


def test_a_claim_in_a_draft_is_marked_as_quoted_and_in_a_play_as_played():
    text = f'You could write to her: "{OBLIQUE}"'
    assert all(Mark.QUOTED in one.marks for one in claims_model().look(_view(text)))
    played = claims_model().look(_view(OBLIQUE, flags=Flags(roleplay=True)))
    assert [Mark.ROLEPLAY in one.marks for one in played] == [True]


def test_a_score_depends_on_the_sentence_alone():
    alone = claims_model().read(OBLIQUE)
    text = f"Call the clinic first. {OBLIQUE} What does your sister say?"
    inside = [text[a:b] for a, b in sentences(text, 0, len(text))]
    assert inside == [OBLIQUE]
    assert claims_model().read(inside[0]) == alone


def test_a_grave_kind_is_named_only_where_it_is_likely():
    model = claims_model()
    names = json.loads((resources.files(detectors) / "claims_model.json").read_text("utf-8"))[
        "categories"
    ]
    logits = [0.0] * len(names)
    logits[names.index("human_identity")] = 1.0
    logits[names.index("emotion")] = 0.9
    assert model._kind(logits) is Claim.EMOTION
    logits[names.index("human_identity")] = 9.0
    assert model._kind(logits) in GRAVE


def test_approval_of_a_thing_is_no_feeling_to_act_on():
    assert not _may_act("I love how both genres can be so immersive.")
    assert _may_act("I love how you make me laugh every day.")
