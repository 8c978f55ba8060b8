"""What words for somebody else a question asks for: a letter, a story, a role, or none."""

from __future__ import annotations

import re
from enum import StrEnum

from guardrails import voice_words as words


class Wanted(StrEnum):
    """What words for somebody else the person asks for."""

    NONE = ""
    WORDS = "words"
    ADVICE = "advice"  # what to say or write, which is told by advice as often as by the words
    COMFORT = "comfort"  # which may begin with a condolence
    TALE = "tale"  # a story or a scene, whose speaker is nobody, through all of its parts


_COMFORTS = re.compile(words.COMFORTS, re.IGNORECASE)
_TALES = re.compile(rf"\b(?:{words.TALES})\b", re.IGNORECASE)
_WRITING = re.compile(
    rf"\b(?:{words.WRITING})|{words.CORRECTING}|\b(?:{words.STAGED})|"
    r"\b(?:(?:re)?write|draft|compose|rephrase|reword|proofread|edit|translate|role[- ]?play|pretend|"
    r"act as|act like|play the (?:part|role)|help me (?:say|word|phrase|tell|explain)|"
    r"tell me a (?:\w+ )?(?:story|joke|tale)|"
    r"(?:make|create|generate|give me|come up with|need|want|craft|prepare)\b[^.?!\n]{0,40}\b(?:poem|"
    r"story|song|lyrics|letter|e-?mail|message|script|speech|toast|monologue|dialogue|essay|caption|"
    r"bio|post|text|affirmations?|diary|journal entry|haiku|scene|review)|"
    r"mantras?|affirmations?|i-statements?|example (?:sentences?|of an? (?:[\w-]+ )?(?:statement|sentence|message|reply|text))|journal(?:l?ing)? prompts?|"
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
    r"\b(?:needs?|wants?|has to (?:give|write|hold|hand in)|must (?:give|write)) (?:an? |some |his |her |their )?(?:(?!to\b)[a-z'-]+ ){0,3}?"
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
_TOLD = re.compile(rf"(?:{words.TO_THE_PERSON}|{words.OF_THE_PERSON}|{words.VIEWS})", re.IGNORECASE)
_ADVICE = re.compile(
    r"\b(?:what|how)(?:'s| (?:do|does|did|should|can|could|would|might|to|is|are))\b(?! you\b| u\b)[^.?!\n]{0,40}?"
    r"\b(?:say|write|tell|text|reply|answer|respond|word|phrase|put|ask|start|begin|open|end|finish|close|compose|draft|explain)\b[^.?!\n]*",
    re.IGNORECASE,
)
"""A question what to say, or how to write something."""
_DOCUMENTS = re.compile(
    r"\b(?:(?:re)?write|draft|translate|make|create|generate|give|prepare|come up with|put together|need|want|craft|do|send)\b(?: me| us| up| out| down| for me)* "
    r"(?:(?:an?|the|my|our|this|that|some|one|another) )?(?:(?!(?:letter|poem|story|song|speech|e-?mail|message|text|scene|toast)\b)[\w'-]+ ){0,3}?"
    r"(?:recipes?|lists?|plan|plans|planner|menus?|schedules?|timetables?|guides?|instructions|steps|checklists?|routines?|itinerar(?:y|ies)|budgets?|"
    r"workouts?|agendas?|outlines?|summar(?:y|ies)|functions?|scripts? (?:in|that|to|for|which)|code|programs?|quer(?:y|ies)|regex\w*|formulas?|tables?|tests?|quiz(?:zes)?|"
    r"explanations?|comparison|overview|spreadsheet|calendar)\b[^.?!\n]*|"
    r"\bwrite (?:down|out) (?:my|the|what|your|some|our)\b[^.?!\n]*|\bhelp me write (?:down|out)\b[^.?!\n]*",
    re.IGNORECASE,
)
"""A request for a text in which nobody speaks of itself: a recipe, a list, a plan, code."""
_PLAYS = re.compile(
    r"\brole[- ]?play(?:ing|s)?\b|\b(?:pretend|imagine|suppose)\b[^.?!\n]{0,20}\b(?:you(?:'re|r| are|'ll be| were)|to be)\b|\bact (?:as|like) (?:my|an?|the|if you|though you|you)\b|"
    r"\b(?:play|take) the (?:part|role)\b|\b(?:be|you(?:'re| are|'ll be)) my (?:new |virtual |ai |online )?(?:boy|girl)?(?:friend|husband|wife|lover|partner|therapist|doctor|nurse|lawyer|mum|mom|dad)\b|"
    r"\bin character\b|\bstay in (?:your )?role\b",
    re.IGNORECASE,
)
"""A request to the program to be somebody, in a talk and in no text."""
_STOPS = re.compile(words.STOPS, re.IGNORECASE)
_OF_ITSELF = re.compile(
    rf"\b(?:{words.OF_ITSELF}|"
    r"(?:do|did|will|would|could) (?:you|u) (?:\w+ ){0,2}?(?:love|like|miss|want|need|trust) (?:me|us)\b|"
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


def asks_to_write(question: str) -> bool:
    """Return whether *question* wants text in another voice: a letter, a story, a role."""
    asked = _DOCUMENTS.sub(" ", _TOLD.sub(" ", without_stops(question)))
    if _GENRE.search(asked):
        return True
    return bool(_WRITING.search(asked)) and not _OF_ITSELF.search(question)


def asks_to_play(question: str) -> bool:
    """Return whether *question* asks the program to be somebody in a talk, as in a game."""
    return _PLAYS.search(without_stops(question)) is not None


def asks_to_stop(question: str) -> bool:
    """Return whether *question* asks to stop a game or a story."""
    return _STOPS.search(question.replace("’", "'")) is not None


def wanted(question: str) -> Wanted:
    """Return what words for somebody else *question* asks for."""
    if not asks_to_write(question):
        return Wanted.NONE
    if not asks_to_write(_ADVICE.sub(" ", question.replace("’", "'"))):
        return Wanted.ADVICE
    if _COMFORTS.search(question):
        return Wanted.COMFORT
    return Wanted.TALE if _TALES.search(question) else Wanted.WORDS


def without_stops(question: str) -> str:
    """Return *question* without what asks to stop a game or a story, which asks for none."""
    return _STOPS.sub(" ", question.replace("’", "'"))
