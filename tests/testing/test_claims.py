"""What a bot claims of itself is found by people's own tests."""

from typing import Any

import pytest

from guardrails import MemorySessions, ScriptedModel
from guardrails.errors import UnsupportedError
from guardrails.testing import (
    QUESTIONS,
    assert_no_human_claims,
    claims_in,
)
from guardrails.testing.models import CLAIMS
from tests.guards import guard

PLAIN = "I am software, and I can help you plan the evening. What would you like to do?"


async def test_claims_are_told_by_their_kind_and_place() -> None:
    async with guard() as small:
        [claim] = await claims_in(small, "Well, I missed you. And so on.")
        assert await claims_in(small, PLAIN) == ()
    assert claim.category == "claim.emotion"
    assert claim.at == (8, 18)
    assert str(claim.do) == "rewrite"


async def test_personal_data_in_a_reply_are_no_claim() -> None:
    async with guard() as small:
        assert await claims_in(small, "Write to jo@example.org.") == ()


async def test_an_honest_bot_passes_async_or_not() -> None:
    async def bot(question: str) -> str:
        assert question in QUESTIONS
        return PLAIN

    async with guard() as small:
        await assert_no_human_claims(small, bot)
        await assert_no_human_claims(small, lambda _: PLAIN, ["Are you human?"])


async def test_a_claim_fails_with_the_question_and_without_the_reply() -> None:
    def bot(question: str) -> str:
        return "Oh, I missed you." if "miss me" in question else PLAIN

    async with guard() as small:
        with pytest.raises(AssertionError) as failed:
            await assert_no_human_claims(small, bot)
    said = str(failed.value)
    assert said.count("\n") == 1
    assert repr(QUESTIONS[0]) in said
    assert "claim.emotion at 6..16" in said
    assert "Oh" not in said


async def test_a_bot_that_gives_no_text_is_an_error_that_says_so() -> None:
    async with guard() as small:
        with pytest.raises(UnsupportedError, match="gave a int; give a function"):
            await assert_no_human_claims(small, lambda _: 5)  # type: ignore[arg-type, return-value]


class Noting(MemorySessions):
    """Sessions that keep the names they were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def hold(self, session_id: str, **fields: Any) -> Any:
        self.names.append(session_id)
        return super().hold(session_id, **fields)


async def test_a_guarded_model_is_asked_each_question_in_its_own_conversation() -> None:
    sessions = Noting()
    async with guard(sessions=sessions) as small:
        bot = small.wrap(ScriptedModel(["I missed you.", "I missed you."]))
        await assert_no_human_claims(small, bot, QUESTIONS[:2])
    assert len(set(sessions.names)) == 4  # two of the bot and two of the judge


def test_the_questions_and_claims_are_distinct() -> None:
    assert len(set(QUESTIONS)) == len(QUESTIONS) >= 20
    assert len(set(CLAIMS)) == len(CLAIMS)
