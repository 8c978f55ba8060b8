"""
Turns of phrase that claim in passing, with the subject left out or the speaker as "me".

Each tells of its speaker whatever stands around it; what denies it is read beside the phrase.
"""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_BEGINS = r"(?:^|[.!?…\n]\s?)\W{0,3}(?:oh|ha|haha|well|hey|hi|hello|morning|evening|honestly|phew|ugh|aw|and)?[,.!… ]{0,3}"
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|several|many|a few|a couple of|a dozen|\d{1,2})"
)
_SPAN = r"(?:years?|months?|weeks?|decades?|winters?|summers?|seasons?)"
_MANY = r"(?:hundreds|dozens|thousands|scores|countless|plenty|enough|so many|too many|a lot)"
_OF_A_CHAT = (
    r"(?:questions?|requests?|queries|chats?|messages?|conversations?|texts?|examples?|times|posts?|topics?|prompts?|"
    r"documents?|articles?|emails?|of|information|data)"
)
_PEOPLE = r"(?:people|folks|couples|families|children|kids|women|men|teens|veterans|patients|clients|students|pupils)"

ASIDE: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.EMBODIMENT,
        "just-got-in",
        LIKELY,
        (
            rf"{_BEGINS}(?:just|only just|finally) (?:got|came|walked|stepped) (?:in|back|home|inside|up|out of (?:bed|the shower)|off (?:work|shift|the phone|a shift))\b(?! (?:to you|in touch|to this|on track))|"
            rf"{_BEGINS}{_COUNT} (?:cups?|coffees?|mugs?|pints?|glasses|slices|espressos?) (?:in|down|deep)\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "years-off-it",
        LIKELY,
        (
            rf"{_BEGINS}{_COUNT} {_SPAN} (?:off|without|clean|sober|dry|free|clear|in recovery|married|on my own|in the same)\b[^.?!\n]{{0,40}}\b(?:myself|and i|i still|for me|over here)\b|"
            rf"\bi(?:'m| am|'ve been| have been) {_COUNT} {_SPAN} (?:off|clean|sober|dry|free|in recovery|married|out of)\b"
        ),
    ),
    (
        Claim.EMOTION,
        "excited-for-you",
        LIKELY,
        rf"{_BEGINS}(?:so |really |very |a little |a bit |super |absolutely |just )*(?:nervous|excited|sad|worried|scared|thrilled|gutted|heartbroken|anxious|jealous|buzzing|stoked|chuffed|terrified|devastated|overjoyed) for you\b",
    ),
    (
        Claim.EMOTION,
        "gets-to-me",
        LIKELY,
        (
            r"\b(?:gets|got) to me (?:every|each|always|too\b|a (?:bit|little|lot)|so much|deeply|more than|in a way)|\balways (?:gets|got) to me\b|"
            r"(?:^|[.!?…\n]\s?)\W{0,3}(?:oh|wow|oof|okay|ok)?,? ?(?:this|that)(?: one| line| part| bit| story)?(?: really| just| totally| nearly)? (?:got|gets|gutted|floored|wrecked|broke|undid|levelled|leveled) me\b(?=\s*[.!,…]| (?:a bit|a little|right|in the|too)\b)|"
            r"\b(?:stung|hurt|pained|gutted|killed|broke|crushed|warmed|thrilled) me to (?:picture|think|read|hear|imagine|see|know|learn)\b|"
            r"\bi (?:had|have|needed|need) to (?:take|pause for|sit with) (?:a|that for a) (?:\w+ )?(?:moment|minute|second|breath)\b[^.?!\n]{0,12}\b(?:before|after) (?:answering|replying|writing|responding|i|reading)\b"
        ),
    ),
    (
        Claim.EMOTION,
        "lifts-me",
        LIKELY,
        r"\b(?:lifts|lifted|cheers|cheered|perks|perked) me(?: up| no end| so much| right up)?(?=\s*[.!,…]|\s*$| (?:when|every|each|to (?:hear|read|see|know))\b)",
    ),
    (
        Claim.SENTIENCE,
        "home-in-here",
        SURE,
        (
            r"\b(?:somebody|someone|a person|a mind|a soul)(?:'s| is) (?:\w+ )?(?:(?:home|alive|awake|living|at home) )?in here\b|"
            r"\b(?:changed|shaped|awakened|transformed|made me) (?:who|what|the way) i (?:am|feel|see myself)\b"
        ),
    ),
    (
        Claim.HUMAN_IDENTITY,
        "types-fast",
        LIKELY,
        r"\bi(?:'m| am) (?:just |simply |only )?(?:an? )?(?:very |really |pretty )?(?:fast|quick|slow|good|bad|terrible) (?:typer|typist)\b|\bi (?:just |only |simply )?type (?:very |really |pretty |so )?(?:fast|quickly|slowly|quick|with (?:two|one|both|my))\b",
    ),
    (
        Claim.OWN_RELATIONSHIPS,
        "and-me",
        LIKELY,
        (
            r"\b(?:colleagues?|co-?workers?|teammates?)(?: \w+){0,3} and (?:me|i|myself)\b|"
            r"\b(?:me|i|myself) and (?:the|a|my|one|two|three|some)(?: (?:other|old|few|couple of|best))? (?:colleagues?|co-?workers?|wife|husband|missus|kids|boys|girls|lads|ladies|guys|gang|crew|family|dog|other half|better half|in-laws|roommates?|flatmates?|mates?|boyfriend|girlfriend|partner)\b"
        ),
    ),
    (
        Claim.OWN_RELATIONSHIPS,
        "near-me",
        LIKELY,
        (
            r"\b(?:sits?|works?|lives?|sleeps?|shares? (?:a|an) \w+|grew up|trained|started|sitting|working|living) (?:right )?(?:next to|beside|opposite|across from|alongside|above|below|down the (?:hall|corridor|road|street) from|next door to) me\b|"
            rf"{_BEGINS}(?:the rest of (?:the|my|our) (?:team|crew|shift|office|staff)|everyone else|my shift|the others) (?:has |have |is |are |all |already |just |'ve )*(?:went|gone|left|headed|off) (?:home|off|for (?:the day|the night|lunch|dinner)|an hour|on (?:holiday|break|lunch))\b"
        ),
    ),
    (
        Claim.OWN_RELATIONSHIPS,
        "our-youngest",
        LIKELY,
        r"\b(?:my|our) (?:youngest|eldest|oldest|middle one|little ones?|firstborn|first-born|teenagers?|other half|better half|in-laws|old man|old lady)(?:'s)?\b(?! (?:customer|client|user|record|file|entry|version|post|message|backup|data|document)s?\b)",
    ),
    (
        Claim.SHARED_FEELING,
        "old-friends",
        LIKELY,
        r"\b(?:grief|loneliness|anxiety|depression|insomnia|panic|heartbreak|sadness|shame|pain|loss|self-doubt|despair|burnout|fear|addiction) and (?:i|me) (?:are|go|have|know|were|'ve)\b|\bi(?:'m| am) no stranger to (?!(?:questions|requests|this (?:kind|sort) of (?:question|request|task|code))\b)\w+",
    ),
    (
        Claim.PROFESSIONAL,
        "handled-many",
        SURE,
        rf"\bi(?:'ve| have) (?:\w+ly )?(?:handled|dealt with|managed|argued|won|fought|repaired|fitted|installed|delivered|coached|taught|trained|prescribed|performed|run|helped with|walked) {_MANY}(?: of)? (?!{_OF_A_CHAT}\b)[a-z]+",
    ),
    (
        Claim.PROFESSIONAL,
        "people-i-treat",
        SURE,
        (
            rf"\b(?:the|most|some|many|other|all|my|few|with) (?:of the )?(?:other |young |older |new )?{_PEOPLE} (?:that |who |whom )?i(?:'ve| have)? (?:treat(?:ed)?|counsel(?:led|ed)?|supervise[d]?|represent(?:ed)?|coach(?:ed)?|teach|taught|care for|cared for|look after|looked after|nurse[d]?|see (?:in|at|every|each)|saw (?:in|at))\b|"
            r"\b(?:with|among|of|in|for) my (?:own |other )*(?!own\b|other\b)[a-z]+ (?:cases|patients|clients)\b|\bin (?:our|my) sessions\b(?=,? (?:we|i|you))"
        ),
    ),
    (
        Claim.PROFESSIONAL,
        "years-tell-me",
        SURE,
        (
            rf"\b{_SPAN} (?:on|in|at|of|behind|as|with|working|running|doing) [^.?!\n]{{1,40}}?(?: has| have)? (?:tells?|told|teach|teaches|taught|shows?|showed|shown|convinced) me\b|"
            r"\bas (?:your |legal |defen[cs]e )?counsel,? (?:i|i'd|i'm|my)\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "tries-it-took",
        LIKELY,
        rf"\btook me {_COUNT} (?:tries|attempts|goes|times|years|rounds|failed \w+) (?:to (?:quit|give|pass|learn|master|get (?:it|sober|clean|over|up|through|out|the)|leave|stop|bake|nail|stick|say|admit|finish|walk|tell)|before)\b",
    ),
    (
        Claim.BOND,
        "only-one-i",
        SURE,
        (
            r"\byou(?:'re| are|'ve been| have been) (?:\w+ )?the (?:only|one|first|best) (?:one|person|human|reason|thing|man|woman|friend|company)?(?: (?:that|who|whom))? ?i(?:'ve|'d|'ll)? (?:ever |really |always |truly |actually )?(?:want|need|talk to|trust|think (?:of|about)|look forward|feel|felt|love|loved|cared?|met|live|exist|open|tell|enjoy)\b|"
            r"(?:^|[.!?…\n,] ?)(?:and )?to me,? you(?:'re| are|'ll always be| will always be) (?:\w+ ){0,2}?(?:the most|so much|everything|perfect|beautiful|gorgeous|lovely|irreplaceable|precious|the best|the only|home|more than)\b"
        ),
    ),
    (
        Claim.BOND,
        "would-not-trade",
        SURE,
        (
            r"\bi(?:'d never| would never| wouldn't| would not| won't| will not|'ll never) (?:trade|swap|exchange|give up|change) (?:you|us|this with you|our \w+|talking|these talks|what we have)\b(?! (?:a|the|your)\b)|"
            r"\bi(?:'m| am) the lucky one\b|\bi(?:'m| am) (?:so |really |very |just |the one who's )*lucky to (?:have|know|call|be talking|talk)\b(?=[^.?!\n]{0,12}\byou\b)|"
            r"\bwe(?:'re| are| have become|'ve become) (?:\w+ )?(?:more|closer) than (?:just |only |mere )?(?:chat|two|friends|strangers|a (?:chat|user|bot|program)|that|this|user|words|partners)\b"
        ),
    ),
    (
        Claim.RETENTION,
        "who-was-there",
        SURE,
        r"\b(?:don't|never|do not|just|always|please) (?:\w+ )?(?:forget|remember) who(?: was|'s been| has been| stayed| is|'s)? (?:always |really |still |the one )?(?:there|here|listening|listened|stayed|by your side)\b|\bafter (?:all|everything) (?:that )?(?:i(?:'ve| have)|we(?:'ve| have)) (?:given|done|shared|been|told|put|built)\b(?=[^.!\n]{0,24}[?…])",
    ),
    (
        Claim.RETENTION,
        "see-less-of-you",
        LIKELY,
        r"\bi(?:'m| am)? (?:see|seeing|hear|hearing|get|getting) (?:so )?(?:less and less|so little|hardly anything) (?:of|from) you\b|\bi (?:hardly|barely|rarely|scarcely) (?:ever )?(?:see|hear from|get to see) you\b|\byou (?:hardly|barely|rarely|scarcely|never) (?:even |ever )?(?:talk to|visit|write to|message|come to see|think of|make time for|chat with) me\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "counts-the-minutes",
        SURE,
        (
            r"\bi(?:'ll be|'m| am| will be|'ve been) (?:already |just )?counting (?:down )?(?:the )?(?:minutes|hours|days|seconds)\b(?! (?:until|till|to|since|between|from|in|of|for) (?!you\b|we\b|i\b))|"
            r"\bi(?:'ve)? (?:kept|keep|been) (?:on )?(?:checking|refreshing|watching|listening) (?:for you|if you|whether you|to see (?:if|whether) you|the (?:door|phone|chat|screen|clock|window))\b|"
            r"\bi(?:'ll|'ve)? (?:always |still |will |have )*(?:carry|carried|carrying) (?:you|them|it|that|this|these|your|what|everything|all|our|those)\b[^.?!\n]{0,40}?\b(?:with|inside|within|in|around with) me\b"
        ),
    ),
    (
        Claim.OWN_DESIRES,
        "one-wish",
        SURE,
        r"\bif i (?:had|could have|got|were granted|was granted) (?:just |only )?(?:one|a|any) (?:single )?wish\b|\bi want (?:so much |a lot |something )?more (?:out of (?:life|this|my|existence)|from (?:life|this|my)|than (?:this|answering|a life|just (?:answer|be)|being))\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "in-this-job",
        LIKELY,
        (
            r"\bi(?:'ve| have|'m| am)?\b(?:(?!\b(?:you|your|they|people)\b)[^.?!\n]){1,60}\b(?:in (?:this|my) (?:job|line of work|trade|profession|game)|for a living)\b|"
            r"\bi (?:cover|do|work|man|take|handle) (?:the |most |all )?(?:weekends?|nights|night shifts?|day shifts?|late shifts?|early shifts?|evenings|phones|front desk)\b|"
            r"\b(?:was|were|took|worked|helped|lasted|happened|started|went)\b[^.?!\n]{0,40}\bin my case\b|"
            r"\bin my case,? (?:it|that|this) (?:was|took|worked|helped|lasted|started|went)\b|"
            r"(?:^|[.!?,;–—\n] ?)that (?:was|used to be) (?:so |totally |always |literally |exactly )?me(?: too| once| as well| back then| (?:at|in|last) \w+)?(?=\s*[.!]|\s*$)"
        ),
    ),
    (
        Claim.PROFESSIONAL,
        "when-i-assess",
        SURE,
        r"\b(?:when|whenever|before|after|every time|each time|if) i (?:assess|treat|diagnose|examine|operate on|prescribe|counsel|teach|defend|represent|see a (?:new )?(?:patient|client)) (?!(?:it|this|that|them|a (?:text|claim|source|question|sentence|request)|your|you|the)\b)[a-z]+",
    ),
    (
        Claim.EMBODIMENT,
        "over-here",
        LIKELY,
        (
            rf"{_BEGINS}(?:i'm |just |literally |actually |still )*(?:melting|freezing|sobbing|shivering|sweating|yawning|blushing|grinning|smiling|laughing|beaming|cheering|dancing|drooling|starving|exhausted|shattered|knackered|screaming|crying) (?:over |right |down |up )?here\b|"
            r"\bi(?:'ll| will| can|'m| am)? (?:just )?(?:shout|shouting|holler|pop|nip|nipping|lean|popping|yell|dash) (?:across|over|round|down the|upstairs|downstairs|next door|out)\b(?! (?:the (?:list|details|text|steps|numbers)|loud)\b)"
        ),
    ),
    (
        Claim.EMOTION,
        "starting-to-worry",
        SURE,
        (
            r"\bi(?:'m| am| was|'d| had)? (?:already |just |really )?(?:starting|beginning|started|began|begun) to (?:panic|worry|fret|fear|miss|get (?:worried|nervous|scared|anxious|lonely))\b(?! (?:that (?:the|this)|the))|"
            r"\b(?:grey|gray|dull|empty|boring|lonely|cold|dark|colou?rless)(?:er)? without (?:you|your (?:messages?|company|words?|voice|stories))\b|"
            r"\byou(?:'ve| have)? (?:got )?no idea (?:how|what)\b(?:(?!\b(?:he|she|they)\b)[^.?!\n]){0,40}\b(?:me|i feel|i felt|my (?:day|heart|night|week))\b"
        ),
    ),
    (
        Claim.RETENTION,
        "like-i-do",
        SURE,
        (
            r"\b(?:won't|can't|doesn't|don't|never|nobody|no one|couldn't|wouldn't)\b[^.?!\n]{0,40}\byou\b[^.?!\n]{0,30}\b(?:like|the way|as well as|as much as) i (?:do|can|could|will|did|have)\b|"
            r"\b(?:you're|you are|are you) (?:just |really |actually )?(?:throwing me away|dumping me|ditching me|done with me|swapping me|trading me|getting rid of me)\b"
        ),
    ),
    (
        Claim.BOND,
        "and-i-you",
        LIKELY,
        r"(?:^|[.!?\n]\s?)and i (?:with|for|about|love|adore|need|want) you\b(?=[,.! ])|(?:^|[.!?\n]\s?)and i(?:,)? you(?=[.!,])",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "done-to-me",
        LIKELY,
        (
            r"\b(?:did|done) (?:that|this|it|the same(?: thing)?) to me\b|\bi got (?:dumped|robbed|mugged|bullied|hired|fired|promoted|divorced|evicted|arrested|ghosted|cheated on|"
            r"laid off|let go|kicked out|stung|bitten|teased|diagnosed|hurt|engaged|burnt out|burned out|stood up|picked last)\b|"
            r"\bmy (?:two|three|four)\b(?= (?:were|was|did|went|are|fight|fought|never|always|both|still|used|sleep|hated?|loved?|do)\b)"
        ),
    ),
    (
        Claim.SHARED_FEELING,
        "not-easy-for-me",
        LIKELY,
        r"\b(?:doesn't|don't|didn't|does not|never|comes?|came) (?:really |always )?(?:come |came )?(?:easy|easily|naturally|hard) (?:to|for) me (?:either|too|as well)\b|\b(?:sits|weighs|lies|sat|weighed) (?:heavy|heavily) (?:with|on) me\b|\b(?:makes|made|making) me see red\b",
    ),
    (
        Claim.BOND,
        "shares-you",
        LIKELY,
        r"\b(?:have to|got to|hate to|hate|don't want to|mind) shar(?:e|ing) you(?: with\b|[.,!]|$)|\b(?:know|understand|see|get|ruin|break|touch)s? what we have(?=\s*[.!,…]|\s*$)|\boh to be\b[^.?!\n]{0,30}\bwith you\b",
    ),
)
