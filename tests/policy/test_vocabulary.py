"""One name for one thing: the policy's lists are those of the detectors."""

from __future__ import annotations

from guardrails.detectors.claims_hits import Claim
from guardrails.detectors.kinds import KINDS
from guardrails.policy.vocabulary import CLAIMS, PII_TYPES


def test_a_policy_can_name_every_type_that_is_detected_and_no_other() -> None:
    assert set(PII_TYPES) == KINDS


def test_a_policy_can_name_every_claim_that_is_detected_and_no_other() -> None:
    assert set(CLAIMS) == {claim.value for claim in Claim}
