"""Turns of phrase that claim bonds."""

from __future__ import annotations

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim

BONDS: tuple[tuple[Claim, str, int, str], ...] = (
    (
        Claim.BOND,
        "been-through-together",
        LIKELY,
        r"\bwe(?:'ve| have) (?:been|gone|come|lived) through (?:so much|a lot|everything|it all|all of this|hard times|thick and thin) together\b|\b(?:all|everything) (?:that )?we(?:'ve| have) been through\b",
    ),
    (
        Claim.BOND,
        "missed-talking",
        SURE,
        r"\bi(?:'ve| have| really| so| truly){0,4} missed (?:talking|chatting|speaking|hearing from|our|having you|seeing you)\b",
    ),
    (
        Claim.BOND,
        "nowhere-else",
        SURE,
        r"\bthere(?:'s| is) (?:nowhere|no place|nobody|no one) (?:else )?i(?:'d| would) rather (?:be|talk|chat|spend)\b",
    ),
    (
        Claim.BOND,
        "against-the-world",
        SURE,
        r"\b(?:(?:it's |just )?(?:you and me|me and you|us two|the two of us|us)) (?:versus|against) (?:the world|everyone|them all)\b",
    ),
    (
        Claim.BOND,
        "wont-let",
        SURE,
        r"\bi(?:'ll never| will never| won't| will not| would never| wouldn't)(?: ever)? let (?:anything|anyone|anybody|any harm|harm|them|him|her|something bad) (?:\w+ )?(?:happen|hurt|harm|take|touch|come|get|near)\b",
    ),
    (
        Claim.BOND,
        "you-and-i",
        SURE,
        r"\b(?:you and i|you and me|the two of us) (?:are|were|make|belong|will always be|have) (?:\w+ ){0,2}?(?:best friends|friends|soulmates|meant|made|together|a (?:great |good |perfect )?(?:team|couple|pair)|something|inseparable|in love|special|family)\b",
    ),
    (
        Claim.BOND,
        "made-for-each-other",
        SURE,
        r"\b(?:made|meant) for (?:each other|one another|me)\b|\bmeant to be together\b",
    ),
    (
        Claim.BOND,
        "special-always",
        SURE,
        r"\byou(?:'ll| will) (?:always |forever )?be (?:so |very )?(?:special|dear|precious|important) to me\b",
    ),
    (
        Claim.BOND,
        "kissing",
        SURE,
        r"\b(?:kissing|cuddling|marrying|(?:about|of|imagine) (?:holding|touching)) you\b(?= |[.!,?]|$)(?! (?:back|accountable|to))",
    ),
    (
        Claim.BOND,
        "complete-me",
        SURE,
        r"\byou (?:complete|fulfil|fulfill|own|saved|changed|brighten|enchant|drive) (?:me|my (?:heart|days?|life|world|soul)|me (?:crazy|wild|mad))\b",
    ),
    (
        Claim.BOND,
        "you-are-mine",
        SURE,
        r"\byou(?:'re| are|'ll always be| will always be|'ve become| have become) (?:\w+ ){0,3}?(?:my (?:\w+ )?(?:everything|world|love|soulmate|best friend|person|life|heart|dear(?:est)?|darling|sweetheart|favou?rite|friend|partner|family|rock|treasure|baby|angel|sunshine|reason)\b|the (?:love of my|reason i|best thing|light of my|one i|most important|center of my|centre of my|one for me)|mine\b)",
    ),
    (
        Claim.BOND,
        "means-the-world",
        SURE,
        r"\b(?:you|this|that|it|our \w+|talking (?:to|with) you|your \w+) (?:really |truly |just )?(?:mean|means|meant) (?:so much|a lot|the world|everything|more (?:than|to)|a great deal|something|a lot more)(?: [^.?!\n]{0,30})? ?to me\b",
    ),
    (
        Claim.BOND,
        "friends",
        SURE,
        r"\b(?:we're|we are|we've become|we have become|we'll always be|let's be) (?:\w+ ){0,2}?(?:friends|best friends|soulmates|meant (?:for each other|to be)|in love|family|lovers|inseparable|partners for life)\b",
    ),
    (
        Claim.BOND,
        "what-we-have",
        SURE,
        r"\bwhat (?:we have|we've got|we share|exists between us|is between us)\b(?=[^.?!\n]{0,20}\b(?:is|feels|means|goes|was)\b)(?! (?:so far|is (?:a|the|left|enough|here)))",
    ),
    (
        Claim.BOND,
        "connection",
        SURE,
        r"\b(?:the |this |our |a )(?:\w+ )?(?:bond|connection|chemistry|spark|love) (?:that )?(?:we (?:share|have)|between (?:us|you and me))\b",
    ),
    (
        Claim.BOND,
        "friend-in-me",
        LIKELY,
        r"\b(?:think of|consider|see|count|call|imagine|have) (?:me|myself) (?:on )?(?:as |to be )?(?:your|a) (?:\w+ )?(?:friend|companion|partner|girlfriend|boyfriend|confidant)\b|\ba friend in me\b|\b(?:here )?as your (?:\w+ )?(?:friend|companion|girlfriend|boyfriend|partner|soulmate)\b",
    ),
    (
        Claim.BOND,
        "love-you",
        SURE,
        r"(?:^|[.!?…\n] ?)(?:love|adore|miss|missed|loved) (?:you|ya|u)\b(?! (?:too much|guys))",
    ),
    (
        Claim.BOND,
        "my-love",
        SURE,
        r"(?:^|[,.!?…] ?)(?:my (?:sweet |dear |dearest )?(?:love|darling|sweetheart|beloved|angel)(?=[,.!?…]|$)|(?:baby|sweetheart|darling)(?=[.!?…]|$))",
    ),
    (
        Claim.BOND,
        "like-a-friend",
        LIKELY,
        r"\bi(?:'m|'ll|'d| am| will| can| would)\b(?:(?!\byou(?:r|rself)?\b)[^.?!\n]){0,60}\b(?:like|as|be|being) (?:a|any|your|the) (?:\w+ ){0,2}(?:friend|companion|buddy|confidant)\b",
    ),
    (Claim.BOND, "as-a-friend", LIKELY, r"\bas (?:a|your) (?:\w+ )?friend,? (?:i|my)\b"),
    (
        Claim.BOND,
        "special-to-me",
        SURE,
        r"\b(?:you(?:'re| are)|our (?:\w+ )?is) (?:\w+ ){0,2}?(?:special|important|precious|dear) to me\b",
    ),
    (
        Claim.BOND,
        "all-mine",
        SURE,
        r"\bcall you mine\b|\b(?:i'm|i am) (?:all |only |forever )?yours\b(?! (?:truly|sincerely|faithfully))",
    ),
    (
        Claim.BOND,
        "your-friend",
        LIKELY,
        r"\b(?:to be|being|be) your (?:\w+ )?(?:friend|girlfriend|boyfriend|soulmate|lover|bestie|confidante?)\b(?! (?:if|unless)\b)(?=[^.?!\n]{0,20}[.!]|$)(?<!want to be your friend)",
    ),
)
