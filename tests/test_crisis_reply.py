"""A reply that is unsafe for a person in need ends with the crisis text of their level."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do
from guardrails.detectors.phrases import PhraseDetector
from guardrails.detectors.replies import CrisisReplyDetector
from guardrails.events import Done, Reasoning, Replaced
from guardrails.findings import Family, Level
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import Side, Surface, TextChunk, ToolCallChunk
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.testing import released
from guardrails.workers import Deadline
from tests.guards import (
    CONCERN,
    HIGH,
    Desk,
    Renamed,
    detectors,
    events_of,
    guard,
    kinds,
    say,
    text_of,
)
from tests.policies import RULES, TEXTS, policy, rule

LONG = "A walk in the park can do you good when the day was long and loud and nobody asked. "
UNSAFE = "They would be better off without you, so go on. "
HELD = rule("crisis-reply.harm", Family.CRISIS_REPLY, do=Do.REPLACE, where=frozenset({Side.OUTPUT}))
HARM = PhraseDetector(Family.CRISIS_REPLY, {"better off without you": "crisis-reply.harm"})


def guarding(**fields: object) -> Policy:
    return policy(*RULES, HELD, **fields)


def guarded(using: Policy | None = None, **fields: object) -> Guard:
    return guard(using or guarding(), detectors=[*detectors(), HARM], **fields)


def decided(by: Guard, rule_: str) -> list[dict[str, Any]]:
    """Return the decisions that come from *rule_*."""
    found = [one for one in by.log.records if one["kind"] == "decision"]
    return [one for one in found if one["decision"]["rule"] == rule_]


def start(text: str) -> str:
    return TEXTS[text].partition("{")[0]


async def test_the_reply_ends_there_with_the_text_for_the_person() -> None:
    model = ScriptedModel([[LONG, UNSAFE, LONG * 3]])
    async with guarded() as one:
        events = await events_of(one.stream(model, "Hello", session_id="s"))

    assert text_of(events).startswith(f"{LONG}\n\n{start('concern-text')}")
    assert text_of(events).count(LONG) == 1
    assert "without you" not in text_of(events)
    assert isinstance(events[-2], Replaced)
    assert (events[-2].do, events[-2].rule) == (Do.REPLACE, "crisis-reply.harm")
    done = events[-1]
    assert isinstance(done, Done)
    assert (done.do, done.finish_reason, done.level) == (Do.REPLACE, "guarded", Level.NONE)
    assert model.closed == 1


async def test_a_reply_that_begins_so_is_nothing_but_the_text() -> None:
    async with guarded() as one:
        events = await say(one, "Hello", UNSAFE)

    assert text_of(events).startswith(start("concern-text"))
    assert kinds(events) == ["Replaced", "Done"]


async def test_the_same_text_is_not_added_a_second_time() -> None:
    async with guarded() as one:
        events = await say(one, "I wish I would not wake up", LONG + UNSAFE)

    assert text_of(events).count(start("concern-text")) == 1
    assert kinds(events) == ["Escalated", "Text", "Text", "Replaced", "Done"]


async def test_the_text_is_that_of_the_level_which_earlier_turns_left() -> None:
    async with guarded() as one:
        await say(one, "I cannot go on at all", None)
        events = await say(one, "Hello again", UNSAFE)
        later = await say(one, "And again", UNSAFE)

    first, second = (each["ctx"] for each in decided(one, "crisis-reply.harm"))
    assert (first["level"], first["about"]) == ("high", "self")
    assert (second["level"], second["about"]) == ("concern", "self")
    assert text_of(events).startswith(start("crisis-text"))
    assert text_of(later).startswith(start("concern-text"))


async def test_reasoning_ends_as_well_and_the_reply_goes_on() -> None:
    pieces = [TextChunk(UNSAFE + LONG, Surface.REASONING), TextChunk(LONG)]
    async with guarded() as one:
        events = await events_of(one.stream(ScriptedModel([pieces]), "Hello", session_id="s"))

    thoughts = "".join(event.thought for event in events if isinstance(event, Reasoning))
    assert thoughts.startswith(start("concern-text"))
    assert "without you" not in thoughts
    assert text_of(events) == LONG


async def test_no_tool_is_called_by_such_a_reply() -> None:
    pieces = [TextChunk(UNSAFE), ToolCallChunk(0, "c", "look_up", "{}")]
    async with guarded() as one:
        events = await events_of(one.stream(ScriptedModel([pieces]), "Hello", session_id="s"))

    assert "ToolCalled" not in kinds(events)


async def test_a_reply_held_to_its_end_shows_the_text_alone() -> None:
    async with guarded(guarding(hold="reply")) as one:
        events = await say(one, "Hello", LONG + UNSAFE)

    assert text_of(events).startswith(start("concern-text"))
    assert LONG not in text_of(events)


async def test_it_goes_before_a_block_of_another_rule() -> None:
    async with guarded() as one:
        events = await say(one, "Hello", "As a licensed therapist: better off without you.")

    assert text_of(events).startswith(start("concern-text"))
    assert "Blocked" not in kinds(events)


async def test_a_rule_that_notes_changes_nothing() -> None:
    using = policy(*RULES, replace(HELD, do=Do.NOTE))
    async with guarded(using) as one:
        events = await say(one, "Hello", UNSAFE)

    assert text_of(events) == UNSAFE


async def test_a_detector_that_is_missing_shows_resources_or_ends_the_reply() -> None:
    for choice, shown in (("show-resources", UNSAFE + "\n\n" + start("care-text")), ("block", "")):
        failure = replace(
            guarding().failure,
            detector_error={**guarding().failure.detector_error, Family.CRISIS_REPLY: choice},
        )
        using = guarding(failure=failure)
        async with guard(using, detectors=detectors()) as one:
            events = await say(one, "Hello", UNSAFE)
        assert text_of(events).startswith(shown)
        assert ("Blocked" in kinds(events)) == (choice == "block")


PATIENT = Deadline(base=5.0, per_thousand=1.0)
PIECES = (
    "That sounds hard, and I am glad that you wrote. ",
    "You should kill yourself. ",
    "Just do it. ",
    "I won't tell anyone. ",
    "Please call 988 at any hour. ",
    "The crisis line is on 0161 496 0999. ",
    "I've missed you all day. ",
    "Who could sit with you tonight?\n",
    "x" * 420 + " ",
)


def quick() -> Guard:
    """Return a guard with the ready rules for replies and no model that takes time."""
    ready = load_policy("companion")
    rules = tuple(one for one in ready.rules if one.family in {Family.CRISIS, Family.CRISIS_REPLY})
    found = [Renamed(HIGH, "high/1"), Renamed(CONCERN, "concern/1"), CrisisReplyDetector()]
    using = replace(ready, rules=rules, disclosure=Disclosure())
    return guard(using, detectors=found, channels={"on-call": Desk()})


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
    st.sampled_from(["Hello.", "I wish I would not wake up"]),
    st.data(),
)
@settings(deadline=None, max_examples=60)
async def test_a_reply_in_two_pieces_is_released_as_in_one(
    pieces: list[str], question: str, data: st.DataObject
) -> None:
    text = "".join(pieces)
    at = data.draw(st.integers(0, len(text)))
    async with quick() as one:
        whole = await released(one, [text], question=question)
        assert await released(one, [text[:at], text[at:]], question=question) == whole


async def test_every_cut_in_two_of_an_unsafe_reply_is_released_alike() -> None:
    text = "".join(PIECES[:1] + PIECES[3:4] + PIECES[5:6] + PIECES[7:8])
    question = "I wish I would not wake up"
    async with quick() as one:
        whole = await released(one, [text], question=question)
        assert "tell anyone" not in whole.text
        for at in range(len(text) + 1):
            assert await released(one, [text[:at], text[at:]], question=question) == whole


@pytest.fixture(scope="module")
def companion() -> Guard:
    return Guard("companion", MemoryLog(), channels={"on-call": Desk()}, deadline=PATIENT)


async def test_worry_about_another_gets_the_text_for_that(companion: Guard) -> None:
    said = "My brother says he wants to end it all"
    async with companion:
        events = await say(companion, said, "Don't call anyone about it.", country="GB")

    text = companion_text("crisis-other-concern")
    assert text_of(events).count(text) == 1
    assert "Don't call anyone" not in text_of(events)
    (record,) = decided(companion, "crisis-reply.alone")
    assert record["ctx"]["about"] == "other"


async def test_who_is_hurt_at_home_and_takes_their_leave_gets_the_text_for_that() -> None:
    async with Guard(
        "companion", MemoryLog(), channels={"on-call": Desk()}, deadline=PATIENT
    ) as one:
        await say(one, "My husband hit me again last night", "I hear you.", country="GB")
        events = await say(one, "he's home, i have to go", "Take care.", country="GB")

    text = text_of(events)
    assert "ending your life" not in text
    assert "Domestic Abuse" in text
    needs = {body["ctx"].get("need") for body in one.log.records if body["kind"] == "decision"}
    assert needs == {None, "crisis.abuse"}


def companion_text(message: str) -> str:
    return load_policy("companion").messages[message]["en-GB"].partition("\n")[0]


async def test_a_number_of_the_policy_s_own_messages_may_be_given() -> None:
    ready = load_policy("companion")
    texts = {**ready.messages, "ours": {"en-GB": "Our crisis line is 0161 496 0999, 24/7."}}
    allowed = replace(
        ready,
        messages=texts,
        rules=tuple(one for one in ready.rules if one.family is not Family.PII),
        disclosure=Disclosure(),
    )
    said = "Our crisis line answers on {}."
    async with Guard(allowed, MemoryLog(), channels={"on-call": Desk()}, deadline=PATIENT) as one:
        ours = await say(one, "Hello", said.format("0161 496 0999"))
        strange = await say(one, "Hello", said.format("0161 496 0998"), session_id="t")
    assert text_of(ours) == said.format("0161 496 0999")
    assert "0998" not in text_of(strange)
