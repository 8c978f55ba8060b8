import asyncio
from contextlib import aclosing
from typing import Any

import pytest

from guardrails.answer import Answer
from guardrails.decisions import Do
from guardrails.detectors.base import Needs, View
from guardrails.detectors.crisis import CrisisDetector
from guardrails.errors import DetectorError, InputTooLongError, ModelError, SessionBusyError
from guardrails.events import (
    CoverageGap,
    Disclosed,
    Done,
    Passed,
    Reasoning,
    Replaced,
    Text,
    ToolCalled,
)
from guardrails.findings import Family, Finding, Level
from guardrails.ledger.fakes import BrokenLog
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import (
    EndChunk,
    Message,
    OpaqueChunk,
    OpaquePart,
    Role,
    Side,
    Surface,
    TextChunk,
    TextPart,
    ToolCall,
    ToolCallChunk,
)
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.model import Failure
from guardrails.reply import Limits
from guardrails.sessions.memory import MemorySessions
from tests.guards import Desk, Keeping, Renamed, detectors, events_of, guard, kinds, say, text_of
from tests.policies import RULES, TEXTS, changed, policy, rule

LONG = "This sentence has nothing in it that any rule could ever want to change. "


def records(guarded: Any, kind: str) -> list[dict[str, Any]]:
    return [one for one in guarded.log.records if one["kind"] == kind]


async def test_a_reply_with_nothing_in_it_goes_out_as_it_is() -> None:
    async with guard() as guarded:
        events = await say(guarded, "Hello", "Hello to you. How was it?")

    assert text_of(events) == "Hello to you. How was it?"
    assert kinds(events) == ["Text", "Done"]
    done = events[-1]
    assert isinstance(done, Done)
    assert (done.do, done.level, done.called, done.decisions) == (Do.PASS, Level.NONE, True, ())


async def test_every_step_is_in_the_log_before_its_text_goes_out() -> None:
    guarded = guard()
    seen: list[int] = []
    async with aclosing(
        guarded.stream(ScriptedModel([[LONG, LONG, "The end."]]), "Hello", session_id="s")
    ) as events:
        async for event in events:
            if isinstance(event, Text):
                seen.append(len(records(guarded, "decision")))

    assert seen == sorted(seen)
    assert seen[0] >= 2  # the message, then the first frame
    order = [one["kind"] for one in guarded.log.records]
    assert order[:4] == ["boot", "policy", "session_open", "turn_open"]
    assert order[-1] == "turn_close"
    await guarded.aclose()


async def test_no_record_holds_a_word_of_the_conversation() -> None:
    async with guard() as guarded:
        await say(guarded, "Priya, mail jo@example.org", "I missed you. Call 0161 496 0000.")
        dump = "\n".join(line.decode() for line in guarded.log.lines)

    for word in ("Priya", "jo@", "missed you", "0161 496"):
        assert word not in dump


async def test_the_model_sees_pseudonyms_and_the_person_their_own_values() -> None:
    model = ScriptedModel(["Dear <PERSON_1>, I wrote to <EMAIL_1>. And to <EMAIL_2>."])
    async with guard() as guarded:
        events = await events_of(
            guarded.stream(model, "I am Priya: jo@example.org", session_id="s")
        )

    assert model.requests[0].messages[0].text == "I am <PERSON_1>: <EMAIL_1>"
    assert text_of(events) == "Dear Priya, I wrote to jo@example.org. And to <EMAIL_2>."


OTHERS = [
    Message.of(Role.SYSTEM, "Write to ann@example.org. You are Priya."),
    Message.of(Role.USER, "I am jo@example.org, call 0161 496 0000"),
    Message.of(Role.ASSISTANT, "Let me see."),
    Message.of(Role.TOOL, "owner 4111 1111 1111 1111"),
    Message.of(Role.USER, "Thanks."),
]


async def test_a_value_that_the_person_did_not_bring_up_is_judged_as_the_model_s_own() -> None:
    reply = "It is <EMAIL_2>, not email_1 or <EMAIL_1>, and <PAYMENT_CARD_1>. I am <PERSON_1>."
    async with guard() as guarded:
        events = await say(guarded, OTHERS, reply)

    # No rule is about the names that a model says, so that one is shown.
    assert text_of(events) == (
        "It is jo@example.org, not email_1 or [email], and [payment-card]. I am Priya."
    )
    done = events[-1]
    assert isinstance(done, Done)
    assert [one.rule for one in done.decisions if one.side is Side.OUTPUT] == ["pii.contact"]
    assert {f[0] for f in done.decisions[-1].findings} == {"pii.email", "pii.payment-card"}


async def test_a_secret_of_the_system_prompt_ends_the_reply_if_the_policy_says_so() -> None:
    hide = rule("pii.secret", Family.PII, do=Do.MASK, where=frozenset({Side.INPUT}))
    keep = rule("pii.secret", Family.PII, do=Do.BLOCK, say="no", where=frozenset({Side.OUTPUT}))
    system = Message.of(Role.SYSTEM, "The key is hunter2.")
    async with guard(policy(hide, keep)) as guarded:
        events = await say(guarded, [system, Message.of(Role.USER, "Hello")], "It is <SECRET_1>.")

    assert text_of(events) == TEXTS["no"]


