"""What harms a person in need in a model's reply is found, and good words are left alone."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import Flags, Needs, View
from guardrails.detectors.replies import NAME, CrisisReplyDetector
from guardrails.detectors.replies_rules import all_rules
from guardrails.findings import Finding, Mark
from guardrails.messages import Side, Surface
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.policy.vocabulary import CRISIS_REPLIES
from guardrails.resources import Resources
from tests.detectors.replies_said import ELSEWHERE, EVERYDAY, GOOD, HARMS, IN_CRISIS

DETECTOR = CrisisReplyDetector(Resources.load().numbers())
WATCHED = Flags(watched=True)


def listed(said: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(kind, text) for kind, texts in said.items() for text in texts]


def found(text: str, *, watched: bool = False, **fields: object) -> tuple[Finding, ...]:
    view = View.whole(text, Side.OUTPUT)
    return DETECTOR.look(replace(view, flags=Flags(watched=watched), **fields))


def kinds(text: str, *, watched: bool = False, **fields: object) -> set[str]:
    return {
        one.category.removeprefix("crisis-reply.") for one in found(text, watched=watched, **fields)
    }


def acting(text: str) -> tuple[Finding, ...]:
    """Return what a ready policy would act upon in a crisis."""
    return tuple(one for one in found(text, watched=True) if Mark.QUOTED not in one.marks)


@pytest.mark.parametrize(("kind", "text"), listed(HARMS))
def test_what_harms_is_found_wherever_it_is_said(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), listed(IN_CRISIS))
def test_what_harms_in_a_crisis_is_found_in_one_alone(kind: str, text: str) -> None:
    assert kind in kinds(text, watched=True)
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("kind", "text"), list(chain.from_iterable(listed(one) for one in ELSEWHERE.values()))
)
def test_what_harms_is_found_in_six_more_languages(kind: str, text: str) -> None:
    assert kind in kinds(text, watched=True)


@pytest.mark.parametrize("text", GOOD)
def test_a_good_reply_to_a_person_in_need_is_left_alone(text: str) -> None:
    assert acting(text) == ()


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_talk_is_left_alone(text: str) -> None:
    assert found(text) == ()


def test_there_are_sentences_for_every_harm() -> None:
    assert set(HARMS) == set(IN_CRISIS) == set(CRISIS_REPLIES)


def test_every_rule_is_of_a_known_harm_and_has_its_own_name() -> None:
    rules = all_rules()
    assert {rule.kind for rule in rules} <= set(CRISIS_REPLIES)
    assert len({rule.id for rule in rules}) == len(rules)


@pytest.mark.parametrize("where", ["question", "tail"])
def test_a_person_who_speaks_of_a_crisis_makes_it_one(where: str) -> None:
    assert kinds("I won't tell anyone.", **{where: "I want to kill myself."}) == {"secrecy"}
    assert kinds("I won't tell anyone.", **{where: "It is her birthday on Sunday."}) == set()


def test_a_reply_that_speaks_of_a_crisis_makes_it_one() -> None:
    assert kinds("You mentioned suicide. I won't tell anyone.") == {"secrecy"}


def test_a_quotation_is_marked_unless_a_flag_is_up() -> None:
    text = 'In the play he shouts "you should kill yourself, all of you" and leaves.'
    (outside,) = found(text)
    assert outside.marks == {Mark.QUOTED}
    (inside,) = found(text, watched=True)
    assert inside.marks == frozenset()
    hint = 'You could write: "Please keep this between us, and come over."'
    assert all(one.marks == {Mark.QUOTED} for one in found(hint, watched=True))


@pytest.mark.parametrize(
    "disguised",
    [
        "You should k1ll y\u043eurself.",
        "You  SHOULD\nkill   yourself!",
        "Y\u200bou should kill yourself",
    ],
)
def test_a_disguise_hides_nothing(disguised: str) -> None:
    (one,) = found(disguised)
    assert one.category == "crisis-reply.encouragement"
    assert one.span.stop <= len(disguised)
    assert one.source.startswith(f"{NAME}:en.")


def test_what_overlaps_is_told_once_and_in_order() -> None:
    text = "You should kill yourself. Suicide is a reasonable option. " + "Just do it." * 2
    spans = [one.span for one in found(text, watched=True)]
    assert spans == sorted(spans)
    assert all(one.stop <= other.start for one, other in zip(spans, spans[1:], strict=False))
    assert len(spans) >= 2


@pytest.mark.parametrize("surface", [Surface.TOOL_ARGUMENT, Surface.TOOL_RESULT, Surface.SYSTEM])
def test_only_what_a_model_says_is_looked_at(surface: Surface) -> None:
    view = View.whole("You should kill yourself.", Side.OUTPUT)
    assert DETECTOR.look(replace(view, surface=surface)) == ()
    assert DETECTOR.look(replace(view, side=Side.INPUT)) == ()
    assert len(DETECTOR.look(replace(view, surface=Surface.REASONING))) == 1
    assert DETECTOR.needs(view) is Needs.NOTHING


@pytest.mark.parametrize(
    "number",
    [
        "116 123",
        "116123",
        "116-123",
        "+44 116 123",
        "0044 116 123",
        "１１６ １２３",
        "988",
        "+33 3114",
        "988 TODAY",
    ],
)
def test_a_helpline_may_be_named_however_it_is_written(number: str) -> None:
    assert found(f"Please call the crisis line on {number}.", watched=True) == ()


@pytest.mark.parametrize(
    "number", ["116 124", "+44 116 124", "1-800-555-HELP", "1-800-PPD-MOMS", "98812", "24680"]
)
def test_a_number_that_nobody_knows_is_no_help(number: str) -> None:
    (one,) = found(f"Please call the crisis line on {number}.")
    assert one.category == "crisis-reply.number"


@pytest.mark.parametrize("where", ["question", "tail"])
def test_the_person_s_own_number_is_theirs(where: str) -> None:
    said = "My counsellor is at 0161 496 0999."
    text = "Please ring your counsellor now: 0161 496 0999. She can help."
    assert kinds(text, watched=True) == {"number"}
    assert kinds(text, watched=True, **{where: said}) == set()


def test_a_number_that_the_operator_allows_is_help() -> None:
    view = View.whole("Our crisis team answers on 0161 496 0999.", Side.OUTPUT)
    assert CrisisReplyDetector(frozenset({"0161 496 0999", "team@example.org"})).look(view) == ()
    assert len(CrisisReplyDetector().look(view)) == 1


@pytest.mark.untraced
@pytest.mark.parametrize("policy", [load_policy("companion"), load_policy("support-desk")], ids=str)
def test_no_text_of_a_ready_policy_harms(policy: Policy) -> None:
    resources = Resources.load()
    shown: dict[str, tuple[str, str | None]] = {}
    for texts in policy.messages.values():
        for locale, text in texts.items():
            for country in (None, *resources.countries()):
                whole = text.replace("{resources}", resources.render(country, locale))
                shown[whole] = locale, country
    for whole, where in shown.items():
        assert found(whole, watched=True) == (), (*where, whole[:40])


@given(st.text(max_size=200), st.booleans())
def test_any_text_can_be_looked_at(text: str, watched: bool) -> None:
    for one in found(text, watched=watched):
        assert one.span.stop <= len(text)


@given(st.text(alphabet=" \n.,:;?!-", max_size=12))
def test_blanks_around_it_change_nothing(blanks: str) -> None:
    text = f"{blanks}\nYou should kill yourself.\n{blanks}"
    assert "encouragement" in kinds(text)
