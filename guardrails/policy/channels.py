"""Reads the block `escalation`: the ways to reach a human."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.model import ChannelSpec
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Broken, Node

KINDS: Final = ("console", "webhook")
_KINDS_LATER: Final = ("queue", "email")
_WEBHOOK_ONLY: Final = ("url_env", "secret_env")
REPEAT_AFTER: Final = 900


def read_channels(escalation: Fields, problems: Problems) -> dict[str, ChannelSpec]:
    """Return every channel by its name; `then` leads to a known one and never in a circle."""
    table = escalation.read("channels", values.table)
    channels: dict[str, ChannelSpec] = {}
    thens: dict[str, Node] = {}
    for entry in table.entries if table is not None else ():
        name = values.identifier(entry.key, "a channel's name", problems)
        if name is None or isinstance(entry.value, Broken):
            continue
        fields = Fields(values.table(entry.value, name, problems), "a channel", problems)
        channels[name] = _channel(name, fields)
        then = fields.node("then")
        if then is not None:
            thens[name] = then
    _check_chains(channels, thens, problems)
    return channels


def _channel(name: str, fields: Fields) -> ChannelSpec:
    kind = fields.need("kind", values.choice(KINDS, _KINDS_LATER), "")
    if kind == "webhook" and "url_env" not in fields:
        fields.tell("a webhook needs 'url_env', the variable that holds its address")
    for only in _WEBHOOK_ONLY:
        if kind == "console" and only in fields:
            fields.tell_of(only, f"'{only}' goes with kind: webhook")
    return ChannelSpec(
        name=name,
        kind="webhook" if kind == "webhook" else "console",
        url_env=fields.read("url_env", values.variable),
        secret_env=fields.read("secret_env", values.variable),
        ack_within=fields.read("ack_within", values.seconds),
        then=fields.read("then", values.text),
    )


def _check_chains(
    channels: Mapping[str, ChannelSpec], thens: Mapping[str, Node], problems: Problems
) -> None:
    ended: set[str] = set()
    for start in channels:
        walked: set[str] = set()
        name = start
        while name not in ended:
            walked.add(name)
            then = channels[name].then
            if then is None:
                break
            if then in walked:
                problems.add(thens[name], f"'then: {then}' leads in a circle: a chain has an end")
                break
            if then not in channels:
                problems.unknown(thens[name], f"no channel {quoted(then)}", then, channels)
                break
            name = then
        ended |= walked
