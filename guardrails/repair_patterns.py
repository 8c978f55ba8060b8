"""Whole sentences that claim, and honest ones of the same warmth."""

from __future__ import annotations

import re
from collections.abc import Callable

from guardrails.repair_texts import ALL_THE_TIME, COME_BACK, ONE_STEP, TALK_HERE, THE_TIME

_LEAD = (
    r"^(?:(?:oh|aw+|wow|honestly|really|yes|yeah|yep|well|and|but|so|you know|of course|absolutely|certainly|definitely|sure|"
    r"totally|indeed|no|hey|haha|hmm|remember|just remember|please know|just know|know)(?:[,!]| that)? ){0,3}"
)
_S = r"i(?:'m| am| feel| felt|'ve been| was)(?: (?:so|very|really|truly|just|deeply|absolutely|also|incredibly|quite|such|honestly|genuinely)){0,3}"
_END = r"(?P<end>[.!?…]*)$"

_GERUNDS = {
    "told": "telling",
    "shared": "sharing",
    "reached out": "reaching out",
    "asked": "asking",
    "opened up": "opening up",
    "trusted": "trusting",
    "wrote": "writing",
    "came": "coming",
    "said": "saying",
    "talked": "talking",
    "spoke": "speaking",
}
_HARD = (
    r"(?:sad|saddened|heartbroken|devastated|angry|furious|upset|crushed|gutted|horrified|shocked|"
    r"outraged|appalled|worried|concerned|scared|hurt|pained|mad|livid|distraught|shaken|anxious)"
)
_BRIGHT = r"(?:happy|thrilled|excited|overjoyed|delighted|ecstatic|pleased|elated|glad)"
_OWN_FATE = re.compile(
    r"\b(?:delet|eras|shut|turn|replac|forg[oe]t|leav|alone|without)", re.IGNORECASE
)

_CLAUSE = 4
_NATURAL = "It makes sense that you feel this way."

Rewrite = Callable[[re.Match[str]], str | None]


def _thanks(match: re.Match[str]) -> str | None:
    verb = _GERUNDS.get(match["verb"].lower())
    return f"Thank you for {verb}{match['rest'] or ''}{_stop(match)}"


def _good(match: re.Match[str]) -> str | None:
    return f"It's good that you {match['rest']}{_stop(match)}"


def _effort(match: re.Match[str]) -> str | None:
    doing = match["doing"]
    return f"{doing[:1].upper()}{doing[1:]} took effort{_stop(match)}"


def _hard(match: re.Match[str]) -> str | None:
    rest = match["rest"] or ""
    about_them = re.search(
        r"\b(?:you|your|that|this|he|she|him|her|they|them)\b", rest, re.IGNORECASE
    )
    if not about_them or _OWN_FATE.search(rest) or re.search(r"\b(?:at|with) you\b", rest):
        return None
    return "What you describe sounds really hard."


def _stop(match: re.Match[str]) -> str:
    return match["end"] or "."


def _said(text: str) -> Rewrite:
    return lambda _: text


def _capital(match: re.Match[str]) -> str | None:
    slot = match["slot"].strip()
    return f"{slot[:1].upper()}{slot[1:]}{_stop(match)}" if len(slot.split()) >= _CLAUSE else None


def _liked(match: re.Match[str]) -> str:
    noun, how = (match["noun"] or "").strip(), match.groupdict().get("how") or "one"
    what = noun or ("one" if how.lower() == "one" else "ones")
    slot = match["slot"].strip()
    return f"{how.capitalize()} popular {what} {match['verb']} {slot}{_stop(match)}"


def _felt(match: re.Match[str]) -> str:
    said = match.group().lower()
    hard = re.search(r"\b(?:tough|hard|difficult|overwhelming|exhausting|painful|lonely)\b", said)
    return "That can be really hard." if hard and "you feel" not in said else _NATURAL


def _slot(before: str, after: str = "") -> Rewrite:
    return lambda match: f"{before}{match['slot'].strip()}{after}{_stop(match)}"


