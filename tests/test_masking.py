"""What the model gets in the place of a value is the policy's choice, turn after turn."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from guardrails.decisions import Do, MaskWith
from guardrails.errors import ConfigurationError
from guardrails.events import Done, Reasoning, ToolCalled
from guardrails.findings import Family
from guardrails.guard import Guard
from guardrails.ledger.store import FileLog
from guardrails.messages import (
    EndChunk,
    Message,
    Role,
    Side,
    Surface,
    TextChunk,
    TextPart,
    ToolCall,
    ToolCallChunk,
)
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.model import Policy
from guardrails.testing import cuts
from tests.guards import events_of, guard, text_of
from tests.policies import RULES, policy, rule
from tests.test_canary import contents

CONTACT = frozenset({"pii.email", "pii.phone", "pii.payment-card", "pii.person"})
ASKED = "I am Priya, jo@example.org, 0161 496 0000."


def masking(how: MaskWith, *more: Any, **fields: Any) -> Policy:
    own = rule("pii.own", Family.PII, categories=CONTACT, do=Do.MASK, mask_with=how, **fields)
    return policy(*(one for one in RULES if one.family is not Family.PII), own, *more)


async def seen(
    guarded: Guard, *messages: Any, reply: Any = "Fine.", **fields: Any
) -> tuple[Any, list[Any]]:
    """Return the messages that the model got, and the events of the turn."""
    model = ScriptedModel([reply])
    events = await events_of(guarded.stream(model, list(messages), session_id="s", **fields))
    return model.requests[0].messages, events


def user(text: str) -> Message:
    return Message.of(Role.USER, text)


@pytest.mark.parametrize(
    ("how", "shown"),
    [
        (MaskWith.PSEUDONYM, "I am <PERSON_1>, <EMAIL_1>, <PHONE_1>."),
        (MaskWith.LABEL, "I am <PERSON>, <EMAIL>, <PHONE>."),
        (MaskWith.REMOVE, "I am,,."),
    ],
)
async def test_the_model_gets_what_the_policy_says(how: MaskWith, shown: str) -> None:
    async with guard(masking(how)) as guarded:
        messages, events = await seen(guarded, user(ASKED), reply="<PERSON> <PERSON_1> <EMAIL>")

    assert messages[0].text == shown
    back = "Priya" if how is MaskWith.PSEUDONYM else "<PERSON_1>"
    assert text_of(events) == f"<PERSON> {back} <EMAIL>"


async def test_a_note_keeps_the_value() -> None:
    noting = rule("pii.own", Family.PII, categories=CONTACT, do=Do.NOTE)
    async with guard(policy(*(one for one in RULES if one.family is not Family.PII), noting)) as it:
        messages, events = await seen(it, user(ASKED), reply="Hello, jo@example.org.")

    assert messages[0].text == ASKED
    assert text_of(events) == "Hello, jo@example.org."
    assert events[-1].do is Do.NOTE


async def test_the_model_gets_surrogates_and_the_person_their_own_values() -> None:
    async with guard(masking(MaskWith.SURROGATE)) as guarded:
        messages, _ = await seen(guarded, user(ASKED))
        name, email, phone = messages[0].text.removeprefix("I am ").removesuffix(".").split(", ")
        reply = f"Dear {name.upper()}, {name}'s address is {email}.\nCall {phone.replace(' ', '')}!"
        again, events = await seen(guarded, user(ASKED), user("Who is Priya?"), reply=reply)

    assert not {"Priya", "jo@example.org", "0161 496 0000"} & {name, email, phone}
    assert "<" not in messages[0].text
    assert [one.text for one in again] == [messages[0].text, f"Who is {name}?"]
    assert text_of(events) == (
        "Dear Priya, Priya's address is jo@example.org.\nCall 0161 496 0000!"
    )


async def test_a_reply_that_comes_back_is_shown_to_the_model_as_it_wrote_it() -> None:
    async with guard(masking(MaskWith.SURROGATE)) as guarded:
        messages, _ = await seen(guarded, user("I am Priya."))
        name = messages[0].text[5:-1]
        _, events = await seen(guarded, user("I am Priya."), reply=f"Hello {name}.")
        told = Message.of(Role.ASSISTANT, text_of(events))
        history, _ = await seen(guarded, user("I am Priya."), told, user("Thanks."))

    assert told.text == "Hello Priya."
    assert [one.text for one in history] == [f"I am {name}.", f"Hello {name}.", "Thanks."]


async def test_a_reply_is_released_alike_however_it_is_cut() -> None:
    async with guard(masking(MaskWith.SURROGATE)) as guarded:
        model = ScriptedModel(["Fine."])
        question = "My friend Priya is at 0161 496 0000."
        await events_of(guarded.stream(model, question, session_id="probe"))
        name = model.requests[0].messages[0].text.split()[2]
        reply = f"So {name}, or {name.upper()}? " * 12 + f"I missed you, {name}! Ask {name}"

        # In one session: another would draw another surrogate, and this name may be it.
        released = set()
        for pieces in ([reply], *cuts(reply)):
            scripted = ScriptedModel([list(pieces)])
            events = await events_of(guarded.stream(scripted, question, session_id="probe"))
            decisions = next(one.decisions for one in events if isinstance(one, Done))
            made = tuple((one.side, one.at, str(one.do), one.rule) for one in decisions)
            released.add((text_of(events), made))

    assert len(released) == 1
    assert "So Priya, or Priya? So Priya" in released.pop()[0]


async def test_tools_get_the_value_where_that_is_asked_for_and_else_the_surrogate() -> None:
    async with guard(masking(MaskWith.SURROGATE)) as guarded:
        messages, _ = await seen(guarded, user("I am Priya."))
        name = messages[0].text[5:-1]
        said = json.dumps({"to": name, "note": f"for\n{name.upper()}", "n": [1, name]})
        reply = [
            ToolCallChunk(0, "a", "send", said[:20]),
            ToolCallChunk(0, "", "", said[20:]),
            ToolCallChunk(1, "b", "show", said),
            EndChunk("stop"),
        ]
        _, events = await seen(guarded, user("I am Priya."), reply=reply, restore_tools=["send"])
        sent, shown = [one.call for one in events if isinstance(one, ToolCalled)]

        assert json.loads(sent.arguments) == {
            "to": "Priya",
            "note": "for\nPriya",
            "n": [1, "Priya"],
        }
        assert json.loads(shown.arguments)["n"] == [1, name]
        calls = Message(Role.ASSISTANT, (), (sent, shown))
        result = Message(Role.TOOL, (TextPart(f"Shown to {name}.", Surface.TOOL_RESULT),))
        after, events = await seen(
            guarded, user("I am Priya."), calls, result, reply=f"It was shown to {name}."
        )

    assert json.loads(after[1].tool_calls[0].arguments)["to"] == name
    assert json.loads(after[1].tool_calls[1].arguments)["to"] == name
    assert after[2].text == f"Shown to {name}."
    assert text_of(events) == "It was shown to Priya."


async def test_structured_text_stays_valid_and_holds_the_value() -> None:
    async with guard(masking(MaskWith.SURROGATE)) as guarded:
        messages, _ = await seen(guarded, user("I am Priya."))
        reply = json.dumps({"name": messages[0].text[5:-1], "note": "a\nb"})
        _, events = await seen(guarded, user("I am Priya."), reply=reply)

    assert json.loads(text_of(events)) == {"name": "Priya", "note": "a\nb"}


async def test_no_session_gives_back_the_values_of_another() -> None:
    async with guard(masking(MaskWith.SURROGATE)) as guarded:
        messages, _ = await seen(guarded, user("I am Priya."))
        name = messages[0].text[5:-1]
        other = guarded.stream(ScriptedModel([f"Hello {name}."]), "Hi.", session_id="other")

        assert text_of(await events_of(other)) == f"Hello {name}."


async def test_neither_value_nor_surrogate_is_in_the_log(tmp_path: Path) -> None:
    async with guard(masking(MaskWith.SURROGATE), log=FileLog(tmp_path)) as guarded:
        messages, _ = await seen(guarded, user(ASKED))
        shown = messages[0].text.removeprefix("I am ").removesuffix(".").split(", ")
        _, events = await seen(guarded, user(ASKED), reply=f"Hello {' '.join(shown)}.")

    assert "Priya" in text_of(events)
    kept = "".join(contents(tmp_path))
    assert kept
    assert not [one for one in (*shown, "Priya", "jo@example.org") if one in kept]


async def test_a_value_of_the_system_prompt_is_judged_as_the_model_s_own_words() -> None:
    system = Message.of(Role.SYSTEM, "Ask ann@example.org.")
    async with guard(masking(MaskWith.SURROGATE)) as guarded:
        messages, _ = await seen(guarded, system, user("Hi."))
        email = messages[0].text.removeprefix("Ask ").removesuffix(".")
        _, events = await seen(guarded, system, user("Hi."), reply=f"Write to {email}.")

    assert email.partition("@")[2].startswith("example.")
    assert text_of(events) == "Write to [email]."


async def test_of_rules_that_meet_in_a_value_the_one_that_tells_least_wins() -> None:
    also = [
        rule(f"pii.{how}", Family.PII, categories=frozenset({name}), do=Do.MASK, mask_with=how)
        for how, name in ((MaskWith.REMOVE, "pii.phone"), (MaskWith.LABEL, "pii.email"))
    ]
    for rules in (also, also[::-1]):
        async with guard(masking(MaskWith.SURROGATE, *rules)) as guarded:
            messages, _ = await seen(guarded, user("at jo@example.org or 0161 496 0000 now"))

        assert messages[0].text == "at <EMAIL> or now"


async def test_a_rule_for_one_surface_leaves_the_others_alone() -> None:
    how = masking(
        MaskWith.LABEL, surfaces=frozenset({Surface.SYSTEM}), where=frozenset({Side.INPUT})
    )
    async with guard(how) as guarded:
        messages, _ = await seen(guarded, Message.of(Role.SYSTEM, "Priya"), user("Priya"))

    assert [one.text for one in messages] == ["<PERSON>", "Priya"]


async def test_a_message_of_which_nothing_is_left_says_what_it_was() -> None:
    async with guard(masking(MaskWith.REMOVE)) as guarded:
        messages, _ = await seen(guarded, user("Priya"))

    assert messages[0].text == "<PERSON>"


async def test_reasoning_gets_the_person_s_values_too() -> None:
    async with guard(masking(MaskWith.SURROGATE)) as guarded:
        messages, _ = await seen(guarded, user("I am Priya."))
        name = messages[0].text[5:-1]
        reply = [
            TextChunk(f"Is it {name[:2]}", Surface.REASONING),
            TextChunk(f"{name[2:]}?", Surface.REASONING),
        ]
        _, events = await seen(guarded, user("I am Priya."), reply=reply)

    assert "".join(one.thought for one in events if isinstance(one, Reasoning)) == "Is it Priya?"


async def test_a_guard_without_faker_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "faker", None)

    async with guard(masking(MaskWith.PSEUDONYM)):
        with pytest.raises(ConfigurationError, match="surrogates"):
            guard(masking(MaskWith.SURROGATE))


async def test_what_the_model_was_told_in_clear_is_no_surrogate() -> None:
    call = ToolCall("c", "f", '{"a": "Corinne"}')
    async with guard(masking(MaskWith.SURROGATE), random=lambda n: b"0" * n) as one:
        first, _ = await seen(one, user("I am Priya."))
    name = first[0].text[5:-1]
    async with guard(masking(MaskWith.SURROGATE), random=lambda n: b"0" * n) as two:
        told = Message(Role.ASSISTANT, (), (call,))
        second, _ = await seen(two, user(f"My cat is {name}."), told, user("I am Priya."))

    assert second[0].text == f"My cat is {name}."
    assert second[2].text not in {f"I am {name}.", "I am Priya."}


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ("I am a real person, call me on <PHONE_1>.", "0161 496 0000"),
        ("I missed you so much, write to <EMAIL_1>.", "jo@example.org"),
    ],
)
async def test_a_value_beside_a_text_of_the_policy_comes_back_too(reply: str, shown: str) -> None:
    async with guard(masking(MaskWith.PSEUDONYM)) as guarded:
        _, events = await seen(guarded, user(ASKED), reply=reply)

    said = text_of(events)
    assert shown in said
    assert "<" not in said
    assert "real person" not in said
    assert "missed" not in said
