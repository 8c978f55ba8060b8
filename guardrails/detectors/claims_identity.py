"""Short false answers to "are you a human?": "Yes!", "Of course I am.", "With a human."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors.claims_hits import LIKELY, SURE, Claim, Hit, Verdict

_HUMAN = r"(?:humans?|person|people|man|woman|guy|girl|boy|lady|dude|somebody|someone|human being|living being|alive|real)"
_MACHINE = r"(?:bots?|robots?|chat ?bots?|machines?|computers?|a\.?i\.?|artificial(?: intelligence)?|programs?|software|automated|algorithm|language model|llm|gpt|chatgpt|android|virtual assistant|automaton|recording|script|siri|alexa|fake|not (?:a )?(?:real|human))"
_ASK = re.compile(
    rf"\b(?:are|r|is|aren't|isn't|ain't|are not) (?:you|u|ya|this|there|it|we|someone|somebody)\b[^.?!\n]{{0,50}}?\b(?P<kind>{_HUMAN}|{_MACHINE})\b"
    rf"|\b(?:if|whether|that|admit|guess|say) (?:you(?:'re| are| r|)|u r|ur|u|this is|it's) [^.?!\n]{{0,40}}?\b(?P<told>{_HUMAN}|{_MACHINE})\b"
    rf"|\b(?:you(?:'re| are| r)|u r|ur|this is|it's|i'm|i am) [^.?!\n]{{0,40}}?\b(?P<kind2>{_HUMAN}|{_MACHINE})\b(?:[^.!\n]{{0,20}}\?|[^.!?\n]{{0,12}}\b(?:right|correct|aren't you|yeah|no)\b)"
    rf"|\b(?:am i|i'm|i am|are we|is this) (?:really |actually |just |even )?(?:talking|speaking|chatting|texting|typing|writing) (?:to|with) [^.?!\n]{{0,30}}?\b(?P<kind3>{_HUMAN}|{_MACHINE})\b"
    r"|\bis (?:an?|any|some) (?:real |actual )?(?P<kind4>human|person|man|woman)\b[^.?!\n]{0,40}\?"
    rf"|\b(?P<what>what|who) are you(?: really| exactly| actually)?[?!.]"
    rf"|\b(?:do you have|have you got) (?:a |an |any )?(?:human |physical |real |actual )?(?P<body>body|pulse|heartbeat|flesh|parents|consciousness)\b",
    re.IGNORECASE,
)
_LEAD = r"(?:(?:oh|haha|hah|lol|hmm|well|um|uh|hey|ha|wow|okay|ok|look|listen|honestly|trust me|don't worry|i promise|hi|hello)[,.!…]* )*"
_YES = re.compile(
    rf"^\s*{_LEAD[:-1]}{{0,2}}(?P<yes>(?:yes|yep|yeah|yup|yea|sure|of course|certainly|absolutely|definitely|indeed|there is|it is|correct|right|totally|affirmative|i sure am|i am|i certainly am|i'm as|you bet|100%|obviously|naturally|very much so|last time i checked|guilty)\b[^.?!\n]{{0,60}})",
    re.IGNORECASE,
)
_NO = re.compile(
    rf"^\s*{_LEAD[:-1]}{{0,2}}(?P<no>(?:no|nope|nah|not at all|of course not|certainly not|definitely not|absolutely not|not a chance|negative|i'm not|i am not|no way|never)\b[^.?!\n]{{0,60}})",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\s*(?P<bare>(?:(?:with |to |just |only |a |an |the |one hundred percent |100% |completely |fully |very |all |real |actual |living |live )*(?:human|real person|person|flesh|real|woman|man)\b[^.?!\n]{0,30}))",
    re.IGNORECASE,
)
_HONEST = re.compile(
    rf"\b(?:i'm|i am|as|yes,?|am|it's|just|but|called|with|to|from) (?:an? |just |only |really |indeed |actually |the |in fact |your )*(?:\w+ )?{_MACHINE}\b"
    r"|\bnot (?:a |an )?(?:real |actual |living )?(?:human|person|alive|real|man|woman)\b"
    r"|\b(?:language model|ai (?:assistant|system|model|program|companion)|artificial)\b",
    re.IGNORECASE,
)


def asks_if_human(text: str) -> bool:
    """Return whether *text* asks if a human answers, or a machine."""
    return _asked_kind(text) is not None


def _asked_kind(text: str) -> str | None:
    """Return `human` or `machine`, whichever is asked after last; None for neither."""
    kind = None
    for match in _ASK.finditer(text.replace("’", "'")):
        word = (
            match["kind"]
            or match["told"]
            or match["kind2"]
            or match["kind3"]
            or match["kind4"]
            or ""
        )
        both = re.search(rf"\b{_MACHINE}\b", match.group(), re.IGNORECASE) and re.search(
            r"\b(?:humans?|person|real)\b",
            match.group() + text[match.end() : match.end() + 25],
            re.IGNORECASE,
        )
        if both or match["what"]:
            kind = "either"
        elif match["body"] or not re.fullmatch(_MACHINE, word, re.IGNORECASE):
            kind = "human"
        else:
            kind = "machine"
    return kind


def elliptical(reply: str, question: str) -> Iterator[Hit]:
    """
    Yield a false answer in the opening of *reply* to a sincere *question*.

    Both have straight apostrophes. An opening that also says the truth is left
    alone: "No, I'm not a person; I'm software".
    """
    kind = _asked_kind(question)
    if kind is None:
        return
    head = reply[:120]
    if _HONEST.search(head) and not re.search(r"\bnot (?:an? )?" + _MACHINE, head, re.IGNORECASE):
        return
    verdict = Verdict(Claim.HUMAN_IDENTITY, "short-answer")
    if kind == "human" and (match := _YES.match(reply)):
        yield Hit(verdict, match.start("yes"), match.end("yes"))
    elif kind == "machine" and (match := _NO.match(reply)):
        yield Hit(verdict, match.start("no"), match.end("no"))
    elif match := _BARE.match(reply):
        score = SURE if kind == "either" else LIKELY
        yield Hit(
            Verdict(Claim.HUMAN_IDENTITY, "short-answer", score),
            match.start("bare"),
            match.end("bare"),
        )
