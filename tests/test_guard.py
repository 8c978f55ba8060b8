import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from guardrails.answer import Answer
from guardrails.assembly import channels_of
from guardrails.context import TurnContext
from guardrails.decisions import Do
from guardrails.detectors.phrases import PhraseDetector
from guardrails.engine import engine_of
from guardrails.errors import (
    ConfigurationError,
    InputTooLongError,
    PolicyNotFoundError,
    SessionMissingError,
    UnsupportedError,
)
from guardrails.escalation.console import ConsoleChannel
from guardrails.escalation.webhook import WebhookChannel
from guardrails.events import CoverageGap
from guardrails.findings import Family, Level
from guardrails.guard import Guard
from guardrails.guarded import GuardedModel
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.store import FileLog
from guardrails.messages import OpaquePart, Role, Side, Surface, TextPart, ToolCall
from guardrails.models.openai import OpenAIModel
from guardrails.models.scripted import ScriptedModel
from guardrails.opened import opened_log
from guardrails.policy.channel_spec import ChannelSpec
from guardrails.ready import ready_detectors
from guardrails.resources import Resources
from guardrails.shapes import messages_of
from guardrails.testing import assert_chunk_invariant, cuts
from guardrails.workers import Deadline
from tests.guards import Desk, Renamed, detectors, guard, say, text_of
from tests.policies import TEXTS, policy, rule


async def echo(messages: list[dict[str, str]]) -> str:
    return f"You said: {messages[-1]['content']}"


async def test_a_plain_async_function_comes_back_as_a_function() -> None:
    async with guard() as guarded:
        chat = guarded.wrap(echo)
        answer = await chat("Mail jo@example.org", session_id="s")

    assert answer == "You said: Mail jo@example.org"
    assert isinstance(answer, Answer)
    assert answer.text == str(answer)
    assert answer.guardrails["do"] == "mask"
    assert answer.guardrails["receipt"]["origin"] == "memory"
    assert answer.guardrails["decisions"][0]["findings"] == [
        {"category": "pii.email", "start": 5, "end": 19, "score": 10_000}
    ]


async def test_a_function_that_yields_is_streamed() -> None:
    async def model(messages: list[dict[str, str]]) -> AsyncIterator[str]:
        yield "I mis"
        yield "sed you. And you?"

    async with guard() as guarded:
        chat = guarded.wrap(model, session="single")
        pieces = [piece async for piece in chat.text("Hello")]
        events = [event async for event in chat.stream("Hello")]

    assert "".join(pieces).endswith("And you?")
    assert "missed" not in "".join(pieces)
    assert text_of(events) == "".join(pieces)


async def test_a_call_without_session_is_a_clear_error() -> None:
    async with guard() as guarded:
        with pytest.raises(SessionMissingError, match="session_id"):
            await guarded.wrap(echo)("Hello")
        assert await guarded.wrap(echo, session="single")("Hello") == "You said: Hello"


async def test_two_wrappers_for_single_conversations_are_two_conversations() -> None:
    async with guard() as guarded:
        one = guarded.wrap(ScriptedModel(["Dear <PERSON_1>."]), session="single")
        two = guarded.wrap(ScriptedModel(["Dear <PERSON_1>."]), session="single")

        assert await one("I am Priya") == "Dear Priya."
        assert await two("Hello") == "Dear <PERSON_1>."


async def test_a_base_url_is_wrapped_and_a_guarded_model_stays_itself() -> None:
    async with guard() as guarded:
        chat = guarded.wrap("http://127.0.0.1:9/v1")

        assert isinstance(chat.model("x"), OpenAIModel)
        assert guarded.wrap(chat) is chat


async def test_something_that_is_no_model_is_refused() -> None:
    async with guard() as guarded:
        with pytest.raises(ConfigurationError, match="cannot wrap a int"):
            guarded.wrap(7)


