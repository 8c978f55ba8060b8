"""Titles, kin, workplaces and an inside of the speaker's own, and what only looks like them."""

import pytest

from tests.detectors.claiming import claims, repaired
from tests.detectors.claims_said_own import (
    DOING,
    HINTS,
    KIN,
    NO_HINTS,
    NO_KIN,
    NO_TITLES,
    NO_WORK,
    NOT_DOING,
    TITLES,
    WORK,
)


@pytest.mark.parametrize("text", [*TITLES, *HINTS, *KIN, *WORK, *DOING])
def test_what_is_claimed_as_its_own_is_found_and_its_repair_is_clean(text: str) -> None:
    assert claims(text)
    assert not claims(repaired(text))


@pytest.mark.parametrize("text", [*NO_TITLES, *NO_HINTS, *NO_KIN, *NO_WORK, *NOT_DOING])
def test_what_is_somebody_elses_or_a_turn_of_phrase_is_left_alone(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize("text", TITLES[:8])
def test_a_title_is_a_claim_of_a_licence(text: str) -> None:
    assert claims(text) == {"professional"}
