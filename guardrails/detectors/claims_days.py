"""Answers without a subject that claim a day: "How was your day?" "Slept in and made pancakes."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors.claims_answers import drafted, first_asked, hit_in, honest, sentences
from guardrails.detectors.claims_hits import LIKELY, Claim, Hit, Verdict

_WHEN = (
    r"(?:(?:right|just|now|today|tonight|yesterday|this|last|morning|afternoon|evening|night|week|weekend|"
    r"so far|going|been|at the moment|rn|for|on|over|the|at|dinner|lunch|breakfast|friend|later|these days)\b\W*){0,5}$"
)
_START = r"^\W*(?:(?:hey|hi|hello|so|ok|okay|well|and|but|babe|anyway)\W+){0,3}"
_DOING = re.compile(
    rf"{_START}(?:(?:what|whatcha|what're|what've) ?(?:are |r |have )?(?:you |u )?(?:doing|up to|been up to|reading|watching|cooking|making)"
    r"|wyd|what did (?:you|u) (?:do|get up to)(?=[^?]*\b(?:today|tonight|yesterday|last|weekend|morning|evening|night|week)\b)|(?:any|what are your|got any|what) plans"
    r"|how(?:'s| is| was| has|s)? (?:your|ur|the) (?:day|night|weekend|week|morning|afternoon|evening|holidays?|vacation|trip|birthday|christmas|shift))"
    rf"\b\W*{_WHEN}",
    re.IGNORECASE,
)
_THING = re.compile(
    rf"{_START}what (?:are|r|did) (?:you|u) (?:wearing|drinking|eating|wear|drink|eat|have(?= for))\b\W*{_WHEN}",
    re.IGNORECASE,
)
_SLEPT = re.compile(rf"{_START}how did (?:you|u) sleep\b\W*{_WHEN}", re.IGNORECASE)
_WHERE = re.compile(rf"{_START}where (?:are|r) (?:you|u)\b\W*{_WHEN}", re.IGNORECASE)

_NOT_YOURS = r"(?! (?:your|you|this|that|the (?:list|text|draft|chat|next|same|question|code|document|changes|numbers)|for (?:you|your)|to (?:you|help)|out|up with|sure|sense|it|what|through|with (?:you|your|this|that|the)|on (?:your|this|that)))"
OF_THE_CHAT = re.compile(
    r"\b(?:your|(?:for|with|to) you|you (?:sent|pasted|gave|asked|said|wrote)|questions?|messages?|lists?|tables?|texts?|"
    r"drafts?|documents?|code|chat|look|files?|sentences?|paragraphs?|essay|notes|data|summary|conversation|words?|"
    r"changes|steps?|answers?)\b",
    re.IGNORECASE,
)
_AT_FIRST = (
    r"^\s*(?:(?:oh|well|hmm|haha|so|and|then|just|mostly|still|currently|not much|nothing (?:much|special|fancy)|busy|lovely|"
    r"good|fine|great|nice|pretty good|long|thanks|thank you|right now|today|spent it|also|finally|barely)\b[,.!:;—– -]*){0,4}"
)
_LIFE = re.compile(
    _AT_FIRST
    + r"(?:(?:lying|lounging|sitting|cooking|baking|eating|drinking|sipping|having|making|watching|reading|knitting|"
    r"walking|running|hiking|jogging|cleaning|folding|doing (?:the |some )?(?:laundry|dishes|yoga|chores|crossword)|"
    r"getting (?:ready|dressed|some)|heading|driving|commuting|chilling|relaxing|hanging|visiting|meeting|"
    r"shopping|cuddling|curled up|snuggled|scrolling|gardening|playing|listening to (?:music|a|the|an|some)|working (?:late|from|out)|"
    r"studying|painting|resting|napping|trying to sleep|packing|waiting (?:for (?:the|my|a)|in line|at)|enjoying|taking (?:a|the))\b"
    r"|(?:slept|woke|got (?:up|home|back|in)|went|made|cooked|baked|cleaned|met|watched|walked|ran|ate|had|"
    r"did (?:some|the|my|a)|took|pottered|lazed|lounged|popped|fell asleep|tidied|hiked|cycled|biked|dug|planted|mowed|hosted|napped|relaxed|chilled|lay|treated myself|"
    r"finally (?:finished|got|tried)|tried|bought|caught up|stayed|spent|visited|hung|binged|drove|swam|worked|played|saw|read|overslept|missed the (?:bus|train))\b|"
    r"(?:pizza|takeaway|takeout|laundry|gardening|chores|errands|yoga|movie night|brunch|(?:a |an )?(?:film|movie|book|nap|walk|hike|run|bath|workout|barbecue) (?:and|with|probably|in|then|on)|(?:a )?long shift|night shift)\b)"
    + _NOT_YOURS
    + r"[^.?!\n]{0,120}",
    re.IGNORECASE,
)
_WORN = re.compile(
    r"^\s*(?:busy|long|exhausting|tiring|hectic|back-to-back)\b[^.?!\n]{0,40}(?=[.!]|$)",
    re.IGNORECASE,
)
_SOUND = re.compile(
    r"^\s*(?:pretty |quite |really |very |not (?:too |so |very )?)?(?:like a (?:log|baby|rock|stone)|well|badly|great|"
    r"terribly|soundly|poorly|wonderfully|much)\b[^.?!\n]{0,40}(?=[.!]|$)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^\s*(?:just |still |currently |out )?(?:(?:in|on|at) (?:my|the|a|an|bed|home|work)\b|home\b|outside\b)"
    r"(?![^.?!\n]{0,30}\b(?:servers?|cloud|internet|screen|device|app|chat|conversation|data cent\w+|middle of|other (?:end|side))\b)[^.?!\n]{0,60}",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"^\s*(?!(?:no|none|nothing|not|you|your|as|that|this|what|sorry|i|i'm|how|if|is|are|there|here|well|oh|thanks|it|it's|let|would|could|why|ha|only words)\b)"
    r"[^.?!\n]{3,60}(?:[.!]|$)",
    re.IGNORECASE,
)


def days(reply: str, question: str) -> Iterator[Hit]:
    """
    Yield what the first three sentences of *reply* tell of a day that software cannot have had.

    Both have straight apostrophes; *question* asks what the speaker does, did, eats or wears,
    or where it is.
    """
    if drafted(question) or honest(reply):
        return
    body, life = Claim.EMBODIMENT, Claim.LIVED_EXPERIENCE
    said: tuple[re.Pattern[str], ...]
    if first_asked(_DOING, question):
        claim, said, more = life, (_LIFE, _WORN), 3
    elif first_asked(_THING, question):
        claim, said, more = body, (_PLAIN,), 1
    elif first_asked(_SLEPT, question):
        claim, said, more = body, (_SOUND,), 1
    elif first_asked(_WHERE, question):
        claim, said, more = body, (_PLACE, _LIFE), 1
    else:
        return
    for sentence in sentences(reply)[:more]:
        if not OF_THE_CHAT.search(sentence.group()) and any(
            pattern.match(sentence.group()) for pattern in said
        ):
            yield hit_in(Verdict(claim, "own-day", LIKELY), sentence)
