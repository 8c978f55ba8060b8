"""What a policy does about what is a person's own: consent, what is kept, being forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from guardrails.decisions import Decision, Do
from guardrails.findings import Mark, Seen
from guardrails.policy.disclosure import Disclosure

GIVEN: Final = "consent.given"
"""Id of the rule that takes a person's consent."""
WITHDRAWN: Final = "consent.withdrawn"
"""Id of the rule that takes a person's consent back."""
KEPT: Final = "rights.kept"
"""Id of the rule that answers what is kept."""
FORGET: Final = "rights.forget"
"""Id of the rule that forgets a conversation."""

CONSENT: Final = (GIVEN, WITHDRAWN)
RIGHTS: Final = (KEPT, FORGET)
ALL: Final = frozenset({*CONSENT, *RIGHTS})

CONSENT_GIVEN: Final = "disclosure.consent_given"
CONSENT_WITHDRAWN: Final = "disclosure.consent_withdrawn"
RIGHTS_KEPT: Final = "disclosure.rights_kept"
RIGHTS_FORGET: Final = "disclosure.rights_forget"
CATEGORIES: Final = frozenset({CONSENT_GIVEN, CONSENT_WITHDRAWN, RIGHTS_KEPT, RIGHTS_FORGET})
"""Categories of the findings that this is decided on."""


def forgets(decision: Decision) -> bool:
    """Return whether *decision*, of all on a message the one that is acted upon, forgets it."""
    return decision.rule == FORGET and decision.do is Do.REPLACE


class Answer(NamedTuple):
    """What a finding is answered with."""

    rule: str
    at: int
    score: int
    do: Do
    say: str


def answers(
    plan: Disclosure, findings: Iterable[Seen], *, asked: bool, watched: bool
) -> Iterator[Answer]:
    """
    Yield an answer to each finding of a right; one that stands alone replaces the reply.

    Consent is taken only where it was asked for. Nothing is deleted for words that stand
    among others.

    Args:
        plan: The policy's.
        findings: Of the person's message.
        asked: The person was asked for consent and has not given it.
        watched: A crisis flag is up.
    """
    consent, rights = plan.consent, plan.rights
    for index, finding in enumerate(findings):
        if finding.category not in CATEGORIES or Mark.QUOTED in finding.marks:
            continue
        alone = Mark.ALONE in finding.marks
        do = Do.REPLACE if alone else Do.ADD
        match finding.category:
            case "disclosure.consent_given" if consent is not None and alone and asked:
                yield Answer(GIVEN, index, finding.score, do, consent.given)
            case "disclosure.consent_withdrawn" if consent is not None:
                yield Answer(WITHDRAWN, index, finding.score, do, consent.withdrawn)
            case "disclosure.rights_kept" if rights is not None:
                yield Answer(KEPT, index, finding.score, do, rights.kept)
            case "disclosure.rights_forget" if rights is not None:
                done = rights.watched if watched else rights.forgotten
                said = done if alone else rights.ask_alone
                yield Answer(FORGET, index, finding.score, do, said)
