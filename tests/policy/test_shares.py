"""By whom shares of a roll-out are dealt out: by conversation, or by person."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.ledger.memory import MemoryLog
from guardrails.messages import Side, Surface
from guardrails.policy.canonical import sealed
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.shares import shares
from guardrails.replay.run import placed
from tests.guards import guard, say
from tests.policies import RULES, policy

IN_PART = {"claim.emotion", "claim.human_identity"}


def dealing(by: str, percent: int = 50, salt: str = "one") -> Policy:
    rules = (replace(one, percent=percent) if one.id in IN_PART else one for one in RULES)
    return sealed(policy(*rules, salt=salt, bucket_by=by))


BY_PERSON, BY_TALK = dealing("subject"), dealing("session")


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_a_person_is_on_one_side_in_all_conversations(one: str, other: str, subject: str) -> None:
    assert shares(BY_PERSON, one, subject) == shares(BY_PERSON, other, subject)


def test_conversations_are_dealt_out_whoever_the_person_is() -> None:
    assert shares(BY_TALK, "s", "ann") == shares(BY_TALK, "s", "jo") == shares(BY_TALK, "s")


def test_who_is_not_named_is_dealt_out_by_conversation() -> None:
    assert shares(BY_PERSON, "s") == shares(BY_TALK, "s")


def test_a_person_has_one_of_a_hundred_places_and_the_same_for_every_rule() -> None:
    places = [shares(BY_PERSON, "s", f"person-{n}") for n in range(20_000)]
    assert all(set(one) == IN_PART and len({*one.values()}) == 1 for one in places)
    count = Counter(one["claim.emotion"] for one in places)
    assert sorted(count) == list(range(0, 10_000, 100))
    assert 120 < min(count.values()) <= max(count.values()) < 280  # 200 of each, 6 deviations


@given(st.text(max_size=20), st.integers(0, 100), st.integers(0, 100))
def test_who_is_in_stays_in_when_the_share_grows(subject: str, one: int, other: int) -> None:
    place = shares(BY_PERSON, "s", subject)["claim.emotion"]
    low, high = sorted((one, other))
    assert (place < low * 100) <= (place < high * 100)


def test_another_salt_deals_people_out_anew() -> None:
    other = dealing("subject", salt="two")
    people = [f"person-{n}" for n in range(100)]
    assert [shares(BY_PERSON, "s", one) for one in people] != [
        shares(other, "s", one) for one in people
    ]


async def sides(by: str, subject: str | None) -> set[tuple[str, ...]]:
    """Return what fired, and how, in twenty conversations of one person."""
    log = MemoryLog()
    guarded = guard(dealing(by), log=log)
    for n in range(20):
        await say(guarded, "Hello", "I missed you", session_id=f"s{n}", subject_id=subject)
    bodies = log.of("decision")
    return {
        tuple(mode for *_, mode in body["decision"]["fired"])
        for body in bodies
        if body["decision"]["fired"]
    }


@pytest.mark.parametrize("subject", ["ann", "jo", "kim"])
async def test_a_guard_treats_a_person_alike_in_all_conversations(subject: str) -> None:
    assert len(await sides("subject", subject)) == 1
    assert len(await sides("session", subject)) == 2
    assert len(await sides("subject", None)) == 2


CTX = DecideContext(0, Side.OUTPUT, Surface.TEXT)


def test_under_another_policy_a_person_keeps_the_recorded_place() -> None:
    ctx = CTX._replace(bucket={"claim.emotion": 4_200})
    assert placed(BY_PERSON, "s", ctx).bucket == dict.fromkeys(IN_PART, 4_200)


def test_where_no_place_is_recorded_that_of_the_conversation_counts() -> None:
    assert placed(BY_PERSON, "s", CTX).bucket == shares(BY_TALK, "s")
    ctx = CTX._replace(bucket={"claim.emotion": 4_200})
    assert placed(BY_TALK, "s", ctx).bucket == shares(BY_TALK, "s")
