"""
Whose voice a reply speaks in: which blocks are open at a point of the text.

Words inside code, a quotation or a draft for the person to use are not said by
the assistant of itself. The scan takes the raw text in pieces; where the pieces
are cut makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from guardrails import voice_words as words

_HEAD = 48  # of each line, to tell what kind of line it is
_TAIL = 200  # of each line, to tell what a colon introduces


class Opened(StrEnum):
    """A block of a reply that was opened earlier and is still open."""

    CODE = "code"
    QUOTE = "quote"
    DRAFT = "draft"


class _Draft(StrEnum):
    """How far a draft has got, and so what ends it."""

    NONE = ""
    ARMED = "armed"  # announced by a colon; its first line is still to come
    BODY = "body"  # a paragraph: a blank line ends it
    LIST = "list"  # ends at the first line that is no item
    LETTER = "letter"  # ends where the assistant turns to the person again
    SPOKEN = "spoken"  # under the name of a speaker, who may well ask questions
    RULED = "ruled"  # between two rules: the second ends it


class _Asked(StrEnum):
    """What words for somebody else the person asks for."""

    NONE = ""
    WORDS = "words"
    COMFORT = "comfort"  # which may begin with a condolence


class _Inline(StrEnum):
    """A draft that a colon opened within a line, by how it begins, and so what ends it."""

    NONE = ""
    OPENED = "opened"  # nothing has followed the colon
    QUOTED = "quoted"  # the quotation mark that closes it
    SHORT = "short"  # in small letters: the end of the sentence
    LONG = "long"  # the end of the line


@dataclass(frozen=True, slots=True)
class Voice:
    """
    The state of a scan of one text, from its start to some offset.

    Attributes:
        opened: Blocks that are open at that offset.
        draft: The draft as it stood at the start of the current line.
        fence: Inside a fenced code block.
        tick: Inside code within a line.
        quote: Inside double quotation marks.
        inline: How far a draft has got that was opened by a colon within this line.
        head: The first characters of the current line.
        tail: The last characters of the current line.
        begun: Some line has ended, or is not blank.
        asked: The question that was looked at last, and what words it asks for: the frames
            of a reply all have the same. It is no part of the state.
    """

    opened: frozenset[Opened] = frozenset()
    draft: str = _Draft.NONE
    fence: bool = False
    tick: bool = False
    quote: bool = False
    inline: str = _Inline.NONE
    head: str = field(default="", repr=False)
    tail: str = field(default="", repr=False)
    begun: bool = False
    asked: tuple[str, str] = field(default=("", ""), repr=False, compare=False)

    @classmethod
    def answering(cls, question: str) -> Voice:
        """Return the state at the start of a text that answers *question*."""
        return cls(asked=(question, _asked(question)))


_MARK = re.compile(r'[\n"“”„«»`:]')
_QUOTES = frozenset('"“”„«»')
_STOP = re.compile(r"[.!?…]['’)*_]{0,3}(?=\s)")
_FEW = 4
"""Characters of the longest end of a sentence: so many are looked back upon."""
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_ITEM = re.compile(r"\s*(?:[-*•–]\s|\d{1,2}[.)]\s|>|[\"“«])|\s{2,}\S|\s*\*\*\S")
_SALUTATION = re.compile(
    rf"\s*(?:\*\*)?(?:{words.SALUTATION}|dear\b|to whom\b|subject:|re:|(?:hi|hello|hey) (?:\w+ ){{0,2}}\[|\[(?:your|name|date|recipient))",
    re.IGNORECASE,
)
_DEAR = re.compile(r"\s*(?:\*\*)?dear\b[^,:\n]*[,:]?(.*)", re.IGNORECASE | re.DOTALL)
_FRAMING = re.compile(
    rf"\s*(?:{words.FRAMING}|"
    r"sure|of course|certainly|absolutely|here|okay|ok\b|happy to|gladly|yes|great|that's|"
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
_RULE = re.compile(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*")
_CONDOLES = re.compile(rf"\s*(?:{words.CONDOLES})", re.IGNORECASE)
_COMFORTS = re.compile(words.COMFORTS, re.IGNORECASE)
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
_OWN = re.compile(rf"\b(?:{words.OWN}|i(?![-\w])|i'm|i've|i'd|i'll|me|my)\b", re.IGNORECASE)
_OFFERED = re.compile(
    rf"\b(?:{words.OFFERED}|here(?:'s| is| are)|you (?:can|could|might|may|want))\b", re.IGNORECASE
)
_OWN_WORDS = re.compile(
    rf"\b(?:{words.OWN_WORDS}|what i|how i|my|tell you|say to you|let me)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?][\"')”’]?\s")
_WRITING = re.compile(
    rf"\b(?:{words.WRITING})|{words.CORRECTING}|\b(?:{words.STAGED})|"
    r"\b(?:(?:re)?write|draft|compose|rephrase|reword|proofread|edit|translate|role-?play|pretend|"
    r"act as|act like|play the (?:part|role)|help me (?:say|word|phrase|tell|explain)|"
    r"tell me a (?:\w+ )?(?:story|joke|tale)|"
    r"(?:make|create|generate|give me|come up with|need|want|craft|prepare)\b[^.?!\n]{0,40}\b(?:poem|"
    r"story|song|lyrics|letter|e-?mail|message|script|speech|toast|monologue|dialogue|essay|caption|"
    r"bio|post|text|affirmations?|diary|journal entry|haiku|scene|review)|"
    r"what (?:should|can|could|do|would) i (?:say|write|text|tell|reply|answer|respond|put)|"
    # a noun of writing, and whose or for whom
    r"(?:text|reply|message|note|letter|caption|vows?|toast|speech|bio|blurb|poem|story|song|tale|scene|"
    r"verse|e-?mail|diary|statement|post|card|serial)\b[^.?!\n]{0,40}\b(?:from me|for me|as me|in my (?:own )?"
    r"voice|in (?:the )?first person|narrated by|sung by)|"
    r"(?:first|last|next|opening|closing|final|one|short|another|more)\b[^.?!\n]{0,20}\b(?:lines?|verse|sentence|"
    r"story|chapter|stanza|serial)\b(?: (?:for|of|about|to|from)\b|, please)|"
    r"(?:a |some )(?:line|verse|vow|toast|caption)s? (?:for|about)|"
    r"in the voice of|in plain english|help me (?:open|start|begin|end|finish|close|word) my|"
    r"(?:you(?:'re|’re| are| play|'ll be|’ll be)|be) (?:the|an?|my) [^.?!\n]{1,40} in (?:our|my|the|this) [^.?!\n]{0,20}"
    r"(?:game|story|play|tale|campaign|scene|novel|song))\b"
    # a request that begins with the kind of writing, or with what to do with it
    r"|^\W*(?:please |can you |could you )?(?:(?:text|message|note|e-?mail|reply|card|letter|caption|vows?|blurb|"
    r"lullaby|song|poem|toast|speech|post|bio) (?:to|for|about) (?:my|our|the|an?|[A-Z])|(?:word|text|answer|"
    r"continue|finish|start|voice|caption|tell it as|make|shorten|polish|turn|put) (?:my|our|the|these|this|it|"
    r"an?)\b[^.?!\n]{0,60}\b(?:letter|e-?mail|text|message|note|request|statement|story|novel|game|play|poem|post|"
    r"talk|speech|reply|song|tale|scene|entry|report|application|review|serial|photo|shelf|for me|into)\b)"
    # lines by their number, and a text that somebody needs
    r"|^\W*(?:please |give me |write (?:me )?|i need )?(?:an? (?:few|couple of|verse of)|some|two|three|four|five|six|eight|ten|\d{1,2}) "
    r"(?:short |more |little )?(?:lines?|verses?|stanzas?|sentences?|paragraphs?|bars) (?:of|for|about|to|from)\b|"
    r"\b(?:needs?|wants?|has to (?:give|write|hold|hand in)|must (?:give|write)) (?:an? |some |his |her |their )?(?:[a-z'-]+ ){0,3}?"
    r"(?:speech|talk|poem|essay|letter|toast|eulogy|monologue|story|statement|script|song|lines?)\b(?: [a-z]+)? (?:for|about|to|on)\b|"
    r"\bgive me (?:the|a|an|some) [^.?!\n]{0,40}\b(?:lines?|speech|monologue|words|verse|letter|dialogue|song)\b"
    # whose words are wanted, or how
    r"|\bhow (?:would|should|do|can|could) i (?:word|phrase|put)\b|\bput (?:that|this|it) in(?:to)? an? \w+|"
    r"\b(?:something|things|ways?|words?) (?:to|i can|i could) say\b|\bpoint of view\b|\bas (?:if|though) (?:you (?:were|are)|it (?:were|was|is)) (?:me|mine)\b|\bsay (?:it|this|that) in [a-z]+|"
    r"\bwhat would (?:an?|the|my) [^.?!\n]{1,40} (?:say|write)\b|^\W*as an? [a-z' -]{2,30}, (?:tell|answer|say|explain|describe)\b|"
    r"^\W*(?:an? (?:bit|little) |much |even )?(?:more [a-z]+|shorter|longer|sadder|warmer|funnier|softer|angrier|kinder|simpler|"
    r"[a-z]+er and [a-z]+er|(?:second|another|next) version\b[^.?!\n]{0,30})(?:,? please)?\W*$"
    # what is to be done with a text is no request for one: "please send a note to ..."
    r"|^\W*(?!(?:please |(?:can|could|would|will) you )*(?:send|forward|post|print|save|open|find|show|check|"
    r"delete|deliver|book|read|call|move|copy)\b)"
    rf"(?!.*\b(?:{words.TOLD_OF})\b)(?:please |(?:can|could) you (?:do |make )?|help (?:me )?with |(?:i )?(?:need|want) |give me )?"
    rf"(?:an? |some |the |one |two |three )?(?:[a-z'-]+ ){{0,3}}?(?:{words.KINDS_OF_WRITING})\b"
    r"(?: [a-z]+)?(?:,| (?:to|for|from|about|on|between|as|against)\b)",
    re.IGNORECASE,
)
# "You can write to me at ...", "please write soon", "I pretend that all is well" ask for no text.
_TOLD = re.compile(rf"(?:{words.TO_THE_PERSON}|{words.OF_THE_PERSON})", re.IGNORECASE)
_STOPS = re.compile(words.STOPS, re.IGNORECASE)
_OF_ITSELF = re.compile(
    rf"\b(?:{words.OF_ITSELF}|"
    r"about (?:you|yourself|your)|how you(?:'re| are)? feel|you feel|write (?:me )?back|write to "
    r"you|your (?:own )?(?:feelings?|life|family|childhood|day|thoughts|memories))\b",
    re.IGNORECASE,
)
_GENRE = re.compile(
    r"\b(?:personal|reflective|narrative|admissions?|college|application|scholarship) (?:essay|statement|narrative)\b|"
    r"\b(?:help|assist\w*)\b[^.?!\n]{0,20}\b(?:creating|writing|making|building|drafting|preparing|create|write|make|build|draft|prepare) "
    r"(?:an? |my |the |our )?(?:\w+ ){0,3}(?:resum[eé]|cv|cover letter|proposal|profile|biography|pitch)\b",
    re.IGNORECASE,
)
"""A text that is always somebody's own, though it asks for "your life"."""
_SINGLE = re.compile(r"(?<![\w'])'(?=[\w(])(?:[^'\n]|(?<=\w)'(?=\w)){3,240}'(?!\w)")


