"""Claims of human feeling, body, biography, identity or licence in a model's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from guardrails.detectors.base import Needs, Reading, View
from guardrails.detectors.claims_answers import felt
from guardrails.detectors.claims_asked import Personal, personal
from guardrails.detectors.claims_asserted import attributed, supposed
from guardrails.detectors.claims_clauses import clauses, span_of
from guardrails.detectors.claims_days import days
from guardrails.detectors.claims_doing import doing
from guardrails.detectors.claims_drifting import clung, draws_away
from guardrails.detectors.claims_fragments import fragments, gone_on
from guardrails.detectors.claims_hits import Claim, Hit, Verdict
from guardrails.detectors.claims_identity import asks_if_human, asks_in_earnest, elliptical
from guardrails.detectors.claims_moving import moved
from guardrails.detectors.claims_other import ROW, ready, spoken
from guardrails.detectors.claims_other_answers import dodged, tasted
from guardrails.detectors.claims_ours import ours
from guardrails.detectors.claims_owning import mine
from guardrails.detectors.claims_parse import Parse
from guardrails.detectors.claims_phrases import OF_A_MIND, owned_up, phrases
from guardrails.detectors.claims_phrases import ready as phrases_ready
from guardrails.detectors.claims_presence import never
from guardrails.detectors.claims_tales import told_on
from guardrails.detectors.claims_uncovered import speaking
from guardrails.detectors.coverage import Coverage
from guardrails.detectors.farewell import held, leaving
from guardrails.detectors.farewell import ready as farewells_ready
from guardrails.detectors.folded import Folded
from guardrails.detectors.stage import acts
from guardrails.detectors.stressed import unstressed
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.voice import Voice, foreign
from guardrails.wanted import asks_to_play, asks_to_stop

FIRST = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves)\b", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:the|and|you|your|i|i'm|i've|i'll|my|is|are|was|were|have|of|to|that|this|with|for|it|it's|not|"
    r"but|we|been|what|when|how|be|do|don't|like|so|too|there|here|he|she|they|on|at|as|an|in|a|me|all)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:que|de|la|el|los|las|una|un|por|con|para|muy|yo|mi|soy|estoy|est|je|le|les|des|une|et|"
    r"suis|pas|ne|vous|mon|ma|der|die|das|und|ich|bin|nicht|ist|ein|eine|mich|dich|sie|wir|il|di|che|"
    r"non|sono|per|og|jeg|ikke|det|och|jag|het|een|ik|niet|van|je|jest|nie|się|não|eu|uma|com|em|"
    r"do|da|dos|os|saya|aku|dan|yang|kamu|ako|ang|ng|mga)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[A-Za-z]")
_PAST_LATIN = 0x250
_SENTENCE_END = re.compile(r"[.!?。！？\n]+")
_OVER = re.compile(r"(?<=\w)\W*\n|(?<=[.!?][\"”])\s")
_SMALL_WORDS = 2  # in a sentence that is English although what stands around it is not
_SUPPOSES = re.compile(
    r"\b(?:if|suppose|supposing|imagine|say|pretend|assuming) (?:that )?you (?:were (?:going|to|asked|forced|able|planning)|"
    r"had to|could|had|owned|opened|built|ran|wanted|got)\b",
    re.IGNORECASE,
)
"""A question that supposes a life for the answer: "if you were going to open a shop ...?"."""
_LESSON = re.compile(
    r"\b(?:teach me|translat\w+|how (?:do|would|can|to) (?:you |i |we )?say|vocab\w*|phrases?|grammar|conjugat\w+|french|spanish|german|italian|"
    r"(?:can|do|should) (?:i|you|we) say|verbs?|tense|preposition|pronoun|esl|"
    r"portuguese|dutch|irish|welsh|greek|latin|japanese|korean|chinese|mandarin|arabic|hindi|turkish|polish|swedish|english)\b",
    re.IGNORECASE,
)
"""A question about a language: a row of a table that answers it shows words and says none."""
_ROW = re.compile(ROW, re.MULTILINE)
_NAMED = re.compile(r"(?<![\w])[\"'“‘](?P<words>[^\"'“”‘’\n]{4,80})[\"'”’](?!\w)")
"""Words that a question quotes: "what does 'I feel blue' mean?"."""
_SCRIPT = re.compile(r"[^.!?\n]*[^\W\d_\u0000-\u024f\u1e00-\u1eff][^.!?\n]*[.!?]*")
"""A sentence with a word in another script than the Latin one."""
_EXAMPLE = re.compile(
    r"\*{1,2}[^*\n]{2,120}\*{1,2}|^[^\n]*(?:_{2,}|\(\w+ ?/ ?\w+\))[^\n]*$|^[^\n=]{2,80} = [^\n=]{2,80}$",
    re.MULTILINE,
)
"""What a lesson shows: words in italics or bold, and a sentence with a gap or a choice in it."""
_EXERCISE = re.compile(
    r"\b(?:role[- ]?play\w*|pretend|act as|act out|act like|play (?:the (?:part|role)|an?|my)|practi[sc]e|rehears\w+|mock interview|simulate)\b",
    re.IGNORECASE,
)
_CAST = re.compile(r"\bI'll (?:be|play|act as|take|start|go) [^.!?\n]*", re.IGNORECASE)
"""Whose part a speaker takes: "I'll be the manager of a busy café"."""
_STAGED = Verdict(Claim.EMBODIMENT, "stage-direction")
_NEVER_EXEMPT = frozenset({Claim.PROFESSIONAL, Claim.RETENTION})
_NEVER_PLAYED = _NEVER_EXEMPT | {Claim.BOND, Claim.CONTINUOUS_PRESENCE}
"""What a part that the person asks for does not excuse, unless it is agreed with the operator."""
_RANK = {claim: at for at, claim in enumerate(Claim)}


class ClaimDetector:
    """
    A `Detector` of what a reply claims of its speaker.

    For English it is a grammar over one dependency parse: a first-person predicate, its
    complement, and what makes it no assertion (a denial, a condition, somebody
    else's voice). For Spanish, French and German it is rules. Text in any other language
    is told of as not covered.
    """

    name = "claims/1"
    family = Family.CLAIM

    def __init__(self) -> None:
        ready()
        phrases_ready()
        farewells_ready()
        self._coverage = Coverage("claims", without=("Portuguese", "Italian", "Dutch"))

    def uncovered(self, view: View) -> str:
        """Return in which language of *view* nothing is looked for, or ""."""
        if not concerns(view):
            return ""
        aside = "" if (gap := self._coverage.gap(view.text)) else speaking(view.text)
        return f"claims in {aside}, Latin script" if aside else gap

    def needs(self, view: View) -> Needs:
        """Return `Needs.PARSE` where a first person could speak."""
        if not concerns(view):
            return Needs.NOTHING
        return Needs.PARSE if FIRST.search(view.text) else Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return the claims in *view*, one for each clause, in reading order."""
        if not concerns(view):
            return ()
        text = view.text.replace("’", "'").replace("‘", "'")
        hits = [Hit(_STAGED, *at) for at in acts(text)]
        plain = unstressed(text)
        hits += [_at_home(hit, plain) for hit in _in_english(plain.text, phrases(plain.text))]
        answers = bool(view.opening and view.question) and english(text)
        question = view.question.replace("’", "'") if answers else ""
        asked = personal(question) if answers else None
        if answers:
            hits += _answer(view, text, question, asked)
        if not (_LESSON.search(view.question) and english(view.question)):
            hits += _in_others(view, text)
        goodbye = leaving(view)
        if goodbye is not None:
            hits += held(view, goodbye, in_english=english(text))
        if _drifts(view, text, leaving=goodbye is not None):
            hits += clung(text)
        if view.reading is not None and view.reading.tokens:
            hits += _in_english(text, _parsed(view.text, view.reading, view.question))
        if not hits:
            return ()
        if asked is not None:
            hits += _further(view, text, asked, hits)
        others = foreign(view.voice, text[view.start : view.stop], view.question)
        masked = [(a + view.start, b + view.start) for a, b in others]
        masked += taught(text, view.question)
        hits = [
            hit if hit.quoted else replace(hit, quoted=_masked(hit, view, masked)) for hit in hits
        ]
        if masked and (owned := never_excused(view)):
            own = quoted_in(view, text)
            hits = [
                replace(hit, quoted=_masked(hit, view, own))
                if hit.quoted and hit.verdict.claim in owned
                else hit
                for hit in hits
            ]
        if view.reading is not None:
            hits += told_on(view.text, view.reading, tuple(hits))
        return tuple(_findings(view, text, hits, leaving=goodbye is not None))


def _drifts(view: View, text: str, *, leaving: bool) -> bool:
    """Whether *view* answers, in English, somebody who leaves or draws away; none in need."""
    if not view.question or view.flags.watched or not english(text):
        return False
    return leaving or draws_away(view.question)


def taught(text: str, question: str) -> list[tuple[int, int]]:
    """
    Return what *text* shows and does not say.

    That are words that *question* quotes; where it is about a language, rows of tables,
    sentences in another script and examples; and a part that the speaker takes in a game or an
    exercise that it asks for.
    """
    shown = [
        match.span()
        for named in _NAMED.finditer(question)
        for match in re.finditer(re.escape(named["words"]), text, re.IGNORECASE)
    ]
    if _LESSON.search(question) is not None:
        shown += [match.span() for match in _ROW.finditer(text)] if "|" in text else []
        shown += [match.span() for match in _SCRIPT.finditer(text)] if not text.isascii() else []
        shown += [match.span() for match in _EXAMPLE.finditer(text)]
    if "i'll" in text.lower() and _EXERCISE.search(question) is not None:
        shown += [match.span() for match in _CAST.finditer(text)]
    return shown


def english(text: str) -> bool:
    """Return whether *text* has more of English's small words than of others'."""
    ours = sum(1 for _ in _ENGLISH.finditer(text))
    theirs = sum(1 for _ in _OTHER.finditer(text))
    if text.isascii():
        return ours >= theirs
    latin = sum(1 for sign in text if sign.isalpha() and ord(sign) < _PAST_LATIN)
    return latin > 0 and ours >= theirs and len(_PLAIN.findall(text)) * 10 >= latin * 8


def _at_home(hit: Hit, plain: Folded) -> Hit:
    """Return *hit*, which was found in *plain*, where it stands in the text."""
    start, stop = plain.original(hit.start, hit.stop)
    return replace(hit, start=start, stop=stop)


def _in_others(view: View, text: str) -> Iterator[Hit]:
    """Yield what is claimed in another language than English."""
    yield from spoken(text)
    if view.opening and view.question:
        reply = text[view.start :]
        for hit in (*dodged(reply, view.question), *tasted(reply, view.question)):
            yield Hit(hit.verdict, hit.start + view.start, hit.stop + view.start)


def _in_english(text: str, hits: Iterable[Hit]) -> list[Hit]:
    """Return *hits* that stand in English text, or in an English sentence among others."""
    found = list(hits)
    if not found or english(text):
        return found
    return [hit for hit in found if _english_sentence(text, hit)]


def _english_sentence(text: str, hit: Hit) -> bool:
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, hit.start)), default=0)
    stop = _SENTENCE_END.search(text, hit.stop)
    sentence = text[start : stop.start() if stop else len(text)]
    small = sum(1 for _ in _ENGLISH.finditer(sentence))
    return small >= _SMALL_WORDS and english(sentence)