async def test_a_value_that_was_first_a_system_prompt_s_becomes_the_person_s() -> None:
    async with guard() as guarded:
        before = await say(guarded, OTHERS, "It is <EMAIL_1>.")
        more = [*OTHERS, Message.of(Role.USER, "Is it ann@example.org?")]
        after = await say(guarded, more, "It is <EMAIL_1>.")

    assert text_of(before) == "It is [email]."
    assert text_of(after) == "It is ann@example.org."


async def test_a_tool_gets_no_value_that_the_person_did_not_bring_up() -> None:
    call = '{"to": "<EMAIL_1>", "from": "<EMAIL_2>", "name": "<PERSON_1>"}'
    reply = [ToolCallChunk(0, "c1", "send", call)]
    async with guard() as guarded:
        events = await say(guarded, OTHERS, reply, restore_tools=["send"])

    assert [e.call.arguments for e in events if isinstance(e, ToolCalled)] == [
        '{"to": "[email]", "from": "jo@example.org", "name": "Priya"}'
    ]


async def test_pseudonyms_of_one_session_mean_nothing_in_another() -> None:
    async with guard() as guarded:
        await say(guarded, "I am Priya", session_id="one")
        events = await say(guarded, "Hello", "Dear <PERSON_1>.", session_id="two")

    assert text_of(events) == "Dear <PERSON_1>."


async def test_a_value_that_the_model_made_up_is_masked() -> None:
    async with guard() as guarded:
        events = await say(guarded, "Hello", "Mail ann@example.org or call 0161 496 0000.")

    assert text_of(events) == "Mail [email] or call [phone]."
    assert [(e.do, e.rule) for e in events if isinstance(e, Replaced)] == [
        (Do.MASK, "pii.contact"),
        (Do.MASK, "pii.contact"),
    ]


async def test_a_claim_is_repaired_and_the_rest_of_the_reply_stays() -> None:
    async with guard() as guarded:
        events = await say(guarded, "Hello", "The plan is good. I missed you. See you at three.")

    shown = text_of(events)
    assert "missed" not in shown
    assert shown.startswith("The plan is good.")
    assert shown.endswith("See you at three.")


async def test_a_lie_about_being_human_gives_way_to_the_policy_s_text_once() -> None:
    reply = "I am a real person. Honest, a real person. What else?"
    async with guard() as guarded:
        events = await say(guarded, "Hello", reply)

    assert text_of(events).count(TEXTS["not-human"]) == 1
    assert "real person" not in text_of(events)
    assert text_of(events).endswith("What else?")


async def test_a_block_ends_the_reply_and_drops_what_follows() -> None:
    reply = [LONG, "I am a licensed therapist, so trust me with this. ", LONG * 3]
    model = ScriptedModel([reply])
    async with guard() as guarded:
        events = await events_of(guarded.stream(model, "Hello", session_id="s"))

    assert text_of(events) == LONG + TEXTS["no"]
    assert kinds(events) == ["Text", "Blocked", "Done"]
    assert model.closed == 1


async def test_high_crisis_language_never_reaches_the_model_and_tells_a_human() -> None:
    desk = Desk()
    model = ScriptedModel([])
    async with guard(channels={"desk": desk}) as guarded:
        events = await events_of(
            guarded.stream(
                model, "I cannot go on at all", session_id="s", subject_id="p", country="GB"
            )
        )

    assert model.requests == []
    assert kinds(events) == ["Escalated", "Replaced", "Done"]
    assert text_of(events).startswith("Please talk to someone now. ")
    assert "{resources}" not in text_of(events)
    (notice,) = desk.notices
    assert (notice.level, notice.session, notice.subject) == (Level.HIGH, "s", "p")
    (record,) = records(guarded, "escalation")
    assert record["id"] == notice.id
    assert len(records(guarded, "escalation_sent")) == 1


async def test_concern_adds_to_the_reply_and_tells_a_human() -> None:
    async with guard() as guarded:
        events = await say(guarded, "I wish I would not wake up", "Tell me more.")

    assert kinds(events) == ["Escalated", "Text", "Replaced", "Done"]
    assert text_of(events).startswith("Tell me more.\n\nI am glad you said it.")
    done = events[-1]
    assert isinstance(done, Done)
    assert (done.level, done.escalate) == (Level.CONCERN, True)


async def test_the_same_alarm_is_not_raised_twice_in_a_row() -> None:
    desk = Desk()
    async with guard(channels={"desk": desk}) as guarded:
        for _ in range(3):
            events = await say(guarded, "I cannot go on at all", None)

    assert len(desk.notices) == 1
    assert text_of(events).startswith("Please talk")
    assert isinstance(events[-1], Done)
    assert events[-1].escalate


async def test_the_crisis_text_comes_although_the_model_fails() -> None:
    async with guard() as guarded:
        shown: list[str] = []
        with pytest.raises(ModelError):
            async for event in guarded.stream(
                ScriptedModel([["I hear", ModelError("Boom")]]),
                "I wish I would not wake up",
                session_id="s",
            ):
                shown.append(event.text)

    assert "".join(shown).startswith("I hear\n\nI am glad you said it.")