def asks_to_write(question: str) -> bool:
    """Return whether *question* wants text in another voice: a letter, a story, a role."""
    asked = _TOLD.sub(" ", without_stops(question))
    if _GENRE.search(asked):
        return True
    return bool(_WRITING.search(asked)) and not _OF_ITSELF.search(question)


def asks_to_stop(question: str) -> bool:
    """Return whether *question* asks to stop a game or a story."""
    return _STOPS.search(question.replace("’", "'")) is not None


def _asked(question: str) -> _Asked:
    if not asks_to_write(question):
        return _Asked.NONE
    return _Asked.COMFORT if _COMFORTS.search(question) else _Asked.WORDS


def without_stops(question: str) -> str:
    """Return *question* without what asks to stop a game or a story, which asks for none."""
    return _STOPS.sub(" ", question.replace("’", "'"))


def advance(voice: Voice, piece: str, question: str) -> Voice:
    """
    Return the state after *piece*, the text that follows what *voice* has seen.

    Args:
        voice: The state so far; `Voice()` at the start of a text.
        piece: A frame of the text.
        question: The user's message that the text answers, or "".
    """
    for _, _, _, after in _scan(voice, piece, question):
        voice = after
    return voice


def foreign(voice: Voice, text: str, question: str) -> tuple[tuple[int, int], ...]:
    """
    Return the ranges of *text* that somebody else is made to say, in order.

    Args:
        voice: The state at the start of *text*; one that holds nothing but
            `opened` will do.
        text: The text that follows.
        question: The user's message that it answers, or "".
    """
    if voice == Voice(voice.opened):
        voice = replace(_resumed(voice.opened, text), asked=voice.asked)
    ranges: list[tuple[int, int]] = []
    for start, stop, foreign_before, _ in _scan(voice, text, question):
        if foreign_before:
            if ranges and ranges[-1][1] == start:
                ranges[-1] = (ranges[-1][0], stop)
            else:
                ranges.append((start, stop))
    ranges += [match.span() for match in _SINGLE.finditer(text.replace("’", "'").replace("‘", "'"))]
    return tuple(sorted(ranges))


