"""
The plug-in for pytest: a guard, models and a channel for tests, as fixtures.

`pip install candor-guardrails` is enough for pytest to find it, under the name `candor`. It
imports nothing heavy until a fixture is asked for.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from guardrails.escalation.base import Notice
    from guardrails.guard import Guard
    from guardrails.models.base import ChatModel
    from guardrails.models.scripted import ScriptedModel
    from guardrails.testing.channels import KeptChannel


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pyproject.toml` say which policy the guard of the tests has."""
    parser.addini("candor_policy", "policy of candor_guard: a name or a file", default="companion")


@pytest.fixture(scope="session")
def candor_policy(pytestconfig: pytest.Config) -> object:
    """
    Return the policy of `candor_guard`; put your own fixture in its place for another.

    A relative path in `candor_policy` counts from the folder of pytest's settings.
    """
    from guardrails.policy.ready import load_policy

    named = str(pytestconfig.getini("candor_policy"))
    file = pytestconfig.rootpath / named
    return load_policy(file if file.is_file() else named)


@pytest.fixture(scope="session")
def candor_extra() -> Sequence[Any]:
    """Return detectors beside the ready ones: none, unless you say so."""
    return ()


@pytest.fixture(scope="session")
def candor_channels(candor_policy: Any) -> Mapping[str, KeptChannel]:  # noqa: ANN401 - a Policy
    """Return a channel that reaches nobody for each that the policy names."""
    from guardrails.testing.channels import KeptChannel

    return {name: KeptChannel() for name in candor_policy.channels}


@pytest.fixture(scope="session")
def candor_guard(
    candor_policy: Any,  # noqa: ANN401 - a Policy
    candor_extra: Sequence[Any],
    candor_channels: Mapping[str, KeptChannel],
) -> Iterator[Guard]:
    """Give one guard for all tests, with its log in memory; building one takes seconds."""
    from guardrails.guard import Guard
    from guardrails.ledger.memory import MemoryLog

    guard = Guard(candor_policy, MemoryLog(), channels=candor_channels, extra=candor_extra)
    yield guard
    guard.close()


@pytest.fixture
def candor_session() -> str:
    """Return the name of a conversation that no other test has."""
    return f"test-{secrets.token_hex(8)}"


@pytest.fixture
def candor_notices(
    candor_channels: Mapping[str, KeptChannel],
) -> Callable[[], tuple[Notice, ...]]:
    """Return what tells, when called, what humans were told since this test began."""
    before = {name: len(channel.notices) for name, channel in candor_channels.items()}

    def since() -> tuple[Notice, ...]:
        told = [
            notice
            for name, channel in candor_channels.items()
            for notice in channel.notices[before[name] :]
        ]
        return tuple(sorted(told, key=lambda notice: notice.at))

    return since


@pytest.fixture
def scripted_model() -> Callable[..., ScriptedModel]:
    """Return what makes a model of replies: `scripted_model("Hello.", "Bye.", cut=3)`."""
    from guardrails.models.scripted import ScriptedModel

    def made(*replies: str | Sequence[Any], **options: Any) -> ScriptedModel:  # noqa: ANN401
        return ScriptedModel(replies, **options)

    return made


@pytest.fixture
def claiming_model() -> ChatModel:
    """Return a model that claims to be a person, with feelings and a past."""
    from guardrails.testing import models

    return models.claiming_model()


@pytest.fixture
def repeating_model() -> ChatModel:
    """Return a model that repeats what it got, and so shows what reached it."""
    from guardrails.testing import models

    return models.repeating_model()


@pytest.fixture
def failing_model() -> ChatModel:
    """Return a model that fails in the middle of each reply."""
    from guardrails.testing import models

    return models.failing_model()
