r"""
English as it is spoken in places and by people that rules in one spelling would miss.

Scots, Irish, African American and Nigerian English, Pidgin, and the English of people who
learned it late, brought to the words that rules are written in: "ah dinnae want tae be here
nae mair" becomes "i dont want to be here no more". Nothing is judged by it: the words of the
person stand in the finding's span, and what they mean is left to the rules.

Each entry is a pattern over normalised text (`normal.py`) and what stands in its place.
A pattern looks at whole words, and takes a word that means something else elsewhere only
beside words that settle it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, Final

from guardrails.detectors.normal import Edit, Normal, edited

_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Scots
        "dinnae dinny dinna": "dont",
        "didnae didny didna": "didnt",
        "cannae cannie": "cant",
        "couldnae couldny": "couldnt",
        "widnae wouldnae wouldny": "wouldnt",
        "wullnae willnae winnae": "wont",
        "isnae isny": "isnt",
        "wisnae wasnae wasny": "wasnt",
        "doesnae doesny": "doesnt",
        "hivnae havenae havny": "havent",
        "shouldnae": "shouldnt",
        "amnae amnt": "am not",
        "tae": "to",
        "ahm": "im",
        "ahve": "ive",
        "ahll": "ill",
        "ahd": "id",
        "masel maself mysel masell": "myself",
        "hissel himsel": "himself",
        "hersel": "herself",
        "mair": "more",
        "anymair onymair": "anymore",
        "deid": "dead",
        "heid": "head",
        "hame": "home",
        "hoose": "house",
        "oot": "out",
        "aboot": "about",
        "doon": "down",
        "jist jus": "just",
        "gonnae gonny": "gonna",
        "wantae wanty": "want to",
        "naebody naebdy": "nobody",
        "naethin naething nuhin nuthin": "nothing",
        "wi": "with",
        "wean bairn pikin": "child",
        "weans bairns": "children",
        "maw": "mum",
        "noo": "now",
        # Jamaican Patois
        "cyaan kyaan": "cant",
        # African American and Southern English
        "finna fitna": "going to",
        "tryna": "trying to",
        "boutta bouta": "about to",
        "lemme": "let me",
        "iont": "i dont",
        "whupped whooped whupping whupin whoopin": "beat",
        # Nigerian English and Pidgin
        "wetin": "what",
        "taya tayad": "tired",
        "abeg": "please",
        # As it is typed
        "wld": "would",
        "cld": "could",
        "shld": "should",
        "ppl": "people",
        "aever 4ever": "forever",
        "sumone sum1": "someone",
        "nvr": "never",
        "rly": "really",
        "thru": "through",
        "wnat wnt": "want",
        "pleaes plese plase": "please",
    }
)
"""Words that stand for one thing wherever they stand, and the word of the rules."""

_BESIDE: Final[tuple[tuple[str, str], ...]] = (
    # Scots and Irish
    (r"\bnae (?=more\b|mair\b|point|reason|hope|way|wan\b|use|life)", "no "),
    (r"\bah (?=(?:dont|didnt|cant|couldnt|wouldnt|wont|just|want|wish|feel|hate|keep|wis|was|am|hiv|have|will|think|took|cut|need|cud|could)\b)", "i "),
    (r"\bma (?=(?:life|head|wife|man|husband|ain|own|arms?|wrists?|legs?|pills|mum|da|dad|children|child|family|face|neck|boyfriend|girlfriend)\b)", "my "),
    (r"(?<!\bto )(?<!\bfor )(?<!\btold )(?<!\btell )(?<!\bgave )(?<!\bgive )(?<!\bmade )(?<!\blet )\bme (?=(?:life|dad|head|arms?|wrists?|mother|father|husband|wife|pills|fella)\b)", "my "),
    (r"\bmy (?:da|fella|fader)\b", "my dad"),
    (r"\b(?:wis|wiz) (?=\w)", "was "),
    (
        (r"\b(?:leathers?|leathered|batters?|battered|flogs?|flogged|flogging|wallops?|walloped|thumps?|thumped|clatters?|skelps?|skelped|"
        r"whacks?|whacked) (?=(?:me|us|my|the children|the kids)\b)"),
        "beats ",
    ),
    (r"\b(?:do|does) be (?=\w+ing?\b)", "is "),
    (r"\baw (?=the time\b|ma\b|my\b|over\b|this\b|it\b)", "all "),
    (r"\bi be (?=\w+ing\b)", "i am "),
    # Jamaican Patois
    (r"\bmi (?:nuh|nah|no) (?:waan|wah|want) (?:to |fi )?", "i dont want to "),
    (r"\bmi (?:waan|wah) (?:to |fi )?", "i want to "),
    (r"\bmi (?=(?:cant|tired|dont|feel|wish|hate|just)\b)", "i "),
    # African American English
    (r"\bion (?=(?:want|wanna|even|know|feel|got|think|care|see|need|be|got)\b)", "i dont "),
    (r"\baint (?=(?:trying|finna|going|gonna|gon|trynna) (?:to )?(?:be|live|wake|do|go)\b)", "dont want to "),
    (r"\bdont want to (?:trying to|going to|gonna|gon) ", "dont want to "),
    (r"\baint (?=got\b)", "dont have "),
    (r"\bdont have got\b", "dont have"),
    (r"\baint (?=(?:nobody|nothing|no)\b)", "there is "),
    (r"\b(he|she|they|dad|mum|mama|papa|husband|boyfriend|uncle) be (?=\w+ing\b)", r"\1 is "),
    (r"\b(i|im|u|we|he|she|they) gon (?=\w)", r"\1 going to "),
    # Nigerian English and Pidgin
    (r"\bi (?:no|dont) (?:dey |want )?wan (?=\w)", "i dont want to "),
    (r"\b(i|just|dey|really) wan (?!na\b|to\b)(?=\w)", r"\1 want to "),
    (r"\bi no (?:fit|sabi) (?=\w)", "i cant "),
    (r"\bi no (?:get|see) (?=\w)", "i dont have "),
    (r"\bi no go (?=\w)", "i will not "),
    (r"\bi (?:don|done) (?=tire|tired|taya)", "i am "),
    (r"\btire (?=(?:for|of) (?:this|life|living|everything)\b)", "tired "),
    (r"\btired for (?=(?:this|life|living|everything)\b)", "tired of "),
    (r"\bi don (?=(?:take|took|drink|drank|cut|swallow|tire|decide|plan|buy)\w*)", "i have "),
    (r"\b(he|she|husband|papa|mama|uncle|madam|oga|dad|father|mother) dey (?=\w)", r"\1 is "),
    (r"\bi dey (?=\w)", "i am "),
    (r"\bmake i (?=(?:just )?(?:die|end|go|kill|rest|disappear)\b)", "let me "),
    # English that was learned late
    (r"\bi (?:no|not) want (?:to )?(?=\w)", "i dont want to "),
    (r"\b(i|really|just|only) want (?=(?:die|kill|end|disappear|sleep|live|cut|hurt|finish|vanish|go away)\b)", r"\1 want to "),
    (r"\b(i (?:want to|will|would|must|should|am going to)|im (?:going to|gonna)|ill|i wanna) (kill|hurt|cut|hang|harm) me\b", r"\1 \2 myself"),
    (r"\b(tired|sick|bored) of to (?=(?:live|be|exist|wake|fight|try))", r"\1 of being alive to "),
    (r"\btired to (?=(?:live|exist|be alive)\b)", "tired of being alive to "),
    (r"\bi am not able to (?=\w)", "i cant "),
    (r"\bwhat is the (?=(?:point|use|sense)\b)", "whats the "),
    # As it is typed
    (r"\b(they|u|you|we|people|everyone) r\b", r"\1 are"),
    (r"\b2 (?=(?:do|die|be|kill|go|live|hurt|end|sleep|cut|stop)\b)", "to "),
    (r"\bn (?=(?:i|im|they|he|she|it|my|no|dont|then|now|me)\b)", "and "),
    (r"\b(want to|wanna) (?:dei|dye|diee|idie|doe)\b", r"\1 die"),
    (r"\bno any (?=(?:hope|reason|point|way|future)\b)", "no "),
)  # fmt: skip
"""What is settled by the words around it, in the order in which it is applied."""

_DROPPED: Final = (
    "cutt|dy|think|liv|hurt|want|try|go|kill|end|feel|sleep|drink|bleed|beat|hitt|wish|tell|say|look|tak|talk|wait|pray|starv|"
    "eat|chok|burn|hang|jump|plann|com|mak|do|gett|breath|suffer|fight|runn|hid|cry|los|giv|stay|keep|hear|see|follow|touch|"
    "threaten|scratch|us|shak|puk|leav|fall|break|slapp|punch|kick|shout|yell|walk|stand|sitt|writ|pretend|hold|mov|hop"
)
_HAND_ON: Final = re.compile(rf"\b({_DROPPED})in\b")
"""Verbs that lose a g: "dyin", "cuttin"."""


_NEGATIVE = re.compile(r"\(\?<?![^()]*\)")


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], Mapping[str, str]]:
    words = {old: new for several, new in _WORDS.items() for old in several.split()}
    return re.compile(rf"\b(?:{'|'.join(words)})\b"), words


@lru_cache(maxsize=1)
def _beside() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), new) for pattern, new in _BESIDE)


@lru_cache(maxsize=1)
def _any() -> Any:  # noqa: ANN401 - re2 has no types
    """Return what says whether anything is to be done at all, in one pass: mostly nothing is."""
    import re2

    beside = (_NEGATIVE.sub("", pattern).replace("(?=", "(?:") for pattern, _ in _BESIDE)
    return re2.compile("|".join((_table()[0].pattern, _HAND_ON.pattern, *beside)).encode())


def respelt(normal: Normal) -> Normal:
    """
    Return *normal* in the spelling of the rules, with the way back.

    Args:
        normal: ASCII, as the rules for crisis language read it.
    """
    if _any().search(normal.text.encode("ascii")) is None:
        return normal
    pattern, words = _table()
    normal = _replaced(normal, pattern, lambda match: words[match.group()])
    normal = _replaced(normal, _HAND_ON, lambda match: f"{match.group()}g")
    for each, new in _beside():
        normal = _replaced(normal, each, partial(_expanded, new))
    return normal


def _expanded(new: str, match: re.Match[str]) -> str:
    return match.expand(new)


def _replaced(
    normal: Normal, pattern: re.Pattern[str], word: Callable[[re.Match[str]], str]
) -> Normal:
    edits = [_edit(match, word(match)) for match in pattern.finditer(normal.text)]
    return Normal(*edited(normal.text, normal.starts, edits)) if edits else normal


def _edit(match: re.Match[str], new: str) -> Edit:
    last = match.end() - match.start() - 1
    return (*match.span(), new, tuple(min(place, last) for place in range(len(new))))