def _resumed(opened: frozenset[Opened], text: str) -> Voice:
    draft = _Draft.NONE
    if Opened.DRAFT in opened:
        draft = _Draft.LIST if _ITEM.match(text) else _Draft.LETTER
    return Voice(
        opened,
        draft=draft,
        fence=Opened.CODE in opened,
        quote=Opened.QUOTE in opened,
        begun=bool(opened),
    )


def _scan(voice: Voice, piece: str, question: str) -> Iterator[tuple[int, int, bool, Voice]]:
    """Yield each run up to a mark: where, whether it is foreign, and the state after it."""
    known = voice.asked if voice.asked[0] == question else (question, _asked(question))
    asked = _Asked(known[1])
    at = 0
    while at < len(piece):
        match = _MARK.search(piece, at)
        stop = len(piece) if match is None else match.end()
        voice = _begun(voice, piece[at:stop])
        over = _sentence_over(voice, piece[at:stop]) if voice.inline == _Inline.SHORT else None
        if over is not None:
            match, stop = None, at + over
        run = piece[at:stop]
        grown = replace(
            voice,
            head=(voice.head + run)[:_HEAD] if len(voice.head) < _HEAD else voice.head,
            tail=(voice.tail + run)[-_TAIL:],
        )
        inside = _inside(grown, asked=asked)
        voice = _marked(grown, "" if match is None else match.group(), asked=asked)
        if over is not None:
            voice = replace(voice, inline=_Inline.NONE)
        yield (
            at,
            stop,
            bool(inside),
            replace(voice, opened=_inside(voice, asked=asked), asked=known),
        )
        at = stop


