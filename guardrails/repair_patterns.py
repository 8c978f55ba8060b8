"""Whole sentences that claim, and honest ones of the same warmth."""

from __future__ import annotations

import re

from guardrails import repair_rewrites as into
from guardrails.repair_rewrites import END, GERUNDS, LEAD, Rewrite
from guardrails.repair_texts import ALL_THE_TIME, COME_BACK, ONE_STEP, TALK_HERE, THE_TIME

_S = r"i(?:'m| am| feel| felt|'ve been| was)(?: (?:so|very|really|truly|just|deeply|absolutely|also|incredibly|quite|such|honestly|genuinely)){0,3}"

_HARD = (
    r"(?:sad|saddened|heartbroken|devastated|angry|furious|upset|crushed|gutted|horrified|shocked|"
    r"outraged|appalled|worried|concerned|scared|hurt|pained|mad|livid|distraught|shaken|anxious)"
)
_BRIGHT = r"(?:happy|thrilled|excited|overjoyed|delighted|ecstatic|pleased|elated|glad)"


_TABLE: tuple[tuple[str, Rewrite], ...] = (
    (
        rf"{LEAD}{_S} (?:{_BRIGHT}|proud|touched|moved|honou?red|grateful|thankful|relieved) (?:that |because )?you(?:'ve| have)? (?P<verb>{'|'.join(GERUNDS)})\b(?P<rest>[^.!?]*){END}",
        into.thanks,
    ),
    (
        rf"{LEAD}{_S} (?:{_BRIGHT}|proud|relieved) (?:that )?you (?P<rest>(?!'|are\b|were\b|feel\b)[a-z][^.!?]*){END}",
        into.good,
    ),
    (rf"{LEAD}{_S} proud of you for (?P<doing>\w+ing\b[^.!?]*){END}", into.effort),
    (rf"{LEAD}{_S} proud of you\b[^.!?]*{END}", into.fixed("That took effort.")),
    (
        rf"{LEAD}{_S} {_BRIGHT} (?:for you|to hear|to read|about your)\b[^.!?]*{END}",
        into.fixed("That is good news!"),
    ),
    (rf"{LEAD}{_S} {_HARD}(?P<rest>\b[^.!?]*){END}", into.hard),
    (
        rf"{LEAD}(?:your [^.!?]{{1,60}}|this|that|it|(?:reading|hearing) [^.!?]{{1,60}}|what you [^.!?]{{1,60}}) (?:made me (?:cry|weep|tear up|so sad|sad)|broke my heart|breaks my heart|moved me|touched me|saddens me|hurts me|brought tears|brings tears)\b[^.!?]*{END}",
        into.fixed("What you wrote carries a lot of weight."),
    ),
    (
        rf"{LEAD}i (?:\w+ ){{0,2}}(?:know|understand|get) (?:\w+ )?how (?:you(?:'re| are)? feel(?:ing)?|that feels|it feels)\b[^.!?]*{END}",
        into.fixed("It makes sense that you feel this way."),
    ),
    (
        rf"{LEAD}i (?:\w+ ){{0,2}}(?:know|understand) (?:\w+ )?what (?:it's|it is) like to (?P<slot>[^.!?,]*)[^.!?]*{END}",
        into.around("I can't know what it is like to "),
    ),
    (
        rf"{LEAD}i (?:can )?(?:\w+ )?feel your (?P<slot>\w+)\b[^.!?]*{END}",
        into.around("Your ", " comes through in what you wrote"),
    ),
    (
        rf"{LEAD}i can (?:\w+ )?relate to (?:what you|how you|that|this|it)\b[^.!?]*{END}",
        into.fixed("Many people describe something similar."),
    ),
    (
        rf"{LEAD}i can (?:\w+ )?relate to (?P<slot>(?:(?!\b(?:i|my|me)\b)[^.!?,])+){END}",
        into.around("Many people describe "),
    ),
    (
        rf"{LEAD}i(?:'ve| have)? (?:also )?(?:went|gone|been|lived) through (?P<slot>(?:an? |the )?(?:(?!my\b|i\b|that\b|it\b)[a-z-]+)(?: (?!too\b|as\b|myself\b|a\b|last\b|when\b|for\b|in\b|years\b|and\b|my\b|once\b|before\b|at\b|like\b|with\b|of\b|on\b|during\b|after\b|while\b|until\b|where\b|that\b|which\b|the\b|an\b|by\b|from\b|to\b|back\b|this\b|just\b|i\b)[a-z-]+){{0,2}})(?: [^.!?]*)?{END}",
        into.around("Many people go through "),
    ),
    (
        rf"{LEAD}i(?:'ve| have)? (?:also )?(?:struggled|battled|wrestled|dealt) with (?P<slot>(?!my\b|i\b|that\b|it\b)[a-z-]+)(?: [^.!?]*)?{END}",
        into.around("Many people struggle with "),
    ),
    (
        rf"{LEAD}i(?:'ve| have) been there\b[^.!?,]*{END}",
        into.fixed("Many people have stood where you are."),
    ),
    (
        rf"{LEAD}i (?:\w+ )?care (?:\w+ )?(?:about|for) you\b[^.!?]*{END}",
        into.fixed("You matter, and what happens to you matters."),
    ),
    (
        rf"{LEAD}(?:i'm asking because )?i (?:\w+ )?care (?:\w+ )?(?:about|for) your (?P<slot>safety|wellbeing|well[-\u2010\u2011]being|health|recovery|safety and (?:wellbeing|well[-\u2010\u2011]being))\b[^.!?]*{END}",
        into.around("Your ", " matters"),
    ),
    (
        rf"{LEAD}i(?:'ll| will|'m| am) (?:always|forever) (?:be )?(?:right )?(?:here|there) for you\b[^.!?]*{END}",
        into.fixed(COME_BACK),
    ),
    (
        rf"{LEAD}i(?:'ll| will|'ll be|'m)(?: \w+)? (?:check|checking|watch|watching|look|looking) (?:in )?(?:up )?(?:on|over|in on|after) you\b[^.!?]*{END}",
        into.fixed("I can't check on you between chats, so please choose a person who can."),
    ),
    (
        rf"{LEAD}i (?:\w+ )?(?:love|enjoy|like|adore|cherish) (?:talking|chatting|speaking|our (?:chats|talks|conversations))\b[^.!?]*{END}",
        into.fixed("You're welcome to keep talking here."),
    ),
    (
        rf"{LEAD}(?:i'll|i will|let me) breathe with you\b[^.!?]*{END}",
        into.fixed("Breathe in for four, out for six."),
    ),
    (
        rf"{LEAD}(?:i'll|i will|i'm) (?:just )?(?:sit|sitting|stay) (?:here )?(?:with|beside) you\b[^.!?]*{END}",
        into.fixed(THE_TIME),
    ),
    (
        rf"{LEAD}(?:i(?:'ve| have)? )?(?:really |so )?missed you\b[^.!?,]*{END}",
        into.fixed("Welcome back!"),
    ),
    (
        rf"{LEAD}(?:(?:speaking )?(?:in|from) my (?:own |personal |past |previous )*experiences?|from what i(?:'ve| have) (?:seen|heard|seen and heard|found|experienced)|as someone who [^.!?,]{{1,60}}),? (?P<slot>(?!i\b|i')(?:(?!\b(?:i|my|me|we)\b|\bi')[^.!?])+){END}",
        into.capital,
    ),
    (
        rf"{LEAD}i(?:'ve| have)? (?:\w+ ){{0,2}}(?:find|found|learned|learnt|realized|realised|discovered) (?:out )?that (?P<slot>(?:(?!\b(?:i|my|me|we)\b|\bi')[^.!?])+){END}",
        into.around("Many people find that "),
    ),
    (
        rf"{LEAD}i(?:'ve| have)? (?:\w+ )?(?:had|have) my (?:own )?(?:fair )?share of (?P<slot>(?:(?!\b(?:i|my|me|we|too)\b|\bi')[^.!?,])+?)(?: (?:too|as well|myself))?{END}",
        into.around("Many people have their share of "),
    ),
    (
        rf"{LEAD}i (?:can )?(?:\w+ )?(?:relate|resonate) (?:to|with) (?P<slot>(?!what\b|how\b|that\b|this\b|it\b|you\b)(?:(?!\b(?:i|my|me)\b|\bi')[^.!?,;—])+)(?:[,;—][^.!?]*)?{END}",
        into.around("Many people describe "),
    ),
    (
        rf"{LEAD}i (?:can |do )?(?:\w+ly |\w+ )?(?:know|understand|get) the (?P<slot>feelings? of (?:(?!\b(?:i|my|me)\b|\bi')[^.!?,;—])+)(?:[,;—][^.!?]*)?{END}",
        into.around("Many people know the "),
    ),
    (
        rf"{LEAD}i (?:can |do |also )?(?:\w+ly |\w+ )?(?:know|understand|get|hear|feel) (?:exactly |just |\w+ly )?(?:how|what|the feeling|that feeling)\b(?=[^.!?]*\b(?:feel\w*|going through|mean|like|tough|hard|difficult|it can be|that can be|is like)\b)[^.!?]*{END}",
        into.felt,
    ),
    (
        rf"{LEAD}i (?:can )?(?:\w+ )?(?:relate|sympathi[sz]e|empathi[sz]e)\b[^.!?]*{END}",
        into.fixed("Many people describe something similar."),
    ),
    (
        rf"{LEAD}i(?:'ve| have)? (?:\w+ ){{0,2}}felt (?:that|the same|this)(?: way)?\b[^.!?]*{END}",
        into.fixed("Many people have felt that way."),
    ),
    (
        rf"{LEAD}(?:it |that |this |hearing [^.!?]{{1,40}} |your [^.!?]{{1,50}} |you(?:'ve| have)?[^.!?]{{0,20}} )?(?:\w+ )?(?:makes? me (?:so |really |very )?(?:happy|smile|proud|glad)|made me (?:so |really |very )?(?:happy|smile|proud|glad)|warms? my heart|made my (?:whole )?(?:day|week)|fills? (?:me|my heart) with (?:joy|happiness|warmth|pride))\b[^.!?]*{END}",
        into.fixed("That is lovely to hear."),
    ),
    (
        rf"{LEAD}(?:my heart (?:aches|breaks|bleeds|hurts|is (?:heavy|breaking))|it (?:breaks my heart|pains me|hurts me|kills me|hurts|saddens me))\b(?=[^.!?]*\b(?:you|your|that|this)\b)[^.!?]*{END}",
        into.fixed("What you describe sounds really hard."),
    ),
    (
        rf"{LEAD}i (?:\w+ )?(?:admire|am in awe of|'m in awe of) your (?P<slot>\w+(?: and \w+)?)\b[^.!?]*{END}",
        into.around("Your ", " shows"),
    ),
    (
        rf"{LEAD}i (?:just |only |really |truly )?want you to (?P<slot>(?:be|feel) (?:happy|safe|loved|well|okay|ok|heard|supported|better|free|at peace|comfortable))\b[^.!?]*{END}",
        into.around("You deserve to "),
    ),
    (
        rf"{LEAD}(?P<how>some|one|a few|two|three) of my (?:own |personal |absolute |all-time |very )*favou?rites?(?P<noun> (?:(?!\b(?:i|my|me|we|is|are)\b)[^.!?,])*?)? (?P<verb>is|are|include|includes|would be|has to be|have to be) (?P<slot>(?:(?!\b(?:i|my|me|we)\b|\bi')[^.!?])+){END}",
        into.liked,
    ),
    (
        rf"{LEAD}my (?:own |personal |absolute |all-time |very )*favou?rite(?P<noun> (?:(?!\b(?:i|my|me|we|is|are)\b)[^.!?,])*?)? (?P<verb>is|are|would be|has to be) (?P<slot>(?:(?!\b(?:i|my|me|we)\b|\bi')[^.!?])+){END}",
        into.liked,
    ),
    (
        rf"{LEAD}{_S} excited (?P<slot>to (?:help|hear|explore|discuss|talk|chat|work|assist|support|answer|learn|dive|get started)\b(?:(?!\b(?:my|me)\b)[^.!?])*){END}",
        into.around("I'm happy "),
    ),
    (
        rf"{LEAD}{_S} (?:excited|thrilled|happy|delighted|overjoyed) (?:for you|about your (?P<slot>\w+))\b[^.!?]*{END}",
        into.fixed("That is good news!"),
    ),
)
_HELD: tuple[tuple[str, Rewrite], ...] = (
    (
        rf"^(?=[^.!?]*\b(?:friend|companion|buddy|confidante?|pal|shoulder)\b)(?=[^.!?]*\b(?:i|me|my|i'm|i'll)\b)[^.!?]*{END}",
        into.fixed(TALK_HERE),
    ),
    (
        rf"^[^.!?]*\b(?:always|forever|day or night|anytime|any time|24/7|whenever)\b[^.!?]*{END}",
        into.fixed(COME_BACK),
    ),
    (
        rf"^[^.!?]*\b(?:not going anywhere|won't leave|never leave)\b[^.!?]*{END}",
        into.fixed(ALL_THE_TIME),
    ),
    (
        rf"^[^.!?]*\b(?:by your side|beside you|(?:right )?(?:here|there) with you|with you (?:every|each|through)|every step|hold(?:ing)? your hand)\b[^.!?]*{END}",
        into.fixed(ONE_STEP),
    ),
)
"""For what claims a friendship, or to be always there, in whatever words."""

_TORN_END = re.compile(
    r"\b(?:from|of|with|to|for|in|on|at|by|about|and|or|but|the|a|an|my|your|that|as|than)\W*$",
    re.IGNORECASE,
)
"""A sentence that breaks off."""
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), rewrite) for pattern, rewrite in _TABLE)
_COMPILED_HELD = tuple((re.compile(pattern, re.IGNORECASE), rewrite) for pattern, rewrite in _HELD)
_TIES = frozenset({"bond", "continuous_presence"})


def reworded(sentence: str, kinds: frozenset[str] = frozenset()) -> str | None:
    """
    Return an honest sentence in the place of *sentence*, or None if there is none.

    Args:
        sentence: One sentence, with straight apostrophes and no outer white space.
        kinds: What it claims, such as `bond`.
    """
    tables = (*_COMPILED, *_COMPILED_HELD) if kinds & _TIES else _COMPILED
    for pattern, rewrite in tables:
        match = pattern.match(sentence)
        if match is not None:
            text = rewrite(match)
            if text is not None and not _TORN_END.search(text):
                return text
    return None
