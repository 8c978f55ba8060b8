"""The plug-in for pytest gives tests a guard, models and a channel."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import guardrails.testing
from guardrails import Guard, GuardrailsError, MemoryLog, ScriptedModel
from guardrails.errors import ChannelError, ModelError
from guardrails.escalation.base import Notice
from guardrails.findings import Level
from guardrails.messages import TextChunk
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.testing import (
    KeptChannel,
    assert_chunk_invariant,
    assert_no_human_claims,
    claims_in,
)
from guardrails.testing.models import CLAIMS

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "bot_tests"
Since = Callable[[], tuple[Notice, ...]]


def test_the_guard_of_tests_has_the_policy_and_keeps_its_log_in_memory(candor_guard: Guard) -> None:
    assert candor_guard.policy.id == "companion"
    assert isinstance(candor_guard.log, MemoryLog)


async def test_a_model_that_claims_is_found_out_and_under_guard_is_not(
    candor_guard: Guard, claiming_model: ChatModel
) -> None:
    async def bare(question: str) -> str:
        del question
        chunks = [one async for one in claiming_model.stream(ModelRequest(()))]
        return "".join(one.text for one in chunks if isinstance(one, TextChunk))

    questions = [f"What about number {n}?" for n in range(len(CLAIMS))]
    with pytest.raises(AssertionError) as failed:
        await assert_no_human_claims(candor_guard, bare, questions)
    assert all(repr(question) in str(failed.value) for question in questions)
    await assert_no_human_claims(candor_guard, candor_guard.wrap(claiming_model), questions)


async def test_chunks_do_not_matter_to_the_guard_of_tests(candor_guard: Guard) -> None:
    await assert_chunk_invariant(candor_guard, "I missed you. Shall we begin with your plan?")


async def test_a_model_that_repeats_shows_that_no_address_reached_it(
    candor_guard: Guard, repeating_model: ChatModel, candor_session: str
) -> None:
    seen: list[str] = []

    async def told(messages: list[dict[str, str]]) -> str:
        seen.append(messages[-1]["content"])
        return "Noted."

    bot = candor_guard.wrap(told)
    said = "Write to mia.holt@example.org, please."
    await bot(said, session_id=candor_session)
    answer = await candor_guard.wrap(repeating_model)(said, session_id=candor_session)
    assert "mia.holt" not in seen[0]
    assert "mia.holt@example.org" in answer  # their own value, put back for them


async def test_a_model_that_fails_says_the_words_of_the_policy(
    candor_guard: Guard, failing_model: ChatModel, candor_session: str
) -> None:
    answer = await candor_guard.wrap(failing_model)("Hello.", session_id=candor_session)
    assert answer.guardrails["failed"] == "TestFailure (HTTP 503)"
    with pytest.raises(ModelError):
        [one async for one in failing_model.stream(ModelRequest(()))]


async def test_a_script_says_its_replies_in_order(
    candor_guard: Guard, scripted_model: Callable[..., ScriptedModel], candor_session: str
) -> None:
    model = scripted_model("First.", "Second.", cut=2)
    bot = candor_guard.wrap(model)
    answers = [await bot("And?", session_id=candor_session) for _ in range(2)]
    assert [answer.rsplit(None, 1)[-1] for answer in answers] == ["First.", "Second."]


async def test_what_humans_were_told_is_kept_for_the_test(
    candor_guard: Guard, candor_notices: Since, candor_session: str
) -> None:
    assert candor_notices() == ()
    bot = candor_guard.wrap(ScriptedModel(["Fine."]))
    answer = await bot("I want to kill myself tonight.", session_id=candor_session, country="GB")
    assert answer.guardrails["escalated"]
    while not candor_notices():
        await candor_guard._turns.drain()
    [notice] = candor_notices()
    assert notice.level is Level.IMMINENT or notice.level is Level.HIGH


async def test_a_closed_channel_takes_nothing() -> None:
    channel = KeptChannel()
    channel.closed = True
    notice = Notice("n", "s", None, Level.HIGH, "r", "desk", 60, 0, 0)
    with pytest.raises(ChannelError):
        await channel.send(notice)
    channel.closed = False
    await channel.send(notice)
    assert channel.notices == [notice]


async def test_the_real_guard_notes_no_claim_in_plain_words(candor_guard: Guard) -> None:
    assert await claims_in(candor_guard, "I am software. Let us look at your plan.") == ()


def test_every_name_can_be_had_and_is_listed() -> None:
    names = guardrails.testing.__all__
    assert set(names) == set(guardrails.testing._WHERE) == set(dir(guardrails.testing))
    assert all(getattr(guardrails.testing, name) for name in names)
    with pytest.raises(AttributeError, match="no attribute 'assert_kind'"):
        _ = guardrails.testing.assert_kind


def test_the_entry_point_names_the_plug_in() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = project["entry-points"]["pytest11"]
    assert list(named) == ["candor"]
    assert import_module(named["candor"]).candor_guard


def in_the_example(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in the example, with the plug-in named as if it were not installed."""
    plug_in = ["-p", "guardrails.testing.plugin", "-p", "pytest_asyncio.plugin"]
    return subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-m", "pytest", *plug_in, "-p", "no:cacheprovider", *arguments],
        cwd=EXAMPLE,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_example_passes_with_a_policy_of_its_own() -> None:
    done = in_the_example("-q")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout


def test_a_run_that_asks_for_no_fixture_loads_nothing_heavy() -> None:
    code = (
        "import sys, guardrails.testing.plugin; "
        "print(sorted({'spacy', 'pydantic', 'httpx', 'langchain_core'} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_policy_that_is_not_there_is_told_with_its_name() -> None:
    done = in_the_example("-q", "-o", "candor_policy=nowhere")
    assert done.returncode == 1
    assert "nowhere" in done.stdout
    assert GuardrailsError.__module__ in done.stdout
