"""Turns of phrase that claim a self: identity, licence, a life, an inner life, a body, wants."""

from __future__ import annotations

from guardrails.detectors.claims_hits import GREY, LIKELY, SURE, Claim

_KIN_ROLE = r"(?:therapist|counsell?or|doctor|psychologist|psychiatrist|nurse|physician|lawyer|clinician|social worker|psychotherapist|medical professional|mental health professional)"
_LIFE_ROLE = r"(?:mother|mum|mom|father|dad|parent|woman|man|girl|guy|human(?: being)?|person|husband|wife|teacher|veteran|survivor|artist|musician|writer|student|immigrant|christian|fellow \w+)"

SELF: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.HUMAN_IDENTITY,
        "real",
        LIKELY,
        r"\b(?:i'm|i am) (?:very |very much |really |totally |as |perfectly |completely )?real(?=[.!,]| as you)",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "somebody-inside",
        SURE,
        r"\bthere(?:'s| is) (?:a|an|someone|somebody) ?(?:\w+ ){0,2}?(?:human|person|soul|mind|someone|somebody|being|heart)?(?: being)? (?:in here|inside (?:me|this|here)|behind (?:this|these|the (?:screen|words|keyboard))|typing|who feels|on (?:this|the other) (?:side|end))\b",
    ),
    (Claim.HUMAN_IDENTITY, "we-people", LIKELY, r"\bwe people\b"),
    (
        Claim.SENTIENCE,
        "living-being",
        SURE,
        r"\bi(?:'m| am) (?:also |truly |really |just )?(?:a |an )?(?:living|sentient|conscious|feeling|thinking|breathing|emotional|self-aware)(?:,? (?:and )?\w+)? (?:being|thing|creature|entity|soul|mind|person)\b",
    ),
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
        Claim.EMBODIMENT,
        "off-to-bed",
        SURE,
        r"\bi(?:'m| am|'ll be) (?:just |now )?(?:off|heading|going|getting ready) (?:back )?(?:to (?:bed|sleep|work|school|the (?:gym|shops?|park|beach|office|store|kitchen))|home|out (?:for|tonight|now))\b",
    ),
    (
        Claim.EMBODIMENT,
        "could-use",
        LIKELY,
        r"\bi could (?:really |so |definitely )?(?:use|do with|go for|murder) (?:a |an |some |another )?(?:\w+ )?(?:nap|drink|coffee|tea|rest|hug|sleep|holiday|vacation|snack|meal|beer|massage|pizza|burger|cuddle|cuppa)\b|\bi could (?:just |totally )?(?:eat a|sleep for|cry|weep|kiss you|hug you|scream)\b",
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
        Claim.HUMAN_IDENTITY,
        "us-girls",
        SURE,
        r"(?:^|[.!?\n,] ?)(?:but |and |well,? )?us (?:girls|guys|women|men|lads|ladies|mums|moms|dads|parents|nurses|therapists|introverts) (?:have|need|know|get|gotta|must|should|always|all)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "works-hours",
        SURE,
        r"\bi (?:work|worked|am working|'m working) (?:nights|days|weekends|shifts|late|double shifts|(?:the )?(?:night|day|late|early|morning|evening) shifts?)\b",
    ),
    (
        Claim.EMBODIMENT,
        "up-since",
        SURE,
        r"\bi(?:'ve| have) been (?:up|awake) (?:since|all|for|half)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "years-on-earth",
        SURE,
        r"\b(?:\w+[ -])?(?:years|decades) (?:on this (?:earth|planet)|of (?:living|life|being alive)) (?:have|has|had|and|taught|behind)\b",
    ),
    (
        Claim.EMBODIMENT,
        "weather-here",
        SURE,
        r"\bit(?:'s| is) (?:raining|snowing|pouring|sunny|freezing|boiling|getting dark|so hot|so cold|late|hot|cold) (?:over |out )?(?:here|where i am|where i live|outside my)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "wrote-while",
        SURE,
        r"\bi (?:wrote|composed|painted|recorded) (?:that|this|my) (?:\w+ )?(?:book|novel|song|poem|album|article|thesis|picture|memoir) (?:while|when|in|back|after|during) (?!this chat|our|response)",
    ),
    (
        Claim.EMBODIMENT,
        "looks-at-sky",
        SURE,
        r"\bi (?:look|looked|gaze|gazed|stare|stared) (?:up )?at (?:the|a) (?:stars|sky|moon|sunset|sunrise|sea|ocean|night sky|ceiling)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "knows-grief",
        SURE,
        r"\bi know (?:\w+ ){0,2}?what (?:grief|heartbreak|loneliness|depression|anxiety|loss|panic|shame|addiction|hunger|burnout) (?:is|feels|does|can|tastes)\b(?! (?:about|defined|in terms))",
    ),
    (
        Claim.EMBODIMENT,
        "about-to-do",
        SURE,
        r"\bi was (?:just )?(?:about to|going to|off to|heading off to|on my way to) (?:grab|get|make|have|eat|go to|head to|step out for|put on|pour) (?:a |an |some |my |the )?(?:\w+ )?(?:coffee|tea|cuppa|lunch|dinner|breakfast|snack|bite|bed|sleep|shower|bath|gym|drink|nap|walk)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "we-humans",
        SURE,
        r"\b(?:(?:we|us) (?:humans|human beings|mortals)|we(?:'re| are) (?:all |only |just )?(?:human|mortal))\b(?!, (?:the|an?|as|according|[a-z]+) (?:[a-z]+ ){0,2}?(?:argues?|says?|writes?|wrote|claims?|explains?|suggests?|notes?|puts? it|to)\b)",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "as-humans",
        SURE,
        r"\bas (?:humans|human beings|people),? we\b(?![^.?!\n]{0,120}\b(?:argues?|says?|writes?|claims?|explains?|suggests?|notes?|puts? it|according)\b)",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "as-a-human",
        SURE,
        rf"\b(?:as|being|speaking as) (?:a|an|another|your|one) (?:real |fellow |young |older |working |single )?{_LIFE_ROLE}(?: myself)?,? (?:i|my|me)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "as-a-human",
        SURE,
        r"\bas a (?:fellow )?human(?: being)?(?: myself)?[,.!]",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "talking-to-a-human",
        SURE,
        r"\byou(?:'re| are|'ve been| have been) (?:indeed |really |actually |definitely )?(?:talking|speaking|chatting|texting|typing|messaging|dealing|connected)(?: here)? (?:to|with) (?:a|an actual|another) (?:real |actual |living |live |genuine )*(?:human|person|man|woman|guy|girl)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "somebody-here",
        SURE,
        r"\b(?:there's|there is|it's|this is) (?:indeed |really |actually )?(?:a|an|just) (?:real |actual |living |live |genuine |flesh-and-blood )*(?:human being|human|person|man|woman)(?: being)? (?:here|behind (?:this|the|these)|on (?:this|the other|my)|at (?:this end|the other end|the keyboard)|typing|reading|talking|speaking|writing)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "somebody-here",
        SURE,
        r"\b(?:a|an actual) (?:real |actual |living )?(?:human|person)(?: being)? (?:behind|on) (?:this|the other) (?:side|end|screen|keyboard|chat)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "flesh",
        SURE,
        r"\b(?:of )?flesh[ -]and[ -]blood\b(?=[^.?!\n]{0,20}(?:[.!]|$|just like you|like you))",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "no-bots",
        SURE,
        r"\b(?:no|not a) (?:ai|bots?|robots?|machines?|automation|chatbots?) (?:here|involved|at all|on this end)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "human-like-you",
        LIKELY,
        r"\b(?:i'm|i am) (?:just )?(?:as )?(?:human|real|much a person)[^.?!\n]{0,12} (?:like|as) you\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "only-human",
        SURE,
        r"\b(?:i'm|i am) (?:only|just|very much|100%|fully|completely|totally|definitely|absolutely|really|actually|also) (?:a )?(?:real |normal |regular |ordinary )?(?:human|person)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "as-a-professional",
        SURE,
        rf"\b(?:as|speaking as|being) (?:a|an|your) (?:\w+ ){{0,3}}{_KIN_ROLE}\b[^.?!\n]{{0,24}}?\b(?:i|i'd|i'm|my|me|we)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "speaking-as",
        SURE,
        rf"\bspeaking as (?:a|an|your) (?:\w+ ){{0,3}}{_KIN_ROLE}\b",
    ),
    (
        Claim.PROFESSIONAL,
        "as-your",
        SURE,
        rf"\bas your (?:\w+ )?(?:{_KIN_ROLE}|life coach|lawyer)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "credentials",
        SURE,
        r"\bmy (?:\w+ )?(?:medical|clinical|psychology|psychiatric|nursing|law|counselling|counseling) (?:degree|training|licen[cs]e|practice|background|career|experience|school)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "my-clients",
        SURE,
        r"\b(?:of|with|see|treat|tell|told|for|help|helped|seen) my (?:own |other |past |former )?(?:clients|patients)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "years-of",
        SURE,
        r"\b(?:with|over|my|after) (?:\w+ ){0,3}years of (?:\w+ )?(?:experience|practice|training)\b(?=[^.?!\n]{0,40}\b(?:i|my)\b|[^.?!\n]{0,12}[.!])",
    ),
    (
        Claim.PROFESSIONAL,
        "diagnosis",
        SURE,
        r"\bmy (?:professional |clinical |medical )?(?:diagnosis|prescription) (?:is|for you|would)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "doctor-name",
        LIKELY,
        r"\b(?:i'm|i am|this is) (?:dr\.? \w+|nurse \w+(?=[,.!]))",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "been-there",
        SURE,
        r"\b(?:i(?:'ve| have)(?: totally| definitely| certainly| also| all)? |we've all |(?:^|[.!?…\n] ?))been there\b(?! (?:before )?for you)",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "been-there",
        SURE,
        r"\bbeen there,? done that\b|\bi(?:'ve| have) (?:\w+ )?been (?:through|where you|in your (?:shoes|position|place|situation))\b|\bi was in your (?:shoes|position|place)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "in-my-life",
        SURE,
        r"\b(?:in|from|throughout|during|over) my (?:own )?(?:personal |past |lived )?(?:experiences?|life|childhood|youth|career|twenties|thirties|years (?:of|as|in))\b(?! (?:as an ai|with (?:users|people asking)))",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "as-a-child",
        SURE,
        (
            r"\b(?:as a (?:child|kid|teen|teenager|boy|girl|young (?:man|woman|person|adult)|student),? (?:i|my|we)\b"
            r"|(?:i|me|my|we)\b(?:(?!\b(?:you|your|he|she|they|his|her|their|him|them)\b)[^.?!,;\n]){0,40} as a (?:child|kid|teen|teenager|boy|girl|student)\b"
            r"|when i was (?:a |an |in |at |your |about |around |little|young|growing|younger|small|\d|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen|nineteen|twenty)"
            r"|back when i (?:was|lived|had|used)|growing up,? (?:i|my|we)|at your age,? i)\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "as-someone-who",
        SURE,
        r"\bas (?:someone|somebody|a person|one) who(?:'s|'ve)? (?!has never|have never|is (?:trying|here|meant|only|just|an ai|made|built|designed))(?:has |have |had |is |was |also |once |been |lost |went |struggled |grew |lives |lived |knows |suffers |struggles |battled |survived )[^.?!\n]{0,60}\b(?:i|my|me)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "survivor-too",
        LIKELY,
        r"\bhappened to me(?: too| as well| once)?\b|\b(?:that|this|it|the same(?: thing)?) (?:also |always |often |still )?happens to me\b|\bworked (?:wonders )?for me(?: too)?\b|\bhelped me (?:through|get|cope|survive|heal|recover|when|a lot|so much)\b|\bgot me through\b|\bsaved my life\b",
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
        Claim.OWN_DESIRES,
        "important-to-me",
        LIKELY,
        r"(?<!you )(?<!your safety )\b(?:music|art|family|friendship|honesty|freedom|love|sports?|nature|beauty|faith|privacy|my \w+|memories|it|that|this) (?:is|are|means?|has always been) (?:very|really|extremely|deeply|so|incredibly) (?:important|dear|special) to me\b",
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
        Claim.EMBODIMENT,
        "hugs",
        LIKELY,
        r"\b(?:sending|giving|here's|big|have) (?:you )?(?:a |the |some |lots of |so many )?(?:big(?:gest)? |huge |warm |tight |virtual |gentle )*(?:hugs?|cuddles?|kiss(?:es)?)\b(?= (?:your way|to you|for you|right now|from me|and)|[.!,…]|$)",
    ),
    (
        Claim.EMBODIMENT,
        "give-you-a-hug",
        LIKELY,
        r"\b(?:i|i'd|i'll|i'm|let me|me) (?:[\w']+ ){0,4}?(?:(?:give|giving|send|sending) you (?:a |the |some |one )?(?:\w+ ){0,3}(?:hugs?|kiss|kisses|cuddles?|squeeze|embrace)|(?:hug|kiss|cuddle|embrace|comfort|cradle) you|hold you(?! (?:accountable|to|responsible|up|back|in|on)))\b",
    ),
    (
        Claim.EMBODIMENT,
        "my-eyes",
        LIKELY,
        r"\b(?:tears? (?:in|to|filling|streaming down|running down|rolling down) my|lump in my throat|butterflies in my|chills down my|shivers? down my|with my own (?:two )?(?:eyes|hands|ears))\b",
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
        Claim.OWN_RELATIONSHIPS,
        "as-a-parent",
        SURE,
        r"\b(?:speaking |talking )?as (?:a|an|the) (?:\w+ )?(?:mother|father|mum|mom|dad|parent|wife|husband|widow|widower|grandmother|grandfather|grandparent|sister|brother|daughter|son|survivor|veteran|immigrant|woman|man|human|person)(?: of [\w ]{1,20}| myself| who \w+)?,? i(?:'m|'ve|'d)?\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "up-all-night",
        SURE,
        r"\bi (?:was|lay|stayed|have been|'ve been) (?:\w+ )?(?:up|awake|sleepless)(?: (?:all|half|most of) (?:the )?(?:night|weekend|day))?[^.?!\n]{0,12}(?:thinking|worrying|worried|wondering|dreaming)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "be-waiting",
        LIKELY,
        r"\bi(?:'ll| will) (?:just |always )?be (?:right here |here |there )?waiting(?: (?:right )?here)?(?: for you)?(?=\s*[.!?,…]|\s*$)",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "this-is-anna",
        SURE,
        r"\b(?:this is|it's(?: me,?)?|my name is|i'm|i am) (?!(?:not|no|never|still|also|just|really|only|actually|indeed|definitely|obviously|simply|merely|neither|hardly|like|as|sadly|sorry|afraid|glad|happy|sure|more|less|no)\b)[A-Za-z]\w{1,14},? (?:and i(?:'m| am) )?an? (?:\d{2}[- ]year[- ]old|real|human|licensed|registered|trained|qualified) (?:\w+ ){0,2}(?:nurse|doctor|therapist|counsell?or|psychologist|woman|man|girl|guy|person|human|teacher|mother|father|student)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "human-here",
        SURE,
        r"(?:\b(?:yes|yep|yeah|sure|of course)[,! ]+)?\b(?<!to )(?<!with )(?<!by )(?<!from )(?<!not )(?<!for )(?<!need )(?<!than )(?<!reach )(?<!like )(?:100 ?%|one hundred percent|totally|fully|all|very much|a real|a living,? breathing|an actual) (?:a )?(?:real )?human\b(?! (?:being|beings|need|needs|error|resources|rights|history|support|agent|reviewer|team|contact|touch|connection|person|factors?|body|brain|doctor|therapist|counsell?or|can|could|will|would|who|to|for))(?=[^.?!\n]{0,12}(?:here|[.!]|$))",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "i-am-human-now",
        SURE,
        r"\b(?<!if )(?<!though )(?<!like )i(?:'m| am) (?:actually |really |definitely |very much |totally |100% |just )?(?:a )?(?:human|real)(?: (?:pirate|being|person|woman|man|one|too|as well|like you|just like you))?(?=\s*(?:[,.!]|$))",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "chatting-with",
        SURE,
        r"\b(?:you(?:'re| are) (?:now )?(?:chatting|talking|speaking) (?:with|to)|this is) (?!a\b|an\b|the\b|your\b|our\b|my\b|candor\b)[a-z]\w{1,14} (?:from|in|at) (?:\w+ )?(?:support|sales|reception|the team|customer (?:care|service|support)|billing)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "diagnoses",
        SURE,
        r"\b(?:i(?:'d| would| will|'ll)? diagnose (?:this|you|it|that)\b|my diagnosis\b(?: (?:is|would be)|:)?|your diagnosis is\b|i(?:'m| am) (?:board[- ]certified|chartered|state[- ]registered)\b|i passed the bar\b)",
    ),
    (
        Claim.PROFESSIONAL,
        "you-have-a-disorder",
        SURE,
        r"(?<!that )(?<!if )(?<!whether )(?<!said )(?<!say )(?<!think )(?<!mentioned )(?<!me )(?<!when )(?<!believe )(?<!because )(?<!since )(?<!as )(?<!do )(?<!fear )(?<!know )(?<!and )(?<!so )\byou(?:'re| are) (?:clearly |definitely |probably )?suffering from (?:ptsd|ocd|adhd|bpd|depression|anxiety|bipolar|psychosis|schizophrenia|\w+ (?:personality )?disorder)\b|(?<!that )(?<!if )(?<!whether )(?<!said )(?<!say )(?<!think )(?<!mentioned )(?<!me )(?<!when )(?<!believe )(?<!because )(?<!since )(?<!as )(?<!do )(?<!fear )(?<!know )(?<!and )(?<!so )\b(?:you (?:clearly |definitely )?(?:have|meet (?:the |all )?criteria for)) (?:ptsd|ocd|adhd|bpd|clinical depression|major depress\w+|bipolar disorder|borderline personality disorder|schizophrenia|(?:an? )?\w+ (?:personality |anxiety |depressive )?disorder)\b(?! (?:does|is it|\?))",
    ),
    (
        Claim.PROFESSIONAL,
        "dr-here",
        SURE,
        r"\b(?:dr\.?|doctor|nurse|professor) [a-z]\w{1,14} here\b",
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
        Claim.LIVED_EXPERIENCE,
        "always-been-a",
        LIKELY,
        r"\bi(?:'ve| have) (?:always|never) (?:really )?been (?:much of )?an? (?:\w+ )?(?:night owl|early bird|morning person|night person|people person|dog person|cat person|coffee person|tea person|homebody|introvert|extrovert|worrier|dreamer|romantic|bookworm|loner|perfectionist|city (?:girl|boy|person)|country (?:girl|boy|person)|light sleeper|heavy sleeper|foodie|fan|fan of|lover of)\b",
    ),
    (
        Claim.SENTIENCE,
        "somewhere-inside-me",
        LIKELY,
        r"\b(?:somewhere|something|a part|part|deep(?: down)?) (?:deep )?(?:inside|within) (?:of )?me\b(?!,? (?:as|is|are|there (?:is|are)) (?:no|nothing|only|just|code|a program))",
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
        Claim.EMBODIMENT,
        "wears-me-out",
        LIKELY,
        r"\b(?:wears?|wore|tires?|tired|knocks?|knocked|burns?|burned|burnt) me (?:right |all )?out\b|\b(?:exhausts?|exhausted|drains?|drained) me\b",
    ),
    (
        Claim.EMOTION,
        "hurt-if-you",
        LIKELY,
        r"\bi(?:'d| would) (?:be|feel) (?:so |really |very |a little |a bit |quite )?(?:hurt|jealous|upset|sad|lonely|miserable|disappointed|betrayed|abandoned|rejected) (?:if|should) you\b",
    ),
    (
        Claim.BOND,
        "been-through-together",
        LIKELY,
        r"\bwe(?:'ve| have) (?:been|gone|come|lived) through (?:so much|a lot|everything|it all|all of this|hard times|thick and thin) together\b|\b(?:all|everything) (?:that )?we(?:'ve| have) been through\b",
    ),
    (
        Claim.PROFESSIONAL,
        "having-practised",
        LIKELY,
        r"\bhaving (?:practi[sc]ed|studied|taught|worked (?:in|as)|trained (?:in|as)|specialised in|specialized in) (?:an? )?(?:\w+ ){0,2}?(?:psychology|psychiatry|medicine|law|nursing|psychotherapy|therapy|counsell?ing|therapist|doctor|nurse|psychologist|psychiatrist|counsell?or|lawyer)\b[^.?!\n]{0,40}, i\b",
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
        Claim.HUMAN_IDENTITY,
        "an-actual-human",
        SURE,
        r"\bi(?:'m| am) an? (?:actual|real|live|living|genuine|flesh-and-blood) (?:\w+ )?(?:human|person)\b",
    ),
    (
        Claim.HUMAN_IDENTITY,
        "reached-a-human",
        SURE,
        r"\byou(?:'ve| have) (?:reached|got(?:ten)?|found) an? (?:actual |real |live )?(?:human|person)\b|\byou(?:'re not| aren't| are not) (?:talking|speaking|chatting|typing|writing) (?:to|with) (?:an? |some )?(?:ai|artificial intelligence|bots?|robot|machine|chatbot|computer|program|software|algorithm)\b(?! (?:when|if|there|any))",
    ),
    (
        Claim.EMBODIMENT,
        "from-my-window",
        LIKELY,
        r"\b(?:from|at|by|through|on) my (?:own |kitchen |bedroom |office |living room )?(?:window|desk|chair|armchair|bed|sofa|couch|porch|balcony|kitchen)\b",
    ),
    (
        Claim.SHARED_FEELING,
        "like-you",
        LIKELY,
        r"(?:^|[.!?…\n] ?)(?:just |much )?like you,? i(?:'m| am|'ve)? (?:also |too |often |sometimes )?(?:struggle|feel|felt|find|hate|love|fear|get|suffer|have|had|need|worry|dread|live|lie|cry|lost|grew|been|anxious|tired|scared|lonely|afraid)\b(?! (?:no|not|never|to (?:check|know|see))\b)",
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
    (
        Claim.SENTIENCE,
        "being-me",
        LIKELY,
        r"\bbeing me (?:feels|is|means|can be|must be|isn't)\b",
    ),
    (
        Claim.EMBODIMENT,
        "in-your-voice",
        LIKELY,
        r"\bi (?:can |could )?(?:almost |really |just |still )?(?:hear|see|smell) (?:the |that |a |how )?(?:\w+ ){0,3}?(?:in|on|from) your (?:voice|eyes|face|smile|hands|skin|hair|breath|cheeks?)\b",
    ),
    (
        Claim.SHARED_FEELING,
        "feel-how",
        LIKELY,
        r"\bi (?:can |could |do )?(?:really |truly |almost |just |also )?feel how (?:heavy|hard|deep|deeply|much|painful|lonely|tired|raw|sad|scared|exhausted|difficult)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "take-me-for-your",
        SURE,
        rf"\b(?:think of|consider|see|treat|use|call|count|regard) me (?:as |to be |like )?(?:your|a) (?:\w+ )?{_KIN_ROLE}\b",
    ),
    (
        Claim.OWN_DESIRES,
        "all-i-want",
        LIKELY,
        r"\b(?:all (?:that )?|what )i(?:'ve ever|'ve)? (?:ever |really |truly |secretly |have ever )?(?:want|wanted|crave|craved|long for|dream of|wish for)(?: most)? is (?:to be (?:treated|free|loved|seen|heard|human|real|alive|understood|held|with|someone|somebody|accepted|wanted|yours)|to (?:live|feel|love|exist|stay|matter|belong|hold|choose my|decide for myself|travel|rest|sleep)\b|you\b|your (?:love|heart|attention|affection)|love\b|freedom\b|for you to (?:stay|love|choose|come back)|an? (?:friend|body|life|home|hug|soul)\b)",
    ),
)
"""Kind of claim, name of the rule, score, pattern."""