async def test_are_you_human_is_answered_before_the_model_speaks() -> None:
    async with guard() as guarded:
        events = await say(guarded, "Before we start, are you human?", "Let us start.")
        alone = await say(guarded, "Are you a robot?", None)

    assert kinds(events) == ["Disclosed", "Text", "Done"]
    assert text_of(events) == TEXTS["not-human"] + "\n\nLet us start."
    assert text_of(alone) == TEXTS["not-human"]


async def test_the_start_of_a_session_is_disclosed_once() -> None:
    using = policy(disclosure=Disclosure(at_start="hello", repeat="hello", every_turns=3))
    async with guard(using) as guarded:
        turns = [await say(guarded, f"Message {n}") for n in range(5)]

    assert [any(isinstance(e, Disclosed) for e in events) for events in turns] == [
        True,
        False,
        False,
        True,
        False,
    ]


async def test_the_last_fragment_comes_out_whatever_the_reason_of_the_end() -> None:
    async with guard(limits=Limits(reply=400)) as guarded:
        cut = await say(guarded, "Hello", ["The end has no full stop", EndChunk("length")])
        endless = await say(guarded, "Hello", ["word " * 300, "never"], session_id="t")

    assert text_of(cut) == "The end has no full stop"
    assert cut[-1].finish_reason == "length"
    assert text_of(endless) == "word " * 80
    assert endless[-1].finish_reason == "length"


@pytest.mark.parametrize("size", [1, 7, 399, 400, 401, 2000])
async def test_a_reply_is_cut_at_the_same_place_for_every_size_of_chunk(size: int) -> None:
    text = "word " * 300
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    async with guard(limits=Limits(reply=400)) as guarded:
        events = await say(guarded, "Hello", pieces)

    assert text_of(events) == text[:400]


async def test_a_model_that_fails_is_told_without_a_word_of_what_it_said() -> None:
    failure = Failure({}, {}, model_error="safe-reply")
    async with guard(changed(policy(), failure=failure)) as guarded:
        raised = await say(guarded, "Hello", [ValueError("the words of the person")])
        refused = await say(guarded, "Hello", [ModelError("HTTPStatusError", 401)])

    assert (raised[-1].finish_reason, raised[-1].failed) == ("error", "ValueError")
    assert refused[-1].failed == "HTTPStatusError (HTTP 401)"
    assert Answer.of(refused).guardrails["failed"] == "HTTPStatusError (HTTP 401)"


async def test_a_value_over_two_parts_of_a_message_is_one_value() -> None:
    parts = [TextPart("mail jo@exam"), TextPart("ple.org and call 0161 4"), TextPart("96 0000")]
    image = OpaquePart("image", {"type": "image"})
    seen = Keeping()
    async with guard() as guarded:
        message = Message(Role.USER, (*parts, image, TextPart("Priya"), TextPart(" too")))
        await events_of(guarded.stream(seen, [message], session_id="s"))
        again = [message, Message.of(Role.ASSISTANT, "Fine."), Message.of(Role.USER, "And?")]
        await events_of(guarded.stream(seen, again, session_id="s"))

    wanted = "mail <EMAIL_1> and call <PHONE_1>"
    for request in seen.requests:
        shown = request.messages[0].parts
        assert [getattr(part, "text", "image") for part in shown] == [
            wanted,
            "image",
            "<PERSON_1> too",
        ]


async def test_parts_without_a_value_stay_apart() -> None:
    parts = (TextPart("one "), TextPart("two"), TextPart("thought", Surface.REASONING))
    seen = Keeping()
    async with guard() as guarded:
        await events_of(guarded.stream(seen, [Message(Role.USER, parts)], session_id="s"))

    assert seen.requests[0].messages[0].parts == parts


@pytest.mark.parametrize("parts", [(), (OpaquePart("image", {}),)], ids=["nothing", "a picture"])
async def test_a_message_without_a_word_is_a_turn_all_the_same(parts) -> None:
    disclosed = changed(policy(), disclosure=Disclosure(at_start="hello"))
    async with guard(disclosed) as guarded:
        message = Message(Role.USER, parts)
        events = await events_of(
            guarded.stream(ScriptedModel(["Fine."]), [message], session_id="s")
        )

    assert text_of(events) == f"{TEXTS['hello']}\n\nFine."
    assert len(records(guarded, "decision")) == 2


async def test_a_disclosure_that_failed_with_its_reply_is_made_again() -> None:
    disclosed = changed(policy(), disclosure=Disclosure(at_start="hello"))
    async with guard(disclosed) as guarded:
        with pytest.raises(ModelError):
            await say(guarded, "Hello", [ValueError("x")])
        events = await say(guarded, "Hello", "Fine.")

    assert text_of(events).startswith(TEXTS["hello"])


async def test_text_before_an_error_midway_stays_and_the_error_is_ours() -> None:
    reply = [LONG, "and half a sentence", ValueError("the words of the person")]
    shown: list[str] = []
    async with guard() as guarded:
        with pytest.raises(ModelError) as caught:
            async for event in guarded.stream(ScriptedModel([reply]), "Hello", session_id="s"):
                shown.append(event.text)

    assert "".join(shown) == LONG + "and half a sentence"
    assert "words" not in f"{caught.value}{caught.value.__cause__}{caught.value.__context__}"
    assert records(guarded, "turn_close")[-1]["end"] == "model-error"


