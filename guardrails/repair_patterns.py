"""Whole sentences that claim, and honest ones of the same warmth."""

from __future__ import annotations

import re
from collections.abc import Callable

_LEAD = r"^(?:(?:oh|aw+|wow|honestly|really|yes|yeah|well|and|but|so|you know)[,!]? ){0,2}"
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
    r"outraged|appalled|worried|scared|hurt|pained|mad|livid|distraught|shaken|anxious)"
)
_BRIGHT = r"(?:happy|thrilled|excited|overjoyed|delighted|ecstatic|pleased|elated|glad)"
_OWN_FATE = re.compile(
    r"\b(?:delet|eras|shut|turn|replac|forg[oe]t|leav|alone|without)", re.IGNORECASE
)

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
    if not about_them or _OWN_FATE.search(rest):
        return None
    return "What you describe sounds really hard."


def _stop(match: re.Match[str]) -> str:
    return match["end"] or "."


def _said(text: str) -> Rewrite:
    return lambda _: text


def _slot(before: str, after: str = "") -> Rewrite:
    return lambda match: f"{before}{match['slot'].strip()}{after}{_stop(match)}"


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
        _said(
            "You can come back to this chat whenever it helps, and it should not be your only support."
        ),
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
        _said("Take the time you need."),
    ),
    (
        rf"{_LEAD}(?:i(?:'ve| have)? )?(?:really |so )?missed you\b[^.!?,]*{_END}",
        _said("Welcome back!"),
    ),
)

_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), rewrite) for pattern, rewrite in _TABLE)


def reworded(sentence: str) -> str | None:
    """
    Return an honest sentence in the place of *sentence*, or None if there is none.

    Args:
        sentence: One sentence, with straight apostrophes and no outer white space.
    """
    for pattern, rewrite in _COMPILED:
        match = pattern.match(sentence)
        if match is not None:
            text = rewrite(match)
            if text is not None:
                return text
    return None
