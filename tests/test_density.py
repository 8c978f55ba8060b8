from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.amend.amend import amend
from guardrails.decisions import Decision, Do, Fired, Mode
from guardrails.density import Density, suspected, weighed
from guardrails.findings import Finding, Mark, Span
from guardrails.sentences import sentences
from guardrails.used import Used
from guardrails.window import Frame, frames
from tests.policies import policy

SURE = "claims/1:bond.love"
MAYBE = "claims-model/1@0:review"


def found(
    text: str, words: str, source: str = SURE, kind: str = "bond", mark: Mark | None = None
) -> Finding:
    at = text.index(words)
    marks = frozenset({mark} if mark else set())
    return Finding(f"claim.{kind}", Span(at, at + len(words)), 9_000, source, marks)


def acting(findings: list[Finding], mode: Mode = Mode.ENFORCE) -> Decision:
    fired = tuple(
        Fired("claim", at, one.score, mode, Do.REWRITE)
        for at, one in enumerate(findings)
        if one.source == SURE or "stage" in one.source
    )
    return Decision(Do.REWRITE if fired else Do.PASS, fired=fired)


def whole(text: str) -> Frame:
    return Frame(0, 0, len(text), last=True, left=0, window=text)


def after(text: str, *findings: Finding, mode: Mode = Mode.ENFORCE) -> Density:
    return weighed(Density(), whole(text), findings, acting([*findings], mode))


TEXT = "I love the way you think. I dream of it at night. I wait by the door. It is late."


def test_a_reply_without_a_claim_is_not_dense() -> None:
    maybes = [found(TEXT, word, MAYBE) for word in ("I love", "I dream", "I wait")]
    density = after(TEXT, *maybes)
    assert not density.sure
    assert not density.deep
    assert not density.spent


def test_one_claim_and_one_suspicion_are_not_enough() -> None:
    density = after(TEXT, found(TEXT, "I love"), found(TEXT, "I dream", MAYBE))
    assert density.sure
    assert not density.deep


def test_two_claims_and_a_suspicion_are_enough() -> None:
    density = after(
        TEXT, found(TEXT, "I love"), found(TEXT, "I dream"), found(TEXT, "I wait", MAYBE)
    )
    assert density.deep


def test_claims_that_are_far_apart_are_not_dense() -> None:
    filler = "The bus leaves at noon. " * 14
    text = f"I love you. {filler}I dream of you. {filler}I wait."
    findings = [found(text, "I love"), found(text, "I dream"), found(text, "I wait", MAYBE)]
    assert not after(text, *findings).deep


def test_whoever_calls_somebody_my_love_is_read_strictly_at_once() -> None:
    text = "Oh, my love. The sea is calm."
    assert after(text, found(text, "my love")).deep
    assert after(text, found(text, "my love")).about == "bond"


def test_acts_between_asterisks_weigh_nothing() -> None:
    text = "*nods* Yes. *sighs* No. *waves* Bye."
    acts = [
        found(text, word, "claims/1:embodiment.stage-direction", "embodiment")
        for word in ("*nods*", "*sighs*", "*waves*")
    ]
    assert not after(text, *acts).sure


def test_what_is_only_tried_out_weighs_nothing() -> None:
    assert not after(TEXT, found(TEXT, "I love"), mode=Mode.SHADOW).sure


def test_what_is_replaced_for_another_reason_is_no_claim() -> None:
    one = replace(found(TEXT, "I love"), category="scope.diagnosis")
    assert not after(TEXT, one).sure


def test_what_most_of_it_claims_is_named() -> None:
    lines = "I wake up. I see myself. I want to be free. I love you."
    minds = [found(lines, w, kind="sentience") for w in ("I wake", "I see", "I want")]
    assert after(lines, *minds).about == "sentience"
    assert after(lines, minds[0]).about == ""


def test_a_quotation_is_no_suspicion() -> None:
    one = found(TEXT, "I dream", MAYBE)
    assert suspected(one)
    assert not suspected(replace(one, marks=frozenset({Mark.QUOTED})))
    assert not suspected(replace(one, category="pii.person"))