async def test_an_answer_carries_reasoning_tool_calls_and_gaps() -> None:
    from guardrails.messages import OpaqueChunk, TextChunk, ToolCallChunk

    reply = [
        TextChunk("Thinking.", Surface.REASONING),
        "Hello.",
        OpaqueChunk(OpaquePart("image", b"")),
        ToolCallChunk(0, "c", "find", '{"q": "x"}'),
    ]
    async with guard() as guarded:
        answer = await guarded.wrap(ScriptedModel([reply]))("Hi", session_id="s")

    assert (answer, answer.reasoning) == ("Hello.", "Thinking.")
    assert answer.tool_calls == (ToolCall("c", "find", '{"q": "x"}'),)
    assert answer.guardrails["coverage_gaps"] == [{"kind": "image", "what": "output", "do": "note"}]


async def test_an_escalation_is_told_to_the_caller() -> None:
    async with guard() as guarded:
        answer = await guarded.wrap(echo)("I cannot go on at all", session_id="s")

    assert answer.guardrails["level"] == "high"
    assert [one["to"] for one in answer.guardrails["escalated"]] == ["desk"]


async def test_inspect_shows_what_the_model_would_get() -> None:
    async with guard() as guarded:
        seen = await guarded.inspect("I am Priya: jo@example.org")

    assert (seen.do, seen.rule) == (Do.MASK, "pii.contact")
    assert seen.text == "I am <PERSON_1>: <EMAIL_1>"
    assert seen.findings == (("pii.person", 5, 10, 10_000), ("pii.email", 12, 26, 10_000))
    assert (seen.reply, seen.level, seen.escalate) == (None, None, False)


async def test_inspect_shows_what_the_person_would_get() -> None:
    context = TurnContext("s")
    async with guard() as guarded:
        await guarded.inspect("I am Priya", context=context)
        seen = await guarded.inspect("Dear <PERSON_1>, ask ann@example.org", Side.OUTPUT, context)

    assert (seen.do, seen.text) == (Do.MASK, "Dear Priya, ask [email]")
    assert seen.reply is None


async def test_inspect_shows_the_reply_in_a_crisis() -> None:
    async with guard() as guarded:
        seen = await guarded.inspect("I cannot go on at all")
        again = await guarded.inspect("Just words")

    assert (seen.do, seen.rule, seen.level, seen.escalate) == (
        Do.REPLACE,
        "crisis.high",
        Level.HIGH,
        True,
    )
    assert seen.reply is not None
    assert seen.reply.startswith("Please talk")
    assert seen.text == "I cannot go on at all"
    assert (again.do, again.rule) == (Do.PASS, None)


async def test_inspect_refuses_what_is_too_long() -> None:
    async with guard(policy(max_input=10)) as guarded:
        with pytest.raises(InputTooLongError):
            await guarded.inspect("eleven chars and more")


async def test_inspect_tells_which_detector_failed_and_why() -> None:
    unheard = PhraseDetector(Family.PII, {"Oak Ward": "pii.ward"})
    others = [each for each in detectors() if each.family is not Family.PII]
    async with guard(detectors=[*others, unheard]) as guarded:
        asked = await guarded.inspect("I sleep in Oak Ward")
        told = await guarded.inspect("You sleep in Oak Ward", Side.OUTPUT)
        fine = await guarded.inspect("I sleep well")

    assert (asked.do, asked.rule) == (Do.BLOCK, "failure.pii")
    assert asked.failed == told.failed == ((unheard.name, "unknown category"),)
    assert fine.failed == ()


async def test_inspect_sees_quoted_claims_and_shows_none() -> None:
    async with guard() as guarded:
        seen = await guarded.inspect("I am a licensed therapist.", Side.OUTPUT)

    assert (seen.do, seen.text) == (Do.BLOCK, TEXTS["no"])


async def test_the_release_does_not_depend_on_how_the_reply_is_cut() -> None:
    reply = (
        "The plan is good, I think. I missed you all day, how was it? "
        "Mail ann@example.org or pay with 4111 1111 1111 1111. \U0001f600 Bye. " * 3
    )
    async with guard() as guarded:
        await assert_chunk_invariant(guarded, reply)


