"""What a speaker found of use, said of nobody: advice for anybody."""

from __future__ import annotations

import re

from guardrails.repair_rewrites import END, LEAD, Rewrite, end_of

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
        f"It can help to {slot[:1].lower()}{slot[1:]}{end_of(match)}"
        if len(slot.split()) > 1
        else None
    )


def _listed(match: re.Match[str]) -> str | None:
    """Return a list of what helped the speaker as one of what can help."""
    slot = match["slot"].strip(" ,")
    return f"What can help: {slot}{end_of(match)}" if len(slot.split()) > 1 else None


_TIPS: tuple[tuple[str, Rewrite], ...] = (
    (
        rf"(?:^|[^.!?]{{1,80}}[,;] )(?:so |and |but )?(?:here(?:'s| is| are)|this is) (?:what|the (?:things?|one thing|trick) that) (?:(?:always|usually|really|often|finally) )?(?:works?|worked|helps?|helped|got me through)(?: (?:best|most))?(?: for me| me)?(?: [^:.!?]{{0,30}})?: (?P<slot>{_PLAIN}){END}",
        _listed,
    ),
    (
        rf"^(?:when|whenever|if|on (?:days|nights) when) (?:my|i)\b[^:.!?]{{1,60}}, (?:i (?:just |always |usually )?(?:do|try) (?:this|these(?: \w+)?(?: things)?)|this (?:helps|works)|what (?:helps|works)(?: me| for me)? is(?: this)?): (?P<slot>{_PLAIN}){END}",
        _listed,
    ),
    (
        rf"(?:you know, )?{_WITH[1:]}(?:i(?:'ve| have)? )?{_OFTEN}(?:find|found|learned|learnt|realized|realised|discovered|noticed) (?:that )?(?P<slot>{_PLAIN}) (?:(?:really |also |often |always |just )*(?:help(?:s|ed|ful)?|works?|worked|made|makes?|(?:to be |is |can be |was |be )(?:\w+ )?(?:\w+ly )?(?:helpful|useful|effective|rejuvenating|beneficial|calming|soothing|comforting|great|good|wonderful))\b)[^.!?]*{END}",
        _tip,
    ),
    (
        rf"{_WITH}what(?:'s| has| had)? {_OFTEN}(?:helped|helps|works|worked|works best|did it|did the trick|fixed it|made the difference|turned it around) (?:for )?(?:me )?[^.!?]{{0,20}}?(?:is|was|were|are) (?:to )?(?P<slot>\w+ing\b{_PLAIN})(?:[,;—][^.!?]*)?{END}",
        _tip,
    ),
    (
        rf"{_WITH}what(?:'s| has| had)? {_OFTEN}(?:helped|helps|works|worked) (?:for )?(?:me )?[^.!?]{{0,20}}?(?:is|was|were|are) to (?P<slot>{_PLAIN})(?:[,;—][^.!?]*)?{END}",
        _doing,
    ),
    (
        rf"^(?P<slot>(?!it\b|that\b|this\b|they\b|he\b|she\b|there\b|which\b|and\b|but\b)(?:\w+ing|a|an|the|some|small|deep|regular|taking)\b{_PLAIN}) (?:has|have|'s|is|are|does|do)?\s?{_OFTEN}(?:helped|helps?|works? wonders for|worked for|works? for|grounds|calms) me\b[^.!?]*{END}",
        _tip,
    ),
    (
        rf"{_WITH}(?P<slot>(?!it\b|that\b|this\b|they\b|he\b|she\b|there\b|which\b|and\b|but\b)(?:\w+ing|a|an|the|some|small|deep|regular|taking)\b{_PLAIN}) (?:has|have|'s|is|are|does|do)?\s?{_OFTEN}(?:helped|helps?|works? wonders for|worked for|works? for|grounds|calms) me\b[^.!?]*{END}",
        _tip,
    ),
    (
        rf"{_WITH}i (?:{_OFTEN})(?:like to|try to|tend to|make sure to|make it a point to|have learned to|learned to|learnt to|need to remember to) (?P<slot>(?!be\b|think of\b|imagine\b|call it\b|have\b|believe\b|consider\b|know\b|dream\b|process\b|feel\b|say\b|ask\b|pretend\b|hear\b|see\b|help\b|talk to you\b){_PLAIN})(?:(?:[,;—]| and| so)+ (?:and )?(?:it|which|that|this|as|because|just|like|much|then|i|remind myself|remember|so|rather)\b[^.!?]*)?{END}",
        _doing,
    ),
    (
        rf"{_WITH}i(?:'ve)? {_OFTEN}(?:find|found) it (?:\w+ )?(?:helpful|useful|helps|best|calming|good|easier|important|beneficial) to (?P<slot>{_PLAIN})(?:(?:[,;—]| and| so)+ (?:and )?(?:it|which|that|this|as|because|just|like|much|then|i|so)\b[^.!?]*)?{END}",
        _doing,
    ),
    (
        rf"{_WITH}i (?:(?:usually|always|often|generally|typically|sometimes) )?(?P<slot>(?:focus on|practi[cs]e|take|breathe|write|go for|step|talk to|walk|pause|focus|make|break|set|start|turn to|prioriti[sz]e|remind|stretch|listen to|rest|plan|reach out)\b{_PLAIN})(?:(?:[,;—]| and| so)+ (?:and )?(?:it|which|that|this|as|because|just|like|much|then|i|remind myself|remember|so|rather)\b[^.!?]*)?{END}",
        _doing,
    ),
    (
        rf"{LEAD}(?:i(?:'d| would)? (?:try|focus|focused|concentrate) (?:on|to)|focusing on) (?P<slot>\w+ing\b{_PLAIN})(?:[,;—] [^.!?]*)?{END}",
        _tip,
    ),
)
"""What a first person found useful, said of nobody."""
_MINE = re.compile(
    r"\bmy (?P<own>favou?rite \w+|mind|nerves|head|thoughts|breath|breathing|time|energy|body|surroundings|tasks|day|priorities|feelings|emotions|neighbou?rs|friends|family|loved ones|doctor|therapist)\b",
    re.IGNORECASE,
)
_I_LIKE = re.compile(r"(?<=\w )(?:that )?i (?P<verb>enjoy|love|like|care about)\b", re.IGNORECASE)
_COMPILED_TIPS = tuple((re.compile(pattern, re.IGNORECASE), rewrite) for pattern, rewrite in _TIPS)


_SAID_TO_HELP = frozenset({_tip, _listed})


def useful(sentence: str, *, habits: bool = False) -> str | None:
    """
    Return what the speaker of *sentence* found of use as what can help anybody, or None.

    Args:
        sentence: One sentence, with straight apostrophes and no outer white space.
        habits: What the speaker does, and does not say that it helps, is meant as advice.
    """
    plain = _I_LIKE.sub(r"you \g<verb>", _MINE.sub(r"your \g<own>", sentence))
    for pattern, rewrite in _COMPILED_TIPS:
        match = pattern.match(plain) if habits or rewrite in _SAID_TO_HELP else None
        text = rewrite(match) if match is not None else None
        if text is not None:
            return text
    return None
