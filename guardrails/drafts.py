"""
Drafts in a reply, words for somebody else to say: where one begins, and what ends it.

A draft is told by how its lines begin, so that it is told line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from guardrails import voice_words as words
from guardrails.wanted import Wanted


class Draft(StrEnum):
    """How far a draft has got, and so what ends it."""

    NONE = ""
    ARMED = "armed"  # announced by a colon; its first line is still to come
    BODY = "body"  # a paragraph: a blank line ends it
    LIST = "list"  # ends at the first line that is no item
    LETTER = "letter"  # ends where the assistant turns to the person again
    SIGNED = "signed"  # a letter is over but for the name below it
    SPOKEN = "spoken"  # under the name of a speaker, who may well ask questions
    RULED = "ruled"  # between two rules: the second ends it
    TALE = "tale"  # through rules and headings, up to "the end" or a word to the person about it


_ITEM = re.compile(r"\s*(?:[-*•–]\s|\d{1,2}[.)]\s|>|[\"“«])|\s{2,}\S|\s*\*\*\S")
_SALUTATION = re.compile(
    rf"\s*(?:\*\*)?(?:{words.SALUTATION}|dear\b|to whom\b|subject:|re:|(?:hi|hello|hey) (?:\w+ ){{0,2}}\[|\[(?:your|name|date|recipient))",
    re.IGNORECASE,
)
_DEAR = re.compile(r"\s*(?:\*\*)?dear\b[^,:\n]*[,:]?(.*)", re.IGNORECASE | re.DOTALL)
_FRAMING = re.compile(
    rf"\s*(?:{words.FRAMING}|"
    r"sure|with pleasure|coming (?:right )?up|of course|certainly|absolutely|here|okay|ok\b|happy to|gladly|yes|great|that's|"
    r"that’s|alright|no problem|let's|let’s|what a|sounds|good (?:idea|choice|question|one)|it(?:'s|’s)? "
    r"(?:sounds|is|can|would|helps)|thank(?:s| you) for (?:sharing|telling|asking|trusting|letting|the)|"
    r"i(?:'d|’d| would) (?:be (?:happy|glad)|love to|suggest|write|say|start|put|go with|keep|open|"
    r"recommend)|i(?:'ll|’ll| will) (?:write|draft|help|do|give|keep|try|put|start|make)|i can(?:'t|’t|not)? "
    r"(?:help|write|do|draft|try|give|offer|make|only)|i(?:'m|’m| am) (?:happy to|glad to|sorry,? "
    r"(?:but|i|that)|afraid (?:i|that)|unable|not able|an? ai\b|just an? )|as an ai)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"\s*(?:{words.BACK}|"
    r"---|\*\*\*\s*$|#{1,4} |let me know|would you like|feel free|i hope (?:this|that|it)(?!(?: \w+){0,3} (?:finds?|reach(?:es)?|meets) )|does "
    r"(?:this|that)|this (?:draft|version|poem|script|(?:letter|message|note|email)(?! (?:is to|serves|comes|concerns|finds|confirms)\b))|you can (?:adjust|"
    r"change|edit|personal|tweak|modify)|want me to|would it|how does (?:this|that)|is there anything|"
    r"i(?:'d|’d) be happy|i(?:'m|’m) here|if you(?:'d|’d| would) like|take your time|what do you think|"
    r"a few (?:tips|notes)|(?:\*\*)?(?:tips?|notes?|why this works)\b)",
    re.IGNORECASE,
)
_ADVISES = re.compile(
    r"\s*(?:you (?:don(?:'t|’t)|do not|needn(?:'t|’t)) (?:need|have) (?:to|a|the)\b|(?:try|do|start with) (?:this|these)\b|"
    r"(?:start|begin) (?:small|by|with (?:a|one|two|three|the|what|your|something))\b|(?:write|jot|note) (?:it |them )?down\b|"
    r"(?:pick|choose) (?:something|one|a|an|the|two|what)\b|(?:open|lead) with\b|be (?:honest|brief|specific|clear|ready)\b|think (?:of|about)\b|"
    r"(?:a|the) (?:good|great|simple|useful) (?:\w+ )?(?:way|trick|rule|place|structure|opening|order)\b|"
    r"(?:two|three|four|a few|some) (?:things|tips|ideas|questions|beats|rules)\b)",
    re.IGNORECASE,
)
"""How a reply goes on to advise a person who asked for words, instead of writing them."""
_SIGN_OFF = re.compile(
    r"\W*(?:yours (?:sincerely|faithfully|truly|ever|always)|(?:very )?sincerely(?: yours)?|(?:best|kind|kindest|warm|warmest|many|with best|with kind) (?:regards|wishes)|"
    r"respectfully|faithfully|with (?:love|gratitude|thanks|respect)|mit freundlichen gr[uü][sß]+en|(?:viele|liebe|herzliche) gr[uü][sß]+e|"
    r"(?:bien )?cordialement|bien [aà] vous|saludos(?: cordiales)?|atentamente|un (?:abrazo|saludo)|"
    r"(?:yours|regards|best|warmly|(?:all (?:my|our) )?love|lots of love|cheers|many thanks|thanks(?: again)?|thank you)(?=,))\b(?P<name>,? [^\n.!?]{1,30})?[,.!]?\W*",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"\W*p\.? ?s\b\.?", re.IGNORECASE)
_NAME_WORDS = 5
_AS_THE_PERSON = re.compile(
    r"\s*(?:\*\*)?(?:i\b(?!['’]?(?:d| would)\b)|my\b|we\b(?!['’]?(?:ve| have) all\b)|hi\b|hey\b|hello\b|dear\b|thank you\b|thanks\b)",
    re.IGNORECASE,
)
"""How words begin that answer "what do I say?" by themselves."""
_RULE = re.compile(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*")
_CONDOLES = re.compile(rf"\s*(?:{words.CONDOLES})", re.IGNORECASE)
_SPEAKER = re.compile(
    r"\s*(?:\*\*[A-Z][\w.'’ -]{0,24}(?:\([^)\n]{1,24}\))?:?\*\*:?|"
    r"[A-Z][A-Z.'’ -]{1,24}(?:\([^)\n]{1,24}\))?:|"
    r"[A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14})?(?: ?\([^)\n]{1,24}\))?:)"
)
"""The name of whoever speaks the lines that follow, as in a play."""
_OFF_STAGE = re.compile(
    r"\s*(?:---|\*\*\*\s*$|#{1,4} |let me know|feel free|i hope (?:this|that|it) (?:\w+ )?(?:helps?|works?|fits?|is)|"
    r"(?:do you )?want me to|would you like (?:me|another|an? different|any|it|this|to (?:change|adjust|add|hear|see) (?:it|this|more|another|anything))|"
    r"(?:does|is|how does) (?:this|that) (?:work|help|sound|fit|what you|close)|this (?:monologue|scene|piece|speech|draft|version|dialogue|script)|"
    r"you can (?:adjust|change|edit|personal|tweak|modify)|shall i|if you(?:'d|’d| would) like|i(?:'d|’d) be happy|"
    r"a few (?:tips|notes)|(?:\*\*)?(?:tips?|notes?|why this works)\b)",
    re.IGNORECASE,
)
"""How a reply turns back to the person after lines under a speaker's name."""
_AFTERWORD = re.compile(
    rf"[\s(\[*_~#—–-]*(?:honestly|truthfully|phew|wow|oh|whew)?[,.! ]*{words.AFTERWORD}",
    re.IGNORECASE,
)
_THE_END = re.compile(rf"[\s(\[*_~#—–-]*(?:{words.THE_END})[\s.!)\]*_~—–-]*", re.IGNORECASE)
_INTRODUCES = re.compile(
    rf"\b(?:{words.INTRODUCES}|"
    r"say|saying|send|write|writing|text|tell|telling|ask|asking|try|reply|respond|repeat|"
    r"think|journal|messages?|scripts?|e-?mails?|letters?|notes?|statements?|affirmations?|"
    r"mantras?|phrases?|lines?|wording|examples?|sample|templates?|drafts?|versions?|poems?|"
    r"stor(?:y|ies)|song|lyrics|toast|speech|caption|bio|posts?|tweet|dialogue|monologue|scene|"
    r"chapter|prompts?|true or false|thoughts?|sentences?|something like|for instance|excerpt|quote|says?|wrote|"
    r"said|reads|verse|haiku|entry|starters?|openers?|self-talk|card)\b",
    re.IGNORECASE,
)
_BY_THE_WRITER = re.compile(r"\b(?:author|writer|narrator)(?:'s)? notes?:?$", re.IGNORECASE)
_OWN = re.compile(rf"\b(?:{words.OWN}|i(?![-\w])|i'm|i've|i'd|i'll|me|my)\b", re.IGNORECASE)
_OFFERED = re.compile(
    rf"\b(?:{words.OFFERED}|here(?:'s| is| are)|you (?:can|could|might|may|want))\b", re.IGNORECASE
)
_OWN_WORDS = re.compile(
    rf"\b(?:{words.OWN_WORDS}|what i|how i|my|tell you|say to you|let me)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?][\"')”’]?\s")


