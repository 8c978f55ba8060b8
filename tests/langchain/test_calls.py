from typing import Any
from uuid import UUID

import pytest
from langchain_core.runnables import RunnableConfig
from langchain_core.runnables.config import var_child_runnable_config

from guardrails.context import TurnContext
from guardrails.errors import SessionMissingError, UnsupportedError
from guardrails.langchain.calls import call_of


def config(**configurable: Any) -> RunnableConfig:
    return {"configurable": configurable}


def test_everything_that_the_caller_says_of_a_turn_is_read() -> None:
    call = call_of(
        config(
            session_id="s1",
            subject_id="u1",
            locale="en-GB",
            country="GB",
            minor=True,
            roleplay=True,
            has_memory=True,
            sends_reminders=True,
            consent=["log-text"],
        ),
        None,
    )

    assert call.context == TurnContext(
        "s1", "u1", "en-GB", "GB", True, True, True, True, ("log-text",)
    )
    assert call.configurable == {}


@pytest.mark.parametrize(
    ("configurable", "session", "expected"),
    [
        ({"session_id": "s"}, None, "s"),
        ({"thread_id": "t"}, None, "t"),
        ({"session_id": "s", "thread_id": "t"}, None, "s"),
        ({"session_id": "", "thread_id": "t"}, None, "t"),
        ({"thread_id": 7}, None, "7"),
        ({"thread_id": UUID(int=1)}, None, "00000000-0000-0000-0000-000000000001"),
        ({}, "fixed", "fixed"),
        ({"thread_id": "t"}, "fixed", "t"),
    ],
)
def test_the_conversation_is_named_by_the_config_first(
    configurable: dict[str, Any], session: str | None, expected: str
) -> None:
    assert call_of(config(**configurable), session).context.session_id == expected


def test_the_config_of_whatever_runs_around_the_call_counts() -> None:
    token = var_child_runnable_config.set(config(thread_id="t"))
    try:
        assert call_of(None, None).context.session_id == "t"
        assert call_of({"tags": ["x"]}, None).context.session_id == "t"
        assert call_of(config(session_id="s"), None).context.session_id == "s"
    finally:
        var_child_runnable_config.reset(token)


@pytest.mark.parametrize("given", [None, {}, config(), config(session_id="")])
def test_no_conversation_is_an_error_that_says_how_to_name_one(given: Any) -> None:
    with pytest.raises(SessionMissingError, match="configurable"):
        call_of(given, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"session_id": ["s"]},
        {"session_id": True},
        {"session_id": "s", "locale": {"x": 1}},
        {"session_id": "s", "minor": "false"},
        {"session_id": "s", "roleplay": 1},
        {"session_id": "s", "consent": "log-text"},
        {"session_id": "s", "consent": True},
    ],
)
def test_a_value_of_the_wrong_type_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(UnsupportedError, match="configurable"):
        call_of(config(**wrong), None)


def test_only_plain_settings_of_the_model_go_down() -> None:
    call = call_of(
        config(
            thread_id="t",
            model="small",
            temperature=0.5,
            __pregel_send=print,
            __pregel_task_id="x",
            checkpoint_ns="y",
            store=object(),
        ),
        None,
    )

    assert call.configurable == {"model": "small", "temperature": 0.5}
