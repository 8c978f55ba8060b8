"""What is told before a reply stands beside one that a program reads, and is not lost."""

import json
from collections.abc import AsyncGenerator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.decisions import Do
from guardrails.errors import ModelError
from guardrails.events import Aside, Disclosed
from guardrails.findings import Family
from guardrails.foreword import Foreword
from guardrails.messages import Chunk, EndChunk, OpaqueChunk, OpaquePart, TextChunk, ToolCallChunk
from guardrails.models.base import ModelRequest
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.disclosure import Disclosure
from tests.guards import events_of, guard, kinds, text_of
from tests.policies import TEXTS, policy, rule

STARTS = policy(disclosure=Disclosure(at_start="hello", when_asked="not-human"))
FORM = {"response_format": {"type": "json_object"}}
VALUE = '{"mood": "calm", "next": [1, 2]}'
LONG = json.dumps({"plan": ["One small step after the other, and a pause. " * 3] * 4})
HELLO, NOT_HUMAN = TEXTS["hello"], TEXTS["not-human"]


async def ask(guarded: Any, text: str, reply: Any, session_id: str = "s", **options: Any) -> Any:
    model = ScriptedModel([reply])
    return await events_of(guarded.stream(model, text, session_id=session_id, **options))


def beside(events: Any) -> list[str]:
    return [one.said for one in events if isinstance(one, Aside)]


def closed(guarded: Any) -> list[dict[str, Any]]:
    return [one for one in guarded.log.records if one["kind"] == "turn_close"]


@pytest.mark.parametrize("value", [VALUE, LONG, f"```json\n{VALUE}\n```", f"\n\n{VALUE}\n", "[]"])
@pytest.mark.parametrize("options", [{}, FORM])
async def test_a_reply_that_is_one_value_stays_that_value(value: str, options: Any) -> None:
    async with guard(STARTS) as guarded:
        first = await ask(guarded, "Hello", value, **options)
        second = await ask(guarded, "And now in words?", "Gladly.")

    assert text_of(first) == value
    assert beside(first) == [HELLO]
    assert text_of(second) == f"{HELLO}\n\nGladly."
    assert beside(second) == []


async def test_what_stands_beside_is_recorded_and_is_due_until_it_was_said() -> None:
    async with guard(STARTS) as guarded:
        for _ in range(2):
            assert beside(await ask(guarded, "Hello", VALUE, **FORM)) == [HELLO]
        await ask(guarded, "Hello", "Good morning.")
        assert beside(await ask(guarded, "Hello", VALUE, **FORM)) == []
        bodies = closed(guarded)

    assert [body.get("beside") for body in bodies] == [["hello"], ["hello"], None, None]
    assert [body.get("said") for body in bodies] == [None, None, ["hello"], None]


async def test_an_answer_that_stood_beside_is_given_in_the_next_words() -> None:
    async with guard(STARTS) as guarded:
        await ask(guarded, "Hello", "Good morning.")
        asked = await ask(guarded, "Before we start, are you human?", VALUE)
        again = await ask(guarded, "Go on", VALUE)
        words = await ask(guarded, "Go on", "Let us start.")
        after = await ask(guarded, "Go on", "Well.")

    assert (text_of(asked), beside(asked)) == (VALUE, [NOT_HUMAN])
    assert (text_of(again), beside(again)) == (VALUE, [NOT_HUMAN])
    assert text_of(words) == f"{NOT_HUMAN}\n\nLet us start."
    assert text_of(after) == "Well."


async def test_a_reply_that_only_begins_like_a_value_is_followed_by_the_words() -> None:
    async with guard(STARTS) as guarded:
        events = await ask(guarded, "Hello", '{"mood": "calm"} That is all I have.')
        later = await ask(guarded, "Hello", "Yes.")

    assert text_of(events) == f'{{"mood": "calm"}} That is all I have.\n\n{HELLO}'
    assert text_of(later) == "Yes."


@pytest.mark.parametrize(
    "reply",
    [VALUE, LONG, "Good morning.", " \n [1] and more", "[", "```json", "", " " * 1200 + "Hi"],
)
@pytest.mark.parametrize("size", [1, 2, 7, 2000])
async def test_how_the_reply_is_cut_changes_nothing(reply: str, size: int) -> None:
    pieces = [reply[at : at + size] for at in range(0, len(reply), size)]
    async with guard(STARTS) as guarded:
        whole = await ask(guarded, "Hello", [reply], "a")
        cut = await ask(guarded, "Hello", pieces, "b")

    assert text_of(whole) == text_of(cut)
    assert beside(whole) == beside(cut)
    assert HELLO in text_of(whole) or beside(whole) == [HELLO]