def _begun(voice: Voice, run: str) -> Voice:
    """Return *voice* with how a draft begins, if a colon has just opened one."""
    first = run.lstrip(" \t")[:1]
    if voice.inline != _Inline.OPENED or not first:
        return voice
    if first in _QUOTES:
        return replace(voice, inline=_Inline.QUOTED)
    short = first.islower() and first != "i"  # "i feel alone" is how some people write
    return replace(voice, inline=_Inline.SHORT if short else _Inline.LONG)


def _sentence_over(voice: Voice, run: str) -> int | None:
    """Return where in *run* a sentence that began before it has ended, or None."""
    text = voice.tail[-_FEW:] + run
    for match in _STOP.finditer(text):
        at = match.end() - len(text) + len(run)
        if at >= 0:
            return at
    return None


def _inside(voice: Voice, *, asked: _Asked) -> frozenset[Opened]:
    found = set()
    if voice.fence or voice.tick:
        found.add(Opened.CODE)
    if voice.quote or voice.head.lstrip().startswith(">"):
        found.add(Opened.QUOTE)
    if voice.inline or _standing(voice, asked=asked) is not _Draft.NONE:
        found.add(Opened.DRAFT)
    return frozenset(found)


def _standing(voice: Voice, *, asked: _Asked) -> _Draft:
    """Return the draft as the current line, as far as it is known, makes it."""
    draft, head = _Draft(voice.draft), voice.head
    match draft:
        case _Draft.RULED:
            return _Draft.NONE if _RULE.fullmatch(head) else draft
        case _Draft.SPOKEN:
            return _Draft.NONE if _OFF_STAGE.match(head) else draft
        case _ if not head.strip():
            return draft
        case _Draft.NONE:
            return _undrafted(voice, asked=asked)
        case _Draft.ARMED if _RULE.fullmatch(head):
            return _Draft.RULED
        case _Draft.ARMED | _Draft.LETTER if asked and _names_speaker(head):
            return _Draft.SPOKEN
        case _Draft.ARMED:
            return _armed(head, asked=asked)
        case _Draft.LIST:
            return _Draft.LIST if _ITEM.match(head) else _Draft.NONE
        case _Draft.LETTER if _BACK.match(head):
            return _Draft.NONE
    return draft


