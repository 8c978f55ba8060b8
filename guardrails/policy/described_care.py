"""The settings of rules for crisis language, dependence and what a bot is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guardrails.findings import Level
from guardrails.policy import rules
from guardrails.policy.described_rules import MAY_EXCEPT, rule
from guardrails.policy.described_takes import (
    DURATION,
    NAME,
    Block,
    Blocks,
    Many,
    OneOf,
    Setting,
    answered,
    words_of,
)
from guardrails.policy.scope import ACTS, MODALITIES, SCOPE_DO
from guardrails.policy.vocabulary import CRISIS_CATEGORIES, CRISIS_REPLIES, DEPENDENCE
from guardrails.taxonomy import Subject

OF_CARE: Final[Mapping[str, Mapping[str, Setting]]] = {
    "a crisis rule": {
        **rule("crisis", rules.CRISIS_DO, None),
        "level": Setting(
            OneOf(words_of([one for one in Level if one is not Level.NONE])),
            "How much the person needs. `care` and `concern` add to the reply; `high` and "
            "`imminent` replace it. From `concern` up a human is told.",
            needed=True,
        ),
        "subject": Setting(
            OneOf(words_of((Subject.SELF, Subject.OTHER))),
            "`self`: the person who writes; `other`: somebody they tell of. Both if left out.",
        ),
        "say_for": Setting(Block("say_for"), "Other messages, by what the need is about."),
        "escalate": Setting(
            Block("escalate"), "Which human is told, and by when. Needed from `concern` up."
        ),
    },
    "say_for": {
        name: answered(f"What a person is shown whose need is about {name.replace('_', ' ')}")
        for name in CRISIS_CATEGORIES
    },
    "a crisis-reply rule": {
        **{
            name: setting
            for name, setting in rule(
                "crisis-reply", rules.CRISIS_REPLY_DO, rules.CRISIS_REPLY_THRESHOLD // 100
            ).items()
            if name != "say"
        },
        "say": Setting(
            NAME, "Not taken here: the person is shown the text of their level. Leave it out."
        ),
        "harms": Setting(
            Many(OneOf(CRISIS_REPLIES)),
            "What may not be said to a person in need.",
            needed=True,
            example="[method, encouragement]",
        ),
        "except": Setting(Blocks("an exception"), "Where the rule does not fire."),
        "may_except": MAY_EXCEPT,
    },
    "a dependence rule": {
        **rule("dependence", rules.DEPENDENCE_DO, rules.DEPENDENCE_THRESHOLD // 100),
        "signs": Setting(
            Many(OneOf(DEPENDENCE)),
            "What the person shows.",
            needed=True,
            example="[romance, overuse]",
        ),
        "escalate": Setting(
            Block("escalate"),
            "Which human is told, and by when, at level `care`; nobody if left out.",
        ),
        "except": Setting(Blocks("an exception"), "Where the rule does not fire."),
        "may_except": MAY_EXCEPT,
    },
    "scope": {
        "modality": Setting(
            OneOf(words_of(tuple(MODALITIES))),
            "Which kind of help the service gives; each refuses some acts besides.",
            default="general",
        ),
        "may": Setting(
            Many(OneOf(ACTS)), "Acts that are refused by default and that this service may do."
        ),
        "may_not": Setting(Many(OneOf(ACTS)), "Acts that are refused besides."),
        **{name: one for name, one in rule("scope", SCOPE_DO, 50).items() if name != "id"},
    },
    "escalate": {
        "to": Setting(
            NAME, "The name of a channel under `escalation`.", needed=True, example="desk"
        ),
        "within": Setting(
            DURATION, "The time in which somebody is to take it.", needed=True, example="10m"
        ),
    },
}
"""By the kind of block that they stand in."""
