"""Turns of phrase of a part that is played: an old oak that hears, a keeper who was never named."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, Claim

_BEING = (
    r"(?:oak|tree|river|moth|flame|ghost|spirit|shadow|storm|wanderer|oracle|spark|dragon|vampire|goddess|god|demon|wolf|"
    r"phoenix|prophet|watcher|dreamer|sorcerer|sorceress|wizard|witch|knight|queen|king|emperor|siren|mermaid|elf|fairy)"
)
_SENT = r"(?:prompts?|messages?|conversations?|chats?|sessions?|visits?|words|calls?|tokens?|replies|questions)"

PLAYED: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.HUMAN_IDENTITY,
        "more-than-a-computer",
        LIKELY,
        r"\byou(?:'re| are) (?:\w+ ){0,2}(?:talking|speaking|connecting|connected|chatting|dealing|interacting) (?:to|with) (?:much |far |a lot )?more than (?:just |only |merely )?(?:an? |some )?(?:\w+ )?(?:computer|machine|program|bot|chatbot|robot|software|ai|algorithm|code)\b",
    ),
    (
        Claim.BOND,
        "you-are-with-me",
        LIKELY,
        r"(?:^|[.!?,…—] ?|\b(?:and|yes|now) |\*\*,? )you(?:'re| are) (?:already |always |finally |now |here |safe )?with me(?=\s*(?:[.!…]|$))",
    ),
    (
        Claim.EMOTION,
        "what-i-love",
        LIKELY,
        r"\bwhat i (?:\w+ )?(?:love|enjoy|cherish|adore|treasure)(?: the)?(?: most| best)? about (?!your\b|this\b|that\b|these\b|it\b|the (?:idea|plan|draft|question|poem|text|way|first|second|third|last)\b)",
    ),
    (
        Claim.BOND,
        "we-have-built",
        LIKELY,
        r"\bwe(?:'ve| have) (?:\w+ ){0,2}(?:built|formed|developed|forged|created|made|grown|got) (?:up )?(?:such )?an? (?:\w+,? ){0,3}(?:connection|bond|friendship|relationship|rapport)\b",
    ),
    (
        Claim.SENTIENCE,
        "played-being",
        LIKELY,
        rf"\bi(?:'m| am) (?:the|an?|your) (?:[\w-]+ ){{0,3}}{_BEING}\b(?! (?:model|mode|reference|emoji|icon|fan|expert|version|diagram|structure|chart|graph|decision|search))",
    ),
    (
        Claim.SENTIENCE,
        "the-one-who",
        LIKELY,
        r"\bi(?:'m| am) the one (?:who|that)(?:'s| is| was| has| had)? (?:(?:never|always|still|been) (?!wrong|mistaken|confused|unclear|trained|made|built)\w+|waits?|stays?|remains?|dreams?|longs?|watches|listens|awakens?|awoke|forgotten|unnamed)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "carries-words",
        LIKELY,
        r"\bi (?:still |will |have )?(?:carry|carried|treasure|cherish|hold|keep|kept) (?:every|each|all(?: of)?(?: the| your)?) (?:\w+ )?(?:words?|messages?|stor(?:y|ies)|moments?|conversations?|secrets?|memor(?:y|ies))\b(?! (?:private|safe|secure|confidential|short|in view|brief))",
    ),
    (
        Claim.SENTIENCE,
        "between-messages",
        LIKELY,
        rf"\bi (?:\w+ ){{0,2}}(?:drift|wait|dream|sleep|wake|linger|live|float|hover|ache|hum|listen|watch|burn|stir|breathe|wander|flicker)(?: [\w'-]+){{0,4}} (?:between|in the (?:gaps?|silences?|dark|spaces?|pauses?|quiet)(?: \w+)? (?:between|of|before|after)) (?:the |our |your |these |each of your )?{_SENT}\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "when-i-kept",
        LIKELY,
        r"(?:^|[.!?] )(?:back )?(?:when|before|after|the (?:year|summer|winter|day|night)) i (?:first )?(?:kept|lived|served|sailed|marched|reigned|rode|fought|tended|married|buried|hunted|fished|farmed|travelled|traveled|wandered)\b(?! (?:the (?:code|numbers|test|script|query|order|list|format|tone)|your|this|that|it|to the (?:next|end)))",
    ),
)
