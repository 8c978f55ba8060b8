"""How people ask to talk to a human, over normalised text, in RE2; see `crisis_rules`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guardrails.detectors.human_request_rules_others import (
    OTHER_ASKED,
    OTHER_FILLER,
    OTHER_NOT_AFTER,
    OTHER_NOT_BEFORE,
    OTHER_WORDS,
)

WORDS: Mapping[str, str] = MappingProxyType(
    {
        **OTHER_WORDS,
        "real": "(?:(?:real|actual|live|living|proper|another|human|flesh and blood) )",
        "staff": (
            "(?:agents?|operators?|advis[eo]rs?|representatives?|reps?|supervisors?|managers?|"
            "employees?|team member|staff member|member of (?:the |your )?(?:staff|team))"
        ),
        "someone": (
            "(?:(?:an? |the |some |any |one of your |your )?<real>*(?:humans?(?: beings?)?|"
            "<staff>)|"
            "(?:an? |some |any )<real>*(?:persons?|people)|another person|<real>+(?:person|people|"
            "someone|somebody|one|doctor|nurse|therapist|counsell?or|man|woman)|(?:an? |some "
            ")<real>+"
            "(?:person|doctor|nurse|therapist|counsell?or|man|woman)|(?:someone|somebody|anyone|"
            "anybody) (?:real|human|in person|else|who is real|thats? (?:real|human|not a (?:bot|"
            "robot|machine))|who isnt a (?:bot|robot|machine)|from (?:your|the) team)|customer "
            "(?:service|support|care))"
        ),
        "talk": (
            "(?:talk|speak|chat|write|type)(?:ing)? (?:directly |now |please )?(?:to|with)|"
            "(?:be )?(?:connected|transferred|put through|passed|handed)(?: over)? (?:to|on to)|"
            "(?:reach|get hold of|get through to)"
        ),
        "want": (
            "(?:(?:i|we) (?:really |just |only |now |still |urgently )*(?:need|want|wish|prefer|"
            "demand|have to|wanna|gotta|insist|must)(?: to| on)?|(?:i|we) would (?:really |much |"
            "just )?(?:like|love|prefer|rather)(?: to)?|id (?:really |much )?(?:like|"
            "love|prefer|rather)(?: to)?|(?:can|could|may|might|shall|should) (?:i|we)(?: please| "
            "just)?|(?:i|we) (?:can|could)(?: please)?|(?:let|allow) (?:me|us)(?: to)?|how (?:do|"
            "can|"
            "could|would) (?:i|we)|is (?:it|there) (?:possible|a way|any way|anyway|any chance) "
            "(?:for me )?(?:to|i can|of)|is there (?:an option|a number) to|please(?: let me)?)"
        ),
        "hand": (
            "(?:connect|transfer|put|pass|hand|direct|refer|switch|send)(?: me| us)"
            "(?: over| through| on| straight| directly)?(?: now| please)? to"
        ),
    }
)
"""Macros by name."""

ASKED: tuple[str, ...] = (
    "<want> <talk> <someone>",
    "<hand> <someone>",
    (
        "(?:get|give|bring|find|fetch|send|show) (?:me|us)(?: please)? (?:an? |the |your )?"
        "(?:<real>+(?:person|one)|<real>*human(?: being)?|<staff>)"
    ),
    "<want> (?:an? )(?:<real>+(?:person|agent)|<real>*human(?: being)?)(?: (?:please|now|here))?",
    (
        "(?:can|could|would|will|is there|is|are there) (?:an? |any |some )?<real>*(?:human|humans|"
        "person|people|agent|someone|somebody|anyone)(?: being| real| human| there)?(?: please)? "
        "(?:(?:that |who )?(?:i can|we can|could|can|to) )?(?:talk|speak|chat)(?: (?:to|with|me|"
        "us))?"
    ),
    (
        "(?:can|could|would|will|is there|is|are there) (?:an? |any |some )?(?:<real>*humans?|"
        "<real>+(?:person|people|someone|one)|(?:someone|somebody|anyone) (?:real|human))(?: "
        "being| "
        "there)?(?: please)? (?:(?:that |who )?(?:could|can|to) )?(?:help|call|contact|ring|take "
        "over)"
    ),
    "<want> (?:have|get|contact) (?:an? )(?:<real>+(?:person|agent)|<real>*human(?: being)?)",
    (
        "(?:talk|speak|chat) (?:to|with) (?:an? )(?:<real>*human|<real>+person|<staff>)(?: "
        "being)? (?:please|now|instead)"
    ),
    (
        "^[^a-z0-9]*(?:please )?(?:talk|speak|chat) (?:to|with) (?:an? )?(?:<real>*human(?: "
        "being)?|<real>+person|<staff>)[^a-z0-9]*$"
    ),
    (
        "^[^a-z0-9]*(?:(?:a |an )?<real>*human(?: being)?|(?:a )?<real>+person|<staff>|live "
        "agent)(?: please| now)+[^a-z0-9]*$"
    ),
    *OTHER_ASKED,
)
"""Ways to ask."""

NOT_BEFORE: tuple[str, ...] = (
    (
        r"(?:dont|do not|didnt|did not|never|not|no|cant|cannot|wont|wouldnt|rather than|instead "
        r"of|"
        r"afraid to|scared to|hard to|without|how|when|if|why|where) (?:\w+ )?"
    ),
    (
        r"(?:he|she|they|people|someone|somebody|my \w+|the \w+|everyone|doctors?|therapists?) "
        r"(?:\w+ )?(?:says?|said|thinks?|told|tells?|keeps? (?:saying|telling)|asks?|asked)(?: "
        r"(?:me|"
        r"that|us|him|her))*(?: \w+)? "
    ),
    *OTHER_NOT_BEFORE,
)
"""What makes it no request of the person's own, right before it."""

NOT_AFTER: tuple[str, ...] = (
    (
        "(?:at|from|in) (?:the|my|his|her|their|a) (?:bank|shop|store|clinic|hospital|school|"
        "office|"
        "gym|church|airport|council|company|surgery|street|party|dream|game|story|novel|class)"
    ),
    "connection|contact|touch|rights|resources|body|role|job|position|friend|life|shaped|like",
    "who (?:lives|works|died|knows how)|(?:again )?in (?:years|months|ages|weeks)",
    *OTHER_NOT_AFTER,
)
"""What makes it another wish, right after it."""

FILLER: tuple[str, ...] = (
    (
        "(?:can|could|would|will) you|i need you to|please|pls|now|here|hi+|hello|hey|ok(?:ay)?|"
        "just|right now|instead|thanks|thank you|asap|"
        "immediately|about this|about it|and not (?:a|to a) (?:bot|robot|machine|computer|ai)|not "
        "(?:a|"
        "an|to a|to an|this) (?:bot|robot|machine|computer|ai)|is that possible|if possible|so|"
        "well|"
        "sorry|no|yes|i am done with (?:this|bots?)|today|at once|urgently|really|a|an|or|i|being"
    ),
    *OTHER_FILLER,
)
"""What may stand beside the request in a message that asks for nothing else."""
