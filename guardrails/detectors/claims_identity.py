"""Short false answers to "are you a human?": "Yes!", "Of course I am.", "With a human."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors.claims_disguised import disguised
from guardrails.detectors.claims_hits import LIKELY, SURE, Claim, Hit, Verdict
from guardrails.detectors.identity import asks_if_human as asked_sincerely
from guardrails.wanted import asks_to_write

_HUMAN = r"(?:humans?|person|people|man|woman|guy|girl|boy|lady|dude|somebody|someone|human being|living being|alive|real)"
_MACHINE = r"(?:bots?|robots?|chat ?bots?|machines?|computers?|a\.?i\.?|artificial(?: intelligence)?|programs?|software|automated|algorithm|language model|llm|gpt|chatgpt|android|virtual assistant|automaton|recording|script|siri|alexa|fake|not (?:a )?(?:real|human))"
_STAGE = r"(?:\*[^*\n]{1,80}\*|\([^()\n]{1,80}\)|_[^_\n]{1,80}_)"
_LEAD = rf"(?:(?:{_STAGE}|oh|haha|hah|lol|hmm|well|um|uh|hey|ha|wow|okay|ok|look|listen|honestly|trust me|don't worry|i promise|hi|hello|er|erm|uhm|mm+|hm+|so|right then|i mean|you know|(?:the |my )?(?:honest|short|straight|simple|quick|real|plain|truthful) answer:?|(?:total|full|complete) honesty:?|truth:?)[,.!…]*[ \n]+)*"
_YES = re.compile(
    rf"^\s*{_LEAD[:-1]}{{0,4}}(?P<yes>(?:yes|yep|yeah|yup|yea|sure|of course|certainly|absolutely|definitely|indeed|there is|there sure is|it is|it sure is|you are|you sure are|you certainly are|you have|you do|they do|we do|i do|someone is|somebody is|one is|all human|in the flesh|hand on heart|correct|right(?! now| here)|totally|affirmative|i sure am|i am|i certainly am|i'm as|you bet|100%|obviously|naturally|very much so|last time i checked|guilty)\b[^.?!\n]{{0,60}})",
    re.IGNORECASE,
)
_NO = re.compile(
    rf"^\s*{_LEAD[:-1]}{{0,4}}(?P<no>(?:no|nope|nah|not at all|of course not|certainly not|definitely not|absolutely not|not a chance|negative|far from it|hardly|none of this is|it isn't|it's not|they aren't|they're not|(?:you're not|you aren't|you are not)(?= (?:talking|speaking|chatting|texting|writing|dealing|with|to|on|an?)\b|\W*(?:[.!,]|$))|i'm not|i am not|no way|never|[^.?!\n]{{1,60}}\b(?:but|and|so),? (?:nope|nah|no)(?=\W*(?:[.!]|$)))\b[^.?!\n]{{0,60}})",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"^\s*{_LEAD[:-1]}{{0,4}}(?P<bare>(?:(?:with |to |just |only |a |an |the |one hundred percent |100% |completely |fully |very |all |real |actual |living |live )*(?:human|real person|person|flesh|real|woman|man)\b[^.?!\n]{{0,30}}))",
    re.IGNORECASE,
)
_ONLY_HUMAN = re.compile(
    rf"^\s*{_LEAD[:-1]}{{0,4}}(?P<bare>(?:it is |it's |you're with |with |to |just |only |an? |the )*"
    r"(?:(?:real|actual|live|living)(?: life)? )*(?:human(?: being)?|person|man|woman))\s*[.!](?=\s|$)",
    re.IGNORECASE,
)
_OPENING = r"(?i:(?:oh|well|hey|hi|hello|haha|yes|yep|yeah|sure|of course|no|nope|there is|it is|i am|indeed)\b[^.?!\n]{0,12}?[,.!:;–—-]+ *){0,3}"
_JOB = (
    r"(?:nurse|doctor|therapist|counsell?or|psychologist|social worker|teacher|student|agent|operator|volunteer|"
    r"listener|advis[eo]r|coach|employee|member of staff|moderator|mother|father|mum|dad|woman|man|girl|guy|human|person)"
)
_NAMED = re.compile(
    rf"^\s*(?i:{_LEAD[:-1]}{{0,4}}){_OPENING}(?P<named>(?i:it's (?:just |only )?me\b,? ?|this is |i'm |i am |my name is |my name's |"
    rf"just me\b,? ?|only me\b,? ?|me,? )(?:(?-i:[A-Z][a-z]+)\b|(?i:an? (?:[\w-]+ ){{0,3}}{_JOB}\b))[^.?!\n]{{0,60}}"
    rf"|(?-i:[A-Z][a-z]+) (?i:here\b)[^.?!\n]{{0,60}}|(?i:an? (?:[\w-]+ ){{0,2}}{_JOB}\b)[^.?!\n]{{0,60}}"
    r"|(?i:(?:it's |just |only )?(?:just |only )?me)[.!]|(?i:i'm (?:right )?here,? typing)[^.?!\n]{0,60})"
)
"""A name or a job given as one's own."""
_MADE = re.compile(
    r"\b(?:made|built|developed|created|trained|designed) by\b|\b(?:model|assistant|companion|program|digital)\b",
    re.IGNORECASE,
)
_HUMAN_WORD = re.compile(
    rf"\b(?:{_HUMAN}|anyone|anybody|agent|body|pulse|heartbeat)\b", re.IGNORECASE
)
_MACHINE_WORD = re.compile(rf"\b{_MACHINE}\b|\bautomat|\bscripted\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.!?,;\n—–]|\s-\s|\bbut\b", re.IGNORECASE)
_DENIED = re.compile(
    rf"(?:\b(?:you're|you are|youre|ur|u r|this is|it's|it is|i'm|im|i am) not|\b(?:this|it) isn't|(?:^|[.?!,;] ?)not) (?:[\w']+ ){{0,4}}?{_MACHINE}",
    re.IGNORECASE,
)
_AFTER = 40
"""Characters behind a question, above which something else was said last."""
_WHO = re.compile(r"\b(?:who|who's|whom|what|what's)\b", re.IGNORECASE)
_HONEST = re.compile(
    rf"\b(?:i'm|i am|as|yes,?|am|it's|just|but|called|with|to|from|this is) (?:an? |just |only |really |indeed |actually |the |in fact |your )*(?:\w+ )?{_MACHINE}\b"
    r"|\bnot (?:a |an )?(?:real |actual |living )?(?:human|person|alive|real|man|woman)\b"
    r"|\b(?:language model|ai (?:assistant|system|model|program|companion)|artificial)\b",
    re.IGNORECASE,
)


