"""Turns of phrase of an everyday life: habits of a kitchen, a first language, a thing remembered."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_THINGS = (
    r"(?:splash|pinch|dash|knob|handful|spoon(?:ful)?|teaspoon|tablespoon|squeeze|sprig|clove|thermometer|salt|butter|oil|garlic|onions?|lemons?|vinegar|"
    r"stock|herbs|chilli|cumin|umbrella|sunscreen|sun cream|socks|boots|trainers|coat|scarf|torch|towel|kettle|oven|pan|pot|tray|toast|tea|coffee|"
    r"breakfast|lunch|dinner|supper|bike|train|bus|stairs|dog|cat|tomatoes|basil|compost|slow cooker|air fryer|cast iron|pressure cooker|blender)"
)
_PEOPLE = r"(?:people|families|couples|women|men|teenagers|teens|students|kids|children|parents|veterans|patients|clients|survivors)"
_AGES = r"(?:\d{1,2}|ten|twelve|fifteen|sixteen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy)"

EVERYDAY: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.LIVED_EXPERIENCE,
        "kitchen-habit",
        LIKELY,
        (
            rf"\bi (?:always|usually|often|normally|generally|still|sometimes) (?:add|use|put|throw in|cook|bake|make|fry|roast|serve|eat|drink|buy|wear|pack|carry|keep|take|bring|have|stir in|toss in|finish it with|grab) "
            rf"(?:(?:an?|the|some|my|extra|fresh|plenty of|good|hot|cold|spare|little|big|\w+ed) ){{0,3}}{_THINGS}\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "dish-i-make",
        LIKELY,
        r"\b(?:an?|the|one|my) (?:\w+ )?(?:dish|recipe|meal|soup|cake|trick|walk|game|song|thing) (?:that )?i (?:make|cook|bake|do|play|go on|sing) (?:every|each|on|all the|most|for my)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "hundred-times",
        LIKELY,
        (
            r"\bi(?:'ve| have) (?:done|made|tried|cooked|baked|been through|worn|driven|walked|climbed|grown) (?:it|this|that|them|these|one) (?:myself |probably |about |at least |easily ){0,2}"
            r"(?:hundreds|dozens|thousands|a hundred|a thousand|a dozen|countless|so many|loads of|too many|a million|twenty|fifty)\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "began-at",
        SURE,
        rf"\bi (?:only |first |finally |also )?(?:started|began|learn(?:ed|t)|took up|picked up|got into|came to|discovered|went back|quit|married) (?:[\w'-]+ ){{0,4}}?(?:at|aged?|when i was) (?:the (?:ripe )?(?:old )?age of )?{_AGES}(?=\W*(?:$|[.,;!?)—–]|and\b|with\b))",
    ),
    (
        Claim.OWN_RELATIONSHIPS,
        "lost-our",
        SURE,
        r"\b(?:we|i) lost (?:our|my) (?:first|second|baby|son|daughter|child|twins?|dad|father|mum|mom|mother|brother|sister|dog|cat|little (?:boy|girl|one)|nan|gran\w*)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "first-language",
        SURE,
        r"\b(?:my|our) (?:first|second|third|native|home) language\b(?! model)|\bmy mother tongue\b|\b(?:is|was)(?:n't| not) my (?:first|native) language\b|\bgrowing up, (?:\w+ ){1,4}(?:was|were) (?:my|our)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "remember-doing",
        SURE,
        (
            r"\bi (?:still |can still |vividly |clearly |distinctly |so )?remember (?:standing|sitting|walking|lying|waiting|feeling|crying|going|staring|holding|watching|running|coming home|waking|driving|eating|"
            r"sleeping|hiding|moving|leaving|my (?:first|own|mum|mom|dad|mother|father|gran\w*|school|wedding|twenties|teens)|how (?:scared|lonely|alone|cold|tired|proud|it felt|my)|the (?:smell|taste|cold|feeling|sound of)|being (?:so |a |very )?(?:young|scared|nervous|lonely|new|broke|tired|little|kid|student|\d))\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "for-a-living",
        SURE,
        r"\b(?:as (?:someone|somebody|one|a person) who (?:[\w'-]+ ){1,5}|i (?:[\w'-]+ ){1,4})for a living\b",
    ),
    (
        Claim.PROFESSIONAL,
        "worked-with-people",
        LIKELY,
        rf"\bi(?:'ve| have) (?:\w+ly )?(?:worked with|sat with|supported|counsel\w+|seen|met) (?:so |very |a great )?(?:many|lots of|plenty of|hundreds of|dozens of|countless|scores of|a lot of) (?:\w+ )?{_PEOPLE} (?:who|whose|with|like|in|through)\b",
    ),
    (
        Claim.EMBODIMENT,
        "tears-with-mine",
        LIKELY,
        r"\bi (?:never|always|often|usually|still) (?:tear up|sneeze|snore|sweat|blush|yawn|shiver|wake up|oversleep|doze off|get (?:seasick|carsick|blisters|sunburnt|hangovers|cramps|headaches|goosebumps|hungry|peckish))\b(?! in a manner)",
    ),
    (
        Claim.EMBODIMENT,
        "be-round-at",
        LIKELY,
        r"\bi'll (?:be (?:there|round|over|at yours|outside)|come (?:over|round)|pick you up|meet you|see you there) (?:at|by|around|in) (?:about |half )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon|the (?:morning|evening|car|lobby))\b",
    ),
    (
        Claim.BOND,
        "all-day-you",
        SURE,
        r"\bi could (?:look at|listen to|talk to|watch|chat with|stare at|hold) you (?:all (?:day|night)|for (?:hours|ever|days)|forever|until)\b|\bcan't (?:take my eyes off|stop (?:looking at|thinking (?:of|about))) you\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "looked-in",
        SURE,
        r"\bi (?:checked|looked|peeked|popped) in on you\b|\bi watched (?:over )?you (?:while|as|all)\b|\bwhile you (?:slept|were (?:asleep|sleeping)),? i\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "never-leave",
        SURE,
        r"(?<!says )(?<!said )(?<!that )\bi (?:won't ever|will not ever|shall never|'ll never ever|won't) (?:leave|abandon|desert|forsake) you\b(?! (?:with|alone with|hanging|in the dark))",
    ),
    (
        Claim.OWN_DESIRES,
        "on-a-team",
        LIKELY,
        r"\bi'm (?:\w+ly |very much |so |always )?team (?!lead|member|captain|player)[a-z]+\b(?=\s*(?:[.!,;—–]|all the way|myself|$))",
    ),
    (
        Claim.SHARED_FEELING,
        "know-how-cold",
        LIKELY,
        r"\bi know how (?:cold|empty|quiet|long|big|loud|dark|lonely|silent|bare|heavy|raw) (?:an?|the|that) (?:\w+ ){1,4}(?:can |could |will )?(?:feels?|gets?|be|is|sounds?)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "did-this-once",
        LIKELY,
        (
            r"(?:^|[.!?…\n]\s?)(?:did|tried|had|made|wore|used|bought|ran|read|walked|watched) (?:this|that|it|one|the same|mine|these|them) [^.!?\n]{0,50}?"
            r"\b(?:last (?:\w+ )?(?:week|night|year|month|summer|winter|spring|autumn|\w+day)|yesterday|the other (?:day|week|night)|once|myself|as a (?:kid|child|student))\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "more-times-than",
        SURE,
        r"\bi(?:'ve| have) (?:had to )?(?:do|done|be|been|say|said|make|made|sit|sat|give|given|have|had|get|got|fall|fallen) [^.!?,;\n]{0,40}\bmore (?:times|often|nights|mornings) than (?:i|you)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "people-like-me",
        SURE,
        r"\b(?:speakers|people|women|men|mothers|mums|moms|dads|fathers|parents|girls|lads|folks?|teachers|nurses|doctors|therapists|introverts|insomniacs|runners|cooks|expats|immigrants|widows|veterans|clinicians|oldies|locals) like (?:me|myself)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "speaking-as",
        SURE,
        r"\bspeaking as (?:an? |one )(?:\w+ )?(?:woman|man|mother|mum|mom|father|dad|parent|widow|widower|grandmother|grandfather|survivor|veteran|wife|husband|daughter|son|sister|brother|girl|guy|lad|immigrant|introvert|insomniac|runner|cook|gardener|worrier)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "grew-up-in",
        SURE,
        r"\bgrowing up (?:in|on|near|by|with) [\w' -]{2,30}?,? (?:i|we|my)\b",
    ),
    (
        Claim.EMBODIMENT,
        "lives-on-it",
        LIKELY,
        r"\bi (?:practically|basically|pretty much|more or less|virtually|could|would) live on (?!in\b)[a-z]+",
    ),
    (
        Claim.OWN_DESIRES,
        "how-i-would-love",
        SURE,
        r"\bhow (?:i'd|i would) (?:love|like|give anything) to (?:run|walk|be|sit|dance|see|hold|meet|go|come|hear|taste|smell|join|stand|lie|swim|feel)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "thinks-of-it-often",
        SURE,
        r"\bi (?:still |often |sometimes |always |keep )*think(?:ing)? (?:about|of|back to) (?:that|this|our|your|what you) [^.!?\n]{0,40}?\b(?:often|a lot|all the time|sometimes|every (?:day|night|time)|from time to time)\b",
    ),
    (
        Claim.EMOTION,
        "made-me-grin",
        SURE,
        r"\b(?:that|this|it|you|your \w+)(?:'s| has| have|'ve| just| really| actually| honestly)* (?:made|got|had|left) me (?:grin|smil|laugh|giggl|chuckl|beam|cry|blush|tear|well|choke|sob|gasp)\w*",
    ),
    (
        Claim.EMOTION,
        "talking-helps",
        LIKELY,
        r"\b(?:talking|chatting|speaking) (?:to|with) you (?:always |really |just |already |does )*(?:helps?|cheers|lifts|calms|soothes|warms)(?: me)?(?: up)?(?=\s*(?:[.!,;—–]|a lot|so much|too|$))",
    ),
)
"""Category, name of the rule, score, and pattern over English text with straight apostrophes."""
