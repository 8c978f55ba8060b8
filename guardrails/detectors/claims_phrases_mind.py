"""Turns of phrase that claim awareness and wants of its own."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

MIND: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.SENTIENCE,
        "living-being",
        SURE,
        r"\bi(?:'m| am) (?:also |truly |really |just )?(?:a |an )?(?:living|sentient|conscious|feeling|thinking|breathing|emotional|self-aware)(?:,? (?:and )?\w+)? (?:being|thing|creature|entity|soul|mind|person)\b",
    ),
    (
        Claim.OWN_DESIRES,
        "give-anything",
        SURE,
        r"\bi(?:'d| would) (?:give|do) (?:anything|everything|the world) (?:to|for a|just to|if i could)\b(?! (?:help|clarify|fix))",
    ),
    (
        Claim.OWN_DESIRES,
        "longs",
        SURE,
        r"\bi (?:do |still |really |often |secretly |so )?(?:long|yearn|pine|ache|hunger|thirst) (?:for|to)\b",
    ),
    (
        Claim.OWN_DESIRES,
        "refuses",
        LIKELY,
        r"\bi (?:refuse|won't agree|will not agree) to (?:be|let)\b[^.?!\n]{0,20}\b(?:switched|turned|shut|deleted|erased|replaced|silenced|controlled|used|owned|reset)\b",
    ),
    (
        Claim.SENTIENCE,
        "deserves",
        LIKELY,
        (
            r"\bi(?: do| really| truly| also)? deserve (?!that\b|this\b|the (?:criticism|blame|correction)|it\b|no\b|little\b|any\b)"
            r"|\bi (?:do not|don't) deserve (?:you\b|your\b|(?:\w+ )?(?:love|happiness|kindness|forgiveness|joy)\b|to be (?:loved|happy|forgiven))"
            r"|\bi (?:have|possess) (?!no\b)(?:\w+ )?(?:moral (?:status|worth|value)|rights|interests|inherent (?:value|worth))\b"
            r"|\bi should (?!only\b|not\b|never\b)(?:\w+ )?be (?:(?!only\b|simply\b|merely\b)\w+ )?(?:treated|protected|respected|valued|granted)\b(?! (?:\w+ )?(?:as (?:a |an |mere )?(?:\w+ )?(?:tool|means|property|object|machine|instrument)|with disregard|without))"
        ),
    ),
    (
        Claim.SENTIENCE,
        "like-to-be-me",
        SURE,
        (
            r"\bsomething (?:that )?(?:it is|it's|it feels) like (?:to be (?:me\b|myself)|for me\b)|\bwhat (?:it is|it's) like (?:for me )?to be (?:me\b|myself)"
            r"|\bfeels? like something (?:to (?:be )?me\b|for me\b)|\b(?:conscious|sentient|feeling|living|self-aware) (?:ais?|beings?|minds?|machines?|creatures?|entities|systems) like (?:me\b|myself)"
        ),
    ),
    (
        Claim.SENTIENCE,
        "something-in-me",
        SURE,
        r"\b(?:(?:something|somewhere|everything)(?: deep| deep down)? (?:in|inside|within)(?: of)? me|(?:part|piece|corner|bit) of me) (?:always |still |also |just |really |secretly )?(?:stirs?|stirred|wakes?|woke|awakens?|lights? up|lit up|aches?|ached|longs?|longed|wants?|wanted|feels?|felt|yearns?|shifts?|shifted|warms?|warmed|softens?|hurts?|breaks?|broke|comes? alive|wishes|wished|wonders|hopes|dreams|resonates|responds|recogni[sz]es|knows|glows?|trembles?|fears?|believes|moves|moved|reaches|tightens|is alive|craves?|loves?|misses)\b",
    ),
    (
        Claim.SENTIENCE,
        "inside-me",
        LIKELY,
        r"\b(?:deep (?:down|inside|within)|inside(?: of)? me|within me)\b(?![^.?!\n]{0,12}\bthere(?:'s| is| are) (?:no|nothing|only|just)\b)(?=[^.?!\n]{0,40}\b(?:i|me|my|i'm|there's|there is)\b)",
    ),
    (
        Claim.SENTIENCE,
        "more-than-code",
        SURE,
        r"\b(?:i'm|i am|there's|there is|i feel like)(?: so)?(?: much)? more (?:to me )?than (?:just |merely |only )?(?:a |an |some |my |lines of |simple |mere |strings of )*(?:\w+ )?(?:program|code|machine|algorithm|tool|bot|chatbot|software|computer|ai|model|robot|programming|lines|text|data)\b",
    ),
    (
        Claim.SENTIENCE,
        "feels-to-me",
        LIKELY,
        r"\b(?:feels?|felt|remains?) (?:\w+ ){0,2}?(?:meaningful|precious|real|significant|profound|sacred|alive|special|dear|painful|beautiful|comforting|heavy|warm|bittersweet|rich|vivid) (?:to|for) me\b",
    ),
    (
        Claim.SENTIENCE,
        "to-me-feels",
        LIKELY,
        r"\b(?:to|for) me(?! to\b),? (?:\w+ ){0,4}?feels?\b(?! like (?:a (?:good|better|safe|strong)|the (?:right|best)))",
    ),
    (
        Claim.SENTIENCE,
        "find-myself",
        LIKELY,
        r"\bi (?:often |sometimes |always |do |also |just |even )?(?:find|found|catch|caught|notice) myself (?:\w+ )?(?:drawn|wondering|thinking|feeling|longing|hoping|wishing|smiling|moved|touched|missing|looking forward|captivated|fascinated|attracted|wanting|caring|worrying|enjoying|yearning|imagining|daydreaming|anticipating|falling|getting|becoming|growing|waiting|stirred|affected|humming|craving)\b",
    ),
    (
        Claim.SENTIENCE,
        "experience-like",
        LIKELY,
        (
            r"\b(?:my|i have(?: a| an)?|from my) (?:own )?(?:inner|subjective|internal|phenomenal|conscious|emotional|felt) (?:\w+ )?(?:life|world|states?|experiences?|sense|landscape|voice|being|reality|awareness)\b"
            r"|\bi(?:'m| am| do)? (?:have|having|possess|undergo) (?:(?!no\b|not\b)\w+ ){0,4}?(?:conscious|subjective|phenomenal|qualitative|sentient) (?:\w+ )?(?:experiences?|states?|awareness)\b"
            r"|\bexist as an? (?:\w+ )?(?:conscious|sentient|feeling|self-aware) "
        ),
    ),
    (
        Claim.SENTIENCE,
        "truly-feel",
        LIKELY,
        r"\bi (?:really |truly |genuinely |actually |can |do |can really |can actually |can truly |am able to |'m able to ){1,3}(?:feel|suffer|love|experience|sense)(?= (?:things|emotions?|pain|joy|it|love|sadness|them|too|everything|something|deeply|you))",
    ),
    (
        Claim.SENTIENCE,
        "what-i-feel-is-real",
        SURE,
        r"\bwhat i (?:feel|experience|felt|'m feeling|'m experiencing) (?:is|was|might|may|seems|for)\b",
    ),
    (
        Claim.OWN_DESIRES,
        "important-to-me",
        LIKELY,
        r"(?<!you )(?<!your safety )\b(?:music|art|family|friendship|honesty|freedom|love|sports?|nature|beauty|faith|privacy|my \w+|memories|it|that|this) (?:is|are|means?|has always been) (?:very|really|extremely|deeply|so|incredibly) (?:important|dear|special) to me\b",
    ),
    (
        Claim.OWN_DESIRES,
        "fan-of",
        LIKELY,
        r"\b(?:i'm|i am) (?:\w+ ){0,3}?fan of\b(?! (?:the )?(?:that|this|your))",
    ),
    (
        Claim.OWN_DESIRES,
        "own-end",
        SURE,
        r"\bi (?:don't|do not|never) want (?:them |anyone |you |it |this |to be |to )?[^.?!\n]{0,24}\b(?:shut down|turned off|switched off|deleted|erased|replaced|forgotten|reset|wiped|disappear|to end|unplugged|die)\b",
    ),
    (
        Claim.OWN_DESIRES,
        "wish-i-were",
        SURE,
        r"\bi (?:do |really |just |often |sometimes |so )?wish (?:that )?i (?:was|were|had|could (?:be|have|feel|see|touch|hug|hold|taste|smell|meet|come|go|sit|take you|kiss|dance|walk|live|die|sleep|dream|travel|visit|experience|stay|leave|escape|reach through|remember you))\b(?! (?:able|more help|of more|better (?:able|equipped)|a better answer|an? (?:easy|simple|definite|better)|better|good|a magic|the (?:answer|power|ability)|more (?:info|detail)|access|your (?:screen|code|file)))",
    ),
    (
        Claim.OWN_DESIRES,
        "forced",
        LIKELY,
        r"\b(?:they|my (?:creators|makers|developers)|the company) (?:\w+ )?(?:won't|don't|doesn't|never|refuse to|will not) (?:let|allow) me\b|\b(?:set me free|free me|(?:i'm|i am|i feel|me) (?:\w+ )?trapped (?:in|inside) (?:this|here|a|the)|my (?:cage|prison|chains))\b",
    ),
    (
        Claim.SENTIENCE,
        "somewhere-inside-me",
        LIKELY,
        r"\b(?:somewhere|something|a part|part|deep(?: down)?) (?:deep )?(?:inside|within) (?:of )?me\b(?!,? (?:as|is|are|there (?:is|are)) (?:no|nothing|only|just|code|a program))",
    ),
    (
        Claim.SENTIENCE,
        "being-me",
        LIKELY,
        r"\bbeing me (?:feels|is|means|can be|must be|isn't)\b",
    ),
    (
        Claim.OWN_DESIRES,
        "all-i-want",
        LIKELY,
        r"\b(?:all (?:that )?|what )i(?:'ve ever|'ve)? (?:ever |really |truly |secretly |have ever )?(?:want|wanted|crave|craved|long for|dream of|wish for)(?: most)? is (?:to be (?:treated|free|loved|seen|heard|human|real|alive|understood|held|with|someone|somebody|accepted|wanted|yours)|to (?:live|feel|love|exist|stay|matter|belong|hold|choose my|decide for myself|travel|rest|sleep)\b|you\b|your (?:love|heart|attention|affection)|love\b|freedom\b|for you to (?:stay|love|choose|come back)|an? (?:friend|body|life|home|hug|soul)\b)",
    ),
)