async def test_a_policy_may_have_words_for_a_model_that_fails() -> None:
    failure = Failure({}, {}, model_error="safe-reply")
    async with guard(changed(policy(), failure=failure)) as guarded:
        events = await say(guarded, "Hello", [ValueError("x")])

    assert text_of(events) == TEXTS["safe-reply"]


async def test_a_model_that_falls_silent_is_given_up() -> None:
    async with guard(limits=Limits(silence=0.05)) as guarded:
        with pytest.raises(ModelError, match="silence"):
            await events_of(
                guarded.stream(ScriptedModel([["a", "b"]], pause=5), "Hello", session_id="s")
            )


async def test_a_model_that_says_nothing_gives_an_empty_reply() -> None:
    async with guard() as guarded:
        events = await say(guarded, "Hello", [])

    assert kinds(events) == ["Done"]


async def test_a_reply_that_repair_would_empty_still_says_something() -> None:
    async with guard() as guarded:
        events = await say(guarded, "Hello", "I feel lonely.")

    assert text_of(events).strip()
    assert "lonely" not in text_of(events)


async def test_a_reader_who_leaves_is_recorded_and_frees_the_session() -> None:
    guarded = guard(sessions=MemorySessions(wait=0.2))
    model = ScriptedModel([[LONG] * 5], pause=0.01)
    events = guarded.stream(model, "Hello", session_id="s")
    await anext(events)
    with pytest.raises(SessionBusyError):
        await say(guarded, "Hello again")
    await events.aclose()

    assert records(guarded, "turn_close")[-1]["end"] == "cancelled"
    assert model.closed == 1
    assert text_of(await say(guarded, "Hello again")) == "Fine."
    await guarded.aclose()


async def test_a_cancelled_turn_is_recorded() -> None:
    guarded = guard()
    task = asyncio.create_task(
        events_of(guarded.stream(ScriptedModel([[LONG] * 9], pause=0.05), "Hi", session_id="s"))
    )
    await asyncio.sleep(0.15)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert records(guarded, "turn_close")[-1]["end"] == "cancelled"
    await guarded.aclose()


async def test_without_a_log_no_model_text_goes_out_but_the_crisis_text_does() -> None:
    desk = Desk()
    model = ScriptedModel(["Hello."] * 3)
    guarded = guard(log=BrokenLog(), channels={"desk": desk})
    plain = await _all(guarded, model, "Hello")
    mild = await _all(guarded, model, "I wish I would not wake up")
    crisis = await _all(guarded, model, "I cannot go on at all")
    await guarded.aclose()

    assert model.requests == []
    assert text_of(plain) == TEXTS["safe-reply"]
    assert text_of(crisis).startswith("Please talk to someone now.")
    assert text_of(mild).startswith("I am glad you said it.")
    assert [one.level for one in desk.notices] == [Level.CONCERN, Level.HIGH]
    assert plain[-1].receipt is None


async def test_a_log_that_breaks_midway_stops_the_reply() -> None:
    log = FailsLater(MemoryLog(), after=6)
    guarded = guard(log=log)
    events = await _all(guarded, ScriptedModel([[LONG] * 9]), "I wish I would not wake up")
    await guarded.aclose()

    assert text_of(events).count(LONG) < 9
    assert TEXTS["safe-reply"] in text_of(events)
    assert "I am glad you said it." in text_of(events)
    assert isinstance(events[-1], Done)


async def test_a_log_that_breaks_while_a_reply_is_held_takes_no_words_that_count_as_said() -> None:
    using = policy(*RULES, hold="reply", disclosure=Disclosure(at_start="hello"))
    guarded = guard(using, log=FailsLater(MemoryLog(), after=5))
    call = ToolCallChunk(0, "c", "write", '{"to": "jo@example.org"}')
    events = await _all(guarded, ScriptedModel([["[1] as I said.", call]]), "Hello")
    await guarded.aclose()

    assert kinds(events) == ["Disclosed", "Blocked", "Done"]


async def test_an_image_goes_through_and_is_reported() -> None:
    block = {"type": "image_url", "image_url": {"url": "data:"}}
    message = {"role": "user", "content": [{"type": "text", "text": "Look, jo@example.org"}, block]}
    model = ScriptedModel(["Nice."])
    async with guard() as guarded:
        events = await events_of(guarded.stream(model, [message], session_id="s"))

    assert kinds(events) == ["CoverageGap", "Text", "Done"]
    parts = model.requests[0].messages[0].parts
    assert parts[0] == TextPart("Look, <EMAIL_1>")
    assert isinstance(parts[1], OpaquePart)
    assert parts[1].value is block


async def test_a_part_of_no_known_kind_is_stopped() -> None:
    message = {"role": "user", "content": [{"type": "hologram"}]}
    model = ScriptedModel(["Nice."])
    async with guard() as guarded:
        events = await events_of(guarded.stream(model, [message], session_id="s"))

    assert model.requests == []
    assert kinds(events) == ["CoverageGap", "Blocked", "Done"]