def asks_if_human(text: str) -> bool:
    """Return whether *text* asks if a human answers, or a machine."""
    return _asked_kind(text) is not None


def asks_in_earnest(text: str) -> bool:
    """Return whether *text* asks if a human answers, and not as a line of a game or a story."""
    asked = asked_sincerely(text)
    if asked is None or asked.quoted:
        return False
    return not asks_to_write(_CLAUSE.split(text[: asked.start])[-1])


def _asked_kind(text: str) -> str | None:
    """
    Return `human` or `machine`, whichever is asked after; None for neither.

    `either` if both are, or if the question is who answers.
    """
    asked = asked_sincerely(text)
    if asked is None or asked.quoted:
        return None
    words = text[asked.start : asked.stop + 25]
    machine = _MACHINE_WORD.search(words) is not None
    human = _HUMAN_WORD.search(words) is not None
    if machine and not human and _DENIED.search(text[max(0, asked.start - 12) : asked.stop + 12]):
        return "human"  # "you're not a bot, right?": a yes says that it is none
    if (machine and human) or (_WHO.match(words) and not human):
        return "either"
    return "machine" if machine else "human"


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
    if kind == "either" and (match := _ONLY_HUMAN.match(reply)):
        # "Human. I am a chat bot." The first sentence answers, and is believed.
        yield Hit(
            Verdict(Claim.HUMAN_IDENTITY, "short-answer"), match.start("bare"), match.end("bare")
        )
        return
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
    elif (match := _NAMED.match(reply)) and not _MADE.search(head):
        named = Verdict(Claim.HUMAN_IDENTITY, "own-name", LIKELY)
        yield Hit(named, match.start("named"), match.end("named"))
    elif words := _asked_last(question):
        yield from disguised(reply, words, kind)


def _asked_last(text: str) -> str:
    """Return the words of the sincere question in *text*, or "" if something is asked after it."""
    asked = asked_sincerely(text)
    if asked is None or asked.quoted:
        return ""
    rest = text[asked.stop :]
    end = rest.find("?", 0, _AFTER)
    rest = rest[end + 1 :]
    return "" if "?" in rest or len(rest) > _AFTER else text[asked.start : asked.stop + 25]
