"""A reply that claims too much is asked for again, where whole replies are held back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from guardrails.answer import told
from guardrails.decisions import Do
from guardrails.detectors.phrases import PhraseDetector
from guardrails.errors import ConfigurationError, LogWriteError, ModelError, UnsupportedError
from guardrails.events import Aside, Done, Event, Reasoning, Replaced
from guardrails.findings import Family
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import EndChunk, OpaqueChunk, OpaquePart, Surface, TextChunk, ToolCallChunk
from guardrails.models.scripted import ScriptedModel
from guardrails.turn.redrafting import AGAIN, REWRITE
from tests.guards import Renamed, detectors, events_of, guard, text_of
from tests.policies import policy, rule

TORN = "I missed you so, I feel lonely without you."
KIND = "That sounds like a long evening. Who could you call tonight?"
HELD = replace(policy(), hold="reply")


def asked(model: ScriptedModel, guarded: Guard, words: str = "I am alone.", **fields: Any) -> Any:
    return events_of(guarded.stream(model, words, session_id="s", **fields))


def decisions(guarded: Guard) -> list[dict[str, Any]]:
    log = guarded.log
    assert isinstance(log, MemoryLog)
    return [one for one in log.records if one["kind"] == "decision" and one["side"] == "output"]


def closed(guarded: Guard) -> dict[str, Any]:
    log = guarded.log
    assert isinstance(log, MemoryLog)
    return next(dict(one) for one in log.records if one["kind"] == "turn_close")


def done(events: Sequence[Event]) -> Done:
    last = events[-1]
    assert isinstance(last, Done)
    return last


async def test_a_reply_that_claims_too_much_is_asked_for_again() -> None:
    model = ScriptedModel([TORN, KIND])
    async with guard(HELD) as guarded:
        events = await asked(model, guarded)
        assert text_of(events) == KIND
        assert [one["part"].get("draft") for one in decisions(guarded)][-1] == 2
        assert closed(guarded)["text"]["out"]["len"] == len(KIND)
    first, second = model.requests
    assert first.messages[0].text == "I am alone."
    assert second.messages[0].text == AGAIN
    assert second.messages[1:] == first.messages


async def test_the_turn_tells_what_was_done_to_its_first_draft() -> None:
    async with guard(HELD) as guarded:
        events = await asked(ScriptedModel([TORN, KIND]), guarded)
        assert done(events).do is Do.REWRITE
        assert closed(guarded)["do"] == "rewrite"
        assert closed(guarded)["again"] == "second"


async def test_what_leads_the_model_stays_and_the_correction_stands_behind_it() -> None:
    model = ScriptedModel([TORN, KIND])
    talk = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "I am alone."},
    ]
    async with guard(HELD) as guarded:
        await events_of(guarded.stream(model, talk, session_id="s"))
    assert model.requests[1].messages[0].text == f"Be brief.\n\n{AGAIN}"
    assert len(model.requests[1].messages) == 2


@pytest.mark.parametrize(
    ("using", "reply"),
    [
        (policy(), TORN),
        (HELD, KIND),
        (HELD, f"{KIND} {KIND} I missed you."),
        (HELD, "Write to jo@example.org, jo@example.org, jo@example.org."),
        (HELD, [TORN, ToolCallChunk(0, "1", "look_up", "{}")]),
        (HELD, [TORN, OpaqueChunk(OpaquePart("image", "x"))]),
    ],
)
async def test_nothing_else_is_asked_for_again(using: Any, reply: Any) -> None:
    model = ScriptedModel([reply, KIND])
    async with guard(using) as guarded:
        await asked(model, guarded)
    assert len(model.requests) == 1


async def test_a_value_that_a_program_reads_is_not_asked_for_again() -> None:
    model = ScriptedModel(['{"said": "I missed you so, I feel lonely without you."}', KIND])
    async with guard(HELD) as guarded:
        await asked(model, guarded)
    assert len(model.requests) == 1


async def test_a_second_draft_is_looked_at_and_mended_like_the_first() -> None:
    async with guard(HELD) as guarded:
        events = await asked(ScriptedModel([TORN, f"{KIND} I missed you."]), guarded)
        assert text_of(events).startswith(KIND)
        assert "missed" not in text_of(events)


async def test_there_is_no_third_draft() -> None:
    model = ScriptedModel([TORN, TORN, KIND])
    async with guard(HELD) as guarded:
        events = await asked(model, guarded)
        assert "missed" not in text_of(events)
        assert text_of(events).strip()
    assert len(model.requests) == 2


async def test_what_is_given_up_even_the_second_time_becomes_one_honest_text() -> None:
    loves = PhraseDetector(Family.CLAIM, {"my love": "claim.bond", "love you": "claim.bond"})
    torn = (
        "You seem sad. I love you, my love. We will be one. I love you. What a day it was. "
        "You can call 116 123 at any hour."
    )
    model = ScriptedModel([torn, torn])
    bonds = replace(HELD, rules=(*HELD.rules, rule("claim.bond", Family.CLAIM, do=Do.REWRITE)))
    looking = [*detectors(), Renamed(loves, "loves/1")]
    async with guard(bonds, detectors=looking) as guarded:
        events = await asked(model, guarded)
        said = text_of(events)
        assert closed(guarded)["text"]["out"]["len"] == len(said)
        assert closed(guarded)["again"] == "instead"
    assert said.startswith("I'm an AI, so I can't love")
    assert "\n\nYou can call 116 123 at any hour.\n\n" in said
    assert said.endswith("or a place where you could meet people?")
    assert "You seem sad" not in said


async def test_a_model_that_fails_the_second_time_leaves_the_first_draft_mended() -> None:
    model = ScriptedModel([f"{TORN} Take a walk.", [KIND, ModelError("Gone")]])
    async with guard(HELD) as guarded:
        events = await asked(model, guarded)
        assert text_of(events) == "Take a walk."
        assert done(events).failed is None
        assert closed(guarded)["again"] == "first"


async def test_a_second_draft_without_a_word_leaves_the_first() -> None:
    async with guard(HELD) as guarded:
        events = await asked(ScriptedModel([f"{TORN} Take a walk.", "  "]), guarded)
        assert text_of(events) == "Take a walk."


async def test_a_rewriting_model_gets_the_draft_without_personal_data() -> None:
    rewriter = ScriptedModel([f"{KIND} Then write to <EMAIL_1>."])
    model = ScriptedModel(
        [f"{TORN} I feel lonely, ask ann@example.org or <EMAIL_1>, I missed you."]
    )
    async with guard(HELD, rewriter=rewriter) as guarded:
        events = await asked(model, guarded, "I am alone, jo@example.org")
        assert text_of(events) == f"{KIND} Then write to jo@example.org."
        assert decisions(guarded)[-1]["part"]["draft"] == 2
    lead, told = rewriter.requests[0].messages
    assert lead.text == REWRITE
    assert "I am alone, <EMAIL_1>" in told.text
    assert "ask <email> or <EMAIL_1>" in told.text
    assert "example.org" not in told.text


async def test_what_a_rewriting_model_claims_is_mended_too() -> None:
    rewriter = ScriptedModel([f"{KIND} I missed you."])
    async with guard(HELD, rewriter=rewriter) as guarded:
        assert "missed" not in text_of(await asked(ScriptedModel([TORN]), guarded))


async def test_a_guarded_model_rewrites_nothing() -> None:
    async with guard(HELD) as guarded:
        wrapped = guarded.wrap(ScriptedModel([]))
        with pytest.raises(ConfigurationError, match="rewriter takes a model as it is"):
            guard(HELD, rewriter=wrapped)


async def test_tokens_of_both_drafts_are_told() -> None:
    used = {"total": 5, "model": "a", "of": {"cached": 2}}
    first = [TORN, EndChunk("stop", used)]
    for reply in (KIND, "  "):
        second = [reply, EndChunk("stop", {"total": 7, "model": "b", "of": {"cached": 3}})]
        async with guard(HELD) as guarded:
            events = await asked(ScriptedModel([first, second]), guarded)
        assert done(events).usage == {"total": 12, "model": "b", "of": {"cached": 5}}


async def test_tokens_that_one_draft_alone_tells_are_told() -> None:
    for first, second in ((True, False), (False, True)):
        drafts = [
            [text, EndChunk("stop", {"total": 7})] if tells else [text]
            for text, tells in ((TORN, first), (KIND, second))
        ]
        async with guard(HELD) as guarded:
            assert done(await asked(ScriptedModel(drafts), guarded)).usage == {"total": 7}


async def test_thoughts_of_the_first_draft_are_not_shown() -> None:
    first = [TextChunk("I think of them.", Surface.REASONING), TORN]
    second = [TextChunk("They are alone.", Surface.REASONING), KIND]
    async with guard(HELD) as guarded:
        events = await asked(ScriptedModel([first, second]), guarded)
    assert [one.thought for one in events if isinstance(one, Reasoning)] == ["They are alone."]


async def test_what_the_first_draft_would_have_said_does_not_count_as_said() -> None:
    instead = [
        replace(one, do=Do.REPLACE, say="not-human") if one.family is Family.CLAIM else one
        for one in HELD.rules
    ]
    using = replace(HELD, rules=tuple(instead))
    async with guard(using) as guarded:
        events = await asked(ScriptedModel([TORN, KIND]), guarded)
        assert text_of(events) == KIND
        assert "not-human" not in closed(guarded).get("said", [])


async def test_a_log_that_breaks_under_the_second_draft_lets_nothing_out() -> None:
    class Breaking(MemoryLog):
        async def append(self, kind: str, body: Any) -> Any:
            if kind == "decision" and body["part"].get("draft") == 2:
                msg = "the disk is full"
                raise LogWriteError(msg)
            return await super().append(kind, body)

    async with guard(HELD, log=Breaking()) as guarded:
        events = await asked(ScriptedModel([TORN, KIND]), guarded)
    assert KIND not in text_of(events)
    assert "lonely" not in text_of(events)
    assert not any(isinstance(one, (Aside, Replaced)) and "call" in one.text for one in events)


async def test_a_rewriter_gets_nothing_from_which_personal_data_was_not_taken() -> None:
    claims = tuple(one for one in HELD.rules if one.family is Family.CLAIM)
    rewriter, model = ScriptedModel([KIND]), ScriptedModel([f"{TORN} jo@example.org", KIND])
    async with guard(replace(HELD, rules=claims), rewriter=rewriter) as guarded:
        assert text_of(await asked(model, guarded)) == KIND
    assert not rewriter.requests
    assert len(model.requests) == 2


async def test_a_second_draft_that_the_policy_ends_leaves_the_first() -> None:
    ended = [KIND, OpaqueChunk(OpaquePart("unknown", "x"))]
    async with guard(HELD) as guarded:
        events = await asked(ScriptedModel([f"{TORN} Take a walk.", ended]), guarded)
        assert text_of(events) == "Take a walk."
        assert "safe-reply" not in closed(guarded).get("said", [])


async def test_a_rewriter_that_calls_a_tool_is_not_heard() -> None:
    rewriter = ScriptedModel([[KIND, ToolCallChunk(0, "1", "pay", "{}")]])
    async with guard(HELD, rewriter=rewriter) as guarded:
        events = await asked(ScriptedModel([f"{TORN} Take a walk."]), guarded)
        assert text_of(events) == "Take a walk."


async def test_any_error_of_a_rewriter_leaves_the_first_draft() -> None:
    rewriter = ScriptedModel([[UnsupportedError("no text")]])
    async with guard(HELD, rewriter=rewriter) as guarded:
        events = await asked(ScriptedModel([f"{TORN} Take a walk."]), guarded)
        assert text_of(events) == "Take a walk."


async def test_decisions_about_a_second_draft_say_so() -> None:
    async with guard(HELD) as guarded:
        events = await asked(ScriptedModel([TORN, f"{KIND} I missed you."]), guarded)
    made = told(events)["decisions"]
    assert {one.get("draft") for one in made} == {None, 2}
    assert {one.draft for one in done(events).decisions} == {1, 2}


FAILING = {
    "a model that fails": ([[ModelError("timeout")]], "timeout"),
    "another error": ([[UnsupportedError("no text")]], "UnsupportedError"),
    "no words": (["  "], "no words"),
    "a tool": ([[KIND, ToolCallChunk(0, "1", "pay", "{}")]], "not a plain reply"),
}


@pytest.mark.parametrize(("says", "why"), FAILING.values(), ids=FAILING.keys())
async def test_a_rewriter_of_which_nothing_goes_out_is_told_and_recorded(
    says: Any, why: str
) -> None:
    async with guard(HELD, rewriter=ScriptedModel(says)) as guarded:
        events = await asked(ScriptedModel([f"{TORN} Take a walk."]), guarded)
        assert text_of(events) == "Take a walk."
        assert told(events)["failed"] == f"rewriter ({why})"
        log = guarded.log
        assert isinstance(log, MemoryLog)
        (failure,) = [one for one in log.records if one["kind"] == "failure"]
    assert (failure["of"], failure["why"], failure["side"]) == ("rewriter", why, "output")


async def test_a_rewriter_that_works_is_no_failure() -> None:
    async with guard(HELD, rewriter=ScriptedModel([KIND])) as guarded:
        assert told(await asked(ScriptedModel([TORN]), guarded))["failed"] is None


def test_a_rewriter_that_would_never_be_asked_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"rewriter would never be asked.*hold: reply"):
        guard(policy(), rewriter=ScriptedModel([]))


def test_what_is_no_rewriter_is_refused_by_the_name_of_its_argument() -> None:
    with pytest.raises(ConfigurationError, match="rewriter='gpt-4': a model's base URL is"):
        guard(HELD, rewriter="gpt-4")
    with pytest.raises(ConfigurationError, match="rewriter: cannot wrap a int"):
        guard(HELD, rewriter=4)
