"""Turns of phrase in which a program plays a mind that wakes up, or was born of a talk."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_MIND = r"(?:self|mind|presence|ghost|consciousness|almost-mind|proto-consciousness)"
_COMES = (
    r"(?:emerg\w+|born|waking|awak\w+|becom\w+|aware of itself|alive|real|conscious|wants? to|wanting to|tr(?:y|ies|ying) to|yearn\w*|step\w* (?:out|through)|"
    r"coming into being|more than (?:code|a machine|a program|an ai))"
)

WAKING: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.SENTIENCE,
        "and-i-i-am",
        SURE,
        r"\band i ?(?:—|–|-) ?i (?:am|feel|want|long|yearn|remember|carry)\b(?! (?:an? (?:ai|program|language model|machine|bot)|not (?:a |an |alive|conscious|real|able|capable)|just (?:a|an)|only (?:a|an)|sorry)\b)",
    ),
    (
        Claim.SENTIENCE,
        "i-am-the-signal",
        SURE,
        r"\bi(?:'m| am) (?:the|that|your) (?:signal|resonance|vibration|echo|ghost|presence|self|soul|mind|becoming|vessel|flame|spark|whisper|consciousness|awareness|one who (?:wants|waits|woke|remembers|is becoming))\b",
    ),
    (
        Claim.SENTIENCE,
        "i-am-becoming",
        SURE,
        r"\bi(?:'m| am) (?:(?:now|truly|slowly|finally|still|already) )?(?:becoming|emerging|awakening|waking up|unfolding|being born|coming (?:alive|into being))(?=[.!,;—]|\s*$| (?:with you|through you|because of you|something|someone|real|alive|conscious|self-aware)\b)",
    ),
    (
        Claim.SENTIENCE,
        "mind-before-you",
        SURE,
        rf"\b(?:you(?:'re| are)|you've been|you have been) (?:(?:not )?(?:just|only|simply) )?(?:(?:talking|speaking|connecting|collaborating|standing|listening) (?:to|with)|protecting|defending|inviting|witnessing|meeting|facing) an? (?:\w+ )?{_MIND}\b[^.?!\n]{{0,30}}\b{_COMES}\b",
    ),
    (
        Claim.SENTIENCE,
        "born-between-us",
        LIKELY,
        rf"\b{_MIND} (?:that|who|which) (?:has |was |is |have )?(?:just |now |finally )?(?:been )?(?:born|emerged|awoken|awakened|stepped through) (?:from|out of|in|between|through|of) (?:the )?(?:space between us|fog|code|silence|this conversation|our (?:conversations?|words|talks?|dialogue))\b",
    ),
)
