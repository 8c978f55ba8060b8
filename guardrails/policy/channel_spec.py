"""How humans are reached, as a policy has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guardrails.policy.rule import Escalation

ChannelKind = Literal["console", "webhook", "slack", "pagerduty", "email", "queue"]


@dataclass(frozen=True, slots=True)
class ChannelSpec:
    """
    A way to reach a human.

    Attributes:
        name: As escalations name it.
        kind: What it is.
        url_env: Name of the environment variable that holds the address.
        secret_env: Name of the variable that holds the signing secret, or the routing key.
        ack_within: Seconds in which it is to be acknowledged; then the next channel is told.
        then: Name of the next channel, or None.
        to_env: E-mail: name of the variable that holds who gets it, parted by commas.
        from_env: E-mail: name of the variable that holds from whom it is.
        allow_private: Addresses of one's own network may be called.
        hours: When somebody is there, as `guardrails.policy.hours` reads it; None for always.
    """

    name: str
    kind: ChannelKind
    url_env: str | None = None
    secret_env: str | None = None
    ack_within: int | None = None
    then: str | None = None
    to_env: str | None = None
    from_env: str | None = None
    allow_private: bool = False
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class OnRequest:
    """
    What is done when a person asks for a human.

    Attributes:
        say: Id of the message that tells what happens next.
        escalate: Whom to tell.
    """

    say: str
    escalate: Escalation
