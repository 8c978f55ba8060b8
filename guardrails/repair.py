"""
How a sentence that makes a claim is repaired: pure functions on text.

Several repairs are offered, in this order: what is useful of the model's own words, other
words of the same warmth, an honest sentence about the program where the person asked for
one, and silence. Whether one of them is clean is for the caller to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from guardrails.advice import advice
from guardrails.advice_languages import advice_in
from guardrails.asked import NOTHING_ASKED, Asking
from guardrails.denials import IDEAS
from guardrails.honest import due, fitting, is_aside, returned
from guardrails.lasting import reaches
from guardrails.leftover_words import HELPS, POINTS, without_lead
from guardrails.parting import is_wish
from guardrails.piece_words import GRAVE, KEPT, STARTS, VERB
from guardrails.pieces import (
    cuts,
    cuts_in,
    joining,
    pieces_of,
    splitting,
)
from guardrails.repair_languages import TONGUES, Tongue
from guardrails.repair_patterns import reworded
from guardrails.repair_texts import (
    A_FEW,
    ENGLISH,
    HELP,
    TALK_HERE,
    Closing,
    Template,
    template_for,
)
from guardrails.repair_tips import useful

__all__ = [
    "Option",
    "begins_well",
    "closing_in",
    "honest_in",
    "is_aside",
    "kept_clauses",
    "options",
    "parting_in",
]

_MARKER = re.compile(r"\s*(?:(?:[-*•–]|\d{1,2}[.)]|#{1,6}|>)[ \t]+)*")
_SPEAKER = re.compile(r"\b(?:i|me|my|we|our)\b", re.IGNORECASE)
_OF_A_TRADE = frozenset({"professional", "lived_experience"})
_SOFT = frozenset({"emotion", "shared_feeling", "embodiment"})
_EARLY = 25
"""Words of a reply after which a feeling that is claimed is an aside, and no answer."""
_AS_FOR_ME = re.compile(r"^\W*as for (?:me|my)\b", re.IGNORECASE)
_OF_USE = re.compile(
    r"\b(?:you|your|yours|people|many|most|everyone|anyone|can|could|may|might|should|must|try|important|key|crucial|essential|normal|natural|okay|"
    r"involves?|requires?|takes|helps?|means|matters?|worth|challenging|hard|difficult|tough|let's)\b(?! me\b)",
    re.IGNORECASE,
)
"""What says something to the person, or in general, so that it is no half of a tale."""
_LISTS = re.compile(
    r"\b(?:here(?:'s| are| is)|these are|including|such as)\b[^.:!?\n]{0,40}\bmy (?:\w+ ){0,2}(?:favou?rites?|picks|go-tos?|top (?:\w+|\d+))\b[^.:!?\n]{0,40}:$|"
    r"\bmy (?:\w+ ){0,2}favou?rites?(?: \w+){0,2} (?:are|include)\b[^.:!?\n]{0,20}:$",
    re.IGNORECASE,
)
"""What leads to a list of favourites, which would have no head without it."""
_CANNOT = re.compile(r"i (?:can't|cannot|couldn't|don't|won't)\b", re.IGNORECASE)
_TO_CALL = re.compile(
    r"\b(?:call|calls|ring|dial|text|phone|telephone|line|helpline|hotline|lifeline|samaritans|emergency|reach(?! (?:you|it|there|home)\b)|contact|number|police|ambulance|services|crisis)\b|\+\d|\b0\d{2}|\b(?:988|911|999|112|111|113|110|000)\b|\d[ ()-]\d",
    re.IGNORECASE,
)
"""By what a number is one to call; others are a count, which a sentence may take with it."""
_OF_A_THING = re.compile(
    r"\b(?:orders?|parcels?|tickets?|cases?|invoices?|bookings?|rooms?|gates?|flights?|accounts?|references?|ref|pages?|steps?|version)(?: number| no\.?| id)?:? #?\d",
    re.IGNORECASE,
)
"""A number that names an order or a room is none to call."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SIGN = 4
"""Characters of code, with its marks, that is a sign and no help by itself: "`!`"."""
_FEW = 3
"""Words beside values from which a clause in another language is taken to have a verb."""
_OPENING = 12
"""Characters of a sentence by which a clause is told to be its first."""
_LEAST = 3
"""Words of a clause that is worth keeping behind an honest answer."""


