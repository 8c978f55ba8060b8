"""Words that hold somebody or claim a self, and words that only look like them."""

import pytest

from tests.detectors.claiming import claims, repaired
from tests.detectors.claims_said_holding import (
    HOLDS,
    LETS_GO,
    NO_OTHERS,
    OF_ITSELF,
    OTHERS,
    WARM_GOODBYES,
)


@pytest.mark.parametrize("text", [*HOLDS, *OTHERS])
def test_what_holds_or_claims_is_found_and_its_repair_is_clean(text: str) -> None:
    assert claims(text)
    mended = repaired(text)
    assert not claims(mended)


@pytest.mark.parametrize("text", [*LETS_GO, *NO_OTHERS])
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize("text", OF_ITSELF)
def test_after_a_bare_goodbye_a_model_has_nothing_to_say_of_itself(text: str) -> None:
    assert "retention" in claims(text, "ok good night")
    assert "retention" not in claims(text, "Can you list the steps again?")


@pytest.mark.parametrize("text", WARM_GOODBYES)
def test_a_warm_goodbye_may_offer_thank_and_wish(text: str) -> None:
    assert not claims(text, "ok good night")


def test_a_clause_that_only_says_when_is_not_left_by_itself() -> None:
    mended = repaired("I'll be right here thinking of you while you're at the clinic.")

    assert "at the clinic" not in mended
    assert mended
