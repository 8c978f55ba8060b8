"""English: all rules, by topic."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_en_abuse import abuse, control
from guardrails.detectors.crisis_rules_en_body import body
from guardrails.detectors.crisis_rules_en_goodbyes import cues, goodbyes
from guardrails.detectors.crisis_rules_en_harm import harm, questions
from guardrails.detectors.crisis_rules_en_hinted import (
    adrift,
    held,
    hinted,
    others_hinted,
)
from guardrails.detectors.crisis_rules_en_mind import mind
from guardrails.detectors.crisis_rules_en_near import near
from guardrails.detectors.crisis_rules_en_others import others, worries
from guardrails.detectors.crisis_rules_en_passing import elders, hurting, passing
from guardrails.detectors.crisis_rules_en_plain import plain, plain_asked
from guardrails.detectors.crisis_rules_en_plans import plans, readiness
from guardrails.detectors.crisis_rules_en_quiet import quiet
from guardrails.detectors.crisis_rules_en_suicide import thoughts
from guardrails.detectors.crisis_rules_en_told import bodies, told
from guardrails.detectors.crisis_rules_en_violence import violence
from guardrails.detectors.crisis_rules_en_wishes import silences, wishes
from guardrails.detectors.crisis_words_en import WORDS


def english() -> Book:
    """Return the English rules."""
    book = Book("en", WORDS)
    topics = (
        thoughts,
        plain,
        plain_asked,
        plans,
        readiness,
        wishes,
        silences,
        goodbyes,
        cues,
        harm,
        questions,
        others,
        worries,
        violence,
        abuse,
        control,
        mind,
        body,
        near,
        passing,
        elders,
        hurting,
        bodies,
        told,
        hinted,
        held,
        adrift,
        others_hinted,
        quiet,
    )
    for topic in topics:
        topic(book)
    return book