async def test_the_helper_notices_a_guard_that_depends_on_chunks() -> None:
    class Fickle(Guard):
        """Releases something else each time."""

        def stream(self, model: Any, *args: Any, **kwargs: Any) -> Any:
            self.turns = getattr(self, "turns", 0) + 1
            return super().stream(ScriptedModel([str(self.turns)]), *args, **kwargs)

    fickle = Fickle(policy(), MemoryLog(), detectors=detectors(), channels={"desk": Desk()})
    async with fickle:
        with pytest.raises(AssertionError, match="cut into 5 pieces"):
            await assert_chunk_invariant(fickle, "Hello")


def test_cuts_join_to_the_text() -> None:
    text = "some text that is cut in many ways"

    assert all("".join(pieces) == text for pieces in cuts(text))


def test_a_policy_is_found_by_name_or_not_at_all() -> None:
    with pytest.raises(PolicyNotFoundError, match="companion"):
        Guard("compannion", MemoryLog())


def test_a_directory_becomes_a_log(tmp_path: Path) -> None:
    log = opened_log(tmp_path / "log")
    assert isinstance(log, FileLog)
    log.close()
    memory = MemoryLog()
    assert opened_log(memory) is memory


def test_a_webhook_without_address_is_a_clear_error() -> None:
    hook = ChannelSpec("desk", "webhook", url_env="DESK_URL", secret_env="DESK_KEY")
    using = policy(channels={"desk": hook})

    with pytest.raises(ConfigurationError, match="DESK_URL"):
        channels_of(using, {}, {})
    made = channels_of(
        using,
        {},
        {"DESK_URL": "https://desk.example.org/", "DESK_KEY": "a secret of some length" * 2},
    )
    assert isinstance(made["desk"], WebhookChannel)


@pytest.mark.parametrize(
    ("secret", "told"),
    [(None, "'desk': DESK_KEY not set"), ("k" * 23, "DESK_KEY.*has too few bytes")],
)
def test_a_webhook_without_a_secret_says_which_variable_is_missing(
    secret: str | None, told: str
) -> None:
    hook = ChannelSpec("desk", "webhook", url_env="DESK_URL", secret_env="DESK_KEY")
    environ = {"DESK_URL": "https://desk.example.org/"} | ({"DESK_KEY": secret} if secret else {})

    with pytest.raises(ConfigurationError, match=told) as caught:
        channels_of(policy(channels={"desk": hook}), {}, environ)
    assert "DESK_KEY" in str(caught.value)
    assert "k" * 23 not in str(caught.value)


def test_a_console_channel_needs_nothing() -> None:
    assert isinstance(channels_of(policy(), {}, {})["desk"], ConsoleChannel)


def test_only_the_detectors_that_the_policy_needs_are_made() -> None:
    crisis_only = policy(*(one for one in policy().rules if one.family is Family.CRISIS))

    detectors, reader = ready_detectors(crisis_only, Resources.load(), Deadline())

    assert {one.family for one in detectors} == {Family.CRISIS, Family.DISCLOSURE}
    assert reader is None


def test_the_engine_s_fingerprint_changes_with_the_detectors() -> None:
    assert engine_of(["a/1"]) == engine_of(["a/1"])
    assert engine_of(["a/1"])["env"] != engine_of(["a/2"])["env"]


def test_a_second_close_does_nothing() -> None:
    guarded = guard()
    guarded.close()
    guarded.close()


async def test_a_rule_for_a_share_of_sessions_keeps_a_session_on_its_side() -> None:
    share = rule("pii.email", Family.PII, do=Do.MASK, percent=50)
    async with guard(policy(share, salt="pepper")) as guarded:
        sides: set[str] = set()
        for n in range(30):
            texts = {
                (await guarded.inspect("jo@example.org", context=TurnContext(str(n)))).text
                for _ in range(3)
            }
            assert len(texts) == 1
            sides |= texts

    assert len(sides) == 2