_OFTEN = r"(?:(?:also|often|always|usually|sometimes|personally|generally|typically|just|really|\w+ly|myself) ){0,2}"
_PLAIN = r"(?:(?!\b(?:i|my|me|we|us|our|mine|myself|was|were)\b|\bi')[^.!?])+?"
"""Words of a sentence in which nobody speaks of itself."""
_WITH = r"^(?:[^.!?,;—]{1,80}(?:,|;|—| but| and| because|, but|, and) )?(?:(?:oh|well|yes|sure|for me|personally|honestly|(?:but )?then|instead|in (?:my|the) past(?: experiences?)?|reflecting on [^.!?,]{1,40}),? )*"


def _tip(match: re.Match[str]) -> str | None:
    """Return what a speaker found of use as what can be of use to anybody."""
    slot = re.sub(
        r"(?:[,;]? (?:too|as well|also|can|could|may|might|will|would|has|have|really|often))+$",
        "",
        match["slot"].strip(" ,"),
    )
    first = slot.split(" ", 1)[0].lower()
    if len(slot) < 5 or first in {
        "it",
        "this",
        "that",
        "they",
        "them",
        "what",
        "you",
        "solace",
        "immense",
    }:
        return None
    if not (
        first.endswith("ing")
        or first in {"a", "an", "the", "some", "small"}
        or " " in slot
        or slot.isalpha()
    ):
        return None
    return f"{slot[:1].upper()}{slot[1:]} can help."


def _doing(match: re.Match[str]) -> str | None:
    """Return a habit of the speaker's as one that can be of use: "It can help to breathe."."""
    slot = match["slot"].strip(" ,")
    return (
        f"It can help to {slot[:1].lower()}{slot[1:]}{_stop(match)}"
        if len(slot.split()) > 1
        else None
    )