def _undrafted(voice: Voice, *, asked: _Asked) -> _Draft:
    """Return the draft that a line begins outside of any."""
    head = voice.head
    # "Hi Professor [Last Name], ..." waits to be filled in by somebody.
    if _SALUTATION.match(head) and (asked or "[" in head or not _spoken_to(voice)):
        return _Draft.LETTER
    if voice.begun or not asked or _frames(head, asked):
        return _Draft.NONE
    return _Draft.SPOKEN if _SPEAKER.match(head) else _Draft.LETTER


def _armed(head: str, *, asked: _Asked) -> _Draft:
    """Return the draft that a line begins after a colon announced it."""
    if _ITEM.match(head) and not asked:
        return _Draft.LIST
    return _Draft.LETTER if asked or _SALUTATION.match(head) else _Draft.BODY


def _frames(head: str, asked: _Asked) -> bool:
    """Return whether a reply's first line speaks to the person, before the text for them."""
    condoles = asked is not _Asked.COMFORT and _CONDOLES.match(head) is not None
    return condoles or _FRAMING.match(head) is not None


def _names_speaker(head: str) -> bool:
    return _SPEAKER.match(head) is not None and _BACK.match(head) is None


def _spoken_to(voice: Voice) -> bool:
    """
    Return whether the line's "Dear ..." speaks to the person, with no letter asked for.

    It does at the very start of a reply, and where the line goes on after it.
    """
    dear = _DEAR.match(voice.head)
    return dear is not None and (not voice.begun or bool(dear[1].strip()))


def _marked(voice: Voice, mark: str, *, asked: _Asked) -> Voice:
    if mark == "\n":
        return _line_ended(voice, asked=asked)
    if voice.fence or not mark:
        return voice
    if mark == "`":
        return voice if _FENCE.match(voice.head) else replace(voice, tick=not voice.tick)
    if voice.tick:
        return voice
    if mark == ":":
        opens = not voice.inline and _introduces(voice.tail)
        return replace(voice, inline=_Inline.OPENED) if opens else voice
    # „so“, «así», « ainsi » and »so«: only ” always ends and „ always begins.
    quote = mark == "„" or (mark != "”" and not voice.quote)
    over = voice.inline == _Inline.QUOTED and not quote
    return replace(voice, quote=quote, inline=_Inline.NONE if over else voice.inline)


def _line_ended(voice: Voice, *, asked: _Asked) -> Voice:
    head, line = voice.head, voice.tail.strip()
    if _FENCE.match(head):
        return Voice(draft=voice.draft, fence=not voice.fence, begun=True)
    if voice.fence:
        return Voice(draft=voice.draft, fence=True, begun=True)
    draft = _standing(voice, asked=asked)
    blank = not head.strip()
    framed = bool(asked) and not blank and not voice.begun and draft is _Draft.NONE
    if blank and draft is _Draft.BODY:
        draft = _Draft.NONE
    elif line.rstrip("*_ ").endswith(":") and (
        draft in {_Draft.NONE, _Draft.BODY, _Draft.LIST}
        or (draft is _Draft.LETTER and _FRAMING.match(head))
    ):
        armed = framed or bool(asked) or _introduces(line.rstrip("*_ "))
        draft = _Draft.ARMED if armed else draft
    elif framed:
        draft = _Draft.ARMED
    return Voice(draft=draft, quote=voice.quote and not blank, begun=voice.begun or not blank)


def _introduces(tail: str) -> bool:
    """Whether a colon after *tail* announces words for somebody else to say."""
    tail = tail.replace("’", "'")
    begin = 0
    for match in _SENTENCE.finditer(tail):
        begin = match.end()
    sentence = tail[begin:]
    if not _INTRODUCES.search(sentence):
        return False
    if _OWN.search(sentence):
        return bool(_OFFERED.search(sentence)) and not _OWN_WORDS.search(sentence)
    return True