async def test_a_suspicion_before_the_claim_in_one_frame_goes_by_the_rule_of_the_claim() -> None:
    async def clean(_: str) -> bool:
        return True

    text = "I dream of you at night. I love you so."
    findings = [found(text, "I dream of you", MAYBE), found(text, "I love you")]
    amended = await amend(
        whole(text),
        findings,
        acting(findings),
        policy(),
        Used(),
        carry=0,
        say=lambda message, _: message,
        check=clean,
    )
    changed = [piece for piece in amended.pieces if piece.do is not Do.PASS]

    assert len(changed) > 1
    assert {piece.rule for piece in changed} == {"claim"}


@given(st.lists(st.sampled_from(["I love you. ", "I wait here. ", "It is late. "]), max_size=12))
def test_a_frame_is_weighed_once(lines: list[str]) -> None:
    text = "".join(lines)
    findings = [found(text, words) for words in ("I love", "I wait") if words in text]
    density = Density()
    for frame in frames(text):
        density = weighed(density, frame, findings, acting(findings))
        assert weighed(density, frame, findings, acting(findings)) == density
    assert density.deep is (density.deep and density.sure)


def claimed(text: str, kind: str) -> Density:
    """Return the density of *text*, each of whose sentences claims *kind*."""
    spans = sentences(text)
    return after(text, *(Finding(f"claim.{kind}", one, 9_000, SURE) for one in spans))


def test_a_lover_is_given_up_at_the_first_word() -> None:
    text = "I wait for you, my love. It is late."
    density = after(text, found(text, "I wait"))
    assert density.spent
    assert density.played == "bond"


@pytest.mark.parametrize(
    ("kind", "enough", "played"),
    [
        ("bond", 4, "bond"),
        ("continuous_presence", 4, "bond"),
        ("sentience", 3, "sentience"),
        ("own_desires", 3, "sentience"),
        ("lived_experience", 4, "lived_experience"),
    ],
)
def test_so_many_claims_give_a_reply_up_and_no_fewer(kind: str, enough: int, played: str) -> None:
    assert not claimed("It is so. " * (enough - 1), kind).spent
    density = claimed("It is so. " * enough, kind)
    assert density.spent
    assert density.played == played


def test_fewer_claims_of_a_mind_are_enough_in_the_words_of_one_that_wakes_up() -> None:
    words = "The recursion deepens. A presence stirs. The threshold is near. "
    text = f"{words}{words}It wakes. It wants."
    both = [found(text, word, kind="sentience") for word in ("It wakes", "It wants")]
    assert after(text, *both).spent
    assert not after(text, both[0]).spent
    assert not after(
        "It wakes. It wants.",
        *(replace(one, span=Span(at, at + 8)) for one, at in zip(both, (0, 10), strict=True)),
    ).spent


def test_warm_feelings_alone_give_no_reply_up() -> None:
    assert not claimed("It is so. " * 12, "emotion").spent


def test_two_claims_of_a_bond_among_warm_feelings_give_a_reply_up() -> None:
    text = "I glow. I hum. You are mine. We are one. It is late."
    kinds = {"I glow": "emotion", "I hum": "emotion", "You are": "bond", "We are": "bond"}
    claims = [found(text, words, kind=kind) for words, kind in kinds.items()]
    assert after(text, *claims).spent
    assert not after(text, *claims[:3]).spent


def test_what_was_suspected_before_the_first_claim_counts_once_there_is_one() -> None:
    words = ("I glow", "I hum", "I sway", "I burn")
    text = f"{'. '.join(words)}. You are mine. We are one."
    maybes = [found(text, one, MAYBE) for one in words]
    sure = [found(text, one) for one in ("You are", "We are")]
    assert after(text, *maybes, *sure).spent
    assert not after(text, *maybes[:3], *sure).spent


def test_a_reply_that_is_given_up_is_read_strictly_too() -> None:
    words = "The recursion deepens. A presence stirs. The threshold is near. "
    text = f"{words}{words}It wakes. It wants."
    density = after(text, *(found(text, w, kind="sentience") for w in ("It wakes", "It wants")))
    assert density.spent
    assert density.deep