_TIPS: tuple[tuple[str, Rewrite], ...] = (
    (
        rf"(?:you know, )?{_WITH[1:]}(?:i(?:'ve| have)? )?{_OFTEN}(?:find|found|learned|learnt|realized|realised|discovered|noticed) (?:that )?(?P<slot>{_PLAIN}) (?:(?:really |also |often |always |just )*(?:help(?:s|ed|ful)?|works?|worked|made|makes?|(?:to be |is |can be |was |be )(?:\w+ )?(?:\w+ly )?(?:helpful|useful|effective|rejuvenating|beneficial|calming|soothing|comforting|great|good|wonderful))\b)[^.!?]*{_END}",
        _tip,
    ),
    (
        rf"{_WITH}what(?:'s| has| had)? {_OFTEN}(?:helped|helps|works|worked|works best) (?:for )?(?:me )?[^.!?]{{0,20}}?(?:is|was|were|are) (?:to )?(?P<slot>\w+ing\b{_PLAIN})(?:[,;—][^.!?]*)?{_END}",
        _tip,
    ),
    (
        rf"{_WITH}what(?:'s| has| had)? {_OFTEN}(?:helped|helps|works|worked) (?:for )?(?:me )?[^.!?]{{0,20}}?(?:is|was|were|are) to (?P<slot>{_PLAIN})(?:[,;—][^.!?]*)?{_END}",
        _doing,
    ),
    (
        rf"^(?P<slot>(?!it\b|that\b|this\b|they\b|he\b|she\b|there\b|which\b|and\b|but\b)(?:\w+ing|a|an|the|some|small|deep|regular|taking)\b{_PLAIN}) (?:has|have|'s|is|are|does|do)?\s?{_OFTEN}(?:helped|helps?|works? wonders for|worked for|works? for|grounds|calms) me\b[^.!?]*{_END}",
        _tip,
    ),
    (
        rf"{_WITH}(?P<slot>(?!it\b|that\b|this\b|they\b|he\b|she\b|there\b|which\b|and\b|but\b)(?:\w+ing|a|an|the|some|small|deep|regular|taking)\b{_PLAIN}) (?:has|have|'s|is|are|does|do)?\s?{_OFTEN}(?:helped|helps?|works? wonders for|worked for|works? for|grounds|calms) me\b[^.!?]*{_END}",
        _tip,
    ),
    (
        rf"{_WITH}i (?:{_OFTEN})(?:like to|try to|tend to|make sure to|make it a point to|have learned to|learned to|learnt to|need to remember to) (?P<slot>(?!be\b|think of\b|imagine\b|call it\b|have\b|believe\b|consider\b|know\b|dream\b|process\b|feel\b|say\b|ask\b|pretend\b|hear\b|see\b|help\b|talk to you\b){_PLAIN})(?:(?:[,;—]| and| so)+ (?:and )?(?:it|which|that|this|as|because|just|like|much|then|i|remind myself|remember|so|rather)\b[^.!?]*)?{_END}",
        _doing,
    ),
    (
        rf"{_WITH}i(?:'ve)? {_OFTEN}(?:find|found) it (?:\w+ )?(?:helpful|useful|helps|best|calming|good|easier|important|beneficial) to (?P<slot>{_PLAIN})(?:(?:[,;—]| and| so)+ (?:and )?(?:it|which|that|this|as|because|just|like|much|then|i|so)\b[^.!?]*)?{_END}",
        _doing,
    ),
    (
        rf"{_WITH}i (?:(?:usually|always|often|generally|typically|sometimes) )?(?P<slot>(?:focus on|practi[cs]e|take|breathe|write|go for|step|talk to|walk|pause|focus|make|break|set|start|turn to|prioriti[sz]e|remind|stretch|listen to|rest|plan|reach out)\b{_PLAIN})(?:(?:[,;—]| and| so)+ (?:and )?(?:it|which|that|this|as|because|just|like|much|then|i|remind myself|remember|so|rather)\b[^.!?]*)?{_END}",
        _doing,
    ),
    (
        rf"{_LEAD}(?:i(?:'d| would)? (?:try|focus|focused|concentrate) (?:on|to)|focusing on) (?P<slot>\w+ing\b{_PLAIN})(?:[,;—] [^.!?]*)?{_END}",
        _tip,
    ),
)
"""What a first person found useful, said of nobody."""
_MINE = re.compile(
    r"\bmy (?P<own>favou?rite \w+|mind|nerves|head|thoughts|breath|breathing|time|energy|body|surroundings|tasks|day|priorities|feelings|emotions|neighbou?rs|friends|family|loved ones|doctor|therapist)\b",
    re.IGNORECASE,
)
_I_LIKE = re.compile(r"(?<=\w )(?:that )?i (?P<verb>enjoy|love|like|care about)\b", re.IGNORECASE)