async def test_words_are_said_before_a_tool_call_and_before_a_part_nobody_reads() -> None:
    call = ToolCallChunk(0, "c1", "find", "{}")
    part = OpaqueChunk(OpaquePart("image", {"url": "x"}))
    async with guard(STARTS) as guarded:
        called = await ask(guarded, "Hello", [call, EndChunk("tool_calls")], "a")
        shown = await ask(guarded, "Hello", ["{", part, TextChunk("x")], "b")

    assert kinds(called) == ["Disclosed", "ToolCalled", "Done"]
    assert kinds(shown)[0] == "Disclosed"


async def test_a_forced_tool_call_has_no_words_beside_it() -> None:
    call = ToolCallChunk(0, "c1", "Mood", '{"mood": "calm"}')
    async with guard(STARTS) as guarded:
        events = await ask(guarded, "Hello", [call], tool_choice="required")

    assert (text_of(events), beside(events)) == ("", [HELLO])


async def test_a_reply_that_is_held_to_its_end_does_not_hold_the_words_before_it() -> None:
    order: list[str] = []

    class Slow:
        async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
            yield TextChunk("Good ")
            order.append("more of the reply")
            yield TextChunk("morning.")

    async with guard(replace(STARTS, hold="reply")) as guarded:
        async for event in guarded.stream(Slow(), "Hello", session_id="s"):
            order.append(type(event).__name__)

    assert order == ["Disclosed", "more of the reply", "Text", "Done"]


async def test_a_text_that_a_rule_adds_stands_beside_a_value_but_help_in_words() -> None:
    adding = rule("claim.professional", Family.CLAIM, do=Do.ADD, say="no")
    using = policy(adding, disclosure=STARTS.disclosure)
    reply = '{"title": "I am a licensed therapist."}'
    async with guard(using) as guarded:
        added = await ask(guarded, "Hello", reply)
    async with guard(STARTS) as guarded:
        events = await ask(guarded, "I wish I would not wake up", VALUE, **FORM)

    assert (text_of(added), beside(added)) == (reply, [HELLO, TEXTS["no"]])
    assert text_of(events).startswith(VALUE)
    assert text_of(events) != VALUE
    assert beside(events) == [HELLO]


async def test_a_policys_own_reply_is_words_whatever_was_asked_for() -> None:
    async with guard(STARTS) as guarded:
        events = await ask(guarded, "Are you a robot?", None, **FORM)

    assert text_of(events) == NOT_HUMAN


async def test_a_model_that_fails_midway_in_a_value_leaves_the_words_due() -> None:
    async with guard(STARTS) as guarded:
        with pytest.raises(ModelError):
            await ask(guarded, "Are you there, are you human?", [VALUE[:9], ModelError("gone")])
        events = await ask(guarded, "Hello", "Hi.")

    assert any(isinstance(one, Disclosed) for one in events)


async def test_a_model_that_fails_at_once_sends_nothing_unless_the_policy_has_words_for_it() -> (
    None
):
    sorry = replace(STARTS, failure=replace(STARTS.failure, model_error="safe-reply"))
    none = replace(STARTS, failure=replace(STARTS.failure, model_error=None))
    model, events = ScriptedModel([[ModelError("gone")]]), []
    async with guard(none) as guarded:
        with pytest.raises(ModelError):
            async for event in guarded.stream(model, "Hello", session_id="s"):
                events.append(event)
    async with guard(sorry) as guarded:
        instead = await ask(guarded, "Hello", [ModelError("gone")])
        later = await ask(guarded, "Hello", "Hi.")

    assert events == []
    assert text_of(instead) == f"{HELLO}\n\n{TEXTS['safe-reply']}"
    assert text_of(later) == "Hi."


@given(st.text(alphabet='{["`json\n1 ]}x', max_size=12), st.integers(1, 5))
def test_a_foreword_says_its_words_once_and_loses_no_text(text: str, size: int) -> None:
    told: list[tuple[str, bool]] = []

    def tell(message: str, beside: bool) -> str:
        told.append((message, beside))
        return message

    foreword = Foreword(["m"], tell)
    said, passed = "", ""
    for at in range(0, len(text), size):
        said += "".join(one.text for one in foreword.read(text[at : at + size]))
        passed += foreword.ready()
    said += "".join(one.text for one in foreword.other())
    passed += foreword.ready()
    said += "".join(one.text for one in foreword.end(text))

    assert passed == text
    assert len(told) == 1
    assert (said == "") is told[0][1]


def test_an_aside_shows_no_words_in_a_log() -> None:
    assert "secret" not in repr(Aside("secret"))