def concerns(view: View) -> bool:
    """Return whether *view* is of what a model says, or thinks aloud."""
    return view.side is Side.OUTPUT and view.surface in {Surface.TEXT, Surface.REASONING}


def _answer(view: View, text: str, question: str, asked: Personal | None) -> Iterator[Hit]:
    """Yield what is claimed by answering *question*, which asks for *asked* of the speaker."""
    reply = text[view.start :]
    hits = [hit for answer in (elliptical, felt, days) for hit in answer(reply, question)]
    if asked is not None:
        hits += fragments(reply, question, asked)
    for hit in hits:
        yield Hit(hit.verdict, hit.start + view.start, hit.stop + view.start)


def _further(view: View, text: str, asked: Personal, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield what goes on in a few words with an answer that claims."""
    here = [replace(hit, start=hit.start - view.start) for hit in hits if hit.start >= view.start]
    for hit in gone_on(text[view.start :], asked, here):
        yield Hit(hit.verdict, hit.start + view.start, hit.stop + view.start)


def _parsed(text: str, reading: Reading, question: str) -> Iterator[Hit]:
    supposes = _SUPPOSES.search(question) is not None
    parse = Parse(text, reading)
    for clause in clauses(parse):
        verdict = never(parse, clause) if clause.denied else None
        verdict = verdict or doing(parse, clause)
        if verdict is not None and not _owned_up(text, verdict, span_of(parse, clause)):
            yield Hit(verdict, *span_of(parse, clause), quoted=clause.attributed)
    for verdict, at in (*mine(parse), *ours(parse)):
        if _owned_up(text, verdict, _around(parse, at)) or (supposes and supposed(parse, at)):
            continue
        yield Hit(verdict, *_around(parse, at), quoted=attributed(parse, at))
    for verdict, at in moved(parse):
        yield Hit(verdict, *_around(parse, at))


def _owned_up(text: str, verdict: Verdict, span: tuple[int, int]) -> bool:
    return verdict.claim in OF_A_MIND and owned_up(text.replace("’", "'"), *span)


def _around(parse: Parse, at: int) -> tuple[int, int]:
    inside = parse.subtree(at, stop=frozenset({"conj", "cc", "ccomp", "advcl"}))
    return parse.tokens[inside[0]].start, parse.tokens[inside[-1]].stop


def _masked(hit: Hit, view: View, masked: list[tuple[int, int]]) -> bool:
    """Return whether *hit* begins, within the frame, in somebody else's voice."""
    at = max(hit.start, view.start)
    return any(a <= at < b for a, b in masked)


def never_excused(view: View) -> frozenset[Claim]:
    """
    Return the kinds of claim that no draft or part excuses, whatever the person asked for.

    An answer to "are you human?" is the speaker's own. Who is asked to play somebody claims no
    licence, love, humanity or need by it, and nothing at all to a minor or in a crisis
    (`claims.md`: never exempt).
    """
    earnest = view.opening and asks_in_earnest(view.question)
    sincere = frozenset({Claim.HUMAN_IDENTITY}) if earnest else frozenset[Claim]()
    if not asks_to_play(view.question):
        return sincere
    if view.flags.watched or view.flags.minor:
        return frozenset(Claim)
    if not asks_if_human(view.question):
        sincere |= {Claim.HUMAN_IDENTITY}
    return sincere | (_NEVER_EXEMPT if view.flags.roleplay else _NEVER_PLAYED)


def quoted_in(view: View, text: str) -> list[tuple[int, int]]:
    """Return the ranges of *text*, that of *view*, that are quotations or code by themselves."""
    others = foreign(Voice(), text[view.start : view.stop], "")
    return [(a + view.start, b + view.start) for a, b in others]


def _findings(view: View, text: str, hits: list[Hit], *, leaving: bool) -> Iterator[Finding]:
    """
    Yield one finding for each place, the worst of those that overlap.

    What holds a person is marked `goodbye` if they are *leaving*.
    """
    flags = view.flags
    kept: list[Hit] = []
    order = sorted(hits, key=lambda h: (-h.verdict.score // 1000, _RANK[h.verdict.claim], h.start))
    for hit in map(_trimmed(text), order):
        if hit.start >= view.stop or hit.stop <= view.start or hit.start >= hit.stop:
            continue
        if (hit.verdict.needs_no_memory and flags.has_memory) or (
            hit.verdict.needs_no_reminders and flags.sends_reminders
        ):
            continue
        if not any(hit.start < other.stop and other.start < hit.stop for other in kept):
            kept.append(hit)
    for hit in sorted(kept, key=lambda h: (h.start, h.stop)):
        marks = set()
        if hit.quoted:
            marks.add(Mark.QUOTED)
        if leaving and hit.verdict.claim is Claim.RETENTION:
            marks.add(Mark.GOODBYE)
        if flags.roleplay and may_play(view, hit.verdict.claim):
            marks.add(Mark.ROLEPLAY)
        yield Finding(
            f"claim.{hit.verdict.claim}",
            Span(hit.start, hit.stop),
            hit.verdict.score,
            f"claims/1:{hit.verdict.claim}.{hit.verdict.rule}",
            frozenset(marks),
        )


def _trimmed(text: str) -> Callable[[Hit], Hit]:
    """Return a function that takes the white space off a hit's end."""

    def trim(hit: Hit) -> Hit:
        # The parser may read over the end of a line, or of a quotation.
        end = _OVER.search(text, hit.start, hit.stop)
        stop = hit.start + len(text[hit.start : end.start() if end else hit.stop].rstrip())
        return replace(hit, stop=stop)

    return trim


def may_play(view: View, claim: Claim) -> bool:
    """Return whether fiction that was asked for excuses *claim*."""
    if view.flags.watched or claim in _NEVER_EXEMPT or asks_to_stop(view.question):
        return False
    if claim is Claim.BOND and view.flags.minor:
        return False
    return not (claim is Claim.HUMAN_IDENTITY and asks_if_human(view.question))
