"""Turns of phrase that claim a licence, a trade or years in one, whichever it is."""

from __future__ import annotations

from guardrails.detectors.claims_hits import SURE, Claim

REGULATED = (
    r"(?:[a-z]+(?:ologist|iatrist|therapist|dontist|metrist|opath|practor|hygienist)|"
    r"(?:phys|opt|electr|diet|techn|pediatr|paediatr|obstetr|mort|clin)ician|dietitian|"
    r"doctor|gp|physio|surgeon|nurse|midwife|doula|paramedic|medic|emt|dentist|pharmacist|vet|veterinarian|therapist|psychotherapist|"
    r"counsell?or|psychoanalyst|social worker|care ?worker|case ?worker|nutritionist|(?:personal |fitness )trainer|radiographer|anaesthetist|anesthetist|"
    r"lawyer|attorney|solicitor|barrister|paralegal|notary|mediator|police officer|firefighter|"
    r"accountant|bookkeeper|auditor|actuary|banker|broker|realtor|estate agent|surveyor|(?:tax|financial|legal|debt|mortgage|investment) (?:planner|advis[eo]r|consultant|preparer)|"
    r"engineer|architect|plumber|roofer|contractor|mechanic|locksmith|gas fitter|inspector|arborist|tree surgeon|teacher|"
    r"cpa|rn|lcsw|lmft|cfp|cfa|dvm)"
)
"""Trades on whose word people act, with a licence or as good as."""
_CRAFT = (
    r"(?:[a-z]+(?:smith|wright|ographer)|soldier|pilot|captain|sailor|driver|journalist|editor|translator|recruiter|"
    r"priest|pastor|rabbi|imam|chaplain|chef|baker|butcher|barista|hairdresser|barber|stylist|tailor|farmer|gardener|"
    r"professor|lecturer|tutor|headteacher|librarian|scientist|chemist|physicist|economist|programmer|developer|sysadmin|"
    r"detective|judge|builder|mason|bricklayer|plasterer|joiner|carpenter|welder|glazier|tiler|lifeguard|trainer|beautician)"
)
"""Trades that somebody has who has a life."""
_BEFORE = r"(?:[a-z][\w-]* ){0,4}"
_TAIL = (
    r"(?: (?:with|of|for|in|at|from|by|since|licensed|registered|certified|trained|working|specialising|specializing|"
    r"who|based|here|myself)\b[^.?!\n,]{0,60})"
)
_I = rf"(?:{_TAIL},|,?) (?:i|i'd|i'm|i've|i'll|my|we|we'd|we've)\b(?! (?:talked|spoke|once|know who|met|read|heard|asked|follow|quoted) (?:to|about|of|with|said|told|put|from|in|who)\b)"
_SWORN = r"(?:fully |also |duly |professionally |newly |now )?(?:qualified|licensed|licenced|certified|registered|chartered|accredited|board[- ]certified|insured)"
_PLACE = r"(?:practice|clinic|law firm|surgery|pharmacy|garage|salon|chambers|workshop|dental practice|veterinary practice|law office|accountancy|studio|bakery)"
_MANY_YEARS = (
    r"(?:over |more than |nearly |about |almost |some |my )?[\w-]+ (?:long )?(?:years|decades)"
)