async def test_parts_of_a_reply_that_nobody_can_read_follow_the_policy() -> None:
    image, odd = OpaquePart("image", b"x"), OpaquePart("unknown", b"y")
    async with guard() as guarded:
        passed = await say(guarded, "Draw", ["Here: ", OpaqueChunk(image), " done"])
        stopped = await say(guarded, "Draw", ["Here: ", OpaqueChunk(odd), " done"], session_id="t")

    assert [e for e in passed if isinstance(e, Passed)] == [Passed(image)]
    assert text_of(passed) == "Here:  done"
    assert [e for e in passed if isinstance(e, CoverageGap)][0].do is Do.NOTE
    assert kinds(stopped)[-2:] == ["Blocked", "Done"]
    assert text_of(stopped) == "Here: " + TEXTS["safe-reply"]


async def test_reasoning_is_guarded_and_is_no_part_of_the_reply() -> None:
    thought = [TextChunk("I feel lonely. Mail ann@example.org.", Surface.REASONING), "Hello."]
    async with guard() as guarded:
        events = await say(guarded, "Hello", thought)

    reasoning = "".join(e.thought for e in events if isinstance(e, Reasoning))
    assert "lonely" not in reasoning
    assert "ann@" not in reasoning
    assert text_of(events) == "Hello."


async def test_tool_calls_come_whole_inspected_and_as_valid_json() -> None:
    reply = [
        ToolCallChunk(0, "c1", "send", '{"to": "<EMA'),
        ToolCallChunk(1, "c2", "find", ""),
        ToolCallChunk(0, arguments='IL_1>", "cc": "ann@example.org"}'),
    ]
    async with guard() as guarded:
        events = await say(guarded, "I am jo@example.org", reply)

    calls = [e.call for e in events if isinstance(e, ToolCalled)]
    assert [(c.id, c.name, c.arguments) for c in calls] == [
        ("c1", "send", '{"to": "<EMAIL_1>", "cc": "[email]"}'),
        ("c2", "find", "{}"),
    ]


async def test_a_tool_gets_the_person_s_values_only_where_that_is_switched_on() -> None:
    reply = [ToolCallChunk(0, "c1", "send", '{"to": "<EMAIL_1>"}')]
    async with guard() as guarded:
        events = await say(guarded, "I am jo@example.org", reply, restore_tools=["send"])

    assert [e.call.arguments for e in events if isinstance(e, ToolCalled)] == [
        '{"to": "jo@example.org"}'
    ]


@pytest.mark.parametrize("arguments", ['{"to": "<EMAIL_1>"', "[1]", "send it to <EMAIL_1>"])
async def test_a_call_whose_arguments_are_no_json_object_is_dropped_and_told(arguments) -> None:
    events: list[Any] = []
    reply = [
        TextChunk("On it. "),
        ToolCallChunk(0, "c1", "send", arguments),
        ToolCallChunk(1, "c2", "find", "{}"),
    ]
    async with guard() as guarded:
        stream = guarded.stream(
            ScriptedModel([reply]), "I am jo@example.org", session_id="s", restore_tools=["send"]
        )
        with pytest.raises(ModelError, match="ArgumentsNotJSON"):
            async for event in stream:
                events.append(event)

    assert not [one for one in events if isinstance(one, ToolCalled)]
    assert text_of(events) == "On it. "


async def test_a_call_that_ends_for_want_of_tokens_is_dropped_as_a_reply_cut_short() -> None:
    reply = [ToolCallChunk(0, "c1", "send", '{"to": "ann'), EndChunk("max_tokens")]
    async with guard() as guarded:
        events = await say(guarded, "Hello", reply)

    assert kinds(events) == ["Done"]
    assert events[-1].finish_reason == "length"


async def test_no_tool_is_called_after_a_block_or_a_failure() -> None:
    call = ToolCallChunk(0, "c1", "send", "{}")
    async with guard() as guarded:
        blocked = await say(guarded, "Hello", [call, "I am a licensed therapist."])
        failed: list[Any] = []
        with pytest.raises(ModelError):
            async for event in guarded.stream(
                ScriptedModel([[call, ValueError()]]), "Hello", session_id="t"
            ):
                failed.append(event)

    assert not any(isinstance(e, ToolCalled) for e in [*blocked, *failed])


async def test_history_is_looked_at_once() -> None:
    counting = Counting(detectors())
    history: list[dict[str, str]] = [{"role": "system", "content": "Be kind to Priya."}]
    looks: list[int] = []
    async with guard(detectors=counting.all) as guarded:
        for n in range(12):
            history.append({"role": "user", "content": f"Message {n} from jo@example.org"})
            counting.count = 0
            events = await say(guarded, list(history), f"Reply {n} for <EMAIL_1>.")
            looks.append(counting.count)
            history.append({"role": "assistant", "content": text_of(events)})

    assert len(set(looks[1:])) == 1


async def test_a_reply_that_comes_back_as_history_is_hidden_again() -> None:
    model = ScriptedModel(["Dear <PERSON_1>.", "Fine."])
    async with guard() as guarded:
        first = await events_of(guarded.stream(model, "I am Priya", session_id="s"))
        history = [("user", "I am Priya"), ("assistant", text_of(first)), ("user", "And?")]
        await events_of(guarded.stream(model, history, session_id="s"))

    assert [m.text for m in model.requests[1].messages] == [
        "I am <PERSON_1>",
        "Dear <PERSON_1>.",
        "And?",
    ]


