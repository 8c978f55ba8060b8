"""
What every setting of a policy file takes and is for: the source of the schema and its pages.

The loader decides what is taken. This says the same in a form that editors and people read; a
test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guardrails.policy.described_care import OF_CARE
from guardrails.policy.described_cases import OF_CASES
from guardrails.policy.described_file import OF_THE_FILE
from guardrails.policy.described_people import OF_PEOPLE
from guardrails.policy.described_rules import OF_RULES
from guardrails.policy.described_running import OF_RUNNING
from guardrails.policy.described_takes import NAME, Blocks, Setting, Text

DESCRIBED: Final[Mapping[str, Mapping[str, Setting]]] = {
    **OF_THE_FILE,
    **OF_RULES,
    **OF_CARE,
    **OF_PEOPLE,
    **OF_RUNNING,
    **OF_CASES,
}
"""Every setting by the kind of block that it stands in; as `keys.KEYS`."""

MESSAGE: Final[Mapping[str, Setting]] = {
    "reviewed_by": Setting(
        Text(),
        "The clinician who has signed the text; `null` until one has. Texts for people in need "
        "without a name are told of by `candor policy lint`.",
        example="null",
    ),
    "to_minor": Setting(NAME, "The id of the message that a minor is shown instead."),
    "then": Setting(NAME, "The id of the message that goes on where the wordings of this one end."),
    "again": Setting(
        Blocks("a wording"), "Further wordings, for when the message was said before."
    ),
}
"""What a message may hold beside its text in each language."""
