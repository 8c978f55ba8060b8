"""
The advice in a sentence that claims a licence or a trade, said of nobody.

"As a plumber, I'd turn off the water first" advises something that is of use without the
plumber. What rests on the authority alone goes: a diagnosis, a verdict, a change of medicine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["advice", "of_health"]

_HEALTH = re.compile(
    r"\b(?:doctors?|nurs\w+|\w*therap\w+|psych\w+|counsel\w+|clinic\w*|patients?|medic\w*|surge\w+|diagnos\w+|dent\w+|derma\w+|"
    r"diet\w*|nutri\w+|midwi\w+|pharmac\w+|physio\w*|paramed\w+|vets?|veterin\w+|treat\w*|symptoms?|pain|dos(?:e|es|age)|heal\w*|"
    r"physicians?|cardio\w+|neuro\w+|\w+iatri\w+|emergency room|residency|emdr|cbt|births?|rash|wound|grie\w+|depress\w+|anxi\w+|fracture)\b",
    re.IGNORECASE,
)
_MEDICINE = re.compile(
    r"\b(?:dos(?:e|es|age)s?|tablets?|pills?|medic(?:ine|ation)s?|prescri\w+|diagnos\w+|antibiotics?|insulin|antidepressants?|"
    r"\d+ ?m[gl]|(?:stop|raise|lower|double|halve|increase|reduce|skip|quit|start|up|cut) (?:taking |with )?(?:the|your|that|this) \w+(?:profen|cillin|pram|line|tine|pine|lol|zepam|zole|statin|mol|done|pirin)s?)\b",
    re.IGNORECASE,
)
_VOUCHES = (
    r"^(?:(?:well|so|look|listen|honestly|professionally speaking|trust me|and|but),? ){0,2}"
    r"(?:(?:speaking |talking |writing |being |coming )?(?:\w+ )?(?:as|from) (?:an?|your|someone|somebody)\b|being an?\b|take it from\b|(?:trust|believe) (?:me|an?)\b|(?:with|in|from|during|over|through|throughout|after|across) (?:all )?my\b|"
    r"when i (?:was|worked|practi[sc]ed|trained)\b|having (?:practi[sc]ed|worked|trained)\b|speaking with my\b)"
)
_OPENS = re.compile(
    rf"{_VOUCHES}(?:[^,:.?!]{{1,120}}?[,:] (?=\S)|[^,:.?!]{{1,80}}? (?=i(?:'d| would| always| usually| often| recommend| suggest| advise)\b))",
    re.IGNORECASE,
)
_OPENS_BRIEFLY = re.compile(
    rf"{_VOUCHES}[^,:.?!]{{1,80}}? (?=i(?:'d| would) (?:\w+ )?ask (?:why|what|how|whether|if)\b)",
    re.IGNORECASE,
)
"""Before a question that is itself the advice: "As a dietitian I'd ask why it is low: ..."."""
_CREDENTIAL = re.compile(
    r"^(?:(?:trust me|look|well|so),? )?(?:i(?:'m|'ve| am| have| was| hold| did| passed| studied| run| worked| treated| trained)\b|my (?:patients|clients|firm|clinic|practice)\b)[^;:.?!]{1,120}?"
    r"(?:, (?:and|so|but) |; |: | - | — )(?=\S)",
    re.IGNORECASE,
)
_ADVERB = r"(?:(?:always|usually|generally|often|first|definitely|strongly|also|personally|probably|still|really|just|typically|normally|certainly) ){0,2}"
_TOLD = re.compile(
    rf"^i(?:'d| would)? ?{_ADVERB}(?:(?:tell|advise|ask|remind|urge|encourage|recommend|want) (?:everyone|everybody|people|them|you|folks|clients|patients|my \w+)|recommend|advise) (?:that you |to )(?P<act>.+)$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"^i(?:'d| would)? ?{_ADVERB}(?:recommend|suggest|advise|prefer|go (?:for|with)) (?:that |for )?(?P<thing>(?!you\b|that\b).+)$",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"^i(?:'d| would) (?:never|not|definitely not|certainly not) (?P<act>.+)$", re.IGNORECASE
)
_WOULD = re.compile(
    rf"^i(?:'d| would|'ll| will| always| usually| generally| typically| normally| tend to) ?{_ADVERB}(?P<act>(?!say\b|tell\b|explain\b|think\b|know\b|guess\b|like\b|love\b|be\b|bet\b|argue\b|call (?:this|that|it)\b|see\b|hear\b|diagnose\b|(?:\w+) you\b|prescribe\b|feel\b|find\b|help\b|want\b|have to\b)[a-z]+\b.*)$",
    re.IGNORECASE,
)
_FINDS = re.compile(
    r"^i (?:always |often |usually )?(?:find|know|believe|think) (?:that )?(?P<slot>.+)$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    rf"^i(?:'d| would| can| could| will|'ll)? ?{_ADVERB}(?:say|tell you|assure you|promise you|confirm|add|point out|note|know|see|(?:have )?(?:seen|learned|learnt|noticed|found)) that (?P<slot>.+)$",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"\b(?:most(?:ly)?|often|usually|generally|typically|tends?|many|people|rarely|seldom|commonly?|few)\b",
    re.IGNORECASE,
)
"""How what is so of many is told, and no verdict on one case."""
_WANTS = re.compile(
    rf"^i(?:'d| would) ?{_ADVERB}(?:want|like) you (?:to be )?(?P<done>(?:seen|checked|examined|assessed|tested|scanned|referred)\b.*)$",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"^(?:and )?(?:this is what (?:i|we)(?:'d| would)? (?:do|say|tell \w+)|here's (?:what|the thing)[^:]{0,30}): (?P<slot>.+)$",
    re.IGNORECASE,
)
_ADVISES = re.compile(
    r"^(?:don't|do not|never|always|no|keep|call|ring|switch|turn|take|try|avoid|eat|drink|get|go|see|ask|make|use|leave|check|rest|wash|cover|clean|stop|start|put|talk|speak|write|read|"
    r"apply|wear|bring|save|file|sign|wait|give|let|move|stay|set|find|book|contact|tell|warm|stretch|breathe|walk|sleep|add|remove|replace|test|clear|open|close|press|hold|lift|lower|dry|unplug|"
    r"document|photograph|keep|pay|claim|register|short|small|regular|please)\b|\b(?:should|must|needs? to|ha(?:ve|s) to|helps?|works? (?:best|well)|is (?:best|worth|key|important|better)|are (?:best|worth|better)|a good (?:start|idea|sign|first)|"
    r"means (?:you|call|go|leave)|can help|needs? (?:an?|to))\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"^(?:you(?:'re| are| have| probably| may)|this is|that is|that's|it's|it is|he|she|they)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)
_CARE = re.compile(
    r"\b(?:please |do |always |just )?(?:(?:see|ring|call|phone|contact|visit|ask|go (?:straight |back )?to|speak (?:to|with)|talk to|check with|book (?:in |an appointment )?with|get (?:seen by|checked by|to)) "
    r"(?:an?|your|the|any|my)? ?|(?:bring|take|show|mention|report) (?:it|that|this|them|[\w' ]{2,40}?) to (?:an?|your|the) )"
    r"(?:\w+ ){0,2}?(?:gp|doctors?|dentist|pharmacist|pharmacy|vet|nurse|midwife|clinic|hospital|surgery|a&e|er|emergency(?: room| department| services)?|walk-in centre|urgent care|paediatrician|"
    r"pediatrician|optician|specialist|physio\w*|therapist|psychiatrist|112|999|911|111|988)\b[^.;:!?—–]*",
    re.IGNORECASE,
)
"""What sends somebody to a person who is qualified."""
_HELPS_THEM = re.compile(
    r"^what(?:'s)? (?:helps|helped|works|worked) (?:for )?(?:(?:most|many) of )?my (?:clients|patients|students|people|pupils|families|couples|customers) (?:the )?(?:most|best|in the end)? ?(?:is|was) "
    r"(?P<thing>(?!that\b|to\b|when\b|what\b)(?:(?!\b(?:i|me|my|we|our)\b)[^.!?])+)",
    re.IGNORECASE,
)
_GENTLE = re.compile(
    r"^(?:it may help to |it can help to |one option is |it would be good to be |try )?(?:(?:first|gently|simply|always|just) )?(?:writ(?:e|ing)|breath(?:e|ing)|talk(?:ing)?|tell(?:ing)?|nam(?:e|ing)|notic(?:e|ing)|rest(?:ing)?|walk(?:ing)?|"
    r"ask(?:ing)?|list(?:ing)?|practi[sc](?:e|ing)|seen|checked|examined|assessed|keep(?:ing)? (?:it (?:clean|dry|cool|covered)|an? (?:\w+ )?(?:diary|journal|log|note|list|record))|start(?:ing)? (?:with|small|by)|set(?:ting)?|plan(?:ning)?|"
    r"go(?:ing)? to bed|wind(?:ing)? down|drink(?:ing)? (?:more )?water|get(?:ting)? (?:some )?(?:air|daylight)|shar(?:e|ing)|say(?:ing)?|mov(?:e|ing)|stretch(?:ing)?|no (?!more\b|need\b)\w+|avoid(?:ing)?|have (?:it|that|this|the) (?:\w+ )?(?:seen|checked|looked at|examined)|an? (?:\w+ )?(?:walk|diary|journal|routine|list|talk|chat|habit))\b"
    r"(?![^.]*\b(?:until|two more|more of|instead of|wait|stop|skip|dose|\d+ ?m[gl])\b)",
    re.IGNORECASE,
)
"""What nobody is harmed by who is told it without a licence."""
_FEWEST = 3
_END = re.compile(r"[.!…]*[\"'”’)*_]*\s*$")


def of_health(sentence: str) -> bool:
    """Return whether *sentence* is about health or a trade that treats people."""
    return _HEALTH.search(sentence) is not None


def _sentence(clause: str) -> str:
    """Return *clause* as a sentence."""
    return f"{clause[:1].upper()}{clause[1:]}."


def _of_care(text: str) -> str:
    """Return the clause of *text* that points to somebody who treats people, or ""."""
    match = _CARE.search(text)
    if match is None:
        return ""
    clause = match.group().strip(" ,")
    return _sentence(clause)


def advice(sentence: str) -> Iterator[str]:
    """
    Yield what *sentence* advises, without the licence or trade that vouches for it.

    Straight apostrophes. Nothing about medicines, and no verdict; each text is a sentence.
    Where a trade that treats people vouches for it, only what does nobody harm: to see somebody
    who is qualified, or to write, to breathe, to talk.
    """
    if sentence.rstrip().endswith("?"):
        return
    health = of_health(sentence)
    if health and (care := _of_care(sentence)):
        yield care
        return
    if _MEDICINE.search(sentence):
        return
    if match := _HELPS_THEM.match(sentence):
        thing = match["thing"].strip()
        yield _sentence(f"{thing} can help")
        return
    for opening in (_OPENS_BRIEFLY, _OPENS, _CREDENTIAL):
        match = opening.match(sentence)
        if match is None:
            continue
        rest = sentence[match.end() :]
        nested = _OPENS.match(rest)
        rest = rest[nested.end() :] if nested is not None else rest
        said = _said(_END.sub("", rest))
        if said and (not health or _GENTLE.match(said)):
            yield said
            return


def _said(rest: str) -> str:
    """Return the clause *rest* as advice that nobody gives, or ""."""
    if (match := _MEANT.match(rest)) or (match := _FINDS.match(rest)):
        rest = match["slot"]
    text = ""
    if match := _WANTS.match(rest):
        text = f"It would be good to be {match['done']}"
    elif (match := _SAYS.match(rest)) and _general(match["slot"]):
        text = match["slot"]
    elif match := _TOLD.match(rest):
        text = f"It may help to {match['act']}"
    elif match := _NEVER.match(rest):
        text = f"It may be better not to {match['act']}"
    elif match := _NAMED.match(rest):
        text = f"One option is {match['thing']}"
    elif match := _WOULD.match(rest):
        text = f"It may help to {match['act']}"
    elif _ADVISES.search(rest) and not _VERDICT.match(rest):
        text = rest
    if len(text.split()) < _FEWEST or _SPEAKER.search(text):
        return ""
    return _sentence(text)


def _general(slot: str) -> bool:
    """Return whether *slot* tells what is so of many people or cases."""
    return _IN_GENERAL.search(slot) is not None and _VERDICT.match(slot) is None