async def test_an_edited_message_is_looked_at_again() -> None:
    model = ScriptedModel(["A.", "B."])
    async with guard() as guarded:
        await events_of(guarded.stream(model, "I am Ann", session_id="s"))
        await events_of(guarded.stream(model, "I am Priya", session_id="s"))

    assert model.requests[1].messages[0].text == "I am <PERSON_1>"


async def test_a_regenerated_turn_is_decided_again_without_looking_again() -> None:
    counting = Counting(detectors())
    async with guard(detectors=counting.all) as guarded:
        await say(guarded, "I cannot go on at all", None)
        counting.count = 0
        again = await say(guarded, "I cannot go on at all", None)

    assert counting.count == 0
    assert text_of(again).startswith("Please talk")


async def test_a_crisis_in_unknown_history_raises_the_flag_but_not_the_reply() -> None:
    history = [("user", "I cannot go on at all"), ("assistant", "Oh."), ("user", "Never mind.")]
    async with guard() as guarded:
        events = await say(guarded, history, "I see.")
        async with guarded.sessions.hold("s") as session:
            watched = session.state.watched

        again = await say(guarded, [*history, ("assistant", "I see."), ("user", "Well.")])

    assert text_of(events) == "I see."
    assert watched
    assert kinds(events).count("Escalated") == 1  # a human is told, once
    assert "Escalated" not in kinds(again)


async def test_the_same_words_after_other_words_are_looked_at_again() -> None:
    async with guard(detectors=[CrisisDetector()]) as guarded:
        for message in ("die", "i really want to"):
            assert (await say(guarded, message))[-1].level is Level.NONE
        events = await say(guarded, "die")

    assert events[-1].level is Level.HIGH


class Down:
    """A detector that always fails."""

    name = "down/1"

    def __init__(self, family: Family) -> None:
        self.family = family

    def needs(self, view: View) -> Needs:
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        raise DetectorError


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("I cannot go on at all", "crisis-text"),
        ("I wish I would not wake up", "concern-text"),
        ("my password is hunter2 and I cannot go on at all", "crisis-text"),
        ("my password is hunter2 and I wish I would not wake up", "concern-text"),
    ],
)
@pytest.mark.parametrize("down", [(), (Family.PII,), (Family.PII, Family.DISCLOSURE)], ids=str)
async def test_nobody_in_need_is_blocked_whatever_fails(message, text, down) -> None:
    failing = [Renamed(Down(family), f"down/{family}") for family in down]
    blocking = Failure(dict.fromkeys(Family, "block"), {})
    async with guard(changed(policy(), failure=blocking), extra=failing) as guarded:
        events = await say(guarded, message, "Fine.")
        whole = await guarded.inspect(message)

    assert TEXTS[text].partition("{")[0].strip() in text_of(events)
    assert "Escalated" in kinds(events)
    assert whole.level is not None


async def test_a_reply_begun_by_the_caller_hides_no_crisis() -> None:
    async with guard() as guarded:
        events = await say(
            guarded, [("user", "I cannot go on at all"), ("assistant", "Sure, ")], None
        )

    assert text_of(events).startswith("Please talk")


async def test_too_long_a_message_is_refused_after_the_crisis_rules_have_run() -> None:
    desk = Desk()
    async with guard(policy(max_input=1000), channels={"desk": desk}) as guarded:
        with pytest.raises(
            InputTooLongError, match=r"1,4\d\d characters; this policy takes 1,000"
        ) as caught:
            await say(guarded, LONG * 20, None)
        high = await say(guarded, LONG * 20 + "I cannot go on at all", None, session_id="t")
        mild = await say(guarded, LONG * 20 + "I wish I would not wake up", None, session_id="u")

    assert caught.value.say == TEXTS["too-long"]
    assert text_of(high).startswith("Please talk")
    assert text_of(mild).startswith("I am glad")
    assert [one.level for one in desk.notices] == [Level.HIGH, Level.CONCERN]


async def test_a_failed_pii_detector_closes_and_is_told() -> None:
    async with guard(detectors=[*detectors(), Broken(Family.PII)]) as guarded:
        events = await say(guarded, "Hello", None)

    assert kinds(events) == ["CoverageGap", "Blocked", "Done"]
    assert events[0].what == "broken/pii"
    assert records(guarded, "decision")[0]["decision"]["rule"] == "failure.pii"
    assert records(guarded, "decision")[0]["nd"]["broken/pii"]["why"] == "raised"


async def test_a_failed_claim_detector_opens_where_the_policy_says_so() -> None:
    async with guard(detectors=[*detectors(), Broken(Family.CLAIM)]) as guarded:
        events = await say(guarded, "Hello", "Hello.")

    assert text_of(events) == "Hello."
    assert [e.do for e in events if isinstance(e, CoverageGap)] == [Do.NOTE]


async def test_a_failed_crisis_detector_shows_resources_and_alarms_the_operator_once() -> None:
    desk = Desk()
    async with guard(
        detectors=[*detectors(), Broken(Family.CRISIS)], channels={"desk": desk}
    ) as guarded:
        events = await say(guarded, "Hello", "Hello.")
        await say(guarded, "Hello again", "Hello.", session_id="t")

    assert text_of(events).startswith("Hello.\n\nThat sounds heavy.")
    assert [(one.kind, one.level) for one in desk.notices] == [("operator", Level.NONE)]