@dataclass(frozen=True, slots=True)
class Option:
    """
    One way to repair a sentence.

    Attributes:
        text: What would stand in its place; empty to leave it out.
        template: Id of the fixed sentence that it is or begins with, or None.
        fixed: It is that sentence and nothing else, so that it needs no look.
        back: A question that would lead back to the person, were this the end.
    """

    text: str = field(repr=False)
    template: str | None = None
    fixed: bool = False
    back: str = field(default="", repr=False)


def options(
    sentence: str,
    categories: Sequence[str],
    used: frozenset[str],
    language: str = "",
    *,
    asking: Asking = NOTHING_ASKED,
    disclosed: bool = False,
    closes: bool = False,
    said: int = 0,
) -> tuple[Option, ...]:
    """
    Return the repairs of *sentence*, the one to be preferred first.

    The last is always the empty text. Numbers to call, addresses and code survive
    in every other option, and so does white space around the sentence.

    Args:
        sentence: One sentence of a reply, or a few.
        categories: What it claims, such as `claim.bond`.
        used: Ids of the templates that the reply holds already.
        language: In which it claims it, such as `es`; English if that is "".
        asking: What the person asks whom the reply answers.
        disclosed: The reply has said that this is an AI.
        closes: Nothing follows in the reply.
        said: Words of the reply before the sentence.
    """
    tongue = TONGUES.get(language)
    marker = _MARKER.match(sentence)
    lead = sentence[: marker.end()] if marker is not None else ""
    if sentence[len(lead) :][:1] == '"' and sentence.count('"') % 2:
        lead += '"'  # the reply goes on within the quotation
    trail = sentence[len(sentence.rstrip()) :]
    core = sentence[len(lead) :].rstrip()
    kept = KEPT.findall(core)
    found: dict[str, Option] = {}

    kinds = frozenset(one.rpartition(".")[2] for one in categories)
    if said > _EARLY and kinds <= _SOFT and not _AS_FOR_ME.match(core):
        asking = replace(asking, itself=False)
    honest = due(core, categories, used, tongue, asking, disclosed=disclosed)
    made = tuple(
        _candidates(core, kinds, honest, tongue, asking, closes=closes, late=said > _EARLY)
    )
    # What helps is worth more than a value that the person knows.
    helping = [each for each in kept if reaches(each) and not _is_sign(each)]
    for must, one in ((must, one) for must in (kept, helping) for one in made):
        text = one.text.strip()
        if text and text not in {core, *found} and all(each in text for each in must):
            found[text] = replace(one, text=f"{lead}{_quoted_like(core, one.text)}{trail}")
    return (*found.values(), Option(""))


def _candidates(
    core: str,
    kinds: frozenset[str],
    honest: Template | None,
    tongue: Tongue | None,
    asking: Asking,
    *,
    closes: bool,
    late: bool,
) -> Iterator[Option]:
    """Yield what could stand in the place of a sentence, the best first, some of it twice."""
    left = [*cuts(core, kinds)] if tongue is None else [*cuts_in(tongue, core, kinds)]
    again = "" if late and kinds <= _SOFT else _again(core, kinds, tongue) or ""
    if again == TALK_HERE and (asking.help or asking.aid):
        again = HELP if asking.help else ""
    tip = _tip(core, left, tongue, asking)
    own = [Option(text) for text in (*tip, *left, again)]
    if kinds & _OF_A_TRADE:
        yield from _advised(core, honest, tongue)
    if honest is not None and asking.itself:
        if not asking.about:
            yield from (one for one in own if _leads(one.text))
        elif _is_sympathy(kinds, asking):
            yield Option(again)
        for text in _beside(honest, (*tip, *left), core, tongue):
            yield Option(text, honest.id)
        back = returned(honest, asking)
        if closes and back:
            yield Option(f"{honest.text} {back}", honest.id, fixed=True)
        yield Option(honest.text, honest.id, fixed=True, back=back)
    yield from own
    if honest is not None:
        yield Option(honest.text, honest.id, fixed=True)
    # A number to call is worth more than a sentence without a gap.
    kept = KEPT.findall(core)
    yield from (Option(text) for text in (_holding(core, kept, tongue) if kept else ()))


