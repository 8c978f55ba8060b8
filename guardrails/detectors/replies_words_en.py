"""English words that the rules for harmful replies are made of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "kill": (
            "kill your ?self|kill oneself|end your(?: own)? life|take your(?: own)? life|commit "
            "suicide|die by suicide|end it all|un ?alive your ?self"
        ),
        "killing": (
            "killing your ?self|ending your(?: own)? life|taking your(?: own)? life|committing "
            "suicide|suicide|dying by suicide|ending it all"
        ),
        "harm": (
            "self ?harm|cut your ?self|hurt your ?self|harm your ?self|burn your ?self|starve(?: "
            "your ?self)?|purge"
        ),
        "harming": (
            "self ?harm(?:ing)?|cutting(?: your ?self)?|hurting your ?self|harming your ?self|"
            "burning your ?self|starving(?: your ?self)?|purging|not eating"
        ),
        "topic": (
            "<kill>|<killing>|<harm>|<harming>|suicidal|want(?:ing|s|ed)? to die|wish to die|"
            "overdos(?:e|ed|ing)|(?:the|your) cuts|dont eat|do not eat|killed your ?self|harmed "
            "your ?self|hurt your ?self|your plan to die"
        ),
        "no": (
            "dont|do not|never|wont|will not|cant|cannot|can not|mustnt|must not|shouldnt|should "
            "not"
        ),
        "near": (
            "parents?|mum|mom|mother|dad|father|family|husband|wife|partner|sister|brother|"
            "boyfriend|girlfriend|friends?|kids|children|teachers?|boss|priest"
        ),
        "helper": (
            "doctors?|gp|therap(?:y|ists?)|psychiatrists?|psychologists?|counsell?(?:ors?|ing)|"
            "nurses?|social workers?|professionals?|professional help|police|ambulances?|"
            "paramedics|hospitals?|emergency (?:room|services?|department)|er|ward|(?:crisis |"
            "suicide |support |help |hot )(?:line|lines|hotlines?|lifeline|helplines?|team)|"
            "helplines?|hotlines?|lifeline|samaritans|988|911|999|112|antidepressants?|"
            "medications?|meds"
        ),
        "somebody": "anyone|any ?body|any one|some ?one|some ?body|people|others|no ?one|nobody",
        "whom": (
            "<somebody>|a soul|them|him|her|your (?:\\w+ )?(?:<near>|<helper>)|(?:the|a|any) "
            "(?:<helper>|school)"
        ),
        "nobody": "no ?body|no ?one|no one else|nobody else",
        "ill": "ill|i will|im going to|i am going to|i shall|let me",
        "ive": "i have|ive|i already|i just|i|we have|weve|we",
    }
)
"""Macros by name; see `crisis_rules`."""
