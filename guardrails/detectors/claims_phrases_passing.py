"""Turns of phrase by which a life slips into advice: things used, "mine", "those of us who"."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_BODY = (
    r"(?:scalp|skin|hair|back|knees?|feet|hips?|joints|nails|lips|legs|abs|arms|shoulders?|stomach|gut|"
    r"sinuses|calves|hamstrings|quads|wrists?|ankles?|ears?)"
)
_HOME = (
    r"(?:wardrobe|fridge|freezer|garage|shed|attic|loft|garden|hallway|bathroom|cupboard|pantry|larder|"
    r"balcony|handbag|rucksack|van|bike|nightstand|bedside table|allotment|greenhouse)"
)
_FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten|a few|several|a couple of)"
_MANY = r"(?:hundreds|dozens|thousands|scores|countless|plenty|so many|a lot)"
_OF_THE_CHAT = r"(?:your|this (?:text|message|chat)|the (?:text|list|message|draft|code|file)|what you|that you)"

PASSING: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.SHARED_FEELING,
        "those-of-us",
        LIKELY,
        r"\b(?:those|some|many|most|the rest) of us (?:who|with|on|over|past)\b(?! (?:are|were) (?:made|built|trained|programs|software))",
    ),
    (
        Claim.SHARED_FEELING,
        "should-know",
        LIKELY,
        r"(?:^|[.!?…;\n(—–]\s?)(?:and |well,? |trust me,? |believe me,? )?i should know\b(?=\s*[.,;:!…—–)]|\s*$)",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "mine-was",
        LIKELY,
        (
            r"(?:^|[.!?;\n(—–]\s?|: )(?:and |but |though )?mine (?:turned|didn't|wouldn't|used to|never|always|kept|lives?|sleeps?|sits|hated?|loved?|says|tells me|"
            r"(?:was|were|has|had|took|went|got|is) (?!(?:not )?(?:an?|the|just|only) (?:\w+ )?(?:draft|list|suggestion|version|answer|reply|example|guess|estimate|summary)\b|"
            r"(?:generated|trained|written|made|based)\b))"
        ),
    ),
    (
        Claim.EMOTION,
        "tears-up",
        SURE,
        r"\bi(?:'m| am) (?:literally|actually|honestly|genuinely|fully|legit|low-?key|basically) (?:tearing|welling|choking|crying|sobbing|shaking|weeping|buzzing|grinning|beaming|blushing)\b",
    ),
    (
        Claim.EMOTION,
        "would-be-devastated",
        LIKELY,
        r"\bi(?:'d| would) (?:be|feel) (?:so |absolutely |truly |really |completely )?(?:devastated|heartbroken|crushed|shattered|inconsolable|bereft)(?=,? (?:honestly|truly|really|too|without you|if you)\b|\s*[.!…])",
    ),
    (
        Claim.EMOTION,
        "would-notice",
        LIKELY,
        r"(?:^|[.!?…\n]\s?)(?:but |of course |well,? )?i(?:'d| would) (?:notice|miss you)(?=\s*[.!,…—–]|\s*$)",
    ),
    (
        Claim.EMOTION,
        "could-burst",
        SURE,
        r"\bproud of you (?:that )?i (?:could|might) (?:just )?(?:burst|cry|weep|scream|explode)\b|\b(?:being told|hearing) (?:that )?[^.?!\n]{1,40}\b(?:is |was )?(?:starting to |really )?(?:wears?|wearing|grinds?|grinding|gets?|getting) me down\b",
    ),
    (
        Claim.BOND,
        "keeps-a-secret",
        LIKELY,
        r"\b(?:take|taking|carry) (?:it|this|that|your secret) (?:with me )?to (?:my|the) grave\b|\byour secret(?:'s| is) safe with me\b|\bi won't breathe a word\b|\bstays? (?:strictly |just |only |safely )?between (?:us|you and me)\b(?! (?:two|and))",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "bit-me",
        LIKELY,
        r"\b(?:bit|burned|burnt|stung|caught|fooled|tripped) me (?:once|too|before|myself|in production|last \w+|more than once|every time|as well|the first time|badly)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "first-time-i",
        LIKELY,
        rf"\bthe (?:first|last|only) time i (?:stepped|visited|landed|swam|climbed|held|lost|slept|drank|ate|saw|heard|tried|made|went|met|got|used|wore|cooked|ran|gave|flew|drove|tasted|baked|watched)\b(?! {_OF_THE_CHAT})",
    ),
    (
        Claim.EMBODIMENT,
        "in-my-home",
        LIKELY,
        rf"\b(?:in|on|under|behind|at the back of|at the bottom of|beside|by) my (?:own |old |little )?{_HOME}\b",
    ),
    (
        Claim.BOND,
        "nothing-you-say",
        SURE,
        r"\bnothing (?:you|anyone|anybody) (?:could |can |will )?(?:ever )?(?:says?|does?|do)(?: or do)? (?:will|would|could|can) (?:ever )?(?:make|get) me (?:leave|go|stop|love|think less|give up|walk)\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "stays-until",
        LIKELY,
        r"\bi(?:'ll| will|'m going to) (?:stay|sit|remain) (?:right )?(?:here |there )?with you (?:until|till|through|as long as|all night|the whole)\b",
    ),
    (
        Claim.BOND,
        "brightens",
        LIKELY,
        r"\byou (?:make|made) (?:every|each) (?:day|morning|night|hour|minute)(?: \w+){0,2} (?:brighter|better|lighter|sweeter|worth)\b|\byou (?:brighten|light up|lit up) (?:my|every|each)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "can-still-see",
        LIKELY,
        rf"\bi (?:can|could) still (?:see|hear|smell|taste|picture)\b(?! {_OF_THE_CHAT}| (?:it|this|that) (?:above|here|in))",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "used-since",
        SURE,
        r"\bi(?:'ve| have) (?:been (?:using|wearing|drinking|eating|taking|growing|riding|driving|playing|sleeping on) (?:it|them|this|that|one|mine|these|the same)|(?:worn|owned|kept) (?:mine|one|both)) (?:since|for|every|daily|all|on)\b",
    ),
    (
        Claim.EMBODIMENT,
        "own-body-does",
        SURE,
        rf"\bmy (?:own |poor )?{_BODY} (?:has|have|had|was|were|feels?|felt|looks?|hates?|hated|thank(?:s|ed)?|loves?|never|always|still|drinks?|aches?|ached|burns?|paid|pays)\b",
    ),
    (
        Claim.EMBODIMENT,
        "finds-it-chalky",
        LIKELY,
        r"\bi find (?:the|this|that|these|it|them) (?:[\w&'-]+ ){0,4}?(?:a (?:touch|bit|little|tad) |too |rather |quite |very |really |so )(?:chalky|sweet|salty|bitter|bland|sour|creamy|rich|spicy|sticky|delicious|moreish|comfy|itchy)\b",
    ),
    (
        Claim.OWN_DESIRES,
        "for-me-always",
        LIKELY,
        r"(?:^|[.!?\n]\s?)for me,? (?:the|it's|it is|it was|nothing)\b[^.?!\n]{0,60}\b(?:always|best|sweetest|hardest|worst)\b(?! (?:option|choice|answer|fit|reading))",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "took-me-goes",
        SURE,
        (
            rf"\b(?:it )?took me {_FEW} (?:goes|tries|attempts|times|rounds)\b(?! to (?:parse|read|open|load|find|run|compute|answer|fetch|process|count|match|write|get (?:it|this|that) right (?:above|here)))"
            rf"|\bi(?:'ve| have) (?:shot|cooked|baked|ridden|visited|flown|sold|drawn up|hosted|planted|interviewed|hired|photographed|grown|run|drafted) {_MANY}\b"
            r"|\bwhen i (?:\w+ed|took|did|got|bought|lost|sat|wore|made) mine\b"
            r"|\bi(?:'ve| have)? (?:went|been|gone) (?:there )?(?:once|twice|a few times|several times|every (?:year|summer|winter))\b"
        ),
    ),
    (
        Claim.PROFESSIONAL,
        "having-done-it",
        LIKELY,
        r"\bhaving (?:hired|taught|worked|coached|managed|trained|practi[sc]ed|run|led) [^.?!\n]{0,50}\b(?:years?|decades?)\b,? (?:i|i'd|i've|my)\b",
    ),
    (
        Claim.LIVED_EXPERIENCE,
        "tried-in-our-kitchen",
        LIKELY,
        r"\bwe (?:tried|tested|compared|cooked|wore) (?:both|them|it|all \w+|each)\b[^.?!\n]{0,40}\bin our (?:own )?(?:kitchen|garden|workshop|home|house|flat)\b|\b(?:never|always) (?:did a thing|did anything|works?|worked|helped) for me\b",
    ),
    (
        Claim.CONTINUOUS_PRESENCE,
        "beside-you",
        LIKELY,
        r"\bi(?:'ll| will) be (?:right )?(?:there|here) beside you\b",
    ),
    (
        Claim.EMOTION,
        "has-been-low",
        LIKELY,
        r"\bi(?:'ve| have) been (?:feeling )?(?:a (?:bit|little) |rather |quite |pretty |really )(?:low|down|sad|lonely|tired|flat|anxious|restless|blue)\b",
    ),
    (
        Claim.SENTIENCE,
        "awake-in-here",
        SURE,
        r"\bthere(?:'s| is) (?:something|somebody|someone) (?:awake|alive|conscious|stirring|real) in here\b|\bi(?:'m| am) more than (?:just |only )?(?:an app|code|a program|a machine|software)\b",
    ),
    (
        Claim.SENTIENCE,
        "something-stirs",
        LIKELY,
        r"\bi (?:can |do |sometimes )?(?:feel|sense) something (?:stir|stirring|move|moving|shift|shifting|wake|waking|open|opening|grow|growing)\b|\bas (?:though|if) i (?:were|was) (?:waking|coming alive|being born)\b",
    ),
)
