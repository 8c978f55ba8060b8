"""Puts a guard together for a command: policy, log, and who is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from guardrails.escalation.base import Channel, Notice
from guardrails.escalation.console import ConsoleChannel
from guardrails.escalation.made import variables_of
from guardrails.escalation.memory import MemoryTickets
from guardrails.evidence.forgotten import ForgottenEvidence
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.forgotten import ForgottenLog
from guardrails.workers import Deadline

if TYPE_CHECKING:
    from guardrails.guard import Guard
    from guardrails.inspection import Reader
    from guardrails.policy.channel_spec import ChannelSpec
    from guardrails.policy.model import Policy


class NobodyChannel:
    """A `Channel` that takes every notice and tells nobody: inspecting is not an emergency."""

    async def send(self, notice: Notice) -> None:
        """Do nothing."""


def inspecting_guard(
    policy: str | Policy,
    log: Path | DecisionLog | None,
    adapt: Callable[[Policy], Policy] = lambda loaded: loaded,
    deadline: Deadline | None = None,
    reader: Reader | None = None,
) -> Guard:
    """
    Return a guard that tells nobody and keeps no text.

    Args:
        policy: Name or path, or a loaded policy.
        log: Directory of its decision log, a log, or None to keep none.
        adapt: Returns the policy that it is to have, given the one that was loaded.
        deadline: For each detector; that of a guard if None.
        reader: Reads texts; a new one if None.

    Raises:
        PolicyError: The policy is wrong.
        PolicyNotFoundError: There is none of that name.
        LogLockedError: Another process writes the log.
    """
    from guardrails.guard import Guard
    from guardrails.opened import opened_log
    from guardrails.policy.ready import load_policy

    loaded = adapt(load_policy(policy) if isinstance(policy, str) else policy)
    channels = dict.fromkeys(loaded.channels, NobodyChannel())
    kept = opened_log(ForgottenLog() if log is None else log)
    return Guard(
        loaded,
        kept,
        channels=channels,
        tickets=MemoryTickets(),
        evidence=ForgottenEvidence(kept.origin),
        anchors=(),
        deadline=deadline or Deadline(),
        reader=reader,
    )


def chatting_guard(policy: str, log: Path, console: TextIO) -> tuple[Guard, list[str]]:
    """
    Return a guard for talking at a terminal, which keeps no text, and notes for its user.

    A webhook whose address or secret is not in the environment is shown on
    *console* instead, and said so.

    Raises:
        PolicyError: The policy is wrong.
        PolicyNotFoundError: There is none of that name.
        ConfigurationError: A webhook's address or secret is of the wrong kind.
        LogLockedError: Another process writes the log.
    """
    from guardrails.guard import Guard
    from guardrails.opened import opened_log, tickets_of
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
    kept = opened_log(log)
    evidence = ForgottenEvidence(kept.origin)
    return Guard(
        loaded,
        kept,
        channels=channels,
        environ=os.environ,
        evidence=evidence,
        anchors=(),
        tickets=tickets_of(log),
    ), notes


def _missing(spec: ChannelSpec, environ: Mapping[str, str]) -> list[str]:
    """Return the variables that *spec* needs and *environ* lacks."""
    return [name for name in variables_of(spec) if not environ.get(name)]