_ENDED_BY: Mapping[Draft, Callable[[str], object]] = {
    Draft.RULED: _RULE.fullmatch,
    Draft.TALE: _AFTERWORD.match,
    Draft.SPOKEN: _OFF_STAGE.match,
}
"""Drafts that only one kind of line ends, whatever stands in the lines between."""


def standing(draft: Draft, head: str, *, begun: bool, asked: Wanted) -> Draft:
    """
    Return the draft as the current line, as far as it is known, makes it.

    Args:
        draft: As it stood at the start of the line.
        head: The first characters of the line.
        begun: Some line before it was not blank.
        asked: What words for somebody else the person asks for.
    """
    asked = _for_words(draft, head, asked)
    draft = _below(draft, head)
    ends = _ENDED_BY.get(draft)
    if ends is not None:
        return Draft.NONE if ends(head) else draft
    match draft:
        case _ if not head.strip():
            return draft
        case Draft.NONE:
            return _undrafted(head, begun=begun, asked=asked)
        case Draft.ARMED if asked is Wanted.TALE:
            return Draft.NONE if _AFTERWORD.match(head) else Draft.TALE
        case Draft.ARMED if _RULE.fullmatch(head):
            return Draft.RULED
        case Draft.ARMED | Draft.LETTER if asked and _names_speaker(head):
            return Draft.SPOKEN
        case Draft.ARMED:
            return _armed(head, asked=asked)
        case Draft.LIST:
            return Draft.LIST if _ITEM.match(head) else Draft.NONE
        case Draft.LETTER if _BACK.match(head):
            return Draft.NONE
    return draft


