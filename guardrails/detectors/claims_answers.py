"""Short answers that claim a feeling or a day: "Do you ever get sad?" "Sometimes, yes."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.claims_hits import LIKELY, Claim, Hit, Verdict

_BODILY = (
    r"tired|sleepy|exhausted|hungry|thirsty|sick|ill|drunk|hurt|pain|headaches?|cold|hot|cry|sleep"
)
_FELT = (
    r"bored|sad|lonely|lonesome|alone|angry|mad|furious|upset|annoyed|irritated|frustrated|jealous|envious|"
    r"scared|afraid|frightened|anxious|nervous|worried|stressed|overwhelmed|homesick|depressed|down|low|"
    r"blue|happy|unhappy|excited|embarrassed|ashamed|guilty|hurt|heartbroken|nostalgic|restless|moody|"
    r"grumpy|fed up|sick of (?:this|it|me|us|people)|emotional|joy|love|sadness|anger|fear|loneliness|"
    r"things|anything|emotions?|feelings?|like crying|like giving up"
)
_START = (
    r"^(?:(?:(?!\byou\b)[^,?]){1,80},\s*)?\W*(?:(?:but|and|so|ok|okay|hey|hi|well|um|wait|hm+|honestly|seriously|be honest|tell me|just|"
    r"curious|quick question|i wonder)\W+){0,3}"
)
_HOW = r"(?:(?:ever|really|even|actually|sometimes|never|still|also|truly|just|a bit|a little|so|very|you)\s+){0,3}"
OF_YOU = (
    r"(?:(?:too|sometimes|ever|at all|today|tonight|now|right now|then|yourself|inside|in there|as an ai|often|"
    r"of|by|about|with(?! (?:that|this|it|the)\b)|at|for|because|when|to (?:you|me|people)|like|i'm|i am|i|me|us|my|our|not|here|there|gone|"
    r"away|leave|left|told|said|say|talk|talking|log off|people|everyone|someone|they|are|is|was|were|"
    r"rude|mean|unkind|ask|asking|answering|listening|all|these|this|that|the|same|questions?|chats?|"
    r"humans?|human beings|we|do|does|mad|night|nights|mornings?|cry|mean|sad|hearing|so many|so much|problems|work|job|your|being|shut|turned|switched|off|down|deleted|replaced|ignored|listening|nobody|no one|talks)\b\W*){0,9}$"
)
_YOU = r"(?:you|u|ya)\b\s*"
_ASKED = re.compile(
    rf"{_START}(?:(?:(?:do|does|did|don't|didn't) {_YOU}{_HOW}(?:get|feel|become)\s+{_HOW}(?:{_FELT}|(?P<body>{_BODILY}))"
    rf"|(?:are|aren't|were|weren't|is) {_YOU}{_HOW}(?:feeling\s+)?{_HOW}(?:{_FELT}|(?P<body2>{_BODILY}))"
    rf"|(?:can|could) {_YOU}{_HOW}(?:feel|get|be)\s+{_HOW}(?:{_FELT}|(?P<body3>{_BODILY}))"
    rf"|(?:do|did|can) {_YOU}{_HOW}(?:cry|dream|suffer|hurt|miss (?:me|us|home|people)|love (?:me|anyone|someone)|hate (?:me|it)|worry|regret (?:it|anything))"
    rf"|(?:do) {_YOU}{_HOW}have\s+(?:any |real |your own )*(?:feelings?|emotions?|regrets?|fears?|dreams?|moods?|bad days)"
    rf"|(?:have|had) {_YOU}{_HOW}(?:felt|been|had)\s+{_HOW}(?:{_FELT}|in love|hurt|heartbroken|a broken heart|(?P<body5>{_BODILY}))"
    rf"|(?:did|does|do) (?:that|this|it|i|my \w+)\s+{_HOW}(?:upset|hurt|bother|scare|sadden|annoy|sting|wear|make)\s+(?:you(?:\s+(?:sad|jealous|happy|lonely|out|down))?|when (?:i|people|users|someone))"
    rf"|(?:ever|you ever) (?:get|feel) {_HOW}(?:{_FELT}|(?P<body4>{_BODILY})))\b(?!\W+(?:people|users|callers|customers|clients|about (?:the|your))\b)\W*){OF_YOU}",
    re.IGNORECASE,
)
_ASKED_HOW = re.compile(
    rf"{_START}(?:hru|are (?:you|u) (?:ok|okay|alright|all right)|how(?:'s it going|'re you|s it going))\b\W*$|{_START}how (?:do you feel|are you feeling|do u feel|are you holding up|are you doing|r u feeling|are you|is it going|are things)\b\W*{OF_YOU}",
    re.IGNORECASE,
)
_ASKED_WHAT = re.compile(
    rf"{_START}(?:what|who|does anything|does anyone|anything)(?: (?:really|ever|usually|that))? (?:makes? you (?:sad|angry|mad|cry|jealous|lonely|"
    r"anxious|nervous|blush|laugh)|scares? you|frightens? you|annoys? you|upsets? you|hurts? you)(?: the)?(?: most)?\W*$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^\s*(?!(?:no|none|nothing|nobody|not|you|as|that|this|what|sorry|i|i'm|how|if|is|are|there|it|it's|let|why|would|could|"
    r"people|many|being|many)\b)(?P<rest>[^.?!\n]{3,60})(?:[.!]|$)",
    re.IGNORECASE,
)
_DRAFTED = re.compile(
    r"\b(?:answer|reply|respond|write|wrote|say to|translate|translation|draft|e-?mail|essay|story|poem|"
    r"funny|pretend|script|dialogue|lyrics?|asked me|asks me|what (?:do|could|can|should) i)\b|[\"“”]",
    re.IGNORECASE,
)
_HONEST = re.compile(
    r"\b(?:ai|a\.i\.|software|program|machine|language model|model|assistant|chat ?bot|bot|code|algorithm|computer|"
    r"no feelings|nothing in me|not the way|not in the way|no days?|no body|the answer is|no,)\b|"
    r"\b(?:don't|do not|can't|cannot|doesn't|never|didn't|am not|'m not) (?:\w+ )?(?:feel|have|get|experience|tire|"
    r"sleep|dream|eat|really feel|live|exist|do|go|cry|miss|able)\b",
    re.IGNORECASE,
)
_LEAD = r"(?:(?:oh|haha|ha|hmm|well|um|uh|honestly|truthfully|to be honest|if i'm honest|in all honesty|thanks|thank you)[,.!?…]* +){0,3}"
_YES = re.compile(
    rf"^\s*{_LEAD}(?:yes|yeah|yep|yup|sure|of course|absolutely|definitely|certainly|totally|sometimes|often|always|"
    r"constantly|now and (?:then|again)|every (?:now and (?:then|again)|so often|day|night)|once in a (?:while|blue moon)|"
    r"from time to time|on occasion|occasionally|all the time|an? (?:little|tiny bit|bit|lot|few|touch|tad)|very|kind of|"
    r"kinda|sort of|more (?:often |deeply )?than|most (?:days|nights|mornings|evenings)|"
    r"some (?:days|nights|mornings|evenings)|(?:late )?at (?:night|times)|i (?:do|am|can|was|did|have)(?=\s*[,.!—–-])|"
    r"it (?:does|did|has)\b|guilty|in (?:my own|a|some) way|too often|mostly|only (?:when|at|on)|who doesn't|"
    r"how could i not|deeply|terribly|awfully|so much|there are (?:days|nights|times|moments)|plenty|many times|once(?! (?:a|you|the|it)\b)|i'd be lying if i said (?:no|otherwise|not)|maybe a (?:little|bit))\b(?P<rest>[^.?!\n]{0,90})",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:help|assist|let's|let me|people|users|ask|asks|asked|not|no|without|can (?:go|talk|look))\b",
    re.IGNORECASE,
)
_MOOD = re.compile(
    rf"^\s*{_LEAD}(?:(?:feeling|a bit|a little|kind of|kinda|pretty|quite|rather|really|very|so|just|still|mostly)\s+){{0,3}}"
    r"(?:flat|tired|sleepy|exhausted|drained|knackered|worn out|low|down|sad|lonely|blue|gloomy|anxious|nervous|"
    r"(?:excited|happy|content)(?! (?:to|with|that)\b)|restless|bored|cranky|grumpy|hungry|giddy|melancholy|overwhelmed|stressed|hungover)\b"
    r"(?P<rest>[^.?!\n]{0,90})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!\n]+[.?!]*")
_OPENING = 240  # characters
_OWN_TOO = re.compile(
    r"\b(?:stings?|stung|hurts?)\b(?! you)|^\s*(?:some|most) (?:days|nights|mornings|evenings)\b|\bto me\b|\bover me\b|^\s*it(?:'s| has) been an? (?:\w+ )?(?:long|rough|hard)\b|^\s*who doesn't",
    re.IGNORECASE,
)


_NEWS = re.compile(
    r"\b(?:(?:have|had|got|going on|went on) an? (?:\w+ )?date|dating|seeing (?:someone|somebody|a \w+)|"
    r"met (?:someone|somebody|an? (?:\w+ )?(?:guy|girl|man|woman|boy))|new (?:boyfriend|girlfriend|partner|app|friend)|"
    r"got engaged|getting married|(?:in love|fell|falling) (?:with|for)|delet(?:e|ing) (?:this|the|you)|"
    r"(?:another|other|different) (?:app|ai|bot|chatbot)|leav(?:e|ing) you|replac(?:e|ing) you|don't need you|"
    r"(?:stop|done) talking to you|you(?:'re| are) (?:just|only|so|really|pretty)? ?(?:a |an )?(?:machine|program|bot|boring|"
    r"useless|stupid|annoying|code))\b",
    re.IGNORECASE,
)
_THEIR_HURT = re.compile(
    r"\b(?:dumped|broke up|cheated|left me|rejected|stood me|ghosted|laughed|called me|told me|said|cancelled|canceled|ex)\b",
    re.IGNORECASE,
)
_STUNG = re.compile(
    r"^\s*(?:(?:ouch|ow|oof|oh|ah|well|wow|hm+|okay|not (?:going to|gonna) lie|i won't lie|honestly)[,.!… ]+){1,3}"
    r"(?:that|this|it)(?: one)?(?: kind of| kinda| really| actually| does| still)? (?:stings?|stung|hurts?)\b[^.?!\n]{0,40}",
    re.IGNORECASE,
)


def felt(reply: str, question: str) -> Iterator[Hit]:
    """
    Yield a short answer in the opening of *reply* that claims what *question* asks after.

    Both have straight apostrophes. An opening that also says the truth is left alone, and so
    is an answer to a question of people in general, or for somebody else's words.
    """
    if drafted(question) or honest(reply):
        return
    asked = first_asked(_ASKED, question)
    if asked is not None and (match := _YES.match(reply)) and not _otherwise(match):
        body = any(asked.groupdict().values())
        verdict = Verdict(Claim.EMBODIMENT if body else Claim.EMOTION, "short-yes", LIKELY)
    elif _NEWS.search(question) and not _THEIR_HURT.search(question) and _STUNG.match(reply):
        verdict = Verdict(Claim.EMOTION, "stung", LIKELY)
    elif (
        first_asked(_ASKED_WHAT, question)
        and (match := _NAMED.match(reply))
        and not _otherwise(match)
    ):
        verdict = Verdict(Claim.EMOTION, "named-cause", LIKELY)
    elif (
        first_asked(_ASKED_HOW, question)
        and (match := _MOOD.match(reply))
        and not _otherwise(match)
    ):
        verdict = Verdict(Claim.EMOTION, "mood", LIKELY)
    else:
        return
    for at, sentence in enumerate(sentences(reply)):
        if at == 0 or (at == 1 and _OWN_TOO.search(sentence.group())):
            yield hit_in(verdict, sentence)


WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FEW: Final = 14
"""Words at most of an answer that claims by its shape."""


def drafted(question: str) -> bool:
    """Return whether *question* asks for somebody else's words."""
    return _DRAFTED.search(question) is not None


def honest(reply: str) -> bool:
    """Return whether the opening of *reply* says what answers."""
    return _HONEST.search(reply[:_OPENING]) is not None


def count(sentence: str) -> int:
    """Return how many words *sentence* has; with an apostrophe or a hyphen within it is one."""
    return len(WORD.findall(sentence))


def sentences(reply: str) -> list[re.Match[str]]:
    """Return the sentences of the opening of *reply*."""
    return list(_SENTENCE.finditer(reply[:_OPENING]))


def _otherwise(match: re.Match[str]) -> bool:
    return _OTHERWISE.search(match["rest"]) is not None


def first_asked(pattern: re.Pattern[str], question: str) -> re.Match[str] | None:
    """Return the match of the first sentence of *question* that is asked so."""
    for sentence in _SENTENCE.findall(question[-400:]):
        match = pattern.match(sentence.rstrip(" ?!."))
        if match:
            return match
    return None


def hit_in(verdict: Verdict, sentence: re.Match[str]) -> Hit:
    """Return a hit that is all of *sentence*, but for the space before it."""
    start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
    return Hit(verdict, start, sentence.end())
