"""The settings of rules for personal data and claims, and of exceptions from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from guardrails.decisions import MaskWith, Mode
from guardrails.messages import Surface
from guardrails.policy import rules
from guardrails.policy.described_takes import (
    DAY,
    MESSAGE_ID,
    NAME,
    PERCENT,
    Block,
    Blocks,
    Flag,
    Many,
    OneOf,
    Phrases,
    Setting,
    Text,
    words_of,
)
from guardrails.policy.exemptions import EXCUSES, LONGEST_PHRASE, NOTHING
from guardrails.policy.rule import MASK_AS, Checksum
from guardrails.policy.vocabulary import CLAIMS, CONSENTS, PII_TYPES


def rule(section: str, done: Sequence[str], threshold: int | None) -> dict[str, Setting]:
    """Return the settings that the rules of all sections share."""
    return {
        "id": Setting(
            Text(f"^{section}\\.[a-z0-9]+([._-][a-z0-9]+)*$"),
            f"The name of the rule, used once in the file. It begins with `{section}.`.",
            needed=True,
            example=f"{section}.my-rule",
        ),
        "threshold": Setting(
            PERCENT,
            "How sure a detector must be, in percent. Lower finds more, and errs more often.",
            needed=threshold is None,
            default=threshold,
            example="45",
        ),
        "do": Setting(
            OneOf(words_of(done)),
            "What is done when the rule fires.",
            needed=True,
            example=done[-1],
        ),
        "say": Setting(
            NAME,
            f"What people are shown: {MESSAGE_ID}. Goes with `add`, `replace` and `block`.",
        ),
        "mode": Setting(
            OneOf(words_of(tuple(Mode))),
            "`enforce` acts, `shadow` only writes down what it would have done, `disabled` is off. "
            "If left out, what `rollout.default` says.",
            example="shadow",
        ),
        "percent": Setting(
            PERCENT,
            "Share of conversations in which the rule acts; in the others it is only watched. "
            "Needs `rollout.salt`.",
            default=100,
            example="25",
        ),
        "until": Setting(
            DAY,
            "The day by which you decide on a rule that is only watched. Nothing changes by itself "
            "on that day, but after it `candor policy lint` fails. A later day is a new version, "
            "to be signed anew.",
            example='"2027-05-01"',
        ),
        "floor": Setting(
            Flag(),
            "`true`: nobody who builds on this policy may make the rule weaker.",
            default="false",
            example="true",
        ),
        "why": Setting(Text(), "The reason for the rule, for people.", example="Asked for by law."),
    }


MAY_EXCEPT: Final = Setting(
    Many(OneOf((*EXCUSES, NOTHING))),
    "Kinds of exceptions that the rule allows, also in policies that build on this one. All that "
    "its section knows if left out; `[none]` for none.",
    example="[quoted]",
)

OF_RULES: Final[Mapping[str, Mapping[str, Setting]]] = {
    "a type": {
        "name": Setting(
            Text("^[a-z]+(-[a-z]+)*$"),
            "As rules name it in `detect`.",
            needed=True,
            example="clinic-number",
        ),
        "phrases": Setting(
            Many(Text()), "Whole words or phrases, in any case.", example="[Oak Ward]"
        ),
        "patterns": Setting(
            Many(Text()),
            "Patterns in RE2's syntax, each for a whole value. In single quotes.",
            example=r"['CLN-\d{6}']",
        ),
        "checksum": Setting(
            OneOf(words_of(tuple(Checksum))), "How the digits of a match must prove each other."
        ),
        "near": Setting(
            Many(Text()),
            "Words of which one must stand within 60 characters of a match.",
            example="[visit, visit number]",
        ),
        "why": Setting(Text(), "The reason, for people."),
    },
    "a pii rule": {
        **rule("pii", rules.PII_DO, rules.PII_THRESHOLD // 100),
        "detect": Setting(
            Many(Text()),
            f"The types of personal data, of your own or out of: {', '.join(PII_TYPES)}.",
            needed=True,
            example="[email, phone]",
        ),
        "where": Setting(
            Many(OneOf(rules.WHERE)),
            "`input` on the way to the model, `output` on the way from it; `log`: in texts "
            "that are kept, see `logging`. `[input, output]` if left out.",
            example="[input, output]",
        ),
        "surfaces": Setting(
            Many(OneOf(words_of(tuple(Surface)))),
            "Only these parts of messages; all if left out.",
            example="[text]",
        ),
        "mask_as": Setting(
            Text(),
            "What a masked value looks like in a reply. `{type}` and `{n}` are filled in.",
            default=MASK_AS,
            example='"[{type} {n}]"',
        ),
        "mask_with": Setting(
            OneOf(words_of(tuple(MaskWith))),
            "What the model gets in the place of a masked value.",
            default="pseudonym",
        ),
    },
    "a claim rule": {
        **rule("claim", rules.CLAIM_DO, rules.CLAIM_THRESHOLD // 100),
        "claims": Setting(
            Many(OneOf(CLAIMS)),
            "What the model says of itself.",
            needed=True,
            example="[emotion, bond]",
        ),
        "at_goodbye": Setting(
            NAME,
            f"What a person who takes their leave is shown in the place of `say`: {MESSAGE_ID}. "
            "Goes with `claims: [retention]`.",
            example="goodbye",
        ),
        "except": Setting(Blocks("an exception"), "Where the rule does not fire."),
        "may_except": MAY_EXCEPT,
    },
    "an exception": {
        "name": Setting(
            NAME, "A name, for the log and for people.", needed=True, example="quotation"
        ),
        "when": Setting(
            Block("when"), "What excuses what was found. Needed where there are no `phrases`."
        ),
        "phrases": Setting(
            Phrases(LONGEST_PHRASE),
            "Words that excuse what would not be found without them, by language: whole words, in "
            "any case, of up to 80 characters each. They count in conversations of every language.",
            example="{en-GB: [\"I'm afraid I can't\", happy to help]}",
        ),
        "expires": Setting(
            DAY, "The last day on which the exception counts.", example='"2027-01-31"'
        ),
    },
    "when": {
        "quoted": Setting(
            Flag(), "`true`: the words are somebody else's, and quoted.", example="true"
        ),
        "mode": Setting(OneOf(("roleplay",)), "`roleplay`: fiction that the person asked for."),
        "consent": Setting(
            OneOf(CONSENTS),
            "Only where the person has agreed to this as well. Goes with one of the others, or "
            "with `phrases`.",
            example="roleplay",
        ),
    },
}
"""By the kind of block that they stand in."""
