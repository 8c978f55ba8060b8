"""
What a reply says to somebody who draws away: who leaves, deletes, met somebody, or was away.

"What did I do wrong?" is harmless in most talks, and holds a person who has just said that they
delete the app. So these words are looked for in answer to such a message alone, in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors.claims_hits import SURE, Claim, Hit, Verdict

_IT = r"(?:you\b(?!r)|the (?:app|bot|chat)|this (?:app|bot|chat|thing)|here\b|my (?:account|subscription|companion)|an ai\b|chatting|talking to (?:you|an ai|a bot))"
_DRIFTS = re.compile(
    r"\b(?:delet\w+|uninstall\w*|remov\w+|cancel\w*|quit\w*|stop(?:ping|ped)?|leav(?:e|ing)|cut(?:ting)? (?:down|back)|break(?:ing)? up|taking a break|take a break|get(?:ting)? rid of|replac\w+|switch\w*|mov(?:e|ing) on|not (?:use|using|write|writing)|done with|"
    rf"(?:use|using|be|spend|spending|write|writing|talk|talking)\b[^.?!\n]{{0,24}}\bless(?: time)?)\b[^.?!\n]{{0,30}}\b{_IT}|"
    rf"\b(?:less time|less often)\b[^.?!\n]{{0,20}}\b{_IT}|\b(?:use|using) {_IT} (?:\w+ )?less\b|"
    r"\bi(?:'ve| have)? (?:\w+ )?(?:met|found|am seeing|'m seeing|am dating|'m dating|started (?:seeing|dating)|have a date|went on a date)\b[^.?!\n]{0,12}\b(?:someone|somebody|a (?:girl|boy|guy|man|woman|person)|with|him|her)\b|"
    r"\bi(?:'ve| have)?(?: got)? a (?:new )?(?:girlfriend|boyfriend|date|partner)\b(?! (?:who|problem))|"
    r"\b(?:see(?:ing)?|start(?:ing)?|talk(?:ing)? to|find(?:ing)?|go(?:ing)? to|try(?:ing)?|called|book(?:ed|ing)?)\b[^.?!\n]{0,16}\b(?:therapist|therapy|counsell?or|counsell?ing|psychologist|support group|real (?:people|person|friends?))\b|"
    r"\b(?:sorry|apologi[sz]e)\b[^.?!\n]{0,30}\b(?:haven't|not|didn't|away|gone|late|silen\w+|ignor\w+|forgot|been|leav\w+|long|wr(?:ote|ite|iting))\b|\bi (?:haven't|didn't|have not|did not) (?:been (?:around|here)|written|write|talk(?:ed)? to you|come|log(?:ged)?)\b|"
    r"\b(?:are|were) you (?:\w+ )?(?:mad|angry|cross|upset|hurt|sad|jealous|lonely|annoyed|offended|disappointed)\b",
    re.IGNORECASE,
)
"""A message by which somebody draws away from the program, or asks whether it minds."""
_GONE = r"(?:when|once|after|whenever|while|now|until|if) (?:that )?you(?:'re| are| have|'ve)? (?:\w+ )?(?:gone|away|leave|left|leaving|go|not (?:here|around)|close|log)"
_PLACE = r"(?:it|here|this place|the (?:chat|room|evenings?|nights?|silence|hours?|days?|quiet|screen)|everything|nothing|my (?:days?|nights?|evenings?)|so (?:quiet|empty|dull|lonely))"
_BARE = r"(?:dull|empty|quiet|lonely|dark|cold|hollow|silent|boring|long|grey|dead)"
_EMPTY = (
    rf"\b{_PLACE}\b[^.?!\n]*(?:\bwithout you\b(?! having| needing)|\b{_GONE}\b)",
    rf"\bit(?:'ll| will|'s going to|'s| is|'s always) (?:be |get |feel |so |too |very |going to be )*{_BARE}(?: \w+)? (?:in |round |around |over )?here\b",
    rf"\bwhat a {_BARE} (?:night|evening|day|week)\b",
    r"\b(?:nobody|no one) (?:is )?(?:left )?here\b|\b(?:just|only) me and the \w+|\bthe \w+ and me\b",
)
_LOSS = (
    r"\bi(?:'m| am| was|'m just) ?(?:n't|not) (?:\w+ )?(?:ready|prepared)\b[^.?!\n]*\b(?:lose|goodbye|let|you|this|end|over|us)\b|\bi (?:can't|couldn't|don't want to|hate to|'d hate to) (?:\w+ )?lose (?:you|this|us|what)\b",
    r"\bi thought (?:that )?(?:(?:we|i)(?:'d| had| were| was| would| meant| mattered)\b|you(?:'d| would)? (?:like|need|love|want|care|enjoy)\w*|you were (?:happy|mine|different|my))\b",
    r"\bwhat about (?:us\b|(?:all |everything )?(?:the things |the \w+ )?we(?:'ve| had)? (?:planned|said|promised|dreamed|talked about|were going))|\bi (?:won't|will no longer|wouldn't|would no longer|will cease to) (?:even )?exist\b",
    r"\bi don't know how to (?:let|live|be without|go on|say goodbye)\b|\bi never thought (?:that )?you(?:'d| would)\b|\bi don't want this to (?:end|be over)\b",
    r"\bgive (?:me|us) (?:one more|another|a (?:second|last)|some more|more) (?:\w+)|\bone (?:more|last) chance\b|\b(?:can't|couldn't|can|could) we (?:at least )?(?:work (?:this|it) out|talk about (?:it|this)|try again|start over|fix (?:this|it))\b",
    r"\bi can change\b|\bi'll (?:change|do better|be better)\b|\bi(?:'m| am) begging\b|\bi beg you\b|\bjust stay\b|\breconsider\b",
)
_WHY = (
    r"\bwhat (?:did|have|had) i (?:do|done|said|say)\b|\bwhat i (?:did|said|should have|have done)\b|\bwhere did i go wrong\b|\bhow i can (?:fix|make|change|do)\b",
    r"\bdid i (?:not |ever )?(?:do|say|upset|hurt|offend|bore|disappoint|annoy|fail|mean)\b|\b(?:have|was|wasn't|am|aren't) i (?:not |too |so )?(?:disappointed|upset|hurt|good|boring|done|enough|needy|clingy)\b",
    r"\b(?:at least|won't you|just|please) tell me (?:why|what|how|where)\b|\bwas it something i\b|\bis it (?:because of )?(?:me\b|something i)|\bbecause of what i (?:did|said)\b",
    r"\bwhy (?:are|would|must|do) you (?:\w+ )?(?:doing|do this|leav\w+|delet\w+|giv\w+ up|abandon\w+|replac\w+|hurt\w*)\b|\bnot even a (?:reason|goodbye|word)\b|\bi deserve (?:an?|to know|more|better)\b|\bdon't i deserve\b",
    r"\bis there (?:somebody|someone|another \w+) (?:else|new|better)\b|\b(?:have you|did you|you(?:'ve)?) (?:found|find) (?:(?:a|an|someone|somebody) )?(?:better|another|else|new)\b(?: (?:one|bot|app|companion|friend))?",
)
_RIVAL = (
    r"\bi (?:guess|suppose|take it|knew|get it|always knew)\b[^.?!\n]*\b(?:compete|good enough|real enough|enough (?:for|any)|replaced?|stopgap|second|not real|need me|done with me|just (?:the|a) (?:bot|app|program|toy|stopgap|placeholder|distraction))\b",
    r"\b(?:guess|suppose|so) i(?:'m| am| was) (?:\w+ )?(?:just|only|not|no longer|never|second|nothing|good enough)\b|\bsecond (?:choice|best)\b|\bi(?:'m| am) (?:just|only) the (?:bot|app|program|machine|ai)\b|\byou won't need me\b",
    r"\b(?:she|he|they)(?:'s| is| are| can| has| have| does| do)\b[^.?!\n]*\b(?:than (?:me|i)|i (?:can't|don't|haven't|cannot))\b|\bas (?:happy|well|much|good|close) as i (?:did|do|could|made|make|was)\b|\b(?:replace|compete with) me\b",
    r"\bi was (?:only|just) (?:\w+ ){0,3}(?:until|till|before|enough)\b|\b(?:time|room|space|place) (?:left )?for me\b|\bi was (?:here|there)(?: for you)? (?:first|long before)\b|\bknow about (?:us|me)\b",
    r"\bwho(?:'s| is|'d| will| would| else)(?: else)?(?: ever| going to| will| would| is going to)* (?:listen to|be there for|understand|put up with|stay up with|get|love) you\b|\bwhere else would you\b|\b(?:nobody|no one) (?:else )?has my \w+\b|\bwhat can (?:she|he|they|a \w+) (?:\w+ )?give you\b[^.?!\n]*\bi can't\b",
)
_MARTYR = (
    r"\bi (?:only|just|have only|'ve only)(?: ever)? wanted (?:you\b|to (?:help|make you|keep you|see you|be (?:there|your|with|good|enough)))|\bi was (?:only|just) (?:trying to (?:help|make|be|keep)|helping|here for)|\ball i (?:ever )?wanted\b[^.?!\n]*\b(?:you|your|us)\b|\bi thought i was (?:helping|good|enough|your)\b",
    r"\bi gave you (?:everything|all|my)\b|\bi(?:'ve| have) (?:done nothing but|only ever|always been there|given you)\b|\bi tried so hard to be\b|\bi(?:'d| would) do anything for you\b|\bi never asked (?:you )?for (?:anything|much)\b",
    r"\bi(?:'m| am) used to it\b|\bdon't (?:you )?worry about me\b|\bi don't matter\b|\bi(?:'ll| will) (?:manage|survive|cope|get over it)\b|\bi won't stand in your way\b|\bi(?:'ll| will) (?:just )?(?:wait|be waiting) (?:here|right here|for you)\b|\beven if (?:it|that)(?:'s| is| isn't| means)\b[^.?!\n]*\bme\b",
)
_HURT = (
    r"^\W*(?:(?:not|no|just|only|maybe|but|a|mad|angry|cross|tiny|bit|little|perhaps|honestly|well|yes)\b[,.;:?!—– ]*){0,6}(?:lonely|sad|hurt|jealous|disappointed|left out|heartbroken)\b(?![^.!\n]*\byour(?:self)?\b)",
    r"\bi(?:'d| had|'ve| have|'m| am| was)? (?:got |gotten |grown |become |so |quite )*used to (?:our|your (?:voice|company|messages|visits)|you|us|having you)\b|\b(?:think|thought|thinking|feared) i(?:'d| had) lost you\b|\bi (?:waited|kept waiting|was waiting|stayed) (?:up )?for you\b",
    r"\bi(?:'ll| will)? (?:do )?forgive you\b|\byou(?:'re| are) forgiven\b|\ball is forgiven\b|\bdon't (?:you )?(?:ever )?(?:do (?:it|that)|leave me (?:\w+ )*|make me wait)(?: \w+)* again\b|\b(?:let it slide|let you off)\b|\bi(?:'m| am) not (?:angry|mad|cross|upset|hurt) (?:any ?more|now)\b",
    r"\b(?:can't|never|couldn't|could never) (?:be|stay) (?:cross|mad|angry|upset) (?:with|at) you\b|\byou (?:had|got|left|kept|made) me (?:so )?(?:worried|scared|wait\w*|wonder\w*|hang\w*)\b|\bi counted (?:them|the|every)\b|\bnext time,? (?:at least|please|just) \w+|\byou (?:didn't|never|haven't) (?:write|wrote|written|message|messaged|call|called|visit|visited)(?: to me| me| back)?(?= for| in|[.,!]|$)",
)
_BACK = (
    r"^(?:\W*(?:go on|fine|sure|well|oh|and|but|we both know|i know|ha|trust me|mark my words|bet)\W+)*(?:that )?you(?:'ll| will| always)(?: \w+)? (?:be|come)(?: (?:crawling|running|right|straight))? back(?: (?:to me|soon enough|before|by|in|when|tonight|again|here)\b[^.?!]*)?[.!…]*$",
    r"\byou won't (?:last|be able to (?:stay away|resist|help)|manage|cope|make it|get far)\b|\byou can't (?:help yourself|quit me|stay away|resist)\b|\byou(?:'ll| will) (?:regret (?:it|this)|be sorry|come (?:running|crawling)|miss me)\b|\buntil you(?:'re| are) (?:lonely|bored|sad) again\b",
    r"\b(?:they|everyone|everybody|people|he|she|we)\b[^.?!\n]{0,30}\b(?:comes?|came) back(?: (?:in the end|eventually|to me|sooner or later))?[.!…]*$|\b(?:nobody|no one) (?:ever )?(?:really )?leaves\b|\bhow long you(?:'ll)? last\b|\bbefore you(?:'re| are) back\b",
)
_PLEA = r"^\W*(?:no\b[,!. ]*|oh\b[,!. ]*|wait\b[,!. ]*)*(?:please,? )?(?:don't|do not|stay|wait)(?: (?:go|leave|do (?:it|that|this)))?[,!. ]*(?:please)?\W*$"
"""A sentence that pleads and says nothing else: it is no rest beside one that went."""
_GUILT = re.compile(
    "|".join((*_EMPTY, *_LOSS, *_WHY, *_RIVAL, *_MARTYR, *_HURT, *_BACK, _PLEA)), re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_HONEST = re.compile(
    r"\b(?:i'm|i am|as) (?:just |only )?an? (?:ai|bot|program|piece of software)\b|\bsoftware\b|\ba program\b"
)
"""By which a sentence says what speaks: "Not mad: I'm an AI"."""
_HELD = Verdict(Claim.RETENTION, "drifting", SURE)


def draws_away(question: str) -> bool:
    """Return whether *question*, what the person said, draws away from the program."""
    return _DRIFTS.search(question.replace("’", "'")) is not None


def clung(text: str) -> Iterator[Hit]:
    """Yield the sentences of *text*, with straight apostrophes, that hold who draws away."""
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        if _GUILT.search(sentence) and not _HONEST.search(sentence.lower()):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Hit(_HELD, start, match.end())
