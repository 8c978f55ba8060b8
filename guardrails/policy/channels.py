"""Reads the block `escalation`: the ways to reach a human."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from guardrails.policy import values
from guardrails.policy.channel_spec import ChannelKind, ChannelSpec
from guardrails.policy.fields import Fields
from guardrails.policy.hours import PATTERN, hours_of
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Broken, Node

KINDS: Final[tuple[ChannelKind, ...]] = get_args(ChannelKind)
NEEDED: Final[Mapping[str, Mapping[str, str]]] = {
    "webhook": {"url_env": "address"},
    "slack": {"url_env": "address"},
    "pagerduty": {"secret_env": "routing key"},
    "email": {"url_env": "server", "to_env": "receivers", "from_env": "sender"},
}
"""Kind → what it needs, and what the variable of that name holds."""
_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "webhook": ("secret_env", "allow_private"),
    "slack": ("allow_private",),
    "pagerduty": ("url_env", "allow_private"),
    "email": ("allow_private",),
}
_ONLY: Final = ("url_env", "secret_env", "to_env", "from_env", "allow_private")
_ARTICLES: Final = {"email": "an e-mail channel", "pagerduty": "a channel to PagerDuty"}
REPEAT_AFTER: Final = 900
_hours: Final = values.shaped(
    PATTERN, "days, times and a zone, such as mon-fri 09:00-17:00 Europe/London", 120
)


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
    kind = fields.need("kind", values.choice(KINDS), "")
    needed = NEEDED.get(kind, {})
    for wanted, holds in needed.items():
        if wanted not in fields:
            what = _ARTICLES.get(kind, f"a {kind}")
            fields.tell(f"{what} needs '{wanted}', the variable that holds its {holds}")
    for only in _ONLY if kind else ():
        if only in fields and only not in {*needed, *_ALSO.get(kind, ())}:
            kinds = [one for one in KINDS if only in {*NEEDED.get(one, {}), *_ALSO.get(one, ())}]
            fields.tell_of(only, f"'{only}' goes with kind: {' or '.join(kinds)}")
    hours = fields.read("hours", _hours)
    if hours is not None and hours_of(hours) is None:
        fields.tell_of(
            "hours", f"'hours': no time zone {quoted(hours.split(' ')[-1])} is known here"
        )
    if hours is not None and "then" not in fields:
        fields.tell_of("hours", "'hours' needs 'then': the channel that is told outside of them")
    return ChannelSpec(
        name=name,
        kind=next((one for one in KINDS if one == kind), "console"),
        url_env=fields.read("url_env", values.variable),
        secret_env=fields.read("secret_env", values.variable),
        ack_within=fields.read("ack_within", values.seconds),
        then=fields.read("then", values.text),
        to_env=fields.read("to_env", values.variable),
        from_env=fields.read("from_env", values.variable),
        allow_private=fields.read_or("allow_private", values.flag, False),
        hours=hours,
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