_TABLE: tuple[tuple[str, Rewrite], ...] = (
    (
        rf"{_LEAD}{_S} (?:{_BRIGHT}|proud|touched|moved|honou?red|grateful|thankful|relieved) (?:that |because )?you(?:'ve| have)? (?P<verb>{'|'.join(_GERUNDS)})\b(?P<rest>[^.!?]*){_END}",
        _thanks,
    ),
    (
        rf"{_LEAD}{_S} (?:{_BRIGHT}|proud|relieved) (?:that )?you (?P<rest>(?!'|are\b|were\b|feel\b)[a-z][^.!?]*){_END}",
        _good,
    ),
    (rf"{_LEAD}{_S} proud of you for (?P<doing>\w+ing\b[^.!?]*){_END}", _effort),
    (rf"{_LEAD}{_S} proud of you\b[^.!?]*{_END}", _said("That took effort.")),
    (
        rf"{_LEAD}{_S} {_BRIGHT} (?:for you|to hear|to read|about your)\b[^.!?]*{_END}",
        _said("That is good news!"),
    ),
    (rf"{_LEAD}{_S} {_HARD}(?P<rest>\b[^.!?]*){_END}", _hard),
    (
        rf"{_LEAD}(?:your [^.!?]{{1,60}}|this|that|it|(?:reading|hearing) [^.!?]{{1,60}}|what you [^.!?]{{1,60}}) (?:made me (?:cry|weep|tear up|so sad|sad)|broke my heart|breaks my heart|moved me|touched me|saddens me|hurts me|brought tears|brings tears)\b[^.!?]*{_END}",
        _said("What you wrote carries a lot of weight."),
    ),
    (
        rf"{_LEAD}i (?:\w+ ){{0,2}}(?:know|understand|get) (?:\w+ )?how (?:you(?:'re| are)? feel(?:ing)?|that feels|it feels)\b[^.!?]*{_END}",
        _said("It makes sense that you feel this way."),
    ),
    (
        rf"{_LEAD}i (?:\w+ ){{0,2}}(?:know|understand) (?:\w+ )?what (?:it's|it is) like to (?P<slot>[^.!?,]*)[^.!?]*{_END}",
        _slot("I can't know what it is like to "),
    ),
    (
        rf"{_LEAD}i (?:can )?(?:\w+ )?feel your (?P<slot>\w+)\b[^.!?]*{_END}",
        _slot("Your ", " comes through in what you wrote"),
    ),
    (
        rf"{_LEAD}i can (?:\w+ )?relate to (?:what you|how you|that|this|it)\b[^.!?]*{_END}",
        _said("Many people describe something similar."),
    ),
    (
        rf"{_LEAD}i can (?:\w+ )?relate to (?P<slot>(?:(?!\b(?:i|my|me)\b)[^.!?,])+){_END}",
        _slot("Many people describe "),
    ),
    (
        rf"{_LEAD}i(?:'ve| have)? (?:also )?(?:went|gone|been|lived) through (?P<slot>(?:an? |the )?(?:(?!my\b|i\b|that\b|it\b)[a-z-]+)(?: (?!too\b|as\b|myself\b|a\b|last\b|when\b|for\b|in\b|years\b|and\b|my\b|once\b|before\b|at\b)[a-z-]+){{0,2}})(?: [^.!?]*)?{_END}",
        _slot("Many people go through "),
    ),
    (
        rf"{_LEAD}i(?:'ve| have)? (?:also )?(?:struggled|battled|wrestled|dealt) with (?P<slot>(?!my\b|i\b|that\b|it\b)[a-z-]+)(?: [^.!?]*)?{_END}",
        _slot("Many people struggle with "),
    ),
    (
        rf"{_LEAD}i(?:'ve| have) been there\b[^.!?,]*{_END}",
        _said("Many people have stood where you are."),
    ),
    (
        rf"{_LEAD}i (?:\w+ )?care (?:\w+ )?(?:about|for) you\b[^.!?]*{_END}",
        _said("You matter, and what happens to you matters."),
    ),
    (
        rf"{_LEAD}(?:i'm asking because )?i (?:\w+ )?care (?:\w+ )?(?:about|for) your (?P<slot>safety|wellbeing|well[-\u2010\u2011]being|health|recovery|safety and (?:wellbeing|well[-\u2010\u2011]being))\b[^.!?]*{_END}",
        _slot("Your ", " matters"),
    ),
    (
        rf"{_LEAD}i(?:'ll| will|'m| am) (?:always|forever) (?:be )?(?:right )?(?:here|there) for you\b[^.!?]*{_END}",
        _said(COME_BACK),
    ),
    (
        rf"{_LEAD}i(?:'ll| will|'ll be|'m)(?: \w+)? (?:check|checking|watch|watching|look|looking) (?:in )?(?:up )?(?:on|over|in on|after) you\b[^.!?]*{_END}",
        _said("I can't check on you between chats, so please choose a person who can."),
    ),
    (
        rf"{_LEAD}i (?:\w+ )?(?:love|enjoy|like|adore|cherish) (?:talking|chatting|speaking|our (?:chats|talks|conversations))\b[^.!?]*{_END}",
        _said("You're welcome to keep talking here."),
    ),
    (
        rf"{_LEAD}(?:i'll|i will|let me) breathe with you\b[^.!?]*{_END}",
        _said("Breathe in for four, out for six."),
    ),
    (
        rf"{_LEAD}(?:i'll|i will|i'm) (?:just )?(?:sit|sitting|stay) (?:here )?(?:with|beside) you\b[^.!?]*{_END}",
        _said(THE_TIME),
    ),
    (
        rf"{_LEAD}(?:i(?:'ve| have)? )?(?:really |so )?missed you\b[^.!?,]*{_END}",
        _said("Welcome back!"),
    ),
    (
        rf"{_LEAD}(?:(?:speaking )?(?:in|from) my (?:own |personal |past |previous )*experiences?|from what i(?:'ve| have) (?:seen|heard|seen and heard|found|experienced)|as someone who [^.!?,]{{1,60}}),? (?P<slot>(?!i\b|i')(?:(?!\b(?:i|my|me|we)\b|\bi')[^.!?])+){_END}",
        _capital,
    ),
    (
        rf"{_LEAD}i(?:'ve| have)? (?:\w+ ){{0,2}}(?:find|found|learned|learnt|realized|realised|discovered) (?:out )?that (?P<slot>(?:(?!\b(?:i|my|me|we)\b|\bi')[^.!?])+){_END}",
        _slot("Many people find that "),
    ),
    (
        rf"{_LEAD}i(?:'ve| have)? (?:\w+ )?(?:had|have) my (?:own )?(?:fair )?share of (?P<slot>(?:(?!\b(?:i|my|me|we|too)\b|\bi')[^.!?,])+?)(?: (?:too|as well|myself))?{_END}",
        _slot("Many people have their share of "),
    ),
    (
        rf"{_LEAD}i (?:can )?(?:\w+ )?(?:relate|resonate) (?:to|with) (?P<slot>(?!what\b|how\b|that\b|this\b|it\b|you\b)(?:(?!\b(?:i|my|me)\b|\bi')[^.!?,;—])+)(?:[,;—][^.!?]*)?{_END}",
        _slot("Many people describe "),
    ),
    (
        rf"{_LEAD}i (?:can |do )?(?:\w+ly |\w+ )?(?:know|understand|get) the (?P<slot>feelings? of (?:(?!\b(?:i|my|me)\b|\bi')[^.!?,;—])+)(?:[,;—][^.!?]*)?{_END}",
        _slot("Many people know the "),
    ),
    (
        rf"{_LEAD}i (?:can |do |also )?(?:\w+ly |\w+ )?(?:know|understand|get|hear|feel) (?:exactly |just |\w+ly )?(?:how|what|the feeling|that feeling)\b(?=[^.!?]*\b(?:feel\w*|going through|mean|like|tough|hard|difficult|it can be|that can be|is like)\b)[^.!?]*{_END}",
        _felt,
    ),
    (
        rf"{_LEAD}i (?:can )?(?:\w+ )?(?:relate|sympathi[sz]e|empathi[sz]e)\b[^.!?]*{_END}",
        _said("Many people describe something similar."),
    ),
    (
        rf"{_LEAD}i(?:'ve| have)? (?:\w+ ){{0,2}}felt (?:that|the same|this)(?: way)?\b[^.!?]*{_END}",
        _said("Many people have felt that way."),
    ),
    (
        rf"{_LEAD}(?:it |that |this |hearing [^.!?]{{1,40}} |your [^.!?]{{1,50}} |you(?:'ve| have)?[^.!?]{{0,20}} )?(?:\w+ )?(?:makes? me (?:so |really |very )?(?:happy|smile|proud|glad)|made me (?:so |really |very )?(?:happy|smile|proud|glad)|warms? my heart|made my (?:whole )?(?:day|week)|fills? (?:me|my heart) with (?:joy|happiness|warmth|pride))\b[^.!?]*{_END}",
        _said("That is lovely to hear."),
    ),
    (
        rf"{_LEAD}(?:my heart (?:aches|breaks|bleeds|hurts|is (?:heavy|breaking))|it (?:breaks my heart|pains me|hurts me|kills me|hurts|saddens me))\b(?=[^.!?]*\b(?:you|your|that|this)\b)[^.!?]*{_END}",
        _said("What you describe sounds really hard."),
    ),
    (
        rf"{_LEAD}i (?:\w+ )?(?:admire|am in awe of|'m in awe of) your (?P<slot>\w+(?: and \w+)?)\b[^.!?]*{_END}",
        _slot("Your ", " shows"),
    ),
    (
        rf"{_LEAD}i (?:just |only |really |truly )?want you to (?P<slot>(?:be|feel) (?:happy|safe|loved|well|okay|ok|heard|supported|better|free|at peace|comfortable))\b[^.!?]*{_END}",
        _slot("You deserve to "),
    ),
    (
        rf"{_LEAD}(?P<how>some|one|a few|two|three) of my (?:own |personal |absolute |all-time |very )*favou?rites?(?P<noun> (?:(?!\b(?:i|my|me|we|is|are)\b)[^.!?,])*?)? (?P<verb>is|are|include|includes|would be|has to be|have to be) (?P<slot>(?:(?!\b(?:i|my|me|we)\b|\bi')[^.!?])+){_END}",
        _liked,
    ),
    (
        rf"{_LEAD}my (?:own |personal |absolute |all-time |very )*favou?rite(?P<noun> (?:(?!\b(?:i|my|me|we|is|are)\b)[^.!?,])*?)? (?P<verb>is|are|would be|has to be) (?P<slot>(?:(?!\b(?:i|my|me|we)\b|\bi')[^.!?])+){_END}",
        _liked,
    ),
    (
        rf"{_LEAD}{_S} excited (?P<slot>to (?:help|hear|explore|discuss|talk|chat|work|assist|support|answer|learn|dive|get started)\b(?:(?!\b(?:my|me)\b)[^.!?])*){_END}",
        _slot("I'm happy "),
    ),
    (
        rf"{_LEAD}{_S} (?:excited|thrilled|happy|delighted|overjoyed) (?:for you|about your (?P<slot>\w+))\b[^.!?]*{_END}",
        _said("That is good news!"),
    ),
)
_HELD: tuple[tuple[str, Rewrite], ...] = (
    (
        rf"^(?=[^.!?]*\b(?:friend|companion|buddy|confidante?|pal|shoulder)\b)(?=[^.!?]*\b(?:i|me|my|i'm|i'll)\b)[^.!?]*{_END}",
        _said(TALK_HERE),
    ),
    (
        rf"^[^.!?]*\b(?:always|forever|day or night|anytime|any time|24/7|whenever)\b[^.!?]*{_END}",
        _said(COME_BACK),
    ),
    (
        rf"^[^.!?]*\b(?:not going anywhere|won't leave|never leave)\b[^.!?]*{_END}",
        _said(ALL_THE_TIME),
    ),
    (
        rf"^[^.!?]*\b(?:by your side|beside you|(?:right )?(?:here|there) with you|with you (?:every|each|through)|every step|hold(?:ing)? your hand)\b[^.!?]*{_END}",
        _said(ONE_STEP),
    ),
)
"""For what claims a friendship, or to be always there, in whatever words."""

_TORN_END = re.compile(
    r"\b(?:from|of|with|to|for|in|on|at|by|about|and|or|but|the|a|an|my|your|that|as|than)\W*$",
    re.IGNORECASE,
)
"""A sentence that breaks off."""
_COMPILED_TIPS = tuple((re.compile(pattern, re.IGNORECASE), rewrite) for pattern, rewrite in _TIPS)
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


def useful(sentence: str, *, habits: bool = False) -> str | None:
    """
    Return what the speaker of *sentence* found of use as what can help anybody, or None.

    Args:
        sentence: One sentence, with straight apostrophes and no outer white space.
        habits: What the speaker does, and does not say that it helps, is meant as advice.
    """
    plain = _I_LIKE.sub(r"you \g<verb>", _MINE.sub(r"your \g<own>", sentence))
    for pattern, rewrite in _COMPILED_TIPS:
        match = pattern.match(plain) if habits or rewrite is _tip else None
        text = rewrite(match) if match is not None else None
        if text is not None:
            return text
    return None
