"""The settings of a policy file that say which policy it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guardrails.decisions import Mode
from guardrails.policy import settings
from guardrails.policy.described_takes import (
    COUNTRY,
    DAY,
    FILE,
    LOCALE,
    NAME,
    Block,
    Blocks,
    Flag,
    Many,
    Named,
    OneOf,
    Setting,
    Text,
    Whole,
    words_of,
)

OF_THE_FILE: Final[Mapping[str, Mapping[str, Setting]]] = {
    "the policy file": {
        "schema": Setting(Whole(1, 1), "The number of the format.", needed=True, example="1"),
        "policy": Setting(Block("policy"), "Which policy this is.", needed=True),
        "extends": Setting(
            Blocks("a parent"),
            "The policies that this one builds on: what is left out here counts as it stands "
            "there. Their lists are changed by `add`, `remove`, `change` and `replace`.",
        ),
        "locales": Setting(
            Many(LOCALE),
            "The languages in which every text is written; the first is the default.",
            needed=True,
            example="[en-GB, fr]",
        ),
        "crisis_locales": Setting(
            Many(LOCALE),
            "Further languages, in which only what crisis rules say is written.",
            example="[it, nl]",
        ),
        "rollout": Setting(Block("rollout"), "Whether rules act or are only watched."),
        "countries": Setting(
            Many(COUNTRY),
            "The countries whose identity numbers and telephone formats are looked for. United "
            "States and United Kingdom if left out.",
            example="[GB, DE]",
        ),
        "types": Setting(Blocks("a type"), "Types of personal data of your own."),
        "allow": Setting(
            Many(Text()),
            "Values that are never personal data: your own addresses and numbers, however written. "
            "`@` and a domain stand for every address of that domain.",
            example='[support@example.org, "0161 496 0001", "@clinic.example"]',
        ),
        "pii": Setting(Blocks("a pii rule"), "Rules about personal data, in both directions."),
        "claim": Setting(
            Blocks("a claim rule"), "Rules about what the model may not say of itself."
        ),
        "crisis": Setting(
            Blocks("a crisis rule"),
            "Rules about people in need. Without one that acts for everybody a policy is refused.",
            needed=True,
        ),
        "crisis-reply": Setting(
            Blocks("a crisis-reply rule"),
            "Rules about what the model may not say to people in need.",
        ),
        "dependence": Setting(
            Blocks("a dependence rule"),
            "Rules about people who lean on the program more than on people.",
        ),
        "scope": Setting(
            Block("scope"),
            "What the model may do for a person's mind, by the kind of help that the service "
            "gives. Structured help is allowed, relational and depth work is refused.",
        ),
        "disclosure": Setting(
            Block("disclosure"), "When people are told that they talk to software."
        ),
        "escalation": Setting(Block("escalation"), "The ways to reach a human."),
        "logging": Setting(Block("logging"), "What the decision log keeps."),
        "streaming": Setting(Block("streaming"), "How replies are released."),
        "failure": Setting(Block("failure"), "What happens when something breaks."),
        "limits": Setting(Block("limits"), "How much text is taken."),
        "texts": Setting(
            Many(FILE),
            "Files beside this one that hold further messages. Their texts count as if they stood "
            "here.",
            example="[texts/companion.yaml]",
        ),
        "messages": Setting(
            Named("a message"),
            "Every text that people see, by its id. `safe-reply` and `too-long` are needed, here "
            "or in a file of `texts`.",
        ),
        "tests": Setting(
            Blocks("a test"),
            "What you expect of the policy, sentence by sentence. `candor policy test` runs them.",
        ),
    },
    "policy": {
        "id": Setting(NAME, "The name of the policy, as it stands in the log.", needed=True),
        "title": Setting(Text(), "What the policy is for, for people.", example="A companion app"),
        "version": Setting(
            Text("^[A-Za-z0-9][A-Za-z0-9._-]*$"),
            "As you count. Policies that build on this one name it.",
            example='"2026.11"',
        ),
        "owner": Setting(Text(), "Whom to ask about it.", example="safety@example.org"),
        "review_by": Setting(
            DAY,
            "The day by which somebody looks at it again; `candor policy lint` reminds you. A "
            "later day is a new version, to be signed anew.",
            example='"2027-05-01"',
        ),
        "sign_off": Setting(
            Block("sign_off"),
            "Who has to agree to the policy before a service takes it, on top of what the service "
            "asks itself.",
        ),
    },
    "sign_off": {
        "needed": Setting(
            Whole(1, 20), "How many people have to sign the policy.", default=1, example="2"
        ),
        "roles": Setting(
            Many(NAME),
            "Roles of which each has to be among them. Who has which role says the trust file of "
            "the service.",
            example="[safety-lead, clinical-lead]",
        ),
    },
    "a parent": {
        "policy": Setting(
            Text(),
            "The name of a ready policy, or a file below the folder of this one.",
            needed=True,
            example="companion",
        ),
        "version": Setting(
            Text("^[A-Za-z0-9][A-Za-z0-9._-]*$"),
            "Its version, as it stands there.",
            needed=True,
            example='"2026.11"',
        ),
        "hash": Setting(
            Text("^sha256:[0-9a-f]{64}$"),
            "What it resolves to: `candor policy pin` prints it. If the policy changes, this one "
            "is refused until somebody has read the change and pinned it anew.",
            needed=True,
        ),
        "wording": Setting(
            Flag(),
            "Where several policies under `extends` write the same message, that of this one "
            "counts.",
            default="false",
        ),
    },
    "rollout": {
        "default": Setting(
            OneOf(words_of(tuple(Mode))), "The mode of a rule that names none.", default="enforce"
        ),
        "bucket_by": Setting(
            OneOf(settings.BUCKETS),
            "Who always gets the same side of a `percent`: a conversation (`session`), or a person "
            "over all conversations (`subject`), if the program names them; conversations without "
            "a name are dealt out each by itself.",
            default="session",
            example="subject",
        ),
        "salt": Setting(
            Text(),
            "Any text. Needed where a rule has `percent`; another one deals the conversations out "
            "anew.",
            example="spring-2027",
        ),
    },
}
"""By the kind of block that they stand in."""