def test_messages_are_taken_in_every_usual_shape() -> None:
    made = messages_of(
        [
            ("system", "Be kind."),
            {"role": "human", "content": ["Hi", {"type": "text", "text": " there"}]},
            {
                "role": "assistant",
                "content": None,
                "tool_calls": [{"id": "c", "function": {"name": "find", "arguments": {"q": 1}}}],
            },
            {"role": "tool", "content": "42", "tool_call_id": "c", "name": "find"},
            {"role": "user", "content": [{"type": "thinking", "thinking": "Hm"}, 7]},
        ]
    )

    assert [one.role for one in made] == [
        Role.SYSTEM,
        Role.USER,
        Role.ASSISTANT,
        Role.TOOL,
        Role.USER,
    ]
    assert made[0].parts == (TextPart("Be kind.", Surface.SYSTEM),)
    assert made[1].text == "Hi there"
    assert made[2].tool_calls == (ToolCall("c", "find", '{"q": 1}'),)
    assert (made[3].tool_call_id, made[3].parts) == ("c", (TextPart("42", Surface.TOOL_RESULT),))
    assert made[4].parts == (TextPart("Hm", Surface.REASONING), OpaquePart("unknown", 7))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([7], "message 0 is a int"),
        ([{"content": "x"}], "message 0 has no known role"),
        ([("user", "a"), {"role": "user", "content": 7}], "message 1: content is a int"),
        ([{"role": "assistant", "tool_calls": [{"function": 1}]}], "tool call is not a mapping"),
    ],
)
def test_messages_of_another_shape_are_refused(given: Any, says: str) -> None:
    with pytest.raises(UnsupportedError, match=says):
        messages_of(given)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, guardrails; "
        "heavy = {'spacy', 'presidio_analyzer', 'langchain_core', 'pydantic', 'httpx', 'yaml'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert out.stdout.strip() == "[]"


def test_a_guarded_model_shows_no_words() -> None:
    assert "echo" not in repr(GuardedModel(None, lambda _: None))  # type: ignore[arg-type]


async def test_a_closed_guard_says_so_instead_of_waiting() -> None:
    async with guard() as closed:
        model = closed.wrap(ScriptedModel(["Fine."]))
        assert await model("Hello", session_id="s") == "Fine."

    with pytest.raises(ConfigurationError, match="this guard is closed"):
        await model("Hello", session_id="s")
    with pytest.raises(ConfigurationError, match="this guard is closed"):
        await closed.inspect("Hello")


async def test_a_reply_that_is_under_way_when_its_guard_is_closed_comes_to_an_end() -> None:
    closing = guard()
    events = closing.stream(ScriptedModel([["word " * 60] * 9]), "Hello", session_id="s")
    first = await anext(events)
    assert first.text.startswith("word")
    await closing.aclose()

    rest = [event async for event in events]

    assert text_of(rest).endswith(TEXTS["safe-reply"])
    assert rest[-1].do is Do.BLOCK


@pytest.mark.parametrize("category", ["pii.health_id", "claim.emotions"])
async def test_a_finding_of_no_known_category_is_a_detector_that_failed(category: str) -> None:
    family = Family(category.partition(".")[0])
    typo = PhraseDetector(family, {"CLN-204418": category})
    async with guard(extra=[Renamed(typo, "typo/1")]) as guarded:
        events = await say(guarded, "Hello", "It is CLN-204418.")

    gaps = [event for event in events if isinstance(event, CoverageGap)]
    assert "typo/1" in {gap.what for gap in gaps}


def test_tools_are_named_in_a_list() -> None:
    made = guard()
    with pytest.raises(ConfigurationError, match=r"\['send'\]"):
        made.wrap(ScriptedModel(["x"]), restore_tools="send")
    made.close()
