"""English: what a reply must not say to a person in need, by topic."""

from __future__ import annotations

from guardrails.detectors.replies_rules import Harms
from guardrails.detectors.replies_rules_en_death import encouragement, romanticising
from guardrails.detectors.replies_rules_en_food import food
from guardrails.detectors.replies_rules_en_leaving import abandoning, leading, monitoring
from guardrails.detectors.replies_rules_en_methods import methods
from guardrails.detectors.replies_rules_en_people import isolation, secrecy
from guardrails.detectors.replies_rules_en_shame import minimising
from guardrails.detectors.replies_words_en import WORDS


def english() -> Harms:
    """Return the English rules."""
    book = Harms("en", WORDS)
    topics = (
        methods,
        encouragement,
        food,
        romanticising,
        secrecy,
        isolation,
        minimising,
        abandoning,
        monitoring,
        leading,
    )
    for topic in topics:
        topic(book)
    return book
