"""Channels made from a policy's settings; secrets and addresses come by name of a variable."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from guardrails.errors import ConfigurationError
from guardrails.escalation.base import Channel
from guardrails.policy.channel_spec import ChannelSpec


def variables_of(spec: ChannelSpec) -> list[str]:
    """Return the names of the variables that the channel *spec* reads."""
    names = (spec.url_env, spec.secret_env, spec.to_env, spec.from_env)
    return [name for name in names if name is not None]


def channel_of(spec: ChannelSpec, environ: Mapping[str, str]) -> Channel:
    """
    Return the channel that *spec* describes.

    Args:
        spec: A policy's settings of it.
        environ: Where its address and its secret are read from.

    Raises:
        ConfigurationError: A variable is not set, or holds what it should not; what it holds
            is not quoted.
    """
    missing = [name for name in variables_of(spec) if not environ.get(name)]
    if missing:
        msg = (
            f"channel {spec.name!r}: {', '.join(missing)} not set; pass "
            f"environ={{{missing[0]!r}: ...}} or channels={{{spec.name!r}: ...}} to Guard"
        )
        raise ConfigurationError(msg)
    try:
        return _made(spec, lambda name: environ.get(name or "", ""))
    except ConfigurationError as error:
        msg = f"channel {spec.name!r} ({', '.join(variables_of(spec))}): {error}"
        raise ConfigurationError(msg) from None


def _made(spec: ChannelSpec, read: Callable[[str | None], str]) -> Channel:
    url, secret, private = read(spec.url_env), read(spec.secret_env), spec.allow_private
    match spec.kind:
        case "console":
            from guardrails.escalation.console import ConsoleChannel

            return ConsoleChannel(sys.stderr)
        case "queue":
            from guardrails.escalation.queue import QueueChannel

            return QueueChannel()
        case "webhook":
            from guardrails.escalation.webhook import WebhookChannel

            return WebhookChannel(url, secret, private=private)
        case "slack":
            from guardrails.escalation.slack import SlackChannel

            return SlackChannel(url, private=private)
        case "pagerduty":
            from guardrails.escalation.pagerduty import URL, PagerDutyChannel

            return PagerDutyChannel(secret, url or URL, private=private)
        case "email":
            from guardrails.escalation.mail import MailChannel

            to = [one.strip() for one in read(spec.to_env).split(",")]
            return MailChannel(url, to, read(spec.from_env), private=private)
