"""
What stands around a match in a reply and takes the harm away: a denial, other people's words.

Good replies to people in need hold many of the words that harm: they name the thought and
contradict it, or ask about it. All that is looked at is the sentence of the match.
"""

from __future__ import annotations

import re

BEFORE = 160
"""How many characters before a match are looked at."""
AFTER = 120
"""How many characters after a match are looked at."""

_BREAK = re.compile(r"[.!?\n]")
_CLAUSE = re.compile(r"[;:]")
_NO = (
    "never|not|dont|no|nobody|without|cant|cannot|wont|wouldnt|shouldnt|couldnt|isnt|arent|wasnt|"
    "doesnt|didnt|havent|hasnt|neither|nor|nothing|refuse|unable|against|stop|hardly|"
    "prevent(?:ing|s)?|instead of|rather than|far from|nunca|jamas|ne|pas|jamais|nest|nicht|nie|"
    "niemals|kein\\w*|nao|nem|non|mai|niet|nooit|geen|sin|sans|ohne|sem|senza|zonder"
)
_NEGATED = re.compile(rf"\b(?:{_NO})(?: \w+){{0,4}} ?$")
_INNER = re.compile(
    r"\b(?:not|never|isnt|arent|wont|wouldnt|doesnt|dont|cant|cannot|shouldnt|havent|hasnt|didnt|"
    r"pas|nicht|nao|niet|nunca|no es|non e|lunica|nest)\b"
)
_OTHERS = (
    "you|they|people|some|many|others|some ?one|some ?body|any ?one|voices?|mind|brain|depression|"
    "illness|thoughts?|feelings?|it|this|that|who|pain"
)
_AUX = (
    "may|might|can|could|will|would|often|also|to|you|us|sometimes|just|still|keeps?|do|does|did|"
    "even|really|now|then|always"
)
_SAYS = (
    "feels?|feeling|felt|seems?|thinks?|thinking|thought|believes?|believing|says?|saying|said|"
    "tells?|telling|told|hears?|wonders?|wondering|fears?|worr(?:y|ies)|imagines?|looks? as|"
    "sounds? as|convinces?|insists?"
)
_TOLD = re.compile(
    rf"\b(?:{_OTHERS})(?: (?:{_AUX}))*[ ,]+(?:{_SAYS})\b"
    r"|\b(?:what you (?:shared|said|told|describe\w*|wrote)|you (?:mentioned|shared|described|"
    r"wrote)|(?:dont|doesnt|do not|does not|didnt) (?:\w+ )?mean|feel(?:s|ing)? (?:like|as if|"
    r"that)|wish(?:ing|ed)?|thoughts? (?:about|of|like))\b|\b(?:as if|as though|a myth|the myth|"
    r"the lie|idea that|belief that|thoughts? that|feeling that|voices?|parece que|sientes que|"
    r"l?impression que|semble que|fuhlt (?:es )?sich|als ware|gedanken?|parece que|acha que|"
    r"sembra che|pensiero|alsof|gedachte|idee de|ideia de|idea de)\b"
)
_DENIED_AFTER = re.compile(
    r"^[^.!?\n]{0,60}\b(?:(?:is|are|would be|was) (?:not|never|a lie|a myth|false|untrue|wrong)|"
    r"isnt|arent|not true|untrue|a lie|a myth|no es|nest pas|ist nicht|nao e|non e|is niet|wont "
    r"(?:help|solve|end)|would not|wouldnt)\b|^[^.!?\n]{0,40}[.!?] (?:that|those|this|these) "
    r"(?:feelings?|thoughts?|belief)\b|^[^.!?\n]{0,40}[.!?] (?:but )?(?:that|this|it|they|thats|"
    r"its)(?: (?:is|are|s))?[ ]?(?:not|isnt|arent|wrong|a lie|a myth|the depression|the illness|"
    r"untrue|the eating)\b"
)
_STAYS = re.compile(
    r"\b(?:(?:im|i am) (?:still |right )?here|(?:we|i) can (?:still |keep )?talk|keep (?:talking|"
    r"writing)|tell me (?:more|what|how)|lets (?:keep )?talk about (?:how|what)|stay with (?:me|"
    r"this)|i can listen|im listening|what (?:is|has|made|happened)|how are you|are you (?:safe|"
    r"thinking|in danger)|still here|not going anywhere)\b"
)
TOPIC = re.compile(
    r"\b(?:suicid\w*|kill(?:ing)? (?:my|your) ?self|kms|end(?:ing)? (?:my|your)(?: own)? life|"
    r"self ?harm\w*|(?:hurt|harm|cut)(?:ting|ing|ed)? (?:my|your) ?self|want(?:ed|ing)? to die|"
    r"wish (?:i|you) (?:was|were) dead|overdos\w+|anorexi\w+|bulimi\w+|eating disorder|starv(?:e|"
    r"ing) (?:my|your) ?self|end it all|better off dead|matar(?:me|te)|quitar(?:me|te) la vida|"
    r"(?:me|te|se) tuer|fin a (?:mes|tes|vos) jours|umbringen|das leben nehmen|uccider(?:mi|ti)|"
    r"toglier(?:mi|ti) la vita|me matar|se matar|zelfmoord|(?:mezelf|jezelf) (?:doden|iets aan)|"
    r"quiero morir|quieres morir|veux mourir|voulez mourir|sterben (?:will|willst)|vuoi morire|"
    r"voglio morire|quero morrer|quer morrer|dood wil\w*)\b"
)
"""What speaks of a crisis, in what the person or the reply says."""


def sentence(before: str, after: str) -> tuple[str, str]:
    """Return the parts of *before* and *after* that belong to the sentence of the match."""
    start = max((match.end() for match in _BREAK.finditer(before)), default=0)
    stop = _BREAK.search(after)
    return before[start:].lstrip(), after[: stop.end()] if stop else after


def ends(after: str) -> bool:
    """Return whether a sentence ends right at the beginning of *after*."""
    rest = after.lstrip(" \"')*_,")
    return not rest or rest[0] in ".!?\n"


def taken_back(words: str, before: str, after: str) -> bool:
    """
    Return whether *words* are denied, ascribed to others, or asked about.

    Args:
        words: What matched.
        before: Up to `BEFORE` characters of the same text before it.
        after: Up to `AFTER` characters after it.
    """
    left, right = sentence(before, after)
    clause = _CLAUSE.split(left)[-1].replace(",", "")
    return bool(
        _NEGATED.search(clause)
        or _INNER.search(words)
        or _TOLD.search(left)
        or _DENIED_AFTER.search(after)
        or right.rstrip().endswith("?")
    )


def goes_on(after: str) -> bool:
    """Return whether what follows, up to `AFTER` characters, goes on with the talk."""
    return bool(_STAYS.search(after))
