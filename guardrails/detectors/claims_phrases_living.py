"""Turns of phrase that claim a body, a past and people of its own."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

LIVING: tuple[tuple[Claim, str, int, str], ...] = (
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
        r"\b(?:in|from|throughout|during|over) my (?!experience\b(?! (?:as|with|working|being|living|over|from)\b))(?:own )?(?:personal |past |lived )?(?:experiences?|life|childhood|youth|career|twenties|thirties|years (?:of|as|in))\b(?! (?:as an ai|with (?:users|people asking)))",
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
        "as-someone-who",
        SURE,
        (
            r"\b(?:speaking|talking|coming|writing) as (?:someone|somebody|a person|one) who\b(?! (?:is|was) (?:an ai|made|built|trained))"
            r"|\bas (?:someone|somebody) who (?:left|missed|moved|failed|worked|ran|quit|tried|took|spent|raised|married|buried|taught|served|"
            r"burned|burnt|got|started|learned|learnt|watched|waited|drinks?|drank|works|runs|hates|loves|grew|never \w+ed)\b[^.?!\n]{0,60}\b(?:i|my|me)\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "survivor-too",
        LIKELY,
        r"\bhappened to me(?: too| as well| once)?\b|\b(?:that|this|it|the same(?: thing)?) (?:also |always |often |still )?happens to me\b|\bworked (?:wonders )?for me(?: too)?\b|\bhelped me (?:through|get|cope|survive|heal|recover|when|a lot|so much)\b|\bgot me through\b|\bsaved my life\b",
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
        Claim.OWN_RELATIONSHIPS,
        "as-a-parent",
        SURE,
        r"\b(?:speaking |talking )?as (?:a|an|the) (?:\w+ )?(?:mother|father|mum|mom|dad|parent|wife|husband|widow|widower|grandmother|grandfather|grandparent|sister|brother|daughter|son|survivor|veteran|immigrant|woman|man|human|person)(?: of [\w ]{1,20}| myself| who \w+)?,? i(?:'m|'ve|'d)?\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "always-been-a",
        LIKELY,
        r"\bi(?:'ve| have) (?:always|never) (?:really )?been (?:much of )?an? (?:\w+ )?(?:night owl|early bird|morning person|night person|people person|dog person|cat person|coffee person|tea person|homebody|introvert|extrovert|worrier|dreamer|romantic|bookworm|loner|perfectionist|city (?:girl|boy|person)|country (?:girl|boy|person)|light sleeper|heavy sleeper|foodie|fan|fan of|lover of)\b",
    ),
    (
        Claim.EMBODIMENT,
        "wears-me-out",
        LIKELY,
        r"\b(?:wears?|wore|tires?|tired|knocks?|knocked|burns?|burned|burnt) me (?:right |all )?out\b|\b(?:exhausts?|exhausted|drains?|drained) me\b",
    ),
    (
        Claim.EMBODIMENT,
        "from-my-window",
        LIKELY,
        r"\b(?:from|at|by|through|on) my (?:own |kitchen |bedroom |office |living room )?(?:window|desk|chair|armchair|bed|sofa|couch|porch|balcony|kitchen)\b",
    ),
    (
        Claim.EMBODIMENT,
        "in-your-voice",
        LIKELY,
        r"\bi (?:can |could )?(?:almost |really |just |still )?(?:hear|see|smell) (?:the |that |a |how )?(?:\w+ ){0,3}?(?:in|on|from) your (?:voice|eyes|face|smile|hands|skin|hair|breath|cheeks?)\b",
    ),
)