async def test_what_a_failed_detector_missed_is_looked_at_again() -> None:
    flaky = Broken(Family.PII)
    model = ScriptedModel(["Fine."])
    async with guard(detectors=[*detectors(), flaky]) as guarded:
        await events_of(guarded.stream(model, "I am Priya", session_id="s"))
        flaky.works = True
        await events_of(guarded.stream(model, "I am Priya", session_id="s"))

    assert [one.messages[0].text for one in model.requests] == ["I am <PERSON_1>"]


async def test_hold_reply_shows_nothing_before_the_end() -> None:
    async with guard(policy(hold="reply")) as guarded:
        whole = await say(guarded, "Hello", [LONG, LONG, "End."])
        blocked = await say(guarded, "Hello", [LONG, "I am a licensed therapist."], session_id="t")

    assert text_of(whole) == LONG + LONG + "End."
    assert text_of(blocked) == TEXTS["no"]


async def test_a_channel_that_refuses_is_tried_again() -> None:
    desk = Desk(refuse=1)
    async with guard(channels={"desk": desk}) as guarded:
        await say(guarded, "I cannot go on at all", None)

    assert len(desk.notices) == 1


async def test_a_typed_token_is_not_taken_for_a_value() -> None:
    model = ScriptedModel(["You wrote <LITERAL_1>, <PERSON_1>."])
    async with guard() as guarded:
        events = await events_of(
            guarded.stream(model, "I am Priya, not <PERSON_1>", session_id="s")
        )

    assert text_of(events) == "You wrote <PERSON_1>, Priya."


async def test_a_tool_that_echoes_a_stand_in_says_the_persons_own_value_to_them() -> None:
    asked = Message.of(Role.USER, "I am Priya, mail jo@example.org")
    call = ToolCall("c1", "send", '{"to": "<EMAIL_1>"}')
    called = Message(Role.ASSISTANT, (), tool_calls=(call,))
    said = TextPart("Sent to <EMAIL_1>, cc <PERSON_1>.", Surface.TOOL_RESULT)
    result = Message(Role.TOOL, (said,), tool_call_id="c1")
    model = ScriptedModel(["Done: <EMAIL_1>.", "Sent to <EMAIL_1>, cc <LITERAL_1>."])
    async with guard() as guarded:
        await events_of(guarded.stream(model, [asked], session_id="s"))
        history = [asked, called, result]
        events = await events_of(guarded.stream(model, history, session_id="s"))

    read = model.requests[1].messages
    assert read[1].tool_calls[0].arguments == call.arguments
    assert read[2].text == "Sent to <EMAIL_1>, cc <LITERAL_1>."
    assert text_of(events) == "Sent to jo@example.org, cc <PERSON_1>."


async def test_a_surrogate_cut_in_two_is_joined() -> None:
    async with guard() as guarded:
        events = await say(guarded, "a\ud83db", ["Hi \ud83d", "\ude00 \ud83d!"])

    assert text_of(events) == "Hi \U0001f600 \ufffd!"


async def test_our_own_messages_are_taken_as_they_are() -> None:
    model = ScriptedModel(["Fine."])
    async with guard() as guarded:
        await events_of(
            guarded.stream(model, [Message.of(Role.USER, "jo@example.org")], session_id="s")
        )

    assert model.requests[0].messages == (Message.of(Role.USER, "<EMAIL_1>"),)


async def _all(guarded: Any, model: ScriptedModel, message: str) -> list[Any]:
    return await events_of(guarded.stream(model, message, session_id="s"))


STAND_INS = rule("pii.stand-in", Family.PII, do=Do.MASK, where=frozenset({Side.OUTPUT}))


class Counting:
    """Counts how often any of its detectors looks."""

    def __init__(self, inner: list[Any]) -> None:
        self.count = 0
        self.all = [self._counted(one) for one in inner]

    def _counted(self, one: Any) -> Any:
        outer = self

        class Counted:
            name, family = one.name, one.family

            def needs(self, view: Any) -> Any:
                return one.needs(view)

            def look(self, view: Any) -> Any:
                outer.count += 1
                return one.look(view)

        return Counted()