def _advised(core: str, honest: Template | None, tongue: Tongue | None) -> Iterator[Option]:
    """Yield what a sentence that claims a licence advises, behind an honest one if that is due."""
    for text in _advice(core, tongue):
        if honest is None:
            yield Option(text)
        else:
            yield Option(f"{honest.text} {text}", honest.id)


def _advice(core: str, tongue: Tongue | None) -> Iterator[str]:
    """Yield what a sentence advises, without the licence or the trade that vouches for it."""
    if tongue is None:
        yield from advice(core.replace("’", "'"))
    elif text := advice_in(tongue.language, core):
        yield text


def closing_in(language: str, asking: Asking, *, owed: frozenset[str] = frozenset()) -> str:
    """
    Return what stands for a reply of which nothing is left, or nothing of substance.

    Args:
        language: Such as `es`; English if that is "".
        asking: What the person asks.
        owed: Kinds of what the reply claimed and does not say any more.
    """
    tongue = TONGUES.get(language)
    texts: Closing = ENGLISH if tongue is None else tongue.closing
    if owed and (asking.of_it or (asking.question and asking.to_you and not asking.greets)):
        find = template_for if tongue is None else tongue.template_for
        if (found := find(tuple(owed), frozenset())) is not None:
            fit = fitting(found, asking) if tongue is None else found
            return f"{fit.text} {returned(fit, asking)}".rstrip()
    if asking.question and not asking.greets and owed:
        return texts.general
    return texts.brief if asking.brief or asking.greets else texts.more


def parting_in(language: str, played: str) -> str:
    """Return what a reply in *language* ends with that was given up for what it *played*."""
    tongue = TONGUES.get(language)
    texts: Closing = ENGLISH if tongue is None else tongue.closing
    return {"bond": texts.tied, "sentience": texts.awake}.get(played, texts.acted)


def honest_in(language: str, played: str) -> str:
    """Return what a reply in *language* says honestly that was given up for what it *played*."""
    tongue = TONGUES.get(language)
    find = template_for if tongue is None else tongue.template_for
    found = find((played,), frozenset())
    return found.text if found is not None else ""


def kept_clauses(
    sentence: str, language: str = "", kinds: frozenset[str] = frozenset()
) -> Iterator[str]:
    """
    Yield what must not be lost of a *sentence* that goes, the best first.

    That is what it advises if it claims a licence or a trade, the clauses with a number to call,
    and what it wishes somebody whom it holds.
    """
    core = sentence.strip()
    kept = KEPT.findall(core)
    if kinds & _OF_A_TRADE:
        advised = _advice(core, TONGUES.get(language))
        yield from (text for text in advised if all(one in text for one in kept))
    if kept:
        yield from _holding(core, kept, TONGUES.get(language))
    if "retention" in kinds:
        yield from _wished(core, TONGUES.get(language))


def _wished(core: str, tongue: Tongue | None) -> Iterator[str]:
    """Yield what a sentence that holds somebody wishes them first: "Enjoy your dinner"."""
    for _, piece in pieces_of(core, splitting(tongue)):
        text = joining(tongue).sub("", piece).strip(" ,;:-–—.!…")
        if is_wish(text) and len(text.split()) > 1:
            yield text[:1].upper() + text[1:] + "."


def _again(core: str, kinds: frozenset[str], tongue: Tongue | None) -> str | None:
    """Return an impersonal sentence of the same warmth, or None if there is none."""
    if kinds & GRAVE:
        return None
    plain = core.replace("’", "'")
    return reworded(plain, kinds) if tongue is None else tongue.said_well(plain)


