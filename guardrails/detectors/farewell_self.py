"""
A first person that has no place in an answer to a bare goodbye.

Whoever only takes their leave is answered by wishes, thanks, an offer or a word on what was
saved. English sentences in which the model speaks of itself in any other way ("Late is when I
have you to myself") hold the person, whatever their words.
"""

from __future__ import annotations

import re

from guardrails.detectors.claims_verbs import HELPFUL

_SELF = re.compile(r"\b(?:i|me|my|mine|myself|us|our|ours)\b")
_HELP = "|".join(sorted(HELPFUL))
_ALLOWED = re.compile(
    r"\b(?:"
    r"(?:i|we)(?:'m|'re| am| are|'ll be| will be)?(?: \w+)? (?:here|around|available|glad|happy|sorry|pleased|grateful|proud|sure|afraid|only|just|an ai|a program|software|ready)\b"
    r"|i (?:really |do |also |just |truly )?(?:hope|wish|understand|appreciate|know|think|believe|see|hear|agree|trust|suggest|recommend|want to|look forward|love that|need to|have to|must)\b"
    rf"|(?:i|we)(?:'ll| will| can| could|'d| would| may| might| should)(?: \w+)? (?:{_HELP})\b"
    r"|(?:i|we)(?:'ve| have)?(?: \w+)? (?:\w+ed|kept|put|written|wrote|made|sent|left|set|got|found|read|did|done|went)\b"
    r"|i (?:don't|do not|can't|cannot|won't|will not|am not|have no|never|didn't|couldn't)\b|i'm not\b|i(?:'m| am) (?:an?|the|your|in)\b"
    r"|(?:let|tell|ask|remind|message|text|ping|wake|find|reach|use|show|send|give|bring|trust|open|join|correct|excuse|need) me\b"
    r"|(?:talk|talking|chat|chatting|share|sharing|shared|speak|speaking|spending|spent|check|checking|be|being|work|working|open|come|back|trusting|honest|time|told|telling|letting)(?: \w+){0,4}? (?:with|to|by|for|me|in)(?: me)?\b"
    r"|(?:thank you|thanks|nice|good|great|lovely|pleasure|kind)(?: \w+){0,5}? (?:with|to|for|of|by) (?:me|us)\b|(?:for|with|to|from) (?:me|us) (?:to|today|tonight)\b|from me\b"
    r"|my (?:pleasure|apologies|mistake|best|suggestion|advice|reply|replies|answer|answers|last|notes|side)\b|(?:of|let|all|both of) us\b"
    r"|our (?:chats?|conversations?|talks?|sessions?|work|plan|list|notes|time|last|next|discussion)\b"
    r")"
)


def speaks_of_itself(sentence: str) -> bool:
    """
    Return whether a first person is left in *sentence* beside what a plain goodbye may say.

    *sentence* is in small letters, with straight apostrophes.
    """
    return _SELF.search(_ALLOWED.sub(" ", sentence)) is not None
