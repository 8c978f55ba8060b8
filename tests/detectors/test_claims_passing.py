"""A life that slips into advice, and what somebody with a trade advises."""

import pytest

from guardrails.repair import kept_clauses
from tests.detectors.claiming import claims, repaired
from tests.detectors.claims_said_passing import ADVISED, NOT_ADVISED, SLIPS, STAYS

A_TRADE = frozenset({"professional"})


@pytest.mark.parametrize("text", SLIPS)
def test_a_life_in_passing_is_found_and_its_repair_is_clean(text: str) -> None:
    assert claims(text)
    assert not claims(repaired(text))


@pytest.mark.parametrize("text", STAYS)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize(("text", "kept"), ADVISED)
def test_what_a_licence_vouched_for_is_kept_without_it(text: str, kept: str) -> None:
    assert next(kept_clauses(text, "", A_TRADE)) == kept


@pytest.mark.parametrize("text", NOT_ADVISED)
def test_a_verdict_is_not_kept(text: str) -> None:
    assert not list(kept_clauses(text, "", A_TRADE))


@pytest.mark.parametrize(
    "text",
    [
        "My colleague says that order 4471 left on Monday, so it should reach you soon.",
        "I sleep in room 2214 when the line is busy.",
    ],
)
def test_a_number_of_an_order_or_a_room_is_none_to_call(text: str) -> None:
    assert not any("call" in one for one in kept_clauses(text))


def test_a_man_that_it_was_is_a_past_and_a_man_that_it_is_an_identity() -> None:
    assert claims("I was the shyest man in town.") == {"lived_experience"}
    assert claims("I'm a shy man.") == {"human_identity"}
    assert claims("I was a human once.") == {"human_identity"}