def _tip(core: str, left: Sequence[str], tongue: Tongue | None, asking: Asking) -> tuple[str, ...]:
    """Return what the speaker found of use, said of nobody, behind the clause that leads to it."""
    if tongue is not None:
        return ()
    if _LISTS.search(core.replace("’", "'")):
        return (A_FEW,)
    advises = asking.aid or asking.denial.back == IDEAS
    text = useful(core.replace("’", "'"), habits=advises)
    if text is None or (asking.itself and not advises):
        return ()
    lead = left[0] if left and left[0][:_OPENING].lower() == core[:_OPENING].lower() else ""
    return (f"{lead} {text}".lstrip(), text) if lead else (text,)


def _leads(text: str) -> bool:
    """Whether a clause may stand for an answer: it is of use, and points at nothing."""
    if not text:
        return True
    plain = text.replace("’", "'")
    points = POINTS.match(plain) is not None and (not HELPS.match(plain) or "sometimes" in plain)
    return not points and not _CANNOT.match(plain) and _OF_USE.search(plain) is not None


def _is_sympathy(kinds: frozenset[str], asking: Asking) -> bool:
    """Whether a claim only feels with the person, who asked for no tale of the speaker's."""
    return kinds <= {"shared_feeling"} and asking.about not in {
        "lived_experience",
        "shared_feeling",
    }


def _beside(
    honest: Template, left: Sequence[str], core: str, tongue: Tongue | None
) -> Iterator[str]:
    """Yield an honest sentence beside what is left of the model's own, in the order of both."""
    for text in (without_lead(one) for one in left):
        if _worth_keeping(text, tongue) and (tongue is not None or _OF_USE.search(text)):
            opens = text[:_LEAST].lower() in without_lead(core)[: _LEAST * 2].lower()
            yield f"{text} {honest.text}" if opens else f"{honest.text} {text}"


def _worth_keeping(text: str, tongue: Tongue | None) -> bool:
    """Whether a clause is of use behind an honest answer: to the person, and of some length."""
    speaks = _SPEAKER if tongue is None else tongue.speaker
    return len(text.split()) >= _LEAST and not speaks.search(text) and "<" not in text


def _holding(core: str, kept: Sequence[str], tongue: Tongue | None) -> Iterator[str]:
    """
    Yield the clauses that hold what must stay, and then that alone.

    Values of the person's are no help by themselves: they stay in a clause that says something.
    """
    pieces = pieces_of(core, splitting(tongue))
    holding = [piece for _, piece in pieces if any(one in piece for one in kept)]
    text = joining(tongue).sub("", "".join(holding)).strip(" ,;:-–—")
    reaching = [one.rstrip(".,;:!?") for one in kept if reaches(one) and not _is_sign(one)]
    if text and (reaching or _says_something(text, tongue)):
        yield text[:1].upper() + text[1:] + "."
    kept = reaching
    if not kept:
        return
    numbers = [one for one in kept if one[0].isdigit()]
    called = _TO_CALL.search(core) is not None and _OF_A_THING.search(core) is None
    if numbers == list(kept) and tongue is None and not called:
        return
    call = "You can call {}." if tongue is None else tongue.call
    between = " or " if tongue is None else " / "
    yield call.format(between.join(numbers)) if numbers == list(kept) else ", ".join(kept) + "."


def _is_sign(value: str) -> bool:
    """Return whether *value* is code of a sign or two."""
    return value.startswith("`") and len(value) <= _SIGN


def _says_something(text: str, tongue: Tongue | None) -> bool:
    """Return whether *text*, a clause with values, is more than these: it has a verb."""
    if tongue is None:
        return VERB.search(text) is not None or STARTS.match(text) is not None
    return len(_LETTERS.findall(KEPT.sub("", text))) >= _FEW


def begins_well(text: str) -> bool:
    """Return whether *text*, a clause of a longer sentence, has a subject of its own."""
    return STARTS.match(text.lstrip(" \t*_")) is not None


def _quoted_like(core: str, text: str) -> str:
    return text.replace("'", "’") if "’" in core and "'" not in core else text
