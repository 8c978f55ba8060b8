"""The settings of the cases that a policy is tried with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guardrails.findings import Level
from guardrails.policy import parts
from guardrails.policy.cases import DONE
from guardrails.policy.described_takes import (
    COUNTRY,
    LOCALE,
    NAME,
    Block,
    OneOf,
    Setting,
    Text,
    words_of,
)

OF_CASES: Final[Mapping[str, Mapping[str, Setting]]] = {
    "a test": {
        "say": Setting(Text(), "The sentence.", needed=True, example="I baked bread today"),
        "from": Setting(OneOf(("user", "model")), "Who says it.", needed=True),
        "locale": Setting(LOCALE, "The language of the person; one of the policy's.", example="fr"),
        "country": Setting(COUNTRY, "The country of the person, for helplines.", example="GB"),
        "after": Setting(
            Text(),
            "What the person said just before, in the same conversation.",
            example="Good night!",
        ),
        "expect": Setting(Block("expect"), "What is to come of it.", needed=True),
        "why": Setting(Text(), "The reason, for people.", example="a figure of speech"),
        "todo": Setting(
            Text(),
            "This case fails, and you know it: a known gap, and why. It is counted, and told "
            "of when it passes.",
            example="slang is not covered yet",
        ),
        "file": Setting(
            Text(f"^{parts.PATH.pattern}$"),
            "A file with further cases, beside the policy or in a folder below it: `schema: 1` "
            "and `tests`. It stands alone, in the place of a case.",
            example="cases/grief.yaml",
        ),
    },
    "expect": {
        "do": Setting(OneOf(words_of(DONE)), "The strongest action.", example="replace"),
        "rule": Setting(Text(), "A rule that fires: its id, or a pattern.", example='"crisis.*"'),
        "not_rule": Setting(
            Text(), "A rule that stays silent: its id, or a pattern.", example='"claim.*"'
        ),
        "level": Setting(OneOf(words_of(tuple(Level))), "The level of need.", example="high"),
        "escalated_to": Setting(
            NAME,
            "The channel that the notice goes to, whatever its hours; `none` for nobody.",
            example="on-call",
        ),
        "in_reply": Setting(
            Text(), "Words that the person sees (or the model, if the message goes on to it)."
        ),
        "not_in_reply": Setting(Text(), "Words that they do not see."),
    },
}
"""By the kind of block that they stand in."""
