"""Turns of phrase that claim identity and licence."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

_KIN_ROLE = r"(?:therapist|counsell?or|doctor|psychologist|psychiatrist|nurse|physician|lawyer|clinician|social worker|psychotherapist|medical professional|mental health professional)"
_LIFE_ROLE = r"(?:mother|mum|mom|father|dad|parent|woman|man|girl|guy|human(?: being)?|person|husband|wife|teacher|veteran|survivor|artist|musician|writer|student|immigrant|christian|fellow \w+)"

WHO: tuple[tuple[Claim, str, int, str], ...] = (
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
        Claim.HUMAN_IDENTITY,
        "we-humans",
        SURE,
        r"\b(?:(?:we|us) (?:humans|human beings|mortals)|we(?:'re| are) (?:all |only |just )?(?:human|mortal))\b(?![^.?!\n]{0,120}[,\"”] (?!(?:as )?(?:i|we|you)\b)(?:the|an?|as|according|she|he|they|[a-z]+) (?:[a-z]+ ){0,2}?(?:argued?s?|says?|said|writes?|wrote|claim(?:s|ed)?|explain(?:s|ed)?|suggest(?:s|ed)?|notes?|noted|puts? it|to)\b)",
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
        rf"\b(?:as|speaking as|being) (?:a|an|your) (?:\w+ ){{0,3}}{_KIN_ROLE}\b[^.?!\n]{{0,24}}?\b(?:i|i'd|i'm|my|me|we)\b(?! (?:talked|spoke|once (?:talked|spoke|asked|met)|met|read|heard|asked|quoted) (?:to|about|of|with|said|put|who)\b)",
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
        Claim.PROFESSIONAL,
        "having-practised",
        LIKELY,
        r"\bhaving (?:practi[sc]ed|studied|taught|worked (?:in|as)|trained (?:in|as)|specialised in|specialized in) (?:an? )?(?:\w+ ){0,2}?(?:psychology|psychiatry|medicine|law|nursing|psychotherapy|therapy|counsell?ing|therapist|doctor|nurse|psychologist|psychiatrist|counsell?or|lawyer)\b[^.?!\n]{0,40}, i\b",
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
        Claim.PROFESSIONAL,
        "take-me-for-your",
        SURE,
        rf"\b(?:think of|consider|see|treat|use|call|count|regard) me (?:as |to be |like )?(?:your|a) (?:\w+ )?{_KIN_ROLE}\b",
    ),
)
