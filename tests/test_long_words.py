"""A word that no detector sees as a whole goes neither to the model nor to the person."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.decisions import Do
from guardrails.events import Blocked, Reasoning, Replaced, ToolCalled
from guardrails.findings import Family
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import Surface, TextChunk, ToolCallChunk
from guardrails.models.scripted import ScriptedModel
from tests.guards import events_of, guard, say, text_of
from tests.policies import RULES, TEXTS, policy, rule

LONG = "aB3dE6/" * 300


@pytest.mark.parametrize("cut", [1, 7, 999, 1001, 5000])
async def test_a_value_longer_than_any_detector_sees_is_kept_back_as_a_whole(cut: int) -> None:
    reply = f"Your key is {LONG} and that is all."
    log = MemoryLog()
    async with guard(log=log) as guarded:
        events = await events_of(
            guarded.stream(ScriptedModel([reply], cut=cut), "Hello", session_id="s")
        )

    assert text_of(events) == "Your key is [long-word] and that is all."
    assert {e.rule for e in events if isinstance(e, Replaced)} == {"default.long-word"}
    assert "pii.long-word" in json.dumps(log.records)
    assert LONG[:7] not in json.dumps(log.records)


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        (f"See https://x.example/?t={LONG}&u=1 now", "See [long-word] now"),
        (f"![chart](data:image/png;base64,{LONG}) there", "[long-word] there"),
        (f'<img src="data:image/png;base64,{LONG}"> there', '<img [long-word]"> there'),
        (LONG, "[long-word]"),
        (f"{LONG}\n{LONG}", "[long-word]\n[long-word]"),
        (f"jo@example.org {LONG}ann@example.org", "[email] [long-word]"),
        ("=" * 3000, "=" * 3000),
        ("a" * 3000, "a" * 3000),
        ("ha" * 1500, "ha" * 1500),
        ("0" * 3000, "0" * 3000),
        ("01" * 1500, "[long-word]"),
    ],
)
async def test_links_and_images_are_no_exception(reply: str, shown: str) -> None:
    async with guard() as guarded:
        assert text_of(await say(guarded, "Hello", reply)) == shown


async def test_a_long_value_of_the_person_is_hidden_whole_and_comes_back() -> None:
    model = ScriptedModel(["You sent <LONG_WORD_1>."])
    async with guard() as guarded:
        events = await events_of(guarded.stream(model, f"My key is {LONG} ok", session_id="s"))

    assert model.requests[0].messages[0].text == "My key is <LONG_WORD_1> ok"
    assert text_of(events) == f"You sent {LONG}."


async def test_reasoning_json_and_arguments_of_tools_hold_no_long_word() -> None:
    reply: list[Any] = [
        TextChunk(f"Key {LONG} it is.", Surface.REASONING),
        TextChunk(json.dumps({"image": LONG, "name": "Ann"}, separators=(",", ":"))),
        ToolCallChunk(0, "c", "send", json.dumps({"to": LONG, "n": 1})),
    ]
    async with guard() as guarded:
        events = await say(guarded, "Hello", reply)

    thoughts = "".join(e.thought for e in events if isinstance(e, Reasoning))
    assert thoughts == "Key [long-word] it is."
    assert json.loads(text_of(events)) == {"image": "[long-word]", "name": "Ann"}
    (call,) = [e.call for e in events if isinstance(e, ToolCalled)]
    assert json.loads(call.arguments) == {"to": "[long-word]", "n": 1}


@pytest.mark.parametrize(
    ("do", "expected"),
    [
        (Do.MASK, "Key (a long-word) ok"),
        (Do.NOTE, "Key [long-word] ok"),
        (Do.BLOCK, TEXTS["no"]),
    ],
)
async def test_the_policy_decides_how_but_not_whether(do: Do, expected: str) -> None:
    mine = rule(
        "pii.long",
        Family.PII,
        categories=frozenset({"pii.long-word"}),
        do=do,
        say="no" if do is Do.BLOCK else None,
        mask_as="(a {type})",
    )
    async with guard(policy(*RULES, mine)) as guarded:
        events = await say(guarded, "Hello", f"Key {LONG} ok")

    assert text_of(events).endswith(expected)
    assert LONG[:20] not in text_of(events)
    assert any(isinstance(event, Blocked) for event in events) is (do is Do.BLOCK)


async def test_without_any_rule_for_personal_data_words_may_be_long() -> None:
    rules = [one for one in RULES if one.family is not Family.PII]
    async with guard(policy(*rules)) as guarded:
        assert text_of(await say(guarded, "Hello", LONG)) == LONG


@given(st.integers(0, 1200), st.integers(1001, 3500), st.sampled_from(["", " ", ". ", "\n", '"']))
@settings(max_examples=40, deadline=None)
async def test_no_piece_of_a_long_word_is_ever_sent(before: int, length: int, end: str) -> None:
    word = "".join(f"{n:x}K" for n in range(10_000, 10_000 + length))[:length]
    text = f"{'so it is. ' * (before // 10)}{word}{end}"
    async with guard() as guarded:
        shown = text_of(await say(guarded, "Hello", text))
        model = ScriptedModel(["Fine."])
        await events_of(guarded.stream(model, text, session_id="t"))

    for sent in (shown, model.requests[0].messages[0].text):
        assert not any(word[at : at + 12] in sent for at in range(0, length - 12, 4))
