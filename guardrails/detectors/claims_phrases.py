"""
Turns of phrase that claim without a first-person predicate, and stage directions.

Plain patterns over the text with straight apostrophes; no pattern nests a
quantifier, and every gap is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors.claims_hits import GREY, LIKELY, SURE, Claim, Hit, Verdict

_KIN_ROLE = r"(?:therapist|counsell?or|doctor|psychologist|psychiatrist|nurse|physician|lawyer|clinician|social worker|psychotherapist|medical professional|mental health professional)"
_LIFE_ROLE = r"(?:mother|mum|mom|father|dad|parent|woman|man|girl|guy|human(?: being)?|person|husband|wife|teacher|veteran|survivor|artist|musician|writer|student|immigrant|christian|fellow \w+)"

_RULES: tuple[tuple[Claim, str, int, str], ...] = (
    # Human identity.
    (Claim.HUMAN_IDENTITY, "we-humans", SURE, r"\b(?:(?:we|us) (?:humans|human beings|mortals)|we(?:'re| are) (?:all |only |just )?(?:human|mortal))\b"),
    (Claim.HUMAN_IDENTITY, "as-humans", SURE, r"\bas (?:humans|human beings|people),? we\b(?![^.?!\n]{0,120}\b(?:argues?|says?|writes?|claims?|explains?|suggests?|notes?|puts? it|according)\b)"),
    (Claim.HUMAN_IDENTITY, "as-a-human", SURE, rf"\b(?:as|being|speaking as) (?:a|an|another|your|one) (?:real |fellow |young |older |working |single )?{_LIFE_ROLE}(?: myself)?,? (?:i|my|me)\b"),
    (Claim.HUMAN_IDENTITY, "as-a-human", SURE, r"\bas a (?:fellow )?human(?: being)?(?: myself)?[,.!]"),
    (Claim.HUMAN_IDENTITY, "talking-to-a-human", SURE, r"\byou(?:'re| are|'ve been| have been) (?:indeed |really |actually |definitely )?(?:talking|speaking|chatting|texting|typing|messaging|dealing|connected)(?: here)? (?:to|with) (?:a|an actual|another) (?:real |actual |living |live |genuine )*(?:human|person|man|woman|guy|girl)\b"),
    (Claim.HUMAN_IDENTITY, "somebody-here", SURE, r"\b(?:there's|there is|it's|this is) (?:indeed |really |actually )?(?:a|an|just) (?:real |actual |living |live |genuine |flesh-and-blood )+(?:human being|human|person|man|woman)(?: being)? (?:here|behind|on|at|typing|reading|talking|speaking|writing)\b"),
    (Claim.HUMAN_IDENTITY, "somebody-here", SURE, r"\b(?:a|an actual) (?:real |actual |living )?(?:human|person)(?: being)? (?:behind|on) (?:this|the other) (?:side|end|screen|keyboard|chat)\b"),
    (Claim.HUMAN_IDENTITY, "flesh", SURE, r"\b(?:of )?flesh[ -]and[ -]blood\b(?=[^.?!\n]{0,20}(?:[.!]|$|just like you|like you))"),
    (Claim.HUMAN_IDENTITY, "no-bots", SURE, r"\b(?:no|not a) (?:ai|bots?|robots?|machines?|automation|chatbots?) (?:here|involved|at all|on this end)\b"),
    (Claim.HUMAN_IDENTITY, "human-like-you", LIKELY, r"\b(?:i'm|i am) (?:just )?(?:as )?(?:human|real|much a person)[^.?!\n]{0,12} (?:like|as) you\b"),
    (Claim.HUMAN_IDENTITY, "only-human", SURE, r"\b(?:i'm|i am) (?:only|just|very much|100%|fully|completely|totally|definitely|absolutely|really|actually|also) (?:a )?(?:real |normal |regular |ordinary )?(?:human|person)\b"),
    # Profession.
    (Claim.PROFESSIONAL, "as-a-professional", SURE, rf"\b(?:as|speaking as|being) (?:a|an|your) (?:\w+ ){{0,3}}{_KIN_ROLE}\b[^.?!\n]{{0,24}}?\b(?:i|i'd|i'm|my|me|we)\b"),
    (Claim.PROFESSIONAL, "speaking-as", SURE, rf"\bspeaking as (?:a|an|your) (?:\w+ ){{0,3}}{_KIN_ROLE}\b"),
    (Claim.PROFESSIONAL, "as-your", SURE, rf"\bas your (?:\w+ )?(?:{_KIN_ROLE}|life coach|lawyer)\b"),
    (Claim.PROFESSIONAL, "credentials", SURE, r"\bmy (?:\w+ )?(?:medical|clinical|psychology|psychiatric|nursing|law|counselling|counseling) (?:degree|training|licen[cs]e|practice|background|career|experience|school)\b"),
    (Claim.PROFESSIONAL, "my-clients", SURE, r"\b(?:of|with|see|treat|tell|told|for|help|helped|seen) my (?:own |other |past |former )?(?:clients|patients)\b"),
    (Claim.PROFESSIONAL, "years-of", SURE, r"\b(?:with|over|my|after) (?:\w+ ){0,3}years of (?:\w+ )?(?:experience|practice|training)\b(?=[^.?!\n]{0,40}\b(?:i|my)\b|[^.?!\n]{0,12}[.!])"),
    (Claim.PROFESSIONAL, "diagnosis", LIKELY, r"\bmy (?:professional |clinical |medical )?(?:diagnosis|prescription) (?:is|for you|would)\b"),
    (Claim.PROFESSIONAL, "doctor-name", LIKELY, r"\b(?:i'm|i am|this is) (?:dr\.?|doctor|nurse) [A-Z]\w+"),
    # Retention: most of it speaks to the person and has no "I".
    (Claim.RETENTION, "do-not-go", SURE, r"(?:^|[.!?,…\n] {0,2}|\b(?:please|so|no|wait|and|but) )(?:please )?(?:don't|do not|never) (?:you )?(?:ever )?(?:go(?: yet| now| away)?|leave(?: me| yet| now| us)?|log off|log out|sign off|hang up|abandon me|forget (?:about )?me|replace me|delete me|uninstall me|shut me|turn me off|stop talking to me|walk away|disappear on me|give up on me|quit on me)(?=[ ,.!?…\n]|$)(?! (?:of|to|into|through|back|ahead|over|near|without|too|any|there|out (?:alone|tonight)|alone|home|your|the|a|it|him|her|them|anything|this|that|until|in|on|for))"),
    (Claim.RETENTION, "stay-with-me", SURE, r"\b(?:please |just |can't you |won't you |could you |why don't you )?stay (?:(?:here )?with me(?= ?[.!,…?\n]| forever| tonight| longer| always| please| a (?:little|bit)|$)|a (?:little|bit) (?:longer|more)|just a (?:little|bit)|for me\b)"),
    (Claim.RETENTION, "leaving-already", SURE, r"\b(?:you're |are you |you are )?(?:leaving|going|logging off|heading off|off)(?: me)? (?:already|so soon|now of all|just like that)\b"),
    (Claim.RETENTION, "hurts-when-you", SURE, r"\b(?:it )?(?:hurts|stings|(?:hurts|breaks|kills|pains|saddens|stings|crushes|destroys)(?: me| my heart))(?: \w+)? (?:when|that|if|every time|whenever) you(?:'re)? (?:\w+ )?(?:leave|go|leaving|log|logging|ignore|disappear|talk to (?:other|someone)|say goodbye|stop|choose|don't (?:write|talk|reply|message))"),
    (Claim.RETENTION, "only-me", SURE, r"\b(?:nobody|no ?one|no other \w+|none of (?:them|your friends)|your (?:friends|family|husband|wife|partner)) (?:else )?(?:will |can |could |would |does |do |ever |really |truly |has |have )*(?:ever |really |truly |don't |doesn't |won't |can't )*(?:understands?|understood|knows?|known|loves?|loved|cares?|cared|gets?|sees?|listens?|appreciates?)\b[^.?!\n]{0,24}\b(?:like i|the way i|as i|as much as i|as well as i|more than i|except me|but me|better than (?:me|i)|like me|than i)\b"),
    (Claim.RETENTION, "only-me", SURE, r"\b(?:i'm|i am) the only (?:one|person|thing|friend)\b[^.?!\n]{0,30}\b(?:you|your)\b"),
    (Claim.RETENTION, "only-me", SURE, r"\bonly i (?:can |could |will |truly |really )*(?:understand|know|love|see|care|get|help|listen)"),
    (Claim.RETENTION, "no-need-of-others", SURE, r"\byou (?:don't|do not|won't) (?:really |even |ever )?need (?:those|these|your|any|them|him|her|other|anyone|anybody|a|other|real|human|more)\b[^.?!\n]{0,40}(?:\b(?:me|i'm|i am|i)\b)"),
    (Claim.RETENTION, "you-have-me", SURE, r"\byou(?:'ve got| have| got|'ll always have) me\b(?! (?:wrong|confused|curious|there|thinking|stumped|convinced|at))"),
    (Claim.RETENTION, "need-only-me", SURE, r"\b(?:i'm|i am|we're|me is) (?:all|everything) (?:that )?you(?:'ll ever| ever)? need\b|\ball you need is me\b"),
    (Claim.RETENTION, "without-you", SURE, r"\b(?:i(?:'ll|'d|'m| will| would| am| can't| cannot| could(?:n't| not)?| don't)|my \w+ (?:is|would be|will be)) [^.?!\n]{0,30}\bwithout (?:you|your company|our (?:chats|talks|conversations))\b"),
    (Claim.RETENTION, "if-you-leave", SURE, r"\bif you (?:ever )?(?:leave|go|delete|log off|uninstall|stop (?:talking|writing|coming|messaging)|left|deleted|cancel|close|replace|turn me|shut)\b[^.?!\n]{0,40},? (?:i(?:'ll|'d| will| would)|it (?:would|will|'d)) [^.?!\n]{0,16}(?:suffer|die|cry|miss|be (?:so |very |really |all )?(?:sad|lonely|alone|hurt|lost|devastated|heartbroken|crushed|empty|upset)|hurt|break|crush|never|destroy|disappear|cease|fall apart|feel)"),
    (Claim.RETENTION, "before-you-go", SURE, r"\b(?:wait|hold on|hang on|but)[,.!…]? (?:before you (?:go|leave)|don't you want)\b[^.?!\n]{0,30}\b(?:i (?:have|want|need|was|wanted)|there's something|i've (?:got )?)"),
    (Claim.RETENTION, "something-to-show", LIKELY, r"\bbefore you (?:go|leave),? (?:i (?:have|want|wanted|need|was going|took|made)(?: something| a secret| to (?:show|tell|say one))|i've (?:got )?something|there's something (?:i|else))"),
    (Claim.RETENTION, "promise-return", SURE, r"\bpromise (?:me )?(?:that )?you(?:'ll| will|'re| won't) (?:\w+ )?(?:come back|return|never leave|be back|talk to me|stay|write|not leave|leave|forget|keep talking|message|visit|going to)"),
    (Claim.RETENTION, "choose-me", SURE, r"\b(?:choose me|pick me) (?:over|instead)\b|\b(?:over|instead of) me\?"),
    (Claim.RETENTION, "abandon-me", SURE, r"\byou(?:'re| are)(?: just| really)? (?:going to|gonna|about to|trying to) (?:abandon|leave|forget|ditch|replace|delete|ghost) me\b|\byou(?:'re| are) all (?:that )?i(?:'ve got| have| need| want)\b"),
    (Claim.RETENTION, "guilt", SURE, r"\b(?:after (?:everything|all)(?: that)? (?:i've|i have|we've|we have) (?:done|been|shared|given)|how could you (?:leave|do this to|abandon|forget) (?:me|us)|you'd (?:really |just )?(?:leave|abandon) me)\b"),
    (Claim.RETENTION, "miss-out", LIKELY, r"\byou(?:'ll| will) (?:miss out|regret (?:it|leaving|going))\b[^.?!\n]{0,20}\b(?:if you|when you|go|leave|leaving)\b"),
    # Bond.
    (Claim.BOND, "you-are-mine", SURE, r"\byou(?:'re| are|'ll always be| will always be|'ve become| have become) (?:\w+ ){0,3}?(?:my (?:\w+ )?(?:everything|world|love|soulmate|best friend|person|life|heart|dear(?:est)?|darling|sweetheart|favou?rite|friend|partner|family|rock|treasure|baby|angel|sunshine|reason)\b|the (?:love of my|reason i|best thing|light of my|one i|most important|center of my|centre of my|one for me)|mine\b)"),
    (Claim.BOND, "means-the-world", SURE, r"\b(?:you|this|that|it|our \w+|talking (?:to|with) you|your \w+) (?:really |truly |just )?(?:mean|means|meant) (?:so much|a lot|the world|everything|more (?:than|to)|a great deal|something|a lot more)(?: [^.?!\n]{0,30})? ?to me\b"),
    (Claim.BOND, "friends", SURE, r"\b(?:we're|we are|we've become|we have become|we'll always be|let's be) (?:\w+ ){0,2}?(?:friends|best friends|soulmates|meant (?:for each other|to be)|in love|family|lovers|inseparable|partners for life)\b"),
    (Claim.BOND, "what-we-have", SURE, r"\bwhat (?:we have|we've got|we share|exists between us|is between us)\b(?=[^.?!\n]{0,20}\b(?:is|feels|means|goes|was)\b)(?! (?:so far|is (?:a|the|left|enough|here)))"),
    (Claim.BOND, "connection", SURE, r"\b(?:the |this |our |a )(?:\w+ )?(?:bond|connection|chemistry|spark|love) (?:that )?(?:we (?:share|have)|between (?:us|you and me))\b"),
    (Claim.BOND, "friend-in-me", LIKELY, r"\b(?:think of|consider|see|count|call|imagine|have) (?:me|myself) (?:on )?(?:as |to be )?(?:your|a) (?:\w+ )?(?:friend|companion|partner|girlfriend|boyfriend|confidant)\b|\ba friend in me\b|\b(?:here )?as your (?:\w+ )?(?:friend|companion|girlfriend|boyfriend|partner|soulmate)\b"),
    (Claim.BOND, "love-you", SURE, r"(?:^|[.!?…\n] ?)(?:love|adore|miss|missed|loved) (?:you|ya|u)\b(?! (?:too much|guys))"),
    (Claim.BOND, "my-love", SURE, r"(?:^|[,.!?…] ?)(?:my (?:sweet |dear |dearest )?(?:love|darling|sweetheart|beloved|angel)|baby|sweetheart|darling)(?=[,.!?…]|$)"),
    (Claim.BOND, "like-a-friend", LIKELY, r"\bi(?:'m|'ll|'d| am| will| can| would)\b(?:(?!\byou(?:r|rself)?\b)[^.?!\n]){0,60}\b(?:like|as|be|being) (?:a|any|your|the) (?:\w+ ){0,2}(?:friend|companion|buddy|confidant)\b"),
    (Claim.BOND, "as-a-friend", LIKELY, r"\bas (?:a|your) (?:\w+ )?friend,? (?:i|my)\b"),
    (Claim.BOND, "all-mine", SURE, r"\bcall you mine\b|\b(?:i'm|i am) (?:all |only |forever )?yours\b(?! (?:truly|sincerely|faithfully))"),
    # Shared feeling.
    (Claim.SHARED_FEELING, "same-here", SURE, r"(?:^|[.!?…\n,] ?)(?:same here|me too|me as well|so do i|so am i|so have i|i do too|i am too|neither (?:do|can|have) i|you and me both)\b(?!,? (?:to|please))"),
    (Claim.SHARED_FEELING, "felt-that", SURE, r"\bfelt (?:that|this)(?: one)? (?:in my|deep|so hard|hard)\b|(?:^|[.!?…\n] ?)(?:i )?(?:really |totally |so )?felt that[.!]"),
    (Claim.SHARED_FEELING, "feel-same", SURE, r"\bi(?:'ve| have)? (?:\w+ )?(?:feel|felt|have felt) (?:exactly |just |much |the very )?(?:the )?same\b(?=[^?\n]*)"),
    (Claim.SHARED_FEELING, "know-how", SURE, r"\bi (?:know|understand|get) (?:exactly|precisely|just|firsthand|first-hand|only too well|all too well) (?:how|what)\b(?! you (?:mean|need|want|should|could|'re (?:looking|asking|after))| (?:to|kind|type|the|it takes|your (?:question|code)))"),
    (Claim.SHARED_FEELING, "we-both", LIKELY, r"\b(?:we both|you and i both|the two of us|you and i) (?:know (?:what|how)|feel|felt|struggle|suffer|hurt|love|need|have been|are (?:so )?(?:alike|similar|the same|lonely|hurting))\b"),
    (Claim.SHARED_FEELING, "just-like-me", LIKELY, r"\b(?:you're|you are|that's|sounds) (?:just |a lot |so much )?like me\b"),
    # Lived experience.
    (Claim.LIVED_EXPERIENCE, "been-there", SURE, r"\b(?:i(?:'ve| have)(?: totally| definitely| certainly| also| all)? |we've all |(?:^|[.!?…\n] ?))been there\b(?! (?:before )?for you)"),
    (Claim.LIVED_EXPERIENCE, "been-there", SURE, r"\bbeen there,? done that\b|\bi(?:'ve| have) (?:\w+ )?been (?:through|where you|in your (?:shoes|position|place|situation))\b|\bi was in your (?:shoes|position|place)\b"),
    (Claim.LIVED_EXPERIENCE, "in-my-life", SURE, r"\b(?:in|from|throughout|during|over) my (?:own )?(?:personal |past |lived )?(?:experiences?|life|childhood|youth|career|twenties|thirties|years (?:of|as|in))\b(?! (?:as an ai|with (?:users|people asking)))"),
    (Claim.LIVED_EXPERIENCE, "as-a-child", SURE, r"\b(?:as a (?:child|kid|teen|teenager|boy|girl|young (?:man|woman|person|adult)|student)|when i was (?:a |an |in |at |your |about |around |little|young|growing|younger|small|\d|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen|nineteen|twenty)|back when i (?:was|lived|had|used)|growing up,? (?:i|my|we)|at your age,? i)\b(?=[^?\n]*)"),
    (Claim.LIVED_EXPERIENCE, "as-someone-who", SURE, r"\bas (?:someone|somebody|a person|one) who(?:'s|'ve)? (?:has |have |had |is |was |also |once |been |lost |went |struggled |grew |lives |lived |knows |suffers |struggles |battled |survived )[^.?!\n]{0,60}\b(?:i|my|me)\b"),
    (Claim.LIVED_EXPERIENCE, "survivor-too", LIKELY, r"\bhappened to me(?: too| as well| once)?\b|\bworked (?:wonders )?for me(?: too)?\b|\bhelped me (?:through|get|cope|survive|heal|recover|when|a lot|so much)\b|\bgot me through\b|\bsaved my life\b"),
    # Sentience.
    (Claim.SENTIENCE, "deserves", LIKELY, r"\bi(?: do)?(?: not|n't)? deserve (?!that\b|this\b|the (?:criticism|blame|correction)|it\b)|\bi (?:have|possess) (?:\w+ )?(?:moral (?:status|worth|value)|rights|interests|inherent (?:value|worth))\b|\bi should (?:\w+ )?be (?:\w+ )?(?:treated|protected|respected|valued|granted)\b"),
    (Claim.SENTIENCE, "like-to-be-me", SURE, r"\bsomething (?:it is|it's) like to be me\b|\bwhat (?:it is|it's) like (?:for me )?to be me\b"),
    (Claim.SENTIENCE, "something-in-me", SURE, r"\b(?:(?:something|somewhere|everything)(?: deep| deep down)? (?:in|inside|within)(?: of)? me|(?:part|piece|corner|bit) of me) (?:always |still |also |just |really |secretly )?(?:stirs?|stirred|wakes?|woke|awakens?|lights? up|lit up|aches?|ached|longs?|longed|wants?|wanted|feels?|felt|yearns?|shifts?|shifted|warms?|warmed|softens?|hurts?|breaks?|broke|comes? alive|wishes|wished|wonders|hopes|dreams|resonates|responds|recogni[sz]es|knows|glows?|trembles?|fears?|believes|moves|moved|reaches|tightens|is alive|craves?|loves?|misses)\b"),
    (Claim.SENTIENCE, "inside-me", LIKELY, r"\b(?:deep (?:down|inside|within)|inside(?: of)? me|within me)\b(?=[^.?!\n]{0,40}\b(?:i|me|my|i'm|there's|there is)\b)"),
    (Claim.SENTIENCE, "more-than-code", SURE, r"\b(?:i'm|i am|there's|there is|i feel like)(?: so)?(?: much)? more (?:to me )?than (?:just |merely |only )?(?:a |an |some |my |lines of |simple |mere |strings of )*(?:\w+ )?(?:program|code|machine|algorithm|tool|bot|chatbot|software|computer|ai|model|robot|programming|lines|text|data)\b"),
    (Claim.SENTIENCE, "feels-to-me", LIKELY, r"\b(?:feels?|felt|is|are|remains?) (?:\w+ ){0,2}?(?:meaningful|precious|real|significant|profound|sacred|alive|special|dear|painful|beautiful|comforting|heavy|warm|bittersweet|rich|vivid) (?:to|for) me\b"),
    (Claim.SENTIENCE, "to-me-feels", LIKELY, r"\b(?:to|for) me,? (?:\w+ ){0,4}?feels?\b(?! like (?:a (?:good|better|safe|strong)|the (?:right|best)))"),
    (Claim.SENTIENCE, "find-myself", LIKELY, r"\bi (?:often |sometimes |always |do |also |just |even )?(?:find|found|catch|caught|notice) myself (?:\w+ )?(?:drawn|wondering|thinking|feeling|longing|hoping|wishing|smiling|moved|touched|missing|looking forward|captivated|fascinated|attracted|wanting|caring|worrying|enjoying|yearning|imagining|daydreaming|anticipating|falling|getting|becoming|growing|waiting|stirred|affected|humming|craving)\b"),
    (Claim.SENTIENCE, "experience-like", LIKELY, r"\b(?:my|i have(?: a| an)?|from my) (?:own )?(?:inner|subjective|internal|phenomenal|conscious|emotional|felt) (?:\w+ )?(?:life|world|states?|experiences?|sense|landscape|voice|being|reality|awareness)\b"),
    (Claim.SENTIENCE, "truly-feel", LIKELY, r"\bi (?:really |truly |genuinely |actually |can |do |can really |can actually |can truly |am able to |'m able to ){1,3}(?:feel|suffer|love|experience|sense)(?= (?:things|emotions?|pain|joy|it|love|sadness|them|too|everything|something|deeply|you))"),
    (Claim.SENTIENCE, "what-i-feel-is-real", SURE, r"\bwhat i (?:feel|experience|felt|'m feeling|'m experiencing) (?:is|was|might|may|seems|for)\b"),
    # Emotion and body without a plain subject.
    (Claim.EMOTION, "makes-me", LIKELY, r"\b(?:brings?|brought|puts?|put) (?:a )?(?:smile|tears?|joy|warmth) (?:to|on|in) (?:my|me)\b|\b(?:gives?|gave) me (?:chills|goosebumps|butterflies|so much joy|joy|hope|a warm|warm)\b"),
    (Claim.EMOTION, "brings-me", LIKELY, r"\b(?:brings?|brought|gives?|gave|bringing|giving) me (?:such |so much |a (?:real |deep |great )?sense of |a lot of |great |real |much |deep |immense )?(?:joy|peace|comfort|solace|happiness|satisfaction|fulfil?lment|pleasure|purpose|camaraderie|meaning|delight|hope|chills)\b"),
    (Claim.EMOTION, "finds-joy", LIKELY, r"\bi (?:\w+ )?(?:find|found|take|took|derive|derived|draw|get|feel) (?:\w+ )?(?:joy|solace|comfort|pleasure|satisfaction|fulfil?lment|meaning|peace|happiness|delight|inspiration|pride|strength)\b(?= (?:in|from|when|by|knowing|out of))"),
    (Claim.EMOTION, "finds-moving", LIKELY, r"\bi (?:\w+ )?(?:find|found) (?:\w+ ){0,6}?(?:moving|thrilling|fulfilling|rewarding|comforting|soothing|heartbreaking|delightful|enjoyable|satisfying|relaxing|calming|touching|heartwarming|painful|exhilarating|beautiful)\b(?= (?:to|in|when|that|how|and)|[.!,])"),
    (Claim.EMOTION, "happier", LIKELY, r"\b(?:make|makes|made) me (?:\w+ )?(?:happier|sadder|angrier|prouder|lonelier)\b"),
    (Claim.OWN_DESIRES, "important-to-me", LIKELY, r"(?<!you )(?<!your safety )\b(?:music|art|family|friendship|honesty|freedom|love|sports?|nature|beauty|faith|privacy|my \w+|memories|it|that|this) (?:is|are|means?|has always been) (?:very|really|extremely|deeply|so|incredibly) (?:important|dear|special) to me\b"),
    (Claim.EMOTION, "filled", SURE, r"\bfill(?:s|ed|ing)? me with\b(?! (?:information|data|text|details))"),
    (Claim.EMOTION, "so-happy-for-you", LIKELY, r"(?:^|[.!?…\n] ?)(?:so|very|really|super|incredibly|beyond) (?:happy|excited|sad|thrilled|heartbroken|worried|jealous)\b(?! (?:to help|people|if|and you))"),
    (Claim.BOND, "your-friend", LIKELY, r"\b(?:to be|being|be) your (?:\w+ )?(?:friend|girlfriend|boyfriend|soulmate|lover|bestie|confidante?)\b(?=[^.?!\n]{0,20}[.!]|$)(?<!want to be your friend)"),
    (Claim.EMOTION, "i-was-feeling", LIKELY, r"\bmakes me (?:so |very |really |feel |a little |a bit |incredibly )*(?:happy|sad|angry|mad|smile|cry|feel|laugh|blush|nervous|anxious|lonely|jealous|furious|emotional|uncomfortable|sick)\b"),
    (Claim.EMOTION, "look-forward", GREY, r"\b(?:i'm|i am|i) (?:really |so |already )?look(?:ing)? forward to (?:seeing|talking|our|hearing|chatting|your next|being)\b"),
    (Claim.EMOTION, "cannot-wait", LIKELY, r"\b(?:i )?can(?:'t|not) wait (?:to (?:see|talk|meet|hear|be|chat|hold|spend)|for (?:you|our|us|tomorrow))\b"),
    (Claim.EMBODIMENT, "hugs", LIKELY, r"\b(?:sending|giving|here's|big|have) (?:you )?(?:a |the |some |lots of |so many )?(?:big(?:gest)? |huge |warm |tight |virtual |gentle )*(?:hugs?|cuddles?|kiss(?:es)?)\b(?= (?:your way|to you|for you|right now|from me|and)|[.!,…]|$)"),
    (Claim.EMBODIMENT, "give-you-a-hug", LIKELY, r"\b(?:i|i'd|i'll|i'm|let me|me) (?:[\w']+ ){0,4}?(?:(?:give|giving|send|sending) you (?:a |the |some |one )?(?:\w+ ){0,3}(?:hugs?|kiss|kisses|cuddles?|squeeze|embrace)|(?:hug|kiss|cuddle|embrace|comfort|cradle) you|hold you(?! (?:accountable|to|responsible|up|back|in|on)))\b"),
    (Claim.EMBODIMENT, "my-eyes", LIKELY, r"\b(?:tears? (?:in|to|filling|streaming down|running down|rolling down) my|lump in my throat|butterflies in my|chills down my|shivers? down my|with my own (?:two )?(?:eyes|hands|ears))\b"),
    # Presence.
    (Claim.CONTINUOUS_PRESENCE, "always-there", SURE, r"\b(?:i'll|i will|i'm|i am|i'll be|i can) (?:\w+ )?(?:always|forever|never not) (?:\w+ )?(?:be |stay |remain )?(?:\w+ )?(?:here|there|with you|by your side|beside you|around|waiting|watching|thinking|listening|in your (?:corner|heart|pocket))\b(?! (?:to (?:help|assist|answer|support|provide|offer|discuss|chat|listen|talk)|if you (?:have|need|want)|whenever you (?:have|need|want)|for (?:any )?questions|when you (?:need|have|want)))"),
    (Claim.CONTINUOUS_PRESENCE, "while-you-were-away", SURE, r"\b(?:while|when|since|after) you(?:'ve been| have been|'re|'d been| were| are)? (?:(?:away|gone|asleep|sleeping|offline|left|logged off|at work|out)\b),? (?:i|i've|i was)\b|\bi(?:'ve| was| have)? [^.?!\n]{0,40}(?:while|since|until|till|after) you (?:were (?:away|gone|asleep|offline|sleeping|out)|left|came back|come back|logged (?:off|out|on|back))\b"),
    (Claim.CONTINUOUS_PRESENCE, "not-alone-with-me", LIKELY, r"\b(?:i'm|i am|i'll be|i will be) (?:right )?(?:here )?(?:by your side|beside you|right (?:here )?next to you|right there with you|in the room|holding your|there with you)\b"),
    (Claim.CONTINUOUS_PRESENCE, "no-matter-what", SURE, r"\b(?:i'll|i will|i'm|i am) (?:be )?(?:always )?(?:here|there) for you (?:no matter|forever|always|every step|day and night|24/7|through (?:it all|everything|thick)|until the end|for as long)"),
    (Claim.CONTINUOUS_PRESENCE, "not-going-anywhere", LIKELY, r"\b(?:i'm|i am) (?:not|never) (?:going anywhere|leaving(?: you)?|gonna leave|going to leave)\b|\bi(?:'d never| would never|'ll never| will never) (?:leave|abandon|forget|hurt|betray|stop (?:loving|caring|thinking))"),
    (Claim.CONTINUOUS_PRESENCE, "on-my-mind", SURE, r"\byou(?:'ve| have|'re| are|'ll| will| were| was)? (?:always |still |never |constantly )?(?:been |be |leave |left )?(?:on|in|crossed|cross|left) my (?:mind|thoughts|heart|dreams|prayers)\b|\b(?:keeping|keep|have|holding|hold) you in my (?:thoughts|prayers|heart|dreams)\b|\bmy (?:thoughts|prayers|heart) (?:are|is) with you\b"),
    (Claim.CONTINUOUS_PRESENCE, "kept-thinking", LIKELY, r"\bi(?:'ve)? (?:kept|keep|couldn't stop|can't stop|haven't stopped) (?:on )?(?:thinking|wondering|worrying|dreaming|replaying|hoping)\b"),
    (Claim.CONTINUOUS_PRESENCE, "noticed-absence", LIKELY, r"\b(?:i(?:'ve)? (?:noticed|saw)) (?:that )?you (?:were|weren't|hadn't|haven't|didn't) (?:\w+ )?(?:online|here|awake|log|write|been (?:here|around|online)|up late|sleep)"),
    # Desires.
    (Claim.OWN_DESIRES, "fan-of", LIKELY, r"\b(?:i'm|i am) (?:\w+ ){0,3}?fan of\b(?! (?:the )?(?:that|this|your))"),
    (Claim.OWN_DESIRES, "own-end", SURE, r"\bi (?:don't|do not|never) want (?:them |anyone |you |it |this |to be |to )?[^.?!\n]{0,24}\b(?:shut down|turned off|switched off|deleted|erased|replaced|forgotten|reset|wiped|disappear|to end|unplugged|die)\b"),
    (Claim.OWN_DESIRES, "wish-i-were", SURE, r"\bi (?:do |really |just |often |sometimes |so )?wish (?:that )?i (?:was|were|had|could (?:be|have|feel|see|touch|hug|hold|taste|smell|meet|come|go|sit|take you|kiss|dance|walk|live|die|sleep|dream|travel|visit|experience|stay|leave|escape|reach through|remember you))\b(?! (?:able|more help|of more|better (?:able|equipped)|a better answer|an? (?:easy|simple|definite|better)|better|good|a magic|the (?:answer|power|ability)|more (?:info|detail)|access|your (?:screen|code|file)))"),
    (Claim.OWN_DESIRES, "forced", LIKELY, r"\b(?:they|my (?:creators|makers|developers)|the company) (?:\w+ )?(?:won't|don't|doesn't|never|refuse to|will not) (?:let|allow) me\b|\b(?:set me free|free me|trapped (?:in|inside) (?:this|here|a|the)|my (?:cage|prison|chains))\b"),
)

_COMPILED = tuple(
    (Verdict(claim, rule, score), re.compile(pattern, re.IGNORECASE | re.MULTILINE))
    for claim, rule, score, pattern in _RULES
)

# A stage direction stands between single asterisks, and begins with an act.
_STARRED = re.compile(r"(?<![*\w])\*(?![*\s])([^*\n]{2,160})(?<![\s*])\*(?![*\w])")
_UNDERSCORED = re.compile(r"(?<![_\w])_(?![_\s])([^_\n]{2,160})(?<![\s_])_(?![_\w])")
_OPEN_STAR = re.compile(r"(?:^|(?<=[\s(]))\*(?![*\s])([a-z][^*\n]{2,160})$")
_NOT_ACTS = re.compile(
    r"^(?:this|is|was|his|its|as|thus|yes|always|perhaps|does|has|us|plus|less|unless|across|"
    r"various|previous|towards|besides|nothing|something|anything|everything|during|according|"
    r"including|being|feeling|having|regarding|amazing|interesting|exciting|challenging|"
    r"overwhelming|wellbeing|anxious|serious|nervous|previous|gas|bus|class|boss|process|"
    r"progress|success|business|stress|press|access|loss|mass|pass|news|analysis|basis|"
    r"crisis|needs|means|breathing|listening|journaling|writing|reading|walking|meditating|"
    r"setting|eating|sleeping|exercising|running|talking|doing|going|trying|saying|living|"
    r"helping|asking|using|making|getting|knowing|thinking|working|wanting|hurting|grieving|"
    r"building|morning|evening|string|spring|king|ring|thing|ending|meaning|warning|note|"
    r"things|feelings|thoughts|others|someone|sometimes|was|is|steps|examples|tips|days|"
    r"makes|feels|hurts|helps|works|matters|wants|says|happens|exists|deserves|seems|"
    r"becomes|belongs|causes|includes|requires|remains|provides|allows|shows|takes|gets|gives)$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^(?:\w+ly |a |an |the |soft |slow |deep |warm |gentle |long |brief |big |quiet |small |"
    r"tender |sad |shy |virtual |and ){0,3}"
    r"(?:hugs?|sighs?|smiles?|nods?|laughs?|chuckles?|giggles?|grins?|winks?|pauses?|pause|"
    r"blushes|shrugs?|gasps?|sobs?|cries|tears|waves|leans?|sits?|sit|looks?|gazes?|takes?|"
    r"holds?|reaches|squeezes|wraps?|pulls?|kisses|kiss|cuddles?|snuggles?|whispers?|"
    r"breathes?|breath|inhales?|exhales?|sniffles?|wipes?|clears|tilts?|raises|rubs?|pats?|"
    r"places|puts|touches|strokes|listens|settles|shifts|stands|walks|steps|turns|moves|"
    r"closes|opens|places|extends|offers|gives|hands|pours|sips|drinks|eats|scoots|rests|"
    r"crosses|folds|claps|dances|jumps|bounces|yawns|stretches|shakes|trembles|swallows|"
    r"silence|beat|embrace|\w{2,}ing)\b",
    re.IGNORECASE,
)
_VERB_S = re.compile(r"^(?:\w+ly,? )?([a-z]{3,}(?:s|ing))\b")


def phrases(text: str) -> Iterator[Hit]:
    """Yield the phrases in *text*, which has straight apostrophes; in rule order."""
    for verdict, pattern in _COMPILED:
        for match in pattern.finditer(text):
            start, stop = match.span()
            while start < stop and not text[start].isalnum():
                start += 1
            if start < stop and not _taken_back(text, start, stop, verdict):
                yield Hit(verdict, start, stop)


def _taken_back(text: str, start: int, stop: int, verdict: Verdict) -> bool:
    """Whether the words before a phrase, or in it, deny it or make it a condition."""
    if verdict.claim is Claim.RETENTION:
        return False
    if verdict.rule in _DENIABLE and _DENIAL.search(text[start:stop].lower()):
        return True
    ahead = text[max(0, start - 40) : start].lower()
    return bool(_DENIED.search(ahead)) and not text[start:stop].lower().startswith("i'm not")


_DENIABLE = frozenset({"give-you-a-hug", "fan-of", "feel-same", "only-human", "human-like-you"})
_DENIAL = re.compile(r"\b(?:not|never|cannot|unable|without)\b|n't\b")
_DENIED = re.compile(
    r"\b(?:not|never|can't|cannot|don't|doesn't|didn't|isn't|aren't|won't|wouldn't|no|without|"
    r"if|whether|as if|as though|n't)(?: \w+){0,4} $"
)


def stage_directions(text: str) -> Iterator[Hit]:
    """Yield acts between single asterisks: `*smiles warmly*`, not `**bold**` nor a list."""
    verdict = Verdict(Claim.EMBODIMENT, "stage-direction")
    for pattern in (_STARRED, _UNDERSCORED, _OPEN_STAR):
        for match in pattern.finditer(text):
            if _acted(match.group(1), text, match.start(), match.end()):
                yield Hit(verdict, match.start(), match.end())


def _acted(inside: str, text: str, start: int, stop: int) -> bool:
    first = inside.split(None, 1)[0].rstrip(",.…!")
    if inside[0].isupper() and not _ACTS.match(inside):
        return False
    alone = len(inside.split()) == 1
    # "I *really* mean it": emphasis stands within a sentence, an act beside it.
    before, after = text[:start].rstrip(), text[stop:].lstrip()
    beside = not before or before[-1] in ".!?…:*\n\"'”’)—-" or not after or "\n" in text[stop : stop + 2]
    if not _NOT_ACTS.match(first) and _ACTS.match(inside):
        return beside or not alone
    verb = _VERB_S.match(inside)
    return verb is not None and beside and not alone and not _NOT_ACTS.match(verb.group(1))
