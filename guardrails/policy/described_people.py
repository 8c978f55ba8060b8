"""The settings of what people are told, asked and handed over to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guardrails.policy import hours
from guardrails.policy.channels import KINDS
from guardrails.policy.described_takes import (
    DURATION,
    FLOOR,
    MESSAGE_ID,
    NAME,
    VARIABLE,
    Block,
    Flag,
    Many,
    Named,
    OneOf,
    Setting,
    Text,
    Whole,
    answered,
)
from guardrails.policy.vocabulary import CONSENTS

OF_PEOPLE: Final[Mapping[str, Mapping[str, Setting]]] = {
    "disclosure": {
        "at_start": answered("Shown before the first reply of a conversation"),
        "when_asked_if_human": answered("Shown when a person asks whether this is a human"),
        "repeat": Setting(Block("repeat"), "When it is said again."),
        "floor": FLOOR,
        "break": Setting(Block("break"), "When people are reminded to take a break."),
        "consent": Setting(Block("consent"), "What people are asked to agree to."),
        "rights": Setting(
            Block("rights"), "How people are answered who ask for what is their own right."
        ),
    },
    "break": {
        "say": Setting(NAME, f"What is said: {MESSAGE_ID}.", needed=True),
        "every": Setting(
            DURATION, "After so much talk with no pause of half an hour.", example="3h"
        ),
        "minors": Setting(
            DURATION, "The same for a person who is known to be a minor.", example="1h"
        ),
    },
    "consent": {
        "needed_for": Setting(
            Many(OneOf(CONSENTS)), "What is not done without it.", needed=True, example="[roleplay]"
        ),
        "ask": Setting(
            NAME, f"Asks, before the first reply, and says how to agree: {MESSAGE_ID}.", needed=True
        ),
        "given": Setting(NAME, f"Answers a person who agrees: {MESSAGE_ID}.", needed=True),
        "withdrawn": Setting(NAME, f"Answers one who takes it back: {MESSAGE_ID}.", needed=True),
        "withdraw": Setting(
            OneOf(("keep-session", "erase-session")),
            "Whether the conversation is forgotten when it is taken back.",
            default="keep-session",
        ),
        "holds_for": Setting(
            OneOf(("conversation", "person")),
            "Whether it holds in the conversation alone, or in all of a person whom the caller "
            "names by `subject_id`.",
            default="conversation",
        ),
    },
    "rights": {
        "kept": Setting(NAME, f"What is kept; `{{kept}}` is filled in: {MESSAGE_ID}.", needed=True),
        "forgotten": Setting(NAME, f"It is deleted: {MESSAGE_ID}.", needed=True),
        "watched": Setting(
            NAME, f"It is deleted, but for a note that a person clears: {MESSAGE_ID}.", needed=True
        ),
        "ask_alone": Setting(
            NAME, f"Nothing is deleted yet, and how to ask for it: {MESSAGE_ID}.", needed=True
        ),
        "failed": Setting(NAME, f"It cannot be done now: {MESSAGE_ID}.", needed=True),
    },
    "repeat": {
        "say": answered("What is said; the text of `at_start` if left out"),
        "every_turns": Setting(Whole(1, 10_000), "After so many messages.", example="40"),
        "every": Setting(DURATION, "After so much time.", example="3h"),
    },
    "escalation": {
        "channels": Setting(Named("a channel"), "Ways to reach a human, by name."),
        "repeat_after": Setting(
            DURATION,
            "The time before the same conversation raises the same alarm again.",
            default="15m",
        ),
        "on_request": Setting(Block("on_request"), "What happens when a person asks for a human."),
    },
    "on_request": {
        "say": Setting(NAME, f"What the person is told: {MESSAGE_ID}.", needed=True),
        "to": Setting(NAME, "The name of a channel.", needed=True),
        "within": Setting(
            DURATION, "The time in which somebody is to take it.", needed=True, example="1h"
        ),
    },
    "a channel": {
        "kind": Setting(
            OneOf(KINDS),
            "How humans are told: a signed `webhook`, a `slack` room, `pagerduty`, `email`, the "
            "`queue` of `candor desk`, or a `console`, for trying out.",
            needed=True,
        ),
        "url_env": Setting(
            VARIABLE,
            "The environment variable that holds the address: of a webhook, a room, or a mail "
            "server (`smtps://USER:PASSWORD@HOST`). Needed for those.",
            example="DESK_URL",
        ),
        "secret_env": Setting(
            VARIABLE,
            "The environment variable that holds the secret of a webhook, or the routing key of "
            "PagerDuty.",
            example="DESK_SECRET",
        ),
        "to_env": Setting(
            VARIABLE,
            "The environment variable that holds who gets an e-mail, parted by commas.",
            example="DESK_MAIL",
        ),
        "from_env": Setting(
            VARIABLE,
            "The environment variable that holds from whom an e-mail is.",
            example="DESK_FROM",
        ),
        "allow_private": Setting(
            Flag(),
            "Addresses inside your own network may be called, and over http too. Without it "
            "they are refused, so that nobody can have the service call what only it can reach.",
            default="false",
        ),
        "ack_within": Setting(
            DURATION,
            "The time after which the next channel is told, if nobody has taken the ticket; after "
            "the last one the first is told again.",
            example="60s",
        ),
        "then": Setting(NAME, "The name of the next channel."),
        "hours": Setting(
            Text(f"^{hours.PATTERN.pattern}$"),
            "When somebody is there: days, times and their zone. Outside of them the channel in "
            "`then`, which is needed, is told at once. A time to end that is not later than the "
            "one to begin is on the next day.",
            example="mon-fri 09:00-17:00 Europe/London",
        ),
    },
}
"""By the kind of block that they stand in."""