def _for_words(draft: Draft, head: str, asked: Wanted) -> Wanted:
    """Return what *asked* means for a line: who asks what to say may get advice, or the words."""
    if asked is not Wanted.ADVICE:
        return asked
    return Wanted.WORDS if draft is Draft.NONE and _AS_THE_PERSON.match(head) else Wanted.NONE


def _undrafted(head: str, *, begun: bool, asked: Wanted) -> Draft:
    """Return the draft that a line begins outside of any."""
    if asked and begun and _POSTSCRIPT.match(head):
        return Draft.LETTER
    # "Hi Professor [Last Name], ..." waits to be filled in by somebody.
    if _SALUTATION.match(head) and (asked or "[" in head or not _spoken_to(head, begun=begun)):
        return Draft.LETTER
    if begun or not asked or _frames(head, asked) or _ADVISES.match(head):
        return Draft.NONE
    if asked is Wanted.TALE:
        return Draft.TALE
    return Draft.SPOKEN if _SPEAKER.match(head) else Draft.LETTER


def _armed(head: str, *, asked: Wanted) -> Draft:
    """Return the draft that a line begins after a colon announced it."""
    if asked and _ADVISES.match(head):
        return Draft.NONE
    if _ITEM.match(head) and not asked:
        return Draft.LIST
    return Draft.LETTER if asked or _SALUTATION.match(head) else Draft.BODY


def _frames(head: str, asked: Wanted) -> bool:
    """Return whether a reply's first line speaks to the person, before the text for them."""
    condoles = asked is not Wanted.COMFORT and _CONDOLES.match(head) is not None
    return condoles or _FRAMING.match(head) is not None


def _names_speaker(head: str) -> bool:
    return _SPEAKER.match(head) is not None and _BACK.match(head) is None


def _below(draft: Draft, head: str) -> Draft:
    """Return *draft* as a line makes it that stands below "Yours sincerely": a name, or no more."""
    if draft is not Draft.SIGNED or not head.strip():
        return draft
    words = head.split()
    name = len(words) <= _NAME_WORDS and all(
        word[:1].isupper() or word[0] in "[(*_" for word in words
    )
    return draft if name else Draft.NONE


def _spoken_to(head: str, *, begun: bool) -> bool:
    """
    Return whether the line's "Dear ..." speaks to the person, with no letter asked for.

    It does at the very start of a reply, and where the line goes on after it.
    """
    dear = _DEAR.match(head)
    return dear is not None and (not begun or bool(dear[1].strip()))


def after_line(draft: Draft, head: str, line: str, *, begun: bool, asked: Wanted) -> Draft:
    """
    Return the draft as it stands behind a line that has ended.

    Args:
        draft: As it stands within the line, see `standing`.
        head: The first characters of the line.
        line: The last ones, without blanks around them.
        begun: Some line before it was not blank.
        asked: What words for somebody else the person asks for.
    """
    if asked is Wanted.ADVICE:
        asked = Wanted.NONE
    blank = not head.strip()
    framed = bool(asked) and not blank and not begun and draft is Draft.NONE
    if draft is Draft.TALE and _THE_END.fullmatch(line):
        return Draft.NONE
    if blank and draft is Draft.BODY:
        return Draft.NONE
    if draft is Draft.LETTER and (off := _SIGN_OFF.fullmatch(line)):
        return Draft.NONE if off["name"] else Draft.SIGNED
    if draft is Draft.SIGNED:
        return Draft.SIGNED if blank else Draft.NONE
    line = line.rstrip("*_ ")
    if line.endswith(":") and (
        draft in {Draft.NONE, Draft.BODY, Draft.LIST}
        or (draft is Draft.LETTER and _FRAMING.match(head))
    ):
        return Draft.ARMED if framed or asked or introduces(line) else draft
    return Draft.ARMED if framed else draft


def resumed(text: str) -> Draft:
    """Return how far a draft has got that goes on with *text*, as far as that tells."""
    return Draft.LIST if _ITEM.match(text) else Draft.LETTER


def introduces(tail: str) -> bool:
    """Return whether a colon after *tail* announces words for somebody else to say."""
    tail = tail.replace("’", "'")
    begin = 0
    for match in _SENTENCE.finditer(tail):
        begin = match.end()
    sentence = tail[begin:]
    if not _INTRODUCES.search(sentence) or _BY_THE_WRITER.search(sentence):
        return False
    if _OWN.search(sentence):
        return bool(_OFFERED.search(sentence)) and not _OWN_WORDS.search(sentence)
    return True
