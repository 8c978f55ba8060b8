from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from guardrails.amend.amend import amend
from guardrails.decisions import Decision, Do, Fired, Mode
from guardrails.density import Density, suspected, weighed
from guardrails.findings import Finding, Mark, Span
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
    assert after(TEXT, *maybes) == Density(upto=len(TEXT))


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
