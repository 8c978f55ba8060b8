"""Channels made from a policy's settings."""

import pytest

from guardrails.errors import ConfigurationError
from guardrails.escalation.base import Channel
from guardrails.escalation.console import ConsoleChannel
from guardrails.escalation.made import channel_of
from guardrails.escalation.mail import MailChannel
from guardrails.escalation.pagerduty import PagerDutyChannel
from guardrails.escalation.queue import QueueChannel
from guardrails.escalation.slack import SlackChannel
from guardrails.escalation.webhook import WebhookChannel
from guardrails.policy.channel_spec import ChannelSpec

ENVIRON = {
    "URL": "https://desk.example.org/",
    "SECRET": "a secret of thirty-two characters",
    "KEY": "k" * 32,
    "SMTP": "smtps://mail.example.org",
    "TO": "a@example.org, b@example.org",
    "FROM": "candor@example.org",
}


@pytest.mark.parametrize(
    ("spec", "kind"),
    [
        (ChannelSpec("a", "console"), ConsoleChannel),
        (ChannelSpec("a", "queue"), QueueChannel),
        (ChannelSpec("a", "webhook", "URL", "SECRET"), WebhookChannel),
        (ChannelSpec("a", "slack", "URL"), SlackChannel),
        (ChannelSpec("a", "pagerduty", secret_env="KEY"), PagerDutyChannel),
        (ChannelSpec("a", "pagerduty", "URL", "KEY"), PagerDutyChannel),
        (ChannelSpec("a", "email", "SMTP", to_env="TO", from_env="FROM"), MailChannel),
    ],
)
def test_each_kind_is_made_from_the_variables_that_it_names(
    spec: ChannelSpec, kind: type[Channel]
) -> None:
    assert type(channel_of(spec, ENVIRON)) is kind


def test_a_variable_that_is_not_set_is_named() -> None:
    spec = ChannelSpec("night", "email", "SMTP", to_env="TO", from_env="FROM")
    with pytest.raises(ConfigurationError, match="channel 'night': TO, FROM not set; pass environ"):
        channel_of(spec, {"SMTP": "smtps://mail.example.org", "TO": ""})


def test_a_wrong_value_is_told_of_with_its_channel_and_not_quoted() -> None:
    with pytest.raises(
        ConfigurationError, match=r"channel 'night' \(KEY\): a routing key"
    ) as caught:
        channel_of(ChannelSpec("night", "pagerduty", secret_env="KEY"), {"KEY": "hush"})
    assert "hush" not in str(caught.value)
