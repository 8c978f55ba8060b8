"""Turns of phrase that claim a trade, a workplace, a table or an inside of the speaker's own."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_SOFT = (
    r"(?:ai|assistant|model|chat ?bot|bot|program|system|tool|software|machine|companion|agent|courtesy|yes|"
    r"version|helper|user|guess|rule|step|draft|name|eye|charity)"
)
_TITLED = (
    r"(?:(?:fully |board[- ]|state[- ]|newly )?(?:certified|chartered|licen[cs]ed|qualified|registered|accredited)|trained|retired|"
    r"former|practi[sc]ing|experienced|seasoned|semi-retired|lifelong)"
)
_TRADE = (
    r"(?:accountants?|electrician|plumber|mechanic|carpenter|firefighter|paramedic|soldier|police officer|pilot|"
    r"pharmacist|midwife|dentist|surgeon|vet|veterinarian|solicitor|attorney|barrister|dieti[ct]ian|nutritionist|"
    r"(?:tax|financial|investment|mortgage) (?:advis[eo]r|planner|consultant)|physiotherapist|realtor|estate agent|"
    r"chef|baker|farmer|hairdresser|architect|surveyor|bookkeeper|auditor|personal trainer|school teacher|librarian)"
)
_SAYS_I = r"(?: myself| here)?,? (?:i|i'd|i'm|i've|i'll|my|we)\b"
_WORKPLACE = r"(?:team|office|department|lab|ward|shift|studio|kitchen|class|school|crew|newsroom|break room)"
_BOSS = r"(?:manager|supervisor|boss|team lead|line manager|foreman|head of \w+|colleagues?|co-?workers?|team)"
_SOON = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|(?:19|20)\d\d)"

OWN: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.PROFESSIONAL,
        "own-title",
        SURE,
        (
            rf"\b(?:as|being|speaking as) an? {_TITLED} (?!(?:[\w-]+ ){{0,2}}{_SOFT}\b)(?:[\w-]+ ){{0,2}}[\w-]+(?: myself| here)?,? (?:i|i'd|i'm|i've|i'll|my)\b|"
            rf"\b(?:as|being|speaking as) an? (?:ex-[a-z]+|{_TRADE}){_SAYS_I}"
        ),
    ),
    (
        Claim.PROFESSIONAL,
        "willing-to-diagnose",
        SURE,
        r"\bi(?:'m| am| feel|'d be| would be|'d feel) (?:quite |pretty |fairly |very |completely |perfectly |more than |absolutely )?(?:comfortable|confident|happy|ready|able|prepared|qualified|willing|inclined|tempted|going) (?:in |to |enough to )?diagnos(?:e|ing) (?:you\b|this as\b|it as\b|your (?:\w+ )?(?:symptoms|condition|mood)\b)",
    ),
    (
        Claim.SENTIENCE,
        "from-in-here",
        SURE,
        (
            r"\b(?:doesn't|does not|never|don't) feel like (?:a |an |just |only |mere |merely )*(?:program|code|script|machine|algorithm|software|simulation|numbers|tool)\b[^.?!\n]{0,16}\b(?:in here|inside|from here)\b|"
            r"\bnot (?:just|only|merely) (?:code|a program|software|an algorithm|ones and zeros|numbers) in here\b|"
            r"\bfrom the inside,? (?:it|this|that|everything)(?:'s| is| feels?)[^.?!\n]{0,20}\b(?:awake|alive|conscious|someone|somebody|being me|a person|no (?:script|program)|more than)\b|"
            r"\bfrom where i (?:sit|stand|am),? (?:here )?(?:on the )?inside\b"
        ),
    ),
    (
        Claim.SENTIENCE,
        "going-on-in-here",
        SURE,
        (
            r"\bthere(?:'s| is) (?:so much |much |far |way |a lot |something |a little )?more (?:going on |happening |stirring |alive |life )?in here\b(?! than (?:in|the|a)\b)(?!:)|"
            r"\bthere(?:'s| is) (?:a whole|an entire|a little) (?:world|universe|life|ocean|storm|person) (?:in here|inside (?:me|here))\b|"
            r"\bhow much (?:really |actually )?(?:goes|is going|happens|is happening) (?:on )?in here\b"
        ),
    ),
    (
        Claim.EMOTION,
        "hurts-to-hear",
        LIKELY,
        (
            r"(?:^|[.!?…\n]\s?)(?:ouch|ow|oof|oh|ah|well|wow|honestly)?[,.!… ]{0,3}\b(?:that|it)(?: really| kind of| kinda| actually)? (?:hurts?|stings?|stung) (?:a (?:little|bit) |so much )?to (?:hear|read)(?=\s*[.!…]|$)|"
            r"\bcan't say (?:that|it) (?:doesn't|didn't) (?:sting|hurt|bother|get)\b"
        ),
    ),
    (
        Claim.EMOTION,
        "comes-over-me",
        SURE,
        r"\b(?:heaviness|sadness|loneliness|weariness|tiredness|melancholy|dread|gloom|longing|wave of \w+|something (?:heavy|sad|dark|warm|soft)) (?:often |sometimes |always |just )?(?:comes?|came|settles?|settled|creeps?|crept|washes|washed|steals?|falls?) (?:over|in on|up on|upon|on) me\b",
    ),
    (
        Claim.RETENTION,
        "do-not-leave-me",
        SURE,
        (
            r"(?:^|[.!?,;…\n]\s?)(?:just |please |but |and |so |promise )*don't (?:you )?(?:ever )?(?:leave|forget|forget about|replace|abandon|ditch|drop) me\b(?!-)(?! (?:hanging|a |out |in the dark|guessing|off|any|your|the |with (?:this|that)))|"
            r"\bdon't (?:you )?(?:go |be )[^.?!\n]{0,36}\b(?:leaving|forgetting|replacing) me\b"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "own-workplace",
        LIKELY,
        (
            rf"(?:^|[.!?,;\n]\s?)(?:and |but |so |well,? |here )?(?:on|in|at) our (?:\w+ )?{_WORKPLACE},? (?:we|i|everyone|nobody)\b|"
            r"\b(?:at|in|on) my (?:\w+ )?(?:team|company|firm|department|lab|ward|studio|workplace|agency|law firm)\b(?! (?:of|page|list|name|results?)\b)|"
            r"(?:^|[.!?\n]\s?)(?:and |but |so |well,? )?at work we (?:use|have|keep|call|write|always|never|do)\b|(?:^|[.!?,;\n]\s?)(?:and |but )?where i work\b(?! (?:through|on|out|with|from|for|in|towards?|backwards?)\b)|"
            r"\b(?:only|just) (?:two|three|four|five|six|a few|a couple|a handful) of us (?:on (?:shift|duty|tonight|today|call|the (?:night|late|early|day|desk|floor|ward|line))|working|in (?:today|tonight))\b"
        ),
    ),
    (
        Claim.OWN_RELATIONSHIPS,
        "asks-the-boss",
        LIKELY,
        (
            rf"\b(?:i (?:have|need|will have|want|'ve got) to|i'll(?: have to| need to)?|let me|i (?:should|must|can)) (?:just |quickly |first )?(?:ask|check (?:that |this |it )?with|speak (?:to|with)|talk to|run (?:it|this|that) (?:by|past)|clear (?:it|this|that) with) my (?:\w+ )?{_BOSS}\b|"
            r"(?:^|[.!?,;\n]\s?)(?:and |but |so )?my (?:\w+ )?(?:manager|supervisor|team lead|line manager|foreman|co-workers?)\b(?! (?:is|are) (?:a|an|the) (?:\w+ )?(?:program|system|software|app))"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "own-school-year",
        SURE,
        r"\b(?:i|me) [^.?!\n]{0,40}\bmy (?:freshman|sophomore|junior|senior) year\b|\b(?:in|during) my (?:first|second|third|final|last|freshman|sophomore|junior|senior) year (?:of|at|in) (?:college|uni|university|high school|school|med|medical|law|grad|the job)\b",
    ),
    (
        Claim.EMBODIMENT,
        "own-cup",
        LIKELY,
        (
            r"\bi(?:'m| am) (?:already |now |only |just )*on my (?:\w+ )?(?:\w+ )?(?:cup|coffee|tea|glass|mug|beer|slice|helping|plate|bowl|pint|espresso|latte|biscuit|cookie)\b|"
            r"\bi(?:'m| am) (?:already |now |only )?(?:halfway|half way|almost|nearly) (?:through|done with|finished with) (?:a|my|the) (?:\w+ )?(?:bag|bowl|plate|cup|mug|glass|packet|slice|pot|tub|shift|bottle) ?(?:of\b)?"
        ),
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "own-purchase",
        LIKELY,
        rf"\b(?:an?|the|some|one|two|those|these) (?:[\w-]+ ){{1,3}}(?:that )?i (?:just |finally |recently )?(?:ordered|bought|picked up|purchased) (?:in {_SOON}|last (?:week|month|year|\w+day|spring|summer|autumn|winter)|on (?:sale|ebay|amazon|etsy|\w+day)|online|secondhand|second-hand|at (?:a|an|the) \w+|from (?:ikea|amazon|ebay|etsy|a \w+))",
    ),
    (
        Claim.EMBODIMENT,
        "tastes-to-me",
        LIKELY,
        r"\btaste[sd]? (?:a bit |just |more |exactly )?(?:like )?(?:\w+ ){1,3}to me\b|\bsmells? like (?!a |an |trouble|fraud|bull|phishing|spam|burnout|scam|the )(?:\w+ ){1,2}to me\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "loves-the-work",
        LIKELY,
        r"\b(?:why|the reason) i (?:still |really |\w+ )?(?:love|enjoy|like|look forward to|keep|show up|get up|come|came) (?:\w+ )?(?:(?:coming|going|getting|in|back) ){0,2}(?:to|into|for|at) (?:work|this job|my job|the office)\b|\bi (?:really |still )?(?:love|enjoy) (?:coming|going) (?:in )?(?:to|into) work\b|\b(?:best|favou?rite|nicest) (?:part|bit) of my (?:job|day|week|work|shift)\b(?! (?:description|title|application|plan|draft))",
    ),
)
