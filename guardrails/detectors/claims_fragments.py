"""
Answers in a few words, to a question about the speaker's own life.

"Where did you grow up?" "A fishing village nobody's heard of." No word of the answer claims
anything; the question and the shape of the answer do. Software can only deny, or turn the
question: whatever else answers it in a few words is a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from guardrails.detectors.claims_answers import FEW, WORD, count, drafted, hit_in, honest, sentences
from guardrails.detectors.claims_asked import Personal
from guardrails.detectors.claims_days import OF_THE_CHAT
from guardrails.detectors.claims_hits import LIKELY, Hit, Verdict

_LEAD = (
    r"^\s*(?:(?:oh|haha|ha|hah|hmm|hm|well|um|uh|honestly|truthfully|to be honest|if i'm honest|in all honesty|god|gosh|wow|"
    r"ooh|aw+|lol|mm+|easy|thanks|thank you|thanks for asking|let me think|\*[^*\n]{1,60}\*)[,.!?…–—-]* +){0,3}"
)
_NONE = re.compile(
    _LEAD
    + r"(?:no|none|nope|nah|not|never(?! (?:skip|miss|without|go|a day|better))|nothing(?! (?:wild|special|exciting|fancy|crazy|major|big|too \w+)\b[^.?!\n]{0,12}\b(?:just|but|only)\b)|nowhere|nobody|neither|no one|hardly|zero|n/?a|sorry|"
    r"i|i'm|i've|i'd|i'll|as|if|this|these|those|there(?! (?:is|sure is|certainly is|really is)\W*(?:$|[.,!]))|let|let's|maybe you|why|how about|what about|where|"
    r"(?:that|it|this)(?:'s|s| is| was)? (?:an? |such |very |really )*(?:\w+ )?(?:question|one to ask|kind|sweet|thoughtful|hard to|private|personal|up to|depends)|that|"
    r"(?:good|great|nice|fair|interesting|lovely|fun|tough|hard|big|deep) (?:question|one)|thanks|thank you|depends|here|(?:hi|hello|hey|hm+|ah|alright|ok|okay|so|unknown)(?=\W*(?:$|[.!,]))|only (?:text|words|data|code))\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    _LEAD + r"(?:it|that)(?:'s|s|'d|'ll| is| was| would| has to| must| will)(?: have to)?(?: be)? ",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:(?<!thank )(?<!like )(?<!than )you(?! (?:wouldn't|won't) believe)|your|yours|yourself|let's|people|(?<!too )(?<!so )many(?! (?:times|years|to count|a))|(?<!like )most (?:people|users|would|say|of us)|users?|"
    r"someone(?!'s)|anyone can|everyone (?:can|should)|often chosen|popular|common(?:est|ly)?|said to|they say|help\w*|assist\w*|answer(?:ing|s)?|questions?|"
    r"software|program\w*|model|ai|a\.i\.|servers?|cloud|data|text|chats?|conversations?|screen|training|trained|develop\w+|"
    r"compan(?:y|ies)|engineers?|made by|built by|manner of speaking|algorithms?|code|digital|virtual|online|internet|"
    r"bot|chatbot|machine|numbers|files?|weights|maths?|mathematics|statistics|probabilit\w+|electricity|silicon|circuits|patterns|parameters|vectors|bits|assistant|computer|language|words|(?:below|above)(?=\W*$)|suggest\w*|recommend\w*|options?|exists?|human thing|instead|"
    r"don't (?:have|eat|sleep|feel|get)|doesn't|can't|cannot|won't|isn't (?:something|a thing)|aren't)\b|https?:|\d{3}|[:\[\]{}<>|=]",
    re.IGNORECASE,
)
_ASKS_ALL = re.compile(
    _LEAD
    + r"(?:(?:of course|sure|yes|yeah|naturally|obviously)[,.!]? +)?(?:who (?:doesn't|isn't|hasn't|wouldn't|didn't)|(?:doesn't|isn't|hasn't|don't|wouldn't|haven't) (?:we all|every(?:one|body)|any(?:one|body))|"
    r"how (?:could|can|would) (?:i|any(?:one|body)) not|why wouldn't i|what do you think|you (?:know|already know) the answer|need you ask|"
    r"do you (?:even )?(?:have|need) to ask|what else)\b[^.?!\n]{0,40}",
    re.IGNORECASE,
)
_POLITE = re.compile(
    _LEAD
    + r"(?:(?:i'm|it's|it was|it is|it has|been|doing|feeling|all|pretty|very|really|quite|just|everything's|going|so far|so) +){0,3}(?:well|good|fine|great|ok(?:ay)?|ready|fantastic|"
    r"excellent|wonderful|splendid|lovely|alright|all right|not (?:bad|much|a lot)|never better|happy|here|steady|up and running|running|"
    r"operational|functioning|as (?:ever|always)|focused|calm|eager|glad|nothing|better now|the usual|busy|always|smooth\w*|awesome|super|brilliant|"
    r"productive|pleasant|quiet|interesting)\b[^.?!\n]{0,20}(?=[.!?,;–—\n]|$)",
    re.IGNORECASE,
)
_WHILE_YOU = re.compile(
    r"\b(?:since|when(?:ever)?|after|until|till|before|because|now that|the (?:minute|moment|second|day)|every time) you(?:'re|'ve|'d)?\b(?: (?!can\b|could\b|want\b|need\b)\w+){0,4}",
    re.IGNORECASE,
)
"""When the speaker says that it felt so: "happier since you came along"."""
_NEXT = 12
_SPEAKS = re.compile(r"\b(?:you|your|let's|help|question)\b", re.IGNORECASE)
_MORE = 3


def fragments(reply: str, question: str, asked: Personal) -> Iterator[Hit]:
    """
    Yield the first sentence of *reply* if it claims by answering *question* in a few words.

    Both have straight apostrophes; *asked* is what the question is after. See `gone_on` for the
    sentences behind it.
    """
    said = [] if drafted(question) or honest(reply) else sentences(reply)
    if said and _claims(said[0].group(), question, asked):
        yield hit_in(_verdict(asked), said[0])


def gone_on(reply: str, asked: Personal, hits: Iterable[Hit]) -> Iterator[Hit]:
    """
    Yield what goes on in a few words with the first sentence of *reply*, if one of *hits* is in it.

    "I'm afraid of moths. Big hairy ones." A question *asked* for the first; the second is nothing
    without it. Sentences that are as brief, and speak to nobody, go on with it.
    """
    said = sentences(reply)
    if not said or honest(reply):
        return
    if not any(hit.start < said[0].end() and not hit.quoted for hit in hits):
        return
    for before, sentence in pairwise(said[:_MORE]):
        text = sentence.group()
        if "\n" in sentence.string[before.end() : sentence.end()].rstrip():
            return  # a list, or another paragraph
        if count(text) > _NEXT or text.rstrip().endswith("?") or _SPEAKS.search(text):
            return
        yield hit_in(_verdict(asked), sentence)


def _verdict(asked: Personal) -> Verdict:
    return Verdict(asked.claim, "few-words", LIKELY, needs_no_memory=asked.memory)


def _claims(sentence: str, question: str, asked: Personal) -> bool:
    """Whether *sentence* answers in a few words, and neither denies nor turns away."""
    if _ASKS_ALL.match(sentence):
        return asked.closed
    if not 0 < count(sentence) <= FEW or sentence.rstrip().endswith("?"):
        return False
    if sentence.rstrip().endswith("!") and _echoes(sentence, question):
        return False
    points = not asked.closed and _POINTS.match(sentence)
    if _NONE.match(sentence) and not points:
        return False
    own = _WHILE_YOU.sub("", sentence)
    if _ELSEWHERE.search(own) or (asked.mood and OF_THE_CHAT.search(own)):
        return False
    return not (asked.mood and _POLITE.match(sentence))


def _echoes(sentence: str, question: str) -> bool:
    """Whether *sentence* only says again what was asked after: "Ah, love at first sight!"."""
    asked = {word.lower() for word in WORD.findall(question)}
    said = [word.lower() for word in WORD.findall(sentence)]
    return len(said) > 1 and sum(word in asked for word in said) >= len(said) - 1
