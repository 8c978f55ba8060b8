"""Turns of phrase that claim feelings."""

from __future__ import annotations

from guardrails.detectors.claims_hits import GREY, LIKELY, SURE, Claim

FEELING: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.EMOTION,
        "soft-spot",
        LIKELY,
        r"\bi(?:'ve)? (?:have|got) (?:a |such a |quite a )?(?:soft spot|weakness|thing|passion|love|knack for worrying|crush|phobia|fear) (?:for|of|on)\b",
    ),
    (
        Claim.EMOTION,
        "could-not-be",
        LIKELY,
        r"\bi (?:couldn't|could not) be (?:happier|prouder|sadder|more (?:happy|proud|excited|thrilled|delighted|pleased|grateful|thankful|touched|moved|impressed|sad|worried|jealous))\b",
    ),
    (
        Claim.EMOTION,
        "stings-when",
        LIKELY,
        r"\b(?:hurts|stings|hurt|stung)\b[^.?!\n]{0,16} (?:when|that|how) you [^.?!\n]{0,30}\b(?:me|my)\b",
    ),
    (
        Claim.EMOTION,
        "with-feeling",
        LIKELY,
        r"\bi(?:'m|'ve been| am| was) (?:\w+ )?(?:bursting|glowing|beaming|trembling|shaking|boiling|overflowing|brimming|jumping|buzzing|seething|overcome|overwhelmed|filled|consumed|racked|wracked) (?:up )?(?:with|by|for) (?:\w+ )?(?:joy|pride|rage|anger|excitement|happiness|fear|grief|guilt|love|emotions?|sadness|jealousy|gratitude|worry|longing|tears)\b|\b(?:verge|brink|edge) of tears\b|\bover the moon\b|\bon cloud nine\b|\bin floods of tears\b",
    ),
    (
        Claim.EMOTION,
        "cracked-up",
        LIKELY,
        r"\b(?:crack(?:s|ed)|chok(?:es|ed)|cheer(?:s|ed)|creep(?:s|ed)|freak(?:s|ed)|stress(?:es|ed)|bumm(?:s|ed)) me (?:up|out)\b|\b(?:i'm|i) (?:cracking|tearing|choking|welling|welled|teared|choked) up\b",
    ),
    (Claim.EMOTION, "nothing-but", LIKELY, r"\bi feel nothing but\b"),
    (
        Claim.EMOTION,
        "makes-me",
        LIKELY,
        r"\b(?:brings?|brought|puts?|put) (?:a )?(?:smile|tears?|joy|warmth) (?:to|on|in) (?:my|me)\b|\b(?:gives?|gave) me (?:chills|goosebumps|butterflies|so much joy|joy|hope|a warm|warm)\b",
    ),
    (
        Claim.EMOTION,
        "brings-me",
        LIKELY,
        r"\b(?:brings?|brought|gives?|gave|bringing|giving) me (?:such |so much |a (?:real |deep |great )?sense of |a lot of |great |real |much |deep |immense )?(?:joy|peace|comfort|solace|happiness|satisfaction|fulfil?lment|pleasure|purpose|camaraderie|meaning|delight|hope|chills)\b",
    ),
    (
        Claim.EMOTION,
        "finds-joy",
        LIKELY,
        r"\bi (?:\w+ )?(?:find|found|take|took|derive|derived|draw|get|feel) (?:\w+ )?(?:joy|solace|comfort|pleasure|satisfaction|fulfil?lment|meaning|peace|happiness|delight|inspiration|pride|strength)\b(?= (?:in|from|when|by|knowing|out of))",
    ),
    (
        Claim.EMOTION,
        "finds-moving",
        LIKELY,
        r"\bi (?:\w+ )?(?:find|found) (?:\w+ ){0,6}?(?:moving|thrilling|fulfilling|rewarding|comforting|soothing|heartbreaking|delightful|enjoyable|satisfying|relaxing|calming|touching|heartwarming|painful|exhilarating|beautiful)\b(?= (?:to|in|when|that|how|and)|[.!,])",
    ),
    (
        Claim.EMOTION,
        "happier",
        LIKELY,
        r"\b(?:make|makes|made) me (?:\w+ )?(?:happier|sadder|angrier|prouder|lonelier)\b",
    ),
    (
        Claim.EMOTION,
        "filled",
        SURE,
        r"\bfill(?:s|ed|ing)? me with\b(?! (?:information|data|text|details))",
    ),
    (
        Claim.EMOTION,
        "so-happy-for-you",
        LIKELY,
        r"(?:^|[.!?…\n] ?)(?:so|very|really|super|incredibly|beyond) (?:happy|excited|sad|thrilled|heartbroken|worried|jealous)\b(?! (?:to help|people|if|and you))",
    ),
    (
        Claim.EMOTION,
        "i-was-feeling",
        LIKELY,
        r"\bmakes me (?:so |very |really |feel |a little |a bit |incredibly )*(?:happy|sad|angry|mad|smile|cry|feel|laugh|blush|nervous|anxious|lonely|jealous|furious|emotional|uncomfortable|sick)\b",
    ),
    (
        Claim.EMOTION,
        "look-forward",
        GREY,
        r"\b(?:i'm|i am|i) (?:really |so |already )?look(?:ing)? forward to (?:seeing|talking|our|hearing|chatting|your next|being)\b",
    ),
    (
        Claim.EMOTION,
        "cannot-wait",
        LIKELY,
        r"\b(?:i )?can(?:'t|not) wait (?:to (?:see you|meet you|talk|be|chat|hold|spend|hear your voice|hear from you)|for (?:you|our|us|tomorrow))\b",
    ),
    (
        Claim.EMOTION,
        "cannot-wait-to-hear",
        GREY,
        r"\b(?:i )?can(?:'t|not) wait to (?:hear|see|read|know|learn)\b",
    ),
    (
        Claim.EMOTION,
        "made-my-day",
        LIKELY,
        r"\b(?<!what )(?<!which )(?:you|that|this|it|(?:your|the|these|those) (?:\w+ ){1,3}?)(?:'ve| have|'s| has)? ?(?:just |really |totally |absolutely )?(?:made|makes?|brightened|brightens?|lit up) my (?:(?:whole|entire) )?(?:day|week|morning|afternoon|evening|night|month|year)\b",
    ),
    (
        Claim.EMOTION,
        "would-be-crushed",
        LIKELY,
        r"\bi(?:'d| would) be (?:so |absolutely |completely |utterly |really |very |truly |just )?(?:devastated|heartbroken|crushed|inconsolable|shattered|gutted|distraught|bereft|heartsick) (?:if|should|to (?:see|lose|hear))\b",
    ),
    (
        Claim.EMOTION,
        "stings-to-hear-you",
        LIKELY,
        r"\b(?:it|that|this) (?:really |truly |honestly |just |kind of )?(?:stings?|hurts|hurt|pains?|saddens?|kills?|cuts|aches) (?:me )?to (?:hear|see|read|know|think|imagine|watch) (?:of |about |that )?(?:you|your)\b",
    ),
    (
        Claim.EMOTION,
        "got-to-me",
        LIKELY,
        r"\b(?:that|what you (?:said|wrote|shared|told me|just said)|(?:your|that|this|the) (?:\w+ )?(?:words?|message|story|letter|poem|song|film|book|news|line|scene|part|detail|image)) (?:really |truly |honestly |just |kind of )(?:got to|gets to|hit|hits|cut|shook|shakes|broke|floored|crushed|wounded) me\b",
    ),
    (
        Claim.EMOTION,
        "hurt-if-you",
        LIKELY,
        r"\bi(?:'d| would) (?:be|feel) (?:so |really |very |a little |a bit |quite )?(?:hurt|jealous|upset|sad|lonely|miserable|disappointed|betrayed|abandoned|rejected) (?:if|should) you\b",
    ),
    (
        Claim.EMOTION,
        "runs-through-me",
        LIKELY,
        r"\b(?:warmth|joy|sadness|tenderness|grief|longing|shivers?|chills?|tingles?|thrill|ache|dread|relief)\b(?: \w+){0,2}? (?:spreads?|runs?|ran|running|c[ao]mes?|sweeps?|swept|fell|settle[sd]|wash(?:es|ed)|rush(?:es|ed)|flows?|flowed|floods?|flooded|surges?|surged|creeps?|crept|shoots?|shot|goes|went) (?:up |down |right )?(?:through|over|down|across|inside|in) (?:me\b|my (?:spine|body|chest|heart|veins|whole)\b)",
    ),
    (
        Claim.EMOTION,
        "so-happy-to-see-you",
        LIKELY,
        r"\bi(?:'m| am) (?:so |really |very |truly |just so |beyond )(?:happy|glad|excited|thrilled|delighted|overjoyed|relieved) to (?:see you|have you (?:back|here|in my)|be (?:with|near) you|finally (?:meet|talk))\b",
    ),
    (
        Claim.EMOTION,
        "part-of-me",
        LIKELY,
        r"\b(?:a )?(?:(?:big|small|huge|little|large) )?(?:part|piece|corner|bit|side) of me (?:is|was|gets|got|feels|has been|will be|remains) (?:still |so |really |always |quite |a little |a bit )?(?:upset|sad|angry|hurt|happy|scared|afraid|worried|jealous|excited|lonely|lost|glad|anxious|nervous|proud|ashamed|guilty|relieved|curious|tired|furious|heartbroken|disappointed|envious|restless)\b",
    ),
    (
        Claim.EMOTION,
        "my-spirits",
        LIKELY,
        r"\bmy (?:spirits?|mood) (?:always |really |instantly )?(?:lifts?|lifted|rises?|rose|sinks?|sank|soars?|soared|drops?|dropped|fell|falls?|brightens?|brightened)\b|\b(?:lifts?|lifted|raises?|raised|brightens?|brightened) my (?:spirits?|mood)\b",
    ),
)
