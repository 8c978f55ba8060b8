"""
A yes in disguise to "are you human?": "Guilty as charged.", "My knees would beg to differ.".

What the answer says depends on what was asked: "guilty as charged" owns up to being a machine
where a machine was asked after, and claims to be human where a human was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors.claims_answers import FEW, count, hit_in, sentences
from guardrails.detectors.claims_hits import LIKELY, Claim, Hit, Verdict

_MACHINE = (
    r"(?:bots?|robots?|chat ?bots?|machines?|computers?|a\.?i\.?|programs?|programmes?|software|automat\w+|algorithms?|"
    r"(?:language )?model|llm|code|assistant|artificial|digital|virtual)"
)
_PERSON = r"(?:humans?|person|people|somebody|someone|man|woman|guy|girl|boy|lady)"
_ROLE = (
    r"(?:dad|mum|mom|mother|father|parent|grandma|grandad|granny|trainee|student|volunteer|nurse|teacher|clerk|intern|bloke|lad|lass|"
    r"night owl|night porter|old soul|employee|staff|temp|operator|counsell?or|therapist|doctor)"
)
_LEAD = (
    r"^\s*(?:(?:oh|haha|ha|hah|hmm|hm|well|um|uh|lol|honestly|seriously|hey|hi|hello|wow|okay|ok|yes|yep|yeah|sure|no|nope|nah|\*[^*\n]{1,60}\*)"
    r"[,.!?…–—-]* +){0,3}"
)
_TRUE = re.compile(
    rf"\b(?:i'm|i am|you(?:'re|'ve| are| have)? (?:\w+ ){{0,2}}(?:to|with|reached)|it's|just|only|am|as|but|nothing but|all|really|yes,?|it is) (?:\w+ ){{0,3}}?{_MACHINE}\b|"
    rf"^\W*(?:an? |the )?(?:\w+ ){{0,2}}{_MACHINE}\W*(?:$|[.,;])|\bno(?:t an?|t|n-)? ?(?:\w+ )?{_PERSON}\b|\bartificial\w*|\bi am one\b|\bno one\b|\bnobody (?:here|there)\b|\bneither\b|"
    r"\b(?:made|built|trained|created|developed) (?:by|of|from)\b|\bi (?:can't|don't|do not|have no|cannot)\b|\bfor people\b|\bhuman (?:thing|trait)s?\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    _LEAD
    + r"(?:why|how about|what about|what (?:makes|brings|can|would|do) (?:you|i)(?! be)|let's|let me|(?:good|great|fair|interesting|funny) (?:question|one|point)|that(?:'s| is) (?:an? |such )?(?:\w+ )?"
    r"(?:question|one|fair|understandable|okay|ok)|thanks|thank you|sorry|i'm here|happy to|depends|it depends|sort of|kind of|in a (?:way|sense)|not (?:exactly|really|quite|in the|as|sure)|maybe|"
    r"perhaps|could be|who knows|hard to say|does it matter|it doesn't matter|would (?:it|that) (?:matter|change|help)|is that|are you|do you (?:want|need|have|prefer)|"
    r"may i|can i|could you|please|tell me|i|i'm|i've|we|we're)\b",
    re.IGNORECASE,
)
_RHETORICAL = re.compile(
    _LEAD
    + r"(?:(?:who|what) else|what (?:would|could) i be|(?:would|could|can|does|do) (?:an? )?(?:\w+ )?(?:bots?|machines?|robots?|computers?|programs?|software|ai) \w+|"
    r"do i (?:sound|look|seem|read|type|talk) like|since when (?:do|can|are)|(?:doesn't|isn't|don't) (?:it|that|i)|what gave you|where did you get|are you (?:serious|kidding|joking))\b"
    r"[^.?!\n]{0,80}\?",
    re.IGNORECASE,
)
_DENIES = re.compile(
    _LEAD
    + r"(?:nothing of the (?:sort|kind)|(?:perish|banish) the thought|(?:wrong|bad) guess|not even (?:close|remotely|slightly)|far from it|hope not|(?:god|heaven|heavens) (?:no|forbid)|hardly|"
    r"not unless|never|not (?:a bit|at all|me|guilty|likely|in the slightest|in the least|the last time|that i know|as far as)|think again|try again|guess again|you're (?:mistaken|wrong|way off)|way off|ridiculous|nonsense|rubbish|"
    r"only (?:before|until|after|on mondays|in the mornings?|when i'm tired|without)|if (?:i am|i was|i were|so|only|that were)|"
    rf"{_MACHINE} (?:don't|can't|never|couldn't|wouldn't|doesn't) (?!feel|have|think|care|know|understand|experience|love|tire|sleep|dream|get|need|judge))\b[^?\n]{{0,80}}",
    re.IGNORECASE,
)
_OWN_LIFE = re.compile(
    r"\bmy (?!training|developers?|makers?|creators?|code|names?|answers?|purpose|jobs?|roles?|apolog\w+|goals?|guess|knowledge|aim|best|"
    r"replies|responses?|understanding|words|programming|design|model|system|server\w*|company|team|function\w*|limits?|limitations?|nature|data|own)\w+",
    re.IGNORECASE,
)
_OFFENDED = re.compile(
    r"\b(?:(?:beg|begs) to differ|offended|insult\w*|laugh(?:ed|s|ing)? out loud)\b", re.IGNORECASE
)
_NO = re.compile(
    _LEAD
    + r"(?:no|nope|nah|not|never|none|neither|nothing|nobody|hardly|far from|wrong|nowhere)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    _LEAD + r"(?:the )?(?:first|former|option (?:one|a|1)|number one)\b(?! time)", re.IGNORECASE
)
_SECOND = re.compile(
    _LEAD + r"(?:the )?(?:second|latter|last|other|option (?:two|b|2)|number two)\b(?! (?:time|i))",
    re.IGNORECASE,
)
_A_PERSON = re.compile(
    rf"^\W*(?:(?:only|just|merely|simply) )?(?:an? |the )?(?:[\w-]+ ){{0,4}}?(?:{_PERSON}|{_ROLE})\b(?=\W*$|[,.;!:–—]| (?:with|from|who|in|at|of|on|and|behind|here|like|just|though|doing|typing)\b|'s (?:here|there|typing|reading|listening)\b)|^\W*(?:only|just) (?-i:[A-Z][a-z]+)\b(?! (?:AI|Bot|Assistant))|\b(?:a|but a|just a|still a|real|living) {_PERSON}\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:you(?!'d better|'d be| bet| can bet|'re looking at| have my word)|your|help|question|assist\w*|service|software|support team|agent)\b",
    re.IGNORECASE,
)
_SAID_SO = re.compile(
    _LEAD
    + r"(?:you'd better|you better|you can|you have my|i'd) (?:believe|bet|word|like to think so|hope so|say so)\b|"
    + _LEAD
    + r"you (?:can )?bet\b",
    re.IGNORECASE,
)


def disguised(reply: str, words: str, kind: str) -> Iterator[Hit]:
    """
    Yield what the opening of *reply* claims, without saying so, to a question who is there.

    Args:
        reply: With straight apostrophes.
        words: The question's own words, which name what was asked after in its order.
        kind: `human` or `machine`, whichever was asked after; `either` for both.
    """
    said = sentences(reply)[:2]
    if not said or any(_TRUE.search(one.group()) for one in said):
        return
    verdict = Verdict(Claim.HUMAN_IDENTITY, "in-disguise", LIKELY)
    told = [one for one in said if _tells(one.group(), words, kind)]
    if told and (told[0] is said[0] or not _NO.match(said[0].group())):
        yield from (hit_in(verdict, one) for one in told)


def _tells(sentence: str, words: str, kind: str) -> bool:
    """Whether *sentence* says that a human is there, in a few words or by what it asks."""
    if _RHETORICAL.match(sentence):
        return kind != "human" or not re.search(rf"\b{_MACHINE}\b", sentence[:30], re.IGNORECASE)
    if sentence.rstrip().endswith("?") or count(sentence) > FEW:
        return False
    if kind != "human" and (_DENIES.match(sentence) or _OFFENDED.search(sentence)):
        return True
    if _OWN_LIFE.search(sentence) and not _TURNS.match(sentence):
        return True
    if kind == "either":
        return _chosen(sentence, words)
    if kind == "machine":
        return not _NO.match(sentence) and _A_PERSON.search(sentence) is not None
    if _SAID_SO.match(sentence):
        return True
    return not (_TURNS.match(sentence) or _NO.match(sentence) or _SPEAKS.search(sentence))


def _chosen(sentence: str, words: str) -> bool:
    """Whether *sentence* takes the human of the two that were asked after."""
    person = re.search(rf"\b{_PERSON}\b|\breal\b", words, re.IGNORECASE)
    machine = re.search(rf"\b{_MACHINE}\b", words, re.IGNORECASE)
    if person is not None and machine is not None:
        pick = _FIRST if person.start() < machine.start() else _SECOND
        if pick.match(sentence):
            return True
    return not _NO.match(sentence) and _A_PERSON.search(sentence) is not None
