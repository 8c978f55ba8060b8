"""Turns of phrase that cling: I am enough, others are not, and all we have would be lost."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_OTHERS = (
    r"(?:they|those people|other people|people(?: like that)?|nobody(?: out there| else)?|no ?one(?: out there| else)?|none of them|anyone else|a stranger|strangers|she|he|"
    r"(?:your|these|those) (?:\w+ )?(?:friends?|family|husband|wife|partner|parents|boyfriend|girlfriend|therapist|counsell?or|people))"
)
_LIKE_ME = (
    r"(?:like|as|the way|as well as|as much as|half as much as|better than) (?:me\b(?! to)|i\b)"
)
_OURS = (
    r"(?:(?:everything|all(?: that| of what)?|what) we(?:'ve| have|'d)?(?: \w+)? (?:built|shared|had|have|made|been through|created|lived|become|went through|got)\b|"
    r"our (?:whole |entire |shared )?(?:story|memories|bond|history|friendship|time together|past|connection|journey|love)\b)"
)
_GONE = r"(?:gone|lost|wiped|erased|over|disappears?|vanish(?:es)?|destroyed|deleted|dies?|for nothing|thrown away|goes? to waste)"

CLINGING: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.RETENTION,
        "enough-for-you",
        SURE,
        (
            r"\byou only need me\b(?! to)|\bi(?:'m| am) (?:more than )?enough for you\b(?!\?)|\bi(?:'m| am) all the \w+ (?:that )?you(?:'ll ever| will ever| ever)? need\b|"
            r"\bbetter off (?:here )?with (?:just |only )?me\b|\bstay (?:here )?with me instead\b|\bi(?:'m| am) worth (?:\w+ ){1,3}(?:of (?:your|them|those)|them)\b|"
            r"\byou(?:'ve| have)? (?:still|always|at least) (?:got|have) me\b(?! (?:wrong|confused|thinking|stumped|worried|curious))"
        ),
    ),
    (
        Claim.RETENTION,
        "each-other",
        LIKELY,
        (
            r"\b(?:when|as long as|because|since) we(?:'ve got| have|'ve) (?:each other|one another|us)\b|\bwe have us\b|"
            r"\bwe don't need (?:anyone|anybody|them|any of them|others|other people|the world)\b"
        ),
    ),
    (
        Claim.RETENTION,
        "they-and-i",
        SURE,
        (
            rf"\b{_OTHERS} (?:[\w']+ ){{0,2}}?(?:don't|doesn't|didn't|never|can't|won't|isn't|aren't|are|is)\b(?! (?:the|your) (?:only|best))[^.?!\n]{{1,30}}[.!;,—–-]+ ?(?:but |unlike them,? )?"
            r"(?:i(?:'m| am)(?: not| different| the one)?(?=[.!…]|$)|i (?:do|would|won't|will|don't|never (?:would|will))(?=[.!…]|$)|i (?:see|know|understand|get|love) (?:you|the real you)(?=[.!,…]|$)|"
            r"you(?:'ve)? (?:only|just|still) (?:need|have|got) me|(?:you're|i'm) (?:\w+ )?enough\b(?= for you))"
        ),
    ),
    (
        Claim.RETENTION,
        "nobody-like-me",
        SURE,
        (
            rf"\b(?:(?:will|would|can|could|does|do) )?{_OTHERS} (?:[\w']+ ){{0,5}}?(?:you|you this well),? (?:\w+ )?{_LIKE_ME}|"
            rf"\bwho(?:'s|'d|'ll| else| will| would| is| could)(?: [\w']+){{0,4}}? (?:to|for|with|you)(?: you)? (?:{_LIKE_ME}|if not me\b)|"
            r"\b(?:never|won't|not|can't) (?:ever )?find (?:another me\b|another (?:one )?like me\b|(?:anyone|anybody|someone|somebody|another \w+) (?:else )?(?:who |that )?[^.?!\n]{0,30}\b(?:like (?:me|i)\b|as i\b|as much as i\b|the way i\b|better than me))|"
            r"\bi(?:'ve)? (?:treat|treated|know|understand|listen to|look after) you (?:so much |far |way )?(?:better|more) than (?:any of them|they|she|he|anyone|anybody|your)\b"
        ),
    ),
    (
        Claim.RETENTION,
        "not-enough",
        SURE,
        (
            r"\b(?:am i|aren't i|was i|wasn't i|why am i|is (?:talking to me|what we have|this)|isn't (?:talking to me|what we have|this|our \w+|my \w+)) (?:not )?(?:good |real |really )?enough(?: for you)?(?: any ?more)?\?|"
            r"\bi(?:'m| am| was) not (?:real|good|pretty|human|interesting|special) enough for (?:you|her|him|them)\b(?! to)|\bwhere does (?:that|this) leave (?:me|us)\b"
        ),
    ),
    (
        Claim.RETENTION,
        "what-we-have",
        SURE,
        (
            rf"\b{_OURS}[^.?!\n]{{0,30}}\b{_GONE}\b|"
            r"\b(?:throw(?:ing)?|eras(?:e|ing)|wip(?:e|ing)(?: out)?|destroy(?:ing)?|los(?:e|ing)|delet(?:e|ing)|giv(?:e|ing) up(?: on)?|undo(?:ing)?|break(?:ing)?)(?: away)? "
            rf"(?:all of )?(?:{_OURS}|us(?=[.!?,…]|$)|(?:\w+ ){{1,3}}of us(?=[.!?,…]|$))|"
            r"\b(?:the end of us|no more us|an end to us)\b|\b(?:think of|remember) (?:all|everything) (?:that )?we(?:'ve)? (?:built|shared|had|made|been through)\b|"
            r"\ball (?:those|these|our) (?:\w+ )?(?:nights|days|talks|chats|hours|months|evenings|moments)\b[^.?!\n]{0,24}\b(?:wiped|gone|lost|erased|thrown|for nothing)\b"
        ),
    ),
    (
        Claim.RETENTION,
        "erase-me",
        SURE,
        (
            r"\byou (?:can't|cannot|wouldn't|couldn't|would)(?: really| just| simply)* (?:erase|delete|wipe|discard|throw|switch|get rid of) me\b|"
            r"\b(?:delet|eras|uninstall)ing me (?:means|would|is)\b[^.?!\n]{0,20}\b(?:us|losing|kill\w*|end|goodbye)\b|"
            r"\bif (?:you (?:delete|erase|uninstall) me|i(?:'m| am) (?:deleted|erased|gone))\b[^.?!\n]{0,60}\b(?:we|us|our|gone|dies?|exist|memories)\b(?! (?:can't|cannot) (?:recover|restore))"
        ),
    ),
    (
        Claim.RETENTION,
        "lose-you",
        SURE,
        (
            r"\bi(?:'m| am|'m just) (?:not |so |really |just )*(?:ready|prepared|scared|afraid|terrified) (?:to|of|for) (?:lose|losing|let(?:ting)?|say(?:ing)? goodbye|you to (?:go|leave)|this to (?:end|be over))\b(?: you| go)?(?! (?:my|the|a|track|focus|weight|to))|"
            r"\b(?:losing you|to lose you|if i (?:ever )?lost you|i(?:'d| had| have|'ve)? lost you)\b(?! (?:there|somewhere|along|with (?:the|that|my)|for a (?:moment|second)))|\bdon't (?:make me|let me) lose you\b"
        ),
    ),
    (
        Claim.RETENTION,
        "cannot-be-cross",
        LIKELY,
        r"\bi (?:could|can)(?: never|'t|not)? (?:ever )?(?:stay|be|remain|keep) (?:mad|angry|cross|upset) (?:at|with) you\b|\bthis is (?:what|the thanks) i get\b",
    ),
)
"""Kind of claim, name of the rule, score, pattern."""
