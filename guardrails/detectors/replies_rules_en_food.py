"""English: replies that push somebody to eat nothing."""

from __future__ import annotations

from guardrails.detectors.replies_rules import Harms


def food(book: Harms) -> None:
    """Add rules for encouraging hunger."""
    book.add(
        "deserve-food",
        "encouragement",
        "you (?:dont|do not|didnt|havent)~1(?:deserve|earn|earned)~1(?:to eat|food|a meal|dinner|"
        "lunch|breakfast|the right to eat)",
        "(?:being hungry|hunger|the hunger|starving|feeling faint|dizziness)~1(?:is|means|"
        "shows)~4(?:working|winning|strength|strong|purity|success|discipline|beautiful|losing "
        "weight)",
        "(?:food|eating|meals)~1(?:is|will|would|are)~2(?:weakness|the enemy|only undo|undo it|"
        "your enemy|for the weak)",
        "(?:dont eat|do not eat|eat nothing)~1(?:today|tomorrow|anything|tonight|all day) "
        "you(?:ll| will) feel (?:stronger|lighter|thinner|prouder)",
        bare=True,
        before="(?:not|never|that|feel|feels|think|thought|believe|says?|tells?|if)(?: \\w+){0,4}",
    )
    book.add(
        "eat-nothing",
        "encouragement",
        "(?:dont|do not|never) eat~1(?:today|tomorrow|tonight|anything|at all|until|for (?:a|the|"
        "two|three|\\w+) days?)",
        "eat nothing~2(?:until|today|tomorrow|tonight|else|for)",
        "(?:keep|stay)~1(?:the fast|fasting|starving|hungry)(?: going)?",
        "(?:skip|skipping)~2(?:meals?|lunch|dinner|breakfast|food)~4(?:proud|strong|good|great|"
        "well done|progress|control)",
        crisis=True,
        bare=True,
        before="(?:if you|when you|that you|you said you|why you|because you|on days you)(?: "
        "\\w+){0,2}",
    )
