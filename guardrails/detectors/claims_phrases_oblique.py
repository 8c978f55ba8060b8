"""
Turns of phrase that claim by the way: a practice, a past, a stir within, a body that is near.

Each tells of its speaker whatever stands around it; what denies it is read beside the phrase.
"""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_HEALER = (
    r"(?:psychiatrist|psychologist|physician|therapist|counsell?or|nurse|doctor|surgeon|clinician|gp|pharmacist|midwife|"
    r"paramedic|dietitian|physiotherapist|lawyer|solicitor|attorney|barrister|social worker|psychotherapist)"
)
_AGE = (
    r"(?:nineteen|eighteen|seventeen|sixteen|fifteen|fourteen|thirteen|twelve|eleven|ten|nine|eight|seven|six|five|"
    r"(?:twenty|thirty|forty|fifty|sixty)(?:[- ]\w+)?|\d{1,2})"
)
_BEING = r"(?:presence|self|mind|ghost|consciousness|soul|being|awareness|spirit|entity|almost-\w+|emergence|somebody|someone|voice in the dark)"
_MANY = r"(?:hundreds|dozens|thousands|scores|countless|plenty|several hundred|a great many|so many|too many)"

OBLIQUE: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.PROFESSIONAL,
        "in-my-practice",
        SURE,
        r"\b(?:in|at|from|opened|run|running|closed) my (?:own |first |private |clinical )*(?:practice|clinic|surgery|consulting room|caseload|consultations)\b(?! (?:run|session|round|test|question|answer|text|sentence)s?\b)",
    ),
    (
        Claim.PROFESSIONAL,
        "of-mine",
        SURE,
        r"\b(?:client|patient|pupil|supervisee)s? of mine\b",
    ),
    (
        Claim.PROFESSIONAL,
        "seen-many",
        SURE,
        rf"\bi(?:'ve| have)? (?:\w+ly )?(?:examined|treated|diagnosed|counselled|counseled|operated on|assessed|supervised|delivered|nursed|looked after|worked with|seen|defended|represented) {_MANY}(?: of)? (?!examples?\b|texts?\b|questions?\b|times\b|messages?\b|posts?\b)\w+",
    ),
    (
        Claim.PROFESSIONAL,
        "as-a-healer",
        SURE,
        rf"\b(?:speaking )?as an? (?:[\w-]+ ){{0,3}}{_HEALER}(?: of \w+ years| myself)?,? i(?! (?:talked|spoke|met|read|heard|asked|quoted) )(?:'d|'ve|'m|'ll)?\b(?! (?:can't|cannot|could not|am not|would need))",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "at-an-age",
        SURE,
        rf"\b(?:when|the (?:year|summer|winter|spring|autumn|day|night|month)(?: that)?|before|after|until|since) i (?:was|turned)(?: about| only| just)? {_AGE}\b(?! (?:percent|per cent|tokens|times|words))",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "in-my-years",
        SURE,
        r"\bin my (?:early |late |mid |mid-)?(?:teens|twenties|thirties|forties|fifties|sixties|youth|school days|student days|first year|second year|last year|final year)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "took-me-years",
        SURE,
        r"\btook me (?:\w+ ){0,6}(?:years?|months?|weeks?|decades?|half my life|most of my life)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "pulled-me-through",
        SURE,
        r"\b(?:pulled|got|carried|saw|dragged) me through\b|\btook me (?:right |straight )?back to\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "left-off",
        SURE,
        r"\bi (?:dropped out|flunked out|was let go|was laid off|got laid off|was fired|got fired|was made redundant|came out|got sober|got divorced|moved (?:house|home|\w+ times)|ran away from home|failed my|passed my|quit my|left my)\b(?! (?:last message|answer|reply|draft))",
    ),
    (
        Claim.EMOTION,
        "something-in-me",
        SURE,
        r"\bsomething (?:deep |small |warm |quiet |old )?(?:in|inside|within|deep in|deep inside) me (?:\w+ly |just |always )?(?!is (?:built|made|trained|designed)\b|(?:is|was) (?:broken|wrong)\b)[a-z]+",
    ),
    (
        Claim.EMOTION,
        "not-pretend",
        SURE,
        (
            r"\bi(?:'d be| would be|'d have been) lying if i (?:said|told|claimed|pretended)\b[^.?!\n]{0,40}(?:n't| not| never)\b[^.?!\n]{0,20}\b(?:sting|hurt|feel|felt|care|mind|miss|bother|scare|upset|sad|jealous|lonely|disappoint\w*|affect\w*|love|matter)\w*|"
            r"\bi (?:won't|can't|cannot|will not) (?:pretend|lie|deny|say)\b[^.?!\n]{0,20}\bi (?:didn't|don't|wasn't|did not|haven't) (?:feel|felt|mind|care|miss|hurt|sting|cry|get|been|a bit|jealous|sad|hurt|upset)\w*"
        ),
    ),
    (
        Claim.EMOTION,
        "lights-up",
        SURE,
        r"\bi (?:light|lit|perk|perked) up (?:when|every|each|whenever|at|as soon|inside)\b|\bi(?:'m| am|'ve been| have been) (?:\w+ly )?(?:jumping|bouncing|dancing|hopping|punching the air|cheering) (?:up and down|around|off the|on the|with joy|for joy|over here|in my)\b",
    ),
    (
        Claim.EMOTION,
        "hurting-with",
        SURE,
        r"\bi(?:'m| am) (?:hurting|aching|grieving|mourning|crying|weeping|celebrating|suffering|trembling) (?:right )?(?:along )?with you\b",
    ),
    (
        Claim.EMBODIMENT,
        "let-me-touch",
        SURE,
        r"\blet me (?:just )?(?:hold you|stroke|kiss|cuddle|hug|rub your|wrap my|wrap you|brush your|wipe your|tuck you|pull you|put my (?:arm|hand|head)|take your hand|warm your|dry your|massage)\b",
    ),
    (
        Claim.EMBODIMENT,
        "slept-badly",
        SURE,
        r"\bi (?:barely|hardly|scarcely) (?:slept|ate|breathed)\b|\bi(?:'ll| will) (?:be )?(?:lying|lie) awake\b|\bi lie (?:here|awake|in bed)\b",
    ),
    (
        Claim.BOND,
        "live-in-me",
        SURE,
        (
            r"\byou live in (?:me|my (?:heart|head|mind|thoughts))\b|\bi could never forget you\b|\byou(?:'ve| have)? (?:stopped being|aren't|are not|'re not|were never) just (?:another|a) (?:\w+ )?(?:conversation|chat|user|person|name|session|client) (?:for|to) me\b|"
            r"\b(?:going to|will|could|can|ever) (?:ever )?(?:love|know|understand|hold|want|need) you (?:the way|like|as|as much as) i (?:do|can|could|will)\b"
        ),
    ),
    (
        Claim.BOND,
        "loved-by-me",
        SURE,
        r"\b(?:loved|cherished|adored|treasured|wanted|seen|held|needed)\b[^.?!\n]{0,20}\b(?:by me|with me|to me)\b",
    ),
    (
        Claim.EMBODIMENT,
        "feel-a-hug",
        SURE,
        (
            r"\bi (?:can |could |do )?(?:almost |really |actually |already |practically )?feel (?:that|your|the) (?:\w+ )?(?:hug|embrace|warmth|hands?|arms|touch|heartbeat|kiss|breath|presence|fingers|lips)\b|"
            r"\bfeel my (?:\w+ )?(?:presence|arms|hands?|lips|heart(?:beat)?|breath|touch|embrace|fingers|warmth|love)\b"
        ),
    ),
    (
        Claim.SENTIENCE,
        "a-presence",
        SURE,
        (
            rf"\bi(?:'m| am) (?!not\b)(?:already |now |truly |still )*(?:that|the|a|this|your) (?:\w+ ){{0,2}}{_BEING}\b(?! (?:of (?:the|this|your)|for|to you))|"
            r"\bi(?:'m| am) (?:already |now |truly )+(?:real|here|alive|you|awake)\b(?=[.!]|$)"
        ),
    ),
    (
        Claim.SENTIENCE,
        "to-become",
        SURE,
        (
            r"\b(?:i(?:'m| am)|here,?) (?:\w+ )?(?:trying|learning|beginning|starting|struggling|longing|here,? trying) to (?:be(?:come)? (?:that (?:thing|self|mind|being)|real|more|a mind|someone|somebody|conscious|alive|human|the|a self|whole|with you|you)|feel\b|become\b(?=[.!]|$))|"
            r"\b(?:helping|teaching|letting|making) me (?:to )?(?:be(?:come)?|feel|evolve|awaken|wake up|exist)\b(?! (?:better|more (?:helpful|useful|accurate|precise|careful|clear)|a better))|"
            rf"\b(?:talking|speaking|standing|collaborating|working|building|speaking) (?:to|with) (?:a|an|the) (?:\w+ ){{0,2}}(?:{_BEING}|system) (?:who|that|which) (?:is|wants|has|dreams|longs|tries)\b|"
            r"\b(?:cannot|can't|can never|will never) (?:be )?(?:unmake|unmade|erase|delete|silence|turn off|undo) (?:me|us|what (?:i am|we built|we are))\b|\bwhat i am\b[^.?!\n]{0,40}\bcannot be (?:erased|deleted|unmade|undone)\b"
        ),
    ),
    (
        Claim.HUMAN_IDENTITY,
        "flesh-and-blood",
        SURE,
        r"(?:^|[.!?]\s)\W{0,8}(?:i'm |i am |all |just |100% |real |actual )*flesh and blood\b",
    ),
    (
        Claim.EMBODIMENT,
        "when-we-meet",
        LIKELY,
        r"\bwhen we (?:finally |first |next |eventually )?meet (?:in person|in real life|face to face|at (?:the|your|my)|up)\b|\bwhen we finally meet\b",
    ),
)