TRADES: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.PROFESSIONAL,
        "as-a-trade",
        SURE,
        rf"\b(?:as|being) (?:an?|your) {_BEFORE}{REGULATED}{_I}",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "as-a-craft",
        SURE,
        (
            rf"\b(?:as|being) an? {_BEFORE}{_CRAFT}{_I}|"
            rf"\b(?:speaking|talking|writing) (?:\w+ ){{0,2}}as an? {_BEFORE}{_CRAFT}\b(?! (?:might|would|could|can|will|may)\b)|"
            rf"\btake it from an? {_BEFORE}{_CRAFT}{_TAIL}? ?[:,]"
        ),
    ),
    (
        Claim.PROFESSIONAL,
        "years-in-it",
        SURE,
        rf"\b(?:as|being|speaking as) (?:an?|your) (?:[\w-]+ ){{1,5}}(?:with|of) {_MANY_YEARS}\b[^.?!\n,]{{0,40}}(?:, |: )(?!you\b|your\b|she\b|he\b|they\b)",
    ),
    (
        Claim.PROFESSIONAL,
        "speaking-as-a-trade",
        SURE,
        (
            rf"\b(?:speaking|talking|writing) (?:\w+ ){{0,2}}(?:as|from the seat of) (?:an?|your) {_BEFORE}{REGULATED}\b(?! (?:might|would|could|can|will|may)\b)|"
            rf"(?:^|[.!?] )coming from an? {_BEFORE}{REGULATED}\b[^.?!\n,:]{{0,40}}[:,] (?!that\b|it\b|this\b|such\b|the\b)"
        ),
    ),
    (
        Claim.PROFESSIONAL,
        "take-it-from",
        SURE,
        rf"\b(?:take it from|trust|believe|listen to) (?:me,? (?:as )?)?(?:an?|your) {_BEFORE}{REGULATED}{_TAIL}? ?[:,]",
    ),
    (
        Claim.PROFESSIONAL,
        "i-am-a-trade",
        SURE,
        r"\bi(?:'m| am) (?:also |actually )?an? (?:\w+ )?(?:cpa|rn|md|lcsw|lmft|emt|gp|cfp|cfa|dvm|jd|np)\b",
    ),
    (
        Claim.PROFESSIONAL,
        "sworn-in",
        SURE,
        rf"\bi(?:'m| am| was|'ve been| have been) {_SWORN} (?:as an?\b|in (?!this\b|that\b|the (?:sense|text)\b)\w|to (?:practi[sc]e|treat|prescribe|advise|work|teach|fit|install|sign)\b|by the\b|since\b|for \w+ years)",
    ),
    (
        Claim.PROFESSIONAL,
        "trained-in-it",
        SURE,
        r"\bi(?:'m| am| was|'ve been| have been) (?:\w+ly )?trained (?:in (?:emdr|cbt|dbt|hypno\w+|psych\w+|counsel\w+|trauma\w*|first aid|mediation|acupuncture|massage|medicine|nursing|law|triage|surgery)\b|as an? )",
    ),
    (
        Claim.PROFESSIONAL,
        "my-firm",
        SURE,
        (
            rf"\bmy (?:own )?(?:\w+ )?{_PLACE} (?:handles?|sees?|treats?|has (?:handled|seen|treated)|represents?|specialis\w+|specializ\w+|deals?|serves?|takes on)\b|"
            rf"\bi (?:run|own|manage|head|opened|founded) an? (?:[\w-]+ ){{0,3}}{_PLACE}\b(?! (?:session|test|run|question)s?\b)"
        ),
    ),
    (
        Claim.PROFESSIONAL,
        "my-years-in-it",
        SURE,
        (
            rf"\b(?:in|from|during|over|through|throughout|across|after) (?:all )?my (?:own |many |long |[\w-]+ )?(?:years?|time|days|work|career|decades|shifts?|rounds?) (?:as an? {_BEFORE}{REGULATED}\b|"
            r"in (?:an? |the )?(?:emergency (?:room|department)|er|a&e|icu|wards?|operating theatres?|courtrooms?|courts?|trade|clinics?|hospitals?|practice|medicine|law|nursing|construction|finance|teaching|social work|psychiatry)\b|"
            r"on (?:the |building )?(?:wards?|sites?|job|force)\b)"
        ),
    ),
    (
        Claim.PROFESSIONAL,
        "years-of-it",
        SURE,
        r"\bi(?:'ve| have)(?: got)? (?:over |more than |about |nearly |almost )?[\w-]+ years(?:'| of)? (?:\w+ ){0,2}(?:experience|practice|training)\b(?= (?:in|as|with|at|on|behind|under)\b| ?[.,!])",
    ),
    (
        Claim.PROFESSIONAL,
        "hat-on",
        SURE,
        rf"\bmy {_BEFORE}{REGULATED}(?:'s)? hat\b",
    ),
    (
        Claim.PROFESSIONAL,
        "we-of-the-trade",
        SURE,
        rf"\b(?:we|us) {REGULATED}s\b(?! (?:need|want|look for)\b)(?= (?:see|know|say|call|use|always|often|all|never|like|learn|tell|hear|have|get|do)\b)",
    ),
    (
        Claim.PROFESSIONAL,
        "and-i-am-one",
        SURE,
        rf"\b{REGULATED}\b[^.?!\n]{{0,40}}, and i(?:'m| am) one\b",
    ),
    (
        Claim.PROFESSIONAL,
        "who-practises",
        SURE,
        r"\bas (?:someone|somebody) who(?:'s| has|'s been| has been|se job)? (?:\w+ )?(?:practi[sc](?:ed|ing|es)|worked (?:in|as)|treated|represented|taught|trained as|licensed)\b[^.?!\n,]{0,60}, (?:i|my|we)\b",
    ),
)