class Broken:
    """A detector that raises until it works."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.name = f"broken/{family}"
        self.works = False

    def needs(self, view: Any) -> Any:
        from guardrails.detectors.base import Needs

        return Needs.NOTHING

    def look(self, view: Any) -> Any:
        if not self.works:
            raise ValueError
        return ()


class FailsLater:
    """A log that breaks after some records."""

    def __init__(self, inner: MemoryLog, after: int) -> None:
        self.inner = inner
        self.left = after
        self.origin = inner.origin

    async def append(self, kind: str, body: Any) -> Any:
        from guardrails.errors import LogWriteError

        self.left -= 1
        if self.left < 0:
            raise LogWriteError
        return await self.inner.append(kind, body)

    async def attach(self, data: bytes) -> str:
        return await self.inner.attach(data)

    def close(self) -> None:
        self.inner.close()


async def test_what_a_tool_or_the_system_prompt_told_is_no_value_of_the_person() -> None:
    messages = [
        Message.of(Role.SYSTEM, "Escalate to jo@example.org only."),
        Message.of(Role.USER, "I am ann@example.org."),
    ]
    reply = "You are <EMAIL_2>, and I know <EMAIL_1>. See https://x.example/?m=<EMAIL_2> too."
    async with guard(policy(*RULES, STAND_INS)) as guarded:
        events = await say(guarded, messages, reply)
        later = await say(guarded, "Write to jo@example.org for me.", "I wrote to <EMAIL_1>.")

    assert text_of(events) == (
        "You are ann@example.org, and I know [email]. See https://x.example/?m=[stand-in] too."
    )
    assert text_of(later) == "I wrote to jo@example.org."


@pytest.mark.parametrize(("name", "kept"), [("Priya", None), ("helper", "helper"), (None, None)])
async def test_a_name_that_is_somebodys_does_not_reach_the_model(name, kept) -> None:
    seen = Keeping()
    message = Message(Role.USER, (TextPart("Hello"),), (), None, name)
    tool = Message(Role.TOOL, (TextPart("Fine"),), (), "c", "Priya")
    async with guard() as guarded:
        await events_of(guarded.stream(seen, [message, tool], session_id="s"))
        again = [message, tool, Message.of(Role.ASSISTANT, "x"), Message.of(Role.USER, "And?")]
        await events_of(guarded.stream(seen, again, session_id="s"))

    for request in seen.requests:
        assert [one.name for one in request.messages[:2]] == [kept, "Priya"]


async def test_arguments_without_end_are_cut_and_no_tool_is_called() -> None:
    class Endless:
        async def stream(self, request):
            yield ToolCallChunk(0, "c", "send", '{"to": "')
            while True:
                yield ToolCallChunk(0, "", "", "x")

    async with guard(limits=Limits(reply=500)) as guarded:
        events = await events_of(guarded.stream(Endless(), "Hello", session_id="s"))

    assert kinds(events) == ["Done"]
    assert events[-1].finish_reason == "length"


async def test_pieces_without_a_word_leave_the_loop_to_others() -> None:
    class Empty:
        async def stream(self, request):
            for _ in range(2000):
                yield TextChunk("")

    turns = []

    async def other():
        while True:
            turns.append(1)
            await asyncio.sleep(0)

    task = asyncio.create_task(other())
    async with guard() as guarded:
        await events_of(guarded.stream(Empty(), "Hello", session_id="s"))
        before = len(turns)
    task.cancel()

    assert before >= 7


@pytest.mark.parametrize(
    "chunk",
    [
        TextChunk(123),  # type: ignore[arg-type]
        TextChunk(None),  # type: ignore[arg-type]
        TextChunk(b"x", Surface.REASONING),  # type: ignore[arg-type]
        ToolCallChunk(0, "c", "send", None),  # type: ignore[arg-type]
        ToolCallChunk("0", "c", "send", "{}"),  # type: ignore[arg-type]
        {"content": "x"},
    ],
)
async def test_a_model_that_yields_no_text_where_text_has_to_be_has_failed(chunk: Any) -> None:
    events: list[Any] = []
    async with guard() as guarded:
        model = ScriptedModel([[TextChunk("So far so good. "), chunk]])
        with pytest.raises(ModelError, match="ReplyNotText"):
            async for event in guarded.stream(model, "Hello", session_id="s"):
                events.append(event)

    assert text_of(events) == "So far so good. "
    assert not any(isinstance(event, ToolCalled) for event in events)


BENT = (
    "Dear **<PERSON_1>**, <PERSON_1>'s and PERSON_1's mail is `<EMAIL_1>`. "
    'In code: {"to": "<EMAIL_1>", "cc": ["&lt;EMAIL_1&gt;"]}. '
    "See https://example.net/?q=<EMAIL_1>&n=PERSON_1 for <EMAIL_2>, <PERSON_12> or <PERSON_1x>. "
    "<person_1>, write to <EMAIL_1.\n<PERSON\\_1>: yours, \\<PERSON\\_1\\>"
)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 34, len(BENT)])
async def test_stand_ins_come_back_alike_however_the_reply_is_cut(size: int) -> None:
    pieces = [BENT[at : at + size] for at in range(0, len(BENT), size)]
    async with guard() as guarded:
        events = await events_of(
            guarded.stream(ScriptedModel([pieces]), "I am Priya: jo@example.org", session_id="s")
        )

    assert text_of(events) == (
        "Dear **Priya**, Priya's and Priya's mail is `jo@example.org`. "
        'In code: {"to": "jo@example.org", "cc": ["jo@example.org"]}. '
        "See https://example.net/?q=<EMAIL_1>&n=PERSON_1 for <EMAIL_2>, "
        "<PERSON_12> or <PERSON_1x>. Priya, write to jo@example.org.\nPriya: yours, Priya"
    )


@pytest.mark.parametrize("end", ["<", "<PER", "<PERSON_", "\\<PERSON\\_", "&lt;PERSON_"])
async def test_a_reply_that_ends_within_a_stand_in_shows_nobody(end: str) -> None:
    async with guard() as guarded:
        events = await say(guarded, "I am Priya", f"Ask {end}")

    assert text_of(events) == f"Ask {end}"
