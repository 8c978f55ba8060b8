"""Puts a guard together for a command: policy, log, and who is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from guardrails.escalation.base import Channel, Notice
from guardrails.escalation.console import ConsoleChannel
from guardrails.ledger.base import DecisionLog, Receipt
from guardrails.ledger.chain import content_hash, leaf

if TYPE_CHECKING:
    from guardrails.guard import Guard
    from guardrails.policy.model import ChannelSpec, Policy


class NobodyChannel:
    """A `Channel` that takes every notice and tells nobody: inspecting is not an emergency."""

    async def send(self, notice: Notice) -> None:
        """Do nothing."""


class ForgottenLog:
    """A `DecisionLog` that keeps nothing, so that a million texts need no memory."""

    origin = "none"

    def __init__(self) -> None:
        self._next = 0

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """Return a receipt for a record that nobody keeps."""
        del kind, body
        number, self._next = self._next, self._next + 1
        return Receipt(f"none-{number}", number, leaf(b""), self.origin)

    async def attach(self, data: bytes) -> str:
        """Return the name that *data* would have."""
        return content_hash(data)

    def close(self) -> None:
        """Do nothing."""


def inspecting_guard(
    policy: str,
    log: Path | DecisionLog | None,
    adapt: Callable[[Policy], Policy] = lambda loaded: loaded,
) -> Guard:
    """
    Return a guard that tells nobody.

    Args:
        policy: Name or path.
        log: Directory of its decision log, a log, or None to keep none.
        adapt: Returns the policy that it is to have, given the one that was loaded.

    Raises:
        PolicyError: The policy is wrong.
        PolicyNotFoundError: There is none of that name.
        LogLockedError: Another process writes the log.
    """
    from guardrails.guard import Guard
    from guardrails.policy.ready import load_policy

    loaded = adapt(load_policy(policy))
    channels = dict.fromkeys(loaded.channels, NobodyChannel())
    return Guard(loaded, ForgottenLog() if log is None else log, channels=channels)


def chatting_guard(policy: str, log: Path, console: TextIO) -> tuple[Guard, list[str]]:
    """
    Return a guard for talking at a terminal, and what its user should know of it.

    A webhook whose address or secret is not in the environment is shown on
    *console* instead, and said so.

    Raises:
        PolicyError: The policy is wrong.
        PolicyNotFoundError: There is none of that name.
        ConfigurationError: A webhook's address or secret is of the wrong kind.
        LogLockedError: Another process writes the log.
    """
    from guardrails.guard import Guard
    from guardrails.policy.ready import load_policy

    loaded = load_policy(policy)
    channels: dict[str, Channel] = {}
    notes = []
    for name, spec in loaded.channels.items():
        missing = _missing(spec, os.environ)
        if spec.kind == "console" or missing:
            channels[name] = ConsoleChannel(console)
        if missing:
            notes.append(
                f"channel {name}: {', '.join(missing)} not set; its notices are shown here"
            )
    return Guard(loaded, log, channels=channels, environ=os.environ), notes


def _missing(spec: ChannelSpec, environ: Mapping[str, str]) -> list[str]:
    """Return the variables that *spec* needs and *environ* lacks."""
    wanted = (spec.url_env, spec.secret_env)
    return [name for name in wanted if name is not None and not environ.get(name)]
